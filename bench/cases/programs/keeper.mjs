// node keeper.mjs <bytes> <calls>: a program that keeps <bytes> of each call.
import { createInterface } from 'node:readline';

const [bytes, calls] = process.argv.slice(2).map(Number);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const kept = [];

for (let call = 0; call < calls; call += 1) {
  kept.push(Buffer.alloc(bytes, 1));
  console.log('memory-bench:iteration');
  await answers.next();
}
process.exit(0);
