import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EnvironmentError, messageOf } from '../../errors.js';
import { makeFolder } from '../../files/make-folder.js';
import { keepGeneratedSecret, keepSecret } from '../../output/secrets.js';
import { describeEnding, type Ending, ending, LogTail, stopChild } from '../child.js';
import { freePorts } from '../free-ports.js';
import type { Guardian } from '../guardian.js';
import { QdrantApi } from './api.js';
import type { QdrantBinary } from './binary.js';
import { startFailure, untilReady } from './readiness.js';
import { environmentOf } from './settings.js';

const host = '127.0.0.1';
const stopGraceMs = 2_000;
const portAttempts = 3;

/** A running server, started by memory-bench or not. */
export interface QdrantServer {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly version: string;
  readonly api: QdrantApi;
  /** Undefined for a server that memory-bench did not start: its process cannot be measured. */
  readonly pid: number | undefined;
  /** How a server that memory-bench started has ended; undefined until then. */
  ended(): Ending | undefined;
  /** Last lines of its log. */
  logTail(): string;
  stop(): Promise<void>;
}

/** Options of `startQdrant`. */
export interface StartOptions {
  readonly binary: QdrantBinary;
  /** An existing folder for storage, snapshots and the server's working directory. */
  readonly folder: string;
  /** Environment besides the QDRANT__ settings, such as allocator settings of the measuring profile. */
  readonly env: Readonly<Record<string, string>>;
  readonly guardian: Guardian;
  /** For a profiled server: the words before the program, and how many times longer everything may take. */
  readonly profiled?:
    | { readonly words: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly patience: number }
    | undefined;
}

/**
 * Starts a fresh server on free loopback ports with its own API key and folder, and waits until it is ready.
 * @throws EnvironmentError with the end of the server's log.
 */
export async function startQdrant(options: StartOptions): Promise<QdrantServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      // Another process may have taken the free port before Qdrant did.
      if (attempt >= portAttempts || !/address already in use/i.test(messageOf(error))) throw error;
    }
  }
}

/**
 * Connects to a server that is already running. It is measured only through its API, and never stopped.
 * @throws EnvironmentError if nothing answers, or not as Qdrant.
 */
export async function connectQdrant(url: string, apiKey: string | undefined): Promise<QdrantServer> {
  keepSecret(apiKey);
  const api = new QdrantApi({ url, apiKey });
  try {
    const version = await api.version();
    await api.allGreen('memory-bench-');
    return {
      url,
      apiKey,
      version,
      api,
      pid: undefined,
      ended: () => undefined,
      logTail: () => '',
      stop: async () => {},
    };
  } catch (cause) {
    throw new EnvironmentError(
      `no usable Qdrant server at ${url.replace(/\/\/[^/]*@/, '//***@')}: ${messageOf(cause)}`,
      {
        remedy: 'Check --qdrant-url (and --qdrant-api-key), or leave them out to have a server started.',
        cause,
      },
    );
  }
}

async function startOnce(options: StartOptions): Promise<QdrantServer> {
  const [httpPort = 0, grpcPort = 0] = await freePorts(2);
  const apiKey = randomBytes(16).toString('hex');
  keepGeneratedSecret(apiKey);
  await makeFolder(options.folder);
  const { binary, profiled = { words: [], env: {}, patience: 1 } } = options;
  const [program = binary.path, ...given] = [...profiled.words, binary.path];
  const child = spawn(program, given, {
    cwd: options.folder,
    env: {
      ...options.env,
      ...profiled.env,
      ...environmentOf({ host, httpPort, grpcPort, folder: options.folder, apiKey }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A separate process group: Ctrl-C reaches only memory-bench, which stops the server after the sample.
    detached: true,
  });
  const log = new LogTail().follow(child);
  const url = `http://${host}:${httpPort}`;
  const server = new OwnServer(child, { url, apiKey, log, guardian: options.guardian, patience: profiled.patience });
  await server.becomeReady(options.binary.path);
  return server;
}

class OwnServer implements QdrantServer {
  readonly url: string;
  readonly apiKey: string;
  readonly api: QdrantApi;
  version = '';
  readonly #child: ChildProcess;
  readonly #log: LogTail;
  readonly #ended: Promise<void>;
  readonly #patience: number;
  #ending: Ending | undefined;
  #startError: Error | undefined;

  constructor(
    child: ChildProcess,
    given: { url: string; apiKey: string; log: LogTail; guardian: Guardian; patience: number },
  ) {
    this.#patience = given.patience;
    this.#child = child;
    this.#log = given.log;
    this.url = given.url;
    this.apiKey = given.apiKey;
    this.api = new QdrantApi(given);
    const { pid } = child;
    if (pid !== undefined) given.guardian.watch(pid);
    this.#ended = ending(child).then(
      (how) => {
        this.#ending = how;
        if (pid !== undefined) given.guardian.forget(pid);
      },
      (error: Error) => {
        this.#startError = error;
      },
    );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  ended(): Ending | undefined {
    return this.#ending;
  }

  logTail(): string {
    return this.#log.text;
  }

  async stop(): Promise<void> {
    await stopChild(this.#child, this.#ended, stopGraceMs * this.#patience);
  }

  async becomeReady(path: string): Promise<void> {
    try {
      this.version = await untilReady(this.api, () => this.#broken(), this.#patience);
    } catch (cause) {
      await this.stop();
      throw startFailure(path, messageOf(cause), this.logTail());
    }
  }

  #broken(): string | undefined {
    if (this.#startError !== undefined) return messageOf(this.#startError);
    return this.#ending && `it ended with ${describeEnding(this.#ending)}`;
  }
}
