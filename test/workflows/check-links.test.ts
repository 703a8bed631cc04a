import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../..');

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memory-bench-links-'));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('a link of a page', () => {
  it.each([
    ['a file', 'docs/method.md'],
    ['a folder', 'docs'],
    ['a heading of another page', 'docs/method.md#leaks'],
    ['a heading of its own page', '#start'],
    ['a heading of the README of a folder', 'examples#run-it'],
    ['a line of a source file', 'src/run.ts#L10-L12'],
    ['a file, seen from the root', '/docs/method.md'],
    ['the web', 'https://example.com/no-such#thing'],
  ])('may lead to %s', (_, target) => {
    write('docs/method.md', '# Method\n\n## Leaks\n');
    write('examples/README.md', '# Examples\n\n## Run it\n');
    write('src/run.ts', '');
    write('README.md', `# Start\n\n[here](${target})\n`);
    expect(check()).toEqual({ status: 0, problems: [] });
  });

  it.each([
    ['a file that is not there', 'docs/none.md', 'there is no docs/none.md'],
    ['a heading that is not there', '#end', 'README.md has no heading of that name'],
    ['a heading that another page lacks', 'docs/method.md#start', 'docs/method.md has no heading of that name'],
    ['a heading of what is no page', 'src/run.ts#start', 'src/run.ts has no headings'],
    ['outside of the repository', '../other/README.md', 'leads out of the repository'],
  ])('may not lead to %s', (_, target, problem) => {
    write('docs/method.md', '# Method\n');
    write('src/run.ts', '');
    write('README.md', `# Start\n\n[here](${target})\n`);
    expect(check()).toEqual({ status: 1, problems: [`README.md:3 ${target}: ${problem}`] });
  });

  it('is seen from the folder of its page', () => {
    write('docs/method.md', '[up](../README.md#start), [beside](metrics.md), [not from here](docs/metrics.md)\n');
    write('docs/metrics.md', '');
    write('README.md', '# Start\n');
    expect(check().problems).toEqual(['docs/method.md:1 docs/metrics.md: there is no docs/docs/metrics.md']);
  });

  it('is no link where it is code', () => {
    write('README.md', '`[a](none.md)`\n\n```\n[b](none.md)\n```\n');
    expect(check()).toEqual({ status: 0, problems: [] });
  });

  it('is found in a table, in a list, and by its name', () => {
    write('README.md', '| a |\n| --- |\n| [a](a.md) |\n\n- [b](b.md)\n\n[c][named]\n\n[named]: c.md\n');
    expect(check().problems.map((line) => line.split(' ')[1])).toEqual(['a.md:', 'b.md:', 'c.md:']);
  });

  it('is not looked for in packages of others, and in what runs leave behind', () => {
    for (const folder of ['node_modules', 'examples/.memory-bench']) write(`${folder}/page.md`, '[a](none.md)');
    expect(check()).toEqual({ status: 0, problems: [] });
  });
});

describe('a heading', () => {
  it.each([
    ['Is everything in place?', 'is-everything-in-place'],
    ['`--profiler`: heaptrack, massif', '--profiler-heaptrack-massif'],
    ['jemalloc: counters & heap_profiles', 'jemalloc-counters--heap_profiles'],
    ['A [link](#a-link-in-it) in it', 'a-link-in-it'],
    ['Größe', 'größe'],
  ])('%s is linked to as GitHub does', (heading, anchor) => {
    write('README.md', `## ${heading}\n\n[here](#${anchor})\n`);
    expect(check()).toEqual({ status: 0, problems: [] });
  });

  it('of the same words as one before has a number', () => {
    write('README.md', '## Run it\n\n## Run it\n\n[second](#run-it-1), [third](#run-it-2)\n');
    expect(check().problems).toEqual(['README.md:5 #run-it-2: README.md has no heading of that name']);
  });
});

describe('a picture', () => {
  it.each([
    ['in Markdown', '![a chart](docs/images/none.png)'],
    ['in HTML', '<img alt="a chart" src="docs/images/none.png">'],
    ['for a dark screen', '<picture>\n  <source srcset="docs/images/none.png 2x">\n</picture>'],
  ])('that is not there fails %s', (_, picture) => {
    write('README.md', `${picture}\n`);
    const { status, problems } = check();
    expect(status).toBe(1);
    expect(problems).toEqual([
      expect.stringMatching(/^README\.md:\d docs\/images\/none\.png: there is no docs\/images/),
    ]);
  });
});

function write(file: string, content: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

function check(): { status: number | null; problems: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [join(repository, 'scripts/check-links.mjs'), root], {
    encoding: 'utf8',
  });
  return { status, problems: stderr.split('\n').filter((line) => line !== '') };
}
