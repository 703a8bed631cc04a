import { once } from 'node:events';
import { Agent, createServer, get, type Server } from 'node:http';
import { defineScenario } from 'memory-bench-action';
import { isBad } from './variant.js';

interface State {
  readonly server: Server;
  readonly agent: Agent;
  readonly url: string;
}

const requests = 20;

async function ask(url: string, agent: Agent): Promise<void> {
  const request = get(url, { agent });
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
}

/** An HTTP service in the measured process; the bad variant keeps 2 KB per request. Its growth limit is a budget. */
export default defineScenario<Record<string, never>, State>({
  name: 'service',
  description: 'Answers twenty requests over sockets.',
  tags: ['smoke'],
  iterations: 14,
  warmup: 3,
  growth: { maxPercent: 50 },
  async setup() {
    const recent = new Map<number, number[]>();
    const server = createServer((_request, response) => {
      const id = recent.size;
      if (isBad) recent.set(id, new Array<number>(250).fill(id + 0.5));
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ id, hits: [1, 2, 3] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return { server, agent: new Agent({ keepAlive: true }), url: `http://127.0.0.1:${address.port}/search` };
  },
  async run(_context, { url, agent }) {
    for (let at = 0; at < requests; at += 1) await ask(url, agent);
  },
  teardown(_context, { server, agent }) {
    agent.destroy();
    server.close();
  },
});
