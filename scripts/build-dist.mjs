// Writes dist/, which GitHub runs as committed: the three bundled entries and, unbundled, the modules that are started
// as separate processes. The measured process loads the same files as in a local run.
// With --check, it builds into a temporary folder and fails on a difference.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'es-module-lexer';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const target = check ? mkdtempSync(join(tmpdir(), 'memory-bench-dist-')) : join(root, 'dist');

/** Bundles, and the compiled modules they are built from. */
const bundles = { main: 'src/action.js', post: 'src/post.js', comment: 'src/comment.js' };
/** Modules that are started as processes, or imported by scenarios. */
const started = [
  'src/index.js',
  'src/config/config-entry.js',
  'src/measure/worker/main.js',
  'src/measure/retainers/retainers-entry.js',
  'src/services/guardian-entry.js',
  'src/services/model/download-entry.js',
  'src/suite/describe-entry.js',
];

await init;
try {
  if (!check) rmSync(target, { recursive: true, force: true });
  for (const [name, module] of Object.entries(bundles)) bundle(name, module);
  for (const module of withImports([...started, ...scenarios()])) copy(module);
  writeFileSync(join(target, 'package.json'), manifest());
  if (check) compare();
} finally {
  if (check) rmSync(target, { recursive: true, force: true });
}

function bundle(name, module) {
  // With its cache, ncc leaves modules that it did not process again out of licenses.txt.
  const options = ['--license', 'licenses.txt', '--no-cache', '--quiet'];
  const given = ['build', join('lib', module), '--out', join(target, name), ...options];
  execFileSync(join(root, 'node_modules/.bin/ncc'), given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const [path, content] of filesIn(join(target, name)))
    refuseRelocated(join(name, path), content.toString('utf8'));
}

/** ncc takes path.resolve with a literal for a file of this repository, and moves it below dist/. */
function refuseRelocated(path, content) {
  const found = /^.*require__\.ab \+.*$/m.exec(content);
  if (found !== null) throw new Error(`ncc has rewritten a path in ${path}, write it with join: ${found[0].trim()}`);
}

function scenarios() {
  return readdirSync(join(root, 'lib/scenarios'), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join('scenarios', name));
}

/** The modules and everything they import from this repository, relative to lib/. */
function withImports(modules, known = new Set()) {
  for (const module of modules) {
    if (known.has(module)) continue;
    known.add(module);
    const [imports] = parse(readFileSync(join(root, 'lib', module), 'utf8'));
    const relatives = imports.map(({ specifier }) => specifier).filter((specifier) => specifier?.startsWith('.'));
    withImports(
      relatives.map((specifier) => join(dirname(module), specifier)),
      known,
    );
  }
  return known;
}

function copy(module) {
  const to = join(target, 'lib', module);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(root, 'lib', module), to);
}

/** The built-in scenarios import the package by its name. */
function manifest() {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = { name, version, license, private: true, type: 'module', exports: './lib/src/index.js' };
  return `${JSON.stringify(own, undefined, 2)}\n`;
}

function compare() {
  const built = filesIn(target);
  const committed = filesIn(join(root, 'dist'));
  const different = [...new Set([...built.keys(), ...committed.keys()])].filter(
    (path) => !built.get(path)?.equals(committed.get(path) ?? Buffer.alloc(0)),
  );
  if (different.length === 0) return;
  console.error(`dist/ does not match the source (${different.join(', ')}): run \`npm run dist\``);
  process.exitCode = 1;
}

function filesIn(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path)];
    }),
  );
}
