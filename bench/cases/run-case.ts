import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../src/errors.js';
import { packageRoot } from '../../src/package-root.js';
import { type Observation, observationOf } from './observation.js';
import { type HardCase, nameOf } from './table.js';

/** How the cases are run, in addition to the defaults of `memory-bench run`. */
export interface RunFlags {
  /** Gives every case an unreachable growth limit. Without one, older versions do not look for leaks. */
  readonly growth: boolean;
  /** More flags of `memory-bench run`. */
  readonly flags: readonly string[];
}

const scenarios = join(packageRoot, 'bench', 'cases', 'scenarios');
/** Large, because a comparison contains the heaviest sites. */
const mostOutput = 64 * 1024 * 1024;

/** Groups cases that are measured one after the other: a single one, or the good variant and then the bad one. */
export function unitsOf(cases: readonly HardCase[]): HardCase[][] {
  const byId = new Map<string, HardCase[]>();
  for (const each of cases) {
    const key = `${each.file} ${each.id}`;
    byId.set(key, [...(byId.get(key) ?? []), each]);
  }
  return [...byId.values()].map((unit) => [...unit].sort((a) => (a.variant === 'good' ? -1 : 1)));
}

/** Runs a unit through the command line and returns its reports by case name. */
export async function runUnit(unit: readonly HardCase[], options: RunFlags): Promise<Map<string, Observation>> {
  const folder = mkdtempSync(join(tmpdir(), 'memory-bench-cases-'));
  const observed = new Map<string, Observation>();
  try {
    for (const each of unit) observed.set(nameOf(each), await runCase(each, folder, options));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return observed;
}

async function runCase(hardCase: HardCase, folder: string, { growth, flags }: RunFlags): Promise<Observation> {
  const { file, id, variant, truth } = hardCase;
  const given = [
    ...['run', '--json', '--scenarios', join(scenarios, file), '--filter', `^${escaped(id)}$`],
    ...['--out', join(folder, variant ?? 'out')],
    ...(variant === undefined ? [] : ['--env', `VARIANT=${variant}`, '--baseline', join(folder, 'baselines')]),
    ...(variant === 'good' ? ['--update-baseline'] : []),
    ...(growth ? ['--env', 'GROWTH=yes'] : []),
    ...flags,
  ];
  const startedAt = performance.now();
  const { stdout, stderr } = await memoryBench(given, folder);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  try {
    return observationOf(stdout, id, Object.keys(truth.metrics ?? {}), seconds);
  } catch (error) {
    const message = `no report: ${messageOf(error)}\n${stderr.slice(-2000)}`;
    return { verdict: 'none', comparison: 'failed', metrics: {}, errors: [message], seconds };
  }
}

/** Runs the command line to its end. A run that fails because of its findings is not an error here. */
function memoryBench(given: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }> {
  const program = join(packageRoot, 'bin', 'memory-bench.js');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: tmpdir() };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...given], { cwd, env, maxBuffer: mostOutput }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}

function escaped(id: string): string {
  return id.replaceAll(/[.\\+*?()[\]{}|^$]/g, '\\$&');
}
