import { ask, type GitHubApi, GitHubError } from './api.js';
import type { FinishedRun } from './context.js';

/** Conclusions that need no warning. */
const harmless: readonly string[] = ['success', 'neutral', 'skipped'];

/** How a run ended, according to GitHub. */
export interface RunEnd {
  /** Such as `failure`; undefined if the run succeeded or was skipped. */
  readonly badConclusion: string | undefined;
  /** Names of jobs that did not succeed; undefined if GitHub does not list them. Untrusted: the workflow names them. */
  readonly failedJobs: readonly string[] | undefined;
}

/** Whether the run has ended. A workflow may also start for runs that have only been requested. */
export function hasEnded({ status }: FinishedRun): boolean {
  return status === undefined || status === null || status === 'completed';
}

/** Maximum number of pages of jobs; a matrix has at most 256 jobs. */
const mostPages = 4;
const pageSize = 100;

/**
 * How the run and its jobs ended if one of them did not succeed; undefined if all did. It is no error if GitHub does
 * not list the jobs.
 */
export async function badEndOf(api: GitHubApi, { id, conclusion }: FinishedRun): Promise<RunEnd | undefined> {
  const badConclusion = isBad(conclusion) ? conclusion : undefined;
  const failedJobs = await failedJobsOf(api, id);
  return badConclusion === undefined && (failedJobs ?? []).length === 0 ? undefined : { badConclusion, failedJobs };
}

/** Whether this many red sections explain all failed jobs. Unknown, so false, without a list of jobs. */
export function isExplained({ failedJobs }: RunEnd, redSections: number): boolean {
  return failedJobs !== undefined && redSections > 0 && redSections >= failedJobs.length;
}

async function failedJobsOf(api: GitHubApi, id: number): Promise<string[] | undefined> {
  const failed: string[] = [];
  try {
    for (let page = 1; page <= mostPages; page += 1) {
      const request = api.rest.actions.listJobsForWorkflowRun({ ...api.at, run_id: id, per_page: pageSize, page });
      const { jobs } = await ask('the jobs of the run could not be listed', request);
      failed.push(...jobs.filter((job) => isBad(job.conclusion)).map(({ name }) => name));
      if (jobs.length < pageSize) break;
    }
    return failed;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return undefined;
  }
}

function isBad(conclusion: string | null | undefined): conclusion is string {
  return typeof conclusion === 'string' && !harmless.includes(conclusion);
}
