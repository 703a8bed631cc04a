/** Flags and allocator settings in force while measuring; part of what makes two results comparable. */
export interface MeasuringProfile {
  readonly nodeFlags: readonly string[];
  readonly qdrantEnv: Readonly<Record<string, string>>;
}

/**
 * Flags of the allocation pass: no optimising compiler. Optimised code merges allocations and leaves some out. When V8
 * optimises a function depends on timing, so counts would differ from what the code allocates.
 */
export const countingFlags: readonly string[] = ['--max-opt=1'];

/** Makes jemalloc return freed pages at once, so that the server's resident memory is what it uses now. */
const immediateDecay = 'dirty_decay_ms:0,muzzy_decay_ms:0';
const decayed = { MALLOC_CONF: immediateDecay, _RJEM_MALLOC_CONF: immediateDecay };

/** The measuring profiles by name. */
export const profiles = {
  /** Node with its defaults; Qdrant returns freed pages at once. */
  default: { nodeFlags: [], qdrantEnv: decayed },
  /** V8 without helper threads: steadier levels, different timing. */
  stable: { nodeFlags: ['--single-threaded'], qdrantEnv: decayed },
  /** Everything as in production, Qdrant's page cache included: what a user would see, with more noise. */
  production: { nodeFlags: [], qdrantEnv: {} },
} as const satisfies Readonly<Record<string, MeasuringProfile>>;

export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];
