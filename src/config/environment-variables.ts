import { UsageError } from '../errors.js';
import { ownVariables } from '../services/child-environment.js';

/** Legal names for variables of the measured process. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Parses `NAME=VALUE` lines into variables; the last value of a name wins.
 * @throws UsageError for any other line. The message shows no value, because it may be a secret.
 */
export function readVariables(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const end = line.indexOf('=');
      const name = line.slice(0, end);
      if (end > 0 && variableName.test(name)) return [name, line.slice(end + 1)];
      throw new UsageError(`the environment variable number ${index + 1} of env is not written as NAME=VALUE`, {
        remedy: 'Such as MALLOC_ARENA_MAX=2; a name has letters, digits and underscores.',
      });
    }),
  );
}

/**
 * Returns the variables if all of them can be set in the measured process.
 * @throws UsageError for a variable that memory-bench sets itself, and for a value that no process can have.
 */
export function settableVariables(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(variables)) {
    if (ownVariables.includes(name)) {
      throw new UsageError(`the environment variable ${name} of the measured process cannot be set with env`, {
        remedy:
          'memory-bench fixes TZ and LANG. It passes PATH, HOME, TMPDIR, LD_LIBRARY_PATH, LD_PRELOAD and certificate ' +
          'settings on from its own environment: set them there.',
      });
    }
    if (value.includes('\0')) {
      throw new UsageError(`the environment variable ${name} has a NUL character in it`, { remedy: 'Leave it out.' });
    }
  }
  return variables;
}
