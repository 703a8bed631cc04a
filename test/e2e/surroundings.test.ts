import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Command,
  childrenOf,
  fixture,
  memoryBench,
  processEntry,
  repositoryRoot,
  temporaryFolder,
  waitUntil,
  waitUntilGone,
} from '../processes.js';
import { needs } from '../requires/needs.js';
import { mountSmallDisk } from '../small-disk.js';

const quick = ['--scenarios', fixture('quick'), '--suite', 'smoke', '--repeats', '1', '--max-repeats', '1'];
const given = ['run', ...quick, '--qdrant', 'none', '--sites', 'none'];
const program = join(repositoryRoot, 'bin', 'memory-bench.js');

/** A run in a shell, with what the shell puts around it. `$MB` stands for the command line, `$LIST` for one that lists. */
function inShell(script: string, cwd: string) {
  const quoted = (words: readonly string[]) =>
    [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ');
  const list = quoted(['list', '--scenarios', fixture('quick')]);
  const whole = script.replaceAll('$MB', quoted(given)).replaceAll('$LIST', list);
  const { status, stdout, stderr } = spawnSync('bash', ['-c', whole], {
    cwd,
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { status, stdout, stderr };
}

describe('standard output', () => {
  it('may be closed by its reader, and the verdict stays', () => {
    const { stdout, stderr } = inShell('($MB; echo "status $?" >&2) | head -1', temporaryFolder());
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toContain('status 0');
    expect(stderr).not.toMatch(/EPIPE|Error|at .*:\d+/);
  });

  it.each(['>&-', '2>&-', '>&- 2>&-', '2>/dev/full', '<&-'])('may be closed with %s, and the verdict stays', (how) => {
    expect(inShell(`$MB ${how}`, temporaryFolder()).status).toBe(0);
  });

  it('that cannot be written makes a run that would pass end with status 3', () => {
    const { status, stderr } = inShell('$MB >/dev/full', temporaryFolder());
    expect(status).toBe(3);
    expect(stderr).toContain('standard output cannot be written: ENOSPC');
  });

  it('that cannot be written makes a command with one line of output end with status 3', () => {
    const { status, stderr } = inShell('$LIST >/dev/full', temporaryFolder());
    expect(status).toBe(3);
    expect(stderr).toContain('standard output cannot be written: ENOSPC');
  });

  it('that cannot be written leaves a verdict that fails as it is', () => {
    expect(inShell('$MB --filter none-such >/dev/full', temporaryFolder()).status).toBe(2);
  });
});

describe('a folder that nothing can be written to', () => {
  it.each([
    ['--out', '/proc/self/x/y'],
    ['--out', '/proc/x'],
    ['--out', '/sys/x'],
    ['--out', '/dev/fd/x'],
  ])('%s %s is an error of the environment', async (flag, path) => {
    const { code, stderr } = await new Command([...given, flag, path]).endWithin(60_000);
    expect(code).toBe(3);
    expect(stderr).toContain('belongs to the kernel');
  });

  it('as a cache is an error of the environment', async () => {
    const flags = ['--cache-dir', '/proc/x', '--model', 'fast-bge-small-en', '--require', 'model'];
    const scenario = ['--scenarios', 'builtin', '--filter', 'model|embed'];
    const { code, stderr } = await new Command(['run', ...flags, ...scenario, '--suite', 'smoke']).endWithin(60_000);
    expect(stderr).toContain('belongs to the kernel');
    expect(code).toBe(3);
  });

  it('because it is a file is an error of the environment', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file'), '');
    const { code, stderr } = await memoryBench([...given, '--out', 'file'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('exists and is not a folder');
  });
});

const oddNames = [
  'tab\there',
  'line\nend',
  `"quoted'`,
  'größte→',
  'a,b:c d',
  'per%41cent%p',
  '\u2028',
  '$(x)`y`',
  '#x?y=1',
];

describe('a folder with an odd name', () => {
  it.each(oddNames)('holds temporary files and results: %j', async (name) => {
    const parent = temporaryFolder();
    const temporary = join(parent, name);
    mkdirSync(temporary);
    const { code } = await memoryBench([...given, '--out', join(parent, `${name}-out`)], {
      env: { TMPDIR: temporary },
    });
    expect(code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(join(parent, `${name}-out`)).sort()).toEqual(['report.html', 'report.md', 'results.json']);
  });

  it('is cleaned by the guardian of a killed run, and no other folder is', async () => {
    const parent = temporaryFolder();
    const temporary = join(parent, 'tab\tand\nline');
    const other = join(parent, 'tab');
    for (const folder of [temporary, other]) mkdirSync(folder);
    writeFileSync(join(other, 'precious'), '');
    const sleepy = ['run', '--scenarios', fixture('sleepy'), '--suite', 'smoke', '--repeats', '1', '--qdrant', 'none'];
    const command = new Command(sleepy, { env: { TMPDIR: temporary } });
    await command.waitForProgress('measuring 1 case');
    await command.waitForChildren(2);
    const helpers = childrenOf(command.pid);
    command.kill('SIGKILL');
    await waitUntilGone(helpers);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(join(other, 'precious'))).toBe(true);
  });
});

describe('a relative TMPDIR', () => {
  it('is cleaned by the guardian of a killed run', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'temporary'));
    const sleepy = ['run', '--scenarios', fixture('sleepy'), '--suite', 'smoke', '--repeats', '1', '--qdrant', 'none'];
    const command = new Command(sleepy, { cwd, env: { TMPDIR: 'temporary' } });
    await command.waitForProgress('measuring 1 case');
    await command.waitForChildren(2);
    const helpers = childrenOf(command.pid);
    command.kill('SIGKILL');
    await waitUntilGone(helpers);
    expect(readdirSync(join(cwd, 'temporary'))).toEqual([]);
  });
});

describe('two runs in one folder', () => {
  it('do not mix: the second is refused with the pid of the first, which goes on', async () => {
    const cwd = temporaryFolder();
    const sleepy = [
      'run',
      '--scenarios',
      fixture('sleepy'),
      '--suite',
      'smoke',
      '--repeats',
      '1',
      '--max-repeats',
      '1',
    ];
    const first = new Command([...sleepy, '--qdrant', 'none', '--sites', 'none', '--out', 'out'], { cwd });
    await first.waitForProgress('measuring 1 case');
    symlinkSync(join(cwd, 'out'), join(cwd, 'link'));
    const second = await memoryBench([...given, '--out', 'link'], { cwd });
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(`another run (process ${first.pid}) of memory-bench writes to`);
    expect((await first.end()).code).toBe(0);
    expect(readFileSync(join(cwd, 'out', 'results.json'), 'utf8')).toContain('"sleepy"');
    expect(readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('are no obstacle where the first was killed', async () => {
    const cwd = temporaryFolder();
    const sleepy = ['run', '--scenarios', fixture('sleepy'), '--suite', 'smoke', '--repeats', '1', '--qdrant', 'none'];
    const first = new Command([...sleepy, '--out', 'out'], { cwd });
    await first.waitForProgress('measuring 1 case');
    first.kill('SIGKILL');
    await waitUntil('it has gone', () => processEntry(first.pid) === undefined);
    expect((await memoryBench([...given, '--out', 'out'], { cwd })).code).toBe(0);
  });
});

describe('a limit on open files', () => {
  it.each([24, 48, 80])(
    'of %i, too small to load memory-bench, is an error of the environment with a remedy',
    (most) => {
      const { status, stderr } = inShell(`ulimit -n ${most}; $MB`, temporaryFolder());
      expect(status).toBe(3);
      expect(stderr).toContain('ulimit -n');
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
  );
});

describe('a limit on address space', () => {
  it('that is too small for Node is an error of the environment with a remedy', () => {
    const { status, stderr } = inShell('ulimit -v 1000000; $MB', temporaryFolder());
    expect(status).toBe(3);
    expect(stderr).toContain('ulimit -v');
  });

  it('of the measured Node is an error of the environment with a remedy', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'node'), `#!/bin/sh\nulimit -v 500000\nexec '${process.execPath}' "$@"\n`, { mode: 0o755 });
    const { status, stderr } = inShell('$MB --node-path ./node', cwd);
    expect(status).toBe(3);
    expect(stderr).toContain('ulimit -v');
  });
});

describe('a full disk', needs('mount'), () => {
  it('is an error of the environment, and no draft is left', () => {
    const cwd = temporaryFolder();
    const out = mountSmallDisk(join(cwd, 'out'), 64);
    // The report in HTML has 200 KB.
    const { status, stderr } = inShell('$MB --out out', cwd);
    expect(status).toBe(3);
    expect(stderr).toContain('could not write');
    expect(stderr).toContain('ENOSPC');
    expect(readdirSync(out).sort()).toEqual(['report.md', 'results.json']);
  });
});
