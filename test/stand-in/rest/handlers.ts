import type { OpenApiDocument } from '../openapi/document.ts';
import type { Blobs } from '../services/blobs.ts';
import { artifacts } from './artifacts.ts';
import type { Handler } from './call.ts';
import { comments } from './comments.ts';
import { commits } from './commits.ts';
import { contents } from './contents.ts';
import { gitData } from './git-data.ts';
import { pulls } from './pulls.ts';
import { releases } from './releases.ts';
import { runs } from './runs.ts';
import { users } from './users.ts';

/** The handler of every operation, by its id in GitHub's OpenAPI. */
export function handlers(blobs: Blobs, document: OpenApiDocument): Readonly<Record<string, Handler>> {
  return {
    'rate-limit/get': () => ({ status: 200, body: document.example('rate-limit/get') }),
    ...artifacts(blobs),
    ...comments,
    ...commits,
    ...contents,
    ...gitData,
    ...pulls,
    ...releases,
    ...runs,
    ...users(document),
  };
}
