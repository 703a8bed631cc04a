import { type Program, packagesOf } from './programs.js';

/** A test that did not run. */
export interface SkippedTest {
  /** File, suites and test. */
  readonly name: string;
  /** Programs it needs that are not installed. Empty if the test file skips it for another reason. */
  readonly missing: readonly Program[];
}

const mostNames = 10;

/**
 * The last lines of a test run: the number of skipped tests, the missing programs, and the command that installs them.
 * Undefined if no test was skipped.
 */
export function skipSummary(skipped: readonly SkippedTest[], ci: boolean): string | undefined {
  if (skipped.length === 0) return undefined;
  const unexplained = skipped.filter(({ missing }) => missing.length === 0);
  const counts = countsOf(skipped);
  const reasons = [...counts].map(([program, count]) => `${program} is not installed (${count})`);
  if (unexplained.length > 0) reasons.push(`skipped by the test file (${unexplained.length})`);
  const what = `${skipped.length} ${skipped.length === 1 ? 'test' : 'tests'} skipped`;
  const packages = [...new Set([...counts.keys()].flatMap(packagesOf))];
  return [
    `${ci ? `error: ${what} in CI` : `warning: ${what}`}: ${reasons.join(', ')}`,
    ...unexplained.slice(0, mostNames).map(({ name }) => `  ${name}`),
    ...(unexplained.length > mostNames ? [`  and ${unexplained.length - mostNames} more`] : []),
    ...(packages.length > 0 ? [`hint: apt-get install ${packages.join(' ')}`] : []),
  ].join('\n');
}

/** Tests skipped per program, the most first. */
function countsOf(skipped: readonly SkippedTest[]): Map<Program, number> {
  const counts = new Map<Program, number>();
  for (const program of skipped.flatMap(({ missing }) => missing)) counts.set(program, (counts.get(program) ?? 0) + 1);
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)));
}

/** Whether the variable `CI` is set, to anything but `0` and `false`. */
export function isCi(value: string | undefined): boolean {
  return !['', '0', 'false'].includes((value ?? '').toLowerCase());
}
