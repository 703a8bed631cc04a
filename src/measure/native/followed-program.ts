import { readlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';

const intervalMs = 100;

/** Which program a process is: a shell, or a shim of a version manager, makes place for another one. */
export class ProgramWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #seen: string | undefined;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), intervalMs).unref();
    this.#look();
  }

  /** Path of the program that it was when it was seen last; undefined where it never was. Looks no more. */
  close(): string | undefined {
    clearInterval(this.#timer);
    return this.#seen;
  }

  #look(): void {
    try {
      this.#seen = readlinkSync(`/proc/${this.#pid}/exe`).replace(/ \(deleted\)$/, '');
    } catch {
      // It has ended.
      clearInterval(this.#timer);
    }
  }
}

/** The program that heaptrack wrote down, by the head of its file: `x <length> <path>`; undefined where it does not tell. */
export async function followedProgram(rawFile: string): Promise<string | undefined> {
  const file = await open(rawFile);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    return /^x [0-9a-f]+ (\/.*)$/m.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
  } finally {
    await file.close();
  }
}
