import { Refusal } from './rest/call.ts';
import type { Access, Permissions, Repository, Token } from './state.ts';

type Scope = keyof Permissions;

const BY_NAME: readonly (readonly [RegExp, readonly Scope[]])[] = [
  [/^(rate-limit\/get|repos\/get)$/, []],
  [/^(issues\/|pulls\/|repos\/list-pull-requests)/, ['issues', 'pull-requests']],
  [/^actions\//, ['actions']],
  [/^(git|repos)\//, ['contents']],
];

const RANK: Record<Access, number> = { none: 0, read: 1, write: 2 };

/** Refuses what the token may not do, in GitHub's words. */
export function authorise(
  operation: string,
  method: string,
  token: Token | undefined,
  repository: Repository | undefined,
): void {
  const scopes = BY_NAME.find(([pattern]) => pattern.test(operation))?.[1] ?? [];
  // Pull requests themselves are no issues: only their conversation is.
  const counted = operation.startsWith('pulls/') ? scopes.filter((scope) => scope !== 'issues') : scopes;
  if (counted.length === 0) return;
  const writes = method !== 'GET';
  // What is public anybody may read, except that nobody downloads an artifact namelessly.
  if (!writes && repository?.private === false && operation !== 'actions/download-artifact') return;
  if (token === undefined)
    throw writes
      ? new Refusal(401, 'Requires authentication')
      : new Refusal(403, 'You must have the actions scope to download artifacts.');
  const granted = Math.max(...counted.map((scope) => RANK[token.permissions[scope] ?? 'none']));
  if (granted < (writes ? RANK.write : RANK.read)) throw new Refusal(403, 'Resource not accessible by integration');
}

/** The token of the `Authorization` header; a token nobody issued is refused. */
export function identify(header: string | undefined, tokens: ReadonlyMap<string, Token>): Token | undefined {
  const value = /^(?:token|bearer)\s+(.+)$/i.exec(header ?? '')?.[1];
  if (value === undefined) return undefined;
  const token = tokens.get(value);
  if (token === undefined) throw new Refusal(401, 'Bad credentials');
  return token;
}
