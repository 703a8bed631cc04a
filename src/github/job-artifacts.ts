import type { GitHubApi } from './api.js';
import { resultsPrefix } from './artifact-names.js';
import { type Artifact, readArtifact } from './artifacts.js';
import type { FinishedRun } from './context.js';
import { parseHandover } from './handover.js';
import { logText } from './log-text.js';
import { endOfRun, type RunEnd } from './run-jobs.js';
import * as core from './runner-log.js';

/** A matrix has 256 jobs at most; a comment that many sections would not fit. */
const mostJobs = 32;

/** Results of one job, as the last attempt that uploaded any left them. */
export interface JobArtifact {
  readonly artifact: Artifact;
  readonly attempt: number;
}

/** Of each job, what its last attempt left. A later attempt of the run has a workflow_run event of its own. */
export function newestAttempts(artifacts: readonly Artifact[], prefix: string, runAttempt: number): JobArtifact[] {
  const newest = new Map<string, JobArtifact>();
  for (const artifact of artifacts) {
    const [, job, number = ''] = /^(.+)-attempt(\d{1,9})$/.exec(artifact.name) ?? [];
    const attempt = Number(number);
    if (job === undefined || !job.startsWith(`${resultsPrefix(prefix)}-`) || artifact.expired) continue;
    if (attempt < 1 || attempt > runAttempt) continue;
    const known = newest.get(job);
    if (known === undefined || known.artifact.id < artifact.id) newest.set(job, { artifact, attempt });
  }
  const jobs = [...newest.values()];
  for (const {
    artifact: { name },
  } of jobs.slice(mostJobs)) {
    core.notice(`${logText(name)} is left out: at most ${mostJobs} artifacts of a run are read`);
  }
  return jobs.slice(0, mostJobs);
}

/**
 * How the run ended, unless as many jobs say that they failed by their own verdict as GitHub says failed: their
 * sections are red then, and those of the others need no warning.
 */
export async function unexplainedEnd(
  api: GitHubApi,
  run: FinishedRun,
  jobs: readonly JobArtifact[],
): Promise<RunEnd | undefined> {
  const end = await endOfRun(api, run);
  const failed = end.failedJobs?.length ?? 0;
  if (end.badConclusion === undefined && failed === 0) return undefined;
  let explained = 0;
  for (const { artifact } of jobs) if (await saysItFailed(api, artifact)) explained += 1;
  return explained > 0 && explained >= failed ? undefined : end;
}

async function saysItFailed(api: GitHubApi, artifact: Artifact): Promise<boolean> {
  try {
    const { 'handover.json': handed } = await readArtifact(api, artifact, ['handover.json']);
    return handed !== undefined && parseHandover(handed).failed === true;
  } catch {
    // It is read again later, and the error reported then.
    return false;
  }
}
