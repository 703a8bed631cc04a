import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionPool } from '../../scenarios/connection-pool.js';
import {
  closePipeline,
  expectStored,
  generateDocuments,
  generateQueries,
  ingestBatched,
  ingestOneByOne,
  openPipeline,
  type Pipeline,
  search,
} from '../../scenarios/pipeline/collection.js';
import { createContext } from '../../src/measure/worker/context.js';
import type { SampleOrder } from '../../src/measure/worker/protocol.js';
import { type ModelHandle, prepareModel } from '../../src/services/model/index.js';
import { requirePackage } from '../../src/services/packages.js';
import type { QdrantServer } from '../../src/services/qdrant/server.js';
import type { RunContext } from '../../src/suite/define.js';
import { openConnectionsTo, repositoryRoot, startOwnQdrant, temporaryFolder, waitUntil } from '../processes.js';

let server: QdrantServer;
let model: ModelHandle;
beforeAll(async () => {
  server = await startOwnQdrant();
  const fastembedUrl = requirePackage('fastembed', repositoryRoot).url;
  const options = { cacheDir: temporaryFolder(), packagesFolder: repositoryRoot, fastembedUrl };
  model = await prepareModel('all-MiniLM-L6-v2', options);
});

/** The context a worker would give, made of the same order. */
function contextWith<Params>(params: Params, signal = new AbortController().signal): RunContext<Params> {
  const order: SampleOrder = {
    type: 'order',
    scenarioUrl: import.meta.url,
    exportName: 'none',
    caseLabel: undefined,
    params: undefined,
    pass: 'memory',
    iterations: 1,
    warmup: 0,
    measure: 'steady',
    growth: false,
    tempDir: temporaryFolder(),
    recordFile: '',
    qdrant: {
      url: server.url,
      apiKey: server.apiKey,
      collectionPrefix: 'test-',
      clientUrl: requirePackage('@qdrant/js-client-rest', repositoryRoot).url,
    },
    model: { handle: model, fastembedUrl: requirePackage('fastembed', repositoryRoot).url },
    koffiPath: undefined,
  };
  return Object.create(createContext(order, params, signal), { iteration: { value: 0 } });
}

const port = () => Number(new URL(server.url).port);

describe('connection-pool', () => {
  it('leaves no socket to the server open', async () => {
    const context = contextWith({ clients: 10 });
    await connectionPool.run(context, undefined);
    await waitUntil('no socket is open', () => openConnectionsTo(port()) === 0);
  });

  it('has a socket for each client while it runs', async () => {
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, openConnectionsTo(port()));
    }, 1);
    await connectionPool.run(contextWith({ clients: 10 }), undefined);
    clearInterval(watching);
    expect(most).toBeGreaterThan(5);
    expect(most).toBeLessThanOrEqual(10);
  });

  it('would be seen to leave one: a client that is not closed keeps its socket', async () => {
    const client = await contextWith({}).qdrant.connect();
    await client.getCollections();
    await waitUntil('the socket is open', () => openConnectionsTo(port()) === 1);
    await client.api().livez({}, { headers: { connection: 'close' } });
    await waitUntil('no socket is open', () => openConnectionsTo(port()) === 0);
  });
});

describe('the pipeline', () => {
  const { signal } = new AbortController();
  const sizes = { embed: 4, upsert: 4 };
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await openPipeline(contextWith({}), 'dense');
    await ingestBatched(pipeline, generateDocuments(contextWith({}), 9, 500), sizes, signal);
  });
  afterAll(() => closePipeline(pipeline));

  it('stores every document of a batch', async () => {
    await expect(expectStored(pipeline, 9)).resolves.toBeUndefined();
  });

  it('throws where it stored another number of documents', async () => {
    await expect(expectStored(pipeline, 10)).rejects.toThrow('holds 9 documents instead of 10');
  });

  it('finds as many documents as were asked for', async () => {
    await expect(search(pipeline, 'a query', 9)).resolves.toBeUndefined();
  });

  it('throws where it finds fewer documents than were asked for', async () => {
    await expect(search(pipeline, 'a query', 10)).rejects.toThrow('found 9 documents instead of 10');
  });

  it('finds them by their titles alone', async () => {
    await expect(search(pipeline, 'a query', 9, 'title')).resolves.toBeUndefined();
  });

  it('overwrites a document that is ingested again', async () => {
    const [document] = generateDocuments(contextWith({}), 1, 500);
    if (document === undefined) throw new Error('there is no document');
    await ingestOneByOne(pipeline, [document, document], signal);
    await expectStored(pipeline, 9);
  });

  it('stops when the run is cancelled, before the next document', async () => {
    const document = { index: 100, title: 'Document 100', text: 'text' };
    await expect(ingestOneByOne(pipeline, [document], AbortSignal.abort())).rejects.toThrow('aborted');
    await expectStored(pipeline, 9);
  });

  it('stops when the run is cancelled, before the next batch', async () => {
    const document = { index: 100, title: 'Document 100', text: 'text' };
    await expect(ingestBatched(pipeline, [document], sizes, AbortSignal.abort())).rejects.toThrow('aborted');
    await expectStored(pipeline, 9);
  });

  it('throws where the server has no such collection', async () => {
    await expect(search({ ...pipeline, collection: 'test-elsewhere' }, 'a query', 1)).rejects.toThrow(/not found/i);
  });

  it('searches by words and by vectors together', async () => {
    const hybrid = await openPipeline(contextWith({}), 'hybrid', 'hybrid');
    await ingestBatched(hybrid, generateDocuments(contextWith({}), 9, 500), sizes, signal);
    const [query = ''] = generateQueries(contextWith({}), 1);
    await expect(search(hybrid, query, 9)).resolves.toBeUndefined();
    await expect(search(hybrid, query, 10)).rejects.toThrow('found 9 documents instead of 10');
    await closePipeline(hybrid);
  });

  it('leaves no collection when it is closed', async () => {
    const closed = await openPipeline(contextWith({}), 'closed');
    await closePipeline(closed);
    const { collections } = await closed.client.getCollections();
    expect(collections.map(({ name }) => name)).not.toContain('test-closed');
  });
});
