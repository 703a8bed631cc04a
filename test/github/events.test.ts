import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignCheckout, refuseUnsafeEvent } from '../../src/github/events.js';

let checkout: string;
let base: string;
let head: string;
let merge: string;

const git = (...given: string[]) => {
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...author, ...given], { cwd: checkout, encoding: 'utf8' }).trim();
};
const commit = (message: string) => {
  git('commit', '--allow-empty', '-qm', message);
  return git('rev-parse', 'HEAD');
};

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'memory-bench-events-'));
  git('init', '-q', '-b', 'main');
  base = commit('base');
  git('checkout', '-qb', 'feature');
  head = commit('head');
  git('checkout', '-q', 'main');
  commit('more of base');
  git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
  merge = git('rev-parse', 'HEAD');
});

afterAll(() => rmSync(checkout, { recursive: true }));

describe('pull_request_target', () => {
  it.each(['base', 'head'])('is refused with the %s checked out, with the set-up to use instead', (which) => {
    git('checkout', '-q', which === 'base' ? base : head);
    const refused = () => refuseUnsafeEvent({ event: 'pull_request_target', sha: base }, checkout);
    expect(refused).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('pull_request_target'),
        remedy: expect.stringMatching(/`pull_request`.*`comment` action.*`workflow_run`/),
      }),
    );
  });
});

describe.each(['issue_comment', 'workflow_run', 'discussion_comment', 'issues'])('%s', (event) => {
  it('is refused in a folder that is no git checkout', () => {
    const folder = mkdtempSync(join(tmpdir(), 'memory-bench-no-git-'));
    try {
      expect(() => refuseUnsafeEvent({ event, sha: base }, folder)).toThrow(/no git checkout/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is measured with the commit that the run is for', () => {
    git('checkout', '-q', base);
    expect(() => refuseUnsafeEvent({ event, sha: base }, checkout)).not.toThrow();
  });

  it('is refused with other code, which would have the default branch’s token', () => {
    git('checkout', '-q', head);
    expect(() => refuseUnsafeEvent({ event, sha: base }, checkout)).toThrow(/token and secrets/);
  });
});

it.each([
  'push',
  'pull_request',
  'pull_request_review',
  'schedule',
  'workflow_dispatch',
  'merge_group',
  'repository_dispatch',
])('%s is measured whatever is checked out', (event) => {
  git('checkout', '-q', head);
  expect(() => refuseUnsafeEvent({ event, sha: base }, checkout)).not.toThrow();
});

describe('what is checked out in a run of a pull request', () => {
  const foreign = (sha: string) => {
    const pull = { number: 7, headSha: head, baseRef: 'main', fromFork: false };
    return foreignCheckout({ event: 'pull_request', pull, sha }, checkout);
  };

  it.each([
    ['the head', () => head],
    ['the test merge of the run', () => merge],
  ])('is the pull request’s where it is %s', (_, which) => {
    git('checkout', '-q', which());
    expect(foreign(merge)).toBeUndefined();
  });

  it('is the pull request’s where it is another merge of the head', () => {
    git('checkout', '-q', merge);
    expect(foreign('f'.repeat(40))).toBeUndefined();
  });

  it('is the pull request’s where it is a commit on top of the head', () => {
    git('checkout', '-q', head);
    commit('on top');
    expect(foreign(merge)).toBeUndefined();
  });

  it('is not the pull request’s where it is the base', () => {
    git('checkout', '-q', base);
    expect(foreign(merge)).toMatch(/neither the head of #7/);
  });

  it('is of no interest in a run of no pull request', () => {
    expect(foreignCheckout({ event: 'push', pull: undefined, sha: merge }, checkout)).toBeUndefined();
  });

  it('is what the run is for where there is no work tree', () => {
    const pull = { number: 7, headSha: head, baseRef: 'main', fromFork: false };
    expect(foreignCheckout({ event: 'pull_request', pull, sha: merge }, tmpdir())).toBeUndefined();
  });
});
