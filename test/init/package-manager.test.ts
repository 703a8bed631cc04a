import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../../src/init/package-manager.js';
import { surveyOf } from '../../src/init/survey.js';
import { type Files, manifest, surveyed, writeRepository } from './project.js';

const installationOf = (files: Files): Installation => surveyed({ 'package.json': manifest(), ...files }).installation;
const saying = (packageManager: string) => ({ 'package.json': manifest({ packageManager }) });

describe('the package manager', () => {
  it.each<[string, Files, Partial<Installation>]>([
    ['no lock file', {}, { manager: 'npm', command: 'npm install', lockFile: undefined }],
    ['package-lock.json', { 'package-lock.json': '{}' }, { manager: 'npm', command: 'npm ci' }],
    ['npm-shrinkwrap.json', { 'npm-shrinkwrap.json': '{}' }, { manager: 'npm', command: 'npm ci' }],
    ['yarn.lock of Yarn 1', { 'yarn.lock': '# yarn lockfile v1' }, { command: 'yarn install --frozen-lockfile' }],
    [
      'yarn.lock of a later one',
      { 'yarn.lock': '__metadata:\n  version: 8' },
      { command: 'yarn install --immutable', corepack: true },
    ],
    ['bun.lock', { 'bun.lock': '{}' }, { manager: 'bun', command: 'bun install --frozen-lockfile' }],
    ['bun.lockb', { 'bun.lockb': '\0' }, { manager: 'bun', command: 'bun install --frozen-lockfile' }],
    [
      'pnpm-lock.yaml',
      { 'pnpm-lock.yaml': "lockfileVersion: '9.0'" },
      { manager: 'pnpm', command: 'pnpm install --frozen-lockfile', pnpmVersion: 10 },
    ],
    ['pnpm-lock.yaml of pnpm 8', { 'pnpm-lock.yaml': "lockfileVersion: '6.0'" }, { pnpmVersion: 8 }],
    [
      '`packageManager` and its lock file',
      { ...saying('pnpm@9.1.0'), 'pnpm-lock.yaml': "lockfileVersion: '9.0'" },
      { manager: 'pnpm', pnpmVersion: undefined },
    ],
    [
      '`packageManager` among two lock files',
      { ...saying('yarn@4.1.0'), 'package-lock.json': '{}', 'yarn.lock': '' },
      { manager: 'yarn', corepack: true },
    ],
    ['`packageManager` alone', saying('pnpm@10.0.0'), { manager: 'pnpm', command: 'pnpm install' }],
  ])('is told by %s', (_, files, expected) => {
    expect(installationOf(files)).toMatchObject(expected);
  });
});

describe('a lock file above the package', () => {
  const above = { 'package-lock.json': '{}', 'packages/a/package.json': manifest() };

  it.each<[string, Files]>([
    ['workspaces', { 'package.json': manifest({ workspaces: ['packages/*'] }) }],
    ['pnpm-workspace.yaml', { 'pnpm-workspace.yaml': 'packages: [packages/*]' }],
  ])('counts where %s make it the lock file of the package', (_, files) => {
    const folder = writeRepository({ ...above, ...files });
    expect(surveyOf(join(folder, 'packages/a')).installation).toMatchObject({ folder, command: 'npm ci' });
  });

  it('is that of another package otherwise', () => {
    const folder = writeRepository({ ...above, 'package.json': manifest() });
    const own = join(folder, 'packages/a');
    expect(surveyOf(own).installation).toMatchObject({ folder: own, command: 'npm install' });
  });
});
