/** Plain data, sent to the measured process, from which a worker loads a model through fastembed. */
export type ModelHandle = {
  /** Identifies the model and its content: `<name>@<first 12 hex digits of a sha256>`. */
  id: string;
  /** Length of every vector. */
  dimensions: number;
  /** Tokens per text: fastembed cuts longer texts and pads shorter ones to exactly this many. */
  maxLength: number;
} & ({ kind: 'custom'; directory: string; fileName: string } | { kind: 'named'; name: string; cacheDir: string });
