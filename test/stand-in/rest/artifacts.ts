import type { Json } from '../openapi/schema.ts';
import type { Blobs } from '../services/blobs.ts';
import type { Artifact } from '../state.ts';
import { type Call, type Handler, maybeText, notFound, number, paged, Refusal, text } from './call.ts';
import { runOf } from './runs.ts';

/** The artifacts of a repository and its runs. */
export function artifacts(blobs: Blobs): Record<string, Handler> {
  return {
    'actions/list-artifacts-for-repo': (call) => list(call, own(call)),
    'actions/list-workflow-run-artifacts': (call) => {
      const { id } = runOf(call);
      return list(
        call,
        own(call).filter((artifact) => artifact.run.id === id),
      );
    },
    'actions/get-artifact': (call) => ({ status: 200, body: artifactView(call, find(call)) }),
    'actions/delete-artifact': async (call) => {
      const artifact = find(call);
      call.world.artifacts.splice(call.world.artifacts.indexOf(artifact), 1);
      await blobs.remove(artifact.blob);
      return { status: 204 };
    },
    'actions/download-artifact': async (call) => {
      const artifact = find(call);
      if (text(call.path, 'archive_format') !== 'zip') throw notFound();
      if (isExpired(call, artifact)) throw new Refusal(410, 'Artifact has expired');
      const location = await blobs.downloadUrl(artifact.blob, {
        fileName: fileName(artifact),
        contentType: artifact.mimeType,
      });
      return { status: 302, headers: { location } };
    },
  };
}

/** The file name a browser would save an artifact under. */
export function fileName({ name, mimeType }: Artifact): string {
  return mimeType === 'application/zip' ? `${name}.zip` : name;
}

function own(call: Call): Artifact[] {
  return call.world.artifacts.filter(({ finalized, run }) => finalized && run.repository === call.repository);
}

function find(call: Call): Artifact {
  const id = number(call.path, 'artifact_id');
  const artifact = own(call).find((candidate) => candidate.id === id);
  if (artifact === undefined) throw notFound();
  return artifact;
}

function list(call: Call, candidates: readonly Artifact[]) {
  const name = maybeText(call.query, 'name');
  const newestFirst = candidates
    .filter((artifact) => name === undefined || artifact.name === name)
    .sort((a, b) => b.id - a.id);
  const found = maybeText(call.query, 'direction') === 'asc' ? newestFirst.reverse() : newestFirst;
  const { items, headers } = paged(call, found);
  const shown = items.map((artifact) => artifactView(call, artifact));
  return { status: 200, headers, body: { total_count: found.length, artifacts: shown } };
}

function isExpired(call: Call, artifact: Artifact): boolean {
  return Date.parse(artifact.expiresAt) <= Date.parse(call.world.clock.now());
}

function artifactView(call: Call, artifact: Artifact): Json {
  const { views, repository } = call;
  const { id, name, size, digest, run, createdAt, expiresAt } = artifact;
  const url = views.link(repository, `/actions/artifacts/${id}`);
  return {
    id,
    node_id: views.node('Artifact', id),
    name,
    size_in_bytes: size,
    url,
    archive_download_url: `${url}/zip`,
    expired: isExpired(call, artifact),
    digest,
    created_at: createdAt,
    expires_at: expiresAt,
    updated_at: createdAt,
    workflow_run: {
      id: run.id,
      repository_id: run.repository.id,
      head_repository_id: run.headRepository.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  };
}
