import type { CaseComparison, SiteDifference } from '../compare/verdict.js';
import { mebibytes } from '../results/mebibytes.js';
import type { MetricName } from '../results/metrics.js';
import { formatDifference, formatValue } from './format.js';
import { stackLines } from './native.js';

/** What a reader looks at before the full list. */
const mostLines = 3;
/** Where the sites are less than this share of a difference, most of it comes from elsewhere. */
const explainingShare = 0.3;

/**
 * Where the memory of a case that is worse than it should be comes from, in a few lines of plain text; none where it was
 * not recorded.
 */
export function whereOf(judged: CaseComparison): string[] {
  const { sites } = judged;
  if (sites === undefined) return nativeStacks(judged);
  const native = isNative(judged, askedAbout(judged));
  const told = explainingSide(judged);
  const lines = sites[told].slice(0, mostLines).map((site) => lineOf(site, told, sites.compared));
  if (!native) return lines;
  const stacks = nativeStacks(judged);
  return stacks.length === 0
    ? [`${nativeWords}; a run with the profiler heaptrack tells it`, ...lines]
    : [`${nativeWords}:`, ...stacks, ...lines];
}

/** What a profiler knows of it, where one was asked. */
function nativeStacks(judged: CaseComparison): string[] {
  const { native, leak } = judged;
  const ofQdrant = askedAbout(judged).some((metric) => metric.startsWith('qdrant_')) || leak?.series === 'qdrant';
  return native
    .flatMap((finding) => (finding.kind === 'profile' ? [finding.now] : []))
    .filter(({ subject }) => (subject === 'qdrant') === ofQdrant)
    .flatMap((profile) => stackLines(profile, profile.profiler === 'heaptrack' && !isAboutPeaks(judged)))
    .slice(0, mostLines);
}

/** Whether what is kept explains a case, or what was allocated: peaks are made of what may be freed again. */
export function explainingSide(judged: CaseComparison): 'kept' | 'allocated' {
  const [first, second] = isAboutPeaks(judged) ? (['allocated', 'kept'] as const) : (['kept', 'allocated'] as const);
  // What is allocated and freed again explains nothing that native memory keeps.
  return (judged.sites?.[first].length ?? 0) > 0 || isNative(judged, askedAbout(judged)) ? first : second;
}

/** Nothing else is to be explained. */
function isAboutPeaks(judged: CaseComparison): boolean {
  const asked = askedAbout(judged);
  return asked.length > 0 && judged.leak?.verdict !== 'leak' && asked.every((metric) => metric.includes('peak'));
}

const nativeWords = 'most of it is native memory, whose source V8 does not know';

/** Metrics that are over their budget or have become worse. */
function askedAbout({ metrics, breaches }: CaseComparison): MetricName[] {
  const regressed = metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'regression');
  return [...regressed, ...breaches].map(({ metric }) => metric);
}

/** Whether what stays is much more than what objects and Buffers account for. */
function isNative({ metrics, sites }: CaseComparison, asked: readonly MetricName[]): boolean {
  if (sites?.compared !== true) return false;
  const differences = metrics
    .filter(({ metric }) => asked.includes(metric) && wholeChanges.has(metric))
    .map(({ difference = 0 }) => difference);
  const explained = sites.kept.reduce((sum, { difference }) => sum + mebibytes(difference), 0);
  return explained < explainingShare * Math.max(0, ...differences);
}

/** Changes of all memory there is, native memory included, over the iterations whose sites are recorded. */
const wholeChanges: ReadonlySet<MetricName> = new Set(['rss_delta_mb', 'native_delta_mb']);

function lineOf(site: SiteDifference, told: 'kept' | 'allocated', compared: boolean): string {
  const amount = compared
    ? formatDifference('heap_delta_mb', mebibytes(site.difference))
    : formatValue('heap_delta_mb', mebibytes(site.now));
  const what = site.kind === 'buffer' ? 'Buffers' : 'objects';
  return `${amount} of ${what} ${told} ${site.file === '' ? 'by' : 'at'} ${siteWords(site)}`;
}

/** A function, or line, and who of the user’s own called it: plain text, not yet cut. */
export function siteWords(site: Pick<SiteDifference, 'file' | 'line' | 'function' | 'caller'>): string {
  return site.caller === undefined ? placeWords(site) : `${placeWords(site)}, called by ${placeWords(site.caller)}`;
}

function placeWords({ file, line, function: name }: Pick<SiteDifference, 'file' | 'line' | 'function'>): string {
  if (file === '') return name === '' ? 'native code' : name;
  return `${file}:${line}${name === '' ? '' : ` (${name})`}`;
}
