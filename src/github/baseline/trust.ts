/** Events whose runs measure a branch of the repository, never the changes of a pull request. */
export const trustedEvents = ['push', 'schedule', 'workflow_dispatch'] as const;

/** Rules for the runs that a baseline may come from. */
export interface TrustRules {
  readonly branches: readonly string[];
  /** The current run, whose results are not a baseline for itself. */
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
 * Whether the artifacts of a run are trusted as baselines. A fork's branch may be called `main`, and the run of its
 * pull request can upload an artifact of any name, so only GitHub's own data about the run counts.
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
