import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { z } from 'zod';
import { redactCut } from '../output/secrets.js';
import { runMark } from './child-environment.js';
import { guardianWords } from './guardian-line.js';
import { endAll } from './process-family.js';
import { processStartTicks } from './process-identity.js';
import { commandLineOf, type ListedProcess, listProcesses, variablesOf } from './process-list.js';

/** A process that a run has left behind. */
export interface LeftProcess {
  readonly pid: number;
  /** See ListedProcess. */
  readonly startTicks: number;
  readonly command: string;
  /**
   * `started`: the run started it and could not end it. `suspected`: it started during the run, in the project's folder
   * or without an environment, but nothing shows that the run started it. It is left alone.
   */
  readonly origin: 'started' | 'suspected';
}

export function leftProcess({ pid, startTicks }: ListedProcess, origin: LeftProcess['origin']): LeftProcess {
  // Redact it here: the post step also prints it, and does not know the keys that this process generated.
  return { pid, startTicks, command: redactCut(commandLineOf(pid)), origin };
}

/**
 * Ends every process that has a folder of the run in its environment, even if it has left the session and its parents
 * are gone. Resolves with those that are alive after two seconds. Linux only; finds none elsewhere.
 */
export function endMarkedBy(runFolder: string): Promise<ListedProcess[]> {
  const [name] = runMark(runFolder);
  const mark = `${name}=${runFolder}`;
  const isMarked = (pid: number) => variablesOf(pid).some((each) => `${each}${sep}`.startsWith(`${mark}${sep}`));
  return endAll(() => listed().filter(({ pid, isZombie }) => pid !== process.pid && !isZombie && isMarked(pid)));
}

/**
 * Daemons that started after this process, in a folder or with a cleared environment. Nothing ties them to the run:
 * they have closed its streams and left its session. Another program of the user can look the same.
 */
export function suspectedDaemons(workingDirectory: string): ListedProcess[] {
  const since = processStartTicks(process.pid);
  const all = listed();
  const own = all.find(({ pid }) => pid === process.pid);
  if (since === undefined || own === undefined) return [];
  return all
    .filter(({ startTicks, isZombie, sessionId }) => startTicks >= since && !isZombie && sessionId !== own.sessionId)
    .filter(({ parentPid }) => parentPid === 1 || nameOf(parentPid) === 'systemd')
    .filter(({ pid }) => isOfThisUser(pid) && !hasTerminal(pid))
    .filter(({ pid }) => worksIn(workingDirectory, pid) || hasClearedEnvironment(pid));
}

const recordedLine = z.strictObject({
  pid: z.int().positive(),
  startTicks: z.int().nonnegative(),
  command: z.string().max(1_000),
  origin: z.enum(['started', 'suspected']),
});
const verb = 'left';

/** The words of a ledger's line for a process that was left behind. */
export function wordsOf(left: LeftProcess): readonly [string, string] {
  return [verb, JSON.stringify(left)];
}

/** The left-behind processes in a ledger that are still alive, after killing those that the run started. */
export async function lookAgain(ledger: string): Promise<LeftProcess[]> {
  const lines = await readFile(ledger, 'utf8').catch(() => '');
  const recorded = lines.split('\n').flatMap((line) => recordedIn(line) ?? []);
  const isRecorded = ({ pid, startTicks }: ListedProcess, origin: LeftProcess['origin']) =>
    recorded.some((left) => left.pid === pid && left.startTicks === startTicks && left.origin === origin);
  const alive = (origin: LeftProcess['origin']) =>
    listed().filter((found) => !found.isZombie && isRecorded(found, origin));
  const started = await endAll(() => alive('started'));
  return [
    ...started.map((found) => leftProcess(found, 'started')),
    ...alive('suspected').map((found) => leftProcess(found, 'suspected')),
  ];
}

function recordedIn(line: string): LeftProcess | undefined {
  const [word, left = ''] = guardianWords(line);
  if (word !== verb) return undefined;
  try {
    return recordedLine.parse(JSON.parse(left));
  } catch {
    return undefined;
  }
}

/** Message for the user about one process. */
export function describeLeft({ pid, command, origin }: LeftProcess): string {
  const what = `process ${pid}${command === '' ? '' : ` (${command})`}`;
  return origin === 'started'
    ? `${what} was started by this run and could not be ended; it may run as another user`
    : `${what} may be a daemon that this run left behind; it was not ended, because nothing shows that it is of this run`;
}

function listed(): ListedProcess[] {
  try {
    return listProcesses();
  } catch {
    return [];
  }
}

function nameOf(pid: number): string {
  return contentOf(pid, 'comm').trim();
}

/** Field 7 of proc(5) is the terminal; 0 for none. */
function hasTerminal(pid: number): boolean {
  const stat = contentOf(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[4] !== '0';
}

function contentOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function isOfThisUser(pid: number): boolean {
  try {
    return statSync(`/proc/${pid}`).uid === process.getuid?.();
  } catch {
    return false;
  }
}

/** Daemons change to `/`. Logins and cron set HOME, and systemd INVOCATION_ID. */
function hasClearedEnvironment(pid: number): boolean {
  const variables = variablesOf(pid);
  return variables.length > 0 && !variables.some((each) => /^(?:HOME|INVOCATION_ID)=/.test(each));
}

function worksIn(folder: string, pid: number): boolean {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}${sep}`.startsWith(`${folder}${sep}`);
  } catch {
    return false;
  }
}
