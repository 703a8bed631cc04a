import { defineScenario } from 'memory-bench-action';
import { mapPages, unmapPages } from './kernel.js';
import { isBad, watched } from './variant.js';

const arenaBytes = 768 * 1024;

/** An addon whose allocator takes arenas from the kernel. The bad variant never returns one. */
export default defineScenario({
  name: 'mmap-arena',
  description: 'Takes an arena of 768 KB from the kernel.',
  tags: ['smoke'],
  iterations: 20,
  ...watched,
  run() {
    const arena = mapPages(arenaBytes);
    if (!isBad) unmapPages(arena, arenaBytes);
  },
});
