import type { Json } from '../openapi/schema.ts';
import { type Call, type Handler, maybeText, notFound, paged, Refusal, text } from './call.ts';
import { commitOf, commitView, fileViews } from './commit-views.ts';

/** Repositories, branches, and the commit graph. */
export const commits: Record<string, Handler> = {
  'repos/get': ({ views, repository }) => ({ status: 200, body: views.repository(repository) }),
  'repos/get-branch': async (call) => {
    const { views, repository } = call;
    const name = text(call.path, 'branch');
    const sha = await repository.git.ref(`heads/${name}`);
    if (sha === undefined) throw new Refusal(404, 'Branch not found');
    const enabled = repository.protectedBranches.has(name);
    const self = views.link(repository, `/branches/${name}`);
    const body = {
      name,
      commit: await one(call, sha),
      _links: { self, html: views.page(repository, `/tree/${name}`) },
      protected: enabled,
      protection: { enabled },
      protection_url: `${self}/protection`,
    };
    return { status: 200, body };
  },
  'repos/get-commit': async (call) => {
    const sha = await call.repository.git.commitOf(text(call.path, 'ref'));
    if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${text(call.path, 'ref')}`);
    const [commit] = await call.repository.git.commits([sha]);
    if (commit === undefined) throw notFound();
    const files = fileViews(call, sha, await call.repository.git.changes(commit.parents[0], sha));
    return { status: 200, body: { ...commitView(call, commit), stats: totals(files), files } };
  },
  'repos/list-commits': async (call) => {
    for (const name of ['committer']) if (call.query[name] !== undefined) call.notSupported(`commits by ${name}`);
    const start = await commitOf(call.repository, maybeText(call.query, 'sha') ?? call.repository.defaultBranch);
    const path = maybeText(call.query, 'path');
    const shas = await call.repository.git.revisions([
      ...option(call, 'since', '--since'),
      ...option(call, 'until', '--until'),
      ...option(call, 'author', '--author'),
      start,
      ...(path === undefined ? [] : ['--', path]),
    ]);
    const { items, headers } = paged(call, shas);
    const found = await call.repository.git.commits(items);
    return { status: 200, headers, body: found.map((commit) => commitView(call, commit)) };
  },
  'repos/compare-commits-with-basehead': async (call) => {
    const { views, repository } = call;
    const basehead = text(call.path, 'basehead');
    const [baseName = '', headName = ''] = basehead.split('...');
    const base = await named(call, baseName);
    const head = await named(call, headName);
    const merge = await repository.git.mergeBase(base, head);
    if (merge === undefined) throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
    const ahead = (await repository.git.revisions([`${base}..${head}`])).reverse();
    const behind = await repository.git.revisions([`${head}..${base}`]);
    const { items, headers } = paged(call, ahead);
    const page = Number(call.query.page ?? 1);
    const html = views.page(repository, `/compare/${basehead}`);
    const body = {
      url: views.link(repository, `/compare/${basehead}`),
      html_url: html,
      permalink_url: views.page(repository, `/compare/${base}...${head}`),
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: await one(call, base),
      merge_base_commit: await one(call, merge),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: (await repository.git.commits(items)).map((commit) => commitView(call, commit)),
      // Only the first page has the files.
      ...(page === 1 ? { files: fileViews(call, head, await repository.git.changes(merge, head)) } : {}),
    };
    return { status: 200, headers, body };
  },
};

async function one(call: Call, sha: string): Promise<Json> {
  const [commit] = await call.repository.git.commits([sha]);
  if (commit === undefined) throw notFound();
  return commitView(call, commit);
}

/** A side of a comparison: a name, or one of a fork as `owner:name`. */
async function named(call: Call, name: string): Promise<string> {
  const [owner, ref] = name.includes(':') ? name.split(':') : [call.repository.owner, name];
  const fork = [...call.world.repositories.values()].find(
    (candidate) => candidate.owner === owner && candidate.git.store === call.repository.git.store,
  );
  if (fork === undefined) throw notFound();
  return commitOf(fork, ref ?? '');
}

function option(call: Call, name: string, flag: string): string[] {
  const value = maybeText(call.query, name);
  return value === undefined ? [] : [`${flag}=${value}`];
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

function totals(files: readonly Json[]): Json {
  const sum = (name: string) => files.reduce((total, file) => total + Number(file[name]), 0);
  return { additions: sum('additions'), deletions: sum('deletions'), total: sum('changes') };
}
