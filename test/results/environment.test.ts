import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changedFiles, currentCommit, describeEnvironment, environmentKey } from '../../src/results/environment.js';
import { createEnvironment } from '../builders.js';

const { identity } = createEnvironment();

describe('the environment key', () => {
  it('is made of the identity', () => {
    expect(environmentKey(identity)).toBe('linux-x64-glibc-2c-none-default');
  });

  it('says so where the Qdrant server is external', () => {
    expect(environmentKey({ ...identity, qdrant: 'external' })).toBe('linux-x64-glibc-2c-none-external-qdrant-default');
  });

  it('has no character that a file name may not have', () => {
    expect(environmentKey({ ...identity, model: 'BAAI/bge small@01:23' })).toBe(
      'linux-x64-glibc-2c-BAAI-bge-small-01-23-default',
    );
  });

  it('is a safe file name whatever model and profile are called', () => {
    const name = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(name, name, (model, profile) => {
        const key = environmentKey({ ...identity, model, profile });
        expect(key).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
        expect(basename(join('folder', `${key}.json`))).toBe(`${key}.json`);
      }),
    );
  });

  it.each([
    ['os', 'darwin'],
    ['arch', 'arm64'],
    ['libc', 'musl'],
    ['cores', 4],
    ['model', 'other'],
    ['qdrant', 'external'],
    ['profile', 'stable'],
  ])('differs with the %s', (name, value) => {
    expect(environmentKey({ ...identity, [name]: value })).not.toBe(environmentKey(identity));
  });
});

describe('the environment that is described', () => {
  const described = describeEnvironment({
    modelId: undefined,
    qdrant: 'own',
    profile: 'stable',
    subject: { node: 'v20' },
  });

  it('has the key of its identity', () => {
    expect(described.key).toBe(environmentKey(described.identity));
  });

  it('says so where there is no model', () => {
    expect(described.identity.model).toBe('none');
  });

  it('has profile and versions as they were given', () => {
    expect(described).toMatchObject({ identity: { profile: 'stable' }, subject: { node: 'v20' } });
  });

  it('has the packages where there are any', () => {
    const parts = { modelId: undefined, qdrant: 'own', profile: 'stable', subject: {} } as const;
    const packages = { direct: { one: '1.0.0' }, transitive: {}, scenarios: {} };
    expect(describeEnvironment({ ...parts, packages }).packages).toEqual(packages);
    expect(describeEnvironment({ ...parts, packages: undefined })).not.toHaveProperty('packages');
  });

  it('says whose Qdrant server it is', () => {
    const parts = { modelId: undefined, profile: 'stable', subject: {} };
    expect(described.identity.qdrant).toBe('own');
    expect(describeEnvironment({ ...parts, qdrant: 'external' }).identity.qdrant).toBe('external');
  });

  it.each([
    ['', ''],
    ['/usr/lib/libjemalloc.so.2', '+libjemalloc.so.2'],
    ['/a/one.so:/b/two.so three.so', '+one.so+two.so+three.so'],
  ])('is another libc with %j preloaded', (given, added) => {
    vi.stubEnv('LD_PRELOAD', '');
    const parts = { modelId: undefined, qdrant: 'own', profile: 'stable', subject: {} } as const;
    const plain = describeEnvironment(parts).identity.libc;
    vi.stubEnv('LD_PRELOAD', given);
    const now = describeEnvironment(parts).identity.libc;
    vi.unstubAllEnvs();
    expect(now).toBe(plain + added);
  });

  it('is that of this process', () => {
    expect(described.identity).toMatchObject({ os: process.platform, arch: process.arch });
  });
});

describe('the commit of a folder', () => {
  let folder: string;
  const git = (...given: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...given], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    }).trim();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'memory-bench-commit-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is undefined outside of a work tree', () => {
    expect(currentCommit(folder)).toBeUndefined();
  });

  it('is undefined before the first commit', () => {
    git('init', '--quiet');
    expect(currentCommit(folder)).toBeUndefined();
  });

  it('is the one that is checked out', () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '-m', 'first');
    expect(currentCommit(folder)).toEqual({ sha: git('rev-parse', 'HEAD'), dirty: false });
  });

  it('is dirty with a file on top', async () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '-m', 'first');
    await writeFile(join(folder, 'file'), '');
    expect(currentCommit(folder)?.dirty).toBe(true);
  });

  it('is not dirty with what a run of memory-bench left in another folder', async () => {
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '-m', 'first');
    await mkdir(join(folder, 'packages', 'other', '.memory-bench'), { recursive: true });
    await writeFile(join(folder, 'packages', 'other', '.memory-bench', 'results.json'), '{}');
    expect(currentCommit(folder)?.dirty).toBe(false);
  });

  it('names the files on top, changed and untracked', async () => {
    git('init', '--quiet');
    await writeFile(join(folder, 'a file'), '');
    git('add', '.');
    git('commit', '--quiet', '-m', 'first');
    await writeFile(join(folder, 'a file'), 'changed');
    await writeFile(join(folder, 'new'), '');
    expect(changedFiles(folder)).toEqual(['"a file"', 'new']);
  });
});
