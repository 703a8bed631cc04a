import { nextIterations, type Watched } from '../src/compare/growth/follow-up.js';
import { type PlannedSample, screen } from '../src/compare/growth/screen.js';
import { defaultTolerances } from '../src/compare/growth/series.js';
import {
  confirmsShortly,
  type FollowUp,
  followUpsWanted,
  type GrowthEvidence,
  type GrowthVerdictName,
  growthVerdict,
} from '../src/compare/growth/verdict.js';
import { median } from '../src/compare/statistics.js';
import { type PlantedShape, plantedShapes, type Truth } from './growth-shapes.js';
import { type OldVerdict, oldRule, oldVerdict } from './old-leak-rule.js';
import { randomFrom, shuffled } from './random.js';
import { type Recording, readRecording, seriesOf } from './recording.js';

const seed = 20261128;
const samples = 5;
const planned = 50;
const tolerance = defaultTolerances.heap;

/** The verdict on one case, and the total iterations of all its processes until then. */
export interface Decided<V extends string> {
  readonly verdict: V;
  readonly iterations: number;
}

/** How often each verdict was given on one kind of case. */
export interface Row {
  readonly name: string;
  readonly truth: Truth;
  readonly cases: number;
  readonly old: Readonly<Record<string, number>>;
  readonly now: Readonly<Record<string, number>>;
  /** Median over the cases, in iterations. */
  readonly oldIterations: number;
  readonly nowIterations: number;
}

/** One series per process, from the first measured iteration on, in bytes. */
type Processes = readonly (readonly number[])[];

/** Decides a case by the current rule: planned samples, then as many follow-up processes as it asks for. */
export function decide(processes: Processes): Decided<GrowthVerdictName> {
  const columns = processes.slice(0, samples).map((process) => process.slice(0, planned));
  const plannedSamples = columns.map(
    (heap): PlannedSample => ({
      iterations: planned,
      changes: { heap: (heap.at(-1) ?? 0) - (heap[0] ?? 0) },
      columns: { heap },
    }),
  );
  const suspicions = screen(plannedSamples, defaultTolerances);
  const followUps: FollowUp[] = [];
  let iterations = samples * planned;
  for (;;) {
    const evidence: GrowthEvidence = { suspicions, planned, samples, followUps };
    const next = processes[samples + followUps.length];
    if (followUpsWanted(evidence) === 0 || next === undefined) {
      return { verdict: growthVerdict(evidence).verdict, iterations };
    }
    const followUp = follow(next, suspicions, confirmsShortly(evidence));
    followUps.push(followUp);
    iterations += followUp.columns.heap?.length ?? 0;
  }
}

function follow(process: readonly number[], watched: readonly Watched[], confirming: boolean): FollowUp {
  let done = 0;
  for (;;) {
    const columns = { heap: process.slice(0, done) };
    const step = nextIterations(columns, watched, { planned, confirming, most: process.length });
    if ('ended' in step) return { columns, ended: step.ended };
    done += step.more;
  }
}

/** Decides a case by the rule of earlier releases: each planned process is followed separately. */
export function decideOld(processes: Processes): Decided<OldVerdict> {
  const judged = processes.slice(0, samples).map((process) => oldRule(process, planned, tolerance));
  return {
    verdict: oldVerdict(judged.map(({ verdict }) => verdict)),
    iterations: judged.reduce((sum, { iterations }) => sum + iterations, 0),
  };
}

/**
 * Applies both rules to cases of seven processes, as recorded and with each shape planted on top, in random phases. The
 * processes are drawn from the recorded innocent ones with an odd number, because the rule was set on the even ones.
 */
export function growthRows(drawsEach: number): Row[] {
  const innocent = readRecording('innocent');
  const columns = Object.keys(innocent.cases).flatMap((id) => [
    { name: id.replace('loop/', ''), part: 'heap', processes: oddProcesses(innocent, id, 'heapSteps') },
    { name: id.replace('loop/', ''), part: 'native', processes: oddProcesses(innocent, id, 'nativeSteps') },
  ]);
  const random = randomFrom(seed);
  const draw = (processes: Processes, shape?: PlantedShape) =>
    shuffled(processes, random)
      .slice(0, samples + 2)
      .map((process) => {
        const added = shape?.kept(process.length, random) ?? [];
        return process.map((bytes, iteration) => bytes + (added[iteration] ?? 0));
      });
  const untouched = columns.map(({ name, part, processes }) =>
    rowOf(
      `${name}, ${part}`,
      'never',
      Array.from({ length: 2 * drawsEach }, () => draw(processes)),
    ),
  );
  const planted = plantedShapes.map((shape) =>
    rowOf(
      shape.name,
      shape.truth,
      columns.flatMap(({ processes }) => Array.from({ length: drawsEach }, () => draw(processes, shape))),
    ),
  );
  return [...untouched, ...planted];
}

/** Applies both rules to recorded loops. Each process is the follow-up once, with the others as planned samples. */
export function recordedLeakRows(): Row[] {
  const loops = readRecording('loops');
  const told = [
    ['heap-8KB', 'heapSteps', 'leak'],
    ['native-8KB', 'nativeSteps', 'leak'],
    ['heap-2KB', 'heapSteps', 'never'],
    ['native-2KB', 'nativeSteps', 'never'],
    ['nothing', 'heapSteps', 'never'],
  ] as const;
  return told.map(([name, part, truth]) => {
    const processes = processesOf(loops, `loop/${name}`, part);
    const rotations = processes.map((_, at) => [...processes.slice(at + 1), ...processes.slice(0, at + 1)]);
    return rowOf(`recorded ${name}`, truth, rotations);
  });
}

function rowOf(name: string, truth: Truth, cases: readonly Processes[]): Row {
  const now = cases.map(decide);
  const old = cases.map(decideOld);
  return {
    name,
    truth,
    cases: cases.length,
    old: counted(old),
    now: counted(now),
    oldIterations: median(old.map(({ iterations }) => iterations)),
    nowIterations: median(now.map(({ iterations }) => iterations)),
  };
}

function counted(decided: readonly Decided<string>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of decided) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function oddProcesses(recording: Recording, id: string, part: 'heapSteps' | 'nativeSteps'): Processes {
  return processesOf(recording, id, part).filter((_, index) => index % 2 === 1);
}

/** Recorded series of a case, relative to an arbitrary level. */
export function processesOf(recording: Recording, id: string, part: 'heapSteps' | 'nativeSteps'): number[][] {
  return (recording.cases[id]?.samples ?? []).flatMap((sample) => {
    const steps = sample[part];
    return steps === undefined ? [] : [seriesOf(steps)];
  });
}

/** The rows as a table: the old rule next to the new one. */
export function growthTable(rows: readonly Row[]): string[] {
  const words = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([verdict, count]) => `${verdict} ${count}`)
      .join(', ');
  return [
    '| growth | is | cases | old rule | iterations | new rule | iterations |',
    '| --- | --- | ---: | --- | ---: | --- | ---: |',
    ...rows.map(
      ({ name, truth, cases, old, now, oldIterations, nowIterations }) =>
        `| ${name} | ${truth === 'never' ? 'no leak' : truth} | ${cases} | ${words(old)} | ${oldIterations} | ${words(now)} | ${nowIterations} |`,
    ),
  ];
}

/** Rates over all rows: false leaks, detected leaks, and the median iterations to a verdict on a leak. */
export function growthSummary(rows: readonly Row[]) {
  const leaking = rows.filter(({ truth }) => truth === 'leak');
  const others = rows.filter(({ truth }) => truth !== 'leak');
  const sum = (some: readonly Row[], rule: 'old' | 'now') =>
    some.reduce((total, row) => total + (row[rule].leak ?? 0), 0);
  const of = (some: readonly Row[]) => some.reduce((total, { cases }) => total + cases, 0);
  return {
    leaks: of(leaking),
    oldDetected: sum(leaking, 'old'),
    nowDetected: sum(leaking, 'now'),
    others: of(others),
    oldFalse: sum(others, 'old'),
    nowFalse: sum(others, 'now'),
    oldIterations: median(leaking.map(({ oldIterations }) => oldIterations)),
    nowIterations: median(leaking.map(({ nowIterations }) => nowIterations)),
  };
}
