import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as core from '@actions/core';
import type { RunnerConfig } from './config/runner-config.js';
import { MemoryBenchError } from './errors.js';
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
import { checkedOutBaseline } from './github/baseline/committed.js';
import { refreshes } from './github/baseline/policy.js';
import { refreshBaseline, refusalOf } from './github/baseline/refresh.js';
import type { ResolvedBaseline } from './github/baseline/resolve.js';
import { type BaselineLookup, githubBaseline } from './github/baseline/source.js';
import type { GitHubContext } from './github/context.js';
import { ledgerState } from './github/ledger.js';
import { questionOf } from './github/place.js';
import { uploadProfiles, uploadResults } from './github/results-upload.js';
import { runtimeCache } from './github/runtime-cache.js';
import { annotate, commentOn, filesOfCases, setOutputs, writeSummary } from './github/tell.js';
import { reportUsage } from './github/usage-report.js';
import { profilesFolder } from './out-paths.js';
import { packageRoot } from './package-root.js';
import { Progress } from './progress.js';
import type { Provenance } from './report/provenance.js';
import type { BaselineSource } from './results/baseline.js';
import { changedFiles } from './results/environment.js';
import type { Results } from './results/schema.js';
import { type RunOutcome, run } from './run.js';
import { type Scope, withScope } from './scope.js';
import { installRuntime } from './services/runtime.js';

/** Everything a step knows. */
interface Step {
  readonly settings: RunnerConfig;
  readonly context: GitHubContext;
  readonly api: GitHubApi;
  readonly question: BaseQuestion;
}

type Outcome = RunOutcome<ResolvedBaseline>;

/**
 * The story on a runner: make the runtime ready, measure and compare with the baseline that GitHub keeps, keep the
 * results, refresh the baseline where this run makes one, and tell. Returns whether the verdict passes.
 */
export async function checkOnRunner(settings: RunnerConfig, context: GitHubContext, ledger: string): Promise<boolean> {
  // Whatever ends this process, the post step finds what it has started.
  core.saveState(ledgerState, ledger);
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
  };
  const outcome = await core.group('Measuring', () => withScope((scope) => measure(step, scope), { ledger }));
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
  // What is a baseline tomorrow has to say where its memory comes from, or a difference could not.
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
  return githubBaseline(api, {
    ...how,
    question,
    artifactOf: (environmentKey) => baselineArtifact(ownerOf(settings, environmentKey)),
    branches: baseline.branches.length === 0 ? [question.defaultBranch] : baseline.branches,
    committed: (environmentKey) => checkedOutBaseline(config.baseline, fileKeys(ownerOf(settings, environmentKey))),
    waitMs: context.event === 'pull_request' || context.event === 'merge_group' ? baseline.waitMs : 0,
    say: core.info,
  });
}

/** Where what was uploaded is to be had, as far as that worked. */
type Kept = Pick<Provenance, 'resultsUrl' | 'profilesUrl'>;

/** Uploads what was measured, for people and for the half that may comment, and where its memory comes from. */
async function keepResults(
  { settings, context }: Step,
  { results, resultsPath, reportPath, htmlPath }: Outcome,
): Promise<Kept> {
  const { artifacts, leg, comment, config } = settings;
  const { prefix, retentionDays } = artifacts;
  const name = resultsArtifact(ownerOf(settings, results.environment.key), context.run.attempt);
  const { failOn, budgets, thresholds } = config;
  const handover = {
    leg,
    commentKey: comment.key,
    comment: comment.when,
    failOn: [...failOn],
    budgets,
    thresholds,
  };
  const reportPaths = [reportPath, htmlPath];
  const profiles = profilesArtifact(name, prefix);
  return {
    resultsUrl: await addressOf(context, uploadResults({ name, resultsPath, reportPaths, handover, retentionDays })),
    profilesUrl: await addressOf(context, uploadProfiles(profiles, profilesFolder(config), retentionDays)),
  };
}

/** The page of an artifact; what was measured can be told without it. */
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
    // A file that stood in for an artifact has another history.
    const stoodIn = baseline.provenance.source === 'file' && (baseline.warnings ?? []).length > 0;
    const earlier = stoodIn ? undefined : baseline.results;
    const owner = ownerOf(settings, key);
    const said = await refreshBaseline(api, {
      results,
      earlier: earlier ?? (await earlierBaseline(step, key)),
      artifact: baselineArtifact(owner),
      retentionDays: artifacts.retentionDays,
      folder: dirname(resultsPath),
      commit: settings.baseline.commit
        ? { branch: context.branch ?? '', file: config.baseline, key: fileKeys(owner)[0] }
        : undefined,
    });
    for (const line of said) core.info(line);
  } catch (error) {
    warnOf(error);
  }
}

/** Pauses before the earlier baseline is looked for again, where GitHub did not answer. */
const earlierPausesMs = [5_000, 20_000];

/**
 * The baseline before, for a run that was compared with none: the new one takes over its history, and the cases that
 * this run did not measure.
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

async function tell(step: Step, outcome: Outcome, kept: Kept): Promise<boolean> {
  const { settings, context, api } = step;
  const { comparison, results, baseline } = outcome;
  const provenance: Provenance = {
    leg: titleOf({ prefix: settings.artifacts.prefix, leg: settings.leg }),
    repositoryUrl: context.repositoryUrl,
    runUrl: context.run.url,
    ...kept,
    baseline: baseline.provenance,
  };
  for (const note of baseline.provenance.notes) core.info(note);
  const tale = { comparison, results, baselineResults: baseline.results, provenance };
  if (settings.summary) await writeSummary(tale);
  annotate(comparison, filesOfCases(results, settings.config.workingDirectory));
  setOutputs(tale, outcome);
  core.setOutput('comment-url', await commentOn(api, context, settings.comment, tale));
  return comparison.verdict === 'pass';
}

function ownerOf({ artifacts, leg }: RunnerConfig, environmentKey: string): ArtifactOwner {
  return { prefix: artifacts.prefix, environmentKey, leg };
}

/** A failure that must not hide what was measured. */
function warnOf(error: unknown): undefined {
  if (!(error instanceof MemoryBenchError)) throw error;
  core.warning([error.message, error.remedy].filter(Boolean).join(' '));
}
