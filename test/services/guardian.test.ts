import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ending } from '../../src/services/child.js';
import { Guardian, obeyLedger } from '../../src/services/guardian.js';
import { guardianLine } from '../../src/services/guardian-line.js';
import {
  childrenOf,
  isAlive,
  type ProcessEntry,
  repositoryRoot,
  startSleeper,
  temporaryFolder,
  waitUntil,
  waitUntilGone,
} from '../processes.js';

const compiled = (module: string) => join(repositoryRoot, 'lib', 'src', 'services', `${module}.js`);

/** The folder of a run, and a file in it. */
function folderWithFile(): string {
  const folder = mkdtempSync(join(temporaryFolder(), 'run-'));
  writeFileSync(join(folder, 'file'), '');
  return folder;
}

/** The guardian process itself, told lines by hand. Resolves when it has ended. */
async function guardianTold(...lines: string[]): Promise<void> {
  const guardian = spawn(process.execPath, [compiled('guardian-entry')], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = ending(guardian);
  guardian.stdin?.end(lines.map((line) => `${line}\n`).join(''));
  await ended;
}

/** From the mask of caught signals; Node itself handles SIGINT and SIGTERM, but not this one. */
function handlesSighup({ pid }: ProcessEntry): boolean {
  const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  return Number.parseInt(caught.slice(-1), 16) % 2 === 1;
}

describe('the guardian', () => {
  it('kills what it watches and removes what it keeps clean when its owner is killed', async () => {
    const { entry } = await startSleeper();
    const folder = folderWithFile();
    const owner = await startSleeper(`
      const { Guardian } = await import(${JSON.stringify(compiled('guardian'))});
      const guardian = new Guardian();
      guardian.watch(${entry.pid});
      guardian.keepClean(${JSON.stringify(folder)});
    `);
    await waitUntil('the owner has a guardian', () => childrenOf(owner.entry.pid).length === 1);
    const [guardian] = childrenOf(owner.entry.pid);
    expect(isAlive(entry)).toBe(true);
    owner.child.kill('SIGKILL');
    await waitUntilGone([entry, guardian as ProcessEntry]);
    expect(existsSync(folder)).toBe(false);
  });

  it('does nothing while its owner lives', async () => {
    const { entry } = await startSleeper();
    const folder = folderWithFile();
    const guardian = new Guardian();
    guardian.watch(entry.pid);
    guardian.keepClean(folder);
    await delay(300);
    expect(isAlive(entry)).toBe(true);
    expect(existsSync(folder)).toBe(true);
    guardian.close();
    await waitUntilGone([entry]);
  });

  it('leaves a process alone that it was told to forget', async () => {
    const { entry } = await startSleeper();
    await guardianTold(`watch\t${entry.pid}\t${entry.startTicks}`, `forget\t${entry.pid}`);
    expect(isAlive(entry)).toBe(true);
  });

  it('leaves a process alone that was given the pid later', async () => {
    const { entry } = await startSleeper();
    await guardianTold(`watch\t${entry.pid}\t${entry.startTicks - 1}`);
    expect(isAlive(entry)).toBe(true);
  });

  it('leaves a folder alone that it was told to leave', async () => {
    const folder = folderWithFile();
    await guardianTold(`keep-clean\t${folder}`, `leave\t${folder}`);
    expect(existsSync(folder)).toBe(true);
  });

  it('kills who works in a folder that it removes, although nobody told of it', async () => {
    const folder = folderWithFile();
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { cwd: folder, stdio: 'ignore' });
    const ended = ending(child);
    await guardianTold(`keep-clean\t${folder}`);
    expect(await ended).toEqual({ signal: 'SIGKILL' });
    expect(existsSync(folder)).toBe(false);
  });

  it.each(['tab\there', 'line\nend', 'line\rend', '\u2028', 'größte→', 'per%09cent', `"'`])(
    'removes the folder of a run, and no other, where its path has %j in it',
    async (name) => {
      const parent = temporaryFolder();
      const shorter = join(parent, name.slice(0, name.search(/[\s%]|$/)) || 'x');
      mkdirSync(shorter, { recursive: true });
      const folder = join(parent, name, 'memory-bench-1');
      mkdirSync(folder, { recursive: true });
      const guardian = new Guardian();
      guardian.keepClean(folder);
      guardian.close();
      await waitUntil('the folder has gone', () => !existsSync(folder));
      expect(existsSync(join(parent, name))).toBe(true);
      expect(existsSync(shorter)).toBe(true);
    },
  );

  it('kills and removes nothing for a line that was cut off', async () => {
    const { entry } = await startSleeper();
    const folder = folderWithFile();
    const guardian = spawn(process.execPath, [compiled('guardian-entry')], { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = ending(guardian);
    guardian.stdin?.end(`watch\t${entry.pid}\nkeep-clean\t${folder}`);
    await ended;
    expect(isAlive(entry)).toBe(true);
    expect(existsSync(folder)).toBe(true);
  });

  it.each(['', '/', '.', 'memory-bench-1', '/memory-bench-1/..', '%ZZ'])(
    'removes nothing for the folder %j',
    async (folder) => {
      const cwd = folderWithFile();
      const guardian = spawn(process.execPath, [compiled('guardian-entry')], {
        cwd,
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const ended = ending(guardian);
      mkdirSync(join(cwd, 'memory-bench-1'));
      guardian.stdin?.end(`keep-clean\t${folder}\n`);
      await ended;
      expect(existsSync(join(cwd, 'file'))).toBe(true);
      expect(existsSync(join(cwd, 'memory-bench-1'))).toBe(true);
    },
  );

  it('has no credential in its environment', async () => {
    vi.stubEnv('GITHUB_TOKEN', 'ghs_secret');
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'secret');
    onTestFinished(() => void vi.unstubAllEnvs());
    const known = new Set(childrenOf(process.pid).map(({ pid }) => pid));
    const guardian = new Guardian();
    const own = childrenOf(process.pid).find(({ pid }) => !known.has(pid));
    await waitUntil('the guardian runs', () => readFileSync(`/proc/${own?.pid}/environ`, 'utf8') !== '');
    const environment = readFileSync(`/proc/${own?.pid}/environ`, 'utf8');
    guardian.close();
    expect(environment).toContain('PATH=');
    expect(environment).not.toMatch(/TOKEN/);
  });

  it('is not troubled by a process that has ended already', async () => {
    const { child, entry } = await startSleeper();
    const ended = ending(child);
    child.kill('SIGKILL');
    await ended;
    const folder = folderWithFile();
    await guardianTold(`watch\t${entry.pid}\t${entry.startTicks}`, `keep-clean\t${folder}`);
    expect(existsSync(folder)).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'does not go on %s, which reaches the whole group',
    async (signal) => {
      const folder = folderWithFile();
      const owner = await startSleeper(`
      const { Guardian } = await import(${JSON.stringify(compiled('guardian'))});
      new Guardian().keepClean(${JSON.stringify(folder)});
    `);
      await waitUntil('the owner has a guardian', () => childrenOf(owner.entry.pid).length === 1);
      const [guardian] = childrenOf(owner.entry.pid);
      if (guardian === undefined) throw new Error('the guardian has gone');
      await waitUntil('the guardian handles signals', () => handlesSighup(guardian));
      process.kill(guardian.pid, signal);
      await delay(100);
      expect(isAlive(guardian)).toBe(true);
      owner.child.kill('SIGKILL');
      await waitUntilGone([guardian]);
      expect(existsSync(folder)).toBe(false);
    },
  );
});

describe('a ledger', () => {
  it('that is obeyed later has what it names killed and removed', async () => {
    const { entry } = await startSleeper();
    const folder = folderWithFile();
    const ledger = join(temporaryFolder(), 'ledger');
    writeFileSync(ledger, guardianLine(['watch', entry.pid, entry.startTicks]) + guardianLine(['keep-clean', folder]));
    await obeyLedger(ledger);
    await waitUntilGone([entry]);
    expect(existsSync(folder)).toBe(false);
  });
});
