import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorOf, type FinishedRun, fixture, memoryBench, runFixtures, temporaryFolder } from '../processes.js';

/** As the runner of GitHub reads a line. */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[');
/** Control, format and line-end characters but the line feed. */
const unsafe = /[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/u;

describe('a scenario that says what a runner or a terminal would obey', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('hostile'), ['--max-repeats', '1'], { cwd: temporaryFolder() });
  });

  it('begins no command in what a run prints', () => {
    expect(run.stdout + run.stderr).toContain('PLANTED');
    expect(`${run.stdout}\n${run.stderr}`.split('\n').filter(isCommand)).toEqual([]);
  });

  it('has no control character in what a run prints', () => {
    expect(run.stdout).not.toMatch(unsafe);
    expect(run.stderr).not.toMatch(unsafe);
  });

  it('begins no command in JSON, which says the same', async () => {
    const flags = ['list', '--scenarios', fixture('hostile'), '--suite', 'smoke', '--json'];
    const { stdout } = await memoryBench(flags);
    expect(stdout.split('\n').filter(isCommand)).toEqual([]);
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('##[error]PLANTED');
  });
});

it('a path with commands in it is quoted safely in an error', async () => {
  const { stderr, code } = await memoryBench(['run', '--scenarios', 'no\n::error::x\u001b[2J\u202e##[error]y']);
  expect(code).toBe(2);
  expect(stderr.split('\n').filter(isCommand)).toEqual([]);
  expect(stderr).not.toMatch(unsafe);
});

describe('the API key of a server', () => {
  let run: FinishedRun;
  let keys: string[];
  let everything: string;
  beforeAll(async () => {
    const cwd = temporaryFolder();
    run = await runFixtures(fixture('keys'), ['--max-repeats', '1'], { cwd });
    keys = [readFileSync(join(cwd, 'key'), 'utf8'), readFileSync(join(cwd, 'key-of-command'), 'utf8')];
    const files = readdirSync(run.out).map((name) => readFileSync(join(run.out, name), 'utf8'));
    everything = [run.stdout, run.stderr, ...files].join('\n');
  });

  it('is printed and stored nowhere, plain or in Base64', () => {
    expect(keys.map((key) => key.length)).toEqual([32, 32]);
    // A scenario that is measured twice has two servers; the key of the last is known here.
    for (const key of keys) {
      expect(everything).not.toContain(key);
      expect(everything).not.toContain(Buffer.from(`user:${key}`).toString('base64').slice(8, 40));
    }
    expect(everything).not.toMatch(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/);
  });

  it('is a placeholder in the message about a program that does not start', () => {
    expect(errorOf(run, 'absent').message).toContain(
      '`no-such-program --api-key {qdrantApiKey} http://{qdrantApiKey}@host`',
    );
  });

  it('is left out of what a program and a scenario say, and the rest stays', () => {
    expect(errorOf(run, 'told').message).toMatch(/^api-key: \*\*\*; Basic \S*\*\*\*/);
    expect(errorOf(run, 'echoed').log).toContain('echoed ***');
    expect(errorOf(run, 'echoed').log).toContain('MEMORY_BENCH_QDRANT_API_KEY=***');
  });
});

it('a token in the environment of a run is left out where a file name has it', async () => {
  const token = 'ghs_0123456789abcdefghij0123456789abcdef';
  const env = { GITHUB_TOKEN: token };
  const { stderr } = await memoryBench(['run', '--scenarios', `no-${token}`], { env });
  expect(stderr).toContain('no-***');
  expect(stderr).not.toContain(token);
});
