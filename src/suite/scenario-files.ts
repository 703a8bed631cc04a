import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { UsageError } from '../errors.js';
import { globMistake, globSyntax } from '../results/glob.js';
import { isDeclaration, isTypeScript } from './resolve-import.js';

const moduleExtensions = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/**
 * The modules at an absolute path, in order of name: the file itself, the direct modules of a folder, or the matches of
 * a glob. A glob is taken relative to the working directory, so that the path before it is no pattern.
 * @throws UsageError if there are none, or the glob has syntax that its other matchers do not understand.
 */
export async function modulesAt(path: string, workingDirectory: string): Promise<string[]> {
  const kind = await stat(path).catch(() => undefined);
  if (kind === undefined) return modulesMatching(path, workingDirectory);
  if (!kind.isDirectory()) return [path];
  const found = modulesAmong((await readdir(path)).map((name) => join(path, name)));
  if (found.length > 0) return found;
  throw new UsageError(`the folder ${path} has no scenario modules (${moduleExtensions.join(', ')})`, {
    remedy: 'Check --scenarios.',
  });
}

async function modulesMatching(path: string, workingDirectory: string): Promise<string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const pattern = relative(workingDirectory, path);
  if (!isDynamicPattern(pattern)) {
    throw new UsageError(`no scenario file or folder at ${path}`, { remedy: 'Check --scenarios.' });
  }
  const mistake = globMistake(pattern);
  if (mistake !== undefined) {
    throw new UsageError(`the glob ${pattern} cannot be used: ${mistake}`, {
      remedy: `A glob can have ${globSyntax}.`,
    });
  }
  const found = modulesAmong(
    await glob(pattern, {
      cwd: workingDirectory,
      absolute: true,
      expandDirectories: false,
      ignore: ['**/node_modules/**'],
    }),
  );
  if (found.length > 0) return found;
  throw new UsageError(`the glob ${pattern} matches no scenario module (${moduleExtensions.join(', ')})`, {
    remedy: 'Check --scenarios; node_modules and folders with a dot in front are left out.',
  });
}

/** The modules among files, without the compiled output of a TypeScript file beside it. */
function modulesAmong(files: readonly string[]): string[] {
  const stemOf = (file: string) => file.slice(0, -extname(file).length);
  const written = new Set(files.filter(isTypeScript).map(stemOf));
  return files
    .filter((file) => moduleExtensions.includes(extname(file)) && !isDeclaration(file))
    .filter((file) => isTypeScript(file) || !written.has(stemOf(file)))
    .sort();
}
