import type { GitRepository } from './git-repository.ts';

/** A repository and what GitHub knows about it besides its git objects. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  /** The repository this one was forked from. */
  readonly parent: Repository | undefined;
  readonly git: GitRepository;
  readonly protectedBranches: Set<string>;
  readonly workflows: Workflow[];
  readonly releases: Release[];
}

/** A pull request. Its head and merge commits are also refs: `refs/pull/<number>/head` and `/merge`. */
export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly title: string;
  readonly body: string | null;
  readonly author: string;
  readonly base: { readonly ref: string; sha: string };
  readonly head: { readonly ref: string; sha: string; readonly repository: Repository };
  readonly createdAt: string;
  updatedAt: string;
  state: 'open' | 'closed';
  mergedAt: string | null;
  /** The test merge GitHub makes, or the real one after merging; null when there are conflicts. */
  mergeCommitSha: string | null;
}

/** A comment of a pull request's conversation. */
export interface Comment {
  readonly id: number;
  readonly repository: Repository;
  readonly issueNumber: number;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  body: string;
}

/** A workflow file. */
export interface Workflow {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly createdAt: string;
}

/** One attempt of a workflow run: what a runner is started for. */
export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly repository: Repository;
  readonly headRepository: Repository;
  readonly workflow: Workflow;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  readonly pulls: readonly Pull[];
  readonly createdAt: string;
  /** What the artifact service knows the run and its job by: new for every attempt. */
  readonly backendId: string;
  readonly jobBackendId: string;
  readonly jobId: number;
  readonly jobName: string;
  updatedAt: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | null;
}

/** An artifact whose upload is finished, or not yet. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: WorkflowRun;
  readonly blob: string;
  readonly mimeType: string;
  readonly createdAt: string;
  expiresAt: string;
  finalized: boolean;
  size: number;
  digest: string | null;
}

/** A release with its assets. */
export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly createdAt: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly assets: readonly ReleaseAsset[];
}

/** A file of a release. */
export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  readonly content: Buffer;
}

/** What a token may do to one kind of thing. */
export type Access = 'none' | 'read' | 'write';

/** The permissions a workflow can grant its token, as far as the stand-in's operations need them. */
export interface Permissions {
  readonly actions?: Access;
  readonly contents?: Access;
  readonly issues?: Access;
  readonly 'pull-requests'?: Access;
}

/** A token and whom it acts for. */
export interface Token {
  readonly value: string;
  readonly login: string;
  readonly permissions: Permissions;
}
