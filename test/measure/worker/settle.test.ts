import { describe, expect, it } from 'vitest';
import { settle } from '../../../src/measure/worker/settle.js';

const kibibyte = 1024;

interface Course {
  /** Memory by round, in KiB. */
  readonly memory: (round: number) => number;
  readonly roundMs?: number;
  readonly idleFrom?: number;
  readonly other?: (round: number) => number | undefined;
}

/** Settles memory that takes a known course, with a separate clock. */
async function settled({ memory, roundMs = 60, idleFrom = 0, other = () => undefined }: Course) {
  let rounds = 0;
  const outcome = await settle({
    round: async () => {
      rounds += 1;
      return rounds;
    },
    amounts: (round) => [memory(round) * kibibyte, other(round)],
    isIdle: (round) => round > idleFrom,
    clock: () => rounds * roundMs,
  });
  return { rounds, isSettled: outcome.isSettled, last: outcome.reading };
}

const falling = (byKibibytes: number, until: number) => (round: number) =>
  100_000 - byKibibytes * Math.min(round, until);

describe('settling', () => {
  it('takes two still rounds where nothing moves', async () => {
    expect(await settled({ memory: () => 5_000 })).toEqual({ rounds: 3, isSettled: true, last: 3 });
  });

  it('passes over noise within 64 KiB', async () => {
    expect(await settled({ memory: (round) => 5_000 + (round % 2) * 60 })).toMatchObject({
      rounds: 3,
      isSettled: true,
    });
  });

  it('waits until memory that falls has stopped', async () => {
    expect(await settled({ memory: falling(1_000, 20) })).toMatchObject({ rounds: 22, isSettled: true });
  });

  it('does not take a slow decline for stillness', async () => {
    expect(await settled({ memory: falling(20, 30) })).toMatchObject({ rounds: 31, isSettled: true });
    expect(await settled({ memory: falling(40, 1_000) })).toMatchObject({ isSettled: false });
    expect(await settled({ memory: falling(20, 1_000) })).toMatchObject({ isSettled: false });
  });

  it('does not take a slow rise for stillness', async () => {
    expect(await settled({ memory: falling(-20, 1_000) })).toMatchObject({ isSettled: false });
  });

  it('passes over a drift that stays within 64 KiB in five rounds', async () => {
    expect(await settled({ memory: falling(5, 1_000) })).toMatchObject({ rounds: 6, isSettled: true });
  });

  it('gives up after 60 rounds', async () => {
    expect(await settled({ memory: (round) => (round % 2) * 1_000 })).toMatchObject({ rounds: 60, isSettled: false });
  });

  it('allows at least 10 rounds, however long they take', async () => {
    const slow = { roundMs: 5_000 };
    expect(await settled({ ...slow, memory: falling(1_000, 8) })).toMatchObject({ rounds: 10, isSettled: true });
    expect(await settled({ ...slow, memory: falling(1_000, 1_000) })).toMatchObject({ rounds: 10, isSettled: false });
  });

  it('gives up after 20 s where rounds take long', async () => {
    const { rounds } = await settled({ roundMs: 1_000, memory: falling(1_000, 1_000) });
    expect(rounds).toBe(21);
  });

  it('waits for every amount of a reading', async () => {
    expect(await settled({ memory: () => 1, other: (round) => Math.min(round, 12) * 1_000_000 })).toMatchObject({
      rounds: 14,
      isSettled: true,
    });
  });

  it('counts no reading taken while work still runs', async () => {
    expect(await settled({ memory: () => 1, idleFrom: 5 })).toMatchObject({ rounds: 8, isSettled: true });
    expect(await settled({ memory: () => 1, idleFrom: 1_000 })).toMatchObject({ rounds: 60, isSettled: false });
  });
});
