import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { Guardian } from '../../src/services/guardian.js';
import { type DiscoveredScenario, discoverScenarios } from '../../src/suite/discover.js';
import { temporaryFolder } from '../processes.js';
import { nodes, writeProject } from './project.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

function discover(folder: string, nodePath = process.execPath): Promise<DiscoveredScenario[]> {
  const { signal } = new AbortController();
  return discoverScenarios([folder], {
    guardian,
    signal,
    nodePath,
    nodeFlags: [],
    workingDirectory: folder,
    folder: temporaryFolder(),
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
