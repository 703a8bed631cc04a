import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../processes.js';

/** Used heaps of the threads that answered, by situation. */
type Seen = Readonly<Record<string, readonly number[]>>;
let seen: Seen;

beforeAll(async () => {
  const path = join(repositoryRoot, 'test', 'fixtures', 'account', 'threads.mjs');
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The blocked thread reads stdin to its end.
    if (line === 'blocked') child.stdin.end();
    else lines.push(line);
  });
  await once(child, 'close');
  seen = JSON.parse(lines.join(''));
});

describe('the worker threads of a process', () => {
  it.each([
    ['one that ran before memory-bench attached', 'early', 1],
    ['one that is started later', 'late', 2],
    ['one that a worker thread has started', 'nested', 4],
    ['one that waits in Atomics.wait', 'atomics', 2],
  ])('answer: %s', (_which, situation, threads) => {
    expect(seen[situation]).toHaveLength(threads);
    for (const bytes of seen[situation] ?? []) expect(bytes).toBeGreaterThan(1024 ** 2);
  });

  it.each([
    ['one that has ended', 'ended', 1],
    ['one that is blocked in native code', 'blocked', 1],
    ['one that is still blocked', 'stillBlocked', 1],
    ['one that ends while it is asked', 'afterEnd', 1],
    ['all, when all have ended', 'none', 0],
  ])('are left out: %s', (_which, situation, threads) => {
    expect(seen[situation]).toHaveLength(threads);
  });

  it('answer again after they were blocked', () => {
    expect(seen.woken).toHaveLength(2);
  });
});
