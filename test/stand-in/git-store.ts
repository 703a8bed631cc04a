import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How one git command is run. */
export interface GitOptions {
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
}

/** A git command that failed; GitHub's answer is made from it. */
export class GitError extends Error {}

/** A bare git repository on disk: the objects of a repository and all its forks, as GitHub keeps them. */
export class GitStore {
  readonly directory: string;
  #scratch = 0;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** Makes an empty store in the temporary directory. */
  static async create(): Promise<GitStore> {
    const store = new GitStore(await mkdtemp(join(tmpdir(), 'github-git-')));
    await store.text(['init', '--quiet', '--bare', '--initial-branch=main', store.directory]);
    return store;
  }

  /** Runs git and returns its output without the last line break. */
  async text(args: readonly string[], options: GitOptions = {}): Promise<string> {
    return (await this.bytes(args, options)).toString('utf8').replace(/\n$/, '');
  }

  /** Runs git and returns its output, or undefined when git says no. */
  async maybe(args: readonly string[], options: GitOptions = {}): Promise<string | undefined> {
    try {
      return await this.text(args, options);
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }

  /** Runs git and returns its output byte for byte. */
  bytes(args: readonly string[], { input, env }: GitOptions = {}): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const git = spawn('git', ['-c', 'core.quotePath=false', ...args], { env: { ...this.#environment(), ...env } });
      const output: Buffer[] = [];
      const complaints: Buffer[] = [];
      git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      git.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
      git.on('error', reject);
      git.on('close', (code) => {
        if (code === 0) resolve(Buffer.concat(output));
        else reject(new GitError(`git ${args.join(' ')}: ${Buffer.concat(complaints).toString('utf8').trim()}`));
      });
      // A git that refuses its arguments is gone before it reads.
      git.stdin.on('error', () => undefined);
      git.stdin.end(input);
    });
  }

  /** The environment of an index file nobody else uses. */
  scratchIndex(): Record<string, string> {
    this.#scratch += 1;
    return { GIT_INDEX_FILE: join(this.directory, `scratch-index-${this.#scratch}`) };
  }

  /** Removes the store. */
  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  #environment(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: this.directory,
      GIT_DIR: this.directory,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
  }
}
