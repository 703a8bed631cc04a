/** The state that the main step leaves to the post step: the file that names what was started. */
export const ledgerState = 'ledger';
