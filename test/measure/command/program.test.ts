import { afterEach, describe, expect, it } from 'vitest';
import { Program, type ProgramOptions } from '../../../src/measure/command/program.js';
import { Guardian } from '../../../src/services/guardian.js';
import { temporaryFolder } from '../../processes.js';

const guardian = new Guardian();
afterEach(() => guardian.close());

const options = (words: readonly string[], shown: readonly string[]): ProgramOptions => ({
  words,
  shown,
  cwd: temporaryFolder(),
  env: { PATH: process.env.PATH ?? '' },
  answered: false,
  guardian,
});

describe('a program that does not start', () => {
  it.each([
    ['is not there', ['no-such-program', '--key', 'k3y-0123456789'], ['no-such-program', '--key', '{qdrantApiKey}']],
    ['is named by a key', ['./k3y-0123456789'], ['./{qdrantApiKey}']],
    ['has too long a command line', ['true', `k3y-0123456789${'x'.repeat(3_000_000)}`], ['true', '{qdrantApiKey}']],
    ['has a zero byte in its command line', ['true', 'k3y-0123456789\0'], ['true', '{qdrantApiKey}']],
    ['has no name', ['', 'k3y-0123456789'], ['', '{qdrantApiKey}']],
  ])('is reported with its placeholders where it %s', async (_, words, shown) => {
    const error = await Program.start(options(words, shown)).catch((thrown: unknown) => String(thrown));
    expect(error).toContain('{qdrantApiKey}');
    expect(error).not.toContain('k3y-0123456789');
  });
});
