import { describe, expect, it } from 'vitest';
import { casesToExplain, compareSites, sitesBeside } from '../../src/compare/sites.js';
import type { SiteDifference } from '../../src/compare/verdict.js';
import type { Site } from '../../src/results/schema.js';
import {
  createBreach,
  createCaseComparison,
  createComparison,
  createLeakFinding,
  createMetricComparison,
  createSample,
  createSite,
} from '../builders.js';

const mebibyte = 1024 ** 2;

/** A sample of a sites pass in which these are alive. */
const sampleOf = (...alive: Site[]) => [
  createSample(),
  createSample({ pass: 'sites', sites: { alive, allocated: [] } }),
];

function kept(now: Site[], before: Site[]): readonly SiteDifference[] {
  return compareSites(sampleOf(...now), sampleOf(...before))?.kept ?? [];
}

describe('all sites of a case', () => {
  it('stand beside the baseline, also those that have not grown, the greatest difference first', () => {
    const now = [createSite({ bytes: 9 * mebibyte }), createSite({ function: 'search', bytes: 3 * mebibyte })];
    const before = [createSite({ bytes: 10 * mebibyte }), createSite({ function: 'search' })];
    expect(sitesBeside(sampleOf(...now), sampleOf(...before))?.kept).toMatchObject([
      { function: 'search', now: 3 * mebibyte, baseline: mebibyte },
      { function: 'ingest', now: 9 * mebibyte, baseline: 10 * mebibyte, difference: -mebibyte },
    ]);
  });
});

describe('the sites of a case', () => {
  it('are unknown where they were not recorded', () => {
    expect(compareSites([createSample()], sampleOf(createSite()))).toBeUndefined();
  });

  it('are told as they are where the baseline knows none', () => {
    const sites = compareSites(sampleOf(createSite({ bytes: 5 * mebibyte })), [createSample()]);
    expect(sites).toMatchObject({ compared: false, kept: [{ now: 5 * mebibyte, difference: 5 * mebibyte }] });
  });

  it('are compared with those of the baseline', () => {
    const sites = compareSites(sampleOf(createSite({ bytes: 5 * mebibyte })), sampleOf(createSite()));
    expect(sites).toMatchObject({
      compared: true,
      kept: [{ now: 5 * mebibyte, baseline: mebibyte, difference: 4 * mebibyte }],
    });
  });

  it('that need less than before, or hardly more, are left out', () => {
    const now = [createSite({ bytes: mebibyte / 2 }), createSite({ function: 'search', bytes: mebibyte + 1024 })];
    expect(kept(now, [createSite(), createSite({ function: 'search' })])).toEqual([]);
  });

  it('come with the greatest difference first, without what is next to nothing beside it', () => {
    const now = [1, 90, 5].map((mib) => createSite({ function: `f${mib}`, bytes: mib * mebibyte }));
    expect(kept(now, []).map((site) => site.function)).toEqual(['f90', 'f5']);
  });

  it('that a full list of the baseline does not name may have had as much as the least that it does', () => {
    const full = Array.from({ length: 20 }, (_, index) => createSite({ function: `f${index}`, bytes: mebibyte }));
    const now = [createSite({ function: 'hidden', bytes: 1.5 * mebibyte }), createSite({ function: 'f0' })];
    expect(kept(now, full)).toMatchObject([{ function: 'hidden', baseline: 0, difference: 0.5 * mebibyte }]);
    expect(kept(now, full.slice(1))).toMatchObject([{ difference: 1.5 * mebibyte }, { function: 'f0' }]);
  });

  it('are few', () => {
    const now = Array.from({ length: 20 }, (_, index) => createSite({ function: `f${index}` }));
    expect(kept(now, [])).toHaveLength(5);
  });

  it('of a leak come with the most kept first, also where the baseline keeps as much', () => {
    const now = [
      createSite({ bytes: 20 * mebibyte, function: 'cache' }),
      createSite({ bytes: 2 * mebibyte, function: 'noise' }),
    ];
    const before = [createSite({ bytes: 20 * mebibyte, function: 'cache' })];
    const kept = (leaking: boolean) =>
      compareSites(sampleOf(...now), sampleOf(...before), leaking)?.kept.map((site) => site.function);
    expect(kept(false)).toEqual(['noise']);
    expect(kept(true)).toEqual(['cache', 'noise']);
  });

  it('on lines that moved are not new', () => {
    expect(kept([createSite({ line: 50 })], [createSite({ line: 42 })])).toEqual([]);
  });

  it('of one function stay apart by their lines where these are the same', () => {
    const before = [createSite({ line: 10 }), createSite({ line: 20 })];
    const now = [createSite({ line: 10 }), createSite({ line: 15, bytes: 9 * mebibyte }), createSite({ line: 20 })];
    expect(kept(now, before)).toMatchObject([{ line: 15, baseline: 0 }]);
  });

  it('of one function that moved together are matched in their order', () => {
    const before = [createSite({ line: 10 }), createSite({ line: 20, bytes: 3 * mebibyte })];
    const now = [createSite({ line: 24, bytes: 8 * mebibyte }), createSite({ line: 14 })];
    expect(kept(now, before)).toMatchObject([{ line: 24, baseline: 3 * mebibyte }]);
  });

  it.each([
    ['kind', { kind: 'buffer' }],
    ['file', { file: 'src/search.ts' }],
    ['function', { function: 'keep' }],
    ['caller', { caller: { file: 'src/a.ts', line: 1, function: 'a' } }],
  ] as const)('that differ in their %s are different sites', (_, change) => {
    expect(kept([createSite(change)], [createSite()])).toMatchObject([{ ...change, baseline: 0 }]);
  });
});

describe('the cases to explain', () => {
  const regressed = createMetricComparison({ verdict: 'regression' });
  const judged = [
    createCaseComparison({ id: 'fine' }),
    createCaseComparison({ id: 'worse', metrics: [regressed] }),
    createCaseComparison({ id: 'explaining', metrics: [{ ...regressed, role: 'supporting' }] }),
    createCaseComparison({ id: 'over', breaches: [createBreach()] }),
    createCaseComparison({ id: 'leaks', leak: createLeakFinding() }),
    createCaseComparison({ id: 'suspected', leak: createLeakFinding({ verdict: 'suspected' }) }),
    createCaseComparison({ id: 'ratchet', leak: createLeakFinding({ verdict: 'ratchet' }) }),
    createCaseComparison({ id: 'missing', samples: 0, breaches: [createBreach()] }),
  ];

  it('are those that are worse than they should be', () => {
    expect(casesToExplain(createComparison({ cases: judged }), false)).toEqual(['worse', 'over', 'leaks', 'suspected']);
  });

  it('are all that were measured where a baseline is made', () => {
    const all = casesToExplain(createComparison({ cases: judged }), true);
    expect(all).toEqual(['fine', 'worse', 'explaining', 'over', 'leaks', 'suspected', 'ratchet']);
  });
});
