import { defineScenario } from 'memory-bench-action';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

interface Params {
  /** Number of calls that the data last for. */
  readonly calls: number;
  /** Bytes that each call keeps. */
  readonly bytes: number;
  /** The number of the first call that keeps nothing. */
  readonly until: number;
}

const kibibyte = 1024;

/** A fixture with `calls` records: a call beyond them throws. There are 33 planned calls, including warm-ups. */
export default defineScenario<Params, { readonly kept: string[] }>({
  name: 'finite',
  description: 'Takes one record of a fixture that has an end.',
  tags: ['smoke'],
  iterations: 30,
  ...watched,
  cases: {
    leaks: { params: { calls: 100, bytes: 256 * kibibyte, until: 100 } },
    'leaks-few-left': { params: { calls: 45, bytes: 256 * kibibyte, until: 45 } },
    'fills-then-flat': { params: { calls: 120, bytes: 256 * kibibyte, until: 20 } },
    clean: { params: { calls: 60, bytes: 0, until: 0 } },
  },
  setup: () => ({ kept: [] }),
  run({ iteration, params: { calls, bytes, until } }, { kept }) {
    if (iteration >= calls) throw new RangeError(`the fixture has no record ${iteration}`);
    if (iteration < until) kept.push(heapText(bytes));
  },
});
