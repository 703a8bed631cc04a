import type { SampleProgress } from './measure/runner.js';
import { countOf, formatValue } from './report/format.js';
import { nativeSummary } from './report/native.js';
import { plainText } from './report/plain-text.js';
import type { Sample } from './results/schema.js';

/** Where progress is written: standard error, so that standard output holds the report alone. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells a person how far a run has come: one live line on a terminal, plain lines elsewhere. */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #start = performance.now();
  #taken = 0;
  #live: NodeJS.Timeout | undefined;

  constructor(output: ProgressOutput) {
    this.#output = output;
  }

  /** A line that stays. */
  say(line: string): void {
    this.#clear();
    this.#output.write(`${line}\n`);
  }

  sampleStarts(progress: SampleProgress): void {
    if (this.#output.isTTY !== true) return;
    const draw = () => {
      const text = `${this.#where(progress)}  ${duration(this.#elapsedMs())} elapsed${this.#remaining(progress)}`;
      this.#output.write(`\r\u001b[K${text.slice(0, (this.#output.columns ?? 80) - 1)}`);
    };
    this.#clear();
    draw();
    this.#live = setInterval(draw, 1_000).unref();
  }

  sampleEnds(sample: Sample, progress: SampleProgress): void {
    this.#taken += 1;
    if (sample.status === 'failed') {
      this.say(`${this.#where(progress)}  failed: ${plainText(sample.error.message)}`);
    } else if (this.#output.isTTY !== true) {
      this.say(
        `${this.#where(progress)}  ${summary(sample)}${this.#remaining({ ...progress, step: progress.step + 1 })}`,
      );
    }
  }

  /** Takes the live line away. */
  close(): void {
    this.#clear();
  }

  #where({ step, steps, caseId, pass, sample, samplesPerCase }: SampleProgress): string {
    const what = {
      memory: `sample ${sample}/${samplesPerCase}`,
      allocations: 'counting allocations',
      sites: 'recording where',
      native: 'profiling native memory',
    }[pass];
    return `[${String(step).padStart(String(steps).length)}/${steps}] ${caseId}  ${what}`;
  }

  #remaining({ step, steps }: SampleProgress): string {
    if (this.#taken === 0 || step > steps) return '';
    const perSample = this.#elapsedMs() / this.#taken;
    return `, ~${duration(perSample * (steps - step + 1))} left`;
  }

  #elapsedMs(): number {
    return performance.now() - this.#start;
  }

  #clear(): void {
    if (this.#live === undefined) return;
    clearInterval(this.#live);
    this.#live = undefined;
    this.#output.write('\r\u001b[K');
  }
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

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
