/** Upper bound that only a forged document exceeds. No chart can show larger figures. */
const most = 1e9;

/** A figure for embedding: rounded to a thousandth and clamped to what a chart can show. */
export function rounded(value: number): number {
  return Math.round(Math.min(most, Math.max(-most, value)) * 1000) / 1000;
}

/** Like rounded, but to a hundredth: a chart of MiB over time shows no more. */
export function coarse(value: number): number {
  return Math.round(rounded(value) * 100) / 100;
}
