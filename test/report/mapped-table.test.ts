import { describe, expect, it } from 'vitest';
import { mappedTable } from '../../src/report/mapped-table.js';
import type { Mapped } from '../../src/results/schema.js';
import { createCase, createMapped, createSample } from '../builders.js';
import { tablesOf } from './markdown-reader.js';

const mebibyte = 1024 ** 2;
const caseOf = (...mapped: (Mapped | undefined)[]) =>
  createCase({ samples: mapped.map((one, index) => createSample({ index, ...(one && { mapped: one }) })) });
/** Without the row that aligns the columns. */
const rowsOf = (...mapped: (Mapped | undefined)[]) =>
  (tablesOf(mappedTable(caseOf(...mapped))).at(0) ?? []).filter((_, row) => row !== 1);

describe('what resident memory is made of', () => {
  it('is told of the worker and of Qdrant', () => {
    const [header, worker, qdrant] = rowsOf(createMapped());
    expect(header?.slice(0, 4)).toEqual(['resident memory of', 'anonymous', 'files', 'shared memory']);
    expect(worker).toEqual([
      'worker',
      '60.0 MiB',
      '30.0 MiB',
      '1.0 MiB',
      '91.0 MiB',
      '120.0 MiB',
      '50.0 MiB',
      '0.0 MiB',
    ]);
    expect(qdrant?.[0]).toBe('Qdrant');
  });

  it('is of the sample whose PSS is the median, so that its parts are a whole', () => {
    const parts = [
      [20, 50, 0],
      [40, 35, 5],
      [60, 30, 10],
      [61, 10, 0],
    ];
    const told = parts.map(([anon = 0, file = 0, shmem = 0]) => {
      const [anonBytes, fileBytes, shmemBytes] = [anon, file, shmem].map((mib) => mib * mebibyte);
      const pssBytes = (anon + file + shmem) * mebibyte;
      return { worker: { ...createMapped().worker, rssBytes: pssBytes, pssBytes, anonBytes, fileBytes, shmemBytes } };
    });
    expect(rowsOf(...told, undefined)[1]?.slice(1, 5)).toEqual(['61.0 MiB', '10.0 MiB', '0.0 MiB', '71.0 MiB']);
    expect(rowsOf(...told.slice(0, 3))[1]?.slice(1, 5)).toEqual(['40.0 MiB', '35.0 MiB', '5.0 MiB', '80.0 MiB']);
  });

  it('has a dash where the kernel does not tell', () => {
    expect(rowsOf({ processes: { rssBytes: mebibyte, pssBytes: mebibyte } })[1]).toEqual([
      'processes',
      '–',
      '–',
      '–',
      '1.0 MiB',
      '1.0 MiB',
      '–',
      '–',
    ]);
  });

  it('is not told where nobody knows', () => {
    expect(mappedTable(caseOf(undefined))).toBe('');
    expect(mappedTable(undefined)).toBe('');
  });
});
