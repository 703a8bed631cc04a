// Artifacts that a test writes instead of measuring: of runs of pull requests, and baselines.
import { createResults } from '../builders.ts';
import { READ_ONLY } from '../stand-in/github.ts';
import { returned, runScript } from '../stand-in/script-job.ts';
import type { Pull, WorkflowRun } from '../stand-in/state.ts';
import type { Journey } from './journey.ts';

type Results = ReturnType<typeof createResults>;

const failOn = ['budget', 'regression', 'leak', 'error', 'missing'];

/** The rules of a repository that has set none. */
export const usualRules: NonNullable<Results['rules']> = { budgets: {}, thresholds: {}, failOn };

/** What one job of a pull request uploads. */
export interface MadeUpJob {
  readonly results?: Partial<Results>;
  readonly handover?: Readonly<Record<string, unknown>>;
  /** What its artifact is called by between `results-` and `-attempt`. */
  readonly name?: string;
  readonly attempt?: number;
  /** Undefined for the test merge of the pull request. */
  readonly commit?: string;
}

/** A run of a pull request that is over, with what its jobs uploaded. */
export async function madeUpRun(
  journey: Journey,
  pull: Pull,
  jobs: readonly MadeUpJob[],
  { run, conclusion = 'success' }: { run?: WorkflowRun; conclusion?: 'success' | 'failure' } = {},
): Promise<WorkflowRun> {
  const ofPull = run ?? (await journey.github.startRun({ event: 'pull_request', pull }));
  for (const job of jobs) {
    const { results, handover, name = 'linux', attempt = 1, commit = pull.mergeCommitSha ?? '' } = job;
    const files = {
      'results.json': createResults({ commit: { sha: commit, dirty: false }, rules: usualRules, ...results }),
      'handover.json': {
        handoverVersion: 1,
        leg: '',
        commentKey: 'default',
        comment: 'auto',
        failOn,
        budgets: {},
        thresholds: {},
        ...handover,
      },
    };
    await upload(journey, ofPull, `memory-bench-results-${name}-attempt${attempt}`, files);
  }
  journey.github.finishRun(ofPull, conclusion);
  return ofPull;
}

/** A commit on a branch whose run has stored a baseline; returns the commit. */
export async function madeUpBaseline(
  journey: Journey,
  results: Partial<Results> = {},
  { branch = 'main', leg = '' } = {},
): Promise<string> {
  const sha = await journey.commit(branch);
  const run = await journey.github.startRun({ event: 'push', headBranch: branch });
  const baseline = createResults({ commit: { sha, dirty: false }, rules: usualRules, ...results });
  const name = `memory-bench-baseline-${baseline.environment.key}${leg}`;
  await upload(journey, run, name, { 'baseline.json': baseline });
  journey.github.finishRun(run);
  return sha;
}

async function upload(journey: Journey, run: WorkflowRun, name: string, files: Record<string, unknown>): Promise<void> {
  const texts = Object.fromEntries(Object.entries(files).map(([file, content]) => [file, JSON.stringify(content)]));
  const script = `const { writeFileSync } = await load('node:fs');
    const files = ${JSON.stringify(texts)};
    for (const [file, content] of Object.entries(files)) writeFileSync(file, content);
    return (await artifacts()).uploadArtifact(${JSON.stringify(name)}, Object.keys(files), '.');`;
  returned(await runScript(journey.github, script, { run, token: journey.github.token(READ_ONLY) }));
}
