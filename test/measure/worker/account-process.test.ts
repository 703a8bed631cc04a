import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/measure/worker/protocol.js';
import { koffiPath } from '../../../src/services/packages.js';
import { fixture, repositoryRoot } from '../../processes.js';

const mebibyte = 1024 ** 2;
/** Buffers and mappings are exact; V8 and malloc move some pages of their own. */
const toleranceBytes = 0.75 * mebibyte;

const classes = ['heapLiveBytes', 'externalBytes', 'mallocBytes', 'workerHeapBytes', 'otherBytes'] as const;
type Class = (typeof classes)[number];

/** The class each kind of memory is in. */
const kinds = {
  heap: 'heapLiveBytes',
  buffer: 'externalBytes',
  small: 'externalBytes',
  string: 'externalBytes',
  shared: 'externalBytes',
  sharedTwice: 'externalBytes',
  resizable: 'externalBytes',
  growable: 'externalBytes',
  wasm: 'externalBytes',
  sharedWasm: 'externalBytes',
  received: 'externalBytes',
  sharedWithWorker: 'externalBytes',
  sentAway: 'mallocBytes',
  malloc: 'mallocBytes',
  workerHeap: 'workerHeapBytes',
  mmap: 'otherBytes',
} as const satisfies Readonly<Record<string, Class>>;
type Kind = keyof typeof kinds;

interface Step {
  readonly kind: Kind;
  readonly bytes: number;
  readonly name: string;
}

/** A process that allocates, and the account after each step. */
class Subject {
  readonly #child = spawn(process.execPath, [fixture('../account/subject.mjs'), koffiPath(repositoryRoot) ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  readonly #lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();

  async read(): Promise<Reading> {
    const { value } = await this.#lines.next();
    return JSON.parse(String(value));
  }

  step(step: object): Promise<Reading> {
    this.#child.stdin.write(`${JSON.stringify(step)}\n`);
    return this.read();
  }

  async end(): Promise<void> {
    this.#child.stdin.end();
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
  }
}

function check(before: Reading, after: Reading, { kind, bytes }: Step, sign: 1 | -1): void {
  const what = `${sign > 0 ? 'allocating' : 'freeing'} ${bytes} bytes of ${kind}`;
  let sum = 0;
  for (const each of classes) {
    const moved = (after[each] ?? Number.NaN) - (before[each] ?? Number.NaN);
    sum += moved;
    // malloc keeps the top of the arena that a worker thread allocated from, and uses it again: memory of malloc that is
    // free and resident is other memory.
    if (kind === 'received' && each === 'otherBytes') continue;
    const expected = kinds[kind] === each ? sign * bytes : 0;
    expect(Math.abs(moved - expected), `${what}: ${each} moved by ${moved}`).toBeLessThan(toleranceBytes);
  }
  const kernel = (after.anonBytes ?? Number.NaN) - (before.anonBytes ?? Number.NaN);
  expect(Math.abs(sum - kernel), `${what}: classes moved by ${sum}, the kernel's count by ${kernel}`).toBeLessThan(
    toleranceBytes,
  );
}

const allocation = fc.record({
  kind: fc.constantFrom(...(Object.keys(kinds) as Kind[])),
  // Whole pages of WebAssembly.
  bytes: fc.integer({ min: 16, max: 128 }).map((pages) => pages * 65_536),
});

describe('the account of a process', () => {
  it('moves by what is allocated and freed, in the right class, and adds up to the kernel’s count', async () => {
    const subject = new Subject();
    try {
      let last = await subject.read();
      // Each kind once, then in any order.
      const first = (Object.keys(kinds) as Kind[]).map((kind) => ({ kind, bytes: 4 * mebibyte }));
      const drawn = fc.sample(allocation, { numRuns: 24, seed: 15 });
      const held: Step[] = [];
      for (const [index, drawnStep] of [...first, ...drawn].entries()) {
        const step = { ...drawnStep, name: `held-${index}` };
        const after = await subject.step(step);
        check(last, after, step, 1);
        last = after;
        held.push(step);
        const [oldest] = held;
        if (index % 3 === 0 || oldest === undefined) continue;
        held.shift();
        const freed = await subject.step({ kind: 'release', name: oldest.name });
        check(last, freed, oldest, -1);
        last = freed;
      }
    } finally {
      await subject.end();
    }
  });
});
