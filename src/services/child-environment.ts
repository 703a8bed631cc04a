import { isSecretName } from '../output/environment-secrets.js';

/** Variables of memory-bench's environment that reach scenario code; any other could change what it does. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/** The same everywhere, so that dates and texts are the same, too. */
const fixed: Readonly<Record<string, string>> = { TZ: 'UTC', LANG: 'C.UTF-8' };

const runMarkName = 'MEMORY_BENCH_RUN';

/**
 * The variable that identifies the processes of a run, even after they have left their session. Its value is a folder
 * of the run.
 */
export function runMark(folder: string): readonly [name: string, value: string] {
  return [runMarkName, folder];
}

/** Variables of scenario code that only memory-bench sets: fixed, passed on, or for Node's channel to a child. */
export const ownVariables: readonly string[] = [
  ...Object.keys(fixed),
  ...passedOn,
  'NODE_CHANNEL_FD',
  'NODE_CHANNEL_SERIALIZATION_MODE',
  'NODE_UNIQUE_ID',
  runMarkName,
];

/**
 * The environment in which scenario files are imported, both to describe and to measure them: a few variables of
 * memory-bench's own, and those that the configuration adds.
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
 * memory-bench's environment without credentials, for programs that may read any other variable. It has no inputs of
 * the action, no keys to artifacts and cache, and no variable named like a token, key or password.
 */
export function environmentWithoutSecrets(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSecretName(name)));
}
