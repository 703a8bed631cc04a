import { z } from 'zod';
import { amount } from './described.js';

const bytes = (description: string) => amount().describe(`${description}, in bytes`);
const ifTold = (description: string) => bytes(description).optional();

const memory = z.strictObject({
  rssBytes: bytes('Resident set: every resident page counted in full (Rss)'),
  pssBytes: bytes('The same, a page that n processes share counted as one n-th (Pss)'),
  anonBytes: ifTold('Share of Pss that is anonymous: heaps and stacks (Pss_Anon; Linux 5.4 or newer)'),
  fileBytes: ifTold(
    'Share of Pss that is mapped files: programs, libraries, mapped storage (Pss_File; Linux 5.4 or newer)',
  ),
  shmemBytes: ifTold('Share of Pss that is shared memory and tmpfs (Pss_Shmem; Linux 5.4 or newer)'),
  residentAnonBytes: ifTold('Anonymous pages counted in full (Anonymous)'),
  privateCleanBytes: ifTold('Pages that no other process maps, unchanged since they were read (Private_Clean)'),
  privateDirtyBytes: ifTold('Pages that no other process maps, written to (Private_Dirty)'),
  sharedCleanBytes: ifTold('Pages that others map as well, unchanged since they were read (Shared_Clean)'),
  sharedDirtyBytes: ifTold('Pages that others map as well, written to (Shared_Dirty)'),
  hugeBytes: ifTold('Anonymous memory in transparent huge pages (AnonHugePages)'),
  swapBytes: ifTold('Memory that was swapped out, shared pages counted in part (SwapPss)'),
});

/** The composition of the resident memory of the processes of a sample. */
export const mappedSchema = z.strictObject({
  worker: memory.optional().describe('The measured process; absent for commands'),
  processes: memory.optional().describe('Commands: the sum over the processes of the tree'),
  qdrant: memory
    .optional()
    .describe('The Qdrant server; absent where memory-bench did not start it, or may not read it'),
});

/** Memory of one process, or the sum of several, in bytes. */
export type MappedMemory = z.infer<typeof memory>;
export type Mapped = z.infer<typeof mappedSchema>;
