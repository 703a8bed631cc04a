import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import { changedAnything, renderSection } from '../../src/report/comment.js';
import type { BaselineProvenance, Provenance } from '../../src/report/provenance.js';
import {
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSample,
  createSiteDifference,
  createSitesComparison,
  createSpread,
} from '../builders.js';
import { badlyNested, hostileTold, tagsOf } from './hostile.js';
import { decodeEntities, tablesOf } from './markdown-reader.js';
import { representative } from './representative.js';
import { createProvenance, createTimeline, repositoryUrl } from './told.js';

const plenty = 1_000_000;
const nothing = createResults({ cases: [] });
const rendered = (comparison: Comparison, provenance: Partial<Provenance> = {}, maxLength = plenty) =>
  renderSection(comparison, nothing, undefined, createProvenance(provenance), maxLength);
const ofCase = (...overrides: Parameters<typeof createCaseComparison>[0][]) =>
  createComparison({ cases: overrides.map((judged) => createCaseComparison(judged)) });
const regression = createMetricComparison({
  verdict: 'regression',
  difference: 3,
  differencePercent: 30,
  now: createSpread(13),
  shift: { shift: 3, lower: 2.5, upper: 3.5, confidence: 0.992 },
});
const baselineFrom = (source: BaselineProvenance['source'], commitsBehind?: number): Partial<Provenance> => ({
  baseline: { source, commitsBehind, notes: [] },
});
const nbsp = (text: string) => text.replaceAll(' ', '\u00a0');
const many = (count: number) =>
  ofCase(...Array.from({ length: count }, (_, index) => ({ id: `case/${index}`, metrics: [regression] })));

describe('the section of a job', () => {
  it('of a run with something of everything', async () => {
    await expect(rendered(representative)).toMatchFileSnapshot('snapshots/comment.txt');
  });

  it('begins with the verdict', () => {
    expect(rendered(createComparison())).toMatch(/^## ✅ memory-bench: No memory regression in 1 case\n/);
  });

  it('names the job where there are several', () => {
    expect(rendered(createComparison(), { leg: 'node 22, os ubuntu-24.04' })).toMatch(
      /^## ✅ memory-bench \(node 22, os ubuntu-24\.04\): No/,
    );
  });

  it('is short where nothing changed', () => {
    const text = rendered(createComparison());
    const unfolded = text.slice(0, text.indexOf('<details>'));
    expect(unfolded.split('\n').filter((line) => line !== '')).toHaveLength(2);
  });
});

describe('the footer', () => {
  it('links the profiles where there are any', () => {
    const profilesUrl = `${repositoryUrl}/actions/runs/7/artifacts/9`;
    expect(rendered(createComparison(), { profilesUrl })).toContain(` · [profiles](${profilesUrl}) · `);
    expect(rendered(createComparison())).not.toContain('[profiles]');
  });
});

describe('what was measured longer than planned', () => {
  const extensions = [{ after: 5, reason: 'decide' as const, about: ['peak_delta_mb', 'rss_delta_mb'] }];

  it('is told with the reason', () => {
    expect(rendered(ofCase({ samples: 20, extensions }))).toContain(
      '- single-document/10KB: 15 more samples taken because the result was inconclusive (peak_delta_mb, rss_delta_mb).',
    );
  });

  it('is not spoken of where it is nothing', () => {
    expect(rendered(ofCase({}))).not.toContain('more samples taken');
  });
});

describe('what was compared with what', () => {
  const sentence = (comparison: Comparison, provenance: Partial<Provenance> = {}) =>
    rendered(comparison, provenance).split('\n\n')[1];
  const both = `[\`1111111\`](${repositoryUrl}/commit/1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) compared with the baseline of [\`2222222\`](${repositoryUrl}/commit/2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) (2026-02-28)`;

  it.each([
    ['the merge base', baselineFrom('merge-base', 0), `${both}, the merge base.`],
    ['an ancestor', baselineFrom('ancestor', 3), `${both}, an ancestor, 3 commits back.`],
    ['the nearest ancestor', baselineFrom('ancestor', 1), `${both}, an ancestor, 1 commit back.`],
    ['a file', baselineFrom('file'), `${both}, the committed file linux-x64-glibc-2c-none-default.json.`],
  ])('names %s', (_, provenance, expected) => {
    expect(sentence(createComparison(), provenance)).toBe(expected);
  });

  it('is only what was measured where there is no baseline', () => {
    const comparison = createComparison({ baseline: undefined, commit: undefined });
    expect(sentence(comparison, baselineFrom('none'))).toBe(
      'this run, no baseline yet for linux-x64-glibc-2c-none-default: budgets and leaks are judged, differences are not.',
    );
  });

  it('links no commit outside of GitHub', () => {
    expect(sentence(createComparison(), { repositoryUrl: undefined })).toMatch(/^`1111111` compared .* `2222222` /);
  });

  it('links nothing that is no whole commit', () => {
    expect(sentence(createComparison({ commit: 'abc', baseline: undefined }))).toMatch(/^commit abc, no baseline/);
  });

  it('names changed versions first and the machine last', () => {
    const differences = (['context', 'subject'] as const).map((kind) => ({
      kind,
      name: kind,
      baseline: '1',
      now: '2',
    }));
    const notes = ['the artifact has expired'];
    const provenance = { baseline: { source: 'ancestor' as const, commitsBehind: 1, notes } };
    expect(rendered(createComparison({ differences }), provenance)).toContain(
      '- Changed: subject 1 → 2\n- Baseline: the artifact has expired\n- Measured elsewhere: context 1 → 2',
    );
  });

  const packages = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `p${index}`, direct: true, baseline: '1', now: '2' }));

  it('names packages that changed, came and went behind Node and what scenarios lean on', () => {
    const changed = [
      ...packages(1),
      { name: 'undici', direct: false, baseline: undefined, now: '6.1.0' },
      { name: 'x', direct: false, baseline: '1.0', now: undefined },
    ];
    const differences = [{ kind: 'subject' as const, name: 'fastembed', baseline: '2.0.0', now: '2.1.0' }];
    expect(rendered(createComparison({ differences, packages: changed }))).toContain(
      '- Changed: fastembed 2.0.0 → 2.1.0, p0 1 → 2, + undici 6.1.0, − x 1.0\n',
    );
  });

  it('folds the packages that are too many', () => {
    const text = rendered(createComparison({ packages: packages(32) }));
    expect(text).toMatch(/^- Changed: p0 1 → 2, .*p7 1 → 2, and 24 more$/m);
    expect(text).toContain('<details><summary>Other versions that changed</summary>');
    const [table] = tablesOf(text);
    expect(table?.slice(2)).toHaveLength(24);
    expect(table?.[2]).toEqual(['p8', '1', '2']);
  });

  it('folds no more of them than anybody reads', () => {
    const [table] = tablesOf(rendered(createComparison({ packages: packages(2_000) })));
    expect(table?.slice(2)).toHaveLength(101);
    expect(table?.at(-1)?.[0]).toBe('and 1892 more');
  });

  it('counts the notes that are too many', () => {
    const notes = Array.from({ length: 50 }, (_, index) => `note ${index}`);
    const text = rendered(createComparison(), { baseline: { source: 'none', commitsBehind: undefined, notes } });
    expect(text).toContain('- Baseline: note 7\n- and 42 more');
  });
});

describe('what changed', () => {
  const cells = (comparison: Comparison) => tablesOf(rendered(comparison))[0]?.[2];

  it('tells a regression with difference, both medians, interval and threshold', () => {
    expect(cells(ofCase({ metrics: [regression] }))).toEqual([
      '🔴 **regression**<br>single-document/10KB<br>RSS change (rss_delta_mb)',
      nbsp('**+3.00 MiB**<br>+30.0 %'),
      nbsp('10.0 → 13.0 MiB'),
      nbsp('+2.50 to +3.50 MiB<br>99 % CI'),
      nbsp('threshold 1.00 MiB'),
    ]);
  });

  it('tells a breach without a baseline with its value and budget', () => {
    expect(cells(ofCase({ breaches: [createBreach()], metrics: [] }))).toEqual([
      '🔴 **over budget**<br>single-document/10KB<br>RSS change (rss_delta_mb)',
      '–',
      nbsp('20.0 MiB'),
      '–',
      nbsp('budget 10.0 MiB'),
    ]);
  });

  it('tells a metric that breaks budget and threshold once', () => {
    const [table] = tablesOf(rendered(ofCase({ metrics: [regression], breaches: [createBreach({ value: 13 })] })));
    expect(table?.slice(2).map(([name, , , , limit]) => [name, limit])).toEqual([
      [
        '🔴 **over budget**, **regression**<br>single-document/10KB<br>RSS change (rss_delta_mb)',
        nbsp('budget 10.0 MiB<br>threshold 1.00 MiB'),
      ],
    ]);
  });

  it('begins with what fails', () => {
    const comparison = createComparison({
      cases: [createCaseComparison({ metrics: [regression], breaches: [createBreach({ metric: 'peak_rss_mb' })] })],
      failOn: ['regression'],
    });
    const [table] = tablesOf(rendered(comparison));
    expect(table?.slice(2).map(([name]) => name?.split('<br>')[0])).toEqual(['🔴 **regression**', '🟡 over budget']);
  });

  it('shows a leak with its rate, the interval, and how much was measured', () => {
    expect(rendered(ofCase({ leak: createLeakFinding() }))).toContain(
      '- 🔴 **leak** · single-document/10KB · the JavaScript heap grows by 10.0 KiB per iteration (9.0 KiB to 11.0 KiB, 95 % CI; 6 processes, up to 400 iterations; growth ratio 12.0 %)',
    );
  });

  it('shows a suspected leak with the reason', () => {
    const leak = createLeakFinding({ verdict: 'suspected', reason: 'only one process shows it', processes: 1 });
    const text = rendered(ofCase({ leak }));
    expect(text).toMatch(/- 🟡 suspected leak · .* \(.*; 1 process, 400 iterations; only one process shows it; .*\)/);
    expect(text).toContain('| unchanged, suspected leak |');
  });

  it('tells a failure with no more than the beginning of its message', () => {
    const errors = [{ kind: 'run' as const, message: 'x'.repeat(10_000) }];
    const line = rendered(ofCase({ verdict: 'failed', errors })).match(/failed\*\* · .*/)?.[0];
    expect(line).toMatch(/run: x{250,}… \(1 of 6 samples\)$/);
    expect(line?.length).toBeLessThan(400);
  });

  it('folds improvements where there is anything worse', () => {
    const better = createMetricComparison({ metric: 'peak_rss_mb', verdict: 'improvement', difference: -3 });
    const text = rendered(ofCase({ metrics: [regression, better] }));
    expect(text).toContain('<details><summary>🟢 1 improvement</summary>');
  });

  it('shows improvements where there is nothing else', () => {
    const better = createMetricComparison({ verdict: 'improvement', difference: -3 });
    const text = rendered(ofCase({ verdict: 'improvement', metrics: [better] }));
    expect(text.indexOf('🟢 improvement<br>')).toBeLessThan(text.indexOf('<details>'));
  });

  it('folds what is more than a screen, with its count', () => {
    const text = rendered(many(20));
    const seen = text.slice(0, text.indexOf('<details>')).match(/🔴/g)?.length ?? 0;
    expect(seen).toBeGreaterThanOrEqual(6);
    expect(seen).toBeLessThan(12);
    expect(text).toContain(`<summary>${20 - seen} more findings</summary>`);
  });

  it('rather shows a finding of every case than every finding of one', () => {
    const metrics = (['peak_rss_mb', 'rss_delta_mb', 'native_delta_mb', 'heap_delta_mb'] as const).map((metric) => ({
      ...regression,
      metric,
    }));
    const text = rendered(ofCase(...['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, metrics }))));
    const seen = text.slice(0, text.indexOf('<details>'));
    expect(text).toContain('more findings</summary>');
    expect(new Set(seen.match(/<br>[a-e]<br>/g)).size).toBe(5);
  });

  it('folds where the memory of all but the worst case comes from', () => {
    const sites = (file: string) => createSitesComparison({ kept: [createSiteDifference({ file })] });
    const text = rendered(
      ofCase(...['a', 'b', 'c'].map((id) => ({ id, metrics: [regression], sites: sites(`src/${id}.ts`) }))),
    );
    const [seen = '', ...folds] = text.split('<details>');
    expect(seen.match(/src\/\w\.ts/g)).toEqual(['src/a.ts']);
    const [fold = ''] = folds;
    expect(fold).toMatch(/^<summary>Where the memory of the other cases comes from<\/summary>/);
    expect(fold.match(/src\/\w\.ts/g)).toEqual(['src/b.ts', 'src/c.ts']);
  });

  it('tells first where the memory of the case comes from that is pictured', () => {
    const sites = (file: string) => createSitesComparison({ kept: [createSiteDifference({ file })] });
    const comparison = ofCase(
      { id: 'breach', metrics: [], breaches: [createBreach()], sites: sites('src/breach.ts') },
      { id: 'worse', metrics: [regression], sites: sites('src/worse.ts') },
    );
    const samples = [createSample({ timeline: createTimeline() })];
    const results = createResults({ cases: [createCase({ id: 'worse', samples })] });
    const text = renderSection(comparison, results, undefined, createProvenance(), plenty);
    expect(text.slice(0, text.indexOf('<details>')).match(/src\/\w+\.ts/g)).toEqual(['src/worse.ts']);
    expect(text).toContain('title "worse: ');
  });

  it('opens with all that is seen at once, and folds only below it', () => {
    const samples = [createSample({ timeline: createTimeline() })];
    const results = createResults({ cases: [createCase({ id: 'case/0', samples })] });
    const packages = Array.from({ length: 32 }, (_, index) => ({
      name: `p${index}`,
      direct: true,
      baseline: '1',
      now: '2',
    }));
    const text = renderSection({ ...many(20), packages }, results, undefined, createProvenance(), plenty);
    const seen = text.slice(0, text.indexOf('<details>'));
    expect(seen).toContain('```mermaid\n');
    expect(
      text
        .slice(seen.length)
        .replaceAll(/<details>.*?<\/details>/gs, '')
        .match(/^\|/gm),
    ).toBeNull();
  });

  it('begins the overview with what changed', () => {
    const text = rendered(ofCase({ id: 'calm' }, { id: 'worse', metrics: [regression] }));
    const overview = tablesOf(text).find(([header]) => header?.includes('peak memory'));
    expect(overview?.slice(2).map(([id]) => id)).toEqual(['worse', 'calm']);
  });

  it('is pictured', () => {
    const samples = [createSample({ timeline: createTimeline() })];
    const results = createResults({ cases: [createCase({ samples })] });
    const text = renderSection(ofCase({ metrics: [regression] }), results, results, createProvenance(), plenty);
    expect(text).toContain('```mermaid\n');
  });
});

describe('the length of a section', () => {
  const limits = fc.integer({ min: 0, max: 30_000 });

  it('is never more than what there is room for', () => {
    fc.assert(
      fc.property(hostileTold, limits, ({ comparison, results, baselineResults, provenance }, limit) => {
        const text = renderSection(comparison, results, baselineResults, provenance, limit);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('leaves no fold open and no row without its head, wherever it is cut', () => {
    const comparison = many(40);
    fc.assert(
      fc.property(limits, (limit) => {
        const text = rendered(comparison, {}, limit);
        expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
        for (const [head, line] of tablesOf(text)) {
          expect(line?.every((cell) => /^-+:?$/.test(cell))).toBe(true);
          expect(line).toHaveLength(head?.length ?? 0);
        }
      }),
    );
  });

  it('uses most of the room there is', () => {
    const comparison = many(40);
    fc.assert(
      fc.property(fc.integer({ min: 4_000, max: 20_000 }), (limit) => {
        expect(Buffer.byteLength(rendered(comparison, {}, limit))).toBeGreaterThan(limit - 1_000);
      }),
    );
  });

  it('keeps the verdict in little room', () => {
    expect(rendered(many(500), {}, 1_000)).toMatch(/^## .*\n\n.*compared with/);
  });

  it.each([
    ['details first', 'Every metric of 40 cases', 16_000],
    ['the overview next', 'Overview of 40 cases, in MiB', 9_500],
    ['findings last', 'more findings', 6_000],
  ])('leaves out %s, and tells how many', (_, summary, limit) => {
    const text = rendered(many(40), {}, limit);
    const last = text.slice(text.lastIndexOf(summary));
    expect(last).toMatch(/\n\nand \d+ more not shown: see \[the run\]\(\S*\/runs\/7\)\n/);
  });

  it('names what is not shown at all', () => {
    expect(rendered(many(40), {}, 6_000)).toContain(
      'Not shown, for want of room: the overview of 40 cases, every metric of 40 cases: see [the run](',
    );
  });
});

describe('what comes from outside', () => {
  const section = hostileTold.map(({ comparison, results, baselineResults, provenance }) =>
    renderSection(comparison, results, baselineResults, provenance, plenty),
  );
  const ours =
    /^<\/?(h2|p|ul|li|strong|em|sub|code|table|thead|tbody|tr|th|td|details|summary|pre|br)( align="\w+")?\/?>$/;

  it('is no HTML and no picture', () => {
    fc.assert(
      fc.property(section, (text) => {
        const others = tagsOf(text).filter((tag) => !ours.test(tag) && !/^<\/?a\b/.test(tag));
        expect(others).toEqual(['<code class="language-mermaid">']);
      }),
    );
  });

  it('links nowhere', () => {
    fc.assert(
      fc.property(section, (text) => {
        const addresses = tagsOf(text).flatMap((tag) => /href="([^"]*)"/.exec(tag)?.[1] ?? []);
        expect(addresses.filter((address) => !address.startsWith(`${repositoryUrl}/`))).toEqual([]);
      }),
    );
  });

  it('mentions nobody and refers to nothing', () => {
    fc.assert(
      fc.property(section, (text) => {
        const read = decodeEntities(text.replaceAll(/```.*?```/gs, '').replaceAll(/\]\(\S*\)/g, ']'));
        expect(read).not.toMatch(/@[a-z0-9]|#\d|\bGH-\d|(?<![a-z0-9])[0-9a-f]{8,40}(?![a-z0-9])/i);
      }),
    );
  });

  it('begins and ends no comment', () => {
    fc.assert(
      fc.property(section, (text) => {
        expect(text).not.toContain('<!--');
      }),
    );
  });

  it('breaks neither table nor fold nor heading', () => {
    fc.assert(
      fc.property(section, (text) => {
        const tags = tagsOf(text);
        const count = (tag: string) => tags.filter((found) => found.startsWith(tag)).length;
        expect(badlyNested(text)).toEqual([]);
        // Which of them are needed depends on how long the words are.
        expect(count('<details')).toBe(count('</details'));
        expect(count('<details')).toBeGreaterThanOrEqual(7);
        expect(count('<details')).toBeLessThanOrEqual(11);
        expect(count('<table')).toBeLessThanOrEqual(10);
        expect(count('<ul')).toBeLessThanOrEqual(8);
        expect(count('<h2')).toBe(1);
      }),
    );
  });

  it('controls no terminal and turns no text around', () => {
    fc.assert(
      fc.property(section, (text) => {
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
    );
  });
});

describe('that anything changed', () => {
  it.each<[boolean, string, Comparison]>([
    [false, 'an unchanged case', createComparison()],
    [true, 'a regression', ofCase({ verdict: 'regression' })],
    [true, 'an improvement', ofCase({ verdict: 'improvement' })],
    [true, 'an open question', ofCase({ verdict: 'inconclusive' })],
    [true, 'a breach', ofCase({ breaches: [createBreach()] })],
    [true, 'a leak', ofCase({ leak: createLeakFinding() })],
    [false, 'a ratchet', ofCase({ leak: createLeakFinding({ verdict: 'ratchet' }) })],
    [false, 'growth that slows down', ofCase({ leak: createLeakFinding({ verdict: 'slowing' }) })],
    [true, 'a suspected leak', ofCase({ leak: createLeakFinding({ verdict: 'suspected' }) })],
    [true, 'a failure', ofCase({ verdict: 'failed' })],
    [true, 'a missing case', ofCase({ verdict: 'missing' })],
    [false, 'a skipped case', ofCase({ verdict: 'missing', expected: false })],
    [true, 'a new case', ofCase({ verdict: 'new' })],
    [
      false,
      'a first run',
      createComparison({ baseline: undefined, cases: [createCaseComparison({ verdict: 'new' })] }),
    ],
    [true, 'a case that cannot be compared', ofCase({ verdict: 'incomparable' })],
    [true, 'a lost metric', ofCase({ unchecked: [{ metric: 'native_mb', reason: '', budgeted: false }] })],
    [false, 'an idle budget', ofCase({ unchecked: [{ metric: 'native_mb', reason: '', budgeted: true }] })],
  ])('is %j of %s', (expected, _, comparison) => {
    expect(changedAnything(comparison)).toBe(expected);
  });
});
