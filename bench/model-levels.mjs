// Measures how much memory differs between equal processes that load and run a model, and which option prevents it.
// Usage: node bench/model-levels.mjs <path of a model.onnx> [processes, default 6]. Linux with glibc 2.33 or newer.
// The model must take input_ids, attention_mask and token_type_ids, as sentence embedding models do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const [model, count = '6'] = process.argv.slice(2);
const processes = Number(count);
if (model === undefined || !existsSync(model) || !Number.isInteger(processes) || processes < 2) {
  console.error('usage: node bench/model-levels.mjs <path of a model.onnx> [processes, 2 or more]');
  console.error('memory-bench keeps its model in ~/.cache/memory-bench/models after a first run.');
  process.exit(2);
}

const loadRunAndRead = `
  const koffi = require('koffi');
  const fields = 'arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost'.split(' ');
  const struct = koffi.struct('mallinfo2', Object.fromEntries(fields.map((field) => [field, 'size_t'])));
  const libc = koffi.load('libc.so.6');
  const mallinfo2 = libc.func('mallinfo2', struct, []);
  const trim = libc.func('malloc_trim', 'int', ['size_t']);
  const { InferenceSession, Tensor } = require('onnxruntime-node');
  const [path, options] = process.argv.slice(1);
  const ids = (value) => new Tensor('int64', new BigInt64Array(256).fill(value), [1, 256]);
  InferenceSession.create(path, JSON.parse(options)).then(async (session) => {
    const { uordblks, hblkhd } = mallinfo2();
    const inputs = session.inputNames.map((name) => [name, ids(name === 'token_type_ids' ? 0n : 1n)]);
    for (let call = 0; call < 8; call += 1) await session.run(Object.fromEntries(inputs));
    gc();
    trim(0);
    const status = require('node:fs').readFileSync('/proc/self/status', 'utf8');
    console.log(JSON.stringify([uordblks + hblkhd, 1024 * Number(/RssAnon:\\s+(\\d+)/.exec(status)[1])]));
  }).catch((error) => { console.error(error.message); process.exit(1); });
`;
const variants = {
  'as fastembed loads it': { executionProviders: ['cpu'], graphOptimizationLevel: 'all' },
  'without the memory arena': { executionProviders: ['cpu'], graphOptimizationLevel: 'all', enableCpuMemArena: false },
};
for (const [name, options] of Object.entries(variants)) {
  const readings = Array.from({ length: processes }, () => readInProcess(options));
  console.log(name);
  tell(
    'live native bytes after the load',
    readings.map(([live]) => live),
  );
  tell(
    'resident anonymous after 8 runs',
    readings.map(([, resident]) => resident),
  );
}

function readInProcess(options) {
  const given = ['--expose-gc', '-e', loadRunAndRead, resolve(model), JSON.stringify(options)];
  // Packages come from this checkout, regardless of the working directory.
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: import.meta.dirname, encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${model} could not be loaded and run: ${stderr.trim()}`);
    process.exit(1);
  }
  return JSON.parse(stdout);
}

function tell(what, bytes) {
  const mebibytes = bytes.map((value) => value / 1024 ** 2).sort((a, b) => a - b);
  const range = Math.max(...mebibytes) - Math.min(...mebibytes);
  console.log(`  ${what}: range ${range.toFixed(1)} MiB (${mebibytes.map((value) => value.toFixed(1)).join(', ')})`);
}
