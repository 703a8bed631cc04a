/** How a self-benchmark is to be run. */
export interface BenchOptions {
  /** Answers in under five minutes, all benches together: fewer repetitions, recorded samples. */
  readonly quick: boolean;
  /** `noise` only: measure here and now, with the machine under load. */
  readonly loaded: boolean;
}

/** What a self-benchmark found. */
export interface BenchOutcome {
  /** One line: the figures that matter. */
  readonly summary: string;
  /** Everything it found, as it is written to bench/results/<name>.json. */
  readonly figures: object;
  /** The same as a Markdown table, written to bench/results/<name>.md. */
  readonly markdown: string;
}
