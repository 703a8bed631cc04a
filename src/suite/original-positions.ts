import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A compiled module, and the file it was made from. */
export interface CompiledSource {
  /** Path of the module that is run. */
  readonly compiled: string;
  /** Path of the file that the user wrote. */
  readonly original: string;
  /** Source map (JSON), if compiling moved lines; otherwise the line numbers are the same. */
  readonly map?: string;
}

/**
 * A text such as a stack or a log, with compiled paths and the positions after them translated to the original files.
 */
export function inOriginalTerms(text: string, sources: readonly CompiledSource[]): string {
  return sources.reduce(
    (told, source) =>
      // The URL first, because it ends with the path.
      withOriginal(
        withOriginal(told, source, (path) => pathToFileURL(path).href),
        source,
        (path) => path,
      ),
    text,
  );
}

function withOriginal(text: string, source: CompiledSource, spell: (path: string) => string): string {
  const [before = '', ...after] = text.split(spell(source.compiled));
  return after.reduce((told, part) => told + spell(source.original) + inOriginalLine(part, source), before);
}

/** A place in a file. Line and column count from 1. */
export interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A function that translates positions in compiled modules to the original files. Other positions stay as they are. */
export function originalPositions(sources: readonly CompiledSource[]): (position: Position) => Position {
  const byPath = new Map(
    sources.map(({ compiled, original, map }) => [
      compiled,
      { original, map: map === undefined ? undefined : new SourceMap(JSON.parse(map)) },
    ]),
  );
  return (position) => {
    const source = byPath.get(position.path);
    if (source === undefined) return position;
    const path = source.original;
    const entry = source.map?.findEntry(position.line - 1, position.column - 1);
    if (entry === undefined || !('originalLine' in entry)) return { ...position, path };
    return { path, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  };
}

function inOriginalLine(after: string, { map }: CompiledSource): string {
  if (map === undefined) return after;
  return after.replace(/^:(\d+)(?::(\d+))?/, (position: string, line: string, column: string | undefined) => {
    const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column ?? 1) - 1);
    if (!('originalLine' in entry)) return position;
    return `:${entry.originalLine + 1}${column === undefined ? '' : `:${entry.originalColumn + 1}`}`;
  });
}
