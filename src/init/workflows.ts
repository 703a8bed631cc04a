import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { slashed } from './folders.js';
import type { Installation } from './package-manager.js';
import type { Survey } from './survey.js';

/** Placeholder for the owner of the action, as in the README: this package does not name its own repository. */
export const placeholderOwner = 'org';
export const placeholderAction = `${placeholderOwner}/memory-bench-action@v1`;

type Facts = Pick<Survey, 'branch' | 'installation' | 'node' | 'packageFolder' | 'repositoryFolder'>;
type Inputs = Readonly<Record<string, string | number | boolean | undefined>>;

/** The workflow that measures. */
export function measuringWorkflow(survey: Facts, action: string): string {
  const { repositoryFolder, packageFolder } = survey;
  return `name: memory
on:
  pull_request:
  push:
    branches: ${scalarIn([survey.branch])}
  schedule:
    - cron: '0 4 * * 1' # weekly, so that the baseline does not expire

permissions: {}

concurrency: # a new commit of a pull request cancels its previous run; every push finishes
  group: memory-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: true

jobs:
  memory:
    runs-on: ubuntu-latest
    permissions:
      contents: read # check out the code, find the commit to compare with
      actions: read # read baselines, which are artifacts of earlier runs
      pull-requests: write # comment
    steps:
      - uses: actions/checkout@v5
${installing(survey)}${step(`uses: ${action}`, { 'working-directory': below(repositoryFolder, packageFolder) })}`;
}

/** The workflow that comments on pull requests from forks. */
export function commentWorkflow({ packageFolder, repositoryFolder }: Facts, action: string): string {
  const half = action.replace('@', '/comment@');
  const folder = below(repositoryFolder, packageFolder);
  return `name: memory comment
on:
  workflow_run:
    workflows: [memory] # the name of the workflow that measures
    types: [completed]

permissions: {}

jobs:
  comment:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      actions: read # results and baselines are artifacts
      contents: read # to find the commit to compare with
      pull-requests: write # comment
    steps:
${step(`uses: ${half}`, { 'baseline-path': folder && `${folder}/baselines` })}`;
}

/** The steps that install Node and the packages. */
function installing({ installation, node, repositoryFolder }: Facts): string {
  const { manager, folder, lockFile, command, corepack } = installation;
  const inRepository = below(repositoryFolder, folder);
  const cached = lockFile !== undefined && manager !== 'bun';
  const setupNode = step('uses: actions/setup-node@v5', {
    'node-version': 'version' in node ? numberOr(node.version) : undefined,
    'node-version-file': 'file' in node ? slashed(repositoryFolder, node.file) : undefined,
    cache: cached ? manager : undefined,
    'cache-dependency-path': cached && inRepository ? `${inRepository}/${basename(lockFile)}` : undefined,
    // Without a lock file there is no cache key, and setup-node would fail.
    'package-manager-cache': lockFile === undefined ? false : undefined,
  });
  const install = `      - run: ${command}\n${inRepository ? `        working-directory: ${scalar(inRepository)}\n` : ''}`;
  return [
    corepack ? step('run: corepack enable') : '',
    managerSetup(installation, inRepository),
    setupNode,
    install,
  ].join('');
}

/** The step that installs a package manager that runners lack. */
function managerSetup({ manager, pnpmVersion }: Installation, folder: string | undefined): string {
  if (manager === 'bun') return step('uses: oven-sh/setup-bun@v2');
  if (manager !== 'pnpm') return '';
  const manifest = folder && pnpmVersion === undefined ? join(folder, 'package.json') : undefined;
  return step('uses: pnpm/action-setup@v4', { version: pnpmVersion, package_json_file: manifest });
}

function step(what: string, inputs: Inputs = {}): string {
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
  const lines = given.map(([name, value]) => `          ${name}: ${scalar(value)}\n`);
  return `      - ${what}\n${lines.length === 0 ? '' : `        with:\n${lines.join('')}`}`;
}

/** A folder relative to the repository; undefined for its root. */
function below(repositoryFolder: string, folder: string): string | undefined {
  return slashed(repositoryFolder, folder) || undefined;
}

function numberOr(version: string): string | number {
  return /^\d+$/.test(version) ? Number(version) : version;
}

/** A value in YAML, quoted if necessary. */
function scalar(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trim();
}

function scalarIn(list: readonly string[]): string {
  return stringify(list, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();
}
