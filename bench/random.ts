/** Equal seeds draw equal numbers: mulberry32, from 0 up to but without 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The values in an order that is drawn , each by its own lot. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = values.map((value) => ({ value, rank: random() }));
  return order.sort((a, b) => a.rank - b.rank).map(({ value }) => value);
}
