/** Profilers of native memory: `heaptrack` follows malloc, `massif` what a process holds, page by page or block by block. */
export const profilers = ['heaptrack', 'massif'] as const;
export type Profiler = (typeof profilers)[number];
