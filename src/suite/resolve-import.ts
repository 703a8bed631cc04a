import { realpathSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'import-meta-resolve';
import { messageOf } from '../errors.js';
import { ownPackage, packageRoot } from '../package-root.js';

/** The URL of a specifier, or why it cannot be found; a path has a URL even then. */
export type ResolvedImport = { readonly url: string } | { readonly missing: string; readonly url?: string };

const sourceExtensions: Readonly<Record<string, string>> = { '.js': '.ts', '.mjs': '.mts', '.cjs': '.cts' };
const guessedExtensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** Whether a file is TypeScript that can be run once its types are gone. */
export function isTypeScript(file: string): boolean {
  return /\.[cm]?ts$/.test(file) && !isDeclaration(file);
}

/** Whether a file contains only types. */
export function isDeclaration(file: string): boolean {
  return /\.d\.[cm]?ts$/.test(file);
}

/** Whether `import` in a file finds a package. */
export function isInstalled(name: string, file: string): boolean {
  try {
    resolve(name, pathToFileURL(file).href);
    return true;
  } catch {
    return false;
  }
}

/**
 * The URL that `specifier` means in `file`. In TypeScript, `./x.js` and `./x` mean `./x.ts` if that exists.
 * memory-bench's own package is found even if it is not installed.
 */
export function resolveImport(specifier: string, file: string): ResolvedImport {
  if (isBuiltin(specifier)) return { url: specifier };
  const parent = pathToFileURL(file);
  if (/^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier)) return resolvePath(new URL(specifier, parent), file);
  if (URL.canParse(specifier)) return { url: specifier };
  try {
    return { url: resolve(specifier, parent.href) };
  } catch (error) {
    if (specifier === ownPackage().name) {
      return { url: pathToFileURL(join(packageRoot, 'lib', 'src', 'index.js')).href };
    }
    return { missing: messageOf(error) };
  }
}

function resolvePath(asked: URL, importer: string): ResolvedImport {
  const path = fileURLToPath(asked);
  const found = (isTypeScript(importer) ? candidates(path) : [path]).find(isFile);
  if (found === undefined) return { missing: `there is no ${path}`, url: asked.href };
  // As Node does: one file under two names is one module.
  return { url: `${pathToFileURL(realpathSync(found)).href}${asked.search}${asked.hash}` };
}

function candidates(path: string): string[] {
  const extension = extname(path);
  const source = sourceExtensions[extension];
  return [
    ...(source === undefined ? [] : [path.slice(0, -extension.length) + source]),
    path,
    ...guessedExtensions.map((guessed) => path + guessed),
    ...guessedExtensions.map((guessed) => join(path, `index${guessed}`)),
  ];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
