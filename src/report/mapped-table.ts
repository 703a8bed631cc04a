import { mebibytes } from '../results/mebibytes.js';
import type { CaseResult } from '../results/schema.js';
import { joinBlocks, table } from './blocks.js';
import { formatValue } from './format.js';
import { mappedColumns, mappedParts, mappedWords } from './mapped-parts.js';

/** Composition of the resident memory of a case's processes, in Markdown; empty if unknown. */
export function mappedTable(result: CaseResult | undefined): string {
  const rows = mappedParts(result).map(({ who, memory }) => [
    who,
    ...mappedColumns.map(({ bytesOf }) => mappedFigure(bytesOf(memory))),
  ]);
  if (rows.length === 0) return '';
  const header = ['resident memory of', ...mappedColumns.map(({ title }) => title)];
  return joinBlocks([table(header, rows, (column) => column > 0), `<sub>${mappedWords}</sub>`]);
}

/** A figure in MiB, or a dash if the kernel does not report it. */
export function mappedFigure(bytes: number | undefined): string {
  return bytes === undefined ? '–' : formatValue('current_rss_mb', mebibytes(bytes));
}
