import { UsageError } from '../errors.js';
import type { MatrixParams } from './matrix.js';

/** Values of placeholders; undefined if not available in this case. */
export type Placeholders = Readonly<Record<string, MatrixParams[string] | undefined>>;

/** Names that parameters may not have, because they are placeholders already. */
export const reservedNames = [
  'port',
  'tempDir',
  'iteration',
  'qdrantUrl',
  'qdrantApiKey',
  'collectionPrefix',
  'modelDir',
] as const;

/**
 * A text with each `{name}` replaced by its value. `{{name}` is a literal `{name}`. Braces around anything but a name
 * are left alone, as in JSON.
 * @throws UsageError for a name without a value.
 */
export function fillIn(text: string, placeholders: Placeholders): string {
  return text.replaceAll(/\{\{(?=[A-Za-z][A-Za-z0-9_]*\})|\{([A-Za-z][A-Za-z0-9_]*)\}/g, (found, name?: string) => {
    if (name === undefined) return '{';
    const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
    if (value !== undefined) return String(value);
    throw new UsageError(`${found} in ${JSON.stringify(text)} stands for nothing`, { remedy: remedyFor(placeholders) });
  });
}

function remedyFor(placeholders: Placeholders): string {
  const legal = Object.entries(placeholders).flatMap(([known, is]) => (is === undefined ? [] : [`{${known}}`]));
  return `There are: ${legal.join(', ')}. List qdrant or model in \`needs\` for theirs; {{name} is {name} itself.`;
}

/** The placeholders as environment variables: `MEMORY_BENCH_TEMP_DIR` for `tempDir`. */
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
