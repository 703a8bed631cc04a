import { UsageError } from '../errors.js';
import type { MatrixParams } from './matrix.js';

/** What placeholders stand for; undefined where it cannot be had in this case. */
export type Placeholders = Readonly<Record<string, MatrixParams[string] | undefined>>;

/** Names that parameters may not have, because they stand for something already. */
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
 * A text with `{name}` replaced by what it stands for. `{{name}` is `{name}` itself; braces around anything but a name are
 * left alone, as in JSON.
 * @throws UsageError for a name that stands for nothing.
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
