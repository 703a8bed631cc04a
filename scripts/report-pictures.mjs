// Writes report-*.png into docs/images, or into the given folder: the HTML report, light and dark, narrow and wide. Its
// data are planted (planted-run.mjs), with a history. Native memory is recorded in recorded-native.json. That file
// contains the results, without package versions and per-iteration series, of
//   node ../../bin/memory-bench.js run --tag broken --profiler heaptrack --repeats 1 --max-repeats 1
// in examples/rust-daemon. Needs `npm run build` and Chromium.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareResults } from '../lib/src/compare/compare.js';
import { renderHtml } from '../lib/src/report/html/render.js';
import { launchChromium } from './chromium.mjs';
import { plantedRun } from './planted-run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = process.argv[2] ?? join(root, 'docs/images');
const widths = { narrow: 375, wide: 1440 };
const heights = { narrow: 1500, wide: 850 };
const rules = { budgets: {}, thresholds: {}, failOn: ['budget', 'regression', 'leak', 'error', 'missing'] };
const views = {
  case: {
    id: 'batch-ingestion/100x10KB-batched',
    heading: 'Memory over time',
    height: { narrow: 1500, wide: 1150 },
  },
  sites: {
    id: 'batch-ingestion/100x10KB-batched',
    heading: 'Where the memory comes from',
    height: { narrow: 860, wide: 720 },
  },
  native: {
    id: 'index-leaking',
    heading: 'Native memory',
    height: { narrow: 900, wide: 720 },
    recorded: true,
  },
  growth: { id: 'leak/ingestion', heading: 'Growth over the iterations', height: { narrow: 700, wide: 560 } },
};

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-pictures-'));
const page = written('report.html', source());
const nativePage = written('native.html', recorded());
mkdirSync(images, { recursive: true });
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, width] of Object.entries(widths)) await pictures(colorScheme, name, width);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function written(name, report) {
  const path = join(folder, name);
  writeFileSync(path, renderHtml(report));
  return path;
}

function recorded() {
  const results = JSON.parse(readFileSync(join(root, 'scripts/recorded-native.json'), 'utf8'));
  return { comparison: compareResults(results, undefined, rules), results, baselineResults: undefined };
}

function source() {
  const { baseline, results } = plantedRun();
  baseline.history = pastOf(baseline);
  return { comparison: compareResults(results, baseline, rules), results, baselineResults: baseline };
}

/** Twelve runs that differ from the baseline by a fraction of the spread of its samples. */
function pastOf({ cases }) {
  return Array.from({ length: 12 }, (_, run) => ({
    sha: (0x1a2b3c4 * (run + 2)).toString(16).padStart(7, '0').repeat(6).slice(0, 40),
    startedAt: new Date(Date.UTC(2026, 2, 1 - 2 * run)).toISOString(),
    cases: Object.fromEntries(
      cases.map(({ id, definitionHash, samples }) => [id, { definitionHash, medians: pastMedians(samples, run) }]),
    ),
  }));
}

function pastMedians(samples, run) {
  const memory = samples.filter(({ pass }) => pass === 'memory').map(({ metrics }) => metrics);
  return Object.fromEntries(
    Object.keys(memory[0]).map((name) => {
      const values = memory.map((metrics) => metrics[name]).sort((a, b) => a - b);
      const median = values[Math.floor(values.length / 2)];
      return [name, median + 0.2 * (memory[run % memory.length][name] - median)];
    }),
  );
}

async function pictures(colorScheme, name, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: heights[name] } });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(page).href);
  await shoot(tab, `report-${colorScheme}-${name}`);
  for (const [view, { id, heading, height, recorded }] of Object.entries(views)) {
    // Chromium does not reload a page if only the hash changes.
    await tab.goto('about:blank');
    await tab.setViewportSize({ width, height: height[name] });
    await tab.goto(`${pathToFileURL(recorded ? nativePage : page).href}#case=${encodeURIComponent(id)}`);
    await tab.locator('details[open] canvas').first().waitFor();
    await tab.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView());
    await shoot(tab, `report-${view}-${colorScheme}-${name}`);
  }
  await context.close();
}

async function shoot(tab, name) {
  const path = join(images, `${name}.png`);
  await tab.screenshot({ path });
  console.log(path);
}
