import { describe, expect, it } from 'vitest';
import { type Failure, oomKills, sampleErrorOf } from '../../src/measure/failure.js';
import type { Ending } from '../../src/services/child.js';
import { QdrantApi } from '../../src/services/qdrant/api.js';
import type { QdrantServer } from '../../src/services/qdrant/server.js';

const failure = (overrides: Partial<Failure>): Failure => ({
  how: { code: 0 },
  phase: 'measure',
  reported: undefined,
  killedFor: undefined,
  log: '',
  timeoutMs: 300_000,
  server: undefined,
  oomKills: 0,
  ...overrides,
});

/** A server that ended so, or still runs; nothing listens at its address. */
function server(ended: Ending | undefined): QdrantServer {
  const url = 'http://127.0.0.1:9';
  return {
    url,
    apiKey: undefined,
    version: '1.16.3',
    api: new QdrantApi({ url, apiKey: undefined }),
    pid: undefined,
    ended: () => ended,
    logTail: () => 'panicked at storage',
    stop: async () => {},
  };
}

describe('a sample that took too long', () => {
  const error = sampleErrorOf(
    failure({ how: { signal: 'SIGKILL' }, killedFor: 'timeout', timeoutMs: 1500, phase: 'setup' }),
  );

  it('is a timeout, not a signal', () => {
    expect(error.kind).toBe('timeout');
  });

  it('says after how long, in which phase, and what to do', () => {
    expect(error.message).toBe(
      'the sample took longer than 1.5 s and was stopped during setup; fix what hangs, or raise timeoutMs of the scenario',
    );
  });
});

describe('a scenario that ends its process', () => {
  it.each([0, 3])('with code %i is told so', (code) => {
    const error = sampleErrorOf(failure({ how: { code }, phase: 'import' }));
    expect(error.kind).toBe('exit');
    expect(error.message).toMatch(new RegExp(`with code ${code} during import; .*process\\.exit`));
  });
});

describe('a worker that was killed', () => {
  const killed = (overrides: Partial<Failure>) => sampleErrorOf(failure({ how: { signal: 'SIGKILL' }, ...overrides }));

  it('is told to be killed by the kernel where it killed somebody for want of memory', () => {
    const error = killed({ oomKills: 1 });
    expect(error.kind).toBe('signal');
    expect(error.message).toContain("by the kernel's OOM killer");
  });

  it('is told to be killed by somebody else where the kernel did not', () => {
    expect(killed({ oomKills: 0 }).message).toContain('which memory-bench did not send');
  });

  it('names the phase', () => {
    expect(killed({ phase: 'warmup' }).message).toContain('during warmup');
  });
});

describe('a worker that aborted', () => {
  const aborted = (log: string) => sampleErrorOf(failure({ how: { signal: 'SIGABRT' }, log }));
  const heapFull = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';

  it('over a full heap is told so', () => {
    expect(aborted(heapFull).message).toContain('the JavaScript heap was full');
  });

  it('over anything else crashed in native code', () => {
    expect(aborted('assertion failed').message).toContain('a crash in native code');
  });

  it.each(['SIGSEGV', 'SIGBUS', 'SIGILL'] as const)('by %s crashed in native code', (signal) => {
    expect(sampleErrorOf(failure({ how: { signal } })).message).toMatch(
      new RegExp(`killed by ${signal} .* native code`),
    );
  });
});

describe('a Qdrant server that ended', () => {
  it('is what broke, whatever became of the worker', () => {
    const error = sampleErrorOf(
      failure({
        how: { signal: 'SIGKILL' },
        killedFor: 'qdrant',
        reported: { kind: 'run', message: 'fetch failed' },
        server: server({ signal: 'SIGSEGV' }),
      }),
    );
    expect(error.kind).toBe('qdrant');
    expect(error.message).toContain('the Qdrant server ended with signal SIGSEGV during measure');
  });

  it('is told with the end of its own log', () => {
    const error = sampleErrorOf(failure({ log: 'of the worker', server: server({ code: 101 }) }));
    expect(error.log).toBe('panicked at storage');
  });

  it('is not blamed while it runs', () => {
    expect(sampleErrorOf(failure({ how: { code: 1 }, server: server(undefined) })).kind).toBe('exit');
  });
});

describe('what the scenario itself threw', () => {
  const reported = { kind: 'run' as const, message: 'no hits', stack: 'at search' };

  it('is told as it was reported', () => {
    expect(sampleErrorOf(failure({ how: { code: 1 }, reported }))).toEqual(reported);
  });

  it('is told rather than that it hung afterwards', () => {
    expect(sampleErrorOf(failure({ killedFor: 'timeout', reported })).kind).toBe('run');
  });
});

describe('the log of the worker', () => {
  it.each<[string, Partial<Failure>]>([
    ['an error of the scenario', { reported: { kind: 'run', message: 'no' } }],
    ['a timeout', { killedFor: 'timeout' }],
    ['a signal', { how: { signal: 'SIGSEGV' } }],
    ['an exit', { how: { code: 1 } }],
  ])('is kept with %s', (_, overrides) => {
    expect(sampleErrorOf(failure({ ...overrides, log: 'last words' })).log).toBe('last words');
  });

  it('is left out where there is none', () => {
    expect(sampleErrorOf(failure({}))).not.toHaveProperty('log');
  });
});

describe('the count of processes the kernel killed', () => {
  it('is a whole number from 0', () => {
    expect(oomKills()).toSatisfy((count: number) => Number.isInteger(count) && count >= 0);
  });
});
