import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/compare/compare.js';
import { runNotes } from '../../src/report/run-notes.js';
import { createCase, createResults, createSamples } from '../builders.js';

const five = [1, 1, 1, 1, 1];
const rules = { budgets: {}, thresholds: {}, failOn: [] };
const documentWith = (...metrics: Parameters<typeof createSamples>[0][]) =>
  createResults({
    cases: metrics.map((values, index) => createCase({ id: `case/${index}`, samples: createSamples(values) })),
  });

describe('the note on judged metrics that the baseline lacks', () => {
  const now = documentWith({ rss_delta_mb: five, anon_delta_mb: five, anon_peak_delta_mb: five, file_delta_mb: five });

  it('names them, and how many cases they belong to', () => {
    const notes = runNotes(compareResults(now, documentWith({ rss_delta_mb: five }), rules));
    expect(notes).toEqual([
      '2 judged metrics are not in the baseline of 1 case and not compared until it is refreshed: anon_peak_delta_mb, anon_delta_mb',
    ]);
  });

  it('is left out where the baseline has them', () => {
    expect(runNotes(compareResults(now, now, rules))).toEqual([]);
  });

  it('is left out for a case that is new as a whole', () => {
    expect(runNotes(compareResults(now, undefined, rules))).toEqual([]);
  });
});
