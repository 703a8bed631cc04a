import type { ProcStatus } from './proc-status.js';
import type { Peak } from './protocol.js';

/** The source of the marks. */
type Marked = Pick<ProcStatus, 'read' | 'resetPeak'>;

/**
 * The peak memory of a stretch of work, by the kernel's high-water mark. The mark includes file pages, so the anonymous
 * peak is the mark minus the file pages at the start or the end, whichever are more. Each call of the stretch has a
 * separate mark, so that file pages that become resident in one call lower the peak of that call alone.
 */
export class PeakMarks {
  readonly #status: Marked;
  #fileBytes = 0;
  #peak: Peak = { rssBytes: 0, anonBytes: 0 };

  /** @throws if the mark cannot be reset. */
  constructor(status: Marked) {
    this.#status = status;
    this.reset();
  }

  /** Begins a stretch. */
  reset(): void {
    this.#peak = { rssBytes: 0, anonBytes: 0 };
    this.#fileBytes = this.#status.read().fileBytes;
    this.#status.resetPeak();
  }

  /** Ends a call of the stretch, and begins the next. */
  note(): void {
    const { peakRssBytes, anonBytes, fileBytes } = this.#status.read();
    this.#status.resetPeak();
    const withoutFiles = peakRssBytes - Math.max(this.#fileBytes, fileBytes);
    this.#peak = {
      rssBytes: Math.max(this.#peak.rssBytes, peakRssBytes),
      anonBytes: Math.max(this.#peak.anonBytes, withoutFiles, anonBytes),
    };
    this.#fileBytes = fileBytes;
  }

  /** Peak memory since the stretch began. */
  read(): Peak {
    this.note();
    return this.#peak;
  }
}
