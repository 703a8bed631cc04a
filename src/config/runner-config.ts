import type { Config } from './config.js';

export const baselineSources = ['auto', 'artifact', 'file', 'none'] as const;
export const updateModes = ['auto', 'always', 'never'] as const;
export const commentModes = ['auto', 'always', 'changes', 'never'] as const;

/** Source of baselines on GitHub, and when a run's results become one. */
export interface BaselinePolicy {
  readonly source: (typeof baselineSources)[number];
  /** Branches whose runs make baselines; empty for the repository's default branch. */
  readonly branches: readonly string[];
}

/** Names of artifacts, and how long they are kept. */
export interface ArtifactPolicy {
  readonly prefix: string;
  /** Undefined for the repository's setting. */
  readonly retentionDays: number | undefined;
}

/** All settings of the action, from its inputs and the configuration file. */
export interface RunnerConfig {
  readonly config: Config;
  /** Identifies this job within its matrix, such as `node 22, os ubuntu-24.04`; empty without a matrix. */
  readonly leg: string;
  readonly baseline: BaselinePolicy & {
    readonly update: (typeof updateModes)[number];
    /** Also write the baseline to the repository. */
    readonly commit: boolean;
    /** How long to wait for a baseline run in progress, in ms. */
    readonly waitMs: number;
  };
  readonly comment: { readonly when: (typeof commentModes)[number]; readonly key: string };
  readonly summary: boolean;
  readonly artifacts: ArtifactPolicy;
  readonly token: string;
}

/** All settings of the `comment` action, the trusted part of a fork's pull request. */
export interface CommentConfig {
  readonly baseline: BaselinePolicy & {
    /** Folder of the committed baselines, relative to the root of the repository. */
    readonly path: string;
  };
  readonly when: 'always' | 'changes';
  readonly artifacts: Pick<ArtifactPolicy, 'prefix'>;
  readonly token: string;
}
