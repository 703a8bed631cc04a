import { ask, type GitHubApi } from '../api.js';

/** A commit and its parents; the first parent is on the same branch. */
export interface CommitParents {
  readonly sha: string;
  readonly parents: readonly string[];
}

/** Commits per request. */
const pageSize = 100;
/** Maximum number of requests per line. Without merges one is enough; a merge of many commits needs one more. */
const mostPages = 8;

/**
 * Follows first parents from `start` through the known commits, up to `most` of them. `missing` is the first unknown
 * commit; undefined if the line ended at the root commit or at `most`.
 */
export function followFirstParents(
  start: string,
  known: ReadonlyMap<string, CommitParents>,
  most: number,
): { readonly line: string[]; readonly missing: string | undefined } {
  const line: string[] = [];
  let next: string | undefined = start;
  while (next !== undefined && line.length < most) {
    const commit = known.get(next);
    if (commit === undefined) return { line, missing: next };
    line.push(next);
    next = commit.parents[0];
  }
  return { line, missing: undefined };
}

/** A commit and its ancestors on its branch: first parents, fetched on demand. */
export class FirstParentLine {
  readonly #pageFrom: (sha: string) => Promise<readonly CommitParents[]>;
  readonly #start: string;
  readonly #most: number;
  readonly #known = new Map<string, CommitParents>();
  #line: readonly string[] = [];
  #pages = 0;
  #cut = false;

  /** `pageFrom` lists a commit and its ancestors along all parents, newest first. */
  constructor(pageFrom: (sha: string) => Promise<readonly CommitParents[]>, start: string, most: number) {
    this.#pageFrom = pageFrom;
    this.#start = start;
    this.#most = most;
  }

  /** Whether the line was cut off: the history has too many merged commits to follow. */
  get isCut(): boolean {
    return this.#cut;
  }

  /** The commit `index` steps back; undefined beyond the end. */
  async at(index: number): Promise<string | undefined> {
    while (index >= this.#line.length) {
      const { line, missing } = followFirstParents(this.#start, this.#known, this.#most);
      this.#line = line;
      if (index < line.length) break;
      if (missing === undefined || this.#cut) return undefined;
      await this.#fetch(missing);
    }
    return this.#line[index];
  }

  async #fetch(sha: string): Promise<void> {
    if (this.#pages >= mostPages) {
      this.#cut = true;
      return;
    }
    this.#pages += 1;
    for (const commit of await this.#pageFrom(sha)) this.#known.set(commit.sha, commit);
    if (!this.#known.has(sha)) this.#cut = true;
  }
}

/** The first-parent line of a commit of the repository, up to `most` commits long. Its requests throw GitHubError. */
export function firstParentLine(api: GitHubApi, start: string, most: number): FirstParentLine {
  const listingCommits = { doing: `listing the commits before ${start.slice(0, 7)}`, permission: 'contents: read' };
  const pageFrom = async (sha: string) => {
    const request = api.rest.repos.listCommits({ ...api.at, sha, per_page: pageSize });
    const commits = await ask(listingCommits, request);
    return commits.map((commit) => ({ sha: commit.sha, parents: commit.parents.map((parent) => parent.sha) }));
  };
  return new FirstParentLine(pageFrom, start, most);
}
