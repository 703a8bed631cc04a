/** Events whose runs may make a baseline: they measure a branch, never proposed changes. */
const refreshingEvents = ['push', 'schedule', 'workflow_dispatch'];

/** Whether this run's results become the baseline of its branch. */
export function refreshes(
  { event, branch }: { readonly event: string; readonly branch: string | undefined },
  update: 'auto' | 'always' | 'never',
  isBaselineBranch: (branch: string) => boolean,
): boolean {
  if (update === 'never' || branch === undefined || !refreshingEvents.includes(event)) return false;
  return update === 'always' || isBaselineBranch(branch);
}
