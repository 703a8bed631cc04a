import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Profiler } from '../../config/profilers.js';
import { EnvironmentError, messageOf } from '../../errors.js';
import { toolEnvironment } from '../../services/tool-environment.js';

/** The files of heaptrack, which are used without its shell script. */
export interface HeaptrackProgram {
  readonly profiler: 'heaptrack';
  /** The library that is loaded before all others and records every call. */
  readonly preload: string;
  /** Resolves the addresses in the recording to names. */
  readonly interpret: string;
  /** Prints the recording as text. */
  readonly print: string;
}

export interface MassifProgram {
  readonly profiler: 'massif';
  readonly valgrind: string;
}

/** A profiler that is installed. */
export type ProfilerProgram = HeaptrackProgram | MassifProgram;

/**
 * Finds a profiler on PATH and checks that it is complete.
 * @throws EnvironmentError with the command that installs it.
 */
export async function findProfiler(profiler: Profiler): Promise<ProfilerProgram> {
  if (process.platform !== 'linux') {
    throw new EnvironmentError(`${profiler} profiles processes on Linux only`, {
      remedy: 'Run it on Linux, or in a Linux container.',
    });
  }
  return profiler === 'heaptrack' ? findHeaptrack() : findMassif();
}

async function findHeaptrack(): Promise<HeaptrackProgram> {
  const script = await realpath(await onPath('heaptrack'));
  const folder = dirname(script);
  const text = await readFile(script, 'utf8');
  // The script itself names the folders of its parts, which differ between distributions.
  const partsIn = (variable: string, usual: string) =>
    resolve(folder, new RegExp(`^${variable}="([^"$]+)"`, 'm').exec(text)?.[1] ?? usual);
  const found = {
    profiler: 'heaptrack',
    preload: join(partsIn('LIB_REL_PATH', '../lib/heaptrack'), 'libheaptrack_preload.so'),
    interpret: join(partsIn('LIBEXEC_REL_PATH', '../lib/heaptrack/libexec'), 'heaptrack_interpret'),
    print: join(folder, 'heaptrack_print'),
  } as const;
  for (const path of [found.preload, found.interpret, found.print]) {
    if (!(await isThere(path, constants.R_OK))) throw notInstalled('heaptrack', `it has no ${path}`);
  }
  return found;
}

async function findMassif(): Promise<MassifProgram> {
  const valgrind = await onPath('valgrind');
  try {
    await promisify(execFile)(valgrind, ['--tool=massif', '--version'], {
      env: toolEnvironment('profiler'),
      timeout: 20_000,
    });
  } catch (cause) {
    throw notInstalled('valgrind', messageOf(cause).trim());
  }
  return { profiler: 'massif', valgrind };
}

async function onPath(name: 'heaptrack' | 'valgrind'): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await isThere(path, constants.X_OK))) return path;
  }
  throw notInstalled(name, 'it is not on PATH');
}

async function isThere(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function notInstalled(name: 'heaptrack' | 'valgrind', why: string): EnvironmentError {
  const told = name === 'valgrind' ? 'valgrind, which has massif,' : name;
  return new EnvironmentError(`${told} is not installed: ${why}`, {
    remedy: `Install it with \`apt-get install ${name}\` (Fedora: \`dnf install ${name}\`).`,
  });
}
