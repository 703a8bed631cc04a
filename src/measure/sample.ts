import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';
import type { Sample } from '../results/schema.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import { CommandSample } from './command/command-sample.js';
import { SampleConversation } from './conversation.js';
import type { SampleRequest, SampleServices } from './sample-request.js';
import type { SampleWatch } from './timeline.js';

/**
 * Takes one sample in a fresh process, with a fresh Qdrant where the case needs one. Whatever goes wrong in the scenario
 * or below it becomes a failed sample.
 * @throws InterruptedError when the run is cancelled.
 */
export async function takeSample(
  request: SampleRequest,
  services: SampleServices,
  watch?: SampleWatch,
): Promise<Sample> {
  const startedAt = new Date().toISOString();
  const folder = join(services.folder, `sample-${process.hrtime.bigint()}`);
  const collectionPrefix = `memory-bench-${process.pid}-${Date.now()}-`;
  const about = { pass: request.pass, index: request.index, startedAt };
  let server: QdrantServer | undefined;
  try {
    await makeFolder(join(folder, 'temp'));
    if (request.case.needs.includes('qdrant')) server = await services.openQdrant?.(join(folder, 'qdrant'));
    const place = { server, folder, collectionPrefix, watch };
    const { command } = request.case;
    const taking =
      command === undefined
        ? new SampleConversation(request, services, place)
        : new CommandSample(request, command, services, place);
    return { ...(await taking.finish()), ...about };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const kind = request.case.needs.includes('qdrant') && server === undefined ? 'qdrant' : 'measure';
    return { status: 'failed', error: { kind, message: error.message }, ...about };
  } finally {
    if (server !== undefined) await leaveServer(server, collectionPrefix);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new EnvironmentError(`cannot make the folder of a sample: ${messageOf(cause)}`, { cause });
  }
}

async function leaveServer(server: QdrantServer, collectionPrefix: string): Promise<void> {
  // A server of ours goes with all it holds; on one that stays, a sample that broke must leave nothing behind.
  if (server.pid === undefined) await server.api.deleteCollections(collectionPrefix).catch(() => {});
  await server.stop();
}
