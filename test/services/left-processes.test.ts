import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepSecret } from '../../src/output/secrets.js';
import { runMark } from '../../src/services/child-environment.js';
import { Guardian } from '../../src/services/guardian.js';
import { guardianLine } from '../../src/services/guardian-line.js';
import {
  describeLeft,
  endMarkedBy,
  type LeftProcess,
  leftProcess,
  lookAgain,
  suspectedDaemons,
  wordsOf,
} from '../../src/services/left-processes.js';
import { listProcesses } from '../../src/services/process-list.js';
import { isAlive, type ProcessEntry, processEntry, startSleeper, temporaryFolder, waitUntil } from '../processes.js';

/** A shell that starts a daemon and ends; resolves with the daemon, which writes its pid into a file. */
async function startDaemon(
  cwd: string,
  prefix: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessEntry> {
  const pidFile = join(temporaryFolder(), 'pid');
  // First: the daemon may be faster.
  writeFileSync(pidFile, '');
  const script = `${prefix} sh -c 'echo $$ > ${pidFile}; exec sleep 9000' </dev/null >/dev/null 2>&1 &`;
  spawn('sh', ['-c', script], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' });
  await waitUntil('the daemon runs', () => processEntry(Number(readFileSync(pidFile, 'utf8')))?.name === 'sleep');
  const entry = processEntry(Number(readFileSync(pidFile, 'utf8')));
  if (entry === undefined) throw new Error('the daemon has ended');
  onTestFinished(() => {
    if (isAlive(entry)) process.kill(entry.pid, 'SIGKILL');
  });
  return entry;
}

const isSuspected = (daemon: ProcessEntry, folder: string) =>
  suspectedDaemons(folder).some(({ pid }) => pid === daemon.pid);
const asListed = ({ pid }: ProcessEntry) => listProcesses().filter((listed) => listed.pid === pid);
const lineOf = (left: LeftProcess) => guardianLine(wordsOf(left)).trim();
const recorded = ({ pid, startTicks }: ProcessEntry, origin: LeftProcess['origin']): LeftProcess => ({
  pid,
  startTicks,
  command: 'sleep 9000',
  origin,
});

describe('a daemon', () => {
  it.each(['run', 'a run with ümlauts'])(
    'that has the folder of a run in its environment is ended: %s',
    async (name) => {
      const folder = mkdtempSync(join(temporaryFolder(), name));
      const [variable, value] = runMark(join(folder, 'sample-1'));
      const daemon = await startDaemon('/', 'setsid', { [variable]: value });
      expect(await endMarkedBy(folder)).toEqual([]);
      expect(isAlive(daemon)).toBe(false);
    },
  );

  it('of another run is left alone, though the names of the folders begin alike', async () => {
    const folder = temporaryFolder();
    const [variable, value] = runMark(`${folder}-2`);
    const daemon = await startDaemon('/', 'setsid', { [variable]: value });
    await endMarkedBy(folder);
    expect(isAlive(daemon)).toBe(true);
  });

  it('that nothing ties to the run is suspected by its folder, and not ended', async () => {
    const folder = temporaryFolder();
    const daemon = await startDaemon(folder, 'env -i HOME=/ setsid');
    await waitUntil('it is suspected', () => isSuspected(daemon, folder));
    expect(isSuspected(daemon, `${folder}-elsewhere`)).toBe(false);
    expect(isAlive(daemon)).toBe(true);
  });

  it.each(['env -i setsid', 'env -i PATH=/usr/bin:/bin setsid'])(
    'that has changed to / is suspected by its missing environment, and not ended: %s',
    async (prefix) => {
      const daemon = await startDaemon('/', prefix);
      await waitUntil('it is suspected', () => isSuspected(daemon, temporaryFolder()));
      expect(isAlive(daemon)).toBe(true);
    },
  );
});

describe('a process that has a parent', () => {
  it('is not suspected', async () => {
    const { entry } = await startSleeper();
    expect(suspectedDaemons(process.cwd()).map(({ pid }) => pid)).not.toContain(entry.pid);
  });
});

describe('a ledger that names what was left', () => {
  const ledgerWith = (...lines: string[]) => {
    const path = join(temporaryFolder(), 'ledger');
    writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
    return path;
  };

  it('has what the run started ended when it is looked at again', async () => {
    const { entry } = await startSleeper();
    const ledger = ledgerWith(`watch\t${entry.pid}`, lineOf(recorded(entry, 'started')));
    expect(await lookAgain(ledger)).toEqual([]);
    expect(isAlive(entry)).toBe(false);
  });

  it('has what is suspected named, and not ended', async () => {
    const { entry } = await startSleeper();
    expect(await lookAgain(ledgerWith(lineOf(recorded(entry, 'suspected'))))).toMatchObject([
      { pid: entry.pid, origin: 'suspected' },
    ]);
    expect(isAlive(entry)).toBe(true);
  });

  it('has no secret of its command line, also where that is cut', async () => {
    const secret = 'ghs_left0123456789abcdef';
    keepSecret(secret);
    const child = spawn('sh', ['-c', 'read line', secret, 'x'.repeat(200 - 40 - secret.length), secret], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    onTestFinished(() => void child.kill());
    const entry = processEntry(child.pid ?? 0);
    if (entry === undefined) throw new Error('it has not started');
    const { command } = leftProcess(
      { ...entry, parentPid: 0, sessionId: 0, stackStart: '0', isZombie: false },
      'started',
    );
    expect(command).toMatch(/^sh -c read line \*\*\* x+/);
    expect(command).not.toContain('ghs_l');
  });

  it('says nothing of a process that was given the pid later', async () => {
    const { entry } = await startSleeper();
    const earlier = { ...recorded(entry, 'started'), startTicks: entry.startTicks - 1 };
    expect(await lookAgain(ledgerWith(lineOf(earlier)))).toEqual([]);
    expect(isAlive(entry)).toBe(true);
  });

  it('may have lines that are none', async () => {
    const { entry } = await startSleeper();
    const line = JSON.stringify({ ...recorded(entry, 'started'), pid: 'all' });
    expect(await lookAgain(ledgerWith('left', 'left\t{', guardianLine(['left', line]), '%', '\0'))).toEqual([]);
  });

  it('may be missing', async () => {
    expect(await lookAgain(join(temporaryFolder(), 'none'))).toEqual([]);
  });

  it('is written by a guardian, which collects them for the end of the run', async () => {
    const { entry } = await startSleeper();
    const ledger = ledgerWith();
    const guardian = new Guardian({ ledger });
    guardian.leaveBehind(asListed(entry), 'suspected');
    guardian.close();
    expect(guardian.left).toMatchObject([{ pid: entry.pid, origin: 'suspected' }]);
    appendFileSync(ledger, '\n');
    expect(await lookAgain(ledger)).toHaveLength(1);
  });
});

describe('the message for a process that was left', () => {
  it('names it, and whether the run started it', () => {
    const left = { pid: 7, startTicks: 1, command: 'sleep 9000' };
    expect(describeLeft({ ...left, origin: 'started' })).toMatch(/^process 7 \(sleep 9000\) was started by this run/);
    expect(describeLeft({ ...left, origin: 'suspected' })).toMatch(/^process 7 \(sleep 9000\) may be a daemon/);
  });
});
