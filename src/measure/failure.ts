import { readFileSync } from 'node:fs';
import type { SampleError } from '../results/schema.js';
import { describeEnding, type Ending } from '../services/child.js';
import type { QdrantServer } from '../services/qdrant/server.js';
import type { Phase } from './worker/protocol.js';

/** The facts about a worker that ended without a complete sample. */
export interface Failure {
  readonly how: Ending;
  readonly phase: Phase;
  /** The error that the worker itself reported. */
  readonly reported: SampleError | undefined;
  /** Why memory-bench ended it; undefined if it did not. */
  readonly killedFor: string | undefined;
  readonly log: string;
  readonly timeoutMs: number;
  readonly server: QdrantServer | undefined;
  /** Processes that the kernel has killed for lack of memory since the sample began. */
  readonly oomKills: number;
}

/** The error of a failed sample: which part broke, and what to do about it. */
export function sampleErrorOf(failure: Failure): SampleError {
  const { log, reported, server } = failure;
  const serverEnding = server?.ended();
  if (server !== undefined && serverEnding !== undefined) {
    return {
      kind: 'qdrant',
      message: `the Qdrant server ended with ${describeEnding(serverEnding)} during ${failure.phase}; the next sample gets a new one. The end of its log is below: look for a panic, or for too little memory or disk.`,
      log: server.logTail(),
    };
  }
  const withLog = log === '' ? {} : { log };
  if (reported !== undefined) return { ...reported, ...withLog };
  if (failure.killedFor === 'timeout') return { kind: 'timeout', message: timeoutMessage(failure), ...withLog };
  if ('signal' in failure.how)
    return { kind: 'signal', message: signalMessage(failure, failure.how.signal), ...withLog };
  return {
    kind: 'exit',
    message: `the scenario ended its process with code ${failure.how.code} during ${failure.phase}; a scenario has to return instead (look for process.exit in it and in what it imports)`,
    ...withLog,
  };
}

function timeoutMessage({ timeoutMs, phase }: Failure): string {
  return `the sample took longer than ${timeoutMs / 1000} s and was stopped during ${phase}; fix what hangs, or raise timeoutMs of the scenario`;
}

function signalMessage({ phase, oomKills: kills, log }: Failure, signal: NodeJS.Signals): string {
  const what = `the worker was killed by ${signal} during ${phase}`;
  if (signal === 'SIGABRT' && /heap out of memory/i.test(log)) {
    return `${what}: the JavaScript heap was full; the scenario needs more than V8 grants (see --max-old-space-size), which is a finding in itself`;
  }
  if (signal !== 'SIGKILL') return `${what}: a crash in native code; see the end of its log`;
  return kills > 0
    ? `${what} by the kernel's OOM killer: the machine or container had no memory left for it; use a smaller case or a larger machine`
    : `${what}, which memory-bench did not send: another process did, or a container's OOM killer (see dmesg and the memory limit of the container)`;
}

/** Processes that the kernel's OOM killer has ended since boot; 0 if the kernel does not report it. */
export function oomKills(): number {
  try {
    return Number(/^oom_kill (\d+)$/m.exec(readFileSync('/proc/vmstat', 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
