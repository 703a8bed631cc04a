import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/verdict.js';
import {
  type FinishedRun,
  judgedCase,
  judgedSamplesOf,
  memoryBench,
  runFixtures,
  temporaryFolder,
} from '../processes.js';
import { writeProject } from '../suite/project.js';

/** Writes down what the client that is measured says of itself to a server. */
const scenario = `import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { defineScenario } from 'memory-bench-action';
import { marked } from '../src/marks.mjs';

async function userAgentOf(Client) {
  let userAgent;
  const server = createServer((request, response) => {
    userAgent = request.headers['user-agent'];
    response.setHeader('content-type', 'application/json');
    response.end('{"result":{"collections":[]},"status":"ok","time":0}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Client({ url: 'http://127.0.0.1:' + server.address().port, checkCompatibility: false }).getCollections();
  server.closeAllConnections();
  server.close();
  return userAgent;
}

export default defineScenario({
  name: 'listing',
  description: 'lists collections with the client of the project',
  tags: ['smoke'],
  needs: ['qdrant'],
  async setup({ qdrant }) {
    const client = await qdrant.connect();
    await writeFile(new URL('../loaded.txt', import.meta.url), marked(await userAgentOf(client.constructor)));
    return client;
  },
  async run(_, client) {
    await client.getCollections();
  },
});
`;

interface Versions {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const before: Versions = {
  dependencies: { '@qdrant/js-client-rest': '1.16.2', ms: '2.1.3' },
  devDependencies: { picocolors: '1.1.0', nanoid: '5.0.7' },
};
const after: Versions = {
  dependencies: { '@qdrant/js-client-rest': '1.17.0', bytes: '3.1.2' },
  devDependencies: { picocolors: '1.1.1', nanoid: '5.0.9' },
};

let project: string;
let baselines: string;

/** Measures the project with these packages, as `npm install` brings them from the registry. */
async function measuredWith(versions: Versions, ...flags: string[]): Promise<FinishedRun & { loaded: string }> {
  writeProject({ 'package.json': JSON.stringify({ name: 'project', private: true, ...versions }) }, project);
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  execFileSync('npm', ['install', ...quiet], { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] });
  const run = await runFixtures('bench', ['--baseline', baselines, ...flags], { cwd: project });
  return { ...run, loaded: readFileSync(join(project, 'loaded.txt'), 'utf8') };
}

describe('a bump of dependencies', () => {
  let old: FinishedRun & { loaded: string };
  let bumped: FinishedRun & { loaded: string };
  let comparison: Comparison;
  beforeAll(async () => {
    baselines = temporaryFolder();
    project = writeProject({
      'bench/listing.mjs': scenario,
      'src/marks.mjs': "import colors from 'picocolors'; export const marked = (text) => colors.reset(text);",
    });
    old = await measuredWith(before, '--update-baseline');
    bumped = await measuredWith(after);
    const results = join(bumped.out, 'results.json');
    comparison = JSON.parse((await memoryBench(['compare', join(old.out, 'results.json'), results, '--json'])).stdout);
  });

  it('is measured: the process loads the version that the project has', () => {
    expect(old.loaded).toContain('qdrant-js/1.16.2');
    expect(bumped.loaded).toContain('qdrant-js/1.17.0');
    expect(judgedSamplesOf(bumped, 'listing')).toHaveLength(1);
  });

  it('is no other case: what it did to memory is judged', () => {
    expect(['regression', 'inconclusive', 'improvement', 'unchanged']).toContain(
      judgedCase(comparison, 'listing').verdict,
    );
    expect(judgedCase(comparison, 'listing').metrics.find(({ metric }) => metric === 'rss_delta_mb')).toMatchObject({
      baseline: { samples: 1 },
      now: { samples: 1 },
    });
  });

  it('is named first in the report, each package once', () => {
    expect(bumped.stdout.split('\n').filter((line) => line.startsWith('changed: '))).toEqual([
      'changed: @qdrant/js-client-rest 1.16.2 -> 1.17.0',
      'changed: + bytes 3.1.2',
      'changed: - ms 2.1.3',
      'changed: picocolors 1.1.0 -> 1.1.1',
    ]);
    expect(readFileSync(join(bumped.out, 'report.md'), 'utf8')).toMatch(
      /^- Changed: @\u200bqdrant\/js-client-rest 1\.16\.2 → 1\.17\.0, \+ bytes 3\.1\.2, − ms 2\.1\.3, picocolors 1\.1\.0 → 1\.1\.1$/m,
    );
  });

  it('leaves in the results what the project loads, and no development dependency that no scenario imports', () => {
    const { direct, transitive, scenarios } = bumped.results.environment.packages ?? {};
    expect(direct).toEqual({ '@qdrant/js-client-rest': '1.17.0', bytes: '3.1.2' });
    expect(transitive).toMatchObject({ undici: expect.stringMatching(/^6\./) });
    expect(scenarios).toEqual({ picocolors: '1.1.1' });
  });
});
