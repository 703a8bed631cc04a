import type { Comparison } from '../compare/verdict.js';
import { cutText } from './escape.js';
import { type Finding, findingsOf } from './findings.js';
import { countOf } from './format.js';
import { plainText } from './plain-text.js';

/** A plain-text note that GitHub shows on the run and, if it has a file, next to that file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Relative to the repository. */
  readonly file?: string;
  /** Line of the file, from 1. */
  readonly line?: number;
}

/** GitHub shows ten annotations of a kind per step. */
const most = 10;
const longestMessage = 1000;
const titles: Readonly<Partial<Record<Finding['kind'], string>>> = {
  error: 'failed',
  budget: 'over budget',
  regression: 'needs more memory',
  leak: 'leaks',
  missing: 'was not measured',
  skipped: 'was not measured',
  incomplete: 'is incomplete',
  unchecked: 'is incomplete',
};
/** Kinds that are annotated only if they fail the run: a service may be missing permanently. */
const onlyFailing: readonly Finding['kind'][] = ['skipped', 'incomplete', 'unchecked'];

/**
 * Annotates why the run was not compared, then the findings, worst first. At most ten: the tenth counts the others.
 * `files` maps each case to the file of its scenario. `inRepository` maps a file of the working directory to its path
 * in the repository, or to undefined if the repository does not have it.
 */
export function annotationsOf(
  comparison: Comparison,
  files: ReadonlyMap<string, string>,
  inRepository: (file: string) => string | undefined = () => undefined,
): Annotation[] {
  const found = findingsOf(comparison)
    .filter(({ kind, failing }) => titles[kind] !== undefined && (failing || !onlyFailing.includes(kind)))
    .sort((a, b) => Number(b.failing) - Number(a.failing))
    .map((finding) => annotationOf(finding, placeOf(finding, files.get(finding.caseId), inRepository)));
  const all = [...absenceAnnotation(comparison), ...found];
  if (all.length <= most) return all;
  const told = all.slice(0, most - 1);
  const title = 'memory-bench: more';
  return [
    ...told,
    { level: 'notice', title, message: `${countOf(all.length - told.length, 'more finding')}: see the job summary` },
  ];
}

function absenceAnnotation({ absence, failOn }: Comparison): Annotation[] {
  if (absence?.kind !== 'unavailable') return [];
  const { reason, remedy = '', expected } = absence;
  const fails = expected && failOn.includes('baseline') ? 'This fails the run, because fail-on has `baseline`.' : '';
  const message = [reason, remedy, fails].filter((line) => line !== '').join('\n');
  return [{ level: 'warning', title: 'memory-bench: not compared', message: plain(message, longestMessage) }];
}

/** The line that explains the finding, if the repository has it; else the scenario's file. */
function placeOf(
  { culprit }: Finding,
  scenario: string | undefined,
  inRepository: (file: string) => string | undefined,
): Pick<Annotation, 'file' | 'line'> {
  const file = culprit && inRepository(culprit.file);
  if (culprit !== undefined && file !== undefined) return { file, line: culprit.line };
  return scenario === undefined ? {} : { file: scenario };
}

function annotationOf(
  { kind, caseId, what, detail, failing, where = [] }: Finding,
  place: Pick<Annotation, 'file' | 'line'>,
): Annotation {
  return {
    level: failing ? 'error' : 'warning',
    title: `memory-bench: ${plain(caseId, 150).replaceAll('\n', ' ')} ${titles[kind] ?? ''}`,
    message: plain([detail === '' ? what : `${what} (${detail})`, ...where].join('\n'), longestMessage),
    ...place,
  };
}

function plain(text: string, longest: number): string {
  return cutText(plainText(text.slice(0, 4 * longest)), longest);
}
