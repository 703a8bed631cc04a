import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.js';
import type { Sites } from '../../results/schema.js';
import type { Case } from '../../suite/cases.js';
import { greatest, sitesOf, straySite } from './aggregate.js';
import { siteTrees } from './call-tree.js';
import { fileNameOf, heapProfileFile } from './heap-profile-file.js';
import { placesOf } from './places.js';
import { readRecord } from './read-record.js';
import { recordSchema } from './record-schema.js';
import { type StackBytes, stacksOf, stacksOfBuffers } from './stacks.js';

/** The folders of a sites pass. */
export interface SitesPlace {
  readonly workingDirectory: string;
  /** Folder for the `.heapprofile` files. */
  readonly profilesFolder: string;
}

/**
 * Reads what a sites pass recorded, by function, and writes it as `.heapprofile` files as well.
 * @throws EnvironmentError if it cannot be read, or the files cannot be written.
 */
export async function readSites(
  recordFile: string,
  { id, sources, iterations }: Pick<Case, 'id' | 'sources'> & { readonly iterations?: number },
  { workingDirectory, profilesFolder }: SitesPlace,
): Promise<Sites> {
  const { alive, allocated, buffers, strayBufferBytes } = await readRecord(recordFile, recordSchema);
  const locate = placesOf(sources, workingDirectory);
  const aliveBuffers = stacksOfBuffers(buffers, ({ aliveBytes }) => aliveBytes);
  const allBuffers = stacksOfBuffers(buffers, ({ allocatedBytes }) => allocatedBytes);
  const write = (what: string, content: string) =>
    writeWhole(join(profilesFolder, `${fileNameOf(id)}.${what}.heapprofile`), content);
  await write('alive', heapProfileFile(alive, aliveBuffers, locate));
  await write('allocated', heapProfileFile(allocated, allBuffers, locate));
  const both = (heap: readonly StackBytes[], made: readonly StackBytes[]) => [
    ...sitesOf('heap', heap, locate),
    ...sitesOf('buffer', made, locate),
  ];
  const aliveHeap = stacksOf(alive);
  const allHeap = allocated === undefined ? [] : stacksOf(allocated);
  return {
    alive: greatest([...both(aliveHeap, aliveBuffers), straySite(strayBufferBytes)]),
    allocated: greatest(both(allHeap, allBuffers)),
    ...(iterations === undefined ? {} : { iterations }),
    trees: siteTrees(
      {
        alive: { heap: aliveHeap, buffers: aliveBuffers, strayBytes: strayBufferBytes },
        allocated: { heap: allHeap, buffers: allBuffers, strayBytes: 0 },
      },
      locate,
    ),
  };
}
