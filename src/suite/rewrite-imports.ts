import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DynamicImport, init, parse, type StaticImport } from 'es-module-lexer';

/** A module that runs from another place than it was written for. */
export interface MovedModule {
  readonly code: string;
  /** Path of the file it was written in. */
  readonly original: string;
  readonly commonJs: boolean;
}

/** Returns the import to use instead of `specifier`; undefined to leave it as it is. */
export type ImportTarget = (specifier: string, kind: 'static' | 'dynamic') => Promise<string | undefined>;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const resolveName = '__memoryBenchResolve';
const builtin = (name: string) => `globalThis.process.getBuiltinModule("node:${name}")`;

/**
 * The module with replaced imports, and with `import.meta`, `require` and `__filename` that mean the original file.
 * Lines stay in place: the prelude is at the beginning of the first one.
 */
export async function rewriteImports(module: MovedModule, target: ImportTarget): Promise<string> {
  await init();
  const { code } = module;
  const [imports] = parse(code, module.original);
  const edits: Edit[] = [];
  for (const found of imports) {
    if (found.type !== 'import-meta') edits.push(...(await editsOf(found, target)));
  }
  const usesMeta = imports.some(({ type }) => type === 'import-meta');
  const usesResolve = usesMeta || edits.some(({ text }) => text.includes(resolveName));
  return preludeOf(module, { usesMeta, usesResolve }) + applied(code, edits);
}

async function editsOf(found: StaticImport | DynamicImport, target: ImportTarget): Promise<Edit[]> {
  const { start, end } = found;
  if (found.type !== 'dynamic') {
    const replacement = await target(found.specifier, 'static');
    // Here `start` and `end` exclude the quotes.
    return replacement === undefined ? [] : [{ start: start - 1, end: end + 1, text: JSON.stringify(replacement) }];
  }
  if (found.specifier === undefined || found.glob) {
    return [
      { start, end: start, text: `${resolveName}(` },
      { start: end, end, text: ', true)' },
    ];
  }
  const replacement = await target(found.specifier, 'dynamic');
  return replacement === undefined ? [] : [{ start, end, text: JSON.stringify(replacement) }];
}

function applied(code: string, edits: readonly Edit[]): string {
  let done = 0;
  let text = '';
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    text += code.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + code.slice(done);
}

function preludeOf(
  { code, original, commonJs }: MovedModule,
  { usesMeta, usesResolve }: { usesMeta: boolean; usesResolve: boolean },
): string {
  const place = { url: pathToFileURL(original).href, filename: original, dirname: dirname(original) };
  return [
    ...(commonJs ? [commonJsPrelude(code, place)] : []),
    ...(usesResolve ? [resolvePrelude(place.url)] : []),
    ...(usesMeta ? [`Object.assign(import.meta,${JSON.stringify(place)},{resolve:s=>${resolveName}(s)});`] : []),
  ].join('');
}

/** Whether a script begins with a directive `use strict`: only comments and blanks can precede it. */
export function beginsStrict(code: string): boolean {
  // A comment must match in only one way. Otherwise, a file that begins with thirty of them takes hours.
  const before = /^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/.exec(code)?.[0] ?? '';
  return /^(['"])use strict\1/.test(code.slice(before.length, before.length + 12));
}

function commonJsPrelude(code: string, { filename, dirname: folder }: { filename: string; dirname: string }): string {
  const strict = beginsStrict(code) ? '"use strict";' : '';
  const required = `require=${builtin('module')}.createRequire(${JSON.stringify(filename)});`;
  return `${strict}${required}__filename=${JSON.stringify(filename)};__dirname=${JSON.stringify(folder)};`;
}

/** A function, because functions exist even before a module in an import cycle starts to run. */
function resolvePrelude(url: string): string {
  const from = JSON.stringify(url);
  return [
    `function ${resolveName}(s,lenient){s=String(s);const{URL}=globalThis,m=${builtin('module')};`,
    `if(/^(\\.{1,2}\\/|\\/)/.test(s))return new URL(s,${from}).href;`,
    'if(URL.canParse(s))return s;',
    'if(m.isBuiltin(s))return"node:"+s;',
    `try{return ${builtin('url')}.pathToFileURL(m.createRequire(${from}).resolve(s)).href}`,
    'catch(e){if(lenient)return s;throw e}}',
  ].join('');
}
