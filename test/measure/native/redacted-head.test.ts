import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { redactedHead } from '../../../src/measure/native/redacted-head.js';
import { keepSecret } from '../../../src/output/secrets.js';

keepSecret('k3y-0123456789');

const passed = (chunks: readonly Buffer[]) => buffer(Readable.from(chunks).pipe(redactedHead()));

it('the command line in a file of heaptrack has no secret in it', async () => {
  const text = 'v 10500 3\nX ./server --key k3y-0123456789 --größte\ns 4 main\n';
  expect((await passed([Buffer.from(text)])).toString()).toBe('v 10500 3\nX ./server --key *** --größte\ns 4 main\n');
});

it('everything else is passed on byte by byte, in whatever pieces it comes', async () => {
  const bytes = Buffer.from(Array.from({ length: 900_000 }, (_, index) => (index * 7919) % 251));
  const pieces = Array.from({ length: 90 }, (_, index) => bytes.subarray(index * 10_000, (index + 1) * 10_000));
  expect((await passed(pieces)).equals(bytes)).toBe(true);
});
