import { type ChildProcess, spawn } from 'node:child_process';

const busy = 'for (;;) Math.random();';
/** Writes to 1 GB of pages again and again, with new ones in between. */
const hog = `
const held = Array.from({ length: 16 }, () => Buffer.alloc(64 * 1024 * 1024, 1));
for (let at = 0; ; at = (at + 1) % held.length) held[at] = Buffer.alloc(64 * 1024 * 1024, at);`;

/** The busy processes beside a run, the memory hog not counted. */
const busyBesides = 2;

/**
 * A memory hog, and two busy processes beside every run, at the priority of everything else, until the returned function
 * is called. Runs that are side by side keep each other busy: what is missing is a loop.
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
