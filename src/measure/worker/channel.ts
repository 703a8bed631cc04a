import { Socket } from 'node:net';

/** Descriptor of the private channel; `services/private-channel.ts` is the other end. */
const channelDescriptor = 3;

// A scenario may replace them.
const { parse, stringify } = JSON;

/**
 * Exchanges messages with the engine, as lines of JSON. It does not use Node's IPC, which belongs to the scenario. The
 * first line received is the token that starts every line sent.
 */
export class Channel {
  readonly #socket = new Socket({ fd: channelDescriptor, readable: true, writable: true });
  #token: string | undefined;
  #received = '';

  /** `onEnd` is called when the engine has gone. */
  constructor(onMessage: (message: unknown) => void, onEnd: () => void) {
    this.#socket
      .setEncoding('utf8')
      .on('data', (chunk: string) => {
        const lines = (this.#received + chunk).split('\n');
        this.#received = lines.pop() ?? '';
        for (const line of lines) {
          if (this.#token === undefined) this.#token = line;
          else onMessage(parse(line));
        }
      })
      .on('error', onEnd)
      .on('close', onEnd);
  }

  send(message: object): void {
    this.#socket.write(`${this.#token} ${stringify(message)}\n`);
  }
}
