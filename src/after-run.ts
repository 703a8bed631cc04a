import { compareResults } from './compare/compare.js';
import type { CommentConfig } from './config/runner-config.js';
import { EnvironmentError, MemoryBenchError } from './errors.js';
import { askMaybe, type GitHubApi, openApi } from './github/api.js';
import {
  artifactUrl,
  baselineArtifact,
  fileKeys,
  profilesArtifact,
  resultsPrefix,
  titleOf,
} from './github/artifact-names.js';
import { type Artifact, artifactsOfRun, readArtifact } from './github/artifacts.js';
import { committedBaseline } from './github/baseline/committed.js';
import type { ResolvedBaseline } from './github/baseline/resolve.js';
import { githubBaseline } from './github/baseline/source.js';
import type { FinishedRun, GitHubContext, PullRequest } from './github/context.js';
import { pullOfRun } from './github/finished-pull.js';
import { type Handover, handedOver, parseHandover } from './github/handover.js';
import { askDefaultBranch } from './github/place.js';
import * as core from './github/runner-log.js';
import { report, writeComment } from './github/tell.js';
import { changedAnything } from './report/comment.js';
import type { Results } from './results/schema.js';
import { parseResults } from './results/store.js';

/** Everything the half knows of the run it speaks for. */
interface Half {
  readonly config: CommentConfig;
  readonly context: GitHubContext;
  readonly api: GitHubApi;
  readonly run: FinishedRun;
  readonly pull: PullRequest;
}

/**
 * The trusted half for pull requests whose own run may not write: reads what that run measured, which its sender may
 * have made up, compares it with a baseline found here, renders it here, and comments on the pull request that GitHub
 * says the run was for. Nothing of the pull request is checked out or run.
 * @throws EnvironmentError outside of a workflow_run event; GitHubError where GitHub does not let us.
 */
export async function commentOnFinishedRun(config: CommentConfig, context: GitHubContext): Promise<void> {
  const { finishedRun: run } = context;
  if (run === undefined) {
    throw new EnvironmentError(`the comment action is for workflow_run events, this is ${context.event}`, {
      remedy: 'Start its workflow with `on: workflow_run`; docs/action.md of memory-bench-action has the whole file.',
    });
  }
  setOutputs('', '');
  if (run.event !== 'pull_request') return core.info(`the run was for a ${run.event} event: nothing to comment on`);
  const api = await openApi(context, config.token);
  const pull = await pullOfRun(api, run);
  if (pull === undefined) return core.notice('The run is of no open pull request, or of an earlier commit of one.');
  const half: Half = { config, context, api, run, pull };
  setOutputs('', pull.number);
  const all = await artifactsOfRun(api, run.id);
  const artifacts = newestAttempts(all, config.artifacts.prefix);
  if (artifacts.length === 0) core.notice('The run left no results of memory-bench.');
  const failures: string[] = [];
  for (const artifact of artifacts) {
    // One that cannot be used must not silence the others.
    await tellOne(half, artifact, all).catch((error: unknown) => failures.push(failureOf(error)));
  }
  if (failures.length > 0) throw new EnvironmentError(failures.join('\n'));
}

function failureOf(error: unknown): string {
  if (error instanceof MemoryBenchError) return error.message;
  throw error;
}

/** Of each job, what its last attempt left. */
function newestAttempts(artifacts: readonly Artifact[], prefix: string): Artifact[] {
  const newest = new Map<string, Artifact>();
  for (const artifact of artifacts) {
    const job = /^(.+)-attempt\d+$/.exec(artifact.name)?.[1];
    if (job === undefined || !job.startsWith(`${resultsPrefix(prefix)}-`) || artifact.expired) continue;
    const known = newest.get(job);
    if (known === undefined || known.id < artifact.id) newest.set(job, artifact);
  }
  return [...newest.values()].slice(0, mostJobs);
}

/** A matrix has 256 jobs at most; a comment that many sections would not fit. */
const mostJobs = 32;

async function tellOne(half: Half, artifact: Artifact, all: readonly Artifact[]): Promise<void> {
  const { config, context, api, run, pull } = half;
  const { 'results.json': text, 'handover.json': handed } = await readArtifact(api, artifact, handedOver);
  if (text === undefined || handed === undefined) throw new EnvironmentError(`${artifact.name} is incomplete`);
  const results = withoutFilter(parseResults(text, artifact.name, 'results'));
  const handover = parseHandover(handed);
  if (handover.comment === 'never') {
    core.info(`${artifact.name}: no comment is wanted`);
    return;
  }
  const baseline = await baselineFor(half, results, handover);
  const comparison = compareResults(results, comparableWith(results, baseline.results), handover);
  const always = config.when === 'always' && handover.comment !== 'changes';
  const place = { key: handover.commentKey, create: always || changedAnything(comparison) };
  const job = { pull: pull.number, headSha: run.head_sha, runId: run.id, attempt: run.run_attempt };
  // They are linked, and not read.
  const profilesName = profilesArtifact(artifact.name, config.artifacts.prefix);
  const profiles = all.find(({ name, expired }) => name === profilesName && !expired);
  const provenance = {
    leg: titleOf({ ...config.artifacts, leg: handover.leg }),
    repositoryUrl: context.repositoryUrl,
    runUrl: run.html_url,
    resultsUrl: artifactUrl(context.repositoryUrl, run.id, artifact.id),
    profilesUrl: profiles && artifactUrl(context.repositoryUrl, run.id, profiles.id),
    baseline: baseline.provenance,
  };
  const tale = { comparison, results, baselineResults: baseline.results, provenance };
  setOutputs(report(await writeComment(api, job, place, tale)), pull.number);
}

/** Without the sender's regular expression, which might take for ever. */
function withoutFilter(results: Results): Results {
  const { filter: _filter, ...selection } = results.selection;
  return { ...results, selection };
}

/** Only the cases that were measured: which others should have been, the sender alone says. */
function comparableWith(results: Results, baseline: Results | undefined): Results | undefined {
  const measured = new Set(results.cases.map(({ id }) => id));
  return baseline && { ...baseline, cases: baseline.cases.filter(({ id }) => measured.has(id)) };
}

async function baselineFor(
  { config, context, api, pull }: Half,
  results: Results,
  { leg }: Handover,
): Promise<ResolvedBaseline> {
  const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
  const branches = config.baseline.branches.length === 0 ? [defaultBranch] : config.baseline.branches;
  const { prefix } = config.artifacts;
  const lookUp = githubBaseline(api, {
    source: config.baseline.source,
    question: {
      context: { ...context, pull },
      measured: await measuredCommit(api, results, pull),
      defaultBranch,
      isBaselineBranch: (branch) => branches.includes(branch),
    },
    artifactOf: (environmentKey) => baselineArtifact({ prefix, environmentKey, leg }),
    branches,
    committed: (environmentKey) =>
      committedBaseline(api, defaultBranch, config.baseline.path, fileKeys({ environmentKey, leg })),
    waitMs: 0,
    signal: new AbortController().signal,
    say: core.info,
  });
  return lookUp(results.environment.key, 'after');
}

/**
 * The test merge that was measured, where the results name one and GitHub says that it merges the pull request's head;
 * else the head itself.
 */
async function measuredCommit(api: GitHubApi, { commit }: Results, { headSha }: PullRequest): Promise<string> {
  if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit.sha)) return headSha;
  const request = api.rest.repos.getCommit({ ...api.at, ref: commit.sha });
  const known = await askMaybe('the measured commit could not be looked up', request);
  return known?.parents.length === 2 && known.parents[1]?.sha === headSha ? commit.sha : headSha;
}

function setOutputs(commentUrl: string, pull: number | ''): void {
  core.setOutput('comment-url', commentUrl);
  core.setOutput('pull-request', pull);
}
