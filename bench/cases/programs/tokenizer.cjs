// The worker thread of ../scenarios/worker-heap.ts: `workerData` says what it keeps of each document.
const { parentPort, workerData } = require('node:worker_threads');

const seen = new Map();

function keep(iteration, document) {
  if (workerData === 'buffers') return seen.set(iteration, Buffer.alloc(64 * 1024, document.length % 256));
  const tokens = document.split(' ').map((word, at) => ({ word: `${word}#${iteration}.${at}`, at }));
  if (workerData === 'tokens') seen.set(iteration, tokens);
  return tokens;
}

parentPort.on('message', ({ iteration, document }) => {
  keep(iteration, document);
  parentPort.postMessage(seen.size);
});
