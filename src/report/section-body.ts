// Reads and shortens the text of a section in a comment. Only its first line has a fixed form.
import { lengthOf } from './length.js';

const cutNote = 'cut, for want of room: see the run';
/** Most bytes of a line that memory-bench writes. */
const longestLine = 2_000;

/** The parts of a section's heading: `## ❌ memory-bench (node 22): 1 regression`. */
export interface HeadingParts {
  readonly sign: string;
  /** The text after the name of the job, as Markdown. */
  readonly words: string;
}

/** The heading of a section; undefined if its first line is not a heading. */
export function headingOf(body: string): HeadingParts | undefined {
  const [first = ''] = textLines(body);
  const [, sign, words] = /^## (\S{1,8}) memory-bench(?: \([^\n]*?\))?: (.{1,1000})$/u.exec(first) ?? [];
  return sign === undefined || words === undefined ? undefined : { sign, words };
}

/** Whether the verdict of a section is a pass without reservations. */
export function hasPassed(body: string): boolean {
  return body.startsWith('## ✅');
}

/** The verdict, the two sides compared, and the links. */
export function firstLines(body: string): string {
  const lines = textLines(body);
  const footer = footerOf(lines);
  const first = lines.slice(0, lines.length - footer.length).slice(0, 2);
  return [...first, cutNote, ...footer].join('\n\n');
}

/** The verdict alone. */
export function heading(body: string): string {
  return [...textLines(body).slice(0, 1), cutNote].join('\n\n');
}

/**
 * As many whole paragraphs, tables and folds from the top as fit into `maxLength` bytes, with the links at the end. A
 * table that does not fit keeps its first rows.
 */
export function shortenedBody(body: string, maxLength: number): string {
  if (lengthOf(body) <= maxLength) return body;
  const footer = footerOf(textLines(body));
  const end = ['', cutNote, ...footer].join('\n\n');
  let left = maxLength - lengthOf(end);
  const kept: string[] = [];
  for (const block of blocksOf(body)) {
    if (block === cutNote || footer.includes(block)) continue;
    const fitting = lengthOf(block) + 2 <= left ? block : firstRows(block, left - 2);
    if (fitting !== '') kept.push(fitting);
    if (fitting !== block) break;
    left -= lengthOf(block) + 2;
  }
  return kept.length < 2 ? firstLines(body) : `${kept.join('\n\n')}${end}`;
}

function firstRows(block: string, maxLength: number): string {
  const rows = block.split('\n');
  if (!rows.every((row) => row.startsWith('| '))) return '';
  while (rows.length > 0 && lengthOf(rows.join('\n')) > maxLength) rows.pop();
  // Header and alignment alone say nothing.
  return rows.length > 2 ? rows.join('\n') : '';
}

/** The parts between blank lines; a fold and a fenced block are one part each. */
function blocksOf(body: string): string[] {
  const blocks: string[] = [];
  let open: string[] = [];
  let folds = 0;
  let fenced = false;
  for (const line of body.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    else if (!fenced) folds += occurrences(line, '<details>') - occurrences(line, '</details>');
    if (line.trim() !== '' || fenced || folds > 0) open.push(line);
    else if (open.length > 0) {
      blocks.push(open.join('\n'));
      open = [];
    }
  }
  // An unclosed block would swallow the sections after it.
  return fenced || folds > 0 || open.length === 0 ? blocks : [...blocks, open.join('\n')];
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

function footerOf(lines: readonly string[]): string[] {
  const last = lines.at(-1);
  return last?.startsWith('<sub>') ? [last] : [];
}

function textLines(body: string): string[] {
  return body.split('\n').filter((line) => line.trim() !== '' && line !== cutNote && lengthOf(line) <= longestLine);
}
