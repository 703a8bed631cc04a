// Tries hostile inputs on every parser and renderer:
//
//     npm run fuzz -- --runs 1000000 --seed 1 --only glob
//
// Prints a table. Exits with 1 if an input crashed something, took more than --slow ms (1,000), hung or was injected.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';

/** An input that takes longer than this ends the run, along with all later inputs. */
const hangMs = 60_000;

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'node_modules', '.cache', 'memory-bench-fuzz', `worker-${process.pid}.mjs`);

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    slow: { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
});
const order = { runs: Number(values.runs), seed: Number(values.seed), only: values.only, slowMs: Number(values.slow) };
if (!Number.isInteger(order.runs) || order.runs < 1 || !Number.isInteger(order.seed) || !(order.slowMs > 0)) {
  console.error('error: --runs has to be a whole number from 1, --seed a whole number and --slow a number of ms');
  process.exit(2);
}

await makeBundle();
const reports = await tried(order);
console.log(table(reports));
for (const { target, examples } of reports) {
  for (const { problem, input } of examples) console.log(`\n${target}: ${problem}\n  input: ${input}`);
}
process.exitCode = reports.length > 0 && reports.every(isClean) ? 0 : 1;

async function makeBundle() {
  const build = await rolldown({
    input: join(root, 'test', 'fuzz', 'worker.ts'),
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
    logLevel: 'warn',
  });
  await build.write({ file: bundle, format: 'esm', codeSplitting: false });
  await build.close();
}

function tried(asked) {
  const place = new SharedArrayBuffer(4);
  const at = new Int32Array(place);
  const found = [];
  const { promise, resolve, reject } = Promise.withResolvers?.() ?? withResolvers();
  const worker = new Worker(bundle, {
    workerData: { ...asked, place },
    resourceLimits: { maxOldGenerationSizeMb: 4_096 },
  });
  let target = '';
  let last = { input: -1, since: Date.now() };
  const watch = setInterval(() => {
    const input = Atomics.load(at, 0);
    if (input !== last.input) last = { input, since: Date.now() };
    else if (Date.now() - last.since > hangMs) {
      const problem = `input ${input} hangs: npm run fuzz -- --runs ${asked.runs} --seed ${asked.seed} --only '${target}'`;
      found.push({
        target,
        inputs: input,
        refused: 0,
        crashes: 0,
        hangs: 1,
        injections: 0,
        slowestMs: hangMs,
        examples: [{ problem, input: '' }],
      });
      worker.terminate();
    }
  }, 1_000);
  worker.on('message', (message) => {
    if ('begins' in message) target = message.begins;
    else found.push(message);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${target}`);
  });
  worker.on('error', reject);
  worker.on('exit', () => {
    clearInterval(watch);
    resolve(found);
  });
  return promise;
}

function withResolvers() {
  let settle;
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

function isClean({ crashes, hangs, injections }) {
  return crashes + hangs + injections === 0;
}

function table(found) {
  const sum = (field) => found.reduce((total, report) => total + report[field], 0);
  const row = ({ target, inputs, refused, crashes, hangs, injections, slowestMs }) => [
    target,
    inputs.toLocaleString('en-US'),
    refused.toLocaleString('en-US'),
    ...[crashes, hangs, injections].map(String),
    slowestMs.toFixed(1),
  ];
  const rows = [
    ['target', 'inputs', 'refused', 'crashes', 'too slow', 'injections', 'slowest ms'],
    ['---', '---:', '---:', '---:', '---:', '---:', '---:'],
    ...found.map(row),
    row({
      target: 'all',
      inputs: sum('inputs'),
      refused: sum('refused'),
      crashes: sum('crashes'),
      hangs: sum('hangs'),
      injections: sum('injections'),
      slowestMs: found.reduce((most, { slowestMs }) => Math.max(most, slowestMs), 0),
    }),
  ];
  const widths = rows[0].map((_, column) => rows.reduce((most, cells) => Math.max(most, cells[column].length), 0));
  return rows
    .map(
      (cells) =>
        `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`,
    )
    .join('\n');
}
