import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.js';
import {
  createBreach,
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createMetricComparison,
} from '../builders.js';
import { representative } from './representative.js';

const none = new Map<string, string>();
const ofCase = (...overrides: Parameters<typeof createCaseComparison>[0][]) =>
  createComparison({ cases: overrides.map((judged) => createCaseComparison(judged)) });

describe('the annotations of a run', () => {
  it('are none where nothing broke', () => {
    expect(annotationsOf(createComparison(), none)).toEqual([]);
  });

  it('tell what broke, the worst first', () => {
    const titles = annotationsOf(representative, none).map(({ title }) => title);
    expect(titles[0]).toBe('memory-bench: search/dense failed');
    expect(titles.at(-1)).toBe('memory-bench: search/gone was not measured');
  });

  it('tell a breach with value and budget', () => {
    expect(annotationsOf(ofCase({ breaches: [createBreach()] }), none)).toEqual([
      {
        level: 'error',
        title: 'memory-bench: single-document/10KB over budget',
        message: 'rss_delta_mb is 20.0 MiB (the budget is 10.0 MiB)',
      },
    ]);
  });

  it('warn of what does not fail the run', () => {
    const comparison = createComparison({
      cases: [createCaseComparison({ breaches: [createBreach()], leak: createLeakFinding() })],
      failOn: ['leak'],
    });
    expect(annotationsOf(comparison, none).map(({ level }) => level)).toEqual(['error', 'warning']);
  });

  it('say nothing of improvements and open questions', () => {
    const metrics = (['improvement', 'inconclusive'] as const).map((verdict) => createMetricComparison({ verdict }));
    expect(annotationsOf(ofCase({ metrics }), none)).toEqual([]);
  });

  it('stand beside the scenario where it is known', () => {
    const files = new Map([['single-document/10KB', 'bench/single.mjs']]);
    expect(annotationsOf(ofCase({ breaches: [createBreach()] }), files)[0]?.file).toBe('bench/single.mjs');
  });

  it('are ten at most, the tenth with the count of the others', () => {
    const cases = Array.from({ length: 30 }, (_, index) => ({ id: `case/${index}`, breaches: [createBreach()] }));
    const found = annotationsOf(ofCase(...cases), none);
    expect(found).toHaveLength(10);
    expect(found[9]).toEqual({
      level: 'notice',
      title: 'memory-bench: more',
      message: '21 more findings: see the job summary',
    });
  });

  it('have no control characters', () => {
    const errors = [{ kind: 'run' as const, message: '\u001b[31mred\u001b[39m\u0007' }];
    const [found] = annotationsOf(ofCase({ id: 'a\u001b[2Jb\nc', verdict: 'failed', errors }), none);
    expect([found?.title, found?.message]).toEqual(['memory-bench: ab c failed', 'run: red (1 of 6 samples)']);
  });
});
