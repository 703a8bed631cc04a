import type { Json } from '../openapi/schema.ts';
import type { Comment } from '../state.ts';
import { type Call, type Handler, maybeText, notFound, number, paged, Refusal, text } from './call.ts';

const LONGEST = 65_536;

/** The conversation of a pull request. */
export const comments: Record<string, Handler> = {
  'issues/list-comments': (call) => {
    const issueNumber = issue(call);
    const since = maybeText(call.query, 'since');
    const found = call.world.comments
      .filter((comment) => comment.repository === call.repository && comment.issueNumber === issueNumber)
      .filter(({ updatedAt }) => since === undefined || Date.parse(updatedAt) >= Date.parse(since));
    const { items, headers } = paged(call, found);
    return { status: 200, headers, body: items.map((comment) => commentView(call, comment)) };
  },
  'issues/get-comment': (call) => ({ status: 200, body: commentView(call, find(call)) }),
  'issues/create-comment': (call) => {
    const issueNumber = issue(call);
    const now = call.world.clock.now();
    const comment: Comment = {
      id: call.world.nextId(),
      repository: call.repository,
      issueNumber,
      author: call.token?.login ?? 'ghost',
      createdAt: now,
      updatedAt: now,
      body: acceptable(call),
    };
    call.world.comments.push(comment);
    const body = commentView(call, comment);
    return { status: 201, headers: { location: String(body.url) }, body };
  },
  'issues/update-comment': (call) => {
    const comment = find(call);
    comment.body = acceptable(call);
    comment.updatedAt = call.world.clock.now();
    return { status: 200, body: commentView(call, comment) };
  },
  'issues/delete-comment': (call) => {
    call.world.comments.splice(call.world.comments.indexOf(find(call)), 1);
    return { status: 204 };
  },
};

function issue(call: Call): number {
  const wanted = number(call.path, 'issue_number');
  const pull = call.world.pulls.find(
    (candidate) => candidate.repository === call.repository && candidate.number === wanted,
  );
  if (pull === undefined) throw notFound();
  return wanted;
}

function find(call: Call): Comment {
  const id = number(call.path, 'comment_id');
  const comment = call.world.comments.find(
    (candidate) => candidate.repository === call.repository && candidate.id === id,
  );
  if (comment === undefined) throw notFound();
  return comment;
}

function acceptable(call: Call): string {
  const body = text(call.body, 'body');
  const problem = (code: string, message: string) =>
    new Refusal(422, 'Validation Failed', { errors: [{ resource: 'IssueComment', code, field: 'body', message }] });
  if (body.trim() === '') throw problem('missing_field', 'body cannot be blank');
  if ([...body].length > LONGEST) throw problem('unprocessable', `body is too long (maximum is ${LONGEST} characters)`);
  return body;
}

function commentView({ views, repository }: Call, comment: Comment): Json {
  const { id, issueNumber, author, body, createdAt, updatedAt } = comment;
  return {
    id,
    node_id: views.node('IssueComment', id),
    url: views.link(repository, `/issues/comments/${id}`),
    html_url: views.page(repository, `/pull/${issueNumber}#issuecomment-${id}`),
    issue_url: views.link(repository, `/issues/${issueNumber}`),
    body,
    user: views.user(author),
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: author === repository.owner ? 'OWNER' : 'NONE',
    performed_via_github_app: null,
  };
}
