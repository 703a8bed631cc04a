import { setTimeout as delay } from 'node:timers/promises';
import { markerOf, mergeSection, type NewSection, parseSticky } from '../report/sticky.js';
import { ask, type GitHubApi, GitHubError } from './api.js';

const pageSize = 100;
/** Other jobs of the workflow write to the same comment: whoever was overwritten writes again, this often at most. */
const attempts = 5;
/** After a write, the others are given this long to show themselves, in ms. */
const lookAgainMs = 1_000;

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
 * both end up in it: after each write, and each one whose answer was lost, it is looked at again.
 * @throws GitHubError where GitHub does not let us.
 */
export async function upsertComment(api: GitHubApi, sticky: StickyComment): Promise<CommentOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await writeOnce(api, sticky).catch((error: unknown) => {
      // It may have taken effect all the same, and somebody else may have written since.
      if (error instanceof GitHubError && isOfTheServer(error) && attempt < attempts) return undefined;
      throw error;
    });
    if (outcome !== undefined && (outcome.kind !== 'written' || attempt === attempts)) return outcome;
    await delay(lookAgainMs * (attempt === 1 ? 1 : attempt * Math.random()));
    if (outcome !== undefined && (await stands(api, sticky))) return outcome;
  }
}

async function writeOnce(api: GitHubApi, { pull, key, section, create }: StickyComment): Promise<CommentOutcome> {
  const [ours, ...doubles] = await ourComments(api, pull, key);
  if (ours === undefined && !create) return { kind: 'not-needed' };
  const merged = mergeSection(ours?.body, key, section);
  const url = merged.kind === 'write' ? await write(api, pull, ours, merged.body) : (ours?.html_url ?? '');
  // Two jobs made one each at the same moment: the first stays.
  for (const double of doubles) await remove(api, double);
  if (merged.kind === 'stale') return { kind: 'stale' };
  return { kind: merged.kind === 'write' ? 'written' : 'unchanged', url };
}

/** Whether our section is still in the only comment of its key. */
async function stands(api: GitHubApi, { pull, key, section }: StickyComment): Promise<boolean> {
  const [ours, ...doubles] = await ourComments(api, pull, key);
  if (ours === undefined || doubles.length > 0) return false;
  return parseSticky(ours.body ?? '').sections.some(
    ({ leg, runId, attempt }) => leg === section.leg && runId === section.runId && attempt === section.attempt,
  );
}

/** The comments of a key that we ourselves wrote, oldest first: anybody can write our marker. */
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
  if (marked.length === 0) return [];
  const login = await api.login();
  return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id);
}

async function write(api: GitHubApi, pull: number, ours: Comment | undefined, body: string): Promise<string> {
  const { issues } = api.rest;
  const request =
    ours === undefined
      ? issues.createComment({ ...api.at, issue_number: pull, body })
      : issues.updateComment({ ...api.at, comment_id: ours.id, body });
  return (await ask('the comment could not be written', request)).html_url;
}

async function remove(api: GitHubApi, { id }: Comment): Promise<void> {
  try {
    await ask('a second comment could not be removed', api.rest.issues.deleteComment({ ...api.at, comment_id: id }));
  } catch (error) {
    // The other job has removed it meanwhile.
    if (!(error instanceof GitHubError) || error.status !== 404) throw error;
  }
}

function isOfTheServer({ status }: GitHubError): boolean {
  return status === undefined || status >= 500;
}
