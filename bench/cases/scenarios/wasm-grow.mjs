import { defineScenario } from 'memory-bench-action';

const pageBytes = 65_536;
const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });

/** The memory of a WebAssembly module, which never shrinks. */
export default defineScenario({
  name: 'wasm-grow',
  description: 'Grows a WebAssembly memory by one page in each call.',
  tags: ['smoke'],
  iterations: 50,
  timeoutMs: 60_000,
  ...(process.env.GROWTH === 'yes' && { growth: { maxPercent: 1_000_000 } }),
  run() {
    const at = memory.buffer.byteLength;
    memory.grow(1);
    new Uint8Array(memory.buffer, at, pageBytes).fill(1);
  },
});
