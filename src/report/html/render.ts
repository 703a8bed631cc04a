import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from './page-assets.js';
import { type PageSource, pageData } from './page-data.js';

/**
 * A comparison as one self-contained HTML file that needs no network and no other file. Untrusted content is embedded
 * as data, never as markup. Only memory-bench's own script and style, identified by their hashes, may run.
 */
export function renderHtml(source: PageSource): string {
  const data = pageData(source);
  const policy = [
    "default-src 'none'",
    `script-src '${pageScriptHash}'`,
    `style-src '${pageStyleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`memory-bench: ${data.headline}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript><p>This report is drawn by a script, which is switched off here; report.md has the same in words.</p></noscript>
<script type="application/json" id="report-data">${embeddedJson(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** JSON that cannot close the element it is embedded in, whatever its strings contain. */
export function embeddedJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
