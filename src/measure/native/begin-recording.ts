import { join } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import { HeaptrackRecording } from './heaptrack-recording.js';
import { MassifRecording } from './massif-recording.js';
import type { ProfilerProgram } from './profiler-program.js';
import type { NativeRecording, RecordingPlace } from './recording.js';

/** Prepares to profile one process. */
export async function beginRecording(program: ProfilerProgram, place: RecordingPlace): Promise<NativeRecording> {
  const own = { ...place, folder: join(place.folder, 'native') };
  await makeFolder(own.folder);
  await makeFolder(own.profilesFolder);
  return program.profiler === 'heaptrack' ? new HeaptrackRecording(program, own) : new MassifRecording(program, own);
}
