import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { InitRequest } from '../../src/config/command-line.js';
import { configFileSchema } from '../../src/config/config-file.js';
import { EnvironmentError } from '../../src/errors.js';
import { init } from '../../src/init/init.js';
import { writeProject } from '../suite/project.js';
import { type Files, manifest, writeRepository } from './project.js';

const bare = { 'package.json': manifest(), 'package-lock.json': '{}' };
const scenario = 'bench/memory/ingest-and-search.mjs';
const workflow = '.github/workflows/memory.yml';
const commentWorkflow = '.github/workflows/memory-comment.yml';
const config = 'memory-bench.config.json';
const gitIgnore = '.gitignore';

const initIn = (workingDirectory: string, flags: Partial<InitRequest> = {}): Promise<string> =>
  init({ kind: 'init', workingDirectory, force: false, dryRun: false, action: undefined, ...flags });

/** Sets a repository with these files up. */
async function initialised(files: Files, flags: Partial<InitRequest> = {}) {
  const folder = writeRepository(files);
  const said = await initIn(folder, flags);
  return { folder, said, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}

describe('a new project', () => {
  it('gets everything, and is told of each file in a line', async () => {
    const { folder, said } = await initialised(bare);
    expect(said.split('\n').slice(0, 6)).toEqual([
      `wrote  ${config}`,
      `wrote  ${scenario}`,
      `wrote  ${workflow}`,
      `wrote  ${commentWorkflow}`,
      `added  ${gitIgnore}: node_modules/, .memory-bench/`,
      '',
    ]);
    for (const path of [config, scenario, workflow, commentWorkflow, gitIgnore]) {
      expect(existsSync(join(folder, path)), path).toBe(true);
    }
  });

  it('has a configuration that names the folder of its scenarios', async () => {
    const { read } = await initialised(bare);
    expect(configFileSchema.parse(JSON.parse(read(config)))).toEqual({
      $schema: './node_modules/memory-bench-action/schema/config.schema.json',
      scenarios: ['bench/memory'],
    });
  });

  it.each<[string, Files, string]>([
    ['CommonJS', bare, 'ingest-and-search.mjs'],
    ['ESM', { 'package.json': manifest({ type: 'module' }) }, 'ingest-and-search.js'],
    ['CommonJS in TypeScript', { ...bare, 'tsconfig.json': '{}' }, 'ingest-and-search.mts'],
    [
      'ESM in TypeScript',
      { 'package.json': manifest({ type: 'module' }), 'tsconfig.json': '{}' },
      'ingest-and-search.ts',
    ],
  ])('of %s has a scenario whose name says so', async (_, files, name) => {
    const { folder } = await initialised(files);
    expect(readdirSync(join(folder, 'bench/memory'))).toEqual([name]);
  });

  it('that has a client of its own measures that one', async () => {
    const client = { dependencies: { '@qdrant/js-client-rest': '^1.17.0' } };
    const { read } = await initialised({ 'package.json': manifest(client) });
    expect(read(scenario)).toMatch(/^import \{ QdrantClient \} from '@qdrant\/js-client-rest';/);
    expect(read(scenario)).toContain('new QdrantClient({ url: qdrant.url,');
    expect((await initialised(bare)).read(scenario)).toContain('qdrant.connect()');
  });

  it('is told the next steps that it needs', async () => {
    const { said } = await initialised(bare);
    expect(said).toContain('- `npm install --save-dev memory-bench-action`\n');
    expect(said).toContain('- `npx memory-bench run --update-baseline` measures it');
    expect(said).toContain(`in place of \`org\` in ${workflow} and ${commentWorkflow}\n`);
    expect(said).not.toContain('git init');
  });

  it('is told no more than it needs', async () => {
    const installed = { 'package.json': manifest({ devDependencies: { 'memory-bench-action': '*' } }) };
    const { said, read } = await initialised(installed, { action: 'octo-org/memory-bench-action@v1' });
    expect(said).not.toMatch(/npm install|`org`/);
    expect(read(workflow)).toContain('uses: octo-org/memory-bench-action@v1');
  });

  it('without a repository is told that workflows need one', async () => {
    const folder = writeProject(bare);
    expect(await initIn(folder)).toContain('`git init`');
    expect(existsSync(join(folder, workflow))).toBe(true);
  });

  it('has a workflow in which pull requests cancel no run of another one, and every push finishes', async () => {
    const { read } = await initialised(bare);
    expect(parse(read(workflow)).concurrency).toEqual({
      group: `memory-\${{ github.event.pull_request.number || github.run_id }}`,
      'cancel-in-progress': true,
    });
  });

  it('in a folder of a repository has its workflows at the root', async () => {
    const folder = writeRepository({ 'packages/a/package.json': manifest() });
    const said = await initIn(join(folder, 'packages/a'));
    expect(said).toContain(`wrote  ../../${workflow}\n`);
    expect(existsSync(join(folder, workflow))).toBe(true);
    expect(existsSync(join(folder, 'packages/a', config))).toBe(true);
  });
});

describe('what is there already', () => {
  it('is kept, and said', async () => {
    const { folder, read } = await initialised({ ...bare, [workflow]: 'mine' });
    writeFileSync(join(folder, scenario), 'mine too');
    const said = await initIn(folder);
    expect(said.split('\n').slice(0, 5)).toEqual([
      `kept   ${config} (there already; --force overwrites it)`,
      `kept   ${scenario} (there already; --force overwrites it)`,
      `kept   ${workflow} (there already; --force overwrites it)`,
      `kept   ${commentWorkflow} (there already; --force overwrites it)`,
      `kept   ${gitIgnore} (.memory-bench/ is ignored already)`,
    ]);
    expect([read(workflow), read(scenario)]).toEqual(['mine', 'mine too']);
  });

  it('is overwritten by force', async () => {
    const { said, read } = await initialised({ ...bare, [workflow]: 'mine', [config]: '{}' }, { force: true });
    expect(said).toContain(`wrote  ${workflow} (in place of what was there)\n`);
    expect(read(workflow)).toMatch(/^name: memory\n/);
    expect(JSON.parse(read(config)).scenarios).toEqual(['bench/memory']);
  });

  it('in another form stays, also by force', async () => {
    const others = {
      'memory-bench.config.yml': 'scenarios: [bench/memory]',
      'bench/memory/search.ts': 'mine',
      '.github/workflows/memory.yaml': 'uses: octo-org/memory-bench-action@v1',
    };
    const { folder, said } = await initialised({ ...bare, ...others }, { force: true });
    for (const path of Object.keys(others)) expect(said).toContain(`kept   ${path} (there already)\n`);
    for (const path of [config, scenario, workflow]) expect(existsSync(join(folder, path)), path).toBe(false);
  });

  it('and does not name the scenarios has to be mended', async () => {
    const { said } = await initialised({ ...bare, [config]: '{}' });
    expect(said).toContain(`- let \`scenarios\` in ${config} name bench/memory\n`);
    expect((await initialised({ ...bare, [config]: '{ "scenarios": ["bench/memory"] }' })).said).not.toContain('- let');
  });

  it('and does not measure the package has to be mended', async () => {
    const { said } = await initialised({ ...bare, [workflow]: 'name: memory of the team' });
    expect(said).toContain(`- ${workflow} does not run memory-bench: add what`);
  });
});

describe('.gitignore', () => {
  it.each([
    ['with a last line that is not ended', 'node_modules', 'node_modules\n.memory-bench/\n'],
    ['of Windows', 'node_modules\r\n', 'node_modules\r\n.memory-bench/\r\n'],
    ['that is empty', '', '.memory-bench/\n'],
    ['that ignores it', '.memory-bench\n', '.memory-bench\n'],
    ['that ignores more', '.*\n', '.*\n'],
  ])('%s is added to where it has to be', async (_, before, after) => {
    expect((await initialised({ ...bare, [gitIgnore]: before })).read(gitIgnore)).toBe(after);
  });

  it('that is new leaves the packages out, too', async () => {
    expect((await initialised(bare)).read(gitIgnore)).toBe('node_modules/\n.memory-bench/\n');
  });

  it('of the repository serves for a package that has none', async () => {
    const folder = writeRepository({ [gitIgnore]: 'node_modules/\n', 'packages/a/package.json': manifest() });
    const said = await initIn(join(folder, 'packages/a'));
    expect(said).toContain('added  ../../.gitignore: .memory-bench/\n');
    expect(existsSync(join(folder, 'packages/a', gitIgnore))).toBe(false);
  });
});

describe('a dry run', () => {
  it('shows what would be written, and writes nothing', async () => {
    const { folder, said } = await initialised({ ...bare, [config]: '{}' }, { dryRun: true });
    expect(said).toContain(`would keep   ${config}`);
    expect(said).toContain(`would write  ${workflow}\n\n    name: memory\n    on:\n      pull_request:\n`);
    expect(said).toContain('would add    .gitignore: node_modules/, .memory-bench/');
    expect(readdirSync(folder).sort()).toEqual(['.git', config, 'package-lock.json', 'package.json']);
  });
});

it('a file that cannot be written ends with its name', async () => {
  const folder = writeRepository({ ...bare, '.github': 'a file' });
  await expect(initIn(folder)).rejects.toThrow(EnvironmentError);
  await expect(initIn(folder)).rejects.toThrow(/cannot write .*memory\.yml/);
});
