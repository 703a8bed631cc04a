import type { OpenApiDocument } from '../openapi/document.ts';
import { type Handler, Refusal } from './call.ts';

/** Who somebody is. */
export function users(document: OpenApiDocument): Record<string, Handler> {
  return {
    'users/get-authenticated': ({ token, views }) => {
      if (token === undefined) throw new Refusal(401, 'Requires authentication');
      // The token of a job is an app's, and an app is no user.
      if (token.login.endsWith('[bot]')) throw new Refusal(403, 'Resource not accessible by integration');
      return {
        status: 200,
        body: { ...Object(document.example('users/get-authenticated')), ...views.user(token.login) },
      };
    },
  };
}
