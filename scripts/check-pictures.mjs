// Takes every picture of docs/images again, into the given folder or a temporary one, and compares them with the
// committed ones: same names, same size in pixels, none blank. Bytes are not compared: fonts and browsers differ.
// Also checks that every picture of README.md and docs/*.md exists. Needs `npm run build` and Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const root = join(scripts, '..');
const committed = join(root, 'docs/images');
/** Minimum share of pixels in another colour than the most frequent one. */
const leastDrawn = 0.005;

const [given] = process.argv.slice(2);
const folder = given ?? mkdtempSync(join(tmpdir(), 'memory-bench-pictures-'));
mkdirSync(folder, { recursive: true });
try {
  const taken = ['report-pictures.mjs', 'comment-picture.mjs'].flatMap(take);
  const faults = [
    ...taken,
    ...missing(),
    ...['README.md', ...pagesOfDocs()].flatMap(faultsOfPage),
    ...(await pictureFaults()),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`${pngs(folder).length} pictures, as they are in docs/images`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

function take(script) {
  const { status, stderr } = spawnSync(process.execPath, [join(scripts, script), folder], { encoding: 'utf8' });
  return status === 0 ? [] : [`${script} failed:\n${stderr}`];
}

function missing() {
  const [now, before] = [pngs(folder), pngs(committed)];
  return [
    ...before.filter((name) => !now.includes(name)).map((name) => `${name} is in docs/images, and was not taken`),
    ...now.filter((name) => !before.includes(name)).map((name) => `${name} was taken, and is not in docs/images`),
  ];
}

function pagesOfDocs() {
  return readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
}

function faultsOfPage(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const used = [...new Set([...text.matchAll(/(?<=["(/])images\/([\w.-]+)/g)].map(([, name]) => name))];
  return used
    .filter((name) => !existsSync(join(committed, name)) || !existsSync(join(folder, name)))
    .map((name) => `${file} shows ${name}, which is no picture that is taken`);
}

async function pictureFaults() {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const faults = [];
    for (const name of pngs(folder)) {
      const content = readFileSync(join(folder, name));
      const drawn = await drawnShare(page, content);
      if (!(drawn > leastDrawn)) faults.push(`${name} is blank: ${(100 * drawn).toFixed(2)} % of it is drawn`);
      const before = join(committed, name);
      const [size, sizeBefore] = [content, existsSync(before) ? readFileSync(before) : content].map(sizeOf);
      if (size !== sizeBefore) faults.push(`${name} is ${size}, and ${sizeBefore} in docs/images`);
    }
    return faults;
  } finally {
    await browser.close();
  }
}

/** Share of a picture's pixels in another colour than the most frequent one. The browser decodes the picture. */
function drawnShare(page, content) {
  return page.evaluate(
    async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      const points = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      const counts = new Map();
      for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
      return 1 - Math.max(...counts.values()) / points.length;
    },
    `data:image/png;base64,${content.toString('base64')}`,
  );
}

/** Width and height from the header of a PNG. */
function sizeOf(content) {
  return `${content.readUInt32BE(16)} x ${content.readUInt32BE(20)}`;
}

function pngs(path) {
  return readdirSync(path)
    .filter((name) => name.endsWith('.png'))
    .sort();
}
