import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import { type FinishedRun, fixture, judgedCase, runFixtures, samplesOf } from '../processes.js';
import { needs } from '../requires/needs.js';

describe('a program in another language', needs('python3'), () => {
  let run: FinishedRun;
  let comparison: Comparison;
  beforeAll(async () => {
    run = await runFixtures(fixture('commands/commands.mjs'), [
      '--suite',
      'full',
      '--json',
      '--repeats',
      '2',
      '--max-repeats',
      '2',
    ]);
    comparison = JSON.parse(run.stdout);
    // The follow-up of a program that keeps running takes 400 iterations.
  }, 600_000);

  const medianOf = (id: string, metric: string) =>
    judgedCase(comparison, id).metrics.find((compared) => compared.metric === metric)?.now.median ?? Number.NaN;

  it('is measured as a whole, with what its children need and without counting shared pages twice', () => {
    const [small, large] = [medianOf('whole/child=1', 'tree_peak_mb'), medianOf('whole/child=32', 'tree_peak_mb')];
    expect(small).toBeGreaterThan(64);
    expect(small).toBeLessThan(64 + 2 * 16);
    expect(large - small).toBeGreaterThan(30);
  });

  it('is measured between the marks that it writes', () => {
    expect(medianOf('marked/leaks', 'tree_anon_delta_mb')).toBeGreaterThan(1.2);
    expect(medianOf('marked/leaks', 'tree_anon_delta_mb')).toBeLessThan(1.6);
    expect(Math.abs(medianOf('marked/keeps', 'tree_anon_delta_mb'))).toBeLessThan(0.3);
  });

  it('that keeps 64 KiB of each iteration is suspected to leak as much, as it cannot be followed up', () => {
    const { leak } = judgedCase(comparison, 'marked/leaks');
    expect(leak).toMatchObject({ verdict: 'suspected', series: 'tree', processes: 2 });
    expect(leak?.reason).toMatch(/^the program decides how many iterations it makes: .*raise iterations/);
    const [followUp] = samplesOf(run, 'marked/leaks').filter(({ pass }) => pass === 'leak');
    expect(followUp?.followUp?.ended).toBe('cannot');
    expect((leak?.rate ?? 0) / 65_536).toBeGreaterThan(0.9);
    expect((leak?.rate ?? 0) / 65_536).toBeLessThan(1.2);
  });

  it('that keeps nothing does not leak', () => {
    expect(judgedCase(comparison, 'marked/keeps').leak?.verdict).toBe('stable');
  });

  it('need not wait for an answer to its marks', () => {
    const [sample] = samplesOf(run, 'unanswered');
    expect(sample?.iterations?.rssBytes).toHaveLength(3);
  });

  it('has what the resident memory of its processes is made of, where it is read at its end', () => {
    const { processes, worker } = samplesOf(run, 'marked/leaks')[0]?.mapped ?? {};
    expect(worker).toBeUndefined();
    const { pssBytes = 0, anonBytes = 0, fileBytes = 0 } = processes ?? {};
    expect(anonBytes).toBeGreaterThan(1024 ** 2);
    expect(fileBytes).toBeGreaterThan(0);
    expect(anonBytes + fileBytes).toBeLessThanOrEqual(pssBytes);
    expect(samplesOf(run, 'whole/child=1')[0]?.mapped).toBeUndefined();
  });

  it('that keeps running is driven, and says itself what it holds', () => {
    expect(medianOf('daemon', 'reported_delta_mb')).toBe(3);
    expect(medianOf('daemon', 'tree_anon_delta_mb')).toBeGreaterThan(2.8);
    expect(medianOf('daemon', 'tree_anon_delta_mb')).toBeLessThan(4);
  });

  it('that keeps running is followed up with more iterations, which prove its leak', () => {
    const { leak } = judgedCase(comparison, 'daemon');
    expect(leak).toMatchObject({ verdict: 'leak', series: 'reported', rate: 1024 ** 2, iterations: 400 });
    const [followUp] = samplesOf(run, 'daemon').filter(({ pass }) => pass === 'leak');
    expect(followUp?.iterations?.reportedBytes).toHaveLength(400);
  });

  it.each(['reads-to-the-end', 'one-endless-line'])('may do as programs do: %s', (id) => {
    expect(judgedCase(comparison, id).errors).toEqual([]);
  });

  it('finds its parameters, its folder, its port and Qdrant in its environment', () => {
    expect(judgedCase(comparison, 'environment/size=1KB')).toMatchObject({ verdict: 'new', errors: [] });
  });
});

describe('a program that breaks', needs('python3'), () => {
  let comparison: Comparison;
  beforeAll(async () => {
    const run = await runFixtures(fixture('commands/broken.mjs'), ['--suite', 'full', '--json', '--repeats', '1']);
    comparison = JSON.parse(run.stdout);
  });

  it.each([
    ['missing-program', 'setup', 'there is no no-such-program on PATH'],
    ['fails', 'exit', 'the program ended with code 1'],
    ['hangs', 'timeout', 'took longer than 1.5 s'],
    ['too-few-marks', 'exit', 'it has to write the line memory-bench:iteration'],
    ['drive-fails', 'run', 'the drive command, in iteration 0, ended with code 1'],
    ['ends-by-itself', 'exit', 'has to go on until it is stopped'],
    ['marks-too-quickly', 'measure', 'set `handshake: true`'],
    ['crashes-at-once', 'exit', 'ended with signal SIGABRT during setup'],
    ['daemonizes', 'exit', 'left processes in the background'],
    ['no-endpoint', 'measure', "the program's own metrics could not be read"],
  ])('in this way is told as such: %s', (id, kind, words) => {
    const [error] = judgedCase(comparison, id).errors;
    expect(error?.kind).toBe(kind);
    expect(error?.message).toContain(words);
  });

  it('is told with the end of what it wrote', () => {
    expect(judgedCase(comparison, 'fails').errors[0]?.log).toContain('it cannot work like this');
  });
});
