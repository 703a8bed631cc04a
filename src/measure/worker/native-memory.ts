import { createRequire } from 'node:module';

/** glibc's own view of its heap, and the way to make it give free pages back. */
export interface NativeMemory {
  /** Live native bytes, all arenas and mapped blocks: `uordblks + hblkhd` of mallinfo2(3). */
  liveBytes(): number;
  /** malloc_trim(3): returns free pages to the system. */
  trim(): void;
}

interface Mallinfo2 {
  readonly uordblks: number;
  readonly hblkhd: number;
}

interface Koffi {
  struct(name: string, fields: Record<string, string>): unknown;
  load(library: string): {
    func(name: string, result: unknown, parameters: unknown[]): (...given: unknown[]) => unknown;
  };
}

const mallinfoFields = 'arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost'.split(' ');

/**
 * Binds to glibc through koffi.
 * @throws where the C library is another one, or is older than 2.33 and has no mallinfo2.
 */
export function bindNativeMemory(koffiPath: string): NativeMemory {
  if (process.env.LD_PRELOAD)
    throw new Error(`another allocator may be preloaded (LD_PRELOAD=${process.env.LD_PRELOAD})`);
  const koffi: Koffi = createRequire(import.meta.url)(koffiPath);
  const libc = koffi.load('libc.so.6');
  const struct = koffi.struct('mallinfo2', Object.fromEntries(mallinfoFields.map((field) => [field, 'size_t'])));
  const mallinfo2 = libc.func('mallinfo2', struct, []);
  const mallocTrim = libc.func('malloc_trim', 'int', ['size_t']);
  return {
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
