import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { InterruptedError, messageOf, UsageError } from '../errors.js';
import { compiledEntry, packageRoot } from '../package-root.js';
import { describeEnding, endingDrained, killGroup, killRemains, LogTail } from '../services/child.js';
import { scenarioEnvironment } from '../services/child-environment.js';
import type { Guardian } from '../services/guardian.js';
import { type DescribedScenario, describedScenario, describerAnswer } from './scenario-schema.js';

const describeWithinMs = 30_000;
const moduleExtensions = ['.js', '.mjs', '.cjs'];

/** A scenario as its file exports it. */
export interface DiscoveredScenario extends DescribedScenario {
  /** file: URL of the module. */
  readonly scenarioUrl: string;
}

/** What a process that imports somebody's file must not outlive. */
export interface DiscoveryScope {
  readonly guardian: Guardian;
  readonly workingDirectory: string;
  readonly signal: AbortSignal;
}

/** The folder of the built-in scenarios. */
export const builtInScenarios = join(packageRoot, 'lib', 'scenarios');

/**
 * All scenarios of the given files and folders (their direct modules), in the order of names.
 * @throws UsageError for a path that is not there, a file that cannot be imported, or a definition with a mistake;
 * InterruptedError when it is cancelled.
 */
export async function discoverScenarios(
  paths: readonly string[],
  scope: DiscoveryScope,
): Promise<DiscoveredScenario[]> {
  const files = (await Promise.all(paths.map(modulesAt))).flat();
  const scenarios: DiscoveredScenario[] = [];
  for (const file of files) scenarios.push(...(await describeFile(file, scope)));
  return scenarios;
}

async function modulesAt(path: string): Promise<string[]> {
  const full = resolve(path);
  const kind = await stat(full).catch(() => undefined);
  if (kind === undefined) {
    throw new UsageError(`no scenario file or folder at ${full}`, { remedy: 'Check --scenarios.' });
  }
  if (!kind.isDirectory()) return [full];
  const names = (await readdir(full)).filter((name) => moduleExtensions.includes(extname(name))).sort();
  if (names.length === 0) {
    throw new UsageError(`the folder ${full} has no scenario modules (${moduleExtensions.join(', ')})`, {
      remedy: 'Check --scenarios; TypeScript files have to be compiled first.',
    });
  }
  return names.map((name) => join(full, name));
}

async function describeFile(file: string, scope: DiscoveryScope): Promise<DiscoveredScenario[]> {
  const scenarioUrl = pathToFileURL(file).href;
  const answer = describerAnswer.parse(await askDescriber(file, scenarioUrl, scope));
  if ('error' in answer) {
    throw new UsageError(`the scenario file ${file} threw on import:\n${answer.error}`, {
      remedy: 'Mend the file; `node <file>` should run without an error.',
    });
  }
  if (answer.scenarios.length === 0) {
    throw new UsageError(`the scenario file ${file} exports no scenario`, {
      remedy: 'Export what defineScenario({ name, description, run }) returns.',
    });
  }
  return answer.scenarios.map((raw) => ({ ...checkDefinition(file, raw), scenarioUrl }));
}

function checkDefinition(file: string, raw: unknown): DescribedScenario {
  const parsed = describedScenario.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new UsageError(`the scenario file ${file} has a mistake in its definition:\n${z.prettifyError(parsed.error)}`, {
    remedy: 'See the fields of defineScenario in the README.',
  });
}

async function askDescriber(
  file: string,
  scenarioUrl: string,
  { guardian, signal, workingDirectory }: DiscoveryScope,
): Promise<unknown> {
  const child = spawn(process.execPath, [compiledEntry('suite/describe-entry'), scenarioUrl], {
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
  if (answer !== undefined) return answer;
  throw new UsageError(
    `the scenario file ${file} could not be read: importing it ended the process with ${how}${log.text && `\n${log.text}`}`,
    { remedy: `Its top level must not exit, nor take more than ${describeWithinMs / 1000} s.` },
  );
}
