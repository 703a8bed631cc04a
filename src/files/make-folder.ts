import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { EnvironmentError, messageOf } from '../errors.js';

/** Kernel file systems. Nothing is kept there, and creating a folder can fail in ways that Node does not expect. */
const kernelFolders = ['/proc', '/sys', '/dev'];
/** The one place below them that is an ordinary file system. */
const sharedMemory = '/dev/shm';
const usualRemedy = 'Name a folder that you can write to.';

/**
 * Creates a folder and its missing parents, one `mkdir` each. Node's own recursive `mkdir` loops forever below /proc,
 * where creating a folder fails with ENOENT although its parent exists.
 * @throws EnvironmentError below /proc, /sys and /dev, and if the folder cannot be created.
 */
export async function makeFolder(path: string, remedy = usualRemedy): Promise<void> {
  const full = resolve(path);
  const missing: string[] = [];
  let present = full;
  while (!(await exists(present))) {
    const parent = dirname(present);
    if (parent === present) break;
    missing.unshift(present.slice(parent.length).replace(/^[/\\]+/, ''));
    present = parent;
  }
  await refuseKernelFolder(full, present, remedy);
  try {
    for (const name of missing) {
      present = join(present, name);
      await mkdir(present).catch(unlessTaken);
    }
    if (!(await stat(full)).isDirectory()) throw new Error('it exists and is not a folder');
  } catch (cause) {
    throw new EnvironmentError(`cannot create the folder ${full}: ${messageOf(cause)}`, { remedy, cause });
  }
}

/** Resolves symbolic links in the existing part of the path: one in the home folder may lead to /proc. */
async function refuseKernelFolder(wanted: string, present: string, remedy: string): Promise<void> {
  const real = await realpath(present).catch(() => present);
  const isBelow = (folder: string) => `${real}${sep}`.startsWith(`${folder}${sep}`);
  const found = kernelFolders.find(isBelow);
  if (found === undefined || isBelow(sharedMemory)) return;
  throw new EnvironmentError(`cannot create the folder ${wanted}: ${found} belongs to the kernel`, { remedy });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Another process may create the same folder at the same time. */
function unlessTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
