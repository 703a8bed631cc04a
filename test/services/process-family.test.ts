import { type StdioOptions, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endingDrained } from '../../src/services/child.js';
import { ProcessFamily } from '../../src/services/process-family.js';
import { isAlive, type ProcessEntry, processEntry, startSleeper, waitUntil } from '../processes.js';

/** A shell that runs a script in a session of its own, and ends. */
class Shell {
  readonly family: ProcessFamily;
  readonly ended: Promise<unknown>;

  constructor(script: string, stdio: StdioOptions = ['ignore', 'pipe', 'pipe']) {
    const mark = randomUUID();
    const child = spawn('sh', ['-c', script], { stdio, detached: true, env: { ...process.env, FAMILY_MARK: mark } });
    this.family = new ProcessFamily(child.pid ?? 0, `FAMILY_MARK=${mark}`);
    this.ended = endingDrained(child);
    // Also where a test fails before it ends them.
    onTestFinished(async () => void (await this.family.end()));
  }
}

/** A process by its command line, which has to come up. */
async function sleeping(seconds: string): Promise<ProcessEntry> {
  const find = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .find((pid) => commandLine(pid) === `sleep\0${seconds}\0`);
  await waitUntil(`sleep ${seconds} runs`, () => find() !== undefined);
  const entry = processEntry(Number(find()));
  if (entry === undefined) throw new Error(`sleep ${seconds} has ended`);
  return entry;
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const silently = '</dev/null >/dev/null 2>&1';

describe('what a process has started', () => {
  it.each([
    ['in its session', `sleep 8001 ${silently} &`, '8001'],
    ['in a session of its own, by the mark', `setsid sleep 8002 ${silently} &`, '8002'],
    ['without environment, by the streams it holds', 'env -i setsid sleep 8003 & sleep 0.2', '8003'],
  ])('%s is ended after it has ended', async (_, script, seconds) => {
    const shell = new Shell(script);
    const sleeper = await sleeping(seconds);
    await shell.ended;
    expect(isAlive(sleeper)).toBe(true);
    expect(await shell.family.end()).toEqual([]);
    expect(isAlive(sleeper)).toBe(false);
  });

  it('without environment or streams is ended where it was noted while its parent lived', async () => {
    const shell = new Shell(`env -i setsid sleep 8004 ${silently} & read wait`, ['pipe', 'pipe', 'pipe']);
    const sleeper = await sleeping('8004');
    shell.family.note();
    await shell.family.end();
    expect(isAlive(sleeper)).toBe(false);
  });

  it('ends alone: what others have started stays', async () => {
    const { entry } = await startSleeper();
    const shell = new Shell(`sleep 8005 ${silently} &`);
    await sleeping('8005');
    await shell.ended;
    await shell.family.end();
    expect(isAlive(entry)).toBe(true);
  });
});

describe('a process that could not be started', () => {
  it('has no family', async () => {
    expect(await new ProcessFamily(2 ** 22 + 1, 'NONE=1').end()).toEqual([]);
  });
});
