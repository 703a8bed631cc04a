import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GitHub } from '../github.ts';
import { isObject, type Json } from '../openapi/schema.ts';
import { pullDetails } from '../rest/pull-views.ts';
import { runView, workflowView } from '../rest/run-views.ts';
import type { Pull, WorkflowRun } from '../state.ts';

/** What starts a run: the event with its payload, and where it puts `GITHUB_REF` and `GITHUB_SHA`. */
export interface Trigger {
  readonly event: string;
  readonly payload: Json;
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
}

let examples: readonly unknown[] | undefined;

/** GitHub's example payload of an event, with fields replaced; objects given in `overrides` replace as a whole. */
export function examplePayload(event: string, action: string | undefined, overrides: Json = {}): Json {
  examples ??= loaded();
  const entry = examples.filter(isObject).find(({ name }) => name === event);
  const candidates = Array.isArray(entry?.examples) ? entry.examples.filter(isObject) : [];
  const example = candidates.find((candidate) => action === undefined || candidate.action === action);
  if (example === undefined) throw new Error(`no example of ${event} ${action ?? ''}`);
  return { ...structuredClone(example), ...overrides };
}

/** `pull_request`: runs on the test merge, which is neither the head nor the base. */
export async function pullRequestTrigger(github: GitHub, pull: Pull, action = 'synchronize'): Promise<Trigger> {
  const { server, repository } = github;
  const payload = examplePayload('pull_request', action, {
    ...common(github, pull.author),
    number: pull.number,
    pull_request: await pullDetails({ views: server.views, world: server.world }, pull),
  });
  if (pull.mergeCommitSha === null)
    throw new Error(`GitHub starts no pull_request run on #${pull.number}: it has conflicts`);
  const { installation: _, ...rest } = payload;
  const after = action === 'synchronize' ? { after: pull.head.sha, before: await parentOf(github, pull.head.sha) } : {};
  return {
    event: 'pull_request',
    payload: { ...rest, ...after, repository: server.views.repository(repository) },
    ref: `refs/pull/${pull.number}/merge`,
    sha: pull.mergeCommitSha,
    headRef: pull.head.ref,
    baseRef: pull.base.ref,
  };
}

/** `push` of a branch's head. */
export async function pushTrigger(github: GitHub, branch = github.repository.defaultBranch): Promise<Trigger> {
  const sha = await headOf(github, branch);
  const before = await parentOf(github, sha);
  const [commit] = await github.repository.git.commits([sha]);
  const head = {
    id: sha,
    tree_id: commit?.tree,
    message: commit?.message,
    timestamp: commit?.author.date,
    author: commit?.author,
  };
  const payload = examplePayload('push', undefined, {
    ...common(github),
    ref: `refs/heads/${branch}`,
    before,
    after: sha,
    created: /^0+$/.test(before),
    compare: github.server.views.page(github.repository, `/compare/${before.slice(0, 12)}...${sha.slice(0, 12)}`),
    commits: [head],
    head_commit: head,
  });
  return plain('push', payload, `refs/heads/${branch}`, sha);
}

/** `workflow_run`: runs on the default branch, whoever started the other run. */
export async function workflowRunTrigger(github: GitHub, run: WorkflowRun, action = 'completed'): Promise<Trigger> {
  const { server, repository } = github;
  const shown = await runView({ views: server.views }, run);
  const { organization: _, ...payload } = examplePayload('workflow_run', action, {
    ...common(github, run.actor),
    workflow: workflowView({ views: server.views, repository }, run.workflow),
    workflow_run: shown,
  });
  const branch = repository.defaultBranch;
  return plain('workflow_run', payload, `refs/heads/${branch}`, await headOf(github, branch));
}

/** `schedule`, which has no example: its payload is the cron line and the repository. */
export async function scheduleTrigger(github: GitHub, schedule = '0 3 * * 1'): Promise<Trigger> {
  const branch = github.repository.defaultBranch;
  return plain('schedule', { ...common(github), schedule }, `refs/heads/${branch}`, await headOf(github, branch));
}

/** `workflow_dispatch` on a branch. */
export async function dispatchTrigger(
  github: GitHub,
  branch = github.repository.defaultBranch,
  inputs: Json = {},
): Promise<Trigger> {
  const ref = `refs/heads/${branch}`;
  const { organization: _, ...payload } = examplePayload('workflow_dispatch', undefined, {
    ...common(github),
    ref,
    inputs,
  });
  return plain('workflow_dispatch', payload, ref, await headOf(github, branch));
}

/** `merge_group`: runs on the merge queue's own branch. */
export async function mergeGroupTrigger(github: GitHub, pull: Pull): Promise<Trigger> {
  if (pull.mergeCommitSha === null) throw new Error(`#${pull.number} has conflicts`);
  const ref = `refs/heads/gh-readonly-queue/${pull.base.ref}/pr-${pull.number}-${pull.base.sha}`;
  await github.repository.git.setRef(ref.slice('refs/'.length), pull.mergeCommitSha);
  const merge_group = {
    head_sha: pull.mergeCommitSha,
    head_ref: ref,
    base_sha: pull.base.sha,
    base_ref: `refs/heads/${pull.base.ref}`,
  };
  const {
    organization: _,
    installation: __,
    ...payload
  } = examplePayload('merge_group', 'checks_requested', {
    ...common(github),
    merge_group,
  });
  return plain('merge_group', payload, ref, pull.mergeCommitSha);
}

function plain(event: string, payload: Json, ref: string, sha: string): Trigger {
  return { event, payload, ref, sha, headRef: '', baseRef: '' };
}

function common({ server, repository }: GitHub, sender = repository.owner): Json {
  return { repository: server.views.repository(repository), sender: server.views.user(sender) };
}

async function headOf({ repository }: GitHub, branch: string): Promise<string> {
  const sha = await repository.git.ref(`heads/${branch}`);
  if (sha === undefined) throw new Error(`no branch ${branch}`);
  return sha;
}

async function parentOf({ repository }: GitHub, sha: string): Promise<string> {
  const [commit] = await repository.git.commits([sha]);
  return commit?.parents[0] ?? '0'.repeat(40);
}

function loaded(): readonly unknown[] {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  const all: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(all) ? all : [];
}
