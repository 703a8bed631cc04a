import { readFileSync } from 'node:fs';
import type { Mapped, MappedMemory } from '../results/schema.js';

/** Fields of `/proc/<pid>/smaps_rollup`: those of every kernel that has the file, and those added later. */
const always = { rssBytes: 'Rss', pssBytes: 'Pss' } as const;
const maybe = {
  anonBytes: 'Pss_Anon',
  fileBytes: 'Pss_File',
  shmemBytes: 'Pss_Shmem',
  residentAnonBytes: 'Anonymous',
  privateCleanBytes: 'Private_Clean',
  privateDirtyBytes: 'Private_Dirty',
  sharedCleanBytes: 'Shared_Clean',
  sharedDirtyBytes: 'Shared_Dirty',
  hugeBytes: 'AnonHugePages',
  swapBytes: 'SwapPss',
} as const;
const later = Object.keys(maybe) as (keyof typeof maybe)[];

/**
 * The text of `/proc/<pid>/smaps_rollup`. The kernel walks the page tables to produce it.
 * @throws if the process or the file does not exist, or may not be read.
 */
export function readRollup(pid: number): string {
  return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
}

/** A field of the rollup, in bytes; undefined if the kernel does not have it. */
export function rollupBytes(text: string, field: string): number | undefined {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  return found === undefined ? undefined : Number(found) * 1024;
}

/** The breakdown of a process's memory, from the text of its rollup; undefined if the text is not a rollup. */
export function mappedIn(text: string): MappedMemory | undefined {
  const rssBytes = rollupBytes(text, always.rssBytes);
  const pssBytes = rollupBytes(text, always.pssBytes);
  if (rssBytes === undefined || pssBytes === undefined) return undefined;
  const memory: MappedMemory = { rssBytes, pssBytes };
  for (const name of later) {
    const bytes = rollupBytes(text, maybe[name]);
    if (bytes !== undefined) memory[name] = bytes;
  }
  return memory;
}

/** The sum over several processes, for the fields known of all of them; undefined for no processes. */
export function sumOfMapped(memories: readonly MappedMemory[]): MappedMemory | undefined {
  const [first, ...others] = memories;
  if (first === undefined) return undefined;
  return others.reduce((sum, memory) => {
    const next: MappedMemory = {
      rssBytes: sum.rssBytes + memory.rssBytes,
      pssBytes: sum.pssBytes + memory.pssBytes,
    };
    for (const name of later) {
      const [a, b] = [sum[name], memory[name]];
      if (a !== undefined && b !== undefined) next[name] = a + b;
    }
    return next;
  }, first);
}

/** The current breakdown of a process's memory; undefined if there is no process, or it cannot be read. */
export function readMapped(pid: number | undefined): MappedMemory | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    return mappedIn(readRollup(pid));
  } catch {
    return undefined;
  }
}

/** The known breakdowns as a sample stores them; undefined if none is known. */
export function mappedOf(parts: { readonly [Who in keyof Mapped]: Mapped[Who] | undefined }): Mapped | undefined {
  const mapped: Mapped = {};
  for (const who of ['worker', 'processes', 'qdrant'] as const) {
    const memory = parts[who];
    if (memory !== undefined) mapped[who] = memory;
  }
  return Object.keys(mapped).length === 0 ? undefined : mapped;
}
