import { Transform } from 'node:stream';
import { redact } from '../../output/secrets.js';

/** heaptrack writes the command line of the program among the first lines. */
const headBytes = 256 * 1024;

/** Removes secrets from the command line in a heaptrack file. The rest, perhaps gigabytes, passes unchanged. */
export function redactedHead(): Transform {
  let head: Buffer | undefined = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (head === undefined) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      if (head.length < headBytes) return done();
      const end = head.lastIndexOf('\n') + 1;
      const [complete, rest] = [head.subarray(0, end), head.subarray(end)];
      head = undefined;
      done(null, Buffer.concat([redactedLines(complete), rest]));
    },
    flush(done) {
      done(null, head === undefined ? undefined : redactedLines(head));
    },
  });
}

function redactedLines(lines: Buffer): Buffer {
  const text = lines.toString('latin1');
  const redacted = text.replaceAll(/^X .*$/gm, (line) =>
    Buffer.from(redact(Buffer.from(line, 'latin1').toString())).toString('latin1'),
  );
  return redacted === text ? lines : Buffer.from(redacted, 'latin1');
}
