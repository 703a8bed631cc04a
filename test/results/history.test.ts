import { describe, expect, it } from 'vitest';
import { withHistory } from '../../src/results/history.js';
import { longestHistory, type Results, resultsSchema } from '../../src/results/schema.js';
import { createCase, createResults, createSamples } from '../builders.js';

function createRun(sha: string, values: readonly number[]): Results {
  const samples = createSamples({ rss_delta_mb: [...values] });
  return createResults({ commit: { sha, dirty: false }, cases: [createCase({ samples })] });
}

describe('the history of a baseline', () => {
  it('is absent where nothing was replaced', () => {
    expect(withHistory(createRun('a', [1, 2, 3]), undefined).history).toBeUndefined();
  });

  it('keeps the medians of what was replaced, by case and metric, with the definition they were measured by', () => {
    const [past] = withHistory(createRun('b', [4, 5, 6]), createRun('a', [1, 9, 2.0004])).history ?? [];
    expect(past).toMatchObject({
      sha: 'a',
      cases: { 'single-document/10KB': { definitionHash: '0123456789abcdef', medians: { rss_delta_mb: 2 } } },
    });
  });

  it('remembers nothing of a case that the run had only kept', () => {
    const replaced = createRun('a', [1, 2, 3]);
    const later = { ...replaced, startedAt: '2026-04-01T12:00:00.000Z' };
    expect(withHistory(createRun('b', [1, 2, 3]), later).history?.[0]?.cases).toEqual({});
  });

  it('remembers the newest first, and no more than its bound', () => {
    let baseline = createRun('0', [0, 0, 0]);
    for (let run = 1; run <= longestHistory + 5; run += 1) {
      baseline = withHistory(createRun(String(run), [run, run, run]), baseline);
    }
    expect(baseline.history).toHaveLength(longestHistory);
    expect(baseline.history?.[0]?.sha).toBe(String(longestHistory + 4));
    expect(resultsSchema.safeParse(baseline).success).toBe(true);
  });
});
