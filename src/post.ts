import { ledgerState } from './github/ledger.js';
import { getState } from './github/runner-log.js';
import { obeyLedger } from './services/guardian.js';

// The main step takes back what it starts; this is for the one that was killed.
const ledger = getState(ledgerState);
if (ledger !== '') await obeyLedger(ledger);
