import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { QdrantClient } from '@qdrant/js-client-rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceOf } from '../../examples/node-rag/src/server.ts';
import { openStore } from '../../examples/node-rag/src/store.ts';
import type { Comparison } from '../../src/compare/verdict.js';
import type { Results } from '../../src/results/schema.js';
import { readResults } from '../../src/results/store.js';
import {
  judgedCase,
  memoryBench,
  metricOf,
  repositoryRoot,
  samplesOf,
  startOwnQdrant,
  temporaryFolder,
} from '../processes.js';

interface JudgedRun {
  readonly code: number | null;
  readonly comparison: Comparison;
  readonly results: Results;
}

const folderOf = (example: string) => join(repositoryRoot, 'examples', example);

/** `memory-bench run` as the owner of the example types it, with fewer samples. */
async function measure(example: string, repeats: number, ...flags: readonly string[]): Promise<JudgedRun> {
  const out = temporaryFolder();
  const samples = ['--repeats', `${repeats}`, '--max-repeats', `${repeats}`];
  const given = ['run', '--json', '--out', out, ...samples, ...flags];
  const { code, stdout, stderr } = await memoryBench(given, { cwd: folderOf(example) });
  if (stdout === '') throw new Error(`the run ended with ${code} and no comparison:\n${stderr}`);
  return { code, comparison: JSON.parse(stdout), results: await readResults(join(out, 'results.json'), 'results') };
}

function requirePrograms(...names: readonly string[]): void {
  const absent = names.filter((name) => spawnSync(name, ['--version']).error !== undefined);
  if (absent.length > 0) throw new Error(`this example needs ${absent.join(' and ')} on PATH: install them`);
}

const idsIn = ({ comparison }: JudgedRun) => comparison.cases.map(({ id }) => id);

describe('the example of a service in Node', () => {
  describe('when it is measured', () => {
    let run: JudgedRun;
    beforeAll(async () => {
      run = await measure('node-rag', 1, '--suite', 'smoke');
    });

    it('passes', () => {
      expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
      expect(run.code).toBe(0);
    });

    it('has the scenarios that its glob finds, each combination of parameters a case', () => {
      expect(idsIn(run)).toEqual([
        'ingest/kilobytes=1,batch=1',
        'ingest/kilobytes=1,batch=8',
        'ingest/kilobytes=10,batch=1',
        'ingest/kilobytes=10,batch=8',
        'search',
        'service-loop',
      ]);
    });

    it('is watched for leaks in its loop', () => {
      expect(metricOf(run, 'service-loop', 'growth_percent')).toBeLessThan(20);
    });
  });

  describe('when it runs', () => {
    const embedder = {
      dimensions: 2,
      embed: async (texts: readonly string[]) => texts.map((text) => (text.startsWith('cats') ? [1, 0] : [0, 1])),
    };
    let address: string;
    let close: () => void;
    beforeAll(async () => {
      const { url, apiKey } = await startOwnQdrant();
      const client = new QdrantClient({ url, headers: { 'api-key': apiKey } });
      const store = await openStore(client, 'documents', embedder.dimensions);
      const server = serviceOf({ embedder, store, batchSize: 8 }).listen(0);
      await once(server, 'listening');
      address = `http://localhost:${(server.address() as AddressInfo).port}`;
      close = () => server.close();
    });
    afterAll(() => close());

    it('finds the document that it was given', async () => {
      const chunksOf = async (name: string, body: string) =>
        (await fetch(`${address}/documents/${name}`, { method: 'PUT', body })).json();
      expect(await chunksOf('cats', 'cats sleep')).toEqual({ chunks: 1 });
      expect(await chunksOf('dogs', 'and bark '.repeat(200))).toEqual({ chunks: 3 });
      const found = await fetch(`${address}/search?q=cats`);
      expect(await found.json()).toMatchObject([{ document: 'cats', text: 'cats sleep' }, {}, {}, {}]);
    });

    it('says where there is nothing', async () => {
      expect((await fetch(`${address}/documents`)).status).toBe(404);
    });
  });
});

describe('the example of a pipeline in Python', () => {
  let run: JudgedRun;
  beforeAll(async () => {
    requirePrograms('python3');
    run = await measure('python-pipeline', 2);
  });

  it('passes', () => {
    expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
    expect(run.code).toBe(0);
    expect(idsIn(run)).toEqual(['ingest-job/workers=1', 'ingest-job/workers=3', 'ingest-loop']);
  });

  it('is measured with its worker processes', () => {
    expect(metricOf(run, 'ingest-job/workers=3', 'tree_peak_mb')).toBeGreaterThan(
      metricOf(run, 'ingest-job/workers=1', 'tree_peak_mb'),
    );
  });

  it('tells of every document', () => {
    const [sample] = samplesOf(run, 'ingest-loop');
    expect(sample?.iterations?.rssBytes).toHaveLength(50);
  });
});

describe('the example of a daemon in C', () => {
  /** What malloc takes for one of a hundred values of 2,000 bytes, each iteration. */
  const plantedBytes = 100 * 2_016;
  const iterations = 14;

  beforeAll(() => {
    requirePrograms('make', 'cc', 'bash');
  });

  it('compiles without a warning', () => {
    const { status, stderr } = spawnSync('make', ['--always-make'], {
      cwd: folderOf('native-daemon'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('passes', async () => {
    const run = await measure('native-daemon', 2);
    expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
    expect(run.code).toBe(0);
    expect(idsIn(run)).toEqual(['store']);
    expect(judgedCase(run.comparison, 'store').leak?.verdict).toBe('stable');
    expect(metricOf(run, 'store', 'reported_delta_mb')).toBe(0);
  });

  it('leaks where it is told to, as much as is planted', async () => {
    const run = await measure('native-daemon', 2, '--tag', 'broken');
    expect(run.code).toBe(1);
    expect(idsIn(run)).toEqual(['store-leaking']);
    expect(metricOf(run, 'store-leaking', 'reported_delta_mb')).toBeCloseTo((iterations * plantedBytes) / 2 ** 20, 2);
    const { leak } = judgedCase(run.comparison, 'store-leaking');
    expect(leak?.verdict).toBe('leak');
    expect((leak?.slopeBytes ?? 0) / plantedBytes).toBeGreaterThan(0.97);
    expect((leak?.slopeBytes ?? 0) / plantedBytes).toBeLessThan(1.03);
  });
});

describe('the example of a daemon in Rust', () => {
  const iterations = 14;
  // A hundred texts of two hundred words of nine characters, with a space between.
  const plantedBytes = 100 * (200 * 9 + 199);

  beforeAll(() => {
    requirePrograms('cargo');
    const { status, stderr } = spawnSync('cargo', ['build', '--release', '--offline', '--locked', '--quiet'], {
      cwd: folderOf('rust-daemon'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('passes', async () => {
    const run = await measure('rust-daemon', 2);
    expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, leak: 0, error: 0 } });
    expect(run.code).toBe(0);
    expect(idsIn(run)).toEqual(['index']);
    expect(judgedCase(run.comparison, 'index').leak?.verdict).toBe('stable');
  });

  it('leaks where it is told to, as much as is planted', async () => {
    const run = await measure('rust-daemon', 2, '--tag', 'broken');
    expect(run.code).toBe(1);
    expect(idsIn(run)).toEqual(['index-leaking']);
    expect(judgedCase(run.comparison, 'index-leaking').leak?.verdict).toBe('leak');
    // The list of the texts takes some as well.
    const kept = (metricOf(run, 'index-leaking', 'reported_delta_mb') ?? 0) * 2 ** 20;
    expect(kept / (iterations * plantedBytes)).toBeGreaterThan(0.98);
    expect(kept / (iterations * plantedBytes)).toBeLessThan(1.05);
  });

  it.each(['heaptrack', 'massif'] as const)('is told by its own functions and lines under %s', async (profiler) => {
    const run = await measure('rust-daemon', 1, '--tag', 'broken', '--profiler', profiler);
    const { samples } = run.results.cases[0] ?? { samples: [] };
    const [native] = samples.flatMap((sample) => (sample.status === 'measured' ? (sample.native ?? []) : []));
    const innermost = native?.profiler === 'heaptrack' ? native.peak[0]?.frames.slice(0, 2) : native?.tree.slice(0, 2);
    expect(innermost).toMatchObject([
      { function: 'index_daemon::index::Index::remember', file: 'src/index.rs' },
      { function: 'index_daemon::index::Index::put', file: 'src/index.rs' },
    ]);
    const names = native?.trees?.frames.map((frame) => frame.function) ?? [];
    expect(names).toContain('index_daemon::index::Index::remember');
    expect(names.filter((name) => /^<?(?:alloc|core|std)::|^_R|\$|UnknownInlinedFun/.test(name))).toEqual([]);
  });
});
