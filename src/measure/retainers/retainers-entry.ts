// Reads two heap snapshots in a separate process: `retainers-entry.js <before> <after> <url of the scenario> <answer>`.
import { writeFileSync } from 'node:fs';
import { findRetainers } from './find-retainers.js';

const [before = '', after = '', scenarioUrl, answer = ''] = process.argv.slice(2);
try {
  writeFileSync(answer, JSON.stringify(findRetainers(before, after, scenarioUrl)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
