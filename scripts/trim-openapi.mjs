// Writes test/stand-in/openapi/github.json: operations of @octokit/openapi (13 MB) that the GitHub stand-in answers.
// Prose is dropped; schemas stay as GitHub wrote them. With --check it fails on a difference instead.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'node_modules/@octokit/openapi/generated/api.github.com.json');
const target = join(root, 'test/stand-in/openapi/github.json');

const OPERATIONS = new Set([
  'actions/delete-artifact',
  'actions/download-artifact',
  'actions/get-artifact',
  'actions/get-workflow',
  'actions/get-workflow-run',
  'actions/list-artifacts-for-repo',
  'actions/list-jobs-for-workflow-run',
  'actions/list-repo-workflows',
  'actions/list-workflow-run-artifacts',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tag',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tag',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'rate-limit/get',
  'repos/compare-commits-with-basehead',
  'repos/create-or-update-file-contents',
  'repos/get',
  'repos/get-branch',
  'repos/get-commit',
  'repos/get-content',
  'repos/get-latest-release',
  'repos/get-release',
  'repos/get-release-by-tag',
  'repos/list-commits',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-releases',
  'users/get-authenticated',
]);

/** Operations whose example the stand-in uses as the template of an answer. */
const TEMPLATES = new Set([
  'actions/get-workflow-run',
  'actions/list-jobs-for-workflow-run',
  'issues/get-comment',
  'pulls/get',
  'rate-limit/get',
  'repos/get',
  'repos/get-release',
  'users/get-authenticated',
]);

const PROSE = new Set(['description', 'summary', 'externalDocs', 'tags', 'title']);

const everything = JSON.parse(readFileSync(source, 'utf8'));
const paths = {};
const missing = new Set(OPERATIONS);
for (const [path, item] of Object.entries(everything.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    if (!OPERATIONS.has(operation.operationId)) continue;
    missing.delete(operation.operationId);
    paths[path] ??= {};
    paths[path][method] = trimOperation(operation);
  }
}
if (missing.size > 0) throw new Error(`not in @octokit/openapi: ${[...missing].join(', ')}`);

const components = {};
collect(paths);
const trimmed = {
  openapi: everything.openapi,
  info: { title: 'GitHub, trimmed by scripts/trim-openapi.mjs', version: everything.info.version },
  paths,
  components: sorted(components),
};
// Biome formats the file as it formats the rest of the repository.
const text = execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--stdin-file-path', target], {
  cwd: root,
  input: JSON.stringify(trimmed, undefined, 2),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('test/stand-in/openapi/github.json is outdated: run `node scripts/trim-openapi.mjs`');
  process.exitCode = 1;
}

function trimOperation(operation) {
  const { operationId, parameters, requestBody, responses } = operation;
  const kept = prune({ operationId, parameters, requestBody, responses });
  if (TEMPLATES.has(operationId)) {
    const { examples } = resolve(responses['200'].content['application/json']);
    kept['x-example'] = resolve(Object.values(examples)[0]).value;
  }
  return kept;
}

/** Drops prose, examples and extensions; keeps a property that merely has such a name. */
function prune(node, isPropertyMap = false) {
  if (Array.isArray(node)) return node.map((item) => prune(item));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isPropertyMap || !(PROSE.has(key) || isExample(key) || key.startsWith('x-')))
      .map(([key, value]) => [
        key,
        isValue(key, isPropertyMap) ? value : prune(value, isNameMap(key) && !isPropertyMap),
      ]),
  );
}

function isExample(key) {
  return key === 'example' || key === 'examples';
}

function isValue(key, isPropertyMap) {
  return !isPropertyMap && (key === 'enum' || key === 'default' || key === 'const');
}

function isNameMap(key) {
  return key === 'properties' || key === 'headers' || key === 'patternProperties';
}

function collect(node) {
  if (Array.isArray(node)) for (const item of node) collect(item);
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.$ref === 'string') {
    const [, , kind, name] = node.$ref.split('/');
    components[kind] ??= {};
    if (components[kind][name] !== undefined) return;
    components[kind][name] = prune(everything.components[kind][name]);
    collect(components[kind][name]);
  }
  for (const value of Object.values(node)) collect(value);
}

function resolve(node) {
  if (typeof node?.$ref !== 'string') return node;
  return resolve(
    node.$ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], everything),
  );
}

function sorted(kinds) {
  return Object.fromEntries(
    Object.entries(kinds)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, entries]) => [
        kind,
        Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
  );
}
