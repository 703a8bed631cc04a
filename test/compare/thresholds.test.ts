import { describe, expect, it } from 'vitest';
import { floorOf, matchesCase, thresholdFor } from '../../src/compare/thresholds.js';

describe('the floors of a metric', () => {
  it('of a scenario lie over the defaults, and under the overrides', () => {
    const own = { rss_delta_mb: { absolute: 3, relativePercent: 7 } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', {}, own)).toEqual({ relativePercent: 7, absolute: 3 });
    const overrides = { 'search/*': { rss_delta_mb: { absolute: 9 } } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides, own)).toEqual({ relativePercent: 7, absolute: 9 });
    expect(thresholdFor('search/dense', 'peak_rss_mb', {}, own)).toEqual({ relativePercent: 5, absolute: 8 });
  });

  it('are those of its class without overrides', () => {
    expect(thresholdFor('search/dense', 'peak_rss_mb', {})).toEqual({ relativePercent: 5, absolute: 8 });
    expect(thresholdFor('search/dense', 'cold_rss_delta_mb', {})).toEqual({ relativePercent: 10, absolute: 12 });
    expect(thresholdFor('search/dense', 'cold_peak_delta_mb', {})).toEqual({ relativePercent: 10, absolute: 12 });
    expect(thresholdFor('search/dense', 'rss_delta_mb', {})).toEqual({ relativePercent: 5, absolute: 2 });
  });

  it('are changed by an override whose glob names the case', () => {
    const overrides = { 'search/*': { rss_delta_mb: { relativePercent: 2, absolute: 0.5 } } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 2, absolute: 0.5 });
  });

  it('are left alone by an override for another case', () => {
    const overrides = { 'search/*': { rss_delta_mb: { absolute: 99 } } };
    expect(thresholdFor('leak/heap', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 5, absolute: 2 });
  });

  it('are left alone by an override for another metric', () => {
    const overrides = { '**': { peak_rss_mb: { absolute: 99 } } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 5, absolute: 2 });
  });

  it('keep the floor that an override leaves out', () => {
    const overrides = { '**': { rss_delta_mb: { absolute: 3 } } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 5, absolute: 3 });
  });

  it('of anonymous memory are those set for the resident set, unless it has its own', () => {
    const overrides = { '**': { rss_delta_mb: { absolute: 50, relativePercent: 1 } } };
    expect(thresholdFor('search/dense', 'anon_delta_mb', overrides)).toEqual({ relativePercent: 1, absolute: 50 });
    const both = { '**': { rss_delta_mb: { absolute: 50 }, anon_delta_mb: { absolute: 3 } } };
    expect(thresholdFor('search/dense', 'anon_delta_mb', both)).toEqual({ relativePercent: 5, absolute: 3 });
  });

  it('can be set to zero', () => {
    const overrides = { '**': { rss_delta_mb: { absolute: 0, relativePercent: 0 } } };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 0, absolute: 0 });
  });

  it('are those of the last glob that matches', () => {
    const overrides = {
      '**': { rss_delta_mb: { absolute: 3 } },
      'search/*': { rss_delta_mb: { absolute: 4 } },
      'leak/*': { rss_delta_mb: { absolute: 5 } },
    };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides).absolute).toBe(4);
  });

  it('are collected floor by floor from several globs', () => {
    const overrides = {
      '**': { rss_delta_mb: { absolute: 3, relativePercent: 1 } },
      'search/*': { rss_delta_mb: { relativePercent: 7 } },
    };
    expect(thresholdFor('search/dense', 'rss_delta_mb', overrides)).toEqual({ relativePercent: 7, absolute: 3 });
  });
});

describe('a glob', () => {
  it.each([
    ['search/dense', 'search/dense', true],
    ['search/dense', 'search/dense-2', false],
    ['search/*', 'search/dense', true],
    ['search/*', 'search/dense/100KB', false],
    ['search/**', 'search/dense/100KB', true],
    ['*', 'search/dense', false],
    ['**', 'search/dense', true],
    ['**/100KB', 'single-document/100KB', true],
    ['{search,leak}/*', 'leak/heap', true],
    ['single-document/*', 'single-document/1.5KB', true],
  ])('%s on %s: %s', (glob, caseId, matches) => {
    expect(matchesCase(glob, caseId)).toBe(matches);
  });
});

describe('the floor of a difference', () => {
  it('is the absolute one on a small baseline', () => {
    expect(floorOf({ relativePercent: 5, absolute: 1 }, 10)).toBe(1);
  });

  it('is the relative one on a large baseline', () => {
    expect(floorOf({ relativePercent: 5, absolute: 1 }, 200)).toBe(10);
  });

  it('does not care for the sign of the baseline', () => {
    expect(floorOf({ relativePercent: 5, absolute: 1 }, -200)).toBe(10);
  });
});
