// The child's side of a private channel, for a process that answers once. Loaded in that process: built-ins only.
import { readSync, writeSync } from 'node:fs';
/** See `private-channel.ts`. */
const channelDescriptor = 3;
const newline = 0x0a;
/**
 * Reads the token that the answer has to begin with. To be called before user code is loaded.
 * @throws Error where memory-bench has ended.
 */
export function receiveToken() {
    const bytes = [];
    const byte = Buffer.alloc(1);
    while (bytes.at(-1) !== newline) {
        if (readSync(channelDescriptor, byte) === 0)
            throw new Error('memory-bench has closed the channel');
        bytes.push(byte[0] ?? newline);
    }
    return Buffer.from(bytes.slice(0, -1)).toString('latin1');
}
/**
 * Sends the answer, as a text of JSON, and ends the process when it has arrived: until then memory-bench can see what user
 * code has started.
 */
export function answerWith(token, json) {
    const line = Buffer.from(`${token} ${json}\n`);
    try {
        for (let written = 0; written < line.length;)
            written += writeSync(channelDescriptor, line, written);
        readSync(channelDescriptor, Buffer.alloc(1));
    }
    catch {
        // The answer was too long, or memory-bench has ended.
    }
    process.exit(0);
}
//# sourceMappingURL=answer.js.map