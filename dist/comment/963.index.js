export const id = 963;
export const ids = [963];
export const modules = {

/***/ 2963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readContext: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8093);
/* harmony import */ var _enterprise_server_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1773);




/**
 * Events of a pull request that run with its sender's token, which is read-only for a fork. The runner checks out the
 * test merge.
 */
const pullEvents = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
const repositorySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), full_name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), default_branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() });
const sha = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{40,64}$/);
const pullSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(),
    // Null for a deleted fork.
    head: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha, repo: repositorySchema.nullable() }),
    base: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha }),
});
const payloadSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    repository: repositorySchema.optional(),
    pull_request: pullSchema.optional(),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ head_sha: sha, base_sha: sha, base_ref: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).optional(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        run_attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        event: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
        conclusion: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        // File of the workflow; older payloads have none.
        path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
        head_sha: sha,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullable(),
        head_repository: repositorySchema.nullable(),
    })
        .optional(),
});
/**
 * Reads the context of this run from the runner.
 * @throws EnvironmentError outside of a GitHub runner, or if the payload has an unexpected shape.
 */
function readContext(environment) {
    const variable = (name) => {
        const value = environment[name];
        if (value !== undefined && value !== '')
            return value;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`the variable ${name} is not set: this is no GitHub runner`, {
            remedy: 'At a desk, use the command line: `npx memory-bench run`.',
        });
    };
    const event = variable('GITHUB_EVENT_NAME');
    const [owner = '', name = ''] = variable('GITHUB_REPOSITORY').split('/');
    const payload = readPayload(variable('GITHUB_EVENT_PATH'));
    const serverUrl = variable('GITHUB_SERVER_URL');
    const repositoryUrl = `${serverUrl}/${owner}/${name}`;
    const runId = Number(variable('GITHUB_RUN_ID'));
    const attempt = Number(environment.GITHUB_RUN_ATTEMPT ?? 1);
    const workflowPath = workflowFile(variable('GITHUB_WORKFLOW_REF'));
    return {
        event,
        owner,
        name,
        repositoryUrl,
        enterpriseServer: (0,_enterprise_server_js__WEBPACK_IMPORTED_MODULE_2__/* .enterpriseServerOf */ .E3)(serverUrl),
        defaultBranch: payload.repository?.default_branch,
        branch: /^refs\/heads\/(.+)$/.exec(variable('GITHUB_REF'))?.[1],
        sha: variable('GITHUB_SHA'),
        run: { id: runId, attempt, url: `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`, workflowPath },
        pull: pullEvents.includes(event)
            ? payload.pull_request && pullRequest(payload.pull_request, `${owner}/${name}`)
            : undefined,
        mergeGroup: payload.merge_group && {
            headSha: payload.merge_group.head_sha,
            baseSha: payload.merge_group.base_sha,
            baseRef: payload.merge_group.base_ref.replace(/^refs\/heads\//, ''),
        },
        finishedRun: payload.workflow_run,
    };
}
function pullRequest({ number, head, base }, repository) {
    const fromFork = head.repo?.full_name.toLowerCase() !== repository.toLowerCase();
    return { number, headSha: head.sha, baseRef: base.ref, fromFork };
}
/**
 * The file of a workflow reference: `.github/workflows/memory.yml` for
 * `acme/search/.github/workflows/memory.yml@refs/heads/main`.
 */
function workflowFile(reference) {
    return reference.replace(/@.*$/, '').split('/').slice(2).join('/');
}
function readPayload(path) {
    let raw;
    try {
        raw = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`the event payload ${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { cause });
    }
    const parsed = payloadSchema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`the event payload ${path} is not as GitHub writes it:\n${zod__WEBPACK_IMPORTED_MODULE_4__/* .prettifyError */ .S1(parsed.error)}`);
}
//# sourceMappingURL=context.js.map

/***/ }),

/***/ 1773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E3: () => (/* binding */ enterpriseServerOf),
/* harmony export */   qH: () => (/* binding */ commentWarning)
/* harmony export */ });
/* unused harmony exports sourceWithoutArtifacts, refuseArtifactSource, noArtifactsNote, measuringWarning */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8093);

/** Servers with artifacts of version 4, the only version that the artifact client creates. */
const withArtifacts = /^(?:github\.com|.+\.ghe\.com|.+\.localhost)$/i;
/**
 * Host of the Enterprise Server that a workflow runs on; undefined on github.com and ghe.com. Follows the artifact
 * client, which refuses to work on an Enterprise Server.
 */
function enterpriseServerOf(serverUrl) {
    if (!URL.canParse(serverUrl))
        return undefined;
    const { hostname } = new URL(serverUrl);
    return withArtifacts.test(hostname) ? undefined : hostname;
}
/** The baseline source to use on a server without artifacts. */
function sourceWithoutArtifacts(source) {
    if (source === 'auto')
        return 'file';
    return source === 'artifact' ? 'none' : source;
}
/**
 * Refuses a run that would have nothing to compare with on every pull request.
 * @throws UsageError if the input asks for baseline artifacts only.
 */
function refuseArtifactSource(source) {
    if (source !== 'artifact')
        return;
    throw new UsageError('the input baseline is artifact, and a GitHub Enterprise Server has no artifacts of version 4', {
        remedy: 'Set baseline: file and baseline-commit: true.',
    });
}
/** Note in the report that explains the missing baseline artifact. */
const noArtifactsNote = 'artifacts of version 4 do not exist on GitHub Enterprise Server';
const place = 'docs/action.md of memory-bench-action describes the set-up under "GitHub Enterprise Server".';
/** The warning of the measuring action. */
function measuringWarning(host) {
    return (`${host} is a GitHub Enterprise Server, which has no artifacts of version 4. Measuring, budgets, the job summary ` +
        'and the comment work. Results are not uploaded, and baselines are kept only as files of the repository: set ' +
        `baseline-commit: true. ${place}`);
}
/** The warning of the comment action. */
function commentWarning(host) {
    return (`${host} is a GitHub Enterprise Server, which has no artifacts of version 4: the comment action has no results to ` +
        `comment on. ${place}`);
}
//# sourceMappingURL=enterprise-server.js.map

/***/ })

};
