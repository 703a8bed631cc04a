import { randomUUID } from 'node:crypto';
import type { NewCommit, NewPull, NewRun } from './additions.ts';
import { Clock, DAY, seconds } from './clock.ts';
import { GitRepository, type TreeChange } from './git-repository.ts';
import { GitStore } from './git-store.ts';
import type { Artifact, Comment, Pull, Release, Repository, Token, Workflow, WorkflowRun } from './state.ts';

/** Everything the stand-in remembers, and how a test changes it behind the API's back. */
export class World {
  readonly repositories = new Map<string, Repository>();
  readonly tokens = new Map<string, Token>();
  readonly pulls: Pull[] = [];
  readonly comments: Comment[] = [];
  readonly runs: WorkflowRun[] = [];
  readonly artifacts: Artifact[] = [];
  readonly clock = new Clock();
  readonly #stores: GitStore[] = [];
  #lastId = 1000;
  #commits = 0;

  /** The next number nobody has yet. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Makes a repository without a commit. */
  async addRepository(
    fullName: string,
    options: { private?: boolean; defaultBranch?: string } = {},
  ): Promise<Repository> {
    const store = await GitStore.create();
    this.#stores.push(store);
    return this.#keep(fullName, new GitRepository(store), undefined, options);
  }

  /** Makes a fork that has all branches of its parent. */
  async addFork(parent: Repository, owner: string): Promise<Repository> {
    const git = new GitRepository(parent.git.store, owner);
    for (const { name, sha } of await parent.git.refs('heads/')) await git.setRef(name, sha);
    return this.#keep(`${owner}/${parent.name}`, git, parent, { defaultBranch: parent.defaultBranch });
  }

  /** Commits files to a branch, which is made when it is not there, and returns the SHA. Open pull requests follow. */
  async commit(repository: Repository, change: Omit<NewCommit, 'repository'>): Promise<string> {
    const { git } = repository;
    const existing = await git.ref(`heads/${change.branch}`);
    const parent = existing ?? (await git.commitOf(change.from ?? repository.defaultBranch));
    this.#commits += 1;
    const changes: TreeChange[] = [];
    for (const [path, content] of Object.entries(change.files ?? {})) {
      changes.push({ path, sha: content === null ? undefined : await git.writeBlob(content) });
    }
    // A second apart, ending before now: commits made in one second would have no order.
    const date = seconds(Date.now() - DAY + this.#commits * 1000);
    const login = change.author ?? repository.owner;
    const author = { name: login, email: `${login}@users.noreply.github.com`, date };
    const sha = await git.writeCommit({
      tree: await git.writeTree(parent, changes),
      parents: parent === undefined ? [] : [parent],
      author,
      committer: author,
      message: change.message ?? `Commit ${this.#commits}`,
    });
    await this.moveBranch(repository, change.branch, sha);
    return sha;
  }

  /** Points a branch at a commit, and the pull requests that are open on it. */
  async moveBranch(repository: Repository, branch: string, sha: string): Promise<void> {
    await repository.git.setRef(`heads/${branch}`, sha);
    for (const pull of this.pulls.filter(({ state }) => state === 'open')) {
      if (pull.head.repository === repository && pull.head.ref === branch) pull.head.sha = sha;
      else if (pull.repository === repository && pull.base.ref === branch) pull.base.sha = sha;
      else continue;
      pull.updatedAt = this.clock.now();
      await this.#testMerge(pull);
    }
  }

  /** Opens a pull request, with the test merge a `pull_request` run checks out. */
  async openPull(repository: Repository, request: NewPull & { readonly body?: string | null }): Promise<Pull> {
    const from = request.fork ?? repository;
    const base = request.base ?? repository.defaultBranch;
    const now = this.clock.now();
    const pull: Pull = {
      id: this.nextId(),
      number: this.pulls.length + 1,
      repository,
      title: request.title ?? request.head,
      body: request.body ?? null,
      author: request.author ?? from.owner,
      base: { ref: base, sha: await branchHead(repository, base) },
      head: { ref: request.head, sha: await branchHead(from, request.head), repository: from },
      createdAt: now,
      updatedAt: now,
      state: 'open',
      mergedAt: null,
      mergeCommitSha: null,
    };
    await this.#testMerge(pull);
    this.pulls.push(pull);
    return pull;
  }

  /** Merges a pull request into its base branch and returns the merge commit. */
  async mergePull(pull: Pull): Promise<string> {
    if (pull.mergeCommitSha === null) throw new Error(`pull request ${pull.number} has conflicts`);
    const merge = pull.mergeCommitSha;
    pull.state = 'closed';
    pull.mergedAt = this.clock.now();
    await this.moveBranch(pull.repository, pull.base.ref, merge);
    return merge;
  }

  /** Starts a run of a workflow; it is in progress until a test finishes it. */
  async startRun(repository: Repository, request: NewRun): Promise<WorkflowRun> {
    const headRepository = request.headRepository ?? request.pull?.head.repository ?? repository;
    const headBranch = request.headBranch ?? request.pull?.head.ref ?? repository.defaultBranch;
    const workflow = this.workflow(repository, request.workflow ?? '.github/workflows/memory-bench.yml');
    const now = this.clock.now();
    const run: WorkflowRun = {
      id: this.nextId(),
      number: this.runs.filter((other) => other.workflow === workflow).length + 1,
      attempt: 1,
      repository,
      headRepository,
      workflow,
      event: request.event,
      headBranch,
      headSha: request.headSha ?? request.pull?.head.sha ?? (await branchHead(headRepository, headBranch)),
      actor: request.actor ?? request.pull?.author ?? headRepository.owner,
      // GitHub names no pull request in the run of a fork.
      pulls: request.pull === undefined || request.pull.head.repository !== repository ? [] : [request.pull],
      createdAt: now,
      ...this.#attempt(),
      jobName: request.job ?? 'memory',
      updatedAt: now,
      status: 'in_progress',
      conclusion: null,
    };
    this.runs.push(run);
    return run;
  }

  /** Starts another attempt of a run, in its place. */
  rerun(run: WorkflowRun): WorkflowRun {
    const again: WorkflowRun = {
      ...run,
      ...this.#attempt(),
      attempt: run.attempt + 1,
      status: 'in_progress',
      conclusion: null,
    };
    this.runs[this.runs.indexOf(run)] = again;
    return again;
  }

  /** Ends a run. */
  finishRun(run: WorkflowRun, conclusion: NonNullable<WorkflowRun['conclusion']> = 'success'): void {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.updatedAt = this.clock.now();
  }

  /** The workflow of a file, known from the first time it is asked for. */
  workflow(repository: Repository, path: string): Workflow {
    const known = repository.workflows.find((workflow) => workflow.path === path);
    if (known !== undefined) return known;
    const name = path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
    const workflow = { id: this.nextId(), name, path, createdAt: this.clock.now() };
    repository.workflows.push(workflow);
    return workflow;
  }

  /** Publishes a release. */
  addRelease(repository: Repository, tag: string, assets: Readonly<Record<string, Buffer>> = {}): Release {
    const files = Object.entries(assets).map(([name, content]) => ({ id: this.nextId(), name, content }));
    const release = {
      id: this.nextId(),
      tag,
      createdAt: this.clock.now(),
      draft: false,
      prerelease: false,
      assets: files,
    };
    repository.releases.push(release);
    return release;
  }

  /** Removes what is on disk. */
  async remove(): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.remove()));
  }

  #attempt(): { backendId: string; jobBackendId: string; jobId: number } {
    return { backendId: randomUUID(), jobBackendId: randomUUID(), jobId: this.nextId() };
  }

  #keep(
    fullName: string,
    git: GitRepository,
    parent: Repository | undefined,
    options: { private?: boolean; defaultBranch?: string },
  ): Repository {
    const [owner = '', name = ''] = fullName.split('/');
    const repository: Repository = {
      id: this.nextId(),
      owner,
      name,
      fullName,
      defaultBranch: options.defaultBranch ?? 'main',
      private: options.private ?? false,
      parent,
      git,
      protectedBranches: new Set(),
      workflows: [],
      releases: [],
    };
    this.repositories.set(fullName.toLowerCase(), repository);
    return repository;
  }

  async #testMerge(pull: Pull): Promise<void> {
    const { git } = pull.repository;
    const tree = await git.mergeTree(pull.base.sha, pull.head.sha);
    const signature = { name: 'GitHub', email: 'noreply@github.com', date: this.clock.now() };
    pull.mergeCommitSha =
      tree === undefined
        ? null
        : await git.writeCommit({
            tree,
            parents: [pull.base.sha, pull.head.sha],
            author: signature,
            committer: signature,
            message: `Merge ${pull.head.sha} into ${pull.base.sha}`,
          });
    await git.setRef(`pull/${pull.number}/head`, pull.head.sha);
    if (pull.mergeCommitSha !== null) await git.setRef(`pull/${pull.number}/merge`, pull.mergeCommitSha);
  }
}

async function branchHead(repository: Repository, branch: string): Promise<string> {
  const sha = await repository.git.ref(`heads/${branch}`);
  if (sha === undefined) throw new Error(`${repository.fullName} has no branch ${branch}`);
  return sha;
}
