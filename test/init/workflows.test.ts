import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Survey, surveyOf } from '../../src/init/survey.js';
import { commentWorkflow, measuringWorkflow, placeholderAction } from '../../src/init/workflows.js';
import { repositoryRoot } from '../processes.js';
import { writeProject } from '../suite/project.js';
import { type Files, manifest, surveyed, writeRepository } from './project.js';

const own = { 'package.json': manifest() };
const says = (fields: Readonly<Record<string, unknown>>) => ({ 'package.json': manifest(fields) });
const npm = { ...own, 'package-lock.json': '{}' };
const projects: Readonly<Record<string, Files>> = {
  npm,
  'no-lock-file': own,
  'yarn-1': { ...own, 'yarn.lock': '' },
  'yarn-4': { ...own, 'yarn.lock': '__metadata:' },
  pnpm: { ...own, 'pnpm-lock.yaml': '' },
  'pnpm-pinned': { ...says({ packageManager: 'pnpm@10.4.1' }), 'pnpm-lock.yaml': '' },
  'pnpm-without-lock-file': says({ packageManager: 'pnpm@10.4.1' }),
  bun: { ...own, 'bun.lock': '{}' },
  'version-file': { ...npm, '.nvmrc': '22' },
  'exact-version': { ...says({ engines: { node: '22.1.0' } }), 'package-lock.json': '{}' },
};

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const stepsOf = (text: string): Step[] => {
  const [job] = Object.values<{ steps: Step[] }>(parse(text).jobs);
  return job?.steps ?? [];
};
const stepsFor = (survey: Survey) => stepsOf(measuringWorkflow(survey, placeholderAction));
const setupNodeOf = (survey: Survey) => stepsFor(survey).find(({ uses }) => uses?.includes('setup-node'))?.with;

/** The project as a package of a repository that holds others. */
function inFolder(files: Files, folder: string): Survey {
  const below = Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);
  return surveyOf(join(writeRepository(Object.fromEntries(below)), folder));
}

describe('the workflows', () => {
  it('are those of our pages for a project like any other', () => {
    const page = (file: string) => readFileSync(join(repositoryRoot, file), 'utf8');
    const survey = surveyed(npm);
    expect(page('README.md')).toContain(`\`\`\`yaml\n${measuringWorkflow(survey, placeholderAction)}\`\`\``);
    expect(page('docs/action.md')).toContain(`\`\`\`yaml\n${commentWorkflow(survey, placeholderAction)}\`\`\``);
  });

  it('are those of examples/node-rag for a project that looks like it', () => {
    const example = join(repositoryRoot, 'examples', 'node-rag');
    const textOf = (name: string) => readFileSync(join(example, name), 'utf8');
    // It has no lock file, because this repository's own serves it; a project has one.
    const survey = surveyed({ 'package.json': textOf('package.json'), 'package-lock.json': '{}' });
    expect(textOf('.github/workflows/memory.yml')).toBe(measuringWorkflow(survey, placeholderAction));
    expect(textOf('.github/workflows/memory-comment.yml')).toBe(commentWorkflow(survey, placeholderAction));
  });

  it('pass our own checks, whatever the project, except that they pin no commits', () => {
    const surveys = Object.entries(projects).flatMap(([name, files]): [string, Survey][] => [
      [name, surveyed(files)],
      [`${name}-in-a-folder`, inFolder(files, 'packages/a search & more')],
    ]);
    const written = surveys.flatMap(([name, survey]) => [
      [`.github/workflows/${name}.yml`, measuringWorkflow(survey, placeholderAction)],
      [`.github/workflows/${name}-comment.yml`, commentWorkflow(survey, placeholderAction)],
    ]);
    const broken = [
      '.github/workflows/broken.yml',
      measuringWorkflow(surveyed(npm), placeholderAction).replace('with:', 'wiht:'),
    ];
    const problems = problemsOf(Object.fromEntries([...written, broken]));
    expect(problems.filter((line) => !line.includes('/broken.yml'))).toEqual([]);
    expect(problems).not.toEqual([]);
  });
});

function problemsOf(files: Files): string[] {
  const actions = ['action.yml', 'comment/action.yml'].map((file) => [
    file,
    readFileSync(join(repositoryRoot, file), 'utf8'),
  ]);
  const root = writeProject({ ...Object.fromEntries(actions), ...files });
  const { stderr } = spawnSync(process.execPath, [join(repositoryRoot, 'scripts/check-workflows.mjs'), root], {
    encoding: 'utf8',
  });
  return stderr.split('\n').filter((line) => line !== '' && !line.includes('is not pinned'));
}

describe('the workflow that measures', () => {
  it('uses the action that is named', () => {
    const text = measuringWorkflow(surveyed(npm), 'octo-org/bench@v2');
    expect(stepsOf(text).at(-1)).toEqual({ uses: 'octo-org/bench@v2' });
  });

  it('runs on pushes to the default branch, whatever its name', () => {
    for (const branch of ['trunk', 'release/1.x', 'a,b', '1.0', 'true']) {
      const text = measuringWorkflow({ ...surveyed(npm), branch }, placeholderAction);
      expect(parse(text).on.push.branches).toEqual([branch]);
    }
  });

  it('caches by the lock file, and without one does not', () => {
    expect(setupNodeOf(surveyed(npm))).toEqual({ 'node-version': 24, cache: 'npm' });
    expect(setupNodeOf(surveyed(own))).toEqual({ 'node-version': 24, 'package-manager-cache': false });
  });

  it('leaves a version file to setup-node', () => {
    expect(setupNodeOf(surveyed({ ...npm, '.nvmrc': '22' }))).toEqual({ 'node-version-file': '.nvmrc', cache: 'npm' });
  });

  it.each([
    [
      'pnpm',
      ['actions/checkout@v5', 'pnpm/action-setup@v4', 'actions/setup-node@v5', 'pnpm install --frozen-lockfile'],
    ],
    ['bun', ['actions/checkout@v5', 'oven-sh/setup-bun@v2', 'actions/setup-node@v5', 'bun install --frozen-lockfile']],
    ['yarn-4', ['actions/checkout@v5', 'corepack enable', 'actions/setup-node@v5', 'yarn install --immutable']],
  ])('has %s in place before setup-node asks it where its cache is', (name, expected) => {
    const steps = stepsFor(surveyed(projects[name] ?? {}));
    expect(steps.map(({ uses, run }) => uses ?? run)).toEqual([...expected, placeholderAction]);
  });

  it('asks for a version of pnpm only where package.json does not', () => {
    const pnpm = (name: string) => stepsFor(surveyed(projects[name] ?? {}))[1];
    expect(pnpm('pnpm')?.with).toEqual({ version: 10 });
    expect(pnpm('pnpm-pinned')?.with).toBeUndefined();
  });
});

describe('a package in a folder of the repository', () => {
  it('is installed and measured there', () => {
    const survey = inFolder({ ...npm, '.nvmrc': '22' }, 'packages/search');
    expect(stepsFor(survey).slice(1)).toEqual([
      {
        uses: 'actions/setup-node@v5',
        with: {
          'node-version-file': 'packages/search/.nvmrc',
          cache: 'npm',
          'cache-dependency-path': 'packages/search/package-lock.json',
        },
      },
      { run: 'npm ci', 'working-directory': 'packages/search' },
      { uses: placeholderAction, with: { 'working-directory': 'packages/search' } },
    ]);
  });

  it('has its pnpm pinned by its own package.json', () => {
    const survey = inFolder(projects['pnpm-pinned'] ?? {}, 'packages/search');
    expect(stepsFor(survey)[1]?.with).toEqual({ package_json_file: 'packages/search/package.json' });
  });

  it('of a workspace is installed from the root', () => {
    const root = writeRepository({
      'package.json': manifest({ workspaces: ['packages/*'] }),
      'package-lock.json': '{}',
      'packages/search/package.json': manifest(),
    });
    expect(stepsFor(surveyOf(join(root, 'packages/search'))).slice(2)).toEqual([
      { run: 'npm ci' },
      { uses: placeholderAction, with: { 'working-directory': 'packages/search' } },
    ]);
  });

  it('has its baselines where the half that comments looks for them', () => {
    expect(stepsOf(commentWorkflow(inFolder(npm, 'packages/search'), placeholderAction))).toEqual([
      { uses: 'org/memory-bench-action/comment@v1', with: { 'baseline-path': 'packages/search/baselines' } },
    ]);
  });
});
