import { basename } from 'node:path';
import type { NativeOwner } from '../../results/native-schema.js';
import { isStandardLibrary, pathFromHere, type RawFrame } from './frames.js';

/** What a profile is of. */
export interface Profiled {
  readonly workingDirectory: string;
  /** File name of the program; undefined where that is Node, which is nobody’s own. */
  readonly program: string | undefined;
}

const systemObjects =
  /^(?:ld-|ld\.so|ld64|linux-vdso|\[vdso|node$|lib(?:c|m|dl|rt|pthread|util|resolv|nss_[a-z]+|gcc_s|stdc\+\+|c\+\+|heaptrack_preload)[-.])|^vgpreload_/;

/** Sources of glibc, which debug symbols of a distribution name. */
const librarySources = /^(?:\.{1,2}\/)*(?:csu|elf|io|libio|malloc|misc|nptl|posix|stdlib|string|sysdeps)\/|\/glibc[-/]/;

/** Whose code a call is of. */
export function ownerOf(frame: RawFrame, { workingDirectory, program }: Profiled): NativeOwner {
  const { file } = frame;
  const path = pathFromHere(file, workingDirectory);
  if (path !== undefined) return /(?:^|\/)node_modules\//.test(path) ? 'library' : 'program';
  const object = basename(frame.object);
  // What a profiler puts together under a name of its own.
  if (file === '' && object === '') return 'system';
  if (isStandardLibrary(file) || systemObjects.test(object) || (object === '' && librarySources.test(file))) {
    return 'system';
  }
  // What stands in another crate is linked into the program, and not its own.
  const isVendored = /\/registry\/src\/|\/git\/checkouts\//.test(file);
  return object !== '' && object === program && !isVendored ? 'program' : 'library';
}

/** The file name of the program in a command line, as profilers tell it. */
export function programIn(commandLine: string): string {
  return basename(commandLine.trim().split(' ')[0] ?? '');
}
