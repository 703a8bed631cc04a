import { ledgerState } from './github/ledger.js';
import { getState, warning } from './github/runner-log.js';
import { obeyLedger } from './services/guardian.js';
import { describeLeft, lookAgain } from './services/left-processes.js';

// The main step cleans up after itself. This handles one that was killed, and processes that it could not end.
const ledger = getState(ledgerState);
if (ledger !== '') {
  await obeyLedger(ledger);
  for (const left of await lookAgain(ledger)) warning(describeLeft(left), { title: 'memory-bench' });
}
