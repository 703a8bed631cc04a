import { defineScenario } from 'memory-bench-action';
import { bytesOf } from '../../scenarios/sizes.js';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

interface Params {
  readonly size: string;
  /** Calls from one step to the next. */
  readonly period: number;
}

const kept: string[] = [];

/** A log that is written to memory in pages: nothing for some calls, then a whole page, and no page is ever freed. */
export default defineScenario<Params>({
  name: 'steps',
  description: 'Keeps one block in every nth call.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    '64KB-every-5': { params: { size: '64KB', period: 5 } },
    '100KB-every-7': { params: { size: '100KB', period: 7 } },
    '100KB-every-10': { params: { size: '100KB', period: 10 } },
    '300KB-every-25': { params: { size: '300KB', period: 25 } },
    '1MB-every-40': { params: { size: '1MB', period: 40 } },
  },
  run({ iteration, params: { size, period } }) {
    if (iteration % period === 0) kept.push(heapText(bytesOf(size)));
  },
});
