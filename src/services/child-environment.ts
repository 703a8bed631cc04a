import { isSecretName } from '../output/environment-secrets.js';

/** The variables of our own environment that reach scenario code; everything else could change what it does. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/** The same everywhere, so that dates and texts are. */
const fixed: Readonly<Record<string, string>> = { TZ: 'UTC', LANG: 'C.UTF-8' };

const runMarkName = 'MEMORY_BENCH_RUN';

/**
 * The variable by which the processes of a run are found, though they have left their session: its name, and a folder of
 * the run.
 */
export function runMark(folder: string): readonly [name: string, value: string] {
  return [runMarkName, folder];
}

/** The variables of scenario code that are ours to set: fixed, passed on, or how Node talks to a child. */
export const ownVariables: readonly string[] = [
  ...Object.keys(fixed),
  ...passedOn,
  'NODE_CHANNEL_FD',
  'NODE_CHANNEL_SERIALIZATION_MODE',
  'NODE_UNIQUE_ID',
  runMarkName,
];

/**
 * The environment in which scenario files are imported, when they are described and when they are measured: ours, less
 * nearly everything, and what the configuration adds.
 */
export function scenarioEnvironment(added: Readonly<Record<string, string>> = {}): Record<string, string> {
  const environment: Record<string, string> = { ...fixed };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return { ...environment, ...added };
}

/**
 * The environment of memory-bench without credentials, for programs that may look at any other variable: no inputs of the
 * action, no keys to artifacts and cache, no variable named like a token, key or password.
 */
export function environmentWithoutSecrets(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSecretName(name)));
}
