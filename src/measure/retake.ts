import type { Sample } from '../results/schema.js';

/** How often one sample is taken again. */
const mostRetakes = 2;
/** How often samples of one case are taken again in a run, which would otherwise take three times as long. */
const mostRetakesPerCase = 4;

/** A sample that is being taken. */
export interface Taking {
  readonly caseId: string;
  readonly take: () => Promise<Sample>;
  /** Called before it is taken again, with the sample that had not settled. */
  readonly onRetake: (unsettled: Sample) => void;
}

/** Takes samples, and takes those again whose memory still moved when it was read. */
export class Retakes {
  readonly #used = new Map<string, number>();

  /** The first sample that settled, or the one with the fewest unsettled readings; `retakes` counts how often it was retaken. */
  async settled({ caseId, take, onRetake }: Taking): Promise<Sample> {
    let best = await take();
    let retakes = 0;
    while (unsettledReadings(best) > 0 && retakes < mostRetakes && this.#spend(caseId)) {
      onRetake(best);
      retakes += 1;
      const again = await take();
      // An attempt that breaks does not cost the sample that was measured.
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

function unsettledReadings(sample: Sample): number {
  return sample.status === 'measured' ? sample.unsettled.length : 0;
}
