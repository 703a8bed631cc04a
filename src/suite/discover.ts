import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { InterruptedError, messageOf, UsageError } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { describeEnding, endingDrained, killGroup, killRemains, LogTail } from '../services/child.js';
import { scenarioEnvironment } from '../services/child-environment.js';
import type { Guardian } from '../services/guardian.js';
import { type CompiledScenario, ScenarioCompiler } from './compile.js';
import { type CompiledSource, inOriginalTerms } from './original-positions.js';
import { isDeclaration, isTypeScript } from './resolve-import.js';
import { type DescribedScenario, describedCommand, describedScenario, describerAnswer } from './scenario-schema.js';
import { syntaxErrorIn } from './syntax-error.js';

const describeWithinMs = 30_000;
const scriptExtensions = ['.js', '.mjs', '.cjs'];
const moduleExtensions = [...scriptExtensions, '.ts', '.mts', '.cts'];

/** A scenario as its file exports it. */
export type DiscoveredScenario = DescribedScenario & {
  /** Path of the file. */
  readonly file: string;
  /** file: URL of the module to import: the file, or what it was compiled to. */
  readonly scenarioUrl: string;
  /** What the texts of its errors are translated with. */
  readonly sources: readonly CompiledSource[];
};

/** What a process that imports somebody's file must not outlive. */
export interface DiscoveryScope {
  readonly guardian: Guardian;
  readonly workingDirectory: string;
  /** The Node program that is measured: parameters may depend on it. */
  readonly nodePath: string;
  /** Flags it is started with. */
  readonly nodeFlags: readonly string[];
  readonly signal: AbortSignal;
  /** A folder of the run: what scenarios are compiled to goes below it. */
  readonly folder: string;
}

/**
 * All scenarios of the given files and folders (their direct modules), in the order of names.
 * @throws UsageError for a path that is not there, a file that cannot be imported, or a definition with a mistake;
 * InterruptedError when it is cancelled.
 */
export async function discoverScenarios(
  paths: readonly string[],
  scope: DiscoveryScope,
): Promise<DiscoveredScenario[]> {
  const compiler = new ScenarioCompiler(scope.folder);
  const scenarios: DiscoveredScenario[] = [];
  for (const path of paths) {
    const found: DiscoveredScenario[] = [];
    for (const file of await modulesAt(path)) {
      found.push(...(await describeFile(file, await compiler.compile(file), scope)));
    }
    // In a folder a module without scenarios is a helper of the others.
    if (found.length === 0) throw exportsNone(path);
    scenarios.push(...found);
  }
  return scenarios;
}

function exportsNone(path: string): UsageError {
  return new UsageError(`${path} exports no scenario`, {
    remedy: 'Export what defineScenario({ name, description, run }) returns.',
  });
}

async function modulesAt(path: string): Promise<string[]> {
  const full = resolve(path);
  const kind = await stat(full).catch(() => undefined);
  if (kind === undefined) {
    throw new UsageError(`no scenario file or folder at ${full}`, { remedy: 'Check --scenarios.' });
  }
  if (!kind.isDirectory()) return [full];
  const names = moduleNames(await readdir(full));
  if (names.length === 0) {
    throw new UsageError(`the folder ${full} has no scenario modules (${moduleExtensions.join(', ')})`, {
      remedy: 'Check --scenarios.',
    });
  }
  return names.map((name) => join(full, name));
}

/** The modules among the files of a folder, without what the compiler made of a TypeScript file beside it. */
function moduleNames(names: readonly string[]): string[] {
  const stemOf = (name: string) => name.slice(0, -extname(name).length);
  const written = new Set(names.filter(isTypeScript).map(stemOf));
  return names
    .filter((name) => moduleExtensions.includes(extname(name)) && !isDeclaration(name))
    .filter((name) => isTypeScript(name) || !written.has(stemOf(name)))
    .sort();
}

async function describeFile(
  file: string,
  { url, sources }: CompiledScenario,
  scope: DiscoveryScope,
): Promise<DiscoveredScenario[]> {
  const described = await askDescriber(url, scope);
  if ('ended' in described) {
    throw new UsageError(
      `the scenario file ${file} could not be read: importing it ended the process with ${inOriginalTerms(described.ended, sources)}`,
      { remedy: `Its top level must not exit, nor take more than ${describeWithinMs / 1000} s.` },
    );
  }
  const answer = describerAnswer.parse(described.answer);
  if ('error' in answer) {
    const told = (await syntaxErrorIn(url, answer.error, scope.nodePath)) ?? answer.error;
    throw new UsageError(`the scenario file ${file} threw on import:\n${inOriginalTerms(told, sources)}`, {
      remedy: isTypeScript(file)
        ? 'Mend the file; importing it must not throw.'
        : 'Mend the file; `node <file>` should run without an error.',
    });
  }
  return answer.scenarios.map((raw) => ({ ...checkDefinition(file, raw), file, scenarioUrl: url, sources }));
}

function checkDefinition(file: string, raw: unknown): DescribedScenario {
  const isCommand = typeof raw === 'object' && raw !== null && 'command' in raw;
  const parsed = (isCommand ? describedCommand : describedScenario).safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new UsageError(`the scenario file ${file} has a mistake in its definition:\n${z.prettifyError(parsed.error)}`, {
    remedy: 'See the fields of defineScenario in the README.',
  });
}

/** What the describing process answers, or how it ended without an answer. */
async function askDescriber(
  scenarioUrl: string,
  { guardian, signal, workingDirectory, nodePath, nodeFlags }: DiscoveryScope,
): Promise<{ answer: unknown } | { ended: string }> {
  const child = spawn(nodePath, [...nodeFlags, compiledEntry('suite/describe-entry'), scenarioUrl], {
    // As in the measured process: parameters may depend on both, and the case is what these parameters make it.
    cwd: workingDirectory,
    env: scenarioEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches us alone, and we end the process.
    detached: true,
  });
  if (child.pid !== undefined) guardian.watch(child.pid);
  const log = new LogTail().follow(child);
  let answer: unknown;
  child.once('message', (message) => {
    answer = message;
  });
  const kill = () => killGroup(child);
  const timer = setTimeout(kill, describeWithinMs);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  const how = await endingDrained(child)
    .then(describeEnding, messageOf)
    .finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      if (child.pid === undefined) return;
      killRemains(child.pid);
      guardian.forget(child.pid);
    });
  if (signal.aborted) throw new InterruptedError('interrupted while the scenarios were read');
  if (answer !== undefined) return { answer };
  return { ended: `${how}${log.text && `\n${log.text}`}` };
}
