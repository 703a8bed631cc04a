/** Profilers of native memory: `heaptrack` tracks malloc, `massif` tracks held memory, by page or by block. */
export const profilers = ['heaptrack', 'massif'] as const;
export type Profiler = (typeof profilers)[number];
