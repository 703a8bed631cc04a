import type { Json } from '../openapi/schema.ts';
import type { Workflow, WorkflowRun } from '../state.ts';
import { type Call, type Handler, maybeText, notFound, number, paged, text } from './call.ts';
import { jobView, runView, workflowView } from './run-views.ts';

/** Workflows, their runs and the jobs of a run. */
export const runs: Record<string, Handler> = {
  'actions/list-repo-workflows': (call) => {
    const { items, headers } = paged(call, call.repository.workflows);
    const workflows = items.map((workflow) => workflowView(call, workflow));
    return { status: 200, headers, body: { total_count: call.repository.workflows.length, workflows } };
  },
  'actions/get-workflow': (call) => ({ status: 200, body: workflowView(call, workflowOf(call)) }),
  'actions/list-workflow-runs-for-repo': (call) => list(call, own(call)),
  'actions/list-workflow-runs': (call) => {
    const workflow = workflowOf(call);
    return list(
      call,
      own(call).filter((run) => run.workflow === workflow),
    );
  },
  'actions/get-workflow-run': async (call) => ({ status: 200, body: await shown(call, runOf(call)) }),
  'actions/list-jobs-for-workflow-run': (call) => {
    if (maybeText(call.query, 'filter') === 'all') call.notSupported('the jobs of all attempts');
    return { status: 200, body: { total_count: 1, jobs: [jobView(call, runOf(call))] } };
  },
};

/** The run of the path. */
export function runOf(call: Call): WorkflowRun {
  const id = number(call.path, 'run_id');
  const run = own(call).find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

function own(call: Call): WorkflowRun[] {
  return call.world.runs.filter((run) => run.repository === call.repository);
}

function workflowOf(call: Call): Workflow {
  const wanted = String(call.path.workflow_id);
  const workflow = call.repository.workflows.find(
    ({ id, path }) => String(id) === wanted || path.endsWith(`/${wanted}`),
  );
  if (workflow === undefined) throw notFound();
  return workflow;
}

async function list(call: Call, candidates: readonly WorkflowRun[]) {
  if (call.query.check_suite_id !== undefined) call.notSupported('runs by check suite');
  const found = candidates.filter((run) => wanted(call, run)).sort((a, b) => b.id - a.id);
  const { items, headers } = paged(call, found);
  const workflow_runs = await Promise.all(items.map((run) => shown(call, run)));
  return { status: 200, headers, body: { total_count: found.length, workflow_runs } };
}

function wanted(call: Call, run: WorkflowRun): boolean {
  const { branch, event, status, head_sha, actor, created } = call.query;
  if (branch !== undefined && branch !== run.headBranch) return false;
  if (event !== undefined && event !== run.event) return false;
  if (status !== undefined && status !== run.status && status !== run.conclusion) return false;
  if (head_sha !== undefined && head_sha !== run.headSha) return false;
  if (actor !== undefined && actor !== run.actor) return false;
  return created === undefined || within(text(call.query, 'created'), run.createdAt);
}

/** GitHub's search syntax for dates: `>=2026-01-01`, `2026-01-01..2026-02-01`, `*` on either side. */
function within(range: string, moment: string): boolean {
  const [, sign = '', first = '*', , second] = /^(>=|<=|>|<)?([^.]+)(\.\.(.+))?$/.exec(range) ?? [];
  const at = Date.parse(moment);
  const from = first === '*' ? Number.NEGATIVE_INFINITY : Date.parse(first);
  if (second !== undefined) return at >= from && (second === '*' || at <= Date.parse(second));
  if (sign === '') return moment.startsWith(first);
  if (sign.startsWith('>')) return at > from || (sign === '>=' && at === from);
  return at < from || (sign === '<=' && at === from);
}

async function shown(call: Call, run: WorkflowRun): Promise<Json> {
  const view = await runView(call, run);
  return call.query.exclude_pull_requests === true ? { ...view, pull_requests: [] } : view;
}
