import { once } from 'node:events';
import { closeSync, type FSWatcher, openSync, watch, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { defineScenario } from 'memory-bench-action';
import { isBad, watched } from './variant.js';

interface State {
  readonly folder: string;
  readonly file: string;
  readonly server: Server;
  /** Everything that the bad variant left open, for the teardown. */
  readonly left: { close(): unknown }[];
}

/** Resources that a call opens. The good variant closes them again. */
const uses = {
  descriptors: async ({ file, left }) => {
    for (let at = 0; at < 5; at += 1) {
      const descriptor = openSync(file, 'a');
      if (isBad) left.push({ close: () => closeSync(descriptor) });
      else closeSync(descriptor);
    }
  },
  timers: async ({ left }) => {
    for (let at = 0; at < 3; at += 1) {
      const entries = new Map([['question', at]]);
      const timer = setInterval(() => entries.clear(), 1_000_000).unref();
      if (isBad) left.push({ close: () => clearInterval(timer) });
      else clearInterval(timer);
    }
  },
  timeouts: async () => {
    const timer = setTimeout(() => {}, 3_600_000).unref();
    if (!isBad) clearTimeout(timer);
  },
  sockets: async ({ server, left }) => {
    const socket = await connected(server);
    if (isBad) left.push({ close: () => socket.destroy() });
    else await ended(socket);
  },
  watchers: async ({ folder, left }) => {
    const watcher: FSWatcher = watch(folder, { persistent: false }, () => {});
    if (isBad) left.push(watcher);
    else watcher.close();
  },
} as const satisfies Record<string, (state: State) => Promise<void>>;

async function connected(server: Server): Promise<Socket> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const accepted = once(server, 'connection');
  const socket = connect(address.port, '127.0.0.1');
  await Promise.all([once(socket, 'connect'), accepted]);
  return socket;
}

/** Ends both sides of a connection. */
async function ended(socket: Socket): Promise<void> {
  socket.end();
  socket.resume();
  await once(socket, 'close');
}

type Use = keyof typeof uses;
const cases = Object.fromEntries(Object.keys(uses).map((use) => [use, { params: { use: use as Use } }]));

/** Resources that take hardly any memory but can run out. */
export default defineScenario<{ readonly use: Use }, State>({
  name: 'counts',
  description: 'Opens what has to be closed again.',
  tags: ['smoke'],
  iterations: 40,
  ...watched,
  cases,
  async setup({ tempDir }) {
    const file = join(tempDir, 'log');
    writeFileSync(file, 'begun\n');
    const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { folder: tempDir, file, server, left: [] };
  },
  async run({ params: { use } }, state) {
    await uses[use](state);
  },
  teardown(_context, { server, left }) {
    for (const opened of left) opened.close();
    server.close();
  },
});
