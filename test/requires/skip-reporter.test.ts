import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot, temporaryFolder } from '../processes.js';

const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
const config = join(repositoryRoot, 'test', 'fixtures', 'requires', 'vitest.config.ts');

/** Runs a fixture with vitest on a machine that has no program on PATH. */
function run(fixture: string, env: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const given = [vitest, 'run', '--config', config, ...flags, `${fixture}.fixture.ts`];
  const { status, stdout } = spawnSync(process.execPath, given, {
    encoding: 'utf8',
    env: { PATH: temporaryFolder(), HOME: temporaryFolder(), NO_COLOR: '1', ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

describe('a run in which a program is missing', () => {
  const reasons = 'heaptrack is not installed (2), cargo is not installed (1)';
  const hint = 'hint: apt-get install heaptrack cargo';

  it('passes, and ends with what was skipped', () => {
    const { status, lines } = run('missing', {});
    expect(lines.slice(-2)).toEqual([`warning: 2 tests skipped: ${reasons}`, hint]);
    expect(status).toBe(0);
  });

  it('fails with CI=true, and says what to install', () => {
    const { status, lines } = run('missing', { CI: 'true' });
    expect(lines.slice(-2)).toEqual([`error: 2 tests skipped in CI: ${reasons}`, hint]);
    expect(status).toBe(1);
  });

  it('ends so with other reporters as well', () => {
    const report = join(temporaryFolder(), 'report.json');
    const { status, lines } = run(
      'missing',
      { CI: 'true' },
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    );
    expect(lines.at(-1)).toBe(hint);
    expect(status).toBe(1);
  });

  it('counts no test that was not asked for', () => {
    const { status, lines } = run('missing', { CI: 'true' }, '--testNamePattern', 'under a profiler first');
    expect(lines.at(-2)).toBe('error: 1 test skipped in CI: heaptrack is not installed (1)');
    expect(status).toBe(1);
  });
});

describe('a run in which nothing is missing', () => {
  it('passes in CI without a word on skips', () => {
    const { status, lines } = run('complete', { CI: 'true' });
    expect(lines.join('\n')).not.toContain('skipped');
    expect(status).toBe(0);
  });

  it('fails in CI where a test is skipped all the same, and names it', () => {
    const { status, lines } = run('unexplained', { CI: 'true' });
    expect(lines.slice(-2)).toEqual([
      'error: 1 test skipped in CI: skipped by the test file (1)',
      '  unexplained.fixture.ts > for no stated reason',
    ]);
    expect(status).toBe(1);
  });

  it('does not call tests skipped whose suite failed', () => {
    const { status, lines } = run('broken', {});
    expect(lines.join('\n')).not.toContain('warning:');
    expect(status).toBe(1);
  });
});
