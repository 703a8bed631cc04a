/** Beyond these a document is made up, and no chart can show it. */
const most = 1e9;

/** A figure as it is embedded: to a thousandth, and within what a chart can show. */
export function rounded(value: number): number {
  return Math.round(Math.min(most, Math.max(-most, value)) * 1000) / 1000;
}

/** The same to a hundredth: of MiB over time more is not to be seen. */
export function coarse(value: number): number {
  return Math.round(rounded(value) * 100) / 100;
}
