import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesImportedBy } from '../../src/suite/scenario-packages.js';
import { writeProject } from './project.js';

const namesIn = (files: Readonly<Record<string, string>>, file: string) =>
  packagesImportedBy([join(writeProject(files), file)]).map(({ name }) => name);

describe('the packages that a scenario imports', () => {
  it('are those it names, however it does', () => {
    const scenario = `
      import { a } from 'static-one/deep/file.js';
      import 'for-effect';
      export * from "@scope/exported/deep";
      const b = await import('dynamic');
      const c = require('required');`;
    expect(namesIn({ 'a.mjs': scenario }, 'a.mjs')).toEqual([
      'static-one',
      'for-effect',
      '@scope/exported',
      'dynamic',
      'required',
    ]);
  });

  it('are no built-in modules, no URLs, no private names, no types, and not memory-bench itself', () => {
    const scenario = `
      import { defineScenario } from 'memory-bench-action';
      import { join } from 'path';
      import fs from 'node:fs/promises';
      import data from 'data:text/javascript,1';
      import own from '#own';
      import type { Type } from 'typed';
      import type Other from 'typed-too';
      import { value } from 'valued';`;
    expect(namesIn({ 'a.mts': scenario }, 'a.mts')).toEqual(['valued']);
  });

  it('are those of the project files it imports as well, seen from there', () => {
    const project = writeProject({
      'bench/a.mts': "import { run } from '../src/pipeline.js';",
      'src/pipeline.ts': "import one from 'one'; import './circle.js';",
      'src/circle.ts': "import './pipeline.js'; import two from 'two';",
    });
    const from = join(project, 'src');
    expect(packagesImportedBy([join(project, 'bench/a.mts')])).toEqual([
      { name: 'one', from },
      { name: 'two', from },
    ]);
  });

  it('are found in CommonJS, which leaves extensions out', () => {
    const files = { 'a.cjs': "require('./lib')", 'lib/index.js': "require('./part')", 'lib/part.js': "require('one')" };
    expect(namesIn(files, 'a.cjs')).toEqual(['one']);
  });

  it('do without a file that is not there', () => {
    expect(namesIn({ 'a.mjs': "import './absent.js'; import 'one';" }, 'a.mjs')).toEqual(['one']);
  });
});
