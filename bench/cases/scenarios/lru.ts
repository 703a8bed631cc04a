import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

/** Questions that the good variant remembers. */
const most = 300;

/** A cache of answers: unbounded in the bad variant; in the good one bounded, but full only after the planned calls. */
export default defineScenario<Record<string, never>, { readonly answers: Map<string, readonly number[]> }>({
  name: 'lru',
  description: 'Remembers an answer of 98 KB to each new question.',
  tags: ['smoke'],
  ...watched,
  cases: {
    n14: { params: {}, iterations: 14 },
    n30: { params: {}, iterations: 30 },
    n50: { params: {}, iterations: 50 },
  },
  setup: () => ({ answers: new Map() }),
  run({ iteration }, { answers }) {
    answers.set(
      `question ${iteration}`,
      Array.from({ length: 12_500 }, (_, at) => at + 0.5),
    );
    const [oldest] = answers.keys();
    if (!isBad && answers.size > most && oldest !== undefined) answers.delete(oldest);
  },
});
