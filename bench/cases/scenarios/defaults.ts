import { defineScenario } from 'memory-bench-action';

/** Scenarios without any settings: three measured calls, and no growth limit. */
export default defineScenario<{ readonly bytes: number }, { readonly kept: Buffer[]; scratch: Buffer }>({
  name: 'defaults',
  description: 'Keeps a Buffer of each call, or overwrites the last one.',
  tags: ['smoke'],
  cases: {
    'keeps-1MB': { params: { bytes: 1024 * 1024 } },
    'keeps-64KB': { params: { bytes: 64 * 1024 } },
    clean: { params: { bytes: 0 } },
  },
  setup: () => ({ kept: [], scratch: Buffer.alloc(0) }),
  run({ params: { bytes } }, state) {
    state.scratch = Buffer.alloc(256 * 1024, 1);
    if (bytes > 0) state.kept.push(Buffer.alloc(bytes, 1));
  },
});
