import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/schema.js';
import type { CommandResult } from '../processes.js';
import {
  Command,
  caseOf,
  errorOf,
  type FinishedRun,
  fixture,
  judgedSamplesOf,
  memoryBench,
  runFixtures,
  temporaryFolder,
} from '../processes.js';
import { needs } from '../requires/needs.js';
import { mountSmallDisk } from '../small-disk.js';

/** What a person reads on standard error has to name the thing and the remedy, and never be a crash. */
function expectMessage({ stderr }: CommandResult, ...parts: readonly string[]): void {
  expect(stderr).toMatch(/^memory-bench: /m);
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr).not.toMatch(/^Node\.js v/m);
}

/** Runs scenarios that never come to be measured. */
function runBroken(name: string): Promise<CommandResult> {
  return memoryBench(['run', '--scenarios', fixture(`broken/${name}.mjs`), '--suite', 'full']);
}

describe('a mistake on the command line', () => {
  it('in the name of the suite ends with 2 and names the legal ones', async () => {
    const result = await memoryBench(['run', '--suite', 'everything']);
    expect(result.code).toBe(2);
    expectMessage(result, 'everything', 'smoke', 'standard', 'full');
  });

  it('a filter that selects nothing ends with 2 and lists the cases there are', async () => {
    const result = await memoryBench(['run', '--scenarios', fixture('plain'), '--filter', '^serach/']);
    expect(result.code).toBe(2);
    expectMessage(result, 'no case is selected', 'nothing');
  });

  it('a filter that is no regular expression ends with 2', async () => {
    const result = await memoryBench(['run', '--filter', '(']);
    expect(result.code).toBe(2);
    expectMessage(result, 'regular expression');
  });

  it('an unknown flag ends with 2', async () => {
    const result = await memoryBench(['run', '--iterations', '3']);
    expect(result.code).toBe(2);
    expectMessage(result, '--iterations', '--help');
  });

  it('an unknown command ends with 2', async () => {
    const result = await memoryBench(['bench']);
    expect(result.code).toBe(2);
    expectMessage(result, 'bench', '--help');
  });

  it('no samples at all ends with 2', async () => {
    const result = await memoryBench(['run', '--repeats', '0']);
    expect(result.code).toBe(2);
    expectMessage(result, '--repeats', 'whole number from 1');
  });

  it('an unknown kind after --fail-on ends with 2 and names the legal ones', async () => {
    const result = await memoryBench(['run', '--fail-on', 'regresion']);
    expect(result.code).toBe(2);
    expectMessage(result, 'budget, regression, leak, error, missing');
  });
});

describe('a mistake in the configuration', () => {
  function runConfigured(config: string): Promise<CommandResult> {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'memory-bench.config.json'), config);
    return memoryBench(['run', '--scenarios', fixture('plain')], { cwd });
  }

  it('that makes it no JSON ends with 2 and names the file', async () => {
    const result = await runConfigured('{ "suite": ');
    expect(result.code).toBe(2);
    expectMessage(result, 'memory-bench.config.json');
  });

  it('in a field ends with 2 and names the field', async () => {
    const result = await runConfigured('{ "repeats": "five" }');
    expect(result.code).toBe(2);
    expectMessage(result, 'memory-bench.config.json', 'repeats');
  });

  it('in the name of a field ends with 2 and names it', async () => {
    const result = await runConfigured('{ "treshold": {} }');
    expect(result.code).toBe(2);
    expectMessage(result, 'treshold');
  });

  it('in the name of a metric ends with 2 and names it', async () => {
    const result = await runConfigured('{ "budgets": { "nothing": { "rss_mb": 1 } } }');
    expect(result.code).toBe(2);
    expectMessage(result, 'rss_mb');
  });

  it('in a glob that names no case ends with 2 and lists the cases', async () => {
    const result = await runConfigured('{ "budgets": { "nothing/*": { "rss_delta_mb": 1 } } }');
    expect(result.code).toBe(2);
    expectMessage(result, 'nothing/*', 'There are: nothing');
  });

  it('a file that is not there ends with 2 and names it', async () => {
    const result = await memoryBench(['run', '--config', 'elsewhere.json']);
    expect(result.code).toBe(2);
    expectMessage(result, 'elsewhere.json');
  });
});

describe('a scenario file', () => {
  it('that throws on import ends with 2, with its name and its own error', async () => {
    const result = await runBroken('throws-on-import');
    expect(result.code).toBe(2);
    expectMessage(result, 'throws-on-import.mjs', 'no such dependency as left-pad');
  });

  it('that exits on import ends with 2, with its status and its last words', async () => {
    const result = await runBroken('exits-on-import');
    expect(result.code).toBe(2);
    expectMessage(result, 'exits-on-import.mjs', 'code 5', 'goodbye from the top level');
  });

  it('that does not exist ends with 2 and names the path', async () => {
    const result = await runBroken('is-not-there');
    expect(result.code).toBe(2);
    expectMessage(result, 'is-not-there.mjs', '--scenarios');
  });

  it('that exports no scenario ends with 2 and says what to export', async () => {
    const result = await runBroken('exports-nothing');
    expect(result.code).toBe(2);
    expectMessage(result, 'exports-nothing.mjs', 'defineScenario');
  });

  it('with a typo in a definition ends with 2 and names the field', async () => {
    const result = await runBroken('typo');
    expect(result.code).toBe(2);
    expectMessage(result, 'typo.mjs', 'itertions');
  });

  it('with a budget on an unknown metric ends with 2 and names the metric', async () => {
    const result = await runBroken('unknown-metric');
    expect(result.code).toBe(2);
    expectMessage(result, 'unknown-metric.mjs', 'rss_delta_gb');
  });

  it('with two scenarios of the same id ends with 2 and names the id', async () => {
    const result = await runBroken('twins');
    expect(result.code).toBe(2);
    expectMessage(result, 'twin', 'twins.mjs');
  });

  it('that measures its cold call and plans three of them ends with 2 and names the case', async () => {
    const result = await runBroken('cold-thrice');
    expect(result.code).toBe(2);
    expectMessage(result, 'cold-thrice', 'iterations', "'cold'");
  });

  it('that hangs on import is given up on Ctrl-C', async () => {
    const command = new Command(['run', '--scenarios', fixture('broken/hangs-on-import.mjs'), '--suite', 'full']);
    await command.waitForChildren(2);
    command.killGroup('SIGINT');
    expect(await command.endWithin(15_000)).toMatchObject({ code: 130 });
  });
});

describe('a scenario that breaks its sample', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('failing'));
  });

  it('ends the run with 1', () => {
    expect(run.code).toBe(1);
  });

  it('leaves the cases after it to be measured', () => {
    expect(judgedSamplesOf(run, 'fine')).toHaveLength(1);
  });

  it('is named with its reason in the table, and the line that threw', () => {
    expect(run.stdout).toMatch(
      /^error {2}throws-in-run {2}run: RangeError: divided by zero at .*failing\.mjs:\d+:\d+$/m,
    );
  });

  it('is named with its reason in the progress', () => {
    expect(run.stderr).toMatch(/throws-in-run .*failed: divided by zero/);
  });

  it('by throwing in setup has failed in setup', () => {
    expect(errorOf(run, 'throws-in-setup')).toMatchObject({ kind: 'setup', message: 'the database is not there' });
  });

  it('by throwing in run has failed in run, with the stack and the log', () => {
    const error = errorOf(run, 'throws-in-run');
    expect(error).toMatchObject({ kind: 'run', message: 'divided by zero', log: 'about to divide' });
    expect(error.stack).toContain('failing.mjs');
  });

  it('by throwing in teardown has failed in teardown', () => {
    expect(errorOf(run, 'throws-in-teardown')).toMatchObject({ kind: 'teardown', message: 'could not close the door' });
  });

  it('by a rejection left behind in teardown has failed in teardown', () => {
    expect(errorOf(run, 'rejects-in-teardown')).toMatchObject({
      kind: 'teardown',
      message: 'nobody waits for the door',
    });
  });

  it('by a throw that teardown leaves to a later turn has failed in teardown', () => {
    expect(errorOf(run, 'throws-after-teardown')).toMatchObject({ kind: 'teardown', message: 'the door fell shut' });
  });

  it('by throwing nothing at all has failed in run', () => {
    expect(errorOf(run, 'throws-undefined')).toMatchObject({ kind: 'run', message: 'undefined' });
  });

  it('by a rejection that nobody handles has failed in run', () => {
    expect(errorOf(run, 'rejects')).toMatchObject({ kind: 'run', message: 'nobody waits for this' });
  });

  it('by hanging is stopped after its time, and the time and the remedy are named', () => {
    const error = errorOf(run, 'hangs');
    expect(error.kind).toBe('timeout');
    expect(error.message).toMatch(/1\.5 s.*timeoutMs/);
  });

  it('by process.exit has failed with the status', () => {
    const error = errorOf(run, 'exits');
    expect(error.kind).toBe('exit');
    expect(error.message).toContain('code 7');
  });

  it('by SIGKILL has failed with the signal, and an OOM killer is thought of', () => {
    const error = errorOf(run, 'killed');
    expect(error.kind).toBe('signal');
    expect(error.message).toMatch(/SIGKILL.*OOM killer/);
  });

  it('by a crash has failed with the signal', () => {
    const error = errorOf(run, 'crashes');
    expect(error.kind).toBe('signal');
    expect(error.message).toMatch(/SIGSEGV.*crash in native code/);
  });

  it('by filling the JavaScript heap has failed with that reason and V8’s last words', () => {
    const error = errorOf(run, 'out-of-memory');
    expect(error.kind).toBe('signal');
    expect(error.message).toMatch(/SIGABRT.*heap was full.*--max-old-space-size/);
    expect(error.log).toContain('JavaScript heap out of memory');
  });

  it('by using Qdrant without a need for it is told to list the need', () => {
    const error = errorOf(run, 'uses-qdrant-without-need');
    expect(error.kind).toBe('run');
    expect(error.message).toMatch(/needs.*'qdrant'/);
  });

  it('by using the model without a need for it is told to list the need', () => {
    const error = errorOf(run, 'uses-model-without-need');
    expect(error.kind).toBe('run');
    expect(error.message).toMatch(/needs.*'model'/);
  });
});

describe('a Qdrant server that dies half-way', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('dying'));
  });

  it('fails the case that asks it, and says how the server ended', () => {
    const error = errorOf(run, 'server-dies');
    expect(error.kind).toBe('qdrant');
    expect(error.message).toContain('SIGKILL');
  });

  it('fails the case that does not ask it as well', () => {
    expect(errorOf(run, 'server-dies-unnoticed').kind).toBe('qdrant');
  });

  it('brings the end of its log', () => {
    expect(errorOf(run, 'server-dies').log).toMatch(/qdrant/i);
  });

  it('is replaced for the cases after it', () => {
    expect(judgedSamplesOf(run, 'server-lives')).toHaveLength(1);
  });

  it('ends the run with 1', () => {
    expect(run.code).toBe(1);
  });
});

describe('a disk that is full', needs('mount'), () => {
  it('from the beginning ends with 3 and names the file and the remedy', async () => {
    const out = mountSmallDisk(join(temporaryFolder(), 'out'), 64);
    writeFileSync(join(out, 'filler'), Buffer.alloc(64 * 1024));
    const result = await memoryBench(['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--out', out]);
    expect(result.code).toBe(3);
    expectMessage(result, join(out, 'results.json'), 'ENOSPC', '--out');
  });

  it('in mid-run ends with 3, keeps what was measured, and --resume goes on from there', async () => {
    const cwd = temporaryFolder();
    const out = mountSmallDisk(join(cwd, 'out'), 1024);
    const flags = ['run', '--scenarios', fixture('disk'), '--suite', 'smoke', '--repeats', '1', '--out', 'out'];
    const result = await memoryBench(flags, { cwd });
    expect(result.code).toBe(3);
    expectMessage(result, join(out, 'results.json'), 'ENOSPC', '--resume');
    expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const kept: Results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
    expect(kept.cases.map(({ id, samples }) => [id, samples.length])).toEqual([
      ['before', 1],
      ['fills-the-disk', 0],
    ]);
    unlinkSync(join(out, 'filler'));
    writeFileSync(join(cwd, 'freed'), '');
    const resumed = await runFixtures(fixture('disk'), ['--resume'], { cwd, out });
    expect(resumed.code).toBe(0);
    expect(judgedSamplesOf(resumed, 'before')).toEqual(caseOf({ results: kept }, 'before').samples);
  });
});

describe('a folder', () => {
  it('an out folder that cannot be made ends with 3 and names it', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const out = join(file, 'out');
    const result = await memoryBench(['run', '--scenarios', fixture('plain'), '--suite', 'smoke', '--out', out]);
    expect(result.code).toBe(3);
    expectMessage(result, out, '--out');
  });
});
