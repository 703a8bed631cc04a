import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QdrantApi } from '../../../src/services/qdrant/api.js';
import type { QdrantServer } from '../../../src/services/qdrant/server.js';
import { startOwnQdrant } from '../../processes.js';

describe('what a Qdrant server tells of itself', () => {
  let server: QdrantServer;
  let api: QdrantApi;
  beforeAll(async () => {
    server = await startOwnQdrant();
    api = new QdrantApi(server);
  });
  afterAll(() => server.stop());

  const request = async (method: string, path: string, body?: object) => {
    const headers = { 'api-key': server.apiKey ?? '', 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(response.ok).toBe(true);
  };

  it('has the bytes its allocator gave out', async () => {
    expect((await api.telemetry())?.allocatedBytes).toBeGreaterThan(1024 ** 2);
  });

  it('has the other counters of it, in the order that its manual promises', async () => {
    const { allocatedBytes, allocator } = (await api.telemetry()) ?? {};
    expect(allocator?.allocatedBytes).toBe(allocatedBytes);
    expect(allocator?.activeBytes).toBeGreaterThanOrEqual(allocator?.allocatedBytes ?? Number.NaN);
    expect(allocator?.residentBytes).toBeGreaterThan(allocator?.activeBytes ?? Number.NaN);
    expect(allocator?.metadataBytes).toBeGreaterThan(0);
    expect(allocator?.retainedBytes).toBeGreaterThanOrEqual(0);
  });

  it('counts what may have changed something, and not what only looks', async () => {
    const before = (await api.telemetry())?.writes ?? Number.NaN;
    await request('PUT', '/collections/told', { vectors: { size: 2, distance: 'Dot' } });
    await request('PUT', '/collections/told/points?wait=true', { points: [{ id: 1, vector: [1, 2] }] });
    await request('POST', '/collections/told/points/delete?wait=true', { points: [1] });
    expect((await api.telemetry())?.writes).toBe(before + 3);
    await request('POST', '/collections/told/points/search', { vector: [1, 2], limit: 1 });
    await request('POST', '/collections/told/points/scroll', {});
    await request('POST', '/collections/told/points/count', {});
    expect((await api.telemetry())?.writes).toBe(before + 3);
  });
});

describe('telemetry of another version', () => {
  async function toldBy(result: object) {
    const server = createServer((_request, response) => response.end(JSON.stringify({ result })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      return await new QdrantApi({ url: `http://127.0.0.1:${port}`, apiKey: undefined }).telemetry();
    } finally {
      server.close();
    }
  }

  it.each([{ allocated_bytes: 7 }, { allocated_bytes: 7, active_bytes: 'many' }])(
    'has the live bytes where it lacks the other counters: %j',
    async (memory) => {
      expect(await toldBy({ memory })).toEqual({ allocatedBytes: 7, allocator: undefined, writes: undefined });
    },
  );

  it.each([{ rest: { responses: { 'PUT /collections/{name}': { count: 1 } } } }, { rest: [] }, 'many', null])(
    'has the live bytes all the same, and no count of writes: %j',
    async (requests) => {
      const told = await toldBy({ memory: { allocated_bytes: 7 }, requests });
      expect(told).toEqual({ allocatedBytes: 7, writes: undefined });
    },
  );
});
