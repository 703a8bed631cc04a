// npm leaves platform packages that the registry in use lacks out of the lock file, and `npm ci` then rejects the file.
// This script adds them from the optional dependencies of their parents. Packages of other platforms are not fetched.
// Arguments: the folders of the lock files, relative to the repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

for (const folder of process.argv.slice(2)) complete(join(root, folder, 'package-lock.json'));

function complete(path) {
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    if (parent === '') continue;
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`;
      if (lock.packages[place] !== undefined || lock.packages[`${parent}/${place}`] !== undefined) continue;
      if (!/^\d/.test(version))
        throw new Error(`${parent} asks for ${name}@${version}: no exact version to write down`);
      const words = name.split(/[^a-z0-9]+/);
      lock.packages[place] = {
        version,
        ...only('cpu', processors, words),
        ...(words.includes('musl') ? { libc: ['musl'] } : {}),
        ...(dev ? { dev } : {}),
        optional: true,
        ...only('os', systems, words),
      };
      console.log(`added ${name}@${version}`);
    }
  }

  const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, undefined, 2)}\n`);
}

function only(field, known, words) {
  const found = known.filter((word) => words.includes(word));
  return found.length === 0 ? {} : { [field]: found };
}
