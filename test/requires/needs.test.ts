import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../processes.js';
import { optionsWithout } from './needs.js';
import { isInstalled, packagesOf, programs } from './programs.js';

describe('the options of a test', () => {
  it('skip it where a program is missing, and say which', () => {
    expect(optionsWithout(['heaptrack', 'perl'])).toEqual({
      skip: true,
      meta: { missingPrograms: ['heaptrack', 'perl'] },
    });
  });

  it('are none where nothing is missing, so that a skipped suite stays skipped', () => {
    expect(optionsWithout([])).toEqual({});
  });
});

/** Text of a file of the repository. */
const textOf = (...path: readonly string[]) => readFileSync(join(repositoryRoot, ...path), 'utf8');

describe('CI', () => {
  // bash runs the script itself; Chromium has a package of npm to come from.
  const fromDebian = programs.filter((program) => program !== 'bash' && program !== 'chromium');

  it.each(fromDebian)('installs %s', (program) => {
    expect(textOf('.ci', 'run').match(/\b[\w-]+\b/g)).toEqual(expect.arrayContaining([...packagesOf(program)]));
  });

  const workflows = readdirSync(join(repositoryRoot, '.github', 'workflows'));
  it.each(workflows.filter((name) => /^ *- run: npm test$/m.test(textOf('.github', 'workflows', name))))(
    'installs on GitHub what the runner does not have: %s',
    (name) => {
      expect(textOf('.github', 'workflows', name)).toMatch(/apt-get install .* heaptrack valgrind\n/);
    },
  );
});

describe('a program that tests need', () => {
  it.each(programs)('has packages to install: %s', (program) => {
    expect(packagesOf(program)).not.toEqual([]);
  });

  it('is probed once', () => {
    const before = isInstalled('bash');
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    expect(isInstalled('bash')).toBe(before);
    process.env.PATH = PATH;
  });
});
