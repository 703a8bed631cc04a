import { createHash } from 'node:crypto';
import type { Json } from '../openapi/schema.ts';
import type { Release, ReleaseAsset } from '../state.ts';
import { type Call, type Handler, notFound, number, paged, text } from './call.ts';

/** Releases and their assets' digests; the assets themselves are under `/<owner>/<name>/releases/download/`. */
export const releases: Record<string, Handler> = {
  'repos/list-releases': (call) => {
    const { items, headers } = paged(call, newestFirst(call));
    return { status: 200, headers, body: items.map((release) => releaseView(call, release)) };
  },
  'repos/get-latest-release': (call) =>
    one(
      call,
      newestFirst(call).find(({ draft, prerelease }) => !draft && !prerelease),
    ),
  'repos/get-release-by-tag': (call) =>
    one(
      call,
      newestFirst(call).find(({ tag }) => tag === text(call.path, 'tag')),
    ),
  'repos/get-release': (call) =>
    one(
      call,
      newestFirst(call).find(({ id }) => id === number(call.path, 'release_id')),
    ),
};

function newestFirst(call: Call): Release[] {
  return [...call.repository.releases].reverse();
}

function one(call: Call, release: Release | undefined) {
  if (release === undefined) throw notFound();
  return { status: 200, body: releaseView(call, release) };
}

function releaseView(call: Call, release: Release): Json {
  const { views, repository } = call;
  const { id, tag, createdAt, draft, prerelease } = release;
  const url = views.link(repository, `/releases/${id}`);
  return {
    url,
    html_url: views.page(repository, `/releases/tag/${tag}`),
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: views.link(repository, `/tarball/${tag}`),
    zipball_url: views.link(repository, `/zipball/${tag}`),
    id,
    node_id: views.node('Release', id),
    tag_name: tag,
    target_commitish: repository.defaultBranch,
    name: tag,
    body: '',
    draft,
    prerelease,
    immutable: false,
    created_at: createdAt,
    published_at: createdAt,
    author: views.user(repository.owner),
    assets: release.assets.map((asset) => assetView(call, release, asset)),
  };
}

function assetView(
  { views, repository }: Call,
  { tag, createdAt }: Release,
  { id, name, content }: ReleaseAsset,
): Json {
  return {
    url: views.link(repository, `/releases/assets/${id}`),
    // GitHub's own host is out of reach of a test: the stand-in serves the download itself.
    browser_download_url: `${views.api}/${repository.fullName}/releases/download/${tag}/${name}`,
    id,
    node_id: views.node('ReleaseAsset', id),
    name,
    label: null,
    state: 'uploaded',
    content_type: 'application/octet-stream',
    size: content.length,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    download_count: 0,
    created_at: createdAt,
    updated_at: createdAt,
    uploader: views.user(repository.owner),
  };
}
