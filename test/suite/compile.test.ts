import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { ScenarioCompiler } from '../../src/suite/compile.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';
import { compileProject, exportsOf, nodes, writeProject } from './project.js';

const packageOf = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    exports: { import: './for-import.mjs', require: './for-require.cjs' },
  }),
  [`node_modules/${name}/for-import.mjs`]: "export const kind = 'for import';",
  [`node_modules/${name}/for-require.cjs`]: "exports.kind = 'for require';",
});

/** One of everything that a scenario file may lean on. */
const everything = {
  ...packageOf('embedder'),
  'package.json': JSON.stringify({ type: 'module', imports: { '#settings': './lib/settings.ts' } }),
  'bench/documents.json': '{ "count": 3 }',
  'bench/plain.js': 'export const place = import.meta.url;',
  'bench/legacy.cts':
    "const { kind }: { kind: string } = require('embedder'); module.exports = { kind, place: __filename, where: __dirname };",
  'bench/helper.ts': "import { name } from './scenario.ts';\nexport const greet = (): string => 'hello ' + name;",
  'bench/size.ts': 'export interface Size { bytes: number }\nexport const small: Size = { bytes: 1 };',
  'bench/folder/index.mts': "export * from '../kind.js';",
  'bench/kind.ts':
    'export enum Kind { Dense = 7 }\nexport class Named { constructor(readonly label: string) {} }\nexport namespace Spaced { export const depth = 2; }',
  'lib/settings.ts': 'export const settings: object = { from: import.meta.filename };',
  'bench/scenario.ts': `import { join } from 'path';
    import { settings } from '#settings';
    import { kind } from 'embedder';
    import { defineScenario } from 'memory-bench-action';
    import documents from './documents.json' with { type: 'json' };
    import { Kind, Named, Spaced } from './folder';
    import { greet } from './helper.js';
    import legacy from './legacy.cjs';
    import { place } from './plain.js';
    import { small, Size } from './size';
    export const name: string = 'world';
    const bytes = (size: Size) => size.bytes;
    const reason = (error: Error) => error.message;
    const chosen: string = './plain.js';
    export const told = {
      join: join('a', 'b'), settings, kind, documents, legacy, place, bytes: bytes(small), greeting: greet(),
      transformed: [Kind.Dense, new Named('x').label, Spaced.depth],
      defined: defineScenario({ name: 'x', description: 'y', run: () => {} }).name,
      meta: [import.meta.url, import.meta.filename, import.meta.dirname],
      resolved: ['./documents.json', 'fs', 'embedder'].map((each) => import.meta.resolve(each)),
      dynamic: (await import('embedder')).kind,
      chosen: (await import(chosen)).place,
      missing: await import('nowhere').catch(reason),
      missingPath: await import('./nowhere.js').catch(reason),
      missingChosen: await import(['no', 'where'].join('')).catch(reason),
    };`,
};

describe.each(nodes)('a TypeScript scenario on %s', (_, node) => {
  let folder: string;
  let told: Record<string, unknown>;
  const inProject = (name: string) => join(folder, name);
  const urlOf = (name: string) => pathToFileURL(inProject(name)).href;
  beforeAll(async () => {
    // Characters that a URL spells differently.
    folder = writeProject(everything, join(temporaryFolder(), "a b#c%d'e"));
    const compiled = await new ScenarioCompiler(temporaryFolder()).compile(inProject('bench/scenario.ts'));
    told = Object(exportsOf(compiled, node).told);
  });

  it('imports a built-in module', () => expect(told.join).toBe('a/b'));
  it('imports a package as `import` finds it', () => expect(told.kind).toBe('for import'));
  it('imports a package dynamically', () => expect(told.dynamic).toBe('for import'));
  it('imports what its package.json calls #settings', () =>
    expect(told.settings).toEqual({ from: inProject('lib/settings.ts') }));
  it('imports JSON', () => expect(told.documents).toEqual({ count: 3 }));
  it('imports JavaScript from where it is', () => expect(told.place).toBe(urlOf('bench/plain.js')));
  it('imports a path that it works out', () => expect(told.chosen).toBe(urlOf('bench/plain.js')));
  it('imports TypeScript that imports it in turn, as .js', () => expect(told.greeting).toBe('hello world'));
  it('imports TypeScript without an extension, and a type among it', () => expect(told.bytes).toBe(1));
  it('imports enums, parameter properties and namespaces through a folder', () =>
    expect(told.transformed).toEqual([7, 'x', 2]));
  it('imports CommonJS TypeScript that requires a package', () =>
    expect(told.legacy).toEqual({
      kind: 'for require',
      place: inProject('bench/legacy.cts'),
      where: inProject('bench'),
    }));
  it('imports our package where it is not installed', () => expect(told.defined).toBe('x'));
  it('has an import.meta that means its own file', () =>
    expect(told.meta).toEqual([urlOf('bench/scenario.ts'), inProject('bench/scenario.ts'), inProject('bench')]));
  it('resolves from where it is', () =>
    expect(told.resolved).toEqual([
      urlOf('bench/documents.json'),
      'node:fs',
      urlOf('node_modules/embedder/for-require.cjs'),
    ]));
  it('gets a rejection for a package that is not there', () => expect(told.missing).toMatch(/package 'nowhere'/));
  it('gets a rejection for a path that is not there, which names it', () =>
    expect(told.missingPath).toContain(inProject('bench/nowhere.js')));
  it('gets a rejection for a package it works out that is not there', () =>
    expect(told.missingChosen).toMatch(/package 'nowhere'/));
});

describe('a file is compiled to', () => {
  const esm = 'export {};';
  const commonJs = "const fs: object = require('fs'); module.exports = fs;";
  it.each<[string, string, string, string, string | undefined]>([
    ['an ES module by .mts', 'x.mts', commonJs, 'mjs', undefined],
    ['CommonJS by .cts', 'x.cts', commonJs, 'cjs', 'module'],
    ['an ES module by the type of its package', 'x.ts', commonJs, 'mjs', 'module'],
    ['an ES module by its syntax', 'x.ts', esm, 'mjs', undefined],
    ['an ES module by its syntax in a CommonJS package', 'x.ts', esm, 'mjs', 'commonjs'],
    ['CommonJS where nothing says otherwise', 'x.ts', commonJs, 'cjs', undefined],
  ])('%s', async (_, name, code, extension, type) => {
    const { url } = await compileProject({ [name]: code, 'package.json': JSON.stringify({ type }) }, name);
    expect(url).toMatch(new RegExp(`\\.${extension}$`));
  });
});

describe('a compiled module', () => {
  it('is there once for all scenarios that import it', async () => {
    const folder = writeProject({
      'one.ts': "import './shared.ts'; import './again.ts';",
      'other.ts': "import './shared.js'; import './again.js';",
      'again.ts': "import './shared';",
      'shared.ts': '',
    });
    const out = temporaryFolder();
    const compiler = new ScenarioCompiler(out);
    await compiler.compile(join(folder, 'one.ts'));
    await compiler.compile(join(folder, 'other.ts'));
    expect(readdirSync(join(out, 'compiled'))).toHaveLength(4);
  });

  it('has the lines of its source', async () => {
    const code = `#!/usr/bin/env node
interface Size {
  bytes: number;
}

export const size: Size = { bytes: import.meta.url.length };
`;
    const { url } = await compileProject({ 'x.ts': code }, 'x.ts');
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
    expect(lines).toHaveLength(code.split('\n').length);
    expect(lines[5]).toMatch(/^export const size +=/);
  });

  it('knows its place even when it is called by a cycle before it has run', async () => {
    const files = {
      'first.ts':
        "import { told } from './second.ts'; export { told }; export function here() { return import.meta.resolve; }",
      'second.ts': "import { here } from './first.ts'; export const told: string = typeof here();",
    };
    expect(exportsOf(await compileProject(files, 'first.ts'))).toEqual({ told: 'function' });
  });

  it('stays in strict mode where it was', async () => {
    const code =
      "// A comment.\n'use strict';\nexports.strict = (function (this: unknown) { return this === undefined; })();";
    expect(exportsOf(await compileProject({ 'x.cts': code }, 'x.cts'))).toMatchObject({ strict: true });
  });

  it('is imported with the query it was asked with', async () => {
    const files = {
      'x.ts':
        "import { one } from './y.ts?one'; import { one as other } from './y.ts?other'; export const same: boolean = one === other;",
      'y.ts': 'export const one: object = {};',
    };
    expect(exportsOf(await compileProject(files, 'x.ts'))).toEqual({ same: false });
  });
});

describe('a JavaScript scenario', () => {
  const code = "import { defineScenario } from 'memory-bench-action'; export const kind = typeof defineScenario;";

  it('is imported as it is', async () => {
    const folder = writeProject({ 'x.mjs': "import './nowhere.js'; const package_ = 'memory-bench-action';" });
    const compiled = await new ScenarioCompiler(join(folder, 'nothing')).compile(join(folder, 'x.mjs'));
    expect(compiled).toEqual({ url: pathToFileURL(join(folder, 'x.mjs')).href, sources: [] });
  });

  it('is imported as it is where our package is installed', async () => {
    const file = join(repositoryRoot, 'lib', 'scenarios', 'batch-ingestion.js');
    expect((await new ScenarioCompiler(temporaryFolder()).compile(file)).sources).toEqual([]);
  });

  it('finds our package where it is not installed', async () => {
    expect(exportsOf(await compileProject({ 'x.js': code }, 'x.js'))).toEqual({ kind: 'function' });
  });
});

describe('a mistake is named', () => {
  async function refusal(files: Readonly<Record<string, string>>): Promise<UsageError> {
    const [first = ''] = Object.keys(files);
    const error: unknown = await compileProject(files, first).catch((thrown: unknown) => thrown);
    if (!(error instanceof UsageError)) throw new Error(`there was no usage error, but ${error}`);
    return error;
  }

  it('in the syntax, with its line', async () => {
    const { message } = await refusal({ 'x.ts': 'const a: number = 1;\n\tlet b = ;\n' });
    expect(message).toMatch(/\/x\.ts:2:10: Expression expected\n {2}\tlet b = ;\n {2}\t {8}\^$/);
  });

  it('in the syntax of what is imported', async () => {
    const { message } = await refusal({ 'x.ts': "import './y';", 'y.ts': 'const = 1;' });
    expect(message).toMatch(/\/y\.ts:1:7: /);
  });

  it('where an ES module has an export assignment', async () => {
    const error = await refusal({ 'x.mts': '\nexport = 3;' });
    expect(error.message).toMatch(/\/x\.mts:2:1: Export assignment/);
    expect(error.remedy).toContain('erasable');
  });

  it('where CommonJS has an export', async () => {
    const error = await refusal({ 'x.cts': 'export const a = 1;' });
    expect(error.message).toMatch(/x\.cts is CommonJS by its name/);
    expect(error.remedy).toContain('.mts');
  });

  it('where a path that is imported is not there', async () => {
    const { message } = await refusal({ 'x.ts': "export * from './nowhere.js';" });
    expect(message).toMatch(/\/x\.ts imports \.\/nowhere\.js, which cannot be found/);
  });

  it('where a package that is imported is not installed', async () => {
    const error = await refusal({ 'x.ts': "import { a } from '@app/store'; a();" });
    expect(error.message).toMatch(/\/x\.ts imports @app\/store, which cannot be found/);
    expect(error.remedy).toContain('tsconfig.json');
  });

  it('in a package.json that decides what a file is', async () => {
    const { message } = await refusal({ 'x.ts': 'const a: number = 1;', 'package.json': '{' });
    expect(message).toMatch(/^cannot read .*\/package\.json: /);
  });
});
