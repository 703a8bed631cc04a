// The child's side of a private channel, for a process that answers once. The child loads it: built-ins only.
import { readSync, writeSync } from 'node:fs';
/** See `private-channel.ts`. */
const channelDescriptor = 3;
const newline = 0x0a;
/**
 * Reads the token that the answer must begin with. Call it before user code is loaded.
 * @throws Error if memory-bench has ended.
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
 * Sends the answer, as JSON text, and exits when it has arrived. Until then, memory-bench can see the processes that
 * user code has started.
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