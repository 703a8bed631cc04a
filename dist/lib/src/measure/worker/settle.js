import { now } from './originals.js';
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
export async function settle(settling) {
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