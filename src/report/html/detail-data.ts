import type { CaseComparison } from '../../compare/verdict.js';
import type { CaseResult } from '../../results/schema.js';
import { allocationsData } from './allocations-data.js';
import { allocatorData } from './allocator-data.js';
import { mappedData } from './mapped-data.js';
import type { DetailData } from './model-detail.js';
import { retainersData } from './retainers-data.js';

/** Data that explains a case beyond its metrics. */
export function detailData(
  { allocations, retainers }: CaseComparison,
  result: CaseResult | undefined,
  baseline: CaseResult | undefined,
): DetailData {
  return {
    allocator: allocatorData(result, baseline),
    mapped: mappedData(result, baseline),
    allocations: allocationsData(allocations),
    retainers: retainersData(retainers),
  };
}
