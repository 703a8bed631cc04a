import { lengthOf } from './length.js';
import { firstLines, hasPassed, heading, shortenedBody } from './section-body.js';
import { overviewOf } from './sticky-overview.js';

/** The section of one job in a comment that several share. */
export interface StickySection {
  /** Distinguishes the job from the others; empty if it is the only one. */
  readonly leg: string;
  readonly runId: number;
  readonly attempt: number;
  /** The commit it reports on. */
  readonly sha: string;
  readonly body: string;
}

/** A section that is yet to be written. */
export interface NewSection extends Omit<StickySection, 'body'> {
  /** Renders the body in at most `maxLength` bytes. */
  readonly render: (maxLength: number) => string;
}

/** The outcome of merging a section. */
export type Merged =
  | { readonly kind: 'write'; readonly body: string }
  /** A later run, or attempt, has commented. */
  | { readonly kind: 'stale'; readonly by: { readonly runId: number; readonly attempt: number } }
  /** The same job has a section of the same attempt, which stays. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'unchanged' };

/** GitHub accepts 65,536 characters; counting bytes leaves a margin. */
export const longestComment = 65_000;
/** Most bytes of one of several jobs, so that later ones fit. */
const mostOfShared = 16_000;

const endMarker = '<!-- memory-bench:end -->';
const startMarker =
  /^<!-- memory-bench:section leg="([^"\s]*)" run="(\d{1,15})" attempt="(\d{1,9})" sha="([^"\s]*)" -->$/;

/** The first line of the comment of a key, used to find it again. */
export function markerOf(key: string): string {
  return `<!-- memory-bench:${encode(key).replaceAll(/%2D/g, '-').replaceAll('--', '%2D%2D')} -->`;
}

/** The sections of a comment. Any other content is ignored. */
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

/**
 * The whole comment of a key. If several jobs share it, a summary line and a table come first. Text inside a section
 * that could pass for a marker is escaped.
 */
export function renderSticky(key: string, sections: readonly StickySection[]): string {
  return renderWith(key, sections, 0);
}

function renderWith(key: string, sections: readonly StickySection[], dropped: number): string {
  const sorted = [...sections].sort((a, b) => (a.leg < b.leg ? -1 : a.leg > b.leg ? 1 : 0));
  return [markerOf(key), ...overviewOf(sorted, dropped), ...sorted.map(renderOne)].join('\n');
}

/**
 * Merges a section into the comment. It replaces an earlier section of the same job and drops those of other jobs from
 * earlier runs. Nothing is written if a later run has commented, or if the section `yields` to one of the same attempt.
 */
export function mergeSection(
  existing: string | undefined,
  key: string,
  given: NewSection,
  { yields = false }: { readonly yields?: boolean } = {},
): Merged {
  const section = { ...given, leg: given.leg.toWellFormed() };
  const known = parseSticky(existing ?? '').sections;
  const later = known.find((other) => isLater(other, section));
  if (later !== undefined) return { kind: 'stale', by: { runId: later.runId, attempt: later.attempt } };
  if (yields && known.some((other) => isSameAttempt(other, section))) return { kind: 'kept' };
  const others = known.filter(({ leg, runId }) => leg !== section.leg && runId === section.runId);
  const body = fitSections(key, section, others);
  return body === existing?.replaceAll('\r\n', '\n').trimEnd() ? { kind: 'unchanged' } : { kind: 'write', body };
}

function isSameAttempt(other: StickySection, { leg, runId, attempt }: NewSection): boolean {
  return other.leg === leg && other.runId === runId && other.attempt === attempt;
}

function isLater(other: StickySection, { leg, runId, attempt }: NewSection): boolean {
  return other.runId > runId || (other.runId === runId && other.leg === leg && other.attempt > attempt);
}

/**
 * The job's section and the others in one comment. If they do not fit, jobs that passed are cut to their first lines,
 * and the others share the remaining space equally.
 */
function fitSections(key: string, section: NewSection, others: readonly StickySection[]): string {
  const { leg, runId, attempt, sha, render } = section;
  const frame = { leg, runId, attempt, sha, body: '' };
  const alone = longestComment - lengthOf(renderSticky(key, [...others, frame]));
  const rendered = harmless(render(leg === '' && others.length === 0 ? alone : mostOfShared));
  let sections: readonly StickySection[] = [...others, { ...frame, body: rendered }];
  let over = lengthOf(renderSticky(key, sections)) - longestComment;
  const replace = (before: StickySection, body: string) => {
    const saved = lengthOf(before.body) - lengthOf(body);
    if (saved <= 0) return;
    sections = sections.map((other) => (other.leg === before.leg ? { ...other, body } : other));
    over -= saved;
  };
  const cut = (shorter: (body: string) => string, which: (body: string) => boolean) => {
    for (const other of [...sections].sort(longestFirst)) {
      if (over <= 0) return;
      if (which(other.body)) replace(other, shorter(other.body));
    }
  };
  cut(firstLines, hasPassed);
  if (over > 0) {
    const red = sections.filter(({ body }) => !hasPassed(body));
    const taken = red.reduce((sum, { body }) => sum + lengthOf(body), 0);
    const share = Math.floor((taken - over) / Math.max(1, red.length));
    for (const other of red) {
      if (lengthOf(other.body) <= share) continue;
      replace(other, other.leg === leg ? harmless(render(share)) : shortenedBody(other.body, share));
    }
  }
  // For a section that exceeded its share, and for a matrix of hundreds.
  for (const shorter of [firstLines, heading]) {
    cut(shorter, hasPassed);
    cut(shorter, () => true);
  }
  return withoutLast(key, sections, leg);
}

/** The comment without the other sections that do not fit; these are counted. */
function withoutLast(key: string, sections: readonly StickySection[], own: string): string {
  let kept = [...sections].sort((a, b) => Number(b.leg === own) - Number(a.leg === own));
  const text = () => renderWith(key, kept, sections.length - kept.length);
  while (kept.length > 1 && lengthOf(text()) > longestComment) kept = kept.slice(0, -1);
  return text();
}

function longestFirst(a: StickySection, b: StickySection): number {
  return lengthOf(b.body) - lengthOf(a.body) || (a.leg < b.leg ? -1 : 1);
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

/** Encodes text for an HTML comment, which must not contain two hyphens in a row. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
