import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../errors.js';
import type { BaselineAbsence } from './absence.js';
import { withHistory } from './history.js';
import { limits } from './limits.js';
import type { CaseResult, Results } from './schema.js';
import { selects } from './selection.js';
import { readResults, writeResults } from './store.js';
import { thinForBaseline } from './thin.js';

/** Where a baseline is kept: one file, or a folder with a file per environment key. */
export interface BaselinePlace {
  readonly path: string;
  /** The user named it, so it must exist. */
  readonly required: boolean;
  /** It is about to be rewritten, so an unreadable one is no error. */
  readonly replaceable?: boolean;
}

export type { BaselineAbsence } from './absence.js';

/** The result of a search for a baseline. */
export interface FoundBaseline {
  /** Undefined if there is none; `absence` says why. */
  readonly results: Results | undefined;
  /** Undefined if `results` were found. */
  readonly absence: BaselineAbsence | undefined;
  /** Where it was found, for display: a path, or an artifact and its commit. */
  readonly place: string;
  /** It is still being made: a lookup after measuring may find it. */
  readonly pending: boolean;
}

/** Looks up the baseline of a run. Called before measuring, and again after it if the first answer was pending. */
export type BaselineSource<Found extends FoundBaseline = FoundBaseline> = (
  environmentKey: string,
  moment: 'before' | 'after',
) => Promise<Found>;

/**
 * Looks for the baseline of an environment.
 * @throws UsageError if it is required and missing, or does not fit the schema.
 */
export async function findBaseline(place: BaselinePlace, environmentKey: string): Promise<FoundBaseline> {
  const path = baselineFile(place, environmentKey);
  if (place.required && !existsSync(path)) {
    throw new UsageError(`there is no baseline at ${path}`, {
      remedy: 'Check --baseline (a folder needs a file for this environment), or make one with --update-baseline.',
    });
  }
  if (!existsSync(path)) return { results: undefined, absence: { kind: 'first-run' }, place: path, pending: false };
  const results = place.replaceable === true ? await readEarlier(path) : await readResults(path, 'baseline');
  const absence: BaselineAbsence | undefined =
    results === undefined
      ? {
          kind: 'unavailable',
          reason: `the baseline ${path} cannot be read`,
          remedy: 'This run replaces it. The next run is compared again.',
          expected: false,
        }
      : undefined;
  return { results, absence, place: path, pending: false };
}

/** Samples and cases that a baseline omits because memory was still moving when it was read. */
export interface UnsettledLeftOut {
  /** Samples left out of cases that have others. */
  readonly samples: number;
  /** Ids of the cases without a settled sample. */
  readonly cases: readonly string[];
}

/** The outcome of saving a baseline. */
export interface SavedBaseline {
  readonly path: string;
  /** Cases whose samples are new. */
  readonly replaced: number;
  /** Cases that keep their earlier samples: not selected, not measured, failed, or never settled. */
  readonly kept: number;
  readonly unsettled: UnsettledLeftOut;
  /** True if the previous baseline could not be read, so that its other cases and its history are lost. */
  readonly replacedUnreadable?: true;
}

/**
 * Makes these results the baseline of their environment. Cases that this run did not select or could not measure keep
 * their samples from an earlier baseline. Selected cases that no longer exist are removed.
 */
export async function saveBaseline(place: BaselinePlace, results: Results): Promise<SavedBaseline> {
  const path = baselineFile(place, results.environment.key);
  const exists = existsSync(path);
  const earlier = exists ? await readEarlier(path) : undefined;
  const merged = nextBaseline(earlier, results);
  await writeResults(path, merged.results);
  const { replaced, kept, unsettled } = merged;
  const saved = { path, replaced, kept, unsettled };
  return exists && earlier === undefined ? { ...saved, replacedUnreadable: true } : saved;
}

/** The baseline to store: an earlier one updated with new results. See saveBaseline. */
export function nextBaseline(earlier: Results | undefined, now: Results): ReturnType<typeof mergeBaseline> {
  const merged = mergeBaseline(earlier, now);
  // Measurements under another identity say nothing about this one's noise.
  const past = earlier !== undefined && isSameIdentity(earlier, now) ? earlier : undefined;
  return { ...merged, results: thinForBaseline(withHistory(merged.results, past)) };
}

/** Undefined if the earlier baseline cannot be read: the update replaces it. */
async function readEarlier(path: string): Promise<Results | undefined> {
  try {
    return await readResults(path, 'baseline');
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** See saveBaseline. */
export function mergeBaseline(
  earlier: Results | undefined,
  now: Results,
): { results: Results; replaced: number; kept: number; unsettled: UnsettledLeftOut } {
  const whole = now.cases.filter(isWhole);
  const settled = whole.map(withoutUnsettled);
  const fresh = settled.filter(isWhole);
  const freshIds = new Set(fresh.map(({ id }) => id));
  const presentIds = new Set(now.cases.map(({ id }) => id));
  // Measurements under another identity must not pass as this one's.
  const comparable = earlier !== undefined && isSameIdentity(earlier, now);
  const kept = (comparable ? earlier.cases : [])
    .filter((result) => !freshIds.has(result.id) && (presentIds.has(result.id) || !selects(now.selection, result)))
    .slice(0, limits.cases - fresh.length);
  const cases = [...fresh, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    results: { ...now, cases },
    replaced: fresh.length,
    kept: kept.length,
    unsettled: {
      samples: sampleCount(whole.filter(({ id }) => freshIds.has(id))) - sampleCount(fresh),
      cases: whole.filter(({ id }) => !freshIds.has(id)).map(({ id }) => id),
    },
  };
}

function isSameIdentity(a: Results, b: Results): boolean {
  return isDeepStrictEqual(a.environment.identity, b.environment.identity);
}

/** Unsettled readings would look like a change in every later run that settles. */
function withoutUnsettled(result: CaseResult): CaseResult {
  return {
    ...result,
    samples: result.samples.filter((sample) => sample.status === 'failed' || sample.unsettled.length === 0),
  };
}

function sampleCount(cases: readonly CaseResult[]): number {
  return cases.reduce((sum, { samples }) => sum + samples.length, 0);
}

function isWhole({ samples }: CaseResult): boolean {
  const memory = samples.filter(({ pass }) => pass === 'memory');
  return memory.length > 0 && memory.every(({ status }) => status === 'measured');
}

/** The baseline file of an environment at a place. */
export function baselineFile({ path }: Pick<BaselinePlace, 'path'>, environmentKey: string): string {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? path.endsWith('.json');
  return isFile ? path : join(path, `${environmentKey}.json`);
}
