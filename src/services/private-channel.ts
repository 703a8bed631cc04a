import type { ChildProcess, StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Duplex } from 'node:stream';
import { messageOf } from '../errors.js';
import { type JsonLimits, parseBoundedJson } from '../results/bounded-json.js';

/** Descriptor of the channel in the child; `measure/worker/channel.ts` and `answer.ts` also define it. */
const channelDescriptor = 3;
/** Descriptor of the IPC channel that `process.send` of the child writes to. */
const sinkDescriptor = 4;

/** Streams of a child with a private channel: no stdin, stdout and stderr as pipes, and the two channels. */
export const channelStdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];

/**
 * Variables of a child with a private channel. They give user code a working `process.send`, as under a process
 * manager. Its messages are discarded.
 */
export const channelVariables: Readonly<Record<string, string>> = {
  NODE_CHANNEL_FD: String(sinkDescriptor),
  NODE_CHANNEL_SERIALIZATION_MODE: 'json',
};

/** Handlers of the channel. */
export interface ChannelEvents {
  readonly onMessage: (message: unknown) => void;
  /** Called once, for input that is no message of memory-bench's own code in the child. Nothing is read afterwards. */
  readonly onFault: (reason: string) => void;
  /** Called when the child has closed its side of the channel, or has ended. */
  readonly onEnd: () => void;
}

/**
 * Messages to and from memory-bench's own code in a child that also runs user code. They are lines of JSON on a
 * descriptor that is not Node's IPC. The first line gives the child a random token. Every line of the child begins with
 * it, so that accidental writes of user code are detected. Limits apply before anything is parsed.
 */
export class PrivateChannel {
  readonly #stream: Duplex | undefined;
  readonly #token = randomBytes(18).toString('base64url');
  readonly #limits: JsonLimits;
  readonly #events: ChannelEvents;
  #chunks: Buffer[] = [];
  #length = 0;
  #isClosed = false;

  constructor(child: ChildProcess, limits: JsonLimits, events: ChannelEvents) {
    this.#limits = limits;
    this.#events = events;
    this.#stream = streamAt(child, channelDescriptor);
    this.#stream
      ?.on('data', (chunk: Buffer) => this.#read(chunk))
      // If the child has just ended, its exit is reported instead.
      .on('error', () => {})
      .on('close', () => this.#end());
    streamAt(child, sinkDescriptor)
      ?.on('error', () => {})
      .resume();
    this.#write(this.#token);
  }

  send(message: object): void {
    this.#write(JSON.stringify(message));
  }

  /** Lets a child exit after it has answered. */
  acknowledge(): void {
    this.#write('');
  }

  #write(line: string): void {
    if (this.#stream?.writable) this.#stream.write(`${line}\n`);
  }

  #read(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0 && !this.#isClosed; end = chunk.indexOf('\n', start)) {
      this.#add(chunk.subarray(start, end));
      start = end + 1;
      if (!this.#isClosed) this.#take();
    }
    if (!this.#isClosed) this.#add(chunk.subarray(start));
  }

  #add(part: Buffer): void {
    if (part.length === 0) return;
    this.#chunks.push(part);
    this.#length += part.length;
    const most = this.#limits.bytes;
    if (this.#length > most) this.#fault(`a message is longer than ${most / 1024 ** 2} MiB`);
  }

  #take(): void {
    const line = Buffer.concat(this.#chunks).toString('utf8');
    this.#chunks = [];
    this.#length = 0;
    const head = `${this.#token} `;
    let message: unknown;
    try {
      if (!line.startsWith(head)) throw new Error('it does not begin with the token');
      message = parseBoundedJson(line.slice(head.length), this.#limits);
    } catch (error) {
      this.#fault(`a line is no message of memory-bench (${messageOf(error)})`);
      return;
    }
    this.#events.onMessage(message);
  }

  #end(): void {
    if (this.#isClosed) return;
    if (this.#length > 0) this.#fault('the last line has no end');
    else {
      this.#isClosed = true;
      this.#events.onEnd();
    }
  }

  #fault(reason: string): void {
    this.#isClosed = true;
    this.#chunks = [];
    this.#stream?.destroy();
    this.#events.onFault(reason);
  }
}

function streamAt({ stdio }: ChildProcess, descriptor: number): Duplex | undefined {
  const stream: unknown = stdio[descriptor];
  return stream instanceof Duplex ? stream : undefined;
}
