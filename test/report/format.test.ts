import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOf,
  formatBand,
  formatChange,
  formatCommit,
  formatConfidence,
  formatDifference,
  formatPercent,
  formatSlope,
  formatValue,
} from '../../src/report/format.js';
import { metricNames } from '../../src/results/metrics.js';

const anyMetric = fc.constantFrom(...metricNames);
/** Beyond these, JavaScript writes exponents; no memory is as large. */
const anyAmount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
/** A number that is shown as 0 and has a sign. */
const signedZero = /[-+]0(?:\.0*)?(?![.\d])/;

describe('a value', () => {
  it.each([
    ['peak_rss_mb', 246.06, '246.1 MiB'],
    ['rss_delta_mb', 3.1447, '3.14 MiB'],
    ['rss_delta_mb', 12.345, '12.3 MiB'],
    ['rss_delta_mb', -3.1447, '-3.14 MiB'],
    ['allocation_count', 91_958.7, '91,959'],
    ['duration_ms', 1234.56, '1234.6 ms'],
    ['growth_percent', 31.26, '31.3 %'],
    ['rss_delta_mb', 0, '0.00 MiB'],
  ] as const)('of %s, %d, is %s', (metric, value, text) => {
    expect(formatValue(metric, value)).toBe(text);
  });

  it.each([
    ['rss_delta_mb', -0.001, '0.00 MiB'],
    ['growth_percent', -0.04, '0.0 %'],
    ['allocation_count', -0.4, '0'],
  ] as const)('of %s that is shown as 0 has no sign', (metric, value, text) => {
    expect(formatValue(metric, value)).toBe(text);
  });
});

describe('a difference', () => {
  it.each([
    ['rss_delta_mb', 20.14, '+20.1 MiB'],
    ['rss_delta_mb', 2.136, '+2.14 MiB'],
    ['rss_delta_mb', -2.136, '-2.14 MiB'],
    ['allocation_count', 12_345, '+12,345'],
    ['allocation_count', -1, '-1'],
    ['peak_rss_mb', 0, '0.0 MiB'],
  ] as const)('of %s, %d, is %s', (metric, difference, text) => {
    expect(formatDifference(metric, difference)).toBe(text);
  });

  it('has a plus for more and a minus for less, where there is something to see', () => {
    fc.assert(
      fc.property(anyMetric, anyAmount, (metric, amount) => {
        const text = formatDifference(metric, amount);
        const shown = /[1-9]/.test(text);
        expect(text[0] === '+').toBe(shown && amount > 0);
        expect(text[0] === '-').toBe(shown && amount < 0);
      }),
    );
  });
});

describe('a change', () => {
  it('has its unit once', () => {
    expect(formatChange('peak_rss_mb', 37.4, 280.4)).toBe('37.4 → 280.4 MiB');
  });

  it('of counts has no unit', () => {
    expect(formatChange('allocation_count', 1234, 5)).toBe('1,234 → 5');
  });
});

describe('a noise band', () => {
  it.each([
    [19.6, 20.4, '+19.6 to +20.4 MiB'],
    [-0.5, 0.25, '-0.50 to +0.25 MiB'],
    [-0.001, 0, '0.00 to 0.00 MiB'],
  ])('from %d to %d is %s', (lower, upper, text) => {
    expect(formatBand('rss_delta_mb', lower, upper)).toBe(text);
  });
});

describe('a percentage', () => {
  it.each([
    [12.34, '+12.3 %'],
    [-12.34, '-12.3 %'],
    [0, '0.0 %'],
    [-0.04, '0.0 %'],
    [999, '+999.0 %'],
    [1000, ''],
    [-123_456, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('of %d is "%s"', (percent, text) => {
    expect(formatPercent(percent)).toBe(text);
  });

  it('is nothing where there is none', () => {
    expect(formatPercent(undefined)).toBe('');
  });
});

describe('a slope', () => {
  it.each([
    [10 * 1024, '+10.0 KiB/iteration'],
    [-512, '-0.5 KiB/iteration'],
    [1, '0.0 KiB/iteration'],
    [1024 ** 2, '+1.00 MiB/iteration'],
    [3.5 * 1024 ** 2, '+3.50 MiB/iteration'],
  ])('of %d bytes is %s', (bytes, text) => {
    expect(formatSlope(bytes)).toBe(text);
  });
});

describe('no number', () => {
  it('that is shown as 0 has a sign, however near to 0 it is', () => {
    const nearZero = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(anyMetric, nearZero, (metric, amount) => {
        expect(formatValue(metric, amount)).not.toMatch(signedZero);
        expect(formatDifference(metric, amount)).not.toMatch(signedZero);
        expect(formatPercent(amount)).not.toMatch(signedZero);
        expect(formatSlope(amount)).not.toMatch(signedZero);
      }),
    );
  });
});

describe('a count', () => {
  it.each([
    [0, '0 cases'],
    [1, '1 case'],
    [2, '2 cases'],
  ])('of %i is %s', (count, text) => {
    expect(countOf(count, 'case')).toBe(text);
  });

  it('takes an irregular plural', () => {
    expect(countOf(2, 'breach', 'breaches')).toBe('2 breaches');
  });
});

describe('a commit', () => {
  it('is its first seven digits', () => {
    expect(formatCommit('0123456789abcdef')).toBe('0123456');
  });

  it('is called this run where there is none', () => {
    expect(formatCommit(undefined)).toBe('this run');
  });
});

describe('a confidence', () => {
  it.each([
    [0.667, '67 % CI'],
    [0.992, '99 % CI'],
    [0.995, '99.5 % CI'],
    [0.999_99, '99.9 % CI'],
  ])('of %d is %s', (confidence, text) => {
    expect(formatConfidence(confidence)).toBe(text);
  });
});
