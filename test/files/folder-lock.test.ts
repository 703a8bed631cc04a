import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { reserveFolder } from '../../src/files/folder-lock.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';

const compiled = join(repositoryRoot, 'lib', 'src', 'files', 'folder-lock.js');

/** Another process that has reserved a folder. */
async function ownerOf(folder: string) {
  const program = `
    const { reserveFolder } = await import(${JSON.stringify(compiled)});
    await reserveFolder(${JSON.stringify(folder)});
    console.log('reserved');
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout, 'data');
  return owner;
}

it('a folder that another process has is refused, with the pid of that process', async () => {
  const folder = temporaryFolder();
  const owner = await ownerOf(folder);
  try {
    const refused = reserveFolder(folder);
    await expect(refused).rejects.toThrow(EnvironmentError);
    await expect(refused).rejects.toThrow(`process ${owner.pid}`);
  } finally {
    owner.kill('SIGKILL');
  }
});

it('a folder is free when the process that had it was killed', async () => {
  const folder = temporaryFolder();
  const owner = await ownerOf(folder);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  const release = await reserveFolder(folder);
  release();
});

it('a folder is free when it was released', async () => {
  const folder = temporaryFolder();
  (await reserveFolder(folder))();
  (await reserveFolder(folder))();
});

it('a folder is the same under another name', async () => {
  const folder = temporaryFolder();
  const link = join(temporaryFolder(), 'link');
  symlinkSync(folder, link);
  const release = await reserveFolder(folder);
  await expect(reserveFolder(link)).rejects.toThrow(`process ${process.pid}`);
  release();
});

it('two folders do not hinder each other', async () => {
  const releases = await Promise.all([reserveFolder(temporaryFolder()), reserveFolder(temporaryFolder())]);
  for (const release of releases) release();
});
