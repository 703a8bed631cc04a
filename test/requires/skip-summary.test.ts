import { describe, expect, it } from 'vitest';
import type { Program } from './programs.js';
import { isCi, type SkippedTest, skipSummary } from './skip-summary.js';

const skipped = (...missing: readonly Program[]): SkippedTest => ({ name: 'a test', missing });

describe('the summary of skipped tests', () => {
  it('is left out where no test was skipped', () => {
    expect(skipSummary([], false)).toBeUndefined();
    expect(skipSummary([], true)).toBeUndefined();
  });

  it('counts tests by missing program and names the packages', () => {
    const tests = [skipped('heaptrack'), skipped('cargo'), skipped('heaptrack')];
    expect(skipSummary(tests, false)).toBe(
      [
        'warning: 3 tests skipped: heaptrack is not installed (2), cargo is not installed (1)',
        'hint: apt-get install heaptrack cargo',
      ].join('\n'),
    );
  });

  it('counts a test that lacks two programs under both', () => {
    expect(skipSummary([skipped('cc', 'valgrind')], false)).toBe(
      [
        'warning: 1 test skipped: cc is not installed (1), valgrind is not installed (1)',
        'hint: apt-get install gcc libc6-dev valgrind',
      ].join('\n'),
    );
  });

  it('is an error in CI', () => {
    expect(skipSummary([skipped('python3')], true)).toBe(
      ['error: 1 test skipped in CI: python3 is not installed (1)', 'hint: apt-get install python3'].join('\n'),
    );
  });

  it('names tests that are skipped without a missing program', () => {
    const tests = [skipped('make'), { name: 'a.test.ts > later', missing: [] }];
    expect(skipSummary(tests, false)).toBe(
      [
        'warning: 2 tests skipped: make is not installed (1), skipped by the test file (1)',
        '  a.test.ts > later',
        'hint: apt-get install make',
      ].join('\n'),
    );
  });

  it('names ten of them at most', () => {
    const tests = Array.from({ length: 12 }, (_, index) => ({ name: `test ${index}`, missing: [] }));
    const lines = skipSummary(tests, false)?.split('\n') ?? [];
    expect(lines.slice(-2)).toEqual(['  test 9', '  and 2 more']);
  });
});

describe('CI', () => {
  it.each(['true', '1', 'yes'])('is what CI=%s says', (value) => expect(isCi(value)).toBe(true));

  it.each([undefined, '', '0', 'false', 'False'])('is not what CI=%s says', (value) => expect(isCi(value)).toBe(false));
});
