import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Comparison, LeakFinding } from '../../src/compare/verdict.js';
import { type Painter, plain, renderTerminal } from '../../src/report/terminal.js';
import type { Screen } from '../../src/report/terminal-table.js';
import type { MeasuredSample } from '../../src/results/schema.js';
import {
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createFindings,
  createFollowUp,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSample,
  createSpread,
} from '../builders.js';
import { representative } from './representative.js';
import { createTimeline } from './told.js';

const marking: Painter = {
  bad: (text) => `<bad>${text}</bad>`,
  good: (text) => `<good>${text}</good>`,
  uncertain: (text) => `<uncertain>${text}</uncertain>`,
  dim: (text) => text,
};

const linesOf = (comparison: Comparison, painter: Painter = plain) => renderTerminal(comparison, painter).split('\n');
const ofCase = (...overrides: Parameters<typeof createCaseComparison>[0][]) =>
  createComparison({ cases: overrides.map((judged) => createCaseComparison(judged)) });

describe('the terminal report', () => {
  it('of a run with something of everything', async () => {
    await expect(renderTerminal(representative)).toMatchFileSnapshot('snapshots/terminal.txt');
  });

  it('names the cases that were measured longer where they are more than two', () => {
    const extensions = [{ after: 5, reason: 'decide' as const, about: ['peak_delta_mb'] }];
    const longer = [10, 20, 15].map((samples) => ({ id: `case-${samples}`, samples, extensions }));
    expect(linesOf(ofCase(...longer))).toContain(
      'More samples taken in 3 cases, up to 20 each: case-10, case-20, case-15.',
    );
  });

  it('says what was measured longer than planned, and why', () => {
    const extensions = [
      { after: 5, reason: 'decide' as const, about: ['peak_delta_mb'] },
      { after: 10, reason: 'confirm' as const, about: ['peak_delta_mb'] },
    ];
    expect(linesOf(ofCase({ samples: 15, extensions }))).toContain(
      'single-document/10KB: 10 more samples taken to confirm the regression (peak_delta_mb).',
    );
  });

  it('says nothing of that where nothing was', () => {
    expect(linesOf(ofCase({})).join('\n')).not.toContain('more samples taken');
  });

  it('ends with the verdict of a run that passed', () => {
    expect(linesOf(createComparison()).slice(-2)).toEqual(['PASS  No memory regression in 1 case', '']);
  });

  it('ends with the verdict of a run that failed', () => {
    const findings = createFindings({ budget: 1, regression: 0, leak: 0, error: 0, missing: 0 });
    expect(linesOf(createComparison({ verdict: 'fail', findings })).at(-2)).toBe('FAIL  1 budget breach');
  });

  it('says first what was compared with what', () => {
    expect(linesOf(createComparison())[0]).toBe('1111111 compared with the baseline of 2222222 (2026-02-28)');
  });

  it('says first that there is no baseline', () => {
    expect(linesOf(createComparison({ baseline: undefined }))[0]).toMatch(/^1111111, no baseline yet for linux-x64/);
  });

  it('speaks of a run outside of a work tree', () => {
    expect(linesOf(createComparison({ commit: undefined }))[0]).toMatch(/^this run compared with/);
  });

  it('shows a difference behind the value only where the metric left its baseline', () => {
    const same = createMetricComparison({ metric: 'peak_rss_mb', difference: 1 });
    const worse = createMetricComparison({
      metric: 'rss_delta_mb',
      verdict: 'regression',
      difference: 3,
      now: createSpread(13),
    });
    const row = linesOf(ofCase({ metrics: [same, worse] })).find((line) => line.startsWith('single-document'));
    expect(row).toMatch(/^single-document\/10KB +10\.0 +- +13\.0 \(\+3\.00\) /);
  });

  it('has the columns of its table one below the other', () => {
    const lines = linesOf(
      ofCase({ id: 'a' }, { id: 'a-much-longer-name/with-a-label', metrics: [] }, { id: 'b', verdict: 'new' }),
    );
    const start = lines.findIndex((line) => line.startsWith('case'));
    const ends = lines.slice(start, start + 4).map((line) => line.search(/(verdict|unchanged|new)$/));
    expect(new Set(ends).size).toBe(1);
  });

  it('calls a case that was not expected skipped', () => {
    const [row] = linesOf(ofCase({ verdict: 'missing', expected: false, metrics: [] })).filter((line) =>
      line.startsWith('single-document'),
    );
    expect(row).toMatch(/skipped$/);
  });

  it('tells breach and leak beside the verdict of a case', () => {
    const [row] = linesOf(ofCase({ breaches: [createBreach()], leak: createLeakFinding() })).filter((line) =>
      line.startsWith('single-document'),
    );
    expect(row).toMatch(/unchanged, over budget, leak$/);
  });

  it('indents the further lines of a message', () => {
    const errors = [{ kind: 'run' as const, message: 'first\nsecond' }];
    expect(renderTerminal(ofCase({ verdict: 'failed', errors }))).toContain('run: first\n  second\n');
  });

  it('says how many samples the medians are of', () => {
    expect(renderTerminal(ofCase({ samples: 3 }, { samples: 5 }))).toContain('medians of 3 to 5 samples');
  });

  it('speaks of one sample in the singular', () => {
    expect(renderTerminal(ofCase({ samples: 1 }))).toContain('of 1 sample;');
  });
});

describe('packages that changed', () => {
  const changed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `p${index}`, direct: true, baseline: '1', now: '2' }));

  it('are named, each in a line', () => {
    const packages = [
      ...changed(1),
      { name: 'undici', direct: false, baseline: undefined, now: '6.1.0' },
      { name: 'x', direct: false, baseline: '1.0', now: undefined },
    ];
    expect(renderTerminal(createComparison({ packages }))).toContain(
      'changed: p0 1 -> 2\nchanged: + undici 6.1.0\nchanged: - x 1.0\n',
    );
  });

  it('are counted where they are many', () => {
    const lines = linesOf(createComparison({ packages: changed(32) })).filter((line) => line.startsWith('changed:'));
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('changed: and 24 more');
  });
});

describe('colour', () => {
  it('is not used with the plain painter', () => {
    const text = renderTerminal(representative);
    expect(stripVTControlCharacters(text)).toBe(text);
  });

  it('does not come in with the message of a scenario', () => {
    const errors = [{ kind: 'run' as const, message: '\u001b[31mexpected\u001b[39m 10 hits' }];
    const text = renderTerminal(ofCase({ verdict: 'failed', errors }));
    expect(stripVTControlCharacters(text)).toBe(text);
  });

  it.each<[string, Comparison]>([
    ['a name', ofCase({ id: 'a\u001b[2Jb' })],
    ['a reason', ofCase({ verdict: 'incomparable', reason: 'a\u001b[2Jb' })],
    [
      'a version',
      createComparison({ differences: [{ kind: 'subject', name: 'x', baseline: '\u001b[2J', now: '\b' }] }),
    ],
    ['a package', createComparison({ packages: [{ name: '\u001b[2J', direct: true, baseline: '\b', now: '\r' }] })],
    ['a commit', createComparison({ commit: '\u001b[2J' })],
    ['an environment', createComparison({ baseline: undefined, environmentKey: '\u001b[2J' })],
  ])('does not come in with %s of a results document', (_, comparison) => {
    expect(renderTerminal(comparison).replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u);
  });

  it.each([
    ['bad', { verdict: 'regression' as const }],
    ['bad', { verdict: 'failed' as const }],
    ['bad', { breaches: [createBreach()] }],
    ['bad', { leak: createLeakFinding() }],
    ['good', { verdict: 'improvement' as const }],
    ['uncertain', { verdict: 'inconclusive' as const }],
    ['uncertain', { verdict: 'missing' as const }],
    ['uncertain', { leak: createLeakFinding({ verdict: 'ratchet' }) }],
  ])('is %s for a case like %j', (colour, judged) => {
    const [row] = linesOf(ofCase(judged), marking).filter((line) => line.includes('single-document/10KB  '));
    expect(row).toMatch(new RegExp(`^<${colour}>.*</${colour}>$`));
  });

  it('is not used for a case that is unchanged', () => {
    const [row] = linesOf(ofCase({}), marking).filter((line) => line.includes('single-document/10KB'));
    expect(row).not.toContain('<');
  });

  it('is good for a run that passed and bad for one that failed', () => {
    expect(linesOf(createComparison(), marking).at(-2)).toMatch(/^<good>PASS/);
    expect(linesOf(createComparison({ verdict: 'fail' }), marking).at(-2)).toMatch(/^<bad>FAIL/);
  });
});

describe('on a screen', () => {
  const ramp = Array.from({ length: 12 }, (_, index) => 10 * index);
  const results = createResults({
    cases: ['a', 'b'].map((id) => createCase({ id, samples: [createSample({ timeline: createTimeline(ramp) })] })),
  });
  const comparison = ofCase({ id: 'a' }, { id: 'b' });
  const lines = (screen: Partial<Screen> = {}) =>
    renderTerminal(comparison, plain, { columns: 200, unicode: true, results, ...screen }).split('\n');
  const widest = (text: readonly string[]) => Math.max(...text.slice(2, 6).map(({ length }) => length));

  it('each case has its memory over time before the verdict', () => {
    expect(lines().filter((line) => line.startsWith('a '))[0]).toMatch(/ {2}▁▁▂▃▃▄▅▆▆▇██ {2}unchanged$/);
  });

  it('the legend says what the sparklines are', () => {
    expect(lines()).toContain('over time: memory of the measured process from start to end of a sample, 0 to its peak');
  });

  it('the header has two lines where the table would be too wide else', () => {
    const wide = widest(lines());
    const broken = lines({ columns: wide - 1 });
    expect(broken[2]).toMatch(/peak +peak +memory/);
    expect(broken[3]).toMatch(/^case +memory +rise +change/);
    expect(widest(broken)).toBeLessThan(wide);
    expect(broken.join('\n')).toContain('▁▁▂▃▃▄▅▆▆▇██');
  });

  it('no line of the table is wider than the screen, down to the figures alone', () => {
    const narrowest = widest(lines({ columns: 1 }));
    for (let columns = narrowest; columns < 160; columns += 1) {
      expect(widest(lines({ columns }))).toBeLessThanOrEqual(columns);
    }
  });

  it('the sparklines go, and what is said of them, where there is no room', () => {
    expect(lines({ columns: 1 }).join('\n')).not.toMatch(/[▁-█]|over time/);
  });

  it('there are none where only ASCII is shown', () => {
    expect(lines({ unicode: false })).toEqual(renderTerminal(comparison).split('\n'));
  });

  it('there are none where nothing was recorded', () => {
    expect(lines({ results: createResults({ cases: [] }) })).toEqual(renderTerminal(comparison).split('\n'));
  });

  it('a leak has its growth below it', () => {
    const followUp = createFollowUp({ heapBytes: (iteration) => iteration * 1024 * 1024 }, { count: 4 });
    expect(withGrowth(createLeakFinding(), followUp)).toContain('\n  ▁▃▆█ after each iteration, 8.0 MiB to 11.0 MiB\n');
  });

  it('a leak of descriptors has their number below it', () => {
    const followUp = createFollowUp({ descriptors: (iteration) => 5 * iteration }, { count: 4 });
    const leak = createLeakFinding({ series: 'descriptors', rate: 5 });
    expect(withGrowth(leak, followUp)).toContain('\n  ▁▃▆█ after each iteration, 20 to 35\n');
  });

  it('a suspected leak and growth that slows down have it as well, and stable memory has not', () => {
    const followUp = createFollowUp({ heapBytes: (iteration) => iteration * 1024 }, { count: 4 });
    const shown = (['suspected', 'slowing', 'ratchet', 'stable'] as const).map((verdict) =>
      withGrowth(createLeakFinding({ verdict }), followUp).includes('after each iteration'),
    );
    expect(shown).toEqual([true, true, true, false]);
  });

  function withGrowth(leak: LeakFinding, followUp: MeasuredSample): string {
    return renderTerminal(ofCase({ id: 'a', leak }), plain, {
      columns: 80,
      unicode: true,
      results: createResults({ cases: [createCase({ id: 'a', samples: [followUp] })] }),
    });
  }
});

describe('a pipe', () => {
  it('gets no sparkline, so that a search in it finds the same everywhere', () => {
    expect(renderTerminal(representative)).not.toMatch(/[▁-█]/);
  });
});
