import { type ChildProcess, spawn } from 'node:child_process';

const busy = 'for (;;) Math.random();';
/** Writes to 1 GB of pages again and again, with new ones in between. */
const hog = `
const held = Array.from({ length: 16 }, () => Buffer.alloc(64 * 1024 * 1024, 1));
for (let at = 0; ; at = (at + 1) % held.length) held[at] = Buffer.alloc(64 * 1024 * 1024, at);`;

/** Two busy loops and a memory hog, at the priority of everything else, until the returned function is called. */
export function startLoad(): () => void {
  const children: ChildProcess[] = [busy, busy, hog].map((source) =>
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
