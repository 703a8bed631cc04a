import { join } from 'node:path';
import { firstIn } from './folders.js';
import type { Manifest } from './manifest.js';

/** The input of actions/setup-node: a file that it reads itself (absolute path), or a version. */
export type NodeVersion = { readonly file: string } | { readonly version: string };

/** The default Node major, for a project that names none. */
const usualMajor = 24;

/** The Node version of a project: the nearest version file, else `engines.node`, else the default. */
export function nodeVersionOf(folders: readonly string[], { engines }: Manifest): NodeVersion {
  for (const folder of folders) {
    const name = firstIn(folder, ['.nvmrc', '.node-version']);
    if (name !== undefined) return { file: join(folder, name) };
  }
  return { version: versionOfRange(engines?.node ?? '') };
}

/**
 * Picks one version of a range, so that the measured Node only changes when the user changes it: the default major if
 * the range allows it, else the newest major that it names.
 */
export function versionOfRange(range: string): string {
  if (/^v?\d+\.\d+\.\d+$/.test(range.trim())) return range.trim().replace(/^v/, '');
  const majors = range.split('||').map(majorOf).filter(Number.isFinite);
  return String(majors.length === 0 ? usualMajor : Math.max(...majors));
}

/** The best major of a range without alternatives; NaN if it names none. */
function majorOf(range: string): number {
  const comparators = [...range.matchAll(/(>=?|<=?|[\^~=v]*)\s*(\d+)(?:\.(\d+|x|\*))?(?:\.[\w*.+-]+)?/gi)].map(
    ([, sign = '', major, minor]) => ({ sign, major: Number(major), minor: Number(minor) || 0 }),
  );
  const exact = comparators.find(({ sign }) => !/[<>]/.test(sign));
  // In `18 - 22`, the last one is the newest allowed.
  if (exact !== undefined) return comparators.at(/\s-\s/.test(range) ? -1 : 0)?.major ?? exact.major;
  if (comparators.length === 0) return Number.NaN;
  const lowest = Math.max(0, ...comparators.filter(({ sign }) => sign.startsWith('>')).map(({ major }) => major));
  const highest = Math.min(
    Number.POSITIVE_INFINITY,
    ...comparators
      .filter(({ sign }) => sign.startsWith('<'))
      .map(({ sign, major, minor }) => (sign === '<' && minor === 0 ? major - 1 : major)),
  );
  return Math.min(Math.max(usualMajor, lowest), highest);
}
