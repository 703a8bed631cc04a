import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { parseHandover } from '../../src/github/handover.js';
import { beginResults } from '../../src/results/begin.js';
import { fittedEnvironment, fittedHead, fittedSample } from '../../src/results/fit.js';
import { limits } from '../../src/results/limits.js';
import type { Results, Sample } from '../../src/results/schema.js';
import { parseResults, readResults, writeResults } from '../../src/results/store.js';
import {
  createCase,
  createEnvironment,
  createFailedSample,
  createResults,
  createSample,
  createSelection,
} from '../builders.js';
import { createTimeline } from '../report/told.js';

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-limits-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(results: unknown): string {
  try {
    parseResults(JSON.stringify(results), 'a.json', 'results');
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
}

const ofCase = (overrides: Parameters<typeof createCase>[0]) => createResults({ cases: [createCase(overrides)] });
const ofSample = (overrides: Parameters<typeof createSample>[0]) => ofCase({ samples: [createSample(overrides)] });
const long = (length: number) => 'a'.repeat(length + 1);
const numbers = (length: number) => Array.from({ length }, () => 1);

describe('results that are read', () => {
  it.each<[string, unknown, string]>([
    [
      'cases',
      createResults({
        cases: Array.from({ length: limits.cases + 1 }, (_, index) => createCase({ id: `a/${index}`, samples: [] })),
      }),
      'cases',
    ],
    [
      'samples of a case',
      ofCase({ samples: Array.from({ length: limits.samples + 1 }, (_, index) => createSample({ index })) }),
      'cases[0].samples',
    ],
    ['characters of an id', ofCase({ id: long(limits.id) }), 'cases[0].id'],
    [
      'characters of a message',
      ofCase({ samples: [createFailedSample({ message: long(limits.message) })] }),
      'cases[0].samples[0].error.message',
    ],
    [
      'readings of a timeline',
      ofSample({ timeline: createTimeline(numbers(limits.readings + 1)) }),
      'cases[0].samples[0].timeline.atMs',
    ],
    ['tags', ofCase({ tags: Array.from({ length: limits.entries + 1 }, () => 'a') }), 'cases[0].tags'],
    [
      'characters of a filter',
      createResults({ selection: createSelection({ filter: `(${long(limits.filter)}` }) }),
      'selection.filter',
    ],
    [
      'samples that were asked for',
      createResults({ selection: createSelection({ repeats: limits.repeats + 1 }) }),
      'selection.repeats',
    ],
    [
      'fields of an environment',
      createResults({
        environment: createEnvironment({
          context: Object.fromEntries(numbers(limits.entries + 1).map((_, index) => [`a${index}`, 'a'])),
        }),
      }),
      'environment.context',
    ],
    ['MiB', ofSample({ metrics: { rss_delta_mb: 1e300 } }), 'metrics.rss_delta_mb'],
  ])('have no more %s than the limit', (_, results, place) => {
    expect(refusal(results)).toContain(`→ at ${place.startsWith('metrics') ? `cases[0].samples[0].${place}` : place}`);
  });

  it('say of many mistakes the first ten', () => {
    const message = refusal({ ...createResults(), cases: numbers(1_000) });
    expect(message.match(/✖/g)).toHaveLength(11);
    expect(message).toContain('and 990 more');
  });

  it('show no more of a long field than is needed', () => {
    expect(refusal({ ...createResults(), [long(100_000)]: 1 }).length).toBeLessThan(1_000);
  });

  it('can be the largest that a run writes: 200 cases of 20 samples', async () => {
    const samples = Array.from({ length: 20 }, (_, index) =>
      createSample({
        index,
        timeline: createTimeline(numbers(240)),
        iterations: { durationMs: numbers(50), rssBytes: numbers(50) },
      }),
    );
    const results = createResults({
      cases: Array.from({ length: 200 }, (_, index) => createCase({ id: `case/${index}`, samples })),
    });
    const path = join(folder, 'results.json');
    await writeResults(path, results);
    expect((await readResults(path, 'results')).cases).toHaveLength(200);
  });
});

describe('what is written', () => {
  it('can be read, however long its texts are', () => {
    const text = long(100_000);
    const samples: Sample[] = [
      createFailedSample({ message: text, stack: text, log: `${text}the end` }),
      createSample({
        absent: { native_delta_mb: text },
        unsettled: [text],
        timeline: { ...createTimeline(), phases: Array.from({ length: 1_000 }, () => ({ name: 'measure', atMs: 1 })) },
      }),
    ];
    const environment = createEnvironment({ subject: { node: text }, context: { cpu: text } });
    const results = createResults({
      environment: fittedEnvironment(environment),
      cases: [
        createCase({ samples: samples.map(fittedSample) }),
        { ...fittedHead({ ...createCase({ id: 'b' }), skipped: text }) },
      ],
    });
    expect(refusal(results)).toBe('');
    expect(results.cases[0]?.samples[0]).toMatchObject({ error: { log: expect.stringMatching(/the end$/) } });
  });

  it('has a failed sample where readings cannot be true', () => {
    const broken = fittedSample(createSample({ metrics: { rss_delta_mb: Number.POSITIVE_INFINITY } }));
    expect(broken).toMatchObject({
      status: 'failed',
      error: { kind: 'measure', message: expect.stringContaining('metrics.rss_delta_mb') },
    });
    expect(refusal(ofCase({ samples: [broken] }))).toBe('');
  });

  it('leaves a sample as it is where it fits', () => {
    const sample = createSample({ timeline: createTimeline() });
    expect(fittedSample(sample)).toEqual(sample);
  });

  it('loses its pictures where it would be too large to be read', async () => {
    const readings = Array.from({ length: limits.readings }, () => 123_456_789.123_456_78);
    const samples = Array.from({ length: 20 }, (_, index) =>
      createSample({ index, timeline: createTimeline(readings) }),
    );
    const results = createResults({
      cases: Array.from({ length: 120 }, (_, index) => createCase({ id: `case/${index}`, samples })),
    });
    const path = join(folder, 'results.json');
    await writeResults(path, results);
    const read = await readResults(path, 'results');
    const [first, second] = read.cases[0]?.samples ?? [];
    expect(first).toHaveProperty('timeline');
    expect(second).not.toHaveProperty('timeline');
    expect(second).toHaveProperty('metrics', samples[1]?.metrics);
  });

  it('is refused where it would be too large all the same', async () => {
    const message = 'a'.repeat(limits.message);
    const samples = Array.from({ length: 400 }, (_, index) => createFailedSample({ message }, index));
    const results = createResults({
      cases: Array.from({ length: 20 }, (_, index) => createCase({ id: `case/${index}`, samples })),
    });
    const path = join(folder, 'results.json');
    await expect(writeResults(path, results)).rejects.toThrow(UsageError);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a suite that no document can hold', () => {
  it('is refused before anything is measured', () => {
    const { tool, selection, environment } = createResults();
    const head: Parameters<typeof beginResults>[0] = { tool, selection, environment };
    const { samples: _samples, ...one } = createCase({ source: long(limits.path) });
    expect(() => beginResults(head, [one])).toThrow(/exceeds the limits of a results document:.*cases\[0\]\.source/s);
  });
});

describe('a handover', () => {
  const handover = {
    handoverVersion: 1,
    leg: '',
    commentKey: 'default',
    comment: 'auto',
    failOn: ['budget'],
    budgets: {},
    thresholds: {},
  };

  it('has a leg that GitHub can store', () => {
    expect(parseHandover(JSON.stringify({ ...handover, leg: 'a\ud800b' })).leg).toBe('a\ufffdb');
  });

  it.each<[string, object]>([
    ['a glob that backtracks', { budgets: { '*(a*)*(a*)*(a*)': { rss_delta_mb: 1 } } }],
    ['a glob of a megabyte', { thresholds: { ['*'.repeat(1e5)]: {} } }],
    ['hundreds of globs', { budgets: Object.fromEntries(numbers(501).map((_, index) => [`a${index}`, {}])) }],
    ['a thousand kinds that fail', { failOn: Array.from({ length: 1_000 }, () => 'budget') }],
  ])('cannot have %s', (_, wrong) => {
    expect(() => parseHandover(JSON.stringify({ ...handover, ...wrong }))).toThrow(/mistake|limit/);
  });

  it('cannot be nested without an end', () => {
    expect(() => parseHandover('['.repeat(100_000))).toThrow(/exceeds a limit: it is nested deeper/);
  });
});

describe('results of an honest run', () => {
  it('are the same after they are written and read', () => {
    const results: Results = createResults({
      cases: [createCase({ samples: [createSample({ timeline: createTimeline() })] })],
    });
    expect(parseResults(JSON.stringify(results), 'a.json', 'results')).toEqual(results);
  });
});
