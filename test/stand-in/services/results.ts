import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type Json } from '../openapi/schema.ts';
import type { World } from '../world.ts';
import { artifactService } from './artifact-service.ts';
import type { Blobs } from './blobs.ts';
import { cacheService } from './cache-service.ts';
import {
  backendIds,
  messageProblems,
  type TwirpCall,
  TwirpError,
  type TwirpMethod,
  type TwirpService,
} from './twirp.ts';

const PREFIX = '/twirp/github.actions.results.api.v1.';

/** The results service: artifacts and cache, twirp in JSON. */
export class ResultsService {
  readonly #world: World;
  readonly #services: Readonly<Record<string, TwirpService>>;

  constructor(world: World, blobs: Blobs) {
    this.#world = world;
    this.#services = { ArtifactService: artifactService(world, blobs), CacheService: cacheService(world, blobs) };
  }

  /** `ArtifactService/CreateArtifact` and the like, or undefined when the path is not this service's. */
  operationOf(pathname: string): string | undefined {
    return pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : undefined;
  }

  /** True for `ArtifactService/CreateArtifact` and the like. */
  has(operation: string): boolean {
    return this.#method(operation) !== undefined;
  }

  /** Answers a call; problems with the request message go to `report`. */
  async answer(
    operation: string,
    headers: IncomingHttpHeaders,
    body: unknown,
    report: (problem: string) => void,
  ): Promise<{ status: number; body: Json }> {
    try {
      return { status: 200, body: await this.#called(operation, headers, body, report) };
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error;
      return { status: error.status, body: { code: error.code, msg: error.message } };
    }
  }

  async #called(
    operation: string,
    headers: IncomingHttpHeaders,
    body: unknown,
    report: (problem: string) => void,
  ): Promise<Json> {
    const method = this.#method(operation);
    if (method === undefined) {
      report(`${operation} is not a method of the results service`);
      throw new TwirpError(404, 'bad_route', 'no handler for path');
    }
    const call = this.#authenticated(headers, body);
    const problems = messageProblems(operation, method, call.body);
    if (problems.length > 0) {
      for (const problem of problems) report(problem);
      throw new TwirpError(400, 'malformed', problems.join('; '));
    }
    return method.handle(call);
  }

  #method(operation: string): TwirpMethod | undefined {
    const [service = '', name = ''] = operation.split('/');
    return this.#services[service]?.[name];
  }

  #authenticated(headers: IncomingHttpHeaders, body: unknown): TwirpCall {
    const ids = backendIds(headers.authorization);
    const run = this.#world.runs.find(({ backendId }) => backendId === ids?.[0]);
    if (run === undefined) throw new TwirpError(401, 'unauthenticated', 'no such runtime token');
    return { run, body: isObject(body) ? body : {} };
  }
}
