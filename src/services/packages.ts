import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'import-meta-resolve';
import { z } from 'zod';
import { EnvironmentError } from '../errors.js';

const manifestSchema = z.object({ name: z.string().optional(), version: z.string().optional() });

/** Locations of the packages that scenarios use, for the measured process. */
export interface ScenarioPackages {
  /** file: URL of `@qdrant/js-client-rest`. */
  readonly qdrantClientUrl: string;
  /** file: URL of `fastembed`. */
  readonly fastembedUrl: string;
  /** Undefined if koffi is not installed for this platform; live native bytes are then absent. */
  readonly koffiPath: string | undefined;
}

/** A package as the measured process will load it. */
export interface ResolvedPackage {
  /** file: URL of its entry for `import`. */
  readonly url: string;
  readonly version: string;
}

/**
 * Finds a package as `import` would, from the first of the folders that has it. The user's own version, which they
 * ship, comes before memory-bench's. Undefined if no folder has it.
 */
export function resolvePackage(name: string, ...folders: readonly string[]): ResolvedPackage | undefined {
  for (const folder of folders) {
    try {
      const url = resolve(name, pathToFileURL(join(folder, 'noop.js')).href);
      return { url, version: versionOf(name, fileURLToPath(url)) };
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/**
 * Like resolvePackage, for a package that the run requires.
 * @throws EnvironmentError if the package is not installed.
 */
export function requirePackage(name: string, ...folders: readonly string[]): ResolvedPackage {
  const found = resolvePackage(name, ...folders);
  if (found !== undefined) return found;
  throw new EnvironmentError(`the package ${name} is not installed in ${folders.join(', nor in ')}`, {
    remedy: `Run \`npm install ${name}\`.`,
  });
}

/** Path of memory-bench's own koffi; undefined if it is not installed. */
export function koffiPath(packagesFolder: string): string | undefined {
  try {
    return createRequire(join(packagesFolder, 'noop.js')).resolve('koffi');
  } catch {
    return undefined;
  }
}

/** The version in the nearest package.json above `file` that carries the package's name. */
function versionOf(name: string, file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (manifest.name === name) return manifest.version ?? 'unknown';
  }
  return 'unknown';
}

/** The version of onnxruntime-node that a fastembed loads. */
export function onnxruntimeVersion(fastembed: ResolvedPackage): string {
  try {
    return versionOf('onnxruntime-node', createRequire(fastembed.url).resolve('onnxruntime-node'));
  } catch {
    return 'unknown';
  }
}
