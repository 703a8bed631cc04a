import { readFileSync } from 'node:fs';
import { addressSpaceRemedy, EnvironmentError } from '../errors.js';

/** With less, Node aborts when it compiles or collects garbage, which no program can catch. */
const leastBytes = 2 * 1024 ** 3;

/**
 * Checks the limit on the address space of this process (`ulimit -v`), which its children inherit. `limits` is in the
 * format of proc(5) `/proc/self/limits`; other systems have none.
 * @throws EnvironmentError if the limit is below 2 GiB.
 */
export function requireAddressSpace(limits: string | undefined = ownLimits()): void {
  const soft = /^Max address space +(\d+) /m.exec(limits ?? '')?.[1];
  if (soft === undefined || Number(soft) >= leastBytes) return;
  throw new EnvironmentError(`the address space is limited to ${Math.floor(Number(soft) / 1024 ** 2)} MiB`, {
    remedy: addressSpaceRemedy,
  });
}

/** Whether the output of a Node process shows that it could not reserve address space. */
export function lackedAddressSpace(said: string): boolean {
  return /Fatal process OOM|Failed to reserve virtual memory|std::bad_alloc|WebAssembly.*Out of memory/.test(said);
}

function ownLimits(): string | undefined {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return undefined;
  }
}
