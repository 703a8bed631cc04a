/**
 * The most memory of a stretch of work, by the kernel's high-water mark. The mark counts file pages as well, so the
 * anonymous peak is the mark less the greater of the file pages at either end. The stretch is divided into calls, each
 * with a mark of its own: file pages that become resident in one call then lower the peak of that call alone.
 */
export class PeakMarks {
    #status;
    #fileBytes = 0;
    #peak = { rssBytes: 0, anonBytes: 0 };
    /** @throws where the mark cannot be reset. */
    constructor(status) {
        this.#status = status;
        this.reset();
    }
    /** Begins a stretch. */
    reset() {
        this.#peak = { rssBytes: 0, anonBytes: 0 };
        this.#fileBytes = this.#status.read().fileBytes;
        this.#status.resetPeak();
    }
    /** Ends a call of the stretch, and begins the next. */
    note() {
        const { peakRssBytes, anonBytes, fileBytes } = this.#status.read();
        this.#status.resetPeak();
        const withoutFiles = peakRssBytes - Math.max(this.#fileBytes, fileBytes);
        this.#peak = {
            rssBytes: Math.max(this.#peak.rssBytes, peakRssBytes),
            anonBytes: Math.max(this.#peak.anonBytes, withoutFiles, anonBytes),
        };
        this.#fileBytes = fileBytes;
    }
    /** The most memory since the stretch began. */
    read() {
        this.note();
        return this.#peak;
    }
}
//# sourceMappingURL=peak-marks.js.map