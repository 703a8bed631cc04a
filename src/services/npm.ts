import { execFile } from 'node:child_process';
import { EnvironmentError, messageOf } from '../errors.js';
import { toolEnvironment } from './tool-environment.js';

const attempts = 2;
const limitMs = 10 * 60_000;
const lastLines = 15;
const windows = process.platform === 'win32';

/**
 * Installs exactly the packages in the package-lock.json of `folder`, without development packages and without running
 * package scripts. Retries once, because a registry may be busy.
 * @throws EnvironmentError with the last lines of npm's output.
 */
export async function installLocked(folder: string): Promise<void> {
  const given = ['ci', '--omit=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  for (let attempt = 1; ; attempt += 1) {
    const failure = await npm(given, folder);
    if (failure === undefined) return;
    if (attempt === attempts || failure.final) throw npmFailed(failure.reason);
  }
}

/** Runs npm. Resolves with the reason why it failed; undefined on success. */
function npm(given: readonly string[], cwd: string): Promise<{ reason: string; final: boolean } | undefined> {
  return new Promise((done) => {
    // Node starts a .cmd file only through a shell; none of the arguments come from outside.
    const env = toolEnvironment('npm');
    const options = { cwd, env, timeout: limitMs, shell: windows, maxBuffer: 64 * 1024 ** 2 };
    execFile(windows ? 'npm.cmd' : 'npm', given, options, (error, stdout, stderr) => {
      if (error === null) done(undefined);
      else if (error.code === 'ENOENT') done({ reason: 'there is no npm on PATH', final: true });
      else if (error.killed) done({ reason: `npm took more than ${limitMs / 60_000} minutes`, final: true });
      else done({ reason: endOf(`${stdout}${stderr}`) || messageOf(error), final: false });
    });
  });
}

function endOf(said: string): string {
  return said.trim().split('\n').slice(-lastLines).join('\n');
}

function npmFailed(reason: string): EnvironmentError {
  return new EnvironmentError(`the packages that scenarios use could not be installed: ${reason}`, {
    remedy:
      'npm has to be on PATH (actions/setup-node puts it there) and has to reach a registry; ' +
      'one of your own is named with the variable npm_config_registry.',
  });
}
