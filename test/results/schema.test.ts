import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { mostQdrantReadings } from '../../src/results/qdrant-memory-schema.js';
import type { MeasuredSample } from '../../src/results/schema.js';
import { parseResults } from '../../src/results/store.js';
import {
  anyResults,
  createAllocator,
  createCase,
  createFailedSample,
  createQdrantMemory,
  createResults,
  createSample,
} from '../builders.js';

const place = { file: 'src/a.ts', line: 1, function: 'a' };
const read = (document: unknown) => parseResults(JSON.stringify(document), 'results.json', 'results');

function refusal(document: unknown): UsageError {
  try {
    read(document);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('the document was accepted');
}

describe('a results document', () => {
  it('comes back from JSON as it went', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        expect(read(results)).toEqual(results);
      }),
    );
  });

  it('has no two cases of the same id', () => {
    expect(refusal(createResults({ cases: [createCase(), createCase()] })).message).toContain(
      'two cases have the same id',
    );
  });

  it('needs no cases', () => {
    expect(read(createResults({ cases: [] })).cases).toEqual([]);
  });
});

describe('an unknown field is refused with its place', () => {
  const inSample = { ...createSample(), colour: 'red' };

  it.each([
    ['at the top', { ...createResults(), colour: 'red' }, /"colour"/],
    ['in a case', { ...createResults(), cases: [{ ...createCase(), colour: 'red' }] }, /"colour"\s+→ at cases\[0\]/],
    [
      'in a sample',
      { ...createResults(), cases: [{ ...createCase(), samples: [createSample(), inSample] }] },
      /"colour"\s+→ at cases\[0\]\.samples\[1\]/,
    ],
    [
      'among metrics',
      { ...createResults(), cases: [{ ...createCase(), samples: [{ ...createSample(), metrics: { weight_kg: 1 } }] }] },
      /"weight_kg"\s+→ at cases\[0\]\.samples\[0\]\.metrics/,
    ],
    [
      'among budgets',
      { ...createResults(), cases: [{ ...createCase(), budgets: { weight_kg: 1 } }] },
      /→ at cases\[0\]\.budgets/,
    ],
  ])('%s', (_, document, place) => {
    expect(refusal(document).message).toMatch(place);
  });
});

describe('what a fork may write at length is limited', () => {
  const refused = (sample: Partial<MeasuredSample>) => () =>
    read(createResults({ cases: [createCase({ samples: [createSample(sample)] })] }));
  const counters = createQdrantMemory(mostQdrantReadings);

  it.each([
    ['functions', { allocations: Array.from({ length: 21 }, () => createAllocator()) }],
    ['names', { allocations: [createAllocator({ function: 'f'.repeat(121) })] }],
    ['paths', { allocations: [createAllocator({ file: 'f'.repeat(301) })] }],
    ['paths of callers', { allocations: [createAllocator({ caller: { ...place, file: 'f'.repeat(301) } })] }],
    ['readings', { qdrantMemory: counters }],
    ['columns', { qdrantMemory: { ...createQdrantMemory(2), activeBytes: [1] } }],
  ])('%s', (_, sample) => {
    expect(refused(sample)).toThrow(UsageError);
  });
});

describe('a wrong value is refused with its place', () => {
  const results = createResults();
  const withPackages = (direct: object) => ({
    ...results,
    environment: { ...results.environment, packages: { direct, transitive: {}, scenarios: {} } },
  });
  const withSample = (sample: object) => ({ ...results, cases: [{ ...createCase(), samples: [sample] }] });

  it.each([
    [
      'a text for a metric',
      withSample({ ...createSample(), metrics: { rss_delta_mb: '1' } }),
      'cases[0].samples[0].metrics.rss_delta_mb',
    ],
    [
      'null for a metric',
      withSample({ ...createSample(), metrics: { rss_delta_mb: null } }),
      'cases[0].samples[0].metrics.rss_delta_mb',
    ],
    ['a negative index', withSample({ ...createSample(), index: -1 }), 'cases[0].samples[0].index'],
    ['a broken index', withSample({ ...createSample(), index: 0.5 }), 'cases[0].samples[0].index'],
    ['an unknown status', withSample({ ...createSample(), status: 'lost' }), 'cases[0].samples[0].status'],
    ['an unknown pass', withSample({ ...createSample(), pass: 'third' }), 'cases[0].samples[0].pass'],
    [
      'a failed sample without an error',
      withSample({ ...createFailedSample(), error: undefined }),
      'cases[0].samples[0].error',
    ],
    ['a moment without a zone', { ...results, startedAt: '2026-03-01T12:00:00' }, 'startedAt'],
    ['a sample per case of zero', { ...results, selection: { ...results.selection, repeats: 0 } }, 'selection.repeats'],
    [
      'a filter that is no regular expression',
      { ...results, selection: { ...results.selection, filter: '(' } },
      'selection.filter',
    ],
    ['a case without its source', { ...results, cases: [{ ...createCase(), source: undefined }] }, 'cases[0].source'],
    ['no environment', { ...results, environment: undefined }, 'environment'],
    [
      'no cores',
      { ...results, environment: { ...results.environment, identity: { ...results.environment.identity, cores: 0 } } },
      'environment.identity.cores',
    ],
    [
      'more packages than anybody has',
      withPackages(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}`, '1']))),
      'environment.packages.direct',
    ],
    ['an endless name of a package', withPackages({ ['p'.repeat(215)]: '1' }), 'environment.packages.direct'],
    ['an endless version', withPackages({ p: '1'.repeat(201) }), 'environment.packages.direct.p'],
  ])('%s', (_, document, place) => {
    expect(refusal(document).message).toContain(`→ at ${place}`);
  });
});

describe('the version of the format', () => {
  it('is named with the one that can be read', () => {
    expect(refusal({ ...createResults(), schemaVersion: 2 }).message).toBe(
      'the results results.json has format version 2; this program reads 1',
    );
  });

  it('is told before anything else that a newer format may have', () => {
    expect(refusal({ schemaVersion: 7, everything: 'else' }).message).toContain('format version 7');
  });

  it('cannot be left out', () => {
    const { schemaVersion: _version, ...rest } = createResults();
    expect(refusal(rest).message).toContain('→ at schemaVersion');
  });
});

describe('a text that is no results document', () => {
  it.each([
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an empty object', '{}'],
  ])('is refused: %s', (_, content) => {
    expect(() => parseResults(content, 'x.json', 'results')).toThrow(/x\.json is not a results document/);
  });

  it.each([
    ['nothing', ''],
    ['half a document', '{"schemaVersion": 1, "too'],
    ['a page', '<html></html>'],
  ])('is refused as no JSON: %s', (_, content) => {
    expect(() => parseResults(content, 'x.json', 'baseline')).toThrow(/the baseline x\.json is not JSON/);
  });

  it('is refused with what to do about it, for a baseline', () => {
    expect(() => parseResults('{}', 'x.json', 'baseline')).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('--update-baseline') }),
    );
  });
});
