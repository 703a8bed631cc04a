import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A compiled module, and the file it was made of. */
export interface CompiledSource {
  /** Path of the module that is run. */
  readonly compiled: string;
  /** Path of the file that somebody wrote. */
  readonly original: string;
  /** Source map (JSON), where compiling moved the lines; else a line of the one is the same line of the other. */
  readonly map?: string;
}

/** A text such as a stack or a log, with every compiled path and the position after it as in the original file. */
export function inOriginalTerms(text: string, sources: readonly CompiledSource[]): string {
  return sources.reduce(
    (told, source) =>
      // The URL first: it ends like the path.
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

function inOriginalLine(after: string, { map }: CompiledSource): string {
  if (map === undefined) return after;
  return after.replace(/^:(\d+)(?::(\d+))?/, (position: string, line: string, column: string | undefined) => {
    const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column ?? 1) - 1);
    if (!('originalLine' in entry)) return position;
    return `:${entry.originalLine + 1}${column === undefined ? '' : `:${entry.originalColumn + 1}`}`;
  });
}
