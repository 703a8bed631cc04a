import type { Packages } from '../results/packages.js';
import type { Environment } from '../results/schema.js';
import type { PackageDifference } from './verdict.js';

/**
 * Packages that differ, direct dependencies of the workspace first; in each group, changed before added and removed.
 * Empty if either side does not record its packages, as in older baselines. Packages that only scenarios use depend on
 * which scenarios ran, so they are compared only if both sides have them.
 */
export function packageDifferences(
  { packages: before, subject: subjectBefore }: Environment,
  { packages: after, subject: subjectAfter }: Environment,
): PackageDifference[] {
  if (before === undefined || after === undefined) return [];
  const [was, is] = [versionsIn(before), versionsIn(after)];
  const toldAlready = ({ name, baseline, now }: PackageDifference) =>
    subjectBefore[name] === baseline && subjectAfter[name] === now;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name)?.version !== is.get(name)?.version)
    .filter((name) => (was.has(name) && is.has(name)) || [was, is].some((side) => side.get(name)?.shipped))
    .map((name) => ({
      name,
      direct: [was, is].some((side) => side.get(name)?.direct),
      baseline: was.get(name)?.version,
      now: is.get(name)?.version,
    }))
    .filter((difference) => !toldAlready(difference))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

interface Version {
  readonly version: string;
  readonly direct: boolean;
  /** Used in production, not only by scenarios. */
  readonly shipped: boolean;
}

/** The nearest part wins if a name is in several, which memory-bench never writes. */
function versionsIn(packages: Packages): Map<string, Version> {
  const parts = ['scenarios', 'transitive', 'direct'] as const;
  return new Map(
    parts.flatMap((part) =>
      Object.entries(packages[part]).map(
        ([name, version]) => [name, { version, direct: part === 'direct', shipped: part !== 'scenarios' }] as const,
      ),
    ),
  );
}

function rank({ direct, baseline, now }: PackageDifference): number {
  return (direct ? 0 : 2) + (baseline !== undefined && now !== undefined ? 0 : 1);
}
