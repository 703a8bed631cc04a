import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { QdrantClient } from '@qdrant/js-client-rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceOf } from '../../examples/node-rag/src/server.ts';
import { openStore } from '../../examples/node-rag/src/store.ts';
import { errorsIn, folderOf, idsIn, type JudgedRun, measure } from '../example-runs.js';
import { judgedCase, metricOf, startOwnQdrant } from '../processes.js';
import { needs } from '../requires/needs.js';

describe('the example of a service in Node', () => {
  describe('when it is measured', () => {
    let run: JudgedRun;
    beforeAll(async () => {
      run = await measure('node-rag', 1, '--suite', 'smoke', '--no-leaks');
    });

    it('passes', () => {
      expect(errorsIn(run)).toEqual([]);
      expect(run.comparison).toMatchObject({ verdict: 'pass', findings: { budget: 0, error: 0 } });
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

    it('does not leak in its loop', async () => {
      const loop = await measure('node-rag', 1, '--filter', '^service-loop$');
      expect(judgedCase(loop.comparison, 'service-loop').leak?.verdict).toMatch(/^(stable|ratchet)$/);
      expect(metricOf(loop, 'service-loop', 'growth_percent')).toBeLessThan(20);
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
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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

describe('the example of a daemon in C', needs('bash', 'cc', 'make'), () => {
  /** What malloc takes for one of a hundred values of 2,000 bytes, each iteration. */
  const plantedBytes = 100 * 2_016;
  const iterations = 14;

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
    expect((leak?.rate ?? 0) / plantedBytes).toBeGreaterThan(0.97);
    expect((leak?.rate ?? 0) / plantedBytes).toBeLessThan(1.03);
  });
});
