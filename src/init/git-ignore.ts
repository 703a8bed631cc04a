import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored } from './git.js';
import type { Survey } from './survey.js';

const ignored = '.memory-bench/';

/** A planned `.gitignore`; without content if nothing has to be added. */
export interface IgnoreFile {
  readonly path: string;
  readonly lines: readonly string[];
  readonly content: string | undefined;
}

/** Adds the folder that runs write to the package's `.gitignore`, or to the repository's if only that one exists. */
export function ignoreFile({ packageFolder, repositoryFolder, inRepository }: Survey): IgnoreFile {
  const candidates = [packageFolder, repositoryFolder].map((folder) => join(folder, '.gitignore'));
  const path = candidates.find((candidate) => existsSync(candidate)) ?? join(packageFolder, '.gitignore');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const listed = (before ?? '').split(/\r?\n/).some((line) => /^\/?\.memory-bench\/?\s*$/.test(line));
  if (listed || (inRepository && isIgnored(packageFolder, `${ignored}results.json`))) {
    return { path, lines: [ignored], content: undefined };
  }
  // The next step is to commit. Without a `.gitignore`, that would include the installed packages.
  const lines = before === undefined ? ['node_modules/', ignored] : [ignored];
  return { path, lines, content: withLines(before ?? '', lines) };
}

function withLines(text: string, lines: readonly string[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const complete = text === '' || text.endsWith('\n') ? text : text + lineEnd;
  return complete + lines.map((line) => line + lineEnd).join('');
}
