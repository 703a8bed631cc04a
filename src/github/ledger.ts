/** Name of the state that the main step leaves to the post step: the file that lists what was started. */
export const ledgerState = 'ledger';
