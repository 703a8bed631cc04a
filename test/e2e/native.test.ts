import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Native } from '../../src/results/schema.js';
import { compileC } from '../measure/native/profiled.js';
import { caseOf, type FinishedRun, memoryBench, runFixtures, temporaryFolder } from '../processes.js';
import { needs } from '../requires/needs.js';
import { writeProject } from '../suite/project.js';

const flags = ['--max-repeats', '1', '--sites', 'none'];

function nativeOf(run: FinishedRun, id: string): Native {
  const sample = caseOf(run, id).samples.find(({ pass }) => pass === 'native');
  if (sample?.status !== 'measured' || sample.native === undefined) {
    throw new Error(`${id} was not profiled: ${JSON.stringify(sample)}\n${run.stderr}`);
  }
  return sample.native;
}

describe('programs in C', needs('cc'), () => {
  const described = { description: 'A program of the tests.', tags: ['smoke'] };
  const [warmUps, iterations, perIteration] = [2, 3, 200_000];
  let project: string;
  beforeAll(() => {
    const daemon = { ready: { line: 'ready' }, drive: ['sh', '-c', 'echo more > requests && cat answers'] };
    const programs = {
      keeps: { command: ['./keeps'] },
      daemon: { command: ['./holds', 'daemon'], ...daemon, iterations, warmup: warmUps },
      exits: { command: ['./holds', 'daemon', 'exits'], ...daemon, iterations, warmup: warmUps },
      marked: { command: ['./holds', 'marks', '6'], handshake: true, iterations, warmup: warmUps },
      broken: { command: ['./keeps', 'and-fail'] },
    };
    const scenarios = Object.entries(programs).map(
      ([name, program]) => `export const ${name} = ${JSON.stringify({ ...described, name, ...program })};`,
    );
    project = writeProject({ 'bench/programs.mjs': scenarios.join('\n') });
    compileC('keeps.c', project);
    compileC('holds.c', project);
  });

  const profile = async (profiler: string, filter: string, ...more: string[]): Promise<FinishedRun> => {
    const given = ['--filter', filter, '--profiler', profiler, ...flags, ...more];
    return runFixtures(join(project, 'bench', 'programs.mjs'), given, { cwd: project, out: temporaryFolder() });
  };

  describe('under heaptrack', needs('heaptrack'), () => {
    let run: FinishedRun;
    beforeAll(async () => {
      run = await profile('heaptrack', '^(keeps|daemon|exits|marked)$');
    });

    it('that leak are told so with the function that does, in the terminal and in the report', () => {
      const told =
        /heaptrack {2}keeps {2}2,0\d\d calls by the program \(50 % temporary\), peak 13\.\d MiB, 9\.\d MiB not freed/;
      expect(run.stdout).toMatch(told);
      expect(run.stdout).toContain('not freed: 9.5 MiB by keep_for_ever (keeps.c:6) < main (keeps.c:');
      expect(readFileSync(join(run.out, 'report.md'), 'utf8')).toContain('keep_for_ever (keeps.c:6)');
    });

    it.each(['exits', 'marked'])('that go on are followed through all iterations: %s', (id) => {
      const native = nativeOf(run, id);
      if (native.profiler !== 'heaptrack') throw new Error('another profiler has answered');
      const [stack] = native.leaked;
      expect(stack?.frames[0]).toMatchObject({ function: 'hold', file: 'holds.c' });
      // A cold iteration comes before the warm-ups.
      expect(stack?.bytes).toBe((1 + warmUps + iterations) * perIteration);
    });

    it('that a signal ends before heaptrack has written anything are told why there is nothing', () => {
      expect(run.stdout).toContain('not profiled  daemon  heaptrack wrote nothing');
      expect(run.stdout).toContain('let it exit on SIGTERM');
    });

    it('leave their files for heaptrack_gui', () => {
      expect(readdirSync(join(run.out, 'profiles')).sort()).toEqual([
        'exits.heaptrack.gz',
        'keeps.heaptrack.gz',
        'marked.heaptrack.gz',
      ]);
    });

    it('are judged by nothing of it', () => {
      expect(run.code).toBe(0);
      expect(caseOf(run, 'keeps').samples.map(({ pass }) => pass)).toEqual(['memory', 'native']);
    });
  });

  it('that go on under massif have the tree of their peak', needs('valgrind'), async () => {
    const run = await profile('massif', '^daemon$');
    const native = nativeOf(run, 'daemon');
    if (native.profiler !== 'massif') throw new Error('another profiler has answered');
    expect(native).toMatchObject({ subject: 'command', counts: 'heap' });
    expect(native.tree[0]).toMatchObject({
      function: 'hold',
      file: 'holds.c',
      bytes: (1 + warmUps + iterations) * perIteration,
    });
    expect(run.stdout).toMatch(/massif {2}daemon {2}peak 1\.\d MiB of heap blocks of the program/);
    expect(readdirSync(join(run.out, 'profiles'))).toEqual(['daemon.massif.out']);
  });

  it('are compared with what the baseline was found to need', needs('heaptrack'), async () => {
    const baseline = ['--baseline', temporaryFolder(), '--update-baseline'];
    await profile('heaptrack', '^keeps$', ...baseline);
    const run = await profile('heaptrack', '^keeps$', ...baseline);
    expect(run.stdout).toMatch(/50 % temporary, \+0 against the baseline\), peak 13\.\d MiB \(\+0 bytes\)/);
  });

  it('that fail are told to have failed', needs('heaptrack'), async () => {
    const run = await profile('heaptrack', '^broken$');
    const sample = caseOf(run, 'broken').samples.find(({ pass }) => pass === 'native');
    expect(sample).toMatchObject({ status: 'failed', error: { kind: 'exit' } });
    expect(run.stdout).toContain('not profiled  broken  the program ended with code 1');
  });
});

describe('a scenario in Node', () => {
  const scenario = (needs: string, body: string) =>
    `const kept = [];\nexport default { name: 'node', description: 'Keeps Buffers.', tags: ['smoke'], needs: [${needs}], iterations: 4, async run(context) { ${body} } };\n`;
  const keeps = 'kept.push(Buffer.alloc(5_000_000, 1));';
  const ingests = `
    const client = await context.qdrant.connect();
    const name = context.qdrant.collectionName('native' + context.iteration);
    await client.createCollection(name, { vectors: { size: 64, distance: 'Dot' } });
    const points = Array.from({ length: 200 }, (_, id) => ({ id, vector: Array(64).fill(id / 200) }));
    await client.upsert(name, { wait: true, points });`;
  const project = (needs: string, body: string) => writeProject({ 'bench/node.mjs': scenario(needs, body) });
  const profile = (folder: string, ...more: string[]) =>
    runFixtures(join(folder, 'bench/node.mjs'), [...flags, ...more], { cwd: folder });

  it('under heaptrack has what its process took through malloc', needs('heaptrack'), async () => {
    const run = await profile(project('', keeps), '--profiler', 'heaptrack');
    const native = nativeOf(run, 'node');
    if (native.profiler !== 'heaptrack') throw new Error('another profiler has answered');
    expect(native.subject).toBe('worker');
    expect(native.allocationCalls).toBeGreaterThan(10_000);
    // One cold iteration, and four.
    expect(native.peakBytes).toBeGreaterThan(25_000_000);
    const buffers = native.peak.find(({ frames }) => frames[0]?.function.includes('ArrayBuffer'));
    expect(buffers?.bytes).toBeGreaterThan(24_900_000);
    expect(run.stderr).toContain('profiling the native memory of 1 case with heaptrack');
  });

  it('with Qdrant under massif has the pages of the server', needs('valgrind'), async () => {
    const run = await profile(project("'qdrant'", ingests), '--profiler', 'massif', '--qdrant', 'embedded');
    const native = nativeOf(run, 'node');
    if (native.profiler !== 'massif') throw new Error('another profiler has answered');
    expect(native).toMatchObject({ subject: 'qdrant', counts: 'pages' });
    expect(native.peakBytes).toBeGreaterThan(100_000_000);
    const names = JSON.stringify(native.tree);
    expect(names).toContain('segment::');
    expect(names).not.toContain('/node_modules/');
    expect(readFileSync(join(run.out, 'profiles', native.profile), 'utf8')).toMatch(/^desc: --pages-as-heap=yes/);
  });

  it(
    'without Qdrant cannot be profiled by massif, which is said before anything is measured',
    needs('valgrind'),
    async () => {
      const folder = project('', keeps);
      const { code, stderr } = await memoryBench(
        ['run', '--scenarios', join(folder, 'bench/node.mjs'), '--profiler', 'massif', '--out', join(folder, 'out')],
        { cwd: folder },
      );
      expect(code).toBe(2);
      expect(stderr).toContain('massif can profile none of the cases');
      expect(stderr).toContain('heaptrack profiles Node');
      expect(existsSync(join(folder, 'out'))).toBe(false);
    },
  );

  it('that massif could profile but for its Qdrant is told with what is missing', needs('valgrind'), async () => {
    const folder = writeProject({
      'bench/two.mjs': `${scenario('"qdrant"', ingests)}export const alone = { name: 'alone', description: 'x', tags: ['smoke'], run() {} };\n`,
    });
    const { code, stderr } = await memoryBench(
      ['run', '--scenarios', join(folder, 'bench'), '--profiler', 'massif', '--qdrant', 'none'],
      { cwd: folder },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('none of the cases: needs qdrant: Qdrant was switched off');
  });

  it.each([
    ['heaptrack', 'apt-get install heaptrack'],
    ['massif', 'apt-get install valgrind'],
  ])('is not measured where %s is not installed', async (profiler, line) => {
    const folder = project('', keeps);
    const { code, stderr } = await memoryBench(
      ['run', '--scenarios', join(folder, 'bench/node.mjs'), '--profiler', profiler, '--out', join(folder, 'out')],
      { cwd: folder, env: { PATH: temporaryFolder() } },
    );
    expect(code).toBe(3);
    expect(stderr).toContain(line);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
