// How far the live native bytes after loading a model differ between equal processes, and what takes the difference away.
// Usage: node bench/model-levels.mjs <path of a model.onnx> [processes, default 6]. Linux with glibc 2.33 or newer.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const [model, count = '6'] = process.argv.slice(2);
const processes = Number(count);
if (model === undefined || !existsSync(model) || !Number.isInteger(processes) || processes < 2) {
  console.error('usage: node bench/model-levels.mjs <path of a model.onnx> [processes, 2 or more]');
  console.error('memory-bench keeps its model in ~/.cache/memory-bench/models after a first run.');
  process.exit(2);
}

const loadAndRead = `
  const koffi = require('koffi');
  const fields = 'arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost'.split(' ');
  const struct = koffi.struct('mallinfo2', Object.fromEntries(fields.map((field) => [field, 'size_t'])));
  const mallinfo2 = koffi.load('libc.so.6').func('mallinfo2', struct, []);
  const { InferenceSession } = require('onnxruntime-node');
  const [path, options] = process.argv.slice(1);
  InferenceSession.create(path, JSON.parse(options)).then(() => {
    const { uordblks, hblkhd } = mallinfo2();
    console.log(uordblks + hblkhd);
  });
`;
const variants = {
  'as fastembed loads it': { executionProviders: ['cpu'], graphOptimizationLevel: 'all' },
  'without the memory arena': { executionProviders: ['cpu'], graphOptimizationLevel: 'all', enableCpuMemArena: false },
};
for (const [name, options] of Object.entries(variants)) {
  const liveMebibytes = Array.from({ length: processes }, () => {
    const printed = execFileSync(process.execPath, ['-e', loadAndRead, model, JSON.stringify(options)]);
    return Number(printed.toString()) / 1024 ** 2;
  }).sort((a, b) => a - b);
  const range = (liveMebibytes.at(-1) ?? 0) - (liveMebibytes[0] ?? 0);
  const told = liveMebibytes.map((value) => value.toFixed(1)).join(', ');
  console.log(`${name}: range ${range.toFixed(1)} MiB of live native bytes over ${processes} processes (${told})`);
}
