import { beforeAll, describe, expect, it } from 'vitest';
import { contradictedPeaks } from '../peaks.js';
import { caseOf, errorOf, type FinishedRun, fixture, metricOf, runFixtures, samplesOf } from '../processes.js';

describe('a sample', () => {
  let run: FinishedRun;
  let idle: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('measuring'));
    idle = await runFixtures(fixture('plain'));
  });

  it('was taken of every case', () => {
    expect(run.code).toBe(0);
    expect(run.results.cases.flatMap(({ samples }) => samples.map(({ status }) => status))).not.toContain('failed');
  });

  describe('of a scenario that does nothing', () => {
    it('sees no live native bytes', () => {
      expect(Math.abs(metricOf(idle, 'nothing', 'native_delta_mb'))).toBeLessThan(0.05);
    });

    it('sees no change of the resident set', () => {
      expect(Math.abs(metricOf(idle, 'nothing', 'rss_delta_mb'))).toBeLessThan(1);
    });

    it('sees no change of the anonymous memory', () => {
      expect(Math.abs(metricOf(idle, 'nothing', 'anon_delta_mb'))).toBeLessThan(1);
    });

    it('sees no change of the JavaScript heap', () => {
      // 8 to 68 KiB in 48 samples of such scenarios.
      expect(Math.abs(metricOf(idle, 'nothing', 'heap_delta_mb'))).toBeLessThan(0.1);
    });

    it('sees no peak above where it began', () => {
      expect(metricOf(idle, 'nothing', 'peak_delta_mb')).toBeLessThan(1);
    });

    it('says nothing of a Qdrant server', () => {
      const [sample] = samplesOf(idle, 'nothing');
      expect(Object.keys({ ...sample?.metrics, ...sample?.absent }).filter((name) => /qdrant/.test(name))).toEqual([]);
    });
  });

  describe('of 100 MiB held for 20 ms', () => {
    it('has them in the peak', () => {
      const peak = metricOf(run, 'transient', 'peak_delta_mb');
      expect(peak).toBeGreaterThanOrEqual(95);
      expect(peak).toBeLessThanOrEqual(115);
    });

    it('has them in the peak of the cold call as well', () => {
      const peak = metricOf(run, 'transient', 'cold_peak_delta_mb');
      expect(peak).toBeGreaterThanOrEqual(95);
      expect(peak).toBeLessThanOrEqual(115);
    });

    it('does not have them in the change of the resident set', () => {
      expect(Math.abs(metricOf(run, 'transient', 'rss_delta_mb'))).toBeLessThan(5);
    });
  });

  describe('of a hot loop that V8 optimises in a measured call', () => {
    it('has no pages of the node binary in its change or peak', () => {
      expect(Math.abs(metricOf(run, 'hot-loop', 'file_delta_mb'))).toBeLessThan(1);
      expect(metricOf(run, 'hot-loop', 'anon_peak_delta_mb')).toBeLessThan(0.6);
    });
  });

  describe('of a file of 60 MiB that is mapped', () => {
    it('has it in the file pages', () => {
      expect(metricOf(run, 'maps-file', 'file_delta_mb')).toBeGreaterThan(59);
      expect(metricOf(run, 'maps-file', 'peak_delta_mb')).toBeGreaterThan(59);
    });

    it('does not have it in the anonymous memory or its peak', () => {
      expect(metricOf(run, 'maps-file', 'anon_delta_mb')).toBeLessThan(2);
      expect(metricOf(run, 'maps-file', 'anon_peak_delta_mb')).toBeLessThan(2);
    });

    it('does not hide the peak of an earlier call', () => {
      expect(metricOf(run, 'maps-file-later', 'anon_peak_delta_mb')).toBeGreaterThan(29);
    });
  });

  it('has no peak that is less than a reading', () => {
    const samples = [run, idle].flatMap(({ results }) => results.cases.flatMap((result) => result.samples));
    const measured = samples.filter((sample) => sample.status === 'measured');
    expect(measured.flatMap(({ metrics }) => contradictedPeaks((metric) => metrics[metric]))).toEqual([]);
  });

  describe('of 20 MiB retained', () => {
    it('has them in the change of the resident set', () => {
      const delta = metricOf(run, 'retains', 'rss_delta_mb');
      expect(delta).toBeGreaterThan(19);
      expect(delta).toBeLessThan(22);
    });

    it('has them in the anonymous memory', () => {
      const delta = metricOf(run, 'retains', 'anon_delta_mb');
      expect(delta).toBeGreaterThan(19);
      expect(delta).toBeLessThan(22);
    });

    it('has them, and those of the cold call, in external memory beyond an idle process', () => {
      const beyond = metricOf(run, 'retains', 'external_mb') - metricOf(idle, 'nothing', 'external_mb');
      expect(beyond).toBeGreaterThan(39.9);
      expect(beyond).toBeLessThan(40.5);
    });

    it('has them among the ArrayBuffers', () => {
      const beyond = metricOf(run, 'retains', 'array_buffers_mb') - metricOf(idle, 'nothing', 'array_buffers_mb');
      expect(beyond).toBeGreaterThan(39.9);
      expect(beyond).toBeLessThan(40.5);
    });

    it('does not have them on the JavaScript heap', () => {
      expect(Math.abs(metricOf(run, 'retains', 'heap_delta_mb'))).toBeLessThan(0.2);
    });
  });

  it('of an ArrayBuffer of 8 MiB in each of two measured calls has them in the live native bytes', () => {
    expect(metricOf(run, 'retains-twice', 'native_delta_mb')).toBeGreaterThan(15.9);
    expect(metricOf(run, 'retains-twice', 'native_delta_mb')).toBeLessThan(16.1);
  });

  it('has a reading for every measured call and for no other', () => {
    const [sample] = samplesOf(run, 'retains-twice');
    expect(sample?.iterations?.rssBytes).toHaveLength(2);
    expect(sample?.iterations?.durationMs).toHaveLength(2);
  });

  describe('of 10 MiB kept by the first call only', () => {
    it('has them in the cold change', () => {
      const delta = metricOf(run, 'cold-only', 'cold_rss_delta_mb');
      expect(delta).toBeGreaterThan(9.5);
      expect(delta).toBeLessThan(12);
    });

    it('does not have them in the steady change', () => {
      expect(Math.abs(metricOf(run, 'cold-only', 'rss_delta_mb'))).toBeLessThan(1);
    });

    it('has them in the change where the first call is what is measured', () => {
      const delta = metricOf(run, 'cold-case', 'rss_delta_mb');
      expect(delta).toBeGreaterThan(9.5);
      expect(delta).toBeLessThan(12);
    });

    it('has no cold change then, with the reason', () => {
      const [sample] = samplesOf(run, 'cold-case');
      expect(sample?.metrics.cold_rss_delta_mb).toBeUndefined();
      expect(sample?.absent.cold_rss_delta_mb).toContain('rss_delta_mb');
    });
  });

  describe('of garbage on the JavaScript heap', () => {
    it('has ten times the bytes allocated for ten times the objects', () => {
      const little = metricOf(run, 'churning/little', 'heap_allocated_mb');
      const ratio = metricOf(run, 'churning/much', 'heap_allocated_mb') / little;
      expect(ratio).toBeGreaterThan(8);
      expect(ratio).toBeLessThan(12);
    });

    it('has collections counted', () => {
      expect(metricOf(run, 'churning/much', 'gc_count')).toBeGreaterThan(0);
    });

    it('does not have it in the change of the heap', () => {
      expect(Math.abs(metricOf(run, 'churning/much', 'heap_delta_mb'))).toBeLessThan(0.5);
    });
  });

  it('of 10 MiB of objects retained has them in the change of the heap', () => {
    const delta = metricOf(run, 'keeps-objects', 'heap_delta_mb');
    expect(delta).toBeGreaterThan(9.95);
    expect(delta).toBeLessThan(10.15);
  });

  it('has what the resident memory of the worker is made of', () => {
    const [sample] = samplesOf(run, 'retains');
    const { anonBytes = 0, fileBytes = 0, rssBytes = 0 } = sample?.mapped?.worker ?? {};
    expect(anonBytes).toBeGreaterThan(40 * 1024 ** 2);
    expect(fileBytes).toBeGreaterThan(0);
    // The same process, read from outside a moment after it was read from inside.
    expect(Math.abs(rssBytes / 1024 ** 2 - metricOf(run, 'retains', 'current_rss_mb'))).toBeLessThan(2);
    expect(sample?.mapped?.qdrant).toBeUndefined();
  });

  it('has a timeline of the worker through its phases', () => {
    const [sample] = samplesOf(run, 'retains');
    const phases = sample?.timeline?.phases.map(({ name }) => name);
    expect(phases).toEqual(['import', 'setup', 'cold', 'warmup', 'settle', 'measure', 'settle', 'teardown']);
    expect(Math.max(...(sample?.timeline?.workerRssBytes ?? []))).toBeGreaterThan(20 * 1024 ** 2);
  });

  it('has what the worker read of itself when it had settled, in its timeline', () => {
    const [sample] = samplesOf(run, 'keeps-objects');
    const settled = sample?.timeline?.settled ?? [];
    expect(settled.map(({ name }) => name)).toEqual(['cold-before', 'cold-after', 'before', 'after']);
    expect(settled.map(({ atMs }) => atMs)).toEqual(settled.map(({ atMs }) => atMs).sort((a, b) => a - b));
    const [, , before, after] = settled;
    const grown = ((after?.heapBytes ?? 0) - (before?.heapBytes ?? 0)) / 1024 ** 2;
    expect(grown).toBeGreaterThan(9.95);
    expect(grown).toBeLessThan(10.15);
  });
});

describe('the allocation pass', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('counting'), ['--suite', 'full']);
  });

  it('counts the objects that one case allocates more than another', () => {
    const more = metricOf(run, 'objects/more', 'allocation_count') - metricOf(run, 'objects/some', 'allocation_count');
    expect(more / 20_000).toBeGreaterThan(0.98);
    expect(more / 20_000).toBeLessThan(1.02);
  });

  it('is a process of its own, so that it does not disturb the memory metrics', () => {
    const [memory, allocations] = samplesOf(run, 'objects/more');
    expect(memory).toMatchObject({ pass: 'memory' });
    expect(memory?.metrics.allocation_count).toBeUndefined();
    expect(allocations).toMatchObject({ pass: 'allocations' });
    expect(Object.keys(allocations?.metrics ?? {})).toEqual(['allocation_count']);
  });

  it('knows which function they come from', () => {
    const [, allocations] = samplesOf(run, 'objects/more');
    const [first] = allocations?.allocations ?? [];
    expect(first?.file).toMatch(/counting\/objects\.mjs$/);
    expect(first).toMatchObject({ function: 'run', line: 18 });
    expect((first?.count ?? 0) / 25_000).toBeGreaterThan(0.98);
    expect((first?.count ?? 0) / 25_000).toBeLessThan(1.02);
    expect(first?.bytes).toBeGreaterThan(25_000 * 12);
  });

  it('has no more of the functions together than were counted', () => {
    for (const id of ['objects/some', 'objects/more']) {
      const [, { allocations = [] } = {}] = samplesOf(run, id);
      const sum = allocations.reduce((total, { count }) => total + count, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual(metricOf(run, id, 'allocation_count'));
    }
  });
});

describe('parameters that depend on a variable of the environment', () => {
  let without: FinishedRun;
  let given: FinishedRun;
  let configured: FinishedRun;
  beforeAll(async () => {
    without = await runFixtures(fixture('environment'));
    given = await runFixtures(fixture('environment'), [], { env: { DOCS: '1000' } });
    configured = await runFixtures(fixture('environment'), ['--env', 'DOCS=20', 'SERVICE=https://me:key@example.com']);
  });

  it('do not take ours when they are described', () => {
    const { definitionHash } = caseOf(without, 'documents/some');
    expect(caseOf(given, 'documents/some').definitionHash).toBe(definitionHash);
  });

  it('do not take ours when they are measured', () => {
    expect(errorOf(given, 'documents/some').message).toBe('10 documents');
  });

  it('take that of the configuration when they are described and when they are measured', () => {
    const { definitionHash } = caseOf(without, 'documents/some');
    expect(caseOf(configured, 'documents/some').definitionHash).not.toBe(definitionHash);
    expect(errorOf(configured, 'documents/some').message).toBe('20 documents');
  });

  it('are among the subjects of the environment, and a secret is not', () => {
    const { subject } = configured.results.environment;
    expect(subject).toMatchObject({ 'env DOCS': '20', 'env SERVICE': expect.stringMatching(/^sha256 /) });
    expect(JSON.stringify(configured)).not.toContain('me:key');
  });
});
