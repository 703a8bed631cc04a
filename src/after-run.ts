import type { CommentConfig } from './config/runner-config.js';
import { EnvironmentError, MemoryBenchError, messageOf } from './errors.js';
import { type GitHubApi, openApi } from './github/api.js';
import { artifactUrl, baselineArtifact, fileKeys, profilesArtifact, titleOf } from './github/artifact-names.js';
import { type Artifact, artifactsOfRun, readArtifact } from './github/artifacts.js';
import { committedBaseline } from './github/baseline/committed.js';
import type { ResolvedBaseline } from './github/baseline/resolve.js';
import { githubBaseline } from './github/baseline/source.js';
import { upsertComment } from './github/comment.js';
import type { FinishedRun, GitHubContext, PullRequest } from './github/context.js';
import { commentWarning } from './github/enterprise-server.js';
import { headOfRun, pullOfCommit, type RunHead } from './github/finished-pull.js';
import { refuseCostlyGlobs } from './github/glob-work.js';
import { type Handover, handedOver, parseHandover } from './github/handover.js';
import { type JobArtifact, jobsThatSayTheyFailed, newestAttempts } from './github/job-artifacts.js';
import { judgeFinished } from './github/judge-finished.js';
import { logLines, logText } from './github/log-text.js';
import { askDefaultBranch } from './github/place.js';
import { badEndOf, hasEnded, isExplained, type RunEnd } from './github/run-jobs.js';
import * as core from './github/runner-log.js';
import { report, writeComment } from './github/tell.js';
import { reportUsage } from './github/usage-report.js';
import { changedAnything } from './report/comment.js';
import { notMeasuredSection } from './report/judgement.js';
import type { Results } from './results/schema.js';
import { parseResults } from './results/store.js';

/** The context of the comment action for one finished run. */
interface Half {
  readonly config: CommentConfig;
  readonly context: GitHubContext;
  readonly api: GitHubApi;
  readonly run: FinishedRun;
  readonly head: RunHead;
  readonly defaultBranch: string;
  /** All artifacts of the run. */
  readonly all: readonly Artifact[];
  /** How the run ended, if a job failed that no section explains. */
  readonly end: RunEnd | undefined;
}

/**
 * Runs the trusted comment action, for pull requests whose own run may not write. It reads that run's results, which
 * the sender may have forged, compares them with a baseline that it looks up itself, and renders the report itself. It
 * comments on the pull request that the run was for according to GitHub. Nothing of the pull request is checked out or
 * run.
 * @throws EnvironmentError outside of a workflow_run event; GitHubError if GitHub refuses.
 */
export async function commentOnFinishedRun(config: CommentConfig, context: GitHubContext): Promise<void> {
  const { finishedRun: run } = context;
  if (run === undefined) {
    throw new EnvironmentError(`the comment action is for workflow_run events, this is ${context.event}`, {
      remedy: 'Start its workflow with `on: workflow_run`; docs/action.md of memory-bench-action has the whole file.',
    });
  }
  setOutputs('', '');
  if (context.enterpriseServer !== undefined) return core.warning(commentWarning(context.enterpriseServer));
  if (run.event !== 'pull_request') return core.info(`the run was for a ${run.event} event: nothing to comment on`);
  if (!hasEnded(run))
    return core.notice('The run has not ended yet: start the comment workflow with `types: [completed]`.');
  const api = await openApi(context, config.token);
  try {
    await commentOnJobs(api, config, context, run);
  } finally {
    reportUsage(api);
  }
}

async function commentOnJobs(
  api: GitHubApi,
  config: CommentConfig,
  context: GitHubContext,
  run: FinishedRun,
): Promise<void> {
  const head = await headOfRun(api, run);
  const all = await artifactsOfRun(api, run.id);
  const jobs = newestAttempts(all, config.artifacts.prefix, run.run_attempt);
  const end = await badEndOf(api, run);
  const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
  const half: Half = { config, context, api, run, head, defaultBranch, all, end };
  if (jobs.length === 0) return sayNothingWasMeasured(half);
  const failures: string[] = [];
  const keys = new CommentKeys();
  const failed = end === undefined ? new Set<JobArtifact>() : await jobsThatSayTheyFailed(api, jobs);
  // Failed jobs come first: only a red section in the comment explains why the run failed.
  const red = new Set<string>();
  for (const job of [...failed, ...jobs.filter((other) => !failed.has(other))]) {
    const explained = end === undefined || isExplained(end, failed.has(job) ? failed.size : red.size);
    // An unusable artifact, for whatever reason, must not stop the others.
    const shown = await commentOnJob({ ...half, end: explained ? undefined : end }, job, keys).catch(
      (error: unknown) => void failures.push(failureOf(error, job.artifact)),
    );
    if (shown !== undefined && failed.has(job)) red.add(shown);
  }
  if (failures.length > 0) throw new EnvironmentError(failures.join('\n'));
}

/** The error text for an unusable artifact. It is sanitized because it may quote the sender. */
function failureOf(error: unknown, { name }: Artifact): string {
  if (error instanceof MemoryBenchError) return logLines(error.message);
  return logLines(`the artifact ${name} cannot be used: internal error: ${messageOf(error)}`);
}

/** Maximum number of comments. A run with a new comment key in each artifact would flood the pull request. */
const mostComments = 4;

/** The keys of the comments that a run's artifacts go into. */
class CommentKeys {
  readonly #keys = new Set<string>();

  /** Whether a comment with this key is allowed. */
  allows(key: string): boolean {
    if (this.#keys.size < mostComments) this.#keys.add(key);
    return this.#keys.has(key);
  }
}

/** Comments on one job's results. Returns an identifier of its section; undefined if the section is in no comment. */
async function commentOnJob(half: Half, job: JobArtifact, keys: CommentKeys): Promise<string | undefined> {
  const { config, context, api, run, head, all, end } = half;
  const { artifact } = job;
  const { 'results.json': text, 'handover.json': handed } = await readArtifact(api, artifact, handedOver);
  if (text === undefined || handed === undefined) throw new EnvironmentError(`${logText(artifact.name)} is incomplete`);
  const measured = parseResults(text, logText(artifact.name), 'results');
  const handover = parseHandover(handed);
  refuseCostlyGlobs(measured, handover);
  if (!keys.allows(handover.commentKey)) {
    core.notice(
      `${logText(artifact.name)} is left out: a run writes at most ${mostComments} comments, and ${handover.commentKey} would be one more`,
    );
    return undefined;
  }
  const finding = await pullOfCommit(api, head, measured.commit?.sha);
  if (finding.kind === 'none') {
    core.notice(`No comment on the results ${logText(artifact.name)}: ${finding.why}.`);
    return undefined;
  }
  const { pull } = finding;
  setOutputs('', pull.number);
  const baseline = await baselineFor(half, pull, finding.measured, measured, handover);
  const { comparison, results, judgement } = judgeFinished({
    // The results may name any commit; use the one that GitHub knows.
    results: { ...measured, commit: { sha: finding.measured, dirty: measured.commit?.dirty ?? false } },
    handover,
    baseline: baseline.results,
    absence: baseline.absence,
    branch: pull.baseRef === half.defaultBranch || baseline.provenance.source === 'file' ? undefined : pull.baseRef,
    end,
  });
  const changed = handover.comment === 'changes' || config.when === 'changes';
  const create = handover.comment !== 'never' && (!changed || changedAnything(comparison, judgement));
  const place = { key: handover.commentKey, create, yields: true };
  // Profiles are linked, not read.
  const profilesName = profilesArtifact(artifact.name, config.artifacts.prefix);
  const profiles = all.find(({ name, expired }) => name === profilesName && !expired);
  const provenance = {
    leg: titleOf({ ...config.artifacts, leg: handover.leg }),
    repositoryUrl: context.repositoryUrl,
    runUrl: run.html_url,
    resultsUrl: artifactUrl(context.repositoryUrl, run.id, artifact.id),
    profilesUrl: profiles && artifactUrl(context.repositoryUrl, run.id, profiles.id),
    baseline: baseline.provenance,
    judgement,
  };
  const tale = { comparison, results, baselineResults: baseline.results, provenance };
  const outcome = await writeComment(api, commentJob(half, pull, job.attempt), place, tale);
  setOutputs(report(outcome, pull.number), pull.number);
  return 'url' in outcome ? `${handover.commentKey} ${provenance.leg}` : undefined;
}

/**
 * Updates an existing comment, so that an earlier commit's verdict is not taken for this run, which left no results.
 */
async function sayNothingWasMeasured(half: Half): Promise<void> {
  const { api, run, head, end } = half;
  core.notice('The run left no results of memory-bench.');
  if (end === undefined) return;
  const finding = await pullOfCommit(api, head, undefined);
  if (finding.kind === 'none') return core.notice(`No comment: ${finding.why}.`);
  const { pull } = finding;
  const section = {
    leg: '',
    runId: run.id,
    attempt: run.run_attempt,
    sha: run.head_sha,
    render: () => notMeasuredSection(run.head_sha, end.badConclusion ?? 'failure', run.html_url),
  };
  const outcome = await upsertComment(api, { pull: pull.number, key: 'default', section, create: false, yields: true });
  setOutputs(report(outcome, pull.number), pull.number);
}

/**
 * The run and attempt that a section names. A job without results in this attempt may have failed in it, so it is
 * reported for this attempt.
 */
function commentJob({ run, end }: Half, { number: pull }: PullRequest, attempt: number) {
  return { pull, headSha: run.head_sha, runId: run.id, attempt: end === undefined ? attempt : run.run_attempt };
}

async function baselineFor(
  { config, context, api, defaultBranch }: Half,
  pull: PullRequest,
  measured: string,
  { environment }: Results,
  { leg }: Handover,
): Promise<ResolvedBaseline> {
  const branches = config.baseline.branches.length === 0 ? [defaultBranch] : config.baseline.branches;
  const { prefix } = config.artifacts;
  const lookUp = githubBaseline(api, {
    source: config.baseline.source,
    question: {
      context: { ...context, pull },
      measured,
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
    warn: core.warning,
  });
  return lookUp(environment.key, 'after');
}

function setOutputs(commentUrl: string, pull: number | ''): void {
  core.setOutput('comment-url', commentUrl);
  core.setOutput('pull-request', pull);
}
