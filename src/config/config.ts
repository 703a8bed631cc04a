import type { failOnKinds } from '../compare/verdict.js';
import type { profileNames } from '../measure/profile.js';
import type { suites } from '../results/selection.js';
import type { ConfigFile } from './config-file.js';
import type { Profiler } from './profilers.js';
import type { siteModes } from './site-modes.js';

/** A kind of server that `auto` may settle on. */
export type AutomaticQdrant = 'embedded' | 'release' | 'docker';

/** Where the Qdrant servers of a run come from. Versions are such as `1.16.3`, without a `v`. */
export type QdrantSource =
  | { readonly kind: 'auto'; readonly version: string; readonly order: readonly AutomaticQdrant[] }
  | { readonly kind: 'embedded' }
  | { readonly kind: 'release'; readonly version: string }
  | { readonly kind: 'docker'; readonly version: string }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'url'; readonly url: string; readonly apiKey: string | undefined }
  | { readonly kind: 'none' };

/** The API that lists the releases of Qdrant. It is never sent a token. */
export interface ReleaseApi {
  /** Such as `https://api.github.com`. */
  readonly url: string;
}

/**
 * github.com, whatever server the workflow runs on: on an Enterprise Server, `qdrant/qdrant` may belong to anyone, and
 * its owner would supply the program.
 */
export const qdrantReleases: ReleaseApi = { url: 'https://api.github.com' };

/** Everything a run needs to know, from defaults, file and flags together. */
export interface Config {
  readonly workingDirectory: string;
  /** Commit that is measured, where the working directory is no work tree that git can read. */
  readonly commit: string | undefined;
  /** The Node program that is measured. */
  readonly nodePath: string;
  /** Variables that the measured process is given besides the usual ones. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder from which the packages that came with memory-bench are found, as `import` from there would. */
  readonly packagesFolder: string;
  readonly suite: keyof typeof suites;
  /** Scenario files, folders and globs, absolute. */
  readonly scenarios: readonly string[];
  /** Command scenarios that stand in the configuration file itself. */
  readonly commands: NonNullable<ConfigFile['commands']>;
  /** Other scenarios were named than the file has, whose globs may be about its own. */
  readonly isNarrowed: boolean;
  /** The configuration file, absolute; undefined without one. */
  readonly file: string | undefined;
  readonly filter: string | undefined;
  readonly tags: readonly string[];
  readonly skipTags: readonly string[];
  readonly repeats: number;
  /** Most samples of a case that the planned ones did not settle. */
  readonly maxRepeats: number;
  readonly profile: (typeof profileNames)[number];
  readonly qdrant: QdrantSource;
  readonly releases: ReleaseApi;
  readonly model: string;
  readonly require: readonly ('qdrant' | 'model')[];
  /** Baseline file, or folder of baselines by environment key. */
  readonly baseline: string;
  /** The user named the baseline: it has to be there. */
  readonly baselineRequired: boolean;
  readonly updateBaseline: boolean;
  /** Leaks are looked for, unless a scenario turns that off. */
  readonly leaks: boolean;
  /** Of which cases it is recorded where their memory comes from: `changed` are those that are worse than they should be. */
  readonly sites: (typeof siteModes)[number];
  /** With which profiler the native memory of the cases is profiled; undefined for none. */
  readonly profiler: Profiler | undefined;
  /** Folder of results.json, report.md and report.html, and of the profiles. */
  readonly out: string;
  readonly resume: boolean;
  /** Limit for the whole measuring, in ms. */
  readonly timeLimitMs: number | undefined;
  readonly failOn: readonly (typeof failOnKinds)[number][];
  readonly json: boolean;
  readonly cacheDir: string;
  readonly budgets: NonNullable<ConfigFile['budgets']>;
  readonly thresholds: NonNullable<ConfigFile['thresholds']>;
}
