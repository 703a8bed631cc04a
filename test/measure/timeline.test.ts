import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { settledReadings, TimelineRecorder } from '../../src/measure/timeline.js';
import type { Reading } from '../../src/measure/worker/protocol.js';
import { ending } from '../../src/services/child.js';
import { startSleeper, waitUntil } from '../processes.js';

const mebibyte = 1024 ** 2;

describe('what the worker reads of itself when it has settled', () => {
  const reading = (heapLiveBytes: number): Reading => ({
    rssBytes: 1,
    anonBytes: undefined,
    fileBytes: undefined,
    heapLiveBytes,
    externalBytes: 2,
    arrayBuffersBytes: 1,
    nativeBytes: undefined,
  });
  const stretch = (before: number, after: number) => ({
    before: reading(before),
    after: { ...reading(after), nativeBytes: 7 },
    peakRssBytes: undefined,
    peakAnonBytes: undefined,
  });
  const phases = ['import', 'setup', 'cold', 'warmup', 'settle', 'measure', 'settle'].map((name, index) => ({
    name,
    atMs: 100 * index,
  }));

  it('stands at the ends of the phases it was read in, and the last where it was told', () => {
    const report = { cold: stretch(10, 11), steady: stretch(12, 13) };
    expect(settledReadings(report, phases, 650)).toEqual([
      { name: 'cold-before', atMs: 200, heapBytes: 10, externalBytes: 2 },
      { name: 'cold-after', atMs: 300, heapBytes: 11, externalBytes: 2, nativeBytes: 7 },
      { name: 'before', atMs: 500, heapBytes: 12, externalBytes: 2 },
      { name: 'after', atMs: 650, heapBytes: 13, externalBytes: 2, nativeBytes: 7 },
    ]);
  });

  it('has nothing of a cold iteration that was not measured on its own', () => {
    const report = { cold: undefined, steady: stretch(12, 13) };
    expect(settledReadings(report, phases, 650).map(({ name }) => name)).toEqual(['before', 'after']);
  });
});

describe('a timeline', () => {
  it('sees a process grow', async () => {
    const { child, entry } = await startSleeper(`
      let held;
      process.on('SIGUSR2', () => { held = Buffer.alloc(64 * 1024 ** 2, 1); process.stdout.write('held'); });
    `);
    const recorder = new TimelineRecorder(entry.pid, undefined);
    await delay(300);
    const held = new Promise((resolve) => child.stdout?.once('data', resolve));
    process.kill(entry.pid, 'SIGUSR2');
    await held;
    await delay(500);
    const { workerRssBytes } = await recorder.finish();
    const [first = 0] = workerRssBytes;
    expect((workerRssBytes.at(-1) ?? 0) - first).toBeGreaterThan(60 * mebibyte);
  });

  it('is in the order of time, and has one reading of everything for each moment', async () => {
    const { entry } = await startSleeper();
    const recorder = new TimelineRecorder(entry.pid, undefined);
    await delay(600);
    const { atMs, workerRssBytes, qdrantRssBytes } = await recorder.finish();
    expect(atMs.length).toBeGreaterThanOrEqual(2);
    expect(atMs).toEqual([...atMs].sort((a, b) => a - b));
    expect([workerRssBytes.length, qdrantRssBytes.length]).toEqual([atMs.length, atMs.length]);
  });

  it('has null for a server that is not ours, and readings for one that is', async () => {
    const { entry: worker } = await startSleeper();
    const { entry: server } = await startSleeper();
    const without = new TimelineRecorder(worker.pid, undefined);
    const beside = new TimelineRecorder(worker.pid, server.pid);
    await delay(400);
    expect(new Set((await without.finish()).qdrantRssBytes)).toEqual(new Set([null]));
    const { qdrantRssBytes } = await beside.finish();
    expect(qdrantRssBytes.length).toBeGreaterThan(0);
    for (const bytes of qdrantRssBytes) expect(bytes).toBeGreaterThan(mebibyte);
  });

  it('has the phases in their order', async () => {
    const { entry } = await startSleeper();
    const recorder = new TimelineRecorder(entry.pid, undefined);
    recorder.enter('setup');
    await delay(50);
    recorder.enter('measure');
    const { phases } = await recorder.finish();
    expect(phases.map(({ name }) => name)).toEqual(['setup', 'measure']);
    expect(phases[1]?.atMs).toBeGreaterThan(phases[0]?.atMs ?? Number.NaN);
  });

  it('ends with its process and keeps what it has', async () => {
    const { child, entry } = await startSleeper();
    const recorder = new TimelineRecorder(entry.pid, undefined);
    await delay(300);
    const ended = ending(child);
    child.kill('SIGKILL');
    await ended;
    await delay(300);
    const { workerRssBytes } = await recorder.finish();
    expect(workerRssBytes.length).toBeGreaterThan(0);
    expect(workerRssBytes[0]).toBeGreaterThan(mebibyte);
  });

  it('has no reading of a process that has ended and has not been reaped yet', async () => {
    // The shell becomes a program that does not ask for its child.
    const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))));
    await waitUntil('the process is a zombie', () => /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')));
    const recorder = new TimelineRecorder(pid, undefined);
    await delay(150);
    const { workerRssBytes } = await recorder.finish();
    expect(workerRssBytes).toEqual([]);
  });

  it('of a process that is gone from the beginning is empty', async () => {
    const { child, entry } = await startSleeper();
    const ended = ending(child);
    child.kill('SIGKILL');
    await ended;
    await waitUntil('the process is gone', () => child.exitCode !== null || child.signalCode !== null);
    expect(await new TimelineRecorder(entry.pid, undefined).finish()).toMatchObject({ atMs: [], workerRssBytes: [] });
  });

  it('tells who looks on every phase and every reading, and takes none for it', async () => {
    const { entry } = await startSleeper();
    const phases: string[] = [];
    const readings: number[] = [];
    const recorder = new TimelineRecorder(entry.pid, undefined, {
      onPhase: (phase) => phases.push(phase),
      onReading: (measuredBytes, qdrantBytes) => {
        expect(qdrantBytes).toBeNull();
        readings.push(measuredBytes);
      },
    });
    recorder.enter('setup');
    await waitUntil('there are readings', () => readings.length >= 2);
    const { workerRssBytes, phases: noted } = await recorder.finish();
    expect(readings).toEqual(workerRssBytes);
    expect(phases).toEqual(noted.map(({ name }) => name));
  });
});
