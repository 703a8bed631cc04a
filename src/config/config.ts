import type { failOnKinds } from '../compare/verdict.js';
import type { profileNames } from '../measure/profile.js';
import type { suites } from '../results/selection.js';
import type { ConfigFile } from './config-file.js';
import type { Profiler } from './profilers.js';
import type { siteModes } from './site-modes.js';

/** A kind of server that `auto` may choose. */
export type AutomaticQdrant = 'embedded' | 'release' | 'docker';

/** Source of a run's Qdrant servers. Versions have no `v`: `1.16.3`. */
export type QdrantSource =
  | { readonly kind: 'auto'; readonly version: string; readonly order: readonly AutomaticQdrant[] }
  | { readonly kind: 'embedded' }
  | { readonly kind: 'release'; readonly version: string }
  | { readonly kind: 'docker'; readonly version: string }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string; readonly apiKey: string | undefined }
  | { readonly kind: 'none' };

/** The API that lists Qdrant releases. No token is ever sent to it. */
export interface ReleaseApi {
  /** Such as `https://api.github.com`. */
  readonly url: string;
}

/**
 * Always github.com, even if the workflow runs on an Enterprise Server: there, `qdrant/qdrant` may belong to anyone,
 * and its owner would supply the program.
 */
export const qdrantReleases: ReleaseApi = { url: 'https://api.github.com' };

/** All settings of a run, from defaults, file and flags. */
export interface Config {
  readonly workingDirectory: string;
  /** The measured commit, if the working directory is not a work tree that git can read. */
  readonly commit: string | undefined;
  /** The Node program that is measured. */
  readonly nodePath: string;
  /** Extra environment variables of the measured process. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder from which memory-bench's own packages are resolved, as `import` would. */
  readonly packagesFolder: string;
  readonly suite: keyof typeof suites;
  /** Scenario files, folders and globs, absolute. */
  readonly scenarios: readonly string[];
  /** Command scenarios defined in the configuration file itself. */
  readonly commands: NonNullable<ConfigFile['commands']>;
  /** Flags replaced the file's scenarios; the file's globs may refer to those. */
  readonly isNarrowed: boolean;
  /** The configuration file, absolute; undefined without one. */
  readonly file: string | undefined;
  readonly filter: string | undefined;
  readonly tags: readonly string[];
  readonly skipTags: readonly string[];
  readonly repeats: number;
  /** Maximum samples of a case that is inconclusive after the planned ones. */
  readonly maxRepeats: number;
  readonly profile: (typeof profileNames)[number];
  readonly qdrant: QdrantSource;
  readonly releases: ReleaseApi;
  readonly model: string;
  readonly require: readonly ('qdrant' | 'model')[];
  /** Baseline file, or folder of baselines by environment key. */
  readonly baseline: string;
  /** The user named the baseline, so it must exist. */
  readonly baselineRequired: boolean;
  readonly updateBaseline: boolean;
  /** Whether to look for leaks; a scenario can opt out. */
  readonly leaks: boolean;
  /** Cases for which to record where their memory comes from; `changed`: regressions, leaks and breaches. */
  readonly sites: (typeof siteModes)[number];
  /** Profiler of native memory; undefined for none. */
  readonly profiler: Profiler | undefined;
  /** Folder of results.json, report.md and report.html, and of the profiles. */
  readonly out: string;
  readonly resume: boolean;
  /** Time limit for all measuring, in ms. */
  readonly timeLimitMs: number | undefined;
  readonly failOn: readonly (typeof failOnKinds)[number][];
  readonly json: boolean;
  readonly cacheDir: string;
  readonly budgets: NonNullable<ConfigFile['budgets']>;
  readonly thresholds: NonNullable<ConfigFile['thresholds']>;
}
