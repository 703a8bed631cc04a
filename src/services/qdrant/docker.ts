import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { EnvironmentError, messageOf } from '../../errors.js';
import { makeFolder } from '../../files/make-folder.js';
import { keepGeneratedSecret } from '../../output/secrets.js';
import { toolEnvironment } from '../tool-environment.js';
import { QdrantApi } from './api.js';
import { Container } from './container.js';
import { startFailure, untilReady } from './readiness.js';
import type { QdrantServer, StartOptions } from './server.js';
import { environmentOf } from './settings.js';

const run = promisify(execFile);
/** A container starts within seconds, but the first start also fetches its image. */
const startLimitMs = 10 * 60_000;
const answerLimitMs = 30_000;
const inside = { folder: '/memory-bench', httpPort: 6333, grpcPort: 6334 } as const;
const apiKeyVariable = 'QDRANT__SERVICE__API_KEY';

/** Options of `startQdrantContainer`. */
export interface ContainerOptions extends Omit<StartOptions, 'binary'> {
  /** Such as `1.16.3`. */
  readonly version: string;
}

/**
 * Starts a fresh server in a container of the official image, and waits until it is ready. It has a free loopback port,
 * its own API key and its own folder. It runs as the current user, so that its process can be measured.
 * @throws EnvironmentError if the start fails, with Docker's message or the end of the server's log.
 */
export async function startQdrantContainer(options: ContainerOptions): Promise<QdrantServer> {
  const name = `memory-bench-${randomBytes(6).toString('hex')}`;
  const apiKey = randomBytes(16).toString('hex');
  keepGeneratedSecret(apiKey);
  await makeFolder(options.folder);
  // Before it exists: Docker may already have created it when memory-bench is killed or the start times out.
  options.guardian.container(name);
  const container = new Container(name, options.guardian);
  try {
    await docker(runArguments(name, options, apiKey), { limitMs: startLimitMs, env: { [apiKeyVariable]: apiKey } });
  } catch (error) {
    await container.remove();
    throw error;
  }
  container.follow();
  try {
    const url = await publishedUrl(name);
    const api = new QdrantApi({ url, apiKey });
    const version = await untilReady(api, () => container.broken());
    return {
      url,
      apiKey,
      version,
      api,
      pid: await processOf(name),
      ended: () => container.ended(),
      logTail: () => container.logTail(),
      stop: () => container.remove(),
    };
  } catch (cause) {
    await container.remove();
    throw startFailure(`in a container of ${imageOf(options.version)}`, messageOf(cause), container.logTail());
  }
}

function imageOf(version: string): string {
  return `qdrant/qdrant:v${version}`;
}

function runArguments(name: string, { version, folder, env }: ContainerOptions, apiKey: string): string[] {
  const { [apiKeyVariable]: _, ...settings } = environmentOf({ ...inside, host: '0.0.0.0', apiKey });
  const variables = {
    ...env,
    ...settings,
    // The working directory of the image belongs to root.
    QDRANT_INIT_FILE_PATH: `${inside.folder}/.qdrant-initialized`,
  };
  const { getuid, getgid } = process;
  return [
    'run',
    '--detach',
    ...['--name', name, '--label', 'memory-bench'],
    ...(getuid && getgid ? ['--user', `${getuid()}:${getgid()}`] : []),
    ...['--publish', `127.0.0.1::${inside.httpPort}`],
    ...bindMount(folder, inside.folder),
    // By name only: every user can see a process's arguments.
    ...['--env', apiKeyVariable],
    ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
    // The image's own entry point is a shell that starts the server as a child: the shell would be measured.
    ...['--entrypoint', './qdrant'],
    imageOf(version),
  ];
}

/** A folder with a colon in its name needs the longer form, which Docker reads as a line of CSV. */
function bindMount(source: string, target: string): string[] {
  if (!source.includes(':')) return ['--volume', `${source}:${target}`];
  const fields = ['type=bind', `source=${source}`, `target=${target}`];
  const quoted = fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field));
  return ['--mount', quoted.join(',')];
}

async function publishedUrl(name: string): Promise<string> {
  const said = await docker(['port', name, `${inside.httpPort}/tcp`]);
  const port = /^127\.0\.0\.1:(\d+)$/m.exec(said)?.[1];
  if (port === undefined) throw new Error(`Docker published no port${said === '' ? '' : `, but said: ${said}`}`);
  return `http://127.0.0.1:${port}`;
}

/** Pid of the server on this machine; undefined if Docker runs on another machine or in a virtual one. */
async function processOf(name: string): Promise<number | undefined> {
  const pid = Number(await docker(['inspect', '--format', '{{.State.Pid}}', name]));
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'qdrant' ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function docker(
  given: readonly string[],
  { limitMs = answerLimitMs, env = {} }: { limitMs?: number; env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  try {
    const { stdout } = await run('docker', given, { timeout: limitMs, env: { ...toolEnvironment('docker'), ...env } });
    return stdout.trim();
  } catch (cause) {
    throw new EnvironmentError(`docker ${given[0]} failed: ${reasonOf(cause, limitMs)}`, {
      remedy: 'Start Docker and see that `docker run hello-world` works, or choose another source with --qdrant.',
      cause,
    });
  }
}

function reasonOf(cause: unknown, limitMs: number): string {
  if (!(cause instanceof Error)) return messageOf(cause);
  if ('code' in cause && cause.code === 'ENOENT') return 'there is no docker program on PATH';
  if ('killed' in cause && cause.killed === true) return `it took more than ${limitMs / 1000} s`;
  const said = 'stderr' in cause ? String(cause.stderr).trim() : '';
  return said === '' ? messageOf(cause) : said;
}
