/** What the fuzzer is asked to do. */
export interface FuzzOrder {
  /** Inputs of all targets together. */
  readonly runs: number;
  readonly seed: number;
  /** Part of the names of the targets; undefined for all. */
  readonly only: string | undefined;
  /** An input that takes longer is a hang, in ms of processor time. */
  readonly slowMs: number;
  /** Where the thread writes which input it is at. */
  readonly place: SharedArrayBuffer;
}

/** What became of the inputs of a target. */
export interface Report {
  readonly target: string;
  readonly inputs: number;
  /** Inputs that were refused with a typed error. */
  refused: number;
  /** Errors that are no refusal. */
  crashes: number;
  /** Inputs that took longer than `slowMs`. */
  hangs: number;
  injections: number;
  /** Of one input, in ms of processor time. */
  slowestMs: number;
  readonly examples: { readonly problem: string; readonly input: string }[];
}
