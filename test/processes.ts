// Helpers of the tests that start real processes: the command line, its children, folders that go away again.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { CaseComparison, Comparison } from '../src/compare/verdict.js';
import type { MetricName } from '../src/results/metrics.js';
import type { CaseResult, MeasuredSample, Results, SampleError } from '../src/results/schema.js';
import { readResults } from '../src/results/store.js';
import { ending } from '../src/services/child.js';
import { Guardian } from '../src/services/guardian.js';
import { locateEmbeddedQdrant } from '../src/services/qdrant/binary.js';
import { type QdrantServer, startQdrant } from '../src/services/qdrant/server.js';

export const repositoryRoot = fileURLToPath(new URL('../', import.meta.url));

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  // What was started last may live in a folder that was made first.
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

/** An empty folder that is gone when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'memory-bench-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A scenario file or folder under test/fixtures/scenarios. */
export function fixture(name: string): string {
  return join(repositoryRoot, 'test', 'fixtures', 'scenarios', name);
}

/** How a command line ended. */
export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** Working directory; a new temporary folder where it does not matter. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program; another one to run a copy of the package. */
  readonly program?: string;
  /** With standard output on a terminal, as script(1) makes one. */
  readonly terminal?: boolean;
}

function commandOf(program: string, given: readonly string[], terminal: boolean): [string, ...string[]] {
  if (!terminal) return [process.execPath, program, ...given];
  const quoted = [process.execPath, program, ...given].map((part) => `'${part.replaceAll("'", "'\\''")}'`);
  return ['script', '--quiet', '--return', '--command', quoted.join(' '), '/dev/null'];
}

/** A command line that runs, in a process group of its own, as a shell would have it. */
export class Command {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  #stdout = '';
  #stderr = '';

  constructor(given: readonly string[], options: CommandOptions = {}) {
    const program = options.program ?? join(repositoryRoot, 'bin', 'memory-bench.js');
    const [file, ...argv] = commandOf(program, given, options.terminal === true);
    this.#child = spawn(file, argv, {
      cwd: options.cwd ?? temporaryFolder(),
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TMPDIR: tmpdir(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    if (this.#child.pid === undefined) throw new Error('the command line could not be started');
    this.pid = this.#child.pid;
    cleanups.push(() => this.#child.kill('SIGKILL'));
    this.#child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#stdout += chunk;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#stderr += chunk;
    });
    this.#closed = new Promise((resolve) => this.#child.once('close', () => resolve()));
  }

  get stderr(): string {
    return this.#stderr;
  }

  async end(): Promise<CommandResult> {
    await this.#closed;
    const { exitCode: code, signalCode: signal } = this.#child;
    return { code, signal, stdout: this.#stdout, stderr: this.#stderr };
  }

  /** To the command line's own process only. */
  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** To its process group, as a terminal does on Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void {
    process.kill(-this.pid, signal);
  }

  /** Waits until it has so many child processes. */
  async waitForChildren(count: number): Promise<void> {
    await waitUntil(`it has ${count} child processes`, () => childrenOf(this.pid).length === count);
  }

  /** Its end, or an error where that does not come. The process is killed then. */
  async endWithin(ms: number): Promise<CommandResult> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), ms);
    const result = await this.end();
    clearTimeout(timer);
    if (result.signal === 'SIGKILL') throw new Error(`it did not end within ${ms / 1000} s`);
    return result;
  }

  /** Waits until progress shows a text; on a terminal, standard output has it too. */
  async waitForProgress(text: string): Promise<void> {
    await waitUntil(`progress says ${text}`, () => {
      const told = this.#stderr + this.#stdout;
      if (this.#child.exitCode !== null) throw new Error(`it ended before it said ${text}:\n${told}`);
      return told.includes(text);
    });
  }
}

/** Runs the command line to its end. */
export function memoryBench(given: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return new Command(given, options).end();
}

/** A finished run and what it left in its `out` folder. */
export interface FinishedRun extends CommandResult {
  readonly out: string;
  readonly results: Results;
}

/** Runs the smoke suite of some fixtures, one sample a case unless told otherwise. */
export async function runFixtures(
  scenarios: string,
  flags: readonly string[] = [],
  options: CommandOptions & { readonly out?: string } = {},
): Promise<FinishedRun> {
  const out = options.out ?? temporaryFolder();
  const repeats = flags.includes('--repeats') ? [] : ['--repeats', '1'];
  const suite = flags.includes('--suite') ? [] : ['--suite', 'smoke'];
  const given = ['run', '--scenarios', scenarios, ...suite, ...repeats, '--out', out, ...flags];
  const result = await memoryBench(given, options);
  const results = await readResults(join(out, 'results.json'), 'results').catch((cause) => {
    throw new Error(`the run ended with ${result.code} and no results:\n${result.stderr}${result.stdout}`, { cause });
  });
  return { ...result, out, results };
}

/** The result of a case, which has to be there. */
export function caseOf({ results }: { readonly results: Results }, id: string): CaseResult {
  const found = results.cases.find((result) => result.id === id);
  if (found === undefined)
    throw new Error(`no case ${id} among ${results.cases.map((result) => result.id).join(', ')}`);
  return found;
}

/** The measured samples of a case, the memory pass first. */
export function samplesOf(run: { readonly results: Results }, id: string): MeasuredSample[] {
  return caseOf(run, id).samples.flatMap((sample) => (sample.status === 'measured' ? [sample] : []));
}

/** The measured samples of a case that are judged; those that follow up a suspected leak, or explain a case, are left out. */
export function judgedSamplesOf(run: { readonly results: Results }, id: string): MeasuredSample[] {
  return samplesOf(run, id).filter(({ pass }) => pass === 'memory');
}

/** A metric of the first sample that has it. */
export function metricOf(run: { readonly results: Results }, id: string, metric: MetricName): number {
  const values = samplesOf(run, id).flatMap(({ metrics }) => metrics[metric] ?? []);
  const [value] = values;
  if (value === undefined) throw new Error(`${id} has no ${metric}: ${JSON.stringify(caseOf(run, id).samples)}`);
  return value;
}

/** The error of a case's failed sample, which there has to be. */
export function errorOf(run: { readonly results: Results }, id: string): SampleError {
  const failed = caseOf(run, id).samples.find((sample) => sample.status === 'failed');
  if (failed === undefined) throw new Error(`no sample of ${id} failed`);
  return failed.error;
}

/** A case of a comparison, which has to be there. */
export function judgedCase({ cases }: Comparison, id: string): CaseComparison {
  const found = cases.find((judged) => judged.id === id);
  if (found === undefined) throw new Error(`no case ${id} among ${cases.map((judged) => judged.id).join(', ')}`);
  return found;
}

/** Waits for something that has to come about; the deadline is generous, because the machine may be busy. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`after ${withinMs / 1000} s it still does not hold that ${what}`);
    await delay(20);
  }
}

/** A process as /proc shows it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Its program's name, 15 characters at most. */
  readonly name: string;
  /** With the pid it names a process for good. */
  readonly startTicks: number;
}

/** The direct children of a process. */
export function childrenOf(parent: number): ProcessEntry[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => processEntry(Number(pid)) ?? []).filter((entry) => entry.parent === parent);
}

/** Undefined for a process that has ended, or is a zombie that its parent has not yet reaped. */
export function processEntry(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return { pid, parent: Number(fields[1]), name, startTicks: Number(fields[19]) };
  } catch {
    return undefined;
  }
}

export function isAlive({ pid, startTicks }: ProcessEntry): boolean {
  return processEntry(pid)?.startTicks === startTicks;
}

/** Waits until none of the processes is left. */
export async function waitUntilGone(processes: readonly ProcessEntry[], withinMs?: number): Promise<void> {
  const names = processes.map(({ name, pid }) => `${name} (${pid})`).join(', ');
  await waitUntil(`all of ${names} have ended`, () => !processes.some(isAlive), withinMs);
}

/** TCP connections of this process to a port of this machine, from /proc. */
export function openConnectionsTo(port: number): number {
  const sockets = new Set(
    readdirSync('/proc/self/fd').flatMap((descriptor) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${descriptor}`))?.[1] ?? [];
      } catch {
        return []; // The descriptor of the listing itself is closed by now.
      }
    }),
  );
  const remote = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => readFileSync(table, 'utf8').split('\n').slice(1));
  // proc(5): columns 1 and 2 are the local and the remote address, column 9 is the inode.
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((columns) => columns[2]?.endsWith(remote) && sockets.has(columns[9] ?? '')).length;
}

/** An embedded Qdrant server of the test's own, gone when the test file is done. */
export async function startOwnQdrant(folder = temporaryFolder()): Promise<QdrantServer> {
  const guardian = new Guardian();
  cleanups.push(() => guardian.close());
  const server = await startQdrant({ binary: await locateEmbeddedQdrant(repositoryRoot), folder, env: {}, guardian });
  cleanups.push(() => server.stop());
  return server;
}

/** A Node program that runs until it is killed; it is waited for until it is up. */
export async function startSleeper(source = ''): Promise<{ child: ChildProcess; entry: ProcessEntry }> {
  const program = `${source}; process.stdout.write('up'); setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const entry = processEntry(child.pid ?? 0);
  if (entry === undefined) throw new Error('the sleeping process ended at once');
  cleanups.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = ending(child);
    child.kill('SIGKILL');
    await ended;
  });
  return { child, entry };
}
