import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { Guardian } from '../../src/services/guardian.js';
import { type DiscoveredScenario, type DiscoveryScope, discoverScenarios } from '../../src/suite/discover.js';
import { temporaryFolder } from '../processes.js';
import { nodes, writeProject } from './project.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

function discover(folder: string, nodePath = process.execPath, env = {}): Promise<DiscoveredScenario[]> {
  return discoverAll([folder], { workingDirectory: folder, nodePath, env });
}

function discoverAll(paths: readonly string[], scope: Partial<DiscoveryScope>): Promise<DiscoveredScenario[]> {
  const { signal } = new AbortController();
  return discoverScenarios(paths, {
    guardian,
    signal,
    nodePath: process.execPath,
    nodeFlags: [],
    env: {},
    workingDirectory: temporaryFolder(),
    folder: temporaryFolder(),
    ...scope,
  });
}

const scenario = (name: string) => `export const one = { name: '${name}', description: 'x', run() {} };`;

describe('the scenarios of a folder', () => {
  it('are those of its JavaScript and TypeScript', async () => {
    const folder = writeProject({
      'a.mjs': scenario('a'),
      'b.ts': scenario('b'),
      'c.mts': scenario('c'),
      'notes.md': '',
    });
    const found = await discover(folder);
    expect(found.map(({ name, file }) => [name, file])).toEqual([
      ['a', join(folder, 'a.mjs')],
      ['b', join(folder, 'b.ts')],
      ['c', join(folder, 'c.mts')],
    ]);
  });

  it('are not read from declarations', async () => {
    const declaration = 'export declare const one: { run(): void };';
    const folder = writeProject({ 'a.mjs': scenario('a'), 'a.d.mts': declaration, 'b.d.ts': declaration });
    expect((await discover(folder)).map(({ name }) => name)).toEqual(['a']);
  });

  it('are read from TypeScript rather than from what was compiled beside it', async () => {
    const folder = writeProject({ 'a.ts': scenario('written'), 'a.js': scenario('stale') });
    expect((await discover(folder)).map(({ name }) => name)).toEqual(['written']);
  });

  it.each(nodes)('are there once where CommonJS exports one as a whole, on %s', async (_, node) => {
    const folder = writeProject({ 'a.cts': "module.exports = { name: 'a' as string, description: 'x', run() {} };" });
    expect((await discover(folder, node)).map(({ exportName }) => exportName)).toEqual(['default']);
  });
});

it('a TypeScript scenario that throws on import is told of with the line it was written on', async () => {
  const folder = writeProject({ 'a.ts': 'interface A {}\n\nthrow new Error("no database" as string);' });
  const error: unknown = await discover(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toMatch(/a\.ts threw on import:\nError: no database\n.*\/a\.ts:3:7/);
});

it('a TypeScript scenario that ends its process on import is told of with the line it was written on', async () => {
  const folder = writeProject({
    'a.ts': 'interface A {}\n\nconsole.error(new Error("bye").stack);\nprocess.exit(3);',
  });
  await expect(discover(folder)).rejects.toThrow(/code 3\nError: bye\n.*\/a\.ts:3:15/);
});

describe('a syntax error', () => {
  it.each([
    ['in JavaScript', 'x.mjs', "export default {\n  name: 'x';\n};\n", /x\.mjs:2\n {2}name: 'x';\n\s+\^/],
    [
      'that is a decorator in TypeScript',
      'x.ts',
      'class A {\n  @dec run() {}\n}\n',
      /x\.ts:2\n {2}@dec run\(\) \{\}\n\s+\^/,
    ],
  ])('%s is told with its line', async (_, name, code, told) => {
    const error: unknown = await discover(writeProject({ [name]: code })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(told);
  });
});

it('parameters may depend on a variable that the configuration adds', async () => {
  const code = "export const a = { name: 'a', description: 'x', version: Number(process.env.DOCS), run() {} };";
  const found = await discover(writeProject({ 'a.mjs': code }), process.execPath, { DOCS: '7' });
  expect(found[0]?.version).toBe(7);
});

describe('the scenarios that globs match', () => {
  /** The files of them, relative to the project. */
  async function matched(files: Readonly<Record<string, string>>, ...globs: readonly string[]): Promise<string[]> {
    const workingDirectory = writeProject(files);
    const paths = globs.map((glob) => join(workingDirectory, glob));
    return (await discoverAll(paths, { workingDirectory })).map(({ file }) => relative(workingDirectory, file));
  }

  it('are those of modules in all folders below, in the order of names', async () => {
    const files = {
      'bench/z.memory.ts': scenario('z'),
      'bench/deep/a.memory.mjs': scenario('a'),
      'bench/other.mjs': scenario('other'),
      'bench/notes.memory.md': '',
    };
    expect(await matched(files, 'bench/**/*.memory.*')).toEqual(['bench/deep/a.memory.mjs', 'bench/z.memory.ts']);
  });

  it('are not those of packages, nor of folders with a dot in front', async () => {
    const files = {
      'a.mjs': scenario('a'),
      'node_modules/x/b.mjs': scenario('b'),
      'deep/node_modules/x/b.mjs': scenario('b'),
      '.cache/c.mjs': scenario('c'),
    };
    expect(await matched(files, '**/*.mjs')).toEqual(['a.mjs']);
  });

  it('are there once where two globs match them', async () => {
    expect(await matched({ 'a.mjs': scenario('a'), 'b.mjs': scenario('b') }, '*.mjs', 'a*', 'b.mjs')).toEqual([
      'a.mjs',
      'b.mjs',
    ]);
  });

  it('may have helpers beside them', async () => {
    expect(await matched({ 'a.mjs': scenario('a'), 'b.mjs': 'export const helper = 1;' }, '*.mjs')).toEqual(['a.mjs']);
  });

  it('are refused with a glob that baselines and comparisons could not match', async () => {
    const found = matched({ 'bench/a.mjs': scenario('a') }, 'bench/@(a|b).mjs');
    await expect(found).rejects.toThrow('the glob bench/@(a|b).mjs cannot be used: `(` has no meaning in a glob');
  });

  it('are found below a folder whose name looks like a glob', async () => {
    const workingDirectory = join(writeProject({ '[a]/x.mjs': scenario('x') }), '[a]');
    const found = await discoverAll([join(workingDirectory, '*.mjs')], { workingDirectory });
    expect(found.map(({ name }) => name)).toEqual(['x']);
  });

  it('are an error where nothing matches', async () => {
    await expect(matched({ 'a.mjs': scenario('a') }, 'bench/**/*.mjs')).rejects.toThrow(
      'the glob bench/**/*.mjs matches no scenario module',
    );
  });

  it('are an error where the only module exports none, which names it', async () => {
    await expect(matched({ 'a.mjs': 'export const helper = 1;' }, '*.mjs')).rejects.toThrow(
      /\/a\.mjs exports no scenario/,
    );
  });
});

it('a typo in a definition is told with the nearest field', async () => {
  const code = "export const a = { name: 'a', description: 'x', itterations: 3, budgets: { peak_rss: 1 }, run() {} };";
  const told = discover(writeProject({ 'a.mjs': code }));
  await expect(told).rejects.toThrow(/unknown field "itterations"; did you mean "iterations"\?/);
  await expect(told).rejects.toThrow(/"peak_rss"; did you mean "peak_rss_mb"\?/);
});

it('an unknown field in a definition is told with those that somebody writes', async () => {
  const code = "export const a = { name: 'a', description: 'x', colour: 'red', run() {} };";
  await expect(discover(writeProject({ 'a.mjs': code }))).rejects.toThrow(
    /"colour"; legal are: name, description, version,/,
  );
});
