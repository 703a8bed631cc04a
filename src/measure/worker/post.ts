import type { Session } from 'node:inspector';

/** Sends a request to V8's inspector. The caller has to check the shape of the answer. */
export function post(session: Session, method: string, parameters: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, answer) => (error === null ? resolve(answer) : reject(error)));
  });
}
