import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seconds } from '../clock.ts';

/** How a browser is told to save a blob. */
export interface Disposition {
  readonly fileName: string;
  readonly contentType: string;
}

const ACCOUNT = 'devstoreaccount1';
// Azurite's published development key: every installation has it.
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const CONTAINER = 'actions-results';
const VERSION = '2018-11-09';
const HOUR = 3_600_000;

// One for all servers of a test file: it holds nothing but blobs with names nobody else has.
let storage: Promise<string> | undefined;

/** Blob storage as behind GitHub's artifacts: Azurite in memory, started when first needed, ended with the test's process. */
export class Blobs {
  /** An address a client may upload one blob to. */
  async uploadUrl(blob: string): Promise<string> {
    return this.#signed(blob, 'cw', undefined);
  }

  /** An address a client may download one blob from. */
  async downloadUrl(blob: string, disposition?: Disposition): Promise<string> {
    return this.#signed(blob, 'r', disposition);
  }

  /** The size of a blob, undefined when nobody has uploaded it. */
  async size(blob: string): Promise<number | undefined> {
    const response = await fetch(await this.#signed(blob, 'r', undefined), { method: 'HEAD' });
    return response.ok ? Number(response.headers.get('content-length')) : undefined;
  }

  /** Deletes a blob. */
  async remove(blob: string): Promise<void> {
    await fetch(await this.#signed(blob, 'd', undefined), { method: 'DELETE' });
  }

  async #signed(blob: string, permissions: string, disposition: Disposition | undefined): Promise<string> {
    storage ??= start();
    const base = await storage;
    const expiry = seconds(Date.now() + HOUR);
    const rscd = disposition === undefined ? '' : `attachment; filename="${disposition.fileName}"`;
    const rsct = disposition?.contentType ?? '';
    const resource = `/blob/${ACCOUNT}/${CONTAINER}/${blob}`;
    const sig = sign([permissions, '', expiry, resource, '', '', '', VERSION, 'b', '', '', rscd, '', '', rsct]);
    const url = new URL(`${base}/${CONTAINER}/${blob}`);
    const query = { sv: VERSION, se: expiry, sr: 'b', sp: permissions, rscd, rsct, sig };
    for (const [name, value] of Object.entries(query)) if (value !== '') url.searchParams.set(name, value);
    return url.href;
  }
}

async function start(): Promise<string> {
  const program = join(createRequire(import.meta.url).resolve('azurite/package.json'), '..', 'dist/src/blob/main.js');
  const preload = fileURLToPath(new URL('end-with-parent.cjs', import.meta.url));
  const options = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry'];
  const address = ['--blobHost', '127.0.0.1', '--blobPort', '0'];
  const azurite = spawn(process.execPath, ['--require', preload, program, ...options, ...address], {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const base = `${await addressOf(azurite)}/${ACCOUNT}`;
  await createContainer(base);
  // Nothing waits for it: neither its life nor its pipes may keep the test's process.
  azurite.unref();
  for (const pipe of [azurite.stdin, azurite.stdout]) if (pipe instanceof Socket) pipe.unref();
  return base;
}

function addressOf(azurite: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    azurite.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const address = /successfully listens on (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    azurite.once('error', reject);
    azurite.once('exit', () => reject(new Error(`azurite did not start: ${output}`)));
  });
}

async function createContainer(base: string): Promise<void> {
  const expiry = seconds(Date.now() + HOUR);
  const sig = sign([ACCOUNT, 'c', 'b', 'c', '', expiry, '', '', VERSION, '']);
  const query = new URLSearchParams({ restype: 'container', sv: VERSION, ss: 'b', srt: 'c', sp: 'c', se: expiry, sig });
  const response = await fetch(`${base}/${CONTAINER}?${query}`, { method: 'PUT' });
  if (!response.ok) throw new Error(`azurite made no container: ${response.status} ${await response.text()}`);
}

function sign(lines: readonly string[]): string {
  return createHmac('sha256', Buffer.from(KEY, 'base64')).update(lines.join('\n'), 'utf8').digest('base64');
}
