import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LiveState, liveLines } from '../../src/live/view.js';
import { widthOf } from '../../src/live/width.js';

const mebibyte = 1024 * 1024;
const roomy = { columns: 100, rows: 30, unicode: true };

const stateOf = (overrides: Partial<LiveState> = {}): LiveState => ({
  at: { caseId: 'search/dense', pass: 'memory', sample: 2, samplesPerCase: 5, step: 6, steps: 10 },
  phase: 'measure',
  measuredBytes: [50, 100, 200].map((value) => value * mebibyte),
  qdrantBytes: [],
  elapsedMs: 65_000,
  remainingMs: 10_000,
  taken: [],
  ...overrides,
});
const linesOf = (overrides: Partial<LiveState> = {}, size = roomy) => liveLines(stateOf(overrides), size);

describe('the live view', () => {
  it('tells how far the run has come, and how long it takes yet', () => {
    expect(linesOf()[0]).toBe('━━━━━━━━━━──────────  [6/10]  1 min 5 s elapsed, ~10 s left');
  });

  it('says nothing of the time that is left before a sample was taken', () => {
    expect(linesOf({ remainingMs: undefined })[0]).toMatch(/elapsed$/);
  });

  it('tells case, sample and phase', () => {
    expect(linesOf()[1]).toBe('search/dense  sample 2/5  measure');
  });

  it('tells that the process has said nothing yet', () => {
    expect(linesOf({ phase: undefined })[1]).toBe('search/dense  sample 2/5  starting');
  });

  it.each([
    ['allocations', 'counting allocations'],
    ['sites', 'recording where'],
  ] as const)('calls the pass %s by what it does', (pass, words) => {
    expect(linesOf({ at: { ...stateOf().at, pass } })[1]).toBe(`search/dense  ${words}  measure`);
  });

  it('draws the memory as it goes, from 0 to the greatest so far', () => {
    expect(linesOf()[2]).toBe('memory   200.0 MiB  ▃▅█');
  });

  it('draws that of the server below it', () => {
    expect(linesOf({ qdrantBytes: [34 * mebibyte, 68 * mebibyte] })[3]).toBe('Qdrant    68.0 MiB  ▅█');
  });

  it('has no line for memory that was not read', () => {
    expect(linesOf({ measuredBytes: [] })).toHaveLength(2);
  });

  it('keeps the greatest of many readings', () => {
    const measuredBytes = Array.from({ length: 1_000 }, (_, index) => (index === 500 ? 800 : 100) * mebibyte);
    expect(linesOf({ measuredBytes })[2]).toMatch(/^memory {3}100\.0 MiB {2}▂{20}█▂{19}$/);
  });

  it('tells the samples that were taken last below', () => {
    expect(linesOf({ taken: ['b  sample 1/5  peak 2.0 MiB', 'a  sample 1/5  peak 1.0 MiB'] }).slice(3)).toEqual([
      'done    b  sample 1/5  peak 2.0 MiB',
      'done    a  sample 1/5  peak 1.0 MiB',
    ]);
  });

  it('is in ASCII where nothing else is shown', () => {
    const text = linesOf({}, { ...roomy, unicode: false }).join('\n');
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain('##########----------  [6/10]');
    expect(text).toMatch(/memory {3}200\.0 MiB$/);
  });

  it('never fills a line, nor the terminal, whatever there is to tell', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(
        text,
        fc.array(text),
        fc.integer({ min: 2, max: 200 }),
        fc.integer({ min: 2, max: 50 }),
        (caseId, taken, columns, rows) => {
          const lines = linesOf({ at: { ...stateOf().at, caseId }, taken }, { columns, rows, unicode: true });
          expect(lines.length).toBeLessThan(rows);
          for (const line of lines) expect(widthOf(line)).toBeLessThan(columns);
        },
      ),
    );
  });

  it('does not let a name move the cursor', () => {
    const [, line] = linesOf({ at: { ...stateOf().at, caseId: 'a\u001b[2J\nb' } });
    expect(line).not.toMatch(/\p{Cc}/u);
  });
});
