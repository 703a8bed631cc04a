import type { ScenarioHead } from './scenario-head.js';

/** When a program that keeps running can be driven. */
export type Ready =
  /** A line of its standard output or standard error that contains this text. */
  | { readonly line: string }
  /** An address that answers with a status below 400. */
  | { readonly url: string }
  /** A port of 127.0.0.1 that accepts connections. */
  | { readonly port: string };

/** An endpoint where a program tells its own counts, in the text format of Prometheus or as JSON. */
export interface MetricsEndpoint {
  readonly url: string;
  /** Gauges in bytes; their sum is what is read. In JSON a name is a path: `memory.allocated_bytes`. */
  readonly names: readonly string[];
}

/**
 * A scenario that is a program in any language. In the texts of `command`, `drive`, `env`, `cwd`, `ready` and `metrics`
 * stand for what they name: `{<parameter>}`, `{port}` (a free one of 127.0.0.1), `{tempDir}`, `{qdrantUrl}`,
 * `{qdrantApiKey}`, `{collectionPrefix}`, `{modelDir}`, and in `drive` `{iteration}`. The program finds the same in its
 * environment, as `MEMORY_BENCH_PORT` and so on. `{{port}` is `{port}` itself.
 *
 * - With `drive` it is a program that keeps running: it is started, waited for (`ready`), driven, and stopped. An
 *   iteration is one run of `drive`.
 * - With `iterations` and no `drive` it says itself when an iteration is over, with a line `memory-bench:iteration` on
 *   its standard output; 1 + `warmup` + `iterations` of them are waited for.
 * - With neither, the whole of it is measured, from start to end.
 */
export interface CommandDefinition<Params> extends Omit<ScenarioHead<Params>, 'measure'> {
  /** Program and arguments. No shell reads them. */
  readonly command: readonly string[];
  /** Program and arguments of one iteration's load; not measured. */
  readonly drive?: readonly string[];
  readonly ready?: Ready;
  /** After every line `memory-bench:iteration` the program waits for a line on its standard input: exact readings. */
  readonly handshake?: boolean;
  /** Where the program tells its own memory. */
  readonly metrics?: MetricsEndpoint;
  /** Environment variables of the program and of `drive`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in, relative to the working directory. */
  readonly cwd?: string;
  /** What ends a driven program; after ten seconds it is SIGKILL. Default SIGTERM. */
  readonly stop?: 'SIGTERM' | 'SIGINT' | 'SIGQUIT' | 'SIGHUP';
}
