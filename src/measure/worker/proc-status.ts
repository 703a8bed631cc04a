import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** The memory fields of `/proc/<pid>/status`, in bytes, and its count of threads. */
export interface ProcessMemory {
  readonly rssBytes: number;
  readonly anonBytes: number;
  /** Resident pages of files and of shared memory: `RssFile` and `RssShmem`. */
  readonly fileBytes: number;
  /** High-water mark of the resident set since it was last reset. */
  readonly peakRssBytes: number;
  /** Threads of the operating system. */
  readonly threads: number;
}

const resetOfPeak = Buffer.from('5');

/** Reads `/proc/<pid>/status` through one open file and buffer, so a reading allocates almost nothing. Linux only. */
export class ProcStatus {
  readonly #pid: number | 'self';
  readonly #descriptor: number;
  /** Descriptor of `/proc/<pid>/clear_refs`, opened when first needed. */
  #clearing: number | undefined;
  readonly #buffer = Buffer.allocUnsafeSlow(8_192);

  /** @throws if there is no such process, or no /proc. */
  constructor(pid: number | 'self') {
    this.#pid = pid;
    this.#descriptor = openSync(`/proc/${pid}/status`, 'r');
  }

  /** @throws if the process has ended. */
  read(): ProcessMemory {
    const length = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, 0);
    return {
      rssBytes: this.#field('\nVmRSS:', length),
      anonBytes: this.#field('\nRssAnon:', length),
      fileBytes: this.#field('\nRssFile:', length) + this.#field('\nRssShmem:', length),
      peakRssBytes: this.#field('\nVmHWM:', length),
      threads: this.#number('\nThreads:', length),
    };
  }

  /** Resets the high-water mark to the current resident set: `5` to clear_refs, see proc(5). */
  resetPeak(): void {
    this.#clearing ??= openSync(`/proc/${this.#pid}/clear_refs`, 'w');
    writeSync(this.#clearing, resetOfPeak);
  }

  close(): void {
    closeSync(this.#descriptor);
    if (this.#clearing !== undefined) closeSync(this.#clearing);
  }

  #field(label: string, length: number): number {
    return this.#number(label, length) * 1024;
  }

  #number(label: string, length: number): number {
    const start = this.#buffer.subarray(0, length).indexOf(label, 0, 'latin1');
    // After a process has ended, its open status file can still be read, but lacks the memory fields.
    if (start < 0) throw new Error(`/proc/${this.#pid}/status has no ${label.trim()} the process has ended`);
    let value = 0;
    for (let at = start + label.length; at < length; at += 1) {
      const digit = (this.#buffer[at] ?? 0) - 48;
      if (digit >= 0 && digit <= 9) value = value * 10 + digit;
      else if (value > 0 || digit === '\n'.charCodeAt(0) - 48) break;
    }
    return value;
  }
}
