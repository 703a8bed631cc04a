import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, InterruptedError, messageOf } from '../errors.js';
import { makeFolder } from '../files/make-folder.js';
import type { Sample } from '../results/schema.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import { CommandSample } from './command/command-sample.js';
import { SampleConversation } from './conversation.js';
import { beginRecording } from './native/begin-recording.js';
import type { NativeRecording } from './native/recording.js';
import { nativeSubject } from './native/subject.js';
import type { Outcome } from './outcome.js';
import type { SampleRequest, SampleServices } from './sample-request.js';
import type { SampleWatch } from './timeline.js';

/**
 * Takes one sample in a fresh process, with a fresh Qdrant if the case needs one. Any error in the scenario or below it
 * becomes a failed sample.
 * @throws InterruptedError if the run is cancelled.
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
    const recording = request.pass === 'native' ? await recordingOf(request, services, folder) : undefined;
    const ofServer = recording?.subject === 'qdrant' ? recording : undefined;
    if (request.case.needs.includes('qdrant')) {
      server = await services.openQdrant?.(join(folder, 'qdrant'), ofServer?.start);
    }
    if (server?.pid !== undefined) ofServer?.begun(server.pid);
    const ofProcess = ofServer === undefined ? recording : undefined;
    const patience = recording?.start.patience ?? (request.pass === 'leak' ? followUpPatience : 1);
    const place = { server, folder, collectionPrefix, recording: ofProcess, patience, watch };
    const { command } = request.case;
    const taking =
      command === undefined
        ? new SampleConversation(request, services, place)
        : new CommandSample(request, command, services, place);
    const outcome = await taking.finish();
    // The server's profiler writes when the server ends.
    if (ofServer !== undefined) await server?.stop();
    return { ...(await withFindings(outcome, recording, services.signal)), ...about };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const kind = request.case.needs.includes('qdrant') && server === undefined ? 'qdrant' : 'measure';
    return { status: 'failed', error: { kind, message: messageOf(error) }, ...about };
  } finally {
    if (server !== undefined) await leaveServer(server, collectionPrefix);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Multiplier for the time limit of a follow-up, which takes more iterations than a sample. */
const followUpPatience = 2;

/** The recording of the process that the profiler can see; cases without one are not requested. */
async function recordingOf(
  { case: measured }: SampleRequest,
  { profiler, qdrantOrigin, profilesFolder, workingDirectory }: SampleServices,
  folder: string,
): Promise<NativeRecording> {
  if (profiler === undefined) throw new Error('a native pass without a profiler');
  const subject = nativeSubject(measured, profiler.profiler, qdrantOrigin);
  if ('skipped' in subject) throw new EnvironmentError(subject.skipped);
  const place = { subject: subject.process, caseId: measured.id, folder, profilesFolder, workingDirectory };
  return beginRecording(profiler, place);
}

async function withFindings(
  outcome: Outcome,
  recording: NativeRecording | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  if (recording === undefined || outcome.status === 'failed') return outcome;
  try {
    return { ...outcome, native: await recording.read(signal) };
  } catch (error) {
    if (signal.aborted) throw new InterruptedError('the run was interrupted');
    throw error;
  }
}

async function leaveServer(server: QdrantServer, collectionPrefix: string): Promise<void> {
  // memory-bench's server is removed with its data. On one that stays, a failed sample must leave nothing behind.
  if (server.pid === undefined) await server.api.deleteCollections(collectionPrefix).catch(() => {});
  await server.stop();
}
