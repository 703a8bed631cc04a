/**
 * Limits of a results document. A run with a write token reads results of a fork, so every part has a limit. Each is
 * far above what an honest run needs, and `fit.ts` keeps memory-bench's own documents below it.
 */
export const limits = {
  /** Bytes of a document. */
  documentBytes: 64 * 1024 * 1024,
  /** Cases of a document. */
  cases: 2_000,
  /** Samples of a case, all passes together. */
  samples: 500,
  /** Samples of a case in the memory pass that a configuration can ask for. */
  repeats: 400,
  /** Iterations of a case, excluding those of a follow-up. */
  iterations: 10_000,
  /** Iterations of a case with a `growth` budget, whose slope takes quadratic time, and of a leak follow-up. */
  growthIterations: 1_000,
  /** Values of a series over iterations, including those of a follow-up. */
  series: 10_000,
  /** Readings of a timeline. */
  readings: 1_000,
  /** Phases of a timeline. */
  phases: 200,
  /** Characters of a case id. */
  id: 300,
  /** Characters of a name: of a suite, a version, a metric, a reading. */
  name: 300,
  /** Characters of a path or a glob of scenario files. */
  path: 4_096,
  /** Characters of a regular expression on case ids. */
  filter: 500,
  /** Characters of a description or a reason. */
  text: 2_000,
  /** Characters of an error message. */
  message: 10_000,
  /** Characters of a stack trace, or of the end of a log. */
  log: 20_000,
  /** Globs of budgets, or of thresholds. */
  globs: 500,
  /** Entries of a list or a record that is none of the above: tags, versions, differences. */
  entries: 2_000,
  /** Absolute value of a number: 2^53 bytes are 8 PiB. */
  number: 2 ** 53,
} as const;
