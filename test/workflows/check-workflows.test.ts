import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pinned = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0';

const script = join(repository, 'scripts/check-workflows.mjs');

let root: string;
let checker: ChildProcessWithoutNullStreams;
let answers: AsyncIterator<string>;

beforeAll(() => {
  checker = spawn(process.execPath, [script, '--each']);
  answers = createInterface({ input: checker.stdout })[Symbol.asyncIterator]();
});

afterAll(() => checker.stdin.end());

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memory-bench-workflows-'));
  for (const file of ['action.yml', 'comment/action.yml']) cpSync(join(repository, file), join(root, file));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the check on the command line', () => {
  const run = () => spawnSync(process.execPath, [script, root], { encoding: 'utf8' });

  it('ends with 0 where nothing is wrong', () => {
    write('.github/workflows/memory.yml', workflow());
    const { status, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('tells what is wrong, and ends with 1', () => {
    write('.github/workflows/memory.yml', workflow({ input: 'siute: smoke' }));
    const { status, stderr } = run();
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: ".github/workflows/memory.yml:16:11 Invalid action input 'siute'\n",
    });
  });
});

describe('a workflow of ours', () => {
  it('passes where nothing is wrong', async () => {
    write('.github/workflows/memory.yml', workflow());
    expect(await check()).toEqual([]);
  });

  it('fails for an input that the action does not have', async () => {
    write('.github/workflows/memory.yml', workflow({ input: 'siute: smoke' }));
    expect(await check()).toEqual([".github/workflows/memory.yml:16:11 Invalid action input 'siute'"]);
  });

  it('fails for an input that the other half does not have', async () => {
    write('.github/workflows/memory.yml', workflow({ action: './comment', input: 'suite: smoke' }));
    expect(await check()).toEqual([".github/workflows/memory.yml:16:11 Invalid action input 'suite'"]);
  });

  it('fails for an action that is not there', async () => {
    write('.github/workflows/memory.yml', workflow({ action: './commment' }));
    expect(await check()).toEqual([
      expect.stringMatching(/^\.github\/workflows\/memory\.yml:14:15 Unable to resolve action/),
    ]);
  });

  it('fails for an expression of a context that is not there', async () => {
    write('.github/workflows/memory.yml', workflow({ condition: "gihtub.event_name == 'push'" }));
    const problems = await check();
    expect(problems).toContainEqual(expect.stringMatching(/^\.github\/workflows\/memory\.yml:15:.*gihtub/));
  });

  it.each([
    ['a tag', 'actions/checkout@v5'],
    ['a commit without its version', 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8'],
    ['a short commit', 'actions/checkout@08c6903 # v5.0.0'],
  ])('fails for an action of others pinned by %s', async (_, checkout) => {
    write('.github/workflows/memory.yml', workflow({ checkout }));
    const problems = await check();
    expect(problems).toContainEqual(
      expect.stringMatching(/^\.github\/workflows\/memory\.yml:11:15 actions\/checkout@\w+ is not pinned/),
    );
  });

  it.each([
    ['nothing', '', 1],
    ['all of them', 'permissions: write-all', 3],
    ['one of them', 'permissions: { contents: read }', 3],
  ])('fails where its permissions are %s', async (_, permissions, line) => {
    write('.github/workflows/memory.yml', workflow({ permissions }));
    const problems = await check();
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^\\.github/workflows/memory\\.yml:${line}:\\d+ a workflow begins with`)),
    ]);
  });
});

describe('a concurrency group', () => {
  const expression = (text: string) => `\${{ ${text} }}`;
  const grouped = (group: string) => workflow().replace('jobs:', `concurrency:\n  group: ${group}\njobs:`);
  const named = /concurrency group must not name a branch/;

  it.each([
    `memory-${expression('github.head_ref || github.run_id')}`,
    `memory-${expression('github.ref')}`,
    `memory-${expression('github.ref_name')}`,
    `memory-${expression('github.event.pull_request.head.ref || github.run_id')}`,
    `memory-${expression('github.event.workflow_run.head_branch')}`,
  ])('fails where it names a branch: %s', async (group) => {
    write('.github/workflows/memory.yml', grouped(group));
    expect(await check()).toContainEqual(expect.stringMatching(named));
  });

  it('fails where a job names a branch in short form', async () => {
    write(
      '.github/workflows/memory.yml',
      workflow().replace('    steps:', `    concurrency: ${expression('github.head_ref')}\n    steps:`),
    );
    expect(await check()).toContainEqual(expect.stringMatching(named));
  });

  it.each(['README.md', 'docs/page.md', 'examples/service/README.md'])('fails in a snippet of %s', async (file) => {
    mkdirSync(join(root, 'examples/service'), { recursive: true });
    page(file, grouped(expression('github.head_ref')).replace('uses: ./', 'uses: org/memory-bench-action@v1'));
    expect(await check()).toEqual([expect.stringMatching(new RegExp(`^${file}:9:10 a concurrency group`))]);
  });

  it('passes where it names the pull request or the run', async () => {
    write(
      '.github/workflows/memory.yml',
      grouped(`memory-${expression('github.event.pull_request.number || github.run_id')}`),
    );
    expect(await check()).toEqual([]);
  });
});

describe('a snippet of a page', () => {
  it('passes where nothing is wrong', async () => {
    page('README.md', workflow({ action: 'org/memory-bench-action@v1' }));
    page('docs/more.md', '- uses: org/memory-bench-action@v1\n  with:\n    suite: smoke');
    page('docs/parts.md', "permissions:\n  contents: read\n```\n\n```yaml\nwith:\n  suite: smoke\n  repeats: '3'");
    expect(await check()).toEqual([]);
  });

  it('may name the actions of others by a tag', async () => {
    page('README.md', '- uses: actions/checkout@v5\n- uses: actions/setup-node@v5\n  with:\n    node-version: 24');
    expect(await check()).toEqual([]);
  });

  it.each([
    ['a workflow', workflow({ action: 'org/memory-bench-action@v1', input: 'siute: smoke' }), 20],
    ['a list of steps', '- uses: org/memory-bench-action@v1\n  with:\n    siute: smoke', 7],
    ['a step with a name', '- name: memory\n  uses: org/memory-bench-action@v1\n  with:\n    siute: smoke', 8],
    ['what comes with a step', 'with:\n  siute: smoke', 6],
    ['the other half', '- uses: org/memory-bench-action/comment@v1\n  with:\n    siute: smoke', 7],
  ])('fails for a misspelt input in %s', async (_, snippet, line) => {
    page('README.md', snippet);
    const problems = await check();
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^README\\.md:${line}:\\d+ Invalid action input 'siute'`)),
    ]);
  });

  it('fails for a misspelt input of an action of others', async () => {
    page('docs/page.md', '- uses: actions/setup-node@v5\n  with:\n    node-verison: 24');
    expect(await check()).toEqual(["docs/page.md:7:5 Invalid action input 'node-verison'"]);
  });

  it.each([
    ['a field', 'jobs:\n  memory:\n    run-on: ubuntu-latest\n    steps:\n      - run: npm ci', 7],
    ['a permission', 'permissions:\n  contents: read\n  pull-request: write', 7],
    ['the first field of a step', '- usse: org/memory-bench-action@v1', 5],
    ['YAML', '- uses: org/memory-bench-action@v1\n  with: {', 6],
  ])('fails for a mistake in %s', async (_, snippet, line) => {
    page('README.md', snippet);
    const problems = await check();
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^README\\.md:${line}:`)));
  });

  it('fails where it is part of no workflow, so that nothing goes unchecked', async () => {
    page('README.md', 'wiht:\n  suite: smoke');
    expect(await check()).toEqual([expect.stringMatching(/^README\.md:5:1 this snippet is no workflow/)]);
  });

  it.each([
    ['repeats: 3', []],
    ['repeatz: 3', ['README.md:5:1 configuration:  must NOT have additional properties']],
  ])('is held to the schema where it is a configuration: %s', async (field, problems) => {
    page('README.md', `# yaml-language-server: $schema=./schema/config.schema.json\n${field}`);
    expect(await check()).toEqual(problems);
  });

  it('is found where it is indented', async () => {
    write('README.md', '1. Do this:\n\n   ```yaml\n   with:\n     siute: smoke\n   ```\n');
    expect(await check()).toEqual(["README.md:5:6 Invalid action input 'siute'"]);
  });
});

describe('an example', () => {
  const example = 'examples/service';

  it('may name the actions of others by a tag', async () => {
    write(`${example}/.github/workflows/memory.yml`, workflow({ checkout: 'actions/checkout@v5' }));
    expect(await check()).toEqual([]);
  });

  it('fails for a misspelt input in its workflow', async () => {
    write(`${example}/.github/workflows/memory.yml`, workflow({ input: 'siute: smoke' }));
    expect(await check()).toEqual([`${example}/.github/workflows/memory.yml:16:11 Invalid action input 'siute'`]);
  });

  it.each(['examples', example])('fails for a misspelt input in the README of %s', async (folder) => {
    page(`${folder}/README.md`, '- uses: org/memory-bench-action@v1\n  with:\n    siute: smoke');
    expect(await check()).toEqual([`${folder}/README.md:7:5 Invalid action input 'siute'`]);
  });

  it('fails for a mistake in its configuration', async () => {
    const first = '# yaml-language-server: $schema=../../schema/config.schema.json';
    write(`${example}/memory-bench.config.yml`, `${first}\nrepeatz: 3\n`);
    expect(await check()).toEqual([
      `${example}/memory-bench.config.yml:1:1 configuration:  must NOT have additional properties`,
    ]);
  });
});

it('every input and output of an action says what it is', async () => {
  write(
    'action.yml',
    'name: x\ndescription: x\ninputs:\n  suite:\n    required: false\nruns:\n  using: node24\n  main: x.js\n',
  );
  const problems = await check();
  expect(problems).toContainEqual('action.yml:4:3 the input suite has no description');
});

function workflow(parts: Partial<Record<'permissions' | 'checkout' | 'action' | 'condition' | 'input', string>> = {}) {
  const { permissions = 'permissions: {}', checkout = pinned, action = './', condition = 'always()', input } = parts;
  return `name: memory
on: pull_request
${permissions}
jobs:
  memory:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${action}
        ${input === undefined ? `if: ${condition}` : `with:\n          ${input}`}
`.trimEnd();
}

/** A page whose snippet begins in line 5. */
function page(file: string, snippet: string) {
  write(file, `# A page\n\nDo this:\n\`\`\`yaml\n${snippet}\n\`\`\`\n`);
}

function write(file: string, content: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** What is wrong with the repository, by a check that is loaded once: that takes longer than the check. */
async function check(): Promise<string[]> {
  checker.stdin.write(`${root}\n`);
  const { value, done } = await answers.next();
  if (done) throw new Error('the check has ended');
  return JSON.parse(value);
}
