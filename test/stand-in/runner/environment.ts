import type { GitHub } from '../github.ts';
import type { Json } from '../openapi/schema.ts';
import { runtimeToken } from '../services/twirp.ts';
import type { WorkflowRun } from '../state.ts';
import type { Trigger } from './triggers.ts';

/** Where a job's files are. */
export interface Folders {
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly home: string;
}

/** The variables a runner gives to every step of a job, from nothing: no variable of this process gets through. */
export function jobVariables(
  github: GitHub,
  run: WorkflowRun,
  trigger: Trigger,
  folders: Folders,
): Record<string, string> {
  const { repository } = run;
  const ownerId = Number(github.server.views.user(repository.owner).id);
  const actorId = Number(github.server.views.user(run.actor).id);
  return {
    CI: 'true',
    HOME: folders.home,
    LANG: 'C.UTF-8',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: run.actor,
    GITHUB_ACTOR_ID: String(actorId),
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: trigger.baseRef,
    GITHUB_EVENT_NAME: trigger.event,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_HEAD_REF: trigger.headRef,
    GITHUB_JOB: run.jobName,
    GITHUB_REF: trigger.ref,
    GITHUB_REF_NAME: trigger.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: String(repository.protectedBranches.has(trigger.ref.replace(/^refs\/heads\//, ''))),
    GITHUB_REF_TYPE: trigger.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_REPOSITORY_OWNER_ID: String(ownerId),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    // The artifact client takes other servers for an Enterprise Server, and refuses.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: trigger.sha,
    GITHUB_TRIGGERING_ACTOR: run.actor,
    GITHUB_WORKFLOW: run.workflow.name,
    GITHUB_WORKFLOW_REF: `${repository.fullName}/${run.workflow.path}@${trigger.ref}`,
    GITHUB_WORKFLOW_SHA: trigger.sha,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
    ...github.network.variables,
  };
}

/** The variables JavaScript actions are given besides, to reach artifacts and cache. */
export function serviceVariables(github: GitHub, run: WorkflowRun): Record<string, string> {
  return {
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_CACHE_URL: `${github.url}/`,
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(run),
    ACTIONS_RUNTIME_URL: `${github.url}/`,
  };
}

/** The contexts that `${{ }}` in an input's default is looked up in. */
export function contextsOf(
  variables: Readonly<Record<string, string>>,
  payload: Json,
  token: string,
  matrix: Json | null,
): Json {
  const of = (prefix: string) =>
    Object.fromEntries(
      Object.entries(variables)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length).toLowerCase(), value]),
    );
  return { github: { ...of('GITHUB_'), token, event: payload }, runner: of('RUNNER_'), matrix };
}
