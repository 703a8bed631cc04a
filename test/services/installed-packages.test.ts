import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedPackages } from '../../src/services/installed-packages.js';
import { writeProject } from '../suite/project.js';

const json = (manifest: object) => JSON.stringify(manifest);
const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, '*']));

describe('the packages of a workspace', () => {
  it('are what it depends on, and what that depends on in turn', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: named('@scope/one'), optionalDependencies: named('two', 'absent') }),
      'node_modules/@scope/one/package.json': json({
        name: '@scope/one',
        version: '1.0.0',
        dependencies: named('deep'),
      }),
      'node_modules/two/package.json': json({ name: 'two', version: '2.0.0' }),
      'node_modules/deep/package.json': json({ name: 'deep', version: '3.0.0' }),
      'node_modules/unused/package.json': json({ name: 'unused', version: '4.0.0' }),
    });
    expect(installedPackages(workspace, [])).toEqual({
      direct: { '@scope/one': '1.0.0', two: '2.0.0' },
      transitive: { deep: '3.0.0' },
      scenarios: {},
    });
  });

  it('have several versions where Node finds several', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: named('one', 'two') }),
      'node_modules/one/package.json': json({ name: 'one', version: '1.0.0', dependencies: named('two') }),
      'node_modules/one/node_modules/two/package.json': json({ name: 'two', version: '9.0.0' }),
      'node_modules/two/package.json': json({ name: 'two', version: '10.0.0' }),
    });
    expect(installedPackages(workspace, [])?.direct).toEqual({ one: '1.0.0', two: '9.0.0, 10.0.0' });
  });

  it('are found through the links of pnpm', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: named('one') }),
      'node_modules/.pnpm/one@1.0.0/node_modules/one/package.json': json({
        name: 'one',
        version: '1.0.0',
        dependencies: named('two'),
      }),
      'node_modules/.pnpm/one@1.0.0/node_modules/two/package.json': json({ name: 'two', version: '2.0.0' }),
    });
    symlinkSync(join(workspace, 'node_modules/.pnpm/one@1.0.0/node_modules/one'), join(workspace, 'node_modules/one'));
    expect(installedPackages(workspace, [])).toMatchObject({ direct: { one: '1.0.0' }, transitive: { two: '2.0.0' } });
  });

  it('are found above a package of a monorepo, and through its siblings', () => {
    const root = writeProject({
      'package.json': json({ name: 'root', workspaces: ['packages/*'] }),
      'packages/app/package.json': json({ name: 'app', version: '1.0.0', dependencies: named('library', 'hoisted') }),
      'packages/library/package.json': json({ name: 'library', version: '1.1.0', dependencies: named('own', 'app') }),
      'packages/library/node_modules/own/package.json': json({ name: 'own', version: '2.0.0' }),
      'node_modules/hoisted/package.json': json({ name: 'hoisted', version: '3.0.0' }),
    });
    for (const name of ['app', 'library']) symlinkSync(join(root, 'packages', name), join(root, 'node_modules', name));
    expect(installedPackages(join(root, 'packages/app'), [])).toEqual({
      direct: { hoisted: '3.0.0', library: '1.1.0' },
      transitive: { own: '2.0.0' },
      scenarios: {},
    });
  });

  it('have peers among them, but no types, no optional peers and no development dependencies', () => {
    const others = ['@types/one', 'optional', 'development', 'typescript'];
    const workspace = writeProject({
      'package.json': json({ dependencies: named('one', '@types/one'), devDependencies: named('development') }),
      'node_modules/one/package.json': json({
        name: 'one',
        version: '1.0.0',
        peerDependencies: named('peer', 'optional', 'typescript'),
        peerDependenciesMeta: { optional: { optional: true } },
      }),
      ...Object.fromEntries(
        ['peer', ...others].map((name) => [`node_modules/${name}/package.json`, json({ name, version: '2.0.0' })]),
      ),
    });
    expect(installedPackages(workspace, [])).toEqual({
      direct: { one: '1.0.0' },
      transitive: { peer: '2.0.0' },
      scenarios: {},
    });
  });

  it('are told by the names they have themselves', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: { alias: 'npm:real@1' } }),
      'node_modules/alias/package.json': json({ name: 'real', version: '1.0.0' }),
    });
    expect(installedPackages(workspace, [])?.direct).toEqual({ real: '1.0.0' });
  });

  it('go in circles only once', () => {
    const workspace = writeProject({
      'package.json': json({ name: 'circle', dependencies: named('one') }),
      'node_modules/one/package.json': json({ name: 'one', version: '1.0.0', dependencies: named('two') }),
      'node_modules/two/package.json': json({ name: 'two', version: '2.0.0', dependencies: named('one') }),
    });
    expect(installedPackages(workspace, [])).toMatchObject({ direct: { one: '1.0.0' }, transitive: { two: '2.0.0' } });
  });

  it('do without those that are broken, or whose name is a path', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: { ...named('broken', 'nameless', 'fine', '../outside'), odd: { a: 1 } } }),
      'outside/package.json': json({ name: 'outside', version: '1.0.0' }),
      'node_modules/broken/package.json': '{',
      'node_modules/nameless/package.json': json({ version: '1.0.0', dependencies: 7 }),
      'node_modules/odd/package.json': json({ name: '<b>', version: '1.0.0' }),
      'node_modules/fine/package.json': json({ name: 'fine', version: '1.0.0', dependencies: ['a'] }),
    });
    expect(installedPackages(workspace, [])?.direct).toEqual({ fine: '1.0.0' });
  });

  it('are at most so many', () => {
    const names = Array.from({ length: 2_100 }, (_, index) => `p${index}`);
    const workspace = writeProject({
      'package.json': json({ dependencies: named(...names) }),
      ...Object.fromEntries(
        names.map((name) => [`node_modules/${name}/package.json`, json({ name, version: '1.0.0' })]),
      ),
    });
    expect(Object.keys(installedPackages(workspace, [])?.direct ?? {})).toHaveLength(2_000);
  });

  it.each([
    ['nothing is installed', json({ dependencies: named('one') })],
    ['its package.json is broken', '{'],
  ])('are unknown where %s', (_, manifest) => {
    expect(installedPackages(writeProject({ 'package.json': manifest }), [])).toBeUndefined();
  });
});

describe('the packages that only scenarios lead to', () => {
  it('stand apart from those that are shipped', () => {
    const workspace = writeProject({
      'package.json': json({ dependencies: named('one'), devDependencies: named('tool') }),
      'node_modules/one/package.json': json({ name: 'one', version: '1.0.0' }),
      'node_modules/tool/package.json': json({ name: 'tool', version: '2.0.0', dependencies: named('one', 'deep') }),
      'node_modules/deep/package.json': json({ name: 'deep', version: '3.0.0' }),
    });
    const imports = ['tool', 'one', 'absent'].map((name) => ({ name, from: join(workspace, 'bench') }));
    expect(installedPackages(workspace, imports)).toEqual({
      direct: { one: '1.0.0' },
      transitive: {},
      scenarios: { deep: '3.0.0', tool: '2.0.0' },
    });
  });
});
