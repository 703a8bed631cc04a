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

/** GitHub drops a job summary of more than 1 MiB entirely. */
const longestSummary = 1_000_000;

const missingPermission = 'Give the job the permission pull-requests: write. ';
const otherHalf = 'On pull requests from forks and of Dependabot, the comment action comments.';

/** The input of the summary, the comment and the outputs. */
export interface Tale {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baselineResults: Results | undefined;
  readonly provenance: Provenance;
}

/** Writes the job summary. A failure is only a warning: the verdict and the comment do not depend on it. */
export async function writeSummary(tale: Tale): Promise<void> {
  const text = render(tale, longestSummary);
  try {
    await core.summary.addRaw(text, true).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
}

/**
 * Comments on this run's pull request, if it has one and the settings ask for it. Returns the comment's URL, empty
 * without one. A read-only token is no failure: on pull requests from forks, the `comment` action writes the comment.
 * @throws GitHubError if `always` was requested and GitHub refuses.
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

/** The run, commit and pull request of a comment. */
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
    // GitHub stores no lone surrogates, and the section has to be found again by its leg.
    leg: tale.provenance.leg.toWellFormed(),
    runId,
    attempt,
    sha,
    render: (maxLength: number) => render(tale, maxLength),
  };
  return upsertComment(api, { pull, section, ...place });
}

/** Logs the outcome of a comment; returns its URL, empty if there is none. */
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

/** Annotates the run with budget breaches, leaks, regressions and failures. */
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

/** Repository paths of the cases' scenario files; built-in cases have none. */
export function filesOfCases({ cases }: Results, workingDirectory: string): ReadonlyMap<string, string> {
  const own = cases.filter(({ source }) => source !== 'builtin');
  return new Map(own.map(({ id, source }) => [id, repositoryPath(join(workingDirectory, source))]));
}

/** Sets all outputs of the action except the comment's URL. */
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
