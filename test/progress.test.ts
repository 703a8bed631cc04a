import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SampleProgress } from '../src/measure/runner.js';
import { Progress, type ProgressOutput } from '../src/progress.js';
import { createFailedSample, createSample } from './builders.js';

/** An output that remembers what was written. */
class Recording implements ProgressOutput {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(isTTY: boolean, columns = 80) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): void {
    this.text += text;
  }

  /** What a terminal would show: a line that was cleared is gone. */
  get shown(): string[] {
    return this.text.split('\n').map((line) => line.slice(line.lastIndexOf('\r\u001b[K') + 1).replace('\u001b[K', ''));
  }
}

const at = (overrides: Partial<SampleProgress> = {}): SampleProgress => ({
  caseId: 'search/dense',
  pass: 'memory',
  sample: 2,
  samplesPerCase: 5,
  step: 7,
  steps: 10,
  ...overrides,
});

const measured = createSample({ metrics: { peak_rss_mb: 246.06, rss_delta_mb: 1.234 } });

// Time stands still, so that what is said of it can be known.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('without a terminal', () => {
  it('a line is said and stays', () => {
    const output = new Recording(false);
    new Progress(output).say('measuring 3 cases');
    expect(output.text).toBe('measuring 3 cases\n');
  });

  it('nothing is said when a sample starts', () => {
    const output = new Recording(false);
    new Progress(output).sampleStarts(at());
    expect(output.text).toBe('');
  });

  it('a line is said when a sample ends', () => {
    const output = new Recording(false);
    new Progress(output).sampleEnds(measured, at());
    expect(output.text).toBe('[ 7/10] search/dense  sample 2/5  peak 246.1 MiB, change 1.23 MiB, ~0 s left\n');
  });

  it('no line has a control character', () => {
    const output = new Recording(false);
    const progress = new Progress(output);
    progress.say('begin');
    progress.sampleStarts(at());
    progress.sampleEnds(measured, at());
    progress.sampleEnds(createFailedSample(), at());
    progress.close();
    expect(output.text.replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u);
  });

  it('the time that is left is told from the samples that were taken', () => {
    const output = new Recording(false);
    const progress = new Progress(output);
    vi.advanceTimersByTime(60_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 4 }));
    expect(output.text).toContain('~3 min 0 s left');
  });

  it('less than a minute that is left is told in seconds', () => {
    const output = new Recording(false);
    const progress = new Progress(output);
    vi.advanceTimersByTime(5_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 2 }));
    expect(output.text).toMatch(/, ~5 s left\n$/);
  });

  it('no time is left after the last sample', () => {
    const output = new Recording(false);
    new Progress(output).sampleEnds(measured, at({ step: 10, steps: 10 }));
    expect(output.text).not.toContain('left');
  });

  it('the allocation pass is told as what it is', () => {
    const output = new Recording(false);
    const sample = createSample({ pass: 'allocations', metrics: { allocation_count: 91_959 } });
    new Progress(output).sampleEnds(sample, at({ pass: 'allocations', step: 10 }));
    expect(output.text).toBe('[10/10] search/dense  counting allocations  91,959 allocations\n');
  });

  it('a change that is shown as 0 has no sign', () => {
    const output = new Recording(false);
    const sample = createSample({ metrics: { rss_delta_mb: -0.001 } });
    new Progress(output).sampleEnds(sample, at());
    expect(output.text).toContain('change 0.00 MiB');
  });
});

describe('on a terminal', () => {
  it('one live line tells where the run stands', () => {
    const output = new Recording(true);
    new Progress(output).sampleStarts(at());
    expect(output.shown).toEqual(['[ 7/10] search/dense  sample 2/5  0 s elapsed']);
  });

  it('the live line goes with the time', () => {
    const output = new Recording(true);
    new Progress(output).sampleStarts(at());
    vi.advanceTimersByTime(65_000);
    expect(output.shown).toEqual(['[ 7/10] search/dense  sample 2/5  1 min 5 s elapsed']);
  });

  it('the live line tells what is left once a sample was taken', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    vi.advanceTimersByTime(5_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 3 }));
    progress.sampleStarts(at({ step: 2, steps: 3 }));
    expect(output.shown).toEqual(['[2/3] search/dense  sample 2/5  5 s elapsed, ~10 s left']);
  });

  it('the live line is never wider than the terminal', () => {
    const output = new Recording(true, 20);
    new Progress(output).sampleStarts(at({ caseId: 'a-very-long-name/with-a-label' }));
    expect(output.shown.join('').length).toBeLessThan(20);
  });

  it('the live line gives way to a line that stays', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.sampleStarts(at());
    progress.say('a line that stays');
    expect(output.shown).toEqual(['a line that stays', '']);
  });

  it('a measured sample leaves no line', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.sampleStarts(at());
    progress.sampleEnds(measured, at());
    progress.close();
    expect(output.shown).toEqual(['']);
  });

  it('a failed sample leaves a line', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.sampleStarts(at());
    progress.sampleEnds(createFailedSample({ message: 'no hits' }), at());
    expect(output.shown).toEqual(['[ 7/10] search/dense  sample 2/5  failed: no hits', '']);
  });

  it('closing takes the live line away', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.sampleStarts(at());
    progress.close();
    expect(output.shown).toEqual(['']);
  });

  it('nothing is drawn after closing', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.sampleStarts(at());
    progress.close();
    const { text } = output;
    vi.advanceTimersByTime(10_000);
    expect(output.text).toBe(text);
  });

  it('closing twice writes nothing more', () => {
    const output = new Recording(true);
    const progress = new Progress(output);
    progress.close();
    progress.close();
    expect(output.text).toBe('');
  });
});

describe('the message of a sample that failed', () => {
  const told = (message: string) => {
    const output = new Recording(false);
    new Progress(output).sampleEnds(createFailedSample({ message }), at());
    return output.text;
  };

  it('is told without colours', () => {
    expect(told('\u001b[31mexpected\u001b[39m 10 hits')).toContain('failed: expected 10 hits\n');
  });

  it('does not move the cursor', () => {
    expect(told('\u001b[2J\u001b[1;1Hgone')).toContain('failed: gone\n');
  });

  it.each(['\r', '\u0007', '\b'])('is told without the control character %j', (control) => {
    expect(told(`before${control}after`)).not.toContain(control);
  });
});
