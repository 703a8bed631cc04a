import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SampleProgress } from '../src/measure/runner.js';
import { Progress } from '../src/progress.js';
import { createFailedSample, createSample } from './builders.js';
import { TerminalEmulator } from './live/terminal-emulator.js';

/** An output that remembers what was written. */
class Recording {
  text = '';

  write(text: string): void {
    this.text += text;
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
    const output = new Recording();
    new Progress(output).say('measuring 3 cases');
    expect(output.text).toBe('measuring 3 cases\n');
  });

  it('nothing is said when a sample starts', () => {
    const output = new Recording();
    new Progress(output).sampleStarts(at());
    expect(output.text).toBe('');
  });

  it('a line is said when a sample ends', () => {
    const output = new Recording();
    new Progress(output).sampleEnds(measured, at());
    expect(output.text).toBe('[ 7/10] search/dense  sample 2/5  peak 246.1 MiB, change 1.23 MiB, ~0 s left\n');
  });

  it('no line has a control character', () => {
    const output = new Recording();
    const progress = new Progress(output);
    progress.say('begin');
    progress.sampleStarts(at());
    progress.sampleEnds(measured, at());
    progress.sampleEnds(createFailedSample(), at());
    progress.close();
    expect(output.text.replaceAll('\n', '')).toMatch(/^\P{Cc}*$/u);
  });

  it('the time that is left is told from the samples that were taken', () => {
    const output = new Recording();
    const progress = new Progress(output);
    vi.advanceTimersByTime(60_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 4 }));
    expect(output.text).toContain('~3 min 0 s left');
  });

  it('less than a minute that is left is told in seconds', () => {
    const output = new Recording();
    const progress = new Progress(output);
    vi.advanceTimersByTime(5_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 2 }));
    expect(output.text).toMatch(/, ~5 s left\n$/);
  });

  it('no time is left after the last sample', () => {
    const output = new Recording();
    new Progress(output).sampleEnds(measured, at({ step: 10, steps: 10 }));
    expect(output.text).not.toContain('left');
  });

  it('the allocation pass is told as what it is', () => {
    const output = new Recording();
    const sample = createSample({ pass: 'allocations', metrics: { allocation_count: 91_959 } });
    new Progress(output).sampleEnds(sample, at({ pass: 'allocations', step: 10 }));
    expect(output.text).toBe('[10/10] search/dense  counting allocations  91,959 allocations\n');
  });

  it('a change that is shown as 0 has no sign', () => {
    const output = new Recording();
    const sample = createSample({ metrics: { rss_delta_mb: -0.001 } });
    new Progress(output).sampleEnds(sample, at());
    expect(output.text).toContain('change 0.00 MiB');
  });
});

describe('on a terminal', () => {
  const terminalOf = (columns = 80) => {
    const emulator = new TerminalEmulator(columns);
    const progress = new Progress(emulator, { columns: () => columns, rows: () => 24, unicode: true });
    onTestFinished(() => progress.close());
    return { emulator, progress };
  };

  it('the live view tells where the run stands', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    expect(emulator.lines).toEqual(['━━━━━━━━━━━━────────  [7/10]  0 s elapsed', 'search/dense  sample 2/5  starting']);
  });

  it('the live view goes with the time, the phase and the memory', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.phaseBegins('warmup');
    progress.reads(50 * 1024 ** 2, null);
    progress.reads(100 * 1024 ** 2, 34 * 1024 ** 2);
    vi.advanceTimersByTime(65_000);
    expect(emulator.lines).toEqual([
      '━━━━━━━━━━━━────────  [7/10]  1 min 5 s elapsed',
      'search/dense  sample 2/5  warmup',
      'memory   100.0 MiB  ▅█',
      'Qdrant    34.0 MiB  █',
    ]);
  });

  it('a sample begins with no phase and no memory', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.phaseBegins('measure');
    progress.reads(50 * 1024 ** 2, null);
    progress.sampleStarts(at({ sample: 3, step: 8 }));
    vi.advanceTimersByTime(250);
    expect(emulator.lines.slice(1)).toEqual(['search/dense  sample 3/5  starting']);
  });

  it('the live view is drawn four times a second at most, however much happens', () => {
    const writes: string[] = [];
    const output = { write: (text: string) => writes.push(text) };
    const progress = new Progress(output, { columns: () => 80, rows: () => 24, unicode: true });
    onTestFinished(() => progress.close());
    for (let sample = 1; sample <= 100; sample += 1) {
      progress.sampleStarts(at({ step: sample, steps: 100 }));
      for (let reading = 0; reading < 10; reading += 1) progress.reads(1024 ** 2 * reading, null);
      progress.sampleEnds(measured, at({ step: sample, steps: 100 }));
      vi.advanceTimersByTime(10);
    }
    expect(writes.length).toBeGreaterThan(1);
    expect(writes.length).toBeLessThanOrEqual(5);
  });

  it('the live view tells what is left once a sample was taken', () => {
    const { emulator, progress } = terminalOf();
    vi.advanceTimersByTime(5_000);
    progress.sampleEnds(measured, at({ step: 1, steps: 3 }));
    progress.sampleStarts(at({ step: 2, steps: 3 }));
    expect(emulator.lines[0]).toMatch(/\[2\/3\] {2}5 s elapsed, ~10 s left$/);
  });

  it('the samples taken last are told with their peak, the latest first', () => {
    const { emulator, progress } = terminalOf();
    for (const sample of [1, 2, 3, 4]) progress.sampleEnds(measured, at({ sample }));
    progress.sampleStarts(at({ sample: 5 }));
    expect(emulator.lines.slice(2)).toEqual(
      [4, 3, 2].map((sample) => `done    search/dense  sample ${sample}/5  peak 246.1 MiB, change 1.23 MiB`),
    );
  });

  it('the live view gives way to a line that stays, and comes back below it', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.say('a line that stays');
    expect(emulator.lines).toEqual(['a line that stays']);
    vi.advanceTimersByTime(250);
    expect(emulator.lines[0]).toBe('a line that stays');
    expect(emulator.lines[1]).toMatch(/^━/);
  });

  it('a measured sample leaves no line', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.sampleEnds(measured, at());
    progress.close();
    expect(emulator.lines).toEqual(['']);
  });

  it('a failed sample leaves a line', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.sampleEnds(createFailedSample({ message: 'no hits' }), at());
    vi.advanceTimersByTime(250);
    progress.close();
    expect(emulator.lines).toEqual(['[ 7/10] search/dense  sample 2/5  failed: no hits']);
  });

  it('nothing is drawn after closing', () => {
    const { emulator, progress } = terminalOf();
    progress.sampleStarts(at());
    progress.close();
    vi.advanceTimersByTime(10_000);
    expect(emulator.lines).toEqual(['']);
  });

  it('closing what was never drawn writes nothing', () => {
    const output = new Recording();
    const progress = new Progress(output, { columns: () => 80, rows: () => 24, unicode: true });
    progress.close();
    progress.close();
    expect(output.text).toBe('');
  });
});

describe('the message of a sample that failed', () => {
  const told = (message: string) => {
    const output = new Recording();
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
