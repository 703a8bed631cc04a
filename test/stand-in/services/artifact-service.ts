import { randomUUID } from 'node:crypto';
import { seconds } from '../clock.ts';
import { isObject, type Json } from '../openapi/schema.ts';
import { fileName } from '../rest/artifacts.ts';
import type { Artifact } from '../state.ts';
import type { World } from '../world.ts';
import type { Blobs } from './blobs.ts';
import { type TwirpCall, TwirpError, type TwirpService } from './twirp.ts';

const BACKEND = ['workflow_run_backend_id', 'workflow_job_run_backend_id'];
const LONGEST_RETENTION = 90;

/** `github.actions.results.api.v1.ArtifactService`, what @actions/artifact uploads to. */
export function artifactService(world: World, blobs: Blobs): TwirpService {
  const own = ({ run }: TwirpCall) => world.artifacts.filter((artifact) => artifact.run.backendId === run.backendId);
  const named = (call: TwirpCall) => {
    const artifact = own(call).find(({ name }) => name === call.body.name);
    if (artifact === undefined) throw new TwirpError(404, 'not_found', 'artifact not found');
    return artifact;
  };
  return {
    CreateArtifact: {
      required: [...BACKEND, 'name', 'version'],
      optional: ['expires_at', 'mime_type'],
      handle: async (call) => {
        const name = String(call.body.name);
        if (own(call).some((artifact) => artifact.name === name)) {
          throw new TwirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
        }
        const blob = `workflow-run-${call.run.backendId}/artifacts/${randomUUID()}`;
        const artifact: Artifact = {
          id: world.nextId(),
          name,
          run: call.run,
          blob,
          mimeType: String(wrapped(call.body.mime_type) ?? 'application/zip'),
          createdAt: world.clock.now(),
          expiresAt: expiry(world, call.body.expires_at),
          finalized: false,
          size: 0,
          digest: null,
        };
        world.artifacts.push(artifact);
        return { ok: true, signed_upload_url: await blobs.uploadUrl(blob) };
      },
    },
    FinalizeArtifact: {
      required: [...BACKEND, 'name', 'size'],
      optional: ['hash'],
      handle: async (call) => {
        const artifact = named(call);
        const size = await blobs.size(artifact.blob);
        if (size !== Number(call.body.size)) {
          throw new TwirpError(
            400,
            'invalid_argument',
            `size is ${String(call.body.size)}, but ${size} bytes were uploaded`,
          );
        }
        artifact.size = size;
        artifact.digest = typeof wrapped(call.body.hash) === 'string' ? String(wrapped(call.body.hash)) : null;
        artifact.finalized = true;
        return { ok: true, artifact_id: String(artifact.id) };
      },
    },
    ListArtifacts: {
      required: BACKEND,
      optional: ['name_filter', 'id_filter'],
      handle: (call) => {
        const [name, id] = [wrapped(call.body.name_filter), wrapped(call.body.id_filter)];
        const found = own(call)
          .filter(({ finalized }) => finalized)
          .filter((artifact) => name === undefined || artifact.name === name)
          .filter((artifact) => id === undefined || String(artifact.id) === String(id));
        return { artifacts: found.map(messageOf) };
      },
    },
    GetSignedArtifactURL: {
      required: [...BACKEND, 'name'],
      optional: [],
      handle: async (call) => {
        const artifact = named(call);
        const disposition = { fileName: fileName(artifact), contentType: artifact.mimeType };
        return { signed_url: await blobs.downloadUrl(artifact.blob, disposition) };
      },
    },
    DeleteArtifact: {
      required: [...BACKEND, 'name'],
      optional: [],
      handle: async (call) => {
        const artifact = named(call);
        world.artifacts.splice(world.artifacts.indexOf(artifact), 1);
        await blobs.remove(artifact.blob);
        return { ok: true, artifact_id: String(artifact.id) };
      },
    },
  };
}

/** Protobuf's wrapper types are bare values in JSON; older clients send them as `{value}`. */
function wrapped(value: unknown): unknown {
  return isObject(value) ? value.value : value;
}

function expiry(world: World, wanted: unknown): string {
  const latest = world.clock.inDays(LONGEST_RETENTION);
  if (typeof wanted !== 'string' || Date.parse(wanted) > Date.parse(latest)) return latest;
  return seconds(wanted);
}

function messageOf(artifact: Artifact): Json {
  return {
    workflow_run_backend_id: artifact.run.backendId,
    workflow_job_run_backend_id: artifact.run.jobBackendId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: artifact.createdAt,
    ...(artifact.digest === null ? {} : { digest: artifact.digest }),
  };
}
