// Compares equal samples taken with the machine idle and under load: every difference is a false alarm.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, standardDeviation } from '../src/compare/statistics.js';
import type { Comparison } from '../src/compare/verdict.js';
import { packageRoot } from '../src/package-root.js';
import { type MetricName, metricNames, roleAmong } from '../src/results/metrics.js';
import { readResults } from '../src/results/store.js';
import type { BenchOutcome } from './outcome.js';
import { randomFrom, shuffled } from './random.js';
import { metricOf, type Recording, recordingOf } from './recording.js';
import { planned, type ReplayedCase, replay } from './replay.js';

const samples = { idle: 12, loaded: 20 };
const draws = 100;
const seed = 4_711;
const cases = '^(garbage/.*|connection-pool/10)$';

/** A difference found between equal samples. */
interface FalseAlarm {
  readonly caseId: string;
  readonly metric: MetricName;
  readonly verdict: 'regression' | 'improvement';
}

/** Measures a few fast cases idle and under load, then compares draws of those samples. */
export async function compareUnderLoad(): Promise<BenchOutcome> {
  const idle = await measured(samples.idle);
  const loaded = await underLoad(() => measured(samples.loaded));
  const outcomes = [
    { kind: 'idle, then loaded', ...comparedDraws(idle, loaded) },
    { kind: 'loaded, then idle', ...comparedDraws(loaded, idle) },
    { kind: 'loaded, then loaded', ...comparedDraws(loaded, loaded) },
  ];
  const count = (of: readonly FalseAlarm[], wanted: FalseAlarm['verdict']) =>
    of.filter(({ verdict }) => verdict === wanted).length;
  const alarms = outcomes.flatMap((outcome) => outcome.alarms);
  const spreads = spreadsOf(idle, loaded);
  return {
    summary: `${outcomes.length * draws} comparisons under load: ${count(alarms, 'regression')} false regressions, ${count(alarms, 'improvement')} false improvements`,
    figures: { seed, draws, samples, outcomes, spreads },
    markdown: [
      `${samples.idle} idle and ${samples.loaded} loaded processes a case. Load: ${availableParallelism()} busy processes and one that takes and returns 300 MiB.`,
      '',
      '| baseline, then run | comparisons | false regressions | false improvements | with an inconclusive case |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...outcomes.map(
        ({ kind, alarms: of, inconclusive }) =>
          `| ${kind} | ${draws} | ${count(of, 'regression')} | ${count(of, 'improvement')} | ${inconclusive} |`,
      ),
      '',
      '| case | metric | idle: median, sd | loaded: median, sd |',
      '| --- | --- | ---: | ---: |',
      ...spreads.map(
        ({ caseId, metric, idle: one, loaded: other }) =>
          `| ${caseId} | ${metric} | ${spreadWords(one)} | ${spreadWords(other)} |`,
      ),
      '',
    ].join('\n'),
  };
}

async function measured(repeats: number): Promise<Recording> {
  const out = mkdtempSync(join(tmpdir(), 'memory-bench-loaded-'));
  try {
    const program = join(packageRoot, 'bin', 'memory-bench.js');
    const scenarios = join(packageRoot, 'lib', 'bench', 'scenarios', 'garbage.js');
    const given = ['run', '--suite', 'standard', '--scenarios', scenarios, 'builtin', '--filter', cases];
    const more = ['--repeats', `${repeats}`, '--max-repeats', `${repeats}`, '--sites', 'none', '--fail-on', 'none'];
    await ended(spawn(process.execPath, [program, ...given, ...more, '--out', out], { stdio: 'inherit' }));
    return recordingOf('noise --loaded', [await readResults(join(out, 'results.json'), 'results')]);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Runs `work` next to a busy process for every core, and one that takes and returns memory. */
async function underLoad<T>(work: () => Promise<T>): Promise<T> {
  const busy = Array.from({ length: availableParallelism() }, () => 'cpu');
  const script = fileURLToPath(new URL('./load-child.js', import.meta.url));
  const children = [...busy, 'memory'].map((kind) =>
    spawn(process.execPath, [script, kind], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
  );
  try {
    return await work();
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`memory-bench run ended with ${String(code)}`);
}

function comparedDraws(before: Recording, now: Recording) {
  const random = randomFrom(seed);
  const alarms: FalseAlarm[] = [];
  let inconclusive = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const { comparison } = replay(dealt(before, now, random), { budgets: {}, thresholds: {}, failOn: [] });
    alarms.push(...alarmsIn(comparison));
    if (comparison.cases.some(({ verdict }) => verdict === 'inconclusive')) inconclusive += 1;
  }
  return { alarms, inconclusive };
}

/** Draws samples without replacement, even if both sides come from one recording. */
function dealt(before: Recording, now: Recording, random: () => number): ReplayedCase[] {
  return Object.entries(now.cases).map(([id, of]) => {
    const drawn = shuffled(of.samples, random);
    if (before === now) {
      return { id, recording: now, of, baseline: drawn.slice(0, planned), now: drawn.slice(planned) };
    }
    const baseline = shuffled(before.cases[id]?.samples ?? [], random).slice(0, planned);
    return { id, recording: now, of, baseline, now: drawn };
  });
}

function alarmsIn({ cases: judged }: Comparison): FalseAlarm[] {
  return judged.flatMap(({ id, metrics }) =>
    metrics.flatMap(({ metric, role, verdict }): FalseAlarm[] =>
      role === 'primary' && (verdict === 'regression' || verdict === 'improvement')
        ? [{ caseId: id, metric, verdict }]
        : [],
    ),
  );
}

interface SideSpread {
  readonly median: number;
  readonly sd: number;
}

/** Spreads of the judged changes and peak rises. */
function spreadsOf(idle: Recording, loaded: Recording) {
  const wanted = metricNames.filter(
    (metric) => roleAmong(metric, () => true) === 'primary' && metric.endsWith('delta_mb'),
  );
  return Object.keys(idle.cases).flatMap((caseId) =>
    wanted.flatMap((metric) => {
      const [one, other] = [spreadOf(idle, caseId, metric), spreadOf(loaded, caseId, metric)];
      return one === undefined || other === undefined ? [] : [{ caseId, metric, idle: one, loaded: other }];
    }),
  );
}

function spreadOf(recording: Recording, caseId: string, metric: MetricName): SideSpread | undefined {
  const values = (recording.cases[caseId]?.samples ?? []).flatMap(
    (sample) => metricOf(recording, sample, metric) ?? [],
  );
  return values.length < 2 ? undefined : { median: median(values), sd: standardDeviation(values) };
}

function spreadWords({ median: middle, sd }: SideSpread): string {
  return `${middle.toFixed(2)}, ${sd.toFixed(2)}`;
}
