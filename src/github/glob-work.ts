import { EnvironmentError } from '../errors.js';
import { stepsOfGlob } from '../results/glob.js';
import type { Results } from '../results/schema.js';
import type { Handover } from './handover.js';

/** Maximum number of steps to match all globs of the rules with all case ids: about a second. */
const mostSteps = 100_000_000;
/** Maximum number of steps of the scenario globs, per character of a path. */
const mostScenarioSteps = 20_000;

/**
 * Refuses globs that are each allowed but take minutes together, such as 500 of 300 characters on 2,000 ids.
 * @throws EnvironmentError
 */
export function refuseCostlyGlobs(
  { cases, selection }: Pick<Results, 'cases' | 'selection'>,
  { budgets, thresholds }: Pick<Handover, 'budgets' | 'thresholds'>,
): void {
  const characters = cases.reduce((sum, { id }) => sum + id.length, 0);
  const steps = stepsOf([...Object.keys(budgets), ...Object.keys(thresholds)]) * characters;
  if (steps <= mostSteps && stepsOf(selection.scenarios) <= mostScenarioSteps) return;
  throw new EnvironmentError('the globs of budgets, thresholds and scenarios take too long to match with the cases');
}

function stepsOf(globs: readonly string[]): number {
  return globs.reduce((sum, glob) => sum + stepsOfGlob(glob), 0);
}
