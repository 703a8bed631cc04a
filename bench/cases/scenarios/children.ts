import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

/** A session with a sidecar, which the bad variant leaves behind. */
export default defineScenario<Record<string, never>, { readonly left: ChildProcess[] }>({
  name: 'children',
  description: 'Starts a sidecar of 20 MB for a session and ends the session.',
  tags: ['smoke'],
  iterations: 14,
  ...watched,
  setup: () => ({ left: [] }),
  async run(_context, { left }) {
    const child = fork(new URL('../programs/sidecar.mjs', import.meta.url));
    await once(child, 'message');
    if (isBad) {
      child.disconnect();
      child.unref();
      left.push(child);
      return;
    }
    child.kill();
    await once(child, 'exit');
  },
  teardown(_context, { left }) {
    for (const child of left) child.kill();
  },
});
