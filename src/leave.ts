import type { ExitCode } from './errors.js';

/**
 * Ends the process once its output is written, for the entry points: a stream or timer that something still holds open
 * must not keep a finished run alive.
 */
export function leave(code: ExitCode): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
