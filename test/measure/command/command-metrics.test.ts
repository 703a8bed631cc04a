import { describe, expect, it } from 'vitest';
import { type CommandReport, commandMetricsOf } from '../../../src/measure/command/command-metrics.js';

const mebibyte = 1024 ** 2;
const moment = (bytes: number, reportedBytes?: number) => ({
  tree: { bytes: (bytes + 5) * mebibyte, anonBytes: bytes * mebibyte, processes: 2 },
  reportedBytes: reportedBytes === undefined ? undefined : reportedBytes * mebibyte,
});

function report(overrides: Partial<CommandReport> = {}): CommandReport {
  return {
    peakBytes: 40 * mebibyte,
    peakAnonBytes: 30 * mebibyte,
    mostProcesses: 3,
    durationMs: 12,
    around: undefined,
    growth: undefined,
    qdrant: undefined,
    qdrantAbsent: undefined,
    ...overrides,
  };
}

describe('the metrics of a command', () => {
  it('that is measured as a whole are its peak, its processes and its time', () => {
    expect(commandMetricsOf(report()).metrics).toEqual({
      tree_anon_peak_mb: 30,
      tree_peak_mb: 40,
      tree_processes: 3,
      duration_ms: 12,
    });
  });

  it('are changes as well where there is a before and an after', () => {
    const { metrics } = commandMetricsOf(report({ around: { before: moment(10), after: moment(12) } }));
    expect(metrics).toMatchObject({
      tree_anon_peak_delta_mb: 20,
      tree_peak_delta_mb: 25,
      tree_delta_mb: 2,
      tree_anon_delta_mb: 2,
    });
    expect(metrics).not.toHaveProperty('reported_mb');
  });

  it('have peaks that are at least every reading', () => {
    const { metrics } = commandMetricsOf(report({ around: { before: moment(10), after: moment(45) } }));
    expect(metrics).toMatchObject({ tree_peak_mb: 50, tree_anon_peak_mb: 45, tree_anon_peak_delta_mb: 35 });
  });

  it('have what it reports itself', () => {
    const { metrics } = commandMetricsOf(report({ around: { before: moment(10, 3), after: moment(12, 7) } }));
    expect(metrics).toMatchObject({ reported_mb: 7, reported_delta_mb: 4 });
  });

  it('have its growth, by the anonymous memory', () => {
    const anonBytes = Array.from({ length: 20 }, (_, iteration) => (100 + iteration) * mebibyte);
    const bytes = anonBytes.map((value, iteration) => value + (iteration % 2) * 9 * mebibyte);
    const growth = {
      durationMs: [],
      bytes,
      anonBytes,
      children: [],
      descriptors: [],
      threads: [],
      reportedBytes: anonBytes,
    };
    const { metrics } = commandMetricsOf(report({ growth }));
    expect(metrics).toMatchObject({ tree_growth_mb: 1_000, reported_growth_mb: 1_000 });
    expect(metrics.growth_percent).toBeCloseTo((100 * 16) / 101.5, 6);
  });

  it('say why there are none of Qdrant', () => {
    const { absent } = commandMetricsOf(report({ qdrantAbsent: 'it goes on' }));
    expect(absent).toEqual({
      qdrant_anon_peak_mb: 'it goes on',
      qdrant_peak_rss_mb: 'it goes on',
      qdrant_anon_delta_mb: 'it goes on',
      qdrant_allocated_delta_mb: 'it goes on',
    });
  });
});
