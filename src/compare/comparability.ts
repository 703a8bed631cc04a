import type { Environment } from '../results/schema.js';
import type { EnvironmentDifference } from './verdict.js';

/** Differences that make two results incomparable. */
export function identityDifferences(baseline: Environment, now: Environment): EnvironmentDifference[] {
  return differencesIn('identity', baseline.identity, now.identity);
}

/** Differences in what a pull request changes (subject), or that are only worth a notice (context). */
export function subjectAndContextDifferences(baseline: Environment, now: Environment): EnvironmentDifference[] {
  return [
    ...differencesIn('subject', baseline.subject, now.subject),
    ...differencesIn('context', baseline.context, now.context),
  ];
}

function differencesIn(
  kind: EnvironmentDifference['kind'],
  baseline: Readonly<Record<string, string | number>>,
  now: Readonly<Record<string, string | number>>,
): EnvironmentDifference[] {
  const names = [...new Set([...Object.keys(baseline), ...Object.keys(now)])];
  return (
    names
      .map((name) => ({ kind, name, baseline: String(baseline[name] ?? 'none'), now: String(now[name] ?? 'none') }))
      // A fact about the machine that an older baseline lacks is not a difference.
      .filter(({ name }) => kind !== 'context' || (baseline[name] !== undefined && now[name] !== undefined))
      .filter((difference) => difference.baseline !== difference.now)
  );
}
