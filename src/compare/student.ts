/**
 * P(T >= t) of Student's distribution with `degrees` degrees of freedom, which need not be a whole number: half the
 * regularised incomplete beta function I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t^2) (DLMF 8.17; Abramowitz
 * & Stegun, 1964, 26.7.1).
 * Throws RangeError unless degrees > 0 and t is a number.
 */
export function studentUpperTail(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees of freedom are above 0, not ${degrees}`);
  if (Number.isNaN(t)) throw new RangeError('t has to be a number');
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (t < 0) return 1 - studentUpperTail(-t, degrees);
  const whole = degrees + t * t;
  return incompleteBeta(degrees / whole, (t * t) / whole, degrees / 2, 0.5) / 2;
}

/**
 * I_x(a, b), by the continued fraction of DLMF 8.17.22 on the side of the mean where it converges fast. `rest` is
 * `1 - x`, passed separately because it loses precision for x close to 1.
 */
function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(rest, x, b, a);
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const logRest = x < 0.5 ? Math.log1p(-x) : Math.log(rest);
  return Math.exp(a * Math.log(x) + b * logRest - logBeta) / (a * betaFraction(x, a, b));
}

const tiny = 1e-300;
const mostTerms = 1_000;

/** 1 + d1 / (1 + d2 / (1 + ...)), by Lentz's method, which Thompson and Barnett (1986) keep from dividing by zero. */
function betaFraction(x: number, a: number, b: number): number {
  let fraction = 1;
  let above = 1;
  let below = 0;
  for (let term = 1; term <= mostTerms; term += 1) {
    const m = Math.floor(term / 2);
    const numerator =
      term % 2 === 0
        ? (m * (b - m) * x) / ((a + term - 1) * (a + term))
        : (-(a + m) * (a + b + m) * x) / ((a + term - 1) * (a + term));
    below = 1 / awayFromZero(1 + numerator * below);
    above = awayFromZero(1 + numerator / above);
    fraction *= above * below;
    if (Math.abs(above * below - 1) < 1e-15) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln of the gamma function for z > 0, by Lanczos' approximation (1964), g = 7 and nine terms; relative error 1e-14. */
function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const [first = 0, ...rest] = lanczos;
  const sum = rest.reduce((total, coefficient, index) => total + coefficient / (z + index), first);
  const base = z + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The quantile of Student's distribution at `probability`, by bisection on the tail; relative error 1e-9. */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability lies between 0 and 1');
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  let [low, high] = [0, 1];
  while (studentUpperTail(high, degrees) > 1 - probability) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentUpperTail(middle, degrees) > 1 - probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
