import { defineScenario } from 'memory-bench-action';
import { isBad } from './variant.js';

function hot(times: number): number {
  let sum = 0;
  for (let at = 0; at < times; at += 1) sum = (sum + at * 3) % 1_000_003;
  return sum;
}

const request = /^(?:[a-z]+-)*(\d{1,6})$/u;

/** Creates no strings and no regular expressions: garbage would rightly raise the peak. */
function matches(times: number): number {
  let found = 0;
  for (let at = 0; at < times; at += 1) if (request.test('request-of-user-12')) found += 1;
  return found;
}

const work = {
  loop: () => hot(3_000_000),
  regex: () => matches(100_000),
} as const;

/** The bad variant runs hot code in the last calls. V8 optimizes it, which makes pages of the node binary resident. */
export default defineScenario<{ readonly which: keyof typeof work }>({
  name: 'jit',
  description: 'Computes and keeps nothing.',
  tags: ['smoke'],
  iterations: 10,
  cases: {
    loop: { params: { which: 'loop' } },
    regex: { params: { which: 'regex' } },
  },
  run({ iteration, params: { which } }) {
    return isBad && iteration >= 7 ? work[which]() : 0;
  },
});
