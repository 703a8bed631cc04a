import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Mounts a disk of `kib` KiB on a folder, which is created, until the test has finished. Needs `mount`. */
export function mountSmallDisk(folder: string, kib: number): string {
  mkdirSync(folder, { recursive: true });
  if (!mountAt(folder, kib)) throw new Error(`no disk could be mounted on ${folder}`);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** Whether a disk can be mounted here: as root, or with a sudo that asks for no password. */
export function canMountDisks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'memory-bench-mount-'));
  try {
    const mounted = mountAt(folder, 64);
    if (mounted) unmount(folder);
    return mounted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mountAt(folder: string, kib: number): boolean {
  return asRoot('mount', '-t', 'tmpfs', '-o', `size=${kib}k,mode=0777`, 'tmpfs', folder);
}

function unmount(folder: string): void {
  asRoot('umount', folder);
}

function asRoot(...command: readonly [string, ...string[]]): boolean {
  const [program, ...given] = process.geteuid?.() === 0 ? command : (['sudo', '-n', ...command] as const);
  return spawnSync(program, given, { stdio: 'ignore' }).status === 0;
}
