// Writes docs/images/comment-*.png: the comment on a pull request as GitHub shows it, light and dark, narrow and wide.
// What is measured is the committed baseline; what the pull request changes is planted. Needs `npm run build` and Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { compareResults } from '../lib/src/compare/compare.js';
import { renderSection } from '../lib/src/report/comment.js';
import { plantedRun } from './planted-run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const widths = { narrow: 375, wide: 1280 };
const repositoryUrl = 'https://github.com/acme/search';
const runUrl = `${repositoryUrl}/actions/runs/4711`;

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-picture-'));
try {
  const html = marked.parse(comment(), { gfm: true });
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  for (const theme of ['light', 'dark']) {
    for (const [name, width] of Object.entries(widths)) picture(html, theme, name, width);
  }
} finally {
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
    baseline: { source: 'ancestor', commitsBehind: 2, notes: [] },
  };
  return renderSection(compareResults(results, baseline, rules), results, baseline, provenance, 65_000);
}

function picture(html, theme, name, width) {
  const page = join(folder, `${theme}-${name}.html`);
  writeFileSync(page, document(html, theme, width));
  const dom = browse(page, width, 800, ['--dump-dom']);
  const height = Number(/data-height="(\d+)"/.exec(dom)?.[1]);
  if (!(height > 0)) throw new Error(`the height of ${theme}-${name} could not be measured`);
  const target = join(root, 'docs/images', `comment-${theme}-${name}.png`);
  browse(page, width, height, [`--screenshot=${target}`]);
  console.log(`${target} ${width}x${height}`);
}

function browse(page, width, height, flags) {
  const given = [
    '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
    '--disable-component-update --disable-sync --hide-scrollbars --virtual-time-budget=20000',
  ].flatMap((line) => line.split(' '));
  const profile = mkdtempSync(join(folder, 'profile-'));
  const own = [`--user-data-dir=${profile}`, `--window-size=${width},${height}`, ...flags, pathToFileURL(page).href];
  return execFileSync(chromium, [...given, ...own], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A page like a pull request of GitHub; mermaid is themed as there. */
function document(html, theme, width) {
  const address = (path) => pathToFileURL(createRequire(import.meta.url).resolve(path)).href;
  const dark = theme === 'dark';
  const [page, line] = dark ? ['#0d1117', '#3d444d'] : ['#ffffff', '#d1d9e0'];
  const charts = html.replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    '<div class="mermaid">$1</div>',
  );
  return `<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="${address(`github-markdown-css/github-markdown-${theme}.css`)}"><style>
body { margin: 0; background: ${page}; }
.page { box-sizing: border-box; width: ${width}px; padding: ${width < 500 ? 8 : 24}px; }
.markdown-body { box-sizing: border-box; max-width: 870px; margin: 0 auto; padding: 16px; border: 1px solid ${line};
  border-radius: 6px; font-size: 14px; }
.mermaid { margin-bottom: 16px; text-align: center; }
</style></head><body><div class="page"><div class="markdown-body">${charts}</div></div>
<script src="${address('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, theme: '${dark ? 'dark' : 'default'}' });
mermaid.run().finally(() => {
  document.body.dataset.height = Math.ceil(document.querySelector('.page').getBoundingClientRect().height);
});
</script></body></html>`;
}
