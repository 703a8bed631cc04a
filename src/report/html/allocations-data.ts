import type { AllocationsComparison } from '../../compare/verdict.js';
import { allocationFigures } from '../allocations-table.js';
import { shownText } from '../escape.js';
import { bytesWords } from '../format.js';
import { siteWords } from '../where.js';
import type { AllocationsData } from './model-detail.js';

/** Characters of two places, each a path and a name. */
const longestPlace = 600;

/** Functions that allocate the objects of a case; undefined if there are none or they were not counted. */
export function allocationsData(allocations: AllocationsComparison | undefined): AllocationsData | undefined {
  if (allocations === undefined || allocations.functions.length === 0) return undefined;
  const { compared, functions } = allocations;
  const rows = functions.map((allocator) => {
    const [baseline = '', now = '', difference = ''] = allocationFigures(allocator);
    const { bytes } = allocator;
    return {
      where: shownText(siteWords(allocator), longestPlace),
      baseline,
      now,
      difference: compared ? difference : '–',
      size: bytes === undefined ? '–' : bytesWords(bytes),
    };
  });
  return { compared, rows };
}
