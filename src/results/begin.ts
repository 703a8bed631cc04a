import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../errors.js';
import { fittedEnvironment, fittedHead } from './fit.js';
import { mistakesIn } from './mistakes.js';
import { type CaseResult, type Results, resultsSchema } from './schema.js';
import { readResults } from './store.js';

/** The parts of a case that its result keeps. */
export type CaseHead = Omit<CaseResult, 'samples'>;

/**
 * A results document before its first sample.
 * @throws UsageError if the suite exceeds what a document can contain.
 */
export function beginResults(
  head: Omit<Results, 'schemaVersion' | 'startedAt' | 'cases'>,
  cases: readonly CaseHead[],
): Results {
  const results: Results = {
    schemaVersion: 1,
    ...head,
    environment: fittedEnvironment(head.environment),
    startedAt: new Date().toISOString(),
    cases: cases.map((found) => ({ ...fittedHead(found), samples: [] })),
  };
  const { error } = resultsSchema.safeParse(results);
  if (error === undefined) return results;
  throw new UsageError(`this suite exceeds the limits of a results document:\n${mistakesIn(error)}`, {
    remedy: 'Shorten what is named above, or measure fewer cases at once.',
  });
}

/** A results document with the samples of an earlier run. */
export interface ResumedResults {
  readonly results: Results;
  /** Samples of the earlier run that are not used. */
  readonly dropped: number;
}

/**
 * The document with the samples that an interrupted run left at `path`; failed ones are taken again.
 * @throws UsageError if that run measured another commit, or in another environment.
 */
export async function resumeResults(fresh: Results, path: string): Promise<ResumedResults> {
  if (!existsSync(path)) return { results: fresh, dropped: 0 };
  const earlier = await readResults(path, 'results');
  const { identity, subject, packages } = fresh.environment;
  const sameEnvironment =
    isDeepStrictEqual(earlier.environment.identity, identity) &&
    isDeepStrictEqual(earlier.environment.subject, subject) &&
    isDeepStrictEqual(earlier.environment.packages, packages);
  if (!sameEnvironment || earlier.commit?.sha !== fresh.commit?.sha) {
    throw new UsageError(`${path} was measured at another commit or in another environment: it cannot be resumed`, {
      remedy: 'Run without --resume.',
    });
  }
  const taken = new Map(earlier.cases.map((result) => [`${result.id} ${result.definitionHash}`, result.samples]));
  const cases = fresh.cases.map((result) => ({
    ...result,
    samples: (taken.get(`${result.id} ${result.definitionHash}`) ?? []).filter(
      (sample) => sample.status === 'measured' && sample.index < fresh.selection.repeats,
    ),
  }));
  const dropped = sampleCount(earlier.cases) - sampleCount(cases);
  return { results: { ...fresh, startedAt: earlier.startedAt, cases }, dropped };
}

function sampleCount(cases: readonly CaseResult[]): number {
  return cases.reduce((sum, { samples }) => sum + samples.length, 0);
}
