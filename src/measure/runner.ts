import type { FollowUpsWanted } from '../compare/sequential.js';
import type { Profiler } from '../config/profilers.js';
import { redactDeep } from '../output/secrets.js';
import { fittedSample } from '../results/fit.js';
import type { CaseResult, Pass, Sample } from '../results/schema.js';
import type { Case } from '../suite/cases.js';
import type { Retakes } from './retake.js';
import { takeSample } from './sample.js';
import type { SampleRequest, SampleServices } from './sample-request.js';
import type { SampleWatch } from './timeline.js';

/** What the runner tells while it works. */
export interface RunnerEvents extends SampleWatch {
  onSampleStart(progress: SampleProgress): void;
  /** Called before a sample whose memory had not settled is taken again. */
  onRetake(unsettled: Sample, progress: SampleProgress): void;
  /** Called when the sample is in the case's result; the run waits for it. */
  onSample(sample: Sample, progress: SampleProgress): Promise<void>;
}

/** Where a run stands. */
export interface SampleProgress {
  readonly caseId: string;
  readonly pass: Pass;
  /** Number of the sample within its case, from 1. */
  readonly sample: number;
  readonly samplesPerCase: number;
  /** Samples of the whole run, passes of all kinds together, from 1. */
  readonly step: number;
  readonly steps: number;
}

/** A case to measure and the result its samples go into, which may hold some of them already. */
export interface CaseToMeasure {
  readonly case: Case;
  readonly result: CaseResult;
  /** Samples of the memory pass there are to be. */
  readonly samples: number;
  /** Follow-ups of a suspected leak there are to be. */
  readonly followUps?: FollowUpsWanted | undefined;
}

/** What is measured of each case beside its samples. */
export interface Effort {
  /** Whether there is an allocation pass as well. */
  readonly countAllocations: boolean;
  /** Whether it is recorded which functions the memory comes from. */
  readonly recordSites: boolean;
  /** Cases of which two heap snapshots find who holds what they keep. */
  readonly recordRetainers?: ReadonlySet<string> | undefined;
  /** With which profiler native memory is profiled; undefined for none. */
  readonly profiler?: Profiler | undefined;
}

interface Step {
  readonly entry: CaseToMeasure;
  readonly pass: Pass;
  readonly index: number;
}

/** One sample of a pass that explains, and is not judged, has to do. */
const explainingSamples = 1;

/**
 * Measures all cases, sample by sample: the first sample of every case, then the second of every case, so that what
 * drifts on the machine falls on all cases alike. Samples the results hold already are not taken again.
 * @throws InterruptedError when the run is cancelled; what onSample throws.
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
    // Scenarios know keys and may print them; a sample is stored and shown.
    const taken = await retakes.settled({
      caseId: entry.case.id,
      take: () => takeSample({ case: entry.case, pass, index, ...followUpOf(entry, index) }, services, events),
      onRetake: (unsettled) => events.onRetake(unsettled, progress),
    });
    const sample = fittedSample(redactDeep(taken));
    entry.result.samples.push(sample);
    await events.onSample(sample, progress);
  }
}

/** Of how many cases there is a sample left to take. */
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
  // V8 tells both; a program in another language has none.
  const inNode = entries.filter((entry) => entry.case.command === undefined);
  if (countAllocations) rounds.push(...inNode.map((entry): Step => ({ entry, pass: 'allocations', index: 0 })));
  if (recordSites) rounds.push(...inNode.map((entry): Step => ({ entry, pass: 'sites', index: 0 })));
  const held = inNode.filter((entry) => recordRetainers?.has(entry.case.id) === true);
  rounds.push(...held.map((entry): Step => ({ entry, pass: 'retainers', index: 0 })));
  if (profiler !== undefined) rounds.push(...entries.map((entry): Step => ({ entry, pass: 'native', index: 0 })));
  return rounds.filter((step) => !isTaken(step, profiler));
}

/** What a follow-up of a case watches, and whether it only confirms the one before. */
function followUpOf({ followUps }: CaseToMeasure, index: number): Pick<SampleRequest, 'watched' | 'confirming'> {
  return followUps === undefined
    ? {}
    : { watched: followUps.watched, confirming: index > 0 && followUps.confirmsShortly };
}

function isTaken({ entry, pass, index }: Step, profiler: Profiler | undefined): boolean {
  return entry.result.samples.some(
    (sample) =>
      // A follow-up that failed is not tried again: it would fail again, and may have taken minutes.
      (sample.status === 'measured' || pass === 'leak') &&
      sample.pass === pass &&
      sample.index === index &&
      (pass !== 'native' || (sample.status === 'measured' && sample.native?.profiler === profiler)),
  );
}
