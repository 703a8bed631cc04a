import type { Options } from '@swc/wasm-typescript';
import { init, parse } from 'es-module-lexer';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';

/** The JavaScript made from a TypeScript file. */
export interface StrippedSource {
  readonly code: string;
  /** Source map (JSON), if lines moved. */
  readonly map?: string;
}

/** The plain object that the engine throws. Lines count from 1, columns from 0, with four for a tab. */
const complaint = z.object({
  code: z.string().optional(),
  message: z.string(),
  startLine: z.number(),
  startColumn: z.number(),
});

type Attempt = { readonly done: StrippedSource } | { readonly thrown: unknown };

/**
 * TypeScript without its types. Blanks replace them, so that every position stays the same. Only a file that needs more
 * (enums, namespaces, parameter properties, imported types not marked as types) is transformed, and gets a source map.
 * @throws UsageError with the position of a mistake.
 */
export async function stripTypes(file: string, source: string): Promise<StrippedSource> {
  const { transform } = await import('@swc/wasm-typescript');
  const attempt = async (options: Options): Promise<Attempt> => {
    try {
      const { code, map } = await transform(source, { filename: file, ...options });
      return { done: { code, ...(map === undefined ? {} : { map }) } };
    } catch (thrown) {
      return { thrown };
    }
  };
  const stripped = await attempt({ mode: 'strip-only' });
  if ('thrown' in stripped && complaint.safeParse(stripped.thrown).data?.code !== 'UnsupportedSyntax') {
    throw mistake(file, source, stripped.thrown);
  }
  const transformed = await attempt({
    mode: 'transform',
    sourceMap: true,
    transform: {
      nativeClassProperties: true,
      noEmptyExport: true,
      importExportAssignConfig: file.endsWith('.cts') ? 'Classic' : 'NodeNext',
    },
  });
  if ('thrown' in transformed) {
    if ('done' in stripped) return stripped.done;
    throw mistake(file, source, transformed.thrown);
  }
  await init();
  try {
    const asStripped = 'done' in stripped && importsOf(stripped.done.code) === importsOf(transformed.done.code);
    return asStripped ? stripped.done : transformed.done;
  } catch (error) {
    throw mistake(file, source, error);
  }
}

/** The names that a module imports. A transform drops those that are only types. */
function importsOf(code: string): string {
  return parse(code)[0]
    .flatMap(({ type, importStart, importEnd }) => (type === 'static' ? [code.slice(importStart, importEnd)] : []))
    .filter((statement) => !statement.startsWith('export'))
    .map((statement) => statement.replaceAll(/[\s'"`;]/g, '').replaceAll(/,?\{,*\}|,(?=\})/g, ''))
    .filter((statement) => !statement.startsWith('importfrom'))
    .join('\n');
}

function mistake(file: string, source: string, thrown: unknown): UsageError {
  const { success, data } = complaint.safeParse(thrown);
  if (!success) {
    return new UsageError(`the TypeScript file ${file} cannot be compiled: ${messageOf(thrown)}`, {
      remedy: 'Compile it to JavaScript first, and name what comes out.',
      cause: thrown,
    });
  }
  const line = source.split('\n')[data.startLine - 1] ?? '';
  const before = partOfWidth(line, data.startColumn);
  const caret = `${before.replaceAll(/[^\t]/g, ' ')}^`;
  const place = `${file}:${data.startLine}:${before.length + 1}`;
  return new UsageError(`the TypeScript file cannot be read:\n${place}: ${data.message}\n  ${line}\n  ${caret}`, {
    remedy:
      data.code === 'InvalidSyntax'
        ? 'Mend the line.'
        : 'Use erasable syntax there (what is left without the types is JavaScript), or compile the file first.',
  });
}

function partOfWidth(line: string, width: number): string {
  let length = 0;
  for (let column = 0; column < width && length < line.length; length++) column += line[length] === '\t' ? 4 : 1;
  return line.slice(0, length);
}
