import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { surveyOf } from '../../src/init/survey.js';
import { temporaryFolder } from '../processes.js';
import { writeProject } from '../suite/project.js';
import { git, manifest, surveyed, writeRepository } from './project.js';

const bare = { 'package.json': manifest() };
const monorepo = {
  'package.json': manifest({ workspaces: ['packages/*'] }),
  'package-lock.json': '{}',
  'packages/search/package.json': manifest({ type: 'module' }),
  'packages/search/src/index.js': '',
};

describe('the folders', () => {
  it('are those of the nearest package.json and of the repository', () => {
    const folder = writeRepository(monorepo);
    expect(surveyOf(join(folder, 'packages/search/src'))).toMatchObject({
      packageFolder: join(folder, 'packages/search'),
      repositoryFolder: folder,
      inRepository: true,
    });
  });

  it('are one where there is no repository', () => {
    const folder = writeProject(bare);
    expect(surveyOf(folder)).toMatchObject({ packageFolder: folder, repositoryFolder: folder, inRepository: false });
  });

  it('stop at the repository: a package.json above it is of something else', () => {
    const folder = writeProject({ ...bare, 'repository/main.py': '' });
    git(join(folder, 'repository'), 'init', '--quiet');
    expect(() => surveyOf(join(folder, 'repository'))).toThrow(UsageError);
  });

  it('are refused without a package.json, with a way out', () => {
    const folder = writeRepository({ 'Cargo.toml': '' });
    expect(() => surveyOf(folder)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('no package.json'),
        remedy: expect.stringContaining('npm init -y'),
      }),
    );
  });

  it('are refused with a package.json that is none', () => {
    expect(() => surveyed({ 'package.json': '{' })).toThrow(/cannot read .*package\.json/);
  });

  it('of scenarios are below the folder of benchmarks that is there', () => {
    expect(surveyed(bare).scenarioFolder).toBe('bench/memory');
    expect(surveyed({ ...bare, 'benchmarks/fast.js': '' }).scenarioFolder).toBe('benchmarks/memory');
    expect(surveyed({ ...bare, 'bench/a.js': '', 'benchmarks/b.js': '' }).scenarioFolder).toBe('bench/memory');
  });
});

describe('modules and language', () => {
  it.each([
    ['nothing', {}, { moduleKind: 'commonjs', language: 'javascript' }],
    ['type: module', { type: 'module' }, { moduleKind: 'esm', language: 'javascript' }],
    ['type: commonjs', { type: 'commonjs' }, { moduleKind: 'commonjs', language: 'javascript' }],
    ['typescript', { devDependencies: { typescript: '^5' } }, { moduleKind: 'commonjs', language: 'typescript' }],
    ['fields that are not npm’s', { type: 1, engines: [], dependencies: 'none' }, { moduleKind: 'commonjs' }],
  ])('are told by %s in package.json', (_, fields, expected) => {
    expect(surveyed({ 'package.json': manifest(fields) })).toMatchObject(expected);
  });

  it('are told by a tsconfig.json', () => {
    expect(surveyed({ ...bare, 'tsconfig.json': '{}' }).language).toBe('typescript');
  });
});

describe('dependencies', () => {
  it('are found in every section', () => {
    for (const section of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
      const fields = { [section]: { '@qdrant/js-client-rest': '^1' } };
      expect(surveyed({ 'package.json': manifest(fields) }).hasQdrantClient).toBe(true);
    }
    expect(surveyed(bare).hasQdrantClient).toBe(false);
  });

  it('of ours may be named or installed', () => {
    expect(surveyed(bare).hasMemoryBench).toBe(false);
    const fields = { devDependencies: { 'memory-bench-action': '*' } };
    expect(surveyed({ 'package.json': manifest(fields) }).hasMemoryBench).toBe(true);
    const installed = { 'node_modules/memory-bench-action/package.json': '{}' };
    expect(surveyed({ ...bare, ...installed }).hasMemoryBench).toBe(true);
  });

  it('are where the schema of the configuration is', () => {
    const installed = { 'node_modules/memory-bench-action/package.json': '{}' };
    const schema = 'node_modules/memory-bench-action/schema/config.schema.json';
    expect(surveyed(bare).configSchema).toBe(`./${schema}`);
    expect(surveyed({ ...monorepo, ...installed }, 'packages/search').configSchema).toBe(`../../${schema}`);
  });
});

describe('the default branch', () => {
  it('is the one of a new repository', () => {
    expect(surveyOf(writeRepository(bare, 'trunk')).branch).toBe('trunk');
  });

  it('is main rather than the branch that is checked out', () => {
    const folder = writeRepository(bare);
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'first');
    git(folder, 'checkout', '--quiet', '-b', 'feature');
    expect(surveyOf(folder).branch).toBe('main');
  });

  it('is what origin says, before all', () => {
    const folder = writeRepository(bare);
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'first');
    git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release/next');
    git(folder, 'update-ref', 'refs/remotes/origin/release/next', 'HEAD');
    expect(surveyOf(folder).branch).toBe('release/next');
  });

  it('is main where there is no repository', () => {
    expect(surveyOf(writeProject(bare)).branch).toBe('main');
  });
});

it('a folder that is reached through a link is the folder', () => {
  const folder = writeRepository(bare);
  const link = join(temporaryFolder(), 'link');
  symlinkSync(folder, link);
  expect(surveyOf(link)).toMatchObject({ packageFolder: folder, repositoryFolder: folder });
});
