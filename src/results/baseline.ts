import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import type { Results, Sample } from './schema.js';
import { readResults, writeResults } from './store.js';

/** Where a baseline is kept: one file, or a folder with a file per environment key. */
export interface BaselinePlace {
  readonly path: string;
  /** The user named it: it has to be there to be compared with. */
  readonly required: boolean;
}

/** A baseline and the file it was read from. */
export interface FoundBaseline {
  readonly path: string;
  /** Undefined where the file is not there and need not be. */
  readonly results: Results | undefined;
}

/**
 * Looks for the baseline of an environment.
 * @throws UsageError where it is required and missing, or does not fit the schema.
 */
export async function findBaseline(place: BaselinePlace, environmentKey: string): Promise<FoundBaseline> {
  if (place.required && !existsSync(place.path)) {
    throw new UsageError(`there is no baseline at ${place.path}`, {
      remedy: 'Check --baseline, or make one with --update-baseline.',
    });
  }
  const path = baselineFile(place, environmentKey);
  const results = existsSync(path) ? await readResults(path, 'baseline') : undefined;
  return { path, results };
}

/** Makes these results the baseline of their environment; answers with the file. */
export async function saveBaseline(place: BaselinePlace, results: Results): Promise<string> {
  const path = baselineFile(place, results.environment.key);
  await writeResults(path, thinForBaseline(results));
  return path;
}

/**
 * The document as a baseline keeps it: all metrics of all samples, but readings over time of one sample per case only,
 * because a baseline lives in a repository.
 */
export function thinForBaseline(results: Results): Results {
  return { ...results, cases: results.cases.map((result) => ({ ...result, samples: result.samples.map(thin) })) };
}

function baselineFile({ path }: BaselinePlace, environmentKey: string): string {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? path.endsWith('.json');
  return isFile ? path : join(path, `${environmentKey}.json`);
}

function thin(sample: Sample): Sample {
  if (sample.status === 'failed' || sample.index === 0) return sample;
  const { timeline: _timeline, iterations: _iterations, ...kept } = sample;
  return kept;
}
