import type { ScenarioHead } from './scenario-head.js';

/** The sign that a long-running program is ready to be driven. */
export type Ready =
  /** A line of its standard output or standard error that contains this text. */
  | { readonly line: string }
  /** An address that answers with a status below 400. */
  | { readonly url: string }
  /** A port of 127.0.0.1 that accepts connections. */
  | { readonly port: string };

/** An endpoint where a program reports its own counts, in the text format of Prometheus or as JSON. */
export interface MetricsEndpoint {
  readonly url: string;
  /** Gauges in bytes, which are summed. In JSON, a name is a path: `memory.allocated_bytes`. */
  readonly names: readonly string[];
}

/**
 * A scenario that is a program in any language. The texts of `command`, `drive`, `env`, `cwd`, `ready` and `metrics`
 * can contain placeholders: `{<parameter>}`, `{port}` (a free port of 127.0.0.1), `{tempDir}`, `{qdrantUrl}`,
 * `{qdrantApiKey}`, `{collectionPrefix}`, `{modelDir}`, and in `drive` `{iteration}`. The program finds the same values
 * in its environment, as `MEMORY_BENCH_PORT` and so on. `{{port}` is a literal `{port}`.
 *
 * - With `drive`, the program keeps running: it is started, waited for (`ready`), driven, and stopped. An iteration is
 *   one run of `drive`.
 * - With `iterations` and no `drive`, the program reports the end of each iteration with a line
 *   `memory-bench:iteration` on its standard output. memory-bench waits for 1 + `warmup` + `iterations` of them.
 * - With neither, the whole program is measured, from start to end.
 */
export interface CommandDefinition<Params> extends Omit<ScenarioHead<Params>, 'measure'> {
  /** Program and arguments, run without a shell. */
  readonly command: readonly string[];
  /** Program and arguments of one iteration's load; not measured. */
  readonly drive?: readonly string[];
  readonly ready?: Ready;
  /** The program waits for a line on its standard input after every `memory-bench:iteration`, for exact readings. */
  readonly handshake?: boolean;
  /** Where the program reports its own memory. */
  readonly metrics?: MetricsEndpoint;
  /** Environment variables of the program and of `drive`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in, relative to the working directory. */
  readonly cwd?: string;
  /** Signal that ends a driven program; after ten seconds it is SIGKILL. Default SIGTERM. */
  readonly stop?: 'SIGTERM' | 'SIGINT' | 'SIGQUIT' | 'SIGHUP';
}
