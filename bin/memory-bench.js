#!/usr/bin/env node
import { requireAddressSpace } from '../lib/src/services/address-space.js';

// Before the rest is loaded: with too little address space Node aborts while it compiles.
try {
  requireAddressSpace();
} catch (error) {
  process.stderr.write(`memory-bench: ${error.message}\n${error.remedy}\n`);
  process.exit(error.exitCode);
}
await import('../lib/src/cli.js');
