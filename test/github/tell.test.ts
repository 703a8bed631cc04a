import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeSummary } from '../../src/github/tell.js';
import { createComparison, createResults } from '../builders.js';
import { createProvenance } from '../report/told.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('a job summary that cannot be written is a warning, and the report goes on', async () => {
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(import.meta.dirname, 'no-such-folder', 'summary.md'));
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  const results = createResults();
  await writeSummary({
    comparison: createComparison(),
    results,
    baselineResults: undefined,
    provenance: createProvenance(),
  });
  expect(written).toMatch(/^::warning::The job summary could not be written: .*no-such-folder/);
});
