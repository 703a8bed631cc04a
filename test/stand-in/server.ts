import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { conditionalReply } from './conditional.ts';
import { type Fault, Faults, messageOf } from './faults.ts';
import { bodyOf, json } from './http-bodies.ts';
import { Contract } from './openapi/contract.ts';
import { OpenApiDocument } from './openapi/document.ts';
import { isObject } from './openapi/schema.ts';
import { authorise, identify } from './permissions.ts';
import { RateLimit } from './rate-limit.ts';
import { type Call, type Handler, notFound, Refusal, type Reply } from './rest/call.ts';
import { handlers } from './rest/handlers.ts';
import { Views } from './rest/views.ts';
import { Blobs } from './services/blobs.ts';
import { ResultsService } from './services/results.ts';
import type { Repository } from './state.ts';
import { World } from './world.ts';

/** A request the server has seen, and how it was answered. */
export interface SeenRequest {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
  readonly login: string | undefined;
  /** 0 when there was no answer. */
  readonly status: number;
}

interface Incoming {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly method: string;
  readonly body: unknown;
}

// Shared by all servers of a test file, because compiled schemas are worth keeping.
const DOCUMENT = new OpenApiDocument();
/** What GraphQL requests are called here: they are no operation of the REST API. */
const GRAPHQL = 'graphql';
const CONTRACT = new Contract(DOCUMENT);

/** GitHub's REST API and results service on 127.0.0.1, every request and answer held against the contract. */
export class GitHubServer {
  readonly world = new World();
  readonly faults = new Faults();
  readonly seen: SeenRequest[] = [];
  readonly violations: string[] = [];
  readonly rateLimit = new RateLimit();
  readonly #blobs = new Blobs();
  readonly #results = new ResultsService(this.world, this.#blobs);
  readonly #handlers: Readonly<Record<string, Handler>> = handlers(this.#blobs, DOCUMENT);
  readonly #waiting: { operation: string; resolve: () => void }[] = [];
  readonly #server: Server;
  #views: Views | undefined;

  constructor() {
    this.#server = createServer((message, response) => {
      this.#serve(message, response).catch((error: unknown) => {
        this.violations.push(`the stand-in failed: ${error instanceof Error ? error.stack : String(error)}`);
        if (!response.headersSent) response.writeHead(500).end();
      });
    });
  }

  /** Starts to listen and returns the address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    this.#views = new Views(url, DOCUMENT);
    return url;
  }

  /** How things are shown; there once the server listens. */
  get views(): Views {
    if (this.#views === undefined) throw new Error('the server does not listen yet');
    return this.#views;
  }

  /** The name of an operation, refused when there is none of it: a misspelt fault would never happen. */
  checked(operation: string): string {
    const known =
      DOCUMENT.operations.some(({ id }) => id === operation) || this.#results.has(operation) || operation === GRAPHQL;
    if (!known) throw new Error(`the stand-in has no operation ${operation}`);
    return operation;
  }

  /** True when requests for an operation of the REST API are answered. */
  handles(operation: string): boolean {
    return this.#handlers[operation] !== undefined;
  }

  /** Resolves when the next request for an operation arrives, before it is answered. */
  nextRequest(operation: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ operation, resolve }));
  }

  /** Ends everything, hanging requests too. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.world.remove();
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', this.views.api);
    const request = { message, url, method: message.method ?? 'GET', body: await bodyOf(message) };
    const download = this.#download(url.pathname);
    if (download !== undefined)
      return this.#send(response, request, 'release-download', { status: 200, body: download });
    const results = this.#results.operationOf(url.pathname);
    const match = CONTRACT.match(request.method, url.pathname);
    const isGraphql = request.method === 'POST' && url.pathname === '/graphql';
    const operation = results ?? match?.operation.id ?? (isGraphql ? GRAPHQL : `${request.method} ${url.pathname}`);
    for (const waiter of this.#waiting.splice(0)) {
      if (waiter.operation === operation) waiter.resolve();
      else this.#waiting.push(waiter);
    }
    const fault = this.faults.take(operation);
    if (fault !== undefined) {
      if (fault.afterwards === true && match !== undefined) await this.#answer(request, match);
      return this.#fail(response, request, operation, fault);
    }
    if (results !== undefined) {
      const report = (problem: string) => this.violations.push(problem);
      return this.#send(
        response,
        request,
        operation,
        await this.#results.answer(results, message.headers, request.body, report),
      );
    }
    if (isGraphql) {
      return this.#send(response, request, operation, this.#graphql(request));
    }
    if (match === undefined) {
      this.violations.push(`no such operation: ${operation}`);
      return this.#send(response, request, operation, failure(notFound()));
    }
    const exhausted = this.rateLimit.refusal();
    if (exhausted !== undefined) return this.#send(response, request, operation, failure(exhausted));
    const answered = await this.#answer(request, match).catch((error: unknown) => {
      if (error instanceof Refusal) return failure(error);
      throw error;
    });
    const reply = conditionalReply(request.method, message.headers['if-none-match'], answered);
    // GitHub does not count what has not changed.
    if (reply.status !== 304) this.rateLimit.count();
    if (reply.status === 304) return this.#send(response, request, operation, reply);
    const shown = Buffer.isBuffer(reply.body) ? [] : CONTRACT.response(match.operation, reply.status, json(reply.body));
    this.violations.push(...shown.map((problem) => `answer: ${problem}`));
    this.#send(response, request, operation, reply);
  }

  async #answer(
    { message, url, method, body }: Incoming,
    match: NonNullable<ReturnType<Contract['match']>>,
  ): Promise<Reply> {
    const { operation } = match;
    if (message.headers['user-agent'] === undefined) {
      this.violations.push(`${operation.id}: GitHub refuses requests without User-Agent`);
      throw new Refusal(403, 'Request forbidden by administrative rules.');
    }
    const checked = CONTRACT.request(operation, match.path, url.searchParams, body);
    this.violations.push(...checked.problems.map((problem) => `request: ${problem}`));
    const token = identify(message.headers.authorization, this.world.tokens);
    const repository = this.#repository(match.path);
    authorise(operation.id, method, token, repository);
    if (checked.refused) throw new Refusal(422, `Invalid request.\n\n${checked.problems.join('\n')}`);
    const handler = this.#handlers[operation.id];
    if (handler === undefined) throw new Error(`${operation.id} has no handler`);
    const call: Call = {
      operation: operation.id,
      world: this.world,
      views: this.views,
      repository: repository ?? NOWHERE,
      path: checked.path,
      query: checked.query,
      body: isObject(body) ? body : {},
      accept: message.headers.accept ?? '',
      token,
      url,
      notSupported: (what) => this.violations.push(`the stand-in does not know ${what}: teach it`),
    };
    return handler(call);
  }

  /** Whose a token is; of GraphQL nothing else is known here. */
  #graphql({ message, body }: Incoming): Reply {
    const token = identify(message.headers.authorization, this.world.tokens);
    if (!isObject(body) || body.query !== '{ viewer { login } }') {
      this.violations.push(`the stand-in does not know the query ${JSON.stringify(body)}: teach it`);
    }
    return { status: 200, body: { data: { viewer: { login: token?.login } } } };
  }

  #repository(path: Record<string, string>): Repository | undefined {
    if (path.owner === undefined) return undefined;
    const repository = this.world.repositories.get(`${path.owner}/${path.repo}`.toLowerCase());
    if (repository === undefined) throw notFound();
    return repository;
  }

  #download(pathname: string): Buffer | undefined {
    const [, fullName = '', tag = '', name = ''] =
      /^\/([^/]+\/[^/]+)\/releases\/download\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const release = this.world.repositories
      .get(fullName.toLowerCase())
      ?.releases.find((candidate) => candidate.tag === tag);
    return release?.assets.find((asset) => asset.name === name)?.content;
  }

  #fail(response: ServerResponse, request: Incoming, operation: string, fault: Fault): void {
    if (fault.kind !== undefined) {
      this.#remember(request, operation, 0);
      if (fault.kind === 'disconnect') response.socket?.destroy();
      return;
    }
    const { status, message = messageOf(status), retryAfter } = fault;
    const headers = { ...fault.headers, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) };
    const body =
      this.#results.operationOf(request.url.pathname) === undefined
        ? new Refusal(status, message).body
        : { code: 'internal', msg: message };
    this.#send(response, request, operation, { status, headers, body });
  }

  #send(response: ServerResponse, request: Incoming, operation: string, { status, body, headers = {} }: Reply): void {
    this.#remember(request, operation, status);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json; charset=utf-8';
    response.writeHead(status, {
      ...(bytes.length > 0 ? { 'content-type': type } : {}),
      ...(status === 204 || status === 304 ? {} : { 'content-length': bytes.length }),
      'x-github-request-id': `STAND:IN:${this.seen.length}`,
      ...(operation === 'graphql' ? {} : this.rateLimit.headers),
      ...headers,
    });
    response.end(bytes);
  }

  #remember({ message, url, method, body }: Incoming, operation: string, status: number): void {
    const value = /^(?:token|bearer)\s+(.+)$/i.exec(message.headers.authorization ?? '')?.[1] ?? '';
    const login = this.world.tokens.get(value)?.login;
    this.seen.push({
      operation,
      method,
      path: url.pathname + url.search,
      body,
      headers: message.headers,
      login,
      status,
    });
  }
}

/** Handlers of operations without a repository are given one whose every use throws. */
const NOWHERE: Repository = new Proxy(Object.create(null), {
  get: () => {
    throw new Error('this operation has no repository');
  },
});

function failure(refusal: Refusal): Reply {
  return { status: refusal.status, headers: refusal.headers, body: refusal.body };
}
