import { defineScenario } from 'memory-bench-action';

/** The script as it is run in production: all of it, with its worker processes. */
export const whole = defineScenario({
  name: 'ingest-job',
  description: 'Ingests twenty documents, from start to end.',
  params: { workers: [1, 3] },
  command: ['python3', 'ingest.py', '--documents', '20', '--workers', '{workers}'],
});

/** The same, document by document: what an iteration needs, and whether something stays. */
export const loop = defineScenario({
  name: 'ingest-loop',
  description: 'Ingests document after document.',
  iterations: 50,
  warmup: 9,
  growth: { maxPercent: 50 },
  handshake: true,
  command: ['python3', 'ingest.py', '--documents', '60'],
});
