// Tries the inputs, in a thread of its own: the one that started it sees a hang, and ends it.
import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzOrder, Report } from './report.js';
import { targets } from './targets.js';

const batch = 250;
const mostExamples = 3;

const { runs, seed, only, slowMs, place }: FuzzOrder = workerData;
const asked = targets.filter(({ name }) => only === undefined || name.includes(only));
const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
const at = new Int32Array(place);

for (const target of asked) {
  const inputs = Math.max(1, Math.round((runs * target.weight) / whole));
  const report: Report = {
    target: target.name,
    inputs,
    refused: 0,
    crashes: 0,
    hangs: 0,
    injections: 0,
    slowestMs: 0,
    examples: [],
  };
  parentPort?.postMessage({ begins: target.name });
  for (let done = 0; done < inputs; done += batch) {
    const trials = target.draw(seed + done, Math.min(batch, inputs - done));
    for (const [index, { run, shown }] of trials.entries()) {
      Atomics.store(at, 0, done + index);
      const example = (problem: string) => {
        if (report.examples.length < mostExamples) report.examples.push({ problem, input: shown() });
      };
      // Processor time: on a machine that is busy with something else, the clock says nothing of an input.
      const before = process.cpuUsage();
      try {
        const { refused, injections } = await run();
        if (refused) report.refused += 1;
        if (injections.length > 0) {
          report.injections += 1;
          example(injections.join('; '));
        }
      } catch (error) {
        report.crashes += 1;
        example(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      const { user, system } = process.cpuUsage(before);
      const ms = (user + system) / 1_000;
      if (ms > report.slowestMs) report.slowestMs = ms;
      if (ms > slowMs) {
        report.hangs += 1;
        example(`took ${Math.round(ms)} ms`);
      }
    }
  }
  parentPort?.postMessage(report);
}
