import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.js';
import { isSuiteName, suites } from '../results/selection.js';
import { builtInScenarios } from '../suite/discover.js';
import { type Config, type ConfigFile, configFileSchema, type QdrantSource } from './config.js';

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
  readonly profile?: Config['profile'] | undefined;
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
}

/**
 * One typed Config: defaults, then the config file, then flags.
 * @throws UsageError that names the field or flag, and the legal values where they can be listed.
 */
export function loadConfig(flags: Flags, workingDirectory: string): Config {
  const { file, folder } = readConfigFile(flags.config, workingDirectory);
  const fromFile = (path: string) => resolve(folder, path);
  const fromHere = (path: string) => resolve(workingDirectory, path);
  const suite = flags.suite ?? file.suite ?? 'standard';
  if (!isSuiteName(suite)) {
    throw new UsageError(`there is no suite ${suite}`, { remedy: `Suites: ${Object.keys(suites).join(', ')}.` });
  }
  const baseline = flags.baseline !== undefined ? fromHere(flags.baseline) : file.baseline && fromFile(file.baseline);
  return {
    workingDirectory,
    suite,
    scenarios: scenarioPaths(flags.scenarios?.map(builtInOr(fromHere)) ?? file.scenarios?.map(builtInOr(fromFile))),
    filter: checkPattern(flags.filter ?? file.filter),
    tags: flags.tag ?? [],
    skipTags: flags.skipTag ?? [],
    repeats: flags.repeats ?? file.repeats ?? suites[suite].repeats,
    profile: flags.profile ?? file.profile ?? 'default',
    qdrant: qdrantSource(flags),
    model: flags.model ?? (file.model && modelFrom(file.model, fromFile)) ?? 'all-MiniLM-L6-v2',
    require: flags.require ?? file.require ?? [],
    baseline: baseline ?? fromHere('baselines'),
    baselineRequired: baseline !== undefined,
    updateBaseline: flags.updateBaseline ?? false,
    out: fromHere(flags.out ?? '.memory-bench'),
    resume: flags.resume ?? false,
    failOn: flags.failOn ?? file.failOn ?? ['budget', 'regression', 'leak', 'error', 'missing'],
    json: flags.json ?? false,
    cacheDir: fromHere(flags.cacheDir ?? process.env.MEMORY_BENCH_CACHE_DIR ?? defaultCacheDir()),
    budgets: file.budgets ?? {},
    thresholds: file.thresholds ?? {},
  };
}

function readConfigFile(named: string | undefined, workingDirectory: string): { file: ConfigFile; folder: string } {
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
  const parsed = configFileSchema.safeParse(raw);
  if (parsed.success) return { file: parsed.data, folder: dirname(path) };
  throw new UsageError(`the configuration ${path} has a mistake:\n${z.prettifyError(parsed.error)}`, {
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

function qdrantSource({ qdrantUrl, qdrantApiKey, qdrantBinary }: Flags): QdrantSource {
  if (qdrantUrl !== undefined && qdrantBinary !== undefined) {
    throw new UsageError('--qdrant-url and --qdrant-binary exclude each other', { remedy: 'Give one of them.' });
  }
  if (qdrantBinary !== undefined) return { kind: 'binary', path: qdrantBinary };
  if (qdrantUrl === undefined) return { kind: 'embedded' };
  if (!URL.canParse(qdrantUrl) || !/^https?:$/.test(new URL(qdrantUrl).protocol)) {
    throw new UsageError(`--qdrant-url ${qdrantUrl} is no http(s) URL`, { remedy: 'Such as http://127.0.0.1:6333.' });
  }
  return { kind: 'url', url: qdrantUrl, apiKey: qdrantApiKey ?? process.env.QDRANT_API_KEY };
}

function defaultCacheDir(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'memory-bench');
}
