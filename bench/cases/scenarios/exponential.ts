import { defineScenario } from 'memory-bench-action';
import { watched } from './variant.js';

/** A history that is copied into itself: each call adds a share of its length. */
export default defineScenario<{ readonly numbers: number; readonly share: number }, { list: number[] }>({
  name: 'exponential',
  description: 'Grows an array by a share of its own length in each call.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    tenth: { params: { numbers: 8_192, share: 0.1 } },
    fiftieth: { params: { numbers: 65_536, share: 0.02 } },
  },
  setup: ({ params: { numbers } }) => ({ list: new Array<number>(numbers).fill(0) }),
  run({ params: { share } }, state) {
    state.list = state.list.concat(new Array<number>(Math.ceil(state.list.length * share)).fill(1));
  },
});
