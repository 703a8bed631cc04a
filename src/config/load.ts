import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { messageOf, UsageError } from '../errors.js';
import { builtInScenarios, packageRoot } from '../package-root.js';
import { isSuiteName, suites } from '../results/selection.js';
import type { AutomaticQdrant, Config, QdrantSource, qdrantKinds, ReleaseApi } from './config.js';
import type { ConfigFile } from './config-file.js';

export const configFileName = 'memory-bench.config.json';

/** What the doors read: every field optional, as the user left most of them out. */
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
  readonly out?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly failOn?: Config['failOn'] | undefined;
  readonly json?: boolean | undefined;
  readonly cacheDir?: string | undefined;
  readonly nodePath?: string | undefined;
  readonly timeoutMinutes?: number | undefined;
  /** Limits and floors of the action's inputs; laid over those of the file, glob by glob. */
  readonly budgets?: Config['budgets'] | undefined;
  readonly thresholds?: Config['thresholds'] | undefined;
}

/** What differs between a desk and a runner. */
export interface Surroundings {
  readonly workingDirectory: string;
  /** Commit that is measured, where git cannot say. */
  readonly commit?: string | undefined;
  /** The Node program that is measured unless a flag names another. */
  readonly nodePath: string;
  readonly packagesFolder: string;
  readonly cacheDir: string;
  /** In which order `--qdrant auto` tries. */
  readonly automaticQdrant: readonly AutomaticQdrant[];
  readonly releases: ReleaseApi;
}

/** At a desk: what is installed is used before anything is downloaded. */
export function deskSurroundings(workingDirectory: string): Surroundings {
  return {
    workingDirectory,
    nodePath: process.execPath,
    packagesFolder: packageRoot,
    cacheDir: process.env.MEMORY_BENCH_CACHE_DIR ?? defaultCacheDir(),
    automaticQdrant: ['embedded', 'release', 'docker'],
    releases: { url: process.env.GITHUB_API_URL ?? 'https://api.github.com', token: process.env.GITHUB_TOKEN },
  };
}

/**
 * One typed Config: defaults, then the config file, then flags.
 * @throws UsageError that names the field or flag, and the legal values where they can be listed.
 */
export async function loadConfig(flags: Flags, surroundings: Surroundings): Promise<Config> {
  const { workingDirectory } = surroundings;
  const { file, folder } = await readConfigFile(flags.config, workingDirectory);
  const fromFile = (path: string) => resolve(folder, path);
  const fromHere = (path: string) => resolve(workingDirectory, path);
  const suite = flags.suite ?? file.suite ?? 'standard';
  if (!isSuiteName(suite)) {
    throw new UsageError(`there is no suite ${suite}`, { remedy: `Suites: ${Object.keys(suites).join(', ')}.` });
  }
  const repeats = flags.repeats ?? file.repeats ?? suites[suite].repeats;
  const baseline = flags.baseline !== undefined ? fromHere(flags.baseline) : file.baseline && fromFile(file.baseline);
  return {
    workingDirectory,
    commit: surroundings.commit,
    nodePath: flags.nodePath === undefined ? surroundings.nodePath : fromHere(flags.nodePath),
    packagesFolder: surroundings.packagesFolder,
    suite,
    scenarios: scenarioPaths(flags.scenarios?.map(builtInOr(fromHere)) ?? file.scenarios?.map(builtInOr(fromFile))),
    filter: checkPattern(flags.filter ?? file.filter),
    tags: flags.tag ?? [],
    skipTags: flags.skipTag ?? [],
    repeats,
    maxRepeats: mostRepeats(flags.maxRepeats, repeats) ?? Math.max(file.maxRepeats ?? extraFactor * repeats, repeats),
    profile: flags.profile ?? file.profile ?? 'default',
    qdrant: qdrantSource(flags, surroundings),
    releases: surroundings.releases,
    model: flags.model ?? (file.model && modelFrom(file.model, fromFile)) ?? 'all-MiniLM-L6-v2',
    require: flags.require ?? file.require ?? [],
    baseline: baseline ?? fromHere('baselines'),
    baselineRequired: baseline !== undefined,
    updateBaseline: flags.updateBaseline ?? false,
    out: fromHere(flags.out ?? '.memory-bench'),
    resume: flags.resume ?? false,
    timeLimitMs: flags.timeoutMinutes === undefined ? undefined : Math.round(flags.timeoutMinutes * 60_000),
    failOn: flags.failOn ?? file.failOn ?? ['budget', 'regression', 'leak', 'error', 'missing'],
    json: flags.json ?? false,
    cacheDir: fromHere(flags.cacheDir ?? surroundings.cacheDir),
    budgets: { ...file.budgets, ...flags.budgets },
    thresholds: { ...file.thresholds, ...flags.thresholds },
  };
}

/** How many times the planned samples a case may get that is not settled by them. */
const extraFactor = 4;

function mostRepeats(given: number | undefined, repeats: number): number | undefined {
  if (given === undefined || given >= repeats) return given;
  throw new UsageError(`at most ${given} samples a case, but ${repeats} are planned`, {
    remedy: 'Let max-repeats be as many as repeats (then no case gets more than planned), or more.',
  });
}

async function readConfigFile(
  named: string | undefined,
  workingDirectory: string,
): Promise<{ file: ConfigFile; folder: string }> {
  const path = resolve(workingDirectory, named ?? configFileName);
  if (named === undefined && !existsSync(path)) return { file: {}, folder: workingDirectory };
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UsageError(`cannot read the configuration ${path}: ${messageOf(cause)}`, {
      remedy: 'It has to be a JSON file; its fields are in schema/config.schema.json.',
      cause,
    });
  }
  // Schemas are loaded where there is something to check, so that the action is quick to start.
  const { configFileSchema, explain } = await import('./config-file.js');
  const parsed = configFileSchema.safeParse(raw);
  if (parsed.success) return { file: parsed.data, folder: dirname(path) };
  throw new UsageError(`the configuration ${path} has a mistake:\n${explain(parsed.error)}`, {
    remedy: 'Its fields are in schema/config.schema.json of this package.',
  });
}

const builtInOr = (toPath: (path: string) => string) => (path: string) =>
  path === 'builtin' ? builtInScenarios : toPath(path);

/** A model is a name, or a directory relative to the file that names it. */
function modelFrom(model: string, toPath: (path: string) => string): string {
  return /[/\\]/.test(model) ? toPath(model) : model;
}

function scenarioPaths(paths: readonly string[] | undefined): readonly string[] {
  return paths === undefined || paths.length === 0 ? [builtInScenarios] : paths;
}

function checkPattern(pattern: string | undefined): string | undefined {
  try {
    if (pattern !== undefined) new RegExp(pattern);
    return pattern;
  } catch (cause) {
    throw new UsageError(`the filter ${pattern} is no regular expression: ${messageOf(cause)}`, {
      remedy: 'Give a JavaScript regular expression on the case id, such as "^search/".',
    });
  }
}

/** The server that is embedded, and the release or image of the same version. */
const defaultQdrantVersion = '1.16.3';

function qdrantSource(
  { qdrant, qdrantUrl, qdrantApiKey, qdrantBinary, qdrantVersion }: Flags,
  { automaticQdrant: order }: Surroundings,
): QdrantSource {
  if (qdrantUrl !== undefined && qdrantBinary !== undefined) {
    throw new UsageError('--qdrant-url and --qdrant-binary exclude each other', { remedy: 'Give one of them.' });
  }
  const version = checkVersion(qdrantVersion ?? defaultQdrantVersion);
  const kind = qdrant ?? 'auto';
  if (kind === 'url' && qdrantUrl === undefined) {
    throw new UsageError('the Qdrant source url was chosen, but no URL was given', {
      remedy: 'Give it with qdrant-url, such as http://127.0.0.1:6333.',
    });
  }
  if (kind !== 'auto' && kind !== 'url' && (qdrantUrl ?? qdrantBinary) !== undefined) {
    throw new UsageError(`the Qdrant source ${kind} and a URL or program of your own exclude each other`, {
      remedy: 'Leave one of them out.',
    });
  }
  if (qdrantBinary !== undefined) return { kind: 'binary', path: qdrantBinary };
  if (qdrantUrl !== undefined) return urlSource(qdrantUrl, qdrantApiKey);
  if (kind === 'auto') return { kind, version, order };
  if (kind === 'release' || kind === 'docker') return { kind, version };
  return { kind: kind === 'none' ? 'none' : 'embedded' };
}

function urlSource(url: string, apiKey: string | undefined): QdrantSource {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(`qdrant-url ${url} is no http(s) URL`, { remedy: 'Such as http://127.0.0.1:6333.' });
  }
  return { kind: 'url', url, apiKey: apiKey ?? process.env.QDRANT_API_KEY };
}

function checkVersion(version: string): string {
  const bare = version.replace(/^v/, '');
  if (/^\d+\.\d+\.\d+$/.test(bare)) return bare;
  throw new UsageError(`${version} is no version of Qdrant`, {
    remedy: `Give three numbers, such as ${defaultQdrantVersion}.`,
  });
}

function defaultCacheDir(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'memory-bench');
}
