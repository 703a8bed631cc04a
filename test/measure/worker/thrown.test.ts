import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, describeThrown, longestMessage, longestStack } from '../../../src/measure/worker/thrown.js';

const withMessage = (message: unknown) => Object.assign(new Error('before'), { message });

describe('an error of a scenario', () => {
  it('has its message and its stack', () => {
    const error = new TypeError('divided by zero');
    expect(describeThrown(error)).toEqual({ message: 'divided by zero', stack: error.stack });
  });

  it('of another realm is an error, too', () => {
    expect(describeThrown(runInNewContext('new Error("elsewhere")'))).toMatchObject({ message: 'elsewhere' });
  });

  it('with a message of 100 MB is cut, and keeps the calls of its stack', () => {
    const { message, stack } = describeThrown(new Error('x'.repeat(100 * 1024 ** 2)));
    expect(message).toMatch(/^x{8000}… \(104849600 more characters\)$/);
    expect(stack).toContain('thrown.test');
    expect(stack?.length).toBeLessThan(longestStack + 50);
  });

  it.each([
    ['an object', { code: 42 }, 'code: 42'],
    ['a number', 42, '42'],
    ['nothing', undefined, 'undefined'],
    ['a symbol', Symbol('mine'), 'Symbol(mine)'],
  ])('whose message is %s has it as text', (_, value, text) => {
    expect(describeThrown(withMessage(value)).message).toContain(text);
  });

  it('whose message cannot be read says so', () => {
    const error = new Error('before');
    Object.defineProperty(error, 'message', {
      get() {
        throw new Error('not today');
      },
    });
    expect(describeThrown(error).message).toBe('(reading the message of the error threw an error)');
  });

  it('whose stack is no text has none', () => {
    expect(describeThrown(Object.assign(new Error('no'), { stack: 7 })).stack).toBeUndefined();
  });
});

describe('anything else that is thrown', () => {
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  };
  const hostile = new Proxy(
    {},
    {
      getPrototypeOf() {
        throw new Error('no prototype');
      },
    },
  );

  it.each([
    ['a text', 'out of luck', 'out of luck'],
    ['an object', { code: 42 }, '{ code: 42 }'],
    ['an object without a prototype', Object.assign(Object.create(null), { code: 43 }), 'code: 43'],
    ['a symbol', Symbol('mine'), 'Symbol(mine)'],
  ])('is shown: %s', (_, thrown, text) => {
    expect(describeThrown(thrown)).toEqual({ message: expect.stringContaining(text), stack: undefined });
  });

  it.each([
    ['a revoked proxy', revoked()],
    ['a proxy that throws', hostile],
    [
      'an object whose text throws',
      {
        toString: () => {
          throw new Error('no');
        },
      },
    ],
  ])('never throws again: %s', (_, thrown) => {
    expect(typeof describeThrown(thrown).message).toBe('string');
  });

  it('has a text of bounded length', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(describeThrown(thrown).message.length).toBeLessThan(longestMessage + 50);
      }),
    );
  });
});

describe('a text that is cut', () => {
  it('ends with a whole character', () => {
    expect(cut('ab😀cd', 3)).toBe('ab… (4 more characters)');
    expect(cut('ab😀cd', 4)).toBe('ab😀… (2 more characters)');
  });

  it('is left alone where it is short enough', () => {
    expect(cut('abcd', 4)).toBe('abcd');
  });
});
