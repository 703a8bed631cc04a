import { isLeaking } from '../compare/sites.js';
import type { CaseComparison, SiteDifference } from '../compare/verdict.js';
import { mebibytes } from '../results/mebibytes.js';
import { formatDifference, formatValue } from './format.js';
import { stackLines } from './native.js';
import { retainerLines } from './retainers.js';
import { askedAbout, stepElsewhere, unexplainedOf, unexplainedWords } from './unexplained.js';

/** Lines shown before the full list. */
const mostLines = 3;

/** Where the memory of a case that is over budget, regressed or leaks comes from, in a few lines of plain text. */
export function whereOf(judged: CaseComparison): string[] {
  const { sites, leak } = judged;
  const step = stepElsewhere(judged);
  const held = isLeaking(leak) ? retainerLines(judged.retainers) : [];
  // Unclosed handles retain their callbacks.
  if (step !== undefined) return isAboutHandles(leak) ? [...held, step] : [step];
  if (sites === undefined || isElsewhere(leak))
    return isElsewhere(leak) ? nativeStacks(judged) : [...held, ...nativeStacks(judged)];
  const open = unexplainedOf(judged);
  const told = explainingSide(judged);
  const lines = sites[told].slice(0, mostLines).map((site) => lineOf(site, told, judged));
  if (open === undefined) return [...held, ...lines];
  // A native memory profile shows the callers of malloc, and explains no other rest.
  const stacks = open.rest === 'malloc' ? nativeStacks(judged) : [];
  return [unexplainedWords(open, stacks.length > 0), ...stacks, ...held, ...lines];
}

function isAboutHandles(leak: CaseComparison['leak']): boolean {
  const series: string | undefined = leak?.series;
  return series === 'handles';
}

/** Whether the leak is in another process, for which V8 has no sites. */
function isElsewhere(leak: CaseComparison['leak']): boolean {
  return leak !== undefined && isLeaking(leak) && ['qdrant', 'tree', 'reported'].includes(leak.series);
}

/** The stacks of a native profile, if one was recorded. */
function nativeStacks(judged: CaseComparison): string[] {
  const { native, leak } = judged;
  const ofQdrant = askedAbout(judged).some((metric) => metric.startsWith('qdrant_')) || leak?.series === 'qdrant';
  return native
    .flatMap((finding) => (finding.kind === 'profile' ? [finding.now] : []))
    .filter(({ subject }) => (subject === 'qdrant') === ofQdrant)
    .flatMap((profile) => stackLines(profile, profile.profiler === 'heaptrack' && !isAboutPeaks(judged)))
    .slice(0, mostLines);
}

/** Whether kept or allocated memory explains a case. A peak consists of memory that may be freed again. */
export function explainingSide(judged: CaseComparison): 'kept' | 'allocated' {
  if (isLeaking(judged.leak)) return 'kept';
  const [first, second] = isAboutPeaks(judged) ? (['allocated', 'kept'] as const) : (['kept', 'allocated'] as const);
  // Memory that was freed again does not explain a growth outside the heap.
  return (judged.sites?.[first].length ?? 0) > 0 || unexplainedOf(judged) !== undefined ? first : second;
}

/** Whether only peaks are to be explained. */
function isAboutPeaks(judged: CaseComparison): boolean {
  const asked = askedAbout(judged);
  return asked.length > 0 && !isLeaking(judged.leak) && asked.every((metric) => metric.includes('peak'));
}

function lineOf(site: SiteDifference, told: 'kept' | 'allocated', { sites, leak }: CaseComparison): string {
  const compared = sites?.compared === true;
  const what = site.kind === 'buffer' ? 'Buffers' : 'objects';
  const place = `${what} ${told} ${site.file === '' ? 'by' : 'at'} ${siteWords(site)}`;
  const value = (bytes: number) => formatValue('heap_delta_mb', mebibytes(bytes));
  if (isLeaking(leak)) return `${value(site.now)} of ${place}${compared ? ` (baseline ${value(site.baseline)})` : ''}`;
  return `${compared ? formatDifference('heap_delta_mb', mebibytes(site.difference)) : value(site.now)} of ${place}`;
}

/** A function or line, and the user’s function that called it, as plain text that is not yet cut. */
export function siteWords(site: Pick<SiteDifference, 'file' | 'line' | 'function' | 'caller'>): string {
  return site.caller === undefined ? placeWords(site) : `${placeWords(site)}, called by ${placeWords(site.caller)}`;
}

function placeWords({ file, line, function: name }: Pick<SiteDifference, 'file' | 'line' | 'function'>): string {
  if (file === '') return name === '' ? 'native code' : name;
  return `${file}:${line}${name === '' ? '' : ` (${name})`}`;
}
