import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../package-root.js';
import type { Site } from '../../results/schema.js';
import { type CompiledSource, originalPositions } from '../../suite/original-positions.js';
import type { StackFrame } from '../worker/protocol.js';

/** A function, and where it stands. */
export type Place = Pick<Site, 'file' | 'line' | 'function'>;

/** What a call on a stack is to a reader. */
export interface Located {
  /**
   * `own`: a file of the user; `package`: of a package; `inside`: Node or memory-bench at work for whoever called them;
   * `recorder`: what is there only because somebody looks.
   */
  readonly owner: 'own' | 'package' | 'inside' | 'recorder';
  readonly place: Place;
  /** The file as it is on this machine; empty for native code. */
  readonly path: string;
}

/** Where calls of a case stand, in terms of the files that somebody wrote. */
export function placesOf(sources: readonly CompiledSource[], workingDirectory: string): (frame: StackFrame) => Located {
  const original = originalPositions(sources);
  const known = new Map<string, Located>();
  const locate = ({ functionName, url, line, column }: StackFrame): Located => {
    const inside = { owner: 'inside', place: { file: '', line: 0, function: functionName }, path: '' } as const;
    // Code of a worker thread that is no file has the title of its worker.
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

/** Scripts of Node and of V8 have no path, nor has one whose name, which anybody may choose, only begins like one. */
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

/** As a reader elsewhere knows it: the layout of the machine, and of the package manager, are left out. */
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
  // Of what is too long, the end says more.
  return shown.replaceAll(sep, '/').slice(-longestPath);
}
