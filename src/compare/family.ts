/**
 * The p-values, adjusted for their number as in Benjamini and Hochberg (1995): p m / rank, made monotone from the
 * largest down and at most 1. Returned in the order given. Rejecting if the adjusted value is at most q keeps the
 * expected share of false rejections at q. If nothing changed at all, q also bounds the chance of any rejection.
 * Throws RangeError for a p-value outside 0 to 1.
 */
export function adjustForFamily(pValues: readonly number[]): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a p-value lies between 0 and 1');
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  for (const [position, { p, index }] of descending.entries()) {
    const rank = pValues.length - position;
    smallest = Math.min(smallest, p * (pValues.length / rank));
    adjusted[index] = smallest;
  }
  return adjusted;
}
