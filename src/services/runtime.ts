import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';
import { ensureCachedFolder } from './cache-folder.js';
import { installLocked } from './npm.js';

/** Keeps folders between runs, or does nothing if it cannot. */
export interface KeptRuntime {
  /** True if the folder now exists. It may be incomplete. */
  restore(folder: string, key: string): Promise<boolean>;
  save(folder: string, key: string): Promise<void>;
}

export interface RuntimeOptions {
  /** The folder that has the files of the runtime: package.json, package-lock.json, .npmrc. */
  readonly source: string;
  readonly cacheDir: string;
  readonly kept: KeptRuntime;
  say(line: string): void;
}

const files = ['package.json', 'package-lock.json', '.npmrc'] as const;

/**
 * The folder with the packages that scenarios use, at the locked versions. Installed with npm if it neither exists nor
 * was kept. Every file is checked against its hash from the installation.
 * @throws EnvironmentError if npm fails, with the end of its output, or on a file system error.
 */
export async function installRuntime({ source, cacheDir, kept, say }: RuntimeOptions): Promise<string> {
  const name = `${process.platform}-${process.arch}-${await hashOf(source)}`;
  const folder = join(cacheDir, 'runtime', name);
  const key = `memory-bench-runtime-${name}`;
  if (!existsSync(folder) && (await kept.restore(folder, key))) say('the runtime was taken from the cache');
  let installed = false;
  await ensureCachedFolder({
    folder,
    required: ['package-lock.json', 'node_modules/fastembed/package.json'],
    write: async (temporary) => {
      for (const file of files) await copyFile(join(source, file), join(temporary, file));
      say('installing the runtime with npm');
      await installLocked(temporary);
      await prune(temporary);
      installed = true;
      return temporary;
    },
  });
  if (installed) await kept.save(folder, key);
  return folder;
}

/** First 12 hex digits of the sha256 over everything the folder depends on. */
async function hashOf(source: string): Promise<string> {
  const digest = createHash('sha256');
  try {
    for (const file of files) digest.update(await readFile(join(source, file))).update('\0');
  } catch (cause) {
    throw new EnvironmentError(`the installation of memory-bench is incomplete: ${messageOf(cause)}`, {
      remedy: 'Name a released version of the action in `uses:`.',
      cause,
    });
  }
  return digest.digest('hex').slice(0, 12);
}

/** onnxruntime-node has the binaries of all platforms: four fifths of it are for other machines. */
async function prune(folder: string): Promise<void> {
  const bin = join(folder, 'node_modules', 'onnxruntime-node', 'bin');
  for (const napi of await readdir(bin)) {
    for (const platform of await readdir(join(bin, napi))) {
      if (platform !== process.platform) await rm(join(bin, napi, platform), { recursive: true });
      else await keepOnly(process.arch, join(bin, napi, platform));
    }
  }
}

async function keepOnly(name: string, folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry !== name) await rm(join(folder, entry), { recursive: true });
  }
}
