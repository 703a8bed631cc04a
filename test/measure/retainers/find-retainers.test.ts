import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type FoundRetainers, findRetainers } from '../../../src/measure/retainers/find-retainers.js';

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-retainers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a module in a process of its own, with a snapshot after 5 calls of its `run` and another after 500 more. */
function retainersOf(name: string, source: string): FoundRetainers {
  const module = join(folder, `${name}.mjs`);
  const [before, after] = ['before', 'after'].map((when) => join(folder, `${name}-${when}.heapsnapshot`));
  if (before === undefined || after === undefined) throw new Error('no files');
  writeFileSync(module, source);
  const driver = `
    import { writeHeapSnapshot } from 'node:v8';
    const { run } = await import(${JSON.stringify(pathToFileURL(module).href)});
    for (let call = 0; call < 5; call += 1) await run(call);
    writeHeapSnapshot(${JSON.stringify(before)});
    for (let call = 5; call < 505; call += 1) await run(call);
    writeHeapSnapshot(${JSON.stringify(after)});
    process.exit(0);`;
  execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', driver], { cwd: folder });
  return findRetainers(before, after, pathToFileURL(module).href);
}

const document = `const document = (call) => ({ call, words: Array.from({ length: 20 }, (_, at) => 'word ' + call + ' ' + at) });`;

/** What leaks, with the line that is to be named marked, and what is to be said of it. */
const kinds = {
  'a Map': {
    source: `const recent = new Map(); // held
export function run(call) { recent.set(call, document(call)); }`,
    holder: { name: 'recent', type: 'Map' },
  },
  'an exported Map': {
    source: `export const recent = new Map(); // held
export function run(call) { recent.set(call, document(call)); }`,
    holder: { name: 'recent', type: 'Map' },
  },
  'a Set of a class': {
    source: `class Store {
  constructor() {
    this.items = new Set(); // held
  }
  add(item) { this.items.add(item); }
}
const store = new Store();
export function run(call) { store.add(document(call)); }`,
    holder: { name: 'store.items', type: 'Set' },
  },
  'a module-level array': {
    source: `let all = []; // held
export function run(call) { all.push(document(call)); }`,
    holder: { name: 'all', type: 'Array' },
  },
  'an array that is replaced': {
    source: `let all = []; // held
export function run(call) { all = [...all, document(call)]; }`,
    holder: { name: 'all', type: 'Array' },
  },
  'a closure': {
    source: `let undo = () => undefined; // held
export function run(call) {
  const before = undo;
  const kept = document(call);
  undo = () => [kept, before];
}`,
    holder: { name: 'undo', type: 'function undo' },
  },
  'an event listener': {
    source: `import { EventEmitter } from 'node:events';
const emitter = new EventEmitter(); // held
export function run(call) {
  const kept = document(call);
  emitter.on('changed', () => kept);
}`,
    holder: { name: 'emitter._events.changed', type: 'Array' },
  },
  'a timer': {
    source: `export function run(call) {
  const kept = document(call);
  setTimeout(() => kept, 1e8); // through
}`,
    holder: { type: 'TimersList' },
  },
  'an interval': {
    source: `export function run(call) {
  const kept = document(call);
  setInterval(function refresh() { return kept; }, 1e6 + call); // through
}`,
    holder: {},
  },
  'a promise chain': {
    source: `const gate = new Promise(() => {}); // held
let last = gate;
export function run(call) {
  const kept = document(call);
  last = last.then(() => kept);
}
export const opened = () => gate;`,
    holder: { name: 'gate', type: 'Promise' },
  },
  AsyncLocalStorage: {
    source: `import { AsyncLocalStorage } from 'node:async_hooks';
const context = new AsyncLocalStorage();
export function run(call) {
  context.run({ kept: document(call) }, () => {
    waiting.push(new Promise(() => {}));
  });
}
const waiting = []; // held`,
    holder: { name: 'waiting', type: 'Array' },
  },
  'a Map of Buffers': {
    source: `const blobs = new Map(); // held
export function run(call) { blobs.set(call, Buffer.alloc(10_000, call)); }`,
    holder: { name: 'blobs', type: 'Map' },
  },
};

describe.each(Object.entries(kinds))('objects that %s holds', (kind, { source, holder }) => {
  const text = `${document}\n${source}`;
  const lineOf = (mark: string) => text.split('\n').findIndex((line) => line.endsWith(`// ${mark}`)) + 1;

  it('are counted, and their holder is named with its line', () => {
    const { holders, grownBytes } = retainersOf(kind.replaceAll(/\W/g, '-'), text);
    if (process.env.SHOW) console.log(kind, grownBytes, JSON.stringify(holders, undefined, 1));
    const [first] = holders;
    expect(first).toMatchObject(holder);
    if (lineOf('held') > 0) expect(first?.at?.line).toBe(lineOf('held'));
    if (lineOf('through') > 0) expect(first?.through?.line).toBe(lineOf('through'));
    expect(first?.objects).toBeGreaterThanOrEqual(500);
    expect((first?.bytes ?? 0) / grownBytes).toBeGreaterThan(0.6);
  });
});
