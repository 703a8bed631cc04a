import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CommandResult,
  caseOf,
  errorOf,
  type FinishedRun,
  judgedSamplesOf,
  memoryBench,
  runFixtures,
} from '../processes.js';
import { NODE_24 } from '../stand-in/runner.js';
import { writeProject } from '../suite/project.js';

/** A project of somebody who has not installed our package, as under the action. */
const project = {
  'package.json': JSON.stringify({ type: 'module' }),
  'node_modules/splitter/package.json': JSON.stringify({ name: 'splitter', exports: './index.mjs' }),
  'node_modules/splitter/index.mjs': "export const split = (text) => text.split(' ');",
  'bench/words.txt': 'three small words',
  'bench/chunks.ts': `import { split } from 'splitter';
    export enum Unit { Word = 'word' }
    export interface Chunk { text: string; unit: Unit }
    export function chunk(text: string): Chunk[] {
      return split(text).map((each: string) => ({ text: each, unit: Unit.Word }));
    }`,
  'bench/scenarios/chunking.ts': `import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineScenario } from 'memory-bench-action';
import { chunk, Chunk } from '../chunks.js';

interface Params { words: number }

const read = (): Promise<string> => readFile(join(import.meta.dirname, '..', 'words.txt'), 'utf8');

export const chunking = defineScenario<Params, string>({
  name: 'chunking',
  description: 'splits a text',
  tags: ['smoke'],
  iterations: 1,
  warmup: 0,
  cases: { three: { params: { words: 3 } }, four: { params: { words: 4 } } },
  setup: read,
  run({ params }, text) {
    const chunks: Chunk[] = chunk(text);
    if (chunks.length !== params.words) throw new RangeError('not so many words' satisfies string);
  },
});

export const bare = defineScenario({
  name: 'bare',
  description: 'tells what its process was started with',
  tags: ['smoke'],
  iterations: 1,
  warmup: 0,
  async run() {
    const ways: string[] = process.execArgv.filter((flag: string) => /^--(?!no-).*(import|loader|require|strip|source-map)/.test(flag));
    throw new Error('started with [' + [...ways, process.env.NODE_OPTIONS].join(' ') + ']');
  },
});
`,
};

describe('a TypeScript scenario', () => {
  let run: FinishedRun;
  let folder: string;
  beforeAll(async () => {
    folder = writeProject(project);
    run = await runFixtures(join(folder, 'bench', 'scenarios'), [], { cwd: folder });
  });

  it('is measured', () => {
    expect(judgedSamplesOf(run, 'chunking/three')).toHaveLength(1);
  });

  it('has the file that was written as its source', () => {
    expect(caseOf(run, 'chunking/three').source).toBe('bench/scenarios/chunking.ts');
  });

  it('that throws names the line that was written', () => {
    const { message, stack } = errorOf(run, 'chunking/four');
    expect(message).toBe('not so many words');
    expect(stack).toContain('(bench/scenarios/chunking.ts:20:47)');
    expect(run.stdout).toContain('run: RangeError: not so many words at bench/scenarios/chunking.ts:20:47');
  });

  it('is run without a loader', () => {
    expect(errorOf(run, 'bare').message).toBe('started with []');
  });
});

describe('JavaScript that imports TypeScript', () => {
  it('is refused on a Node that would load it, because the loader would be measured', async () => {
    const folder = writeProject({
      'x.mjs': "import { a } from './a.ts';\nexport default { name: 'x', description: 'x', run: () => a };\n",
      'a.ts': 'export const a: number = 1;\n',
    });
    const { code, stderr } = await memoryBench(['list', '--scenarios', 'x.mjs', '--node-path', NODE_24], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/Unknown file extension "\.ts"/);
  });
});

describe('a mistake in a TypeScript scenario', () => {
  const list = (code: string): Promise<CommandResult> => {
    const folder = writeProject({ 'x.ts': code });
    return memoryBench(['list', '--scenarios', join(folder, 'x.ts')]);
  };

  it('of syntax ends with 2, and shows the line', async () => {
    const { code, stderr } = await list('const a: number = 1;\nconst b: = 2;\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/x\.ts:2:10: .*\n\s+const b: = 2;\n\s+\^/);
  });

  it('that is not erasable ends with 2, and says what to do', async () => {
    const { code, stderr } = await list('export default 1;\nexport = 2;\n');
    expect(code).toBe(2);
    expect(stderr).toMatch(/x\.ts:2:1: [\s\S]*erasable syntax/);
  });

  it('that imports a package which is not installed ends with 2, and names both', async () => {
    const { code, stderr } = await list("import { a } from 'not-installed';\nexport const b = a();\n");
    expect(code).toBe(2);
    expect(stderr).toMatch(/x\.ts imports not-installed, which cannot be found/);
  });
});
