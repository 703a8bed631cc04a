import type { TestOptions } from 'vitest';
import { isInstalled, type Program } from './programs.js';

declare module 'vitest' {
  interface TaskMeta {
    /** Programs for whose absence a test is skipped. */
    missingPrograms?: readonly Program[];
  }
}

/**
 * Options for `describe` and `it` that skip tests whose programs are not installed. The end of the run names what was
 * skipped; with `CI=true` that fails the run.
 *
 *     describe('a program in C', needs('cc', 'valgrind'), () => { ... });
 */
export function needs(...programs: readonly [Program, ...Program[]]): TestOptions {
  return optionsWithout(programs.filter((program) => !isInstalled(program)));
}

/** The options of `needs` where these programs are missing. No `skip: false`: it would undo the skip of a parent. */
export function optionsWithout(missing: readonly Program[]): TestOptions {
  return missing.length === 0 ? {} : { skip: true, meta: { missingPrograms: missing } };
}
