/** Where a comparison comes from, as far as words and links need it. */
export interface Provenance {
  /** What tells this job apart from others of the workflow, such as `node 22, os ubuntu-24.04`; empty where there is one job. */
  readonly leg: string;
  /** https address of the repository, undefined outside GitHub (no links then). */
  readonly repositoryUrl: string | undefined;
  /** The workflow run. */
  readonly runUrl: string | undefined;
  /** Where the results document and the full report can be had (artifact page). */
  readonly resultsUrl: string | undefined;
  /** Where the profiles can be had (artifact page); undefined where there are none. */
  readonly profilesUrl?: string | undefined;
  readonly baseline: BaselineProvenance;
}

/** Where the baseline comes from. */
export interface BaselineProvenance {
  readonly source: 'merge-base' | 'ancestor' | 'file' | 'none';
  /** How many commits the baseline's commit is behind the merge base; 0 for the merge base itself. */
  readonly commitsBehind: number | undefined;
  /** Sentences on what was tried and passed over, such as "the artifact of the merge base abc1234 has expired". Untrusted parts not escaped yet. */
  readonly notes: readonly string[];
}
