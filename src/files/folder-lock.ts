import { rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../errors.js';
import { makeFolder } from './make-folder.js';

const answerWithinMs = 1_000;
const longestAnswer = 20;

/**
 * Reserves a folder for this process until the returned function is called. The reservation is a local socket named
 * after the folder, not a file. The system releases it however the process ends, so it never goes stale.
 * @throws EnvironmentError that names the process that reserved the folder.
 */
export async function reserveFolder(folder: string): Promise<() => void> {
  await makeFolder(folder, 'Name a folder that you can write to with --out.');
  const { dev, ino } = await stat(folder, { bigint: true });
  const address = addressOf(`memory-bench-${process.getuid?.() ?? 'user'}-${dev}-${ino}`);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(`${process.pid}\n`);
  });
  server.unref();
  const listen = () =>
    new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(address, () => {
        server.off('error', resolve);
        server.on('error', () => {});
        resolve(undefined);
      });
    });
  let failure = await listen();
  if (failure?.code === 'EADDRINUSE') {
    const owner = await ownerOf(address);
    if (owner !== undefined) throw taken(folder, owner);
    // The socket file of a process that was killed; Linux and Windows have none.
    if (isFile(address)) rmSync(address, { force: true });
    failure = await listen();
    if (failure?.code === 'EADDRINUSE') throw taken(folder, '');
  }
  // A system without local sockets gets no reservation. Files are still replaced whole.
  return () => {
    server.close();
  };
}

/** On Linux, abstract socket names are not files and disappear with their process. */
function addressOf(name: string): string {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function isFile(address: string): boolean {
  return address.startsWith('/');
}

/** Pid of the process that answers; empty if it sends none, undefined if no process answers. */
function ownerOf(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(answerWithinMs, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.length > longestAnswer) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
    });
    socket.on('close', () => resolve(/^(\d{1,10})\n/.exec(said)?.[1] ?? ''));
  });
}

function taken(folder: string, pid: string): EnvironmentError {
  const who = pid === '' ? 'another run' : `another run (process ${pid})`;
  return new EnvironmentError(`${who} of memory-bench writes to ${folder}`, {
    remedy: 'Wait until it has ended, or name another folder with --out. Two runs at once also disturb each other.',
  });
}
