import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ReleaseApi } from '../../../src/config/config.js';
import { temporaryFolder } from '../../processes.js';

/** The asset for the platform that these tests run on. */
export const assetName = 'qdrant-x86_64-unknown-linux-gnu.tar.gz';

/** An answer that comes before the real one. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** GitHub's API with the one release v1.16.3 of Qdrant, and the host of its downloads. */
export class ReleaseServer {
  /** `GET <path>`, and the token if one was sent. */
  readonly requests: string[] = [];
  assets: Asset[] = [];
  /** What is answered to the next requests. */
  refusals: Refusal[] = [];
  readonly #server: Server;
  #url = '';

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(content: Uint8Array): Promise<ReleaseServer> {
    const server = new ReleaseServer();
    server.assets = [{ name: assetName, content }];
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', () => done()));
    afterAll(() => server.close());
    const address = server.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    server.#url = `http://127.0.0.1:${address.port}`;
    return server;
  }

  get api(): ReleaseApi {
    return { url: this.#url };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    this.requests.push([method, url, headers.authorization].filter(Boolean).join(' '));
    const refusal = this.refusals.shift();
    if (refusal !== undefined) response.writeHead(refusal.status, refusal.headers).end('{}');
    else if (url === '/repos/qdrant/qdrant/releases/tags/v1.16.3') response.end(JSON.stringify(this.#release()));
    else {
      const asset = this.assets.find(({ name }) => url === `/download/${name}`);
      if (asset === undefined) response.writeHead(404).end('{}');
      else response.end(asset.content);
    }
  }

  #release(): unknown {
    return describeRelease(this.assets, (name) => `${this.#url}/download/${name}`);
  }
}

/** A file of a release; its digest is the right one unless given. */
export interface Asset {
  readonly name: string;
  readonly content: Uint8Array;
  readonly digest?: string | null;
}

/** The release v1.16.3 as GitHub's API describes it. */
export function describeRelease(assets: readonly Asset[], urlOf: (name: string) => string): unknown {
  const described = assets.map(({ name, content, digest }) => ({
    name,
    browser_download_url: urlOf(name),
    digest: digest === undefined ? `sha256:${createHash('sha256').update(content).digest('hex')}` : digest,
  }));
  return { tag_name: 'v1.16.3', assets: described };
}

/** A release's archive with the given program in it. */
export function archiveOf(program: string): Buffer {
  const folder = temporaryFolder();
  copyFileSync(program, join(folder, 'qdrant'));
  execFileSync('tar', ['--use-compress-program', 'gzip -1', '-cf', 'archive.tar.gz', 'qdrant'], { cwd: folder });
  return readFileSync(join(folder, 'archive.tar.gz'));
}

/** An archive whose program is a shell script of one line. */
export function archiveOfScript(line: string): Buffer {
  const path = join(temporaryFolder(), 'script');
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return archiveOf(path);
}
