import type { Comparison } from '../compare/verdict.js';

/** A version that differs; undefined on the side that has none. */
export interface Change {
  readonly name: string;
  readonly baseline: string | undefined;
  readonly now: string | undefined;
}

/** Changes that are named; the rest is counted. */
export const mostNamed = 8;

/** Deliberate changes: Node, Qdrant and the packages that scenarios depend on, then all other packages. */
export function changesOf({ differences, packages }: Comparison): Change[] {
  return [...differences.filter(({ kind }) => kind === 'subject'), ...packages];
}

/** A change in words: `undici 6.1.0 -> 7.0.0`, `+ undici 6.1.0`, `- undici 6.1.0`. */
export function changeWords(
  { name, baseline, now }: Change,
  { arrow, minus }: { readonly arrow: string; readonly minus: string },
  safe: (text: string) => string,
): string {
  if (baseline === undefined) return `+ ${safe(name)} ${safe(now ?? '')}`;
  if (now === undefined) return `${minus} ${safe(name)} ${safe(baseline)}`;
  return `${safe(name)} ${safe(baseline)} ${arrow} ${safe(now)}`;
}
