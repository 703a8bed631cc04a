import type { Session } from 'node:inspector';
import { parse, startTimer, stopTimer, stringify } from './originals.js';

/** How long all threads together may take to answer. */
const answerWithinMs = 2_000;

/** The answer of a thread. The caller has to check the shape of `result`. */
export interface ThreadAnswer {
  readonly thread: string;
  readonly result: unknown;
}

interface Thread {
  readonly id: string;
  readonly sessionId: string;
  readonly parent: Thread | undefined;
  /** Unanswered requests by number. */
  readonly pending: Map<number, (result: unknown) => void>;
}

/** Sends requests to this process's worker threads through the inspector, including threads that start later. */
export class WorkerThreads {
  readonly #session: Session;
  readonly #threads = new Map<string, Thread>();
  #requests = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Attaches to all running threads, and to each that starts later. */
  async attach(): Promise<void> {
    this.#session.on('inspectorNotification', (message) => this.#hear(message, undefined));
    await new Promise<void>((resolve, reject) => {
      this.#session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) =>
        error === null ? resolve() : reject(error),
      );
    });
  }

  /** Identifiers of the threads that have not ended. */
  get threads(): readonly string[] {
    return [...this.#threads.keys()];
  }

  /**
   * Sends the same request to every thread. A thread that ends or does not answer in time is left out. A thread that
   * owes an answer, because it is blocked, is not asked again until it has answered.
   */
  async post(method: string, parameters: object = {}): Promise<ThreadAnswer[]> {
    const idle = [...this.#threads.values()].filter(({ pending }) => pending.size === 0);
    if (idle.length === 0) return [];
    const answers: ThreadAnswer[] = [];
    const all = idle.map(async (thread) => {
      const result = await this.#ask(thread, method, parameters);
      if (result !== undefined) answers.push({ thread: thread.id, result });
    });
    let timer: NodeJS.Timeout | undefined;
    const bound = new Promise<void>((resolve) => {
      timer = startTimer(resolve, answerWithinMs);
    });
    await Promise.race([Promise.all(all), bound]);
    stopTimer(timer);
    return [...answers];
  }

  #ask(thread: Thread, method: string, params: object): Promise<unknown> {
    return new Promise((resolve) => {
      this.#requests += 1;
      const id = this.#requests;
      thread.pending.set(id, resolve);
      this.#send(thread, { id, method, params });
    });
  }

  #send(thread: Thread, message: object): void {
    const params = { sessionId: thread.sessionId, message: stringify(message) };
    const { parent } = thread;
    if (parent === undefined) {
      this.#session.post('NodeWorker.sendMessageToWorker', params, (error) => {
        if (error !== null) this.#end(thread);
      });
    } else {
      // The parent's answer is ignored.
      this.#requests += 1;
      this.#send(parent, { id: this.#requests, method: 'NodeWorker.sendMessageToWorker', params });
    }
  }

  #hear(message: unknown, from: Thread | undefined): void {
    const { id, method, params, result } = fields(message);
    if (from !== undefined && typeof id === 'number') {
      from.pending.get(id)?.(result);
      from.pending.delete(id);
    }
    if (typeof method !== 'string' || !method.startsWith('NodeWorker.')) return;
    const { sessionId, message: text } = fields(params);
    if (typeof sessionId !== 'string') return;
    const key = from === undefined ? sessionId : `${from.id}/${sessionId}`;
    const known = this.#threads.get(key);
    if (method === 'NodeWorker.attachedToWorker') this.#begin({ id: key, sessionId, parent: from, pending: new Map() });
    else if (method === 'NodeWorker.detachedFromWorker' && known !== undefined) this.#end(known);
    else if (known !== undefined && typeof text === 'string') this.#hear(parse(text), known);
  }

  #begin(thread: Thread): void {
    this.#threads.set(thread.id, thread);
    this.#requests += 1;
    // For threads that this thread starts.
    const params = { waitForDebuggerOnStart: false };
    this.#send(thread, { id: this.#requests, method: 'NodeWorker.enable', params });
  }

  #end(thread: Thread): void {
    this.#threads.delete(thread.id);
    for (const answer of thread.pending.values()) answer(undefined);
    thread.pending.clear();
    for (const each of [...this.#threads.values()]) if (each.parent === thread) this.#end(each);
  }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
