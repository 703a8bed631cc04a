// A repository on the GitHub stand-in, and lookups of its baseline without a job around them.
import { type GitHubApi, openApi } from '../../../src/github/api.js';
import type { BaseQuestion } from '../../../src/github/baseline/base.js';
import type { ResolvedBaseline } from '../../../src/github/baseline/resolve.js';
import { type BaselineLookup, githubBaseline } from '../../../src/github/baseline/source.js';
import type { GitHubContext } from '../../../src/github/context.js';
import type { FoundBaseline } from '../../../src/results/baseline.js';
import type { Results } from '../../../src/results/schema.js';
import { createEnvironment, createResults } from '../../builders.ts';
import { GitHub } from '../../stand-in/github.ts';
import type { Artifact, Pull, Token, WorkflowRun } from '../../stand-in/state.ts';

const workflowPath = '.github/workflows/memory-bench.yml';
const noFile: FoundBaseline = { results: undefined, absence: { kind: 'first-run' }, place: '', pending: false };

/** The environment that is measured. */
export const environmentKey = createEnvironment().key;
/** The name of its baselines. */
export const baselineName = `memory-bench-baseline-${environmentKey}`;

/** What differs between lookups. */
export interface Question {
  readonly pull?: Pull;
  /** Commit that is measured; the test merge of a pull request, or the head of `main`. */
  readonly measured?: string;
  readonly event?: string;
  readonly token?: Token;
  readonly ownRunId?: number;
  readonly moment?: 'before' | 'after';
  readonly lookup?: Partial<BaselineLookup>;
}

/** What a lookup came to. */
export interface Answer {
  readonly found: ResolvedBaseline;
  readonly api: GitHubApi;
  readonly warnings: readonly string[];
}

/** A repository whose runs leave baselines. */
export class Baselines {
  readonly github: GitHub;
  #commits = 0;

  private constructor(github: GitHub) {
    this.github = github;
  }

  static async start(): Promise<Baselines> {
    const github = await GitHub.start();
    process.env.GITHUB_API_URL = github.url;
    return new Baselines(github);
  }

  async end(): Promise<void> {
    delete process.env.GITHUB_API_URL;
    await this.github.close();
  }

  /** Commits to a branch, `main` by default. */
  commit(branch = 'main'): Promise<string> {
    this.#commits += 1;
    return this.github.commit({ branch, files: { 'CHANGES.md': `${this.#commits}\n` } });
  }

  /** A finished run of a commit of `main`, its newest by default. */
  async run(request: Partial<Parameters<GitHub['startRun']>[0]> = {}): Promise<WorkflowRun> {
    const run = await this.github.startRun({ event: 'push', ...request });
    this.github.finishRun(run);
    return run;
  }

  /** The baseline of a run, as the run would have stored it. */
  store(run: WorkflowRun, overrides: Partial<Results> = {}, name = baselineName): Promise<Artifact> {
    const results = createResults({ commit: { sha: run.headSha, dirty: false }, ...overrides });
    return this.github.storeArtifact(run, name, { 'baseline.json': JSON.stringify(results) });
  }

  /** A commit of `main` whose run left a baseline. */
  async measured(): Promise<WorkflowRun> {
    await this.commit();
    const run = await this.run();
    await this.store(run);
    return run;
  }

  /** A pull request with one commit. */
  async pull(branch = 'feature'): Promise<Pull> {
    await this.github.commit({ branch, files: { 'src/pipeline.js': `// ${branch}\n` } });
    return this.github.openPull({ head: branch });
  }

  /** Looks the baseline up, as the run of a pull request does before it measures. */
  async lookUp(question: Question = {}): Promise<Answer> {
    const { moment = 'before', token = this.github.token(), lookup = {} } = question;
    const context = this.#contextOf(question);
    const api = await openApi(context, token.value);
    const head = await this.github.repository.git.ref('heads/main');
    const base: BaseQuestion = {
      context,
      measured: question.measured ?? question.pull?.mergeCommitSha ?? head ?? '',
      defaultBranch: 'main',
      isBaselineBranch: (branch) => branch === 'main',
    };
    const warnings: string[] = [];
    const find = githubBaseline(api, {
      source: 'auto',
      question: base,
      artifactOf: (key) => `memory-bench-baseline-${key}`,
      branches: ['main'],
      committed: async () => noFile,
      waitMs: 0,
      signal: new AbortController().signal,
      say: () => {},
      warn: (line) => warnings.push(line),
      ...lookup,
    });
    return { found: await find(environmentKey, moment), api, warnings };
  }

  #contextOf({ pull, event, ownRunId = 1 }: Question): GitHubContext {
    const { owner, name, fullName } = this.github.repository;
    return {
      event: event ?? (pull === undefined ? 'push' : 'pull_request'),
      owner,
      name,
      repositoryUrl: `https://github.com/${fullName}`,
      defaultBranch: 'main',
      branch: pull === undefined ? 'main' : undefined,
      sha: pull?.mergeCommitSha ?? '',
      run: { id: ownRunId, attempt: 1, url: '', workflowPath },
      pull: pull && { number: pull.number, headSha: pull.head.sha, baseRef: pull.base.ref, fromFork: false },
      mergeGroup: undefined,
      finishedRun: undefined,
      enterpriseServer: undefined,
    };
  }
}
