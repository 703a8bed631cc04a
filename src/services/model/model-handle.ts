/** What a worker needs to load a model through fastembed: plain data, sent to the measured process. */
export type ModelHandle = {
  /** Names the model and its content: `<name>@<first 12 hex digits of a sha256>`. */
  id: string;
  /** Length of every vector. */
  dimensions: number;
  /** Tokens per text: fastembed cuts longer texts and pads shorter ones to exactly this many. */
  maxLength: number;
} & ({ kind: 'custom'; directory: string; fileName: string } | { kind: 'named'; name: string; cacheDir: string });
