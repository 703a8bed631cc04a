import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleChange } from '../../src/compare/rules.js';
import { changedAnything, renderSection } from '../../src/report/comment.js';
import type { Judgement } from '../../src/report/provenance.js';
import { createCaseComparison, createComparison, createResults } from '../builders.js';
import { hostileText } from './hostile.js';
import { createProvenance } from './told.js';

const sha = 'bbbbbbbcccccccccccccccccccccccccccccccccc'.slice(0, 40);
const judgementOf = (overrides: Partial<Judgement> = {}): Judgement => ({
  rules: { by: 'baseline', branch: undefined },
  changes: [],
  both: undefined,
  reservations: [],
  ...overrides,
});
const passing = createComparison({
  baseline: { commit: sha, dirty: false, startedAt: '2026-03-01T12:00:00.000Z' },
  cases: [createCaseComparison({ verdict: 'unchanged' })],
  verdict: 'pass',
});
const shown = (judgement: Judgement | undefined, comparison = passing, length = 65_000) =>
  renderSection(comparison, createResults(), undefined, createProvenance({ judgement }), length);
const budget: RuleChange = {
  kind: 'budget',
  metric: 'peak_rss_mb',
  baseline: 100,
  now: 500,
  cases: ['single-document/10KB'],
};

describe('the rules of a verdict', () => {
  it('are those of the default branch, with the commit of the baseline', () => {
    expect(shown(judgementOf())).toMatch(
      /Judged by the rules of the default branch \(baseline of \[`bbbbbbb`\]\(\S+\)\)\./,
    );
  });

  it('are those of the base branch, by its name', () => {
    const rules = { by: 'baseline', branch: 'release/<1>' } as const;
    expect(shown(judgementOf({ rules }))).toContain('Judged by the rules of the branch release/&lt;1&gt; (baseline of');
  });

  it.each([
    ['no-baseline', /come from the pull request: there is no baseline/],
    ['baseline-without-rules', /come from the pull request: the baseline \(of \[`bbbbbbb`\]\(\S+\)\) carries none/],
  ] as const)('are said to come from the pull request for the reason %s', (reason, words) => {
    expect(shown(judgementOf({ rules: { by: 'pull-alone', reason } }))).toMatch(words);
  });

  it('are named where the pull request changes them, with both verdicts', () => {
    const failing = createComparison({ ...passing, verdict: 'fail', findings: { ...passing.findings, budget: 1 } });
    const text = shown(
      judgementOf({
        changes: [
          budget,
          { kind: 'fail-on', baseline: ['budget', 'leak'], now: [] },
          {
            kind: 'threshold',
            metric: 'rss_delta_mb',
            baseline: { absolute: 2, relativePercent: 5 },
            now: { absolute: 600, relativePercent: 5 },
            cases: ['a', 'b'],
          },
          { kind: 'leak-detection', cases: ['c'] },
        ],
        both: { baseline: failing, pull: passing },
      }),
    );
    expect(text).toContain(
      'The pull request changes budgets: peak_rss_mb 100.0 MiB → 500.0 MiB (single-document/10KB).',
    );
    expect(text).toContain(
      'The pull request changes thresholds: rss_delta_mb 2.00 MiB and 5 % → 600.0 MiB and 5 % (a, b).',
    );
    expect(text).toContain('The pull request changes fail-on: budget, leak → none.');
    expect(text).toContain('The pull request turns leak detection off, or raises its tolerance, for c.');
    expect(text).toContain(
      'By the rules of the default branch: **fail** (1 budget breach). By those of the pull request: pass.',
    );
  });

  it('are named in few words, however many are changed', () => {
    const changes = Array.from(
      { length: 500 },
      (_, now): RuleChange => ({ ...budget, now, cases: Array(500).fill('a') }),
    );
    expect(shown(judgementOf({ changes })).length).toBeLessThan(5_000);
  });

  it('are left out where there is no judgement, as at a desk', () => {
    expect(shown(undefined)).not.toMatch(/Judged by|pull request/);
  });
});

describe('the heading of a verdict with reservations', () => {
  const reservation = { short: '1 case of the baseline not measured', detail: 'Not measured: dropped', failing: false };

  it('is not green, and says why', () => {
    const [heading] = shown(judgementOf({ reservations: [reservation] })).split('\n');
    expect(heading).toBe('## ⚠️ memory-bench: No memory regression in 1 case; 1 case of the baseline not measured');
  });

  it('is red where one of them is a failure', () => {
    const [heading] = shown(judgementOf({ reservations: [reservation, { ...reservation, failing: true }] })).split(
      '\n',
    );
    expect(heading).toMatch(/^## ❌ /u);
  });

  it('stays red where the verdict fails', () => {
    const failing = createComparison({ ...passing, verdict: 'fail' });
    expect(shown(judgementOf({ reservations: [reservation] }), failing)).toMatch(/^## ❌ /u);
  });

  it('keeps its reasons in the shortest section', () => {
    expect(shown(judgementOf({ reservations: [reservation] }), passing, 200)).toContain(
      '1 case of the baseline not measured',
    );
  });

  it('is one line, whatever the reasons say', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const reservations = [{ short: text, detail: text, failing: false }];
        const lines = shown(judgementOf({ reservations })).split('\n');
        expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(1);
      }),
    );
  });
});

it('a comment is wanted where rules change or something speaks against the verdict', () => {
  expect(changedAnything(passing, judgementOf())).toBe(false);
  expect(changedAnything(passing, judgementOf({ changes: [budget] }))).toBe(true);
  expect(
    changedAnything(passing, judgementOf({ reservations: [{ short: 'x', detail: undefined, failing: false }] })),
  ).toBe(true);
});
