import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedIn, mappedOf, readMapped, sumOfMapped } from '../../src/measure/smaps-rollup.js';
import type { MappedMemory } from '../../src/results/schema.js';
import { startSleeper } from '../processes.js';

const recent = `55da5e4b2000-7ffe7fffc000 ---p 00000000 00:00 0                          [rollup]
Rss:                1760 kB
Pss:                 331 kB
Pss_Dirty:           116 kB
Pss_Anon:            116 kB
Pss_File:            215 kB
Pss_Shmem:             0 kB
Shared_Clean:       1560 kB
Shared_Dirty:          1 kB
Private_Clean:        84 kB
Private_Dirty:       115 kB
Referenced:         1760 kB
Anonymous:           120 kB
AnonHugePages:      2048 kB
Swap:                  9 kB
SwapPss:               3 kB
Locked:                0 kB
`;
const kibibytes = (count: number) => count * 1024;

describe('the rollup of a process', () => {
  it('is read field by field, in bytes', () => {
    expect(mappedIn(recent)).toEqual({
      rssBytes: kibibytes(1760),
      pssBytes: kibibytes(331),
      anonBytes: kibibytes(116),
      fileBytes: kibibytes(215),
      shmemBytes: 0,
      residentAnonBytes: kibibytes(120),
      privateCleanBytes: kibibytes(84),
      privateDirtyBytes: kibibytes(115),
      sharedCleanBytes: kibibytes(1560),
      sharedDirtyBytes: kibibytes(1),
      hugeBytes: kibibytes(2048),
      swapBytes: kibibytes(3),
    });
  });

  it('of an older kernel has what that tells', () => {
    const older = recent.replaceAll(/^Pss_.*\n/gm, '');
    const { anonBytes, pssBytes } = mappedIn(older) ?? {};
    expect(anonBytes).toBeUndefined();
    expect(pssBytes).toBe(kibibytes(331));
  });

  it.each([
    ['nothing', ''],
    ['another file', 'Name:\tnode\nVmRSS:\t 12 kB\n'],
  ])('is none where it is %s', (_, text) => {
    expect(mappedIn(text)).toBeUndefined();
  });

  it('of a process that runs has parts that its share is the sum of', async () => {
    const { entry } = await startSleeper();
    const { pssBytes = 0, rssBytes = 0, anonBytes = 0, fileBytes = 0, shmemBytes = 0 } = readMapped(entry.pid) ?? {};
    // The kernel rounds each of them down to a KiB.
    expect(Math.abs(pssBytes - anonBytes - fileBytes - shmemBytes)).toBeLessThanOrEqual(kibibytes(3));
    expect(anonBytes).toBeGreaterThan(kibibytes(1024));
    expect(rssBytes).toBeGreaterThanOrEqual(pssBytes);
  });

  it('is unknown where there is no such process', () => {
    expect(readMapped(2 ** 22 + 1)).toBeUndefined();
    expect(readMapped(undefined)).toBeUndefined();
  });
});

const amounts = fc.nat({ max: 2 ** 40 });
const memories: fc.Arbitrary<MappedMemory> = fc.record(
  { rssBytes: amounts, pssBytes: amounts, anonBytes: amounts, fileBytes: amounts, swapBytes: amounts },
  { requiredKeys: ['rssBytes', 'pssBytes'] },
);

describe('the memory of several processes', () => {
  it('is the sum of what is known of all of them', () => {
    fc.assert(
      fc.property(fc.array(memories, { minLength: 1, maxLength: 5 }), (several) => {
        const sum = sumOfMapped(several);
        for (const field of ['rssBytes', 'pssBytes', 'anonBytes', 'fileBytes', 'swapBytes'] as const) {
          const values = several.map((memory) => memory[field]);
          const known = values.flatMap((value) => value ?? []);
          expect(sum?.[field]).toBe(
            known.length < several.length ? undefined : known.reduce((total, value) => total + value, 0),
          );
        }
      }),
    );
  });

  it('is unknown of none', () => {
    expect(sumOfMapped([])).toBeUndefined();
  });
});

describe('what a sample keeps', () => {
  const memory = { rssBytes: 2, pssBytes: 1 };

  it('is what is known', () => {
    expect(mappedOf({ worker: memory, processes: undefined, qdrant: undefined })).toStrictEqual({ worker: memory });
  });

  it('is nothing where nothing is', () => {
    expect(mappedOf({ worker: undefined, processes: undefined, qdrant: undefined })).toBeUndefined();
  });
});
