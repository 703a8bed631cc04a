import { seconds } from './clock.ts';
import type { GitStore } from './git-store.ts';

/** Who wrote a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** RFC 3339, in whole seconds. */
  readonly date: string;
}

/** A commit as git stores it. */
export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** One line of a tree. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

/** What changed in one file between two commits. */
export interface FileChange {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

/** An entry to put into a tree; no `sha` removes the path. */
export interface TreeChange {
  readonly path: string;
  readonly mode?: string;
  readonly sha?: string | undefined;
}

const NO_SHA = '0'.repeat(40);
const STATUSES: Record<string, FileChange['status']> = { A: 'added', D: 'removed' };

/** One repository in a store. A fork shares its parent's objects and has branches of its own. */
export class GitRepository {
  readonly store: GitStore;
  readonly #prefix: string;

  constructor(store: GitStore, fork?: string) {
    this.store = store;
    this.#prefix = fork === undefined ? 'refs/' : `refs/forks/${fork}/`;
  }

  /** The commit (or tag object) a branch, tag, `heads/...` name or SHA stands for. */
  async resolve(name: string): Promise<string | undefined> {
    const short = name.replace(/^refs\//, '');
    for (const candidate of [short, `heads/${short}`, `tags/${short}`]) {
      const sha = await this.ref(candidate);
      if (sha !== undefined) return sha;
    }
    if (!/^[0-9a-f]{7,40}$/.test(name)) return undefined;
    return this.store.maybe(['rev-parse', '--verify', '--quiet', `${name}^{object}`]);
  }

  /** The commit a name stands for, annotated tags followed. */
  async commitOf(name: string): Promise<string | undefined> {
    const sha = await this.resolve(name);
    return sha === undefined ? undefined : this.store.maybe(['rev-parse', '--verify', '--quiet', `${sha}^{commit}`]);
  }

  /** The object `refs/<name>` points at. */
  ref(name: string): Promise<string | undefined> {
    return this.store.maybe(['rev-parse', '--verify', '--quiet', `${this.#prefix}${name}`]);
  }

  /** All refs that begin with `refs/<beginning>`, with the object and its type. */
  async refs(beginning: string): Promise<{ name: string; sha: string; type: string }[]> {
    const format = '--format=%(refname) %(objectname) %(objecttype)';
    const lines = (await this.store.text(['for-each-ref', format])).split('\n').filter((line) => line !== '');
    return lines
      .map((line) => line.split(' '))
      .map(([name = '', sha = '', type = '']) => ({ name, sha, type }))
      .filter(({ name }) => name.startsWith(`${this.#prefix}${beginning}`))
      .map(({ name, ...rest }) => ({ name: name.slice(this.#prefix.length), ...rest }));
  }

  /** Points `refs/<name>` at an object; no object removes it. */
  async setRef(name: string, sha: string | undefined): Promise<void> {
    const full = `${this.#prefix}${name}`;
    await this.store.text(sha === undefined ? ['update-ref', '-d', full] : ['update-ref', full, sha]);
  }

  /** The type of an object: blob, tree, commit, tag. */
  type(sha: string): Promise<string | undefined> {
    return this.store.maybe(['cat-file', '-t', sha]);
  }

  /** The bytes of a blob. */
  blob(sha: string): Promise<Buffer> {
    return this.store.bytes(['cat-file', 'blob', sha]);
  }

  /** Stores a blob. */
  writeBlob(content: string | Buffer): Promise<string> {
    return this.store.text(['hash-object', '-w', '--stdin'], { input: content });
  }

  /** The entries of a tree (or of the tree of a commit), one path of it if asked. */
  async tree(sha: string, { recursive = false, path = '' } = {}): Promise<TreeEntry[]> {
    const where = path === '' ? sha : `${sha}:${path}`;
    const output = await this.store.text(['ls-tree', '-z', '--long', ...(recursive ? ['-r', '-t'] : []), where]);
    return output.split('\0').flatMap((line) => {
      const found = /^(\d+) (\w+) (\w+) +(\S+)\t(.+)$/s.exec(line);
      if (found === null) return [];
      const [, mode = '', type = '', entry = '', size = '-', name = ''] = found;
      return [{ path: name, mode, type, sha: entry, ...(size === '-' ? {} : { size: Number(size) }) }];
    });
  }

  /** Stores a tree: the entries of `base` with changes applied. */
  async writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string> {
    const env = this.store.scratchIndex();
    await this.store.text(['read-tree', ...(base === undefined ? ['--empty'] : [base])], { env });
    const lines = changes.map(({ path, mode = '100644', sha }) =>
      sha === undefined ? `0 ${NO_SHA}\t${path}` : `${mode} ${sha}\t${path}`,
    );
    // git takes an empty list for a malformed one.
    const input = lines.map((line) => `${line}\n`).join('');
    if (input !== '') await this.store.text(['update-index', '--add', '--index-info'], { env, input });
    return this.store.text(['write-tree'], { env });
  }

  /** Stores a commit. */
  writeCommit(commit: Omit<GitCommit, 'sha'>): Promise<string> {
    const parents = commit.parents.flatMap((parent) => ['-p', parent]);
    return this.store.text(['commit-tree', commit.tree, ...parents], {
      input: commit.message,
      env: { ...identity('AUTHOR', commit.author), ...identity('COMMITTER', commit.committer) },
    });
  }

  /** Reads commits, in one go. */
  async commits(shas: readonly string[]): Promise<GitCommit[]> {
    if (shas.length === 0) return [];
    const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f');
    const output = await this.store.text(['log', '--no-walk=unsorted', '-z', `--format=${format}`, '--stdin'], {
      input: `${shas.join('\n')}\n`,
    });
    return output.split('\0').flatMap((record) => (record === '' ? [] : [parsed(record)]));
  }

  /** SHAs newest first: what git rev-list says to the given arguments. */
  async revisions(args: readonly string[]): Promise<string[]> {
    return (await this.store.text(['rev-list', ...args])).split('\n').filter((line) => line !== '');
  }

  /** The best common ancestor. */
  mergeBase(one: string, other: string): Promise<string | undefined> {
    return this.store.maybe(['merge-base', one, other]);
  }

  /** What a merge of two commits looks like, undefined when they conflict. */
  async mergeTree(ours: string, theirs: string): Promise<string | undefined> {
    return (await this.store.maybe(['merge-tree', '--write-tree', ours, theirs]))?.split('\n')[0];
  }

  /** The files that differ between two commits; no `from` compares with nothing. */
  async changes(from: string | undefined, to: string): Promise<FileChange[]> {
    const trees = from === undefined ? ['--root', to] : [from, to];
    const arguments_ = ['diff-tree', '-r', '--no-renames', '--no-commit-id', '-z', ...trees];
    const raw = (await this.store.text([...arguments_, '--raw', '--no-abbrev'])).split('\0');
    const counts = new Map(
      (await this.store.text([...arguments_, '--numstat'])).split('\0').map((line) => {
        const [additions = '', deletions = '', path = ''] = line.split('\t');
        return [path, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 }];
      }),
    );
    const changes: FileChange[] = [];
    for (let index = 0; index + 1 < raw.length; index += 2) {
      const [, , before = '', after = '', letter = 'M'] = (raw[index] ?? '').split(' ');
      const path = raw[index + 1] ?? '';
      const status = STATUSES[letter] ?? 'modified';
      const count = counts.get(path) ?? { additions: 0, deletions: 0 };
      changes.push({ path, status, sha: status === 'removed' ? before : after, ...count });
    }
    return changes;
  }

  /** Writes the files of a commit into a directory, as actions/checkout would. */
  async checkout(sha: string, directory: string): Promise<void> {
    const env = { ...this.store.scratchIndex(), GIT_WORK_TREE: directory };
    await this.store.text(['-C', directory, 'read-tree', sha], { env });
    await this.store.text(['-C', directory, 'checkout-index', '--all', '--force'], { env });
  }
}

function identity(role: 'AUTHOR' | 'COMMITTER', { name, email, date }: Signature): Record<string, string> {
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: email, [`GIT_${role}_DATE`]: date };
}

function parsed(record: string): GitCommit {
  const [sha = '', tree = '', parents = '', ...rest] = record.split('\x1f');
  const [name = '', email = '', date = '', committer = '', committerEmail = '', committed = '', message = ''] = rest;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name, email, date: utc(date) },
    committer: { name: committer, email: committerEmail, date: utc(committed) },
    message: message.replace(/\n+$/, ''),
  };
}

function utc(date: string): string {
  return seconds(date);
}
