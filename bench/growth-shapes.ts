const KIB = 1024;
const MIB = 1024 * KIB;

/** The right verdict on a shape. `never`: anything but a leak. */
export type Truth = 'leak' | 'slowing' | 'ratchet' | 'stable' | 'never';

/** Memory that a case keeps after each iteration, in bytes, on top of the recorded memory. */
export interface PlantedShape {
  readonly name: string;
  readonly truth: Truth;
  /** Returns `iterations` values. `random` draws phases and chances, once per process. */
  readonly kept: (iterations: number, random: () => number) => number[];
}

type PerIteration = (iteration: number, random: () => number) => number;

/** The running sum of the bytes that each iteration keeps. */
function summed(perIteration: PerIteration): PlantedShape['kept'] {
  return (iterations, random) => {
    let kept = 0;
    return Array.from({ length: iterations }, (_, iteration) => {
      kept += perIteration(iteration, random);
      return kept;
    });
  };
}

function level(at: (iteration: number) => number): PlantedShape['kept'] {
  return (iterations) => Array.from({ length: iterations }, (_, iteration) => at(iteration));
}

/** A buffer that takes `bytes` per iteration and is emptied every `period` iterations, at a random phase. */
function sawtooth(period: number, bytes: number, leak = 0): PlantedShape['kept'] {
  return (iterations, random) => {
    const phase = Math.floor(random() * period);
    return level((iteration) => ((iteration + phase) % period) * bytes + iteration * leak)(iterations, random);
  };
}

function everyTenth(bytes: number): PlantedShape['kept'] {
  return (iterations, random) => {
    const phase = Math.floor(random() * 10);
    return summed((iteration) => (iteration % 10 === phase ? bytes : 0))(iterations, random);
  };
}

/** A cache of `entries` random keys, `keys` of which are looked up in each iteration. */
function randomKeys(entries: number, keys: number, bytes: number): PlantedShape['kept'] {
  return (iterations, random) => {
    const known = new Set<number>();
    return Array.from({ length: iterations }, () => {
      for (let key = 0; key < keys; key += 1) known.add(Math.floor(random() * entries));
      return known.size * bytes;
    });
  };
}

const periods = [45, 90, 100, 200] as const;

/** Shapes of growth with their right verdicts. */
export const plantedShapes: readonly PlantedShape[] = [
  { name: '6 KiB per iteration', truth: 'leak', kept: summed(() => 6 * KIB) },
  { name: '8 KiB per iteration', truth: 'leak', kept: summed(() => 8 * KIB) },
  { name: '16 KiB per iteration', truth: 'leak', kept: summed(() => 16 * KIB) },
  {
    name: '8 KiB per iteration, 5 MiB while warming up',
    truth: 'leak',
    kept: summed((iteration) => 8 * KIB + (iteration < 30 ? (5 * MIB) / 30 : 0)),
  },
  { name: '16 KiB from iteration 30 on', truth: 'leak', kept: summed((iteration) => (iteration < 30 ? 0 : 16 * KIB)) },
  { name: '100 KiB every tenth', truth: 'leak', kept: everyTenth(100 * KIB) },
  { name: '1 MiB at 5 %', truth: 'leak', kept: summed((_, random) => (random() < 0.05 ? MIB : 0)) },
  { name: '3 % more each iteration', truth: 'leak', kept: level((iteration) => 64 * KIB * 1.03 ** iteration) },
  { name: 'n^0.9', truth: 'leak', kept: level((iteration) => 50 * KIB * (iteration + 1) ** 0.9) },
  ...periods.map((period) => ({
    name: `16 KiB and a buffer emptied every ${period}`,
    truth: 'leak' as const,
    kept: sawtooth(period, 50 * KIB, 16 * KIB),
  })),
  ...periods.map((period) => ({
    name: `buffer emptied every ${period}`,
    truth: 'never' as const,
    kept: sawtooth(period, 20 * KIB),
  })),
  { name: 'cache of 300', truth: 'ratchet', kept: level((iteration) => Math.min(iteration + 1, 300) * 100 * KIB) },
  { name: 'pool of 50', truth: 'ratchet', kept: level((iteration) => Math.min(iteration + 1, 50) * 100 * KIB) },
  { name: 'square root', truth: 'slowing', kept: level((iteration) => MIB * Math.sqrt(iteration + 1)) },
  { name: 'n^0.7', truth: 'slowing', kept: level((iteration) => MIB * (iteration + 1) ** 0.7) },
  { name: 'logarithm', truth: 'slowing', kept: level((iteration) => 4 * MIB * Math.log(iteration + 2)) },
  {
    name: 'table that doubles',
    truth: 'never',
    kept: level((iteration) => 64 * KIB * 2 ** Math.ceil(Math.log2(iteration + 1))),
  },
  { name: 'cache of 10,000, 30 random keys', truth: 'slowing', kept: randomKeys(10_000, 30, 4 * KIB) },
  { name: 'cache of 10,000, 10 random keys', truth: 'slowing', kept: randomKeys(10_000, 10, 4 * KIB) },
];
