import { expect, it } from 'vitest';
import { EnvironmentError, ExitCode, typedError, UsageError } from '../src/errors.js';

const system = (code: string) => Object.assign(new Error(`${code}: refused`), { code, syscall: 'open' });

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ENOMEM', 'EIO', 'ENOENT', 'EAGAIN'])(
  'what the system refuses with %s is an error of the environment',
  (code) => {
    const error = typedError(system(code));
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(error).toMatchObject({ exitCode: ExitCode.environment, remedy: expect.stringMatching(/\w/) });
  },
);

it('a refusal is found behind the errors that it caused', () => {
  expect(typedError(new Error('outer', { cause: new Error('inner', { cause: system('ENOSPC') }) }))).toMatchObject({
    message: 'the system refused: ENOSPC: refused',
  });
});

it.each([
  new RangeError('Array buffer allocation failed'),
  new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'),
])('an allocation that fails is an error of the environment that names the limit: %s', (thrown) => {
  expect(typedError(thrown)).toMatchObject({ exitCode: 3, remedy: expect.stringContaining('ulimit -v') });
});

it('a typed error stays as it is', () => {
  const error = new UsageError('wrong', { cause: system('ENOSPC') });
  expect(typedError(error)).toBe(error);
});

it.each([new TypeError('x is not a function'), new RangeError('Invalid array length'), 'text', undefined])(
  'a mistake of the program is none of the environment: %s',
  (thrown) => {
    expect(typedError(thrown)).toBe(thrown);
  },
);

it('causes that go in a circle come to an end', () => {
  const error = new Error('circle');
  error.cause = error;
  expect(typedError(error)).toBe(error);
});
