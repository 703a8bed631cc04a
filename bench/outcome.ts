/** Options of a self-benchmark. */
export interface BenchOptions {
  /** Takes under five minutes for all benches together: fewer repetitions, recorded samples. */
  readonly quick: boolean;
  /** `noise` only: takes new samples, with the machine under load. */
  readonly loaded: boolean;
}

/** The results of a self-benchmark. */
export interface BenchOutcome {
  /** One line with the most important figures. */
  readonly summary: string;
  /** All results, as written to bench/results/<name>.json. */
  readonly figures: object;
  /** The same as a Markdown table, written to bench/results/<name>.md. */
  readonly markdown: string;
}
