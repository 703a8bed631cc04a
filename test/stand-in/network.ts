// The network of a runner: a proxy is the way out, and api.github.com is the stand-in.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { makeCertificate } from './certificate.ts';
import { ForwardProxy } from './forward-proxy.ts';

const host = 'api.github.com';

/** A proxy that leads to the stand-in for api.github.com, over TLS, and to the real network for other hosts. */
export class RunnerNetwork {
  readonly proxy: ForwardProxy;
  readonly #folder: string;
  readonly #front: Server;
  readonly #connections: Set<TLSSocket>;

  private constructor(proxy: ForwardProxy, folder: string, front: Server, connections: Set<TLSSocket>) {
    this.proxy = proxy;
    this.#folder = folder;
    this.#front = front;
    this.#connections = connections;
  }

  /** Starts one in front of the API at a port of this machine. */
  static async start(apiPort: number): Promise<RunnerNetwork> {
    const { certificate, key } = makeCertificate([host]);
    const folder = mkdtempSync(join(tmpdir(), 'runner-network-'));
    writeFileSync(join(folder, 'authority.pem'), certificate);
    const connections = new Set<TLSSocket>();
    const front = createServer({ cert: certificate, key }, (socket) => {
      connections.add(socket);
      const api = connect(apiPort, '127.0.0.1');
      socket.on('error', () => api.destroy()).once('close', () => connections.delete(socket));
      api.on('error', () => socket.destroy());
      socket.pipe(api).pipe(socket);
    });
    await new Promise<void>((done) => front.listen(0, '127.0.0.1', () => done()));
    const address = front.address();
    if (address === null || typeof address === 'string') throw new Error('the front has no port');
    const proxy = await ForwardProxy.start({ hosts: { [host]: address.port }, others: 'pass' });
    return new RunnerNetwork(proxy, folder, front, connections);
  }

  /** Variables of a process in this network. */
  get variables(): Record<string, string> {
    return { https_proxy: this.proxy.url, NODE_EXTRA_CA_CERTS: join(this.#folder, 'authority.pem') };
  }

  async close(): Promise<void> {
    this.proxy.close();
    for (const socket of this.#connections) socket.destroy();
    await new Promise((done) => this.#front.close(done));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
