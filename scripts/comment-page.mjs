// Renders a comment as GitHub shows it on a pull request, for the pictures and for the test that measures the page.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';

/** Fonts with the metrics of Arial and of Liberation Mono, so that the layout is the same on every machine. */
const fonts = ['arimo/latin-400', 'arimo/latin-600', 'arimo/latin-700', 'cousine/latin-400'];

/**
 * Returns the page as HTML. It sets `document.body.dataset.drawn` when fonts are loaded and the chart is drawn. Mermaid
 * is themed as on GitHub. Chromium needs `--allow-file-access-from-files` to load the fonts.
 */
export function commentPage(markdown, { theme, width }) {
  const address = (path) => pathToFileURL(createRequire(import.meta.url).resolve(path)).href;
  const dark = theme === 'dark';
  const [page, line] = dark ? ['#0d1117', '#3d444d'] : ['#ffffff', '#d1d9e0'];
  const charts = marked
    .parse(markdown, { gfm: true })
    .replaceAll(/<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g, '<div class="mermaid">$1</div>');
  const sheets = [
    ...fonts.map((font) => `@fontsource/${font}.css`),
    `github-markdown-css/github-markdown-${theme}.css`,
  ];
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="${address(sheet)}">`);
  return `<!doctype html><html><head><meta charset="utf-8">
${links.join('\n')}<style>
body { margin: 0; background: ${page}; }
.page { box-sizing: border-box; width: ${width}px; padding: ${width < 500 ? 8 : 24}px; }
.markdown-body { box-sizing: border-box; max-width: 870px; margin: 0 auto; padding: 16px; border: 1px solid ${line};
  border-radius: 6px; font-size: 14px; font-family: Arimo, sans-serif; }
.markdown-body :is(code, pre, tt, samp) { font-family: Cousine, monospace; }
.mermaid { margin-bottom: 16px; text-align: center; }
</style></head><body><div class="page"><div class="markdown-body">${charts}</div></div>
<script src="${address('mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, theme: '${dark ? 'dark' : 'default'}' });
Promise.all([...document.fonts].map((font) => font.load()))
  .then(() => mermaid.run())
  .finally(() => { document.body.dataset.drawn = 'yes'; });
</script></body></html>`;
}
