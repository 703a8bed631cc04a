import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { describeEnding, ending, endingDrained, LogTail, stopChild } from '../../src/services/child.js';
import { startSleeper } from '../processes.js';

const node = (source: string, ...stdio: ('ignore' | 'pipe' | 'ipc')[]) =>
  spawn(process.execPath, ['--eval', source], { stdio: ['ignore', 'pipe', 'pipe', ...stdio] });

describe('ending', () => {
  it('has the status of a process that exits', async () => {
    expect(await ending(node('process.exit(4)'))).toEqual({ code: 4 });
  });

  it('has the signal of a process that is killed', async () => {
    expect(await ending(node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)'))).toEqual({
      signal: 'SIGTERM',
    });
  });

  it('rejects where the program cannot be started', async () => {
    await expect(ending(spawn('/no/such/program'))).rejects.toThrow('ENOENT');
  });
});

describe('endingDrained', () => {
  it('comes after everything the process wrote', async () => {
    const child = node('process.stdout.write("x".repeat(200_000) + "end")');
    const log = new LogTail().follow(child);
    await endingDrained(child);
    expect(log.text).toMatch(/xend$/);
  });

  it('comes after everything the process sent', async () => {
    const child = node('for (let i = 1; i <= 500; i++) process.send(i, () => i < 500 || process.exit())', 'ipc');
    const messages: unknown[] = [];
    child.on('message', (message) => messages.push(message));
    await endingDrained(child);
    expect(messages).toHaveLength(500);
  });

  it('does not wait for a grandchild that keeps the pipes open', async () => {
    const child = node(`
      const { spawn } = require('node:child_process');
      const grandchild = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true });
      grandchild.unref();
      process.stdout.write(String(grandchild.pid), () => process.exit(0));
    `);
    const log = new LogTail().follow(child);
    expect(await endingDrained(child)).toEqual({ code: 0 });
    // They would keep this process from ending.
    expect([child.stdout?.destroyed, child.stderr?.destroyed]).toEqual([true, true]);
    // It is still there and still holds the pipes.
    process.kill(Number(log.text), 'SIGKILL');
  });
});

describe('stopChild', () => {
  it('ends a process with SIGTERM', async () => {
    const { child } = await startSleeper();
    const ended = ending(child);
    await stopChild(child, ended, 20_000);
    expect(await ended).toEqual({ signal: 'SIGTERM' });
  });

  it('ends a process that does not heed SIGTERM with SIGKILL', async () => {
    const { child } = await startSleeper('process.on("SIGTERM", () => {})');
    const ended = ending(child);
    await stopChild(child, ended, 100);
    expect(await ended).toEqual({ signal: 'SIGKILL' });
  });

  it('gives a process its time to end by itself', async () => {
    const { child } = await startSleeper('process.on("SIGTERM", () => setTimeout(() => process.exit(0), 100))');
    const ended = ending(child);
    await stopChild(child, ended, 20_000);
    expect(await ended).toEqual({ code: 0 });
  });

  it('is content with a process that has ended', async () => {
    const { child } = await startSleeper();
    const ended = ending(child);
    await stopChild(child, ended, 20_000);
    await stopChild(child, ended, 20_000);
    expect(child.killed).toBe(true);
  });
});

describe('LogTail', () => {
  it('keeps the last characters only', () => {
    const log = new LogTail(5);
    log.add('abcd');
    log.add('efgh');
    expect(log.text).toBe('defgh');
  });

  it('has what went to standard output and to standard error', async () => {
    const child = node('console.log("out"); console.error("err")');
    const log = new LogTail().follow(child);
    await endingDrained(child);
    expect(log.text.split('\n').sort()).toEqual(['err', 'out']);
  });
});

describe('describeEnding', () => {
  it('names the status or the signal', () => {
    expect([describeEnding({ code: 3 }), describeEnding({ signal: 'SIGKILL' })]).toEqual(['code 3', 'signal SIGKILL']);
  });
});
