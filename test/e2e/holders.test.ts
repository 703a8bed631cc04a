import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageData } from '../../src/report/html/model.js';
import { caseOf, type FinishedRun, runFixtures } from '../processes.js';
import { writeProject } from '../suite/project.js';

const app = `import { EventEmitter } from 'node:events';

const recent = new Map();
export function ingest(call) {
  recent.set(call, Array.from({ length: 300 }, (_, at) => ({ at, text: \`word \${call} \${at}\` })));
}
`;
const scenario = (name: string, body: string) =>
  `export default { name: '${name}', description: 'keeps', tags: ['smoke'], iterations: 20, growth: { maxPercent: 1000 }, ${body} };`;
const worker = `const { parentPort } = require('node:worker_threads');
const seen = [];
function keep(call) {
  seen.push(Array.from({ length: 2000 }, (_, at) => ({ at, call })));
}
parentPort.on('message', (call) => {
  keep(call);
  parentPort.postMessage(1);
});
`;
const threadScenario = (name: string, start: string, begins = 0) => `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
let worker;
${scenario(
  name,
  `async run({ iteration }) {
    if (iteration < ${begins}) return;
    worker ??= ${start};
    worker.postMessage(iteration);
    await once(worker, 'message');
  }, teardown() { return worker.terminate(); }`,
)}`;

describe('a leak', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    const folder = writeProject({
      'package.json': '{"type":"module"}',
      'src/app.mjs': app,
      'bench/leak.mjs': `import { ingest } from '../src/app.mjs';\n${scenario('leak', 'run({ iteration }) { ingest(iteration); }')}`,
    });
    run = await runFixtures('bench', ['--repeats', '2', '--max-repeats', '2'], { cwd: folder });
  });
  const held = /recent`? \(Map\) at src\/app\.mjs:3 holds 12,0\d\d objects, \d+\.\d KiB/;

  it('has its holder in the results, with its line and size', () => {
    const [sample] = caseOf(run, 'leak').samples.filter(({ pass }) => pass === 'retainers');
    expect(sample).toMatchObject({
      status: 'measured',
      retainers: { iterations: 20, holders: [{ name: 'recent', type: 'Map', at: { file: 'src/app.mjs', line: 3 } }] },
    });
  });

  it('has its holder in the terminal, in Markdown and in the HTML report', () => {
    expect(run.stdout).toMatch(held);
    expect(readFileSync(join(run.out, 'report.md'), 'utf8')).toMatch(/recent.*src\/app\.mjs:3 holds 12,0\d\d objects/);
    const [, json = ''] = /id="report-data">([^<]+)</.exec(readFileSync(join(run.out, 'report.html'), 'utf8')) ?? [];
    const { cases } = JSON.parse(json) as PageData;
    expect(cases[0]?.detail.retainers?.rows[0]).toMatchObject({ holder: 'recent (Map)', place: 'src/app.mjs:3' });
  });

  it('of a worker thread has the lines of that thread, whenever it began', async () => {
    const folder = writeProject({
      'package.json': '{"type":"module"}',
      'src/worker.cjs': worker,
      'bench/early.mjs': threadScenario('early', `new Worker(new URL('../src/worker.cjs', import.meta.url))`),
      'bench/late.mjs': threadScenario('late', `new Worker(new URL('../src/worker.cjs', import.meta.url))`, 6),
      'bench/eval.mjs': threadScenario('eval', `new Worker(${JSON.stringify(worker)}, { eval: true, name: 'tokens' })`),
    });
    const finished = await runFixtures('bench', ['--sites', 'all', '--repeats', '1', '--max-repeats', '1'], {
      cwd: folder,
    });
    const [early, late, evaluated] = ['early', 'late', 'eval'].map((id) => {
      const sample = caseOf(finished, id).samples.find(({ pass }) => pass === 'sites');
      return sample?.status === 'measured' ? sample.sites?.alive[0] : undefined;
    });
    expect(early).toMatchObject({ file: 'src/worker.cjs', line: 4 });
    expect(late).toMatchObject({ file: 'src/worker.cjs', line: 4 });
    expect(evaluated?.file).toMatch(/^\[worker \d+\] tokens$/);
    expect(evaluated?.line).toBe(4);
  });
});
