import { ask, type GitHubApi, GitHubError } from './api.js';
import type { FinishedRun } from './context.js';

/** Conclusions that nobody has to be warned of. */
const harmless: readonly string[] = ['success', 'neutral', 'skipped'];

/** How a run ended, by what GitHub says. */
export interface RunEnd {
  /** Such as `failure`; undefined where the run succeeded or was skipped. */
  readonly badConclusion: string | undefined;
  /** Names of jobs that did not succeed; undefined where GitHub does not say. Untrusted: the run's workflow names them. */
  readonly failedJobs: readonly string[] | undefined;
}

/** Whether the run has ended: a workflow may be started for runs that have only been requested. */
export function hasEnded({ status }: FinishedRun): boolean {
  return status === undefined || status === null || status === 'completed';
}

/** How the run and its jobs ended. A GitHub that does not list the jobs is no error. */
export async function endOfRun(api: GitHubApi, { id, conclusion }: FinishedRun): Promise<RunEnd> {
  const badConclusion = isBad(conclusion) ? conclusion : undefined;
  try {
    const request = api.rest.actions.listJobsForWorkflowRun({ ...api.at, run_id: id, per_page: 100 });
    const { jobs } = await ask('the jobs of the run could not be listed', request);
    return { badConclusion, failedJobs: jobs.filter((job) => isBad(job.conclusion)).map(({ name }) => name) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { badConclusion, failedJobs: undefined };
  }
}

function isBad(conclusion: string | null | undefined): conclusion is string {
  return typeof conclusion === 'string' && !harmless.includes(conclusion);
}
