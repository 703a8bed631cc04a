import { judgeUntrusted, type UntrustedJudgement } from '../compare/untrusted.js';
import type { CaseComparison, Comparison } from '../compare/verdict.js';
import { countOf } from '../report/format.js';
import { unmeasuredReservation } from '../report/judgement.js';
import type { Judgement, Reservation, RulesSource } from '../report/provenance.js';
import type { BaselineAbsence } from '../results/absence.js';
import type { Results } from '../results/schema.js';
import type { Handover } from './handover.js';
import type { RunEnd } from './run-jobs.js';

/** Maximum number of job names listed. */
const mostNames = 8;

/** The input of the comment action's judgement. */
export interface Finished {
  /** From the run, unverified. */
  readonly results: Results;
  readonly handover: Handover;
  readonly baseline: Results | undefined;
  /** The reason that there is no baseline. */
  readonly absence?: BaselineAbsence | undefined;
  /** Branch of the baseline; undefined for the default branch. */
  readonly branch: string | undefined;
  /** How the run ended, if a job failed that no section of the comment explains. */
  readonly end: RunEnd | undefined;
}

/** A verdict on the results of a pull request, and its reservations. */
export interface JudgedFinished {
  readonly comparison: Comparison;
  /** The results with the rules that were applied. */
  readonly results: Results;
  readonly judgement: Judgement;
}

/** Judges the results of a pull request's run. Nothing that the run claims makes this verdict better than its own. */
export function judgeFinished({ results, handover, baseline, absence, branch, end }: Finished): JudgedFinished {
  const judged = judgeUntrusted(results, baseline, handover, absence);
  const { comparison, changes, both } = judged;
  return {
    comparison,
    results: judged.results,
    judgement: {
      rules: rulesOf(judged, baseline, branch),
      changes,
      both: both !== undefined && changes.length > 0 ? { baseline: both.baseline, pull: both.run } : undefined,
      reservations: [
        ...ownVerdict(comparison, handover),
        ...missingReservation(judged, baseline),
        ...comparabilityReservations(judged, baseline),
        ...(end === undefined ? [] : [endReservation(end)]),
      ],
    },
  };
}

function rulesOf(
  { rulesOf: source, both }: UntrustedJudgement,
  baseline: Results | undefined,
  branch: string | undefined,
): RulesSource {
  if (baseline === undefined) return { by: 'pull-alone', reason: 'no-baseline' };
  if (both === undefined) return { by: 'pull-alone', reason: 'baseline-without-rules' };
  return source === 'baseline' ? { by: 'baseline', branch } : { by: 'stricter-pull', branch };
}

function ownVerdict({ fails }: Comparison, { failed, findings = {} }: Handover): Reservation[] {
  if (failed !== true || fails) return [];
  const found = Object.entries(findings).filter(([, count]) => count > 0);
  const kinds = found.map(([kind, count]) => `${count} ${kind}`).join(', ');
  return [{ short: `the job itself failed${kinds === '' ? '' : `: ${kinds}`}`, detail: undefined, failing: true }];
}

function missingReservation(
  { comparison, unmeasured }: UntrustedJudgement,
  baseline: Results | undefined,
): Reservation[] {
  const known = new Set(baseline?.cases.map(({ id }) => id));
  // If the verdict fails, missing cases are among its findings.
  const missing =
    comparison.verdict === 'fail'
      ? []
      : comparison.cases.filter(({ id, verdict }) => verdict === 'missing' && known.has(id)).map(({ id }) => id);
  return unmeasuredReservation([...missing, ...unmeasured]);
}

function comparabilityReservations(
  { comparison, changes }: UntrustedJudgement,
  baseline: Results | undefined,
): Reservation[] {
  // If the baseline was unavailable, the headline says so.
  if (baseline === undefined)
    return comparison.absence?.kind === 'unavailable' ? [] : [doubt('no baseline to judge by')];
  const incomparable = comparison.cases.filter(({ verdict }) => verdict === 'incomparable').length;
  const switchedOff = changes.flatMap((change) => (change.kind === 'leak-detection' ? change.cases : []));
  const unwatched = new Set([...switchedOff, ...withoutLeakDetection(comparison, baseline)]).size;
  const fewer = comparison.cases.filter(isInconclusiveByFewSamples).length;
  return [
    ...(incomparable === 0 ? [] : [doubt(`${countOf(incomparable, 'case')} not comparable with the baseline`)]),
    ...(unwatched === 0 ? [] : [doubt(`leak detection off for ${countOf(unwatched, 'case')}`)]),
    ...(fewer === 0 ? [] : [doubt(`${countOf(fewer, 'case')} measured with fewer samples than the baseline`)]),
  ];
}

/** Cases measured without leak detection although the baseline used it. */
function withoutLeakDetection({ cases }: Comparison, baseline: Results): string[] {
  const watched = new Set(
    baseline.cases
      .filter(
        ({ leakVerdict, samples }) =>
          leakVerdict !== undefined ||
          // Baselines of earlier versions.
          samples.some((sample) => sample.status === 'measured' && sample.leak !== undefined),
      )
      .map(({ id }) => id),
  );
  return cases
    .filter(({ id, samples, leak }) => watched.has(id) && samples > 0 && leak === undefined)
    .map(({ id }) => id);
}

/** Whether a difference is inconclusive because the run took fewer samples than its baseline. */
function isInconclusiveByFewSamples({ metrics }: CaseComparison): boolean {
  return metrics.some(
    ({ role, verdict, now, baseline }) =>
      role === 'primary' && verdict === 'inconclusive' && baseline !== undefined && now.samples < baseline.samples,
  );
}

/** Describes a run that ended badly, and its jobs. */
export function endReservation({ badConclusion, failedJobs = [] }: RunEnd): Reservation {
  const names = failedJobs.slice(0, mostNames).map((name) => name.slice(0, 80));
  const more = failedJobs.length > mostNames ? [`and ${failedJobs.length - mostNames} more`] : [];
  const short =
    badConclusion === undefined
      ? `${countOf(failedJobs.length, 'job')} of the run failed`
      : `the run ended with ${badConclusion}`;
  const detail =
    failedJobs.length === 0 ? undefined : `Jobs of the run that did not succeed: ${[...names, ...more].join(', ')}`;
  return { short, detail, failing: false };
}

function doubt(short: string): Reservation {
  return { short, detail: undefined, failing: false };
}
