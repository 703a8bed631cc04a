// A user's repository on the GitHub stand-in, its runs on a runner of its own, with the action as it is built in dist/.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../processes.ts';
import { GitHub } from '../stand-in/github.ts';
import type { Json } from '../stand-in/openapi/schema.ts';
import { readAction } from '../stand-in/runner/action-file.ts';
import {
  dispatchTrigger,
  mergeGroupTrigger,
  pullRequestTrigger,
  pushTrigger,
  scheduleTrigger,
  type Trigger,
  workflowRunTrigger,
} from '../stand-in/runner/triggers.ts';
import { type Execution, Job, type JobOptions, type StepResult } from '../stand-in/runner.ts';
import type { Pull, Repository, Token, WorkflowRun } from '../stand-in/state.ts';

/** What the pipeline of the repository does in one call. */
export type Pipeline = 'lean' | 'grown' | 'leaking' | 'throwing' | 'waiting';

const bodies: Record<Pipeline, string> = {
  lean: '',
  // In the cold and the first measured call: kept by each call, it would be a leak as well.
  grown: 'if (iteration < 2) kept.push(Buffer.alloc(21 * 1024 ** 2, 1));',
  leaking: 'kept.push(Buffer.alloc(16 * 1024, 1));',
  throwing: "throw new Error('the index is broken: @everyone <img src=x> [click](https://evil.example)');",
  waiting: 'await new Promise((resolve) => setTimeout(resolve, 60_000));',
};

/** The scenario file of a repository whose pipeline does one thing or another. */
export function scenarioFile(pipeline: Pipeline, definition = ''): string {
  const growth = pipeline === 'leaking' ? 'iterations: 50,' : 'iterations: 1, leaks: false,';
  return `import { defineScenario } from 'memory-bench-action';
const kept = [];
export const index = defineScenario({
  name: 'index', description: 'Builds the index.', tags: ['smoke'], warmup: 0, ${growth} ${definition}
  async run({ iteration }) { ${bodies[pipeline]} },
});
`;
}

/** One run of the action in a job. */
export interface Visit {
  readonly step: StepResult;
  readonly post: StepResult | undefined;
  readonly run: WorkflowRun;
}

/** How a job differs from the usual. */
export interface VisitOptions {
  readonly pipeline?: Pipeline;
  /** More of the scenario's definition. */
  readonly definition?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly matrix?: Json;
  readonly token?: Token;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: WorkflowRun;
  readonly toolCache?: string;
  /** A checkout to work in. */
  readonly workspace?: string;
  /** Whether git knows the files of the checkout. */
  readonly tracked?: boolean;
}

/** The action as GitHub checks it out at a tag: what is committed of it, and no node_modules anywhere above. */
const actionPath = mkdtempSync(join(tmpdir(), 'memory-bench-action-'));
for (const part of ['action.yml', 'comment', 'dist', 'runtime', 'package.json']) {
  cpSync(join(repositoryRoot, part), join(actionPath, part), { recursive: true });
}
process.once('exit', () => rmSync(actionPath, { recursive: true, force: true }));

const actionFile = readAction(join(actionPath, 'action.yml'), parse);
const commentFile = readAction(join(actionPath, 'comment', 'action.yml'), parse);
/** Shared by all jobs but those that are about it: what is in it is locked, and its name is the lock's hash. */
const sharedToolCache = join(repositoryRoot, 'node_modules', '.cache', 'memory-bench-journeys');
/** The quickest that a regression can be told with: three samples, and no pass that explains them. */
const usualInputs = { scenarios: 'bench', suite: 'smoke', sites: 'none' };
/** For journeys that are not about what was measured. */
export const once = { repeats: '1' };

/** A repository and what happens in it. */
export class Journey {
  readonly github: GitHub;
  readonly #folders: string[] = [];
  #commits = 0;

  private constructor(github: GitHub) {
    this.github = github;
  }

  static async start(): Promise<Journey> {
    return new Journey(await GitHub.start());
  }

  /** Ends it. */
  async end(): Promise<void> {
    await this.github.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A commit that changes something on a branch. */
  async commit(branch = 'main', repository?: Repository): Promise<string> {
    this.#commits += 1;
    const files = { 'CHANGES.md': `Change ${this.#commits}\n` };
    return this.github.commit({ branch, files, ...(repository === undefined ? {} : { repository }) });
  }

  /** A commit on a branch, and the run of its push. */
  async push(options: VisitOptions & { branch?: string; commit?: boolean } = {}): Promise<Visit> {
    const branch = options.branch ?? 'main';
    if (options.commit !== false) await this.commit(branch);
    const run = options.run ?? (await this.github.startRun({ event: 'push', headBranch: branch }));
    return this.#visit(run, await pushTrigger(this.github, branch), options);
  }

  async schedule(options: VisitOptions = {}): Promise<Visit> {
    const run = await this.github.startRun({ event: 'schedule' });
    return this.#visit(run, await scheduleTrigger(this.github), options);
  }

  async dispatch(branch: string, options: VisitOptions = {}): Promise<Visit> {
    const run = await this.github.startRun({ event: 'workflow_dispatch', headBranch: branch });
    return this.#visit(run, await dispatchTrigger(this.github, branch), options);
  }

  async mergeGroup(pull: Pull, options: VisitOptions = {}): Promise<Visit> {
    const trigger = await mergeGroupTrigger(this.github, pull);
    const headBranch = trigger.ref.replace('refs/heads/', '');
    const run = await this.github.startRun({ event: 'merge_group', headBranch, headSha: trigger.sha });
    return this.#visit(run, trigger, options);
  }

  /** A pull request with a commit of its own. */
  async openPull(branch = 'feature', fork?: Repository): Promise<Pull> {
    const at = fork === undefined ? {} : { repository: fork };
    await this.github.commit({ branch, files: { 'src/pipeline.js': `// ${branch}\n` }, ...at });
    return this.github.openPull({ head: branch, ...(fork === undefined ? {} : { fork }) });
  }

  /** The run of a pull request's newest commit. */
  async check(pull: Pull, options: VisitOptions = {}): Promise<Visit> {
    const run = options.run ?? (await this.github.startRun({ event: 'pull_request', pull }));
    return this.#visit(run, await pullRequestTrigger(this.github, pull), options);
  }

  /** The trusted half, after a run has ended. */
  async comment(finished: WorkflowRun, options: VisitOptions = {}): Promise<Visit> {
    const run = await this.github.startRun({ event: 'workflow_run', workflow: '.github/workflows/comment.yml' });
    const trigger = await workflowRunTrigger(this.github, finished);
    const job = new Job({
      github: this.github,
      run,
      trigger,
      action: commentFile,
      actionPath: join(actionPath, 'comment'),
      inputs: options.inputs ?? {},
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.token === undefined ? {} : { token: options.token }),
    });
    const step = await job.main();
    await job.end();
    this.github.finishRun(run);
    return { step, post: undefined, run };
  }

  /** A job that a test starts and ends itself. */
  job(run: WorkflowRun, trigger: Trigger, options: VisitOptions = {}): Job {
    const { inputs, matrix, token, env, toolCache = sharedToolCache } = options;
    const given: JobOptions = {
      github: this.github,
      run,
      trigger,
      action: actionFile,
      actionPath,
      inputs: { ...usualInputs, ...inputs },
      toolCache,
      workspace: options.workspace ?? this.#workspace(options),
      ...(matrix === undefined ? {} : { matrix }),
      ...(token === undefined ? {} : { token }),
      ...(env === undefined ? {} : { env }),
    };
    return new Job(given);
  }

  /** An empty folder that is gone with the journey. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'memory-bench-journey-'));
    this.#folders.push(folder);
    return folder;
  }

  async #visit(run: WorkflowRun, trigger: Trigger, options: VisitOptions): Promise<Visit> {
    const job = this.job(run, trigger, options);
    const step = await job.main();
    const post = await job.post();
    await job.end();
    this.github.finishRun(run, step.outcome === 'cancelled' ? 'cancelled' : step.outcome);
    return { step, post, run };
  }

  #workspace({ pipeline = 'lean', definition, files = {}, tracked = false }: VisitOptions): string {
    const folder = this.folder();
    const all = { 'bench/index.mjs': scenarioFile(pipeline, definition), ...files };
    for (const [path, content] of Object.entries(all)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    for (const command of tracked
      ? [
          ['init', '--quiet'],
          ['add', '.'],
        ]
      : [])
      execFileSync('git', command, { cwd: folder });
    return folder;
  }
}

export type { Execution };
