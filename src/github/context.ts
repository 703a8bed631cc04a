import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StepEnvironment } from '../config/inputs.js';
import { EnvironmentError, messageOf } from '../errors.js';
import { enterpriseServerOf } from './enterprise-server.js';

/**
 * Events of a pull request that run with its sender's token, which is read-only for a fork. The runner checks out the
 * test merge.
 */
const pullEvents: readonly string[] = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

const repositorySchema = z.object({ id: z.number(), full_name: z.string(), default_branch: z.string().optional() });
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

const pullSchema = z.object({
  number: z.int().positive(),
  // Null for a deleted fork.
  head: z.object({ sha, repo: repositorySchema.nullable() }),
  base: z.object({ ref: z.string(), sha }),
});

const payloadSchema = z.object({
  repository: repositorySchema.optional(),
  pull_request: pullSchema.optional(),
  merge_group: z.object({ head_sha: sha, base_sha: sha, base_ref: z.string() }).optional(),
  workflow_run: z
    .object({
      id: z.int(),
      run_attempt: z.int(),
      event: z.string(),
      status: z.string().nullish(),
      conclusion: z.string().nullish(),
      html_url: z.string(),
      // File of the workflow; older payloads have none.
      path: z.string().optional(),
      head_sha: sha,
      head_branch: z.string().nullable(),
      head_repository: repositorySchema.nullable(),
    })
    .optional(),
});

/** The pull request a run is about. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
  /** Whether it comes from another repository, so that the token may only read. */
  readonly fromFork: boolean;
}

/** The run that a `workflow_run` event is about. */
export type FinishedRun = NonNullable<z.infer<typeof payloadSchema>['workflow_run']>;

/** The context of this step, from the runner's variables and the event's payload. */
export interface GitHubContext {
  readonly event: string;
  readonly owner: string;
  readonly name: string;
  /** HTTPS URL of the repository. */
  readonly repositoryUrl: string;
  /** Host of the GitHub Enterprise Server, where artifacts do not work; undefined on github.com and ghe.com. */
  readonly enterpriseServer: string | undefined;
  /** Undefined for events whose payload does not name it. */
  readonly defaultBranch: string | undefined;
  /** Branch the run is for; undefined for tags and pull requests. */
  readonly branch: string | undefined;
  /** Commit the run is for; for a pull request, the test merge. */
  readonly sha: string;
  readonly run: { readonly id: number; readonly attempt: number; readonly url: string; readonly workflowPath: string };
  /** Undefined for events whose run is not about the code of a pull request, such as `pull_request_target`. */
  readonly pull: PullRequest | undefined;
  readonly mergeGroup: { readonly headSha: string; readonly baseSha: string; readonly baseRef: string } | undefined;
  readonly finishedRun: FinishedRun | undefined;
}

/**
 * Reads the context of this run from the runner.
 * @throws EnvironmentError outside of a GitHub runner, or if the payload has an unexpected shape.
 */
export function readContext(environment: StepEnvironment): GitHubContext {
  const variable = (name: string) => {
    const value = environment[name];
    if (value !== undefined && value !== '') return value;
    throw new EnvironmentError(`the variable ${name} is not set: this is no GitHub runner`, {
      remedy: 'At a desk, use the command line: `npx memory-bench run`.',
    });
  };
  const event = variable('GITHUB_EVENT_NAME');
  const [owner = '', name = ''] = variable('GITHUB_REPOSITORY').split('/');
  const payload = readPayload(variable('GITHUB_EVENT_PATH'));
  const serverUrl = variable('GITHUB_SERVER_URL');
  const repositoryUrl = `${serverUrl}/${owner}/${name}`;
  const runId = Number(variable('GITHUB_RUN_ID'));
  const attempt = Number(environment.GITHUB_RUN_ATTEMPT ?? 1);
  const workflowPath = workflowFile(variable('GITHUB_WORKFLOW_REF'));
  return {
    event,
    owner,
    name,
    repositoryUrl,
    enterpriseServer: enterpriseServerOf(serverUrl),
    defaultBranch: payload.repository?.default_branch,
    branch: /^refs\/heads\/(.+)$/.exec(variable('GITHUB_REF'))?.[1],
    sha: variable('GITHUB_SHA'),
    run: { id: runId, attempt, url: `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`, workflowPath },
    pull: pullEvents.includes(event)
      ? payload.pull_request && pullRequest(payload.pull_request, `${owner}/${name}`)
      : undefined,
    mergeGroup: payload.merge_group && {
      headSha: payload.merge_group.head_sha,
      baseSha: payload.merge_group.base_sha,
      baseRef: payload.merge_group.base_ref.replace(/^refs\/heads\//, ''),
    },
    finishedRun: payload.workflow_run,
  };
}

function pullRequest({ number, head, base }: z.infer<typeof pullSchema>, repository: string): PullRequest {
  const fromFork = head.repo?.full_name.toLowerCase() !== repository.toLowerCase();
  return { number, headSha: head.sha, baseRef: base.ref, fromFork };
}

/**
 * The file of a workflow reference: `.github/workflows/memory.yml` for
 * `acme/search/.github/workflows/memory.yml@refs/heads/main`.
 */
function workflowFile(reference: string): string {
  return reference.replace(/@.*$/, '').split('/').slice(2).join('/');
}

function readPayload(path: string): z.infer<typeof payloadSchema> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new EnvironmentError(`the event payload ${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
  const parsed = payloadSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new EnvironmentError(`the event payload ${path} is not as GitHub writes it:\n${z.prettifyError(parsed.error)}`);
}
