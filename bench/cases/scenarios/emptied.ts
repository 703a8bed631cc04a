import { defineScenario } from 'memory-bench-action';
import { heapText } from './heap-text.js';
import { watched } from './variant.js';

interface Params {
  readonly every: number;
  /** The buffer is emptied in calls whose number modulo `every` equals this. */
  readonly phase: number;
  readonly holds: 'strings' | 'buffers';
}

const bytes = 20 * 1024;

/** A write buffer that is flushed when it is full: it grows for a long time, then drops to nothing. */
export default defineScenario<Params, { held: (string | Buffer)[] }>({
  name: 'emptied',
  description: 'Collects 20 KB in each call and drops all of it in every nth.',
  tags: ['smoke'],
  iterations: 50,
  ...watched,
  cases: {
    'every-45': { params: { every: 45, phase: 0, holds: 'strings' } },
    'every-90': { params: { every: 90, phase: 0, holds: 'strings' } },
    'every-90-from-30': { params: { every: 90, phase: 30, holds: 'strings' } },
    'every-100': { params: { every: 100, phase: 0, holds: 'strings' } },
    'every-100-buffers': { params: { every: 100, phase: 60, holds: 'buffers' } },
    'every-200': { params: { every: 200, phase: 0, holds: 'strings' } },
  },
  setup: () => ({ held: [] }),
  run({ iteration, params: { every, phase, holds } }, state) {
    if (iteration % every === phase) state.held = [];
    state.held.push(holds === 'strings' ? heapText(bytes) : Buffer.alloc(bytes, 1));
  },
});
