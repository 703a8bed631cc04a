import { GcMeter } from './gc-tally.js';
import type { Meter } from './meter.js';
import { now } from './originals.js';
import type { GcTally, IterationColumns, Reading } from './protocol.js';

/** Runs iterations one after the other and keeps what is read after each. */
export class MeasuredIterations {
  readonly columns: IterationColumns;
  readonly #run: () => Promise<void>;
  readonly #meter: Meter;
  readonly #growth: boolean;
  readonly #afterEach: () => Promise<void>;
  readonly #gc = new GcMeter();
  #tally: GcTally | undefined;
  #tallying = false;

  /**
   * `before` tells which readings can be had here; with `growth` each is taken after a garbage collection, and
   * `afterEach` is waited for then.
   */
  constructor(
    run: () => Promise<void>,
    meter: Meter,
    before: Reading,
    { growth, afterEach }: { readonly growth: boolean; readonly afterEach: () => Promise<void> },
  ) {
    this.#run = run;
    this.#meter = meter;
    this.#growth = growth;
    this.#afterEach = afterEach;
    this.columns = {
      durationMs: [],
      rssBytes: [],
      anonBytes: before.anonBytes === undefined ? undefined : [],
      heapBytes: growth ? [] : undefined,
      nativeBytes: growth && before.nativeBytes !== undefined ? [] : undefined,
    };
  }

  async take(count: number): Promise<void> {
    for (let call = 0; call < count; call += 1) await this.#one();
  }

  /** Ends the counting of allocations and collections: what follows enters the columns only. */
  closeTally(): void {
    if (this.#tallying) this.#gc.end();
    this.#tallying = false;
    this.#tally = this.#gc.tally;
  }

  get tally(): GcTally {
    return this.#tally ?? this.#gc.tally;
  }

  async #one(): Promise<void> {
    if (!this.#tallying) this.#gc.begin();
    this.#tallying = true;
    const start = now();
    await this.#run();
    this.columns.durationMs.push(now() - start);
    this.#meter.notePeak();
    this.#note(this.#growth ? await this.#collect() : this.#meter.read());
    if (this.#growth) await this.#afterEach();
  }

  /** Our own collection is kept out of the tally, which would otherwise count it as the scenario's. */
  async #collect(): Promise<Reading> {
    this.#gc.end();
    this.#tallying = false;
    return this.#meter.readCollected();
  }

  #note(reading: Reading): void {
    this.columns.rssBytes.push(reading.rssBytes);
    if (reading.anonBytes !== undefined) this.columns.anonBytes?.push(reading.anonBytes);
    this.columns.heapBytes?.push(reading.heapLiveBytes + reading.externalBytes);
    if (reading.nativeBytes !== undefined) this.columns.nativeBytes?.push(reading.nativeBytes);
  }
}
