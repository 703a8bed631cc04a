import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { followLines } from '../../../src/measure/command/line-reader.js';

async function linesOf(chunks: readonly string[]): Promise<string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  followLines(stream, (line) => lines.push(line));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  return lines;
}

it('lines are told whole, however they come', async () => {
  expect(await linesOf(['on', 'e\ntwo\nth', 'ree\n'])).toEqual(['one', 'two', 'three']);
});

it('a last line needs no end', async () => {
  expect(await linesOf(['one\ntwo'])).toEqual(['one', 'two']);
});

it('an empty line is one', async () => {
  expect(await linesOf(['\n\n'])).toEqual(['', '']);
});

it('what is too long of a line is dropped, and the next one is told', async () => {
  const [long = '', next] = await linesOf([...Array.from({ length: 100 }, () => 'x'.repeat(1_000)), '\nnext\n']);
  expect(long.length).toBeLessThan(10_000);
  expect(next).toBe('next');
});
