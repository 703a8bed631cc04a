import { resolve } from 'node:path';
import { explain } from '../config/explain.js';
import { UsageError } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { askProcess } from '../services/ask-process.js';
import { scenarioEnvironment } from '../services/child-environment.js';
import type { Guardian } from '../services/guardian.js';
import { type CompiledScenario, ScenarioCompiler } from './compile.js';
import { type CompiledSource, inOriginalTerms } from './original-positions.js';
import { isTypeScript } from './resolve-import.js';
import { modulesAt } from './scenario-files.js';
import {
  type DescribedScenario,
  describedCommand,
  describedScenario,
  describerAnswer,
  writtenCommand,
  writtenScenario,
} from './scenario-schema.js';
import { syntaxErrorIn } from './syntax-error.js';

const describeWithinMs = 30_000;

/** A scenario as its file exports it. */
export type DiscoveredScenario = DescribedScenario & {
  /** Path of the file. */
  readonly file: string;
  /** file: URL of the module to import: the file itself, or its compiled form. */
  readonly scenarioUrl: string;
  /** Sources that translate its error texts back to the original files. */
  readonly sources: readonly CompiledSource[];
};

/** The scope of a process that imports a scenario file, which the process must not outlive. */
export interface DiscoveryScope {
  readonly guardian: Guardian;
  readonly workingDirectory: string;
  /** The Node program that is measured: parameters may depend on it. */
  readonly nodePath: string;
  /** Flags it is started with. */
  readonly nodeFlags: readonly string[];
  /** Variables that the configuration adds to its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** A folder of the run; compiled scenarios go below it. */
  readonly folder: string;
}

/**
 * All scenarios of the given files, folders (their direct modules) and globs, in order of name.
 * @throws UsageError for a missing path, a file that cannot be imported, or a definition with a mistake.
 * @throws InterruptedError when it is cancelled.
 */
export async function discoverScenarios(
  paths: readonly string[],
  scope: DiscoveryScope,
): Promise<DiscoveredScenario[]> {
  const compiler = new ScenarioCompiler(scope.folder);
  const known = new Set<string>();
  const scenarios: DiscoveredScenario[] = [];
  for (const path of paths) {
    const found: DiscoveredScenario[] = [];
    const files = await modulesAt(resolve(path), scope.workingDirectory);
    // Two globs may match the same file.
    const unseen = files.filter((file) => !known.has(file));
    for (const file of unseen) {
      known.add(file);
      found.push(...(await describeFile(file, await compiler.compile(file), scope)));
    }
    // Among several modules, one without scenarios is a helper of the others.
    if (found.length === 0 && unseen.length === files.length) throw exportsNone(path, files);
    scenarios.push(...found);
  }
  return scenarios;
}

function exportsNone(path: string, files: readonly string[]): UsageError {
  const what = files.length === 1 ? files[0] : path;
  return new UsageError(`${what} exports no scenario`, {
    remedy: 'Export what defineScenario({ name, description, run }) returns.',
  });
}

async function describeFile(
  file: string,
  { url, sources }: CompiledScenario,
  scope: DiscoveryScope,
): Promise<DiscoveredScenario[]> {
  const described = await askProcess({
    ...scope,
    command: [compiledEntry('suite/describe-entry'), url],
    // The environment of the measured process: parameters may depend on it, and they define the case.
    env: scenarioEnvironment(scope.env),
    withinMs: describeWithinMs,
  });
  if ('ended' in described) {
    throw new UsageError(
      `the scenario file ${file} could not be read: importing it ended the process with ${inOriginalTerms(described.ended, sources)}`,
      { remedy: `Its top level must not exit, nor take more than ${describeWithinMs / 1000} s.` },
    );
  }
  const parsed = describerAnswer.safeParse(described.answer);
  if (!parsed.success) {
    throw new UsageError(`the scenario file ${file} could not be read: its exports cannot be written as JSON`, {
      remedy: 'Importing it must not replace what JSON.stringify uses, such as `toJSON` of a built-in prototype.',
    });
  }
  const answer = parsed.data;
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
  const told = explain(parsed.error, isCommand ? writtenCommand : writtenScenario, raw);
  throw new UsageError(`the scenario file ${file} has a mistake in its definition:\n${told}`, {
    remedy: 'See the fields of defineScenario in docs/scenarios.md of memory-bench-action.',
  });
}
