import { mebibytes } from '../../results/mebibytes.js';
import type { CaseResult, MappedMemory } from '../../results/schema.js';
import { type MappedPart, mappedColumns, mappedParts, mappedWords } from '../mapped-parts.js';
import { mappedFigure } from '../mapped-table.js';
import type { MappedData, MappedRow } from './model-detail.js';
import { coarse } from './rounding.js';

/** Composition of the resident memory of a case, now and in the baseline; undefined if unknown. */
export function mappedData(result: CaseResult | undefined, baseline: CaseResult | undefined): MappedData | undefined {
  const now = mappedParts(result);
  if (now.length === 0) return undefined;
  const before = mappedParts(baseline);
  const rows = now.flatMap((part) => [
    rowOf(part, false),
    ...before.filter(({ who }) => who === part.who).map((earlier) => rowOf(earlier, true)),
  ]);
  return { words: mappedWords, columns: mappedColumns.map(({ title }) => title), rows };
}

function rowOf({ who, memory }: MappedPart, isBaseline: boolean): MappedRow {
  return {
    who: isBaseline ? `${who}, baseline` : who,
    isBaseline,
    texts: mappedColumns.map(({ bytesOf }) => mappedFigure(bytesOf(memory))),
    parts: partsOf(memory),
  };
}

function partsOf({ anonBytes, fileBytes, shmemBytes, swapBytes }: MappedMemory): MappedRow['parts'] {
  if (anonBytes === undefined || fileBytes === undefined || shmemBytes === undefined) return [];
  const all = { anonymous: anonBytes, files: fileBytes, 'shared memory': shmemBytes, swapped: swapBytes ?? 0 };
  return Object.entries(all).map(([name, bytes]) => ({
    name,
    mebibytes: coarse(mebibytes(bytes)),
    text: mappedFigure(bytes),
  }));
}
