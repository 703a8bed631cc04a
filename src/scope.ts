import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guardian } from './services/guardian.js';

/** What lives exactly as long as a run: a temporary folder, the guardian, and the wish to be interrupted. */
export interface Scope {
  readonly folder: string;
  readonly guardian: Guardian;
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
}

const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` in a scope and takes everything back afterwards, however it ends. */
export async function withScope<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
  const guardian = new Guardian();
  const folder = await mkdtemp(join(tmpdir(), 'memory-bench-'));
  guardian.keepClean(folder);
  const abort = new AbortController();
  const onInterrupt = () => abort.abort();
  for (const name of interrupts) process.on(name, onInterrupt);
  try {
    return await work({ folder, guardian, signal: abort.signal });
  } finally {
    for (const name of interrupts) process.off(name, onInterrupt);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    guardian.leave(folder);
    guardian.close();
  }
}
