import { dirname, relative } from 'node:path';
import { matchesCase } from '../compare/thresholds.js';
import type { Config } from '../config/config.js';
import { suggestion } from '../config/nearest-name.js';
import { UsageError } from '../errors.js';
import { builtInScenarios } from '../package-root.js';
import type { Selection } from '../results/schema.js';
import { selects } from '../results/selection.js';
import { type Case, compileCases } from './cases.js';
import type { Need } from './define.js';
import { type DiscoveredScenario, type DiscoveryScope, discoverScenarios } from './discover.js';

/** A case and where it comes from, as the results document names it. */
export interface SelectedCase extends Case {
  /** Scenario file relative to the working directory, or `builtin`. */
  readonly source: string;
}

/** The selection that a configuration makes. */
export interface SelectedCases {
  /** With the configuration's budgets. Never empty. */
  readonly cases: SelectedCase[];
  /** All needs of the scenarios, selected or not. They decide the environment they are compared in. */
  readonly needs: ReadonlySet<Need>;
  /** The scenario files, selected or not. */
  readonly files: readonly string[];
  /** Globs of budgets and thresholds that name no case of these scenarios; the configuration may cover more. */
  readonly unusedGlobs: readonly string[];
}

/**
 * The cases that the configuration selects.
 * @throws UsageError if there are none.
 * @throws InterruptedError when it is cancelled.
 */
export async function selectCases(
  config: Config,
  scope: Omit<DiscoveryScope, 'workingDirectory' | 'nodePath' | 'env'>,
): Promise<SelectedCases> {
  const found = await discoverScenarios(config.scenarios, {
    ...scope,
    workingDirectory: config.workingDirectory,
    nodePath: config.nodePath,
    env: config.env,
  });
  const all = compileCases([...found, ...commandsIn(config)]);
  const ids = all.map(({ id }) => id);
  if (!config.isNarrowed) requireKnownGlobs(config, ids);
  const selection = selectionOf(config);
  const selected = all
    .map((candidate) => ({ ...candidate, source: sourceOf(candidate.file, config) }))
    .filter((candidate) => selects(selection, candidate));
  if (selected.length === 0) {
    throw new UsageError(`no case is selected by this suite, filter and these tags${unknownTag(config, all)}`, {
      remedy: `There are: ${all.map(({ id }) => id).join(', ')}.`,
    });
  }
  return {
    cases: selected.map((measured) => ({
      ...measured,
      budgets: budgetsOf(measured, config),
      leaks: config.leaks ? measured.leaks : false,
    })),
    needs: new Set(all.flatMap(({ needs }) => needs)),
    files: [...new Set(found.map(({ file }) => file))],
    unusedGlobs: [...Object.keys(config.budgets), ...Object.keys(config.thresholds)].filter(
      (glob) => !ids.some((id) => matchesCase(glob, id)),
    ),
  };
}

/**
 * Checks that every glob names a case. One that does not is a typo, and its limit would silently not apply.
 * @throws UsageError that names the glob.
 */
export function requireKnownGlobs({ budgets, thresholds }: Config, ids: readonly string[]): void {
  for (const [field, globs] of Object.entries({ budgets: Object.keys(budgets), thresholds: Object.keys(thresholds) })) {
    const unknown = globs.find((glob) => !ids.some((id) => matchesCase(glob, id)));
    if (unknown === undefined) continue;
    throw new UsageError(
      `the glob ${unknown} under ${field} in the configuration names no case${suggestion(unknown, globsOver(ids))}`,
      {
        remedy: `\`*\` stays within one part of an id, \`**\` does not. There are: ${ids.join(', ')}.`,
      },
    );
  }
}

function unknownTag({ tags }: Config, cases: readonly Case[]): string {
  const known = new Set(cases.flatMap((each) => each.tags));
  const unknown = tags.find((tag) => !known.has(tag));
  return unknown === undefined ? '' : `; no case has the tag ${JSON.stringify(unknown)}${suggestion(unknown, known)}`;
}

/** The ids, and common globs that match some of them. */
function globsOver(ids: readonly string[]): string[] {
  const folders = new Set(ids.map((id) => id.slice(0, Math.max(0, id.lastIndexOf('/')))).filter(Boolean));
  return [...ids, ...[...folders].flatMap((folder) => [`${folder}/*`, `${folder}/**`])];
}

function budgetsOf(measured: Case, config: Config): Case['budgets'] {
  const overrides = Object.entries(config.budgets).filter(([glob]) => matchesCase(glob, measured.id));
  return Object.assign({}, measured.budgets, ...overrides.map(([, budgets]) => budgets));
}

/** The selection of a configuration, as the results document keeps it. */
export function selectionOf(config: Config): Selection {
  const { suite, filter, tags, skipTags, repeats } = config;
  return {
    suite,
    scenarios: [...config.scenarios, ...commandsIn(config).map(({ file }) => file)]
      .map((path) => sourceOf(path, config))
      .filter((source, index, all) => all.indexOf(source) === index),
    ...(filter === undefined ? {} : { filter }),
    tags: [...tags],
    skipTags: [...skipTags],
    repeats,
  };
}

/** The commands of the configuration file, as if a scenario file had exported them. */
function commandsIn({ commands, file = '' }: Config): DiscoveredScenario[] {
  return commands.map((command) => ({
    ...command,
    exportName: command.name,
    functions: [],
    file,
    scenarioUrl: '',
    sources: [],
  }));
}

function sourceOf(path: string, { workingDirectory }: Config): string {
  if (path === builtInScenarios || dirname(path) === builtInScenarios) return 'builtin';
  return relative(workingDirectory, path).replaceAll('\\', '/');
}
