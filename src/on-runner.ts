import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunnerConfig } from './config/runner-config.js';
import { MemoryBenchError, messageOf } from './errors.js';
import { type GitHubApi, openApi } from './github/api.js';
import {
  type ArtifactOwner,
  artifactUrl,
  baselineArtifact,
  fileKeys,
  profilesArtifact,
  resultsArtifact,
  titleOf,
} from './github/artifact-names.js';
import type { BaseQuestion } from './github/baseline/base.js';
import { checkedOutBaseline, committedBaseline } from './github/baseline/committed.js';
import { refreshes } from './github/baseline/policy.js';
import { refreshBaseline, refusalOf } from './github/baseline/refresh.js';
import type { ResolvedBaseline } from './github/baseline/resolve.js';
import { type BaselineLookup, githubBaseline } from './github/baseline/source.js';
import type { GitHubContext } from './github/context.js';
import {
  measuringWarning,
  noArtifactsNote,
  refuseArtifactSource,
  sourceWithoutArtifacts,
} from './github/enterprise-server.js';
import { foreignCheckout, refuseUnsafeEvent } from './github/events.js';
import { judgementOfOwn } from './github/judge-own.js';
import { ledgerState } from './github/ledger.js';
import { questionOf, repositoryPath, trackedPath } from './github/place.js';
import { uploadProfiles, uploadResults } from './github/results-upload.js';
import * as core from './github/runner-log.js';
import { runtimeCache } from './github/runtime-cache.js';
import { annotate, commentOn, filesOfCases, setOutputs, writeSummary } from './github/tell.js';
import { ArtifactTakenError } from './github/uploads.js';
import { reportUsage } from './github/usage-report.js';
import { profilesFolder } from './out-paths.js';
import { packageRoot } from './package-root.js';
import { Progress } from './progress.js';
import type { Provenance } from './report/provenance.js';
import type { BaselineSource } from './results/baseline.js';
import { changedFiles } from './results/environment.js';
import type { Results } from './results/schema.js';
import { type RunOutcome, rulesOf, run } from './run.js';
import { type Scope, withScope } from './scope.js';
import { installRuntime } from './services/runtime.js';

/** The context of a step. */
interface Step {
  readonly settings: RunnerConfig;
  readonly context: GitHubContext;
  readonly api: GitHubApi;
  readonly question: BaseQuestion;
  /** The reason that the checkout is not the pull request's; undefined if it is, or without a pull request. */
  readonly foreign: string | undefined;
}

type Outcome = RunOutcome<ResolvedBaseline>;

/**
 * Runs the measuring action: installs the runtime, measures, compares with the baseline that GitHub stores, uploads the
 * results, refreshes the baseline if this run makes one, and reports. Returns whether the step passes.
 */
export async function checkOnRunner(settings: RunnerConfig, context: GitHubContext, ledger: string): Promise<boolean> {
  refuseUnsafeEvent(context, settings.config.workingDirectory);
  // However this process ends, the post step finds what it started.
  core.saveState(ledgerState, ledger);
  if (context.enterpriseServer !== undefined) {
    refuseArtifactSource(settings.baseline.source);
    core.warning(measuringWarning(context.enterpriseServer));
  }
  const api = await openApi(context, settings.token);
  try {
    return await checkWith(api, settings, context, ledger);
  } finally {
    reportUsage(api);
  }
}

async function checkWith(
  api: GitHubApi,
  settings: RunnerConfig,
  context: GitHubContext,
  ledger: string,
): Promise<boolean> {
  const question = await questionOf(api, context, settings);
  const packagesFolder = await core.group('Packages that scenarios use', () => makeRuntime(settings));
  const step: Step = {
    settings: { ...settings, config: { ...settings.config, packagesFolder } },
    context,
    api,
    question,
    foreign: foreignCheckout(context, settings.config.workingDirectory),
  };
  if (step.foreign !== undefined) {
    core.warning(
      `${step.foreign}: the pull request gets no comment. Check out its test merge, which actions/checkout does by default, or its head.`,
    );
  }
  const { workingDirectory } = settings.config;
  const outcome = await core.group('Measuring', () =>
    withScope((scope) => measure(step, scope), { ledger, workingDirectory, warn: warnOfLeft }),
  );
  const kept = await core.group('Results', () => keepResults(step, outcome));
  if (refreshes(context, settings.baseline.update, question.isBaselineBranch)) {
    await core.group('Baseline', () => keepBaseline(step, outcome));
  }
  return core.group('Report', () => tell(step, outcome, kept));
}

function makeRuntime({ config }: RunnerConfig): Promise<string> {
  const source = join(packageRoot, '..', 'runtime');
  return installRuntime({ source, cacheDir: config.cacheDir, kept: runtimeCache(core.info), say: core.info });
}

function measure(step: Step, scope: Scope): Promise<Outcome> {
  const { settings, context, question } = step;
  const { config, baseline } = settings;
  const progress = new Progress({ write: (text) => process.stdout.write(text) });
  // A future baseline has to record where its memory comes from, or a difference could not be explained.
  const all = config.sites !== 'none' && refreshes(context, baseline.update, question.isBaselineBranch);
  const sites = all ? 'all' : config.sites;
  const how = { source: baseline.source, signal: scope.signal, warn: core.warning };
  return run({ ...config, sites }, scope, progress, baselineFor(step, how));
}

function baselineFor(
  { settings, context, api, question }: Step,
  how: Pick<BaselineLookup, 'source' | 'signal' | 'warn'>,
): BaselineSource<ResolvedBaseline> {
  const { config, baseline } = settings;
  const base = context.pull?.baseRef ?? context.mergeGroup?.baseRef;
  return githubBaseline(api, {
    ...how,
    source: context.enterpriseServer === undefined ? how.source : sourceWithoutArtifacts(how.source),
    question,
    artifactOf: (environmentKey) => baselineArtifact(ownerOf(settings, environmentKey)),
    branches: baseline.branches.length === 0 ? [question.defaultBranch] : baseline.branches,
    committed: (environmentKey) => checkedOutBaseline(config.baseline, fileKeys(ownerOf(settings, environmentKey))),
    committedOnBase:
      base === undefined
        ? undefined
        : (environmentKey) =>
            committedBaseline(api, base, repositoryPath(config.baseline), fileKeys(ownerOf(settings, environmentKey))),
    waitMs: context.event === 'pull_request' || context.event === 'merge_group' ? baseline.waitMs : 0,
    say: core.info,
  });
}

/** Links to the artifacts that were uploaded. */
interface Kept extends Pick<Provenance, 'resultsUrl' | 'profilesUrl'> {
  /** Notes about artifacts for readers of the comparison. */
  readonly notes: readonly string[];
}

/** Uploads the results, for users and for the comment action, and the profiles that show where memory comes from. */
async function keepResults(
  { settings, context, foreign }: Step,
  { comparison, results, resultsPath, reportPath, htmlPath }: Outcome,
): Promise<Kept> {
  const { artifacts, leg, comment, config } = settings;
  if (context.enterpriseServer !== undefined) {
    return { resultsUrl: undefined, profilesUrl: undefined, notes: [noArtifactsNote] };
  }
  const { prefix, retentionDays } = artifacts;
  const name = resultsArtifact(ownerOf(settings, results.environment.key), context.run.attempt);
  const { failOn, budgets, thresholds } = config;
  const handover = {
    leg,
    commentKey: comment.key,
    comment: foreign === undefined ? comment.when : ('never' as const),
    failOn: [...failOn],
    budgets,
    thresholds,
    failed: comparison.fails,
    findings: { ...comparison.findings },
  };
  const reportPaths = [reportPath, htmlPath];
  const profiles = profilesArtifact(name, prefix);
  const upload = uploadResults({ name, resultsPath, reportPaths, handover, retentionDays });
  const taken = await upload.then(
    () => false,
    (error: unknown) => error instanceof ArtifactTakenError,
  );
  const resultsUrl = await addressOf(context, upload);
  // The profiles are named like the results, so their name is taken as well.
  if (taken) return { resultsUrl, profilesUrl: undefined, notes: [namesTakenNote] };
  const profilesUrl = await addressOf(context, uploadProfiles(profiles, profilesFolder(config), retentionDays));
  return { resultsUrl, profilesUrl, notes: [] };
}

const namesTakenNote =
  'another job or step of this run uses the same names: its baseline may stand for the one of this job, and its section ' +
  'of the comment may replace this one. Set the input matrix, or artifact-name.';

/** URL of an uploaded artifact; the report works without it. */
async function addressOf(
  { repositoryUrl, run }: GitHubContext,
  upload: Promise<number | undefined>,
): Promise<string | undefined> {
  const id = await upload.catch(warnOf);
  return id === undefined ? undefined : artifactUrl(repositoryUrl, run.id, id);
}

async function keepBaseline(step: Step, { results, baseline, resultsPath }: Outcome): Promise<void> {
  const { settings, context, api } = step;
  const { config, artifacts } = settings;
  const { key } = results.environment;
  const refusal = refusalOf(results, context.sha, changedFiles(config.workingDirectory));
  if (refusal !== undefined) {
    core.warning(`The baseline was not refreshed: ${refusal.reason}. ${refusal.remedy}`);
    return;
  }
  try {
    // A file that replaced an artifact has a different history.
    const stoodIn = baseline.provenance.source === 'file' && (baseline.warnings ?? []).length > 0;
    const earlier = stoodIn ? undefined : baseline.results;
    const owner = ownerOf(settings, key);
    const { said, warnings } = await refreshBaseline(api, {
      results,
      earlier: earlier ?? (await earlierBaseline(step, key)),
      artifact: context.enterpriseServer === undefined ? baselineArtifact(owner) : undefined,
      retentionDays: artifacts.retentionDays,
      folder: dirname(resultsPath),
      commit: settings.baseline.commit
        ? { branch: context.branch ?? '', file: config.baseline, key: fileKeys(owner)[0] }
        : undefined,
    });
    for (const line of said) core.info(line);
    for (const line of warnings) core.warning(line);
  } catch (error) {
    warnOf(error);
  }
}

/** Pauses before the earlier baseline is looked up again if GitHub did not answer. */
const earlierPausesMs = [5_000, 20_000];

/**
 * The previous baseline, for a run that was compared with none. The new baseline takes over its history, and the cases
 * that this run did not measure.
 */
async function earlierBaseline(step: Step, environmentKey: string): Promise<Results | undefined> {
  const { signal } = new AbortController();
  const find = (source: 'artifact' | 'file') => baselineFor(step, { source, signal })(environmentKey, 'before');
  for (const pauseMs of [...earlierPausesMs, undefined]) {
    const found = await find('artifact');
    if (found.results !== undefined) return found.results;
    const { absence } = found;
    if (absence?.kind !== 'unavailable' || !absence.expected) break;
    if (pauseMs === undefined || found.isTransient !== true) {
      const remedy = absence.remedy === undefined ? '' : ` ${absence.remedy}`;
      core.warning(`The new baseline starts without the history of the one before: ${absence.reason}.${remedy}`);
      break;
    }
    await delay(pauseMs);
  }
  return (await find('file')).results;
}

async function tell(step: Step, outcome: Outcome, { notes, ...links }: Kept): Promise<boolean> {
  const { settings, context, api, question, foreign } = step;
  const { comparison, results, baseline } = outcome;
  const { pull } = context;
  const provenance: Provenance = {
    leg: titleOf({ prefix: settings.artifacts.prefix, leg: settings.leg }),
    repositoryUrl: context.repositoryUrl,
    runUrl: context.run.url,
    ...links,
    baseline: { ...baseline.provenance, notes: [...baseline.provenance.notes, ...notes] },
    judgement:
      pull &&
      judgementOfOwn({
        comparison,
        results,
        baseline: baseline.results,
        rules: rulesOf(settings.config),
        branch: pull.baseRef === question.defaultBranch ? undefined : pull.baseRef,
      }),
  };
  for (const note of provenance.baseline.notes) core.info(note);
  const tale = { comparison, results, baselineResults: baseline.results, provenance };
  if (settings.summary) await writeSummary(tale);
  const { workingDirectory } = settings.config;
  annotate(comparison, filesOfCases(results, workingDirectory), (file) => trackedPath(workingDirectory, file));
  setOutputs(tale, outcome);
  const url = foreign === undefined ? await commentOn(api, context, settings.comment, tale) : '';
  core.setOutput('comment-url', url);
  return !comparison.fails;
}

function ownerOf({ artifacts, leg }: RunnerConfig, environmentKey: string): ArtifactOwner {
  return { prefix: artifacts.prefix, environmentKey, leg };
}

function warnOfLeft(message: string): void {
  core.warning(message, { title: 'memory-bench' });
}

/** Reports a failure as a warning, so that it does not hide the results. */
function warnOf(error: unknown): undefined {
  if (!(error instanceof MemoryBenchError)) throw error;
  core.warning([messageOf(error), error.remedy].filter(Boolean).join(' '));
}
