import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallData, PageData, SitesData } from '../../src/report/html/model.js';
import type { Site } from '../../src/results/schema.js';
import { caseOf, type FinishedRun, fixture, runFixtures, samplesOf, temporaryFolder } from '../processes.js';
import { nodes, writeProject } from '../suite/project.js';

/** What is planted, by the value of PLANTED: 20 MiB over the three measured iterations. */
const plant = `
if (process.env.PLANTED === 'buffers') {
  kept.push(Buffer.alloc(size, 1)); // planted
}
if (process.env.PLANTED === 'floats') {
  kept.push(new Float32Array(size / 4).fill(1)); // planted
}
if (process.env.PLANTED === 'objects') keepObjects();
if (process.env.PLANTED === 'strings') keepStrings();
`;

const javascript = `
const size = 7 * 1024 * 1024;
const words = Array(150).fill('memory');
const kept = [];

function keepObjects() { // planted
  for (let at = 0; at < 60_000; at += 1) kept.push({ at, words: [at, at + 1, at + 2] });
}

function keepStrings() { // planted
  for (let at = 0; at < 7_000; at += 1) kept.push(words.join(' '));
}

export function ingest() {${plant}}
`;

/** An enum is compiled into other lines than it was written in. */
const typescript = javascript
  .replace(
    'const kept = [];',
    `enum Unit {
  Word = 'word',
  Line = 'line',
}

interface Kept {
  unit: Unit;
}

const kept: unknown[] = [{ unit: Unit.Word } satisfies Kept];`,
  )
  .replaceAll('(): ', '(): void ');

const scenario = (module: string) => `import { ingest } from '../src/ingest.${module}';
export default {
  name: 'ingest', description: 'keeps what it is told to', tags: ['smoke'], leaks: false, run() { ingest(); },
};
`;

const languages = {
  JavaScript: { file: 'src/ingest.mjs', source: javascript, scenario: scenario('mjs'), name: 'bench/ingest.mjs' },
  TypeScript: { file: 'src/ingest.ts', source: typescript, scenario: scenario('ts'), name: 'bench/ingest.ts' },
};
const kinds = ['buffers', 'floats', 'objects', 'strings'] as const;
const flags = ['--repeats', '3', '--max-repeats', '3', '--no-leaks'];

/** The line that was planted: the one that makes Buffers, or the one the function begins on. */
function plantedLine(source: string, kind: (typeof kinds)[number]): number {
  const wanted = {
    buffers: 'Buffer.alloc(',
    floats: 'new Float32Array(',
    objects: 'keepObjects() {',
    strings: 'keepStrings() {',
  };
  return source.split('\n').findIndex((line) => line.includes(wanted[kind]) && line.includes('// planted')) + 1;
}

function aliveIn(run: FinishedRun, id = 'ingest'): Site[] {
  const sample = caseOf(run, id).samples.find(({ pass }) => pass === 'sites');
  if (sample?.status !== 'measured') throw new Error(`no sites: ${JSON.stringify(sample)}`);
  return sample.sites?.alive ?? [];
}

function sitesInReport(run: FinishedRun): SitesData {
  const html = readFileSync(join(run.out, 'report.html'), 'utf8');
  const [, json = ''] = /id="report-data">([^<]+)</.exec(html) ?? [];
  const { cases } = JSON.parse(json) as PageData;
  const { sites } = cases.find(({ id }) => id === 'ingest') ?? {};
  if (sites === undefined) throw new Error('the report has no sites');
  return sites;
}

/** What the calls that are meant allocated, with all that they called. */
function bytesBelow(calls: CallData | undefined, isMeant: (frame: number) => boolean): number {
  let sum = 0;
  let within = Number.POSITIVE_INFINITY;
  for (const [index, depth] of calls?.depth.entries() ?? []) {
    if (depth <= within) within = isMeant(calls?.frame[index] ?? -1) ? depth : Number.POSITIVE_INFINITY;
    if (depth >= within) sum += calls?.bytes[index] ?? 0;
  }
  return sum;
}

describe.each(Object.entries(languages))('20 MiB more in %s', (_, { file, source, scenario, name }) => {
  let folder: string;
  let baseline: FinishedRun;
  const runWith = (given: readonly string[]) =>
    runFixtures(join(folder, name), [...flags, '--baseline', join(folder, 'baselines'), ...given], { cwd: folder });
  beforeAll(async () => {
    folder = writeProject({ [file]: source, [name]: scenario, 'package.json': '{"type":"module"}' });
    baseline = await runWith(['--update-baseline']);
  });

  it('have a baseline that knows where memory comes from', () => {
    expect(baseline.code).toBe(0);
    expect(aliveIn(baseline).reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1024 ** 2);
  });

  describe.each(kinds)('of %s', (kind) => {
    let run: FinishedRun;
    beforeAll(async () => {
      run = await runWith(['--env', `PLANTED=${kind}`]);
    });

    it('are traced to the line that was planted', () => {
      const [site] = aliveIn(run);
      expect(site).toMatchObject({ file, line: plantedLine(source, kind) });
      expect((site?.bytes ?? 0) / 1024 ** 2).toBeGreaterThan(15);
      expect((site?.bytes ?? 0) / 1024 ** 2).toBeLessThan(35);
    });

    it('are told in the terminal and in the report', () => {
      const place = `kept at ${file}:${plantedLine(source, kind)}`;
      expect(run.code).toBe(1);
      expect(run.stdout).toMatch(new RegExp(`-> \\+2\\d\\.\\d MiB of (Buffers|objects) ${place} `));
      expect(readFileSync(join(run.out, 'report.md'), 'utf8')).toContain(place);
    });

    it('are in the HTML report, in its list and in its calls', () => {
      const { frames, kept } = sitesInReport(run);
      const line = plantedLine(source, kind);
      expect(kept.sites[0]).toMatchObject({ place: `${file}:${line}`, owner: 'own' });
      const isPlanted = (of: number) => frames.files[frames.file[of] ?? -1]?.path === file && frames.line[of] === line;
      expect(bytesBelow(kept.calls, isPlanted) / 1024 ** 2).toBeGreaterThan(15);
    });

    it('are in a profile for Chrome DevTools', () => {
      expect(readdirSync(join(run.out, 'profiles'))).toEqual([
        'ingest.alive.heapprofile',
        'ingest.allocated.heapprofile',
      ]);
      const profile = readFileSync(join(run.out, 'profiles', 'ingest.alive.heapprofile'), 'utf8');
      expect(JSON.parse(profile)).toMatchObject({ head: { callFrame: { functionName: '(root)' } } });
      expect(profile).toContain(`/${file}"`);
    });
  });
});

/** What a scenario, or a package it loads, may rely on. */
const reliance = `import assert from 'node:assert';
import { readFileSync } from 'node:fs';
class Own extends Float32Array { get first() { return this[0]; } }
const checks = () => {
  const floats = new Float32Array([1, 2]);
  assert.equal(floats.constructor, Float32Array);
  assert.equal(floats instanceof Float32Array, true);
  assert.equal(Object.prototype.toString.call(floats), '[object Float32Array]');
  assert.deepEqual(floats.map((each) => each * 2), Float32Array.of(2, 4));
  assert.equal(Own.from([7]).first, 7);
  assert.equal(Own.from([7]).slice() instanceof Own, true);
  assert.equal(new Uint8Array(new ArrayBuffer(8), 4).byteOffset, 4);
  assert.throws(() => Float32Array(1), TypeError);
  assert.equal(Buffer.from('YQ==', 'base64').toString(), 'a');
  assert.equal(Buffer.concat([Buffer.alloc(1, 'a'), Buffer.from('b')]).toString(), 'ab');
  assert.equal(Buffer.alloc(100_000).constructor, Buffer);
  assert.deepEqual(structuredClone(new Uint8Array(100)), new Uint8Array(100));
  assert.equal(readFileSync(import.meta.filename) instanceof Uint8Array, true);
  assert.equal(new Error('x').stack.includes('checks'), true);
};
export default { name: 'plain', description: 'x', tags: ['smoke'], run: checks };
`;

describe.each(nodes)('what is recorded on %s', (_, node) => {
  it('changes nothing that a scenario relies on', async () => {
    const run = await runFixtures(writeProject({ 'plain.mjs': reliance }), [
      '--sites',
      '--no-leaks',
      '--node-path',
      node,
    ]);
    const samples = caseOf(run, 'plain').samples.filter(({ pass }) => pass !== 'leak');
    expect(samples).toMatchObject([
      { status: 'measured', pass: 'memory' },
      { status: 'measured', pass: 'sites' },
    ]);
  });

  it('tells Buffers and objects, and what native code made', async () => {
    const source = `import { gzipSync, gunzipSync } from 'node:zlib';
const packed = gzipSync(Buffer.alloc(5 * 1024 * 1024));
const kept = [];
const keep = (made) => kept.push(made);
export default { name: 'plain', description: 'x', tags: ['smoke'], iterations: 1, run() {
  keep(Buffer.alloc(4 * 1024 * 1024));
  keep(crypto.getRandomValues(new Uint8Array(65_536)));
  keep(Array.from({ length: 40_000 }, (_, at) => ({ at })));
  keep(gunzipSync(packed));
} };
`;
    const run = await runFixtures(writeProject({ 'plain.mjs': source }), [
      '--sites',
      '--no-leaks',
      '--node-path',
      node,
    ]);
    const buffers = aliveIn(run, 'plain').filter(({ kind }) => kind === 'buffer');
    expect(buffers).toContainEqual(expect.objectContaining({ line: 6, function: 'run', bytes: 4 * 1024 * 1024 }));
    expect(buffers).toContainEqual(expect.objectContaining({ line: 7, function: 'run', bytes: 65_536 }));
    expect(buffers.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2).toBeGreaterThan(9);
    expect(aliveIn(run, 'plain').find(({ kind }) => kind === 'heap')?.bytes).toBeGreaterThan(500_000);
  });
});

describe('a run', () => {
  const plain = "export default { name: 'plain', description: 'x', tags: ['smoke'], leaks: false, run() {} };\n";
  const over = plain.replace('tags:', 'budgets: { peak_rss_mb: 1 }, tags:');
  const runOf = (source: string, given: readonly string[]) => runFixtures(writeProject({ 'plain.mjs': source }), given);
  const passesOf = (run: FinishedRun) => caseOf(run, 'plain').samples.map(({ pass }) => pass);

  it('records nothing, and writes no profiles, where all is well', async () => {
    const run = await runOf(plain, []);
    expect(passesOf(run)).toEqual(['memory']);
    expect(existsSync(join(run.out, 'profiles'))).toBe(false);
  });

  it('takes the profiles of an earlier run away, but for one that goes on from it', async () => {
    const cwd = writeProject({ 'plain.mjs': plain });
    const out = join(cwd, 'out');
    const profiles = join(out, 'profiles');
    await runFixtures(cwd, ['--sites'], { out });
    expect(readdirSync(profiles)).toHaveLength(2);
    await runFixtures(cwd, ['--resume'], { out });
    expect(readdirSync(profiles)).toHaveLength(2);
    const again = await runFixtures(cwd, ['--sites', '--resume'], { out });
    expect(again.stderr).not.toContain('recording where');
    await runFixtures(cwd, [], { out });
    expect(existsSync(profiles)).toBe(false);
  });

  it('leaves a folder of that name alone that is somebody’s own', async () => {
    const cwd = writeProject({ 'plain.mjs': plain });
    const own = join(cwd, 'profiles');
    mkdirSync(own);
    for (const name of ['production.yml', 'left.heapprofile']) writeFileSync(join(own, name), '{}');
    await runFixtures(join(cwd, 'plain.mjs'), [], { out: cwd });
    expect(readdirSync(own)).toEqual(['production.yml']);
  });

  it('records, and counts, no program of another language', async () => {
    const program = `{ name: 'program', description: 'x', tags: ['smoke'], command: [process.execPath, '-e', '0'] }`;
    const alone = await runOf(`export default ${program};\n`, ['--sites']);
    expect(alone.stderr).not.toContain('recording where');
    const both = await runOf(`${plain}export const program = ${program};\n`, ['--sites']);
    expect(both.stderr).toContain('recording where the memory of 1 case comes from');
  });

  it('records every case where it is asked to', async () => {
    expect(passesOf(await runOf(plain, ['--sites']))).toEqual(['memory', 'sites']);
  });

  it('records a case that is over its budget', async () => {
    expect(passesOf(await runOf(over, []))).toEqual(['memory', 'sites']);
  });

  it('records none where it is asked not to', async () => {
    expect(passesOf(await runOf(over, ['--sites', 'none']))).toEqual(['memory']);
  });
});

describe('a sites pass that fails once', () => {
  it('is taken again, and measured', async () => {
    const run = await runFixtures(fixture('unlucky'), ['--sites', 'all'], { cwd: temporaryFolder() });
    const passes = samplesOf(run, 'unlucky').map(({ pass, status }) => [pass, status]);
    expect(passes).toEqual([
      ['memory', 'measured'],
      ['sites', 'measured'],
    ]);
  });
});
