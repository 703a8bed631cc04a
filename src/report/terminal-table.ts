import type { CaseComparison, Comparison } from '../compare/verdict.js';
import type { Results } from '../results/schema.js';
import { plainText } from './plain-text.js';
import { timeSparkline } from './sparkline.js';
import { overviewColumns, overviewFigure, verdictWords } from './summary.js';

/** Capabilities of a terminal beyond plain text. A pipe has none, so searches find the same text everywhere. */
export interface Screen {
  /** Characters per line. */
  readonly columns: number;
  /** Whether it shows more than ASCII. */
  readonly unicode: boolean;
  /** The measured results, for the sparklines. */
  readonly results: Results;
}

/** The overview of all cases, as lines. */
export interface Overview {
  readonly header: readonly string[];
  readonly rows: readonly { readonly judged: CaseComparison; readonly line: string }[];
  /** Whether the cases have sparklines. */
  readonly drawn: boolean;
}

interface Column {
  readonly title: string;
  /** Whether the column is numeric, and so aligned right. */
  readonly right: boolean;
  readonly cells: readonly string[];
}

/**
 * The overview as a table. A screen adds one sparkline per case. If the table does not fit, its header takes two lines;
 * if it still does not fit, the sparklines are left out.
 */
export function overviewOf({ cases }: Comparison, screen: Screen | undefined): Overview {
  const columns = columnsOf(cases);
  if (screen === undefined) return layOut(cases, columns, false);
  const sparks = cases.map(({ id }) => (screen.unicode ? timeSparkline(id, screen.results) : ''));
  const drawn = sparks.some((spark) => spark !== '');
  const own: Column = { title: 'over time', right: false, cells: sparks };
  const withSparks = drawn ? [...columns.slice(0, -1), own, ...columns.slice(-1)] : columns;
  const fits = (wanted: readonly Column[]) => widthOf(wanted) <= screen.columns;
  const fitting = [withSparks, broken(withSparks), columns].find(fits) ?? broken(columns);
  return layOut(
    cases,
    fitting,
    fitting.some(({ cells }) => cells === sparks),
  );
}

function columnsOf(cases: readonly CaseComparison[]): Column[] {
  return [
    { title: 'case', right: false, cells: cases.map(({ id }) => plainText(id)) },
    ...overviewColumns.map((column) => ({
      title: column.title,
      right: true,
      cells: cases.map((judged) => overviewFigure(judged, column) ?? '-'),
    })),
    { title: 'verdict', right: false, cells: cases.map(verdictWords) },
  ];
}

function layOut(cases: readonly CaseComparison[], columns: readonly Column[], drawn: boolean): Overview {
  const widths = columns.map(columnWidth);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => pad(text, widths[index] ?? 0, columns[index]?.right ?? false))
      .join('  ')
      .trimEnd();
  const titles = columns.map(({ title }) => title.split('\n'));
  const height = Math.max(...titles.map(({ length }) => length));
  // A title of one line is directly above its column.
  const header = Array.from({ length: height }, (_, row) =>
    line(titles.map((lines) => lines[row - height + lines.length] ?? '')),
  );
  const rows = cases.map((judged, index) => ({ judged, line: line(columns.map(({ cells }) => cells[index] ?? '')) }));
  return { header, rows, drawn };
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + columnWidth(column) + 2, -2);
}

function columnWidth({ title, cells }: Column): number {
  return [...title.split('\n'), ...cells].reduce((width, text) => Math.max(width, text.length), 0);
}

/** Breaks titles that are wider than their cells into two lines. */
function broken(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    const below = columnWidth({ ...column, title: '' });
    return column.title.length > below ? { ...column, title: column.title.replace(' ', '\n') } : column;
  });
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}
