import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Size limit of a script; a bundle may be as large. */
const mostBytes = 8 * 1024 ** 2;
/** A longer line is generated code, and slow to search. */
const longestLine = 2_000;

/** The lines of a script, read from its file; undefined if it is not a file or is too large. */
export function linesOf(url: string): readonly string[] | undefined {
  try {
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!isAbsolute(path)) return undefined;
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const about = fstatSync(descriptor);
      if (!about.isFile() || about.size > mostBytes) return undefined;
      const bytes = Buffer.alloc(about.size);
      return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, about.size, 0)).split('\n');
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/**
 * The line, from 1, that declares a variable: the last declaration up to the line of a function that sees it, else the
 * first one. Undefined if none is found.
 */
export function declarationLine(lines: readonly string[], name: string, seenFrom: number): number | undefined {
  const declares = new RegExp(`\\b(?:const|let|var|class|function)\\b[^=;]*?(?<![\\w$.])${escaped(name)}(?![\\w$])`);
  return nearest(lines, declares, seenFrom) ?? nearest(lines, mentionOf(name), seenFrom);
}

/** The line, from 1, that creates a property: the first one from the line where its class begins. */
export function propertyLine(lines: readonly string[], name: string, classLine: number): number | undefined {
  const makes = new RegExp(`(?<![\\w$])#?${escaped(name)}["']?\\]?\\s*(?:=(?!=)|\\?\\?=|:)`);
  const found = lines.findIndex(
    (line, index) => index + 1 >= classLine && line.length <= longestLine && makes.test(line),
  );
  return found < 0 ? undefined : found + 1;
}

function mentionOf(name: string): RegExp {
  return new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`);
}

function nearest(lines: readonly string[], pattern: RegExp, upTo: number): number | undefined {
  let first: number | undefined;
  let last: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.length > longestLine || !pattern.test(line)) continue;
    first ??= index + 1;
    if (index + 1 <= upTo) last = index + 1;
  }
  return last ?? first;
}

function escaped(name: string): string {
  return name.slice(0, 100).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
