import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { isRefuted, nextIterations, type Watched } from '../compare/growth/follow-up.js';
import { memorySeries } from '../compare/growth/series.js';
import { seriesIn } from '../compare/growth/stored-series.js';
import { limits } from '../results/limits.js';
import type { FollowUp as FollowUpOutcome, IterationSeries } from '../results/schema.js';
import type { Case } from '../suite/cases.js';

/** Iterations per block. If the process crashes, the readings of earlier blocks are kept. */
const blockIterations = 20;
/** Share of a sample's time limit that a follow-up may use. */
const timeShare = 0.8;
/** Time after which a follow-up ends if its readings refute the growth of the planned samples. */
const refutedAfterMs = 30_000;
/** Growth that ends a follow-up: 1 GiB, or a quarter of the machine's free memory if that is less. */
const mostGrowthBytes = 1024 ** 3;
const freeShare = 0.25;
/** Share of the open files limit that ends a follow-up. */
const descriptorShare = 0.5;
/** Threads and child processes that a follow-up may leave behind. */
const mostThreads = 200;
const mostChildren = 100;

/** The inputs of a follow-up. */
export interface FollowUpPlan {
  readonly case: Case;
  /** Whether the iterations write to the Qdrant server, which is then allowed to grow. */
  readonly qdrantWritten: () => boolean;
  /** Time that the sample has taken so far, and its limit, in ms. */
  readonly elapsedMs: () => number;
  readonly timeoutMs: number;
  /** Whether it only confirms an earlier follow-up, so that fewer iterations are enough. */
  readonly confirming: boolean;
  /** Suspicious series. */
  readonly watched: readonly Watched[];
  /** The process whose limits apply. */
  readonly pid: number | undefined;
}

/** Decides, block by block, how long a suspected leak is followed. */
export class FollowUp {
  readonly #plan: FollowUpPlan;
  readonly #growthLimitBytes = Math.min(mostGrowthBytes, freemem() * freeShare);
  readonly #descriptorLimit: number;
  #target = 0;
  #end: FollowUpOutcome | undefined;

  constructor(plan: FollowUpPlan) {
    this.#plan = plan;
    this.#descriptorLimit = descriptorShare * openFilesLimit(plan.pid);
  }

  /** How the follow-up ended; undefined while it continues. */
  get end(): FollowUpOutcome | undefined {
    return this.#end;
  }

  /** Iterations to take next; 0 when it is over. */
  next(columns: IterationSeries): number {
    const done = columns.durationMs.length;
    if (this.#end !== undefined) return 0;
    const { case: measured, confirming, watched, qdrantWritten, elapsedMs, timeoutMs } = this.#plan;
    const limit = this.#limitReached(columns);
    if (limit !== undefined) return this.#stop({ ended: 'memory', message: limit });
    if (done >= this.#target) {
      const plan = { planned: measured.iterations, confirming, most: limits.growthIterations };
      const series = seriesIn(columns, qdrantWritten());
      const step = nextIterations(series, watched, plan);
      if ('ended' in step) return this.#stop({ ended: step.ended });
      this.#target = done + step.more;
    }
    const spent = elapsedMs();
    if (done > 0 && spent > timeoutMs * timeShare) {
      return this.#stop({ ended: 'time', message: `after ${done} iterations` });
    }
    if (done > 0 && spent > refutedAfterMs && isRefuted(seriesIn(columns, qdrantWritten()), watched)) {
      return this.#stop({ ended: 'time', message: `after ${done} iterations` });
    }
    return Math.min(blockIterations, this.#target - done);
  }

  /** Ends the follow-up because the scenario threw; earlier readings count. */
  threw(message: string): void {
    this.#end ??= { ended: 'threw', message };
  }

  #stop(end: FollowUpOutcome): 0 {
    this.#end = end;
    return 0;
  }

  /** Why the next iterations could harm the machine; undefined if they are safe. */
  #limitReached(columns: IterationSeries): string | undefined {
    const { descriptors, threads, children } = columns;
    const series = seriesIn(columns, true);
    const grown = memorySeries.reduce((sum, name) => sum + growthOf(series[name]), 0);
    if (grown > this.#growthLimitBytes) return `memory grew by ${Math.round(grown / 1024 ** 2)} MiB`;
    const open = descriptors?.at(-1) ?? 0;
    if (open > this.#descriptorLimit) return `${open} file descriptors are open`;
    if (growthOf(threads) > mostThreads) return `${growthOf(threads)} threads were left`;
    if (growthOf(children) > mostChildren) return `${growthOf(children)} child processes were left`;
    return undefined;
  }
}

function growthOf(series: readonly number[] = []): number {
  return (series.at(-1) ?? 0) - (series[0] ?? 0);
}

/** The soft limit of open files of a process; infinity if there is none or it cannot be read. */
function openFilesLimit(pid: number | undefined): number {
  try {
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
    return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
