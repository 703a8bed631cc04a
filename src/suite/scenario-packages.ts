import { readFileSync, realpathSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownPackage } from '../package-root.js';
import type { PackageImport } from '../services/installed-packages.js';
import { resolveImport } from './resolve-import.js';

/** Maximum files of the project that are read; beyond that, only the nearest count. */
const mostFiles = 1_000;

/** Matches in comments too: an extra package does no harm, and TypeScript needs no compiling. */
const importing = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const importingTypes =
  /\b(?:import|export)\s+type\s+(?:\{[^}]{0,5000}\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s*(['"])[^'"\n]+\1/g;

/** The packages that scenario files import, directly or through files of the project. Node decides the versions. */
export function packagesImportedBy(scenarioFiles: readonly string[]): PackageImport[] {
  const imports = new Map<string, PackageImport>();
  const files = new Set(scenarioFiles.map((file) => realpathSync(file)));
  for (const file of files) {
    for (const specifier of specifiersIn(file)) {
      const next = /^\.{0,2}\//.test(specifier) ? projectFile(specifier, file) : undefined;
      if (next !== undefined && files.size < mostFiles) files.add(next);
      const [name] = /^(?:@[^/]+\/)?[^/.#@:][^/:]*(?=\/|$)/.exec(specifier) ?? [];
      if (name === undefined || isBuiltin(specifier) || name === ownPackage().name) continue;
      imports.set(`${name} ${dirname(file)}`, { name, from: dirname(file) });
    }
  }
  return [...imports.values()];
}

function specifiersIn(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8').replaceAll(importingTypes, '');
    return [...text.matchAll(importing)].flatMap(([, , specifier]) => specifier ?? []);
  } catch {
    return [];
  }
}

function projectFile(specifier: string, importer: string): string | undefined {
  const found = resolveImport(specifier, importer);
  const path = 'missing' in found ? required(specifier, importer) : fileURLToPath(found.url);
  return path === undefined || !/\.[cm]?[jt]s$/.test(path) || /[\\/]node_modules[\\/]/.test(path) ? undefined : path;
}

/** CommonJS leaves extensions out. */
function required(specifier: string, importer: string): string | undefined {
  try {
    return createRequire(importer).resolve(specifier);
  } catch {
    return undefined;
  }
}
