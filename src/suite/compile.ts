import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { init, parse } from 'es-module-lexer';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';
import { replaceWhole } from '../files/write-whole.js';
import { ownPackage } from '../package-root.js';
import type { CompiledSource } from './original-positions.js';
import { isInstalled, isTypeScript, resolveImport } from './resolve-import.js';
import { rewriteImports } from './rewrite-imports.js';
import { stripTypes } from './strip-types.js';

/** A scenario file as Node can run it. */
export interface CompiledScenario {
  /** file: URL of the module to import: the file itself if it is JavaScript. */
  readonly url: string;
  /** Sources that translate its errors back to the original files. */
  readonly sources: readonly CompiledSource[];
}

interface Module extends CompiledSource {
  readonly code: string;
  readonly commonJs: boolean;
}

const temporaryRemedy = 'Free some space there, or name another place with TMPDIR.';
const manifestSchema = z.object({ type: z.string().optional() });

/**
 * Compiles TypeScript scenario files, and the TypeScript they import, to JavaScript in a folder of the run. The
 * measured process then needs no loader, which would be measured as well. Every file is compiled once.
 */
export class ScenarioCompiler {
  readonly #folder: string;
  readonly #modules = new Map<string, Module>();

  /** Compiles below `folder`, which must exist when the first file is compiled. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The module to import for a scenario file.
   * @throws UsageError for a mistake in it, or an import that cannot be found.
   */
  async compile(file: string): Promise<CompiledScenario> {
    if (!isTypeScript(file) && !(await lacksOwnPackage(file))) return { url: pathToFileURL(file).href, sources: [] };
    const unwritten: Module[] = [];
    const url = await this.#urlOf(await realpath(file), unwritten);
    // Not recursive, because two modules may import each other.
    for (let module = unwritten.pop(); module !== undefined; module = unwritten.pop()) {
      await this.#write(module, unwritten);
    }
    const sources = [...this.#modules.values()].map(({ compiled, original, map }) => ({
      compiled,
      original,
      ...(map === undefined ? {} : { map }),
    }));
    return { url, sources };
  }

  async #urlOf(original: string, unwritten: Module[]): Promise<string> {
    const known = this.#modules.get(original);
    const module = known ?? (await this.#load(original));
    if (known === undefined) {
      this.#modules.set(original, module);
      unwritten.push(module);
    }
    return pathToFileURL(module.compiled).href;
  }

  async #load(original: string): Promise<Module> {
    // Node accepts a first line such as `#!/usr/bin/env node` only at the very beginning.
    const source = (await readFile(original, 'utf8')).replace(/^\uFEFF/, '').replace(/^#!/, '//');
    const { code, map } = isTypeScript(original) ? await stripTypes(original, source) : { code: source };
    const commonJs = isCommonJs(original, code);
    // Node names modules in stacks by their real path.
    const folder = join(await realpath(this.#folder), 'compiled');
    const hash = createHash('sha256').update(original).digest('hex').slice(0, 8);
    const name = basename(original, extname(original)).replaceAll(/[^\w.-]/g, '_');
    const compiled = join(folder, `${name}-${hash}${commonJs ? '.cjs' : '.mjs'}`);
    if (map === undefined) return { compiled, original, code, commonJs };
    // An extra first line for the prelude. The source map accounts for it.
    return { compiled, original, code: `\n${code}`, commonJs, map: belowOneLine(map) };
  }

  async #write(module: Module, unwritten: Module[]): Promise<void> {
    const text = await rewriteImports(module, async (specifier, kind) => {
      const resolved = resolveImport(specifier, module.original);
      if ('missing' in resolved) {
        if (kind === 'static') throw missingImport(module.original, specifier, resolved.missing);
        return resolved.url;
      }
      if (!resolved.url.startsWith('file:') || !isTypeScript(fileURLToPath(resolved.url))) return resolved.url;
      const { search, hash } = new URL(resolved.url);
      return `${await this.#urlOf(fileURLToPath(resolved.url), unwritten)}${search}${hash}`;
    });
    await replaceWhole(module.compiled, (draft) => writeFile(draft, text), temporaryRemedy);
  }
}

/** Whether a JavaScript file imports memory-bench without having it installed, as in projects that use the action. */
async function lacksOwnPackage(file: string): Promise<boolean> {
  const { name } = ownPackage();
  const code = await readFile(file, 'utf8');
  if (!code.includes(name) || isInstalled(name, file)) return false;
  await init();
  try {
    return parse(code)[0].some(({ type, specifier }) => type === 'static' && specifier === name);
  } catch {
    // Node's own error is clearer.
    return false;
  }
}

/** Decides as Node does: by the extension, the nearest package.json, the syntax. */
function isCommonJs(original: string, code: string): boolean {
  const hasModuleSyntax = parse(code)[3];
  if (original.endsWith('.cts') && hasModuleSyntax) {
    throw new UsageError(`${original} is CommonJS by its name, and has import or export in it`, {
      remedy: 'Name it .mts, or write require and module.exports.',
    });
  }
  if (/\.[cm](?:t|j)s$/.test(original)) return /\.c.s$/.test(original);
  return !hasModuleSyntax && nearestType(dirname(original)) !== 'module';
}

function nearestType(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) return typeIn(manifest);
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestType(parent);
}

function typeIn(manifest: string): string | undefined {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).type;
  } catch (cause) {
    throw new UsageError(`cannot read ${manifest}: ${messageOf(cause)}`, { remedy: 'Mend the file.', cause });
  }
}

function missingImport(file: string, specifier: string, reason: string): UsageError {
  return new UsageError(`${file} imports ${specifier}, which cannot be found: ${reason}`, {
    remedy: /^[./]/.test(specifier)
      ? 'Check the path.'
      : 'Install the package; `paths` of a tsconfig.json are not read, `imports` of a package.json are.',
  });
}

/** The source map of a module with one more line at its top. */
function belowOneLine(map: string): string {
  const parsed: { mappings: string } = JSON.parse(map);
  return JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` });
}
