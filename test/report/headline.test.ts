import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.js';
import { changedAnything, renderSection } from '../../src/report/comment.js';
import { findingsOf } from '../../src/report/findings.js';
import { comparedWith, headline } from '../../src/report/headline.js';
import { pageData } from '../../src/report/html/page-data.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { comparedSentence } from '../../src/report/origin.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { BaselineAbsence } from '../../src/results/absence.js';
import { createCaseComparison, createComparison, createFindings, createResults } from '../builders.js';
import { createProvenance } from './told.js';

const absence: BaselineAbsence = {
  kind: 'unavailable',
  reason: 'GitHub answered 403 when listing artifacts',
  remedy: 'Give the job the permission actions: read.',
  expected: true,
};
const notCompared = createComparison({
  baseline: undefined,
  absence,
  verdict: 'not-compared',
  fails: true,
  findings: createFindings({ baseline: 1 }),
});
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const linesOf = (text: string) => text.split('\n');
const skipped = createCaseComparison({
  id: 'search/dense',
  verdict: 'missing',
  expected: false,
  samples: 0,
  metrics: [],
  lacks: 'model',
  reason: 'needs model: the package is missing. Run "npm install".',
});
const withSkipped = createComparison({
  cases: [createCaseComparison({ id: 'a' }), createCaseComparison({ id: 'b' }), skipped],
  findings: createFindings({ skipped: 1 }),
});

describe('a run that was not compared', () => {
  it('has the reason in the heading of the comment and the summary', () => {
    const section = renderSection(notCompared, createResults(), undefined, createProvenance(), 60_000);
    expect(linesOf(section)[0]).toBe('## ⚠️ memory-bench: not compared: GitHub answered 403 when listing artifacts');
  });

  it('has the remedy and what was measured in the line below the heading', () => {
    expect(linesOf(renderMarkdown(notCompared))[2]).toBe(
      'Give the job the permission actions: read.<br>1 case measured, no budget exceeded and no leak. `1111111`, not compared with a baseline: budgets and leaks are judged, differences are not.',
    );
  });

  it('never says that there is no baseline yet', () => {
    expect(renderMarkdown(notCompared)).not.toContain('no baseline yet');
    expect(renderTerminal(notCompared)).not.toContain('no baseline yet');
  });

  it('ends on a terminal with NOT COMPARED below the remedy', () => {
    expect(linesOf(renderTerminal(notCompared).trimEnd()).slice(-2)).toEqual([
      'hint: Give the job the permission actions: read.',
      'NOT COMPARED  GitHub answered 403 when listing artifacts; 1 case measured, no budget exceeded and no leak',
    ]);
  });

  it('is a warning annotation with the remedy, and says where it fails the run', () => {
    expect(annotationsOf(notCompared, new Map())).toEqual([
      {
        level: 'warning',
        title: 'memory-bench: not compared',
        message:
          'GitHub answered 403 when listing artifacts\nGive the job the permission actions: read.\nThis fails the run, because fail-on has `baseline`.',
      },
    ]);
  });

  it('has the verdict and the remedy on the page', () => {
    const data = pageData({ comparison: notCompared, results: createResults(), baselineResults: undefined });
    expect(data).toMatchObject({ verdict: 'not compared', tone: 'bad', remedy: absence.remedy });
    expect(data.headline).toContain('not compared: GitHub answered 403');
  });

  it('is told in a comment that is written for changes only', () => {
    expect(changedAnything(notCompared)).toBe(true);
  });

  it('shows both where it exceeds a budget as well', () => {
    const both = createComparison({
      ...notCompared,
      verdict: 'fail',
      findings: createFindings({ budget: 1, baseline: 1 }),
    });
    expect(headline(both)).toBe('1 budget breach; not compared: GitHub answered 403 when listing artifacts');
    expect(linesOf(renderMarkdown(both))[0]).toMatch(/^## ❌ /);
    expect(lastLine(renderTerminal(both))).toBe(
      'FAIL  1 budget breach; not compared: GitHub answered 403 when listing artifacts',
    );
  });

  it('keeps a hostile reason on one line and escaped', () => {
    const reason = 'bad\n## ✅ all fine <img src=x> @someone';
    const text = renderMarkdown(createComparison({ ...notCompared, absence: { ...absence, reason } }));
    expect(linesOf(text)[0]).toContain('not compared: bad &#35;');
    expect(text).not.toContain('\n## ✅');
    expect(text).not.toContain('<img');
  });

  it('is not called a first run where the settings ask for no baseline', () => {
    const asked = createComparison({ baseline: undefined, absence: { kind: 'not-requested' } });
    expect(renderTerminal(asked)).toContain('compared with no baseline, as the settings ask');
    expect(lastLine(renderTerminal(asked))).toMatch(/^PASS /);
  });
});

describe('a run that did not measure everything', () => {
  it('counts a skipped case in its last line, with what it lacks', () => {
    expect(lastLine(renderTerminal(withSkipped))).toBe('PASS  2 cases passed, 1 skipped: no model');
  });

  it('counts it in the heading, which is not green', () => {
    expect(linesOf(renderMarkdown(withSkipped))[0]).toBe('## ⚠️ memory-bench: 2 cases passed, 1 skipped: no model');
  });

  it('names it with its reason and the remedy in every report', () => {
    expect(renderTerminal(withSkipped)).toContain(
      'skipped  search/dense  was not measured\n  needs model: the package',
    );
    expect(renderMarkdown(withSkipped)).toContain(
      '🟡 skipped · search/dense · was not measured (needs model: the package',
    );
    const { findings } = pageData({ comparison: withSkipped, results: createResults(), baselineResults: undefined });
    expect(findings).toMatchObject([{ kind: 'skipped', tone: 'uncertain', caseId: 'search/dense' }]);
  });

  it('says what a missing case lacks', () => {
    const missing = createComparison({
      cases: [{ ...skipped, expected: true }],
      verdict: 'fail',
      findings: createFindings({ missing: 1 }),
    });
    expect(headline(missing)).toBe('1 case missing: no model');
  });

  it('counts failed passes and metrics that were not measured', () => {
    const judged = createCaseComparison({
      failedPasses: [{ pass: 'sites', error: { kind: 'measure', message: 'ENOSPC: no space left on device' } }],
      unchecked: [{ metric: 'native_delta_mb', reason: 'malloc is not glibc’s', budgeted: true }],
    });
    const comparison = createComparison({ cases: [judged] });
    expect(headline(comparison)).toBe('1 case passed, 1 failed pass, 1 metric not measured');
    expect(findingsOf(comparison)).toMatchObject([
      {
        kind: 'incomplete',
        what: 'recording where memory comes from failed: ENOSPC: no space left on device',
        failing: false,
      },
      { kind: 'unchecked', failing: false },
    ]);
  });

  it('names uncommitted changes on top of the commit, and of that of the baseline', () => {
    const baseline = { commit: 'b'.repeat(40), dirty: true, startedAt: '2026-03-04T00:00:00.000Z' };
    const comparison = createComparison({ commit: 'a'.repeat(40), dirty: true, baseline });
    expect(comparedWith(comparison)).toBe(
      'aaaaaaa with uncommitted changes compared with the baseline of bbbbbbb with uncommitted changes (2026-03-04)',
    );
    expect(comparedSentence(comparison, undefined)).toBe(
      '`aaaaaaa` with uncommitted changes compared with the baseline of `bbbbbbb` with uncommitted changes (2026-03-04).',
    );
    const first = createComparison({ commit: 'a'.repeat(40), dirty: true, baseline: undefined });
    expect(comparedWith(first)).toMatch(/^aaaaaaa with uncommitted changes, /);
  });

  it('shows unsettled readings below, and in the table', () => {
    const judged = createCaseComparison({ unsettled: { readings: ['before'], samples: 2, leftOut: true } });
    const text = renderTerminal(createComparison({ cases: [judged] }));
    expect(text).toMatch(/^single-document\/10KB .* unchanged, unsettled$/m);
    expect(text).toContain(
      'unsettled  single-document/10KB  memory still moved when it was read\n  before in 2 of 5 samples; not used to judge',
    );
  });

  it('annotates skipped cases only where they fail the run', () => {
    const titles = (failOn: typeof withSkipped.failOn) =>
      annotationsOf({ ...withSkipped, failOn }, new Map()).map(({ level, title }) => `${level} ${title}`);
    expect(titles(withSkipped.failOn)).toEqual([]);
    expect(titles(['skipped'])).toEqual(['error memory-bench: search/dense was not measured']);
  });

  it.each([
    ['the selection left out', { deselected: ['b', 'c'] }, /2 cases of the baseline not selected here: b, c/i],
    [
      'the time limit cut short',
      { cutShort: ['samples', 'native'] as const },
      /the time limit \(timeout-minutes\) was reached: no more samples/i,
    ],
    [
      'could only be polled, for want of a high-water mark',
      { cases: [createCaseComparison({ id: 'daemon', peakPolled: true })] },
      /high-water mark cannot be reset here, so short spikes may be missed: daemon/i,
    ],
  ])('has a line on what %s', (_, overrides, line) => {
    const comparison = createComparison(overrides);
    expect(renderTerminal(comparison)).toMatch(line);
    expect(renderMarkdown(comparison)).toMatch(line);
    const { notes } = pageData({ comparison, results: createResults(), baselineResults: undefined });
    expect(notes.join('\n')).toMatch(line);
  });
});
