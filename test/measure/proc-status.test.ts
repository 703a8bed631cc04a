import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ProcStatus } from '../../src/measure/worker/proc-status.js';
import { ending } from '../../src/services/child.js';
import { processEntry, startSleeper, waitUntil } from '../processes.js';

const mebibyte = 1024 ** 2;
const own = new ProcStatus('self');
afterAll(() => own.close());

/** A field of /proc/<pid>/status in bytes, read another way. */
function field(pid: number | 'self', name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1024;
}

describe('the memory of a process', () => {
  it('is what /proc says of another process', async () => {
    const { entry } = await startSleeper();
    const status = new ProcStatus(entry.pid);
    const { rssBytes, anonBytes, peakRssBytes } = status.read();
    status.close();
    // It sleeps, but V8's helper threads may still move a few pages.
    expect(Math.abs(rssBytes - field(entry.pid, 'VmRSS'))).toBeLessThan(2 * mebibyte);
    expect(Math.abs(anonBytes - field(entry.pid, 'RssAnon'))).toBeLessThan(2 * mebibyte);
    expect(peakRssBytes).toBeGreaterThanOrEqual(rssBytes);
    expect(anonBytes).toBeLessThan(rssBytes);
  });

  it('grows by what is allocated, in the resident set and in anonymous memory', () => {
    const before = own.read();
    const held = Buffer.alloc(64 * mebibyte, 1);
    const after = own.read();
    expect(held.at(-1)).toBe(1);
    for (const name of ['rssBytes', 'anonBytes'] as const) {
      expect(after[name] - before[name]).toBeGreaterThan(62 * mebibyte);
      expect(after[name] - before[name]).toBeLessThan(72 * mebibyte);
    }
  });
});

describe('the high-water mark', () => {
  it('falls to the resident set when it is reset, and rises again', async () => {
    const { child, entry } = await startSleeper(`
      const { setFlagsFromString } = require('node:v8');
      const { runInNewContext } = require('node:vm');
      let held = Buffer.alloc(64 * 1024 ** 2, 1);
      held = undefined;
      setFlagsFromString('--expose-gc');
      runInNewContext('gc')();
      process.on('SIGUSR2', () => { held = Buffer.alloc(32 * 1024 ** 2, 1); process.stdout.write('held'); });
    `);
    const status = new ProcStatus(entry.pid);
    // V8 gives a buffer's memory back in a thread of its own, maybe after gc() has returned.
    await waitUntil('the buffer has been given back', () => {
      const { peakRssBytes, rssBytes } = status.read();
      return peakRssBytes > rssBytes + 48 * mebibyte;
    });
    const before = status.read();
    status.resetPeak();
    const reset = status.read();
    // Pages that come or go around the reset are in the one resident set or in the other.
    expect(reset.peakRssBytes).toBeLessThan(Math.max(before.rssBytes, reset.rssBytes) + 2 * mebibyte);
    expect(reset.peakRssBytes).toBeLessThan(before.peakRssBytes - 40 * mebibyte);
    const held = new Promise((resolve) => child.stdout?.once('data', resolve));
    process.kill(entry.pid, 'SIGUSR2');
    await held;
    expect(status.read().peakRssBytes).toBeGreaterThan(reset.peakRssBytes + 30 * mebibyte);
    status.close();
  });
});

describe('a process that is not there', () => {
  it('cannot be opened', () => {
    expect(existsSync('/proc/4194304')).toBe(false);
    expect(() => new ProcStatus(4_194_304)).toThrow('ENOENT');
  });

  it('cannot be read once it has ended', async () => {
    const { child, entry } = await startSleeper();
    const status = new ProcStatus(entry.pid);
    const ended = ending(child);
    child.kill('SIGKILL');
    await ended;
    expect(processEntry(entry.pid)).toBeUndefined();
    expect(() => status.read()).toThrow();
    status.close();
  });
});
