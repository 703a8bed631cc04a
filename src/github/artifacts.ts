import { createHash } from 'node:crypto';
import { EnvironmentError, messageOf } from '../errors.js';
import { limits } from '../results/limits.js';
import { ask, type GitHubApi, GitHubError } from './api.js';
import { logText } from './log-text.js';
import { unzip } from './zip.js';

/** Size limit of an archive. The largest document takes less than half of it. */
const largestArchiveBytes = 64 * 1024 * 1024;
/** Limit on the files of an archive, which may claim any number. */
const mostEntries = 100;
const pageSize = 100;
/** Maximum number of artifacts listed per run. */
const mostListed = 500;

type ListedArtifact = Awaited<
  ReturnType<GitHubApi['rest']['actions']['listArtifactsForRepo']>
>['data']['artifacts'][number];

/** An artifact of a repository, as GitHub lists it. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly expired: boolean;
  /** `sha256:<hex>` of the archive; old artifacts have none. */
  readonly digest: string | undefined;
  readonly createdAt: string;
  readonly run: { readonly id: number; readonly headSha: string; readonly headBranch: string } | undefined;
  /** Whether its run was for a commit of this repository, not of a fork. */
  readonly ofThisRepository: boolean;
}

const listingArtifacts = { doing: 'listing artifacts', permission: 'actions: read' };

/** The newest artifacts of one name, across all runs. */
export interface NewestArtifacts {
  readonly artifacts: readonly Artifact[];
  /** All artifacts created after this time are listed; empty if the list is complete. */
  readonly completeSince: string;
}

/**
 * Lists the newest artifacts of one name, in one request. Untrusted runs can fill the list with their own artifacts.
 * @throws GitHubError
 */
export async function newestArtifacts(api: GitHubApi, name: string): Promise<NewestArtifacts> {
  const request = api.rest.actions.listArtifactsForRepo({ ...api.at, name, per_page: pageSize });
  const { artifacts: listed } = await ask(listingArtifacts, request);
  const artifacts = listed.map(artifactOf);
  const oldest = artifacts.map(({ createdAt }) => createdAt).sort()[0] ?? '';
  return { artifacts, completeSince: listed.length < pageSize ? '' : oldest };
}

/**
 * Lists the artifacts of one run, across all its attempts.
 * @throws GitHubError
 */
export async function artifactsOfRun(api: GitHubApi, runId: number): Promise<Artifact[]> {
  const found: Artifact[] = [];
  for (let page = 1; found.length < mostListed; page += 1) {
    const { artifacts } = await pageOfRun(api, { runId, page });
    found.push(...artifacts);
    if (artifacts.length < pageSize) break;
  }
  return found;
}

/**
 * Lists a run's artifacts of one name, newest first, and the names of its others as far as one request lists them.
 * @throws GitHubError
 */
export async function artifactsOfRunNamed(
  api: GitHubApi,
  runId: number,
  name: string,
): Promise<{ readonly named: readonly Artifact[]; readonly others: readonly string[] }> {
  const { artifacts, total } = await pageOfRun(api, { runId, page: 1 });
  const isNamed = (artifact: Artifact) => artifact.name === name;
  const others = artifacts.filter((artifact) => !isNamed(artifact)).map((artifact) => artifact.name);
  const listed = artifacts.filter(isNamed);
  // A run of a large matrix may have hundreds of other artifacts.
  const named = listed.length > 0 || total <= pageSize ? listed : await namedOfRun(api, runId, name);
  return { named: [...named].sort((a, b) => b.id - a.id), others };
}

async function namedOfRun(api: GitHubApi, runId: number, name: string): Promise<Artifact[]> {
  return (await pageOfRun(api, { runId, page: 1, name })).artifacts.filter((artifact) => artifact.name === name);
}

async function pageOfRun(
  api: GitHubApi,
  { runId, ...filter }: { readonly runId: number; readonly page: number; readonly name?: string },
): Promise<{ readonly artifacts: Artifact[]; readonly total: number }> {
  const at = { ...api.at, run_id: runId, per_page: pageSize };
  const request = api.rest.actions.listWorkflowRunArtifacts({ ...at, ...filter });
  const { artifacts, total_count: total } = await ask(listingArtifacts, request);
  return { artifacts: artifacts.map(artifactOf), total };
}

/**
 * Downloads an artifact and unpacks the named files; a missing file is undefined. Nothing is written to disk, and
 * nothing larger than the largest valid document is read.
 * @throws GitHubError; EnvironmentError if the archive is too large, damaged, or not the one GitHub listed.
 */
export async function readArtifact<Name extends string>(
  api: GitHubApi,
  artifact: Artifact,
  names: readonly Name[],
): Promise<Readonly<Partial<Record<Name, string>>>> {
  if (artifact.sizeBytes > largestArchiveBytes) throw unusable(artifact, `it has ${artifact.sizeBytes} bytes`);
  const archive = await download(api, artifact);
  const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (artifact.digest !== undefined && artifact.digest !== digest) throw unusable(artifact, `its digest is ${digest}`);
  return unpack(artifact, archive, names);
}

/** Downloads with a limit on the bytes received: the listed size is only the uploader's claim. */
async function download(api: GitHubApi, artifact: Artifact): Promise<Uint8Array> {
  const failure = `the artifact ${logText(artifact.name)} could not be downloaded`;
  const request = api.rest.actions.downloadArtifact({
    ...api.at,
    artifact_id: artifact.id,
    archive_format: 'zip',
    request: { parseSuccessResponseBody: false },
  });
  const body: unknown = await ask(failure, request);
  if (!(body instanceof ReadableStream)) throw unusable(artifact, 'GitHub sent no archive');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) throw unusable(artifact, 'GitHub sent no archive');
      bytes += chunk.length;
      if (bytes > largestArchiveBytes) throw unusable(artifact, `it has more than ${largestArchiveBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof EnvironmentError ? cause : new GitHubError(failure, cause);
  }
  return Buffer.concat(chunks);
}

function unpack<Name extends string>(artifact: Artifact, archive: Uint8Array, names: readonly Name[]) {
  try {
    const files = unzip(archive, names, { entries: mostEntries, fileBytes: limits.documentBytes });
    const texts: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const content = files[name];
      if (content !== undefined) texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(content);
    }
    return texts;
  } catch (cause) {
    throw unusable(artifact, messageOf(cause), cause);
  }
}

function unusable({ name, id }: Artifact, reason: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(`the artifact ${logText(name)} (${id}) cannot be used: ${reason}`, { cause });
}

function artifactOf({
  id,
  name,
  size_in_bytes,
  expired,
  digest,
  created_at,
  workflow_run: run,
}: ListedArtifact): Artifact {
  const { id: runId, head_sha: headSha, head_branch: headBranch } = run ?? {};
  const complete = runId !== undefined && headSha !== undefined;
  return {
    id,
    name,
    sizeBytes: size_in_bytes,
    expired,
    digest: digest ?? undefined,
    createdAt: created_at ?? '',
    run: complete ? { id: runId, headSha, headBranch: headBranch ?? '' } : undefined,
    ofThisRepository: run?.repository_id !== undefined && run.repository_id === run.head_repository_id,
  };
}
