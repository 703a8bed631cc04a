import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Reads a text file that an untrusted process has left. Refuses links, pipes and devices, and reads at most
 * `mostBytes`.
 * @throws Error if the file cannot be read, is not a regular file, or is larger.
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
    // O_NONBLOCK: opening a pipe without a writer would block.
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const isLink = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP';
    throw isLink ? new Error(noFile, { cause }) : cause;
  }
}
