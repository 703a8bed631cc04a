/**
 * The middle of the values, in their unit: the mean of the two middle ones when their number is even.
 * Throws RangeError when there are no values or one of them is not finite.
 */
export function median(values: Iterable<number>): number {
  return medianOfSorted(sortedCopy(values));
}

/** {@link median} of values already in ascending order. Makes no copy, and checks only that there are values. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const half = Math.floor(sorted.length / 2);
  const upper = orderStatistic(sorted, half + 1);
  return sorted.length % 2 === 1 ? upper : (orderStatistic(sorted, half) + upper) / 2;
}

/**
 * The quantile at `probability` (0 to 1), in the unit of the values: type 7 of Hyndman & Fan (1996), linear between the
 * order statistics around position (n - 1) p. The default of R and NumPy.
 * Throws RangeError for no values, a value that is not finite, or a probability outside 0 to 1.
 */
export function quantile(values: Iterable<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
  }
  const sorted = sortedCopy(values);
  const position = (sorted.length - 1) * probability;
  const lower = orderStatistic(sorted, Math.floor(position) + 1);
  const upper = orderStatistic(sorted, Math.ceil(position) + 1);
  return lower + (upper - lower) * (position - Math.floor(position));
}

/**
 * The median distance from the median (Hampel, 1974), in the unit of the values: raw, without the 1.4826 that would
 * make it a normal standard deviation. Throws RangeError when there are no values or one of them is not finite.
 */
export function medianAbsoluteDeviation(values: Iterable<number>): number {
  const sorted = sortedCopy(values);
  const middle = medianOfSorted(sorted);
  return median(sorted.map((value) => Math.abs(value - middle)));
}

/** The arithmetic mean, in the unit of the values. Throws RangeError for no values or one that is not finite. */
export function mean(values: Iterable<number>): number {
  const copy = finiteCopy(values);
  // Summing distances from the first value keeps equal values exactly equal to their mean.
  const anchor = orderStatistic(copy, 1);
  return anchor + copy.reduce((sum, value) => sum + (value - anchor), 0) / copy.length;
}

/**
 * The sample standard deviation (divisor n - 1), in the unit of the values.
 * Throws RangeError for fewer than two values, where it is undefined, or for one that is not finite.
 */
export function standardDeviation(values: Iterable<number>): number {
  const copy = finiteCopy(values);
  if (copy.length < 2) {
    throw new RangeError('a sample standard deviation needs at least two values');
  }
  const centre = mean(copy);
  return Math.sqrt(copy.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (copy.length - 1));
}

/** The k-th smallest (1 to n) of values already in ascending order. Throws RangeError for any other k. */
export function orderStatistic(sorted: ArrayLike<number>, k: number): number {
  const value = sorted[k - 1];
  if (value === undefined) {
    throw new RangeError(`there is no value number ${k} among ${sorted.length}`);
  }
  return value;
}

/** A copy in ascending order. Throws RangeError when there are no values or one of them is not finite. */
export function sortedCopy(values: Iterable<number>): Float64Array {
  return finiteCopy(values).sort();
}

/** Each distinct value with the number of times it occurs, in ascending order. Throws as {@link sortedCopy} does. */
export function tieGroups(values: Iterable<number>): [value: number, size: number][] {
  const sizes = new Map<number, number>();
  for (const value of sortedCopy(values)) {
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  return [...sizes];
}

/**
 * P(Z >= z) of the standard normal distribution, with a relative error of about 1e-13: Marsaglia's series (2004) near
 * the middle, Laplace's continued fraction (Abramowitz & Stegun, 1964, 26.2.14) in the tail, where the series cancels.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) {
    return 1 - normalUpperTail(-z);
  }
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let sum = 0;
    let term = z;
    for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
      sum += term;
      term *= (z * z) / odd;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 120; k >= 1; k--) {
    fraction = z + k / fraction;
  }
  return density / fraction;
}

/**
 * The z with P(Z <= z) = probability in the standard normal distribution, by bisection of {@link normalUpperTail}.
 * Throws RangeError unless 0 < probability < 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`a normal quantile needs a probability between 0 and 1, not ${probability}`);
  }
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = 40;
  for (let step = 0; step < 64; step++) {
    const middle = (low + high) / 2;
    if (normalUpperTail(middle) > tail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return probability < 0.5 ? -low : low;
}

/** Throws RangeError unless the confidence is a share between 0 and 1, such as 0.95. */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence lies between 0 and 1, such as 0.95, not ${confidence}`);
  }
}

function finiteCopy(values: Iterable<number>): Float64Array {
  // Adding zero turns -0 into 0, so that reports never show -0.
  const copy = Float64Array.from(values, (value) => value + 0);
  if (copy.length === 0) {
    throw new RangeError('there are no values');
  }
  if (!copy.every(Number.isFinite)) {
    throw new RangeError('every value has to be a finite number');
  }
  return copy;
}
