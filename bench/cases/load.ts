import { type ChildProcess, spawn } from 'node:child_process';

const busy = 'for (;;) Math.random();';
/** Keeps writing to 1 GB of pages, with new ones in between. */
const hog = `
const held = Array.from({ length: 16 }, () => Buffer.alloc(64 * 1024 * 1024, 1));
for (let at = 0; ; at = (at + 1) % held.length) held[at] = Buffer.alloc(64 * 1024 * 1024, at);`;

/** Busy processes next to a run, not counting the memory hog. */
const busyBesides = 2;

/**
 * Starts a memory hog, and two busy processes next to every run, at the same priority as everything else, until the
 * returned function is called. Parallel runs keep each other busy, so loops only make up the rest.
 */
export function startLoad(sideBySide: number): () => void {
  const loops = Math.max(0, busyBesides - (sideBySide - 1));
  const sources = [...Array.from({ length: loops }, () => busy), hog];
  const children: ChildProcess[] = sources.map((source) =>
    spawn(process.execPath, ['--eval', source], { stdio: 'ignore' }),
  );
  const stop = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', stop);
  return () => {
    process.off('exit', stop);
    stop();
  };
}
