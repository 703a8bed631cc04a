import { lengthOf } from './length.js';

/** What one job has to say in a comment that several share. */
export interface StickySection {
  /** What tells the job apart from the others; empty where there is one. */
  readonly leg: string;
  readonly runId: number;
  readonly attempt: number;
  /** The commit it speaks of. */
  readonly sha: string;
  readonly body: string;
}

/** A section that is yet to be written. */
export interface NewSection extends Omit<StickySection, 'body'> {
  /** Writes the body into so much room. */
  readonly render: (maxLength: number) => string;
}

/** What merging a section came to. */
export type Merged =
  | { readonly kind: 'write'; readonly body: string }
  /** A later run, or attempt, has spoken. */
  | { readonly kind: 'stale'; readonly by: { readonly runId: number; readonly attempt: number } }
  | { readonly kind: 'unchanged' };

/** GitHub takes 65,536 characters; counted in bytes there is something to spare. */
export const longestComment = 65_000;
/** What a section may count on, whatever the others say. */
const leastRoom = 4_000;
/** What one of several jobs takes at most, so that the next ones have room. */
const mostOfShared = 16_000;

const cutNote = 'cut, for want of room: see the run';
const endMarker = '<!-- memory-bench:end -->';
const startMarker =
  /^<!-- memory-bench:section leg="([^"\s]*)" run="(\d{1,15})" attempt="(\d{1,9})" sha="([^"\s]*)" -->$/;

/** The first line of the comment of a key, by which it is found again. */
export function markerOf(key: string): string {
  return `<!-- memory-bench:${encode(key).replaceAll(/%2D/g, '-').replaceAll('--', '%2D%2D')} -->`;
}

/** The sections of a comment. Whatever else it says, or is, is passed over. */
export function parseSticky(body: string): { readonly sections: readonly StickySection[] } {
  const sections: StickySection[] = [];
  let open: { readonly section: StickySection; readonly lines: string[] } | undefined;
  for (const line of body.split(/\r?\n/)) {
    const started = sectionIn(line);
    if (started !== undefined) open = { section: started, lines: [] };
    else if (line !== endMarker) open?.lines.push(line);
    else if (open !== undefined) {
      sections.push({ ...open.section, body: open.lines.join('\n') });
      open = undefined;
    }
  }
  return { sections };
}

/** The whole comment of a key. What could pass for a marker inside a section is made harmless. */
export function renderSticky(key: string, sections: readonly StickySection[]): string {
  const sorted = [...sections].sort((a, b) => (a.leg < b.leg ? -1 : a.leg > b.leg ? 1 : 0));
  return [markerOf(key), ...sorted.map(renderOne)].join('\n');
}

/**
 * The comment with our section in it: in the place of an earlier one of our job, and without what other jobs said in
 * earlier runs. Nothing where a later run has spoken.
 */
export function mergeSection(existing: string | undefined, key: string, { render, ...about }: NewSection): Merged {
  const section = { ...about, leg: about.leg.toWellFormed() };
  const { leg, runId, attempt, sha } = section;
  const known = parseSticky(existing ?? '').sections;
  const later = known.find((other) => isLater(other, section));
  if (later !== undefined) return { kind: 'stale', by: { runId: later.runId, attempt: later.attempt } };
  const others = known.filter(({ leg, runId }) => leg !== section.leg && runId === section.runId);
  const own = { leg, runId, attempt, sha, body: '' };
  const { kept, room } = makeRoom(key, own, others);
  const share = leg === '' && kept.length === 0 ? room : Math.min(room, mostOfShared);
  const rendered = harmless(render(share));
  const fitting = [rendered, firstLines(rendered), heading(rendered)].find((text) => lengthOf(text) <= room) ?? '';
  const body = renderSticky(key, [...kept, { ...own, body: fitting }]);
  return body === existing?.replaceAll('\r\n', '\n').trimEnd() ? { kind: 'unchanged' } : { kind: 'write', body };
}

function isLater(other: StickySection, { leg, runId, attempt }: Omit<NewSection, 'render'>): boolean {
  return other.runId > runId || (other.runId === runId && other.leg === leg && other.attempt > attempt);
}

/** What of the others is kept, and the room that is left: they are cut where they leave too little. */
function makeRoom(
  key: string,
  own: StickySection,
  others: readonly StickySection[],
): { readonly kept: readonly StickySection[]; readonly room: number } {
  let kept = others;
  const room = () => longestComment - lengthOf(renderSticky(key, [...kept, own]));
  for (const cut of [firstLines, heading]) {
    for (const section of [...kept].sort(leastNeededFirst)) {
      if (room() >= leastRoom) break;
      const body = cut(section.body);
      kept = kept.map((other) => (other === section && body.length < section.body.length ? { ...other, body } : other));
    }
  }
  while (room() < leastRoom && kept.length > 0) kept = kept.slice(0, -1);
  return { kept, room: room() };
}

function leastNeededFirst(a: StickySection, b: StickySection): number {
  const passed = ({ body }: StickySection) => Number(body.startsWith('## ✅'));
  return passed(b) - passed(a) || b.body.length - a.body.length;
}

/** Verdict, what was compared with what, and the links. */
function firstLines(body: string): string {
  const lines = textLines(body);
  const last = lines.at(-1);
  const footer = last?.startsWith('<sub>') ? [last] : [];
  const first = lines.slice(0, lines.length - footer.length).slice(0, 2);
  return [...first, cutNote, ...footer].join('\n\n');
}

function heading(body: string): string {
  return [...textLines(body).slice(0, 1), cutNote].join('\n\n');
}

function textLines(body: string): string[] {
  // A line that long is none of ours.
  return body.split('\n').filter((line) => line.trim() !== '' && line !== cutNote && lengthOf(line) <= 2_000);
}

function renderOne({ leg, runId, attempt, sha, body }: StickySection): string {
  const start = `<!-- memory-bench:section leg="${encode(leg)}" run="${runId}" attempt="${attempt}" sha="${encode(sha)}" -->`;
  return [start, harmless(body), endMarker].join('\n');
}

function sectionIn(line: string): StickySection | undefined {
  const [, leg = '', run = '', attempt = '', sha = ''] = startMarker.exec(line) ?? [];
  if (run === '') return undefined;
  try {
    const at = { runId: Number(run), attempt: Number(attempt) };
    return { leg: decodeURIComponent(leg), ...at, sha: decodeURIComponent(sha), body: '' };
  } catch {
    return undefined;
  }
}

function harmless(body: string): string {
  return body.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('<!--', '&lt;!--');
}

/** Inside of an HTML comment no two hyphens may follow each other. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
