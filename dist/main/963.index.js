export const id = 963;
export const ids = [963];
export const modules = {

/***/ 42963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readContext: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13798);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);



const repositorySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), full_name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), default_branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() });
const sha = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{40,64}$/);
const pullSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(),
    // A fork that has been deleted is null.
    head: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, repo: repositorySchema.nullable() }),
    base: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), sha }),
});
const payloadSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    repository: repositorySchema.optional(),
    pull_request: pullSchema.optional(),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ head_sha: sha, base_sha: sha, base_ref: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }).optional(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        run_attempt: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr(),
        event: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        html_url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        head_sha: sha,
        head_branch: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
        head_repository: repositorySchema.nullable(),
    })
        .optional(),
});
/**
 * Reads what the runner says of this run.
 * @throws EnvironmentError outside of a GitHub runner, or where the payload has another shape.
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
    const [owner = '', name = ''] = variable('GITHUB_REPOSITORY').split('/');
    const payload = readPayload(variable('GITHUB_EVENT_PATH'));
    const repositoryUrl = `${variable('GITHUB_SERVER_URL')}/${owner}/${name}`;
    const runId = Number(variable('GITHUB_RUN_ID'));
    const attempt = Number(environment.GITHUB_RUN_ATTEMPT ?? 1);
    const workflowPath = workflowFile(variable('GITHUB_WORKFLOW_REF'));
    return {
        event: variable('GITHUB_EVENT_NAME'),
        owner,
        name,
        repositoryUrl,
        defaultBranch: payload.repository?.default_branch,
        branch: /^refs\/heads\/(.+)$/.exec(variable('GITHUB_REF'))?.[1],
        sha: variable('GITHUB_SHA'),
        run: { id: runId, attempt, url: `${repositoryUrl}/actions/runs/${runId}/attempts/${attempt}`, workflowPath },
        pull: payload.pull_request && pullRequest(payload.pull_request, `${owner}/${name}`),
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
/** `.github/workflows/memory.yml` of `acme/search/.github/workflows/memory.yml@refs/heads/main`. */
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`the event payload ${path} is not as GitHub writes it:\n${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(parsed.error)}`);
}
//# sourceMappingURL=context.js.map

/***/ })

};
