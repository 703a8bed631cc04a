import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
const map = libc.func(
  'intptr_t mmap(intptr_t at, size_t size, int protection, int flags, int descriptor, long offset)',
);
const unmap = libc.func('int munmap(intptr_t at, size_t size)');
const fill = libc.func('intptr_t memset(intptr_t at, int value, size_t size)');
const find = libc.func('intptr_t memchr(intptr_t at, int value, size_t size)');

/** From mman.h on Linux. */
const read = 1;
const readAndWrite = 3;
const isPrivate = 2;
const privateAndAnonymous = 0x22;

/** Maps and touches pages, as an addon's own allocator does. */
export function mapPages(bytes: number): unknown {
  const at: unknown = map(0, bytes, readAndWrite, privateAndAnonymous, -1, 0);
  fill(at, 1, bytes);
  return at;
}

export function unmapPages(at: unknown, bytes: number): void {
  unmap(at, bytes);
}

/** Maps a file and reads all of it: its pages become resident, and none is anonymous. */
export function mapFile(descriptor: number, bytes: number): unknown {
  const at: unknown = map(0, bytes, read, isPrivate, descriptor, 0);
  find(at, 7, bytes);
  return at;
}
