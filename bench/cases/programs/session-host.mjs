// node session-host.mjs <good|bad> <sessions>: a service with a sidecar per session, which the bad variant never ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [variant, sessions] = process.argv.slice(2);
const sidecar = fileURLToPath(new URL('./sidecar.mjs', import.meta.url));
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

for (let session = 0; session < Number(sessions); session += 1) {
  const child = spawn(process.execPath, [sidecar], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  if (variant === 'bad') {
    child.stdout.destroy();
    child.unref();
  } else {
    child.kill();
    await once(child, 'exit');
  }
  console.log('memory-bench:iteration');
  await answers.next();
}
process.exit(0);
