import { describe, expect, it } from 'vitest';
import type { NativeFinding } from '../../src/compare/verdict.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { callWords, nativeSummary, nativeWords } from '../../src/report/native.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { createCaseComparison, createComparison, createHeaptrack, createMassif } from '../builders.js';

const found = (now: Extract<NativeFinding, { kind: 'profile' }>['now']): NativeFinding[] => [
  { kind: 'profile', now, baseline: undefined },
];
const comparisonOf = (native: readonly NativeFinding[]) =>
  createComparison({ cases: [createCaseComparison({ id: 'keeps', native })] });

describe('the summary of heaptrack', () => {
  it('tells calls, peak and what was not freed', () => {
    expect(nativeSummary(createHeaptrack())).toBe(
      '2,002 calls by the program (50 % temporary), peak 13.4 MiB, 9.5 MiB not freed',
    );
  });

  it('tells how much more or less that is than of the baseline', () => {
    const baseline = { peakBytes: 14_000_000 - 3 * 1024 ** 2, leakedBytes: 10_002_048, allocationCalls: 12_002 };
    expect(nativeSummary(createHeaptrack(), baseline)).toBe(
      '2,002 calls by the program (50 % temporary, -10,000 against the baseline), peak 13.4 MiB (+3.0 MiB), 9.5 MiB (-2.0 KiB) not freed',
    );
  });

  it('tells no share of no calls', () => {
    const words = nativeSummary(
      createHeaptrack({ allocationCalls: 0, temporaryCalls: 0, peakBytes: 0, leakedBytes: 0 }),
    );
    expect(words).toBe('0 calls by the program (0 % temporary), peak 0 bytes, 0 bytes not freed');
  });
});

describe('the lines below it', () => {
  it('have who had most, from the innermost call outwards, without the types of parameters', () => {
    expect(nativeWords(createCaseComparison({ native: found(createHeaptrack()) }))).toMatchObject([
      {
        profiler: 'heaptrack',
        lines: [
          'at the peak: 9.5 MiB by keep (keeps.c:6) < main (keeps.c:16)',
          'not freed: 9.5 MiB by keep (keeps.c:6) < main (keeps.c:16)',
        ],
      },
    ]);
  });

  it('have of a tree each allocating function with whoever called it most, and none that matters little', () => {
    const [words] = nativeWords(createCaseComparison({ native: found(createMassif()) }));
    expect(words?.summary).toBe('peak 200.0 MiB of mapped pages of the Qdrant server');
    expect(words?.lines).toEqual([
      'at the peak: 120.0 MiB by open_write_mmap (qdrant) < Page::new (qdrant) < create_segment (qdrant)',
      'at the peak: 60.0 MiB by allocate_stack (qdrant)',
    ]);
  });
});

describe('a call', () => {
  const call = { function: '', file: '', line: 0, object: '' };
  it.each([
    [{ ...call, function: 'keep', file: 'keeps.c', line: 6 }, 'keep (keeps.c:6)'],
    [{ ...call, function: 'main', file: 'src/main.rs' }, 'main (src/main.rs)'],
    [{ ...call, object: 'libonnxruntime.so.1' }, 'libonnxruntime.so.1'],
    [{ ...call, function: 'v8::(anonymous namespace)::Invoke(v8::Isolate*)' }, 'v8::Invoke'],
    [{ ...call, function: 'operator()(int) const' }, 'operator()'],
    [{ ...call, function: '(mapped when the program was started)' }, '(mapped when the program was started)'],
    [call, 'code without a name'],
  ])('is told by what is known of it: %j', (known, words) => {
    expect(callWords(known)).toBe(words);
  });
});

describe('a report', () => {
  it('has it in the terminal', () => {
    expect(renderTerminal(comparisonOf(found(createHeaptrack())))).toContain(
      'heaptrack  keeps  2,002 calls by the program (50 % temporary), peak 13.4 MiB, 9.5 MiB not freed\n  at the peak: 9.5 MiB',
    );
  });

  it('has it folded in Markdown', () => {
    const report = renderMarkdown(comparisonOf(found(createMassif())));
    expect(report).toContain('<details><summary>Native memory of 1 case</summary>');
    expect(report).toContain('- **keeps**, massif: peak 200.0 MiB of mapped pages of the Qdrant server');
  });

  it('has why it broke, on a line', () => {
    const failed: NativeFinding = { kind: 'failed', message: 'heaptrack wrote\nnothing' };
    expect(renderTerminal(comparisonOf([failed]))).toContain('not profiled  keeps  heaptrack wrote nothing\n');
  });

  it('says nothing of it where it was not asked for', () => {
    expect(renderMarkdown(comparisonOf([]))).not.toContain('Native memory');
  });
});
