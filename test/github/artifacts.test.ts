import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import type { GitHubApi } from '../../src/github/api.js';
import { type Artifact, readArtifact } from '../../src/github/artifacts.js';

const mebibyte = 1024 * 1024;

function createArtifact(overrides: Partial<Artifact> = {}): Artifact {
  return {
    id: 1,
    name: 'memory-bench-results-a-attempt1',
    sizeBytes: 100,
    expired: false,
    digest: undefined,
    createdAt: '2026-03-01T12:00:00Z',
    run: undefined,
    ofThisRepository: false,
    ...overrides,
  };
}

/** A GitHub that answers every download with one body. */
function answering(body: unknown): GitHubApi {
  const downloadArtifact = async () => ({ data: body });
  return { rest: { actions: { downloadArtifact } }, at: { owner: 'acme', repo: 'search' } } as unknown as GitHubApi;
}

function streamOf(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function refusal(api: GitHubApi, artifact: Artifact): Promise<string> {
  const read = readArtifact(api, artifact, ['results.json']);
  const error: unknown = await read.then(() => undefined).catch((thrown: unknown) => thrown);
  if (error instanceof EnvironmentError) return error.message;
  throw new Error(`another end: ${String(error)}`);
}

describe('an artifact', () => {
  it('is read from the pieces that GitHub sends', async () => {
    const archive = zipSync({ 'results.json': strToU8('{}'), 'report.html': strToU8('<html>') });
    const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
    const api = answering(streamOf(archive.subarray(0, 10), archive.subarray(10)));
    expect(await readArtifact(api, createArtifact({ digest }), ['results.json'])).toEqual({ 'results.json': '{}' });
  });

  it('is not downloaded further than to its limit, whatever size GitHub lists', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(mebibyte));
      },
    });
    expect(await refusal(answering(endless), createArtifact())).toContain('it has more than 67108864 bytes');
    expect(sent).toBeLessThan(70);
  });

  it('is not downloaded where GitHub lists more', async () => {
    expect(await refusal(answering(streamOf()), createArtifact({ sizeBytes: 65 * mebibyte }))).toContain(
      'cannot be used',
    );
  });

  it('has to be the one that GitHub listed', async () => {
    const api = answering(streamOf(zipSync({ 'results.json': strToU8('{}') })));
    expect(await refusal(api, createArtifact({ digest: 'sha256:00' }))).toContain('its digest is sha256:');
  });

  it('has to be text', async () => {
    const api = answering(streamOf(zipSync({ 'results.json': Uint8Array.of(0xff, 0xfe) })));
    expect(await refusal(api, createArtifact())).toContain('cannot be used');
  });

  it('is named without a command of the runner', async () => {
    const message = await refusal(answering('no stream'), createArtifact({ name: 'a\n::error::b##[warning]c' }));
    expect(message).not.toMatch(/::|##\[|\n/);
  });
});
