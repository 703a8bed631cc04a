/** Returns a mulberry32 generator of numbers in [0, 1). Equal seeds draw equal numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns the values in random order. */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = values.map((value) => ({ value, rank: random() }));
  return order.sort((a, b) => a.rank - b.rank).map(({ value }) => value);
}
