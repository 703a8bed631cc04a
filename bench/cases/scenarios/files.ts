import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineScenario } from 'memory-bench-action';
import { mapFile } from './kernel.js';
import { isBad } from './variant.js';

const bytes = 60 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024);

/** How the bad variant reads a large file in its eighth call. */
const ways = {
  /** Resident pages of the process, none of them anonymous. */
  mapped: (descriptor) => void mapFile(descriptor, bytes),
  /** Pages of the kernel's cache only. */
  read: (descriptor) => {
    while (readSync(descriptor, chunk) > 0);
  },
} as const satisfies Record<string, (descriptor: number) => void>;

export default defineScenario<{ readonly way: keyof typeof ways }, { readonly descriptor: number }>({
  name: 'files',
  description: 'Reads a file of 60 MB once, without keeping it.',
  tags: ['smoke'],
  iterations: 10,
  cases: {
    mapped: { params: { way: 'mapped' } },
    read: { params: { way: 'read' } },
  },
  setup({ tempDir }) {
    const path = join(tempDir, 'index');
    writeFileSync(path, Buffer.alloc(bytes, 1));
    return { descriptor: openSync(path, 'r') };
  },
  run({ iteration, params: { way } }, { descriptor }) {
    if (isBad && iteration === 7) ways[way](descriptor);
  },
  teardown(_context, { descriptor }) {
    closeSync(descriptor);
  },
});
