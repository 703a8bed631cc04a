import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { longestPackageName, longestVersions, mostPackages, type Packages } from '../results/packages.js';

/** A package that a file imports. */
export interface PackageImport {
  readonly name: string;
  /** Folder of the file. */
  readonly from: string;
}

interface Installed {
  /** Its real path, from which Node resolves its dependencies. */
  readonly folder: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Packages that it loads in production, including peers that are installed. */
  readonly dependencies: readonly string[];
}

const dependencies = z.record(z.string(), z.unknown()).catch({});
const manifestSchema = z.object({
  name: z.string().catch(''),
  version: z.string().max(64).optional().catch(undefined),
  dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().catch(false) })).catch({}),
});

/** Neither a path nor a key that is special in JavaScript. */
const packageName = /^(?:@[A-Za-z0-9~-][\w.~-]*\/)?[A-Za-z0-9~-][\w.~-]*$/;

/**
 * The packages that a workspace loads in production and those that only its scenarios load, with the versions that Node
 * finds from there. Undefined if there are none. Skips missing and broken packages, because no process loads them.
 */
export function installedPackages(workspace: string, imports: readonly PackageImport[]): Packages | undefined {
  const tree = new InstalledTree();
  const root = tree.nearest(realpathSync.native(workspace));
  const direct = root === undefined ? [] : tree.dependenciesOf(root);
  const production = tree.closure(direct, mostPackages).filter(({ folder }) => folder !== root?.folder);
  const shipped = new Set(production.map(({ name }) => name));
  const imported = imports.flatMap(({ name, from }) => tree.find(name, from) ?? []);
  const others = tree
    .closure(imported, mostPackages - shipped.size)
    .filter(({ folder, name }) => folder !== root?.folder && !shipped.has(name));
  if (production.length + others.length === 0) return undefined;
  const named = new Set(direct.map(({ name }) => name));
  return {
    direct: versionsOf(production.filter(({ name }) => named.has(name))),
    transitive: versionsOf(production.filter(({ name }) => !named.has(name))),
    scenarios: versionsOf(others),
  };
}

/** Packages below node_modules folders, each read once. */
class InstalledTree {
  readonly #read = new Map<string, Installed | undefined>();

  /** The package that a file in `folder` belongs to. */
  nearest(folder: string): Installed | undefined {
    const parent = dirname(folder);
    return this.#at(folder) ?? (parent === folder ? undefined : this.nearest(parent));
  }

  /** The package that `name` resolves to in `folder`. */
  find(name: string, folder: string): Installed | undefined {
    // Node does not look for a node_modules inside a folder that is itself named node_modules.
    const found = basename(folder) === 'node_modules' ? undefined : this.#at(join(folder, 'node_modules', name));
    const parent = dirname(folder);
    return found ?? (parent === folder ? undefined : this.find(name, parent));
  }

  dependenciesOf({ dependencies, folder }: Installed): Installed[] {
    return dependencies.flatMap((name) => this.find(name, folder) ?? []);
  }

  /** These packages and all their transitive dependencies, nearest first. */
  closure(roots: readonly Installed[], most: number): Installed[] {
    const open = [...roots];
    const closure = new Map<string, Installed>();
    for (const found of open) {
      if (closure.size >= most) break;
      if (closure.has(found.folder)) continue;
      closure.set(found.folder, found);
      open.push(...this.dependenciesOf(found));
    }
    return [...closure.values()];
  }

  #at(folder: string): Installed | undefined {
    if (!this.#read.has(folder)) this.#read.set(folder, readPackage(folder));
    return this.#read.get(folder);
  }
}

function readPackage(folder: string): Installed | undefined {
  if (!existsSync(join(folder, 'package.json'))) return undefined;
  try {
    const real = realpathSync.native(folder);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(real, 'package.json'), 'utf8')));
    return { folder: real, name: manifest.name, version: manifest.version, dependencies: loadedBy(manifest) };
  } catch {
    return undefined;
  }
}

/** No process loads types. An optional peer that is used is also a dependency of another package. */
function loadedBy(manifest: z.infer<typeof manifestSchema>): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
  const peers = Object.keys(peerDependencies).filter(
    (name) => name !== 'typescript' && peerDependenciesMeta[name]?.optional !== true,
  );
  const names = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
  return [...new Set(names)].filter((name) => packageName.test(name) && !name.startsWith('@types/'));
}

/** Name -> version; several versions of one name are joined. */
function versionsOf(packages: readonly Installed[]): Record<string, string> {
  const versions = new Map<string, Set<string>>();
  for (const { name, version } of packages) {
    if (version === undefined || name.length > longestPackageName || !packageName.test(name)) continue;
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  return Object.fromEntries(
    [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, found]) => [name, joined([...found])]),
  );
}

function joined(versions: readonly string[]): string {
  const inOrder = [...versions].sort((a, b) => numeric.compare(a, b));
  return inOrder.join(', ').slice(0, longestVersions);
}

const numeric = new Intl.Collator('en', { numeric: true });
