import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { embeddedQdrant } from '../../../src/services/qdrant/binary.js';
import { repositoryRoot, temporaryFolder } from '../../processes.js';

const shim = fileURLToPath(new URL('docker-shim.mjs', import.meta.url));

/** How a container was run. */
export interface ContainerRun {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
}

/** Puts a stand-in for Docker first on PATH, until `vi.unstubAllEnvs`. Returns how to look into its containers. */
export function installDocker(): { run(name: string): ContainerRun; isRemoved(name: string): boolean } {
  const folder = temporaryFolder();
  const program = join(folder, 'docker');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${shim}' "$@"\n`);
  chmodSync(program, 0o755);
  const state = temporaryFolder();
  vi.stubEnv('SHIM_STATE', state);
  vi.stubEnv('SHIM_QDRANT', join(repositoryRoot, 'node_modules', embeddedQdrant.package, 'bin', 'qdrant'));
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  return {
    run: (name) => JSON.parse(readFileSync(join(state, name, 'run.json'), 'utf8')),
    isRemoved: (name) => existsSync(join(state, name, 'removed')),
  };
}
