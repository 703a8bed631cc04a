import { ExitCode, messageOf } from '../errors.js';
import { jsonText, logText, screenText } from './log-text.js';
import { redact, redactFile } from './secrets.js';

/**
 * Keeps the process alive when standard output or standard error cannot be written. A reader that closes its end, such
 * as `head`, changes nothing. If the report is lost otherwise, as on a full disk, a passing run ends with status 3.
 */
export function guardStandardStreams(): void {
  process.stderr.on('error', () => {});
  let lost = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (lost || error.code === 'EPIPE') return;
    lost = true;
    sayError(`memory-bench: standard output cannot be written: ${messageOf(error)}`);
  });
  process.on('exit', () => {
    if (lost && (process.exitCode ?? ExitCode.ok) === ExitCode.ok) process.exitCode = ExitCode.environment;
  });
}

// logText may remove characters from inside a secret, so text is redacted before and after.

/** Prints text with memory-bench's own colours. Quoted text cannot reach the terminal or the log as a command. */
export function printText(text: string): void {
  process.stdout.write(withLineEnd(redact(screenText(redact(text)))));
}

/** Prints a JSON document. */
export function printJson(value: unknown): void {
  process.stdout.write(withLineEnd(jsonText(redactFile(JSON.stringify(value, undefined, 2)))));
}

/** Writes text to standard error. */
export function sayError(text: string): void {
  process.stderr.write(withLineEnd(redact(logText(redact(text)))));
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
