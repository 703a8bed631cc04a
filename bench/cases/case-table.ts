import { judgeCase } from './judge-case.js';
import type { Ledger, RunKind } from './ledger.js';
import type { Observation } from './observation.js';
import { type HardCase, nameOf, type Series } from './table.js';

const counts: readonly string[] = ['descriptors', 'threads', 'handles', 'children'] satisfies Series[];

/** One row per case: its truth, and how often each kind of run reported it. */
export function caseTable(cases: readonly HardCase[], ledger: Ledger): string {
  return [
    '| case | planted per iteration | truth | before | right | right under load | reported last | seconds |',
    '| --- | --- | --- | --- | ---: | ---: | --- | ---: |',
    ...cases.map((each) => rowOf(each, ledger)),
    '',
    ...(['before', 'quiet', 'loaded'] as const).map((kind) => `${kind}: ${totals(cases, ledger, kind)}`),
    '',
  ].join('\n');
}

/** How many reports of a kind were right, in one line. */
export function totals(cases: readonly HardCase[], ledger: Ledger, kind: RunKind): string {
  const judged = cases.flatMap((each) => observationsOf(each, ledger, kind).map((seen) => judgeCase(each, seen)));
  const verdicts = judged.filter(({ verdictRight }) => verdictRight).length;
  const right = judged.filter(({ mistakes }) => mistakes.length === 0).length;
  return `${judged.length} reports, ${verdicts} with the right verdict, ${right} right in everything`;
}

function rowOf(hardCase: HardCase, ledger: Ledger): string {
  const [before] = observationsOf(hardCase, ledger, 'before').slice(-1);
  const quiet = observationsOf(hardCase, ledger, 'quiet');
  const loaded = observationsOf(hardCase, ledger, 'loaded');
  const last = [...quiet, ...loaded].at(-1);
  const cells = [
    nameOf(hardCase),
    hardCase.planted,
    truthOf(hardCase),
    before === undefined ? '' : `${isRight(hardCase, before) ? 'right' : 'wrong'}: ${reported(before)}`,
    share(hardCase, quiet),
    share(hardCase, loaded),
    last === undefined ? '' : reported(last),
    last === undefined ? '' : String(last.seconds),
  ];
  return `| ${cells.join(' | ')} |`;
}

function observationsOf(hardCase: HardCase, ledger: Ledger, kind: RunKind): readonly Observation[] {
  return ledger[kind][nameOf(hardCase)] ?? [];
}

function isRight(hardCase: HardCase, observed: Observation): boolean {
  return judgeCase(hardCase, observed).mistakes.length === 0;
}

function share(hardCase: HardCase, observed: readonly Observation[]): string {
  if (observed.length === 0) return '';
  return `${observed.filter((each) => isRight(hardCase, each)).length} of ${observed.length}`;
}

function truthOf({ truth: { verdicts, rates = {}, comparison } }: HardCase): string {
  const series = Object.keys(rates).join(' or ');
  return [`${verdicts.join(' or ')}${series === '' ? '' : ` of ${series}`}`, comparison].filter(Boolean).join(', ');
}

function reported({ verdict, series, rate, comparison, errors }: Observation): string {
  const grows = ['leak', 'suspected', 'slowing'].includes(verdict) && rate !== undefined && series !== undefined;
  const growth = grows ? `${verdict}, ${series} ${shownRate(series, rate)}` : verdict;
  const compared = comparison === 'new' ? '' : `, ${comparison}`;
  return `${growth}${compared}${errors.length > 0 ? ', samples failed' : ''}`;
}

function shownRate(series: string, rate: number): string {
  if (counts.includes(series)) return rate.toFixed(1);
  return Math.abs(rate) < 1024 ** 2 ? `${(rate / 1024).toFixed(1)} KiB` : `${(rate / 1024 ** 2).toFixed(2)} MiB`;
}
