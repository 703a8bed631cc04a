import { z } from 'zod';
import { type Answer, directRequest } from '../direct-request.js';

const answerWithinMs = 10_000;

const versionSchema = z.object({ version: z.string() });
const collectionsSchema = z.object({ result: z.object({ collections: z.array(z.object({ name: z.string() })) }) });
const collectionSchema = z.object({ result: z.object({ status: z.string() }) });
const answersSchema = z.object({
  responses: z.record(z.string(), z.record(z.string(), z.object({ count: z.number().nonnegative() }))),
});
const bytes = z.number().nonnegative();
const allocatorSchema = z
  .object({
    allocated_bytes: bytes,
    active_bytes: bytes,
    resident_bytes: bytes,
    retained_bytes: bytes,
    metadata_bytes: bytes,
  })
  .transform(
    (told): AllocatorCounters => ({
      allocatedBytes: told.allocated_bytes,
      activeBytes: told.active_bytes,
      residentBytes: told.resident_bytes,
      retainedBytes: told.retained_bytes,
      metadataBytes: told.metadata_bytes,
    }),
  );
const telemetrySchema = z.object({
  result: z.object({
    memory: z.looseObject({ allocated_bytes: bytes }).nullish(),
    // Other versions use other shapes. The writes are then unknown, which is no reason to fail.
    requests: z.object({ rest: answersSchema.nullish(), grpc: answersSchema.nullish() }).nullish().catch(undefined),
  }),
});

/** Counters that jemalloc reports, in bytes; see `stats.allocated` and the others in its manual. */
export interface AllocatorCounters {
  readonly allocatedBytes: number;
  readonly activeBytes: number;
  readonly residentBytes: number;
  readonly retainedBytes: number;
  readonly metadataBytes: number;
}

/** Memory and request counters that a server reports. */
export interface Telemetry {
  /** Live bytes by the server's own jemalloc count; undefined for a server built without it. */
  readonly allocatedBytes: number | undefined;
  /** All counters of its jemalloc; undefined unless it reports every one. */
  readonly allocator: AllocatorCounters | undefined;
  /** Answered requests that may have changed its data; undefined if it does not count them. */
  readonly writes: number | undefined;
}

/** URL and API key of a server. */
export interface QdrantAddress {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** The few requests that memory-bench itself sends to a Qdrant server; scenarios use the real client. */
export class QdrantApi {
  readonly #address: QdrantAddress;

  constructor(address: QdrantAddress) {
    this.#address = address;
  }

  /** True once the server accepts requests. Never throws. */
  async ready(): Promise<boolean> {
    try {
      return isSuccess(await this.#ask('/readyz'));
    } catch {
      return false;
    }
  }

  /** The server's version, such as `1.16.3`. */
  async version(): Promise<string> {
    return versionSchema.parse(await this.#json('/')).version;
  }

  /** True if every collection whose name begins with `prefix` has finished optimising. */
  async allGreen(prefix: string): Promise<boolean> {
    const ours = await this.#collections(prefix);
    const states = await Promise.all(
      ours.map(
        async (name) =>
          collectionSchema.parse(await this.#json(`/collections/${encodeURIComponent(name)}`)).result.status,
      ),
    );
    return states.every((status) => status === 'green');
  }

  /** Removes the collections whose name begins with `prefix`, which a failed sample left on a shared server. */
  async deleteCollections(prefix: string): Promise<void> {
    for (const name of await this.#collections(prefix)) {
      await this.#ask(`/collections/${encodeURIComponent(name)}`, 'DELETE');
    }
  }

  /** Reads the counters of the server; undefined if the API key may not see them. */
  async telemetry(): Promise<Telemetry | undefined> {
    const answer = await this.#ask('/telemetry?details_level=1');
    // A key without access to telemetry is no reason to fail: the metric is then absent.
    if (!isSuccess(answer)) return undefined;
    const { memory, requests } = telemetrySchema.parse(JSON.parse(answer.text)).result;
    const counted = [requests?.rest, requests?.grpc].filter((answers) => answers !== undefined && answers !== null);
    return {
      allocatedBytes: memory?.allocated_bytes,
      allocator: allocatorSchema.safeParse(memory).data,
      writes:
        counted.length === 0 ? undefined : counted.reduce((sum, { responses }) => sum + writesAmong(responses), 0),
    };
  }

  async #collections(prefix: string): Promise<string[]> {
    const { collections } = collectionsSchema.parse(await this.#json('/collections')).result;
    return collections.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  }

  async #json(path: string): Promise<unknown> {
    const answer = await this.#ask(path);
    if (!isSuccess(answer)) throw new Error(`GET ${path} answered ${answer.status} ${answer.statusText}`);
    return JSON.parse(answer.text);
  }

  #ask(path: string, method = 'GET'): Promise<Answer> {
    const { url, apiKey } = this.#address;
    const headers: Record<string, string> = apiKey === undefined ? {} : { 'api-key': apiKey };
    return directRequest({ url: new URL(path, url), method, headers, signal: AbortSignal.timeout(answerWithinMs) });
  }
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** POST routes that change something; the others search, count and scroll. */
const writingPost = /\/points\/(delete|payload|vectors|batch)|\/(aliases|snapshots|shards)/;
const writingCall = /\/(Upsert|Delete|Update|Set|Overwrite|Clear|Create)\w*$/;

function writesAmong(responses: z.infer<typeof answersSchema>['responses']): number {
  return Object.entries(responses)
    .filter(([route]) => isWrite(route))
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, { count }) => sum + count, 0);
}

/** `route` is as telemetry names it: `PUT /collections/{name}/points`, or the path of a gRPC call. */
function isWrite(route: string): boolean {
  return (
    /^(PUT|PATCH|DELETE) /.test(route) ||
    (route.startsWith('POST ') && writingPost.test(route)) ||
    writingCall.test(route)
  );
}
