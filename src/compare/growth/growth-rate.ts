/** The growth of an envelope; rates in the unit of the series per iteration. */
export interface Growth {
  /** Rate in each quarter. */
  readonly quarters: Quarters;
  /** Standard errors of `quarters`. */
  readonly quarterErrors: Quarters;
  /**
   * Rates of the two halves of the last two fifths, and the standard error of their difference. Shows whether growth
   * slows down towards the end.
   */
  readonly ending: { readonly rates: readonly [number, number]; readonly error: number };
  /** The same of the two halves of the last third. */
  readonly last: { readonly rates: readonly [number, number]; readonly error: number };
  /** Rate over the last three quarters, with its 95 % confidence interval. */
  readonly rate: number;
  readonly rateLower: number;
  readonly rateUpper: number;
  /** One-sided 95 % upper bound of the rate over the last half. */
  readonly lateUpper: number;
  readonly kept: number;
  /**
   * Effective number of steps that make up the growth, (sum d)^2 / sum d^2 (Kish, 1965): 1 for a single step, the
   * number of readings for a straight line.
   */
  readonly steps: number;
}

export type Quarters = readonly [number, number, number, number];

const normal95 = 1.96;
const oneSided95 = 1.645;
/** An event absent in m trials has a rate of at most 3 / m, with 95 % confidence (Hanley & Lippman-Hand, 1983). */
const ruleOfThree = 3;

/**
 * Rates of an envelope. Growth in steps is a compound Poisson process: the variance of what m readings add is m times
 * the variance of a single one. So a few large steps say little about a rate, and many small ones say much.
 * `noise`: standard deviation of a reading. `burst`: largest single step known from elsewhere.
 */
export function growthOf(levels: readonly number[], noise: number, burst: number): Growth {
  const last = Math.max(0, levels.length - 1);
  const at = (share: number) => Math.round(last * share);
  const bounds = [0, 1, 2, 3, 4].map((quarter) => at(quarter / 4));
  const part = (quarter: number) => stretchOf(levels, bounds[quarter] ?? 0, bounds[quarter + 1] ?? 0, noise);
  const parts = [part(0), part(1), part(2), part(3)] as const;
  const steady = stretchOf(levels, bounds[1] ?? 0, last, noise);
  const late = stretchOf(levels, bounds[2] ?? 0, last, noise);
  const all = stretchOf(levels, 0, last, noise);
  const halves = (from: number, middle: number) => {
    const [before, after] = [
      stretchOf(levels, at(from), at(middle), noise),
      stretchOf(levels, at(middle), last, noise),
    ];
    return { rates: [before.rate, after.rate] as const, error: Math.hypot(before.error, after.error) };
  };
  const largest = Math.max(burst, steady.largest);
  return {
    quarters: [parts[0].rate, parts[1].rate, parts[2].rate, parts[3].rate],
    quarterErrors: [parts[0].error, parts[1].error, parts[2].error, parts[3].error],
    ending: halves(0.6, 0.8),
    last: halves(2 / 3, 5 / 6),
    rate: steady.rate,
    rateLower: steady.rate - normal95 * steady.error,
    rateUpper: steady.rate + normal95 * steady.error,
    lateUpper: late.rate + Math.max(oneSided95 * late.error, (ruleOfThree * largest) / Math.max(1, late.length)),
    kept: all.sum,
    steps: all.squares === 0 ? 0 : all.sum ** 2 / all.squares,
  };
}

/** Mean rate between two readings of an envelope. */
export function rateBetween(levels: readonly number[], from: number, to: number): number {
  return to === from ? 0 : ((levels[to] ?? 0) - (levels[from] ?? 0)) / (to - from);
}

function stretchOf(levels: readonly number[], from: number, to: number, noise: number) {
  const length = to - from;
  const steps = levels.slice(from + 1, to + 1).map((level, index) => level - (levels[from + index] ?? level));
  const sum = steps.reduce((total, step) => total + step, 0);
  const squares = steps.reduce((total, step) => total + step ** 2, 0);
  const centred = length > 1 ? (squares - sum ** 2 / length) * (length / (length - 1)) : squares;
  // Steps within the noise cancel out, so only the ends of the stretch carry it.
  const scatter = Math.max(0, centred - 2 * noise ** 2 * length);
  return {
    length,
    sum,
    squares,
    rate: length === 0 ? 0 : sum / length,
    error: length === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(scatter + 2 * noise ** 2) / length,
    largest: steps.reduce((largest, step) => Math.max(largest, step), 0),
  };
}

/** Share of the growth that the few large steps must carry. */
const mostOfGrowth = 0.8;
const fewestSteps = 4;
const rarer = 1.6;
const overdue = 2.5;

/**
 * Whether most of the growth comes in a few steps that get further and further apart, as in a table that doubles when
 * full: each interval is at least 1.6 times the one before, and the next step is not overdue.
 */
export function stepsComeEverRarer(levels: readonly number[]): boolean {
  const kept = (levels.at(-1) ?? 0) - (levels[0] ?? 0);
  const large = levels.flatMap((level, at) =>
    at > 0 && level - (levels[at - 1] ?? level) > kept / 32 ? [{ at, step: level - (levels[at - 1] ?? level) }] : [],
  );
  if (kept <= 0 || large.length < fewestSteps) return false;
  const carried = large.reduce((sum, { step }) => sum + step, 0);
  const gaps = large.slice(1).map(({ at }, index) => at - (large[index]?.at ?? at));
  const grows = gaps.slice(1).every((gap, index) => gap >= rarer * (gaps[index] ?? gap));
  const since = levels.length - 1 - (large.at(-1)?.at ?? 0);
  return carried >= mostOfGrowth * kept && grows && since <= overdue * (gaps.at(-1) ?? 0);
}
