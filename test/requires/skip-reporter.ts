import type { Plugin } from 'vitest/config';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';
import type {} from './needs.js';
import { isCi, type SkippedTest, skipSummary } from './skip-summary.js';

/**
 * Ends a test run with the tests that were skipped, and fails it for them where `CI` is set. A plugin, because
 * `--reporter` on the command line replaces the reporters of the configuration.
 */
export function reportSkips(): Plugin {
  const reporter = new SkipReporter();
  return {
    name: 'report-skips',
    configureVitest({ vitest }) {
      reporter.attach(vitest);
    },
  };
}

class SkipReporter implements Reporter {
  #vitest: Vitest | undefined;
  #summary: string | undefined;

  /** Called for each project. */
  attach(vitest: Vitest): void {
    if (this.#vitest === vitest) return;
    this.#vitest = vitest;
    vitest.config.reporters.push(this);
    // Other reporters write files after the run has ended; the summary stays below their last lines.
    vitest.onClose(() => {
      if (this.#summary !== undefined) console.log(`\n${this.#summary}`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: readonly SerializedError[]): void {
    const pattern = this.#vitest?.config.testNamePattern;
    const tests = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    const skipped = tests.filter((test) => !isFilteredOut(test, pattern) && !isVictim(test)).map(describeSkip);
    const ci = isCi(process.env.CI);
    this.#summary = skipSummary(skipped, ci);
    if (ci && this.#summary !== undefined) process.exitCode = 1;
  }
}

/** Whether `--testNamePattern` leaves it out: it is matched as vitest does, against the names with a space between. */
function isFilteredOut(test: TestCase, pattern: RegExp | undefined): boolean {
  return pattern !== undefined && !pattern.test(test.fullName.replaceAll(' > ', ' '));
}

/** Whether a suite around it failed, in `beforeAll` for example. That failure is reported as such. */
function isVictim(test: TestCase): boolean {
  return around(test).some((parent) => parent.errors().length > 0);
}

function describeSkip(test: TestCase): SkippedTest {
  const missing = [test, ...around(test)].flatMap((task) => task.meta().missingPrograms ?? []);
  return { name: `${test.module.relativeModuleId} > ${test.fullName}`, missing: [...new Set(missing)] };
}

/** The suites around a test, the innermost first, and its file. */
function around(test: TestCase): readonly (TestSuite | TestModule)[] {
  const found: (TestSuite | TestModule)[] = [];
  for (let parent = test.parent; ; parent = parent.parent) {
    found.push(parent);
    if (parent.type === 'module') return found;
  }
}
