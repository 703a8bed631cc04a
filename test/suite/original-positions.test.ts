import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScenarioCompiler } from '../../src/suite/compile.js';
import { inOriginalTerms, originalPositions } from '../../src/suite/original-positions.js';
import { temporaryFolder } from '../processes.js';
import { exportsOf, nodes, writeProject } from './project.js';

describe('a text', () => {
  const sources = [{ compiled: '/tmp/run/compiled/x-1.mjs', original: '/home/a b/x.ts' }];

  it.each([
    ['a path', 'in /tmp/run/compiled/x-1.mjs:3:4', 'in /home/a b/x.ts:3:4'],
    ['a URL', 'at f (file:///tmp/run/compiled/x-1.mjs:3:4)', 'at f (file:///home/a%20b/x.ts:3:4)'],
    [
      'both, twice',
      '/tmp/run/compiled/x-1.mjs file:///tmp/run/compiled/x-1.mjs',
      '/home/a b/x.ts file:///home/a%20b/x.ts',
    ],
    ['neither', 'at g (/tmp/run/compiled/y-1.mjs:1:1)', 'at g (/tmp/run/compiled/y-1.mjs:1:1)'],
  ])('with %s of a compiled module', (_, text, expected) => {
    expect(inOriginalTerms(text, sources)).toBe(expected);
  });
});

describe('a place', () => {
  const at = (path: string, line: number) => ({ path, line, column: 1 });

  it('in a module without a map is the same place of the file that was written', () => {
    const original = originalPositions([{ compiled: '/tmp/x-1.mjs', original: '/home/x.ts' }]);
    expect(original(at('/tmp/x-1.mjs', 7))).toEqual(at('/home/x.ts', 7));
    expect(original(at('/tmp/y.mjs', 7))).toEqual(at('/tmp/y.mjs', 7));
  });

  it('in a module whose lines moved is where the map has it', () => {
    // Line 2 of the module was line 5 of the file.
    const map = JSON.stringify({ version: 3, sources: ['x.ts'], names: [], mappings: ';AAIA' });
    const original = originalPositions([{ compiled: '/tmp/x-1.mjs', original: '/home/x.ts', map }]);
    expect(original(at('/tmp/x-1.mjs', 2))).toEqual(at('/home/x.ts', 5));
  });
});

describe.each(nodes)('a stack on %s', (_, node) => {
  async function stackOf(files: Readonly<Record<string, string>>): Promise<[folder: string, stack: unknown]> {
    const folder = writeProject(files);
    const compiled = await new ScenarioCompiler(temporaryFolder()).compile(join(folder, 'x.ts'));
    return [folder, inOriginalTerms(String(exportsOf(compiled, node).stack), compiled.sources)];
  }

  const main =
    "import { fail } from './fail.ts';\nexport let stack: unknown;\ntry {\n  fail();\n} catch (error) { stack = (error as Error).stack; }";

  it('names line and column of a file whose types were blanked out', async () => {
    const [folder, stack] = await stackOf({
      'x.ts': main,
      'fail.ts':
        'interface A {\n  b: string;\n}\nexport function fail(): never {\n  throw new Error(import.meta.filename);\n}',
    });
    expect(stack).toContain(`file://${folder}/fail.ts:5:9)`);
    expect(stack).toContain(`file://${folder}/x.ts:4:3`);
  });

  it('names line and column of a file that had to be transformed', async () => {
    const [folder, stack] = await stackOf({
      'x.ts': main,
      'fail.ts':
        'enum A { B, C }\nclass D { constructor(private e: A) {} f() { return this.e; } }\n\n\nexport function fail(): never {\n  const message = String(new D(A.C).f());\n  throw new Error(message);\n}',
    });
    expect(stack).toContain(`file://${folder}/fail.ts:7:9)`);
  });

  it('names the line of CommonJS', async () => {
    const [folder, stack] = await stackOf({
      'x.ts': main.replace('./fail.ts', './fail.cts'),
      'fail.cts': '\nexports.fail = (): never => {\n  throw new Error();\n};',
    });
    expect(stack).toContain(`${folder}/fail.cts:3:9)`);
  });
});
