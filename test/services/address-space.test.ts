import { expect, it } from 'vitest';
import { ExitCode } from '../../src/errors.js';
import { requireAddressSpace } from '../../src/services/address-space.js';

const limits = (soft: string) =>
  `Limit                     Soft Limit           Hard Limit           Units     \nMax address space         ${soft.padEnd(21)}unlimited            bytes     \n`;

it('an address space without a limit is enough', () => {
  expect(() => requireAddressSpace(limits('unlimited'))).not.toThrow();
});

it('an address space of 2 GiB is enough', () => {
  expect(() => requireAddressSpace(limits(String(2 * 1024 ** 3)))).not.toThrow();
});

it('a smaller address space is an error that names the limit', () => {
  let error: unknown;
  try {
    requireAddressSpace(limits(String(900_000 * 1024)));
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({
    exitCode: ExitCode.environment,
    message: 'the address space is limited to 878 MiB',
    remedy: expect.stringContaining('ulimit -v'),
  });
});
