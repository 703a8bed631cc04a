import type { GitHubApi } from './api.js';
import { resultsPrefix } from './artifact-names.js';
import { type Artifact, readArtifact } from './artifacts.js';
import { parseHandover } from './handover.js';
import { logText } from './log-text.js';
import * as core from './runner-log.js';

/** Maximum number of jobs. A matrix may have 256, but that many sections would not fit into a comment. */
const mostJobs = 32;

/** Results of one job, from the last attempt that uploaded any. */
export interface JobArtifact {
  readonly artifact: Artifact;
  readonly attempt: number;
}

/** The artifact of each job's last attempt. A later attempt of the run has its own workflow_run event. */
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

/** The jobs that report a failure by their own verdict. Their sections are red, whatever their results say. */
export async function jobsThatSayTheyFailed(
  api: GitHubApi,
  jobs: readonly JobArtifact[],
): Promise<ReadonlySet<JobArtifact>> {
  const failed = new Set<JobArtifact>();
  for (const job of jobs) if (await saysItFailed(api, job.artifact)) failed.add(job);
  return failed;
}

async function saysItFailed(api: GitHubApi, artifact: Artifact): Promise<boolean> {
  try {
    const { 'handover.json': handed } = await readArtifact(api, artifact, ['handover.json']);
    return handed !== undefined && parseHandover(handed).failed === true;
  } catch {
    // The artifact is read again later, and the error is reported then.
    return false;
  }
}
