import { compareResults, type Rules } from '../src/compare/compare.js';
import { casesToExtend } from '../src/compare/sequential.js';
import type { Comparison } from '../src/compare/verdict.js';
import type { CaseResult, MeasuredSample, Results } from '../src/results/schema.js';
import { shuffled } from './random.js';
import type { RecordedCase, RecordedSample, Recording } from './recording.js';

/** The samples of a case on either side, in the order they would have been taken. */
export interface ReplayedCase {
  readonly id: string;
  readonly recording: Recording;
  readonly of: RecordedCase;
  readonly baseline: readonly RecordedSample[];
  /** The planned ones first; the others are for a case that is inconclusive after them. */
  readonly now: readonly RecordedSample[];
}

/** The result of a replayed run. */
export interface Replayed {
  readonly comparison: Comparison;
  /** Samples taken beyond the planned ones, over all cases. */
  readonly extraSamples: number;
}

/** Planned samples of a case; `most` is the maximum. */
export const planned = 5;
const most = 4 * planned;

/** Judges recorded samples as a run does: the planned ones first, then more of the inconclusive cases. */
export function replay(cases: readonly ReplayedCase[], rules: Rules): Replayed {
  const baseline = documentOf(cases.map((each) => caseOf(each, each.baseline)));
  const now = documentOf(cases.map((each) => caseOf(each, each.now.slice(0, planned))));
  for (;;) {
    const comparison = compareResults(now, baseline, rules);
    const open = casesToExtend(comparison, most).flatMap(({ caseId, extension }) => {
      const each = cases.find(({ id }) => id === caseId);
      const result = now.cases.find(({ id }) => id === caseId);
      const more = each?.now.slice(extension.after, extension.after + planned) ?? [];
      return each === undefined || result === undefined || more.length === 0 ? [] : [{ each, result, extension, more }];
    });
    if (open.length === 0) return { comparison, extraSamples: extraOf(now) };
    for (const { each, result, extension, more } of open) {
      result.extensions = [...(result.extensions ?? []), extension];
      result.samples.push(...more.map((sample) => sampleOf(each.recording, sample, result.samples.length)));
    }
  }
}

/** Every case with whole rounds on either side, drawn without replacement. */
export function dealtRounds(rounds: Recording, random: () => number): ReplayedCase[] {
  const numbers = new Set(Object.values(rounds.cases).flatMap(({ samples }) => samples.map(({ round }) => round)));
  const rank = new Map(shuffled([...numbers], random).map((round, index) => [round, index]));
  return Object.entries(rounds.cases).map(([id, of]) => {
    const dealt = [...of.samples].sort((a, b) => (rank.get(a.round) ?? 0) - (rank.get(b.round) ?? 0));
    return { id, recording: rounds, of, baseline: dealt.slice(0, planned), now: dealt.slice(planned) };
  });
}

/** A case with a planted change, against the same case without it. */
export function dealtChange(
  recording: Recording,
  changed: string,
  unchanged: string,
  random: () => number,
): ReplayedCase {
  const [before, after] = [recording.cases[unchanged], recording.cases[changed]];
  if (before === undefined || after === undefined) throw new RangeError(`${changed} or ${unchanged} was not recorded`);
  return {
    id: changed,
    recording,
    of: after,
    baseline: shuffled(before.samples, random).slice(0, planned),
    now: shuffled(after.samples, random),
  };
}

/** Whether a replayed run reports a regression, in any case or in `caseId`. */
export function regressed({ cases }: Comparison, caseId?: string): boolean {
  return cases.some(
    ({ id, metrics }) =>
      (caseId === undefined || id === caseId) &&
      metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression'),
  );
}

function extraOf({ cases }: Results): number {
  return cases.reduce((sum, { samples }) => sum + samples.length - planned, 0);
}

function documentOf(cases: CaseResult[]): Results {
  const [first] = cases;
  if (first === undefined) throw new RangeError('there are no cases to replay');
  return {
    schemaVersion: 1,
    tool: { name: 'memory-bench-action', version: 'bench' },
    startedAt: '2026-01-01T00:00:00.000Z',
    selection: { suite: 'standard', scenarios: ['builtin'], tags: [], skipTags: [], repeats: planned },
    environment: environmentOf,
    cases,
  };
}

/** Both sides were measured on one machine: nothing differs. */
const environmentOf: Results['environment'] = {
  key: 'replayed',
  identity: { os: 'linux', arch: 'x64', libc: 'glibc', cores: 2, model: 'any', qdrant: 'own', profile: 'default' },
  subject: {},
  context: {},
};

function caseOf({ id, recording, of }: ReplayedCase, samples: readonly RecordedSample[]): CaseResult {
  return {
    id,
    source: 'builtin',
    description: of.description,
    tags: of.tags,
    definitionHash: of.definitionHash,
    budgets: {},
    growthLimited: of.tags.includes('leak'),
    samples: samples.map((sample, index) => sampleOf(recording, sample, index)),
  };
}

function sampleOf({ metrics }: Recording, sample: RecordedSample, index: number): MeasuredSample {
  const known = metrics.flatMap((name, column) => {
    const value = sample.values[column];
    return value === null || value === undefined ? [] : [[name, value] as const];
  });
  return {
    status: 'measured',
    pass: 'memory',
    index,
    startedAt: '2026-01-01T00:00:00.000Z',
    metrics: Object.fromEntries(known),
    absent: {},
    unsettled: [],
  };
}
