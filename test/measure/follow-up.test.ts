import { describe, expect, it } from 'vitest';
import { FollowUp, type FollowUpPlan } from '../../src/measure/follow-up.js';
import type { IterationSeries } from '../../src/results/schema.js';
import { compileCases } from '../../src/suite/cases.js';
import type { DiscoveredScenario } from '../../src/suite/discover.js';
import { createFollowUp } from '../builders.js';
import { createScenario } from '../suite/scenario.js';

const KIB = 1024;
const GIB = 1024 ** 3;

type Kept = Parameters<typeof createFollowUp>[0];
interface PlanOptions extends Partial<Omit<FollowUpPlan, 'case'>> {
  readonly scenario?: Partial<DiscoveredScenario>;
}

const heap = { series: 'heap', tolerance: 4 * KIB, burst: 0 } as const;

function planned({ scenario, ...overrides }: PlanOptions = {}): FollowUp {
  const [measured] = compileCases([createScenario({ iterations: 50, ...scenario })]);
  if (measured === undefined) throw new Error('there should be a case');
  return new FollowUp({
    case: measured,
    qdrantWritten: () => false,
    elapsedMs: () => 0,
    timeoutMs: 300_000,
    confirming: false,
    watched: [heap],
    pid: undefined,
    ...overrides,
  });
}

/** The columns after `count` iterations. */
function columnsOf(kept: Kept, count: number): IterationSeries {
  const { iterations } = createFollowUp(kept, { count });
  if (iterations === undefined) throw new Error('there should be columns');
  return iterations;
}

/** Gives the follow-up as many iterations as it asks for, and returns how many it has seen in the end. */
function follow(followUp: FollowUp, kept: Kept): number {
  let done = 0;
  for (;;) {
    const more = followUp.next(columnsOf(kept, done));
    if (more === 0) return done;
    expect(more).toBeLessThanOrEqual(20);
    done += more;
  }
}

const descriptors = { series: 'descriptors', tolerance: 0.1, burst: 0 } as const;
const leaks: Kept = { heapBytes: (iteration) => iteration * 16 * KIB };

describe('a follow-up', () => {
  it('goes on to 400 iterations where memory keeps growing, in blocks of at most 20', () => {
    const followUp = planned();
    expect(follow(followUp, leaks)).toBe(400);
    expect(followUp.end).toEqual({ ended: 'horizon' });
  });

  it('has not ended before', () => {
    const followUp = planned();
    expect(followUp.next(columnsOf(leaks, 20))).toBe(20);
    expect(followUp.end).toBeUndefined();
  });

  it('goes on to eight times the planned iterations where these are more', () => {
    expect(follow(planned({ scenario: { iterations: 100 } }), leaks)).toBe(800);
  });

  it('takes no more than 1,000 iterations', () => {
    expect(follow(planned({ scenario: { iterations: 200 } }), leaks)).toBe(1_000);
  });

  it('goes on to 100 iterations where it only confirms another', () => {
    const followUp = planned({ confirming: true });
    expect(follow(followUp, leaks)).toBe(100);
    expect(followUp.end).toEqual({ ended: 'horizon' });
  });

  it('ends early where nothing grows', () => {
    const followUp = planned();
    expect(follow(followUp, {})).toBe(100);
    expect(followUp.end).toEqual({ ended: 'decided' });
  });

  it('goes on through a flat stretch where the planned samples grew in rare large steps', () => {
    const steps: Kept = { heapBytes: (iteration) => Math.floor(iteration / 150) * 2048 * KIB };
    expect(follow(planned({ watched: [heap] }), steps)).toBe(100);
    expect(follow(planned({ watched: [{ ...heap, burst: 2048 * KIB }] }), steps)).toBe(400);
  });

  it('watches the suspicious series only', () => {
    expect(follow(planned({ watched: [descriptors] }), leaks)).toBe(100);
    expect(follow(planned({ watched: [descriptors, heap] }), leaks)).toBe(400);
  });

  it('judges by the tolerance of each series', () => {
    expect(follow(planned({ watched: [{ ...heap, tolerance: 64 * KIB }] }), leaks)).toBe(100);
  });

  it('does not watch a Qdrant server that is written to', () => {
    const columns = (count: number) => ({
      ...columnsOf({}, count),
      qdrantBytes: Array.from({ length: count }, (_, at) => at * 1024 * KIB),
    });
    const next = (written: boolean) =>
      planned({ watched: [{ series: 'qdrant', tolerance: 32 * KIB, burst: 0 }], qdrantWritten: () => written }).next(
        columns(100),
      );
    expect([next(false), next(true)]).toEqual([20, 0]);
  });

  it('asks for no more once it has ended', () => {
    const followUp = planned();
    follow(followUp, {});
    expect(followUp.next(columnsOf(leaks, 20))).toBe(0);
    expect(followUp.end).toEqual({ ended: 'decided' });
  });
});

describe('the safety limits of a follow-up', () => {
  it.each<[string, Kept, RegExp]>([
    [
      'one series grew by more than 1 GiB',
      { heapBytes: (at) => (at === 0 ? 0 : 1.1 * GIB) },
      /^memory grew by 1126 MiB$/,
    ],
    [
      'all series together grew by more than 1 GiB',
      {
        heapBytes: (at) => (at === 0 ? 0 : 0.6 * GIB),
        otherBytes: (at) => (at === 0 ? 0 : 0.6 * GIB),
      },
      /^memory grew by 1229 MiB$/,
    ],
    ['it left more than 200 threads', { threads: (at) => 11 * at }, /^209 threads were left$/],
    ['it left more than 100 child processes', { children: (at) => 6 * at }, /^114 child processes were left$/],
  ])('end it where %s', (_, kept, message) => {
    const followUp = planned();
    expect(followUp.next(columnsOf(kept, 20))).toBe(0);
    expect(followUp.end).toEqual({ ended: 'memory', message: expect.stringMatching(message) });
  });

  it('do not count anonymous memory twice, which holds every other class', () => {
    const grown = (at: number) => (at === 0 ? 0 : 0.02 * GIB);
    const columns = columnsOf({ heapBytes: grown }, 20);
    const anonBytes = columns.durationMs.map((_, at) => (at === 0 ? 0 : 2 * GIB));
    expect(planned().next({ ...columns, anonBytes })).toBe(20);
  });

  it.runIf(process.platform === 'linux')(
    'end it where half of the descriptors that the process may open are open',
    () => {
      const open = { descriptors: (at: number) => (at === 0 ? 0 : 2 ** 52) };
      const followUp = planned({ pid: process.pid });
      expect(followUp.next(columnsOf(open, 20))).toBe(0);
      expect(followUp.end).toMatchObject({
        ended: 'memory',
        message: expect.stringMatching(/ file descriptors are open$/),
      });
    },
  );

  it('know no limit of descriptors where the process is gone', () => {
    const open = { descriptors: (at: number) => (at === 0 ? 0 : 2 ** 52) };
    expect(planned({ pid: undefined }).next(columnsOf(open, 20))).toBe(20);
  });

  it('let growth within them go on', () => {
    const kept = { threads: (at: number) => at, children: (at: number) => at, descriptors: (at: number) => at };
    expect(planned({ pid: process.pid }).next(columnsOf(kept, 20))).toBe(20);
  });
});

describe('the time of a follow-up', () => {
  it('ends it after 80 % of the time limit, with what was read', () => {
    let elapsed = 0;
    const followUp = planned({ timeoutMs: 10_000, elapsedMs: () => elapsed });
    elapsed = 8_000;
    expect(followUp.next(columnsOf(leaks, 40))).toBe(20);
    elapsed = 8_001;
    expect(followUp.next(columnsOf(leaks, 60))).toBe(0);
    expect(followUp.end).toEqual({ ended: 'time', message: 'after 60 iterations' });
  });

  it('is not over before the first iterations, however long the setup took', () => {
    expect(planned({ timeoutMs: 10, elapsedMs: () => 1_000 }).next(columnsOf({}, 0))).toBe(20);
  });

  it('ends it after half a minute where late growth is far below the growth that was suspected', () => {
    let elapsed = 0;
    const watched = [{ series: 'heap' as const, tolerance: 4 * KIB, burst: 0, rate: 200 * KIB }];
    const followUp = planned({ watched, elapsedMs: () => elapsed, timeoutMs: 600_000 });
    // 400 KiB in the first iterations, and 3.5 KiB in each.
    const settling = columnsOf({ heapBytes: (at) => 400 * KIB * (1 - 0.7 ** at) + 5 * KIB * at * 0.7 }, 60);
    elapsed = 31_000;
    expect(followUp.next(settling)).toBe(0);
    expect(followUp.end?.ended).toBe('time');
  });

  it('goes on after half a minute where growth is as suspected', () => {
    const watched = [{ series: 'heap' as const, tolerance: 4 * KIB, burst: 0, rate: 16 * KIB }];
    const followUp = planned({ watched, elapsedMs: () => 31_000, timeoutMs: 600_000 });
    expect(followUp.next(columnsOf(leaks, 60))).toBe(20);
  });

  it('does not end before the first iterations where the setup took more than a minute', () => {
    const watched = [{ series: 'heap' as const, tolerance: 4 * KIB, burst: 0, rate: 16 * KIB }];
    expect(planned({ watched, elapsedMs: () => 31_000 }).next(columnsOf({}, 0))).toBe(20);
  });

  it('does not undo a decision that came first', () => {
    const followUp = planned({ timeoutMs: 10, elapsedMs: () => 1_000, confirming: true });
    expect(followUp.next(columnsOf(leaks, 100))).toBe(0);
    expect(followUp.end).toEqual({ ended: 'horizon' });
  });
});

describe('a follow-up that threw', () => {
  it('has ended with the error', () => {
    const followUp = planned();
    followUp.threw('run: no space left');
    expect(followUp.end).toEqual({ ended: 'threw', message: 'run: no space left' });
    expect(followUp.next(columnsOf(leaks, 20))).toBe(0);
  });

  it('keeps the end that it had before', () => {
    const followUp = planned();
    follow(followUp, {});
    followUp.threw('teardown: too late');
    expect(followUp.end).toEqual({ ended: 'decided' });
  });
});
