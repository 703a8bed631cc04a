import { describe, expect, it } from 'vitest';
import { detailData } from '../../../src/report/html/detail-data.js';
import { mostSites } from '../../../src/results/schema.js';
import {
  createAllocatorDifference,
  createCase,
  createCaseComparison,
  createMapped,
  createQdrantMemory,
  createSample,
} from '../../builders.js';

const mebibyte = 1024 ** 2;
const growing = (iterations: number, allocated = 10) =>
  createCase({
    samples: [createSample({ qdrantMemory: createQdrantMemory(iterations, allocated), mapped: createMapped() })],
  });

describe('what Qdrant’s allocator told', () => {
  const told = (iterations: number, before?: ReturnType<typeof growing>) =>
    detailData(createCaseComparison(), growing(iterations), before).allocator;

  it('is drawn after each iteration, the reading at rest left out', () => {
    const data = told(4);
    expect(data?.iterations).toEqual([0, 1, 2, 3, 4]);
    for (const { mebibytes } of data?.counters ?? []) expect(mebibytes).toHaveLength(5);
    expect(data?.counters[0]).toMatchObject({ name: 'allocated', before: '10.0 MiB', after: '14.0 MiB', baseline: '' });
  });

  it('is not drawn where there is a before and an after alone', () => {
    const data = told(1);
    expect(data?.iterations).toEqual([]);
    expect(data?.counters[0]).toMatchObject({ before: '10.0 MiB', after: '11.0 MiB' });
  });

  it('has the end of the baseline beside it', () => {
    expect(told(4, growing(4, 20))?.counters[0]?.baseline).toBe('24.0 MiB');
  });

  it('ends at rest after the planned iterations, though a follow-up went on growing', () => {
    const { atIteration, ...columns } = createQdrantMemory(4);
    const further = Object.entries(columns).map(([name, bytes]) => [name, [...bytes, 90 * mebibyte, 99 * mebibyte]]);
    const qdrantMemory = {
      ...createQdrantMemory(4),
      ...Object.fromEntries(further),
      atIteration: [...atIteration, 5, 6],
    };
    const followed = createCase({ samples: [createSample({ qdrantMemory })] });
    const { allocator } = detailData(createCaseComparison(), followed, growing(4));
    expect(allocator?.iterations.at(-1)).toBe(6);
    expect(allocator?.counters[0]).toMatchObject({ after: '14.0 MiB', baseline: '14.0 MiB' });
  });

  it('has no more points than a chart can show', () => {
    const { iterations = [] } = told(4000) ?? {};
    expect(iterations.length).toBeLessThanOrEqual(500);
    expect(iterations.length).toBeGreaterThan(250);
  });
});

describe('what memory is made of', () => {
  it('has its parts, now and in the baseline', () => {
    const { mapped } = detailData(createCaseComparison(), growing(1), growing(1));
    expect(mapped?.rows.map(({ who }) => who)).toEqual(['worker', 'worker, baseline', 'Qdrant', 'Qdrant, baseline']);
    expect(mapped?.rows[0]?.parts.map(({ mebibytes }) => mebibytes)).toEqual([60, 30, 1, 0]);
    for (const { texts } of mapped?.rows ?? []) expect(texts).toHaveLength(mapped?.columns.length ?? 0);
  });

  it('has no parts where the kernel tells none', () => {
    const samples = [createSample({ mapped: { worker: { rssBytes: mebibyte, pssBytes: mebibyte } } })];
    expect(detailData(createCaseComparison(), createCase({ samples }), undefined).mapped?.rows[0]?.parts).toEqual([]);
  });
});

describe('who allocates', () => {
  const functions = Array.from({ length: mostSites }, () => createAllocatorDifference());

  it('is told, each function', () => {
    const judged = createCaseComparison({ allocations: { compared: true, functions } });
    const { allocations } = detailData(judged, undefined, undefined);
    expect(allocations?.rows).toHaveLength(mostSites);
    expect(allocations?.rows[0]).toEqual({
      where: 'src/store.ts:6 (load)',
      now: '1,000',
      baseline: '–',
      difference: '+1,000',
      size: '1.0 MiB',
    });
  });

  it('is told without a difference where the baseline does not know', () => {
    const judged = createCaseComparison({ allocations: { compared: false, functions } });
    expect(detailData(judged, undefined, undefined).allocations?.rows[0]?.difference).toBe('–');
  });
});

it('nothing is told where nobody knows', () => {
  const known = detailData(createCaseComparison(), createCase(), createCase());
  expect(Object.values(known)).toEqual(Array(4).fill(undefined));
});
