/** The variables of our own environment that reach scenario code; everything else could change what it does. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/** The environment in which scenario files are imported, when they are described and when they are measured. */
export function scenarioEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { TZ: 'UTC', LANG: 'C.UTF-8' };
  for (const name of passedOn) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** Our own environment, less what a runner gives to an action alone: its inputs, and the keys to artifacts and cache. */
export function environmentWithoutKeys(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(INPUT_|ACTIONS_)/.test(name)));
}
