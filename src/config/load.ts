import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultFailOn } from '../compare/verdict.js';
import { messageOf, UsageError } from '../errors.js';
import { secretsIn } from '../output/environment-secrets.js';
import { keepSecret } from '../output/secrets.js';
import { builtInScenarios, packageRoot } from '../package-root.js';
import { limits } from '../results/limits.js';
import { isSuiteName, suites } from '../results/selection.js';
import { type AutomaticQdrant, type Config, qdrantReleases } from './config.js';
import type { ConfigFile } from './config-file.js';
import { readVariables, settableVariables } from './environment-variables.js';
import { legalNames } from './nearest-name.js';
import type { qdrantKinds } from './qdrant-kinds.js';
import { type QdrantWish, qdrantSource } from './qdrant-source.js';
import { readConfigFile } from './read-config-file.js';

/** Settings read by the entry points. Every field is optional, because users omit most of them. */
export interface Flags {
  readonly config?: string | undefined;
  readonly suite?: string | undefined;
  readonly scenarios?: readonly string[] | undefined;
  readonly filter?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly skipTag?: readonly string[] | undefined;
  readonly repeats?: number | undefined;
  readonly maxRepeats?: number | undefined;
  readonly profile?: Config['profile'] | undefined;
  readonly qdrant?: (typeof qdrantKinds)[number] | undefined;
  readonly qdrantVersion?: string | undefined;
  readonly qdrantUrl?: string | undefined;
  readonly qdrantApiKey?: string | undefined;
  readonly qdrantBinary?: string | undefined;
  readonly model?: string | undefined;
  readonly require?: Config['require'] | undefined;
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly leaks?: Config['leaks'] | undefined;
  readonly sites?: Config['sites'] | undefined;
  readonly profiler?: Config['profiler'];
  readonly out?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly failOn?: Config['failOn'] | undefined;
  readonly json?: boolean | undefined;
  readonly cacheDir?: string | undefined;
  readonly nodePath?: string | undefined;
  readonly timeoutMinutes?: number | undefined;
  /** `NAME=VALUE` lines, which override the file's variables name by name. */
  readonly env?: readonly string[] | undefined;
  /** Limits and floors from the action's inputs, which override the file's glob by glob. */
  readonly budgets?: Config['budgets'] | undefined;
  readonly thresholds?: Config['thresholds'] | undefined;
}

/** Settings that differ between a developer's machine and a runner. */
export interface Surroundings {
  readonly workingDirectory: string;
  /** The measured commit, if git cannot determine it. */
  readonly commit?: string | undefined;
  /** The Node program that is measured unless a flag names another. */
  readonly nodePath: string;
  readonly packagesFolder: string;
  readonly cacheDir: string;
  /** Time limit of measuring, unless a flag or the file sets another. */
  readonly timeoutMinutes?: number | undefined;
  /** Order in which `--qdrant auto` tries the sources. */
  readonly automaticQdrant: readonly AutomaticQdrant[];
}

/** Defaults on a developer's machine: use what is installed before downloading anything. */
export function deskSurroundings(workingDirectory: string): Surroundings {
  return {
    workingDirectory,
    nodePath: process.execPath,
    packagesFolder: packageRoot,
    cacheDir: process.env.MEMORY_BENCH_CACHE_DIR ?? defaultCacheDir(),
    automaticQdrant: ['embedded', 'release', 'docker'],
  };
}

/**
 * Builds one typed Config from defaults, then the config file, then flags.
 * @throws UsageError that names the field or flag, and its legal values if they can be listed.
 */
export async function loadConfig(flags: Flags, surroundings: Surroundings): Promise<Config> {
  const { workingDirectory } = surroundings;
  keepSecret(flags.qdrantApiKey);
  const { file, folder, path: filePath } = await readConfigFile(flags.config, workingDirectory);
  const fromFile = (path: string) => resolve(folder, path);
  const fromHere = (path: string) => resolve(workingDirectory, path);
  const suite = flags.suite ?? file.suite ?? 'standard';
  if (!isSuiteName(suite)) {
    throw new UsageError(`there is no suite ${suite}`, { remedy: legalNames(suite, Object.keys(suites)) });
  }
  const repeats = checkRepeats('repeats', flags.repeats) ?? file.repeats ?? suites[suite].repeats;
  const timeoutMinutes = flags.timeoutMinutes ?? file.timeoutMinutes ?? surroundings.timeoutMinutes;
  const path = (inFlag: string | undefined, inFile: string | undefined) =>
    inFlag !== undefined ? fromHere(inFlag) : inFile === undefined ? undefined : fromFile(inFile);
  const baseline = path(flags.baseline, file.baseline);
  const env = settableVariables({ ...textsOf(file.env), ...readVariables(flags.env ?? []) });
  keepSecret(...secretsIn(env));
  return {
    workingDirectory,
    commit: surroundings.commit,
    nodePath: path(flags.nodePath, file.nodePath) ?? surroundings.nodePath,
    env,
    packagesFolder: surroundings.packagesFolder,
    suite,
    ...measuredFrom(flags.scenarios?.map(builtInOr(fromHere)), {
      scenarios: file.scenarios?.map(builtInOr(fromFile)),
      commands: file.commands,
    }),
    isNarrowed: (flags.scenarios ?? []).length > 0 && (file.scenarios ?? file.commands) !== undefined,
    file: filePath,
    filter: checkPattern(flags.filter ?? file.filter),
    tags: flags.tag ?? file.tags ?? [],
    // An explicit --tag also selects cases that the file's skipTags would leave out.
    skipTags: flags.skipTag ?? (file.skipTags ?? []).filter((tag) => !flags.tag?.includes(tag)),
    repeats,
    maxRepeats:
      mostRepeats(checkRepeats('max-repeats', flags.maxRepeats), repeats) ??
      Math.max(file.maxRepeats ?? Math.min(extraFactor * repeats, limits.repeats), repeats),
    profile: flags.profile ?? file.profile ?? 'default',
    qdrant: qdrantSource(wishOf(flags), wishIn(file, fromFile), {
      apiKey: flags.qdrantApiKey,
      order: surroundings.automaticQdrant,
    }),
    releases: qdrantReleases,
    model: flags.model ?? (file.model && modelFrom(file.model, fromFile)) ?? 'all-MiniLM-L6-v2',
    require: flags.require ?? file.require ?? [],
    baseline: baseline ?? fromHere('baselines'),
    baselineRequired: baseline !== undefined,
    updateBaseline: flags.updateBaseline ?? false,
    leaks: flags.leaks !== false && (file.leaks ?? true),
    sites: flags.sites ?? file.sites ?? 'changed',
    profiler: flags.profiler ?? file.profiler,
    out: path(flags.out, file.out) ?? fromHere('.memory-bench'),
    resume: flags.resume ?? false,
    timeLimitMs: timeoutMinutes === undefined ? undefined : Math.round(timeoutMinutes * 60_000),
    failOn: flags.failOn ?? file.failOn ?? defaultFailOn,
    json: flags.json ?? false,
    cacheDir: fromHere(flags.cacheDir ?? surroundings.cacheDir),
    budgets: laidOver('budgets', file.budgets, flags.budgets),
    thresholds: laidOver('thresholds', file.thresholds, flags.thresholds),
  };
}

/** Puts the flags' globs last, so that they win. For a glob in both, flags override only the metrics they name. */
function laidOver<Limits extends object>(
  name: string,
  ofFile: Readonly<Record<string, Limits>> = {},
  ofFlags: Readonly<Record<string, Limits>> = {},
): Record<string, Limits> {
  const alone = Object.entries(ofFile).filter(([glob]) => !Object.hasOwn(ofFlags, glob));
  const over = Object.entries(ofFlags).map(([glob, limits]) => [glob, { ...ofFile[glob], ...limits }] as const);
  const all = [...alone, ...over];
  if (all.length > limits.globs) {
    throw new UsageError(`there are ${all.length} globs in ${name}; there can be ${limits.globs}`, {
      remedy: 'Let one glob stand for several cases.',
    });
  }
  return Object.fromEntries(all);
}

/** Default maximum samples of a case that stays inconclusive, as a multiple of the planned samples. */
const extraFactor = 4;

function checkRepeats(name: string, given: number | undefined): number | undefined {
  if (given === undefined || given <= limits.repeats) return given;
  throw new UsageError(`${name} is ${given}; a case can have ${limits.repeats} samples`, {
    remedy: `Use ${limits.repeats} or fewer.`,
  });
}

function mostRepeats(given: number | undefined, repeats: number): number | undefined {
  if (given === undefined || given >= repeats) return given;
  throw new UsageError(`at most ${given} samples a case, but ${repeats} are planned`, {
    remedy: 'Let max-repeats be as many as repeats (then no case gets more than planned), or more.',
  });
}

function wishOf(flags: Flags): QdrantWish {
  return { source: flags.qdrant, version: flags.qdrantVersion, url: flags.qdrantUrl, binary: flags.qdrantBinary };
}

function wishIn({ qdrant = {} }: ConfigFile, toPath: (path: string) => string): QdrantWish {
  if (typeof qdrant === 'string') return { source: qdrant };
  return qdrant.binary === undefined ? qdrant : { ...qdrant, binary: toPath(qdrant.binary) };
}

/** In YAML `MALLOC_ARENA_MAX: 2` is a number. */
function textsOf(variables: ConfigFile['env'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

const builtInOr = (toPath: (path: string) => string) => (path: string) =>
  path === 'builtin' ? builtInScenarios : toPath(path);

/** A model is a name, or a directory relative to the file that names it. */
function modelFrom(model: string, toPath: (path: string) => string): string {
  return /[/\\]/.test(model) ? toPath(model) : model;
}

/** Scenarios that a flag names are the only ones. A file can have scenarios, commands or both. */
function measuredFrom(
  named: readonly string[] = [],
  { scenarios = [], commands = [] }: Pick<ConfigFile, 'scenarios' | 'commands'>,
): Pick<Config, 'scenarios' | 'commands'> {
  if (named.length > 0) return { scenarios: named, commands: [] };
  return { scenarios: scenarios.length + commands.length === 0 ? [builtInScenarios] : scenarios, commands };
}

function checkPattern(pattern: string | undefined): string | undefined {
  if (pattern !== undefined && pattern.length > limits.filter) {
    throw new UsageError(`the filter has ${pattern.length} characters; it can have ${limits.filter}`, {
      remedy: 'Use tags, or a shorter regular expression.',
    });
  }
  try {
    if (pattern !== undefined) new RegExp(pattern);
    return pattern;
  } catch (cause) {
    throw new UsageError(`the filter ${pattern} is no regular expression: ${messageOf(cause)}`, {
      remedy: 'Give a JavaScript regular expression on the case id, such as "^search/".',
    });
  }
}

function defaultCacheDir(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'memory-bench');
}
