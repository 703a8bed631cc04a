import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../../src/errors.js';
import { ProcStatus } from '../../../src/measure/worker/proc-status.js';
import { Guardian } from '../../../src/services/guardian.js';
import { startQdrantContainer } from '../../../src/services/qdrant/docker.js';
import type { QdrantServer } from '../../../src/services/qdrant/server.js';
import { processEntry, temporaryFolder, waitUntil, waitUntilGone } from '../../processes.js';
import { installDocker } from './docker.js';

/** A guardian that remembers which containers it was told of. */
class Remembering extends Guardian {
  readonly containers = new Set<string>();

  override container(id: string): void {
    this.containers.add(id);
    super.container(id);
  }

  override forgetContainer(id: string): void {
    this.containers.delete(id);
    super.forgetContainer(id);
  }
}

let docker: ReturnType<typeof installDocker>;
let guardian: Remembering;
const running: QdrantServer[] = [];
beforeEach(() => {
  docker = installDocker();
  guardian = new Remembering();
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  guardian.close();
  vi.unstubAllEnvs();
});

async function start(more: { env?: Record<string, string>; version?: string; folder?: string } = {}) {
  const { version = '1.16.3', folder = temporaryFolder(), env = {} } = more;
  const server = await startQdrantContainer({ version, folder, env, guardian });
  running.push(server);
  const [name = ''] = guardian.containers;
  return { server, name };
}

function pidOf({ pid }: QdrantServer): number {
  if (pid === undefined) throw new Error('the process is not known');
  return pid;
}

async function refusal(more: { env?: Record<string, string>; version?: string }): Promise<EnvironmentError> {
  const failure = await start(more).catch((thrown: unknown) => thrown);
  if (failure instanceof EnvironmentError) return failure;
  throw new Error(`no EnvironmentError but ${String(failure)}`);
}

describe('a Qdrant server in a container', () => {
  it('takes requests once it has been started, and says its version', async () => {
    const { server } = await start();
    expect(await server.api.ready()).toBe(true);
    expect(server.version).toBe('1.16.3');
  });

  it('answers 401 without the API key', async () => {
    const { server } = await start();
    expect((await fetch(`${server.url}/collections`)).status).toBe(401);
  });

  it('does not show its API key in the arguments of a process', async () => {
    const { server, name } = await start();
    expect(docker.run(name).arguments.join(' ')).not.toContain(server.apiKey);
  });

  it('is published on the loopback address only, on a port that Docker picks', async () => {
    const { server, name } = await start();
    expect(docker.run(name).options.publish).toEqual(['127.0.0.1::6333']);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('runs as our own user, and not under the shell of the image', async () => {
    const { name } = await start();
    const { user, entrypoint, label } = docker.run(name).options;
    expect(user).toEqual([`${process.getuid?.()}:${process.getgid?.()}`]);
    expect(entrypoint).toEqual(['./qdrant']);
    expect(label).toEqual(['memory-bench']);
  });

  it('has a process whose memory can be read and whose high-water mark can be reset', async () => {
    const { server } = await start();
    const status = new ProcStatus(pidOf(server));
    expect(() => status.resetPeak()).not.toThrow();
    expect(status.read().rssBytes).toBeGreaterThan(10 * 1024 ** 2);
    status.close();
  });

  it('has no process where it runs on another machine', async () => {
    vi.stubEnv('SHIM_HIDES_PIDS', '1');
    expect((await start()).server.pid).toBeUndefined();
  });

  it('keeps its data in the folder it was given', async () => {
    const folder = temporaryFolder();
    await start({ folder });
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['.qdrant-initialized', 'storage']));
  });

  it('has the environment of the measuring profile', async () => {
    const { server } = await start({ env: { MALLOC_CONF: 'narenas:1' } });
    expect(readFileSync(`/proc/${pidOf(server)}/environ`, 'utf8')).toContain('MALLOC_CONF=narenas:1');
  });

  it('shows the end of its log', async () => {
    const { server } = await start();
    await waitUntil('the log has arrived', () => server.logTail().includes('Qdrant HTTP listening'));
  });

  it('is known to have ended, and how, when it was killed', async () => {
    const { server } = await start();
    expect(server.ended()).toBeUndefined();
    process.kill(pidOf(server), 'SIGKILL');
    await waitUntil('its end is known', () => server.ended() !== undefined);
    expect(server.ended()).toEqual({ signal: 'SIGKILL' });
  });

  it('is removed when it is stopped, and the guardian need not care any more', async () => {
    const { server, name } = await start();
    const entry = processEntry(pidOf(server));
    await server.stop();
    if (entry !== undefined) await waitUntilGone([entry]);
    expect(docker.isRemoved(name)).toBe(true);
    expect(guardian.containers.size).toBe(0);
  });

  it('is removed by the guardian where nobody stopped it', async () => {
    const { name } = await start();
    guardian.close();
    await waitUntil('it is removed', () => docker.isRemoved(name));
  });
});

describe('a Qdrant container that does not start', () => {
  it('for want of a docker program is an error that says so', async () => {
    vi.stubEnv('PATH', temporaryFolder());
    expect(await refusal({})).toMatchObject({
      message: 'docker run failed: there is no docker program on PATH',
      remedy: expect.stringContaining('--qdrant'),
    });
  });

  it('for want of an image is an error in the words of Docker', async () => {
    expect((await refusal({ version: '9.9.9' })).message).toContain("Unable to find image 'qdrant/qdrant:v9.9.9'");
  });

  it('is an error with the end of its log, and is removed', async () => {
    const env = { QDRANT__STORAGE__WAL__WAL_CAPACITY_MB: 'none' };
    const { message } = await refusal({ env });
    expect(message).toMatch(/in a container of qdrant\/qdrant:v1\.16\.3 did not start: /);
    expect(message).toMatch(/End of its log:(.|\n)*wal_capacity_mb/);
    expect(guardian.containers.size).toBe(0);
  });
});
