import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TreeMeter } from '../../../src/measure/command/tree-meter.js';
import { processStartTicks } from '../../../src/services/process-identity.js';
import { waitUntil } from '../../processes.js';
import { needs } from '../../requires/needs.js';

const mebibyte = 1024 ** 2;
const never = new AbortController().signal;

function started(script: string): { child: ChildProcess; pid: number } {
  const child = spawn('python3', ['-u', '-c', script], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const { pid } = child;
  if (pid === undefined) throw new Error('python3 could not be started');
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, pid };
}

function metered(pid: number): TreeMeter {
  const meter = new TreeMeter(pid, `mark-of-${pid}`, () => {});
  onTestFinished(() => meter.close());
  return meter;
}

async function says(child: ChildProcess, text: string): Promise<void> {
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes(text)) resolve();
    });
  });
}

const tell = (child: ChildProcess) => child.stdin?.write('\n');

describe('the memory of a tree', needs('python3'), () => {
  it('counts what its children have as well', async () => {
    const { child, pid } = started(`
import os, sys, time
if os.fork() == 0:
    held = bytearray(os.urandom(1024)) * (64 * 1024)
    print('held')
    time.sleep(100)
time.sleep(100)`);
    const meter = metered(pid);
    await says(child, 'held');
    const { bytes, processes } = await meter.settle('here', never);
    expect(processes).toBe(2);
    expect(bytes).toBeGreaterThan(64 * mebibyte);
    expect(bytes).toBeLessThan(64 * mebibyte + 30 * mebibyte);
    expect(meter.mapped?.pssBytes).toBe(bytes);
    expect(meter.mapped?.anonBytes).toBeGreaterThan(64 * mebibyte);
  });

  it('counts a page that parent and child share once', async () => {
    const { child, pid } = started(`
import os, time
held = bytearray(os.urandom(1024)) * (64 * 1024)
for _ in range(3):
    if os.fork() == 0:
        time.sleep(100)
print('forked')
time.sleep(100)`);
    const meter = metered(pid);
    await says(child, 'forked');
    const { bytes, processes } = await meter.settle('here', never);
    expect(processes).toBe(4);
    expect(bytes).toBeLessThan(2 * 64 * mebibyte);
    expect(meter.peakBytes).toBeLessThan(2 * 64 * mebibyte);
  });

  it('has a peak that is the kernel’s, however short the spike', async () => {
    const { child, pid } = started(`
import sys
sys.stdin.readline()
len(b'x' * (128 * 1024 * 1024))
print('done')
sys.stdin.readline()`);
    const meter = metered(pid);
    await delay(300);
    await meter.settle('here', never);
    meter.resetPeak();
    const before = meter.peakBytes;
    tell(child);
    await says(child, 'done');
    meter.read();
    expect(meter.peakBytes - before).toBeGreaterThan(127 * mebibyte);
    expect(meter.peakBytes - before).toBeLessThan(140 * mebibyte);
  });

  it('has an anonymous peak without the file that was mapped and stays', async () => {
    const { child, pid } = started(`
import mmap, sys, tempfile
file = tempfile.TemporaryFile(dir='.')
file.write(b'x' * (64 * 1024 * 1024))
file.flush()
sys.stdin.readline()
mapped = mmap.mmap(file.fileno(), 0, mmap.MAP_PRIVATE, mmap.PROT_READ)
mapped.find(b'y')
print('mapped')
sys.stdin.readline()
len(b'x' * (32 * 1024 * 1024))
print('done')
sys.stdin.readline()`);
    const meter = metered(pid);
    await delay(300);
    const { anonBytes } = await meter.settle('here', never);
    meter.resetPeak();
    tell(child);
    await says(child, 'mapped');
    await meter.settle('mapped', never);
    expect(meter.peakAnonBytes - anonBytes).toBeLessThan(16 * mebibyte);
    tell(child);
    await says(child, 'done');
    meter.read();
    expect(meter.peakAnonBytes - anonBytes).toBeGreaterThan(31 * mebibyte);
    expect(meter.peakAnonBytes - anonBytes).toBeLessThan(48 * mebibyte);
  });

  it('has a peak that begins anew', async () => {
    const { child, pid } = started(`
import sys
spike = bytearray(128 * 1024 * 1024)
spike[::4096] = b'x' * len(spike[::4096])
del spike
print('done')
sys.stdin.readline()`);
    const meter = metered(pid);
    await says(child, 'done');
    meter.read();
    expect(meter.peakBytes).toBeGreaterThan(128 * mebibyte);
    meter.resetPeak();
    meter.read();
    expect(meter.peakBytes).toBeLessThan(64 * mebibyte);
  });
});

describe('the peak of a program that lives for less than a second', needs('python3'), () => {
  // Its growth in the very last milliseconds of its life is not seen: docs/method.md.
  const spike = 'import time; held = b"x" * (100 * 1024 * 1024); time.sleep(0.1)';
  const busy = 'for (;;) {}';

  /** Peaks in MiB of as many runs, the program being started as it is by a command. */
  async function peaks(words: readonly string[], runs: number): Promise<number[]> {
    const found: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const child = spawn(words[0] ?? '', words.slice(1), { detached: true, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const meter = metered(child.pid ?? 0);
      await ended;
      found.push(meter.peakBytes / mebibyte);
      meter.close();
    }
    return found;
  }

  function loaded(): void {
    for (let core = 0; core < 2; core += 1) {
      const { pid } = spawn(process.execPath, ['-e', busy], { stdio: 'ignore' });
      if (pid !== undefined) onTestFinished(() => void process.kill(pid, 'SIGKILL'));
    }
  }

  const programs: readonly [string, readonly string[]][] = [
    ['itself', ['python3', '-S', '-c', spike]],
    ['below a shell', ['sh', '-c', `python3 -S -c '${spike}'; true`]],
  ];
  const cases = programs.flatMap(([name, words]) => [
    { name: `${name}, on an idle machine`, words, prepare: () => {} },
    { name: `${name}, beside two busy loops`, words, prepare: loaded },
  ]);

  it.each(cases)('is within a tenth in 10 of 10 runs: $name', async ({ words, prepare }) => {
    prepare();
    for (const peak of await peaks(words, 10)) {
      expect(peak).toBeGreaterThan(100);
      expect(peak).toBeLessThan(116);
    }
  });
});

it('closing a meter ends what the tree has left behind, in a session of its own or not', needs('python3'), async () => {
  const { child, pid } = started(`
import os, subprocess, sys
left = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)'], start_new_session=True)
print(left.pid, 'started')
sys.stdin.readline()`);
  const meter = metered(pid);
  let left = 0;
  child.stdout?.on('data', (chunk) => {
    left ||= Number.parseInt(String(chunk), 10);
  });
  await says(child, 'started');
  await waitUntil('there are two of them', () => meter.read().processes === 2);
  tell(child);
  await new Promise((resolve) => child.once('exit', resolve));
  meter.close();
  await waitUntil('it is gone', () => processStartTicks(left) === undefined);
});
