import type { CaseResult, Pass, Sample } from '../results/schema.js';

/** Retakes of one sample, at most. */
const mostRetakes = 2;
/** Retakes of one case in a run, at most. Without this limit, a run could take three times as long. */
const mostRetakesPerCase = 4;

/**
 * Passes that are not judged. They can fail although the case works: counting allocations blocks the process for seconds,
 * and a server may close its connection meanwhile.
 */
const explaining: readonly Pass[] = ['allocations', 'sites', 'retainers', 'native'];

/** A sample that is being taken. */
export interface Taking {
  readonly caseId: string;
  readonly take: () => Promise<Sample>;
  /** Called before a retake, with the sample that had not settled. */
  readonly onRetake: (unsettled: Sample) => void;
}

/** Takes samples, and retakes those whose memory was still moving when it was read. */
export class Retakes {
  readonly #used = new Map<string, number>();

  /** The first settled sample, or the one with the fewest unsettled readings; `retakes` counts its retakes. */
  async settled({ caseId, take, onRetake }: Taking): Promise<Sample> {
    let best = await take();
    let retakes = 0;
    while (unsettledReadings(best) > 0 && retakes < mostRetakes && this.#spend(caseId)) {
      onRetake(best);
      retakes += 1;
      const again = await take();
      // A failed retake does not discard the sample that was measured.
      if (again.status === 'measured' && unsettledReadings(again) < unsettledReadings(best)) best = again;
    }
    return retakes === 0 || best.status === 'failed' ? best : { ...best, retakes };
  }

  #spend(caseId: string): boolean {
    const used = this.#used.get(caseId) ?? 0;
    if (used >= mostRetakesPerCase) return false;
    this.#used.set(caseId, used + 1);
    return true;
  }
}

/** Whether a failed explaining pass gets a second attempt: its case was measured, and it did not use up the time limit. */
export function isWorthRetrying(sample: Sample, { samples }: Pick<CaseResult, 'samples'>): boolean {
  if (sample.status === 'measured' || sample.error.kind === 'timeout') return false;
  return (
    explaining.includes(sample.pass) && samples.some(({ status, pass }) => status === 'measured' && pass === 'memory')
  );
}

function unsettledReadings(sample: Sample): number {
  return sample.status === 'measured' ? sample.unsettled.length : 0;
}
