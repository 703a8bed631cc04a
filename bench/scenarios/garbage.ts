import { setTimeout as delay } from 'node:timers/promises';
import { defineScenario } from 'memory-bench-action';

interface Params {
  readonly kind: 'objects' | 'buffers' | 'json' | 'async' | 'mixed';
  readonly count: number;
}

interface Point {
  readonly index: number;
  readonly name: string;
}

function points(count: number): Point[] {
  return Array.from({ length: count }, (_, index) => ({ index, name: `point ${index}` }));
}

function buffers(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += Buffer.alloc(64 * 1024, 1).at(-1) ?? 0;
  return sum;
}

/** Iterations that keep nothing: only the timing of V8 and of the machine differs between two runs. */
export const garbage = defineScenario<Params, undefined>({
  name: 'garbage',
  description: 'Allocates and keeps nothing.',
  iterations: 10,
  cases: {
    objects: { params: { kind: 'objects', count: 20_000 } },
    buffers: { params: { kind: 'buffers', count: 50 } },
    json: { params: { kind: 'json', count: 20_000 } },
    async: { params: { kind: 'async', count: 20_000 } },
    mixed: { params: { kind: 'mixed', count: 2_000 } },
  },
  async run({ params: { kind, count } }) {
    if (kind === 'objects') return void points(count);
    if (kind === 'buffers') return void buffers(count);
    if (kind === 'json') return void JSON.stringify(points(count));
    if (kind === 'async') {
      for (const point of points(count)) await Promise.resolve(point.index);
      return;
    }
    for (let turn = 0; turn < 5; turn += 1) {
      await delay(2);
      points(count);
      buffers(turn);
    }
  },
});
