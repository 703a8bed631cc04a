import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Parses JSON whose arrays and objects are nested at most `mostDepth` deep. The depth is counted before anything is
 * parsed: a parser needs far more memory for brackets than they take as text, and what walks the value may recurse.
 * @throws SyntaxError for what is no JSON; RangeError where it is nested deeper.
 */
export function parseBoundedJson(text: string, mostDepth: number): unknown {
  if (isDeeperThan(text, mostDepth)) throw new RangeError(`it is nested more than ${mostDepth} levels deep`);
  return JSON.parse(text);
}

const [quote, backslash, openArray, closeArray, openObject, closeObject] = [...'"\\[]{}'].map((each) =>
  each.charCodeAt(0),
);

function isDeeperThan(text: string, mostDepth: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === openArray || code === openObject) depth += 1;
    else if (code === closeArray || code === closeObject) depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
}

/** Index of the quote that closes the string that begins at `start`; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

/**
 * Reads a text file that an untrusted process has left. Links, pipes and devices are refused, and no more than
 * `mostBytes` are read.
 * @throws Error where it cannot be read, is no regular file, or is larger.
 */
export async function readBoundedFile(path: string, mostBytes: number): Promise<string> {
  const file = await openRegular(path);
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new Error(noFile);
    const buffer = Buffer.alloc(Math.min(about.size, mostBytes) + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
      length += bytesRead;
    }
    throw new Error(
      about.size > mostBytes ? `it is larger than ${mostBytes / 1024 ** 2} MiB` : 'it grows while it is read',
    );
  } finally {
    await file.close();
  }
}

const noFile = 'it is no regular file';

async function openRegular(path: string): Promise<FileHandle> {
  try {
    // A pipe without a writer would block the opening.
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const isLink = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP';
    throw isLink ? new Error(noFile, { cause }) : cause;
  }
}
