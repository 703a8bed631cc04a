import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readReported } from '../../../src/measure/command/reported.js';

const prometheus = `# HELP jemalloc_bytes Bytes in use.
# TYPE jemalloc_bytes gauge
jemalloc_bytes{arena="0"} 1000
jemalloc_bytes{arena="1",note="a } b"} 2.5e3
cache_bytes 500 1395066363000
broken NaN
`;

async function serving(body: string, status = 200): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/metrics`;
}

async function reading(body: string, names: readonly string[], status?: number): Promise<number> {
  return readReported({ url: await serving(body, status), names }, new AbortController().signal);
}

describe('what a program reports', () => {
  it('is the sum of a gauge over its labels', async () => {
    expect(await reading(prometheus, ['jemalloc_bytes'])).toBe(3_500);
  });

  it('is the sum of all gauges that are named', async () => {
    expect(await reading(prometheus, ['jemalloc_bytes', 'cache_bytes'])).toBe(4_000);
  });

  it('may be JSON, a name being a path', async () => {
    expect(await reading('{"memory":{"allocated":{"bytes":7}},"cache":3}', ['memory.allocated.bytes', 'cache'])).toBe(
      10,
    );
  });

  it.each([
    ['prometheus', prometheus, 'cache'],
    ['prometheus', prometheus, 'broken'],
    ['JSON', '{"cache":"3"}', 'cache'],
  ])('has to have every name, in %s', async (_, body, name) => {
    await expect(reading(body, [name])).rejects.toThrow(`has no number named ${name}`);
  });

  it.each([
    ['deeply nested', '['.repeat(1_000_000), 'deeper than 64 levels'],
    ['without an end', 'x'.repeat(17 * 1024 ** 2), 'sends more than 16777216 bytes'],
    ['too large a number', '{"cache":1e300}', 'reports 1e+300 bytes'],
  ])('is refused where it is %s', async (_, body, reason) => {
    await expect(reading(body, ['cache'])).rejects.toThrow(reason);
  });

  it('has to be there', async () => {
    await expect(reading('gone', ['cache'], 503)).rejects.toThrow('answered 503');
  });
});
