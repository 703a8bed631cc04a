/** Of which cases it is recorded where their memory comes from; `changed` are those that are worse than they should be. */
export const siteModes = ['changed', 'all', 'none'] as const;
