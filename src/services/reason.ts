import { messageOf } from '../errors.js';

/** Causes may form a circle. */
const deepest = 8;
const longest = 1_000;

/** The message of an error and of what caused it: `fetch failed: connect ECONNREFUSED 192.0.2.1:443`. */
export function reasonOf(thrown: unknown): string {
  const messages: string[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < deepest && current !== undefined && current !== null; depth += 1) {
    const message = ownMessageOf(current);
    if (message !== '' && !messages.some((known) => known.includes(message))) messages.push(message);
    current = current instanceof Error ? current.cause : undefined;
  }
  return messages.join(': ').slice(0, longest) || 'no reason was given';
}

/** Where several addresses of a host were tried, the error has no message but the errors of each. */
function ownMessageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.message === '') return thrown.errors.map(messageOf).join(', ');
  return messageOf(thrown);
}

/** Codes of the error and its causes, such as `ECONNREFUSED`. */
export function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  let current: unknown = thrown;
  for (let depth = 0; depth < deepest && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    current = current.cause;
  }
  return codes;
}
