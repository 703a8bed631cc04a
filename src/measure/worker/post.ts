import type { Session } from 'node:inspector';

/** Asks V8's inspector something; what it answers is for the caller to check. */
export function post(session: Session, method: string, parameters: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, answer) => (error === null ? resolve(answer) : reject(error)));
  });
}
