import { seconds } from '../clock.ts';
import { isObject, type Json } from '../openapi/schema.ts';
import { type Call, type Handler, maybeText, notFound, Refusal, text, texts } from './call.ts';
import { gitCommitView, refuseProtected, signature } from './commit-views.ts';

/** The git database: refs, commits, trees, blobs and tags. */
export const gitData: Record<string, Handler> = {
  'git/get-ref': async (call) => {
    const name = text(call.path, 'ref');
    const [found] = (await call.repository.git.refs(name)).filter((ref) => ref.name === name);
    if (found === undefined) throw notFound();
    return { status: 200, body: refView(call, found) };
  },
  'git/list-matching-refs': async (call) => {
    const found = await call.repository.git.refs(text(call.path, 'ref'));
    return { status: 200, body: found.map((ref) => refView(call, ref)) };
  },
  'git/create-ref': async (call) => {
    const name = text(call.body, 'ref').replace(/^refs\//, '');
    const sha = text(call.body, 'sha');
    if (!/^refs\/[^/]+\/.+/.test(text(call.body, 'ref')))
      throw new Refusal(422, 'Reference name must start with refs/');
    if ((await call.repository.git.ref(name)) !== undefined) throw new Refusal(422, 'Reference already exists');
    const type = await typeOf(call, sha, 'Object does not exist');
    await call.repository.git.setRef(name, sha);
    return { status: 201, body: refView(call, { name, sha, type }) };
  },
  'git/update-ref': async (call) => {
    const name = text(call.path, 'ref');
    const sha = text(call.body, 'sha');
    const before = await call.repository.git.ref(name);
    if (before === undefined) throw new Refusal(422, 'Reference does not exist');
    const type = await typeOf(call, sha, 'Object does not exist');
    refuseProtected(call, name.replace(/^heads\//, ''), 422);
    const forward = (await call.repository.git.mergeBase(before, sha)) === before;
    if (!forward && call.body.force !== true) throw new Refusal(422, 'Update is not a fast forward');
    if (name.startsWith('heads/')) await call.world.moveBranch(call.repository, name.slice('heads/'.length), sha);
    else await call.repository.git.setRef(name, sha);
    return { status: 200, body: refView(call, { name, sha, type }) };
  },
  'git/delete-ref': async (call) => {
    const name = text(call.path, 'ref');
    if ((await call.repository.git.ref(name)) === undefined) throw new Refusal(422, 'Reference does not exist');
    await call.repository.git.setRef(name, undefined);
    return { status: 204 };
  },
  'git/get-commit': async (call) => ({ status: 200, body: await oneCommit(call, text(call.path, 'commit_sha')) }),
  'git/create-commit': async (call) => {
    const author = signature(call, call.body.author);
    const tree = text(call.body, 'tree');
    await typeOf(call, tree, 'Tree SHA does not exist');
    const parents = texts(call.body, 'parents') ?? [];
    for (const parent of parents) await typeOf(call, parent, 'Parent SHA does not exist or is not a commit object');
    const committer = call.body.committer === undefined ? author : signature(call, call.body.committer);
    const sha = await call.repository.git.writeCommit({
      tree,
      parents,
      author,
      committer,
      message: text(call.body, 'message'),
    });
    return { status: 201, body: await oneCommit(call, sha) };
  },
  'git/get-tree': async (call) => {
    const sha = await call.repository.git.resolve(text(call.path, 'tree_sha'));
    if (sha === undefined) throw notFound();
    return { status: 200, body: await treeView(call, sha, call.query.recursive !== undefined) };
  },
  'git/create-tree': async (call) => {
    const entries = Array.isArray(call.body.tree) ? call.body.tree.filter(isObject) : [];
    const changes = [];
    for (const entry of entries) {
      const content = maybeText(entry, 'content');
      const sha = content === undefined ? maybeText(entry, 'sha') : await call.repository.git.writeBlob(content);
      changes.push({ path: text(entry, 'path'), mode: maybeText(entry, 'mode') ?? '100644', sha });
    }
    const base = maybeText(call.body, 'base_tree');
    if (base !== undefined) await typeOf(call, base, 'base_tree is not a valid tree oid');
    const tree = await call.repository.git.writeTree(base, changes);
    return { status: 201, body: await treeView(call, tree, false) };
  },
  'git/get-blob': async (call) => {
    const sha = text(call.path, 'file_sha');
    if ((await call.repository.git.type(sha)) !== 'blob') throw notFound();
    const content = await call.repository.git.blob(sha);
    if (/github\.raw/.test(call.accept)) return { status: 200, body: content };
    const body = {
      ...linked(call, 'blobs', sha),
      size: content.length,
      content: content.toString('base64').replaceAll(/(.{60})/g, '$1\n'),
      encoding: 'base64',
    };
    return { status: 200, body };
  },
  'git/create-blob': async (call) => {
    const encoding = maybeText(call.body, 'encoding') === 'base64' ? 'base64' : 'utf8';
    const sha = await call.repository.git.writeBlob(Buffer.from(text(call.body, 'content'), encoding));
    return { status: 201, body: { sha, url: call.views.link(call.repository, `/git/blobs/${sha}`) } };
  },
  'git/get-tag': async (call) => ({ status: 200, body: await tagView(call, text(call.path, 'tag_sha')) }),
  'git/create-tag': async (call) => {
    const { name, email, date } = signature(call, call.body.tagger);
    const object = text(call.body, 'object');
    const type = await typeOf(call, object, 'Object does not exist');
    const epoch = Math.floor(Date.parse(date) / 1000);
    const lines = [`object ${object}`, `type ${type}`, `tag ${text(call.body, 'tag')}`];
    const input = `${lines.join('\n')}\ntagger ${name} <${email}> ${epoch} +0000\n\n${text(call.body, 'message')}\n`;
    const sha = await call.repository.git.store.text(['mktag'], { input });
    return { status: 201, body: await tagView(call, sha) };
  },
};

async function oneCommit(call: Call, sha: string): Promise<Json> {
  if ((await call.repository.git.type(sha)) !== 'commit') throw notFound();
  const [commit] = await call.repository.git.commits([sha]);
  if (commit === undefined) throw notFound();
  return gitCommitView(call, commit);
}

async function typeOf(call: Call, sha: string, otherwise: string): Promise<string> {
  const type = await call.repository.git.type(sha);
  if (type === undefined) throw new Refusal(422, otherwise);
  return type;
}

function linked({ views, repository }: Call, kind: string, sha: string): Json {
  return { sha, node_id: views.node(kind, sha), url: views.link(repository, `/git/${kind}/${sha}`) };
}

function refView(call: Call, { name, sha, type }: { name: string; sha: string; type: string }): Json {
  const { views, repository } = call;
  return {
    ref: `refs/${name}`,
    node_id: views.node('Ref', name),
    url: views.link(repository, `/git/refs/${name}`),
    object: { sha, type, url: views.link(repository, `/git/${type}s/${sha}`) },
  };
}

async function treeView(call: Call, sha: string, recursive: boolean): Promise<Json> {
  const entries = await call.repository.git.tree(sha, { recursive });
  const { views, repository } = call;
  const tree = entries.map((entry) => ({ ...entry, url: views.link(repository, `/git/${entry.type}s/${entry.sha}`) }));
  return { sha, url: views.link(repository, `/git/trees/${sha}`), tree, truncated: false };
}

async function tagView(call: Call, sha: string): Promise<Json> {
  if ((await call.repository.git.type(sha)) !== 'tag') throw notFound();
  const raw = await call.repository.git.store.text(['cat-file', 'tag', sha]);
  const head = /^object (\w+)\ntype (\w+)\ntag ([^\n]+)\ntagger ([^\n]+) <([^\n]*)> (\d+) \S+\n\n(.*)$/s.exec(raw);
  if (head === null) throw notFound();
  const [, object = '', type = '', tag = '', name = '', email = '', epoch = '', message = ''] = head;
  const date = seconds(Number(epoch) * 1000);
  const target = { sha: object, type, url: call.views.link(call.repository, `/git/${type}s/${object}`) };
  return {
    ...linked(call, 'tags', sha),
    tag,
    message: message.trimEnd(),
    tagger: { name, email, date },
    object: target,
  };
}
