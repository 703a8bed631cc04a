import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { defineScenario } from 'memory-bench-action';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

const bytes = 32 * 1024;
const requests = new EventEmitter().setMaxListeners(0);
const stop = new EventTarget();
const controller = new AbortController();
const storage = new AsyncLocalStorage<string>();
const registry = new FinalizationRegistry<() => string>(() => {});
const weakly = new Map<number, WeakRef<{ readonly page: string }>>();
const byObject = new WeakMap<object, string>();
const waiting: unknown[] = [];
const sliced: string[] = [];
let last: () => number = () => 0;
let chain: { promise: Promise<string>; previous: unknown } = { promise: Promise.resolve(''), previous: undefined };

/** Ways to keep a page of 32 KB alive. Those that end in `-released` let go of it again. */
const ways = {
  emitter: (page) => void requests.on('stop', () => page.length),
  'emitter-released': (page) => {
    const listener = () => page.length;
    requests.on('close', listener);
    requests.off('close', listener);
  },
  'event-target': (page) => stop.addEventListener('stop', () => page.length),
  'abort-signal': (page) => controller.signal.addEventListener('abort', () => page.length),
  'abort-signal-released': (page) => {
    const listener = () => page.length;
    controller.signal.addEventListener('abort', listener);
    controller.signal.removeEventListener('abort', listener);
  },
  closure: (page) => {
    const previous = last;
    last = () => page.length + previous.length;
  },
  'promise-chain': (page) => {
    chain = { promise: chain.promise.then(() => page), previous: chain };
  },
  'pending-promise': (page) => {
    waiting.push(new Promise<number>((resolve) => waiting.push(() => resolve(page.length))));
  },
  'async-local-storage': (page) => {
    storage.run(page, () => {
      const pending = new Promise<void>(() => {});
      waiting.push(
        pending,
        pending.then(() => {}),
      );
    });
  },
  'async-local-storage-released': async (page) => {
    await storage.run(page, () => new Promise<void>((resolve) => setImmediate(resolve)));
  },
  /** The held value refers to the owner, which is therefore never collected. */
  'finalization-registry': (page) => {
    const owner = { page };
    registry.register(owner, () => owner.page);
  },
  'weak-references': (page, iteration) => {
    weakly.set(iteration % 100, new WeakRef({ page }));
  },
  'weak-map': (page) => void byObject.set({}, page),
  'string-slice': (page) => void sliced.push(page.slice(100, 200)),
  'string-slice-copied': (page) => void sliced.push(Buffer.from(page.slice(100, 200)).toString('latin1')),
} as const satisfies Record<string, (page: string, iteration: number) => unknown>;

type Way = keyof typeof ways;
const cases = Object.fromEntries(Object.keys(ways).map((way) => [way, { params: { way: way as Way } }]));

/** The usual ways to keep JavaScript memory alive. */
export default defineScenario<{ readonly way: Way }>({
  name: 'holders',
  description: 'Holds a page of 32 KB of each request, in one of the usual ways.',
  tags: ['smoke'],
  iterations: 30,
  ...watched,
  cases,
  async run({ iteration, params: { way } }) {
    await ways[way](heapText(bytes), iteration);
  },
});
