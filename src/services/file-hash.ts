import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** sha256, in hex, of a file, read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece);
  return digest.digest('hex');
}
