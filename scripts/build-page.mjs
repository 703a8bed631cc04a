// Writes src/report/html/page-assets.ts: the script and the style of the HTML report, built from page/ and uPlot, as
// text with the hashes for its security policy. With --check, it fails on a difference instead.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = 'src/report/html/page-assets.ts';
const check = process.argv.includes('--check');

const content = assets({ script: await script(), style: style() });
if (!check) writeFileSync(join(root, target), content);
else if (readFileSync(join(root, target), 'utf8') !== content) {
  console.error(`${target} is not what page/ makes of it: run \`npm run generate\``);
  process.exitCode = 1;
}

async function script() {
  const bundle = await rolldown({ input: join(root, 'page/main.ts'), cwd: root, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const [chunk] = output;
  if (output.length !== 1) throw new Error(`the page came out in ${output.length} parts`);
  const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules/uplot/package.json'), 'utf8'));
  const notice = readFileSync(join(root, 'node_modules/uplot/LICENSE'), 'utf8').trim();
  return `/* Contains uPlot ${version}, ${license}:\n${notice}\n*/\n${chunk.code.trim()}`;
}

function style() {
  const uPlot = readFileSync(createRequire(import.meta.url).resolve('uplot/dist/uPlot.min.css'), 'utf8');
  return `${uPlot.trim()}\n${squeezed(readFileSync(join(root, 'page/style.css'), 'utf8'))}`;
}

/** Removes line breaks and indentation. */
function squeezed(css) {
  return css.replaceAll(/\n\s*/g, ' ').trim();
}

function assets({ script, style }) {
  for (const [name, text] of Object.entries({ script, style })) {
    // The text must not end the element that contains it.
    if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`the ${name} of the page cannot stand in HTML`);
  }
  const constant = (name, text) => `export const ${name}: string = ${JSON.stringify(text)};\n`;
  return [
    '// Made by `npm run generate` from page/ and uPlot.\n',
    constant('pageScript', script),
    constant('pageScriptHash', hash(script)),
    constant('pageStyle', style),
    constant('pageStyleHash', hash(style)),
  ].join('\n');
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
