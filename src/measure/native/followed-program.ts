import { readlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';

const intervalMs = 100;

/** Watches which program a process runs: a shell, or a version manager's shim, is replaced by another program. */
export class ProgramWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #seen: string | undefined;

  constructor(pid: number) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), intervalMs).unref();
    this.#look();
  }

  /** Stops watching and returns the path of the last program seen; undefined if none was. */
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

/** The program in the head of heaptrack's file, as `x <length> <path>`; undefined if there is none. */
export async function followedProgram(rawFile: string): Promise<string | undefined> {
  const file = await open(rawFile);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
    return /^x [0-9a-f]+ (\/.*)$/m.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
  } finally {
    await file.close();
  }
}
