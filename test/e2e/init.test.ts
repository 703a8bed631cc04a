import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readResults } from '../../src/results/store.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';
import { writeProject } from '../suite/project.js';

const client = '@qdrant/js-client-rest';
const tsconfig = JSON.stringify({
  compilerOptions: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
  },
});

/** A folder in which the packed package is installed once; the projects take turns with its node_modules. */
const folder = temporaryFolder();
let installed = folder;

beforeAll(async () => {
  await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], repositoryRoot);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeProject({ 'package.json': '{}', '.npmrc': 'onnxruntime-node-install-cuda=skip\n' }, folder);
  await succeed('npm', ['install', '--no-save', '--no-audit', '--no-fund', `./${tarball}`], folder);
}, 300_000);

/** Follow-ups take a minute or more: one project looks for leaks, as its user does. */
const quick = ['--no-leaks'];

describe.each([
  { name: 'CommonJS', fields: {}, files: {}, scenario: 'ingest-and-search.mjs', flags: [] },
  { name: 'ESM', fields: { type: 'module' }, files: {}, scenario: 'ingest-and-search.js', flags: quick },
  {
    name: 'CommonJS in TypeScript, with a client of its own',
    fields: { type: 'commonjs', dependencies: { [client]: '*' } },
    files: { 'tsconfig.json': tsconfig },
    scenario: 'ingest-and-search.mts',
    flags: quick,
  },
  {
    name: 'ESM in TypeScript',
    fields: { type: 'module' },
    files: { 'tsconfig.json': tsconfig },
    scenario: 'ingest-and-search.ts',
    flags: quick,
  },
])('an empty project of $name', ({ name, fields, files, scenario, flags }) => {
  const project = join(folder, name);

  beforeAll(() => {
    mkdirSync(project);
    writeProject({ ...files, 'package.json': JSON.stringify({ name: 'empty', version: '1.0.0', ...fields }) }, project);
    renameSync(join(installed, 'node_modules'), join(project, 'node_modules'));
    installed = project;
  });

  it('is set up and measured without a change', async () => {
    const said = await succeed('npx', ['memory-bench', 'init'], project);
    expect(said).toContain(`wrote  bench/memory/${scenario}\n`);
    expect(said).not.toContain('npm install');

    expect(await succeed('npx', ['memory-bench', 'run', '--repeats', '1', ...flags], project)).toMatch(
      /^PASS {2}1 case measured/m,
    );
    const { cases } = await readResults(join(project, '.memory-bench/results.json'), 'results');
    expect(cases).toMatchObject([{ id: 'ingest-and-search', source: `bench/memory/${scenario}` }]);
  });

  if ('tsconfig.json' in files) {
    it('has a scenario that the compiler accepts', async () => {
      const compiler = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
      expect(await succeed(process.execPath, [compiler, '--project', '.', '--listFilesOnly'], project)).toContain(
        scenario,
      );
      await succeed(process.execPath, [compiler, '--project', '.'], project);
    });
  }
});

/** What a program printed; an error with all of it where it failed. */
function succeed(file: string, given: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, given, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (chunk: string) => {
        said[stream] += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said.stdout);
      else reject(new Error(`${file} ${given.join(' ')} ended with ${code}:\n${said.stdout}${said.stderr}`));
    });
  });
}
