import { MemoryBenchError } from '../../errors.js';
import { formatCommit } from '../../report/format.js';
import type { Results } from '../../results/schema.js';
import { parseResults } from '../../results/store.js';
import { type GitHubApi, GitHubError } from '../api.js';
import { type Artifact, artifactsOfRunNamed, readArtifact } from '../artifacts.js';
import type { BaselineRun } from './runs.js';

/** Name of the file in a baseline artifact. */
export const baselineFileName = 'baseline.json';
/** Artifacts of one name that are read per run; each attempt may have left one. */
const mostAttempts = 3;

/** Requirements on a baseline artifact. */
export interface WantedBaseline {
  /** Name of the artifact. */
  readonly artifact: string;
  readonly environmentKey: string;
}

/** A baseline that exists but cannot be used. */
export interface Unusable {
  /** Completes "it was passed over: ", with the details. */
  readonly why: string;
  /** A clause for the headline, such as `the baseline of abc1234 has expired`. */
  readonly reason: string;
  readonly remedy: string;
}

/** The outcome of reading a run's baseline. */
export type Tried =
  | { readonly kind: 'usable'; readonly results: Results }
  | { readonly kind: 'unusable'; readonly problems: readonly [Unusable, ...Unusable[]] }
  | WithoutBaseline;

/** A run that left no baseline of this name. */
export interface WithoutBaseline {
  readonly kind: 'none';
  /** Key of another environment for which the run has a baseline. */
  readonly otherEnvironment: string | undefined;
  /** Whether memory-bench stored other artifacts in it. */
  readonly isOfMemoryBench: boolean;
}

/**
 * Reads a run's baseline, starting with the newest attempt.
 * @throws GitHubError if its artifacts cannot be listed.
 */
export async function readBaseline(api: GitHubApi, run: BaselineRun, wanted: WantedBaseline): Promise<Tried> {
  const { named, others } = await artifactsOfRunNamed(api, run.id, wanted.artifact);
  const problems: Unusable[] = [];
  for (const artifact of named.slice(0, mostAttempts)) {
    const read = await readOne(api, artifact, run, wanted);
    if ('results' in read) return { kind: 'usable', results: read.results };
    problems.push(read);
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'unusable', problems: [first, ...rest] };
  const prefix = wanted.artifact.slice(0, wanted.artifact.lastIndexOf('-baseline-') + 1);
  const isOfMemoryBench = others.some((name) => name.startsWith(prefix));
  return { kind: 'none', otherEnvironment: otherEnvironment(others, wanted), isOfMemoryBench };
}

async function readOne(
  api: GitHubApi,
  artifact: Artifact,
  { headSha, branch }: BaselineRun,
  { environmentKey }: WantedBaseline,
): Promise<{ readonly results: Results } | Unusable> {
  const baseline = `the baseline of ${formatCommit(headSha)}`;
  const renew = `Run the workflow on ${branch} again: it makes a new baseline.`;
  if (artifact.expired) {
    const remedy = `${renew} A \`schedule\` keeps it from expiring; docs/action.md has one.`;
    return { why: 'the artifact has expired', reason: `${baseline} has expired`, remedy };
  }
  const unusable = (why: string) => ({ why, reason: `${baseline} cannot be used: ${firstLine(why)}`, remedy: renew });
  try {
    const { [baselineFileName]: text } = await readArtifact(api, artifact, [baselineFileName]);
    if (text === undefined) return unusable(`it holds no ${baselineFileName}`);
    const results = parseResults(text, artifact.name, 'baseline');
    const { key } = results.environment;
    if (key !== environmentKey) return unusable(`it was measured in the environment ${key}`);
    const mismatch = commitMismatch(results, headSha);
    return mismatch === undefined ? { results } : unusable(mismatch);
  } catch (error) {
    // An unreadable baseline must not hide an older readable one.
    if (!(error instanceof MemoryBenchError)) throw error;
    if (!(error instanceof GitHubError)) return unusable(error.message);
    const answer = error.status === undefined ? 'did not answer' : `answered ${error.status}`;
    const reason = `GitHub ${answer} when downloading ${baseline}`;
    return { why: error.message, reason, remedy: error.remedy ?? 'Rerun the job later.' };
  }
}

/** The first line of a message, without its colon: for a list of mistakes, the heading. */
function firstLine(message: string): string {
  return message.split('\n', 1).join('').replace(/:$/, '');
}

/**
 * The reason that results do not represent the commit of their run; undefined if they do. A workflow may check out a
 * different commit, or change files before it measures.
 */
export function commitMismatch({ commit }: Pick<Results, 'commit'>, headSha: string): string | undefined {
  if (commit === undefined) return 'it does not say which commit was measured';
  if (commit.sha !== headSha) {
    return `${formatCommit(commit.sha)} was measured, and the run is of ${formatCommit(headSha)}`;
  }
  return commit.dirty ? `${formatCommit(headSha)} was measured with uncommitted changes` : undefined;
}

/** The key of another environment, taken from the name of a baseline of the same job. */
export function otherEnvironment(
  names: readonly string[],
  { artifact, environmentKey }: WantedBaseline,
): string | undefined {
  const at = artifact.lastIndexOf(`-baseline-${environmentKey}`) + '-baseline-'.length;
  const [before, after] = [artifact.slice(0, at), artifact.slice(at + environmentKey.length)];
  const keys = names
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length));
  return keys.find((key) => key !== '' && key !== environmentKey && (after !== '' || !endsWithLeg.test(key)));
}

/** Matches the hash at the end of a matrix leg, which marks the baseline of another job. */
const endsWithLeg = /-[0-9a-f]{6}$/;
