import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../package-root.js';
import type { Site } from '../../results/schema.js';
import { type CompiledSource, originalPositions } from '../../suite/original-positions.js';
import type { StackFrame } from '../worker/protocol.js';

/** A function and its position. */
export type Place = Pick<Site, 'file' | 'line' | 'function'>;

/** A call on a stack, as reports show it. */
export interface Located {
  /**
   * `own`: a file of the user; `package`: a file of a package; `inside`: Node or memory-bench working for its caller;
   * `recorder`: code that runs only because memory is being recorded.
   */
  readonly owner: 'own' | 'package' | 'inside' | 'recorder';
  readonly place: Place;
  /** Path of the file on this machine; empty for native code. */
  readonly path: string;
}

/** Returns a function that finds the calls of a case in the original files. */
export function placesOf(sources: readonly CompiledSource[], workingDirectory: string): (frame: StackFrame) => Located {
  const original = originalPositions(sources);
  const known = new Map<string, Located>();
  const locate = ({ functionName, url, line, column }: StackFrame): Located => {
    const inside = { owner: 'inside', place: { file: '', line: 0, function: functionName }, path: '' } as const;
    // Code of a worker thread that is not in a file has the title of its worker.
    if (url.startsWith('[worker')) {
      return {
        owner: 'own',
        place: { file: url.slice(0, longestPath), line, function: functionName.slice(0, longestName) },
        path: '',
      };
    }
    const path = pathOf(url);
    if (path === undefined) return inside;
    const at = original({ path, line, column });
    const name = functionName.slice(0, longestName);
    const place = { file: shownPath(at.path, workingDirectory), line: at.line, function: name };
    return { owner: ownerOf(at.path), place, path: at.path };
  };
  return (frame) => {
    const key = `${frame.url}:${frame.line}:${frame.column} ${frame.functionName}`;
    const located = known.get(key) ?? locate(frame);
    known.set(key, located);
    return located;
  };
}

const longestName = 120;
const longestPath = 300;
const workerFolder = ['measure', 'worker', ''].join(sep);
const recorderFiles = [
  'allocation-counter.js',
  'site-recorder.js',
  'buffer-watch.js',
  'call-stack.js',
  'live-array-buffers.js',
  'post.js',
  'thread-sampler.js',
  'worker-threads.js',
];
const modules = `${sep}node_modules${sep}`;

/** Undefined for scripts of Node and V8, and for names that only begin like a path: any script may choose its name. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('file:')) return isAbsolute(url) ? url : undefined;
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

function ownerOf(path: string): Located['owner'] {
  if (path.startsWith(packageRoot) && path.includes(`${sep}${workerFolder}`)) {
    return recorderFiles.some((name) => path.endsWith(`${sep}${name}`)) ? 'recorder' : 'inside';
  }
  return path.includes(modules) ? 'package' : 'own';
}

/** The path as reports show it, without the layout of this machine and of the package manager. */
function shownPath(path: string, workingDirectory: string): string {
  const inModules = path.lastIndexOf(modules);
  const fromHere = relative(workingDirectory, path);
  const shown =
    inModules >= 0
      ? `node_modules/${path.slice(inModules + modules.length)}`
      : path.startsWith(`${packageRoot}${sep}lib${sep}`)
        ? `memory-bench/${relative(`${packageRoot}${sep}lib`, path)}`
        : fromHere.startsWith('..') || isAbsolute(fromHere)
          ? path
          : fromHere;
  // The end of a long path says more than its beginning.
  return shown.replaceAll(sep, '/').slice(-longestPath);
}
