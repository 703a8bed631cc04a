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

  /** Returns how many more iterations the engine wants of this series; 0 after one that threw. */
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
   * Sends the last message; later calls do nothing. The process exits once the engine has answered, so that the engine
   * can still see what the scenario has started.
   */
  finish(message: Extract<WorkerMessage, { type: 'done' | 'failed' }>): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#go = exitWhenWritten;
    // Before sending, which may throw if the scenario has replaced something.
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

/** Exits once the scenario's output is flushed: it may still be queued for the pipes, and explains a failure best. */
function exitWhenWritten(): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}
