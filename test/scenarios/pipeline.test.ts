import type { Embedder, QdrantAccess, RunContext } from 'memory-bench-action';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectionPool } from '../../scenarios/connection-pool.js';
import { ingestOneByOne, type Pipeline, search } from '../../scenarios/pipeline/collection.js';
import { FakeQdrant } from './fake-qdrant.js';

let qdrant: FakeQdrant | undefined;
afterEach(() => qdrant?.stop());

async function start(results: Readonly<Record<string, unknown>>): Promise<FakeQdrant> {
  qdrant = new FakeQdrant(results);
  await qdrant.start();
  return qdrant;
}

function access(server: FakeQdrant): QdrantAccess {
  return {
    url: server.url,
    apiKey: undefined,
    connect: async () => server.connect(),
    collectionName: (label) => label,
  };
}

function poolContext(server: FakeQdrant, clients: number): RunContext<{ clients: number }> {
  return {
    params: { clients },
    iteration: 0,
    qdrant: access(server),
    model: { id: 'none', load: () => Promise.reject(new Error('no model here')) },
    tempDir: '',
    signal: new AbortController().signal,
    log: () => {},
    text: () => '',
    vector: () => [],
  };
}

function pipeline(server: FakeQdrant, vectors: number[][] = [[0.6, 0.8]]): Pipeline {
  const embedder: Embedder = { dimensions: 2, embed: async () => vectors };
  return { client: server.connect(), embedder, collection: 'c', retrieval: 'dense' };
}

function hits(count: number): { points: unknown[] } {
  return { points: Array.from({ length: count }, (_, id) => ({ id, version: 0, score: 1, payload: { text: 't' } })) };
}

describe('connection-pool', () => {
  it('has a socket per client open at once, and none when it is done', async () => {
    const server = await start({ '/collections': { collections: [] }, '/livez': null });
    for (let iteration = 0; iteration < 20; iteration++) {
      await connectionPool.run(poolContext(server, 10), undefined);
      expect(server.mostSockets).toBe(10);
      await vi.waitFor(async () => expect(await server.sockets()).toBe(0), { timeout: 1000 });
    }
  });
});

describe('search', () => {
  it('is content with as many hits as were asked for', async () => {
    await expect(search(pipeline(await start({ '/points/query': hits(10) })), 'q', 10)).resolves.toBeUndefined();
  });

  it('throws when it finds fewer', async () => {
    await expect(search(pipeline(await start({ '/points/query': hits(9) })), 'q', 10)).rejects.toThrow(
      'found 9 documents instead of 10',
    );
  });

  it('throws when the hits carry no text', async () => {
    const empty = { points: hits(10).points.map((point) => Object.assign({}, point, { payload: {} })) };
    await expect(search(pipeline(await start({ '/points/query': empty })), 'q', 10)).rejects.toThrow('found 0');
  });

  it('throws when the model returns nothing', async () => {
    await expect(search(pipeline(await start({}), []), 'q', 10)).rejects.toThrow('no vector for the query');
  });
});

describe('ingestion', () => {
  const documents = [{ index: 0, title: 'Document 0', text: 'text' }];
  const { signal } = new AbortController();

  it('throws when the model returns a vector of another length', async () => {
    const server = await start({ '/points': { operation_id: 1, status: 'completed' } });
    await expect(ingestOneByOne(pipeline(server, [[1]]), documents, signal)).rejects.toThrow(
      'no vector for Document 0',
    );
  });

  it('throws when Qdrant has not stored the document', async () => {
    const server = await start({ '/points': { operation_id: 1, status: 'acknowledged' } });
    await expect(ingestOneByOne(pipeline(server), documents, signal)).rejects.toThrow('ended as acknowledged');
  });

  it('stops when the run is cancelled', async () => {
    const server = await start({ '/points': { operation_id: 1, status: 'completed' } });
    await expect(ingestOneByOne(pipeline(server), documents, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
