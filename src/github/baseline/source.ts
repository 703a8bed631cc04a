import { setTimeout as delay } from 'node:timers/promises';
import { InterruptedError, MemoryBenchError } from '../../errors.js';
import type { BaselineSource, FoundBaseline } from '../../results/baseline.js';
import { type GitHubApi, GitHubError } from '../api.js';
import { type BaseQuestion, findBase } from './base.js';
import { nothing, type ResolvedBaseline, resolveArtifact } from './resolve.js';

/** A job's token has a thousand requests an hour, and shares them with every other job of the repository. */
const pollMs = 10_000;

/** How a run on a runner looks for its baseline. */
export interface BaselineLookup {
  readonly source: 'auto' | 'artifact' | 'file' | 'none';
  readonly question: BaseQuestion;
  /** Name of the baseline artifact of an environment. */
  readonly artifactOf: (environmentKey: string) => string;
  /** Branches whose runs are trusted, beside the base's own. */
  readonly branches: readonly string[];
  /** Reads the committed baseline of an environment. */
  readonly committed: (environmentKey: string) => Promise<FoundBaseline>;
  /** How long a run that makes the baseline is waited for, in ms. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * The resolver: the artifact of the merge base, of its nearest ancestor that has one, the committed file, none. A GitHub
 * that does not answer is a note, and the next step is taken.
 */
export function githubBaseline(api: GitHubApi, lookup: BaselineLookup): BaselineSource<ResolvedBaseline> {
  let early: ResolvedBaseline | undefined;
  return async (environmentKey, moment) => {
    if (moment === 'before' || early?.stillPending === undefined) {
      early = await lookUp(api, lookup, environmentKey);
      return early;
    }
    const done = await waitFor(early.stillPending, lookup);
    const found = await lookUp(api, lookup, environmentKey);
    return done ? found : withNote(found, 'the base commit was still being measured and was not waited for any longer');
  };
}

/**
 * Waits until a baseline is made; false where that takes too long.
 * @throws InterruptedError
 */
async function waitFor(
  stillPending: () => Promise<boolean>,
  { waitMs, signal, say }: BaselineLookup,
): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  say('waiting for a better baseline: the base commit is being measured');
  while (await isStill(stillPending)) {
    if (performance.now() >= deadline) return false;
    await delay(pollMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) throw new InterruptedError('interrupted while waiting for a baseline; the results are kept');
  }
  return true;
}

/** A GitHub that does not answer has nothing to wait for. */
async function isStill(pending: () => Promise<boolean>): Promise<boolean> {
  try {
    return await pending();
  } catch (error) {
    if (error instanceof GitHubError) return false;
    throw error;
  }
}

async function lookUp(api: GitHubApi, lookup: BaselineLookup, environmentKey: string): Promise<ResolvedBaseline> {
  const { source } = lookup;
  if (source === 'none') return nothing([], { kind: 'not-requested' });
  const found = source === 'file' ? nothing([]) : await inArtifacts(api, lookup, environmentKey);
  if (found.results !== undefined || source === 'artifact') return found;
  const { results, place } = await lookup.committed(environmentKey);
  if (results === undefined) return found;
  return { ...found, results, absence: undefined, place, provenance: { ...found.provenance, source: 'file' } };
}

async function inArtifacts(api: GitHubApi, lookup: BaselineLookup, environmentKey: string): Promise<ResolvedBaseline> {
  const { question, branches, artifactOf } = lookup;
  const { id: ownRunId, workflowPath } = question.context.run;
  try {
    const base = await findBase(api, question);
    const artifact = artifactOf(environmentKey);
    return await resolveArtifact(api, { base, artifact, environmentKey, branches, ownRunId, workflowPath });
  } catch (error) {
    if (!(error instanceof MemoryBenchError)) throw error;
    const reason = `baseline artifacts could not be looked up: ${error.message}`;
    return nothing([reason], { kind: 'unavailable', reason, remedy: error.remedy, expected: true });
  }
}

function withNote(found: ResolvedBaseline, note: string): ResolvedBaseline {
  const { provenance } = found;
  return { ...found, pending: false, provenance: { ...provenance, notes: [...provenance.notes, note] } };
}
