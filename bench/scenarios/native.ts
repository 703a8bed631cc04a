import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const malloc = libc.func('void *malloc(size_t size)');
const free = libc.func('void free(void *block)');
const memset = libc.func('void *memset(void *block, int value, size_t size)');

/** Allocates and touches native memory, as a native library would. */
export function allocate(bytes: number): unknown {
  const block: unknown = malloc(bytes);
  memset(block, 1, bytes);
  return block;
}

export function release(block: unknown): void {
  free(block);
}
