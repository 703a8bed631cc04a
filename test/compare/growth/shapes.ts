import { type GrowthShape, judgeSeries, type SeriesGrowth } from '../../../src/compare/growth/judge-series.js';
import { defaultTolerances, ratchetAmount } from '../../../src/compare/growth/series.js';
import { normalFrom, seededUniform } from '../seeded.js';

export const KIB = 1024;
export const MIB = 1024 * KIB;

/** Bytes kept after each of `count` iterations; `uniform` draws phases and chances. */
export type Kept = (count: number, uniform: () => number) => number[];

export const horizon = 400;

/** Kept by each iteration, added up. */
export const summed =
  (perIteration: (iteration: number, uniform: () => number) => number): Kept =>
  (count, uniform) => {
    let kept = 0;
    return Array.from({ length: count }, (_, iteration) => {
      kept += perIteration(iteration, uniform);
      return kept;
    });
  };

/** Kept after an iteration, whatever came before. */
export const level =
  (at: (iteration: number) => number): Kept =>
  (count) =>
    Array.from({ length: count }, (_, iteration) => at(iteration));

/** A buffer that is emptied every `period` calls, in the phase given. */
export const sawtooth = (period: number, phase: number, bytes = 20 * KIB): Kept =>
  level((iteration) => ((iteration + phase) % period) * bytes);

export const both =
  (first: Kept, second: Kept): Kept =>
  (count, uniform) => {
    const other = second(count, uniform);
    return first(count, uniform).map((bytes, at) => bytes + (other[at] ?? 0));
  };

/** Noise of settled readings: a few KiB on the heap, and a few hundred in anonymous memory beyond it. */
export const noiseOfSeries = { heap: 3 * KIB, other: 200 * KIB } as const;
export type NoisedSeries = keyof typeof noiseOfSeries;
/** Shapes are planted in proportion to the tolerance of their series. */
const scale = { heap: 1, other: defaultTolerances.other / defaultTolerances.heap } as const;

/** Readings of a shape in a series, with the noise of the series. */
export function readingsOf(kept: Kept, seed: number, series: NoisedSeries = 'heap', count = horizon): number[] {
  const uniform = seededUniform(seed);
  const noise = normalFrom(seededUniform(seed + 7919));
  return kept(count, uniform).map((bytes) => 40 * MIB + scale[series] * bytes + noise() * noiseOfSeries[series]);
}

/** Judges a shape at the end of a follow-up. */
export function judged(kept: Kept, seed: number, series: NoisedSeries = 'heap', count = horizon): SeriesGrowth {
  return judgeSeries(readingsOf(kept, seed, series, count), {
    tolerance: defaultTolerances[series],
    ratchet: ratchetAmount(series),
    horizonReached: true,
  });
}

/** How many of the seeds 1 to `seeds` are judged to have the shape. */
export function timesJudged(kept: Kept, shape: GrowthShape, seeds: number, series: NoisedSeries = 'heap'): number {
  let times = 0;
  for (let seed = 1; seed <= seeds; seed += 1) if (judged(kept, seed, series).shape === shape) times += 1;
  return times;
}
