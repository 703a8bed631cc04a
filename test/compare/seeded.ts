/** A seeded source of uniform numbers in [0, 1), for trials that come out the same every time (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal numbers from uniform ones (Box & Muller, 1958). */
export function normalFrom(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** As many draws as asked for. */
export function draw(count: number, source: () => number): number[] {
  return Array.from({ length: count }, () => source());
}

/** The share of the trials, 0 to 1, that hold. */
export function shareOf(trials: number, holds: () => boolean): number {
  return draw(trials, () => (holds() ? 1 : 0)).reduce((sum, hit) => sum + hit, 0) / trials;
}
