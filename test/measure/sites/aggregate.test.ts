import { describe, expect, it } from 'vitest';
import { greatest, sitesOf, straySite } from '../../../src/measure/sites/aggregate.js';
import { placesOf } from '../../../src/measure/sites/places.js';
import { stacksOf } from '../../../src/measure/sites/stacks.js';
import type { HeapProfileNode, StackFrame } from '../../../src/measure/worker/protocol.js';
import { packageRoot } from '../../../src/package-root.js';
import { createSite } from '../../builders.js';

const frame = (url: string, functionName = 'f', line = 7): StackFrame => ({ url, functionName, line, column: 3 });
const own = frame('file:///home/somebody/app/src/ingest.mjs', 'ingest', 42);
const inNode = frame('node:buffer', 'alloc');
const inPackage = frame('file:///home/somebody/app/node_modules/undici/lib/body.js', 'read', 9);
const inWorker = frame(`file://${packageRoot}/lib/src/measure/worker/sample-run.js`, 'run');
const inRecorder = frame(`file://${packageRoot}/lib/src/measure/worker/site-recorder.js`, 'write');
const locate = placesOf([], '/home/somebody/app');

const siteOf = (...stack: StackFrame[]) => sitesOf('heap', [{ stack, bytes: 10 }], locate)[0];
const fileOf = (url: string) => siteOf(frame(url))?.file;

describe('bytes belong to', () => {
  it('the innermost function', () => {
    expect(siteOf(own, frame('file:///home/somebody/app/main.mjs'))).toEqual({
      file: 'src/ingest.mjs',
      line: 42,
      function: 'ingest',
      kind: 'heap',
      bytes: 10,
    });
  });

  it('whoever called Node, native code or the context of memory-bench', () => {
    for (const inside of [inNode, inWorker, frame('', 'from', 0)]) expect(siteOf(inside, own)).toEqual(siteOf(own));
  });

  it('a package, and it is told who of the user’s own called it', () => {
    expect(siteOf(inNode, inPackage, inNode, own, inWorker)).toMatchObject({
      file: 'node_modules/undici/lib/body.js',
      function: 'read',
      caller: { file: 'src/ingest.mjs', line: 42, function: 'ingest' },
    });
  });

  it('Node where nobody else asked for them', () => {
    expect(siteOf(inNode, frame('', '(root)'))).toEqual({ ...straySite(10), kind: 'heap' });
  });

  it('nobody where they are there for the recording', () => {
    expect(siteOf(inNode, inRecorder, inWorker)).toBeUndefined();
  });

  it('one site together where the calls lead to the same function', () => {
    const stacks = [own, frame('file:///home/somebody/app/b.mjs')].map((caller) => ({
      stack: [own, caller],
      bytes: 10,
    }));
    expect(sitesOf('heap', stacks, locate)).toMatchObject([{ function: 'ingest', bytes: 20 }]);
  });
});

describe('a file is told', () => {
  it.each([
    ['relative to the working directory', 'file:///home/somebody/app/src/a%20b.mjs', 'src/a b.mjs'],
    ['by its path where CommonJS has no URL', '/home/somebody/app/src/a.cjs', 'src/a.cjs'],
    ['whole where it is elsewhere', 'file:///home/somebody/lib/a.mjs', '/home/somebody/lib/a.mjs'],
    ['by its package', 'file:///other/node_modules/.pnpm/a@1/node_modules/@s/a/b.js', 'node_modules/@s/a/b.js'],
    ['as ours where it is', `file://${packageRoot}/lib/scenarios/search.js`, 'memory-bench/scenarios/search.js'],
  ])('%s', (_, url, expected) => {
    expect(fileOf(url)).toBe(expected);
  });

  it.each(['file://[eval]', 'file://host/x.js', 'file:///a%2Fb.js'])('by no path where %s is none', (url) => {
    expect(siteOf(frame(url))).toMatchObject({ file: '', line: 0 });
    expect(siteOf(frame(url), own)?.file).toBe('src/ingest.mjs');
  });

  it('with its end where it is too long for a document', () => {
    expect(fileOf(`file:///home/somebody/app/${'folder/'.repeat(100)}a.mjs`)).toMatch(/^.{294}\/a\.mjs$/);
  });

  it('as it was written where it was compiled', () => {
    const sources = [{ compiled: '/tmp/c/x-1.mjs', original: '/home/somebody/app/x.ts' }];
    const [site] = sitesOf(
      'heap',
      [{ stack: [frame('file:///tmp/c/x-1.mjs')], bytes: 1 }],
      placesOf(sources, '/home/somebody/app'),
    );
    expect(site).toMatchObject({ file: 'x.ts', line: 7 });
  });
});

describe('a heap profile', () => {
  const node = (functionName: string, selfSize: number, ...children: HeapProfileNode[]): HeapProfileNode => ({
    callFrame: { functionName, scriptId: '1', url: 'file:///a.mjs', lineNumber: 4, columnNumber: 0 },
    selfSize,
    id: 1,
    children,
  });

  it('has the stacks that allocated something, with lines from 1', () => {
    const stacks = stacksOf(node('(root)', 0, node('a', 5, node('b', 7)), node('c', 0)));
    expect(stacks.map(({ stack, bytes }) => [stack.map(({ functionName }) => functionName).join(' '), bytes])).toEqual([
      ['a (root)', 5],
      ['b a (root)', 7],
    ]);
    expect(stacks[0]?.stack[0]).toMatchObject({ line: 5, column: 1 });
  });
});

describe('the sites of a document', () => {
  it('are the twenty greatest, from a KiB on, in whole bytes', () => {
    const sites = Array.from({ length: 30 }, (_, index) =>
      createSite({ function: `f${index}`, bytes: 900.4 + index * 10 }),
    );
    const kept = greatest(sites);
    expect(kept[0]).toMatchObject({ function: 'f29', bytes: 1190 });
    expect(kept).toHaveLength(17);
    expect(greatest([...sites, ...sites])).toHaveLength(20);
  });
});
