import { join } from 'node:path';
import { isSkipped } from '../compare/incomplete.js';
import type { Comparison } from '../compare/verdict.js';
import type { RunnerConfig } from '../config/runner-config.js';
import { EnvironmentError, messageOf } from '../errors.js';
import { redact } from '../output/secrets.js';
import { annotationsOf } from '../report/annotations.js';
import { changedAnything, renderSection } from '../report/comment.js';
import type { Provenance } from '../report/provenance.js';
import type { Results } from '../results/schema.js';
import { type GitHubApi, GitHubError } from './api.js';
import { type CommentOutcome, type StickyComment, upsertComment } from './comment.js';
import type { GitHubContext } from './context.js';
import { repositoryPath } from './place.js';
import * as core from './runner-log.js';

/** GitHub drops a job summary of more than 1 MiB as a whole. */
const longestSummary = 1_000_000;

const missingPermission = 'Give the job the permission pull-requests: write. ';
const otherHalf = 'On pull requests from forks, and of Dependabot, the comment action tells.';

/** What there is to tell. */
export interface Tale {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baselineResults: Results | undefined;
  readonly provenance: Provenance;
}

/** Writes the job summary. Where it cannot be written, a warning says so: the verdict and the comment do not depend on it. */
export async function writeSummary(tale: Tale): Promise<void> {
  const text = render(tale, longestSummary);
  try {
    await core.summary.addRaw(text, true).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
}

/**
 * Comments on the pull request of this run, where there is one and the settings want it; the comment's address, empty without one. A token
 * that may not write is no failure: on pull requests from forks the `comment` action does it.
 * @throws GitHubError where `always` was asked for and GitHub does not let us.
 */
export async function commentOn(
  api: GitHubApi,
  { pull, run }: GitHubContext,
  { when, key }: RunnerConfig['comment'],
  tale: Tale,
): Promise<string> {
  if (pull === undefined || when === 'never') return '';
  const job = { pull: pull.number, headSha: pull.headSha, runId: run.id, attempt: run.attempt };
  const place = { key, create: when !== 'changes' || changedAnything(tale.comparison, tale.provenance.judgement) };
  try {
    const outcome = await writeComment(api, job, place, tale);
    if (outcome.kind === 'locked' && when === 'always') {
      throw new EnvironmentError(`the comment could not be written: ${lockedWords(pull.number)}`, {
        remedy: 'Unlock the conversation, or do not set `comment: always`.',
      });
    }
    return report(outcome, pull.number);
  } catch (error) {
    if (!(error instanceof GitHubError) || when === 'always') throw error;
    if (![401, 403, 404, 422].includes(error.status ?? 0)) core.warning(messageOf(error));
    else core.notice(`${messageOf(error)}. ${pull.fromFork ? '' : missingPermission}${otherHalf}`);
    return '';
  }
}

/** Which run speaks, of which commit, to which pull request. */
export interface CommentJob {
  readonly pull: number;
  readonly headSha: string;
  readonly runId: number;
  readonly attempt: number;
}

/**
 * Writes one job's section into the comment.
 * @throws GitHubError
 */
export function writeComment(
  api: GitHubApi,
  { pull, headSha: sha, runId, attempt }: CommentJob,
  place: Pick<StickyComment, 'key' | 'create' | 'yields'>,
  tale: Tale,
): Promise<CommentOutcome> {
  const section = {
    // A comment keeps no lone half of a surrogate pair, and its section has to be found again.
    leg: tale.provenance.leg.toWellFormed(),
    runId,
    attempt,
    sha,
    render: (maxLength: number) => render(tale, maxLength),
  };
  return upsertComment(api, { pull, section, ...place });
}

/** Logs the outcome of a comment; returns its address, empty where there is none. */
export function report(outcome: CommentOutcome, pull: number): string {
  if (outcome.kind === 'stale') core.notice('A newer run has commented already; its comment stays.');
  if (outcome.kind === 'not-needed') core.info('nothing changed, and there is no earlier comment to correct');
  if (outcome.kind === 'kept') core.info('this run has commented already; its section stays as it is');
  if (outcome.kind === 'locked')
    core.notice(`No comment was written: ${lockedWords(pull)}. The job summary has the report.`);
  return 'url' in outcome ? outcome.url : '';
}

function lockedWords(pull: number): string {
  return `the conversation of #${pull} is locked`;
}

/** Budget breaches, leaks, regressions and failures as annotations of the run. */
export function annotate(
  comparison: Comparison,
  files: ReadonlyMap<string, string>,
  inRepository?: (file: string) => string | undefined,
): void {
  const { error, warning, notice } = core;
  const tellAs = { error, warning, notice };
  for (const { level, title, message, file, line } of annotationsOf(comparison, files, inRepository)) {
    const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) };
    tellAs[level](message, { title, ...place });
  }
}

/** The scenario files of the cases, as the repository has them; built-in cases have none. */
export function filesOfCases({ cases }: Results, workingDirectory: string): ReadonlyMap<string, string> {
  const own = cases.filter(({ source }) => source !== 'builtin');
  return new Map(own.map(({ id, source }) => [id, repositoryPath(join(workingDirectory, source))]));
}

/** The outputs of the action, but the comment's address. */
export function setOutputs(
  { comparison, baselineResults, provenance }: Tale,
  paths: { readonly resultsPath: string; readonly reportPath: string },
): void {
  const { verdict, findings } = comparison;
  const outputs = {
    verdict,
    regressions: findings.regression,
    breaches: findings.budget,
    leaks: findings.leak,
    skipped: comparison.cases.filter(isSkipped).length,
    'results-path': paths.resultsPath,
    'report-path': paths.reportPath,
    'baseline-source': provenance.baseline.source,
    'baseline-sha': baselineResults?.commit?.sha ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

function render({ comparison, results, baselineResults, provenance }: Tale, maxLength: number): string {
  return redact(renderSection(comparison, results, baselineResults, provenance, maxLength));
}
