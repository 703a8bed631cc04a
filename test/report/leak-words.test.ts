import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/compare/compare.js';
import { growthSeries } from '../../src/compare/growth/series.js';
import { defaultFailOn, type LeakFinding } from '../../src/compare/verdict.js';
import { leakEvidence, leakSentence, rateWords, seriesWords, unseenWords } from '../../src/report/leak-words.js';
import type { CaseResult, FollowUp, Sample } from '../../src/results/schema.js';
import {
  createCase,
  createFailedSample,
  createFollowUp,
  createKeepingSample,
  createKeepingSamples,
  createLeakFinding,
  createResults,
} from '../builders.js';

const KIB = 1024;
const sentenceOf = (overrides: Partial<LeakFinding>) => leakSentence(createLeakFinding(overrides));
const evidenceOf = (overrides: Partial<LeakFinding>) => leakEvidence(createLeakFinding(overrides));

describe('the sentence of a verdict', () => {
  it.each<[string, Partial<LeakFinding>, string]>([
    ['a leak', { verdict: 'leak' }, 'the JavaScript heap grows by 10.0 KiB per iteration'],
    ['a suspected leak', { verdict: 'suspected' }, 'the JavaScript heap grows by 10.0 KiB per iteration'],
    [
      'slowing growth',
      { verdict: 'slowing', lateRate: 2 * KIB },
      'the JavaScript heap still grows, ever more slowly: by 2.0 KiB per iteration in the last quarter',
    ],
    [
      'growth in ever rarer steps',
      { verdict: 'slowing', lateRate: 0 },
      'the JavaScript heap still grows, in ever rarer steps: by 10.0 KiB per iteration on average',
    ],
    [
      'a ratchet',
      { verdict: 'ratchet', kept: 3 * KIB * KIB },
      'the JavaScript heap grew by 3.0 MiB and then stopped growing: a ratchet, not a leak',
    ],
    ['stable memory', { verdict: 'stable' }, 'no leak'],
    [
      'stable memory with a bound',
      { verdict: 'stable', unseen: { bytes: 3 * KIB, iterations: 50, beyondBaseline: false, isLow: false } },
      'no leak above 3.0 KiB per iteration in 50 iterations',
    ],
  ])('of %s', (_, overrides, words) => {
    expect(sentenceOf(overrides)).toBe(words);
  });

  it.each<[Partial<LeakFinding>, string]>([
    [{ series: 'descriptors', rate: 5 }, '5 file descriptors are left open per iteration'],
    [{ series: 'descriptors', rate: 1 }, '1 file descriptor is left open per iteration'],
    [{ series: 'threads', rate: 0.3333 }, '0.33 threads are left running per iteration'],
    [{ series: 'children', rate: 1.001 }, '1 child process is left running per iteration'],
    [{ series: 'handles', rate: 2 }, '2 handles and timers are left active per iteration'],
    [
      { series: 'threads', verdict: 'ratchet', kept: 12 },
      'the number of threads grew by 12 and then stopped growing: a ratchet, not a leak',
    ],
    [
      { series: 'handles', verdict: 'slowing', rate: 0.4, lateRate: 0.25 },
      'the number of handles and timers still grows, ever more slowly: by 0.25 per iteration in the last quarter',
    ],
  ])('of a count: %j', (overrides, words) => {
    expect(sentenceOf(overrides)).toBe(words);
  });

  it('of the Qdrant server says why its growth counts', () => {
    expect(sentenceOf({ series: 'qdrant', rate: 64 * KIB })).toBe(
      'memory of the Qdrant server grows by 64.0 KiB per iteration, although nothing is written to it',
    );
  });

  it('has another name for each series', () => {
    const names = growthSeries.map((series) => seriesWords(series));
    expect(new Set(names).size).toBe(growthSeries.length);
    expect(rateWords('children', 3)).toBe('3 child processes');
  });
});

describe('the evidence of a verdict', () => {
  it('has the interval of the rate, the processes and the iterations', () => {
    expect(evidenceOf({})).toBe('9.0 KiB to 11.0 KiB, 95 % CI; 6 processes, up to 400 iterations');
  });

  it('has the interval of a count without its unit', () => {
    expect(evidenceOf({ series: 'descriptors', rateLower: 4.81, rateUpper: 5.2 })).toMatch(/^4\.8 to 5\.2, 95 % CI;/);
  });

  it('names the other series that grow, each in its unit', () => {
    const others = [
      { series: 'external' as const, rate: 6 * KIB },
      { series: 'descriptors' as const, rate: 2 },
    ];
    expect(evidenceOf({ others, reason: 'only one process shows it' })).toBe(
      '9.0 KiB to 11.0 KiB, 95 % CI; 6 processes, up to 400 iterations; also growing: external memory (Buffers, WebAssembly) by 6.0 KiB, file descriptors by 2; only one process shows it',
    );
  });

  it('has no interval where both ends read the same', () => {
    expect(evidenceOf({ rateLower: 10 * KIB, rateUpper: 10 * KIB + 1 })).toBe('6 processes, up to 400 iterations');
  });

  it.each(['slowing', 'ratchet'] as const)('of %s has no interval', (verdict) => {
    expect(evidenceOf({ verdict, processes: 1 })).toBe('1 process, 400 iterations');
  });

  it('reads well where the lower end is below zero', () => {
    expect(evidenceOf({ rateLower: -2 * KIB })).toMatch(/^-2\.0 KiB to 11\.0 KiB,/);
  });
});

describe('why a leak is only suspected', () => {
  const leaking = createKeepingSamples({ heapBytes: 16 * KIB });
  const grown = (count: number, followUp: Partial<FollowUp> = {}) =>
    createFollowUp({ heapBytes: (iteration) => iteration * 16 * KIB }, { count, ...followUp });
  const rareSteps = createFollowUp({ heapBytes: (iteration) => Math.floor(iteration / 90) * 2048 * KIB });

  it.each<[string, Sample[], string]>([
    ['it was not followed up', leaking, 'it was not followed up with more iterations'],
    [
      'the follow-up had too little time',
      [...leaking, grown(120, { ended: 'time' })],
      'the follow-up ran out of time after 120 iterations: raise timeoutMs',
    ],
    [
      'the follow-up threw early',
      [...leaking, grown(60, { ended: 'threw', message: 'run: no space left\n  at here' })],
      'the follow-up stopped after 60 iterations: run: no space left',
    ],
    [
      'the program decides on its iterations',
      [...leaking, grown(0, { ended: 'cannot', message: 'the program decides how many iterations it makes' })],
      'the program decides how many iterations it makes: let it make more of them and raise iterations to match',
    ],
    [
      'more iterations are not possible',
      [...leaking, grown(0, { ended: 'cannot' })],
      'it could not be followed up with more iterations',
    ],
    [
      'the follow-up failed',
      [...leaking, { ...createFailedSample({ message: 'setup: no port\nmore' }), pass: 'leak' }],
      'the follow-up failed: setup: no port',
    ],
    [
      'the other processes do not grow',
      [createKeepingSample({ heapBytes: 100 * KIB }), ...createKeepingSamples({}, 4), grown(400)],
      'only one process shows it',
    ],
    ['it grows in rare steps', [...leaking, rareSteps], 'it grows in rare steps, too few of them in 400 iterations'],
  ])('%s', (_, samples, words) => {
    expect(leakOf(samples)).toMatchObject({ verdict: 'suspected', reason: words });
  });

  it('shows no interval that was not measured', () => {
    const leak = leakOf(leaking);
    expect(leak && leakEvidence(leak)).toBe(
      '5 processes, up to 50 iterations; it was not followed up with more iterations',
    );
  });

  function leakOf(samples: Sample[], overrides: Partial<CaseResult> = {}): LeakFinding | undefined {
    const results = createResults({ cases: [createCase({ ...overrides, samples })] });
    return compareResults(results, undefined, { budgets: {}, thresholds: {}, failOn: defaultFailOn }).cases[0]?.leak;
  }
});

describe('what could not have been detected', () => {
  const unseen = { bytes: 3 * KIB, iterations: 50, beyondBaseline: false, isLow: false };

  it('is a bound and the iterations that it holds for', () => {
    expect(unseenWords(unseen)).toBe('no leak above 3.0 KiB per iteration in 50 iterations');
  });

  it('is about new leaks where the baseline grows as well', () => {
    expect(unseenWords({ ...unseen, beyondBaseline: true })).toMatch(/^no new leak above 3\.0 KiB/);
  });

  it('says what to do where the bound is high', () => {
    expect(unseenWords({ ...unseen, bytes: 800 * KIB, iterations: 3, isLow: true })).toBe(
      'no leak above 800.0 KiB per iteration in 3 iterations; raise iterations to detect smaller ones',
    );
  });

  it('is never finer than 1 KiB', () => {
    expect(unseenWords({ ...unseen, bytes: 0 })).toBe('no leak above 1.0 KiB per iteration in 50 iterations');
  });
});
