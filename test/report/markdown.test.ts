import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import {
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createFindings,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSample,
} from '../builders.js';
import { badlyNested } from './hostile.js';
import { tablesOf } from './markdown-reader.js';
import { representative } from './representative.js';
import { createTimeline } from './told.js';

const firstLine = (comparison: Comparison) => renderMarkdown(comparison).split('\n')[0];

describe('the Markdown report', () => {
  it('of a run with something of everything', async () => {
    await expect(renderMarkdown(representative)).toMatchFileSnapshot('snapshots/markdown.txt');
  });

  it('begins with what passed', () => {
    expect(firstLine(createComparison())).toBe('## ✅ memory-bench: No memory regression in 1 case');
  });

  it('begins with what was measured where there is no baseline', () => {
    expect(firstLine(createComparison({ baseline: undefined }))).toBe(
      '## ✅ memory-bench: 1 case measured, no budget exceeded and no leak',
    );
  });

  it('begins with how much is open where nothing worse was found', () => {
    const cases = [createCaseComparison(), createCaseComparison({ verdict: 'inconclusive' })];
    expect(firstLine(createComparison({ cases }))).toBe(
      '## ✅ memory-bench: No memory regression in 2 cases, 1 inconclusive',
    );
  });

  it('begins with how many cases were not compared', () => {
    const verdicts = ['unchanged', 'improvement', 'inconclusive', 'new', 'new', 'incomparable'] as const;
    const cases = verdicts.map((verdict) => createCaseComparison({ verdict }));
    expect(firstLine(createComparison({ cases }))).toBe(
      '## ✅ memory-bench: No memory regression in 3 cases, 1 inconclusive, 2 new, 1 incomparable',
    );
  });

  it('claims nothing where no case could be compared', () => {
    const cases = (['new', 'incomparable'] as const).map((verdict) => createCaseComparison({ verdict }));
    expect(firstLine(createComparison({ cases }))).toBe(
      '## ✅ memory-bench: 2 cases measured, none comparable with the baseline',
    );
  });

  it('counts a skipped case by itself', () => {
    const cases = [createCaseComparison(), createCaseComparison({ verdict: 'missing', expected: false, samples: 0 })];
    expect(firstLine(createComparison({ cases }))).toBe('## ⚠️ memory-bench: 1 case passed, 1 skipped');
  });

  it('begins with what failed', () => {
    const findings = createFindings({ budget: 2, regression: 1, leak: 1, error: 1, missing: 1 });
    expect(firstLine(createComparison({ verdict: 'fail', findings }))).toBe(
      '## ❌ memory-bench: 1 case failed, 2 budget breaches, 1 regression, 1 leak, 1 case missing',
    );
  });

  it('says so where what was found does not fail the run', () => {
    const findings = createFindings({ budget: 1, regression: 0, leak: 0, error: 0, missing: 0 });
    expect(firstLine(createComparison({ findings, failOn: [] }))).toBe(
      '## ✅ memory-bench: 1 budget breach (none of it fails this run: --fail-on none)',
    );
  });

  it('has no table of findings where there are none', () => {
    expect(renderMarkdown(createComparison())).not.toContain('noise band');
  });

  it('marks the findings that fail the run', () => {
    const cases = [createCaseComparison({ breaches: [createBreach()], leak: createLeakFinding() })];
    const text = renderMarkdown(createComparison({ cases, failOn: ['leak'] }));
    expect(text.match(/(🔴|🟡) [*a-z ]+/g)).toEqual(['🟡 over budget', '🔴 **leak** ']);
  });

  it('links nothing', () => {
    expect(renderMarkdown(representative)).not.toMatch(/\]\(|http/);
  });

  it('says what was compared with what', () => {
    expect(renderMarkdown(createComparison()).split('\n\n')[1]).toBe(
      '`1111111` compared with the baseline of `2222222` (2026-02-28).',
    );
  });

  it('has a chart where the results are given', () => {
    const cases = [createCaseComparison({ leak: createLeakFinding() })];
    const results = createResults({ cases: [createCase({ samples: [createSample({ timeline: createTimeline() })] })] });
    expect(renderMarkdown(createComparison({ cases }), results)).toContain('```mermaid\n');
  });

  it('names what the pull request changed', () => {
    const differences = [{ kind: 'subject' as const, name: 'qdrant', baseline: '1.16.2', now: '1.16.3' }];
    expect(renderMarkdown(createComparison({ differences }))).toContain('- Changed: qdrant 1.16.2 → 1.16.3');
  });

  it('names the cases that could not be compared, once for each reason', () => {
    const cases = ['a', 'b'].map((id) =>
      createCaseComparison({ id, verdict: 'incomparable', reason: 'measured elsewhere' }),
    );
    expect(renderMarkdown(createComparison({ cases }))).toContain('Not comparable: measured elsewhere (a, b)');
  });

  it('shows no value where a case has none', () => {
    const cases = [createCaseComparison({ metrics: [] })];
    const [overview] = tablesOf(renderMarkdown(createComparison({ cases })));
    expect(overview?.[2]).toEqual(['single-document/10KB', '–', '–', '–', '–', '–', '–', '–', '–', 'unchanged']);
  });
});

describe('whatever names and messages are made of', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom('@team', '<b>', '</details>', '|', '\\|', '\n\n', '\n# ', '`', '![a](b)', 'http://a.b'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  const comparisons = fc
    .record({ id: text, description: text, message: text, reason: text, name: text, value: text, sha: text })
    .map(({ id, description, message, reason, name, value, sha }) =>
      createComparison({
        commit: sha,
        environmentKey: name,
        differences: [{ kind: 'subject', name, baseline: value, now: value }],
        cases: [
          createCaseComparison({
            id,
            description,
            verdict: 'failed',
            errors: [{ kind: 'run', message }],
            breaches: [createBreach()],
            metrics: [createMetricComparison()],
          }),
          createCaseComparison({ id, description, verdict: 'incomparable', reason }),
          createCaseComparison({ id, description, verdict: 'missing', reason }),
        ],
      }),
    );

  it('every row of a table has as many cells as its head', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        const tables = tablesOf(renderMarkdown(comparison));
        const widths = tables.map((rows) => [...new Set(rows.map((cells) => cells.length))]);
        expect(widths).toEqual([[5], [10], [6], [6], [6]]);
      }),
    );
  });

  it('the only HTML is ours', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        const rest = renderMarkdown(comparison).replaceAll(/<br>|<\/?(details|summary|em|sub)>/g, '');
        expect(rest).not.toMatch(/[<>]/);
      }),
    );
  });

  it('as many folds are closed as opened', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        const markdown = renderMarkdown(comparison);
        const count = (tag: string) => markdown.split(tag).length - 1;
        expect(count('<details>')).toBe(count('</details>'));
        expect(count('<details>')).toBeGreaterThanOrEqual(5);
        expect(badlyNested(markdown)).toEqual([]);
      }),
    );
  });

  it('nobody is mentioned', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        expect(renderMarkdown(comparison)).not.toMatch(/@[a-z0-9]/i);
      }),
    );
  });

  it('there is one heading', () => {
    fc.assert(
      fc.property(comparisons, (comparison) => {
        expect(renderMarkdown(comparison).match(/^ {0,3}#{1,6} /gm)).toEqual(['## ']);
      }),
    );
  });
});
