import { createRequire } from 'node:module';
/** mincore(2) rejects an address within a larger page, so this size is right whenever it answers. */
const pageBytes = 4096;
const mallinfoFields = 'arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost'.split(' ');
/**
 * Binds to glibc through koffi.
 * @throws if the C library is not glibc, or is older than 2.33 and lacks mallinfo2, or if LD_PRELOAD is set.
 */
export function bindNativeMemory(koffiPath) {
    if (process.env.LD_PRELOAD)
        throw new Error(`another allocator may be preloaded (LD_PRELOAD=${process.env.LD_PRELOAD})`);
    const koffi = createRequire(import.meta.url)(koffiPath);
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
            if (address % BigInt(pageBytes) !== 0n)
                return undefined;
            const pages = new Uint8Array(Math.ceil(bytes / pageBytes));
            if (mincore(address, bytes, pages) !== 0)
                return undefined;
            return pages.reduce((resident, page) => resident + (page & 1), 0) * pageBytes;
        },
        liveBytes() {
            const info = mallinfo2();
            if (!isMallinfo2(info))
                throw new Error('mallinfo2() answered something else than its struct');
            return info.uordblks + info.hblkhd;
        },
        trim() {
            mallocTrim(0);
        },
    };
}
function isMallinfo2(value) {
    return typeof value === 'object' && value !== null && 'uordblks' in value && 'hblkhd' in value;
}
//# sourceMappingURL=native-memory.js.map