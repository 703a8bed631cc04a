import type { Pull, Repository } from './state.ts';

/** A commit a test makes. */
export interface NewCommit {
  readonly branch: string;
  readonly repository?: Repository;
  /** Contents by path; null removes. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  readonly message?: string;
  readonly author?: string;
  /** The branch or SHA a new branch starts from; the default branch unless told. */
  readonly from?: string;
}

/** A pull request a test opens. */
export interface NewPull {
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly author?: string;
  /** The repository of the head branch, when it is a fork. */
  readonly fork?: Repository;
}

/** A workflow run a test starts. */
export interface NewRun {
  readonly event: string;
  readonly headBranch?: string;
  readonly headSha?: string;
  readonly headRepository?: Repository;
  readonly pull?: Pull;
  readonly workflow?: string;
  readonly job?: string;
  readonly actor?: string;
}
