import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContext } from '../../src/github/context.js';
import { examplePayload } from '../stand-in/runner/triggers.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memory-bench-context-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function environmentOf(event: string, payload: object, more: Record<string, string> = {}): Record<string, string> {
  const path = join(folder, `${event}.json`);
  writeFileSync(path, JSON.stringify(payload));
  return {
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_WORKFLOW_REF: 'Codertocat/Hello-World/.github/workflows/memory.yml@refs/heads/main',
    ...more,
  };
}

describe('the context', () => {
  it('of a push names the branch and the run', () => {
    const context = readContext(environmentOf('push', examplePayload('push', undefined)));
    expect(context).toMatchObject({
      branch: 'main',
      pull: undefined,
      run: {
        id: 7,
        attempt: 2,
        workflowPath: '.github/workflows/memory.yml',
        url: 'https://github.com/Codertocat/Hello-World/actions/runs/7/attempts/2',
      },
    });
  });

  it('of a pull request of the repository itself is not from a fork', () => {
    const environment = environmentOf('pull_request', examplePayload('pull_request', 'opened'), {
      GITHUB_REF: 'refs/pull/2/merge',
    });
    expect(readContext(environment)).toMatchObject({ branch: undefined, pull: { number: 2, fromFork: false } });
  });

  it('of a pull request whose fork is gone is from a fork', () => {
    const payload = structuredClone(examplePayload('pull_request', 'opened'));
    Object.assign(Object((payload.pull_request as { head: object }).head), { repo: null });
    expect(readContext(environmentOf('pull_request', payload)).pull?.fromFork).toBe(true);
  });

  it.each(['pull_request_review', 'pull_request_review_comment'])('of a %s is about its pull request', (event) => {
    const { pull_request } = examplePayload('pull_request', 'opened');
    expect(readContext(environmentOf(event, { pull_request })).pull?.number).toBe(2);
  });

  it.each(['pull_request_target', 'issue_comment', 'workflow_run', 'push'])(
    'of a %s is about no pull request, whatever its payload says',
    (event) => {
      const { pull_request } = examplePayload('pull_request', 'opened');
      expect(readContext(environmentOf(event, { pull_request })).pull).toBeUndefined();
    },
  );

  it('outside of a runner is an error that names the command line', () => {
    expect(() => readContext({})).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('npx memory-bench') }),
    );
  });

  it('with a payload of another shape is an error', () => {
    expect(() => readContext(environmentOf('push', { repository: 'main' }))).toThrow(/not as GitHub writes it/);
  });
});
