import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PeakMarks } from '../../src/measure/worker/peak-marks.js';
import type { ProcessMemory } from '../../src/measure/worker/proc-status.js';

/** A process that is moved by hand; the kernel's part of keeping the mark is played by `to`. */
class Played {
  #anon = 10;
  #file = 40;
  #mark = 50;

  to(anon: number, file: number): void {
    [this.#anon, this.#file] = [anon, file];
    this.#mark = Math.max(this.#mark, anon + file);
  }

  read(): ProcessMemory {
    const rssBytes = this.#anon + this.#file;
    return { rssBytes, anonBytes: this.#anon, fileBytes: this.#file, peakRssBytes: this.#mark, threads: 1 };
  }

  resetPeak(): void {
    this.#mark = this.#anon + this.#file;
  }
}

describe('the anonymous peak', () => {
  it('has a spike that is over', () => {
    const played = new Played();
    const marks = new PeakMarks(played);
    played.to(60, 40);
    played.to(11, 40);
    expect(marks.read()).toEqual({ rssBytes: 100, anonBytes: 60 });
  });

  it('has no file pages that came and stayed', () => {
    const played = new Played();
    const marks = new PeakMarks(played);
    played.to(11, 100);
    expect(marks.read()).toEqual({ rssBytes: 111, anonBytes: 11 });
  });

  it('is not lowered by file pages of another call', () => {
    const played = new Played();
    const marks = new PeakMarks(played);
    played.to(60, 40);
    played.to(11, 40);
    marks.note();
    played.to(11, 100);
    expect(marks.read().anonBytes).toBe(60);
  });

  it('begins anew with a stretch', () => {
    const played = new Played();
    const marks = new PeakMarks(played);
    played.to(60, 40);
    played.to(11, 40);
    marks.note();
    marks.reset();
    expect(marks.read()).toEqual({ rssBytes: 51, anonBytes: 11 });
  });

  it('is never more than there was, and at least what is read at the end of a call', () => {
    const moves = fc.array(fc.array(fc.tuple(fc.nat(100), fc.nat(20)), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(moves, (calls) => {
        const played = new Played();
        const marks = new PeakMarks(played);
        // File pages only come.
        let file = 40;
        let [most, read] = [10, 0];
        for (const call of calls) {
          for (const [anon, more] of call) {
            file += more;
            played.to(anon, file);
            most = Math.max(most, anon);
          }
          marks.note();
          read = Math.max(read, played.read().anonBytes);
        }
        const { anonBytes } = marks.read();
        expect(anonBytes).toBeLessThanOrEqual(most);
        expect(anonBytes).toBeGreaterThanOrEqual(read);
      }),
    );
  });
});
