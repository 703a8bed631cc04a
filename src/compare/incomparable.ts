import type { BaselineAbsence } from '../results/absence.js';
import type { Results } from '../results/schema.js';
import type { CaseComparison, EnvironmentDifference } from './verdict.js';

/** Reason for a case whose definition differs from the baseline's. */
export const changedDefinition = 'the case itself has been changed since';

/**
 * Why a baseline says nothing about this run: it has none of the measured cases, or all it has are incomparable.
 * Undefined if one of them was comparable, or nothing was measured.
 */
export function incomparableAbsence(
  baseline: Results,
  measured: readonly CaseComparison[],
  identity: readonly EnvironmentDifference[],
): BaselineAbsence | undefined {
  const known = new Set(baseline.cases.map(({ id }) => id));
  const shared = measured.filter(({ id, samples, verdict }) => known.has(id) && samples > 0 && verdict !== 'new');
  if (shared.length === 0) return measured.some(({ verdict }) => verdict === 'new') ? noneOf(baseline) : undefined;
  if (shared.some(({ verdict }) => verdict !== 'incomparable')) return undefined;
  const elsewhere = shared.some(({ reason }) => reason !== changedDefinition);
  return {
    kind: 'unavailable',
    reason: elsewhere ? environmentReason(identity) : 'the cases have changed since the baseline was measured',
    remedy: elsewhere
      ? 'Make a baseline in this environment: with --update-baseline, or by a run on the default branch.'
      : 'The next run on the default branch, or with --update-baseline, makes a baseline of the changed cases.',
    expected: false,
  };
}

/** The absence of shared cases. A baseline was expected if all its cases failed or were skipped. */
function noneOf({ cases }: Results): BaselineAbsence {
  const isEmpty = cases.every(({ samples }) =>
    samples.every(({ status, pass }) => status === 'failed' || pass !== 'memory'),
  );
  return {
    kind: 'unavailable',
    reason: isEmpty ? 'the baseline has no measured case' : 'the baseline has none of the cases measured here',
    remedy: isEmpty
      ? 'Make a baseline in which the cases succeed: with --update-baseline, or by a run on the default branch.'
      : 'The next run on the default branch, or with --update-baseline, makes a baseline of these cases.',
    expected: isEmpty,
  };
}

function environmentReason(identity: readonly EnvironmentDifference[]): string {
  const [only, ...others] = identity;
  if (only?.name === 'model' && only.now === 'none' && others.length === 0) {
    return "the model is missing here, so the environment differs from the baseline's";
  }
  const changes = identity.map(({ name, baseline, now }) => `${name} ${baseline} -> ${now}`);
  return `the environment differs from the baseline's: ${changes.join(', ')}`;
}
