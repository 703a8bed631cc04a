// Writes comment-*.png into docs/images, or into the given folder: the comment on a pull request as GitHub shows it,
// light and dark, narrow and wide. The measurements are the committed baseline; the changes of the pull request are
// planted. Needs `npm run build` and Chromium.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareResults } from '../lib/src/compare/compare.js';
import { renderSection } from '../lib/src/report/comment.js';
import { launchChromium } from './chromium.mjs';
import { commentPage } from './comment-page.mjs';
import { plantedRun } from './planted-run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = process.argv[2] ?? join(root, 'docs/images');
/** Fixed sizes, which do not depend on fonts. */
const sizes = { narrow: { width: 375, height: 1400 }, wide: { width: 1280, height: 1120 } };
const repositoryUrl = 'https://github.com/acme/search';
const runUrl = `${repositoryUrl}/actions/runs/4711`;

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-picture-'));
const browser = await launchChromium(['--allow-file-access-from-files']);
try {
  const markdown = comment();
  mkdirSync(images, { recursive: true });
  for (const theme of ['light', 'dark']) {
    for (const [name, size] of Object.entries(sizes)) await picture(markdown, theme, name, size);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function comment() {
  const { baseline, results } = plantedRun();
  const rules = { budgets: {}, thresholds: {}, failOn: ['budget', 'regression', 'leak', 'error', 'missing'] };
  const provenance = {
    leg: '',
    repositoryUrl,
    runUrl,
    resultsUrl: `${runUrl}/artifacts/1`,
    profilesUrl: `${runUrl}/artifacts/2`,
    baseline: { source: 'ancestor', commitsBehind: 2, notes: [] },
  };
  return renderSection(compareResults(results, baseline, rules), results, baseline, provenance, 65_000);
}

async function picture(markdown, theme, name, viewport) {
  const file = join(folder, `${theme}-${name}.html`);
  writeFileSync(file, commentPage(markdown, { theme, width: viewport.width }));
  const page = await browser.newPage({ viewport });
  await page.goto(pathToFileURL(file).href);
  await page.locator('body[data-drawn]').waitFor();
  const path = join(images, `comment-${theme}-${name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}
