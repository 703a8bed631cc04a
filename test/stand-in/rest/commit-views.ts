import type { FileChange, GitCommit, Signature } from '../git-repository.ts';
import type { Json } from '../openapi/schema.ts';
import type { Repository } from '../state.ts';
import { type Call, notFound, Refusal } from './call.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

/** The commit a name stands for, or 404. */
export async function commitOf(repository: Repository, name: string): Promise<string> {
  const sha = await repository.git.commitOf(name);
  if (sha === undefined) throw notFound();
  return sha;
}

/** A commit as `/commits` and `/compare` show it. */
export function commitView({ views, repository }: Call, commit: GitCommit): Json {
  const url = views.link(repository, `/commits/${commit.sha}`);
  return {
    sha: commit.sha,
    node_id: views.node('Commit', commit.sha),
    commit: {
      author: { ...commit.author },
      committer: { ...commit.committer },
      message: commit.message,
      tree: { sha: commit.tree, url: views.link(repository, `/git/trees/${commit.tree}`) },
      url: views.link(repository, `/git/commits/${commit.sha}`),
      comment_count: 0,
      verification: UNSIGNED,
    },
    url,
    html_url: views.page(repository, `/commit/${commit.sha}`),
    comments_url: `${url}/comments`,
    author: views.user(commit.author.name),
    committer: views.user(commit.committer.name),
    parents: commit.parents.map((sha) => ({
      sha,
      url: views.link(repository, `/commits/${sha}`),
      html_url: views.page(repository, `/commit/${sha}`),
    })),
  };
}

/** A commit as the git database calls show it. */
export function gitCommitView({ views, repository }: Call, commit: GitCommit): Json {
  const link = (sha: string) => ({
    sha,
    url: views.link(repository, `/git/commits/${sha}`),
    html_url: views.page(repository, `/commit/${sha}`),
  });
  return {
    ...link(commit.sha),
    node_id: views.node('Commit', commit.sha),
    author: { ...commit.author },
    committer: { ...commit.committer },
    message: commit.message,
    tree: { sha: commit.tree, url: views.link(repository, `/git/trees/${commit.tree}`) },
    parents: commit.parents.map(link),
    verification: UNSIGNED,
  };
}

/** The files of a comparison or commit. */
export function fileViews({ views, repository }: Call, at: string, changes: readonly FileChange[]): Json[] {
  return changes.slice(0, 300).map(({ path, status, sha, additions, deletions }) => ({
    sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: views.page(repository, `/blob/${at}/${path}`),
    raw_url: views.page(repository, `/raw/${at}/${path}`),
    contents_url: views.link(repository, `/contents/${path}?ref=${at}`),
  }));
}

/** Who a commit made through the API is by: as the request says, else the token's owner. */
export function signature(call: Call, given: unknown): Signature {
  const login = call.token?.login ?? 'ghost';
  const fields: Json = typeof given === 'object' && given !== null ? { ...given } : {};
  return {
    name: typeof fields.name === 'string' ? fields.name : login,
    email: typeof fields.email === 'string' ? fields.email : `${login}@users.noreply.github.com`,
    date: typeof fields.date === 'string' ? fields.date : call.world.clock.now(),
  };
}

/** Refuses what a protected branch refuses. */
export function refuseProtected(call: Call, branch: string, status: number): void {
  if (!call.repository.protectedBranches.has(branch)) return;
  throw new Refusal(status, 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n');
}
