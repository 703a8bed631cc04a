import { createHash } from 'node:crypto';

const longestSlug = 60;

/** The parts of a job's artifact names. */
export interface ArtifactOwner {
  readonly prefix: string;
  readonly environmentKey: string;
  /** Empty outside of a matrix. */
  readonly leg: string;
}

/** Default prefix, for jobs that set none. */
export const usualPrefix = 'memory-bench';

/** Title that sets a job apart from others in the same comment: its artifact-name, if set, and its leg. */
export function titleOf({ prefix, leg }: Pick<ArtifactOwner, 'prefix' | 'leg'>): string {
  return [prefix === usualPrefix ? '' : prefix, leg].filter((part) => part !== '').join(', ');
}

/** Name of the baseline artifact: the same for every run, so that a search by name finds them all. */
export function baselineArtifact({ prefix, environmentKey, leg }: ArtifactOwner): string {
  return [prefix, 'baseline', environmentKey, ...slug(leg)].join('-');
}

/**
 * Keys of a job's committed baseline, in order of preference. A matrix leg may have its own file; otherwise the file of
 * the environment is used.
 */
export function fileKeys({
  environmentKey,
  leg,
}: Pick<ArtifactOwner, 'environmentKey' | 'leg'>): [string, ...string[]] {
  return leg === '' ? [environmentKey] : [[environmentKey, ...slug(leg)].join('-'), environmentKey];
}

/** Name of the results artifact of one attempt of a run. */
export function resultsArtifact({ prefix, environmentKey, leg }: ArtifactOwner, attempt: number): string {
  return [resultsPrefix(prefix), environmentKey, ...slug(leg), `attempt${attempt}`].join('-');
}

/** Common prefix of all results artifacts. */
export function resultsPrefix(prefix: string): string {
  return `${prefix}-results`;
}

/**
 * Name of the artifact with the profiles of a results artifact. Profiles are uploaded separately because a fork's
 * results are read with limits, and must not grow with the number of cases.
 */
export function profilesArtifact(results: string, prefix: string): string {
  return `${prefix}-profiles${results.slice(resultsPrefix(prefix).length)}`;
}

/** URL of the page of a run's artifact. */
export function artifactUrl(repositoryUrl: string, runId: number, id: number): string {
  return `${repositoryUrl}/actions/runs/${runId}/artifacts/${id}`;
}

/** A leg as parts of a name. The hash keeps legs apart that differ only in special characters. */
function slug(leg: string): string[] {
  if (leg === '') return [];
  const plain = leg.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '');
  // "node 22, os x" and "node-22-os-x" must not collide.
  const hash = createHash('sha256').update(leg).digest('hex').slice(0, 6);
  return [plain.slice(0, longestSlug), hash];
}
