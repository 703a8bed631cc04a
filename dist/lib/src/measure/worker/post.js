/** Asks V8's inspector something; what it answers is for the caller to check. */
export function post(session, method, parameters = {}) {
    return new Promise((resolve, reject) => {
        session.post(method, parameters, (error, answer) => (error === null ? resolve(answer) : reject(error)));
    });
}
//# sourceMappingURL=post.js.map