import type { TreeEntry } from '../git-repository.ts';
import type { Json } from '../openapi/schema.ts';
import { type Call, type Handler, maybeText, notFound, Refusal, text } from './call.ts';
import { commitOf, gitCommitView, refuseProtected, signature } from './commit-views.ts';

const INLINE_LIMIT = 2 ** 20;

/** Files by path: the contents API. */
export const contents: Record<string, Handler> = {
  'repos/get-content': async (call) => {
    const path = text(call.path, 'path').replace(/\/$/, '');
    const ref = maybeText(call.query, 'ref') ?? call.repository.defaultBranch;
    const sha = await commitOf(call.repository, ref);
    const entry = await entryAt(call, sha, path);
    if (entry === undefined) throw notFound();
    if (entry.type === 'tree') {
      const entries = await call.repository.git.tree(sha, { path });
      return {
        status: 200,
        body: entries.map((child) => itemView(call, { ...child, path: `${path}/${child.path}` }, ref)),
      };
    }
    const bytes = await call.repository.git.blob(entry.sha);
    if (/github\.raw/.test(call.accept)) return { status: 200, body: bytes };
    // Above one mebibyte GitHub answers without the content.
    const inline =
      bytes.length > INLINE_LIMIT
        ? { content: '', encoding: 'none' }
        : { content: bytes.toString('base64').replaceAll(/(.{60})/g, '$1\n'), encoding: 'base64' };
    return { status: 200, body: { ...itemView(call, { ...entry, path }, ref), ...inline } };
  },
  'repos/create-or-update-file-contents': async (call) => {
    const { git, defaultBranch } = call.repository;
    const path = text(call.path, 'path');
    const branch = maybeText(call.body, 'branch') ?? defaultBranch;
    const parent = await git.ref(`heads/${branch}`);
    if (parent === undefined) throw new Refusal(404, `Branch ${branch} not found`);
    refuseProtected(call, branch, 409);
    const existing = await entryAt(call, parent, path);
    const replaces = maybeText(call.body, 'sha');
    if (existing !== undefined && replaces === undefined) {
      throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    }
    if (replaces !== undefined && replaces !== existing?.sha) {
      throw new Refusal(409, `${path} does not match ${replaces}`);
    }
    const blob = await git.writeBlob(Buffer.from(text(call.body, 'content'), 'base64'));
    const author = signature(call, call.body.author ?? call.body.committer);
    const sha = await git.writeCommit({
      tree: await git.writeTree(parent, [{ path, sha: blob }]),
      parents: [parent],
      author,
      committer: call.body.committer === undefined ? author : signature(call, call.body.committer),
      message: text(call.body, 'message'),
    });
    await call.world.moveBranch(call.repository, branch, sha);
    const written = await entryAt(call, sha, path);
    const [commit] = await git.commits([sha]);
    if (written === undefined || commit === undefined) throw notFound();
    return {
      status: existing === undefined ? 201 : 200,
      body: { content: itemView(call, { ...written, path }, branch), commit: gitCommitView(call, commit) },
    };
  },
};

async function entryAt(call: Call, commit: string, path: string): Promise<TreeEntry | undefined> {
  const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const type = await call.repository.git.type(`${commit}:${parent}`);
  if (type !== 'tree') return undefined;
  return (await call.repository.git.tree(commit, { path: parent })).find((entry) => entry.path === name);
}

function itemView({ views, repository }: Call, { path, sha, type, size }: TreeEntry, ref: string): Json {
  const kind = type === 'tree' ? 'dir' : 'file';
  const self = views.link(repository, `/contents/${path}?ref=${ref}`);
  const git = views.link(repository, `/git/${type}s/${sha}`);
  const html = views.page(repository, `/${type}/${ref}/${path}`);
  const download = `https://raw.githubusercontent.com/${repository.fullName}/${ref}/${path}`;
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size: size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: kind === 'dir' ? null : download,
    type: kind,
    _links: { self, git, html },
  };
}
