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
    #socket = new Socket({ fd: channelDescriptor, readable: true, writable: true });
    #token;
    #received = '';
    /** `onEnd` is called when the engine has gone. */
    constructor(onMessage, onEnd) {
        this.#socket
            .setEncoding('utf8')
            .on('data', (chunk) => {
            const lines = (this.#received + chunk).split('\n');
            this.#received = lines.pop() ?? '';
            for (const line of lines) {
                if (this.#token === undefined)
                    this.#token = line;
                else
                    onMessage(parse(line));
            }
        })
            .on('error', onEnd)
            .on('close', onEnd);
    }
    send(message) {
        this.#socket.write(`${this.#token} ${stringify(message)}\n`);
    }
}
//# sourceMappingURL=channel.js.map