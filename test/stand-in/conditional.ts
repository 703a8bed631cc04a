import { createHash } from 'node:crypto';
import type { Reply } from './rest/call.ts';

/** The reply with the ETag of its content, or 304 where the client has that already. */
export function conditionalReply(method: string, known: string | undefined, reply: Reply): Reply {
  const { status, body, headers } = reply;
  if (method !== 'GET' || status !== 200 || Buffer.isBuffer(body)) return reply;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(body)).digest('hex')}"`;
  return known === etag ? { status: 304, headers: { etag } } : { ...reply, headers: { ...headers, etag } };
}
