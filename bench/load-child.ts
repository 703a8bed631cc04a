// Keeps a machine busy: `cpu` without pause, `memory` by repeatedly taking and returning 300 MiB.
import { setTimeout as delay } from 'node:timers/promises';

const blocks = 300;
const kind = process.argv[2];

// It would otherwise run forever without its parent.
process.on('disconnect', () => process.exit());

for (;;) {
  if (kind === 'memory') await delay(20 + takeMemory() / blocks);
  else await busyTurn();
}

function takeMemory(): number {
  return Array.from({ length: blocks }, () => Buffer.alloc(1024 ** 2, 1)).length;
}

/** Ends after 50 ms, so that the process notices when its parent exits. */
async function busyTurn(): Promise<void> {
  const until = performance.now() + 50;
  while (performance.now() < until);
  await delay(0);
}
