import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
/** Reads `/proc/<pid>/status` through one open file and one buffer, so that a reading allocates next to nothing. Linux only. */
export class ProcStatus {
    #pid;
    #descriptor;
    #buffer = Buffer.allocUnsafeSlow(8_192);
    /** @throws where there is no such process, or no /proc. */
    constructor(pid) {
        this.#pid = pid;
        this.#descriptor = openSync(`/proc/${pid}/status`, 'r');
    }
    /** @throws where the process has ended. */
    read() {
        const length = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, 0);
        return {
            rssBytes: this.#field('\nVmRSS:', length),
            anonBytes: this.#field('\nRssAnon:', length),
            peakRssBytes: this.#field('\nVmHWM:', length),
        };
    }
    /** Sets the high-water mark back to the present resident set: `5` to clear_refs, proc(5). */
    resetPeak() {
        writeFileSync(`/proc/${this.#pid}/clear_refs`, '5');
    }
    close() {
        closeSync(this.#descriptor);
    }
    #field(label, length) {
        const start = this.#buffer.subarray(0, length).indexOf(label, 0, 'latin1');
        // A process that has ended still has a status file while somebody holds it, but no memory fields.
        if (start < 0)
            throw new Error(`/proc/${this.#pid}/status has no ${label.trim()} the process has ended`);
        let kibibytes = 0;
        for (let at = start + label.length; at < length; at += 1) {
            const digit = (this.#buffer[at] ?? 0) - 48;
            if (digit >= 0 && digit <= 9)
                kibibytes = kibibytes * 10 + digit;
            else if (kibibytes > 0 || digit === '\n'.charCodeAt(0) - 48)
                break;
        }
        return kibibytes * 1024;
    }
}
//# sourceMappingURL=proc-status.js.map