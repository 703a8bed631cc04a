import { UsageError } from '../../errors.js';
import type { MatrixParams } from '../../suite/matrix.js';

/** What a placeholder stands for; undefined where it cannot be had in this case. */
export type Placeholders = Readonly<Record<string, MatrixParams[string] | undefined>>;

/**
 * A text with `{name}` replaced by what it stands for. `{{` is a brace; braces around anything but a name are left alone,
 * as in JSON.
 * @throws UsageError for a name that stands for nothing.
 */
export function fillIn(text: string, placeholders: Placeholders): string {
  return text.replaceAll(/\{\{|\{([A-Za-z][A-Za-z0-9_]*)\}/g, (found, name: string | undefined) => {
    if (name === undefined) return '{';
    const value = placeholders[name];
    if (value !== undefined) return String(value);
    const legal = Object.entries(placeholders).flatMap(([known, is]) => (is === undefined ? [] : [`{${known}}`]));
    throw new UsageError(`${found} in ${JSON.stringify(text)} stands for nothing`, {
      remedy: `There are: ${legal.join(', ')}. List qdrant or model in \`needs\` for theirs; {{ is a brace.`,
    });
  });
}

/** The same as environment variables: `MEMORY_BENCH_TEMP_DIR` for `tempDir`. */
export function asEnvironment(placeholders: Placeholders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(placeholders).flatMap(([name, value]) =>
      value === undefined ? [] : [[`MEMORY_BENCH_${upperSnake(name)}`, String(value)]],
    ),
  );
}

function upperSnake(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}
