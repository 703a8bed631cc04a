import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;
type Name = (typeof NAMES)[number];
const SUMMARY_LIMIT = 2 ** 20;

/** The files a step writes its results to: `GITHUB_OUTPUT` and its siblings, made anew for every step. */
export class CommandFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
    for (const name of NAMES) writeFileSync(this.#path(name), '');
  }

  /** Where they are, as environment variables. */
  get variables(): Record<string, string> {
    return Object.fromEntries(NAMES.map((name) => [`GITHUB_${name}`, this.#path(name)]));
  }

  /** The values in one of the files with names and values. */
  values(name: 'OUTPUT' | 'STATE' | 'ENV'): Record<string, string> {
    return parseValues(this.#text(name));
  }

  /** Directories to put in front of PATH, the last one first. */
  get path(): string[] {
    return this.#text('PATH')
      .split('\n')
      .filter((line) => line !== '')
      .reverse();
  }

  /** The step's part of the job summary. A longer one than GitHub takes is dropped as a whole, with an error. */
  get summary(): { text: string; problem?: string } {
    const text = this.#text('STEP_SUMMARY');
    const size = Buffer.byteLength(text);
    if (size <= SUMMARY_LIMIT) return { text };
    const problem = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`;
    return { text: '', problem };
  }

  #path(name: Name): string {
    return join(this.#directory, name.toLowerCase());
  }

  #text(name: Name): string {
    return readFileSync(this.#path(name), 'utf8');
  }
}

/** Parses `name=value` lines and `name<<delimiter` heredocs as the runner does. */
export function parseValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2));
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${line.slice(heredoc + 2)}'`);
      values[line.slice(0, heredoc)] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
    else throw new Error(`Invalid format '${line}'`);
  }
  return values;
}
