import { basename } from 'node:path';
import type { NativeOwner } from '../../results/native-schema.js';
import { isStandardLibrary, pathFromHere, type RawFrame } from './frames.js';

/** The subject of a profile. */
export interface Profiled {
  readonly workingDirectory: string;
  /** File name of the program; undefined for Node, which is not the user's code. */
  readonly program: string | undefined;
}

const systemObjects =
  /^(?:ld-|ld\.so|ld64|linux-vdso|\[vdso|node$|lib(?:c|m|dl|rt|pthread|util|resolv|nss_[a-z]+|gcc_s|stdc\+\+|c\+\+|heaptrack_preload)[-.])|^vgpreload_/;

/** Sources of glibc, as named by the debug symbols of a distribution. */
const librarySources = /^(?:\.{1,2}\/)*(?:csu|elf|io|libio|malloc|misc|nptl|posix|stdlib|string|sysdeps)\/|\/glibc[-/]/;

/** The owner of the code of a call. */
export function ownerOf(frame: RawFrame, { workingDirectory, program }: Profiled): NativeOwner {
  const { file } = frame;
  const path = pathFromHere(file, workingDirectory);
  if (path !== undefined) return /(?:^|\/)node_modules\//.test(path) ? 'library' : 'program';
  const object = basename(frame.object);
  // A frame that a profiler has grouped under its own name.
  if (file === '' && object === '') return 'system';
  if (isStandardLibrary(file) || systemObjects.test(object) || (object === '' && librarySources.test(file))) {
    return 'system';
  }
  // Code of another crate is linked into the program, but does not belong to it.
  const isVendored = /\/registry\/src\/|\/git\/checkouts\//.test(file);
  return object !== '' && object === program && !isVendored ? 'program' : 'library';
}

/** The file name of the program in a command line, as profilers report it. */
export function programIn(commandLine: string): string {
  return basename(commandLine.trim().split(' ')[0] ?? '');
}
