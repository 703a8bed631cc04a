/** Events whose runs measure what is on a branch of the repository, and nothing that a pull request proposes. */
export const trustedEvents = ['push', 'schedule', 'workflow_dispatch'] as const;

/** Which runs a baseline is taken from. */
export interface TrustRules {
  readonly branches: readonly string[];
  /** A run's own results are no baseline for it. */
  readonly ownRunId: number;
}

/** A workflow run, as GitHub lists it. */
export interface ListedRun {
  readonly id: number;
  readonly event: string;
  readonly head_branch: string | null;
  readonly head_repository: { readonly id: number } | null;
  readonly repository: { readonly id: number };
}

/**
 * Whether the artifacts of a run are trusted as baselines. A fork's branch may be called `main`, and its pull request's
 * run can upload an artifact of any name: only what GitHub says of the run counts.
 */
export function isTrusted(run: ListedRun, { branches, ownRunId }: TrustRules): boolean {
  const { id, event, head_branch: branch, head_repository: head, repository } = run;
  return (
    id !== ownRunId &&
    trustedEvents.some((trusted) => trusted === event) &&
    branch !== null &&
    branches.includes(branch) &&
    head !== null &&
    head.id === repository.id
  );
}
