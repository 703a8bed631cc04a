import type { Shift } from '../compare/rank-test.js';
import type { Breach, CaseComparison, Comparison, FailedPass, FailOn, MetricComparison } from '../compare/verdict.js';
import type { MetricName } from '../results/metrics.js';
import type { SampleError } from '../results/schema.js';
import { type Culprit, culpritOf } from './culprit.js';
import { countOf, formatConfidence, formatDifference, formatPercent, formatValue } from './format.js';
import { leakEvidence, leakSentence } from './leak-words.js';
import { whereOf } from './where.js';

/** One result that is worth reporting, in words. */
export interface Finding {
  /** The kind as named in `--fail-on`. Kinds that it cannot name never fail. */
  readonly kind:
    | Exclude<FailOn, 'baseline'>
    | 'inconclusive'
    | 'improvement'
    | 'suspected'
    | 'slowing'
    | 'ratchet'
    | 'unchecked'
    | 'incomplete'
    | 'unsettled';
  readonly caseId: string;
  readonly what: string;
  /** Its context: limit, noise, remedy. */
  readonly detail: string;
  /** Whether it fails the run. */
  readonly failing: boolean;
  /** The same in figures, if it is about a metric that has a value. */
  readonly figures?: Figures;
  /** Where the memory comes from, one line each, most first. Set on the first finding of a case that it explains. */
  readonly where?: readonly string[];
  /** The user's line that best explains it. Set only together with `where`. */
  readonly culprit?: Culprit;
}

/** The figures of a finding, in the metric's own unit. */
export interface Figures {
  readonly metric: MetricName;
  readonly baseline: number | undefined;
  readonly now: number;
  readonly difference: number | undefined;
  readonly differencePercent: number | undefined;
  /** The noise band: the interval of the difference, with its confidence. */
  readonly band: Shift | undefined;
  /** The budget, or the threshold: the greatest difference that counts as unchanged. */
  readonly limit: number;
}

/** Characters of the last log line of a failed sample. */
const longestWord = 200;
const longestStack = 4_000;

/** A leak precedes a regression: it keeps growing, and it is why the memory of its case changed. */
const order: readonly Finding['kind'][] = [
  'error',
  'budget',
  'leak',
  'regression',
  'missing',
  'skipped',
  'incomplete',
  'unchecked',
  'suspected',
  'inconclusive',
  'slowing',
  'ratchet',
  'unsettled',
  'improvement',
];

/** All findings: the most severe kinds first, and the worst of each kind first. */
export function findingsOf(comparison: Comparison): Finding[] {
  const found = comparison.cases.flatMap((judged) =>
    caseFindings(judged).map((finding) => ({ ...finding, caseId: judged.id })),
  );
  const sorted = found
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.badness - a.badness)
    .map(({ badness: _badness, ...finding }) => ({ ...finding, failing: isFailing(finding.kind, comparison) }));
  return withWhere(sorted, comparison.cases);
}

/** A suspected leak is explained like a confirmed one. */
const explained: readonly Finding['kind'][] = ['budget', 'regression', 'leak', 'suspected'];

function withWhere(findings: readonly Finding[], cases: readonly CaseComparison[]): Finding[] {
  const open = new Map(cases.map((judged) => [judged.id, judged]));
  return findings.map((finding) => {
    const judged = open.get(finding.caseId);
    if (judged === undefined || !explained.includes(finding.kind)) return finding;
    open.delete(finding.caseId);
    const where = whereOf(judged);
    const culprit = culpritOf(judged);
    return where.length === 0 ? finding : { ...finding, where, ...(culprit && { culprit }) };
  });
}

interface Weighed {
  readonly kind: Finding['kind'];
  readonly what: string;
  readonly detail: string;
  /** Multiple of the limit, which sorts findings of one kind. */
  readonly badness: number;
  readonly figures?: Figures;
}

function caseFindings(judged: CaseComparison): Weighed[] {
  return [
    ...errorFindings(judged),
    ...judged.breaches.map((breach) => breachFinding(breach, judged)),
    ...judged.unchecked.map(({ metric, reason, budgeted }) => ({
      kind: 'unchecked' as const,
      what: `${metric} could not be measured${budgeted ? ': its budget is not checked' : ', the baseline has it'}`,
      detail: reason,
      badness: 0,
    })),
    ...judged.metrics.flatMap(differenceFinding),
    ...leakFindings(judged),
    ...missingFindings(judged),
    ...judged.failedPasses.map(failedPassFinding),
    ...unsettledFindings(judged),
  ];
}

function errorFindings({ errors, samples }: CaseComparison): Weighed[] {
  const [first] = errors;
  if (first === undefined) return [];
  const of = `${errors.length} of ${countOf(errors.length + samples, 'sample')}`;
  const last = first.log?.trim().split('\n').at(-1);
  const detail = last === undefined || last === '' ? of : `${of}; its last word: ${last.slice(0, longestWord)}`;
  return [{ kind: 'error', what: `${first.kind}: ${thrownIn(first)}`, detail, badness: errors.length }];
}

function breachFinding({ metric, limit, value }: Breach, { metrics }: CaseComparison): Weighed {
  const compared = metrics.find((candidate) => candidate.metric === metric);
  return {
    kind: 'budget',
    what: `${metric} is ${formatValue(metric, value)}`,
    detail: `the budget is ${formatValue(metric, limit)}`,
    badness: value / limit,
    figures: {
      metric,
      baseline: compared?.baseline?.median,
      now: value,
      difference: compared?.difference,
      differencePercent: compared?.differencePercent,
      band: compared?.shift,
      limit,
    },
  };
}

/** The message with the error's class, and the line that threw it in the scenario or in code it calls. */
function thrownIn({ message, stack = '' }: SampleError): string {
  const [first = '', ...frames] = stack.slice(0, longestStack).split('\n');
  // The stack starts with the error's own message; `message` also has its causes.
  const [, name = '', own = ''] = /^((?:[\w$.]+)(?: \[[\w$]+\])?): (.*)$/.exec(first) ?? [];
  const thrown = own !== '' && message.startsWith(own) ? `${name}: ${message}` : message;
  const place = frames.map((frame) => /^\s+at (?:.*\()?([^()\s]+:\d+:\d+)\)?$/.exec(frame)?.[1]).find(isOwn);
  return place === undefined ? thrown : `${thrown} at ${place}`;
}

function isOwn(place: string | undefined): place is string {
  return place !== undefined && !/^node:|node_modules|measure\/worker\//.test(place);
}

function differenceFinding(compared: MetricComparison): Weighed[] {
  const { metric, role, verdict, difference, differencePercent, shift, levels, floor, baseline, now } = compared;
  if (role !== 'primary' || difference === undefined || shift === undefined || baseline === undefined) return [];
  if (floor === undefined) return [];
  if (verdict !== 'regression' && verdict !== 'improvement' && verdict !== 'inconclusive') return [];
  const percent = formatPercent(differencePercent);
  const band = `${formatDifference(metric, shift.lower)} to ${formatDifference(metric, shift.upper)}`;
  const jumps =
    levels === undefined
      ? ''
      : `; it jumps between ${formatValue(metric, levels.low)} and ${formatValue(metric, levels.high)}`;
  return [
    {
      kind: verdict,
      what: `${metric} ${formatValue(metric, baseline.median)} -> ${formatValue(metric, now.median)}: ${formatDifference(metric, difference)}${percent && ` (${percent})`}`,
      detail: `${band} (${formatConfidence(shift.confidence)}), threshold ${formatValue(metric, floor)}${jumps}`,
      badness: Math.abs(shift.shift) / floor,
      figures: {
        metric,
        baseline: baseline.median,
        now: now.median,
        difference,
        differencePercent,
        band: shift,
        limit: floor,
      },
    },
  ];
}

function leakFindings({ leak }: CaseComparison): Weighed[] {
  if (leak === undefined || leak.verdict === 'stable') return [];
  const { growthPercent, verdict } = leak;
  const ratio = growthPercent === undefined ? [] : [`growth ratio ${formatValue('growth_percent', growthPercent)}`];
  return [
    {
      kind: verdict,
      what: leakSentence(leak),
      detail: [leakEvidence(leak), ...ratio].join('; '),
      badness: leak.rate,
    },
  ];
}

function missingFindings({ verdict, expected, reason }: CaseComparison): Weighed[] {
  if (verdict !== 'missing') return [];
  return [
    {
      kind: expected ? 'missing' : 'skipped',
      what: 'was not measured',
      detail: reason ?? '',
      badness: expected ? 0 : 1,
    },
  ];
}

const passWords = {
  leak: 'following up a suspected leak failed',
  allocations: 'counting allocations failed',
  sites: 'recording where memory comes from failed',
  retainers: 'finding out who holds the memory failed',
  native: 'profiling native memory failed',
} as const satisfies Readonly<Record<FailedPass['pass'], string>>;

function failedPassFinding({ pass, error }: FailedPass): Weighed {
  return { kind: 'incomplete', what: `${passWords[pass]}: ${thrownIn(error)}`, detail: '', badness: 0 };
}

function unsettledFindings({ unsettled, samples }: CaseComparison): Weighed[] {
  if (unsettled === undefined) return [];
  const { readings, samples: count, leftOut } = unsettled;
  const judged = leftOut ? 'not used to judge' : 'used to judge, because too few others settled';
  const detail = `${readings.join(', ')} in ${count} of ${countOf(samples, 'sample')}; ${judged}`;
  return [{ kind: 'unsettled', what: 'memory still moved when it was read', detail, badness: count }];
}

/** Whether a kind fails the run. Anything that was not measured fails as `skipped`. */
function isFailing(kind: Finding['kind'], { failOn }: Comparison): boolean {
  const name = kind === 'unchecked' || kind === 'incomplete' ? 'skipped' : kind;
  return failOn.some((failing) => failing === name);
}
