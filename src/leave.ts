import type { ExitCode } from './errors.js';

/**
 * Ends the process once its output is written, for the entry points. An open stream or timer must not keep a finished
 * run alive.
 */
export function leave(code: ExitCode): void {
  process.exitCode = code;
  // A failed write calls back before its stream emits the error, which decides the exit status.
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit(code))));
}
