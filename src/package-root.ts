import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest one upward whose package.json has a name and a version. */
export const packageRoot: string = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The folder of the built-in scenarios. */
export const builtInScenarios: string = join(packageRoot, 'lib', 'scenarios');

/** Path of a compiled module that runs in a separate process, such as `services/guardian-entry`. */
export function compiledEntry(module: string): string {
  return join(packageRoot, 'lib', 'src', `${module}.js`);
}

/** Name and version of this package, from its package.json. */
export function ownPackage(): { name: string; version: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${join(packageRoot, 'package.json')} has no name and version`);
  return { name: manifest.name, version: manifest.version };
}

/**
 * URL of this package's issues: of the repository the action runs from, else the one in package.json; empty if neither
 * names one.
 */
export function issuesUrl(env: NodeJS.ProcessEnv): string {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = env;
  if (/^[\w.-]+\/[\w.-]+$/.test(repository)) return `${server}/${repository}/issues`;
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const bugs = typeof manifest === 'object' && manifest !== null && 'bugs' in manifest ? manifest.bugs : undefined;
  return typeof bugs === 'string' ? bugs : '';
}

function isManifest(value: unknown): value is { name: string; version: string } {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value;
}

function findPackageRoot(folder: string): string {
  // A bundle has its own, nameless package.json beside it.
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && isManifest(JSON.parse(readFileSync(manifest, 'utf8')))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('memory-bench was moved out of its package: no package.json above it');
  return findPackageRoot(parent);
}
