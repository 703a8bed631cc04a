// The proxy of a company's network: the only way out, and every request is counted.
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

/** How a proxy behaves. */
export interface ForwardProxyOptions {
  /** Where hosts really are: `api.github.com` to a port of this machine. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Hosts that are not listed: passed on to the network, or refused with 403. */
  readonly others?: 'pass' | 'refuse';
  /** `user:password`; without it the proxy answers 407. */
  readonly credentials?: string;
}

/** An HTTP proxy: absolute requests are passed on, CONNECT opens a tunnel. */
export class ForwardProxy {
  /** `CONNECT api.github.com:443`, or `GET http://host/path`. */
  readonly requests: string[] = [];
  readonly #options: ForwardProxyOptions;
  readonly #server: Server;
  readonly #tunnels = new Set<Socket>();
  #port = 0;

  private constructor(options: ForwardProxyOptions) {
    this.#options = options;
    this.#server = createServer((message, response) => this.#pass(message, response));
    this.#server.on('connect', (message, socket, head) => this.#tunnel(message, socket as Socket, head));
  }

  static async start(options: ForwardProxyOptions = {}): Promise<ForwardProxy> {
    const proxy = new ForwardProxy(options);
    await new Promise<void>((done) => proxy.#server.listen(0, '127.0.0.1', () => done()));
    const address = proxy.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
    proxy.#port = address.port;
    return proxy;
  }

  /** `127.0.0.1:<port>`. */
  get host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  close(): void {
    for (const socket of this.#tunnels) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(message: IncomingMessage, response: ServerResponse): void {
    this.requests.push(`${message.method} ${message.url}`);
    const refusal = this.#refusal(message);
    if (refusal !== undefined) return void response.writeHead(refusal).end();
    const url = new URL(message.url ?? '');
    const port = this.#options.hosts?.[url.hostname];
    if (port === undefined && this.#options.others !== 'pass') return void response.writeHead(403).end();
    const { 'proxy-authorization': _, ...headers } = message.headers;
    const target = port === undefined ? { host: url.hostname, port: url.port || 80 } : { host: '127.0.0.1', port };
    const passed = request(
      { ...target, method: message.method, path: url.pathname + url.search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.writeHead(502).end());
    message.pipe(passed);
  }

  #tunnel(message: IncomingMessage, socket: Socket, head: Buffer): void {
    this.requests.push(`CONNECT ${message.url}`);
    this.#keep(socket);
    const [, host = '', port = '443'] = /^(.+):(\d+)$/.exec(message.url ?? '') ?? [];
    const local = this.#options.hosts?.[host];
    const refusal =
      this.#refusal(message) ?? (local === undefined && this.#options.others !== 'pass' ? 403 : undefined);
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} Refused\r\ncontent-length: 0\r\n\r\n`);
    const target = connect(local === undefined ? { host, port: Number(port) } : { host: '127.0.0.1', port: local });
    this.#keep(target);
    target.once('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    target.once('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n'));
  }

  #keep(socket: Socket): void {
    this.#tunnels.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => this.#tunnels.delete(socket));
  }

  #refusal({ headers }: IncomingMessage): 407 | undefined {
    const { credentials } = this.#options;
    if (credentials === undefined) return undefined;
    const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
    return headers['proxy-authorization'] === expected ? undefined : 407;
  }
}
