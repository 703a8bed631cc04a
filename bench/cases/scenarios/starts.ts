import { defineScenario } from 'memory-bench-action';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

const kibibyte = 1024;

/** Bytes that each call keeps, by its number. */
const keeps = {
  /** Nothing in the first thirty calls. */
  'slow-start': (iteration) => (iteration < 30 ? 0 : 64 * kibibyte),
  /** Much in the first twenty calls, then little forever. */
  'warm-up-then-leak': (iteration) => (iteration < 20 ? 400 * kibibyte : 16 * kibibyte),
  /** Much in the first twenty calls, then nothing. */
  'warm-up-then-flat': (iteration) => (iteration < 20 ? 400 * kibibyte : 0),
  /** One connection per call until the pool has a hundred. */
  'pool-of-100': (iteration) => (iteration < 100 ? 64 * kibibyte : 0),
  /** Full before anything is measured. */
  'pool-of-2': (iteration) => (iteration < 2 ? 64 * kibibyte : 0),
} as const satisfies Record<string, (iteration: number) => number>;

/** Growth that begins late, or ends early. */
export default defineScenario<{ readonly which: keyof typeof keeps }, { readonly kept: string[] }>({
  name: 'starts',
  description: 'Keeps memory in some calls and not in others, by their number.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    'slow-start': { params: { which: 'slow-start' } },
    'warm-up-then-leak': { params: { which: 'warm-up-then-leak' } },
    'warm-up-then-flat': { params: { which: 'warm-up-then-flat' } },
    'pool-of-100': { params: { which: 'pool-of-100' } },
    'pool-of-2': { params: { which: 'pool-of-2' } },
  },
  setup: () => ({ kept: [] }),
  run({ iteration, params: { which } }, { kept }) {
    const bytes = keeps[which](iteration);
    if (bytes > 0) kept.push(heapText(bytes));
  },
});
