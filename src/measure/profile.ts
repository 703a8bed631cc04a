/** Which flags and allocator settings are in force while measuring: part of what makes two results comparable. */
export interface MeasuringProfile {
  readonly nodeFlags: readonly string[];
  readonly qdrantEnv: Readonly<Record<string, string>>;
}

/**
 * Flags of the pass that counts allocations: no optimising compiler. Optimised code merges allocations and leaves some
 * out, and when V8 optimises a function depends on timing, so counts would differ from what the code allocates.
 */
export const countingFlags: readonly string[] = ['--max-opt=1'];

/** jemalloc gives freed pages back at once, so that the server's resident memory is what it uses and not what it used. */
const immediateDecay = 'dirty_decay_ms:0,muzzy_decay_ms:0';
const decayed = { MALLOC_CONF: immediateDecay, _RJEM_MALLOC_CONF: immediateDecay };

/** The measuring profiles by name. */
export const profiles = {
  /** Node as it comes; Qdrant gives freed pages back at once. */
  default: { nodeFlags: [], qdrantEnv: decayed },
  /** V8 without helper threads: steadier levels, another timing. */
  stable: { nodeFlags: ['--single-threaded'], qdrantEnv: decayed },
  /** Everything as in production, Qdrant's page cache included: what a user would see, with more noise. */
  production: { nodeFlags: [], qdrantEnv: {} },
} as const satisfies Readonly<Record<string, MeasuringProfile>>;

export type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];
