import { setTimeout as delay } from 'node:timers/promises';
import { MemoryBenchError } from '../../errors.js';
import type { BaselineSource, FoundBaseline } from '../../results/baseline.js';
import type { GitHubApi } from '../api.js';
import { type BaseQuestion, findBase } from './base.js';
import { nothing, type ResolvedBaseline, resolveArtifact } from './resolve.js';

const pollMs = 5_000;

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
  return async (environmentKey, moment) => {
    const deadline = performance.now() + (moment === 'after' ? lookup.waitMs : 0);
    for (let round = 0; ; round += 1) {
      const found = await lookUp(api, lookup, environmentKey);
      if (!found.pending || moment === 'before') return found;
      if (performance.now() >= deadline || lookup.signal.aborted) return givenUp(found);
      if (round === 0) lookup.say(`waiting for a better baseline: the base commit is being measured`);
      await delay(pollMs, undefined, { signal: lookup.signal }).catch(() => {});
    }
  };
}

async function lookUp(api: GitHubApi, lookup: BaselineLookup, environmentKey: string): Promise<ResolvedBaseline> {
  const { source } = lookup;
  if (source === 'none') return nothing([]);
  const found = source === 'file' ? nothing([]) : await inArtifacts(api, lookup, environmentKey);
  if (found.results !== undefined || source === 'artifact') return found;
  const { results, place } = await lookup.committed(environmentKey);
  if (results === undefined) return found;
  return { ...found, results, place, provenance: { ...found.provenance, source: 'file' } };
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
    return nothing([`baseline artifacts could not be looked up: ${error.message}`]);
  }
}

function givenUp(found: ResolvedBaseline): ResolvedBaseline {
  const { provenance } = found;
  const notes = [...provenance.notes, 'the base commit was still being measured and was not waited for any longer'];
  return { ...found, pending: false, provenance: { ...provenance, notes } };
}
