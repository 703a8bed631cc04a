import type { Readable } from 'node:stream';

/** Longer lines are cut: the searched texts are short, and a program may write gigabytes without an end of line. */
const longestLine = 4_096;

/** Calls `onLine` with each line of a stream as it arrives, cut to 4,096 characters. */
export function followLines(stream: Readable, onLine: (line: string) => void): void {
  let line = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      onLine(line + chunk.slice(start, Math.min(end, start + longestLine)));
      line = '';
      start = end + 1;
    }
    if (line.length < longestLine) line += chunk.slice(start, start + longestLine);
  });
  stream.on('end', () => {
    if (line !== '') onLine(line);
  });
}
