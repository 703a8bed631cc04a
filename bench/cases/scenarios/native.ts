import { defineScenario } from 'memory-bench-action';
import { allocate, release } from '../../scenarios/native.js';
import { watched } from './variant.js';

const kept: unknown[] = [];

/** Memory from malloc, as an addon uses it. */
const uses = {
  'kept-64KB': () => void kept.push(allocate(64 * 1024)),
  /** Blocks above the threshold from which malloc maps each one separately. */
  'kept-1MB': () => void kept.push(allocate(1024 * 1024)),
  'kept-small': () => {
    for (let at = 0; at < 100; at += 1) kept.push(allocate(320));
  },
  'freed-64KB': () => release(allocate(64 * 1024)),
  /** Each block is freed ten calls later. */
  'freed-later': () => {
    kept.push(allocate(16 * 1024));
    if (kept.length > 10) release(kept.shift());
  },
} as const satisfies Record<string, () => void>;

type Use = keyof typeof uses;
const cases = Object.fromEntries(Object.keys(uses).map((use) => [use, { params: { use: use as Use } }]));

export default defineScenario<{ readonly use: Use }>({
  name: 'native',
  description: 'Allocates with malloc, and frees or keeps.',
  tags: ['smoke'],
  iterations: 30,
  ...watched,
  cases,
  run({ params: { use } }) {
    uses[use]();
  },
});
