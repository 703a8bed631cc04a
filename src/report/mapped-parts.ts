import { measuredIn } from '../compare/judge-metric.js';
import { median } from '../compare/statistics.js';
import type { CaseResult, Mapped, MappedMemory } from '../results/schema.js';

/** Whose memory it is, and what it is made of: the median over the samples that know it. */
export interface MappedPart {
  readonly who: string;
  readonly memory: MappedMemory;
}

const names: Readonly<Record<keyof Mapped, string>> = {
  worker: 'worker',
  processes: 'processes',
  qdrant: 'Qdrant',
};

/** What the memory of the processes of a case is made of; empty where nobody knows. */
export function mappedParts(result: CaseResult | undefined): MappedPart[] {
  const samples = measuredIn(result);
  return (['worker', 'processes', 'qdrant'] as const).flatMap((whose) => {
    const memories = samples.flatMap(({ mapped }) => mapped?.[whose] ?? []);
    return memories.length === 0 ? [] : [{ who: names[whose], memory: medianMemory(memories) }];
  });
}

const fields = [
  'anonBytes',
  'fileBytes',
  'shmemBytes',
  'residentAnonBytes',
  'privateCleanBytes',
  'privateDirtyBytes',
  'sharedCleanBytes',
  'sharedDirtyBytes',
  'hugeBytes',
  'swapBytes',
] as const;

function medianMemory(memories: readonly MappedMemory[]): MappedMemory {
  const middle: MappedMemory = {
    rssBytes: median(memories.map(({ rssBytes }) => rssBytes)),
    pssBytes: median(memories.map(({ pssBytes }) => pssBytes)),
  };
  for (const field of fields) {
    const values = memories.flatMap((memory) => memory[field] ?? []);
    if (values.length > 0) middle[field] = median(values);
  }
  return middle;
}

/** What is told of a memory, in this order. */
export const mappedColumns: readonly {
  readonly title: string;
  readonly bytesOf: (memory: MappedMemory) => number | undefined;
}[] = [
  { title: 'anonymous', bytesOf: ({ anonBytes }) => anonBytes },
  { title: 'files', bytesOf: ({ fileBytes }) => fileBytes },
  { title: 'shared memory', bytesOf: ({ shmemBytes }) => shmemBytes },
  { title: 'PSS', bytesOf: ({ pssBytes }) => pssBytes },
  { title: 'RSS', bytesOf: ({ rssBytes }) => rssBytes },
  { title: 'of it shared with others', bytesOf: sharedBytes },
  { title: 'swapped', bytesOf: ({ swapBytes }) => swapBytes },
];

function sharedBytes({ sharedCleanBytes, sharedDirtyBytes }: MappedMemory): number | undefined {
  return sharedCleanBytes === undefined || sharedDirtyBytes === undefined
    ? undefined
    : sharedCleanBytes + sharedDirtyBytes;
}

/** How the columns hang together, in a sentence. */
export const mappedWords =
  'At the settled end of the measured iterations, median of the samples; not judged. ' +
  'PSS is anonymous memory, mapped files and shared memory, a page that n processes share counting as one n-th; RSS counts it in full.';
