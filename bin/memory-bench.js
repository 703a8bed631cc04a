#!/usr/bin/env node
import { reportError } from '../lib/src/errors.js';
import { requireAddressSpace } from '../lib/src/services/address-space.js';

// Before the rest is loaded: with too little address space Node aborts while it compiles.
try {
  requireAddressSpace();
  await import('../lib/src/cli.js');
} catch (error) {
  // Loading fails where files cannot be opened. Node's own status would be 1, which is a verdict.
  const { message, remedy, exitCode } = reportError(error, '');
  process.stderr.write(`memory-bench: ${message}\n${remedy === '' ? '' : `${remedy}\n`}`);
  process.exit(exitCode);
}
