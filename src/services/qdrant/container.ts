import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { promisify } from 'node:util';
import { describeEnding, type Ending, LogTail } from '../child.js';
import type { Guardian } from '../guardian.js';
import { toolEnvironment } from '../tool-environment.js';

const run = promisify(execFile);
const removeLimitMs = 30_000;

/** A container's log, exit and removal. Docker does not remove it on exit, so that its log and status can be read. */
export class Container {
  readonly #name: string;
  readonly #guardian: Guardian;
  readonly #log = new LogTail();
  #followed: Promise<unknown> = Promise.resolve();
  #ending: Ending | undefined;

  constructor(name: string, guardian: Guardian) {
    this.#name = name;
    this.#guardian = guardian;
  }

  /** Follows the log and the exit of the running container. */
  follow(): void {
    const log = this.#attached(['logs', '--follow', '--tail', '100', this.#name]);
    this.#log.follow(log);
    const wait = this.#attached(['wait', this.#name]);
    let status = '';
    wait.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      status += chunk;
    });
    const logged = new Promise((resolve) => log.once('close', resolve));
    const waited = new Promise((resolve) => wait.once('close', resolve));
    this.#followed = Promise.all([
      logged,
      waited.then(async () => {
        // Callers read the log once they see the end.
        await logged;
        this.#ending = endingOf(status);
      }),
    ]);
  }

  ended(): Ending | undefined {
    return this.#ending;
  }

  /** Reason why the server in it will never answer; undefined while it may. */
  broken(): string | undefined {
    return this.#ending && `it ended with ${describeEnding(this.#ending)}`;
  }

  logTail(): string {
    return this.#log.text;
  }

  /** Stops and removes the container. If that fails, the guardian removes it. */
  async remove(): Promise<void> {
    try {
      await run('docker', ['rm', '--force', this.#name], { timeout: removeLimitMs, env: toolEnvironment('docker') });
    } catch {
      return;
    }
    this.#guardian.forgetContainer(this.#name);
    await this.#followed;
  }

  #attached(given: readonly string[]) {
    const child = spawn('docker', given, {
      env: toolEnvironment('docker'),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches only memory-bench: the log is needed until the container is removed.
      detached: true,
    });
    child.on('error', () => {});
    return child;
  }
}

/** `docker wait` prints the status as a shell does: 128 plus the signal's number for a killed process. */
function endingOf(status: string): Ending {
  const code = Number.parseInt(status, 10);
  const [signal] = Object.entries(constants.signals).find(([, number]) => number === code - 128) ?? [];
  if (isSignal(signal)) return { signal };
  return { code: Number.isNaN(code) ? 1 : code };
}

function isSignal(name: string | undefined): name is NodeJS.Signals {
  return name !== undefined && name in constants.signals;
}
