import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfigFile } from '../../src/config/read-config-file.js';
import { UsageError } from '../../src/errors.js';
import { childrenOf, temporaryFolder } from '../processes.js';
import { writeProject } from '../suite/project.js';

const read = (files: Readonly<Record<string, string>>, named?: string) => readConfigFile(named, writeProject(files));

async function refusal(files: Readonly<Record<string, string>>, named?: string): Promise<string> {
  const error: unknown = await read(files, named).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`it was not refused: ${String(error)}`);
  return error.message;
}

const yaml = 'repeats: 7\nbudgets:\n  "search/**": { peak_rss_mb: 320 }\n';
const data = { repeats: 7, budgets: { 'search/**': { peak_rss_mb: 320 } } };
const typed = `interface Wish { repeats: number }
const { repeats }: Wish = { repeats: 7 };
export default { repeats, budgets: { 'search/**': { peak_rss_mb: 320 } } } satisfies object;`;
const commonJs = `module.exports = ${JSON.stringify(data)};`;

const formats: readonly [extension: string, content: string][] = [
  ['ts', typed],
  ['mts', typed],
  ['cts', `const repeats: number = 7;\nmodule.exports = { ...${JSON.stringify(data)}, repeats };`],
  ['js', `export default ${JSON.stringify(data)};`],
  ['mjs', `export default ${JSON.stringify(data)};`],
  ['cjs', commonJs],
  ['json', JSON.stringify(data)],
  ['yml', yaml],
  ['yaml', yaml],
];

describe('a configuration', () => {
  it.each(formats)('is found as memory-bench.config.%s', async (extension, content) => {
    expect((await read({ [`memory-bench.config.${extension}`]: content })).file).toEqual(data);
  });

  it.each(formats)('may be another .%s that is named, and its paths are relative to it', async (extension, content) => {
    const folder = writeProject({ [`ci/memory.${extension}`]: content });
    const found = await readConfigFile(join('ci', `memory.${extension}`), folder);
    expect(found).toMatchObject({ file: data, folder: join(folder, 'ci') });
  });

  it('is empty where there is no file', async () => {
    const folder = temporaryFolder();
    expect(await readConfigFile(undefined, folder)).toEqual({ file: {}, folder });
  });

  it('is empty where a YAML file has nothing but comments', async () => {
    expect((await read({ 'memory-bench.config.yml': '# later\n' })).file).toEqual({});
  });

  it('that is named wins over the one in the working directory', async () => {
    const files = { 'memory-bench.config.json': '{"repeats": 1}', 'other.yml': 'repeats: 2' };
    expect((await read(files, 'other.yml')).file).toEqual({ repeats: 2 });
  });

  it('is refused where there are two, and both are named', async () => {
    const files = { 'memory-bench.config.json': '{}', 'memory-bench.config.ts': 'export default {};' };
    expect(await refusal(files)).toMatch(/config\.ts and .*config\.json/);
  });

  it('is refused in another format', async () => {
    expect(await refusal({ 'memory.toml': 'repeats = 7' }, 'memory.toml')).toContain('no format that is known');
  });

  it.each([
    ['json', '{ "suite": '],
    ['yaml', 'suite: [\n'],
  ])('that is no %s is refused with its name', async (extension, content) => {
    expect(await refusal({ [`memory-bench.config.${extension}`]: content })).toMatch(
      new RegExp(`cannot read the configuration .*memory-bench\\.config\\.${extension}`),
    );
  });

  it('in YAML with a mistake is refused with the line', async () => {
    expect(await refusal({ 'memory-bench.config.yml': 'suite: full\nrepeats: 5\nsuite: smoke\n' })).toMatch(/line 3/);
  });

  it.each([
    ['yml', 'budgets: { "**": { peak_rss: 3 } }', '"peak_rss"; did you mean "peak_rss_mb"'],
    ['ts', 'export default { repeatz: 3 as number };', '"repeatz"; did you mean "repeats"'],
  ])('in .%s is held to the schema', async (extension, content, told) => {
    expect(await refusal({ [`memory-bench.config.${extension}`]: content })).toContain(told);
  });
});

describe('a configuration that is a program', () => {
  it('may import defineConfig where the package is not installed', async () => {
    const content = "import { defineConfig } from 'memory-bench-action';\nexport default defineConfig({ repeats: 7 });";
    expect((await read({ 'memory-bench.config.ts': content })).file).toEqual({ repeats: 7 });
  });

  it('may import TypeScript beside it', async () => {
    const files = {
      'limits.ts': "export const limits: object = { '**': { peak_rss_mb: 1 } };",
      'memory-bench.config.ts': "import { limits } from './limits.js';\nexport default { budgets: limits };",
    };
    expect((await read(files)).file).toEqual({ budgets: { '**': { peak_rss_mb: 1 } } });
  });

  it('may export a promise', async () => {
    expect((await read({ 'memory-bench.config.mjs': 'export default Promise.resolve({ repeats: 7 });' })).file).toEqual(
      {
        repeats: 7,
      },
    );
  });

  it('may be what a compiler made of `export default` in CommonJS', async () => {
    const content = 'exports.__esModule = true;\nexports.default = { repeats: 7 };';
    expect((await read({ 'memory-bench.config.cjs': content })).file).toEqual({ repeats: 7 });
  });

  it('sees the environment, but not the keys of a runner', async () => {
    process.env.MEMORY_BENCH_TEST_REPEATS = '7';
    process.env['INPUT_GITHUB-TOKEN'] = 'secret';
    try {
      const content =
        "export default { repeats: Number(process.env.MEMORY_BENCH_TEST_REPEATS), filter: process.env['INPUT_GITHUB-TOKEN'] };";
      expect((await read({ 'memory-bench.config.mjs': content })).file).toEqual({ repeats: 7 });
    } finally {
      delete process.env.MEMORY_BENCH_TEST_REPEATS;
      delete process.env['INPUT_GITHUB-TOKEN'];
    }
  });

  it.each([
    [
      'throws',
      'const repeats: number = 7;\nthrow new Error("no such stage");',
      /threw on import:\nError: no such stage\n.*config\.ts:2:7/,
    ],
    ['exits', 'process.exit(3);', /ended the process with code 3/],
    ['exports nothing', 'export const repeats = 7;', /has no default export/],
    ['exports a function in its data', 'export default { filter: () => true };', /filter is a function/],
    ['rejects', 'export default Promise.reject(new Error("offline"));', /Error: offline/],
    ['has a syntax error', 'export default {\n  repeats: 7;\n};\n', /config\.ts:2:13: Expected/],
  ])('and %s is refused', async (_, content, told) => {
    expect(await refusal({ 'memory-bench.config.ts': content })).toMatch(told);
  });

  it('leaves no process behind', async () => {
    await read({ 'memory-bench.config.mjs': 'setInterval(() => {}, 1000);\nexport default { repeats: 7 };' });
    await expect.poll(() => childrenOf(process.pid).length).toBe(0);
  });
});
