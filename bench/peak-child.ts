// The process with memory spikes for bench/peak.ts, which starts it with --expose-gc and an IPC channel.
import { setTimeout as delay } from 'node:timers/promises';
import { ProcStatus } from '../src/measure/worker/proc-status.js';
import { allocate, release } from './scenarios/native.js';

/** A spike to make. */
export interface Spike {
  /** `native`: malloc and memset. `buffer`: a filled Buffer, freed by a garbage collection. */
  readonly kind: 'native' | 'buffer';
  readonly bytes: number;
  /** How long the memory is held once all of it has been touched. */
  readonly holdMs: number;
  /** How long to wait before the spike, so that it falls anywhere between two readings of a poller. */
  readonly waitMs: number;
}

/** The process's own readings around one spike. */
export interface SelfReadings {
  readonly startRssBytes: number;
  readonly peakRssBytes: number;
  readonly endRssBytes: number;
  /** From the start of the allocation until the release: touching many pages takes time. */
  readonly lastedMs: number;
}

/** A spike's memory is gone when the resident set is this close to its level before. */
const goneBytes = 512 * 1024;
const goneLimitMs = 500;

const status = new ProcStatus('self');
const never = new Int32Array(new SharedArrayBuffer(4));

process.on('message', (spike: Spike) => {
  void answer(spike);
});

async function answer({ kind, bytes, holdMs, waitMs }: Spike): Promise<void> {
  await delay(waitMs);
  const startRssBytes = status.read().rssBytes;
  status.resetPeak();
  const start = performance.now();
  if (kind === 'native') spikeNatively(bytes, holdMs);
  else spikeInBuffer(bytes, holdMs);
  const lastedMs = performance.now() - start;
  const { peakRssBytes } = status.read();
  const endRssBytes = await readWhenGone(startRssBytes);
  const readings: SelfReadings = { startRssBytes, peakRssBytes, endRssBytes, lastedMs };
  process.send?.(readings);
}

function spikeNatively(bytes: number, holdMs: number): void {
  const block = allocate(bytes);
  hold(holdMs);
  release(block);
}

/** Calls a separate function, so that nothing refers to the Buffer when garbage is collected. */
function spikeInBuffer(bytes: number, holdMs: number): void {
  fillAndHold(bytes, holdMs);
  globalThis.gc?.();
}

function fillAndHold(bytes: number, holdMs: number): void {
  Buffer.allocUnsafeSlow(bytes).fill(1);
  hold(holdMs);
}

/** Blocks as a native library does: nothing else in this process can allocate meanwhile. */
function hold(ms: number): void {
  Atomics.wait(never, 0, 0, ms);
}

/** V8 frees the memory of a Buffer on a separate thread, a moment after the collection. */
async function readWhenGone(startBytes: number): Promise<number> {
  const deadline = performance.now() + goneLimitMs;
  for (;;) {
    const { rssBytes } = status.read();
    if (rssBytes - startBytes < goneBytes || performance.now() > deadline) return rssBytes;
    await delay(2);
  }
}
