import type { Json } from '../openapi/schema.ts';
import type { Pull, Repository, Workflow, WorkflowRun } from '../state.ts';
import type { Call } from './call.ts';

/** A workflow. */
export function workflowView({ views, repository }: Pick<Call, 'views' | 'repository'>, workflow: Workflow): Json {
  return {
    id: workflow.id,
    node_id: views.node('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.createdAt,
    url: views.link(repository, `/actions/workflows/${workflow.id}`),
    html_url: views.page(repository, `/blob/${repository.defaultBranch}/${workflow.path}`),
    badge_url: views.page(repository, `/workflows/${encodeURIComponent(workflow.name)}/badge.svg`),
  };
}

/** A workflow run, as the API and the `workflow_run` event show it. */
export async function runView({ views }: Pick<Call, 'views'>, run: WorkflowRun): Promise<Json> {
  const url = views.link(run.repository, `/actions/runs/${run.id}`);
  const [commit] = await run.headRepository.git.commits([run.headSha]);
  if (commit === undefined) throw new Error(`run ${run.id} is of commit ${run.headSha}, which nobody made`);
  const { date: timestamp, ...author } = commit.author;
  const { date: _, ...committer } = commit.committer;
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: views.node('WorkflowRun', run.id),
    check_suite_id: run.id + 1_000_000,
    check_suite_node_id: views.node('CheckSuite', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.workflow.path,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    display_title: commit.message.split('\n')[0],
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    url,
    html_url: views.page(run.repository, `/actions/runs/${run.id}`),
    pull_requests: run.pulls.map((pull) => minimalPull({ views }, pull)),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor: views.user(run.actor),
    triggering_actor: views.user(run.actor),
    referenced_workflows: [],
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: views.link(run.repository, `/check-suites/${run.id + 1_000_000}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: views.link(run.repository, `/actions/workflows/${run.workflow.id}`),
    head_commit: { id: commit.sha, tree_id: commit.tree, message: commit.message, timestamp, author, committer },
    repository: views.minimalRepository(run.repository),
    head_repository: views.minimalRepository(run.headRepository),
  };
}

/** The one job a run has here. */
export function jobView({ views }: Pick<Call, 'views'>, run: WorkflowRun): Json {
  return {
    id: run.jobId,
    run_id: run.id,
    run_attempt: run.attempt,
    run_url: views.link(run.repository, `/actions/runs/${run.id}`),
    node_id: views.node('WorkflowJob', run.jobId),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: views.link(run.repository, `/actions/jobs/${run.jobId}`),
    html_url: views.page(run.repository, `/actions/runs/${run.id}/job/${run.jobId}`),
    check_run_url: views.link(run.repository, `/check-runs/${run.jobId}`),
    status: run.status,
    conclusion: run.conclusion,
    created_at: run.createdAt,
    started_at: run.createdAt,
    completed_at: run.status === 'completed' ? run.updatedAt : null,
    name: run.jobName,
    workflow_name: run.workflow.name,
    steps: [],
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
  };
}

function minimalPull({ views }: Pick<Call, 'views'>, pull: Pull): Json {
  const repo = (of: Repository) => ({ id: of.id, url: views.link(of), name: of.name });
  return {
    id: pull.id,
    number: pull.number,
    url: views.link(pull.repository, `/pulls/${pull.number}`),
    head: { ref: pull.head.ref, sha: pull.head.sha, repo: repo(pull.head.repository) },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo: repo(pull.repository) },
  };
}
