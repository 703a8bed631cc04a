import type { Packages } from '../results/packages.js';
import type { Environment } from '../results/schema.js';
import type { PackageDifference } from './verdict.js';

/**
 * Packages that differ: those the workspace itself depends on first, and of each the changed before the added and removed.
 * None where one of the two does not tell its packages, as an older baseline does not. What only scenarios lead to
 * depends on which scenarios ran: it is compared where both have it.
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
  /** In production, not for scenarios alone. */
  readonly shipped: boolean;
}

/** A name that stands in several parts, which ours never does, means the nearest. */
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
