import { isLeaking } from '../compare/sites.js';
import type { CaseComparison } from '../compare/verdict.js';
import { explainingSide } from './where.js';

/** A line of a file of the user, relative to the working directory. */
export interface Culprit {
  readonly file: string;
  readonly line: number;
}

/**
 * The line that explains a case best: of a leak the declaration of the variable that holds most; else the first site, or
 * its caller, in a file of the user.
 */
export function culpritOf(judged: CaseComparison): Culprit | undefined {
  const { retainers, sites, leak } = judged;
  const holders = isLeaking(leak) ? (retainers?.holders ?? []) : [];
  const held = holders.flatMap(({ at, through }) => [at, through]);
  const found = (sites?.[explainingSide(judged)] ?? []).flatMap((site) => [site, site.caller]);
  const place = [...held, ...found].find((one) => one !== undefined && isOwn(one));
  return place && { file: place.file, line: place.line };
}

/** Neither of a package, nor of Node, nor outside of the working directory. */
function isOwn({ file, line }: Culprit): boolean {
  const isElsewhere = file === '' || /^(?:\[worker|node_modules\/|memory-bench\/|\.\.?\/|\/|[A-Za-z]:)/.test(file);
  return line > 0 && !isElsewhere;
}
