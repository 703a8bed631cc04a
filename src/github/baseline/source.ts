import type { BaselineAbsence, BaselineSource, FoundBaseline } from '../../results/baseline.js';
import { type GitHubApi, GitHubError } from '../api.js';
import { lookupFailure } from './absence.js';
import { type BaseQuestion, findBase, NoMergeBaseError } from './base.js';
import { nothing, type ResolvedBaseline, resolveArtifact } from './resolve.js';
import { waitFor } from './wait.js';

/** Settings of the baseline lookup on a runner. */
export interface BaselineLookup {
  readonly source: 'auto' | 'artifact' | 'file' | 'none';
  readonly question: BaseQuestion;
  /** Name of the baseline artifact of an environment. */
  readonly artifactOf: (environmentKey: string) => string;
  /** Branches whose runs are trusted, besides the base's own. */
  readonly branches: readonly string[];
  /** Reads the committed baseline of an environment. */
  readonly committed: (environmentKey: string) => Promise<FoundBaseline>;
  /** Reads the committed baseline from the base branch, for a pull request that removes the file. */
  readonly committedOnBase?: ((environmentKey: string) => Promise<FoundBaseline>) | undefined;
  /** Longest wait for a run that makes the baseline, in ms. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Prints why the comparison is worse than it should be; `say` by default. */
  readonly warn?: (line: string) => void;
}

/**
 * Returns the baseline lookup of a runner. It tries the artifact of the merge base, the artifact of the nearest
 * ancestor that has one, and the committed file. If GitHub does not answer, the file is used with a warning. Without a
 * file, the absence names the failure.
 */
export function githubBaseline(api: GitHubApi, lookup: BaselineLookup): BaselineSource<ResolvedBaseline> {
  const { warn = lookup.say } = lookup;
  const warned = new Set<string>();
  let early: ResolvedBaseline | undefined;
  const find = async (environmentKey: string, isLast: boolean) => {
    const found = await lookUp(api, lookup, environmentKey);
    if (found.results === undefined || (found.pending && !isLast)) return found;
    for (const warning of found.warnings ?? []) if (!warned.has(warning)) warn(warning);
    for (const warning of found.warnings ?? []) warned.add(warning);
    return found;
  };
  return async (environmentKey, moment) => {
    if (moment === 'before' || early?.stillPending === undefined) {
      early = await find(environmentKey, moment === 'after');
      return early;
    }
    const end = await waitFor(api, early.stillPending, lookup);
    const found = { ...(await find(environmentKey, true)), pending: false };
    return end === undefined ? found : withNote(found, end);
  };
}

async function lookUp(api: GitHubApi, lookup: BaselineLookup, environmentKey: string): Promise<ResolvedBaseline> {
  const { source } = lookup;
  if (source === 'none') return nothing([], { kind: 'not-requested' });
  const found = source === 'file' ? nothing([]) : await inArtifacts(api, lookup, environmentKey);
  return found.results !== undefined || source === 'artifact' ? found : inFile(lookup, environmentKey, found);
}

async function inArtifacts(api: GitHubApi, lookup: BaselineLookup, environmentKey: string): Promise<ResolvedBaseline> {
  const { question, branches, artifactOf } = lookup;
  const { run, finishedRun } = question.context;
  // The comment action's workflow makes no baselines; the workflow it comments for may.
  const workflowPath = finishedRun?.path?.replace(/@.*$/, '') ?? run.workflowPath;
  try {
    const base = await findBase(api, question);
    const artifact = artifactOf(environmentKey);
    return await resolveArtifact(api, { base, artifact, environmentKey, branches, ownRunId: run.id, workflowPath });
  } catch (error) {
    if (!(error instanceof GitHubError) && !(error instanceof NoMergeBaseError)) throw error;
    const failed = nothing([`baseline artifacts could not be looked up: ${error.message}`], lookupFailure(error));
    return { ...failed, isTransient: error instanceof GitHubError && isOfTheServer(error) };
  }
}

function isOfTheServer({ status }: GitHubError): boolean {
  return status === undefined || status >= 500;
}

/** Falls back to the committed file when no artifact was found. */
async function inFile(
  { committed, committedOnBase }: BaselineLookup,
  environmentKey: string,
  found: ResolvedBaseline,
): Promise<ResolvedBaseline> {
  try {
    const inCheckout = await committed(environmentKey);
    // After a failed lookup, another request cannot turn the result into a first run.
    const mayAsk = inCheckout.results === undefined && found.absence?.kind !== 'unavailable';
    const { results, place } = (mayAsk ? await committedOnBase?.(environmentKey) : undefined) ?? inCheckout;
    if (results === undefined) return found;
    const provenance = { ...found.provenance, source: 'file' } as const;
    return { ...found, results, absence: undefined, place, provenance, warnings: warningsOf(found.absence) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const failed = withNote(found, `the committed baseline could not be read: ${error.message}`);
    return found.absence?.kind === 'unavailable' ? failed : { ...failed, absence: lookupFailure(error) };
  }
}

/** The warning if the file replaces an artifact that should have existed. */
function warningsOf(absence: BaselineAbsence | undefined): string[] {
  if (absence?.kind !== 'unavailable' || !absence.expected) return [];
  const { reason, remedy } = absence;
  return [[`compared with the committed baseline, because ${reason}.`, remedy].filter(Boolean).join(' ')];
}

function withNote(found: ResolvedBaseline, note: string): ResolvedBaseline {
  const { provenance } = found;
  return { ...found, provenance: { ...provenance, notes: [...provenance.notes, note] } };
}
