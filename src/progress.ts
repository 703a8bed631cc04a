import { LiveScreen, type Output } from './live/live-screen.js';
import { durationWords, liveLines, sampleWords } from './live/view.js';
import type { SampleProgress } from './measure/runner.js';
import type { Phase } from './measure/worker/protocol.js';
import { logText } from './output/log-text.js';
import { redact } from './output/secrets.js';
import { countOf, formatValue } from './report/format.js';
import { nativeSummary } from './report/native.js';
import { plainText } from './report/plain-text.js';
import type { Sample } from './results/schema.js';
import type { Terminal } from './terminal.js';

/** At most four redraws a second. */
const redrawMs = 250;
/** Finished samples in the live view. */
const mostTaken = 3;

/** The sample that is being taken. */
interface Running {
  readonly at: SampleProgress;
  phase: Phase | undefined;
  readonly measuredBytes: number[];
  readonly qdrantBytes: number[];
}

/** Shows the progress of a run: a live view on a terminal, plain lines elsewhere. */
export class Progress {
  readonly #output: Output;
  readonly #terminal: Terminal | undefined;
  readonly #screen: LiveScreen | undefined;
  readonly #start = performance.now();
  #count = 0;
  #running: Running | undefined;
  #taken: readonly string[] = [];
  #redrawing: NodeJS.Timeout | undefined;

  /** `output` is standard error, so that standard output has only the report. `terminal` is the one behind `output`. */
  constructor(output: Output, terminal?: Terminal) {
    this.#output = output;
    this.#terminal = terminal;
    this.#screen = terminal && new LiveScreen(output, terminal);
  }

  /** Prints a permanent line. */
  say(line: string): void {
    this.#screen?.clear();
    this.#output.write(`${redact(logText(redact(line)))}\n`);
  }

  sampleStarts(at: SampleProgress): void {
    if (this.#screen === undefined) return;
    this.#running = { at, phase: undefined, measuredBytes: [], qdrantBytes: [] };
    if (this.#redrawing !== undefined) return;
    this.#draw();
    this.#redrawing = setInterval(() => this.#draw(), redrawMs).unref();
  }

  /** Reports that a sample is taken again because its memory had not settled. */
  retakes(unsettled: Sample, at: SampleProgress): void {
    const readings = unsettled.status === 'measured' ? unsettled.unsettled.join(', ') : '';
    this.say(`${where(at)}  memory still moved when it was read (${readings}); taking the sample again`);
  }

  phaseBegins(phase: Phase): void {
    if (this.#running !== undefined) this.#running.phase = phase;
  }

  /** Records the current resident memory, in bytes. */
  reads(measuredBytes: number, qdrantBytes: number | null): void {
    this.#running?.measuredBytes.push(measuredBytes);
    if (qdrantBytes !== null) this.#running?.qdrantBytes.push(qdrantBytes);
  }

  sampleEnds(sample: Sample, at: SampleProgress): void {
    this.#count += 1;
    if (sample.status === 'failed') {
      // Indent the lines of a message so that none starts at the beginning of a log line.
      this.say(`${where(at)}  failed: ${plainText(sample.error.message).replaceAll('\n', '\n    ')}`);
    } else if (this.#screen === undefined) {
      const left = this.#remainingMs({ ...at, step: at.step + 1 });
      this.say(`${where(at)}  ${summary(sample)}${left === undefined ? '' : `, ~${durationWords(left)} left`}`);
    } else {
      this.#taken = [`${sampleWords(at)}  ${summary(sample)}`, ...this.#taken].slice(0, mostTaken);
    }
  }

  /** Removes the live view. */
  close(): void {
    clearInterval(this.#redrawing);
    this.#redrawing = undefined;
    this.#running = undefined;
    this.#screen?.clear();
  }

  #draw(): void {
    if (this.#running === undefined || this.#terminal === undefined) return;
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

  #remainingMs({ step, steps }: SampleProgress): number | undefined {
    if (this.#count === 0 || step > steps) return undefined;
    return (this.#elapsedMs() / this.#count) * (steps - step + 1);
  }

  #elapsedMs(): number {
    return performance.now() - this.#start;
  }
}

function where(at: SampleProgress): string {
  const { step, steps } = at;
  return `[${String(step).padStart(String(steps).length)}/${steps}] ${sampleWords(at)}`;
}

function summary(sample: Extract<Sample, { status: 'measured' }>): string {
  if (sample.sites !== undefined) return `${countOf(sample.sites.alive.length, 'function', 'functions')} keep memory`;
  if (sample.native !== undefined) return nativeSummary(sample.native);
  const { peak_rss_mb, tree_peak_mb, rss_delta_mb, tree_anon_delta_mb, allocation_count: count } = sample.metrics;
  const peak = peak_rss_mb ?? tree_peak_mb;
  const delta = rss_delta_mb ?? tree_anon_delta_mb;
  if (count !== undefined) return `${count.toLocaleString('en-US')} allocations`;
  return [
    peak === undefined ? undefined : `peak ${formatValue('peak_rss_mb', peak)}`,
    delta === undefined ? undefined : `change ${formatValue('rss_delta_mb', delta)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
