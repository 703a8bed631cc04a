import type { Entry } from './finding-list.js';

/** Most pixels shown before a fold is opened: a screen of 1280 x 900 minus what GitHub puts around a comment. */
const screenPixels = 850;

// GitHub's layout of a comment, 870 pixels wide, checked in a browser by test/comment. Character counts always fit.
const line = 21;
const gap = 16;
const charactersOfLine = 110;
const heading = { line: 27, gap: 32, characters: 72 };
const cell = { padding: 13, characters: [36, 16, 20, 24, 22] } as const;
/** Characters per line of a name that is too long for the first column and wraps between words. */
const charactersOfBroken = 26;
const tableHead = 37;
const listGap = 4;
const chartPixels = 270 + gap + line + gap;

/** Lines of remarks shown unfolded: enough for what changed, and little else. */
const mostRemarkLines = 6;
/** A chart is folded if it would leave fewer findings than this. */
const leastBesideChart = 2;

/** The parts that compete for the first screen; texts are Markdown. */
export interface Rivals {
  readonly heading: string;
  readonly compared: string;
  readonly remarks: readonly string[];
  readonly entries: readonly Entry[];
  /** Where the memory of the worst case comes from. */
  readonly where: string;
  readonly hasChart: boolean;
}

/** How much of each part is shown; the rest is folded. */
export interface FirstScreen {
  readonly remarks: number;
  readonly entries: number;
  readonly chart: boolean;
}

/** The parts of a section shown before a fold is opened: at most one screen, and always the worst finding. */
export function firstScreen(rivals: Rivals): FirstScreen {
  const remarks = remarksSeen(rivals.remarks);
  const left =
    screenPixels -
    headingHeight(rivals.heading) -
    paragraphHeight(rivals.compared) -
    listHeight(rivals.remarks.slice(0, remarks)) -
    listHeight(rivals.where === '' ? [] : [rivals.where]);
  const { entries, hasChart } = rivals;
  const besideChart = fitting(entries, left - chartPixels);
  const chart = hasChart && besideChart >= Math.min(leastBesideChart, entries.length);
  return { remarks, entries: chart ? besideChart : Math.max(1, fitting(entries, left)), chart };
}

function remarksSeen(remarks: readonly string[]): number {
  let lines = 0;
  const first = remarks.findIndex((remark) => {
    lines += linesOf(remark, charactersOfLine);
    return lines > mostRemarkLines;
  });
  // The first remark lists what the pull request changed.
  return first < 0 ? remarks.length : Math.max(1, first);
}

/** The number of entries that fit. */
function fitting(entries: readonly Entry[], pixels: number): number {
  let rows = 0;
  let items = 0;
  let head = tableHead + gap;
  const beyond = entries.findIndex(({ cells, text }) => {
    if (cells === undefined) items += listHeight([text]) - (items > 0 ? gap : 0);
    else {
      rows += rowHeight(cells);
      // A long name leaves the other columns so little room that their titles break.
      if (isBroken(cells)) head = tableHead + gap + line;
    }
    return rows + items + (rows > 0 ? head : 0) > pixels;
  });
  return beyond < 0 ? entries.length : beyond;
}

function headingHeight(text: string): number {
  return linesOf(text, heading.characters) * heading.line + heading.gap;
}

function paragraphHeight(text: string): number {
  return linesOf(text, charactersOfLine) * line + gap;
}

function listHeight(items: readonly string[]): number {
  if (items.length === 0) return 0;
  return items.reduce((sum, item) => sum + linesOf(item, charactersOfLine) * line + listGap, gap);
}

function rowHeight(cells: readonly string[]): number {
  const lines = cells.map((text, column) =>
    linesOf(text, cell.characters[column] ?? charactersOfLine, column === 0 ? charactersOfBroken : undefined),
  );
  return Math.max(...lines) * line + cell.padding;
}

function isBroken([first = '']: readonly string[]): boolean {
  return first.split('<br>').some((part) => shownLength(part) > cell.characters[0]);
}

/** Lines that a text takes, counted per `<br>` part. A part that is too long wraps at `broken` characters. */
function linesOf(markdown: string, characters: number, broken = characters): number {
  return markdown.split('<br>').reduce((sum, part) => {
    const length = shownLength(part);
    return sum + (length <= characters ? 1 : Math.ceil(length / broken));
  }, 0);
}

/** Displayed characters: a link counts as its text, an escaped character as one, a wide character as two. */
function shownLength(markdown: string): number {
  const shown = markdown
    .replaceAll(/\]\([^)]*\)/g, '')
    .replaceAll(/<[^>]*>|\*\*|\\/g, '')
    .replaceAll(/&[#\w]+;/g, 'x');
  return [...shown].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0);
}
