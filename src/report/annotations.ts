import type { Comparison } from '../compare/verdict.js';
import { cutText } from './escape.js';
import { type Finding, findingsOf } from './findings.js';
import { countOf } from './format.js';
import { plainText } from './plain-text.js';

/** A note that GitHub shows on the run, and beside a file where there is one. In plain text. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Relative to the repository. */
  readonly file?: string;
}

/** GitHub shows ten of a kind per step. */
const most = 10;
const longestMessage = 1000;
const titles: Readonly<Partial<Record<Finding['kind'], string>>> = {
  error: 'failed',
  budget: 'over budget',
  regression: 'needs more memory',
  leak: 'leaks',
  missing: 'was not measured',
};

/** What broke something, worst first, ten at most; of more, the tenth tells the count. `files` are the scenarios' by case. */
export function annotationsOf(comparison: Comparison, files: ReadonlyMap<string, string>): Annotation[] {
  const all = findingsOf(comparison)
    .filter(({ kind }) => titles[kind] !== undefined)
    .sort((a, b) => Number(b.failing) - Number(a.failing))
    .map((finding) => annotationOf(finding, files.get(finding.caseId)));
  if (all.length <= most) return all;
  const told = all.slice(0, most - 1);
  const title = 'memory-bench: more';
  return [
    ...told,
    { level: 'notice', title, message: `${countOf(all.length - told.length, 'more finding')}: see the job summary` },
  ];
}

function annotationOf(
  { kind, caseId, what, detail, failing, where = [] }: Finding,
  file: string | undefined,
): Annotation {
  return {
    level: failing ? 'error' : 'warning',
    title: `memory-bench: ${plain(caseId, 150).replaceAll('\n', ' ')} ${titles[kind] ?? ''}`,
    message: plain([detail === '' ? what : `${what} (${detail})`, ...where].join('\n'), longestMessage),
    ...(file === undefined ? {} : { file }),
  };
}

function plain(text: string, longest: number): string {
  return cutText(plainText(text.slice(0, 4 * longest)), longest);
}
