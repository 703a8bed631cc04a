import { createHash, randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Artifact, WorkflowRun } from '../state.ts';
import type { World } from '../world.ts';
import type { Blobs } from './blobs.ts';

/** An artifact with files by name, as a run would have uploaded it. */
export async function storeArtifact(
  world: World,
  blobs: Blobs,
  { run, name, files }: { run: WorkflowRun; name: string; files: Readonly<Record<string, string>> },
): Promise<Artifact> {
  const encoder = new TextEncoder();
  const contents = Object.entries(files).map(([file, content]) => [file, encoder.encode(content)]);
  const archive = Buffer.from(zipSync(Object.fromEntries(contents)));
  const blob = `workflow-run-${run.backendId}/artifacts/${randomUUID()}`;
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/zip' };
  const response = await fetch(await blobs.uploadUrl(blob), { method: 'PUT', headers, body: archive });
  if (!response.ok) throw new Error(`the blob was not stored: ${response.status} ${await response.text()}`);
  const artifact: Artifact = {
    id: world.nextId(),
    name,
    run,
    blob,
    mimeType: 'application/zip',
    createdAt: world.clock.now(),
    expiresAt: world.clock.inDays(90),
    finalized: true,
    size: archive.length,
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
  };
  world.artifacts.push(artifact);
  return artifact;
}
