import { afterEach, beforeEach, expect, it } from 'vitest';
import { readResults } from '../../src/results/store.js';
import { needs } from '../requires/needs.js';
import { Journey, once } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const configuration = `
commands:
  - name: job
    description: Holds thirty MiB for a moment.
    params: { mebibytes: [30] }
    command: [python3, -c, "import sys, time; held = bytearray(int(sys.argv[1]) << 20); time.sleep(0.2)", "{mebibytes}"]
    budgets: { tree_peak_mb: 20 }
`;

it('a repository without a line of JavaScript is measured as its configuration says', needs('python3'), async () => {
  const files = { 'memory-bench.config.yml': configuration };
  const { step } = await journey.push({ inputs: { scenarios: '', suite: '', ...once }, files });
  expect(step.outcome).toBe('failure');
  expect(step.outputs).toMatchObject({ verdict: 'fail', breaches: '1' });
  const results = await readResults(step.outputs['results-path'] ?? '', 'results');
  const [sample] = results.cases.find(({ id }) => id === 'job/mebibytes=30')?.samples ?? [];
  const peak = sample?.status === 'measured' ? sample.metrics.tree_peak_mb : undefined;
  expect(peak).toBeGreaterThan(30);
  expect(peak).toBeLessThan(60);
});
