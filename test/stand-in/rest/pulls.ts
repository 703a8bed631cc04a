import type { Pull, Repository } from '../state.ts';
import { type Call, type Handler, maybeText, notFound, number, paged, Refusal, text } from './call.ts';
import { pullDetails, pullView } from './pull-views.ts';

/** Pull requests. */
export const pulls: Record<string, Handler> = {
  'pulls/list': (call) => {
    const state = maybeText(call.query, 'state') ?? 'open';
    const head = maybeText(call.query, 'head');
    const base = maybeText(call.query, 'base');
    const found = own(call)
      .filter((pull) => state === 'all' || pull.state === state)
      // A head without its owner is no filter, as GitHub has it.
      .filter((pull) => head?.includes(':') !== true || labelOf(pull) === head)
      .filter((pull) => base === undefined || pull.base.ref === base);
    return list(call, sorted(call, found));
  },
  'pulls/get': async (call) => {
    const wanted = number(call.path, 'pull_number');
    const pull = own(call).find((candidate) => candidate.number === wanted);
    if (pull === undefined) throw notFound();
    return { status: 200, body: await pullDetails(call, pull) };
  },
  'pulls/create': async (call) => {
    if (call.body.issue !== undefined) call.notSupported('a pull request made from an issue');
    const [owner, branch] = split(text(call.body, 'head'), call.repository.owner);
    const from = family(call).find((candidate) => candidate.owner === owner);
    const base = text(call.body, 'base');
    if (from === undefined || (await from.git.ref(`heads/${branch}`)) === undefined) throw invalid('head');
    if ((await call.repository.git.ref(`heads/${base}`)) === undefined) throw invalid('base');
    const label = `${owner}:${branch}`;
    if (own(call).some((pull) => pull.state === 'open' && labelOf(pull) === label && pull.base.ref === base)) {
      throw refused(`A pull request already exists for ${label}.`);
    }
    const ahead = await call.repository.git.revisions([
      `${await call.repository.git.ref(`heads/${base}`)}..${await from.git.ref(`heads/${branch}`)}`,
    ]);
    if (ahead.length === 0) throw refused(`No commits between ${base} and ${branch}`);
    const pull = await call.world.openPull(call.repository, {
      head: branch,
      base,
      fork: from,
      title: text(call.body, 'title'),
      body: maybeText(call.body, 'body') ?? null,
      author: call.token?.login ?? 'ghost',
    });
    return { status: 201, body: await pullDetails(call, pull) };
  },
  'repos/list-pull-requests-associated-with-commit': async (call) => {
    const sha = await call.repository.git.commitOf(text(call.path, 'commit_sha'));
    if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${text(call.path, 'commit_sha')}`);
    const found: Pull[] = [];
    for (const pull of call.world.pulls) {
      // Asked for the head commit of a fork, GitHub finds nothing in the base repository, and the pull request in the fork.
      if (pull.head.repository !== call.repository) continue;
      if (!(await contains(pull, sha))) continue;
      found.push(pull);
    }
    return list(call, found);
  },
};

function own(call: Call): Pull[] {
  return call.world.pulls.filter((pull) => pull.repository === call.repository);
}

function family(call: Call): Repository[] {
  return [...call.world.repositories.values()].filter(({ git }) => git.store === call.repository.git.store);
}

async function contains(pull: Pull, sha: string): Promise<boolean> {
  if (sha === pull.head.sha || sha === pull.mergeCommitSha) return true;
  return (await pull.repository.git.revisions([`${pull.base.sha}..${pull.head.sha}`])).includes(sha);
}

function list(call: Call, found: readonly Pull[]) {
  const { items, headers } = paged(call, found);
  return { status: 200, headers, body: items.map((pull) => pullView(call, pull)) };
}

function sorted(call: Call, found: readonly Pull[]): Pull[] {
  const by = maybeText(call.query, 'sort') ?? 'created';
  if (by !== 'created' && by !== 'updated') call.notSupported(`pull requests by ${by}`);
  const direction =
    maybeText(call.query, 'direction') ?? (by === 'created' && call.query.sort !== undefined ? 'asc' : 'desc');
  const key = (pull: Pull) => (by === 'updated' ? pull.updatedAt : pull.createdAt);
  const ascending = [...found].sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number);
  return direction === 'asc' ? ascending : ascending.reverse();
}

function labelOf(pull: Pull): string {
  return `${pull.head.repository.owner}:${pull.head.ref}`;
}

function split(head: string, owner: string): [string, string] {
  const at = head.indexOf(':');
  return at < 0 ? [owner, head] : [head.slice(0, at), head.slice(at + 1)];
}

function invalid(field: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', field, code: 'invalid' }] });
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource: 'PullRequest', code: 'custom', message }] });
}
