// A program in C, compiled in a folder of the test's own and run under a profiler.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Profiler } from '../../../src/config/profilers.js';
import { beginRecording } from '../../../src/measure/native/begin-recording.js';
import { findProfiler } from '../../../src/measure/native/profiler-program.js';
import { profiledEnvironment } from '../../../src/measure/native/recording.js';
import type { NativeProfile } from '../../../src/results/native-schema.js';
import { ending } from '../../../src/services/child.js';
import { repositoryRoot, temporaryFolder } from '../../processes.js';

/** The folder of the programs in C. */
export const nativeFixtures = join(repositoryRoot, 'test', 'fixtures', 'native');

/** Compiles a program in C with debug information. */
export function compileC(source: string, folder = temporaryFolder()): string {
  const program = join(folder, source.replace(/\.c$/, ''));
  const given = ['-std=gnu17', '-g', '-O1', '-o', program, join(nativeFixtures, source)];
  const { status, stderr } = spawnSync('cc', given, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cc failed: ${stderr}`);
  return program;
}

/** Runs a program to its end under a profiler that has to be installed. */
export async function profiled(
  words: readonly string[],
  profiler: Profiler,
  subject: NativeProfile['subject'] = 'command',
): Promise<{ profile: NativeProfile; profilesFolder: string }> {
  const folder = temporaryFolder();
  const profilesFolder = join(folder, 'profiles');
  const place = { subject, caseId: 'some/case', folder, profilesFolder, workingDirectory: nativeFixtures };
  const recording = await beginRecording(await findProfiler(profiler), place);
  const [file = '', ...given] = [...recording.start.words, ...words];
  const env = profiledEnvironment({ PATH: process.env.PATH ?? '' }, recording);
  const child = spawn(file, given, { env, stdio: 'ignore' });
  if (child.pid !== undefined) recording.begun(child.pid);
  await ending(child);
  return { profile: await recording.read(new AbortController().signal), profilesFolder };
}
