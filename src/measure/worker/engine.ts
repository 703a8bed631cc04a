import { setTimeout } from 'node:timers';
import { Channel } from './channel.js';
import type {
  EngineMessage,
  IterationColumns,
  MemoryReport,
  Phase,
  QuiescePoint,
  SampleOrder,
  WorkerMessage,
} from './protocol.js';

/** How long the engine may take to answer the last message. */
const answerWithinMs = 1_000;

/** The worker's side of the conversation with the engine. */
export class Engine {
  readonly signal: AbortSignal;
  phase: Phase = 'import';
  readonly #abort = new AbortController();
  readonly #channel: Channel;
  #order: ((order: SampleOrder) => void) | undefined;
  #finished = false;
  #go: ((moreIterations: number) => void) | undefined;

  constructor() {
    this.signal = this.#abort.signal;
    this.#channel = new Channel(
      // The engine is trusted; its side of the channel has the same types.
      (message) => this.#hear(message as EngineMessage),
      () => {
        this.#abort.abort();
        process.exit(1);
      },
    );
  }

  receiveOrder(): Promise<SampleOrder> {
    return new Promise((resolve) => {
      this.#order = resolve;
    });
  }

  enter(phase: Phase): void {
    this.phase = phase;
    this.#send({ type: 'phase', phase });
  }

  async quiesce(point: QuiescePoint): Promise<void> {
    await this.#ask({ type: 'quiesce', point });
  }

  /** How many more iterations the engine wants to see of this series; none after one that threw. */
  askForMore(iterations: IterationColumns, threw: string | undefined): Promise<number> {
    return this.#ask({ type: 'growth', iterations, threw });
  }

  reportMemory(report: MemoryReport): void {
    this.#send({ type: 'memory', report });
  }

  reportAllocations(count: number): void {
    this.#send({ type: 'allocations', count });
  }

  /**
   * The last message, whatever else happens after it. The process ends when the engine has answered: until then it can
   * see what the scenario has started.
   */
  finish(message: Extract<WorkerMessage, { type: 'done' | 'failed' }>): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#go = exitWhenWritten;
    // First: what the scenario has replaced may make sending throw.
    setTimeout(exitWhenWritten, answerWithinMs);
    this.#send(message);
  }

  #ask(question: WorkerMessage): Promise<number> {
    return new Promise((resolve) => {
      this.#go = resolve;
      this.#send(question);
    });
  }

  #hear(message: EngineMessage): void {
    if (message.type === 'order') this.#order?.(message);
    else this.#go?.(message.moreIterations);
  }

  #send(message: WorkerMessage): void {
    this.#channel.send(message);
  }
}

/** What the scenario has written may still be queued for the pipes; it explains a failure best. */
function exitWhenWritten(): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
