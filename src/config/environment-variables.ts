import { UsageError } from '../errors.js';
import { ownVariables } from '../services/child-environment.js';

/** What a variable of the measured process may be called. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * `NAME=VALUE` lines as variables; the last of one name counts.
 * @throws UsageError for a line that is none. It shows no value: that may be a secret.
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
 * The variables, where the measured process can be given them.
 * @throws UsageError for one that memory-bench sets itself, and a value that no process can have.
 */
export function settableVariables(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(variables)) {
    if (ownVariables.includes(name)) {
      throw new UsageError(`the environment variable ${name} of the measured process cannot be set with env`, {
        remedy:
          'memory-bench fixes TZ and LANG; PATH, HOME, TMPDIR, LD_LIBRARY_PATH, LD_PRELOAD and certificate settings ' +
          'are those of its own environment: set them there.',
      });
    }
    if (value.includes('\0')) {
      throw new UsageError(`the environment variable ${name} has a NUL character in it`, { remedy: 'Leave it out.' });
    }
  }
  return variables;
}
