// Compares memory-bench's peak with the true peak, and with polling of the same spikes. Linux with glibc.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pidusage from 'pidusage';
import { median } from '../src/compare/statistics.js';
import { mebibytes } from '../src/results/mebibytes.js';
import { scenarioEnvironment } from '../src/services/child-environment.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import type { SelfReadings, Spike } from './peak-child.js';

const holdsMs = [1, 3, 10, 30, 100, 300];
const sizesMebibytes = [1, 10, 50, 200];
const intervalsMs = [10, 50, 100];
const repetitions = { full: 10, quick: 3 };
/** A step through the cells that visits each once, and never two neighbours in a row. */
const stride = 7;
const longestWaitMs = 100;
/** Its multiples modulo 1 are spread evenly between 0 and 1, for any number of them. */
const goldenRatio = 0.618034;

const ours = 'high-water mark, reset before (ours)';
const ends = 'RSS at start and end';
const polled = (intervalMs: number) => `pidusage every ${intervalMs} ms`;
const methods = [ours, ends, ...intervalsMs.map(polled)];

/** One spike as measured by every method. */
interface Seen {
  readonly spike: Spike;
  readonly lastedMs: number;
  /** The peak by each method minus the truth, in bytes. */
  readonly errorBytes: Readonly<Record<string, number>>;
}

/** The accuracy of a method over some spikes. */
interface Accuracy {
  readonly method: string;
  readonly spikes: number;
  readonly medianAbsoluteErrorMb: number;
  readonly worstErrorMb: number;
  /** Share of the spikes of which the method saw less than half. */
  readonly missedShare: number;
}

/**
 * A process makes spikes of 1 to 200 MiB, held for 1 to 300 ms once fully touched, alternately in native memory and in
 * Buffers. The true peak is known: the resident set before, plus the planted and touched bytes. Every method measures
 * the same spikes: the worker's own ProcStatus (VmHWM after a reset), the greater of VmRSS at start and end, and
 * pidusage polling from the parent at three intervals at once. A poller takes the greatest reading between the order
 * for the spike and its end, or the resident set at the start if that is greater.
 */
export async function run({ quick }: BenchOptions): Promise<BenchOutcome> {
  const seen = await makeSpikes(quick ? repetitions.quick : repetitions.full);
  const overall = methods.map((method) => accuracyOf(method, seen));
  const byHold = holdsMs.map((holdMs) => group({ holdMs }, seen));
  const bySize = sizesMebibytes.map((size) => group({ bytes: size * 1024 ** 2 }, seen));
  const cells = holdsMs.flatMap((holdMs) =>
    sizesMebibytes.map((size) => group({ holdMs, bytes: size * 1024 ** 2 }, seen)),
  );
  const byKind = (['native', 'buffer'] as const).map((kind) => group({ kind }, seen));
  return {
    summary: summaryOf(overall, seen.length),
    figures: { unit: 'MiB', spikes: seen.length, overall, byHold, bySize, byKind, cells },
    markdown: markdownOf(overall, byHold, bySize),
  };
}

async function makeSpikes(count: number): Promise<Seen[]> {
  const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(new URL('./peak-child.js', import.meta.url))], {
    // With a fixed threshold, every block is mapped, and returned when it is freed. Otherwise glibc would keep free
    // pages for the next spike, which would then not add to the resident set before it.
    env: { ...scenarioEnvironment(), MALLOC_MMAP_THRESHOLD_: String(128 * 1024) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`cannot start ${process.execPath}`);
  const pollers = intervalsMs.map((intervalMs) => new Poller(pid, intervalMs));
  try {
    // The first spike of each kind compiles and loads code that the later ones use.
    for (const kind of ['native', 'buffer'] as const) {
      await ask(child, { kind, bytes: 1024 ** 2, holdMs: 1, waitMs: longestWaitMs });
    }
    const seen: Seen[] = [];
    for (const spike of spikesInOrder(count)) seen.push(await look(child, spike, pollers));
    return seen;
  } finally {
    await Promise.all(pollers.map((poller) => poller.stop()));
    child.kill('SIGKILL');
    pidusage.clear();
  }
}

/** Every cell once per repetition, in the same order in every run. */
function spikesInOrder(count: number): Spike[] {
  const cells = holdsMs.flatMap((holdMs) => sizesMebibytes.map((size) => ({ holdMs, bytes: size * 1024 ** 2 })));
  return Array.from({ length: count * cells.length }, (_, at) => {
    const cell = cells[(at * stride) % cells.length];
    if (cell === undefined) throw new RangeError('no such cell');
    const kind = (at + Math.floor(at / cells.length)) % 2 === 0 ? 'native' : 'buffer';
    return { ...cell, kind, waitMs: ((at * goldenRatio) % 1) * longestWaitMs };
  });
}

async function look(child: ChildProcess, spike: Spike, pollers: readonly Poller[]): Promise<Seen> {
  for (const poller of pollers) poller.greatestBytes = 0;
  const { startRssBytes, peakRssBytes, endRssBytes, lastedMs } = await ask(child, spike);
  const truth = startRssBytes + spike.bytes;
  const errorBytes: Record<string, number> = {
    [ours]: peakRssBytes - truth,
    [ends]: Math.max(startRssBytes, endRssBytes) - truth,
  };
  for (const { intervalMs, greatestBytes } of pollers) {
    errorBytes[polled(intervalMs)] = Math.max(startRssBytes, greatestBytes) - truth;
  }
  return { spike, lastedMs, errorBytes };
}

async function ask(child: ChildProcess, spike: Spike): Promise<SelfReadings> {
  const lost = new AbortController();
  const onExit = () => lost.abort(new Error('the process of the spikes ended'));
  child.once('exit', onExit);
  try {
    const answer = once(child, 'message', { signal: lost.signal });
    child.send(spike);
    const [readings]: SelfReadings[] = await answer;
    if (readings === undefined) throw new Error('the process of the spikes answered nothing');
    return readings;
  } finally {
    child.off('exit', onExit);
  }
}

/** Polls the resident set of a process, at a fixed interval as far as the machine allows. */
class Poller {
  readonly intervalMs: number;
  /** The greatest reading since it was last set to 0. */
  greatestBytes = 0;
  readonly #stop = new AbortController();
  readonly #polling: Promise<void>;

  constructor(pid: number, intervalMs: number) {
    this.intervalMs = intervalMs;
    this.#polling = this.#poll(pid);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#polling;
  }

  async #poll(pid: number): Promise<void> {
    for (let due = performance.now(); !this.#stop.signal.aborted; ) {
      const { memory } = await pidusage(pid).catch(() => ({ memory: 0 }));
      this.greatestBytes = Math.max(this.greatestBytes, memory);
      due = Math.max(due + this.intervalMs, performance.now());
      await delay(due - performance.now(), undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }
}

type Group = Partial<Pick<Spike, 'kind' | 'holdMs' | 'bytes'>>;

/** The accuracy of every method over the spikes of one kind, hold or size. */
function group({ kind, holdMs, bytes }: Group, seen: readonly Seen[]) {
  const chosen = seen.filter(
    ({ spike }) =>
      spike.kind === (kind ?? spike.kind) &&
      spike.holdMs === (holdMs ?? spike.holdMs) &&
      spike.bytes === (bytes ?? spike.bytes),
  );
  return {
    kind,
    holdMs,
    sizeMb: bytes && mebibytes(bytes),
    medianLastedMs: median(chosen.map(({ lastedMs }) => lastedMs)),
    methods: methods.map((method) => accuracyOf(method, chosen)),
  };
}

function accuracyOf(method: string, seen: readonly Seen[]): Accuracy {
  const errors = seen.map(({ errorBytes }) => errorBytes[method] ?? Number.NaN);
  const worst = errors.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const missed = seen.filter(({ spike, errorBytes }) => -(errorBytes[method] ?? 0) > spike.bytes / 2).length;
  return {
    method,
    spikes: seen.length,
    medianAbsoluteErrorMb: mebibytes(median(errors.map(Math.abs))),
    worstErrorMb: mebibytes(worst),
    missedShare: missed / seen.length,
  };
}

function summaryOf(overall: readonly Accuracy[], spikes: number): string {
  const told = overall.map(({ method, medianAbsoluteErrorMb, worstErrorMb, missedShare }) => {
    return `${method}: off by ${medianAbsoluteErrorMb.toFixed(2)} MiB (worst ${worstErrorMb.toFixed(2)}), ${percent(missedShare)} missed`;
  });
  return `${spikes} spikes of 1-200 MiB and 1-300 ms. ${told.join('; ')}`;
}

function markdownOf(
  overall: readonly Accuracy[],
  byHold: readonly ReturnType<typeof group>[],
  bySize: readonly ReturnType<typeof group>[],
): string {
  const missed = ({ methods: all }: ReturnType<typeof group>) => all.map(({ missedShare }) => percent(missedShare));
  return [
    row('method', 'median absolute error, MiB', 'worst error, MiB', 'missed by more than half'),
    row('---', '---:', '---:', '---:'),
    ...overall.map(({ method, medianAbsoluteErrorMb: middle, worstErrorMb: worst, missedShare }) =>
      row(method, middle.toFixed(2), worst.toFixed(2), percent(missedShare)),
    ),
    '',
    'Missed by more than half, by how long the memory was held once touched, and by size:',
    '',
    row('spikes', 'from first to last, ms', ...methods),
    row('---', '---:', ...methods.map(() => '---:')),
    ...byHold.map((held) => row(`${held.holdMs} ms`, held.medianLastedMs.toFixed(0), ...missed(held))),
    ...bySize.map((sized) => row(`${sized.sizeMb} MiB`, sized.medianLastedMs.toFixed(0), ...missed(sized))),
    '',
  ].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
