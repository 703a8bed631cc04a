import { readdirSync, readFileSync } from 'node:fs';

/** Resources that the processes of a tree use besides memory. */
export interface TreeCounts {
  /** Open file descriptors. */
  readonly descriptors: number;
  /** Threads of the operating system. */
  readonly threads: number;
}

/** Totals over the processes; one that has ended, or that may not be read, counts as 0. */
export function treeCounts(pids: readonly number[]): TreeCounts {
  const sum = (count: (pid: number) => number) => pids.reduce((total, pid) => total + orNone(() => count(pid)), 0);
  return { descriptors: sum(descriptorsOf), threads: sum(threadsOf) };
}

function descriptorsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

function threadsOf(pid: number): number {
  return Number(/^Threads:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

function orNone(count: () => number): number {
  try {
    return count();
  } catch {
    return 0;
  }
}
