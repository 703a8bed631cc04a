import type { FollowUpsWanted } from '../compare/sequential.js';
import type { Profiler } from '../config/profilers.js';
import { redactDeep } from '../output/secrets.js';
import { fittedSample } from '../results/fit.js';
import type { CaseResult, Pass, Sample } from '../results/schema.js';
import type { Case } from '../suite/cases.js';
import { isWorthRetrying, type Retakes } from './retake.js';
import { takeSample } from './sample.js';
import type { SampleRequest, SampleServices } from './sample-request.js';
import type { SampleWatch } from './timeline.js';

/** Events of the runner. */
export interface RunnerEvents extends SampleWatch {
  onSampleStart(progress: SampleProgress): void;
  /** Called before the retake of a sample whose memory had not settled. */
  onRetake(unsettled: Sample, progress: SampleProgress): void;
  /** Called once the sample is in the case's result; the run waits for the returned promise. */
  onSample(sample: Sample, progress: SampleProgress): Promise<void>;
}

/** The progress of a run. */
export interface SampleProgress {
  readonly caseId: string;
  readonly pass: Pass;
  /** Number of the sample within its case, from 1. */
  readonly sample: number;
  readonly samplesPerCase: number;
  /** Number of the sample within the run, across all passes, from 1. */
  readonly step: number;
  readonly steps: number;
}

/** A case to measure and the result its samples go into, which may already contain some of them. */
export interface CaseToMeasure {
  readonly case: Case;
  readonly result: CaseResult;
  /** Planned samples of the memory pass. */
  readonly samples: number;
  /** Planned follow-ups of a suspected leak. */
  readonly followUps?: FollowUpsWanted | undefined;
}

/** The passes of each case besides its samples. */
export interface Effort {
  /** Whether to take an allocation pass. */
  readonly countAllocations: boolean;
  /** Whether to record which functions the memory comes from. */
  readonly recordSites: boolean;
  /** Cases for which two heap snapshots are compared to find the retainers of what they keep. */
  readonly recordRetainers?: ReadonlySet<string> | undefined;
  /** The profiler of native memory; undefined for none. */
  readonly profiler?: Profiler | undefined;
}

interface Step {
  readonly entry: CaseToMeasure;
  readonly pass: Pass;
  readonly index: number;
}

/** One sample is enough for a pass that explains and is not judged. */
const explainingSamples = 1;

/**
 * Measures all cases, sample by sample: the first sample of every case, then the second of every case. Drift of the
 * machine then affects all cases alike. Samples that the results already contain are not taken again.
 * @throws InterruptedError if the run is cancelled; any error of `onSample`.
 */
export async function measureCases(
  entries: readonly CaseToMeasure[],
  effort: Effort,
  services: SampleServices,
  events: RunnerEvents,
  retakes: Retakes,
): Promise<void> {
  const steps = planSteps(entries, effort);
  for (const [position, { entry, pass, index }] of steps.entries()) {
    const progress = {
      caseId: entry.case.id,
      pass,
      sample: index + 1,
      samplesPerCase:
        pass === 'memory' ? entry.samples : pass === 'leak' ? (entry.followUps?.count ?? 0) : explainingSamples,
      step: position + 1,
      steps: steps.length,
    };
    events.onSampleStart(progress);
    // Redacted, because scenarios know keys and may print them, and a sample is stored and shown.
    const take = () =>
      retakes.settled({
        caseId: entry.case.id,
        take: () => takeSample({ case: entry.case, pass, index, ...followUpOf(entry, index) }, services, events),
        onRetake: (unsettled) => events.onRetake(unsettled, progress),
      });
    const first = await take();
    const taken = isWorthRetrying(first, entry.result) ? await take() : first;
    const sample = fittedSample(redactDeep(taken));
    entry.result.samples.push(sample);
    await events.onSample(sample, progress);
  }
}

/** The number of cases that have samples left to take. */
export function casesLeft(entries: readonly CaseToMeasure[], effort: Effort): number {
  return new Set(planSteps(entries, effort).map(({ entry }) => entry.case.id)).size;
}

function planSteps(
  entries: readonly CaseToMeasure[],
  { countAllocations, recordSites, recordRetainers, profiler }: Effort,
): Step[] {
  const rounds: Step[] = [];
  for (let index = 0; entries.some(({ samples }) => index < samples); index += 1) {
    for (const entry of entries) {
      if (index < entry.samples) rounds.push({ entry, pass: 'memory', index });
    }
  }
  for (const entry of entries) {
    for (let index = 0; index < (entry.followUps?.count ?? 0); index += 1) rounds.push({ entry, pass: 'leak', index });
  }
  // Both come from V8; a program in another language has neither.
  const inNode = entries.filter((entry) => entry.case.command === undefined);
  if (countAllocations) rounds.push(...inNode.map((entry): Step => ({ entry, pass: 'allocations', index: 0 })));
  if (recordSites) rounds.push(...inNode.map((entry): Step => ({ entry, pass: 'sites', index: 0 })));
  const held = inNode.filter((entry) => recordRetainers?.has(entry.case.id) === true);
  rounds.push(...held.map((entry): Step => ({ entry, pass: 'retainers', index: 0 })));
  if (profiler !== undefined) rounds.push(...entries.map((entry): Step => ({ entry, pass: 'native', index: 0 })));
  return rounds.filter((step) => !isTaken(step, profiler));
}

/** The series that a follow-up watches, and whether it only confirms the previous one. */
function followUpOf({ followUps }: CaseToMeasure, index: number): Pick<SampleRequest, 'watched' | 'confirming'> {
  return followUps === undefined
    ? {}
    : { watched: followUps.watched, confirming: index > 0 && followUps.confirmsShortly };
}

function isTaken({ entry, pass, index }: Step, profiler: Profiler | undefined): boolean {
  return entry.result.samples.some(
    (sample) =>
      // A failed follow-up is not retried: it would fail again, and may have taken minutes.
      (sample.status === 'measured' || pass === 'leak') &&
      sample.pass === pass &&
      sample.index === index &&
      (pass !== 'native' || (sample.status === 'measured' && sample.native?.profiler === profiler)),
  );
}
