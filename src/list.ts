import type { Case } from './suite/cases.js';

/** The cases as readable lines: id, tags, budgets, description. */
export function listCases(cases: readonly Case[]): string {
  const width = Math.max(...cases.map(({ id }) => id.length));
  return cases
    .map(({ id, description, tags, budgets }) => {
      const limits = Object.entries(budgets).map(([metric, limit]) => `${metric} <= ${limit}`);
      return `${id.padEnd(width)}  ${description}\n${' '.repeat(width)}  [${tags.join(', ')}]  ${limits.join(', ')}`;
    })
    .join('\n');
}
