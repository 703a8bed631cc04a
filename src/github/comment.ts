import { setTimeout as delay } from 'node:timers/promises';
import { markerOf, mergeSection, type NewSection, parseSticky } from '../report/sticky.js';
import { ask, type GitHubApi, GitHubError } from './api.js';

const pageSize = 100;
/** Other jobs of the workflow write to the same comment: whoever was overwritten writes again, this often at most. */
const attempts = 5;
/** After a write, the others are given this long to show themselves, in ms. */
const lookAgainMs = 1_500;

/** Which comment, and what of it is ours. */
export interface StickyComment {
  readonly pull: number;
  readonly key: string;
  readonly section: NewSection;
  /** False: a comment is only written where there is one already. */
  readonly create: boolean;
}

/** What became of it. */
export type CommentOutcome =
  | { readonly kind: 'written' | 'unchanged'; readonly url: string }
  /** A newer run has told already. */
  | { readonly kind: 'stale' }
  /** There was nothing to set right. */
  | { readonly kind: 'not-needed' };

type Comment = Awaited<ReturnType<GitHubApi['rest']['issues']['listComments']>>['data'][number];

/**
 * Writes our section into the one comment of a key, which is made where it is not there. Two jobs that write at once
 * both end up in it: after each write it is looked at again.
 * @throws GitHubError where GitHub does not let us.
 */
export async function upsertComment(api: GitHubApi, sticky: StickyComment): Promise<CommentOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await writeOnce(api, sticky);
    if (outcome.kind !== 'written' || attempt === attempts) return outcome;
    // Alone, there is nobody to wait for.
    if (sticky.section.leg !== '') await delay(lookAgainMs * (attempt === 1 ? 1 : attempt * Math.random()));
    if (await stands(api, sticky)) return outcome;
  }
}

async function writeOnce(api: GitHubApi, { pull, key, section, create }: StickyComment): Promise<CommentOutcome> {
  const [ours, ...doubles] = await ourComments(api, pull, key);
  if (ours === undefined && !create) return { kind: 'not-needed' };
  const merged = mergeSection(ours?.body, key, section);
  if (merged.kind === 'stale') return merged;
  if (merged.kind === 'unchanged') return { kind: 'unchanged', url: ours?.html_url ?? '' };
  const url = ours === undefined ? await createOne(api, pull, key, merged.body) : await update(api, ours, merged.body);
  // Two jobs made one each at the same moment: the first stays.
  for (const double of doubles) await remove(api, double);
  return { kind: 'written', url };
}

/** Whether our section is still in the only comment of its key. */
async function stands(api: GitHubApi, { pull, key, section }: StickyComment): Promise<boolean> {
  const [ours, ...doubles] = await ourComments(api, pull, key);
  if (ours === undefined || doubles.length > 0) return false;
  return parseSticky(ours.body ?? '').sections.some(
    ({ leg, runId, attempt }) => leg === section.leg && runId === section.runId && attempt === section.attempt,
  );
}

/** The comments of a key that a bot or we ourselves wrote, oldest first: anybody can write our marker. */
async function ourComments(api: GitHubApi, pull: number, key: string): Promise<Comment[]> {
  const marker = markerOf(key);
  const list = api.rest.issues.listComments;
  let all: Comment[];
  try {
    all = await api.paginate(list, { ...api.at, issue_number: pull, per_page: pageSize });
  } catch (cause) {
    throw new GitHubError('the comments could not be listed', cause);
  }
  const marked = all.filter(({ body }) => body?.startsWith(marker));
  const ours: Comment[] = [];
  for (const comment of marked) {
    if (comment.user?.type === 'Bot' || comment.user?.login === (await ownLogin(api))) ours.push(comment);
  }
  return ours.sort((a, b) => a.id - b.id);
}

/** Whose token it is; undefined for the token of a job or an app, which is a bot's. */
async function ownLogin(api: GitHubApi): Promise<string | undefined> {
  try {
    return (await ask('the owner of the token', api.rest.users.getAuthenticated())).login;
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}

async function createOne(api: GitHubApi, pull: number, key: string, body: string): Promise<string> {
  const create = () =>
    ask('the comment could not be written', api.rest.issues.createComment({ ...api.at, issue_number: pull, body }));
  try {
    return (await create()).html_url;
  } catch (error) {
    if (!(error instanceof GitHubError) || (error.status ?? 500) < 500) throw error;
    // It may be there all the same, and only the answer lost.
    const [there] = await ourComments(api, pull, key);
    return there === undefined ? (await create()).html_url : update(api, there, body);
  }
}

async function update(api: GitHubApi, { id }: Comment, body: string): Promise<string> {
  const write = () =>
    ask('the comment could not be updated', api.rest.issues.updateComment({ ...api.at, comment_id: id, body }));
  try {
    return (await write()).html_url;
  } catch (error) {
    // To write the same twice does no harm.
    if (error instanceof GitHubError && (error.status ?? 500) >= 500) return (await write()).html_url;
    throw error;
  }
}

async function remove(api: GitHubApi, { id }: Comment): Promise<void> {
  try {
    await ask('a second comment could not be removed', api.rest.issues.deleteComment({ ...api.at, comment_id: id }));
  } catch (error) {
    // The other job has removed it meanwhile.
    if (!(error instanceof GitHubError) || error.status !== 404) throw error;
  }
}
