import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TerminalEmulator } from '../live/terminal-emulator.js';
import { Command, childrenOf, fixture, memoryBench, temporaryFolder } from '../processes.js';
import { needs } from '../requires/needs.js';

const flags = ['run', '--scenarios', fixture('waiting'), '--suite', 'smoke', '--repeats', '1', '--out', 'out'];
const env = { TERM: 'xterm', LANG: 'C.UTF-8' };
const erasure = '\u001b[J';

/** A pseudo terminal that nobody gave a size has 80 columns. */
function screenAfter(written: string): string[] {
  const emulator = new TerminalEmulator(80);
  emulator.write(written);
  return emulator.lines;
}

/** The command line itself, below script(1) and its shell. */
function measuringPid(pid: number): number | undefined {
  const children = childrenOf(pid);
  const found = children.find(({ name }) => name === 'node' || name === 'MainThread');
  return found?.pid ?? children.map((child) => measuringPid(child.pid)).find((deeper) => deeper !== undefined);
}

describe('a run on a terminal', needs('script'), () => {
  it('shows case, phase and memory as it goes, and leaves the lines that stay', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'go'), '');
    const { code, stdout } = await memoryBench(flags, { cwd, env, terminal: true });
    expect(code, stdout).toBe(0);
    expect(stdout).toMatch(/\[2\/2\] {2}\d+ s elapsed, ~\d+ s left/);
    expect(stdout).toMatch(/memory {2} +[\d.]+ MiB {2}[▁-█]+/);
    expect(stdout).toContain('done    quick  sample 1/1  peak');
    // A call that is the first to be measured may be followed up: what it allocates once is not known to be that.
    const left = screenAfter(stdout).filter((line) => !/may leak: following up with more iterations$/.test(line));
    expect(left[1]).toMatch(/^measuring 2 cases, 1 sample each; no baseline yet$/);
    expect(left[2]).toMatch(/, no baseline yet for /);
    expect(left.join('\n')).toContain('PASS  2 cases measured');
    expect(left.join('\n')).not.toMatch(/elapsed|done {2}|[━─]|sample 1\/1/);
  });

  it('leaves what says why where it is interrupted, and nothing of the live view', async () => {
    const command = new Command(flags, { env, terminal: true });
    await command.waitForProgress('waits  sample 1/1  cold');
    const pid = measuringPid(command.pid);
    if (pid === undefined) throw new Error('the command line is not there');
    process.kill(pid, 'SIGINT');
    const { code, stdout } = await command.end();
    expect(code, stdout).toBe(130);
    const left = screenAfter(stdout);
    expect(left[1]).toMatch(/^measuring 2 cases/);
    expect(left[2]).toMatch(/^memory-bench: interrupted/);
    expect(left.join('\n')).not.toMatch(/elapsed|[━─]|sample 1\/1/);
  });

  it('that breaks a sample keeps its message', async () => {
    const scenario = fixture('failing');
    const given = ['run', '--scenarios', scenario, '--suite', 'full', '--filter', '^throws-in-run$', '--repeats', '1'];
    const { stdout } = await memoryBench(given, { env, terminal: true });
    const failed = screenAfter(stdout).filter((line) => /^\[.* failed: /.test(line));
    expect(failed).toEqual([
      '[1/2] throws-in-run  sample 1/1  failed: divided by zero',
      '[2/2] throws-in-run  counting allocations  failed: divided by zero',
    ]);
  });

  it.each([
    ['that can do nothing', { TERM: 'dumb', LANG: 'C.UTF-8' }],
    ['of CI', { ...env, CI: 'true' }],
  ])('%s draws nothing and says a line a sample', async (_, environment) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'go'), '');
    const { stdout } = await memoryBench([...flags, '--filter', 'quick'], { cwd, env: environment, terminal: true });
    expect(stdout).not.toContain(erasure);
    expect(stdout).toMatch(/\[1\/1\] quick {2}sample 1\/1 {2}peak/);
  });
});

describe('a run whose locale has no Unicode', needs('script'), () => {
  it('shows the live view in ASCII', async () => {
    const { stdout } = await memoryBench([...flags, '--filter', 'quick'], { env: { TERM: 'xterm' }, terminal: true });
    expect(stdout).toContain(erasure);
    expect(stdout).not.toMatch(/[▁-█━─]/);
  });
});
