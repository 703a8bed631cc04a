import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { ownPackage } from '../package-root.js';
import { firstIn, foldersUp, slashed } from './folders.js';
import { defaultBranch, repositoryOf } from './git.js';
import { dependsOn, type Manifest, readManifest } from './manifest.js';
import { type NodeVersion, nodeVersionOf } from './node-version.js';
import { type Installation, installationOf } from './package-manager.js';

/** The facts about a project that are detected without asking. Folders are absolute. */
export interface Survey {
  readonly workingDirectory: string;
  /** Folder of the nearest package.json. */
  readonly packageFolder: string;
  /** Folder that workflows belong to: the root of the git repository, or the package's folder if there is none. */
  readonly repositoryFolder: string;
  readonly inRepository: boolean;
  /** The branch that pull requests are merged into. */
  readonly branch: string;
  readonly moduleKind: 'esm' | 'commonjs';
  readonly language: 'typescript' | 'javascript';
  readonly installation: Installation;
  readonly node: NodeVersion;
  /** Folder for scenarios, relative to the package. */
  readonly scenarioFolder: string;
  /** Whether the project depends on a Qdrant client itself. */
  readonly hasQdrantClient: boolean;
  /** Whether memory-bench is installed in the project or listed as a dependency. */
  readonly hasMemoryBench: boolean;
  /** Path of memory-bench's configuration schema, as `$schema` names it. */
  readonly configSchema: string;
}

/**
 * Surveys the project that a folder belongs to.
 * @throws UsageError if there is no package.json, or it cannot be read.
 */
export function surveyOf(workingDirectory: string): Survey {
  const here = realpathSync(workingDirectory);
  const repository = repositoryOf(here);
  const packageFolder = foldersUp(here, repository).find((folder) => existsSync(join(folder, 'package.json')));
  if (packageFolder === undefined) throw noPackage(here, repository);
  const repositoryFolder = repository ?? packageFolder;
  const manifest = readManifest(packageFolder);
  const folders = foldersUp(packageFolder, repositoryFolder);
  const installed = installedIn(packageFolder);
  return {
    workingDirectory: here,
    packageFolder,
    repositoryFolder,
    inRepository: repository !== undefined,
    branch: defaultBranch(packageFolder),
    moduleKind: manifest.type === 'module' ? 'esm' : 'commonjs',
    language: usesTypeScript(packageFolder, manifest) ? 'typescript' : 'javascript',
    installation: installationOf([packageFolder, ...folders.slice(1)]),
    node: nodeVersionOf(folders, manifest),
    scenarioFolder: `${firstIn(packageFolder, ['bench', 'benchmarks', 'benchmark']) ?? 'bench'}/memory`,
    hasQdrantClient: dependsOn(manifest, '@qdrant/js-client-rest'),
    hasMemoryBench: installed !== undefined || dependsOn(manifest, ownPackage().name),
    configSchema: configSchemaIn(packageFolder, installed ?? packageFolder),
  };
}

function noPackage(here: string, repository: string | undefined): UsageError {
  const where = repository === undefined || repository === here ? here : `${here}, nor above it in its repository`;
  return new UsageError(`there is no package.json in ${where}`, {
    remedy:
      'Scenarios are JavaScript or TypeScript: go to the folder of the package that they measure, or make one with ' +
      '`npm init -y`; then try again.',
  });
}

function usesTypeScript(folder: string, manifest: Manifest): boolean {
  return existsSync(join(folder, 'tsconfig.json')) || dependsOn(manifest, 'typescript');
}

/** The folder whose node_modules provides memory-bench to a package. */
function installedIn(packageFolder: string): string | undefined {
  return foldersUp(packageFolder).find((folder) => existsSync(join(folder, 'node_modules', ownPackage().name)));
}

function configSchemaIn(packageFolder: string, installed: string): string {
  const path = slashed(packageFolder, join(installed, 'node_modules', ownPackage().name, 'schema/config.schema.json'));
  return path.startsWith('.') ? path : `./${path}`;
}
