import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/package-root.js';
import { matchesGlob } from '../src/results/glob.js';
import { caseTable, totals } from './cases/case-table.js';
import { checkCase } from './cases/check.js';
import { judgeCase } from './cases/judge-case.js';
import { LedgerFile, type RunKind } from './cases/ledger.js';
import { startLoad } from './cases/load.js';
import { runUnit, unitsOf } from './cases/run-case.js';
import { type HardCase, hardCases, nameOf } from './cases/table.js';

/** Usage line of the bench of hard cases. */
export const casesUsage =
  'cases [--only <glob>...] [--runs <number>] [--jobs <number>] [--loaded] [--before] [--growth] [--anew] [--check] [-- <flags of run>]';

/**
 * Runs the hard cases through the command line until each has been run `--runs` times, and counts right reports. It
 * writes after each run, so that an interrupted bench can continue. Returns a summary line.
 */
export async function runCases(given: readonly string[]): Promise<string> {
  const { values, positionals: flags } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: ['**'] },
      runs: { type: 'string', default: '10' },
      jobs: { type: 'string', default: '1' },
      loaded: { type: 'boolean', default: false },
      before: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      anew: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const jobs = wholeNumber('jobs', values.jobs, 1);
  const runs = wholeNumber('runs', values.runs, 0);
  const results = join(packageRoot, 'bench', 'results', 'cases');
  const file = new LedgerFile(`${results}.json`);
  const selected = hardCases.filter((each) => values.only.some((glob) => isSelected(each, glob)));
  if (selected.length === 0) throw new RangeError(`no hard case matches ${values.only.join(', ')}`);
  const kind: RunKind = values.before ? 'before' : values.loaded ? 'loaded' : 'quiet';
  if (values.anew) file.forget(kind, selected.map(nameOf));
  const stopLoad = values.loaded ? startLoad(jobs) : () => {};
  try {
    if (values.check) await check(selected, file);
    else {
      const growth = values.growth || values.before;
      await measure(selected, file, kind, { runs, jobs, growth, flags });
    }
  } finally {
    stopLoad();
    writeFileSync(`${results}.md`, caseTable(hardCases, file.ledger));
  }
  console.log(caseTable(selected, file.ledger));
  return `cases, ${kind}: ${totals(selected, file.ledger, kind)}`;
}

function wholeNumber(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`--${flag} must be a whole number of at least ${least}, not ${text}`);
}

interface MeasureOptions {
  readonly runs: number;
  /** Units that run in parallel. */
  readonly jobs: number;
  readonly growth: boolean;
  readonly flags: readonly string[];
}

async function measure(cases: readonly HardCase[], file: LedgerFile, kind: RunKind, options: MeasureOptions) {
  const { ledger } = file;
  const done = (unit: readonly HardCase[]) => Math.min(...unit.map((each) => ledger[kind][nameOf(each)]?.length ?? 0));
  // Round by round through all cases, so that an interrupted bench has run each about equally often.
  const waiting = Array.from({ length: options.runs }, (_, run) =>
    unitsOf(cases).filter((unit) => done(unit) <= run),
  ).flat();
  const work = async () => {
    for (let unit = waiting.shift(); unit !== undefined; unit = waiting.shift()) {
      for (const [name, observed] of await runUnit(unit, options)) {
        file.add(kind, name, observed);
        const hardCase = unit.find((each) => nameOf(each) === name);
        const { mistakes } = hardCase === undefined ? { mistakes: [] } : judgeCase(hardCase, observed);
        console.error(`${name}: ${mistakes.join('; ') || 'right'} (${observed.seconds} s)`);
      }
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
}

async function check(cases: readonly HardCase[], file: LedgerFile) {
  for (const each of cases.filter(({ file: scenario }) => scenario !== 'commands.ts')) {
    const rates = await checkCase(each);
    file.check(nameOf(each), rates);
    const shown = Object.entries(rates).map(([series, rate]) => `${series} ${Math.round(rate * 10) / 10}`);
    console.error(`${nameOf(each)}: planted ${JSON.stringify(each.plants)}; ${shown.join(', ')}`);
  }
}

/** Selects both variants of a case: the bad one is compared with the good one of the same run. */
function isSelected({ id }: HardCase, glob: string): boolean {
  return matchesGlob(glob, id);
}
