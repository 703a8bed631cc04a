import { createHash } from 'node:crypto';

const longestSlug = 60;

/** What the artifacts of a job are called by. */
export interface ArtifactOwner {
  readonly prefix: string;
  readonly environmentKey: string;
  /** Empty outside of a matrix. */
  readonly leg: string;
}

/** What everything of a job is called that names none. */
export const usualPrefix = 'memory-bench';

/** What tells a job apart from the others that speak in the same comment: its artifact-name where it has one, its leg. */
export function titleOf({ prefix, leg }: Pick<ArtifactOwner, 'prefix' | 'leg'>): string {
  return [prefix === usualPrefix ? '' : prefix, leg].filter((part) => part !== '').join(', ');
}

/** Name of the baseline artifact: the same for every run, so that a search by name finds them all. */
export function baselineArtifact({ prefix, environmentKey, leg }: ArtifactOwner): string {
  return [prefix, 'baseline', environmentKey, ...slug(leg)].join('-');
}

/**
 * What the committed baseline of a job is called by: one of its own for a leg of a matrix, else, and where that is not
 * there, the one of its environment.
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

/** What the names of all results artifacts begin with. */
export function resultsPrefix(prefix: string): string {
  return `${prefix}-results`;
}

/**
 * Name of the artifact with the profiles that belong to a results artifact. They have one of their own: what
 * is read of a fork's results has its limits, and must not grow with the number of cases.
 */
export function profilesArtifact(results: string, prefix: string): string {
  return `${prefix}-profiles${results.slice(resultsPrefix(prefix).length)}`;
}

/** The page of an artifact of a run. */
export function artifactUrl(repositoryUrl: string, runId: number, id: number): string {
  return `${repositoryUrl}/actions/runs/${runId}/artifacts/${id}`;
}

/** A leg as part of a name; a hash keeps apart what looks the same without its special characters. */
function slug(leg: string): string[] {
  if (leg === '') return [];
  const plain = leg.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '');
  // "node 22, os x" and "node-22-os-x" must not meet.
  const hash = createHash('sha256').update(leg).digest('hex').slice(0, 6);
  return [plain.slice(0, longestSlug), hash];
}
