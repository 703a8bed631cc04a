import { describe, expect, it } from 'vitest';
import type { CaseComparison, SitesComparison } from '../../src/compare/verdict.js';
import { annotationsOf } from '../../src/report/annotations.js';
import { findingsOf } from '../../src/report/findings.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { whereOf } from '../../src/report/where.js';
import type { MetricName } from '../../src/results/metrics.js';
import {
  createBreach,
  createCaseComparison,
  createComparison,
  createHeaptrack,
  createLeakFinding,
  createMassif,
  createMetricComparison,
  createResults,
  createSiteDifference,
  createSitesComparison,
} from '../builders.js';

const mebibyte = 1024 ** 2;
const some = (mib: number, overrides: Parameters<typeof createSiteDifference>[0] = {}) =>
  createSiteDifference({ now: mib * mebibyte, difference: mib * mebibyte, ...overrides });
const sitesOf = createSitesComparison;
const regression = (metric: MetricName, difference: number) =>
  createMetricComparison({
    metric,
    verdict: 'regression',
    difference,
    shift: { shift: difference, lower: difference, upper: difference, confidence: 0.99 },
  });
const grown = (sites: SitesComparison, overrides: Partial<CaseComparison> = {}) =>
  createCaseComparison({ verdict: 'regression', metrics: [regression('rss_delta_mb', 20)], sites, ...overrides });

describe('where memory comes from', () => {
  it('is told with file, line and function', () => {
    expect(whereOf(grown(sitesOf({ kept: [some(20)] })))).toEqual([
      '+20.0 MiB of objects kept at src/ingest.ts:42 (ingest)',
    ]);
  });

  it('is told without a sign where there is nothing to compare with', () => {
    expect(whereOf(grown(sitesOf({ compared: false, kept: [some(20)] })))).toEqual([
      '20.0 MiB of objects kept at src/ingest.ts:42 (ingest)',
    ]);
  });

  it('is told of Buffers, of functions without a name, and of those in packages with their caller', () => {
    const caller = { file: 'src/read.ts', line: 7, function: 'read' };
    const kept = [
      some(12, { kind: 'buffer', function: '' }),
      some(8, { file: 'node_modules/undici/index.js', line: 3, function: 'body', caller }),
    ];
    expect(whereOf(grown(sitesOf({ kept })))).toEqual([
      '+12.0 MiB of Buffers kept at src/ingest.ts:42',
      '+8.00 MiB of objects kept at node_modules/undici/index.js:3 (body), called by src/read.ts:7 (read)',
    ]);
  });

  it('is told in three lines', () => {
    expect(whereOf(grown(sitesOf({ kept: [some(8), some(6), some(4), some(2)] })))).toHaveLength(3);
  });

  it('is what is allocated where only a peak rose', () => {
    const metrics = [regression('peak_delta_mb', 20)];
    const sites = sitesOf({ kept: [some(1)], allocated: [some(60, { function: 'parse' })] });
    expect(whereOf(grown(sites, { metrics }))).toEqual(['+60.0 MiB of objects allocated at src/ingest.ts:42 (parse)']);
  });

  it('is what is kept where it leaks', () => {
    const sites = sitesOf({ kept: [some(1)], allocated: [some(60)] });
    const [line] = whereOf(grown(sites, { metrics: [], leak: createLeakFinding() }));
    expect(line).toContain('kept at');
  });

  it('is named beside the baseline, the most kept first, where it leaks', () => {
    const kept = [some(20, { baseline: 19 * mebibyte, difference: mebibyte }), some(2, { function: 'other' })];
    expect(whereOf(createCaseComparison({ sites: sitesOf({ kept }), leak: createLeakFinding() }))).toEqual([
      '20.0 MiB of objects kept at src/ingest.ts:42 (ingest) (baseline 19.0 MiB)',
      '2.00 MiB of objects kept at src/ingest.ts:42 (other) (baseline 0.00 MiB)',
    ]);
  });

  it('is named for a suspected leak as well', () => {
    const suspected = createCaseComparison({
      sites: sitesOf({ compared: false, kept: [some(20)] }),
      leak: createLeakFinding({ verdict: 'suspected' }),
    });
    const [finding] = findingsOf(createComparison({ cases: [suspected] }));
    expect(finding?.where).toEqual(['20.0 MiB of objects kept at src/ingest.ts:42 (ingest)']);
  });

  it('is not memory that was freed again where native memory is kept', () => {
    const metrics = [regression('rss_delta_mb', 20), regression('native_delta_mb', 19.5)];
    expect(whereOf(grown(sitesOf({ allocated: [some(60)] }), { metrics }))).toEqual([
      '0.0 of 20.0 MiB explained; the rest is native memory from malloc: run with `--profiler heaptrack` to see who allocates it',
    ]);
  });

  it('may be nobody’s that has a file', () => {
    const kept = [some(20, { file: '', line: 0, function: 'Node and native code', kind: 'buffer' })];
    expect(whereOf(grown(sitesOf({ kept })))).toEqual(['+20.0 MiB of Buffers kept by Node and native code']);
  });

  it('is unknown where it was not recorded', () => {
    expect(whereOf(createCaseComparison())).toEqual([]);
  });

  describe('by a profiler of native memory', () => {
    const profiled = (overrides: Partial<CaseComparison>) =>
      createCaseComparison({
        native: [{ kind: 'profile', now: createHeaptrack(), baseline: undefined }],
        ...overrides,
      });

    it('is told of what was not freed, where a program leaks', () => {
      expect(whereOf(profiled({ leak: createLeakFinding() }))).toEqual([
        'not freed: 9.5 MiB by keep (keeps.c:6) < main (keeps.c:16)',
      ]);
    });

    it('is told of the peak, where that is what rose', () => {
      const metrics = [{ ...regression('peak_delta_mb', 20), metric: 'tree_peak_delta_mb' as const }];
      expect(whereOf(profiled({ metrics }))).toEqual(['at the peak: 9.5 MiB by keep (keeps.c:6) < main (keeps.c:16)']);
    });

    it('is told beside the little that V8 knows', () => {
      const sites = sitesOf({ kept: [some(1)] });
      const metrics = [regression('rss_delta_mb', 20), regression('native_delta_mb', 20)];
      expect(whereOf(profiled({ metrics, sites }))).toEqual([
        '1.0 of 20.0 MiB explained; the rest is native memory from malloc:',
        'not freed: 9.5 MiB by keep (keeps.c:6) < main (keeps.c:16)',
        '+1.00 MiB of objects kept at src/ingest.ts:42 (ingest)',
      ]);
    });

    it('is not told of Qdrant where the worker is what grew', () => {
      const native = [{ kind: 'profile' as const, now: createMassif(), baseline: undefined }];
      expect(whereOf(profiled({ native, leak: createLeakFinding() }))).toEqual([]);
    });

    it('is said once in a terminal', () => {
      const comparison = createComparison({ cases: [profiled({ leak: createLeakFinding() })] });
      expect(renderTerminal(comparison).split('not freed: 9.5 MiB by keep')).toHaveLength(2);
    });
  });
});

describe('the lines', () => {
  const sites = sitesOf({ kept: [some(20)] });
  const comparison = createComparison({
    cases: [grown(sites, { breaches: [createBreach()] }), createCaseComparison({ id: 'fine', sites })],
  });
  const told = '+20.0 MiB of objects kept at src/ingest.ts:42 (ingest)';

  it('stand with the first finding of a case that they explain, and with none else', () => {
    expect(findingsOf(comparison).map(({ kind, where }) => [kind, where])).toEqual([
      ['budget', [told]],
      ['regression', undefined],
    ]);
  });

  it('are in the terminal, below the finding', () => {
    expect(renderTerminal(comparison)).toContain(`  -> ${told}\n`);
  });

  it('are in Markdown, as a list', () => {
    const text = renderMarkdown(comparison, createResults(), undefined);
    expect(text).toContain(
      '- Where the memory of single-document/10KB comes from:<br>+20.0 MiB of objects kept at src/ingest.ts:42',
    );
  });

  it('are in the annotation', () => {
    expect(annotationsOf(comparison, new Map())[0]?.message).toContain(told);
  });

  it('let no names of files do anything but be read', () => {
    const kept = [some(20, { file: 'a\n\u001b[31m</details>@team|`x`.ts', function: '![](http://x.y)' })];
    const hostile = createComparison({ cases: [grown(sitesOf({ kept }))] });
    const markdown = renderMarkdown(hostile, createResults(), undefined);
    for (const harm of ['@team', '\u001b', '![]', '`x`', '</details>@']) expect(markdown).not.toContain(harm);
    expect(renderTerminal(hostile)).not.toContain('\u001b');
  });
});
