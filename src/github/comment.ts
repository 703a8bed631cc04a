import { setTimeout as delay } from 'node:timers/promises';
import { markerOf, mergeSection, type NewSection, parseSticky } from '../report/sticky.js';
import { ask, askMaybe, type GitHubApi, GitHubError } from './api.js';

const pageSize = 100;
/** Maximum number of writes. Other jobs of the workflow write to the same comment; an overwritten job writes again. */
const attempts = 5;
/** Time that other jobs get to write before the comment is read again, in ms. */
const lookAgainMs = 1_000;

/** A comment, and the section of it that this job writes. */
export interface StickyComment {
  readonly pull: number;
  readonly key: string;
  readonly section: NewSection;
  /** False: only an existing comment is updated. */
  readonly create: boolean;
  /** True: a section that the same job wrote in the same attempt, or a later one, is kept. */
  readonly yields?: boolean;
}

/** The outcome of writing a section. */
export type CommentOutcome =
  | { readonly kind: 'written' | 'unchanged'; readonly url: string }
  /** The job has a section of the same attempt already. */
  | { readonly kind: 'kept'; readonly url: string }
  /** A newer run has commented already. */
  | { readonly kind: 'stale' }
  /** There was nothing to correct. */
  | { readonly kind: 'not-needed' }
  /** The conversation is locked. */
  | { readonly kind: 'locked' };

type Comment = Awaited<ReturnType<GitHubApi['rest']['issues']['listComments']>>['data'][number];

/** State carried between writes. */
interface Memory {
  /** Login of the account that writes the comments, taken from a created comment. */
  author?: string;
  /** The comment that was created. */
  created?: Pick<Comment, 'id' | 'html_url'>;
  /** Text of a comment whose creation has not been answered. */
  sent?: string;
}

/**
 * Writes the job's section into the comment of a key, and creates the comment if there is none. The comment is read
 * again after each write, answered or not, so that two jobs that write at once both end up in it.
 * @throws GitHubError if GitHub refuses.
 */
export async function upsertComment(api: GitHubApi, sticky: StickyComment): Promise<CommentOutcome> {
  const memory: Memory = {};
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await writeOnce(api, sticky, memory).catch(async (error: unknown) => {
      if (!(error instanceof GitHubError)) throw error;
      // The write may have taken effect anyway, and another job may have written since.
      if (isOfTheServer(error) && attempt < attempts) return undefined;
      if (await isLocked(api, sticky.pull, error)) return { kind: 'locked' } as const;
      throw error;
    });
    if (outcome === undefined && attempt === attempts) throw gone(sticky);
    if (outcome !== undefined && (outcome.kind !== 'written' || attempt === attempts)) return outcome;
    await delay(lookAgainMs * (attempt === 1 ? 1 : attempt * Math.random()));
    if (outcome !== undefined && (await stands(api, sticky, memory))) return outcome;
  }
}

/** Reads and writes once; undefined if the comment was deleted in between. */
async function writeOnce(api: GitHubApi, sticky: StickyComment, memory: Memory): Promise<CommentOutcome | undefined> {
  const { pull, key, section, create, yields = false } = sticky;
  const [ours, ...doubles] = await ourComments(api, pull, key, memory);
  if (ours === undefined && !create) return { kind: 'not-needed' };
  if (ours === undefined && memory.created !== undefined) {
    // It was deleted on purpose, by a person or in favor of another job's comment.
    return { kind: 'unchanged', url: memory.created.html_url };
  }
  const merged = mergeSection(ours?.body, key, section, { yields });
  const url = merged.kind === 'write' ? await write(api, pull, ours, merged.body, memory) : (ours?.html_url ?? '');
  if (url === undefined) return undefined;
  // Two jobs each created a comment at the same moment: keep the first.
  for (const double of doubles) await remove(api, double);
  if (merged.kind === 'stale') return { kind: 'stale' };
  if (merged.kind === 'kept') return { kind: 'kept', url };
  return { kind: merged.kind === 'write' ? 'written' : 'unchanged', url };
}

/** Whether the job's section is still in the only comment of its key. */
async function stands(api: GitHubApi, { pull, key, section }: StickyComment, memory: Memory): Promise<boolean> {
  const [ours, ...doubles] = await ourComments(api, pull, key, memory);
  if (ours === undefined || doubles.length > 0) return false;
  return parseSticky(ours.body ?? '').sections.some(
    ({ leg, runId, attempt }) => leg === section.leg && runId === section.runId && attempt === section.attempt,
  );
}

/** The comments of a key by this token's account, oldest first. Others are ignored: anyone can write the marker. */
async function ourComments(api: GitHubApi, pull: number, key: string, memory: Memory): Promise<Comment[]> {
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
  const { sent } = memory;
  const created = sent === undefined ? undefined : marked.findLast(({ body }) => body?.trim() === sent.trim());
  if (created !== undefined) remember(memory, created);
  // The account of some app tokens cannot be queried; a created comment names it.
  const login = memory.author ?? (await api.login());
  return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id);
}

/** Writes the comment and returns its URL; undefined if the comment to update is gone. */
async function write(
  api: GitHubApi,
  pull: number,
  ours: Comment | undefined,
  body: string,
  memory: Memory,
): Promise<string | undefined> {
  const { issues } = api.rest;
  const what = 'the comment could not be written';
  if (ours !== undefined) {
    return (await askMaybe(what, issues.updateComment({ ...api.at, comment_id: ours.id, body })))?.html_url;
  }
  memory.sent = body;
  const created = await ask(what, issues.createComment({ ...api.at, issue_number: pull, body }));
  remember(memory, created);
  return created.html_url;
}

function remember(memory: Memory, created: Comment): void {
  delete memory.sent;
  memory.created = created;
  if (created.user !== null) memory.author = created.user.login;
}

async function remove(api: GitHubApi, { id }: Comment): Promise<void> {
  try {
    await ask('a second comment could not be removed', api.rest.issues.deleteComment({ ...api.at, comment_id: id }));
  } catch (error) {
    // The other job has already removed it.
    if (!(error instanceof GitHubError) || error.status !== 404) throw error;
  }
}

/**
 * Whether a write was refused because the conversation is locked. GitHub answers 403, as it does for a missing
 * permission.
 */
async function isLocked(api: GitHubApi, pull: number, { status, message }: GitHubError): Promise<boolean> {
  if (status !== 403) return false;
  if (/\blocked\b/i.test(message)) return true;
  if (/not accessible/i.test(message)) return false;
  try {
    const request = api.rest.pulls.get({ ...api.at, pull_number: pull });
    return (await ask('the pull request could not be looked up', request)).locked;
  } catch (error) {
    // The first error is more specific.
    if (error instanceof GitHubError) return false;
    throw error;
  }
}

function gone({ pull }: StickyComment): GitHubError {
  return new GitHubError(
    'the comment could not be written',
    new Error(`it was deleted from #${pull} each time before it could be updated`),
  );
}

function isOfTheServer({ status }: GitHubError): boolean {
  return status === undefined || status >= 500;
}
