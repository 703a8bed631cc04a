import { defineScenario } from 'memory-bench-action';

const daemon = {
  iterations: 20,
  growth: { maxPercent: 100 },
  ready: { port: '{port}' },
  drive: ['node', 'load.mjs', '{port}', '{iteration}'],
  metrics: { url: 'http://127.0.0.1:{port}/metrics', names: ['malloc_in_use_bytes'] },
};

export const store = defineScenario({
  ...daemon,
  name: 'store',
  description: 'Replaces the same hundred values again and again.',
  command: ['./build/daemon', '{port}'],
});

/** What a leak looks like. */
export const leaking = defineScenario({
  ...daemon,
  name: 'store-leaking',
  description: 'The same, of a daemon that does not free what it replaces.',
  tags: ['broken'],
  command: ['./build/daemon', '{port}', '--leak'],
});
