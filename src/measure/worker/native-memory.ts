import { createRequire } from 'node:module';

/** glibc's own view of its heap, and a way to return its free pages to the system. */
export interface NativeMemory {
  /** Live native bytes, all arenas and mapped blocks: `uordblks + hblkhd` of mallinfo2(3). */
  liveBytes(): number;
  /** malloc_trim(3): returns free pages to the system. */
  trim(): void;
  /** Start address of a backing store; undefined if koffi cannot report it. */
  addressOf(buffer: ArrayBuffer | SharedArrayBuffer): bigint | undefined;
  /** The resident part of a mapping, by mincore(2); undefined if it does not start on a page boundary. */
  residentBytes(address: bigint, bytes: number): number | undefined;
}

interface Mallinfo2 {
  readonly uordblks: number;
  readonly hblkhd: number;
}

interface Koffi {
  /** Only in newer versions. */
  address?(value: unknown): unknown;
  struct(name: string, fields: Record<string, string>): unknown;
  load(library: string): {
    func(name: string, result: unknown, parameters: unknown[]): (...given: unknown[]) => unknown;
  };
}

/** mincore(2) rejects an address within a larger page, so this size is right whenever it answers. */
const pageBytes = 4096;
const mallinfoFields = 'arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost'.split(' ');

/**
 * Binds to glibc through koffi.
 * @throws if the C library is not glibc, or is older than 2.33 and lacks mallinfo2, or if LD_PRELOAD is set.
 */
export function bindNativeMemory(koffiPath: string): NativeMemory {
  if (process.env.LD_PRELOAD)
    throw new Error(`another allocator may be preloaded (LD_PRELOAD=${process.env.LD_PRELOAD})`);
  const koffi: Koffi = createRequire(import.meta.url)(koffiPath);
  const libc = koffi.load('libc.so.6');
  const struct = koffi.struct('mallinfo2', Object.fromEntries(mallinfoFields.map((field) => [field, 'size_t'])));
  const mallinfo2 = libc.func('mallinfo2', struct, []);
  const mallocTrim = libc.func('malloc_trim', 'int', ['size_t']);
  const mincore = libc.func('mincore', 'int', ['intptr_t', 'size_t', 'uint8_t *']);
  return {
    addressOf(buffer) {
      const address = koffi.address?.(new Uint8Array(buffer));
      return typeof address === 'bigint' && address !== 0n ? address : undefined;
    },
    residentBytes(address, bytes) {
      if (address % BigInt(pageBytes) !== 0n) return undefined;
      const pages = new Uint8Array(Math.ceil(bytes / pageBytes));
      if (mincore(address, bytes, pages) !== 0) return undefined;
      return pages.reduce((resident, page) => resident + (page & 1), 0) * pageBytes;
    },
    liveBytes() {
      const info = mallinfo2();
      if (!isMallinfo2(info)) throw new Error('mallinfo2() answered something else than its struct');
      return info.uordblks + info.hblkhd;
    },
    trim() {
      mallocTrim(0);
    },
  };
}

function isMallinfo2(value: unknown): value is Mallinfo2 {
  return typeof value === 'object' && value !== null && 'uordblks' in value && 'hblkhd' in value;
}
