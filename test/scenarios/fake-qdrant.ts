import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QdrantClient } from '@qdrant/js-client-rest';

/** Answers each path with a fixed result, and knows how many sockets are open. */
export class FakeQdrant {
  private readonly server: Server;
  /** The most sockets that were open at once. */
  mostSockets = 0;

  /** `results` maps the end of a path to the `result` of its answer. */
  constructor(results: Readonly<Record<string, unknown>>) {
    this.server = createServer((request, response) => {
      request.resume();
      const path = request.url?.replace(/\?.*/, '') ?? '';
      const match = Object.keys(results).find((end) => path.endsWith(end));
      response.writeHead(match === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'ok', time: 0, result: match === undefined ? null : results[match] }));
    });
    this.server.keepAliveTimeout = 60_000;
    this.server.on('connection', () => {
      this.server.getConnections((_error, count) => {
        this.mostSockets = Math.max(this.mostSockets, count);
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  connect(): QdrantClient {
    return new QdrantClient({ url: this.url, checkCompatibility: false });
  }

  sockets(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  }
}
