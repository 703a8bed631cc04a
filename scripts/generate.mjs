// Generates schema/*.json, docs/metrics.md and the tables of docs/action.md from the source. With --check, it fails on
// a difference instead.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { thresholdFor } from '../lib/src/compare/thresholds.js';
import { configFileSchema } from '../lib/src/config/config-file.js';
import { metricDefinitions } from '../lib/src/results/metrics.js';
import { resultsSchema } from '../lib/src/results/schema.js';
import { pageOfTables, pageWithTables } from './action-tables.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const jsonSchema = (schema) => `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), undefined, 2)}\n`;

const outdated = Object.entries({
  'schema/results.schema.json': jsonSchema(resultsSchema),
  'schema/config.schema.json': jsonSchema(configFileSchema),
  'docs/metrics.md': metricsPage(),
  [pageOfTables]: pageWithTables(),
}).filter(([path, content]) => !isCurrent(join(root, path), content));

for (const [path, content] of outdated) {
  if (check) console.error(`${path} is not what the source makes of it: run \`npm run generate\``);
  else writeWithFolder(join(root, path), content);
}
if (check && outdated.length > 0) process.exitCode = 1;

function isCurrent(path, content) {
  try {
    return readFileSync(path, 'utf8') === content;
  } catch {
    return false;
  }
}

function writeWithFolder(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function metricsPage() {
  const rows = Object.entries(metricDefinitions).map(
    ([name, { unit, role, fallbackFor, definition, source, platform, seed }]) => {
      const { relativePercent, absolute } = thresholdFor('', name, {});
      const limits = `${absolute} ${unit} and ${relativePercent} %`;
      const without = fallbackFor === undefined ? '–' : `${limits}, where \`${fallbackFor}\` is absent`;
      const floors = role === 'primary' ? limits : without;
      return [`\`${name}\``, unit, definition, source, platform, floors, seed ?? '–'];
    },
  );
  const header = ['metric', 'unit', 'definition', 'source', 'platform', 'judged above', 'in the seed’s suite'];
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `# Metrics

<!-- Made by \`npm run generate\` from src/results/metrics.ts. -->

What a sample reports. "mb" in a name means MiB: bytes / 1024², as in the Python suite this project grew from; the last
column has that suite's own words. A metric that cannot be had is absent from a sample's \`metrics\`, and \`absent\` says
why; it is never 0 instead.

**Primary** metrics are judged: both floors of the column *judged above* have to be exceeded by the whole interval of the
shift before a difference is a regression; [method.md](method.md) says what else. The others explain. Budgets hold for every metric.

**Anonymous memory is judged**, and file pages are shown beside it (\`file_delta_mb\`): mapped files and the code of the node binary
count as resident, but the kernel can drop them. The resident set is judged in its place on macOS and Windows, and against the
baseline of a version that did not measure anonymous memory.

${[line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')}

## How they are read

1. A fresh Node process is started: no shell, a scrubbed environment, fixed flags. It loads Node built-ins, koffi (to call
   glibc) and the scenario. Before the scenario, it makes V8 optimise a few functions: the first optimisation makes some
   3.4 MiB of the node binary resident and would count for the scenario's first hot loop. Where the case needs Qdrant, a fresh server is started for this one sample.
2. \`setup\` runs. Then the **cold** iteration, with readings of its own (\`cold_*\`), then the warm-ups.
3. Memory is **settled**: rounds of garbage collection (\`HeapProfiler.collectGarbage\`), 50 ms, a count of the live
   JavaScript objects and external memory (\`vm.measureMemory\`), \`malloc_trim(0)\`, until anonymous memory, live native
   bytes, the heap and external memory move less than 64 KiB in two rounds, and in five where they drift in one direction.
   It gives up after 60 rounds, or after 20 s and at least 10 rounds: on a busy machine a round takes longer. A sample that never settled is taken again, at
   most twice per sample and four times per case. If it still moves, the sample is kept, its \`unsettled\` names the readings, and it
   is left out of the judgement where at least three others settled. It never enters a baseline.
4. Reading A. The high-water marks of worker and Qdrant are reset (\`5\` to \`/proc/<pid>/clear_refs\`).
5. The measured iterations run. After each, the worker's high-water mark is read, before anything allocates, and reset. The
   anonymous peak of a call is its mark less the file pages at its start or its end, whichever are more: a file that is
   mapped and unmapped within one call still counts. A peak is at least every reading of the stretch.
6. Settled again, reading B. A *change* is B less A. Qdrant is read when all its collections are green. A and B are stored
   as \`readings\`, each with the whole [account of memory](method.md#measuring) and with counts of descriptors, threads,
   handles and child processes. [Leaks](method.md#leaks) are looked for in their difference.
7. \`allocation_count\` comes from a separate pass, because counting makes JavaScript some twenty times
   slower. That process runs without V8's optimising compiler, so each object that the code asks for is counted. It
   repeats to a few tens of objects where nothing but the process itself is at work, and to some two percent where
   answers come over a socket in pieces: in five runs of
   \`memory-bench run --repeats 1 --filter '^(embedding/single|search/dense)$'\` embedding/single counted 5,329 to
   5,367 objects, search/dense 98,408 to 100,592.
8. With \`growth: { maxPercent }\`, memory is collected and read after every measured iteration, outside of the times and
   counts of the iterations. The \`*_growth_mb\` metrics are slopes of these readings.
9. A case that may leak is followed up in a separate process (pass \`leak\`), with a collected reading of the whole account
   after every iteration. It has no metrics: its sample carries \`iterations\` and \`followUp\`.

*Levels* (\`anon_peak_mb\`, \`peak_rss_mb\`) differ by some MiB between equal processes: where the allocator put things
while the model was loaded. *Changes* differ by a fraction of a MiB. That is why their floors are so different.

The cause is ONNX Runtime's own memory arena, which fastembed cannot switch off. In the repository,
\`node bench/model-levels.mjs <model.onnx> 8\` loads the model and runs it in equal processes. In one call of it, live native bytes
after the load ranged over 35.1 MiB and resident anonymous memory after eight runs over 7.8 MiB; without the arena over 0.0 and
0.3 MiB. A case that measures the load itself (\`embedding/load\`) has the difference in its changes too.
`;
}
