import type { Results } from '../src/results/schema.js';

export function plantedRun(): { readonly baseline: Results; readonly results: Results };
