// npm run bench:self -- <name> [--quick]: measures how good the method is. Not part of the package.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/package-root.js';
import { casesUsage, runCases } from './cases.js';
import type { BenchOptions, BenchOutcome } from './outcome.js';
import { record } from './record.js';

const benches: Readonly<Record<string, () => Promise<{ run(options: BenchOptions): Promise<BenchOutcome> }>>> = {
  noise: () => import('./noise.js'),
  power: () => import('./power.js'),
  rivals: () => import('./rivals.js'),
  overhead: () => import('./overhead.js'),
  peak: () => import('./peak.js'),
};

const usage = [
  `usage: npm run bench:self -- <${Object.keys(benches).join('|')}|all> [--quick]`,
  `       npm run bench:self -- ${casesUsage}`,
  '       npm run bench:self -- noise --loaded',
  '       npm run bench:self -- record <name> <folder of runs, which has to exist> <command that made them>',
].join('\n');

const [first, ...rest] = process.argv.slice(2);
// `all` leaves this bench out: it takes hours and has flags that the others do not need.
if (first === 'cases') console.log(await runCases(rest));
else await runRecorded();

async function runRecorded(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, loaded: { type: 'boolean', default: false } },
  });
  const [name = '', recording = '', runs = '', command] = positionals;
  const names = name === 'all' ? Object.keys(benches) : [name];

  if (name === 'record' && command !== undefined && existsSync(runs)) {
    console.log(record(recording, runs, command));
  } else if (names.every((each) => Object.hasOwn(benches, each))) {
    for (const each of names) console.log(await runBench(each, values));
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}

/** Runs one bench, writes its results, and returns a summary line. */
async function runBench(bench: string, { quick, loaded }: BenchOptions): Promise<string> {
  const { run } = (await benches[bench]?.()) ?? {};
  if (run === undefined) throw new RangeError(usage);
  const { summary, figures, markdown } = await run({ quick, loaded });
  const results = join(packageRoot, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  // Figures of a quick run are not kept: git ignores its files.
  const file = join(results, `${bench}${loaded ? '-loaded' : ''}${quick ? '.quick' : ''}`);
  writeFileSync(`${file}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(`${file}.md`, markdown);
  console.log(markdown);
  return `${bench}: ${summary}`;
}
