import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstIn } from './folders.js';
import { readManifest } from './manifest.js';

const managers = ['npm', 'pnpm', 'yarn', 'bun'] as const;
type ManagerName = (typeof managers)[number];

/** How the packages of a project are installed. */
export interface Installation {
  readonly manager: ManagerName;
  /** Folder of the lock file, in which the install runs. */
  readonly folder: string;
  /** Name of the lock file; undefined if there is none. */
  readonly lockFile: string | undefined;
  /** The command that installs exactly what the lock file says. */
  readonly command: string;
  /** Whether Corepack is needed: it provides Yarn 2 and later. */
  readonly corepack: boolean;
  /** The version of pnpm to request; undefined if `packageManager` in the folder's package.json names it. */
  readonly pnpmVersion: number | undefined;
}

/** The commands that users type, by package manager. */
export const spoken: Readonly<Record<ManagerName, { readonly run: string; readonly add: string }>> = {
  npm: { run: 'npx', add: 'npm install --save-dev' },
  pnpm: { run: 'pnpm exec', add: 'pnpm add --save-dev' },
  yarn: { run: 'yarn run', add: 'yarn add --dev' },
  bun: { run: 'bunx', add: 'bun add --dev' },
};

const lockFiles: Readonly<Record<ManagerName, readonly string[]>> = {
  npm: ['package-lock.json', 'npm-shrinkwrap.json'],
  pnpm: ['pnpm-lock.yaml'],
  yarn: ['yarn.lock'],
  bun: ['bun.lock', 'bun.lockb'],
};

/**
 * Detects how packages are installed, from the lock file of the package (the first of the folders) or of a workspace
 * above it. `packageManager` decides between several lock files.
 */
export function installationOf(folders: readonly [string, ...string[]]): Installation {
  const [packageFolder, ...above] = folders;
  const named = managerNamed([packageFolder, ...above]);
  for (const folder of [packageFolder, ...above.filter(isWorkspace)]) {
    for (const manager of named === undefined ? managers : [named.manager, ...managers]) {
      const lockFile = firstIn(folder, lockFiles[manager]);
      if (lockFile !== undefined) return describe(manager, folder, lockFile);
    }
  }
  return describe(named?.manager ?? 'npm', packageFolder, undefined);
}

function describe(manager: ManagerName, folder: string, lockFile: string | undefined): Installation {
  const own = managerNamed([folder]);
  const lock = lockFile === undefined || lockFile === 'bun.lockb' ? '' : readFileSync(join(folder, lockFile), 'utf8');
  const pinned = own?.manager === manager;
  const corepack = manager === 'yarn' && (lock.includes('__metadata:') || (pinned && !/^1\b/.test(own.version)));
  const frozen = corepack ? '--immutable' : '--frozen-lockfile';
  const locked = manager === 'npm' ? 'npm ci' : `${manager} install ${frozen}`;
  return {
    manager,
    folder,
    lockFile,
    command: lockFile === undefined ? `${manager} install` : locked,
    corepack,
    pnpmVersion: manager === 'pnpm' && !pinned ? pnpmThatWrote(lock) : undefined,
  };
}

function isWorkspace(folder: string): boolean {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return true;
  return existsSync(join(folder, 'package.json')) && readManifest(folder).workspaces !== undefined;
}

/** The nearest `packageManager` field, such as `pnpm@10.4.1`. */
function managerNamed(folders: readonly string[]): { manager: ManagerName; version: string } | undefined {
  for (const folder of folders.filter((each) => existsSync(join(each, 'package.json')))) {
    const [name, version = ''] = (readManifest(folder).packageManager ?? '').split('@');
    const manager = managers.find((known) => known === name);
    if (manager !== undefined) return { manager, version };
  }
  return undefined;
}

/** A version of pnpm that reads and writes such a lock file. */
function pnpmThatWrote(lock: string): number {
  const format = Number(/^lockfileVersion:\s*['"]?(\d+)/m.exec(lock)?.[1] ?? 9);
  return format < 9 ? 8 : 10;
}
