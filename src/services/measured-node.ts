import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { addressSpaceRemedy, EnvironmentError, messageOf } from '../errors.js';
import { lackedAddressSpace } from './address-space.js';
import { scenarioEnvironment } from './child-environment.js';

const run = promisify(execFile);
const answerWithinMs = 30_000;
const oldest = { major: 20, minor: 19 };
const remedy =
  `Node ${oldest.major}.${oldest.minor} or newer is needed: name its program with node-path (--node-path), ` +
  'or on a runner put it on PATH with actions/setup-node.';

/**
 * Asks the measured Node program for its version, such as `v20.20.2`.
 * @throws EnvironmentError if it cannot be started, is not Node, or is too old.
 */
export async function measuredNodeVersion(nodePath: string): Promise<string> {
  const said = await askVersion(nodePath);
  const [, major, minor] = /^v(\d+)\.(\d+)\.\d+/.exec(said) ?? [];
  if (major === undefined) throw new EnvironmentError(`the program ${nodePath} is no Node`, { remedy });
  if (Number(major) > oldest.major || (Number(major) === oldest.major && Number(minor) >= oldest.minor)) return said;
  throw new EnvironmentError(`the Node to be measured, ${nodePath}, is too old: ${said}`, { remedy });
}

/**
 * Flags that keep Node's own TypeScript loader out of a measured process, because it takes more memory than many
 * scenarios. Importing TypeScript is then an error, as on a Node without the loader.
 */
export function withoutTypeScript(version: string): readonly string[] {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 6) ? ['--no-experimental-strip-types'] : [];
}

async function askVersion(nodePath: string): Promise<string> {
  try {
    const options = { env: scenarioEnvironment(), timeout: answerWithinMs };
    const { stdout } = await run(nodePath, ['-p', 'process.version'], options);
    return stdout.trim();
  } catch (cause) {
    const message = messageOf(cause);
    const [reason] = message.split('\n');
    throw new EnvironmentError(`the Node to be measured cannot be started: ${reason}`, {
      remedy: lackedAddressSpace(message) ? addressSpaceRemedy : remedy,
      cause,
    });
  }
}
