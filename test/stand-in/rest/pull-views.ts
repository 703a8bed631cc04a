import type { Json } from '../openapi/schema.ts';
import type { Pull, Repository } from '../state.ts';
import type { Call } from './call.ts';
import type { Views } from './views.ts';

/** A pull request as lists show it, and as it is in webhook payloads. */
export function pullView({ views }: Pick<Call, 'views'>, pull: Pull): Json {
  const { repository, number } = pull;
  const url = views.link(repository, `/pulls/${number}`);
  const html = views.page(repository, `/pull/${number}`);
  const issue = views.link(repository, `/issues/${number}`);
  const links = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: views.link(repository, '/pulls/comments{/number}'),
    commits: `${url}/commits`,
    statuses: views.link(repository, `/statuses/${pull.head.sha}`),
  };
  const hrefs = Object.entries(links).map(([name, href]) => [name, { href }]);
  const addresses = Object.entries(links).filter(([name]) => name !== 'self' && name !== 'html');
  return {
    id: pull.id,
    node_id: views.node('PullRequest', pull.id),
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    ...Object.fromEntries(addresses.map(([name, href]) => [`${name}_url`, href])),
    _links: Object.fromEntries(hrefs),
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: views.user(pull.author),
    body: pull.body,
    labels: [],
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.state === 'closed' ? pull.updatedAt : null,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(views, pull.head.repository, pull.head),
    base: side(views, repository, pull.base),
    author_association: pull.head.repository === repository ? 'MEMBER' : 'FIRST_TIME_CONTRIBUTOR',
    auto_merge: null,
    draft: false,
  };
}

/** A pull request as it is shown on its own. */
export async function pullDetails(call: Pick<Call, 'views' | 'world'>, pull: Pull): Promise<Json> {
  const { git } = pull.repository;
  const files = await git.changes(await git.mergeBase(pull.base.sha, pull.head.sha), pull.head.sha);
  const mergeable = pull.mergeCommitSha !== null;
  const sum = (name: 'additions' | 'deletions') => files.reduce((total, file) => total + file[name], 0);
  return {
    ...pullView(call, pull),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedAt === null ? null : call.views.user(pull.repository.owner),
    comments: call.world.comments.filter(
      ({ repository, issueNumber }) => repository === pull.repository && issueNumber === pull.number,
    ).length,
    review_comments: 0,
    maintainer_can_modify: pull.head.repository !== pull.repository,
    commits: (await git.revisions([`${pull.base.sha}..${pull.head.sha}`])).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}

function side(views: Views, repository: Repository, { ref, sha }: { ref: string; sha: string }): Json {
  const { parent: _, source: __, ...repo } = views.repository(repository);
  return { label: `${repository.owner}:${ref}`, ref, sha, user: views.user(repository.owner), repo };
}
