import { createHash } from 'node:crypto';
import type { OpenApiDocument } from '../openapi/document.ts';
import { isObject, type Json } from '../openapi/schema.ts';
import type { Repository } from '../state.ts';

const USER_LINKS = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
};

/** Makes the JSON that GitHub shows of users and repositories, and the addresses in it. */
export class Views {
  /** Where the API is. */
  readonly api: string;
  /** What is shown as GitHub's web address. */
  readonly web = 'https://github.com';
  readonly #repository: string;

  constructor(api: string, document: OpenApiDocument) {
    this.api = api;
    this.#repository = JSON.stringify(document.example('repos/get')).replaceAll('https://api.github.com', api);
  }

  /** The API address of something in a repository. */
  link(repository: Repository, path = ''): string {
    return `${this.api}/repos/${repository.fullName}${path}`;
  }

  /** The web address of something in a repository. */
  page(repository: Repository, path = ''): string {
    return `${this.web}/${repository.fullName}${path}`;
  }

  /** An opaque id as GraphQL would know it. */
  node(kind: string, id: number | string): string {
    return Buffer.from(`${kind}:${id}`).toString('base64');
  }

  /** A user or, by the name's ending, an app's bot. */
  user(login: string): Json {
    const bot = login.endsWith('[bot]');
    const id = createHash('sha256').update(login).digest().readUInt32BE(0);
    const url = `${this.api}/users/${encodeURIComponent(login)}`;
    return {
      login,
      id,
      node_id: this.node('User', id),
      avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
      gravatar_id: '',
      url,
      html_url: bot ? `${this.web}/apps/${login.slice(0, -'[bot]'.length)}` : `${this.web}/${login}`,
      ...Object.fromEntries(Object.entries(USER_LINKS).map(([name, path]) => [name, url + path])),
      type: bot ? 'Bot' : 'User',
      site_admin: false,
    };
  }

  /** A repository, in full. */
  repository(repository: Repository): Json {
    const shown: unknown = JSON.parse(
      this.#repository
        .replaceAll('octocat/Hello-World', repository.fullName)
        .replaceAll('"Hello-World"', JSON.stringify(repository.name)),
    );
    const {
      template_repository: _,
      organization: __,
      parent: ___,
      source: ____,
      ...rest
    } = isObject(shown) ? shown : {};
    const parent = repository.parent === undefined ? {} : { parent: this.repository(repository.parent) };
    return {
      ...rest,
      id: repository.id,
      node_id: this.node('Repository', repository.id),
      owner: this.user(repository.owner),
      private: repository.private,
      visibility: repository.private ? 'private' : 'public',
      fork: repository.parent !== undefined,
      default_branch: repository.defaultBranch,
      language: 'JavaScript',
      ...parent,
      ...('parent' in parent ? { source: parent.parent } : {}),
    };
  }

  /** A repository as it is shown inside something else. */
  minimalRepository(repository: Repository): Json {
    const { parent: _, source: __, permissions: ___, license: ____, ...rest } = this.repository(repository);
    const links = Object.entries(rest).filter(([name]) => name.endsWith('url') && !LONG_ONLY.has(name));
    const { id, node_id, name, full_name, owner, description, fork } = rest;
    return {
      id,
      node_id,
      name,
      full_name,
      private: repository.private,
      owner,
      description,
      fork,
      ...Object.fromEntries(links),
    };
  }
}

const LONG_ONLY = new Set(['clone_url', 'git_url', 'ssh_url', 'svn_url', 'mirror_url']);
