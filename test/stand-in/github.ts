import { randomBytes } from 'node:crypto';
import type { NewCommit, NewPull, NewRun } from './additions.ts';
import type { Fault } from './faults.ts';
import { RunnerNetwork } from './network.ts';
import { GitHubServer, type SeenRequest } from './server.ts';
import type { Artifact, Comment, Permissions, Pull, Release, Repository, Token, WorkflowRun } from './state.ts';

/** What a workflow's token may do when it is granted what this action asks for. */
export const WRITE: Permissions = { actions: 'read', contents: 'write', issues: 'write', 'pull-requests': 'write' };

/** What the token of a pull request from a fork may do. */
export const READ_ONLY: Permissions = { actions: 'read', contents: 'read', issues: 'read', 'pull-requests': 'read' };

/** A GitHub of one's own: real HTTP, real git, real blobs, and a test's hand on its state. */
export class GitHub {
  /** The address of the API and of the results service. */
  readonly url: string;
  /** The repository the tests are about. */
  readonly repository: Repository;
  readonly server: GitHubServer;
  /** The network of its runners. */
  readonly network: RunnerNetwork;

  private constructor(url: string, repository: Repository, server: GitHubServer, network: RunnerNetwork) {
    this.url = url;
    this.repository = repository;
    this.server = server;
    this.network = network;
  }

  /** Starts one with a repository that has a first commit on its default branch. */
  static async start(fullName = 'acme/search'): Promise<GitHub> {
    const server = new GitHubServer();
    const repository = await server.world.addRepository(fullName);
    await server.world.commit(repository, { branch: repository.defaultBranch, files: { 'README.md': '# Search\n' } });
    const url = await server.listen();
    return new GitHub(url, repository, server, await RunnerNetwork.start(Number(new URL(url).port)));
  }

  /** Every comment of a pull request (or of all), in the order they were written. */
  comments(pull?: Pull): readonly Comment[] {
    return this.server.world.comments.filter(({ issueNumber }) => pull === undefined || issueNumber === pull.number);
  }

  /** Every finished artifact, oldest first. */
  get artifacts(): readonly Artifact[] {
    return this.server.world.artifacts.filter(({ finalized }) => finalized);
  }

  /** The requests for an operation (or all), in order. */
  requests(operation?: string): readonly SeenRequest[] {
    if (operation !== undefined) this.server.checked(operation);
    return this.server.seen.filter((request) => operation === undefined || request.operation === operation);
  }

  /** Issues a token; without permissions it is one that may write. */
  token(permissions: Permissions = WRITE, login = 'github-actions[bot]'): Token {
    const token = { value: `ghs_${randomBytes(18).toString('hex')}`, login, permissions };
    this.server.world.tokens.set(token.value, token);
    return token;
  }

  /** Commits files to a branch, which starts at the default branch when it is new, and returns the SHA. */
  commit({ repository = this.repository, ...change }: NewCommit): Promise<string> {
    return this.server.world.commit(repository, change);
  }

  /** Merges a branch into another with all its commits, as the merge button does, and returns the merge commit. */
  async mergeBranch(head: string, base = this.repository.defaultBranch): Promise<string> {
    const pull = await this.openPull({ head, base });
    return this.mergePull(pull);
  }

  /** Makes a fork of the repository. */
  fork(owner: string): Promise<Repository> {
    return this.server.world.addFork(this.repository, owner);
  }

  /** Opens a pull request. */
  openPull(request: NewPull): Promise<Pull> {
    return this.server.world.openPull(this.repository, request);
  }

  /** Merges a pull request and returns the new head of its base branch. */
  mergePull(pull: Pull): Promise<string> {
    return this.server.world.mergePull(pull);
  }

  /** Starts a workflow run of the repository. */
  startRun(request: NewRun): Promise<WorkflowRun> {
    return this.server.world.startRun(this.repository, request);
  }

  /** Starts the next attempt of a run; the object of the earlier attempt is history. */
  rerun(run: WorkflowRun): WorkflowRun {
    return this.server.world.rerun(run);
  }

  /** Ends a run. */
  finishRun(run: WorkflowRun, conclusion?: NonNullable<WorkflowRun['conclusion']>): void {
    this.server.world.finishRun(run, conclusion);
  }

  /** Publishes a release, of another repository too. */
  async release(fullName: string, tag: string, assets: Readonly<Record<string, Buffer>> = {}): Promise<Release> {
    const { world } = this.server;
    const repository = world.repositories.get(fullName.toLowerCase()) ?? (await world.addRepository(fullName));
    return world.addRelease(repository, tag, assets);
  }

  /** Writes a comment behind the API's back. */
  writeComment(pull: Pull, author: string, body: string): Comment {
    const now = this.server.world.clock.now();
    const id = this.server.world.nextId();
    const issueNumber = pull.number;
    const comment = { id, repository: pull.repository, issueNumber, author, createdAt: now, updatedAt: now, body };
    this.server.world.comments.push(comment);
    return comment;
  }

  /** Ends an artifact's life. */
  expire(artifact: Artifact): void {
    artifact.expiresAt = this.server.world.clock.inDays(-1);
  }

  /** Lets days pass on GitHub's clock. */
  passDays(days: number): void {
    this.server.world.clock.passDays(days);
  }

  /** Lets a branch take changes through pull requests only. */
  protect(branch: string): void {
    this.repository.protectedBranches.add(branch);
  }

  /** Lets the next request for an operation fail, or as many as the fault says. */
  fault(operation: string, fault: Fault): void {
    this.server.faults.add(this.server.checked(operation), fault);
  }

  /** Leaves so many requests of the hour's limit, until a moment. */
  leaveRequests(left: number, resetsAt?: Date): void {
    this.server.rateLimit.leave(left, resetsAt);
  }

  /** Resolves when the next request for an operation arrives. */
  nextRequest(operation: string): Promise<void> {
    return this.server.nextRequest(this.server.checked(operation));
  }

  /** Breaches of GitHub's contract, by the client or by the stand-in itself. */
  get violations(): readonly string[] {
    return this.server.violations;
  }

  /** Fails when anything broke GitHub's contract. */
  expectNoViolations(): void {
    if (this.violations.length > 0) throw new Error(`GitHub's contract was broken:\n${this.violations.join('\n')}`);
  }

  /** Ends it and removes what it kept on disk. */
  async close(): Promise<void> {
    await this.network.close();
    await this.server.close();
  }
}
