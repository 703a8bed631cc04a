import { createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { errorText, stackText } from '../src/error-text.js';
import { EnvironmentError, ExitCode, reportError } from '../src/errors.js';

const refused = new Error('connect ECONNREFUSED 127.0.0.1:1');
const fetchFailed = new TypeError('fetch failed', { cause: refused });

describe('the text of an error', () => {
  it('goes on with its cause', () => {
    expect(errorText(fetchFailed)).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:1');
  });

  it('has the reason of a fetch that Node could not make', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await new Promise((resolve) => server.close(resolve));
    const text = await fetch(`http://127.0.0.1:${port}`).then(() => '', errorText);
    expect(text).toBe(`fetch failed: connect ECONNREFUSED 127.0.0.1:${port}`);
  });

  it('repeats no reason that a wrapper has named already', () => {
    const wrapped = new EnvironmentError('cannot list artifacts: fetch failed', { cause: fetchFailed });
    expect(errorText(wrapped)).toBe('cannot list artifacts: fetch failed: connect ECONNREFUSED 127.0.0.1:1');
  });

  it('leaves out a reason where a wrapper has named a deeper one', () => {
    expect(errorText(new Error(refused.message, { cause: fetchFailed }))).toBe(refused.message);
  });

  it('does not repeat what a command wrote', () => {
    const cause = new Error('Command failed: docker pull x\nno such image');
    expect(errorText(new Error('docker pull failed: no such image', { cause }))).toBe(
      'docker pull failed: no such image',
    );
  });

  it('has the errors of an AggregateError, each once', () => {
    const errors = [new Error('::1 refused'), fetchFailed, new Error('::1 refused')];
    expect(errorText(new TypeError('fetch failed', { cause: new AggregateError(errors, '') }))).toBe(
      'fetch failed: ::1 refused; fetch failed: connect ECONNREFUSED 127.0.0.1:1',
    );
  });

  it('counts errors of an AggregateError beyond the first five', () => {
    const errors = Array.from({ length: 1000 }, (_, index) => new Error(`error ${index}.`));
    expect(errorText(new AggregateError(errors, 'all failed'))).toBe(
      'all failed: error 0.; error 1.; error 2.; error 3.; error 4.; and 995 more',
    );
  });

  it('ends where causes form a circle', () => {
    const [outer, inner] = [new Error('outer'), new Error('inner')];
    Object.assign(outer, { cause: inner });
    Object.assign(inner, { cause: outer });
    expect(errorText(outer)).toBe('outer: inner');
  });

  it('ends where AggregateErrors form a circle', () => {
    const all = new AggregateError([], 'all');
    Object.assign(all, { errors: [all, all], cause: all });
    expect(errorText(all)).toBe('all');
  });

  it('is bounded however long and deep the chain is', () => {
    let error = new Error('x'.repeat(1_000_000));
    for (let depth = 0; depth < 10_000; depth += 1)
      error = new Error(`${depth} ${'y'.repeat(5_000)}`, { cause: error });
    expect(errorText(error).length).toBeLessThanOrEqual(10_000);
    expect(stackText(error).length).toBeLessThanOrEqual(20_000);
  });

  it.each([
    ['a string', 'broken', 'broken'],
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object without a message', { code: 'E_BROKEN' }, '{"code":"E_BROKEN"}'],
    ['an error without a message', new RangeError(), 'RangeError'],
    ['an error whose message is no text', Object.assign(new Error(), { message: 7 }), '7'],
    ['a cause that is a string', new Error('outer', { cause: 'inner' }), 'outer: inner'],
  ])('is that of %s', (_, thrown, text) => {
    expect(errorText(thrown)).toBe(text);
  });

  it('never throws, whatever was thrown', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(() => errorText(hostile)).not.toThrow();
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (thrown, cause) => {
        expect(typeof errorText(thrown)).toBe('string');
        expect(typeof errorText(Object.assign(new Error('x'), { cause, errors: cause, message: thrown }))).toBe(
          'string',
        );
        expect(typeof stackText(thrown)).toBe('string');
      }),
    );
  });
});

describe('the stack of an error', () => {
  it('goes on with the stacks of its causes', () => {
    const stack = stackText(fetchFailed);
    expect(stack).toMatch(/^TypeError: fetch failed\n {4}at /);
    expect(stack).toContain('\nCaused by: Error: connect ECONNREFUSED 127.0.0.1:1\n    at ');
  });
});

describe('what a scenario may throw', () => {
  const unreadable = new Error('before');
  Object.defineProperty(unreadable, 'message', {
    get() {
      throw new Error('not today');
    },
  });
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each([
    [
      'an error whose message is an object',
      Object.assign(new Error('before'), { message: { code: 42 } }),
      '{"code":42}',
    ],
    ['an error whose message is a number', Object.assign(new Error('before'), { message: 42 }), '42'],
    ['an error whose message is a symbol', Object.assign(new Error('x'), { message: Symbol('mine') }), 'Symbol(mine)'],
    ['an error whose message cannot be read', unreadable, 'a value that cannot be shown (object)'],
    ['an object without a prototype', Object.assign(Object.create(null), { code: 43 }), '{"code":43}'],
    ['a revoked proxy', revoked.proxy, 'a value that cannot be shown (object)'],
    ['errors that are a revoked proxy', { message: 'x', errors: revoked.proxy }, 'x'],
  ])('is described: %s', (_, thrown, text) => {
    expect(errorText(thrown)).toBe(text);
    expect(typeof stackText(thrown)).toBe('string');
  });

  it('is described where a scenario has replaced a method that describes it', () => {
    const replaced = vi.spyOn(String.prototype, 'trim').mockImplementation(() => {
      throw new Error('replaced');
    });
    const text = errorText(new Error('mine'));
    replaced.mockRestore();
    expect(text).toBe('mine');
  });

  it('is cut where it is 100 MB long, and keeps the calls of its stack', () => {
    const error = new Error('x'.repeat(100 * 1024 ** 2));
    expect(errorText(error)).toHaveLength(10_000);
    expect(stackText(error)).toContain('error-text.test');
    expect(stackText(error).length).toBeLessThanOrEqual(20_000);
  });
});

describe('an error at the entry point', () => {
  it('that was written for the user has its causes, its remedy and its exit status', () => {
    const error = new EnvironmentError('cannot write x', { cause: new Error('ENOSPC'), remedy: 'Free some space.' });
    expect(reportError(error, '')).toEqual({
      message: 'cannot write x: ENOSPC',
      remedy: 'Free some space.',
      exitCode: ExitCode.environment,
    });
  });

  it('that is internal says where to report it, with its stack', () => {
    const { message, exitCode } = reportError(fetchFailed, 'https://github.com/acme/bench/issues');
    expect(message).toMatch(
      /^Internal error\. Please report it: https:\/\/github\.com\/acme\/bench\/issues\nTypeError: fetch failed\n/,
    );
    expect(message).toContain('Caused by: Error: connect ECONNREFUSED');
    expect(exitCode).toBe(ExitCode.internal);
  });
});
