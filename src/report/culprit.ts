import { isLeaking } from '../compare/sites.js';
import type { CaseComparison } from '../compare/verdict.js';
import { explainingSide } from './where.js';

/** A line in one of the user's files, relative to the working directory. */
export interface Culprit {
  readonly file: string;
  readonly line: number;
}

/**
 * The line that best explains a case. For a leak, it declares the variable that holds most; else it is the first site,
 * or its caller, in one of the user's files.
 */
export function culpritOf(judged: CaseComparison): Culprit | undefined {
  const { retainers, sites, leak } = judged;
  const holders = isLeaking(leak) ? (retainers?.holders ?? []) : [];
  const held = holders.flatMap(({ at, through }) => [at, through]);
  const found = (sites?.[explainingSide(judged)] ?? []).flatMap((site) => [site, site.caller]);
  const place = [...held, ...found].find((one) => one !== undefined && isOwn(one));
  return place && { file: place.file, line: place.line };
}

/** Whether a place is the user's: not in a package, in Node or outside the working directory. */
function isOwn({ file, line }: Culprit): boolean {
  const isElsewhere = file === '' || /^(?:\[worker|node_modules\/|memory-bench\/|\.\.?\/|\/|[A-Za-z]:)/.test(file);
  return line > 0 && !isElsewhere;
}
