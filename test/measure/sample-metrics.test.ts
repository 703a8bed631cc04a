import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QdrantReadings } from '../../src/measure/qdrant-probe.js';
import { type MetricContext, metricsOf } from '../../src/measure/sample-metrics.js';
import type { MemoryReport, Reading, Stretch } from '../../src/measure/worker/protocol.js';
import { type MetricName, metricNames } from '../../src/results/metrics.js';

const MIB = 1024 * 1024;

function reading(mebibytes: Partial<Record<keyof Reading, number | undefined>> = {}): Reading {
  const all = {
    rssBytes: 100,
    anonBytes: 60,
    fileBytes: 40,
    heapLiveBytes: 20,
    externalBytes: 5,
    arrayBuffersBytes: 4,
    nativeBytes: 30,
    ...mebibytes,
  };
  const bytes = Object.entries(all).map(([name, value]) => [name, value === undefined ? undefined : value * MIB]);
  return Object.fromEntries(bytes);
}

function stretch(before: Parameters<typeof reading>[0], after: Parameters<typeof reading>[0], peak?: number): Stretch {
  return {
    before: reading(before),
    after: reading(after),
    peakRssBytes: peak === undefined ? undefined : peak * MIB,
    peakAnonBytes: peak === undefined ? undefined : (peak - 41) * MIB,
  };
}

function report(overrides: Partial<MemoryReport> = {}): MemoryReport {
  return {
    cold: stretch({ rssBytes: 50 }, { rssBytes: 80 }, 95),
    steady: stretch({}, { rssBytes: 103, anonBytes: 62, heapLiveBytes: 21, nativeBytes: 30.5 }, 140),
    gc: { count: 7, pauseMs: 12.5, allocatedBytes: 90 * MIB, heapPeakBytes: 33 * MIB },
    iterations: {
      durationMs: [10, 20, 30],
      rssBytes: [100, 110, 130],
      anonBytes: undefined,
      heapBytes: undefined,
      nativeBytes: undefined,
    },
    unsettled: [],
    nativeAbsent: undefined,
    peakAbsent: undefined,
    ...overrides,
  };
}

const plainContext: MetricContext = { usesQdrant: false, growthLimited: false, coldCase: false };

const qdrantReadings: QdrantReadings = {
  anonBeforeBytes: 40 * MIB,
  anonAfterBytes: 45 * MIB,
  allocatedBeforeBytes: 10 * MIB,
  allocatedAfterBytes: 12 * MIB,
  peakRssBytes: 80 * MIB,
  peakAnonBytes: 50 * MIB,
  written: false,
  seriesBytes: [],
  unsettled: [],
};

describe('the metrics of the worker', () => {
  const { metrics } = metricsOf(report(), undefined, plainContext);

  it.each<[MetricName, number]>([
    ['peak_rss_mb', 140],
    ['current_rss_mb', 103],
    ['rss_delta_mb', 3],
    ['peak_delta_mb', 40],
    ['heap_peak_mb', 33],
    ['heap_current_mb', 21],
    ['heap_delta_mb', 1],
    ['heap_allocated_mb', 90],
    ['external_mb', 5],
    ['array_buffers_mb', 4],
    ['native_mb', 30.5],
    ['native_delta_mb', 0.5],
    ['anon_delta_mb', 2],
    ['anon_peak_mb', 99],
    ['anon_peak_delta_mb', 39],
    ['file_delta_mb', 0],
    ['cold_anon_delta_mb', 0],
    ['cold_anon_peak_delta_mb', 0],
    ['cold_rss_delta_mb', 30],
    ['cold_peak_delta_mb', 45],
    ['gc_count', 7],
    ['gc_pause_ms', 12.5],
    ['duration_ms', 60],
  ])('have %s in its own unit', (name, value) => {
    expect(metrics[name]).toBe(value);
  });

  it('may be negative where memory was given back', () => {
    const shrunk = report({ steady: stretch({ rssBytes: 100 }, { rssBytes: 90 }, 100) });
    expect(metricsOf(shrunk, undefined, plainContext).metrics.rss_delta_mb).toBe(-10);
  });
});

describe('a peak', () => {
  const peaksIn = (overrides: Partial<MemoryReport>) => metricsOf(report(overrides), undefined, plainContext).metrics;

  it('is at least the settled reading after it', () => {
    const metrics = peaksIn({ steady: stretch({}, { rssBytes: 150, anonBytes: 120, heapLiveBytes: 40 }, 140) });
    expect(metrics).toMatchObject({ peak_rss_mb: 150, anon_peak_mb: 120, anon_peak_delta_mb: 60, heap_peak_mb: 40 });
  });

  it('is at least every reading after an iteration', () => {
    const { iterations } = report();
    const columns = { ...iterations, rssBytes: [100 * MIB, 170 * MIB], anonBytes: [60 * MIB, 130 * MIB] };
    expect(peaksIn({ iterations: columns })).toMatchObject({ peak_rss_mb: 170, anon_peak_mb: 130 });
  });

  it('of the first call is at least its change', () => {
    const metrics = peaksIn({ cold: stretch({}, { rssBytes: 150, anonBytes: 110 }, 100) });
    expect(metrics).toMatchObject({ cold_peak_delta_mb: 50, cold_anon_peak_delta_mb: 50 });
  });
});

describe('what could not be had', () => {
  const peaks = [
    'peak_rss_mb',
    'peak_delta_mb',
    'anon_peak_mb',
    'anon_peak_delta_mb',
    'cold_anon_peak_delta_mb',
    'cold_peak_delta_mb',
  ];
  const absentIn = (overrides: Partial<MemoryReport>, context: Partial<MetricContext> = {}, qdrant?: QdrantReadings) =>
    metricsOf(report(overrides), qdrant, { ...plainContext, ...context });

  it('is nothing on Linux with glibc', () => {
    expect(absentIn({}).absent).toEqual({});
  });

  it('is the peak where there is no high-water mark', () => {
    const { metrics, absent } = absentIn({ steady: stretch({}, {}), cold: stretch({}, {}) });
    expect(Object.keys(absent)).toEqual(peaks);
    expect(metrics).not.toHaveProperty('peak_rss_mb');
    expect(absent.peak_rss_mb).toBe('the kernel’s high-water mark could not be read');
  });

  it('is the peak, with the reason of the worker', () => {
    const peakAbsent = 'there is none outside of Linux';
    const { absent } = absentIn({ steady: stretch({}, {}), cold: stretch({}, {}), peakAbsent });
    expect(absent).toEqual(Object.fromEntries(peaks.map((name) => [name, peakAbsent])));
  });

  it('is the peak of the first call for another reason where that was not measured', () => {
    const { absent } = absentIn({ cold: undefined, peakAbsent: 'there is none outside of Linux' });
    expect(absent.cold_peak_delta_mb).toBe('the first call was not measured');
  });

  it('is native memory, with the reason of the worker', () => {
    const without = { nativeBytes: undefined };
    const { absent } = absentIn({ steady: stretch(without, without, 141), nativeAbsent: 'malloc is not glibc’s' });
    expect(absent).toEqual({ native_mb: 'malloc is not glibc’s', native_delta_mb: 'malloc is not glibc’s' });
  });

  it('is anonymous memory outside of Linux', () => {
    const without = { anonBytes: undefined, fileBytes: undefined };
    const steady = { ...stretch(without, without, 141), peakAnonBytes: undefined };
    expect(Object.keys(absentIn({ steady }).absent)).toEqual([
      'anon_delta_mb',
      'anon_peak_mb',
      'anon_peak_delta_mb',
      'file_delta_mb',
    ]);
  });

  it('is the first call, where a case measures just that', () => {
    const { absent } = absentIn({ cold: undefined }, { coldCase: true });
    expect(absent.cold_rss_delta_mb).toContain('see rss_delta_mb');
    expect(absent.cold_anon_peak_delta_mb).toContain('see anon_peak_delta_mb');
  });

  it('is the process of a server that is not ours', () => {
    const { absent } = absentIn(
      {},
      { usesQdrant: true },
      {
        ...qdrantReadings,
        peakRssBytes: undefined,
        peakAnonBytes: undefined,
        anonBeforeBytes: undefined,
        anonAfterBytes: undefined,
      },
    );
    expect(Object.keys(absent)).toEqual(['qdrant_anon_peak_mb', 'qdrant_peak_rss_mb', 'qdrant_anon_delta_mb']);
  });

  it('is what was allocated by a server without jemalloc', () => {
    const { absent } = absentIn({}, { usesQdrant: true }, { ...qdrantReadings, allocatedAfterBytes: undefined });
    expect(absent).toEqual({ qdrant_allocated_delta_mb: expect.stringContaining('jemalloc') });
  });

  it('always has a reason', () => {
    const nothing = { anonBytes: undefined, nativeBytes: undefined };
    const { absent } = absentIn({ cold: undefined, steady: stretch(nothing, nothing) }, { usesQdrant: true });
    for (const [name, reason] of Object.entries(absent)) expect(reason, name).not.toBe('');
  });
});

describe('the metrics of Qdrant', () => {
  it('are its peak and its changes', () => {
    const { metrics } = metricsOf(report(), qdrantReadings, { ...plainContext, usesQdrant: true });
    expect(metrics).toMatchObject({
      qdrant_anon_peak_mb: 50,
      qdrant_peak_rss_mb: 80,
      qdrant_anon_delta_mb: 5,
      qdrant_allocated_delta_mb: 2,
    });
  });

  it('are neither present nor absent in a case without Qdrant', () => {
    const { metrics, absent } = metricsOf(report(), undefined, plainContext);
    const names = Object.keys({ ...metrics, ...absent });
    expect(names.filter((name) => name.startsWith('qdrant'))).toEqual([]);
  });
});

describe('growth', () => {
  it('is told in cases with a growth limit', () => {
    const { metrics } = metricsOf(report(), undefined, { ...plainContext, growthLimited: true });
    expect(metrics.growth_percent).toBe(30);
  });

  it('is not told in others', () => {
    const { metrics, absent } = metricsOf(report(), undefined, plainContext);
    expect({ ...metrics, ...absent }).not.toHaveProperty('growth_percent');
  });
});

describe('every metric of a memory sample', () => {
  it('is there or has a reason why it is not, never both', () => {
    const amount = fc.option(fc.nat({ max: 1000 }), { nil: undefined });
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (peak, anon, native, cold) => {
        const around = stretch(
          { anonBytes: anon, nativeBytes: native },
          { anonBytes: anon, nativeBytes: native },
          peak,
        );
        const measured = report({ steady: around, cold: cold ? around : undefined });
        const { metrics, absent } = metricsOf(measured, undefined, {
          usesQdrant: true,
          growthLimited: true,
          coldCase: !cold,
        });
        const told = [...Object.keys(metrics), ...Object.keys(absent)];
        const ofCommands = /^(tree|reported)_/;
        const expected = metricNames.filter((name) => name !== 'allocation_count' && !ofCommands.test(name));
        expect(told.sort()).toEqual(expected.toSorted());
      }),
    );
  });
});
