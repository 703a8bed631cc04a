export const id = 646;
export const ids = [646,439];
export const modules = {

/***/ 646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commentOnFinishedRun: () => (/* binding */ commentOnFinishedRun)
});

// EXTERNAL MODULE: ./lib/src/errors.js + 1 modules
var errors = __webpack_require__(8093);
;// CONCATENATED MODULE: ./lib/src/github/conditional.js
/** Maximum number of answers kept, newest first; a page of a hundred commits takes half a megabyte. */
const mostKept = 32;
/**
 * Repeats reads with the ETag of their last answer. GitHub answers 304 if nothing has changed, which does not count
 * against the rate limit.
 */
function conditional(octokit) {
    const kept = new Map();
    octokit.hook.wrap('request', async (request, options) => {
        if (options.method !== 'GET')
            return request(options);
        const { url } = octokit.request.endpoint.parse(options);
        const key = `${options.headers.accept ?? ''} ${url}`;
        const known = kept.get(key);
        const etag = known?.headers.etag;
        if (etag !== undefined)
            options.headers = { ...options.headers, 'if-none-match': etag };
        try {
            const answer = await request(options);
            if (answer.status === 200 && answer.headers.etag !== undefined && !isBinary(answer.data)) {
                kept.delete(key);
                kept.set(key, copyOf(answer));
                const [oldest] = kept.keys();
                if (kept.size > mostKept && oldest !== undefined)
                    kept.delete(oldest);
            }
            return answer;
        }
        catch (error) {
            if (known !== undefined && isNotModified(error))
                return copyOf(known);
            throw error;
        }
    });
}
/** Copies an answer, because Octokit changes the answers of paginated requests in place. */
function copyOf(answer) {
    return { ...answer, data: structuredClone(answer.data) };
}
/** Whether the data is an archive: whole, or a stream that can be read only once. */
function isBinary(data) {
    return data instanceof ArrayBuffer || data instanceof ReadableStream;
}
function isNotModified(error) {
    return typeof error === 'object' && error !== null && 'status' in error && error.status === 304;
}
//# sourceMappingURL=conditional.js.map
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(3798);
;// CONCATENATED MODULE: ./lib/src/github/failure.js


const requestErrorSchema = schemas/* object */.Ikc({
    status: schemas/* number */.aig(),
    response: schemas/* object */.Ikc({ headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }).optional(),
});
/** The status that Octokit gives to unanswered requests. */
const octokitsUnanswered = 500;
/** Reads an error thrown by Octokit. */
function readFailure(cause) {
    const parsed = requestErrorSchema.safeParse(cause);
    const message = (0,errors/* messageOf */.bD)(cause);
    if (!parsed.success)
        return { status: undefined, limit: undefined, message, headers: {} };
    const { status, response } = parsed.data;
    const headers = response?.headers ?? {};
    const answered = response !== undefined || status !== octokitsUnanswered;
    return { status: answered ? status : undefined, limit: limitOf(status, headers, message), message, headers };
}
function limitOf(status, headers, message) {
    if (status !== 403 && status !== 429)
        return undefined;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        return { perHour: numberOf(headers['x-ratelimit-limit']), resetsAt: momentOf(headers['x-ratelimit-reset']) };
    }
    const isSecondary = status === 429 || /secondary rate|abuse/i.test(message);
    return isSecondary ? { perHour: undefined, resetsAt: undefined } : undefined;
}
/** `GitHub answered 403 when listing artifacts`. */
function reasonOf({ status }, { doing }) {
    return status === undefined ? `GitHub did not answer when ${doing}` : `GitHub answered ${status} when ${doing}`;
}
/** How to fix a failed request, in sentences; undefined if the status does not show it. */
function remedyOf({ status, limit }, permission) {
    if (limit !== undefined)
        return limitWords(limit);
    if (status === undefined || status >= 500)
        return 'Rerun the job later; https://www.githubstatus.com shows incidents.';
    if (status === 401)
        return 'GitHub does not accept the token: check the input `github-token`.';
    if (permission === undefined) {
        return status === 403
            ? 'Check the `permissions` of the job; docs/action.md of memory-bench-action lists what is needed.'
            : undefined;
    }
    return status === 403 || status === 404 ? `Give the job the permission \`${permission}\`.` : undefined;
}
function limitWords({ perHour, resetsAt }) {
    if (resetsAt === undefined)
        return 'GitHub asks for fewer requests at once. Rerun the job later.';
    const limit = perHour === undefined ? 'The rate limit' : `The rate limit of ${countWords(perHour)} requests an hour`;
    return `${limit} is exhausted until ${timeOf(resetsAt)}. Rerun the job later.`;
}
/** `12:40 UTC`. */
function timeOf(moment) {
    return `${moment.toISOString().slice(11, 16)} UTC`;
}
/** `1,000`. */
function countWords(count) {
    return count.toLocaleString('en-US');
}
/** The number in a header; undefined if there is none. */
function numberOf(header) {
    const number = typeof header === 'string' || typeof header === 'number' ? Number(header) : Number.NaN;
    return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
/** The moment in a header that counts seconds since 1970; undefined if there is none. */
function momentOf(header) {
    const seconds = numberOf(header);
    // 8.64e12 is the last second that a Date can hold.
    return seconds === undefined || seconds > 8.64e12 ? undefined : new Date(seconds * 1000);
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./lib/src/github/usage.js

/** Share of the limit below which few requests are left. */
const fewShare = 0.1;
/** Counts requests and reads the limit from the headers of their answers. */
class RequestCount {
    #usage = { requests: 0, notModified: 0, left: undefined, limit: undefined, resetsAt: undefined };
    get usage() {
        return this.#usage;
    }
    /** Counts a request that is sent. */
    sent() {
        this.#usage = { ...this.#usage, requests: this.#usage.requests + 1 };
    }
    /** Counts an answer and reads the limit from its headers. */
    answered(status, headers) {
        const notModified = this.#usage.notModified + (status === 304 ? 1 : 0);
        this.#usage = { ...this.#usage, notModified };
        // GraphQL has a separate limit, and blob storage sends none.
        const resource = headers['x-ratelimit-resource'] ?? 'core';
        const left = numberOf(headers['x-ratelimit-remaining']);
        if (left === undefined || resource !== 'core')
            return;
        const limit = numberOf(headers['x-ratelimit-limit']);
        this.#usage = { ...this.#usage, left, limit, resetsAt: momentOf(headers['x-ratelimit-reset']) };
    }
}
/** `GitHub: 17 requests, 3 of them not modified, 941 left this hour`. */
function usageWords({ requests, notModified, left }) {
    return [
        `GitHub: ${countWords(requests)} ${requests === 1 ? 'request' : 'requests'}`,
        ...(notModified === 0 ? [] : [`${countWords(notModified)} of them not modified`]),
        ...(left === undefined ? [] : [`${countWords(left)} left this hour`]),
    ].join(', ');
}
/** Whether so few requests are left that other jobs of the repository may get none. */
function fewLeft({ left, limit }) {
    return left !== undefined && limit !== undefined && left < limit * fewShare;
}
/** A warning that few requests are left. */
function fewLeftWords({ left = 0, limit = 0, resetsAt }) {
    const until = resetsAt === undefined ? '' : ` until ${timeOf(resetsAt)}`;
    return (`GitHub: only ${countWords(left)} of ${countWords(limit)} requests are left${until}. ` +
        'All jobs of the repository share them; run fewer jobs at once, or give this one another `github-token`.');
}
//# sourceMappingURL=usage.js.map
;// CONCATENATED MODULE: ./lib/src/github/api.js




/** How long one request may take, in ms. */
const requestLimitMs = 15_000;
/** Retries of a read-only request after a server error. */
const readRetries = 2;
/** Longest rate limit that is waited out, in seconds. */
const longestWaitSeconds = 60;
/** Total time a job may wait for rate limits, in seconds. */
const longestWaitsSeconds = 120;
const rateLimitRetries = 2;
/** Login of a job's token. */
const jobsLogin = 'github-actions[bot]';
/** A request that GitHub refused, failed, or did not answer. */
class api_GitHubError extends errors/* EnvironmentError */.eG {
    /** HTTP status; undefined if there was no answer. */
    status;
    /** Status and operation without GitHub's message, such as `GitHub answered 403 when listing artifacts`. */
    reason;
    /** Whether the token has no requests left. */
    isRateLimit;
    /** `what` is the operation, or a clause such as `the comments could not be listed`. */
    constructor(what, cause) {
        const failure = readFailure(cause);
        const { status, limit, message } = failure;
        const named = typeof what === 'string' ? what : reasonOf(failure, what);
        const shown = typeof what === 'string' && status !== undefined ? `${status} ` : '';
        const remedy = remedyOf(failure, typeof what === 'string' ? undefined : what.permission);
        super(`${named}: ${shown}${message}`, { cause, ...(remedy === undefined ? {} : { remedy }) });
        this.status = status;
        this.reason = named;
        this.isRateLimit = limit !== undefined;
    }
}
/**
 * Opens the API. Every request has a time limit. Reads are retried after a server error, and short rate limits are
 * waited out. Octokit is loaded lazily, here.
 */
async function openApi({ owner, name }, token) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        __webpack_require__.e(/* import() */ 758).then(__webpack_require__.bind(__webpack_require__, 1758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 6856)),
    ]);
    let waited = 0;
    const wait = (retryAfter, _options, _octokit, retryCount) => {
        if (retryAfter > longestWaitSeconds || retryCount >= rateLimitRetries)
            return false;
        waited += retryAfter;
        return waited <= longestWaitsSeconds;
    };
    const count = new RequestCount();
    const octokit = getOctokit(token, {
        baseUrl: process.env.GITHUB_API_URL ?? 'https://api.github.com',
        throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
        // A write may have taken effect although its answer was lost, so callers read before they write again. Rate
        // limits are left to the throttling plugin, which waits as long as GitHub says.
        retry: { retries: readRetries, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    }, 
    // Registered first, so that it is the innermost hook and every attempt has its own time limit.
    boundedInTime, counted(count), conditional, retry, throttling);
    octokit.hook.before('request', (options) => {
        // Leave reads to the retry plugin: a number here would retry them after every error, such as a 403.
        if (options.method !== 'GET')
            options.request = { ...options.request, retries: 0 };
    });
    let login;
    return {
        rest: octokit.rest,
        paginate: octokit.paginate,
        login: () => {
            login ??= askLogin(octokit);
            return login;
        },
        at: { owner, repo: name },
        usage: () => count.usage,
    };
}
/**
 * Returns the data of a response.
 * @throws GitHubError that names the attempted operation, for every failure.
 */
async function api_ask(what, request) {
    try {
        return (await request).data;
    }
    catch (cause) {
        throw new api_GitHubError(what, cause);
    }
}
/** Like `ask`, but returns undefined for a 404. */
async function api_askMaybe(what, request) {
    try {
        return await api_ask(what, request);
    }
    catch (error) {
        if (error instanceof api_GitHubError && error.status === 404)
            return undefined;
        throw error;
    }
}
/** Asks GraphQL: REST returns the login of users only, and a job's token belongs to an app. */
async function askLogin(octokit) {
    try {
        const { viewer } = await octokit.graphql('{ viewer { login } }');
        return viewer.login;
    }
    catch {
        return jobsLogin;
    }
}
function boundedInTime(octokit) {
    octokit.hook.wrap('request', (request, options) => {
        // Inner hooks see this same `options` object. `options.request` is shared by all requests, so it is copied.
        options.request = { ...options.request, signal: AbortSignal.timeout(requestLimitMs) };
        return request(options);
    });
}
/** Counts every attempt of every request. Sends none while the rate limit stays exhausted beyond the longest wait. */
function counted(count) {
    let exhausted;
    return (octokit) => octokit.hook.wrap('request', async (request, options) => {
        if (exhausted !== undefined && exhausted.until > Date.now() + longestWaitSeconds * 1000)
            throw exhausted.error;
        count.sent();
        try {
            const answer = await request(options);
            count.answered(answer.status, answer.headers);
            return answer;
        }
        catch (error) {
            const { status, headers, limit } = readFailure(error);
            if (status !== undefined)
                count.answered(status, headers);
            if (limit?.resetsAt !== undefined)
                exhausted = { error, until: limit.resetsAt.getTime() };
            throw error;
        }
    });
}
//# sourceMappingURL=api.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/github/artifact-names.js

const longestSlug = 60;
/** Default prefix, for jobs that set none. */
const usualPrefix = 'memory-bench';
/** Title that sets a job apart from others in the same comment: its artifact-name, if set, and its leg. */
function titleOf({ prefix, leg }) {
    return [prefix === usualPrefix ? '' : prefix, leg].filter((part) => part !== '').join(', ');
}
/** Name of the baseline artifact: the same for every run, so that a search by name finds them all. */
function baselineArtifact({ prefix, environmentKey, leg }) {
    return [prefix, 'baseline', environmentKey, ...slug(leg)].join('-');
}
/**
 * Keys of a job's committed baseline, in order of preference. A matrix leg may have its own file; otherwise the file of
 * the environment is used.
 */
function fileKeys({ environmentKey, leg, }) {
    return leg === '' ? [environmentKey] : [[environmentKey, ...slug(leg)].join('-'), environmentKey];
}
/** Name of the results artifact of one attempt of a run. */
function resultsArtifact({ prefix, environmentKey, leg }, attempt) {
    return [resultsPrefix(prefix), environmentKey, ...slug(leg), `attempt${attempt}`].join('-');
}
/** Common prefix of all results artifacts. */
function resultsPrefix(prefix) {
    return `${prefix}-results`;
}
/**
 * Name of the artifact with the profiles of a results artifact. Profiles are uploaded separately because a fork's
 * results are read with limits, and must not grow with the number of cases.
 */
function profilesArtifact(results, prefix) {
    return `${prefix}-profiles${results.slice(resultsPrefix(prefix).length)}`;
}
/** URL of the page of a run's artifact. */
function artifactUrl(repositoryUrl, runId, id) {
    return `${repositoryUrl}/actions/runs/${runId}/artifacts/${id}`;
}
/** A leg as parts of a name. The hash keeps legs apart that differ only in special characters. */
function slug(leg) {
    if (leg === '')
        return [];
    const plain = leg.replaceAll(/[^A-Za-z0-9.]+/g, '-').replaceAll(/^-|-$/g, '');
    // "node 22, os x" and "node-22-os-x" must not collide.
    const hash = (0,external_node_crypto_.createHash)('sha256').update(leg).digest('hex').slice(0, 6);
    return [plain.slice(0, longestSlug), hash];
}
//# sourceMappingURL=artifact-names.js.map
// EXTERNAL MODULE: ./lib/src/results/limits.js
var results_limits = __webpack_require__(8371);
// EXTERNAL MODULE: ./lib/src/output/log-text.js
var log_text = __webpack_require__(4706);
;// CONCATENATED MODULE: ./lib/src/github/log-text.js

const longest = 200;
const mostLines = 50;
/** Turns untrusted text, such as the name of an artifact, into one bounded log line without the `::` of commands. */
function logText(text) {
    const line = (0,log_text/* logText */.kc)(text.slice(0, 2 * longest).toWellFormed())
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/:(?=:)/g, ': ');
    return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** Like `logText`, for a message of several lines. */
function logLines(text) {
    const lines = text.slice(0, mostLines * longest).split(/\r?\n/);
    const shown = lines.slice(0, mostLines).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${logText(line).trimStart()}`);
    return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
//# sourceMappingURL=log-text.js.map
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/github/zip.js

/**
 * Unpacks the named files of a zip archive (APPNOTE 6.3.10) and nothing else. No name may occur twice, and every file
 * must have the size and the checksum that the archive claims.
 * @throws Error for an archive that is damaged, exceeds a limit, is encrypted, or needs zip64.
 */
function unzip(archive, names, limits) {
    const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    const files = {};
    for (const entry of entriesOf(buffer, limits)) {
        const name = names.find((wanted) => wanted === entry.name);
        if (name === undefined)
            continue;
        if (files[name] !== undefined)
            throw new Error(`it has two files named ${name}`);
        files[name] = contentOf(buffer, entry, limits);
    }
    return files;
}
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const centralBytes = 46;
const localBytes = 30;
const longestComment = 0xffff;
const needsZip64 = 0xffffffff;
function entriesOf(buffer, limits) {
    const end = endOf(buffer);
    const count = buffer.readUInt16LE(end + 10);
    if (count > limits.entries)
        throw new Error(`it has more than ${limits.entries} files`);
    const entries = [];
    let at = buffer.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        if (at + centralBytes > end || buffer.readUInt32LE(at) !== centralSignature)
            throw damaged();
        const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
        const nameEnd = at + centralBytes + (nameBytes ?? 0);
        const next = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
        if (next > end)
            throw damaged();
        entries.push({
            name: buffer.toString('utf8', at + centralBytes, nameEnd),
            flags: buffer.readUInt16LE(at + 8),
            method: buffer.readUInt16LE(at + 10),
            crc: buffer.readUInt32LE(at + 16),
            packedBytes: buffer.readUInt32LE(at + 20),
            bytes: buffer.readUInt32LE(at + 24),
            localAt: buffer.readUInt32LE(at + 42),
        });
        at = next;
    }
    return entries;
}
/** Offset of the end record, which is followed only by the comment that it announces. */
function endOf(buffer) {
    const least = Math.max(0, buffer.length - endBytes - longestComment);
    for (let at = buffer.length - endBytes; at >= least; at -= 1) {
        const isEnd = buffer.readUInt32LE(at) === endSignature;
        if (isEnd && at + endBytes + buffer.readUInt16LE(at + 20) === buffer.length)
            return at;
    }
    throw new Error('it is no zip archive');
}
function contentOf(buffer, entry, limits) {
    const { name, flags, method, crc, packedBytes, bytes, localAt } = entry;
    if ((flags & 1) !== 0)
        throw new Error(`${name} is encrypted`);
    if ([packedBytes, bytes, localAt].includes(needsZip64))
        throw new Error(`${name} needs zip64`);
    if (bytes > limits.fileBytes)
        throw new Error(`${name} has ${bytes} bytes`);
    if (localAt + localBytes > buffer.length || buffer.readUInt32LE(localAt) !== localSignature)
        throw damaged();
    const start = localAt + localBytes + buffer.readUInt16LE(localAt + 26) + buffer.readUInt16LE(localAt + 28);
    if (start + packedBytes > buffer.length)
        throw damaged();
    const content = unpacked(buffer.subarray(start, start + packedBytes), method, bytes, name);
    if (content.length !== bytes)
        throw new Error(`${name} has not the ${bytes} bytes that the archive claims`);
    if ((0,external_node_zlib_.crc32)(content) !== crc)
        throw new Error(`the checksum of ${name} is wrong`);
    return content;
}
function unpacked(packed, method, bytes, name) {
    if (method === 0)
        return packed;
    if (method !== 8)
        throw new Error(`${name} is packed by method ${method}, which is not supported`);
    // One byte more than claimed is enough to detect a wrong claim; the rest is not unpacked.
    try {
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: bytes + 1 });
    }
    catch (cause) {
        throw new Error(`${name} is damaged, or has more than the ${bytes} bytes that the archive claims`, { cause });
    }
}
function damaged() {
    return new Error('it is a damaged zip archive');
}
//# sourceMappingURL=zip.js.map
;// CONCATENATED MODULE: ./lib/src/github/artifacts.js






/** Size limit of an archive. The largest document takes less than half of it. */
const largestArchiveBytes = 64 * 1024 * 1024;
/** Limit on the files of an archive, which may claim any number. */
const mostEntries = 100;
const pageSize = 100;
/** Maximum number of artifacts listed per run. */
const mostListed = 500;
const listingArtifacts = { doing: 'listing artifacts', permission: 'actions: read' };
/**
 * Lists the newest artifacts of one name, in one request. Untrusted runs can fill the list with their own artifacts.
 * @throws GitHubError
 */
async function newestArtifacts(api, name) {
    const request = api.rest.actions.listArtifactsForRepo({ ...api.at, name, per_page: pageSize });
    const { artifacts: listed } = await api_ask(listingArtifacts, request);
    const artifacts = listed.map(artifactOf);
    const oldest = artifacts.map(({ createdAt }) => createdAt).sort()[0] ?? '';
    return { artifacts, completeSince: listed.length < pageSize ? '' : oldest };
}
/**
 * Lists the artifacts of one run, across all its attempts.
 * @throws GitHubError
 */
async function artifactsOfRun(api, runId) {
    const found = [];
    for (let page = 1; found.length < mostListed; page += 1) {
        const { artifacts } = await pageOfRun(api, { runId, page });
        found.push(...artifacts);
        if (artifacts.length < pageSize)
            break;
    }
    return found;
}
/**
 * Lists a run's artifacts of one name, newest first, and the names of its others as far as one request lists them.
 * @throws GitHubError
 */
async function artifactsOfRunNamed(api, runId, name) {
    const { artifacts, total } = await pageOfRun(api, { runId, page: 1 });
    const isNamed = (artifact) => artifact.name === name;
    const others = artifacts.filter((artifact) => !isNamed(artifact)).map((artifact) => artifact.name);
    const listed = artifacts.filter(isNamed);
    // A run of a large matrix may have hundreds of other artifacts.
    const named = listed.length > 0 || total <= pageSize ? listed : await namedOfRun(api, runId, name);
    return { named: [...named].sort((a, b) => b.id - a.id), others };
}
async function namedOfRun(api, runId, name) {
    return (await pageOfRun(api, { runId, page: 1, name })).artifacts.filter((artifact) => artifact.name === name);
}
async function pageOfRun(api, { runId, ...filter }) {
    const at = { ...api.at, run_id: runId, per_page: pageSize };
    const request = api.rest.actions.listWorkflowRunArtifacts({ ...at, ...filter });
    const { artifacts, total_count: total } = await api_ask(listingArtifacts, request);
    return { artifacts: artifacts.map(artifactOf), total };
}
/**
 * Downloads an artifact and unpacks the named files; a missing file is undefined. Nothing is written to disk, and
 * nothing larger than the largest valid document is read.
 * @throws GitHubError; EnvironmentError if the archive is too large, damaged, or not the one GitHub listed.
 */
async function readArtifact(api, artifact, names) {
    if (artifact.sizeBytes > largestArchiveBytes)
        throw unusable(artifact, `it has ${artifact.sizeBytes} bytes`);
    const archive = await download(api, artifact);
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex')}`;
    if (artifact.digest !== undefined && artifact.digest !== digest)
        throw unusable(artifact, `its digest is ${digest}`);
    return unpack(artifact, archive, names);
}
/** Downloads with a limit on the bytes received: the listed size is only the uploader's claim. */
async function download(api, artifact) {
    const failure = `the artifact ${logText(artifact.name)} could not be downloaded`;
    const request = api.rest.actions.downloadArtifact({
        ...api.at,
        artifact_id: artifact.id,
        archive_format: 'zip',
        request: { parseSuccessResponseBody: false },
    });
    const body = await api_ask(failure, request);
    if (!(body instanceof ReadableStream))
        throw unusable(artifact, 'GitHub sent no archive');
    const chunks = [];
    let bytes = 0;
    try {
        for await (const chunk of body) {
            if (!(chunk instanceof Uint8Array))
                throw unusable(artifact, 'GitHub sent no archive');
            bytes += chunk.length;
            if (bytes > largestArchiveBytes)
                throw unusable(artifact, `it has more than ${largestArchiveBytes} bytes`);
            chunks.push(chunk);
        }
    }
    catch (cause) {
        throw cause instanceof errors/* EnvironmentError */.eG ? cause : new api_GitHubError(failure, cause);
    }
    return Buffer.concat(chunks);
}
function unpack(artifact, archive, names) {
    try {
        const files = unzip(archive, names, { entries: mostEntries, fileBytes: results_limits/* limits */.F.documentBytes });
        const texts = {};
        for (const name of names) {
            const content = files[name];
            if (content !== undefined)
                texts[name] = new TextDecoder('utf-8', { fatal: true }).decode(content);
        }
        return texts;
    }
    catch (cause) {
        throw unusable(artifact, (0,errors/* messageOf */.bD)(cause), cause);
    }
}
function unusable({ name, id }, reason, cause) {
    return new errors/* EnvironmentError */.eG(`the artifact ${logText(name)} (${id}) cannot be used: ${reason}`, { cause });
}
function artifactOf({ id, name, size_in_bytes, expired, digest, created_at, workflow_run: run, }) {
    const { id: runId, head_sha: headSha, head_branch: headBranch } = run ?? {};
    const complete = runId !== undefined && headSha !== undefined;
    return {
        id,
        name,
        sizeBytes: size_in_bytes,
        expired,
        digest: digest ?? undefined,
        createdAt: created_at ?? '',
        run: complete ? { id: runId, headSha, headBranch: headBranch ?? '' } : undefined,
        ofThisRepository: run?.repository_id !== undefined && run.repository_id === run.head_repository_id,
    };
}
//# sourceMappingURL=artifacts.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/src/results/metrics.js
var results_metrics = __webpack_require__(8954);
// EXTERNAL MODULE: ./lib/src/results/schema.js + 10 modules
var schema = __webpack_require__(7319);
;// CONCATENATED MODULE: ./lib/src/results/history.js



/** Decimal places of a remembered median: a thousandth of a MiB is less than any floor. */
const digits = 3;
/**
 * The new baseline, with the one it replaces and that one's history added to its history. The history shows how much a
 * metric differs from run to run. At most `longestHistory` runs, newest first.
 */
function history_withHistory(baseline, replaced) {
    if (replaced === undefined)
        return baseline;
    const history = [pastRun(replaced), ...(replaced.history ?? [])].slice(0, longestHistory);
    return { ...baseline, history };
}
function pastRun({ commit, startedAt, cases }) {
    return {
        ...(commit === undefined ? {} : { sha: commit.sha }),
        startedAt,
        cases: Object.fromEntries(cases
            .filter(measuredSince(startedAt))
            .map((result) => [result.id, { definitionHash: result.definitionHash, medians: mediansOf(result) }])),
    };
}
/** Whether the run measured a case itself. A copy from an earlier baseline says nothing about the noise. */
function measuredSince(startedAt) {
    return ({ samples }) => samples.some((sample) => sample.startedAt >= startedAt);
}
function mediansOf({ samples }) {
    const measured = samples.filter((sample) => sample.status === 'measured');
    const medians = {};
    for (const name of metricNames) {
        const values = measured.flatMap(({ metrics }) => metrics[name] ?? []);
        if (values.length > 0)
            medians[name] = Number(median(values).toFixed(digits));
    }
    return medians;
}
//# sourceMappingURL=history.js.map
// EXTERNAL MODULE: ./lib/src/results/selection.js
var selection = __webpack_require__(8765);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/files/write-whole.js + 1 modules
var write_whole = __webpack_require__(777);
// EXTERNAL MODULE: ./lib/src/output/secrets.js + 1 modules
var secrets = __webpack_require__(653);
// EXTERNAL MODULE: ./lib/src/results/bounded-json.js
var bounded_json = __webpack_require__(5917);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./lib/src/results/mistakes.js

const mostShown = 10;
const longestShown = 300;
/** The first mistakes that a schema found, one per line, and the number of the others. */
function mistakesIn({ issues }) {
    const shown = issues.slice(0, mostShown).map(({ message, path }) => ({
        message: shortened(message),
        // A path contains field names that the document's author chose.
        path: path.map((step) => (typeof step === 'string' ? shortened(step) : step)),
    }));
    const left = issues.length - shown.length;
    return `${core_errors/* prettifyError */.S1({ issues: shown })}${left > 0 ? `\n✖ and ${left} more` : ''}`;
}
function shortened(text) {
    return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
//# sourceMappingURL=mistakes.js.map
;// CONCATENATED MODULE: ./lib/src/results/store.js










/**
 * Writes the document so that a reader finds the old one or the new one, never a part of one.
 * @throws EnvironmentError if the disk is full or the folder cannot be written; the old document stays.
 * @throws UsageError if the results are too large to be read again.
 */
async function store_writeResults(path, results) {
    const redacted = redactDeep(results);
    const whole = serialized(redacted);
    const content = isReadable(whole) ? whole : [serialized(thinForBaseline(redacted))].find(isReadable);
    if (content === undefined) {
        throw new UsageError(`the results have more than ${limits.documentBytes / 1024 ** 2} MiB`, {
            remedy: 'Measure fewer cases or samples at once.',
        });
    }
    await writeWhole(path, content);
}
function serialized(results) {
    return `${JSON.stringify(results)}\n`;
}
/** Whether a document is small enough to read back. One that is too large loses the data that only pictures use. */
function isReadable(content) {
    // No character takes more than 3 bytes.
    return content.length <= limits.documentBytes / 3 || Buffer.byteLength(content) <= limits.documentBytes;
}
/**
 * Reads a results document or a baseline back.
 * @throws UsageError if there is no such file or it does not fit, with the path of each offending field.
 */
async function store_readResults(path, what) {
    let content;
    try {
        content = await readFile(path, 'utf8');
    }
    catch (cause) {
        throw new UsageError(`cannot read the ${what} ${path}: ${messageOf(cause)}`, {
            remedy: what === 'baseline' ? remedyFor(what) : 'Check the path.',
            cause,
        });
    }
    return store_parseResults(content, path, what);
}
/** Like readResults, for a text that was read already. */
function store_parseResults(content, path, what) {
    let raw;
    try {
        raw = (0,bounded_json/* parseBoundedJson */.R)(content);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`the ${what} ${path} ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: remedyFor(what),
            cause,
        });
    }
    const version = schemas/* object */.Ikc({ schemaVersion: schemas/* number */.aig() }).safeParse(raw);
    if (version.success && version.data.schemaVersion !== 1) {
        throw new errors/* UsageError */.eb(`the ${what} ${path} has format version ${version.data.schemaVersion}; this program reads 1`, {
            remedy: remedyFor(what),
        });
    }
    const parsed = schema/* resultsSchema */.sy.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    throw new errors/* UsageError */.eb(`the ${what} ${path} is not a results document of memory-bench:\n${mistakesIn(parsed.error)}`, {
        remedy: remedyFor(what),
    });
}
function remedyFor(what) {
    return what === 'baseline'
        ? 'Make a new one with `memory-bench run --update-baseline`, which replaces it.'
        : 'Make a new one with `memory-bench run`.';
}
//# sourceMappingURL=store.js.map
;// CONCATENATED MODULE: ./lib/src/results/baseline.js









/**
 * Looks for the baseline of an environment.
 * @throws UsageError if it is required and missing, or does not fit the schema.
 */
async function baseline_findBaseline(place, environmentKey) {
    const path = baselineFile(place, environmentKey);
    if (place.required && !existsSync(path)) {
        throw new UsageError(`there is no baseline at ${path}`, {
            remedy: 'Check --baseline (a folder needs a file for this environment), or make one with --update-baseline.',
        });
    }
    if (!existsSync(path))
        return { results: undefined, absence: { kind: 'first-run' }, place: path, pending: false };
    const results = place.replaceable === true ? await readEarlier(path) : await readResults(path, 'baseline');
    const absence = results === undefined
        ? {
            kind: 'unavailable',
            reason: `the baseline ${path} cannot be read`,
            remedy: 'This run replaces it. The next run is compared again.',
            expected: false,
        }
        : undefined;
    return { results, absence, place: path, pending: false };
}
/**
 * Makes these results the baseline of their environment. Cases that this run did not select or could not measure keep
 * their samples from an earlier baseline. Selected cases that no longer exist are removed.
 */
async function saveBaseline(place, results) {
    const path = baselineFile(place, results.environment.key);
    const exists = existsSync(path);
    const earlier = exists ? await readEarlier(path) : undefined;
    const merged = nextBaseline(earlier, results);
    await writeResults(path, merged.results);
    const { replaced, kept, unsettled } = merged;
    const saved = { path, replaced, kept, unsettled };
    return exists && earlier === undefined ? { ...saved, replacedUnreadable: true } : saved;
}
/** The baseline to store: an earlier one updated with new results. See saveBaseline. */
function nextBaseline(earlier, now) {
    const merged = mergeBaseline(earlier, now);
    // Measurements under another identity say nothing about this one's noise.
    const past = earlier !== undefined && isSameIdentity(earlier, now) ? earlier : undefined;
    return { ...merged, results: thinForBaseline(withHistory(merged.results, past)) };
}
/** Undefined if the earlier baseline cannot be read: the update replaces it. */
async function readEarlier(path) {
    try {
        return await readResults(path, 'baseline');
    }
    catch (error) {
        if (error instanceof UsageError)
            return undefined;
        throw error;
    }
}
/** See saveBaseline. */
function mergeBaseline(earlier, now) {
    const whole = now.cases.filter(isWhole);
    const settled = whole.map(withoutUnsettled);
    const fresh = settled.filter(isWhole);
    const freshIds = new Set(fresh.map(({ id }) => id));
    const presentIds = new Set(now.cases.map(({ id }) => id));
    // Measurements under another identity must not pass as this one's.
    const comparable = earlier !== undefined && isSameIdentity(earlier, now);
    const kept = (comparable ? earlier.cases : [])
        .filter((result) => !freshIds.has(result.id) && (presentIds.has(result.id) || !selects(now.selection, result)))
        .slice(0, limits.cases - fresh.length);
    const cases = [...fresh, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
        results: { ...now, cases },
        replaced: fresh.length,
        kept: kept.length,
        unsettled: {
            samples: sampleCount(whole.filter(({ id }) => freshIds.has(id))) - sampleCount(fresh),
            cases: whole.filter(({ id }) => !freshIds.has(id)).map(({ id }) => id),
        },
    };
}
function isSameIdentity(a, b) {
    return isDeepStrictEqual(a.environment.identity, b.environment.identity);
}
/** Unsettled readings would look like a change in every later run that settles. */
function withoutUnsettled(result) {
    return {
        ...result,
        samples: result.samples.filter((sample) => sample.status === 'failed' || sample.unsettled.length === 0),
    };
}
function sampleCount(cases) {
    return cases.reduce((sum, { samples }) => sum + samples.length, 0);
}
function isWhole({ samples }) {
    const memory = samples.filter(({ pass }) => pass === 'memory');
    return memory.length > 0 && memory.every(({ status }) => status === 'measured');
}
/** The baseline file of an environment at a place. */
function baselineFile({ path }, environmentKey) {
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? path.endsWith('.json');
    return isFile ? path : join(path, `${environmentKey}.json`);
}
//# sourceMappingURL=baseline.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/commit.js




/** Statuses of a refused write to a branch that takes changes through pull requests only. */
const protectedStatuses = (/* unused pure expression or super */ null && ([403, 409, 422]));
/** Matches the error if another process updated the branch in the meantime. */
const outrun = /does not match|but expected/;
const attempts = 3;
/**
 * Writes the baseline to its branch or, if that is protected, to a separate branch with a pull request. The baseline of
 * a newer commit is not replaced.
 * @throws GitHubError if neither is allowed.
 */
async function commitBaseline(api, commit) {
    const content = `${JSON.stringify(commit.baseline)}\n`;
    for (let attempt = 1;; attempt += 1) {
        const there = await fileOn(api, commit.branch, commit.path);
        if (there?.content === content)
            return { kind: 'unchanged' };
        if (there !== undefined && (await isNewer(api, there.content, commit)))
            return { kind: 'newer-there' };
        try {
            // Without `[skip ci]`, a commit made with a token other than the job's would start a run that writes it again.
            await write(api, commit, { branch: commit.branch, content, replaces: there?.sha, note: ' [skip ci]' });
            return { kind: 'committed' };
        }
        catch (error) {
            if (!(error instanceof GitHubError) || !protectedStatuses.includes(error.status ?? 0))
                throw error;
            if (!outrun.test(error.message))
                return propose(api, commit, content);
            if (attempt === attempts)
                throw error;
        }
    }
}
async function propose(api, commit, content) {
    const branch = `memory-bench/baseline-${commit.branch}-${basename(commit.path, '.json')}`;
    const open = api.rest.pulls.list({
        ...api.at,
        head: `${api.at.owner}:${branch}`,
        base: commit.branch,
        state: 'open',
    });
    const [existing] = await ask('the pull requests could not be listed', open);
    // Do not reset the branch of an open pull request: GitHub would close it.
    if (existing === undefined)
        await pointAt(api, branch, commit.sha);
    const there = await fileOn(api, branch, commit.path);
    if (there !== undefined && (await isNewer(api, there.content, commit)))
        return { kind: 'newer-there' };
    if (there?.content !== content)
        await write(api, commit, { branch, content, replaces: there?.sha, note: '' });
    if (existing !== undefined)
        return { kind: 'proposed', url: existing.html_url };
    const created = api.rest.pulls.create({
        ...api.at,
        head: branch,
        base: commit.branch,
        title: 'Refresh the memory baseline',
        body: `Measured at ${commit.sha}. The branch is protected, so memory-bench cannot write \`${commit.path}\` itself.`,
    });
    return { kind: 'proposed', url: (await ask('the pull request could not be opened', created)).html_url };
}
/** Creates the branch, or resets it: it contained an older baseline. */
async function pointAt(api, branch, sha) {
    const existing = api.rest.git.getRef({ ...api.at, ref: `heads/${branch}` });
    const known = await askMaybe(`the branch ${branch} could not be looked up`, existing);
    await ask(`the branch ${branch} could not be made`, known === undefined
        ? api.rest.git.createRef({ ...api.at, ref: `refs/heads/${branch}`, sha })
        : api.rest.git.updateRef({ ...api.at, ref: `heads/${branch}`, sha, force: true }));
}
async function write(api, { path, sha: measured }, change) {
    const { branch, content, replaces, note } = change;
    const request = api.rest.repos.createOrUpdateFileContents({
        ...api.at,
        path,
        branch,
        message: `Refresh the memory baseline (measured at ${measured.slice(0, 7)})${note}`,
        content: Buffer.from(content).toString('base64'),
        ...(replaces === undefined ? {} : { sha: replaces }),
    });
    await ask(`the baseline ${path} could not be written to ${branch}`, request);
}
/**
 * Reads a file of a branch, with the SHA of its blob. A request that replaces the file has to name that SHA.
 * @throws GitHubError
 */
async function fileOn(api, ref, path) {
    const request = api.rest.repos.getContent({ ...api.at, path, ref });
    const data = await api_askMaybe({ doing: `reading ${path} from ${ref}`, permission: 'contents: read' }, request);
    if (data === undefined || Array.isArray(data) || data.type !== 'file')
        return undefined;
    // GitHub omits the content of files above 1 MB.
    const encoded = data.content === '' ? await blob(api, data.sha) : data.content;
    return { content: Buffer.from(encoded, 'base64').toString('utf8'), sha: data.sha };
}
async function blob(api, sha) {
    const request = api.rest.git.getBlob({ ...api.at, file_sha: sha });
    return (await api_ask({ doing: `reading the blob ${sha}`, permission: 'contents: read' }, request)).content;
}
/** Whether the existing baseline was measured at a later commit. */
async function isNewer(api, content, { path, sha }) {
    const theirs = commitOf(content, path);
    if (theirs === undefined || theirs === sha)
        return false;
    const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead: `${sha}...${theirs}`, per_page: 1 });
    return (await askMaybe('the commits of the baselines could not be compared', request))?.status === 'ahead';
}
function commitOf(content, path) {
    try {
        return parseResults(content, path, 'baseline').commit?.sha;
    }
    catch (error) {
        // An unreadable file may be replaced.
        if (error instanceof UsageError)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=commit.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/committed.js



/**
 * The committed baseline in the checkout, for the first key that has one.
 * @throws UsageError if the file cannot be used.
 */
function checkedOutBaseline(path, keys) {
    return firstOf(keys, (key) => findBaseline({ path, required: false }, key));
}
/**
 * Like `checkedOutBaseline`, but reads from a branch. `path` is a folder or a .json file of the repository. The keys
 * come from an untrusted document: a key that is not a file name finds nothing.
 * @throws GitHubError; UsageError if the file cannot be used.
 */
function committedBaseline(api, branch, path, keys) {
    return firstOf(keys, async (key) => {
        const place = path.endsWith('.json') ? path : `${path}/${key}.json`;
        const file = /^[A-Za-z0-9._-]+$/.test(key) ? await fileOn(api, branch, place) : undefined;
        const results = file && store_parseResults(file.content, place, 'baseline');
        return { results, absence: results === undefined ? { kind: 'first-run' } : undefined, place, pending: false };
    });
}
async function firstOf([key, ...others], find) {
    const found = await find(key);
    const [next, ...rest] = others;
    return found.results !== undefined || next === undefined ? found : firstOf([next, ...rest], find);
}
//# sourceMappingURL=committed.js.map
;// CONCATENATED MODULE: ./lib/src/results/mebibytes.js
/** One MiB. "mb" in a published metric name means this, as in the suite this project grew from. */
const bytesPerMebibyte = 1024 * 1024;
/** Bytes as the MiB of a published metric. */
function mebibytes(bytes) {
    return bytes / bytesPerMebibyte;
}
//# sourceMappingURL=mebibytes.js.map
;// CONCATENATED MODULE: ./lib/src/report/format.js


/** A value in its metric's unit: `246.1 MiB`, `91,959`, `1.6 s`. */
function formatValue(metric, value) {
    return withUnit(metric, formatNumber(metric, value));
}
/** A difference with its sign, plus for more: `+20.14 MiB`. */
function formatDifference(metric, difference) {
    return withUnit(metric, signed(difference, (value) => formatNumber(metric, value)));
}
/** From one value to another, with the unit once: `37.4 → 280.4 MiB`. */
function formatChange(metric, from, to) {
    return `${formatNumber(metric, from)} → ${formatValue(metric, to)}`;
}
/** Two ends of a difference, with the unit once: `+19.6 to +20.4 MiB`. */
function formatBand(metric, lower, upper) {
    return `${signed(lower, (value) => formatNumber(metric, value))} to ${formatDifference(metric, upper)}`;
}
/** Percent with its sign; empty from 1,000 % on, which a baseline near zero gives. */
function formatPercent(percent) {
    if (percent === undefined || Math.abs(percent) >= 1000)
        return '';
    return `${signed(percent, (value) => value.toFixed(1))} %`;
}
/** Confidence of an interval: `99 % CI`. A value below 100 % is not rounded up to it. */
function formatConfidence(confidence) {
    const percent = Math.round(confidence * 100);
    return `${percent === 100 ? Math.floor(confidence * 1_000) / 10 : percent} % CI`;
}
/** Bytes per iteration, in the unit that reads best. */
function formatSlope(bytesPerIteration) {
    const kibibytes = bytesPerIteration / 1024;
    return Math.abs(kibibytes) >= 1024
        ? `${signed(kibibytes / 1024, (value) => value.toFixed(2))} MiB/iteration`
        : `${signed(kibibytes, (value) => value.toFixed(1))} KiB/iteration`;
}
/** The first seven digits of a commit, or `this run` outside a work tree. */
function format_formatCommit(sha) {
    return sha === undefined ? 'this run' : sha.slice(0, 7);
}
/** Singular or plural: `1 case`, `2 cases`. */
function format_countOf(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function formatNumber(metric, value) {
    const { unit, class: kind } = (0,results_metrics/* metricDefinition */.u8)(metric);
    const number = unit === 'count'
        ? Math.round(value).toLocaleString('en-US')
        : value.toFixed((kind === 'change' || kind === 'slope') && Math.abs(value) < 10 ? 2 : 1);
    // A value displayed as 0 has no sign.
    return Number(number) === 0 ? number.replace('-', '') : number;
}
function withUnit(metric, number) {
    const { unit } = (0,results_metrics/* metricDefinition */.u8)(metric);
    return unit === 'count' ? number : `${number} ${unit}`;
}
function signed(value, format) {
    const magnitude = format(Math.abs(value));
    if (Number(magnitude.replaceAll(',', '')) === 0)
        return magnitude;
    return value > 0 ? `+${magnitude}` : `-${magnitude}`;
}
/** Bytes in the unit that reads best. */
function format_bytesWords(bytes) {
    if (Math.abs(bytes) < 1024)
        return `${Math.round(bytes)} bytes`;
    return Math.abs(bytes) < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${mebibytes(bytes).toFixed(1)} MiB`;
}
/** Ids named in a sentence; the rest is counted. */
const mostNamed = 5;
/** Case ids as a list in a sentence, not escaped: `a, b and 3 more`. */
function namedIds(ids) {
    const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} more` : '';
    return `${ids.slice(0, mostNamed).join(', ')}${more}`;
}
//# sourceMappingURL=format.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/absence.js

/** The reason that a successful search found no baseline. The nearest finding decides. */
function absenceOf(facts) {
    const { unusable, elsewhere, hasHadOne, sha, branch, commits } = facts;
    if (unusable !== undefined && (elsewhere === undefined || unusable.index <= elsewhere.index)) {
        const { reason, remedy } = unusable.problem;
        return { kind: 'unavailable', reason, remedy, expected: true };
    }
    if (elsewhere !== undefined) {
        const reason = `the baseline of ${format_formatCommit(elsewhere.sha)} was measured in another environment: ${elsewhere.key}`;
        const remedy = `The next run on ${branch} makes the baseline of this environment.`;
        return { kind: 'unavailable', reason, remedy, expected: false };
    }
    if (!hasHadOne)
        return { kind: 'first-run' };
    const where = commits === 1 ? format_formatCommit(sha) : `the ${commits} commits up to ${format_formatCommit(sha)}`;
    return {
        kind: 'unavailable',
        reason: `none of the baselines of ${branch} is of ${where}`,
        remedy: `Run the workflow on ${branch}, or update the branch of the pull request.`,
        expected: true,
    };
}
/** The absence after a failed lookup. */
function lookupFailure({ reason, remedy }) {
    return { kind: 'unavailable', reason, remedy, expected: true };
}
//# sourceMappingURL=absence.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/base.js



/**
 * Finds the commit to compare with. For a pull request it is the merge base of the measured commit and the base branch.
 * For a test merge that is the merged commit of the base branch, so the pull request is not blamed for changes made
 * there.
 * @throws NoMergeBaseError if GitHub knows no common ancestor; GitHubError.
 */
async function findBase(api, question) {
    const { context, measured, defaultBranch, isBaselineBranch } = question;
    const { pull, mergeGroup, branch, event } = context;
    if (pull !== undefined) {
        return {
            sha: await mergeBase(api, pull.baseRef, measured, pull.headSha),
            branch: pull.baseRef,
            excludesItself: false,
        };
    }
    if (mergeGroup !== undefined) {
        const { baseSha, baseRef, headSha } = mergeGroup;
        return { sha: await mergeBase(api, baseSha, headSha), branch: baseRef, excludesItself: false };
    }
    if (branch !== undefined && isBaselineBranch(branch)) {
        // A scheduled run may be compared with an earlier run of the same commit; a push is judged by what it changes.
        return { sha: measured, branch, excludesItself: event === 'push' };
    }
    return { sha: await mergeBase(api, defaultBranch, measured), branch: defaultBranch, excludesItself: false };
}
async function mergeBase(api, base, ...heads) {
    for (const head of new Set(heads)) {
        const basehead = `${base}...${head}`;
        const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead, per_page: 1 });
        const found = await api_askMaybe(lookingUpMergeBase, request);
        if (found !== undefined)
            return found.merge_base_commit.sha;
    }
    const named = heads.map(format_formatCommit).join(' or ');
    throw new NoMergeBaseError(`GitHub knows no common ancestor of ${base} and ${named}`, {
        remedy: 'Give the job the permission `contents: read`, and check out a commit that GitHub has.',
    });
}
const lookingUpMergeBase = { doing: 'looking up the merge base', permission: 'contents: read' };
/** GitHub answered 404: no common ancestor, a commit that was never pushed, or a token without access. */
class NoMergeBaseError extends errors/* EnvironmentError */.eG {
    get reason() {
        return this.message;
    }
}
//# sourceMappingURL=base.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/candidate.js





/** Name of the file in a baseline artifact. */
const baselineFileName = 'baseline.json';
/** Artifacts of one name that are read per run; each attempt may have left one. */
const mostAttempts = 3;
/**
 * Reads a run's baseline, starting with the newest attempt.
 * @throws GitHubError if its artifacts cannot be listed.
 */
async function readBaseline(api, run, wanted) {
    const { named, others } = await artifactsOfRunNamed(api, run.id, wanted.artifact);
    const problems = [];
    for (const artifact of named.slice(0, mostAttempts)) {
        const read = await readOne(api, artifact, run, wanted);
        if ('results' in read)
            return { kind: 'usable', results: read.results };
        problems.push(read);
    }
    const [first, ...rest] = problems;
    if (first !== undefined)
        return { kind: 'unusable', problems: [first, ...rest] };
    const prefix = wanted.artifact.slice(0, wanted.artifact.lastIndexOf('-baseline-') + 1);
    const isOfMemoryBench = others.some((name) => name.startsWith(prefix));
    return { kind: 'none', otherEnvironment: otherEnvironment(others, wanted), isOfMemoryBench };
}
async function readOne(api, artifact, { headSha, branch }, { environmentKey }) {
    const baseline = `the baseline of ${format_formatCommit(headSha)}`;
    const renew = `Run the workflow on ${branch} again: it makes a new baseline.`;
    if (artifact.expired) {
        const remedy = `${renew} A \`schedule\` keeps it from expiring; docs/action.md has one.`;
        return { why: 'the artifact has expired', reason: `${baseline} has expired`, remedy };
    }
    const unusable = (why) => ({ why, reason: `${baseline} cannot be used: ${firstLine(why)}`, remedy: renew });
    try {
        const { [baselineFileName]: text } = await readArtifact(api, artifact, [baselineFileName]);
        if (text === undefined)
            return unusable(`it holds no ${baselineFileName}`);
        const results = store_parseResults(text, artifact.name, 'baseline');
        const { key } = results.environment;
        if (key !== environmentKey)
            return unusable(`it was measured in the environment ${key}`);
        const mismatch = commitMismatch(results, headSha);
        return mismatch === undefined ? { results } : unusable(mismatch);
    }
    catch (error) {
        // An unreadable baseline must not hide an older readable one.
        if (!(error instanceof errors/* MemoryBenchError */.kU))
            throw error;
        if (!(error instanceof api_GitHubError))
            return unusable(error.message);
        const answer = error.status === undefined ? 'did not answer' : `answered ${error.status}`;
        const reason = `GitHub ${answer} when downloading ${baseline}`;
        return { why: error.message, reason, remedy: error.remedy ?? 'Rerun the job later.' };
    }
}
/** The first line of a message, without its colon: for a list of mistakes, the heading. */
function firstLine(message) {
    return message.split('\n', 1).join('').replace(/:$/, '');
}
/**
 * The reason that results do not represent the commit of their run; undefined if they do. A workflow may check out a
 * different commit, or change files before it measures.
 */
function commitMismatch({ commit }, headSha) {
    if (commit === undefined)
        return 'it does not say which commit was measured';
    if (commit.sha !== headSha) {
        return `${format_formatCommit(commit.sha)} was measured, and the run is of ${format_formatCommit(headSha)}`;
    }
    return commit.dirty ? `${format_formatCommit(headSha)} was measured with uncommitted changes` : undefined;
}
/** The key of another environment, taken from the name of a baseline of the same job. */
function otherEnvironment(names, { artifact, environmentKey }) {
    const at = artifact.lastIndexOf(`-baseline-${environmentKey}`) + '-baseline-'.length;
    const [before, after] = [artifact.slice(0, at), artifact.slice(at + environmentKey.length)];
    const keys = names
        .filter((name) => name.startsWith(before) && name.endsWith(after))
        .map((name) => name.slice(before.length, name.length - after.length));
    return keys.find((key) => key !== '' && key !== environmentKey && (after !== '' || !endsWithLeg.test(key)));
}
/** Matches the hash at the end of a matrix leg, which marks the baseline of another job. */
const endsWithLeg = /-[0-9a-f]{6}$/;
//# sourceMappingURL=candidate.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/first-parents.js

/** Commits per request. */
const first_parents_pageSize = 100;
/** Maximum number of requests per line. Without merges one is enough; a merge of many commits needs one more. */
const mostPages = 8;
/**
 * Follows first parents from `start` through the known commits, up to `most` of them. `missing` is the first unknown
 * commit; undefined if the line ended at the root commit or at `most`.
 */
function followFirstParents(start, known, most) {
    const line = [];
    let next = start;
    while (next !== undefined && line.length < most) {
        const commit = known.get(next);
        if (commit === undefined)
            return { line, missing: next };
        line.push(next);
        next = commit.parents[0];
    }
    return { line, missing: undefined };
}
/** A commit and its ancestors on its branch: first parents, fetched on demand. */
class FirstParentLine {
    #pageFrom;
    #start;
    #most;
    #known = new Map();
    #line = [];
    #pages = 0;
    #cut = false;
    /** `pageFrom` lists a commit and its ancestors along all parents, newest first. */
    constructor(pageFrom, start, most) {
        this.#pageFrom = pageFrom;
        this.#start = start;
        this.#most = most;
    }
    /** Whether the line was cut off: the history has too many merged commits to follow. */
    get isCut() {
        return this.#cut;
    }
    /** The commit `index` steps back; undefined beyond the end. */
    async at(index) {
        while (index >= this.#line.length) {
            const { line, missing } = followFirstParents(this.#start, this.#known, this.#most);
            this.#line = line;
            if (index < line.length)
                break;
            if (missing === undefined || this.#cut)
                return undefined;
            await this.#fetch(missing);
        }
        return this.#line[index];
    }
    async #fetch(sha) {
        if (this.#pages >= mostPages) {
            this.#cut = true;
            return;
        }
        this.#pages += 1;
        for (const commit of await this.#pageFrom(sha))
            this.#known.set(commit.sha, commit);
        if (!this.#known.has(sha))
            this.#cut = true;
    }
}
/** The first-parent line of a commit of the repository, up to `most` commits long. Its requests throw GitHubError. */
function firstParentLine(api, start, most) {
    const listingCommits = { doing: `listing the commits before ${start.slice(0, 7)}`, permission: 'contents: read' };
    const pageFrom = async (sha) => {
        const request = api.rest.repos.listCommits({ ...api.at, sha, per_page: first_parents_pageSize });
        const commits = await api_ask(listingCommits, request);
        return commits.map((commit) => ({ sha: commit.sha, parents: commit.parents.map((parent) => parent.sha) }));
    };
    return new FirstParentLine(pageFrom, start, most);
}
//# sourceMappingURL=first-parents.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/trust.js
/** Events whose runs measure a branch of the repository, never the changes of a pull request. */
const trustedEvents = ['push', 'schedule', 'workflow_dispatch'];
/**
 * Whether the artifacts of a run are trusted as baselines. A fork's branch may be called `main`, and the run of its
 * pull request can upload an artifact of any name, so only GitHub's own data about the run counts.
 */
function isTrusted(run, { branches, ownRunId }) {
    const { id, event, head_branch: branch, head_repository: head, repository } = run;
    return (id !== ownRunId &&
        trustedEvents.some((trusted) => trusted === event) &&
        branch !== null &&
        branches.includes(branch) &&
        head !== null &&
        head.id === repository.id);
}
//# sourceMappingURL=trust.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/runs.js


const listingRuns = { doing: 'listing workflow runs', permission: 'actions: read' };
const runs_pageSize = 100;
/** Branches whose runs are listed; runs of further branches are found commit by commit. */
const mostBranches = 2;
/** Commits whose runs are requested one by one because the lists do not reach back to them. */
const mostCommitsAsked = 10;
/**
 * The trusted runs of a repository, by commit. Runs are first listed per branch and trusted event, so that runs of pull
 * requests cannot fill the lists. Commits that the lists do not reach are queried one by one.
 */
class TrustedRuns {
    #api;
    #rules;
    #ofCommit = new Map();
    /** Commits whose push runs are all known. */
    #covered = new Set();
    #asked = 0;
    #isWhole = true;
    #isCut = false;
    constructor(api, rules) {
        this.#api = api;
        this.#rules = rules;
    }
    /**
     * Lists the newest runs of the branches.
     * @throws GitHubError
     */
    static async list(api, rules) {
        const runs = new TrustedRuns(api, rules);
        const branches = [...new Set(rules.branches)];
        const lists = branches
            .slice(0, mostBranches)
            .flatMap((branch) => trustedEvents.map((event) => ({ branch, event })));
        // Sequential: if GitHub refuses the first request, the others are not sent.
        const listed = [];
        for (const filter of lists)
            listed.push(await runs.#page(filter));
        for (const list of listed) {
            runs.#add(list);
            for (const { head_sha: sha, event } of list)
                if (event === 'push')
                    runs.#covered.add(sha);
        }
        runs.#isWhole = branches.length <= mostBranches && listed.every(isLastPage);
        // A full page may end in the middle of the runs of a commit.
        for (const list of listed)
            if (!isLastPage(list))
                runs.#covered.delete(list.at(-1)?.head_sha ?? '');
        return runs;
    }
    /** Whether some commits may have runs that were not requested. */
    get isCut() {
        return this.#isCut;
    }
    /** All runs known so far, newest first. */
    get all() {
        return [...this.#ofCommit.values()].flat().sort(newestFirst);
    }
    /** Whether only these commits can have runs. */
    areAllOf(commits) {
        return this.#isWhole && [...this.#ofCommit.keys()].every((sha) => commits.has(sha));
    }
    /**
     * The runs of a commit, newest first.
     * @throws GitHubError
     */
    async of(sha) {
        if (!this.#isWhole && !this.#covered.has(sha)) {
            if (this.#asked < mostCommitsAsked) {
                this.#asked += 1;
                this.#covered.add(sha);
                this.#add(await this.#page({ head_sha: sha, event: 'push' }));
            }
            else
                this.#isCut = true;
        }
        return this.#ofCommit.get(sha) ?? [];
    }
    async #page(filter) {
        const { rest, at } = this.#api;
        const request = rest.actions.listWorkflowRunsForRepo({
            ...at,
            ...filter,
            exclude_pull_requests: true,
            per_page: runs_pageSize,
        });
        return (await api_ask(listingRuns, request)).workflow_runs;
    }
    #add(runs) {
        for (const run of runs) {
            if (!isTrusted(run, this.#rules))
                continue;
            const { id, head_sha: headSha, head_branch: branch, path, created_at: createdAt, status, conclusion } = run;
            const isCompleted = status === 'completed';
            const workflowPath = path.replace(/@.*$/, '');
            const others = (this.#ofCommit.get(headSha) ?? []).filter((other) => other.id !== id);
            const added = {
                id,
                headSha,
                branch: branch ?? '',
                workflowPath,
                createdAt,
                isCompleted,
                succeeded: conclusion === 'success',
            };
            this.#ofCommit.set(headSha, [...others, added].sort(newestFirst));
        }
    }
}
function isLastPage({ length }) {
    return length < runs_pageSize;
}
function newestFirst(a, b) {
    return b.id - a.id;
}
/**
 * Whether a run is still in progress.
 * @throws GitHubError
 */
async function isInProgress(api, { id }) {
    const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
    return (await api_ask({ ...listingRuns, doing: `looking up run ${id}` }, request)).status !== 'completed';
}
/**
 * Whether a run is trusted, for a run that is not in a list.
 * @throws GitHubError
 */
async function isTrustedRun(api, id, rules) {
    const request = api.rest.actions.getWorkflowRun({ ...api.at, run_id: id, exclude_pull_requests: true });
    return isTrusted(await api_ask({ ...listingRuns, doing: `looking up run ${id}` }, request), rules);
}
//# sourceMappingURL=runs.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/resolve.js






/** Commits of the branch that are searched for a baseline. */
const longestWalk = 50;
/** Maximum number of runs whose artifacts are listed. */
const mostRunsAsked = 16;
/** Runs queried before the list of all artifacts of the name is used to skip runs without one. */
const unguidedAsks = 4;
/** Unusable baselines after which the search ends. */
const mostUnusable = 4;
/** Runs outside of the walk that are queried to see whether the branch ever had a baseline. */
const mostOutsideAsked = 3;
/**
 * Finds the baseline of the base commit, or else of its nearest ancestor on the branch with a usable one. Baselines are
 * read from each commit's trusted runs only, so artifacts of untrusted runs are never used. The notes name the
 * baselines that were passed over.
 * @throws GitHubError if GitHub does not answer.
 */
async function resolveArtifact(api, search) {
    const { base, branches, ownRunId } = search;
    const rules = { branches: [...new Set([base.branch, ...branches])], ownRunId };
    const runs = await TrustedRuns.list(api, rules);
    return new Walk(api, search, rules, runs).result();
}
/** The state of one search: the commits and baselines seen, and the runs queried. */
class Walk {
    #api;
    #search;
    #rules;
    #runs;
    #seen = new Set();
    #notes = [];
    #warnings = [];
    /** Other workflows that succeeded without an artifact of memory-bench. */
    #unrelated = new Set();
    #asked = 0;
    #isCut = false;
    #newest;
    #unusable;
    #elsewhere;
    constructor(api, search, rules, runs) {
        this.#api = api;
        this.#search = search;
        this.#rules = rules;
        this.#runs = runs;
    }
    async result() {
        const { base } = this.#search;
        const skipped = base.excludesItself ? 1 : 0;
        const line = firstParentLine(this.#api, base.sha, longestWalk);
        if (skipped > 0)
            this.#seen.add(base.sha);
        let nearest;
        for (let index = skipped; !this.#isCut && !this.#runs.areAllOf(this.#seen); index += 1) {
            const sha = await line.at(index);
            if (sha === undefined)
                break;
            nearest ??= sha;
            this.#seen.add(sha);
            const found = await this.#atCommit(sha, index);
            if (found === undefined)
                continue;
            const resolved = this.#found(found.results, sha, index);
            return sha === nearest ? resolved : this.#unlessPending(resolved, nearest, found.run.workflowPath);
        }
        this.#isCut ||= line.isCut || this.#runs.isCut;
        return this.#unlessPending(await this.#nothing(), nearest);
    }
    async #atCommit(sha, index) {
        for (const run of this.#ownFirst(await this.#runs.of(sha))) {
            if (!(await this.#mayHaveOne(run)))
                continue;
            if (this.#asked >= mostRunsAsked) {
                this.#isCut = true;
                return undefined;
            }
            this.#asked += 1;
            const tried = await readBaseline(this.#api, run, this.#search);
            if (tried.kind === 'usable')
                return { results: tried.results, run };
            if (tried.kind === 'unusable') {
                const [problem] = tried.problems;
                this.#unusable ??= { index, problem };
                for (const { why } of tried.problems)
                    this.#passedOver(sha, why);
                this.#isCut ||= this.#warnings.length >= mostUnusable;
                if (this.#isCut)
                    return undefined;
                continue;
            }
            this.#without(run, index, tried);
        }
        return undefined;
    }
    #without(run, index, { otherEnvironment: key, isOfMemoryBench }) {
        const { headSha: sha, workflowPath, succeeded } = run;
        if (key !== undefined && this.#elsewhere === undefined) {
            this.#elsewhere = { index, sha, key };
            this.#notes.push(`the baseline of ${format_formatCommit(sha)} was measured in the environment ${key}`);
        }
        if (succeeded && !isOfMemoryBench && !this.#isOwn(run))
            this.#unrelated.add(workflowPath);
    }
    #passedOver(sha, why) {
        const note = `the baseline of ${format_formatCommit(sha)} was passed over: ${why}`;
        this.#notes.push(note);
        this.#warnings.push(note);
    }
    /** Puts the runs of the measuring workflow first. */
    #ownFirst(runs) {
        return [...runs.filter((run) => this.#isOwn(run)), ...runs.filter((run) => !this.#isOwn(run))];
    }
    #isOwn({ workflowPath }) {
        return workflowPath === this.#search.workflowPath;
    }
    async #mayHaveOne(run) {
        if (this.#unrelated.has(run.workflowPath))
            return false;
        if (this.#asked < unguidedAsks)
            return true;
        const { artifacts, completeSince } = await this.#newestArtifacts();
        // An artifact is newer than its run. If another run's artifacts fill the list, it reaches less far back.
        return artifacts.some((artifact) => artifact.run?.id === run.id) || run.createdAt <= completeSince;
    }
    async #newestArtifacts() {
        this.#newest ??= await newestArtifacts(this.#api, this.#search.artifact);
        return this.#newest;
    }
    #found(results, sha, commitsBehind) {
        const source = commitsBehind === 0 ? 'merge-base' : 'ancestor';
        const place = `artifact of ${format_formatCommit(sha)}`;
        const provenance = { source, commitsBehind, notes: this.#notes };
        return { results, absence: undefined, place, pending: false, provenance, warnings: this.#warnings };
    }
    async #nothing() {
        const { base } = this.#search;
        const facts = { unusable: this.#unusable, elsewhere: this.#elsewhere, sha: base.sha, branch: base.branch };
        const settled = facts.unusable !== undefined || facts.elsewhere !== undefined;
        const hasHadOne = !settled && (await this.#hasHadOne());
        const absence = absenceOf({ ...facts, hasHadOne, commits: Math.max(1, this.#seen.size) });
        const looked = `${format_countOf(this.#seen.size, 'commit')} and ${format_countOf(this.#asked, 'run')}`;
        const cut = this.#isCut ? [`the search ended after ${looked}; older runs were not looked at`] : [];
        const without = this.#asked > 0 && !settled ? [`${format_countOf(this.#asked, 'run')} left no baseline`] : [];
        return nothing([...this.#notes, ...without, ...cut], absence);
    }
    /** Whether a trusted run outside of the walk left a baseline of this name, expired or not. */
    async #hasHadOne() {
        if (this.#runs.all.length === 0)
            return false;
        const { artifacts } = await this.#newestArtifacts();
        const trustedIds = new Set(this.#runs.all.map(({ id }) => id));
        if (artifacts.some(({ run }) => run !== undefined && trustedIds.has(run.id)))
            return true;
        const ofBranch = artifacts.find(({ run, ofThisRepository }) => ofThisRepository && run !== undefined && this.#rules.branches.includes(run.headBranch));
        if (ofBranch?.run !== undefined && (await isTrustedRun(this.#api, ofBranch.run.id, this.#rules)))
            return true;
        const outside = this.#runs.all.filter((run) => !this.#seen.has(run.headSha) && this.#isOwn(run));
        for (const run of outside.slice(0, mostOutsideAsked)) {
            if (!(await this.#mayHaveOne(run)))
                continue;
            const { named } = await artifactsOfRunNamed(this.#api, run.id, this.#search.artifact);
            if (named.length > 0)
                return true;
        }
        return false;
    }
    /** Marks a result as pending if the run of the nearest commit is still in progress. */
    async #unlessPending(found, nearest, makersPath = this.#search.workflowPath) {
        if (nearest === undefined)
            return found;
        const paths = [this.#search.workflowPath, makersPath];
        const making = (await this.#runs.of(nearest)).filter(({ isCompleted, workflowPath }) => !isCompleted && paths.includes(workflowPath));
        if (making.length === 0)
            return found;
        const stillPending = async () => {
            for (const run of making)
                if (await isInProgress(this.#api, run))
                    return true;
            return false;
        };
        return { ...found, pending: true, stillPending };
    }
}
/** The result without a baseline: the reason, and notes about what was passed over. */
function nothing(notes, absence = { kind: 'first-run' }) {
    const provenance = { source: 'none', commitsBehind: undefined, notes };
    return { results: undefined, absence, place: 'of the base commit', pending: false, provenance };
}
//# sourceMappingURL=resolve.js.map
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/github/baseline/wait.js




const firstPauseMs = 10_000;
const longestPauseMs = 60_000;
const growth = 1.5;
/** Growing pauses between polls, in ms: 13 in ten minutes. The last one ends when the time is used up. */
function* pausesOf(totalMs) {
    let left = totalMs;
    for (let pause = firstPauseMs; left > 0; pause = Math.min(pause * growth, longestPauseMs)) {
        const taken = Math.min(pause, left);
        left -= taken;
        yield taken;
    }
}
/**
 * Waits until a baseline is made.
 * @throws InterruptedError
 */
async function waitFor(api, stillPending, { waitMs, signal, say, }) {
    const pauses = pausesOf(waitMs);
    for (let hasWaited = false;; hasWaited = true) {
        try {
            if (!(await stillPending()))
                return undefined;
        }
        catch (error) {
            if (!(error instanceof api_GitHubError))
                throw error;
            return `the run of the base commit was not waited for: ${error.reason}`;
        }
        if (fewLeft(api.usage()))
            return 'the run of the base commit was not waited for: GitHub has few requests left this hour';
        const { value: pause } = pauses.next();
        if (pause === undefined)
            return 'the base commit was still being measured and was not waited for any longer';
        if (!hasWaited)
            say(`waiting for the baseline: the base commit is being measured (${minutes(waitMs)} at most)`);
        await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal }).catch(() => { });
        if (signal.aborted)
            throw new errors/* InterruptedError */.p4('interrupted while waiting for a baseline; the results are kept');
    }
}
function minutes(ms) {
    const count = Math.ceil(ms / 60_000);
    return count === 1 ? '1 minute' : `${count} minutes`;
}
//# sourceMappingURL=wait.js.map
;// CONCATENATED MODULE: ./lib/src/github/baseline/source.js





/**
 * Returns the baseline lookup of a runner. It tries the artifact of the merge base, the artifact of the nearest
 * ancestor that has one, and the committed file. If GitHub does not answer, the file is used with a warning. Without a
 * file, the absence names the failure.
 */
function githubBaseline(api, lookup) {
    const { warn = lookup.say } = lookup;
    const warned = new Set();
    let early;
    const find = async (environmentKey, isLast) => {
        const found = await lookUp(api, lookup, environmentKey);
        if (found.results === undefined || (found.pending && !isLast))
            return found;
        for (const warning of found.warnings ?? [])
            if (!warned.has(warning))
                warn(warning);
        for (const warning of found.warnings ?? [])
            warned.add(warning);
        return found;
    };
    return async (environmentKey, moment) => {
        if (moment === 'before' || early?.stillPending === undefined) {
            early = await find(environmentKey, moment === 'after');
            return early;
        }
        const end = await waitFor(api, early.stillPending, lookup);
        const found = { ...(await find(environmentKey, true)), pending: false };
        return end === undefined ? found : withNote(found, end);
    };
}
async function lookUp(api, lookup, environmentKey) {
    const { source } = lookup;
    if (source === 'none')
        return nothing([], { kind: 'not-requested' });
    const found = source === 'file' ? nothing([]) : await inArtifacts(api, lookup, environmentKey);
    return found.results !== undefined || source === 'artifact' ? found : inFile(lookup, environmentKey, found);
}
async function inArtifacts(api, lookup, environmentKey) {
    const { question, branches, artifactOf } = lookup;
    const { run, finishedRun } = question.context;
    // The comment action's workflow makes no baselines; the workflow it comments for may.
    const workflowPath = finishedRun?.path?.replace(/@.*$/, '') ?? run.workflowPath;
    try {
        const base = await findBase(api, question);
        const artifact = artifactOf(environmentKey);
        return await resolveArtifact(api, { base, artifact, environmentKey, branches, ownRunId: run.id, workflowPath });
    }
    catch (error) {
        if (!(error instanceof api_GitHubError) && !(error instanceof NoMergeBaseError))
            throw error;
        const failed = nothing([`baseline artifacts could not be looked up: ${error.message}`], lookupFailure(error));
        return { ...failed, isTransient: error instanceof api_GitHubError && isOfTheServer(error) };
    }
}
function isOfTheServer({ status }) {
    return status === undefined || status >= 500;
}
/** Falls back to the committed file when no artifact was found. */
async function inFile({ committed, committedOnBase }, environmentKey, found) {
    try {
        const inCheckout = await committed(environmentKey);
        // After a failed lookup, another request cannot turn the result into a first run.
        const mayAsk = inCheckout.results === undefined && found.absence?.kind !== 'unavailable';
        const { results, place } = (mayAsk ? await committedOnBase?.(environmentKey) : undefined) ?? inCheckout;
        if (results === undefined)
            return found;
        const provenance = { ...found.provenance, source: 'file' };
        return { ...found, results, absence: undefined, place, provenance, warnings: warningsOf(found.absence) };
    }
    catch (error) {
        if (!(error instanceof api_GitHubError))
            throw error;
        const failed = withNote(found, `the committed baseline could not be read: ${error.message}`);
        return found.absence?.kind === 'unavailable' ? failed : { ...failed, absence: lookupFailure(error) };
    }
}
/** The warning if the file replaces an artifact that should have existed. */
function warningsOf(absence) {
    if (absence?.kind !== 'unavailable' || !absence.expected)
        return [];
    const { reason, remedy } = absence;
    return [[`compared with the committed baseline, because ${reason}.`, remedy].filter(Boolean).join(' ')];
}
function withNote(found, note) {
    const { provenance } = found;
    return { ...found, provenance: { ...provenance, notes: [...provenance.notes, note] } };
}
//# sourceMappingURL=source.js.map
;// CONCATENATED MODULE: ./lib/src/report/blocks.js
/** A part that is shown on a click. Both texts must be memory-bench's own Markdown or HTML, or escaped. */
function fold(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** A table of escaped cells; empty without rows. `right` selects the numeric columns. */
function table(header, rows, right) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const alignment = header.map((_, column) => (right(column) ? '---:' : '---'));
    return [line(header), line(alignment), ...rows.map(line)].join('\n');
}
/** Joins the non-empty blocks with the blank lines that Markdown needs. */
function joinBlocks(blocks) {
    return blocks.filter((block) => block !== '').join('\n\n');
}
/** A link if there is an address that cannot break out of it; else the text alone. */
function blocks_link(text, url) {
    return url !== undefined && /^https?:\/\/[\w.~:/?#@!$&+,;=%-]+$/.test(url) ? `[${text}](${url})` : text;
}
//# sourceMappingURL=blocks.js.map
// EXTERNAL MODULE: ./lib/src/report/plain-text.js
var plain_text = __webpack_require__(7793);
;// CONCATENATED MODULE: ./lib/src/report/escape.js

/**
 * Text from scenarios, results or names, made safe inside a Markdown table cell: no HTML, mention, link, image,
 * formatting or cell break gets through, and it stays readable.
 */
function escapeCell(text) {
    return (text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // An underscore inside a word formats nothing. Keeping it leaves metric names searchable.
        .replaceAll(/[\\`*[\]#|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (mark) => `&#${mark.charCodeAt(0)};`)
        // GitHub turns bare text into mentions, references and links after decoding entities. A zero-width space after
        // the sign prevents that.
        .replaceAll('@', '@\u200b')
        .replaceAll('&#35;', '&#35;\u200b')
        .replaceAll(/\bGH-(?=\d)/gi, (reference) => `${reference}\u200b`)
        // GitHub links bare commit hashes too.
        .replaceAll(/(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, '$&\u200b'))
        .replaceAll(/:\/\//g, ':\u200b//')
        .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
        .replaceAll(/[\r\n]+/g, '<br>'));
}
/** Untrusted text for display: escaped, limited in length, without control characters or direction marks. */
function escapeText(text, longest = 200) {
    return escapeCell(shownText(text, longest));
}
/** Like escapeText, but not escaped, for output that does not interpret text. */
function shownText(text, longest = 200) {
    // Cut before the replacements too: a message may have megabytes.
    const plain = (0,plain_text/* plainText */.w)(text.slice(0, 4 * longest))
        .toWellFormed()
        .replaceAll(directionMarks, '')
        .replaceAll(/[\u2028\u2029]/g, '\n');
    return escape_cutText(plain.trim(), longest);
}
/** The first characters of a text, with an ellipsis where there are more. */
function escape_cutText(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** They would reverse the direction of the text after them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
//# sourceMappingURL=escape.js.map
;// CONCATENATED MODULE: ./lib/src/compare/pair-sites.js

/**
 * Maps each site of `now` to the same site of `before`. Lines move when code above them changes, so the same function
 * in the same file is the same site. If a function has several sites, those on the same line are paired first, the
 * others in order.
 */
function pairSites(now, before) {
    const partners = new Map();
    const earlier = groups(before);
    for (const [key, sites] of groups(now)) {
        const others = earlier.get(key) ?? [];
        const sameLine = sites.flatMap((site) => {
            const other = others.find(({ line }) => line === site.line);
            return other === undefined ? [] : [[site, other]];
        });
        for (const [site, other] of sameLine)
            partners.set(site, other);
        const taken = new Set(sameLine.map(([, other]) => other));
        const open = sites.filter((site) => !partners.has(site));
        const free = others.filter((other) => !taken.has(other));
        for (const [index, site] of open.entries()) {
            const other = free[index];
            if (other !== undefined)
                partners.set(site, other);
        }
    }
    return partners;
}
/** The most that a site outside the list can have: 0 if the list is not full, because then it names all sites. */
function mostUnnamed(amounts) {
    return amounts.length < schema/* mostSites */.mb ? 0 : amounts.reduce((least, amount) => Math.min(least, amount));
}
function groups(sites) {
    const found = new Map();
    for (const site of [...sites].sort((a, b) => a.line - b.line)) {
        const { kind, file, function: name, caller } = site;
        const key = JSON.stringify([kind, file, name, caller?.file, caller?.function]);
        found.set(key, [...(found.get(key) ?? []), site]);
    }
    return found;
}
//# sourceMappingURL=pair-sites.js.map
;// CONCATENATED MODULE: ./lib/src/compare/sites.js

/** As many as a reader will follow up. */
const mostDifferences = 5;
/** Smallest difference worth a line: sampling alone causes smaller ones. */
const leastBytes = 32 * 1024;
const leastShare = 0.03;
/** The cases whose memory needs an explanation, or with `all` every measured case. */
function casesToExplain({ cases }, all) {
    return cases.filter((judged) => judged.samples > 0 && (all || isWorse(judged))).map(({ id }) => id);
}
/** Cases that leak or may leak. */
function leakingCases({ cases }) {
    return cases.filter(({ leak }) => isLeaking(leak)).map(({ id }) => id);
}
/** Whether memory keeps growing, proven or not. */
function isLeaking(leak) {
    return leak?.verdict === 'leak' || leak?.verdict === 'suspected';
}
function isWorse({ breaches, leak, metrics }) {
    const regressed = metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
    return regressed || breaches.length > 0 || isLeaking(leak);
}
/**
 * Sites that explain a case: by default, those with more bytes than in the baseline. With `leaking`, the kept sites are
 * those with the most bytes now. A baseline that leaks too keeps as much, so a difference would hide the leak.
 */
function compareSites(now, baseline, leaking = false) {
    const all = sitesBeside(now, baseline, leaking);
    if (all === undefined)
        return undefined;
    const kept = leaking ? greatest(all.kept, (site) => site.now) : greatest(all.kept, (site) => site.difference);
    return { ...all, kept, allocated: greatest(all.allocated, (site) => site.difference) };
}
/** All known sites of a case beside the baseline's, greatest difference first; with `leaking`, most kept first. */
function sitesBeside(now, baseline, leaking = false) {
    const here = sitesIn(now);
    if (here === undefined)
        return undefined;
    const before = sitesIn(baseline);
    const kept = beside(here.alive, before?.alive ?? []);
    return {
        compared: before !== undefined,
        iterations: here.iterations,
        keptBytes: keptBytes(here.alive),
        kept: leaking ? kept.sort((a, b) => b.now - a.now) : kept,
        allocated: beside(here.allocated, before?.allocated ?? []),
    };
}
function keptBytes(alive) {
    const sum = (kind) => alive.filter((site) => site.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
    return { objects: sum('heap'), buffers: sum('buffer') };
}
function sitesIn(samples) {
    return samples.find((sample) => sample.sites !== undefined)?.sites;
}
/** The sites large enough to report, by these bytes. */
function greatest(all, bytesOf) {
    const known = all.filter((site) => bytesOf(site) >= leastBytes);
    const sum = known.reduce((total, site) => total + bytesOf(site), 0);
    return known.filter((site) => bytesOf(site) >= leastShare * sum).slice(0, mostDifferences);
}
function beside(now, before) {
    const partners = pairSites(now, before);
    const unnamed = mostUnnamed(before.map(({ bytes }) => bytes));
    return now
        .map((site) => differenceOf(site, partners.get(site), unnamed))
        .sort((a, b) => b.difference - a.difference || b.now - a.now);
}
function differenceOf({ bytes, ...site }, partner, unnamed) {
    const difference = partner === undefined ? Math.max(0, bytes - unnamed) : bytes - partner.bytes;
    return { ...site, now: bytes, baseline: partner?.bytes ?? 0, difference };
}
//# sourceMappingURL=sites.js.map
;// CONCATENATED MODULE: ./lib/src/report/native.js


const native_mostLines = 3;
const mostFramesInLine = 4;
const longestName = 80;
const longestMessage = 500;
const longestRead = 1_000;
/** Native memory of a case, in a few lines per profiler; empty if it was not profiled. */
function nativeWords({ native }) {
    return native.map(wordsOf);
}
function wordsOf(finding) {
    if (finding.kind === 'failed') {
        return { profiler: 'not profiled', summary: shownText(finding.message, longestMessage), lines: [] };
    }
    const { now, baseline } = finding;
    return {
        profiler: now.profiler,
        summary: nativeSummary(now, baseline),
        lines: linesOf(now).map(stackLine),
    };
}
/** The largest stacks as lines: of memory that was never freed, or at the peak. */
function stackLines(native, unfreed) {
    const wanted = unfreed ? notFreed : atThePeak;
    return linesOf(native)
        .filter(({ what }) => what === wanted)
        .map(stackLine);
}
function stackLine({ what, bytes, calls }) {
    return `${what}: ${format_bytesWords(bytes)} by ${chainWords(calls)}`;
}
const atThePeak = 'at the peak';
const notFreed = 'not freed';
/** The totals of a profile in one sentence, with the difference against the baseline where there is one. */
function nativeSummary(native, baseline) {
    const peak = `peak ${format_bytesWords(native.peakBytes)}${changeWords(native.peakBytes, baseline?.peakBytes)}`;
    if (native.profiler === 'massif') {
        const held = native.counts === 'pages' ? 'of mapped pages' : 'of heap blocks';
        return `${peak} ${held} of the ${subjectWords[native.subject]}`;
    }
    const { allocationCalls: calls, temporaryCalls, leakedBytes, subject } = native;
    const share = calls === 0 ? 0 : Math.round((100 * temporaryCalls) / calls);
    const before = baseline?.allocationCalls;
    const more = before === undefined ? '' : `, ${signedCount(calls - before)}`;
    const leaked = `${format_bytesWords(leakedBytes)}${changeWords(leakedBytes, baseline?.leakedBytes)} not freed`;
    const whose = `by the ${subjectWords[subject]}`;
    return `${calls.toLocaleString('en-US')} calls ${whose} (${share} % temporary${more}), ${peak}, ${leaked}`;
}
const subjectWords = { worker: 'Node process', command: 'program', qdrant: 'Qdrant server' };
/** A stack with a smaller share of the whole explains nothing. */
const native_leastShare = 0.03;
/** The largest stacks. */
function linesOf(native, most = native_mostLines) {
    if (native.profiler === 'massif') {
        return chainsOf(native.tree)
            .filter(({ bytes }) => bytes >= native_leastShare * native.peakBytes)
            .slice(0, most);
    }
    const some = (what, stacks, whole) => stacks
        .filter(({ bytes }) => bytes >= native_leastShare * whole)
        .slice(0, most)
        .map(({ bytes, frames }) => ({ what, bytes, calls: frames }));
    return [...some(atThePeak, native.peak, native.peakBytes), ...some(notFreed, native.leaked, native.leakedBytes)];
}
/** Each allocating function with its main caller, the main caller of that, and so on. */
function chainsOf(tree) {
    return tree.flatMap((branch, index) => {
        if (branch.level > 0)
            return [];
        const behind = tree.slice(index);
        const end = behind.findIndex(({ level }, steps) => level !== steps);
        return [{ what: atThePeak, bytes: branch.bytes, calls: end < 0 ? behind : behind.slice(0, end) }];
    });
}
/** Calls from the innermost outwards, as text. */
function chainWords(calls) {
    if (calls.length === 0)
        return 'code without a name';
    return calls.slice(0, mostFramesInLine).map(callWords).join(' < ');
}
/** A function with its place: `hold (daemon.c:12)`, `tokio::run (qdrant)`, or the library alone. */
function callWords({ function: name, file, line, object }) {
    const place = file === '' ? object : line === 0 ? file : `${file}:${line}`;
    if (name === '')
        return place === '' ? 'code without a name' : shownText(place, longestName);
    const shown = shownText(shortName(name), longestName);
    return place === '' ? shown : `${shown} (${shownText(place, longestName)})`;
}
/** A name without its parameter types, which rarely distinguish two functions at a glance. */
function shortName(name) {
    const plain = name.slice(0, longestRead).replaceAll('(anonymous namespace)::', '');
    const from = plain.startsWith('operator()') ? 'operator()'.length : 1;
    const parameters = plain.indexOf('(', from);
    return parameters < 0 || plain.startsWith('(') ? plain : plain.slice(0, parameters);
}
function changeWords(now, before) {
    if (before === undefined)
        return '';
    return ` (${now < before ? '-' : '+'}${format_bytesWords(Math.abs(now - before))})`;
}
function signedCount(difference) {
    return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toLocaleString('en-US')} against the baseline`;
}
//# sourceMappingURL=native.js.map
;// CONCATENATED MODULE: ./lib/src/report/retainers.js

/** Holders that a finding names. */
const retainers_mostLines = 2;
/** Holders of leaked objects, one line each: "`recent` (Map) at src/app.js:3 holds 4,000 objects, 8.1 MiB". */
function retainerLines(retainers) {
    return (retainers?.holders ?? []).slice(0, retainers_mostLines).map((holder) => {
        const { at, through, objects, bytes } = holder;
        const place = at === undefined ? '' : ` at ${at.file}:${at.line}`;
        const named = through === undefined ? '' : `, through ${functionWords(through)}`;
        return `${holderWords(holder)}${place} holds ${objectsWords(objects)}, ${format_bytesWords(bytes)}${named}`;
    });
}
/** The variable and its class: "`recent` (Map)". */
function holderWords({ name, type }) {
    // Node keeps timers in lists by their duration.
    if (name.startsWith('timerListMap') || type === 'TimersList')
        return 'Node’s list of active timers';
    if (type === 'synthetic')
        return 'V8 itself';
    return name === '' ? type : `\`${name}\` (${type})`;
}
/** A function with its place. */
function functionWords({ file, line, function: name }) {
    return `${name === '' ? 'the function' : `\`${name}\``} at ${file}:${line}`;
}
/** Most of the held objects, by type: `10,000 string (312.1 KiB), 500 Object (19.5 KiB)`. */
function heldWords({ held }) {
    return held
        .map(({ type, objects, bytes }) => `${objects.toLocaleString('en-US')} ${type} (${bytesWords(bytes)})`)
        .join(', ');
}
function objectsWords(objects) {
    return `${objects.toLocaleString('en-US')} ${objects === 1 ? 'object' : 'objects'}`;
}
//# sourceMappingURL=retainers.js.map
;// CONCATENATED MODULE: ./lib/src/report/unexplained.js


/** Below this share of a growth, JavaScript objects and Buffers do not explain it. */
const explainingShare = 0.3;
/** A part with this share of the rest names all of it. */
const mainShare = 0.5;
/** Growth of a case that its sites leave unexplained; undefined if they explain it or have no data. */
function unexplainedOf(judged) {
    const { sites, leak } = judged;
    if (sites === undefined)
        return undefined;
    return leak !== undefined && isLeaking(leak) ? ofLeak(leak, judged, sites) : ofMetrics(judged, sites);
}
/** Contents of a series, by its name in leak findings: whether it has objects or Buffers, and what else it has. */
const seriesParts = {
    heap: { of: ['objects', 'buffers'], rest: 'unrecorded' },
    external: { of: ['buffers'], rest: 'external' },
    // Live native bytes include backing stores allocated by malloc.
    native: { of: ['buffers'], rest: 'malloc' },
    malloc: { of: [], rest: 'malloc' },
    workerHeap: { of: ['objects'], rest: 'workerHeap' },
    other: { of: [], rest: 'mapped' },
    anon: { of: ['objects', 'buffers'], rest: 'mapped' },
};
function ofLeak({ series, rate }, judged, { iterations, keptBytes }) {
    const parts = seriesParts[series];
    if (parts === undefined || iterations === undefined)
        return undefined;
    const grown = mebibytes(rate * iterations);
    const whole = outsideTheHeap.has(parts.rest) ? wholeGrowth(judged) : 0;
    if (whole > 2 * grown) {
        // The series has only part of the growth: a thread costs little malloc and much mapped memory.
        const explained = mebibytes(keptBytes.objects + keptBytes.buffers);
        return explained < explainingShare * whole
            ? { growth: whole, explained, rest: mainRest(judged, whole) }
            : undefined;
    }
    if (parts.of.length === 0) {
        // The series has none of the memory that sites record: both grew in parallel.
        const explained = mebibytes(keptBytes.objects + keptBytes.buffers);
        return { growth: grown + explained, explained, rest: parts.rest };
    }
    const explained = parts.of.reduce((sum, kind) => sum + mebibytes(keptBytes[kind]), 0);
    return explained < explainingShare * grown ? { growth: grown, explained, rest: parts.rest } : undefined;
}
const outsideTheHeap = new Set(['malloc', 'mapped']);
/** Memory change of the process over the measured iterations, which are as many as the recorded ones. */
function wholeGrowth({ metrics }) {
    const changes = ['anon_delta_mb', 'rss_delta_mb'].flatMap((name) => metrics.find(({ metric }) => metric === name) ?? []);
    return changes[0]?.now.median ?? 0;
}
function mainRest({ metrics }, whole) {
    const native = metrics.find(({ metric }) => metric === 'native_delta_mb')?.now.median ?? 0;
    return native >= mainShare * whole ? 'malloc' : 'mapped';
}
/** Metrics of the whole memory change of the process, over the iterations whose sites are recorded. */
const wholeChanges = new Set(['rss_delta_mb', 'anon_delta_mb', 'native_delta_mb']);
function ofMetrics(judged, sites) {
    const asked = askedAbout(judged);
    const changes = judged.metrics
        .filter(({ metric }) => asked.includes(metric) && wholeChanges.has(metric))
        .map((metric) => ({ metric, growth: changeOf(metric) }))
        .sort((a, b) => b.growth - a.growth);
    const [greatest] = changes;
    if (greatest === undefined)
        return undefined;
    const { growth, metric } = greatest;
    const explained = explainedOf(metric, sites);
    if (explained >= explainingShare * growth)
        return undefined;
    return { growth, explained, rest: restOf(judged, greatest, explained) };
}
/** The difference from the baseline, or the whole change without one. */
function changeOf({ difference, now }) {
    return difference ?? now.median;
}
/** Memory kept by objects and Buffers: the increase over a baseline that has sites, else all of it. */
function explainedOf({ difference }, { compared, kept, keptBytes }) {
    return difference !== undefined && compared
        ? kept.reduce((sum, site) => sum + mebibytes(site.difference), 0)
        : mebibytes(keptBytes.objects + keptBytes.buffers);
}
function restOf({ metrics }, { metric, growth }, explained) {
    if (metric.metric === 'native_delta_mb')
        return 'malloc';
    const change = (name) => {
        const found = metrics.find((other) => other.metric === name);
        return found && (metric.difference === undefined ? found.now.median : (found.difference ?? found.now.median));
    };
    const rest = growth - explained;
    const anonymous = change('anon_delta_mb');
    const file = change('file_delta_mb') ?? (anonymous === undefined ? 0 : growth - anonymous);
    if (metric.metric === 'rss_delta_mb' && file >= mainShare * rest)
        return 'file';
    // Native bytes include Buffers.
    return (change('native_delta_mb') ?? 0) - explained >= mainShare * rest ? 'malloc' : 'mapped';
}
/** Metrics that exceed their budget or regressed. */
function askedAbout({ metrics, breaches }) {
    const regressed = metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'regression');
    return [...regressed, ...breaches].map(({ metric }) => metric);
}
const restWords = {
    file: 'pages of mapped files, which the kernel can drop: no action needed',
    malloc: 'native memory from malloc: run with `--profiler heaptrack` to see who allocates it',
    mapped: 'outside the JavaScript heap and malloc (mapped memory, thread stacks): look for mappings that grow in /proc/<pid>/smaps',
    workerHeap: 'in heaps of worker threads: call `worker.getHeapSnapshot()` on the worker that grows',
    external: 'memory that V8 holds outside its heap, such as WebAssembly memory: look for it in a heap snapshot',
    unrecorded: 'from iterations that were not recorded: raise `iterations` to record them',
};
/** One line: the explained part, the rest, and the next step. The step is left out if its answer follows. */
function unexplainedWords({ growth, explained, rest }, answered) {
    const words = answered ? `${restWords[rest].split(':')[0]}:` : restWords[rest];
    return `${amount(explained)} of ${amount(growth)} MiB explained; the rest is ${words}`;
}
function amount(value) {
    return value.toFixed(value >= 100 ? 0 : 1);
}
/** Next steps for growth that is not memory of this process, by series of the leak finding. */
const elsewhere = {
    descriptors: 'list the open files with `ls -l /proc/<pid>/fd` after some iterations',
    threads: 'list the threads with `head /proc/<pid>/task/*/comm` after some iterations',
    handles: 'print `process.getActiveResourcesInfo()` after some iterations',
    children: 'list the child processes with `ps --ppid <pid>` after some iterations',
    child: 'the memory is in child processes: measure the program that is started as a command',
};
/** The next step of a leak whose series has no sites; undefined for memory of the process itself. */
function stepElsewhere({ leak }) {
    return leak !== undefined && isLeaking(leak) ? elsewhere[leak.series] : undefined;
}
//# sourceMappingURL=unexplained.js.map
;// CONCATENATED MODULE: ./lib/src/report/where.js






/** Lines shown before the full list. */
const where_mostLines = 3;
/** Where the memory of a case that is over budget, regressed or leaks comes from, in a few lines of plain text. */
function whereOf(judged) {
    const { sites, leak } = judged;
    const step = stepElsewhere(judged);
    const held = isLeaking(leak) ? retainerLines(judged.retainers) : [];
    // Unclosed handles retain their callbacks.
    if (step !== undefined)
        return isAboutHandles(leak) ? [...held, step] : [step];
    if (sites === undefined || isElsewhere(leak))
        return isElsewhere(leak) ? nativeStacks(judged) : [...held, ...nativeStacks(judged)];
    const open = unexplainedOf(judged);
    const told = explainingSide(judged);
    const lines = sites[told].slice(0, where_mostLines).map((site) => lineOf(site, told, judged));
    if (open === undefined)
        return [...held, ...lines];
    // A native memory profile shows the callers of malloc, and explains no other rest.
    const stacks = open.rest === 'malloc' ? nativeStacks(judged) : [];
    return [unexplainedWords(open, stacks.length > 0), ...stacks, ...held, ...lines];
}
function isAboutHandles(leak) {
    const series = leak?.series;
    return series === 'handles';
}
/** Whether the leak is in another process, for which V8 has no sites. */
function isElsewhere(leak) {
    return leak !== undefined && isLeaking(leak) && ['qdrant', 'tree', 'reported'].includes(leak.series);
}
/** The stacks of a native profile, if one was recorded. */
function nativeStacks(judged) {
    const { native, leak } = judged;
    const ofQdrant = askedAbout(judged).some((metric) => metric.startsWith('qdrant_')) || leak?.series === 'qdrant';
    return native
        .flatMap((finding) => (finding.kind === 'profile' ? [finding.now] : []))
        .filter(({ subject }) => (subject === 'qdrant') === ofQdrant)
        .flatMap((profile) => stackLines(profile, profile.profiler === 'heaptrack' && !isAboutPeaks(judged)))
        .slice(0, where_mostLines);
}
/** Whether kept or allocated memory explains a case. A peak consists of memory that may be freed again. */
function explainingSide(judged) {
    if (isLeaking(judged.leak))
        return 'kept';
    const [first, second] = isAboutPeaks(judged) ? ['allocated', 'kept'] : ['kept', 'allocated'];
    // Memory that was freed again does not explain a growth outside the heap.
    return (judged.sites?.[first].length ?? 0) > 0 || unexplainedOf(judged) !== undefined ? first : second;
}
/** Whether only peaks are to be explained. */
function isAboutPeaks(judged) {
    const asked = askedAbout(judged);
    return asked.length > 0 && !isLeaking(judged.leak) && asked.every((metric) => metric.includes('peak'));
}
function lineOf(site, told, { sites, leak }) {
    const compared = sites?.compared === true;
    const what = site.kind === 'buffer' ? 'Buffers' : 'objects';
    const place = `${what} ${told} ${site.file === '' ? 'by' : 'at'} ${siteWords(site)}`;
    const value = (bytes) => formatValue('heap_delta_mb', mebibytes(bytes));
    if (isLeaking(leak))
        return `${value(site.now)} of ${place}${compared ? ` (baseline ${value(site.baseline)})` : ''}`;
    return `${compared ? formatDifference('heap_delta_mb', mebibytes(site.difference)) : value(site.now)} of ${place}`;
}
/** A function or line, and the user’s function that called it, as plain text that is not yet cut. */
function siteWords(site) {
    return site.caller === undefined ? placeWords(site) : `${placeWords(site)}, called by ${placeWords(site.caller)}`;
}
function placeWords({ file, line, function: name }) {
    if (file === '')
        return name === '' ? 'native code' : name;
    return `${file}:${line}${name === '' ? '' : ` (${name})`}`;
}
//# sourceMappingURL=where.js.map
;// CONCATENATED MODULE: ./lib/src/report/allocations-table.js




/** Rows shown here; the HTML report has the full list. */
const mostRows = 5;
/** Characters of two places, each a path and a name. */
const longestPlace = 600;
/**
 * Functions that allocate more or fewer objects than in the baseline, as a Markdown table. Shown if the object count
 * differs or a peak regressed. Empty otherwise, and if the baseline did not count allocations.
 */
function allocationsTable({ allocations, metrics }) {
    if (allocations?.compared !== true || !metrics.some(asksForAllocations))
        return '';
    const rows = allocations.functions
        .filter(({ difference }) => difference !== 0)
        .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
        .slice(0, mostRows)
        .map((allocator) => [escapeText(siteWords(allocator), longestPlace), ...allocationFigures(allocator)]);
    const header = ['most allocations', 'baseline', 'now', 'difference'];
    return joinBlocks([table(header, rows, (column) => column > 0)]);
}
/** Baseline, now and difference. A dash means that the function is not among the greatest. */
function allocationFigures({ baseline, now, difference }) {
    const count = (value) => (value === undefined ? '–' : formatValue('allocation_count', value));
    return [count(baseline), count(now), formatDifference('allocation_count', difference)];
}
/** Whether a metric calls for the table. Peaks often consist of garbage. */
function asksForAllocations({ metric, role, verdict, difference, floor }) {
    // Counted once, so there is no reliable verdict; but a count hardly varies.
    if (metric === 'allocation_count')
        return Math.abs(difference ?? 0) > (floor ?? Number.POSITIVE_INFINITY);
    const isOfGarbage = metric.includes('peak') || metric === 'heap_allocated_mb';
    return isOfGarbage && role === 'primary' && verdict === 'regression';
}
//# sourceMappingURL=allocations-table.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/series.js
/** Series of memory that can accuse, in bytes. Exact ones count allocations, noisy ones count resident pages. */
const memorySeries = [
    'heap',
    'external',
    'malloc',
    'workerHeap',
    'other',
    'child',
    'tree',
    'reported',
    'qdrant',
];
/** Series of counted resources that can accuse. */
const countSeries = ['descriptors', 'threads', 'handles', 'children'];
const growthSeries = [...memorySeries, ...countSeries];
const KIB = 1024;
const defaultTolerances = {
    heap: 4 * KIB,
    external: 4 * KIB,
    malloc: 4 * KIB,
    workerHeap: 16 * KIB,
    other: 64 * KIB,
    child: 64 * KIB,
    tree: 16 * KIB,
    reported: 4 * KIB,
    qdrant: 32 * KIB,
    descriptors: 0.1,
    threads: 0.1,
    handles: 0.1,
    children: 0.1,
};
/** Series that count bytes, so that `leaks.toleranceBytes` replaces their tolerance. */
const replaced = new Set(['heap', 'external', 'malloc', 'reported']);
/** Series read from resident pages or a server that works in the background. Their change needs a significance test. */
const noisy = new Set(['other', 'child', 'tree', 'qdrant']);
const counts = new Set(countSeries);
/** The tolerances of a case: its `leaks.toleranceBytes` replaces those of exact series and raises the others to it. */
function tolerancesFor(toleranceBytes) {
    if (toleranceBytes === undefined)
        return defaultTolerances;
    const entries = growthSeries.map((series) => {
        const usual = defaultTolerances[series];
        if (isCount(series))
            return [series, usual];
        return [series, replaced.has(series) ? toleranceBytes : Math.max(usual, toleranceBytes)];
    });
    return Object.fromEntries(entries);
}
function isCount(series) {
    return counts.has(series);
}
function isNoisy(series) {
    return noisy.has(series);
}
/** The amount a series must keep to be called a ratchet: 1 MiB, or a count of ten. */
function ratchetAmount(series) {
    return isCount(series) ? 10 : KIB * KIB;
}
/** The stored names of the series, the same in `sample.readings` and `sample.iterations`. */
const storedNames = {
    heap: 'heapBytes',
    external: 'externalBytes',
    malloc: 'mallocBytes',
    workerHeap: 'workerHeapBytes',
    other: 'otherBytes',
    child: 'childBytes',
    tree: 'anonBytes',
    reported: 'reportedBytes',
    qdrant: 'qdrantBytes',
    descriptors: 'descriptors',
    threads: 'threads',
    handles: 'handles',
    children: 'children',
};
/** The series of stored columns or readings that accuse; an absent series stays absent. */
function accusingValues(stored, { command, qdrantWritten }) {
    const found = {};
    for (const series of growthSeries) {
        const value = stored[storedNames[series]];
        if (value === undefined)
            continue;
        if ((series === 'tree' && !command) || (series === 'qdrant' && qdrantWritten))
            continue;
        found[series] = value;
    }
    return found;
}
/** The change of each series between two readings, if both have it. */
function changesBetween(before, after) {
    const changes = {};
    for (const series of growthSeries) {
        const [from, to] = [before[series], after[series]];
        if (from !== undefined && to !== undefined)
            changes[series] = to - from;
    }
    return changes;
}
//# sourceMappingURL=series.js.map
;// CONCATENATED MODULE: ./lib/src/report/leak-words.js


const memoryWords = {
    heap: 'the JavaScript heap',
    external: 'external memory (Buffers, WebAssembly)',
    malloc: 'native memory (malloc)',
    workerHeap: 'heap memory of worker threads',
    other: 'anonymous memory outside the heaps and malloc',
    child: 'memory of child processes',
    tree: 'anonymous memory of the processes',
    reported: 'memory that the program reports',
    qdrant: 'memory of the Qdrant server',
};
/** Singular and plural of each counted thing, and the state in which an iteration leaves it. */
const leak_words_countWords = {
    descriptors: { one: 'file descriptor', many: 'file descriptors', left: 'open' },
    threads: { one: 'thread', many: 'threads', left: 'running' },
    handles: { one: 'handle or timer', many: 'handles and timers', left: 'active' },
    children: { one: 'child process', many: 'child processes', left: 'running' },
};
/** Smallest bound, in bytes. Readings below it are meaningless. */
const finestBound = 1024;
/** Below this share of the mean rate, the last quarter lies between two steps of a table that doubles. */
const rareShare = 0.1;
/** The name of a series that can leak. */
function seriesWords(series) {
    return isCount(series) ? leak_words_countWords[series].many : memoryWords[series];
}
/** A rate per iteration: `16.0 KiB` or `5 file descriptors`. */
function rateWords(series, rate) {
    if (!isCount(series))
        return format_bytesWords(rate);
    const { one, many } = leak_words_countWords[series];
    const count = amountWords(series, rate);
    return `${count} ${count === '1' ? one : many}`;
}
/** The verdict on the growth of a case, in one sentence. */
function leakSentence(leak) {
    const { verdict, series, rate, lateRate, kept } = leak;
    const subject = isCount(series) ? `the number of ${seriesWords(series)}` : seriesWords(series);
    switch (verdict) {
        case 'leak':
        case 'suspected':
            return growsWords(leak);
        case 'slowing':
            return lateRate > rareShare * rate
                ? `${subject} still grows, ever more slowly: by ${amountWords(series, lateRate)} per iteration in the last quarter`
                : `${subject} still grows, in ever rarer steps: by ${amountWords(series, rate)} per iteration on average`;
        case 'ratchet':
            return `${subject} grew by ${amountWords(series, kept)} and then stopped growing: a ratchet, not a leak`;
        case 'stable':
            return leak.unseen === undefined ? 'no leak' : unseenWords(leak.unseen);
    }
}
function growsWords({ series, rate }) {
    if (isCount(series)) {
        const is = amountWords(series, rate) === '1' ? 'is' : 'are';
        return `${rateWords(series, rate)} ${is} left ${leak_words_countWords[series].left} per iteration`;
    }
    const grows = `${seriesWords(series)} grows by ${format_bytesWords(rate)} per iteration`;
    return series === 'qdrant' ? `${grows}, although nothing is written to it` : grows;
}
/** An amount without the name of what is counted: `16.0 KiB` or `5`. */
function amountWords(series, amount) {
    return isCount(series) ? String(Number(amount.toPrecision(2))) : format_bytesWords(amount);
}
/** The evidence: interval, processes, iterations, other growing series, and why a leak is only suspected. */
function leakEvidence(leak) {
    const { iterations, processes, reason, others } = leak;
    const upTo = processes > 1 ? 'up to ' : '';
    const seen = `${format_countOf(processes, 'process', 'processes')}, ${upTo}${format_countOf(iterations, 'iteration')}`;
    const also = others.map(({ series, rate }) => `${seriesWords(series)} by ${amountWords(series, rate)}`);
    const grows = also.length === 0 ? [] : [`also growing: ${also.join(', ')}`];
    return [...intervalWords(leak), seen, ...grows, ...(reason === undefined ? [] : [reason])].join('; ');
}
/** Empty if both ends read the same: planned samples alone have no interval, and counts are often exact. */
function intervalWords({ verdict, series, rateLower, rateUpper }) {
    const [lower, upper] = [amountWords(series, rateLower), amountWords(series, rateUpper)];
    const hasInterval = (verdict === 'leak' || verdict === 'suspected') && lower !== upper;
    return hasInterval ? [`${lower} to ${upper}, 95 % CI`] : [];
}
/** The detection limit: `no leak above 3.1 KiB per iteration in 50 iterations`. */
function unseenWords({ bytes, iterations, beyondBaseline, isLow }) {
    const bound = format_bytesWords(Math.max(finestBound, bytes));
    const limit = `no ${beyondBaseline ? 'new ' : ''}leak above ${bound} per iteration in ${format_countOf(iterations, 'iteration')}`;
    return isLow ? `${limit}; raise iterations to detect smaller ones` : limit;
}
//# sourceMappingURL=leak-words.js.map
;// CONCATENATED MODULE: ./lib/src/compare/family.js
/**
 * The p-values, adjusted for their number as in Benjamini and Hochberg (1995): p m / rank, made monotone from the
 * largest down and at most 1. Returned in the order given. Rejecting if the adjusted value is at most q keeps the
 * expected share of false rejections at q. If nothing changed at all, q also bounds the chance of any rejection.
 * Throws RangeError for a p-value outside 0 to 1.
 */
function adjustForFamily(pValues) {
    if (pValues.some((p) => !(p >= 0 && p <= 1)))
        throw new RangeError('a p-value lies between 0 and 1');
    const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
    const adjusted = new Array(pValues.length).fill(1);
    let smallest = 1;
    for (const [position, { p, index }] of descending.entries()) {
        const rank = pValues.length - position;
        smallest = Math.min(smallest, p * (pValues.length / rank));
        adjusted[index] = smallest;
    }
    return adjusted;
}
//# sourceMappingURL=family.js.map
;// CONCATENATED MODULE: ./lib/src/compare/statistics.js
/**
 * The middle of the values, in their unit: the mean of the two middle ones when their number is even.
 * Throws RangeError when there are no values or one of them is not finite.
 */
function statistics_median(values) {
    return medianOfSorted(sortedCopy(values));
}
/** {@link median} of values already in ascending order. Makes no copy, and checks only that there are values. */
function medianOfSorted(sorted) {
    const half = Math.floor(sorted.length / 2);
    const upper = orderStatistic(sorted, half + 1);
    return sorted.length % 2 === 1 ? upper : (orderStatistic(sorted, half) + upper) / 2;
}
/**
 * The quantile at `probability` (0 to 1), in the unit of the values: type 7 of Hyndman & Fan (1996), linear between the
 * order statistics around position (n - 1) p. The default of R and NumPy.
 * Throws RangeError for no values, a value that is not finite, or a probability outside 0 to 1.
 */
function quantile(values, probability) {
    if (!(probability >= 0 && probability <= 1)) {
        throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
    }
    const sorted = sortedCopy(values);
    const position = (sorted.length - 1) * probability;
    const lower = orderStatistic(sorted, Math.floor(position) + 1);
    const upper = orderStatistic(sorted, Math.ceil(position) + 1);
    return lower + (upper - lower) * (position - Math.floor(position));
}
/**
 * The median distance from the median (Hampel, 1974), in the unit of the values: raw, without the 1.4826 that would
 * make it a normal standard deviation. Throws RangeError when there are no values or one of them is not finite.
 */
function medianAbsoluteDeviation(values) {
    const sorted = sortedCopy(values);
    const middle = medianOfSorted(sorted);
    return statistics_median(sorted.map((value) => Math.abs(value - middle)));
}
/** The arithmetic mean, in the unit of the values. Throws RangeError for no values or one that is not finite. */
function mean(values) {
    const copy = finiteCopy(values);
    // Summing distances from the first value keeps equal values exactly equal to their mean.
    const anchor = orderStatistic(copy, 1);
    return anchor + copy.reduce((sum, value) => sum + (value - anchor), 0) / copy.length;
}
/**
 * The sample standard deviation (divisor n - 1), in the unit of the values.
 * Throws RangeError for fewer than two values, where it is undefined, or for one that is not finite.
 */
function standardDeviation(values) {
    const copy = finiteCopy(values);
    if (copy.length < 2) {
        throw new RangeError('a sample standard deviation needs at least two values');
    }
    const centre = mean(copy);
    return Math.sqrt(copy.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (copy.length - 1));
}
/** The k-th smallest (1 to n) of values already in ascending order. Throws RangeError for any other k. */
function orderStatistic(sorted, k) {
    const value = sorted[k - 1];
    if (value === undefined) {
        throw new RangeError(`there is no value number ${k} among ${sorted.length}`);
    }
    return value;
}
/** A copy in ascending order. Throws RangeError when there are no values or one of them is not finite. */
function sortedCopy(values) {
    return finiteCopy(values).sort();
}
/** Each distinct value with the number of times it occurs, in ascending order. Throws as {@link sortedCopy} does. */
function statistics_tieGroups(values) {
    const sizes = new Map();
    for (const value of sortedCopy(values)) {
        sizes.set(value, (sizes.get(value) ?? 0) + 1);
    }
    return [...sizes];
}
/**
 * P(Z >= z) of the standard normal distribution, with a relative error of about 1e-13: Marsaglia's series (2004) near
 * the middle, Laplace's continued fraction (Abramowitz & Stegun, 1964, 26.2.14) in the tail, where the series cancels.
 */
function statistics_normalUpperTail(z) {
    if (z < 0) {
        return 1 - statistics_normalUpperTail(-z);
    }
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    if (z < 3) {
        let sum = 0;
        let term = z;
        for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
            sum += term;
            term *= (z * z) / odd;
        }
        return 0.5 - density * sum;
    }
    let fraction = z;
    for (let k = 120; k >= 1; k--) {
        fraction = z + k / fraction;
    }
    return density / fraction;
}
/**
 * The z with P(Z <= z) = probability in the standard normal distribution, by bisection of {@link normalUpperTail}.
 * Throws RangeError unless 0 < probability < 1.
 */
function normalQuantile(probability) {
    if (!(probability > 0 && probability < 1)) {
        throw new RangeError(`a normal quantile needs a probability between 0 and 1, not ${probability}`);
    }
    const tail = Math.min(probability, 1 - probability);
    let low = 0;
    let high = 40;
    for (let step = 0; step < 64; step++) {
        const middle = (low + high) / 2;
        if (statistics_normalUpperTail(middle) > tail) {
            low = middle;
        }
        else {
            high = middle;
        }
    }
    return probability < 0.5 ? -low : low;
}
/** Throws RangeError unless the confidence is a share between 0 and 1, such as 0.95. */
function requireConfidence(confidence) {
    if (!(confidence > 0 && confidence < 1)) {
        throw new RangeError(`a confidence lies between 0 and 1, such as 0.95, not ${confidence}`);
    }
}
function finiteCopy(values) {
    // Adding zero turns -0 into 0, so that reports never show -0.
    const copy = Float64Array.from(values, (value) => value + 0);
    if (copy.length === 0) {
        throw new RangeError('there are no values');
    }
    if (!copy.every(Number.isFinite)) {
        throw new RangeError('every value has to be a finite number');
    }
    return copy;
}
//# sourceMappingURL=statistics.js.map
;// CONCATENATED MODULE: ./lib/src/compare/student.js
/**
 * P(T >= t) of Student's distribution with `degrees` degrees of freedom, which need not be a whole number: half the
 * regularised incomplete beta function I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t^2) (DLMF 8.17; Abramowitz
 * & Stegun, 1964, 26.7.1).
 * Throws RangeError unless degrees > 0 and t is a number.
 */
function studentUpperTail(t, degrees) {
    if (!(degrees > 0))
        throw new RangeError(`degrees of freedom are above 0, not ${degrees}`);
    if (Number.isNaN(t))
        throw new RangeError('t has to be a number');
    if (t === Number.POSITIVE_INFINITY)
        return 0;
    if (t < 0)
        return 1 - studentUpperTail(-t, degrees);
    const whole = degrees + t * t;
    return incompleteBeta(degrees / whole, (t * t) / whole, degrees / 2, 0.5) / 2;
}
/**
 * I_x(a, b), by the continued fraction of DLMF 8.17.22 on the side of the mean where it converges fast. `rest` is
 * `1 - x`, passed separately because it loses precision for x close to 1.
 */
function incompleteBeta(x, rest, a, b) {
    if (x <= 0)
        return 0;
    if (rest <= 0)
        return 1;
    if (x > (a + 1) / (a + b + 2))
        return 1 - incompleteBeta(rest, x, b, a);
    const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
    const logRest = x < 0.5 ? Math.log1p(-x) : Math.log(rest);
    return Math.exp(a * Math.log(x) + b * logRest - logBeta) / (a * betaFraction(x, a, b));
}
const tiny = 1e-300;
const mostTerms = 1_000;
/** 1 + d1 / (1 + d2 / (1 + ...)), by Lentz's method, which Thompson and Barnett (1986) keep from dividing by zero. */
function betaFraction(x, a, b) {
    let fraction = 1;
    let above = 1;
    let below = 0;
    for (let term = 1; term <= mostTerms; term += 1) {
        const m = Math.floor(term / 2);
        const numerator = term % 2 === 0
            ? (m * (b - m) * x) / ((a + term - 1) * (a + term))
            : (-(a + m) * (a + b + m) * x) / ((a + term - 1) * (a + term));
        below = 1 / awayFromZero(1 + numerator * below);
        above = awayFromZero(1 + numerator / above);
        fraction *= above * below;
        if (Math.abs(above * below - 1) < 1e-15)
            break;
    }
    return fraction;
}
function awayFromZero(value) {
    return Math.abs(value) < tiny ? tiny : value;
}
/** ln of the gamma function for z > 0, by Lanczos' approximation (1964), g = 7 and nine terms; relative error 1e-14. */
function logGamma(z) {
    if (z < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
    const [first = 0, ...rest] = lanczos;
    const sum = rest.reduce((total, coefficient, index) => total + coefficient / (z + index), first);
    const base = z + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(base) - base + Math.log(sum);
}
const lanczos = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
/** The quantile of Student's distribution at `probability`, by bisection on the tail; relative error 1e-9. */
function studentQuantile(probability, degrees) {
    if (!(probability > 0 && probability < 1))
        throw new RangeError('a probability lies between 0 and 1');
    if (probability < 0.5)
        return -studentQuantile(1 - probability, degrees);
    let [low, high] = [0, 1];
    while (studentUpperTail(high, degrees) > 1 - probability)
        high *= 2;
    for (let step = 0; step < 100 && high - low > 1e-9 * high; step += 1) {
        const middle = (low + high) / 2;
        if (studentUpperTail(middle, degrees) > 1 - probability)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}
//# sourceMappingURL=student.js.map
;// CONCATENATED MODULE: ./lib/src/compare/noise.js


/** The pooled standard deviation within two sides, in their unit; 0 if each has a single value and so no spread. */
function pooledSd(baseline, now) {
    const degrees = baseline.length + now.length - 2;
    return degrees === 0 ? 0 : Math.sqrt(squaresWithin(baseline, now) / degrees);
}
function squaresWithin(...sides) {
    return sides
        .filter(({ length }) => length > 1)
        .reduce((sum, side) => sum + (side.length - 1) * standardDeviation(side) ** 2, 0);
}
/**
 * One-sided p-value for `now` exceeding `baseline`, by the moderated t of Smyth (2004): Student's t, with the pooled
 * variance drawn towards the expected one, (d0 s0^2 + d s^2) / (d0 + d), and d0 + d degrees of freedom. Five samples
 * alone say little about their variance. Without the prior, two sides whose values happen to be close together would
 * look certain. `runToRunSd`, the standard deviation between runs of the same code, enters the variance of either side.
 * Throws RangeError for an empty side, a value that is not finite, or a negative prior.
 */
function moderatedGreater(baseline, now, prior, runToRunSd = 0) {
    if (!(prior.sd >= 0 && prior.degrees > 0))
        throw new RangeError('the expected noise is no negative number');
    const degrees = prior.degrees + baseline.length + now.length - 2;
    const variance = (prior.degrees * prior.sd ** 2 + squaresWithin(baseline, now)) / degrees;
    const difference = mean(now) - mean(baseline);
    const error = Math.sqrt(variance * (1 / baseline.length + 1 / now.length) + 2 * runToRunSd ** 2);
    // Without any spread, observed or expected, a difference is certain and no difference says nothing.
    if (error === 0)
        return difference > 0 ? 0 : difference < 0 ? 1 : 0.5;
    return studentUpperTail(difference / error, degrees);
}
/**
 * Standard deviation of a metric between runs beyond what its samples explain, from the medians of earlier runs in
 * their order. It is the median of the moving ranges / 0.954 (Wheeler, 1992), which a few real steps in the history do
 * not move. The share that `withinSd` between processes adds to a median of `samples` is subtracted (sd sqrt(pi / 2 n),
 * Kendall & Stuart, 1977). 0 with fewer than `leastRuns` medians.
 */
function runToRunSd(medians, withinSd, samples) {
    if (medians.length < leastRuns)
        return 0;
    const ranges = medians.slice(1).map((value, index) => Math.abs(value - (medians[index] ?? value)));
    const total = statistics_median(ranges) / rangeOfTwo;
    const explained = (withinSd ** 2 * Math.PI) / (2 * Math.max(samples, 1));
    return Math.sqrt(Math.max(0, total ** 2 - explained));
}
/** Fewest runs, including the newest, whose spread is meaningful. */
const leastRuns = 5;
/** Median of the range of two values of a normal distribution, in standard deviations. */
const rangeOfTwo = 0.954;
/** Smallest gap that separates two levels, in widths of the wider one. */
const clearlyApart = 4;
/** Fewest values on a level: a single one is an outlier. */
const leastOnLevel = 2;
/**
 * The two levels that a metric jumps between, if it does. The widest gap between neighbouring values must be several
 * times the width of either part. Each part must have two values or more, and one side alone, `baseline` or `now`, must
 * have been on both. Two sides on one level each are a difference, which the comparison judges. Gaps up to `resolution`
 * do not count.
 */
function twoLevelsOf(baseline, now, resolution) {
    if (baseline.length === 0 || now.length === 0)
        return undefined;
    const sorted = sortedCopy([...baseline, ...now]);
    const { at, gap } = widestGap(sorted);
    if (gap <= resolution || at < leastOnLevel || sorted.length - at < leastOnLevel)
        return undefined;
    const [low, high] = [sorted.subarray(0, at), sorted.subarray(at)];
    if (gap < clearlyApart * Math.max(widthOf(low), widthOf(high)))
        return undefined;
    const limit = orderStatistic(high, 1);
    const onBoth = (side) => side.some((value) => value < limit) && side.some((value) => value >= limit);
    return onBoth(baseline) || onBoth(now) ? { low: medianOfSorted(low), high: medianOfSorted(high) } : undefined;
}
/** The widest gap between neighbours, and the number of values below it. */
function widestGap(sorted) {
    let widest = { at: 0, gap: 0 };
    for (let at = 1; at < sorted.length; at += 1) {
        const gap = orderStatistic(sorted, at + 1) - orderStatistic(sorted, at);
        if (gap > widest.gap)
            widest = { at, gap };
    }
    return widest;
}
/** Twice the median absolute deviation: a level with two values hardly has a standard deviation. */
function widthOf(level) {
    const middle = medianOfSorted(level);
    return 2 * statistics_median([...level].map((value) => Math.abs(value - middle)));
}
//# sourceMappingURL=noise.js.map
;// CONCATENATED MODULE: ./lib/src/compare/rank-test.js

/** Most values on both sides together with an exact null distribution. Above that, it is approximated as normal. */
const exactUpTo = 80;
/**
 * Mann & Whitney's (1947) U: the number of pairs with `now` above `baseline`, a tie counting half. From 0 to n m.
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
function mannWhitneyU(baseline, now) {
    return rankSum(baseline, now).u;
}
/**
 * One-sided p-value of the Mann-Whitney test that `now` tends to be greater: P(U >= u) when both sides come from one
 * distribution. Exact given the ties, by the shift algorithm of Streitberg & Roehmel (1986), up to 80 values; above,
 * normal with the correction for ties and continuity (Lehmann, 1975).
 * Throws RangeError when a side is empty or has a value that is not finite.
 */
function mannWhitneyGreater(baseline, now) {
    const { doubledRanks, doubledSum, u } = rankSum(baseline, now);
    if (doubledRanks.length > exactUpTo) {
        return normalTail(baseline, now, u);
    }
    // Either side's rank sum determines the other's, and the smaller side has fewer subsets to count.
    const smaller = Math.min(baseline.length, now.length);
    const counts = subsetSumCounts(doubledRanks, smaller);
    const tail = now.length === smaller ? counts.subarray(doubledSum) : counts.subarray(0, sumOf(doubledRanks) - doubledSum + 1);
    return sumOf(tail) / sumOf(counts);
}
/** As {@link mannWhitneyGreater}, for the claim that `now` tends to be less than `baseline`: P(U <= u). */
function mannWhitneyLess(baseline, now) {
    return mannWhitneyGreater(now, baseline);
}
/**
 * The smallest one-sided p-value that n against m values can ever reach, without ties: 1 / C(n + m, n). At 3 against 3
 * it is 0.05, at 5 against 5 it is 0.004. Throws RangeError unless both sizes are positive integers.
 */
function smallestAttainableP(n, m) {
    if (!Number.isInteger(n) || !Number.isInteger(m) || n < 1 || m < 1) {
        throw new RangeError(`sizes are positive integers, not ${n} and ${m}`);
    }
    let ways = 1;
    for (let k = 1; k <= Math.min(n, m); k++) {
        ways = (ways * (Math.max(n, m) + k)) / k;
    }
    return 1 / ways;
}
/**
 * The shift from `baseline` to `now` (Hodges & Lehmann, 1963) with its distribution-free interval: the k-th smallest
 * and k-th largest difference, where k is the largest rank with 1 - 2 P(U <= k - 1) >= confidence (Hollander & Wolfe,
 * 1999, section 4.3; P is exact up to 80 values, normal with continuity correction above). If even k = 1 is too little,
 * the interval spans the smallest to the largest difference, with a `confidence` of 1 - 2 / C(n + m, n). With ties the
 * real confidence is never lower.
 * Throws RangeError for an empty side, a value that is not finite, or a confidence outside 0 to 1.
 */
function hodgesLehmannShift(baseline, now, confidence) {
    requireConfidence(confidence);
    const differences = sortedCopy(now.flatMap((value) => baseline.map((base) => value - base)));
    const { rank, attained } = intervalRank(baseline.length, now.length, confidence);
    return {
        shift: medianOfSorted(differences),
        lower: orderStatistic(differences, rank),
        upper: orderStatistic(differences, differences.length + 1 - rank),
        confidence: attained,
    };
}
/** Midranks are doubled so that they stay integers with ties. */
function rankSum(baseline, now) {
    if (baseline.length === 0 || now.length === 0) {
        throw new RangeError('both sides need at least one value');
    }
    const rankOf = new Map();
    const doubledRanks = [];
    for (const [value, size] of tieGroups([...baseline, ...now])) {
        const doubledRank = 2 * doubledRanks.length + size + 1;
        rankOf.set(value, doubledRank);
        doubledRanks.push(...new Array(size).fill(doubledRank));
    }
    const doubledSum = now.reduce((sum, value) => sum + (rankOf.get(value) ?? Number.NaN), 0);
    return { doubledRanks, doubledSum, u: (doubledSum - now.length * (now.length + 1)) / 2 };
}
/** For each sum (the index), the number of ways to choose `size` of the weights that add up to it. */
function subsetSumCounts(weights, size) {
    const largest = sumOf(weights);
    const bySize = Array.from({ length: size + 1 }, () => new Float64Array(largest + 1));
    bySize[0]?.fill(1, 0, 1);
    for (const weight of weights) {
        // From the largest subset down, so that a weight is never chosen twice.
        for (let chosen = size; chosen >= 1; chosen--) {
            const [smaller, larger] = [bySize[chosen - 1] ?? [], bySize[chosen] ?? []];
            for (let sum = weight; sum <= largest; sum++) {
                larger[sum] = (larger[sum] ?? 0) + (smaller[sum - weight] ?? 0);
            }
        }
    }
    return bySize[size] ?? new Float64Array();
}
function normalTail(baseline, now, u) {
    const pairs = baseline.length * now.length;
    const total = baseline.length + now.length;
    const ties = sumOf(tieGroups([...baseline, ...now]).map(([, size]) => size ** 3 - size));
    const variance = (pairs / 12) * (total + 1 - ties / (total * (total - 1)));
    return variance > 0 ? normalUpperTail((u - pairs / 2 - 0.5) / Math.sqrt(variance)) : 1;
}
/** A cache: the rank depends only on the sample counts and the confidence, which most cases and metrics share. */
const knownRanks = new Map();
const mostKnownRanks = 1_000;
function intervalRank(n, m, confidence) {
    const key = `${n} ${m} ${confidence}`;
    const found = knownRanks.get(key) ?? findIntervalRank(n, m, confidence);
    if (knownRanks.size >= mostKnownRanks)
        knownRanks.clear();
    knownRanks.set(key, found);
    return found;
}
function findIntervalRank(n, m, confidence) {
    const lowerTail = untiedLowerTail(n, m);
    let found = { rank: 1, attained: 1 - 2 * smallestAttainableP(n, m) };
    for (let rank = 2; rank <= (n * m + 1) / 2; rank++) {
        const attained = 1 - 2 * lowerTail(rank - 1);
        // The slack covers sizes that attain the confidence exactly, apart from rounding.
        if (attained < confidence - 1e-12) {
            break;
        }
        found = { rank, attained };
    }
    return found;
}
/** P(U <= u) without ties. */
function untiedLowerTail(n, m) {
    if (n + m > exactUpTo) {
        const sd = Math.sqrt((n * m * (n + m + 1)) / 12);
        return (u) => statistics_normalUpperTail(((n * m) / 2 - u - 0.5) / sd);
    }
    const size = Math.min(n, m);
    const counts = subsetSumCounts(Array.from({ length: n + m }, (_, index) => index), size);
    const smallestSum = (size * (size - 1)) / 2;
    const ways = sumOf(counts);
    return (u) => sumOf(counts.subarray(0, smallestSum + u + 1)) / ways;
}
function sumOf(values) {
    let sum = 0;
    for (const value of values) {
        sum += value;
    }
    return sum;
}
//# sourceMappingURL=rank-test.js.map
// EXTERNAL MODULE: ./lib/src/results/glob.js
var results_glob = __webpack_require__(7425);
;// CONCATENATED MODULE: ./lib/src/compare/thresholds.js


/** Floors of metrics that only explain, by class. */
const byClass = {
    level: { relativePercent: 5, absolute: 8 },
    change: { relativePercent: 5, absolute: 1 },
    count: { relativePercent: 5, absolute: 0 },
    growth: { relativePercent: 0, absolute: 5 },
    slope: { relativePercent: 5, absolute: 2 },
    time: { relativePercent: 50, absolute: 50 },
};
/**
 * Floors of the judged metrics: in most built-in cases, about three times the spread (sd) between equal processes.
 * Levels, cold readings and the resident set depend on where the allocator placed memory, and are bimodal in some cases
 * (by 5 to 8 MiB). Counted bytes hardly differ.
 */
const ofPrimary = {
    anon_peak_mb: { relativePercent: 5, absolute: 8 },
    anon_peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
    anon_delta_mb: { relativePercent: 5, absolute: 2 },
    cold_anon_delta_mb: { relativePercent: 10, absolute: 12 },
    cold_anon_peak_delta_mb: { relativePercent: 10, absolute: 12 },
    peak_rss_mb: { relativePercent: 5, absolute: 8 },
    peak_delta_mb: { relativePercent: 5, absolute: 0.4 },
    rss_delta_mb: { relativePercent: 5, absolute: 2 },
    heap_delta_mb: { relativePercent: 5, absolute: 0.1 },
    native_delta_mb: { relativePercent: 5, absolute: 0.1 },
    cold_rss_delta_mb: { relativePercent: 10, absolute: 12 },
    cold_peak_delta_mb: { relativePercent: 10, absolute: 12 },
    tree_anon_peak_mb: { relativePercent: 5, absolute: 4 },
    tree_anon_peak_delta_mb: { relativePercent: 5, absolute: 1 },
    tree_peak_mb: { relativePercent: 5, absolute: 4 },
    tree_peak_delta_mb: { relativePercent: 5, absolute: 1 },
    tree_anon_delta_mb: { relativePercent: 5, absolute: 0.5 },
    reported_delta_mb: { relativePercent: 5, absolute: 0.1 },
    qdrant_anon_peak_mb: { relativePercent: 5, absolute: 4 },
    qdrant_peak_rss_mb: { relativePercent: 5, absolute: 4 },
    qdrant_allocated_delta_mb: { relativePercent: 5, absolute: 2 },
};
/**
 * Expected spread (sd) between equal processes: about the median over the built-in cases, from
 * `bench/results/noise.md`.
 */
const expectedSpreads = {
    anon_peak_mb: 4,
    anon_peak_delta_mb: 0.3,
    anon_delta_mb: 0.3,
    cold_anon_delta_mb: 0.7,
    cold_anon_peak_delta_mb: 0.7,
    peak_rss_mb: 4,
    peak_delta_mb: 0.3,
    rss_delta_mb: 0.3,
    heap_delta_mb: 0.01,
    native_delta_mb: 0.01,
    cold_rss_delta_mb: 0.7,
    cold_peak_delta_mb: 0.7,
    heap_growth_mb: 0.1,
    native_growth_mb: 0.3,
    tree_anon_peak_mb: 0.5,
    tree_anon_peak_delta_mb: 0.3,
    tree_peak_mb: 0.5,
    tree_peak_delta_mb: 0.3,
    tree_anon_delta_mb: 0.1,
    reported_delta_mb: 0.01,
    qdrant_anon_peak_mb: 0.4,
    qdrant_peak_rss_mb: 0.4,
    qdrant_allocated_delta_mb: 0.3,
};
/** The expected standard deviation of a metric between equal processes, in its own unit. */
function expectedSpread(metric) {
    return expectedSpreads[metric] ?? byClass[(0,results_metrics/* metricDefinition */.u8)(metric).class].absolute / 3;
}
/** The floors of a metric in a case: the defaults, then the scenario's own, then the overrides. */
function thresholdFor(caseId, metric, overrides, ofScenario = {}) {
    const matching = overridesOf(caseId, overrides);
    return [ofScenario, ...matching]
        .map((own) => ownFloors(metric, own))
        .reduce((floors, own) => ({
        relativePercent: own?.relativePercent ?? floors.relativePercent,
        absolute: own?.absolute ?? floors.absolute,
    }), ofPrimary[metric] ?? byClass[(0,results_metrics/* metricDefinition */.u8)(metric).class]);
}
/** Judged metric -> the metric that is judged in its place. */
const fallbacks = new Map(results_metrics/* metricNames */.Zv.flatMap((name) => {
    const { fallbackFor } = (0,results_metrics/* metricDefinition */.u8)(name);
    return fallbackFor === undefined ? [] : [[fallbackFor, name]];
}));
/**
 * The floors set for a metric. Without its own, a metric inherits its fallback's: a threshold on `rss_delta_mb` may
 * date from before anonymous memory was judged.
 */
function ownFloors(metric, own) {
    const fallback = fallbacks.get(metric);
    const inherited = fallback === undefined ? undefined : own[fallback];
    return {
        relativePercent: own[metric]?.relativePercent ?? inherited?.relativePercent,
        absolute: own[metric]?.absolute ?? inherited?.absolute,
    };
}
/** A cache of the overrides that match a case, which are the same for all its metrics. */
const knownMatches = new WeakMap();
function overridesOf(caseId, overrides) {
    const known = knownMatches.get(overrides) ?? new Map();
    knownMatches.set(overrides, known);
    const found = known.get(caseId) ??
        Object.entries(overrides).flatMap(([glob, metrics]) => (matchesCase(glob, caseId) ? [metrics] : []));
    known.set(caseId, found);
    return found;
}
/** Whether a glob names a case: `*` stays within one part of the id, `**` does not. */
function matchesCase(glob, caseId) {
    return (0,results_glob/* matchesGlob */.kt)(glob, caseId);
}
/** The largest difference that does not count, in the metric's own unit. */
function floorOf(threshold, baselineMedian) {
    return Math.max(threshold.absolute, (threshold.relativePercent / 100) * Math.abs(baselineMedian));
}
//# sourceMappingURL=thresholds.js.map
;// CONCATENATED MODULE: ./lib/src/compare/judge-metric.js






/** Chance of a wrong interval over all looks at a case. The first look may use half of it, the next a quarter. */
const wrongIntervals = 0.02;
/** The same for the family of all metrics judged in a run. */
const wrongFamilies = 0.01;
/** With fewer samples on either side, an interval is meaningless and a difference stays inconclusive. */
const leastSamples = 3;
/** Floors are about three times a metric's spread between equal processes, or more. */
const floorInSds = 3;
/** A difference must also be this many times the case's own spread: a noisy case cannot show a small change. */
const leastInSds = 2;
/** Weight of the expected spread against the observed one, in degrees of freedom. */
const priorDegrees = 4;
/** More looks than ever happen. Beyond it, the shares are so small that floating point rounds the confidence to 1. */
const mostLooks = 20;
/** The share of an error probability that one look may use. The shares of all looks add up to at most 1. */
function shareOfLook(looksBefore) {
    return 2 ** -(Math.min(looksBefore, mostLooks) + 1);
}
/** Judges one metric of a case against its baseline, on its own. Undefined if it was not measured. */
function judgeMetric(metric, evidence) {
    const values = valuesOf(metric, evidence.samples);
    if (values.length === 0)
        return undefined;
    const baselineSamples = measuredIn(evidence.baseline);
    const baselineValues = valuesOf(metric, baselineSamples);
    const threshold = thresholdFor(evidence.caseId, metric, evidence.thresholds, evidence.ofScenario);
    const sides = baselineSamples.length === 0 ? [evidence.samples] : [evidence.samples, baselineSamples];
    const role = (0,results_metrics/* roleAmong */.xD)(metric, (other) => sides.every((samples) => valuesOf(other, samples).length > 0));
    const common = { metric, role, now: spreadOf(values), threshold };
    return baselineValues.length === 0
        ? { ...common, ...unknown, verdict: 'new' }
        : { ...common, ...compareValues(metric, baselineValues, values, threshold, evidence) };
}
const unknown = {
    baseline: undefined,
    difference: undefined,
    differencePercent: undefined,
    shift: undefined,
    floor: undefined,
    chance: undefined,
    levels: undefined,
};
function compareValues(metric, baselineValues, values, threshold, evidence) {
    const before = spreadOf(baselineValues);
    const difference = statistics_median(values) - before.median;
    const named = floorOf(threshold, before.median);
    // A narrow threshold implies that the metric is steady.
    const prior = { sd: Math.min(expectedSpread(metric), named / floorInSds), degrees: priorDegrees };
    const floor = Math.max(named, leastInSds * pooledSd(baselineValues, values));
    const betweenRuns = spreadBetweenRuns(metric, baselineValues, evidence);
    const confidence = 1 - wrongIntervals * shareOfLook(evidence.looksBefore);
    const shift = widened(hodgesLehmannShift(baselineValues, values, confidence), confidence, betweenRuns);
    const levels = twoLevelsOf(baselineValues, values, floor);
    const above = moderatedGreater(baselineValues, values, prior, betweenRuns);
    const below = moderatedGreater(values, baselineValues, prior, betweenRuns);
    const few = Math.min(values.length, baselineValues.length) < leastSamples;
    return {
        baseline: before,
        difference,
        differencePercent: before.median === 0 ? undefined : (100 * difference) / Math.abs(before.median),
        shift,
        floor,
        chance: Math.min(1, 2 * Math.min(above, below)),
        levels,
        verdict: (0,results_metrics/* metricDefinition */.u8)(metric).class === 'time' ? 'unchanged' : verdictOf(shift, floor, levels, few),
    };
}
/**
 * A regression is an interval wholly above the floor: significant and large at once. If only the estimate exceeds the
 * floor, more samples are needed. For a metric that jumps between two levels, the change must exceed the jump.
 */
function verdictOf(shift, floor, levels, few) {
    if (Math.abs(shift.shift) <= floor)
        return 'unchanged';
    if (few)
        return 'inconclusive';
    const limit = levels === undefined ? floor : Math.max(floor, levels.high - levels.low);
    if (shift.lower > limit)
        return 'regression';
    if (shift.upper < -limit)
        return 'improvement';
    return 'inconclusive';
}
/** Widens the interval by the noise between runs on the default branch. */
function widened(shift, confidence, betweenRuns) {
    const margin = betweenRuns === 0 ? 0 : normalQuantile((1 + confidence) / 2) * Math.SQRT2 * betweenRuns;
    return { ...shift, lower: shift.lower - margin, upper: shift.upper + margin };
}
function spreadBetweenRuns(metric, baselineValues, evidence) {
    const { caseId, baseline, history } = evidence;
    if (baselineValues.length < 2)
        return 0;
    const earlier = history.flatMap(({ cases }) => {
        const past = cases[caseId];
        const value = past?.medians[metric];
        return value === undefined || past?.definitionHash !== baseline?.definitionHash ? [] : [value];
    });
    const within = standardDeviation(baselineValues);
    return runToRunSd([statistics_median(baselineValues), ...earlier], within, baselineValues.length);
}
/**
 * Judges the family of all cases, in the order given: among hundreds of metrics, some differ by chance. A regression or
 * improvement stays one if its chance, adjusted for everything judged (Benjamini-Hochberg), is small enough. Otherwise
 * it is inconclusive.
 */
function judgeFamily(cases) {
    const judged = cases.flatMap(({ metrics }) => metrics.flatMap(({ role, chance }) => (role === 'primary' && chance !== undefined ? [chance] : [])));
    const adjusted = adjustForFamily(judged).values();
    return cases.map(({ metrics, looksBefore }) => metrics.map((compared) => {
        if (compared.role !== 'primary' || compared.chance === undefined)
            return compared;
        const likely = (adjusted.next().value ?? 1) > wrongFamilies * shareOfLook(looksBefore);
        const decided = compared.verdict === 'regression' || compared.verdict === 'improvement';
        return likely && decided ? { ...compared, verdict: 'inconclusive' } : compared;
    }));
}
/** The values of a metric over samples, in its own unit. */
function valuesOf(metric, samples) {
    return samples.flatMap(({ metrics }) => metrics[metric] ?? []);
}
/** The samples of a case that did not fail. */
function measuredIn(result) {
    return result?.samples.filter((sample) => sample.status === 'measured') ?? [];
}
function spreadOf(values) {
    return { median: statistics_median(values), min: Math.min(...values), max: Math.max(...values), samples: values.length };
}
//# sourceMappingURL=judge-metric.js.map
;// CONCATENATED MODULE: ./lib/src/report/mapped-parts.js

const names = {
    worker: 'worker',
    processes: 'processes',
    qdrant: 'Qdrant',
};
/** Composition of the memory of a case's processes; empty if unknown. */
function mappedParts(result) {
    const samples = measuredIn(result);
    return ['worker', 'processes', 'qdrant'].flatMap((whose) => {
        const memories = samples.flatMap(({ mapped }) => mapped?.[whose] ?? []);
        return medianMemory(memories).map((memory) => ({ who: names[whose], memory }));
    });
}
/** The memory with the median PSS, as it was read. Medians of each part would not add up to a whole. */
function medianMemory(memories) {
    const sorted = [...memories].sort((a, b) => a.pssBytes - b.pssBytes);
    const middle = Math.floor((sorted.length - 1) / 2);
    return sorted.slice(middle, middle + 1);
}
/** The figures shown for a memory, in this order. */
const mappedColumns = [
    { title: 'anonymous', bytesOf: ({ anonBytes }) => anonBytes },
    { title: 'files', bytesOf: ({ fileBytes }) => fileBytes },
    { title: 'shared memory', bytesOf: ({ shmemBytes }) => shmemBytes },
    { title: 'PSS', bytesOf: ({ pssBytes }) => pssBytes },
    { title: 'RSS', bytesOf: ({ rssBytes }) => rssBytes },
    { title: 'of it shared with others', bytesOf: sharedBytes },
    { title: 'swapped', bytesOf: ({ swapBytes }) => swapBytes },
];
function sharedBytes({ sharedCleanBytes, sharedDirtyBytes }) {
    return sharedCleanBytes === undefined || sharedDirtyBytes === undefined
        ? undefined
        : sharedCleanBytes + sharedDirtyBytes;
}
/** Explains how the columns relate to each other. */
const mappedWords = 'At the settled end of the measured iterations, of the sample with the median PSS; not judged. ' +
    'PSS is anonymous memory, mapped files and shared memory, a page that n processes share counting as one n-th; RSS counts it in full.';
//# sourceMappingURL=mapped-parts.js.map
;// CONCATENATED MODULE: ./lib/src/report/mapped-table.js




/** Composition of the resident memory of a case's processes, in Markdown; empty if unknown. */
function mappedTable(result) {
    const rows = mappedParts(result).map(({ who, memory }) => [
        who,
        ...mappedColumns.map(({ bytesOf }) => mappedFigure(bytesOf(memory))),
    ]);
    if (rows.length === 0)
        return '';
    const header = ['resident memory of', ...mappedColumns.map(({ title }) => title)];
    return joinBlocks([table(header, rows, (column) => column > 0), `<sub>${mappedWords}</sub>`]);
}
/** A figure in MiB, or a dash if the kernel does not report it. */
function mappedFigure(bytes) {
    return bytes === undefined ? '–' : formatValue('current_rss_mb', mebibytes(bytes));
}
//# sourceMappingURL=mapped-table.js.map
;// CONCATENATED MODULE: ./lib/src/compare/incomplete.js

const explaining = ['allocations', 'sites', 'native'];
/** Explaining passes without a measured sample, whose last attempt failed. */
function failedPasses(samples) {
    return explaining.flatMap((pass) => {
        const taken = samples.filter((sample) => sample.pass === pass);
        const last = taken.at(-1);
        if (last?.status !== 'failed' || taken.some(({ status }) => status === 'measured'))
            return [];
        return [{ pass, error: last.error }];
    });
}
/** The samples to judge by: the settled ones, or all if too few of the memory pass settled. */
function settledSamples(samples) {
    const settled = samples.filter(isSettled);
    const enough = settled.filter(({ pass }) => pass === 'memory').length >= leastSamples;
    return enough ? settled : [...samples];
}
function isSettled({ unsettled }) {
    return unsettled.length === 0;
}
/** Readings of the memory pass taken while memory was still moving. */
function unsettledReadings(samples) {
    const unsettled = samples.filter((sample) => !isSettled(sample));
    if (unsettled.length === 0)
        return undefined;
    return {
        readings: [...new Set(unsettled.flatMap((sample) => sample.unsettled))],
        samples: unsettled.length,
        leftOut: settledSamples(samples).length < samples.length,
    };
}
/** Whether a selected case was skipped. One that is in the baseline is missing instead. */
function incomplete_isSkipped({ verdict, expected }) {
    return verdict === 'missing' && !expected;
}
/** Whether part of a case should have been measured and was not. */
function isIncomplete(judged) {
    return incomplete_isSkipped(judged) || judged.failedPasses.length > 0 || judged.unchecked.length > 0;
}
//# sourceMappingURL=incomplete.js.map
;// CONCATENATED MODULE: ./lib/src/report/headline.js



/** Display names of the verdicts of a run. */
const runVerdictWords = {
    pass: 'pass',
    fail: 'fail',
    'not-compared': 'not compared',
};
/** Whether a run is green: it passes, and everything that was selected was measured. */
function isGreen(comparison) {
    return comparison.verdict === 'pass' && unmeasuredWords(comparison).length === 0;
}
/** The first line of every report; untrusted parts are not escaped. */
function headline(comparison) {
    const { absence, verdict } = comparison;
    const why = absence?.kind === 'unavailable' ? [`not compared: ${oneLine(absence.reason)}`] : [];
    const judged = verdict === 'not-compared' && !hasFindings(comparison) ? [] : [judgedWords(comparison)];
    // If the first part counts the cases that passed, it counts the others too.
    const unmeasured = judged.length > 0 && !hasFindings(comparison) ? [] : [unmeasuredWords(comparison).join(', ')];
    return [...judged, ...why, ...unmeasured].filter((part) => part !== '').join('; ');
}
/** The headline of a run that is not compared, without saying so: the reason, and what was measured. */
function notComparedLine(comparison) {
    const { absence } = comparison;
    const reason = absence?.kind === 'unavailable' ? oneLine(absence.reason) : '';
    return [reason, judgedWords(comparison)].filter((part) => part !== '').join('; ');
}
/** The remedy for an unavailable baseline; empty if the baseline is available or there is no advice. */
function absenceRemedy({ absence }) {
    return absence?.kind === 'unavailable' ? (absence.remedy ?? '') : '';
}
function hasFindings({ findings }) {
    return ['error', 'budget', 'regression', 'leak', 'missing'].some((kind) => findings[kind] > 0);
}
/** Counts of the findings, or of the measured cases if there are none. */
function judgedWords(comparison) {
    const { findings, failOn, verdict } = comparison;
    const told = [
        findings.error > 0 ? `${format_countOf(findings.error, 'case')} failed` : '',
        findings.budget > 0 ? format_countOf(findings.budget, 'budget breach', 'budget breaches') : '',
        findings.regression > 0 ? format_countOf(findings.regression, 'regression') : '',
        findings.leak > 0 ? format_countOf(findings.leak, 'leak') : '',
        findings.missing > 0
            ? `${format_countOf(findings.missing, 'case')} missing${lackWords(comparison.cases.filter(isMissing))}`
            : '',
    ].filter((part) => part !== '');
    if (told.length === 0)
        return quietHeadline(comparison);
    const tolerated = verdict !== 'fail' ? ` (none of it fails this run: --fail-on ${failOn.join(',') || 'none'})` : '';
    return told.join(', ') + tolerated;
}
function quietHeadline(comparison) {
    const { baseline, absence, cases } = comparison;
    const measuredCases = cases.filter(({ samples }) => samples > 0).length;
    const measured = format_countOf(measuredCases, 'case');
    const unmeasured = unmeasuredWords(comparison);
    const count = (wanted) => cases.filter(({ verdict }) => verdict === wanted).length;
    if (unmeasured.length > 0) {
        const open = ['inconclusive', 'incomparable'].filter((verdict) => count(verdict) > 0);
        const passed = open.reduce((left, verdict) => left - count(verdict), measuredCases);
        return [
            `${format_countOf(passed, 'case')} passed`,
            ...open.map((verdict) => `${count(verdict)} ${verdict}`),
            ...unmeasured,
        ].join(', ');
    }
    if (baseline === undefined || absence !== undefined)
        return `${measured} measured, no budget exceeded and no leak`;
    const others = ['inconclusive', 'new', 'incomparable']
        .map((verdict) => [count(verdict), verdict])
        .filter(([number]) => number > 0)
        .map(([number, verdict]) => `, ${number} ${verdict}`);
    const compared = cases.length - count('new') - count('incomparable') - count('missing') - count('failed');
    if (compared === 0)
        return `${measured} measured, none comparable with the baseline`;
    return `No memory regression in ${format_countOf(compared, 'case')}${others.join('')}`;
}
/** Counts of everything selected but not measured, such as `1 skipped: no model`. */
function unmeasuredWords({ cases }) {
    const skipped = cases.filter(incomplete_isSkipped);
    const passes = cases.reduce((sum, { failedPasses }) => sum + failedPasses.length, 0);
    const metrics = cases.reduce((sum, { unchecked }) => sum + unchecked.length, 0);
    return [
        skipped.length > 0 ? `${skipped.length} skipped${lackWords(skipped)}` : '',
        passes > 0 ? format_countOf(passes, 'failed pass', 'failed passes') : '',
        metrics > 0 ? `${format_countOf(metrics, 'metric')} not measured` : '',
    ].filter((part) => part !== '');
}
const services = { model: 'model', qdrant: 'Qdrant' };
function lackWords(cases) {
    const lacking = [...new Set(cases.flatMap(({ lacks }) => (lacks === undefined ? [] : [`no ${services[lacks]}`])))];
    return lacking.length === 0 ? '' : `: ${lacking.join(', ')}`;
}
function isMissing({ verdict, expected }) {
    return verdict === 'missing' && expected;
}
/** Characters of a reason in a headline. */
const longestReason = 300;
function oneLine(text) {
    return escape_cutText(text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '), longestReason);
}
/** The commit and the baseline it was compared with, or why there is no comparison. */
function comparedWith(comparison) {
    const { baseline, commit } = comparison;
    const now = `${formatCommit(commit)}${dirtyWords(comparison)}`;
    return baseline === undefined || comparison.absence !== undefined
        ? `${now}, ${absenceWords(comparison)}`
        : `${now} compared with the baseline of ${baselineName(baseline)}`;
}
/** Why there is no comparison, and what is judged anyway. Untrusted parts are not escaped. */
function absenceWords({ absence, environmentKey }) {
    const judged = 'budgets and leaks are judged, differences are not';
    switch (absence?.kind) {
        case 'unavailable':
            return `not compared with a baseline: ${judged}`;
        case 'not-requested':
            return `compared with no baseline, as the settings ask: ${judged}`;
        default:
            return `no baseline yet for ${environmentKey}: ${judged}`;
    }
}
/** Suffix for the name of a commit whose work tree had uncommitted changes. */
function dirtyWords({ dirty }) {
    return dirty ? ' with uncommitted changes' : '';
}
function baselineName(baseline) {
    const { commit, startedAt } = baseline;
    const date = startedAt.slice(0, 10);
    return commit === undefined ? date : `${formatCommit(commit)}${dirtyWords(baseline)} (${date})`;
}
//# sourceMappingURL=headline.js.map
;// CONCATENATED MODULE: ./lib/src/report/summary.js


/** The columns of the overview. A cell shows the first of these metrics that is judged, else the first present. */
const overviewColumns = [
    { title: 'peak memory', metrics: ['anon_peak_mb', 'peak_rss_mb', 'tree_anon_peak_mb', 'tree_peak_mb'] },
    {
        title: 'peak rise',
        metrics: ['anon_peak_delta_mb', 'peak_delta_mb', 'tree_anon_peak_delta_mb', 'tree_peak_delta_mb'],
    },
    { title: 'memory change', metrics: ['anon_delta_mb', 'rss_delta_mb', 'tree_anon_delta_mb'] },
    { title: 'file pages', metrics: ['file_delta_mb'] },
    { title: 'native change', metrics: ['native_delta_mb', 'reported_delta_mb'] },
    { title: 'heap change', metrics: ['heap_delta_mb'] },
    { title: 'cold change', metrics: ['cold_anon_delta_mb', 'cold_rss_delta_mb'] },
    { title: 'Qdrant change', metrics: ['qdrant_allocated_delta_mb'] },
];
const otherTitles = {
    peak_rss_mb: 'peak RSS',
    peak_delta_mb: 'RSS peak rise',
    rss_delta_mb: 'RSS change',
    cold_anon_peak_delta_mb: 'cold peak rise',
    cold_rss_delta_mb: 'cold RSS change',
    cold_peak_delta_mb: 'cold RSS peak rise',
    qdrant_anon_peak_mb: 'Qdrant peak',
    qdrant_peak_rss_mb: 'Qdrant peak RSS',
    growth_percent: 'growth',
    heap_growth_mb: 'heap growth',
    native_growth_mb: 'native growth',
    qdrant_growth_mb: 'Qdrant growth',
    allocation_count: 'allocations',
    tree_anon_peak_mb: 'anonymous peak of the processes',
    tree_anon_peak_delta_mb: 'anonymous peak rise of the processes',
    tree_peak_mb: 'peak of the processes',
    tree_peak_delta_mb: 'peak rise of the processes',
    tree_anon_delta_mb: 'change of the processes',
    tree_growth_mb: 'growth of the processes',
    reported_delta_mb: 'reported change',
    reported_growth_mb: 'reported growth',
};
/** A metric in plain words, as in the column titles. */
function summary_titleOf(metric) {
    return (overviewColumns.find(({ metrics }) => metrics[0] === metric)?.title ??
        otherTitles[metric] ??
        metric.replaceAll('_', ' '));
}
/** The metric of a case, if it has it. */
function metricOf(judged, metric) {
    return judged.metrics.find((compared) => compared.metric === metric);
}
/** A cell of the overview in MiB: the value now, followed by the difference if it regressed or improved. */
function overviewFigure(judged, { metrics }) {
    const found = metrics.flatMap((metric) => metricOf(judged, metric) ?? []);
    // A judged metric that was compared says more than a new one.
    const isJudged = ({ role, verdict }) => role === 'primary' && verdict !== 'new';
    const compared = found.find(isJudged) ?? found[0];
    if (compared === undefined)
        return undefined;
    const { metric } = compared;
    const value = formatValue(metric, compared.now.median).replace(' MiB', '');
    const told = compared.verdict === 'regression' || compared.verdict === 'improvement';
    return told && compared.difference !== undefined
        ? `${value} (${formatDifference(metric, compared.difference).replace(' MiB', '')})`
        : value;
}
const leakVerdictWords = {
    leak: 'leak',
    suspected: 'suspected leak',
    slowing: 'slowing growth',
    ratchet: 'ratchet',
};
/** The verdict of a case in words, with additions such as over budget, leak or ratchet. */
function verdictWords(judged) {
    const words = [judged.verdict === 'missing' && !judged.expected ? 'skipped' : judged.verdict];
    if (judged.breaches.length > 0)
        words.push('over budget');
    if (judged.leak !== undefined && judged.leak.verdict !== 'stable')
        words.push(leakVerdictWords[judged.leak.verdict]);
    if (judged.failedPasses.length > 0 || judged.unchecked.length > 0)
        words.push('incomplete');
    if (judged.unsettled !== undefined)
        words.push('unsettled');
    return words.join(', ');
}
/** Cases measured longer whose reasons are given; more would fill a paragraph. */
const mostWithReasons = 2;
/** Cases measured longer than planned, a sentence each if there are few, else one for all; empty if there are none. */
function longerThanPlanned({ cases }) {
    const longer = cases.filter(({ extensions }) => extensions.length > 0);
    if (longer.length === 0)
        return '';
    if (longer.length > mostWithReasons) {
        const most = Math.max(...longer.map(({ samples }) => samples));
        const ids = longer.map(({ id }) => id);
        return `More samples taken in ${longer.length} cases, up to ${most} each: ${namedIds(ids)}.`;
    }
    const sentences = longer.map(({ id, samples, extensions }) => {
        const confirmed = extensions.filter(({ reason }) => reason === 'confirm');
        const about = [...new Set((confirmed.length > 0 ? confirmed : extensions).flatMap((extension) => extension.about))];
        const why = confirmed.length > 0 ? 'to confirm the regression' : 'because the result was inconclusive';
        const more = samples - (extensions[0]?.after ?? samples);
        return `${id}: ${format_countOf(more, 'more sample')} taken ${why} (${about.join(', ')}).`;
    });
    return sentences.join(' ');
}
/** Cases whose baseline could not be used, by reason. */
function incomparableReasons({ cases }) {
    const reasons = new Map();
    for (const { id, verdict, reason } of cases) {
        if (verdict !== 'incomparable' || reason === undefined)
            continue;
        reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
    }
    return reasons;
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/src/report/case-tables.js








/** The overview row of a case. */
function overviewRow(judged) {
    const figures = overviewColumns.map((column) => overviewFigure(judged, column) ?? '–');
    return [escapeText(judged.id), ...figures, verdictWords(judged)];
}
/** The overview table of such rows. */
function overviewTable(rows) {
    const header = ['case', ...overviewColumns.map(({ title }) => title), 'verdict'];
    return table(header, rows, (column) => column > 0 && column <= overviewColumns.length);
}
/** A fold with every metric of a case and the tables that explain them; undefined if it has no metrics. */
function caseFold(judged, result) {
    const rows = results_metrics/* metricNames */.Zv.flatMap((name) => metricRow(metricOf(judged, name)));
    if (rows.length === 0)
        return undefined;
    const header = ['metric', 'baseline', 'now', 'difference', 'samples now', 'verdict'];
    const body = table(header, rows, (column) => column >= 1 && column <= 4);
    // In italics, so that the start of the text cannot open a list or a code block.
    const description = escapeText(judged.description, 500);
    return fold(`${escapeText(judged.id)}: ${verdictWords(judged)}`, joinBlocks([
        description === '' ? '' : `<em>${description}</em>`,
        body,
        unseenLine(judged),
        allocationsTable(judged),
        mappedTable(result),
    ]));
}
/** Leaks that detection could have missed in a stable case. */
function unseenLine({ leak }) {
    return leak?.unseen === undefined ? '' : `Leaks: ${unseenWords(leak.unseen)}.`;
}
function metricRow(compared) {
    if (compared === undefined)
        return [];
    const { metric, now, baseline, difference, differencePercent, verdict } = compared;
    const percent = escapeCell(formatPercent(differencePercent));
    return [
        [
            metric,
            baseline === undefined ? '–' : formatValue(metric, baseline.median),
            formatValue(metric, now.median),
            difference === undefined ? '–' : `${formatDifference(metric, difference)}${percent && ` (${percent})`}`,
            `${formatValue(metric, now.min)} … ${formatValue(metric, now.max)}`,
            // Supporting metrics are compared, not judged.
            compared.role === 'primary' ? verdict : '',
        ],
    ];
}
//# sourceMappingURL=case-tables.js.map
;// CONCATENATED MODULE: ./lib/src/report/culprit.js


/**
 * The line that best explains a case. For a leak, it declares the variable that holds most; else it is the first site,
 * or its caller, in one of the user's files.
 */
function culpritOf(judged) {
    const { retainers, sites, leak } = judged;
    const holders = isLeaking(leak) ? (retainers?.holders ?? []) : [];
    const held = holders.flatMap(({ at, through }) => [at, through]);
    const found = (sites?.[explainingSide(judged)] ?? []).flatMap((site) => [site, site.caller]);
    const place = [...held, ...found].find((one) => one !== undefined && isOwn(one));
    return place && { file: place.file, line: place.line };
}
/** Whether a place is the user's: not in a package, in Node or outside the working directory. */
function isOwn({ file, line }) {
    const isElsewhere = file === '' || /^(?:\[worker|node_modules\/|memory-bench\/|\.\.?\/|\/|[A-Za-z]:)/.test(file);
    return line > 0 && !isElsewhere;
}
//# sourceMappingURL=culprit.js.map
;// CONCATENATED MODULE: ./lib/src/report/findings.js




/** Characters of the last log line of a failed sample. */
const longestWord = 200;
const longestStack = 4_000;
/** A leak precedes a regression: it keeps growing, and it is why the memory of its case changed. */
const order = [
    'error',
    'budget',
    'leak',
    'regression',
    'missing',
    'skipped',
    'incomplete',
    'unchecked',
    'suspected',
    'inconclusive',
    'slowing',
    'ratchet',
    'unsettled',
    'improvement',
];
/** All findings: the most severe kinds first, and the worst of each kind first. */
function findings_findingsOf(comparison) {
    const found = comparison.cases.flatMap((judged) => caseFindings(judged).map((finding) => ({ ...finding, caseId: judged.id })));
    const sorted = found
        .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.badness - a.badness)
        .map(({ badness: _badness, ...finding }) => ({ ...finding, failing: isFailing(finding.kind, comparison) }));
    return withWhere(sorted, comparison.cases);
}
/** A suspected leak is explained like a confirmed one. */
const explained = ['budget', 'regression', 'leak', 'suspected'];
function withWhere(findings, cases) {
    const open = new Map(cases.map((judged) => [judged.id, judged]));
    return findings.map((finding) => {
        const judged = open.get(finding.caseId);
        if (judged === undefined || !explained.includes(finding.kind))
            return finding;
        open.delete(finding.caseId);
        const where = whereOf(judged);
        const culprit = culpritOf(judged);
        return where.length === 0 ? finding : { ...finding, where, ...(culprit && { culprit }) };
    });
}
function caseFindings(judged) {
    return [
        ...errorFindings(judged),
        ...judged.breaches.map((breach) => breachFinding(breach, judged)),
        ...judged.unchecked.map(({ metric, reason, budgeted }) => ({
            kind: 'unchecked',
            what: `${metric} could not be measured${budgeted ? ': its budget is not checked' : ', the baseline has it'}`,
            detail: reason,
            badness: 0,
        })),
        ...judged.metrics.flatMap(differenceFinding),
        ...leakFindings(judged),
        ...missingFindings(judged),
        ...judged.failedPasses.map(failedPassFinding),
        ...unsettledFindings(judged),
    ];
}
function errorFindings({ errors, samples }) {
    const [first] = errors;
    if (first === undefined)
        return [];
    const of = `${errors.length} of ${format_countOf(errors.length + samples, 'sample')}`;
    const last = first.log?.trim().split('\n').at(-1);
    const detail = last === undefined || last === '' ? of : `${of}; its last word: ${last.slice(0, longestWord)}`;
    return [{ kind: 'error', what: `${first.kind}: ${thrownIn(first)}`, detail, badness: errors.length }];
}
function breachFinding({ metric, limit, value }, { metrics }) {
    const compared = metrics.find((candidate) => candidate.metric === metric);
    return {
        kind: 'budget',
        what: `${metric} is ${formatValue(metric, value)}`,
        detail: `the budget is ${formatValue(metric, limit)}`,
        badness: value / limit,
        figures: {
            metric,
            baseline: compared?.baseline?.median,
            now: value,
            difference: compared?.difference,
            differencePercent: compared?.differencePercent,
            band: compared?.shift,
            limit,
        },
    };
}
/** The message with the error's class, and the line that threw it in the scenario or in code it calls. */
function thrownIn({ message, stack = '' }) {
    const [first = '', ...frames] = stack.slice(0, longestStack).split('\n');
    // The stack starts with the error's own message; `message` also has its causes.
    const [, name = '', own = ''] = /^((?:[\w$.]+)(?: \[[\w$]+\])?): (.*)$/.exec(first) ?? [];
    const thrown = own !== '' && message.startsWith(own) ? `${name}: ${message}` : message;
    const place = frames.map((frame) => /^\s+at (?:.*\()?([^()\s]+:\d+:\d+)\)?$/.exec(frame)?.[1]).find(findings_isOwn);
    return place === undefined ? thrown : `${thrown} at ${place}`;
}
function findings_isOwn(place) {
    return place !== undefined && !/^node:|node_modules|measure\/worker\//.test(place);
}
function differenceFinding(compared) {
    const { metric, role, verdict, difference, differencePercent, shift, levels, floor, baseline, now } = compared;
    if (role !== 'primary' || difference === undefined || shift === undefined || baseline === undefined)
        return [];
    if (floor === undefined)
        return [];
    if (verdict !== 'regression' && verdict !== 'improvement' && verdict !== 'inconclusive')
        return [];
    const percent = formatPercent(differencePercent);
    const band = `${formatDifference(metric, shift.lower)} to ${formatDifference(metric, shift.upper)}`;
    const jumps = levels === undefined
        ? ''
        : `; it jumps between ${formatValue(metric, levels.low)} and ${formatValue(metric, levels.high)}`;
    return [
        {
            kind: verdict,
            what: `${metric} ${formatValue(metric, baseline.median)} -> ${formatValue(metric, now.median)}: ${formatDifference(metric, difference)}${percent && ` (${percent})`}`,
            detail: `${band} (${formatConfidence(shift.confidence)}), threshold ${formatValue(metric, floor)}${jumps}`,
            badness: Math.abs(shift.shift) / floor,
            figures: {
                metric,
                baseline: baseline.median,
                now: now.median,
                difference,
                differencePercent,
                band: shift,
                limit: floor,
            },
        },
    ];
}
function leakFindings({ leak }) {
    if (leak === undefined || leak.verdict === 'stable')
        return [];
    const { growthPercent, verdict } = leak;
    const ratio = growthPercent === undefined ? [] : [`growth ratio ${formatValue('growth_percent', growthPercent)}`];
    return [
        {
            kind: verdict,
            what: leakSentence(leak),
            detail: [leakEvidence(leak), ...ratio].join('; '),
            badness: leak.rate,
        },
    ];
}
function missingFindings({ verdict, expected, reason }) {
    if (verdict !== 'missing')
        return [];
    return [
        {
            kind: expected ? 'missing' : 'skipped',
            what: 'was not measured',
            detail: reason ?? '',
            badness: expected ? 0 : 1,
        },
    ];
}
const passWords = {
    leak: 'following up a suspected leak failed',
    allocations: 'counting allocations failed',
    sites: 'recording where memory comes from failed',
    retainers: 'finding out who holds the memory failed',
    native: 'profiling native memory failed',
};
function failedPassFinding({ pass, error }) {
    return { kind: 'incomplete', what: `${passWords[pass]}: ${thrownIn(error)}`, detail: '', badness: 0 };
}
function unsettledFindings({ unsettled, samples }) {
    if (unsettled === undefined)
        return [];
    const { readings, samples: count, leftOut } = unsettled;
    const judged = leftOut ? 'not used to judge' : 'used to judge, because too few others settled';
    const detail = `${readings.join(', ')} in ${count} of ${format_countOf(samples, 'sample')}; ${judged}`;
    return [{ kind: 'unsettled', what: 'memory still moved when it was read', detail, badness: count }];
}
/** Whether a kind fails the run. Anything that was not measured fails as `skipped`. */
function isFailing(kind, { failOn }) {
    const name = kind === 'unchecked' || kind === 'incomplete' ? 'skipped' : kind;
    return failOn.some((failing) => failing === name);
}
//# sourceMappingURL=findings.js.map
;// CONCATENATED MODULE: ./lib/src/report/memory-lines.js

/** Upper bounds that only a forged document exceeds. Larger numbers print exponents, which no chart can read. */
const longestMs = 1e9;
const mostMebibytes = 1e9;
/** Memory of a case over time, from the sample with the median peak among those that recorded it. */
function memoryLineOf(caseId, { cases }, process) {
    const timeline = medianTimeline(cases.find(({ id }) => id === caseId)?.samples ?? [], process);
    return timeline && lineIn(timeline, process);
}
/** Readings over time of the sample with the median peak, among those that have readings. */
function medianTimeline(samples, process) {
    const recorded = samples
        .flatMap((sample) => {
        if (sample.status !== 'measured' || sample.timeline === undefined)
            return [];
        const line = lineIn(sample.timeline, process);
        const { peak_rss_mb, tree_peak_mb } = sample.metrics;
        const peak = peak_rss_mb ?? tree_peak_mb ?? peakOf([line]);
        return line.length < 2 ? [] : [{ timeline: sample.timeline, peak }];
    })
        .sort((a, b) => a.peak - b.peak);
    return recorded[Math.floor((recorded.length - 1) / 2)]?.timeline;
}
/** Whether the samples are of a command. Its readings are the memory of all its processes. */
function areOfCommand(samples) {
    return samples.some((sample) => sample.status === 'measured' && sample.metrics.tree_peak_mb !== undefined);
}
function lineIn({ atMs, workerRssBytes, qdrantRssBytes }, process) {
    const readings = process === 'worker' ? workerRssBytes : qdrantRssBytes;
    return atMs
        .flatMap((at, index) => {
        const bytes = readings[index];
        return typeof bytes === 'number'
            ? [{ atMs: within(at, longestMs), mebibytes: within(bytes / bytesPerMebibyte, mostMebibytes) }]
            : [];
    })
        .sort((a, b) => a.atMs - b.atMs);
}
/** The greatest reading of several lines. */
function peakOf(lines) {
    return lines.flat().reduce((peak, { mebibytes }) => Math.max(peak, mebibytes), 0);
}
/**
 * A line at equally spaced moments from 0 to `endMs`, in MiB. Each value is the greatest reading around its moment, so
 * that no peak is lost. A process that has ended has 0.
 */
function resample(line, endMs, points) {
    const step = endMs / (points - 1);
    const greatest = new Map();
    for (const { atMs, mebibytes } of line) {
        const index = Math.round(atMs / step);
        greatest.set(index, Math.max(greatest.get(index) ?? 0, mebibytes));
    }
    const last = Math.round((line.at(-1)?.atMs ?? 0) / step);
    let value = 0;
    return Array.from({ length: points }, (_, index) => {
        value = index > last ? 0 : (greatest.get(index) ?? value);
        return value;
    });
}
function within(value, most) {
    return Math.min(most, Math.max(0, value));
}
//# sourceMappingURL=memory-lines.js.map
;// CONCATENATED MODULE: ./lib/src/report/chart.js



/** Points of a line: as many as are visible at the width of a comment. */
const mostPoints = 30;
/** Kinds of finding that memory over time helps to explain, most telling first. */
const charted = [
    'regression',
    'leak',
    'budget',
    'suspected',
    'inconclusive',
    'slowing',
    'ratchet',
    'improvement',
];
/** Both are visible on white and on black. */
const colours = { now: '#2f81f7', baseline: '#8c959f' };
/** Memory of the worst case over time, with its baseline; undefined if nothing changed or nothing was recorded. */
function chartOf(comparison, results, baselineResults) {
    if (results === undefined)
        return undefined;
    const findings = findings_findingsOf(comparison);
    for (const finding of charted.flatMap((wanted) => findings.filter(({ kind }) => kind === wanted))) {
        const drawing = drawingOf(finding, comparison, results, baselineResults);
        if (drawing !== undefined)
            return { caseId: drawing.caseId, text: draw(drawing) };
    }
    return undefined;
}
function drawingOf({ caseId, figures }, comparison, results, baselineResults) {
    const process = figures?.metric.startsWith('qdrant_') ? 'Qdrant' : 'worker';
    const now = memoryLineOf(caseId, results, process);
    if (now === undefined)
        return undefined;
    const comparable = baselineResults !== undefined && wasCompared(caseId, comparison);
    const subject = process === 'Qdrant' ? 'resident memory of the Qdrant server' : ownMemoryOf(caseId, results);
    return { caseId, subject, now, baseline: comparable ? memoryLineOf(caseId, baselineResults, process) : undefined };
}
function ownMemoryOf(caseId, { cases }) {
    const samples = cases.find(({ id }) => id === caseId)?.samples ?? [];
    return areOfCommand(samples) ? 'memory of the processes' : 'resident memory of the worker';
}
/** Whether a case was compared. A baseline from a different environment or of a changed case is not shown. */
function wasCompared(caseId, { cases }) {
    const judged = cases.find(({ id }) => id === caseId);
    return judged?.metrics.some(({ baseline }) => baseline !== undefined) ?? false;
}
function draw({ caseId, subject, now, baseline }) {
    // Lines drawn last are on top.
    const lines = baseline === undefined
        ? [{ name: 'now', line: now }]
        : [
            { name: 'baseline', line: baseline },
            { name: 'now', line: now },
        ];
    const points = Math.min(mostPoints, Math.max(...lines.map(({ line }) => line.length)));
    const top = peakOf(lines.map(({ line }) => line));
    const palette = lines.map(({ name }) => (name === 'now' ? colours.now : colours.baseline)).join(', ');
    return [
        '```mermaid',
        `%%{init: ${JSON.stringify(looks(palette))}}%%`,
        'xychart-beta',
        `  title "${chartText(caseId)}: ${subject}"`,
        baseline === undefined
            ? `  x-axis "seconds" 0 --> ${(chart_endOf(now) / 1000).toFixed(3)}`
            : '  x-axis "% of the way from start to end" 0 --> 100',
        `  y-axis "MiB" 0 --> ${Math.max(1, Math.ceil(top * 1.05))}`,
        // Machines differ in speed, so each line spans its own duration and the same work lines up.
        ...lines.map(({ name, line }) => `  line "${name}" [${plotted(line, points)}]`),
        '```',
        '',
        `<sub>${legend(now, baseline)}</sub>`,
    ].join('\n');
}
function plotted(line, points) {
    return resample(line, chart_endOf(line), points)
        .map((value) => value.toFixed(1))
        .join(', ');
}
function chart_endOf(line) {
    return Math.max(1, line.at(-1)?.atMs ?? 0);
}
// Not every version of Mermaid draws a legend.
function legend(now, baseline) {
    const seconds = (line) => `${(chart_endOf(line) / 1000).toFixed(1)} s`;
    return baseline === undefined
        ? 'Blue: now. There is no baseline to show beside it.'
        : `Blue: now, ${seconds(now)}. Grey: the baseline, ${seconds(baseline)}.`;
}
function looks(plotColorPalette) {
    const axis = { labelFontSize: 12, titleFontSize: 13 };
    return {
        xyChart: { width: 640, height: 270, titleFontSize: 15, showLegend: false, xAxis: axis, yAxis: axis },
        themeVariables: { xyChart: { backgroundColor: 'transparent', plotColorPalette } },
    };
}
/** Untrusted text for a quoted Mermaid string. Characters that could end it or have a meaning are replaced. */
function chartText(text) {
    return escape_cutText(text.replaceAll('"', "'").replaceAll(/[^\p{L}\p{N} ._/+,:='()-]/gu, '·'), 60);
}
//# sourceMappingURL=chart.js.map
;// CONCATENATED MODULE: ./lib/src/report/finding-list.js




// The difference comes first: a narrow screen has no room for more.
const header = ['case and metric', 'difference', 'baseline → now', 'interval of the difference', 'limit'];
/** Display names of the kinds of finding. */
const findingWords = {
    budget: 'over budget',
    error: 'failed',
    regression: 'regression',
    leak: 'leak',
    missing: 'missing',
    inconclusive: 'inconclusive',
    unchecked: 'unchecked',
    suspected: 'suspected leak',
    slowing: 'slowing growth',
    ratchet: 'ratchet',
    skipped: 'skipped',
    incomplete: 'incomplete',
    unsettled: 'unsettled',
    improvement: 'improvement',
};
/** Characters of a scenario's message: enough for an assertion with its diff, not for a log. */
const finding_list_longestMessage = 300;
/** Characters of the reason for skipping a case, with its remedy. */
const longestDetail = 500;
/** Characters of two places, each a path and a name. The HTML report has longer ones. */
const finding_list_longestPlace = 300;
/** The findings as entries, worst first. A metric that exceeds its budget and its threshold is one row. */
function finding_list_entriesOf(findings) {
    const rows = new Map();
    for (const finding of findings) {
        if (finding.figures === undefined)
            continue;
        const key = rowKey(finding.caseId, finding.figures.metric);
        rows.set(key, [...(rows.get(key) ?? []), finding]);
    }
    // The sort is stable: failing findings come first, and the order is kept otherwise.
    const sorted = [...findings].sort((a, b) => Number(b.failing) - Number(a.failing));
    return sorted.flatMap((finding) => {
        const { caseId, failing } = finding;
        if (finding.figures === undefined)
            return [{ caseId, failing, cells: undefined, text: itemOf(finding), good: false }];
        const key = rowKey(finding.caseId, finding.figures.metric);
        const together = rows.get(key) ?? [];
        rows.delete(key);
        if (together.length === 0)
            return [];
        const good = together.every(({ kind }) => kind === 'improvement');
        return [{ caseId, failing, cells: rowOf(caseId, finding.figures, together), text: '', good }];
    });
}
/** Order for a partial view: failing entries first, and within each group the worst of every case before the rest. */
function worstOfEachFirst(entries) {
    const first = new Map();
    for (const entry of entries)
        if (!first.has(entry.caseId))
            first.set(entry.caseId, entry);
    const rank = (entry) => (entry.failing ? 0 : 2) + (first.get(entry.caseId) === entry ? 0 : 1);
    return [...entries].sort((a, b) => rank(a) - rank(b));
}
/** Entries in Markdown: the table, then the sentences. */
function renderEntries(entries) {
    const rows = entries.flatMap(({ cells }) => (cells === undefined ? [] : [cells]));
    const items = entries.flatMap(({ cells, text }) => (cells === undefined ? [`- ${text}`] : []));
    return joinBlocks([table(header, rows, (column) => column === 1 || column === 2), items.join('\n')]);
}
function rowKey(caseId, metric) {
    return `${metric} ${caseId}`;
}
function rowOf(caseId, figures, findings) {
    const { metric, baseline, now, difference, differencePercent, band } = figures;
    const percent = formatPercent(differencePercent);
    return [
        `${signOf(findings)} ${findings.map(kindWords).join(', ')}<br>${escapeText(caseId)}<br>${summary_titleOf(metric)} (${metric})`,
        lines(difference === undefined ? '–' : `**${formatDifference(metric, difference)}**`, escapeCell(percent)),
        lines(baseline === undefined ? formatValue(metric, now) : formatChange(metric, baseline, now)),
        band === undefined ? '–' : lines(formatBand(metric, band.lower, band.upper), formatConfidence(band.confidence)),
        lines(...findings.map(finding_list_limitWords)),
    ];
}
/** Lines of a numeric cell, which do not wrap. */
function lines(...texts) {
    return texts
        .filter((text) => text !== '')
        .map((text) => text.replaceAll(' ', '\u00a0'))
        .join('<br>');
}
function itemOf(finding) {
    const { caseId, what, detail } = finding;
    const told = escapeText(what, finding_list_longestMessage);
    const measured = detail === '' ? '' : ` (${escapeText(detail, longestDetail)})`;
    return `${signOf([finding])} ${kindWords(finding)} · ${escapeText(caseId)} · ${told}${measured}`;
}
/** Where the memory of the cases comes from, as list items: the case `first` if known, then the others, worst first. */
function placesOf(findings, first) {
    const known = findings.filter(({ where = [] }) => where.length > 0);
    return [...known.filter(({ caseId }) => caseId === first), ...known.filter(({ caseId }) => caseId !== first)].map(({ caseId, where = [] }) => `- Where the memory of ${escapeText(caseId)} comes from:<br>${where.map((place) => escapeText(place, finding_list_longestPlace)).join('<br>')}`);
}
function kindWords({ kind, failing }) {
    return failing ? `**${findingWords[kind]}**` : findingWords[kind];
}
function signOf(findings) {
    if (findings.some(({ failing }) => failing))
        return '🔴';
    return findings.every(({ kind }) => kind === 'improvement') ? '🟢' : '🟡';
}
function finding_list_limitWords({ kind, figures }) {
    if (figures === undefined)
        return '';
    return `${kind === 'budget' ? 'budget' : 'threshold'} ${formatValue(figures.metric, figures.limit)}`;
}
//# sourceMappingURL=finding-list.js.map
;// CONCATENATED MODULE: ./lib/src/report/first-screen.js
/** Most pixels shown before a fold is opened: a screen of 1280 x 900 minus what GitHub puts around a comment. */
const screenPixels = 850;
// GitHub's layout of a comment, 870 pixels wide, checked in a browser by test/comment. Character counts always fit.
const line = 21;
const gap = 16;
const charactersOfLine = 110;
const heading = { line: 27, gap: 32, characters: 72 };
const cell = { padding: 13, characters: [36, 16, 20, 24, 22] };
/** Characters per line of a name that is too long for the first column and wraps between words. */
const charactersOfBroken = 26;
const tableHead = 37;
const listGap = 4;
const chartPixels = 270 + gap + line + gap;
/** Lines of remarks shown unfolded: enough for what changed, and little else. */
const mostRemarkLines = 6;
/** A chart is folded if it would leave fewer findings than this. */
const leastBesideChart = 2;
/** The parts of a section shown before a fold is opened: at most one screen, and always the worst finding. */
function firstScreen(rivals) {
    const remarks = remarksSeen(rivals.remarks);
    const left = screenPixels -
        headingHeight(rivals.heading) -
        paragraphHeight(rivals.compared) -
        listHeight(rivals.remarks.slice(0, remarks)) -
        listHeight(rivals.where === '' ? [] : [rivals.where]);
    const { entries, hasChart } = rivals;
    const besideChart = fitting(entries, left - chartPixels);
    const chart = hasChart && besideChart >= Math.min(leastBesideChart, entries.length);
    return { remarks, entries: chart ? besideChart : Math.max(1, fitting(entries, left)), chart };
}
function remarksSeen(remarks) {
    let lines = 0;
    const first = remarks.findIndex((remark) => {
        lines += first_screen_linesOf(remark, charactersOfLine);
        return lines > mostRemarkLines;
    });
    // The first remark lists what the pull request changed.
    return first < 0 ? remarks.length : Math.max(1, first);
}
/** The number of entries that fit. */
function fitting(entries, pixels) {
    let rows = 0;
    let items = 0;
    let head = tableHead + gap;
    const beyond = entries.findIndex(({ cells, text }) => {
        if (cells === undefined)
            items += listHeight([text]) - (items > 0 ? gap : 0);
        else {
            rows += rowHeight(cells);
            // A long name leaves the other columns so little room that their titles break.
            if (isBroken(cells))
                head = tableHead + gap + line;
        }
        return rows + items + (rows > 0 ? head : 0) > pixels;
    });
    return beyond < 0 ? entries.length : beyond;
}
function headingHeight(text) {
    return first_screen_linesOf(text, heading.characters) * heading.line + heading.gap;
}
function paragraphHeight(text) {
    return first_screen_linesOf(text, charactersOfLine) * line + gap;
}
function listHeight(items) {
    if (items.length === 0)
        return 0;
    return items.reduce((sum, item) => sum + first_screen_linesOf(item, charactersOfLine) * line + listGap, gap);
}
function rowHeight(cells) {
    const lines = cells.map((text, column) => first_screen_linesOf(text, cell.characters[column] ?? charactersOfLine, column === 0 ? charactersOfBroken : undefined));
    return Math.max(...lines) * line + cell.padding;
}
function isBroken([first = '']) {
    return first.split('<br>').some((part) => shownLength(part) > cell.characters[0]);
}
/** Lines that a text takes, counted per `<br>` part. A part that is too long wraps at `broken` characters. */
function first_screen_linesOf(markdown, characters, broken = characters) {
    return markdown.split('<br>').reduce((sum, part) => {
        const length = shownLength(part);
        return sum + (length <= characters ? 1 : Math.ceil(length / broken));
    }, 0);
}
/** Displayed characters: a link counts as its text, an escaped character as one, a wide character as two. */
function shownLength(markdown) {
    const shown = markdown
        .replaceAll(/\]\([^)]*\)/g, '')
        .replaceAll(/<[^>]*>|\*\*|\\/g, '')
        .replaceAll(/&[#\w]+;/g, 'x');
    return [...shown].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0);
}
//# sourceMappingURL=first-screen.js.map
;// CONCATENATED MODULE: ./lib/src/report/native-section.js


const longestLine = 600;
/** Results of native memory profilers for a case, as a block of Markdown; undefined if it was not profiled. */
function nativeBlock(judged) {
    const words = nativeWords(judged);
    if (words.length === 0)
        return undefined;
    return words
        .map(({ profiler, summary, lines }) => [
        `- **${escapeText(judged.id)}**, ${profiler}: ${escapeText(summary, longestLine)}`,
        ...lines.map((line) => `  - ${escapeText(line, longestLine)}`),
    ].join('\n'))
        .join('\n');
}
//# sourceMappingURL=native-section.js.map
;// CONCATENATED MODULE: ./lib/src/report/changes.js
/** Changes that are named; the rest is counted. */
const changes_mostNamed = 8;
/** Deliberate changes: Node, Qdrant and the packages that scenarios depend on, then all other packages. */
function changesOf({ differences, packages }) {
    return [...differences.filter(({ kind }) => kind === 'subject'), ...packages];
}
/** A change in words: `undici 6.1.0 -> 7.0.0`, `+ undici 6.1.0`, `- undici 6.1.0`. */
function changes_changeWords({ name, baseline, now }, { arrow, minus }, safe) {
    if (baseline === undefined)
        return `+ ${safe(name)} ${safe(now ?? '')}`;
    if (now === undefined)
        return `${minus} ${safe(name)} ${safe(baseline)}`;
    return `${safe(name)} ${safe(baseline)} ${arrow} ${safe(now)}`;
}
//# sourceMappingURL=changes.js.map
;// CONCATENATED MODULE: ./lib/src/report/run-notes.js

/** Sentences on gaps of a run that no single case shows. Untrusted parts are not escaped. */
function runNotes(comparison) {
    return [
        ...newMetricsNote(comparison),
        ...deselectedNote(comparison),
        ...cutShortNotes(comparison),
        ...polledNote(comparison),
    ];
}
/** Judged metrics that the baselines of compared cases lack, as a baseline of an earlier version does. */
function newMetricsNote({ cases }) {
    const compared = cases.filter(({ metrics }) => metrics.some(({ baseline }) => baseline !== undefined));
    const lacking = compared.map(({ metrics }) => metrics.filter(({ role, verdict }) => role === 'primary' && verdict === 'new').map(({ metric }) => metric));
    const names = [...new Set(lacking.flat())];
    if (names.length === 0)
        return [];
    const affected = lacking.filter((metrics) => metrics.length > 0).length;
    const verb = names.length === 1 ? 'is' : 'are';
    return [
        `${format_countOf(names.length, 'judged metric')} ${verb} not in the baseline of ${format_countOf(affected, 'case')} and not compared until it is refreshed: ${names.join(', ')}`,
    ];
}
function deselectedNote({ deselected }) {
    if (deselected.length === 0)
        return [];
    return [`${format_countOf(deselected.length, 'case')} of the baseline not selected here: ${namedIds(deselected)}`];
}
function polledNote({ cases }) {
    const polled = cases.filter(({ peakPolled }) => peakPolled).map(({ id }) => id);
    if (polled.length === 0)
        return [];
    return [`the kernel’s high-water mark cannot be reset here, so short spikes may be missed: ${namedIds(polled)}`];
}
function cutShortNotes({ cutShort, cases }) {
    const inconclusive = cases.filter(({ verdict, leak }) => verdict === 'inconclusive' || leak?.verdict === 'suspected');
    const words = {
        samples: `no more samples were taken of inconclusive cases (${inconclusive.length} remain)`,
        leaks: 'suspected leaks were not followed up',
        sites: 'where memory comes from is not recorded for every case',
        native: 'native memory is not profiled for every case',
    };
    return cutShort.map((part) => `the time limit (timeout-minutes) was reached: ${words[part]}`);
}
//# sourceMappingURL=run-notes.js.map
;// CONCATENATED MODULE: ./lib/src/report/origin.js







/** One sentence: the commit and the baseline it was compared with. */
function comparedSentence(comparison, provenance) {
    const { baseline, commit, environmentKey } = comparison;
    const now = `${commitLink(commit, provenance)}${dirtyWords(comparison)}`;
    if (baseline === undefined || comparison.absence !== undefined)
        return notCompared(comparison, now);
    const date = escapeText(baseline.startedAt.slice(0, 10));
    const which = baseline.commit === undefined
        ? date
        : `${commitLink(baseline.commit, provenance)}${dirtyWords(baseline)} (${date})`;
    const source = provenance === undefined ? '' : sourceWords(provenance.baseline, environmentKey);
    return `${now} compared with the baseline of ${which}${source === '' ? '' : `, ${source}`}.`;
}
/** The remedy, and below it what was measured anyway. */
function notCompared(comparison, now) {
    const remedy = escapeText(absenceRemedy(comparison), longestRemedy);
    const measured = `${now}, ${escapeText(absenceWords(comparison), longestRemedy)}.`;
    if (comparison.absence?.kind !== 'unavailable')
        return measured;
    const words = escapeText(judgedWords(comparison), longestRemedy);
    return [remedy, `${words}. ${measured}`].filter((line) => line !== '').join('<br>');
}
function sourceWords({ source, commitsBehind }, environmentKey) {
    const behind = commitsBehind === undefined ? '' : `, ${format_countOf(commitsBehind, 'commit')} back`;
    return {
        'merge-base': 'the merge base',
        ancestor: `an ancestor${behind}`,
        file: `the committed file ${escapeText(environmentKey)}.json`,
        none: '',
    }[source];
}
const longestRemedy = 500;
/** Characters of the sentence on cases measured longer. */
const longestLonger = 600;
/** Further remarks on the comparison, as list items: changed versions first, the machine later. */
function remarksOf(comparison, provenance) {
    const notes = (provenance?.baseline.notes ?? []).map((note) => `Baseline: ${escapeText(note, 300)}`);
    const longer = longerThanPlanned(comparison);
    const reasons = [...incomparableReasons(comparison)].map(([reason, ids]) => `Not comparable: ${escapeText(reason)} (${listed(ids.map((id) => escapeText(id)))})`);
    return [
        ...listRemark('Changed', changesOf(comparison).map((change) => changes_changeWords(change, typographic, shortText))),
        ...[...reasons.slice(0, changes_mostNamed), ...andMore(reasons)],
        ...[...notes.slice(0, changes_mostNamed), ...andMore(notes)],
        ...listRemark('Measured elsewhere', contextChanges(comparison)),
        ...runNotes(comparison).map((note) => escapeText(sentence(note), longestLonger)),
        ...(longer === '' ? [] : [escapeText(longer, longestLonger)]),
    ].map((remark) => `- ${remark}`);
}
const typographic = { arrow: '→', minus: '−' };
/** Rows of the table; the rest is counted. */
const origin_mostRows = 100;
/** Table rows of the changed versions that the remarks only count, limited to a readable number. */
function furtherChanges(comparison) {
    const further = changesOf(comparison).slice(changes_mostNamed);
    const rows = further
        .slice(0, origin_mostRows)
        .map(({ name, baseline, now }) => [name, baseline ?? '–', now ?? '–'].map(shortText));
    return further.length > origin_mostRows ? [...rows, [`and ${further.length - origin_mostRows} more`, '', '']] : rows;
}
function contextChanges({ differences }) {
    return differences
        .filter(({ kind }) => kind === 'context')
        .map((difference) => changes_changeWords(difference, typographic, shortText));
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function listRemark(label, items) {
    return items.length === 0 ? [] : [`${label}: ${listed(items)}`];
}
function shortText(text) {
    return escapeText(text, 80);
}
/** Links to the full results, in small print. */
function footerOf({ baseline }, provenance) {
    const links = provenance === undefined
        ? []
        : [
            blocks_link('run', provenance.runUrl),
            blocks_link('results and report.html', provenance.resultsUrl),
            blocks_link('profiles', provenance.profilesUrl),
        ].filter(isLink);
    const commit = baseline?.commit === undefined ? [] : [`baseline ${commitLink(baseline.commit, provenance)}`];
    const places = links.length === 0 ? [] : [...links, ...commit];
    return `<sub>${[...places, 'MiB are bytes / 1024²', 'more memory has a plus sign'].join(' · ')}</sub>`;
}
/** Link to the job summary, which has the parts that a comment leaves out. */
function runLink(provenance) {
    const run = blocks_link('the run', provenance?.runUrl);
    return isLink(run) ? `: see ${run}` : '';
}
/** A commit by its first digits, linked if the repository is known. */
function commitLink(sha, provenance) {
    // Only a full hash is a commit: a results document may contain anything.
    if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha)) {
        return sha === undefined ? format_formatCommit(sha) : `commit ${escapeText(format_formatCommit(sha))}`;
    }
    const url = provenance?.repositoryUrl === undefined ? undefined : `${provenance.repositoryUrl}/commit/${sha}`;
    return blocks_link(`\`${format_formatCommit(sha)}\``, url);
}
function isLink(text) {
    return text.startsWith('[');
}
function listed(items) {
    return [...items.slice(0, changes_mostNamed), ...andMore(items)].join(', ');
}
function andMore({ length }) {
    return length > changes_mostNamed ? [`and ${length - changes_mostNamed} more`] : [];
}
//# sourceMappingURL=origin.js.map
;// CONCATENATED MODULE: ./lib/src/report/section.js











const longestHeadline = 600;
const section_changeWords = '<sub>A change is the settled reading after the measured iterations less the settled one before.</sub>';
/** Builds a report that is not yet shortened. */
function sectionOf({ comparison, results, baselineResults, provenance }) {
    const findings = findings_findingsOf(comparison);
    const leg = provenance === undefined || provenance.leg === '' ? '' : ` (${escapeText(provenance.leg, 100)})`;
    const cases = changedFirst(comparison.cases, findings);
    const chart = chartOf(comparison, results, baselineResults);
    const measured = new Map(results?.cases.map((result) => [result.id, result]));
    return {
        heading: `## ${section_signOf(comparison)} memory-bench${leg}: ${escapeText(headline(comparison), longestHeadline)}`,
        compared: comparedSentence(comparison, provenance),
        remarks: remarksOf(comparison, provenance),
        changes: furtherChanges(comparison),
        entries: finding_list_entriesOf(findings),
        places: placesOf(findings, chart?.caseId),
        charts: chart === undefined ? [] : [chart.text],
        native: cases.flatMap((judged) => nativeBlock(judged) ?? []),
        overview: cases.map(overviewRow),
        details: cases.flatMap((judged) => caseFold(judged, measured.get(judged.id)) ?? []),
        footer: footerOf(comparison, provenance),
        elsewhere: runLink(provenance),
    };
}
/** Green only if everything that was selected was measured and, if requested, compared. */
function section_signOf(comparison) {
    if (comparison.verdict === 'fail')
        return '❌';
    return isGreen(comparison) ? '✅' : '⚠️';
}
/** The room a section needs to be shown whole. */
function wholeRoom({ remarks, changes, entries, places, charts, native, overview, details }) {
    return {
        remarks: remarks.length,
        changes: changes.length,
        entries: entries.length,
        places: places.length,
        charts: charts.length,
        native: native.length,
        overview: overview.length,
        details: details.length,
    };
}
/**
 * A section in Markdown, limited to `room`, with a count of the parts not shown. The worst findings come first and fit
 * on a screen; everything else is folded below them.
 */
function compose(section, room) {
    const { heading, compared, elsewhere, entries, native, overview, details } = section;
    const more = (all, count) => count < all.length ? `and ${all.length - count} more not shown${elsewhere}` : '';
    const overviewRows = overview.slice(0, room.overview);
    const detailFolds = details.slice(0, room.details);
    const remarks = section.remarks.slice(0, room.remarks);
    const [worstPlace = '', ...otherPlaces] = section.places.slice(0, room.places);
    const [chart = ''] = section.charts.slice(0, room.charts);
    const { bad, good } = ranked(entries.slice(0, room.entries));
    const rivals = { heading, compared, remarks, where: worstPlace, hasChart: chart !== '' };
    const seen = firstScreen({ ...rivals, entries: bad }).entries < bad.length ? worstOfEachFirst(bad) : bad;
    const first = firstScreen({ ...rivals, entries: seen });
    const rest = seen.slice(first.entries);
    return `${joinBlocks([
        heading,
        compared,
        [...remarks.slice(0, first.remarks), more(section.remarks, room.remarks)].filter((text) => text !== '').join('\n'),
        renderEntries(seen.slice(0, first.entries)),
        worstPlace,
        first.chart ? chart : '',
        maybeFold(format_countOf(rest.length, 'more finding'), [renderEntries(rest)]),
        more(entries, room.entries),
        maybeFold(`🟢 ${format_countOf(good.length, 'improvement')}`, [renderEntries(good)]),
        maybeFold('Where the memory of the other cases comes from', [
            otherPlaces.join('\n'),
            otherPlaces.length === 0 ? '' : more(section.places, room.places),
        ]),
        maybeFold('Memory over time of the worst case', first.chart ? [] : [chart]),
        maybeFold('More on what was compared', [remarks.slice(first.remarks).join('\n')]),
        maybeFold('Other versions that changed', [
            table(['package', 'baseline', 'now'], section.changes.slice(0, room.changes), () => false),
            room.changes === 0 ? '' : more(section.changes, room.changes),
        ]),
        maybeFold(`Native memory of ${format_countOf(native.length, 'case')}`, nativeParts(section, room)),
        maybeFold(`Overview of ${format_countOf(overview.length, 'case')}, in MiB`, [
            overviewTable(overviewRows),
            overviewRows.length === 0 ? '' : more(overview, room.overview),
            overviewRows.length === 0 ? '' : section_changeWords,
        ]),
        maybeFold(`Every metric of ${format_countOf(details.length, 'case')}`, [
            ...detailFolds,
            detailFolds.length === 0 ? '' : more(details, room.details),
        ]),
        leftOut(section, room),
        section.footer,
    ])}\n`;
}
function nativeParts({ native, elsewhere }, room) {
    const shown = native.slice(0, room.native);
    const left = native.length - shown.length;
    return shown.length === 0 ? [] : [shown.join('\n'), left === 0 ? '' : `and ${left} more not shown${elsewhere}`];
}
/** Bad entries are shown unfolded; good ones only if there is nothing else. */
function ranked(entries) {
    const bad = entries.filter(({ good }) => !good);
    return bad.length === 0 ? { bad: entries, good: [] } : { bad, good: entries.filter(({ good }) => good) };
}
function leftOut({ places, charts, native, overview, details, elsewhere }, room) {
    const parts = [
        places.length > 0 && room.places === 0 ? 'where the memory comes from' : '',
        charts.length > room.charts ? 'the chart' : '',
        native.length > 0 && room.native === 0 ? `the native memory of ${format_countOf(native.length, 'case')}` : '',
        overview.length > 0 && room.overview === 0 ? `the overview of ${format_countOf(overview.length, 'case')}` : '',
        details.length > 0 && room.details === 0 ? `every metric of ${format_countOf(details.length, 'case')}` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `Not shown, for want of room: ${parts.join(', ')}${elsewhere}`;
}
function maybeFold(summary, blocks) {
    const body = joinBlocks(blocks);
    return body === '' ? '' : fold(summary, body);
}
/** Cases with findings first, worst at the top. */
function changedFirst(cases, findings) {
    const ranks = new Map();
    for (const { caseId } of findings)
        if (!ranks.has(caseId))
            ranks.set(caseId, ranks.size);
    const rank = ({ id }) => ranks.get(id) ?? ranks.size;
    return [...cases].sort((a, b) => rank(a) - rank(b));
}
//# sourceMappingURL=section.js.map
;// CONCATENATED MODULE: ./lib/src/report/length.js

/** The order in which parts are shortened, least important first. */
const leastFirst = [
    'details',
    'changes',
    'native',
    'overview',
    'places',
    'charts',
    'entries',
    'remarks',
];
/** A section in Markdown of at most `maxLength` bytes in UTF-8, and so at most as many characters. */
function length_shortened(section, maxLength) {
    const fits = (text) => lengthOf(text) <= maxLength;
    let room = wholeRoom(section);
    let text = compose(section, room);
    for (const part of leastFirst) {
        if (fits(text))
            return text;
        const withCount = (count) => ({ ...room, [part]: count });
        room = withCount(length_greatest(room[part], (count) => fits(compose(section, withCount(count)))));
        text = compose(section, room);
    }
    const { heading, compared } = section;
    return [text, `${heading}\n\n${compared}\n`, `${heading}\n`].find(fits) ?? '';
}
/** Upper bound on the length GitHub counts for a text: bytes are never fewer than characters. */
function lengthOf(text) {
    return Buffer.byteLength(text);
}
/** The greatest count up to `most` that passes; 0 if none does. */
function length_greatest(most, passes) {
    let low = 0;
    let high = most;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (passes(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
//# sourceMappingURL=length.js.map
;// CONCATENATED MODULE: ./lib/src/report/section-body.js
// Reads and shortens the text of a section in a comment. Only its first line has a fixed form.

const cutNote = 'cut, for want of room: see the run';
/** Most bytes of a line that memory-bench writes. */
const section_body_longestLine = 2_000;
/** The heading of a section; undefined if its first line is not a heading. */
function headingOf(body) {
    const [first = ''] = textLines(body);
    const [, sign, words] = /^## (\S{1,8}) memory-bench(?: \([^\n]*?\))?: (.{1,1000})$/u.exec(first) ?? [];
    return sign === undefined || words === undefined ? undefined : { sign, words };
}
/** Whether the verdict of a section is a pass without reservations. */
function hasPassed(body) {
    return body.startsWith('## ✅');
}
/** The verdict, the two sides compared, and the links. */
function firstLines(body) {
    const lines = textLines(body);
    const footer = section_body_footerOf(lines);
    const first = lines.slice(0, lines.length - footer.length).slice(0, 2);
    return [...first, cutNote, ...footer].join('\n\n');
}
/** The verdict alone. */
function section_body_heading(body) {
    return [...textLines(body).slice(0, 1), cutNote].join('\n\n');
}
/**
 * As many whole paragraphs, tables and folds from the top as fit into `maxLength` bytes, with the links at the end. A
 * table that does not fit keeps its first rows.
 */
function shortenedBody(body, maxLength) {
    if (lengthOf(body) <= maxLength)
        return body;
    const footer = section_body_footerOf(textLines(body));
    const end = ['', cutNote, ...footer].join('\n\n');
    let left = maxLength - lengthOf(end);
    const kept = [];
    for (const block of blocksOf(body)) {
        if (block === cutNote || footer.includes(block))
            continue;
        const fitting = lengthOf(block) + 2 <= left ? block : firstRows(block, left - 2);
        if (fitting !== '')
            kept.push(fitting);
        if (fitting !== block)
            break;
        left -= lengthOf(block) + 2;
    }
    return kept.length < 2 ? firstLines(body) : `${kept.join('\n\n')}${end}`;
}
function firstRows(block, maxLength) {
    const rows = block.split('\n');
    if (!rows.every((row) => row.startsWith('| ')))
        return '';
    while (rows.length > 0 && lengthOf(rows.join('\n')) > maxLength)
        rows.pop();
    // Header and alignment alone say nothing.
    return rows.length > 2 ? rows.join('\n') : '';
}
/** The parts between blank lines; a fold and a fenced block are one part each. */
function blocksOf(body) {
    const blocks = [];
    let open = [];
    let folds = 0;
    let fenced = false;
    for (const line of body.split('\n')) {
        if (line.startsWith('```'))
            fenced = !fenced;
        else if (!fenced)
            folds += occurrences(line, '<details>') - occurrences(line, '</details>');
        if (line.trim() !== '' || fenced || folds > 0)
            open.push(line);
        else if (open.length > 0) {
            blocks.push(open.join('\n'));
            open = [];
        }
    }
    // An unclosed block would swallow the sections after it.
    return fenced || folds > 0 || open.length === 0 ? blocks : [...blocks, open.join('\n')];
}
function occurrences(text, part) {
    return text.split(part).length - 1;
}
function section_body_footerOf(lines) {
    const last = lines.at(-1);
    return last?.startsWith('<sub>') ? [last] : [];
}
function textLines(body) {
    return body.split('\n').filter((line) => line.trim() !== '' && line !== cutNote && lengthOf(line) <= section_body_longestLine);
}
//# sourceMappingURL=section-body.js.map
;// CONCATENATED MODULE: ./lib/src/report/sticky-overview.js




/** Most bytes of a cell, so that a matrix of 256 jobs fits. */
const longestCell = 160;
const ranks = ['❌', '⚠️', '✅'];
/**
 * Lines before the sections of several jobs: a summary of all jobs, and a table with one row per job, failed first.
 * Empty for one job. Rebuilt from the sections each time. `dropped` is the number of jobs that do not fit.
 */
function overviewOf(sections, dropped) {
    if (sections.length + dropped < 2)
        return [];
    const jobs = sections
        .map(({ leg, body }) => {
        const { sign, words } = headingOf(body) ?? { sign: '', words: '' };
        return { leg, sign: ranks.find((known) => known === sign) ?? '⚠️', words };
    })
        .sort((a, b) => ranks.indexOf(a.sign) - ranks.indexOf(b.sign));
    const rows = jobs.map(({ leg, sign, words }) => [
        `${sign} ${leg === '' ? 'memory-bench' : escapeText(leg, 100)}`,
        shortCell(words),
    ]);
    return [
        totalLine(jobs.map(({ sign }) => sign), dropped),
        '',
        table(['job', 'verdict'], rows, () => false),
        '',
    ];
}
function totalLine(signs, dropped) {
    const count = (wanted) => signs.filter((sign) => sign === wanted).length;
    const all = signs.length + dropped;
    const [failed, doubtful, passed] = ranks.map(count);
    const parts = [
        failed ? `${failed} of ${format_countOf(all, 'job')} failed` : '',
        doubtful ? `${doubtful} of ${format_countOf(all, 'job')} with reservations` : '',
        passed ? `${passed} passed` : '',
        dropped > 0 ? `${format_countOf(dropped, 'job')} not shown` : '',
    ].filter((part) => part !== '');
    const worst = ranks.find((sign) => signs.includes(sign)) ?? '⚠️';
    return `**${worst} ${parts.join(', ')}**`;
}
/** The words of a heading for a cell. They are Markdown already, so only whole words are cut off. */
function shortCell(words) {
    const plain = words.replaceAll('|', '&#124;');
    if (Buffer.byteLength(plain) <= longestCell)
        return plain;
    const kept = [];
    let length = 0;
    for (const word of plain.split(' ')) {
        length += Buffer.byteLength(word) + 1;
        if (length > longestCell)
            break;
        kept.push(word);
    }
    return `${kept.join(' ')} …`;
}
//# sourceMappingURL=sticky-overview.js.map
;// CONCATENATED MODULE: ./lib/src/report/sticky.js



/** GitHub accepts 65,536 characters; counting bytes leaves a margin. */
const sticky_longestComment = 65_000;
/** Most bytes of one of several jobs, so that later ones fit. */
const mostOfShared = 16_000;
const endMarker = '<!-- memory-bench:end -->';
const startMarker = /^<!-- memory-bench:section leg="([^"\s]*)" run="(\d{1,15})" attempt="(\d{1,9})" sha="([^"\s]*)" -->$/;
/** The first line of the comment of a key, used to find it again. */
function markerOf(key) {
    return `<!-- memory-bench:${encode(key).replaceAll(/%2D/g, '-').replaceAll('--', '%2D%2D')} -->`;
}
/** The sections of a comment. Any other content is ignored. */
function parseSticky(body) {
    const sections = [];
    let open;
    for (const line of body.split(/\r?\n/)) {
        const started = sectionIn(line);
        if (started !== undefined)
            open = { section: started, lines: [] };
        else if (line !== endMarker)
            open?.lines.push(line);
        else if (open !== undefined) {
            sections.push({ ...open.section, body: open.lines.join('\n') });
            open = undefined;
        }
    }
    return { sections };
}
/**
 * The whole comment of a key. If several jobs share it, a summary line and a table come first. Text inside a section
 * that could pass for a marker is escaped.
 */
function renderSticky(key, sections) {
    return renderWith(key, sections, 0);
}
function renderWith(key, sections, dropped) {
    const sorted = [...sections].sort((a, b) => (a.leg < b.leg ? -1 : a.leg > b.leg ? 1 : 0));
    return [markerOf(key), ...overviewOf(sorted, dropped), ...sorted.map(renderOne)].join('\n');
}
/**
 * Merges a section into the comment. It replaces an earlier section of the same job and drops those of other jobs from
 * earlier runs. Nothing is written if a later run has commented, or if the section `yields` to one of the same attempt.
 */
function mergeSection(existing, key, given, { yields = false } = {}) {
    const section = { ...given, leg: given.leg.toWellFormed() };
    const known = parseSticky(existing ?? '').sections;
    const later = known.find((other) => isLater(other, section));
    if (later !== undefined)
        return { kind: 'stale', by: { runId: later.runId, attempt: later.attempt } };
    if (yields && known.some((other) => isSameAttempt(other, section)))
        return { kind: 'kept' };
    const others = known.filter(({ leg, runId }) => leg !== section.leg && runId === section.runId);
    const body = fitSections(key, section, others);
    return body === existing?.replaceAll('\r\n', '\n').trimEnd() ? { kind: 'unchanged' } : { kind: 'write', body };
}
function isSameAttempt(other, { leg, runId, attempt }) {
    return other.leg === leg && other.runId === runId && other.attempt === attempt;
}
function isLater(other, { leg, runId, attempt }) {
    return other.runId > runId || (other.runId === runId && other.leg === leg && other.attempt > attempt);
}
/**
 * The job's section and the others in one comment. If they do not fit, jobs that passed are cut to their first lines,
 * and the others share the remaining space equally.
 */
function fitSections(key, section, others) {
    const { leg, runId, attempt, sha, render } = section;
    const frame = { leg, runId, attempt, sha, body: '' };
    const alone = sticky_longestComment - lengthOf(renderSticky(key, [...others, frame]));
    const rendered = harmless(render(leg === '' && others.length === 0 ? alone : mostOfShared));
    let sections = [...others, { ...frame, body: rendered }];
    let over = lengthOf(renderSticky(key, sections)) - sticky_longestComment;
    const replace = (before, body) => {
        const saved = lengthOf(before.body) - lengthOf(body);
        if (saved <= 0)
            return;
        sections = sections.map((other) => (other.leg === before.leg ? { ...other, body } : other));
        over -= saved;
    };
    const cut = (shorter, which) => {
        for (const other of [...sections].sort(longestFirst)) {
            if (over <= 0)
                return;
            if (which(other.body))
                replace(other, shorter(other.body));
        }
    };
    cut(firstLines, hasPassed);
    if (over > 0) {
        const red = sections.filter(({ body }) => !hasPassed(body));
        const taken = red.reduce((sum, { body }) => sum + lengthOf(body), 0);
        const share = Math.floor((taken - over) / Math.max(1, red.length));
        for (const other of red) {
            if (lengthOf(other.body) <= share)
                continue;
            replace(other, other.leg === leg ? harmless(render(share)) : shortenedBody(other.body, share));
        }
    }
    // For a section that exceeded its share, and for a matrix of hundreds.
    for (const shorter of [firstLines, section_body_heading]) {
        cut(shorter, hasPassed);
        cut(shorter, () => true);
    }
    return withoutLast(key, sections, leg);
}
/** The comment without the other sections that do not fit; these are counted. */
function withoutLast(key, sections, own) {
    let kept = [...sections].sort((a, b) => Number(b.leg === own) - Number(a.leg === own));
    const text = () => renderWith(key, kept, sections.length - kept.length);
    while (kept.length > 1 && lengthOf(text()) > sticky_longestComment)
        kept = kept.slice(0, -1);
    return text();
}
function longestFirst(a, b) {
    return lengthOf(b.body) - lengthOf(a.body) || (a.leg < b.leg ? -1 : 1);
}
function renderOne({ leg, runId, attempt, sha, body }) {
    const start = `<!-- memory-bench:section leg="${encode(leg)}" run="${runId}" attempt="${attempt}" sha="${encode(sha)}" -->`;
    return [start, harmless(body), endMarker].join('\n');
}
function sectionIn(line) {
    const [, leg = '', run = '', attempt = '', sha = ''] = startMarker.exec(line) ?? [];
    if (run === '')
        return undefined;
    try {
        const at = { runId: Number(run), attempt: Number(attempt) };
        return { leg: decodeURIComponent(leg), ...at, sha: decodeURIComponent(sha), body: '' };
    }
    catch {
        return undefined;
    }
}
function harmless(body) {
    return body.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('<!--', '&lt;!--');
}
/** Encodes text for an HTML comment, which must not contain two hyphens in a row. */
function encode(text) {
    return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
//# sourceMappingURL=sticky.js.map
;// CONCATENATED MODULE: ./lib/src/github/comment.js



const comment_pageSize = 100;
/** Maximum number of writes. Other jobs of the workflow write to the same comment; an overwritten job writes again. */
const comment_attempts = 5;
/** Time that other jobs get to write before the comment is read again, in ms. */
const lookAgainMs = 1_000;
/**
 * Writes the job's section into the comment of a key, and creates the comment if there is none. The comment is read
 * again after each write, answered or not, so that two jobs that write at once both end up in it.
 * @throws GitHubError if GitHub refuses.
 */
async function upsertComment(api, sticky) {
    const memory = {};
    for (let attempt = 1;; attempt += 1) {
        const outcome = await writeOnce(api, sticky, memory).catch(async (error) => {
            if (!(error instanceof api_GitHubError))
                throw error;
            // The write may have taken effect anyway, and another job may have written since.
            if (comment_isOfTheServer(error) && attempt < comment_attempts)
                return undefined;
            if (await isLocked(api, sticky.pull, error))
                return { kind: 'locked' };
            throw error;
        });
        if (outcome === undefined && attempt === comment_attempts)
            throw gone(sticky);
        if (outcome !== undefined && (outcome.kind !== 'written' || attempt === comment_attempts))
            return outcome;
        await (0,external_node_timers_promises_.setTimeout)(lookAgainMs * (attempt === 1 ? 1 : attempt * Math.random()));
        if (outcome !== undefined && (await stands(api, sticky, memory)))
            return outcome;
    }
}
/** Reads and writes once; undefined if the comment was deleted in between. */
async function writeOnce(api, sticky, memory) {
    const { pull, key, section, create, yields = false } = sticky;
    const [ours, ...doubles] = await ourComments(api, pull, key, memory);
    if (ours === undefined && !create)
        return { kind: 'not-needed' };
    if (ours === undefined && memory.created !== undefined) {
        // It was deleted on purpose, by a person or in favor of another job's comment.
        return { kind: 'unchanged', url: memory.created.html_url };
    }
    const merged = mergeSection(ours?.body, key, section, { yields });
    const url = merged.kind === 'write' ? await comment_write(api, pull, ours, merged.body, memory) : (ours?.html_url ?? '');
    if (url === undefined)
        return undefined;
    // Two jobs each created a comment at the same moment: keep the first.
    for (const double of doubles)
        await remove(api, double);
    if (merged.kind === 'stale')
        return { kind: 'stale' };
    if (merged.kind === 'kept')
        return { kind: 'kept', url };
    return { kind: merged.kind === 'write' ? 'written' : 'unchanged', url };
}
/** Whether the job's section is still in the only comment of its key. */
async function stands(api, { pull, key, section }, memory) {
    const [ours, ...doubles] = await ourComments(api, pull, key, memory);
    if (ours === undefined || doubles.length > 0)
        return false;
    return parseSticky(ours.body ?? '').sections.some(({ leg, runId, attempt }) => leg === section.leg && runId === section.runId && attempt === section.attempt);
}
/** The comments of a key by this token's account, oldest first. Others are ignored: anyone can write the marker. */
async function ourComments(api, pull, key, memory) {
    const marker = markerOf(key);
    const list = api.rest.issues.listComments;
    let all;
    try {
        all = await api.paginate(list, { ...api.at, issue_number: pull, per_page: comment_pageSize });
    }
    catch (cause) {
        throw new api_GitHubError('the comments could not be listed', cause);
    }
    const marked = all.filter(({ body }) => body?.startsWith(marker));
    if (marked.length === 0)
        return [];
    const { sent } = memory;
    const created = sent === undefined ? undefined : marked.findLast(({ body }) => body?.trim() === sent.trim());
    if (created !== undefined)
        remember(memory, created);
    // The account of some app tokens cannot be queried; a created comment names it.
    const login = memory.author ?? (await api.login());
    return marked.filter(({ user }) => user?.login === login).sort((a, b) => a.id - b.id);
}
/** Writes the comment and returns its URL; undefined if the comment to update is gone. */
async function comment_write(api, pull, ours, body, memory) {
    const { issues } = api.rest;
    const what = 'the comment could not be written';
    if (ours !== undefined) {
        return (await api_askMaybe(what, issues.updateComment({ ...api.at, comment_id: ours.id, body })))?.html_url;
    }
    memory.sent = body;
    const created = await api_ask(what, issues.createComment({ ...api.at, issue_number: pull, body }));
    remember(memory, created);
    return created.html_url;
}
function remember(memory, created) {
    delete memory.sent;
    memory.created = created;
    if (created.user !== null)
        memory.author = created.user.login;
}
async function remove(api, { id }) {
    try {
        await api_ask('a second comment could not be removed', api.rest.issues.deleteComment({ ...api.at, comment_id: id }));
    }
    catch (error) {
        // The other job has already removed it.
        if (!(error instanceof api_GitHubError) || error.status !== 404)
            throw error;
    }
}
/**
 * Whether a write was refused because the conversation is locked. GitHub answers 403, as it does for a missing
 * permission.
 */
async function isLocked(api, pull, { status, message }) {
    if (status !== 403)
        return false;
    if (/\blocked\b/i.test(message))
        return true;
    if (/not accessible/i.test(message))
        return false;
    try {
        const request = api.rest.pulls.get({ ...api.at, pull_number: pull });
        return (await api_ask('the pull request could not be looked up', request)).locked;
    }
    catch (error) {
        // The first error is more specific.
        if (error instanceof api_GitHubError)
            return false;
        throw error;
    }
}
function gone({ pull }) {
    return new api_GitHubError('the comment could not be written', new Error(`it was deleted from #${pull} each time before it could be updated`));
}
function comment_isOfTheServer({ status }) {
    return status === undefined || status >= 500;
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./lib/src/github/enterprise-server.js
var enterprise_server = __webpack_require__(1773);
;// CONCATENATED MODULE: ./lib/src/github/finished-pull.js

/**
 * Lists the pull requests with the head branch of a run, as GitHub knows them: an artifact could name any.
 * @throws GitHubError
 */
async function headOfRun(api, run) {
    const { head_repository: head, head_branch: branch, head_sha: headSha } = run;
    if (head === null || branch === null)
        return { headSha, fromFork: true, candidates: [] };
    const [owner = ''] = head.full_name.split('/');
    const request = api.rest.pulls.list({ ...api.at, head: `${owner}:${branch}`, state: 'all', per_page: 100 });
    const pulls = await api_ask('the pull requests could not be listed', request);
    const candidates = pulls
        .filter((pull) => pull.head.repo?.id === head.id)
        .map((pull) => ({
        number: pull.number,
        open: pull.state === 'open',
        headSha: pull.head.sha,
        baseRef: pull.base.ref,
        testMerge: pull.merge_commit_sha ?? undefined,
    }));
    const fromFork = head.full_name.toLowerCase() !== `${api.at.owner}/${api.at.repo}`.toLowerCase();
    return { headSha, fromFork, candidates };
}
/**
 * Finds the open pull request that a commit was measured for. The results name the commit, and GitHub identifies it: as
 * the head itself, or as a test merge whose first parent is on the base branch of exactly one pull request.
 * @throws GitHubError
 */
async function pullOfCommit(api, { headSha, fromFork, candidates }, commit) {
    const same = candidates.filter((candidate) => candidate.headSha === headSha);
    if (!same.some(({ open }) => open))
        return none(whyNoneIsOpen(headSha, same, candidates));
    const measured = await whatWasMeasured(api, headSha, commit);
    if (measured.kind === 'other')
        return none(`the results are of commit ${finished_pull_short(measured.sha)}, which is neither ${finished_pull_short(headSha)} nor a merge of it`);
    const matching = measured.kind === 'merge' ? await onBaseOf(api, same, measured) : same;
    const bases = [...new Set(matching.map(({ baseRef }) => baseRef))];
    if (bases.length > 1) {
        return none(`${numbers(matching)} have the same head ${finished_pull_short(headSha)}, and the results do not say for which of them it was measured`);
    }
    const pull = matching.find(({ open }) => open);
    if (pull === undefined) {
        return none(matching.length === 0
            ? `the base that was merged for the measured commit is not on the base branch of ${numbers(same)}`
            : `the run was for ${numbers(matching)}, which is closed`);
    }
    const { number, baseRef } = pull;
    const sha = measured.kind === 'merge' ? measured.sha : headSha;
    return { kind: 'found', pull: { number, headSha, baseRef, fromFork }, measured: sha };
}
/** Classifies the commit that results name. A commit unknown to GitHub is assumed to be on top of the head. */
async function whatWasMeasured(api, headSha, commit) {
    if (commit === undefined || commit === headSha || !/^[0-9a-f]{40}$/.test(commit))
        return { kind: 'head' };
    const parents = await parentsOf(api, commit);
    if (parents === undefined)
        return { kind: 'head' };
    const [base, head] = parents;
    if (parents.length === 2 && base !== undefined && head === headSha)
        return { kind: 'merge', sha: commit, base };
    return parents.includes(headSha) ? { kind: 'head' } : { kind: 'other', sha: commit };
}
async function parentsOf(api, ref) {
    const known = await askUnlessUnknown('the measured commit could not be looked up', api.rest.repos.getCommit({ ...api.at, ref }));
    return known?.parents.map(({ sha }) => sha);
}
/** The pull requests with this test merge, or else those whose base branch contains its first parent. */
async function onBaseOf(api, candidates, { sha, base }) {
    const exact = candidates.filter(({ testMerge }) => testMerge === sha);
    if (exact.length > 0)
        return exact;
    const matching = [];
    for (const ref of new Set(candidates.map(({ baseRef }) => baseRef))) {
        const request = api.rest.repos.compareCommitsWithBasehead({ ...api.at, basehead: `${base}...${ref}`, per_page: 1 });
        const compared = await askUnlessUnknown(`${finished_pull_short(base)} could not be compared with ${ref}`, request);
        if (compared?.status === 'ahead' || compared?.status === 'identical')
            matching.push(ref);
    }
    return candidates.filter(({ baseRef }) => matching.includes(baseRef));
}
/** Like `ask`, but returns undefined for a commit or branch that GitHub does not know. */
async function askUnlessUnknown(what, request) {
    try {
        return await api_ask(what, request);
    }
    catch (error) {
        if (error instanceof api_GitHubError && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
}
function whyNoneIsOpen(headSha, same, all) {
    if (same.length > 0)
        return `${numbers(same)}: closed`;
    const moved = all.filter(({ open }) => open);
    return moved.length > 0
        ? `the head of ${numbers(moved)} is no longer ${finished_pull_short(headSha)}`
        : `no open pull request has the head ${finished_pull_short(headSha)}`;
}
function none(why) {
    return { kind: 'none', why };
}
function numbers(candidates) {
    return candidates.map(({ number }) => `#${number}`).join(', ');
}
function finished_pull_short(sha) {
    return sha.slice(0, 7);
}
//# sourceMappingURL=finished-pull.js.map
;// CONCATENATED MODULE: ./lib/src/github/glob-work.js


/** Maximum number of steps to match all globs of the rules with all case ids: about a second. */
const mostSteps = 100_000_000;
/** Maximum number of steps of the scenario globs, per character of a path. */
const mostScenarioSteps = 20_000;
/**
 * Refuses globs that are each allowed but take minutes together, such as 500 of 300 characters on 2,000 ids.
 * @throws EnvironmentError
 */
function refuseCostlyGlobs({ cases, selection }, { budgets, thresholds }) {
    const characters = cases.reduce((sum, { id }) => sum + id.length, 0);
    const steps = stepsOf([...Object.keys(budgets), ...Object.keys(thresholds)]) * characters;
    if (steps <= mostSteps && stepsOf(selection.scenarios) <= mostScenarioSteps)
        return;
    throw new errors/* EnvironmentError */.eG('the globs of budgets, thresholds and scenarios take too long to match with the cases');
}
function stepsOf(globs) {
    return globs.reduce((sum, glob) => sum + (0,results_glob/* stepsOfGlob */.v2)(glob), 0);
}
//# sourceMappingURL=glob-work.js.map
// EXTERNAL MODULE: ./lib/src/compare/verdict.js
var verdict = __webpack_require__(8287);
// EXTERNAL MODULE: ./lib/src/config/config-file.js + 5 modules
var config_file = __webpack_require__(3884);
// EXTERNAL MODULE: ./lib/src/config/runner-config.js
var runner_config = __webpack_require__(3210);
;// CONCATENATED MODULE: ./lib/src/github/handover.js







/** The files of a results artifact that the comment action reads. */
const handedOver = ['results.json', 'handover.json'];
/**
 * The data that the measuring action hands to the comment action. The sender of the pull request may have forged it.
 */
const handoverSchema = schemas/* strictObject */.rej({
    handoverVersion: schemas/* literal */.euz(1).describe('Version of this format'),
    // GitHub does not store a lone surrogate: the section of such a leg would never be found again.
    leg: schemas/* string */.YjP()
        .max(500)
        .transform((leg) => leg.toWellFormed())
        .describe('Name of the job among the others of its matrix'),
    commentKey: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9._-]{1,80}$/)
        .describe('Which comment the section goes into'),
    comment: schemas/* enum */.k5n(runner_config/* commentModes */.sw).describe('When the job wants a comment'),
    failOn: schemas/* array */.YOg(schemas/* enum */.k5n(verdict/* failOnKinds */.B)).max(100).describe('What makes the verdict fail'),
    budgets: config_file.configFileSchema.shape.budgets.unwrap().describe('Limits over those the results carry'),
    thresholds: config_file.configFileSchema.shape.thresholds.unwrap().describe('Allowed changes'),
    failed: schemas/* boolean */.zMY().optional().describe('Whether the job failed by its own verdict; absent in earlier versions'),
    findings: schemas/* record */.g1P(schemas/* string */.YjP().max(40), schemas/* int */.Whr().nonnegative())
        .refine((findings) => Object.keys(findings).length <= 40, 'more than 40 kinds')
        .optional()
        .describe('Findings of the job by kind; absent in earlier versions'),
});
/** Limits that leave room for budgets and thresholds of many globs, nested two levels deep. */
const handoverLimits = { bytes: 4 * 1024 * 1024, depth: 8, containers: 20_000, elements: 100, fields: 1_000 };
/**
 * Reads a handover.
 * @throws EnvironmentError if it is invalid.
 */
function parseHandover(text) {
    let raw;
    try {
        raw = (0,bounded_json/* parseBoundedJson */.R)(text, handoverLimits);
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`the handover of the measuring half ${cause instanceof SyntaxError ? 'is not JSON' : 'exceeds a limit'}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cause,
        });
    }
    const parsed = handoverSchema.safeParse(raw);
    if (parsed.success)
        return parsed.data;
    throw new errors/* EnvironmentError */.eG(`the handover of the measuring half has a mistake:\n${mistakesIn(parsed.error)}`);
}
//# sourceMappingURL=handover.js.map
// EXTERNAL MODULE: ./lib/src/github/runner-log.js
var runner_log = __webpack_require__(439);
;// CONCATENATED MODULE: ./lib/src/github/job-artifacts.js





/** Maximum number of jobs. A matrix may have 256, but that many sections would not fit into a comment. */
const mostJobs = 32;
/** The artifact of each job's last attempt. A later attempt of the run has its own workflow_run event. */
function newestAttempts(artifacts, prefix, runAttempt) {
    const newest = new Map();
    for (const artifact of artifacts) {
        const [, job, number = ''] = /^(.+)-attempt(\d{1,9})$/.exec(artifact.name) ?? [];
        const attempt = Number(number);
        if (job === undefined || !job.startsWith(`${resultsPrefix(prefix)}-`) || artifact.expired)
            continue;
        if (attempt < 1 || attempt > runAttempt)
            continue;
        const known = newest.get(job);
        if (known === undefined || known.artifact.id < artifact.id)
            newest.set(job, { artifact, attempt });
    }
    const jobs = [...newest.values()];
    for (const { artifact: { name }, } of jobs.slice(mostJobs)) {
        runner_log/* notice */.lm(`${logText(name)} is left out: at most ${mostJobs} artifacts of a run are read`);
    }
    return jobs.slice(0, mostJobs);
}
/** The jobs that report a failure by their own verdict. Their sections are red, whatever their results say. */
async function jobsThatSayTheyFailed(api, jobs) {
    const failed = new Set();
    for (const job of jobs)
        if (await saysItFailed(api, job.artifact))
            failed.add(job);
    return failed;
}
async function saysItFailed(api, artifact) {
    try {
        const { 'handover.json': handed } = await readArtifact(api, artifact, ['handover.json']);
        return handed !== undefined && parseHandover(handed).failed === true;
    }
    catch {
        // The artifact is read again later, and the error is reported then.
        return false;
    }
}
//# sourceMappingURL=job-artifacts.js.map
;// CONCATENATED MODULE: ./lib/src/compare/allocations.js

/** The functions that allocate a case's objects, beside those of its baseline if that recorded them. */
function compareAllocations(now, baseline) {
    const here = allocationsIn(now);
    if (here === undefined)
        return undefined;
    const before = allocationsIn(baseline);
    return before === undefined
        ? { compared: false, functions: here.map((allocator) => allocations_differenceOf(allocator, undefined, 0)) }
        : { compared: true, functions: differences(here, before) };
}
function allocationsIn(samples) {
    return samples.find((sample) => sample.allocations !== undefined)?.allocations;
}
/** The functions of both sides: most allocations now first, then those that only the baseline names. */
function differences(now, before) {
    const partners = pairSites(now, before);
    const paired = new Set(partners.values());
    const gone = before.filter((allocator) => !paired.has(allocator));
    const [unnamedNow, unnamedBefore] = [mostUnnamed(now.map(countIn)), mostUnnamed(before.map(countIn))];
    return [
        ...now.map((allocator) => allocations_differenceOf(allocator, partners.get(allocator)?.count, unnamedBefore)),
        ...gone.map(({ count, ...place }) => {
            // Not named now, so it allocates at most as many objects as the smallest named function. Its bytes are unknown.
            return {
                ...place,
                bytes: undefined,
                now: undefined,
                baseline: count,
                difference: Math.min(0, unnamedNow - count),
            };
        }),
    ];
}
function countIn({ count }) {
    return count;
}
function allocations_differenceOf({ count, ...place }, baseline, unnamed) {
    const difference = baseline === undefined ? Math.max(0, count - unnamed) : count - baseline;
    return { ...place, now: count, baseline, difference };
}
//# sourceMappingURL=allocations.js.map
;// CONCATENATED MODULE: ./lib/src/compare/comparability.js
/** Differences that make two results incomparable. */
function identityDifferences(baseline, now) {
    return differencesIn('identity', baseline.identity, now.identity);
}
/** Differences in what a pull request changes (subject), or that are only worth a notice (context). */
function subjectAndContextDifferences(baseline, now) {
    return [
        ...differencesIn('subject', baseline.subject, now.subject),
        ...differencesIn('context', baseline.context, now.context),
    ];
}
function differencesIn(kind, baseline, now) {
    const names = [...new Set([...Object.keys(baseline), ...Object.keys(now)])];
    return (names
        .map((name) => ({ kind, name, baseline: String(baseline[name] ?? 'none'), now: String(now[name] ?? 'none') }))
        // A fact about the machine that an older baseline lacks is not a difference.
        .filter(({ name }) => kind !== 'context' || (baseline[name] !== undefined && now[name] !== undefined))
        .filter((difference) => difference.baseline !== difference.now));
}
//# sourceMappingURL=comparability.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/envelope.js

/** A fall has to exceed this many standard deviations of the noise to be a release. */
const clearly = 8;
/** It must also be this share of the growth since the last low point: after a smaller fall, the series still grows. */
const shareOfGrowth = 0.25;
/** Growth since the last release counts as kept if it is this many times longer or larger than earlier releases. */
const beyondEarlier = 2;
const farBeyondEarlier = 4;
/**
 * The lower envelope L(t) = min over s >= t of y(s), read between the releases. A buffer that is emptied every 100
 * calls grows between two releases; its low points do not. So the judged part starts at the first low point, ends at
 * the last, and is straight between neighbouring ones.
 *
 * The readings since the last release count as well in three cases: they grew by more than twice the largest release,
 * lasted more than four times as long as any earlier interval, or lasted more than twice as long and outgrew the
 * largest release. The last few readings only serve as the future of the others.
 *
 * A single fall far below the first reading frees memory that is older than the readings, such as that of a start. It
 * is undone before anything else: it says nothing about what the iterations keep.
 *
 * `leastRelease`: falls below it are no releases, in the unit of the series.
 */
function lowerEnvelope(measured, leastRelease) {
    const noise = noiseOf(measured);
    const threshold = Math.max(leastRelease, clearly * noise);
    const readings = withoutOlder(measured, threshold);
    const releases = releasesOf(withoutSpikes(readings), threshold);
    const minima = futureMinima(readings);
    const [first, last] = [releases[0], releases.at(-1)];
    const tail = Math.min(3, Math.floor(readings.length / 20));
    const end = readings.length - 1 - tail;
    if (first === undefined || last === undefined) {
        return { levels: minima.slice(0, end + 1), start: 0, noise, releases, runCounts: true };
    }
    const runCounts = lastRunCounts(readings, releases);
    if (!runCounts && releases.length === 1) {
        const run = Math.max(1, readings.length - 1 - last.at);
        const single = {
            kept: (last.low - (readings[0] ?? last.low)) / Math.max(1, last.at),
            since: (statistics_median(readings.slice(-3)) - last.low) / run,
        };
        return { levels: minima.slice(0, last.at + 1), start: 0, noise, releases, runCounts, single };
    }
    const between = straightBetween(releases.map(({ at }) => ({ at, level: minima[at] ?? 0 })));
    const after = runCounts ? minima.slice(last.at + 1, Math.max(end, last.at) + 1) : [];
    const recurrence = !runCounts && releases.length === 2 ? recurrenceOf(readings, last.at - first.at) : undefined;
    return {
        levels: [...between, ...after],
        start: first.at,
        noise,
        releases,
        runCounts,
        ...(recurrence && { recurrence }),
    };
}
/** A fall below the first reading by more than this share of its amount frees memory that is older than the readings. */
const shareOfOlder = 0.5;
/** Undoes a single release of older memory. A second release to the same low point shows a buffer that is emptied. */
function withoutOlder(readings, threshold) {
    const opened = withoutSpikes(readings);
    const [release, ...others] = releasesOf(opened, threshold);
    const [start = 0] = opened;
    if (release === undefined || others.length > 0)
        return readings;
    const { at, low, amount } = release;
    if (start - low <= shareOfOlder * amount)
        return readings;
    const peak = readings.lastIndexOf(Math.max(...readings.slice(0, at)), at - 1);
    return readings.map((value, index) => (index < peak ? value : index < at ? low + amount : value + amount));
}
function recurrenceOf(readings, interval) {
    const rates = readings.slice(interval).map((value, at) => (value - (readings[at] ?? value)) / interval);
    const tenth = Math.floor(rates.length / 10);
    if (tenth < 1)
        return undefined;
    const quarter = Math.floor(rates.length / 4);
    return { early: statistics_median(rates.slice(quarter, quarter + tenth)), late: statistics_median(rates.slice(-tenth)) };
}
/** Standard deviation of readings from their first differences, by the median absolute deviation (Hampel, 1974). */
function noiseOf(readings) {
    const steps = readings.slice(1).map((value, index) => value - (readings[index] ?? value));
    return steps.length === 0 ? 0 : (medianAbsoluteDeviation(steps) * normalConsistency) / Math.SQRT2;
}
/** Standard deviation of a normal distribution over its median absolute deviation. */
const normalConsistency = 1.4826;
/** L(t) = min over s >= t of y(s). */
function futureMinima(readings) {
    const minima = [...readings];
    for (let at = minima.length - 2; at >= 0; at -= 1) {
        minima[at] = Math.min(minima[at] ?? Number.POSITIVE_INFINITY, minima[at + 1] ?? Number.POSITIVE_INFINITY);
    }
    return minima;
}
/** Opening with a window of three (Serra, 1982): rises of one or two readings vanish, everything else stays. */
function withoutSpikes(readings) {
    return overThree(overThree(readings, Math.min), Math.max);
}
function overThree(values, pick) {
    return values.map((_, at) => pick(...values.slice(Math.max(0, at - 1), at + 2)));
}
/** Turning points of the series with falls from `threshold` on: a one-sided rainflow count (Matsuishi & Endo, 1968). */
function releasesOf(values, threshold) {
    const releases = [];
    let low = values[0] ?? 0;
    let peak = { at: 0, level: low };
    let trough;
    const confirm = () => {
        if (trough === undefined)
            return;
        const near = trough.level + threshold / 4;
        const at = values.findIndex((value, index) => index > peak.at && value <= near);
        releases.push({ at, low: trough.level, amount: peak.level - trough.level });
        low = trough.level;
        trough = undefined;
    };
    for (const [at, level] of values.entries()) {
        if (trough !== undefined) {
            if (level < trough.level)
                trough = { at, level };
            if (level < trough.level + threshold / 2)
                continue;
            confirm();
            peak = { at, level };
        }
        else if (level > peak.level) {
            peak = { at, level };
        }
        else if (peak.level - level >= Math.max(threshold, shareOfGrowth * (peak.level - low))) {
            trough = { at, level };
        }
        low = Math.min(low, level);
    }
    confirm();
    return releases;
}
function lastRunCounts(readings, releases) {
    const starts = [0, ...releases.map(({ at }) => at)];
    const intervals = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    const last = releases.at(-1);
    if (last === undefined)
        return true;
    const run = readings.length - 1 - last.at;
    const grown = run < 3 ? 0 : statistics_median(readings.slice(-3)) - last.low;
    const largest = Math.max(...releases.map(({ amount }) => amount));
    const longest = Math.max(...intervals);
    if (grown > beyondEarlier * largest || run > farBeyondEarlier * longest)
        return true;
    return run > beyondEarlier * longest && grown > largest;
}
function straightBetween(points) {
    const levels = [];
    for (const [index, from] of points.entries()) {
        const to = points[index + 1];
        levels.push(from.level);
        if (to === undefined)
            break;
        for (let at = from.at + 1; at < to.at; at += 1) {
            levels.push(from.level + ((to.level - from.level) * (at - from.at)) / (to.at - from.at));
        }
    }
    return levels;
}
//# sourceMappingURL=envelope.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/growth-rate.js
const normal95 = 1.96;
const oneSided95 = 1.645;
/** An event absent in m trials has a rate of at most 3 / m, with 95 % confidence (Hanley & Lippman-Hand, 1983). */
const ruleOfThree = 3;
/**
 * Rates of an envelope. Growth in steps is a compound Poisson process: the variance of what m readings add is m times
 * the variance of a single one. So a few large steps say little about a rate, and many small ones say much.
 * `noise`: standard deviation of a reading. `burst`: largest single step known from elsewhere.
 */
function growthOf(levels, noise, burst) {
    const last = Math.max(0, levels.length - 1);
    const at = (share) => Math.round(last * share);
    const bounds = [0, 1, 2, 3, 4].map((quarter) => at(quarter / 4));
    const part = (quarter) => stretchOf(levels, bounds[quarter] ?? 0, bounds[quarter + 1] ?? 0, noise);
    const parts = [part(0), part(1), part(2), part(3)];
    const steady = stretchOf(levels, bounds[1] ?? 0, last, noise);
    const late = stretchOf(levels, bounds[2] ?? 0, last, noise);
    const all = stretchOf(levels, 0, last, noise);
    const halves = (from, middle) => {
        const [before, after] = [
            stretchOf(levels, at(from), at(middle), noise),
            stretchOf(levels, at(middle), last, noise),
        ];
        return { rates: [before.rate, after.rate], error: Math.hypot(before.error, after.error) };
    };
    const largest = Math.max(burst, steady.largest);
    return {
        quarters: [parts[0].rate, parts[1].rate, parts[2].rate, parts[3].rate],
        quarterErrors: [parts[0].error, parts[1].error, parts[2].error, parts[3].error],
        ending: halves(0.6, 0.8),
        last: halves(2 / 3, 5 / 6),
        rate: steady.rate,
        rateLower: steady.rate - normal95 * steady.error,
        rateUpper: steady.rate + normal95 * steady.error,
        lateUpper: late.rate + Math.max(oneSided95 * late.error, (ruleOfThree * largest) / Math.max(1, late.length)),
        kept: all.sum,
        steps: all.squares === 0 ? 0 : all.sum ** 2 / all.squares,
    };
}
/** Mean rate between two readings of an envelope. */
function rateBetween(levels, from, to) {
    return to === from ? 0 : ((levels[to] ?? 0) - (levels[from] ?? 0)) / (to - from);
}
function stretchOf(levels, from, to, noise) {
    const length = to - from;
    const steps = levels.slice(from + 1, to + 1).map((level, index) => level - (levels[from + index] ?? level));
    const sum = steps.reduce((total, step) => total + step, 0);
    const squares = steps.reduce((total, step) => total + step ** 2, 0);
    const centred = length > 1 ? (squares - sum ** 2 / length) * (length / (length - 1)) : squares;
    // Steps within the noise cancel out, so only the ends of the stretch carry it.
    const scatter = Math.max(0, centred - 2 * noise ** 2 * length);
    return {
        length,
        sum,
        squares,
        rate: length === 0 ? 0 : sum / length,
        error: length === 0 ? Number.POSITIVE_INFINITY : Math.sqrt(scatter + 2 * noise ** 2) / length,
        largest: steps.reduce((largest, step) => Math.max(largest, step), 0),
    };
}
/** Share of the growth that the few large steps must carry. */
const mostOfGrowth = 0.8;
const fewestSteps = 4;
const rarer = 1.6;
const overdue = 2.5;
/**
 * Whether most of the growth comes in a few steps that get further and further apart, as in a table that doubles when
 * full: each interval is at least 1.6 times the one before, and the next step is not overdue.
 */
function stepsComeEverRarer(levels) {
    const kept = (levels.at(-1) ?? 0) - (levels[0] ?? 0);
    const large = levels.flatMap((level, at) => at > 0 && level - (levels[at - 1] ?? level) > kept / 32 ? [{ at, step: level - (levels[at - 1] ?? level) }] : []);
    if (kept <= 0 || large.length < fewestSteps)
        return false;
    const carried = large.reduce((sum, { step }) => sum + step, 0);
    const gaps = large.slice(1).map(({ at }, index) => at - (large[index]?.at ?? at));
    const grows = gaps.slice(1).every((gap, index) => gap >= rarer * (gaps[index] ?? gap));
    const since = levels.length - 1 - (large.at(-1)?.at ?? 0);
    return carried >= mostOfGrowth * kept && grows && since <= overdue * (gaps.at(-1) ?? 0);
}
//# sourceMappingURL=growth-rate.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/judge-series.js


/** Fewest judged readings that show a shape. */
const leastJudged = 8;
/** Below this many effective steps (see {@link Growth}), an end of growth could be chance. */
const fewSteps = 6;
const leastLeakSteps = 3;
/** Growth slows down if the last quarter is below this share of the second: n^0.7 reaches 0.77, n^0.9 reaches 0.92. */
const slowingShare = 0.85;
/** One-sided 1 % point of the normal distribution. */
const significantly = 2.326;
const judge_series_oneSided95 = 1.645;
/** One-sided 0.1 % point. */
const verySignificantly = 3.09;
/** Shares for growth that falls until the end, and for growth that falls by an equal share in each quarter. */
const endingShare = 0.95;
const steadyShare = 0.92;
const slack = 1.1;
/** A line whose halves differ by less than this share of their rate is straight. */
const bentShare = 0.03;
/** Fewest readings after dense growth that show it has ended. */
const leastRest = 12;
/** Most late growth of a ratchet, as shares of the tolerance and of the fastest quarter. */
const flatShare = 0.25;
const subsidedShare = 0.5;
/** Judges the readings of one series, one for each iteration, by their lower envelope. */
function judgeSeries(readings, options) {
    const envelope = lowerEnvelope(readings, 4 * options.tolerance);
    const growth = growthOf(envelope.levels, envelope.noise, options.burst ?? 0);
    return {
        shape: envelope.levels.length < leastJudged ? unseen(options) : shapeOf(envelope, growth, options),
        rate: growth.rate,
        rateLower: growth.rateLower,
        rateUpper: growth.rateUpper,
        lateRate: growth.quarters[3],
        lateUpper: growth.lateUpper,
        kept: growth.kept,
        releasedAt: envelope.releases.map(({ at }) => at),
        iterations: readings.length,
        judged: envelope.levels.length,
    };
}
function unseen({ horizonReached }) {
    return horizonReached ? 'stable' : 'open';
}
function shapeOf(envelope, growth, options) {
    const { tolerance, ratchet, horizonReached } = options;
    const rested = growth.kept > ratchet && hasSubsided(envelope.levels, growth, tolerance) ? 'ratchet' : 'stable';
    if (!horizonReached) {
        // A single release says nothing about what the next one leaves behind.
        const settled = envelope.runCounts || envelope.releases.length > 1;
        return settled && growth.lateUpper < tolerance ? rested : 'open';
    }
    if (growth.kept > ratchet && stepsComeEverRarer(envelope.levels))
        return 'slowing';
    const { single } = envelope;
    // It grew, released a part, and grows again: a leak below a buffer, or a cache beside one. A second release would show.
    if (single !== undefined && Math.min(single.kept, single.since) > tolerance)
        return 'open';
    if (hasStopped(envelope.levels, growth, tolerance))
        return rested;
    if (growth.rateLower <= tolerance) {
        return growth.rate > tolerance && growth.steps >= leastLeakSteps ? 'open' : rested;
    }
    const { recurrence } = envelope;
    if (recurrence !== undefined) {
        if (recurrence.late <= tolerance)
            return rested;
        if (recurrence.late < slowingShare * recurrence.early)
            return 'slowing';
    }
    return isSlowing(growth) && !isStraightAtEnd(growth, tolerance) ? 'slowing' : 'leak';
}
/**
 * Whether late growth is small beside the tolerance or the earlier growth. Steady growth below the tolerance is not.
 */
function hasSubsided(levels, { quarters }, tolerance) {
    const last = levels.length - 1;
    const rest = Math.min(last, Math.max(leastRest, Math.round(last / 20)));
    // Growth that ended within the last quarter shows only in the readings at its end.
    const end = quarters[3] > tolerance ? rateBetween(levels, last - rest, last) : quarters[3];
    return end <= Math.max(flatShare * tolerance, subsidedShare * Math.max(...quarters));
}
/**
 * Whether growth came to an end. With k effective steps up to a share f of the readings and none after it, continuing
 * growth would leave such a gap with probability f^k: the largest of k uniform times.
 */
function hasStopped(levels, { quarters, steps }, tolerance) {
    const last = levels.length - 1;
    const end = levels.findIndex((_, at) => at === last || rateBetween(levels, at, last) <= tolerance);
    const chance = (end / last) ** steps;
    if (quarters[3] <= tolerance)
        return steps < fewSteps || chance < 0.05;
    return chance < 0.001 && last - end >= Math.max(leastRest, last / 20);
}
/**
 * Whether growth slows down, in one of two ways. The last quarter grows clearly less than the second, with the third
 * between them, and growth still falls over the last two fifths. Without that fall it may be a steady leak below a
 * cache that is full by then. Or growth falls by an equal share in each quarter, as in a cache of random keys; a power
 * such as n^0.9 falls mostly in the first quarter.
 */
function isSlowing(growth) {
    const [first, second, third, fourth] = growth.quarters;
    const z = (second - fourth) / Math.hypot(growth.quarterErrors[1], growth.quarterErrors[3]);
    if (z <= significantly || fourth > slack * third || third > slack * second)
        return false;
    if (fourth < slowingShare * second && stillFalls(growth))
        return true;
    const steadily = first > second &&
        second > third &&
        third > fourth &&
        first / second < second / fourth &&
        (third / fourth) ** 2 > second / third;
    return z > verySignificantly && fourth < steadyShare * second && steadily;
}
/**
 * Whether the last third is a straight line above the tolerance: a leak beside a cache that is full by then. The square
 * root still loses a tenth of its rate there, and n^0.7 a twentieth.
 */
function isStraightAtEnd({ last: { rates, error } }, tolerance) {
    const [before, after] = rates;
    return after > tolerance && Math.abs(before - after) + judge_series_oneSided95 * error < bentShare * before;
}
function stillFalls({ ending: { rates, error } }) {
    const [before, after] = rates;
    return after < endingShare * before && before - after > judge_series_oneSided95 * error;
}
//# sourceMappingURL=judge-series.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/follow-up.js


const leastHorizon = 400;
const horizonFactor = 8;
const confirmingHorizon = 100;
const firstLook = 40;
/**
 * Most iterations of a follow-up: before, a cache of 300 entries or a buffer emptied every 200 calls looks like a leak.
 */
function horizonOf({ planned, confirming = false, most = 10_000 }) {
    const wanted = confirming ? Math.max(planned, confirmingHorizon) : Math.max(leastHorizon, horizonFactor * planned);
    return Math.min(wanted, most);
}
/**
 * The next step of a follow-up. It stops early if every watched series is certain not to leak: the upper bound of its
 * late growth is below the tolerance. A leak is certain only at the horizon, but for threads and child processes. Looks come at doubling sizes, which
 * keeps them few.
 */
function nextIterations(columns, watched, plan) {
    const horizon = horizonOf(plan);
    const done = Math.max(0, ...Object.values(columns).map(({ length }) => length));
    const first = Math.min(horizon, Math.max(2 * plan.planned, firstLook));
    if (done < first)
        return { more: first - done };
    if (done >= horizon)
        return { ended: 'horizon' };
    if (done >= certainIterations && watched.some(({ series }) => isLeftByEach(series, columns))) {
        return { ended: 'decided' };
    }
    const open = watched.some((each) => judgeWatched(columns, each, false)?.shape === 'open');
    return open ? { more: Math.min(done, horizon - done) } : { ended: 'decided' };
}
/** Processes and threads that each of so many iterations leaves behind are no pool: more would only burden the machine. */
const certainIterations = 100;
/** An iteration may leave none, and the count may be read before one has started. */
const leftByEach = 0.9;
function isLeftByEach(series, columns) {
    if (series !== 'threads' && series !== 'children')
        return false;
    const counts = columns[series] ?? [];
    return (counts.at(-1) ?? 0) - (counts[0] ?? 0) >= leftByEach * Math.max(certainIterations, counts.length - 1);
}
/** Late growth below this share of the planned growth refutes it. */
const refutingShare = 0.5;
/** So does late growth below this many tolerances, which is not yet low power. */
const refutingTolerances = 4;
/**
 * The growth per iteration below which the growth of the planned samples is refuted. It may exceed the tolerance: if
 * iterations are too slow to exclude smaller leaks, the report says which could not be detected.
 */
function refutedBelow({ tolerance, rate = 0 }) {
    return Math.max(refutingTolerances * tolerance, refutingShare * rate);
}
/** Whether the readings so far refute the growth of every watched series, if there is no time for more. */
function isRefuted(columns, watched) {
    return watched.every((each) => {
        const growth = judgeWatched(columns, each, true);
        if (growth === undefined)
            return true;
        return growth.shape !== 'leak' && growth.shape !== 'open' && growth.lateUpper < refutedBelow(each);
    });
}
/** The growth of a watched series; undefined if the columns lack it. */
function judgeWatched(columns, { series, tolerance, burst }, horizonReached) {
    const readings = columns[series];
    if (readings === undefined || readings.length === 0)
        return undefined;
    return judgeSeries(readings, { tolerance, ratchet: ratchetAmount(series), horizonReached, burst: burst ?? 0 });
}
//# sourceMappingURL=follow-up.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/power.js


const exactSeries = ['heap', 'external', 'malloc'];
const lowPower = 4;
/** Spread of a settled reading between equal processes, in bytes; used if there is only a single sample. */
const usualSpread = 16 * 1024;
/** Growth too small to detect in a case's planned samples; undefined if none has an exact series. */
function growthPower(samples, tolerances) {
    const iterations = Math.min(...samples.map((sample) => sample.iterations));
    const bounds = exactSeries.flatMap((series) => {
        const rates = samples.flatMap(({ changes, iterations: count }) => {
            const change = changes[series];
            return change === undefined ? [] : [change / Math.max(1, count)];
        });
        if (rates.length === 0)
            return [];
        return [{ bytes: upperBound(rates, iterations), tolerance: tolerances[series] }];
    });
    const [worst] = bounds.sort((a, b) => b.bytes - a.bytes);
    if (worst === undefined)
        return undefined;
    const low = worst.bytes > lowPower * worst.tolerance;
    const wanted = Math.ceil((iterations * worst.bytes) / worst.tolerance);
    return { bytesPerIteration: worst.bytes, iterations, low, ...(low && { iterationsWanted: wanted }) };
}
/** One-sided 95 % upper bound of the mean, by Student's t; at least 0. */
function upperBound(rates, iterations) {
    const error = rates.length < 2
        ? (power_oneSided95 * usualSpread) / Math.max(1, iterations)
        : (studentQuantile95(rates.length - 1) * standardDeviation(rates)) / Math.sqrt(rates.length);
    return Math.max(0, mean(rates) + error);
}
const power_oneSided95 = 1.645;
/** The t with P(T >= t) = 0.05, by bisection. */
function studentQuantile95(degrees) {
    let [low, high] = [0, 7];
    for (let step = 0; step < 40; step += 1) {
        const middle = (low + high) / 2;
        if (studentUpperTail(middle, degrees) > 0.05)
            low = middle;
        else
            high = middle;
    }
    return high;
}
//# sourceMappingURL=power.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/screen.js




/**
 * Growth of a run that does nothing, over any number of iterations, in bytes. In five samples of each of three such
 * cases, the heap changed by -3 to 63 KiB and malloc by 0 to 11 KiB. V8 gives back its pages of 256 KiB after the heap
 * is read as smaller, so the rest of the anonymous memory changes by two of them.
 */
const ownGrowth = {
    heap: 32 * 1024,
    malloc: 8 * 1024,
    other: 512 * 1024,
};
const leastCounted = 2;
const significance = 0.05;
/** Fewest readings that give planned columns a meaningful shape. */
const leastColumn = 14;
/** The suspicious series of a case after its planned samples, fastest memory series first. */
function screen(samples, tolerances, baseline) {
    const found = growthSeries.flatMap((series) => screenSeries(series, samples, tolerances[series], baseline) ?? []);
    return found.sort((a, b) => Number(isCount(a.series)) - Number(isCount(b.series)) || b.rate - a.rate);
}
function screenSeries(series, samples, tolerance, baseline) {
    const rates = samples.map((sample) => plannedRate(sample, series, tolerance)).filter((rate) => rate !== undefined);
    if (rates.length === 0)
        return undefined;
    const before = (baseline?.samples ?? []).flatMap((sample) => plannedRate(sample, series, tolerance) ?? []);
    // A release in one sample hides the others' growth from the mean; a burst in one shows only in the mean.
    const typical = before.length > 0 || isNoisy(series) ? mean(rates) : Math.max(mean(rates), statistics_median(rates));
    const excess = typical - (before.length === 0 ? 0 : mean(before));
    const most = Math.max(...samples.map((sample) => screen_changeOf(sample, series) ?? 0));
    const suspicious = excess > tolerance &&
        (!isCount(series) || most >= leastCounted) &&
        (before.length === 0 ? !isNoisy(series) || exceeds(rates, [], tolerance) : exceeds(rates, before, 0)) &&
        (before.length === 0 || !isNoisy(series) || exceeds(rates, before, tolerance));
    if (!suspicious)
        return screenHidden(series, samples, rates, tolerance, before.length > 0);
    const allowed = tolerance + Math.max(0, typical - excess);
    return {
        series,
        tolerance,
        rate: excess,
        suspectSamples: rates.filter((rate) => rate > allowed).length,
        samples: rates.length,
        burst: burstOf(samples.flatMap((sample) => screen_changeOf(sample, series) ?? [])),
    };
}
/** A fall beyond this many tolerances per iteration, in every sample, hides what the iterations keep. */
const hidingTolerances = 4;
/** Fewest samples that show a single descriptor or child process to be no accident. */
const fewestForOne = 3;
/**
 * Growth that two readings cannot show: every sample falls, because a buffer was full at the first reading and empty at
 * the last, or every sample leaves a single descriptor, because not every iteration leaves one.
 */
function screenHidden(series, samples, rates, tolerance, hasBaseline) {
    const falls = !isCount(series) && !isNoisy(series) && rates.every((rate) => rate < -hidingTolerances * tolerance);
    const leavesOne = isCount(series) && rates.length >= fewestForOne && rates.every((rate) => rate > tolerance);
    if (hasBaseline || !(falls || leavesOne))
        return undefined;
    const rate = Math.abs(mean(rates));
    const burst = burstOf(samples.flatMap((sample) => screen_changeOf(sample, series) ?? []));
    return { series, tolerance, rate, suspectSamples: leavesOne ? rates.length : 0, samples: rates.length, burst };
}
/** The settled change per iteration, or the late rate of the columns if larger: memory freed early hides a leak. */
function plannedRate(sample, series, tolerance) {
    const change = screen_changeOf(sample, series);
    if (change === undefined)
        return undefined;
    const own = Math.min(Math.max(0, change), ownGrowth[series] ?? 0);
    const settled = (change - own) / Math.max(1, sample.iterations);
    const column = sample.columns?.[series] ?? [];
    if (column.length < leastColumn)
        return settled;
    const { rateLower, rate } = judgeSeries(column, { tolerance, ratchet: ratchetAmount(series), horizonReached: true });
    return rateLower > tolerance ? Math.max(settled, rate) : settled;
}
function screen_changeOf({ changes, columns }, series) {
    const column = columns?.[series];
    const ofColumn = column === undefined || column.length < 2 ? undefined : (column.at(-1) ?? 0) - (column[0] ?? 0);
    return changes[series] ?? ofColumn;
}
/**
 * Whether the mean of `rates` exceeds that of `before` by more than `least`, by Student's t with pooled variance,
 * one-sided at 5 %. With one sample a side there is no spread to judge by, so any excess passes.
 */
function exceeds(rates, before, least) {
    const sides = [rates, before].filter(({ length }) => length > 0);
    const degrees = sides.reduce((sum, { length }) => sum + length - 1, 0);
    const difference = mean(rates) - (before.length === 0 ? 0 : mean(before)) - least;
    if (degrees === 0)
        return difference > 0;
    const squares = sides.reduce((sum, side) => sum + squaresOf(side), 0);
    const error = Math.sqrt((squares / degrees) * sides.reduce((sum, { length }) => sum + 1 / length, 0));
    return error === 0 ? difference > 0 : studentUpperTail(difference / error, degrees) < significance;
}
function squaresOf(side) {
    return side.length < 2 ? 0 : (side.length - 1) * standardDeviation(side) ** 2;
}
/** Step size of a compound Poisson process of equal steps: variance over mean. One sample may contain a single step. */
function burstOf(changes) {
    const centre = mean(changes);
    if (changes.length < 2)
        return Math.abs(centre);
    return centre <= 0 ? 0 : standardDeviation(changes) ** 2 / centre;
}
//# sourceMappingURL=screen.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/stored-series.js

/** The stored series of a sample that may accuse; empty if nothing was read after each iteration. */
function storedSeries({ iterations, qdrantWritten = true }) {
    return iterations === undefined ? {} : seriesIn(iterations, qdrantWritten);
}
/** The series of stored columns that may accuse. For a command, anonymous memory is that of its process tree. */
function seriesIn(iterations, qdrantWritten) {
    const command = iterations.heapBytes === undefined && iterations.children !== undefined;
    return accusingValues(iterations, { command, qdrantWritten });
}
/** A series of a case, from the sample with the most readings of it, including follow-ups; undefined if none has it. */
function longestSeries(result, series) {
    const found = (result?.samples ?? []).flatMap((sample) => sample.status === 'measured' ? [storedSeries(sample)[series] ?? []] : []);
    const [longest] = found.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
    return longest;
}
//# sourceMappingURL=stored-series.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/verdict.js


const enoughOfSamples = 2 / 3;
/** A follow-up that threw supports a leak from this multiple of the planned iterations on. */
const thrownFactor = 2;
/** It also does if it kept this many times what the tolerance allows. */
const muchMore = 16;
const leastCountedIterations = 10;
/** The verdict on a case. A leak needs two processes: a follow-up that ran to its end, and another that agrees. */
function growthVerdict(evidence) {
    const { suspicions, planned, followUps } = evidence;
    if (suspicions.length === 0)
        return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
    const judged = suspicions.map((suspicion) => judgeSuspicion(suspicion, evidence));
    for (const verdict of severity) {
        const found = judged.filter((each) => each.verdict === verdict);
        const carrier = carrierOf(found);
        if (carrier === undefined)
            continue;
        const others = found.filter((each) => each !== carrier).map(({ growth }) => growth);
        return {
            verdict,
            ...(verdict !== 'stable' && { carrier: carrier.growth }),
            others: verdict === 'stable' ? [] : others,
            ...(carrier.reason !== undefined && { reason: carrier.reason }),
            iterations: Math.max(planned, ...followUps.map(({ columns }) => verdict_lengthOf(columns))),
            processes: carrier.processes,
        };
    }
    return { verdict: 'stable', others: [], iterations: planned, processes: evidence.samples };
}
/**
 * The number of further follow-ups needed for a verdict: one to follow a suspicion, one to confirm a leak that the
 * planned samples do not confirm, else none.
 */
function followUpsWanted(evidence) {
    if (evidence.noFollowUp || evidence.suspicions.length === 0)
        return 0;
    const { verdict, reason } = growthVerdict(evidence);
    if (verdict !== 'suspected' || evidence.followUps.length >= 2)
        return 0;
    if (reason === 'not-followed')
        return 1;
    return reason === 'one-process' && evidence.followUps.length === 1 ? 1 : 0;
}
/**
 * Whether a second follow-up may end at the shorter distance. If memory is released in between, growth shows only at
 * the low points, and the second needs as many iterations as the first.
 */
function confirmsShortly({ followUps, suspicions }) {
    const [first] = followUps;
    if (first === undefined)
        return false;
    const seen = suspicions.flatMap((suspicion) => judgeWatched(first.columns, suspicion, true) ?? []);
    return seen.every(({ shape, releasedAt }) => shape !== 'leak' || releasedAt.length === 0);
}
const severity = ['leak', 'suspected', 'slowing', 'ratchet', 'stable'];
function judgeSuspicion(suspicion, evidence) {
    const [first, second] = evidence.followUps;
    const seen = first === undefined ? undefined : seenIn(first, suspicion);
    const planned = plannedGrowth(suspicion, evidence.planned);
    const agreeing = suspicion.suspectSamples >= Math.ceil(suspicion.samples * enoughOfSamples);
    if (first === undefined || seen === undefined) {
        // A child process left behind by every iteration is counted exactly: more iterations would only leave more of them.
        const counted = suspicion.series === 'children' &&
            evidence.planned >= leastCountedIterations &&
            suspicion.samples >= 2 &&
            suspicion.suspectSamples === suspicion.samples &&
            suspicion.rate > childEachIteration;
        if (counted)
            return { verdict: 'leak', growth: planned, processes: suspicion.samples };
        return {
            verdict: 'suspected',
            growth: planned,
            processes: suspicion.suspectSamples,
            reason: withoutFollowUp(evidence),
        };
    }
    const growth = { series: suspicion.series, ...seen };
    const confirmed = second === undefined ? undefined : confirms(second, suspicion, seen);
    const processes = 1 + (agreeing ? suspicion.suspectSamples : 0) + (confirmed ? 1 : 0);
    const suspected = (reason) => ({ verdict: 'suspected', growth, processes, reason });
    if (seen.shape === 'open')
        return suspected(first.ended === 'time' ? 'time' : 'few-steps');
    if (seen.shape !== 'leak') {
        // If time ran out, a flat stretch proves as little as growth does.
        if (first.ended === 'time' && seen.lateUpper >= refutedBelow(suspicion))
            return suspected('time');
        if (first.ended === 'cannot')
            return suspected('cannot');
        return { verdict: seen.shape, growth, processes: 1 };
    }
    if (first.ended === 'time' || first.ended === 'cannot')
        return suspected(first.ended);
    if (first.ended === 'threw' && !thrownLeak(seen, suspicion, evidence.planned))
        return suspected('threw');
    return agreeing || confirmed ? { verdict: 'leak', growth, processes } : suspected('one-process');
}
const childEachIteration = 0.9;
const leastRising = 4;
/**
 * The growth seen in a follow-up. One that a safety limit ended after a few iterations has no shape, so it is a leak if
 * it rose throughout.
 */
function seenIn({ columns, ended }, suspicion) {
    const seen = judgeWatched(columns, suspicion, true);
    if (seen === undefined || seen.shape === 'leak' || (ended !== 'memory' && ended !== 'threw'))
        return seen;
    const readings = columns[suspicion.series] ?? [];
    const rate = ((readings.at(-1) ?? 0) - (readings[0] ?? 0)) / Math.max(1, readings.length - 1);
    if (rate <= muchMore * suspicion.tolerance || !risesThroughout(readings))
        return seen;
    const kept = rate * (readings.length - 1);
    return { ...seen, shape: 'leak', rate, rateLower: rate, rateUpper: rate, lateRate: rate, kept };
}
/** Whether each third of the readings ends higher than it began. */
function risesThroughout(readings) {
    const third = Math.floor((readings.length - 1) / 3);
    if (readings.length < leastRising || third < 1)
        return false;
    return [0, 1, 2].every((part) => (readings[(part + 1) * third] ?? 0) > (readings[part * third] ?? 0));
}
function withoutFollowUp({ noFollowUp, followUps }) {
    if (followUps.some(({ ended }) => ended === 'cannot'))
        return 'cannot';
    if (followUps.some(({ ended }) => ended === 'threw'))
        return 'threw';
    return noFollowUp ? 'cannot' : 'not-followed';
}
function thrownLeak({ kept, iterations }, { tolerance }, planned) {
    return iterations >= thrownFactor * planned || kept > muchMore * tolerance * iterations;
}
/** Whether a second, shorter follow-up grows at a rate like the first: within its interval or more than half of it. */
function confirms({ columns }, suspicion, first) {
    const growth = judgeWatched(columns, suspicion, true);
    return growth !== undefined && growth.rate > Math.max(suspicion.tolerance, Math.min(first.rateLower, first.rate / 2));
}
/** The growth of one series from the planned samples alone. They have no confidence interval. */
function plannedGrowth({ series, rate }, planned) {
    return {
        series,
        shape: 'open',
        rate,
        rateLower: rate,
        rateUpper: rate,
        lateRate: rate,
        lateUpper: rate,
        kept: rate * planned,
        releasedAt: [],
        iterations: planned,
        judged: planned,
    };
}
/**
 * The memory series with the greatest rate, or the count with the greatest if no memory grows. A noisy series also
 * contains what the exact ones show, so it carries the growth only if it clearly exceeds them.
 */
function carrierOf(found) {
    const byRate = (some) => [...some].sort((a, b) => b.growth.lateRate - a.growth.lateRate)[0];
    const memory = found.filter(({ growth }) => !isCount(growth.series));
    const exact = byRate(memory.filter(({ growth }) => !isNoisy(growth.series)));
    const noisy = byRate(memory.filter(({ growth }) => isNoisy(growth.series)));
    if (exact === undefined || noisy === undefined)
        return exact ?? noisy ?? byRate(found);
    return noisy.growth.lateRate > 2 * exact.growth.lateRate ? noisy : exact;
}
function verdict_lengthOf(columns) {
    return Math.max(0, ...Object.values(columns).map(({ length }) => length));
}
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./lib/src/compare/growth/finding.js







/** Handles are counted only after the iterations, and every process has some to begin with. */
const usualHandles = 8;
/** Share of the planned processes whose growth must have ended if no follow-up is possible. */
const mostOfThem = 2 / 3;
/**
 * Garbage in a process tree cannot be collected. A Node program that keeps nothing fills its young generation first, a
 * semi-space of 1 MiB: one that starts 14 child processes grew by 0.94 to 0.97 MiB.
 */
const uncollectedBytes = 1152 * 1024;
/**
 * The leak finding from the planned samples and follow-ups of a case; undefined if leaks are not looked for. `baseline`
 * is the comparable case of the baseline. Its growth is innocent if it was stable without a follow-up.
 */
function leakFinding(result, baseline) {
    if (result.leaks === false)
        return undefined;
    const samples = memorySamples(result);
    const planned = plannedIn(result);
    if (planned.length === 0)
        return undefined;
    const tolerances = tolerancesFor(result.leaks?.toleranceBytes);
    const innocent = wasInnocent(baseline) ? plannedIn(baseline) : [];
    const found = screen(planned, tolerances, innocent.length === 0 ? undefined : { samples: innocent });
    const evidence = evidenceOf(result, planned, found, tolerances);
    const growth = samples.flatMap(({ metrics }) => metrics.growth_percent ?? []);
    const judged = findingOf(evidence, result);
    const isStable = judged.verdict === 'stable';
    return {
        ...judged,
        watched: evidence.suspicions.map(({ series, tolerance, burst, rate }) => ({ series, tolerance, burst, rate })),
        unseen: isStable ? unseenIn(evidence, planned, tolerances, innocent.length > 0) : undefined,
        growthPercent: growth.length === 0 ? undefined : statistics_median(growth),
    };
}
function evidenceOf(result, planned, found, tolerances) {
    const followUps = result.samples.flatMap((sample) => sample.status === 'measured' && sample.followUp !== undefined
        ? [{ ended: sample.followUp.ended, columns: storedSeries(sample) }]
        : []);
    const failed = result.samples.some(({ pass, status }) => pass === 'leak' && status === 'failed');
    const cannot = followUps.some(({ ended }) => ended === 'cannot');
    return {
        suspicions: withWorkerHeaps(cannot ? found.filter((each) => isEvident(each, planned)) : found, tolerances),
        planned: Math.max(...planned.map(({ iterations }) => iterations)),
        samples: planned.length,
        followUps: followUps.filter(({ ended, columns }) => ended === 'cannot' || Object.keys(columns).length > 0),
        noFollowUp: failed,
    };
}
/** Adds the heaps of worker threads. Judged passes count them as anonymous memory; a follow-up separates them. */
function withWorkerHeaps(suspicions, tolerances) {
    const other = suspicions.find(({ series }) => series === 'other');
    const own = other === undefined ? [] : [{ ...other, series: 'workerHeap', tolerance: tolerances.workerHeap }];
    return [...suspicions, ...own];
}
/** Whether growth that cannot be followed up exceeds a program's garbage, and did not end within the planned samples. */
function isEvident(suspicion, planned) {
    const iterations = Math.max(...planned.map((sample) => sample.iterations));
    const isGarbage = suspicion.series === 'tree' && suspicion.rate * iterations <= uncollectedBytes;
    return !isGarbage && !hasEnded(suspicion, planned);
}
/** Whether growth stopped, or slowed down, within most of the planned samples. */
function hasEnded(suspicion, planned) {
    const shapes = planned.flatMap(({ columns }) => judgeWatched(columns ?? {}, suspicion, true)?.shape ?? []);
    const ended = shapes.filter((shape) => shape !== 'leak' && shape !== 'open');
    return shapes.length > 0 && ended.length / shapes.length >= mostOfThem;
}
function findingOf(evidence, result) {
    const { verdict, carrier, others, reason, iterations, processes } = growthVerdict(evidence);
    const taken = result.samples.filter(({ pass }) => pass === 'leak').length;
    const { series = 'heap', rate = 0, rateLower = 0, rateUpper = 0, lateRate = 0, kept = 0 } = carrier ?? {};
    return {
        verdict,
        reason: reason && reasonWords(reason, evidence, result),
        series,
        rate,
        rateLower,
        rateUpper,
        lateRate,
        kept,
        others: others.map((other) => ({ series: other.series, rate: other.rate })),
        iterations,
        processes,
        followUps: taken + followUpsWanted(evidence),
        confirmsShortly: confirmsShortly(evidence),
    };
}
function reasonWords(reason, { followUps }, result) {
    const [first] = followUps;
    const done = Math.max(0, ...Object.values(first?.columns ?? {}).map(({ length }) => length));
    const failure = result.samples.find((sample) => sample.pass === 'leak' && sample.status === 'failed');
    if (reason === 'cannot' && failure?.status === 'failed') {
        return `the follow-up failed: ${finding_firstLine(failure.error.message)}`;
    }
    const message = messageOfFollowUp(result);
    switch (reason) {
        case 'not-followed':
            return 'it was not followed up with more iterations';
        case 'time':
            return `the follow-up ran out of time after ${done} iterations: raise timeoutMs`;
        case 'threw':
            return `the follow-up stopped after ${done} iterations: ${message}`;
        case 'cannot':
            return message === ''
                ? 'it could not be followed up with more iterations'
                : `${message}: let it make more of them and raise iterations to match`;
        case 'one-process':
            return 'only one process shows it';
        case 'few-steps':
            return `it grows in rare steps, too few of them in ${done} iterations`;
    }
}
function messageOfFollowUp({ samples }) {
    const taken = samples.find((sample) => sample.status === 'measured' && sample.followUp !== undefined);
    return taken?.status === 'measured' ? finding_firstLine(taken.followUp?.message ?? '') : '';
}
function finding_firstLine(text) {
    return text.split('\n')[0] ?? '';
}
function unseenIn({ suspicions, followUps }, planned, tolerances, beyondBaseline) {
    const [first] = followUps;
    const bounds = suspicions.flatMap((suspicion) => {
        if (first === undefined || isCount(suspicion.series))
            return [];
        const growth = judgeWatched(first.columns, suspicion, true);
        return growth === undefined ? [] : [{ bytes: growth.lateUpper, tolerance: suspicion.tolerance }];
    });
    if (first !== undefined && bounds.length > 0) {
        const iterations = Math.max(...Object.values(first.columns).map(({ length }) => length));
        const bytes = Math.max(0, ...bounds.map((bound) => bound.bytes));
        const isLow = bounds.some((bound) => bound.bytes > bound.tolerance);
        return { bytes, iterations, beyondBaseline: false, isLow };
    }
    const power = growthPower(planned, tolerances);
    if (power === undefined)
        return undefined;
    const { bytesPerIteration, iterations, low } = power;
    return { bytes: bytesPerIteration, iterations, beyondBaseline, isLow: low };
}
/** The samples of the memory pass. A stored baseline keeps `iterations` of its first sample only; all have as many. */
function plannedIn(result) {
    const samples = memorySamples(result);
    const most = Math.max(0, ...samples.map(iterationsOf));
    return most === 0 ? [] : samples.map((sample) => plannedOf(sample, iterationsOf(sample) || most));
}
function iterationsOf({ iterations }) {
    return iterations?.durationMs.length ?? 0;
}
function plannedOf(sample, iterations) {
    const columns = storedSeries(sample);
    // A worker's columns without heap were read without a garbage collection, so they may not accuse.
    const collected = sample.readings === undefined || columns.heap !== undefined;
    return { iterations, changes: settledChanges(sample, iterations), columns: collected ? columns : undefined };
}
function settledChanges({ readings, metrics, qdrantWritten = true }, iterations) {
    const changes = {};
    if (readings !== undefined) {
        const options = { command: false, qdrantWritten };
        const [before, after] = [readings.before, readings.after].map((reading) => accusingValues(reading, options));
        Object.assign(changes, changesBetween(before ?? {}, after ?? {}));
        const { handles } = readings.after;
        if (handles !== undefined && handles >= Math.max(usualHandles, iterations))
            changes.handles = handles - usualHandles / 2;
    }
    const { qdrant_allocated_delta_mb: qdrant } = metrics;
    if (!qdrantWritten && qdrant !== undefined)
        changes.qdrant = qdrant * 1024 ** 2;
    return changes;
}
function memorySamples(result) {
    return (result?.samples ?? []).flatMap((sample) => sample.status === 'measured' && sample.pass === 'memory' ? [sample] : []);
}
/**
 * Whether equal growth in the baseline clears a suspicion. It does not if only a follow-up cleared the baseline: within
 * the planned iterations, a leak grows like a cache that fills or like uncollected garbage.
 */
function wasInnocent(baseline) {
    return baseline?.leakVerdict === 'stable' && !baseline.samples.some(({ pass }) => pass === 'leak');
}
//# sourceMappingURL=finding.js.map
;// CONCATENATED MODULE: ./lib/src/compare/incomparable.js
/** Reason for a case whose definition differs from the baseline's. */
const changedDefinition = 'the case itself has been changed since';
/**
 * Why a baseline says nothing about this run: it has none of the measured cases, or all it has are incomparable.
 * Undefined if one of them was comparable, or nothing was measured.
 */
function incomparableAbsence(baseline, measured, identity) {
    const known = new Set(baseline.cases.map(({ id }) => id));
    const shared = measured.filter(({ id, samples, verdict }) => known.has(id) && samples > 0 && verdict !== 'new');
    if (shared.length === 0)
        return measured.some(({ verdict }) => verdict === 'new') ? noneOf(baseline) : undefined;
    if (shared.some(({ verdict }) => verdict !== 'incomparable'))
        return undefined;
    const elsewhere = shared.some(({ reason }) => reason !== changedDefinition);
    return {
        kind: 'unavailable',
        reason: elsewhere ? environmentReason(identity) : 'the cases have changed since the baseline was measured',
        remedy: elsewhere
            ? 'Make a baseline in this environment: with --update-baseline, or by a run on the default branch.'
            : 'The next run on the default branch, or with --update-baseline, makes a baseline of the changed cases.',
        expected: false,
    };
}
/** The absence of shared cases. A baseline was expected if all its cases failed or were skipped. */
function noneOf({ cases }) {
    const isEmpty = cases.every(({ samples }) => samples.every(({ status, pass }) => status === 'failed' || pass !== 'memory'));
    return {
        kind: 'unavailable',
        reason: isEmpty ? 'the baseline has no measured case' : 'the baseline has none of the cases measured here',
        remedy: isEmpty
            ? 'Make a baseline in which the cases succeed: with --update-baseline, or by a run on the default branch.'
            : 'The next run on the default branch, or with --update-baseline, makes a baseline of these cases.',
        expected: isEmpty,
    };
}
function environmentReason(identity) {
    const [only, ...others] = identity;
    if (only?.name === 'model' && only.now === 'none' && others.length === 0) {
        return "the model is missing here, so the environment differs from the baseline's";
    }
    const changes = identity.map(({ name, baseline, now }) => `${name} ${baseline} -> ${now}`);
    return `the environment differs from the baseline's: ${changes.join(', ')}`;
}
//# sourceMappingURL=incomparable.js.map
;// CONCATENATED MODULE: ./lib/src/compare/native.js
/** The findings of the native memory profilers for a case, beside those of its baseline. */
function compareNative(now, baseline) {
    return latest(now).map((sample) => {
        if (sample.status === 'failed')
            return { kind: 'failed', message: sample.error.message };
        const { native } = sample;
        if (native === undefined)
            return { kind: 'failed', message: 'the profiler left nothing' };
        const before = baseline.flatMap((other) => other.native ?? []).find((other) => isAlike(native, other));
        return { kind: 'profile', now: native, baseline: before && totalsOf(before) };
    });
}
/** The latest sample of each profiler. A failure counts only if nothing was found: a resumed run tries again. */
function latest(samples) {
    const ofPass = samples.filter(({ pass }) => pass === 'native');
    const found = new Map();
    for (const sample of ofPass) {
        if (sample.status === 'measured')
            found.set(sample.native?.profiler ?? '', sample);
    }
    return found.size > 0 ? [...found.values()] : ofPass.slice(-1);
}
function isAlike(now, before) {
    if (now.subject !== before.subject)
        return false;
    if (now.profiler === 'heaptrack')
        return before.profiler === 'heaptrack';
    return before.profiler === 'massif' && before.counts === now.counts;
}
function totalsOf(native) {
    const { peakBytes } = native;
    if (native.profiler === 'massif')
        return { peakBytes };
    return { peakBytes, leakedBytes: native.leakedBytes, allocationCalls: native.allocationCalls };
}
//# sourceMappingURL=native.js.map
;// CONCATENATED MODULE: ./lib/src/compare/packages.js
/**
 * Packages that differ, direct dependencies of the workspace first; in each group, changed before added and removed.
 * Empty if either side does not record its packages, as in older baselines. Packages that only scenarios use depend on
 * which scenarios ran, so they are compared only if both sides have them.
 */
function packageDifferences({ packages: before, subject: subjectBefore }, { packages: after, subject: subjectAfter }) {
    if (before === undefined || after === undefined)
        return [];
    const [was, is] = [versionsIn(before), versionsIn(after)];
    const toldAlready = ({ name, baseline, now }) => subjectBefore[name] === baseline && subjectAfter[name] === now;
    return [...new Set([...was.keys(), ...is.keys()])]
        .filter((name) => was.get(name)?.version !== is.get(name)?.version)
        .filter((name) => (was.has(name) && is.has(name)) || [was, is].some((side) => side.get(name)?.shipped))
        .map((name) => ({
        name,
        direct: [was, is].some((side) => side.get(name)?.direct),
        baseline: was.get(name)?.version,
        now: is.get(name)?.version,
    }))
        .filter((difference) => !toldAlready(difference))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
/** The nearest part wins if a name is in several, which memory-bench never writes. */
function versionsIn(packages) {
    const parts = ['scenarios', 'transitive', 'direct'];
    return new Map(parts.flatMap((part) => Object.entries(packages[part]).map(([name, version]) => [name, { version, direct: part === 'direct', shipped: part !== 'scenarios' }])));
}
function rank({ direct, baseline, now }) {
    return (direct ? 0 : 2) + (baseline !== undefined && now !== undefined ? 0 : 1);
}
//# sourceMappingURL=packages.js.map
;// CONCATENATED MODULE: ./lib/src/compare/compare.js












/**
 * Judges a run against its budgets, and against a baseline if there is one. `absence` says why there is none; without
 * it, the run counts as the first.
 */
function compareResults(now, baseline, rules, absence = { kind: 'first-run' }) {
    const identity = baseline === undefined ? [] : identityDifferences(baseline.environment, now.environment);
    const baselineCases = new Map(baseline?.cases.filter(hasSamples).map((result) => [result.id, result]));
    const pairs = now.cases.map((result) => pairOf(result, baselineCases.get(result.id), identity));
    const metrics = judgeFamily(pairs.map((pair) => metricsOnTheirOwn(pair, baseline?.history ?? [], rules)));
    const measured = pairs.map((pair, index) => judgeCase(pair, metrics[index] ?? [], identity, rules));
    const cases = [...measured, ...missingCases(now, baseline, identity)];
    const missingBaseline = baseline === undefined ? absence : incomparableAbsence(baseline, measured, identity);
    const findings = countFindings(cases, missingBaseline);
    return {
        environmentKey: now.environment.key,
        commit: now.commit?.sha,
        dirty: now.commit?.dirty ?? false,
        baseline: baseline && {
            commit: baseline.commit?.sha,
            dirty: baseline.commit?.dirty ?? false,
            startedAt: baseline.startedAt,
        },
        absence: missingBaseline,
        differences: [
            ...identity,
            ...(baseline === undefined ? [] : subjectAndContextDifferences(baseline.environment, now.environment)),
        ],
        packages: baseline === undefined ? [] : packageDifferences(baseline.environment, now.environment),
        cases,
        deselected: (baseline?.cases ?? []).filter((result) => isDeselected(result, now)).map(({ id }) => id),
        cutShort: now.cutShort ?? [],
        findings,
        failOn: rules.failOn,
        verdict: compare_verdictOf(findings, rules.failOn, missingBaseline),
        fails: rules.failOn.some((kind) => findings[kind] > 0),
    };
}
function compare_verdictOf(findings, failOn, absence) {
    if (failOn.some((kind) => kind !== 'baseline' && findings[kind] > 0))
        return 'fail';
    return absence?.kind === 'unavailable' ? 'not-compared' : 'pass';
}
function isDeselected(result, now) {
    return hasSamples(result) && !(0,selection/* selects */.ko)(now.selection, result) && now.cases.every(({ id }) => id !== result.id);
}
function pairOf(result, baseline, identity) {
    return { result, baseline, incomparable: incomparableReason(result, baseline, identity) };
}
function comparableBaseline({ baseline, incomparable }) {
    return incomparable === undefined ? baseline : undefined;
}
/** A baseline from before unsettled samples were excluded may still contain some. */
function withSettled(baseline) {
    return baseline && { ...baseline, samples: settledSamples(measuredIn(baseline)) };
}
function metricsOnTheirOwn(pair, history, { thresholds }) {
    const { id, extensions = [] } = pair.result;
    const evidence = {
        caseId: id,
        samples: settledSamples(measuredIn(pair.result)),
        baseline: withSettled(comparableBaseline(pair)),
        history,
        thresholds,
        ofScenario: pair.result.thresholds,
        looksBefore: extensions.length,
    };
    return {
        looksBefore: extensions.length,
        metrics: results_metrics/* metricNames */.Zv.flatMap((name) => judgeMetric(name, evidence) ?? []),
    };
}
function judgeCase(pair, metrics, identity, rules) {
    const { result, baseline, incomparable } = pair;
    // The allocations pass only explains: if it alone fails, the case still counts as measured.
    const errors = result.samples.flatMap((sample) => sample.status === 'failed' && sample.pass === 'memory' ? [sample.error] : []);
    const budgets = budgetsFor(result, rules.budgets);
    const memorySamples = measuredIn(result).filter((sample) => sample.pass === 'memory');
    const leak = leakFinding(result, comparableBaseline(pair));
    return {
        id: result.id,
        description: result.description,
        verdict: caseVerdict(pair, errors, metrics),
        reason: result.skipped ?? (isMeasured(result) ? incomparable : whyNotMeasured(result)),
        expected: result.skipped === undefined || (baseline !== undefined && isExpected(result, identity)),
        lacks: result.lacks,
        samples: memorySamples.length,
        extensions: result.extensions ?? [],
        metrics: [...metrics],
        budgets,
        breaches: breachesOf(budgets, metrics),
        unchecked: uncheckedMetrics(pair, budgets, metrics),
        failedPasses: failedPasses(result.samples),
        unsettled: unsettledReadings(memorySamples),
        peakPolled: memorySamples.some(({ peakSource }) => peakSource === 'polled'),
        leak,
        sites: compareSites(measuredIn(result), measuredIn(comparableBaseline(pair)), isLeaking(leak)),
        retainers: measuredIn(result).find(({ retainers }) => retainers !== undefined)?.retainers,
        allocations: compareAllocations(measuredIn(result), measuredIn(comparableBaseline(pair))),
        native: compareNative(result.samples, measuredIn(comparableBaseline(pair))),
        errors,
    };
}
function caseVerdict({ result, baseline, incomparable }, errors, metrics) {
    if (errors.length > 0)
        return 'failed';
    if (!isMeasured(result))
        return 'missing';
    if (incomparable !== undefined)
        return 'incomparable';
    if (baseline === undefined)
        return 'new';
    const primary = metrics.filter(({ role }) => role === 'primary').map(({ verdict }) => verdict);
    // The baseline has none of the judged metrics.
    if (primary.length > 0 && primary.every((verdict) => verdict === 'new'))
        return 'new';
    const order = ['regression', 'inconclusive', 'improvement'];
    return order.find((verdict) => primary.includes(verdict)) ?? 'unchanged';
}
function incomparableReason(result, baseline, identity) {
    if (baseline === undefined)
        return undefined;
    const relevant = relevantTo(result, identity);
    if (relevant.length > 0) {
        return `measured elsewhere: ${relevant.map(({ name, baseline: was, now: is }) => `${name} ${was} -> ${is}`).join(', ')}`;
    }
    return result.definitionHash === baseline.definitionHash ? undefined : changedDefinition;
}
/** The differences that affect a case: model and Qdrant do not affect a case that does not use them. */
function relevantTo({ tags }, identity) {
    return identity.filter(({ name }) => (name !== 'model' && name !== 'qdrant') || tags.includes(name));
}
/** Whether a baseline's case should have been measured: a missing model changes the environment but is no excuse. */
function isExpected(result, identity) {
    return relevantTo(result, identity).every(({ name, now }) => name === 'model' && now === 'none' && result.lacks === 'model');
}
function breachesOf(budgets, metrics) {
    return Object.entries(budgets).flatMap(([name, limit]) => {
        const value = (0,results_metrics/* isMetricName */.M8)(name) ? metrics.find(({ metric }) => metric === name)?.now.median : undefined;
        return (0,results_metrics/* isMetricName */.M8)(name) && limit !== undefined && value !== undefined && value > limit
            ? [{ metric: name, limit, value }]
            : [];
    });
}
function uncheckedMetrics(pair, budgets, metrics) {
    const { result } = pair;
    const first = result.samples.find((sample) => sample.status === 'measured' && sample.pass === 'memory');
    if (first?.status !== 'measured')
        return [];
    const before = measuredIn(comparableBaseline(pair));
    return results_metrics/* metricNames */.Zv
        .filter((metric) => metrics.every((compared) => compared.metric !== metric))
        .map((metric) => ({
        metric,
        budgeted: budgets[metric] !== undefined,
        reason: absenceReason(result, first, metric),
    }))
        .filter(({ metric, budgeted }) => budgeted || wasJudged(metric, before));
}
function absenceReason({ samples }, { absent }, metric) {
    const broken = samples.find((sample) => sample.status === 'failed' && sample.pass === 'allocations');
    if (metric === 'allocation_count' && broken?.status === 'failed')
        return broken.error.message;
    return absent[metric] ?? 'neither this case nor this suite measures it';
}
/** Whether a baseline's samples have the metric, in the primary role. */
function wasJudged(metric, samples) {
    const has = (name) => valuesOf(name, samples).length > 0;
    return has(metric) && (0,results_metrics/* roleAmong */.xD)(metric, has) === 'primary';
}
/** The hard limits of a case: its own, overridden by those of matching globs. */
function budgetsFor({ id, budgets }, overrides) {
    const own = Object.entries(overrides).filter(([glob]) => matchesCase(glob, id));
    return Object.assign({}, budgets, ...own.map(([, limits]) => limits));
}
/** Cases that only the baseline has. One measured on another kind of machine is not expected here. */
function missingCases(now, baseline, identity) {
    const present = new Set(now.cases.map(({ id }) => id));
    const gone = baseline?.cases.filter((result) => hasSamples(result) && !present.has(result.id) && (0,selection/* selects */.ko)(now.selection, result)) ?? [];
    return gone.map((result) => ({
        id: result.id,
        description: result.description,
        verdict: 'missing',
        reason: 'the baseline has it, this run’s scenarios do not',
        expected: relevantTo(result, identity).length === 0,
        lacks: undefined,
        samples: 0,
        extensions: [],
        metrics: [],
        budgets: {},
        breaches: [],
        unchecked: [],
        failedPasses: [],
        unsettled: undefined,
        peakPolled: false,
        leak: undefined,
        sites: undefined,
        retainers: undefined,
        allocations: undefined,
        native: [],
        errors: [],
    }));
}
function countFindings(cases, absence) {
    const count = (is) => cases.filter(is).length;
    return {
        budget: cases.reduce((sum, { breaches }) => sum + breaches.length, 0),
        regression: count(hasRegression),
        leak: count(({ leak }) => leak?.verdict === 'leak'),
        error: count(({ verdict }) => verdict === 'failed'),
        missing: count(({ verdict, expected }) => verdict === 'missing' && expected),
        baseline: absence?.kind === 'unavailable' && absence.expected ? 1 : 0,
        skipped: count(isIncomplete),
    };
}
/** Counts failed cases too: one flaky sample must not hide what the others show. */
function hasRegression({ metrics }) {
    return metrics.some(({ role, verdict }) => role === 'primary' && verdict === 'regression');
}
function hasSamples(result) {
    return result.samples.some(({ status, pass }) => status === 'measured' && pass === 'memory');
}
/** Whether memory was measured or an attempt failed. Samples of other passes only explain. */
function isMeasured({ samples }) {
    return samples.some(({ pass }) => pass === 'memory');
}
function whyNotMeasured({ samples }) {
    return samples.length === 0 ? 'the run ended before it was measured' : 'it has no samples of the memory pass';
}
//# sourceMappingURL=compare.js.map
;// CONCATENATED MODULE: ./lib/src/compare/rules.js





/** The rules in a document; undefined if its version stored none. */
function rulesIn({ rules }) {
    // Drop kinds of finding that only a later version knows: they cannot be judged here.
    return rules && { ...rules, failOn: verdict/* failOnKinds */.B.filter((kind) => rules.failOn.includes(kind)) };
}
/** The results, with each case's budgets, thresholds and leak options taken from the baseline. */
function withRulesOf(baseline, now) {
    const known = new Map(baseline.cases.map((result) => [result.id, result]));
    const cases = now.cases.map((result) => {
        const before = known.get(result.id);
        if (before === undefined)
            return result;
        const { thresholds: _own, leaks: _leaks, ...others } = result;
        const { budgets, thresholds, leaks } = before;
        return {
            ...others,
            budgets,
            ...(thresholds === undefined ? {} : { thresholds }),
            ...(leaks === undefined ? {} : { leaks }),
        };
    });
    return { ...now, cases };
}
/**
 * Rules of the run that differ from its baseline's, by their effect on the cases both have. Neither the order of globs
 * nor their spelling hides a change.
 */
function ruleChanges(baseline, before, now, rules) {
    const known = new Map(baseline.cases.map((result) => [result.id, result]));
    const limits = new Map();
    const leaks = [];
    const add = (change, id) => {
        const { cases: _cases, ...what } = change;
        const key = JSON.stringify([what.kind, ...Object.values(what).map((value) => value ?? null)]);
        const same = limits.get(key) ?? change;
        same.cases.push(id);
        limits.set(key, same);
    };
    const sameGlobs = isSame(Object.entries(before.budgets), Object.entries(rules.budgets)) &&
        isSame(Object.entries(before.thresholds), Object.entries(rules.thresholds));
    for (const result of now.cases) {
        const earlier = known.get(result.id);
        if (earlier === undefined)
            continue;
        if (isLooser(earlier.leaks, result.leaks))
            leaks.push(result.id);
        const sameCase = isSame(earlier.budgets, result.budgets) && isSame(earlier.thresholds, result.thresholds);
        if (sameGlobs && sameCase)
            continue;
        const was = limitsOf(earlier, before);
        const is = limitsOf(result, rules);
        for (const metric of results_metrics/* metricNames */.Zv) {
            const budgets = { baseline: was.budgets[metric], now: is.budgets[metric] };
            if (budgets.baseline !== budgets.now)
                add({ kind: 'budget', metric, ...budgets, cases: [] }, result.id);
            const thresholds = { baseline: was.threshold(metric), now: is.threshold(metric) };
            if (!isSame(thresholds.baseline, thresholds.now)) {
                add({ kind: 'threshold', metric, ...thresholds, cases: [] }, result.id);
            }
        }
    }
    const failOn = { baseline: sorted(before.failOn), now: sorted(rules.failOn) };
    return [
        ...(isSame(failOn.baseline, failOn.now) ? [] : [{ kind: 'fail-on', ...failOn }]),
        ...(leaks.length === 0 ? [] : [{ kind: 'leak-detection', cases: leaks }]),
        ...limits.values(),
    ];
}
/** Whether leak detection was turned off, or its tolerance raised. */
function isLooser(before, now) {
    if (before === false)
        return false;
    return now === false || tolerancesFor(now?.toleranceBytes).heap > tolerancesFor(before?.toleranceBytes).heap;
}
/** The limits of one case, its globs matched once. */
function limitsOf(result, { budgets, thresholds }) {
    const matching = Object.entries(thresholds).filter(([glob]) => matchesCase(glob, result.id));
    const merged = matching.reduce((all, [, own]) => laidOver(all, own), {
        ...result.thresholds,
    });
    return {
        budgets: budgetsFor(result, budgets),
        threshold: (metric) => thresholdFor(result.id, metric, {}, merged),
    };
}
function laidOver(below, above) {
    return Object.fromEntries(results_metrics/* metricNames */.Zv.map((name) => {
        const [lower, upper] = [ownFloors(name, below), ownFloors(name, above)];
        return [
            name,
            {
                relativePercent: upper.relativePercent ?? lower.relativePercent,
                absolute: upper.absolute ?? lower.absolute,
            },
        ];
    }));
}
function sorted(kinds) {
    return verdict/* failOnKinds */.B.filter((kind) => kinds.includes(kind));
}
/** Whether two values are equal as JSON. Their members are in the same order here. */
function isSame(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./lib/src/compare/untrusted.js


/**
 * Judges results that may be made up. Nothing they claim can improve the verdict: budgets, thresholds and fail-on come
 * from the baseline, and baseline cases that were not measured are named. `absence` says why there is no baseline.
 */
function judgeUntrusted(said, baseline, own, absence) {
    const selection = trustedSelection(said.selection, baseline?.selection);
    const now = { ...said, selection: selection ?? nothingSelected(said.selection) };
    const run = compareResults(now, baseline, own, absence);
    const unmeasured = run.deselected;
    const none = { comparison: run, results: now, rulesOf: 'run', both: undefined, changes: [], unmeasured };
    if (baseline === undefined)
        return none;
    const rules = rulesIn(baseline) ?? own;
    const results = withRulesOf(baseline, now);
    const byBaseline = compareResults(results, baseline, rules);
    const changes = ruleChanges(baseline, rules, now, own);
    const shown = { changes, unmeasured, both: rules === own ? undefined : { baseline: byBaseline, run } };
    return badness(run) > badness(byBaseline)
        ? { ...shown, comparison: run, results: now, rulesOf: 'run' }
        : { ...shown, comparison: byBaseline, results, rulesOf: rules === own ? 'run' : 'baseline' };
}
/** The selection of the run, as far as it can be trusted; undefined if the run's own filter would decide. */
function trustedSelection({ filter, ...others }, baseline) {
    if (filter === undefined)
        return others;
    // An untrusted regular expression may run forever; the one that selected the baseline does not.
    return filter === baseline?.filter ? { ...others, filter } : undefined;
}
function nothingSelected({ filter: _filter, ...others }) {
    return { ...others, scenarios: [] };
}
function badness({ verdict, fails }) {
    return (fails ? 4 : 0) + { pass: 0, 'not-compared': 1, fail: 2 }[verdict];
}
//# sourceMappingURL=untrusted.js.map
;// CONCATENATED MODULE: ./lib/src/report/judgement.js





/** Names that are listed before the rest is counted. */
const judgement_mostListed = 8;
/** Changes of one kind that are listed. */
const mostChanges = 12;
/**
 * The section with its judgement. A pass with reservations has no green sign in its heading, and the first remarks name
 * the rules behind the verdict.
 */
function withJudgement(section, comparison, provenance) {
    const { judgement } = provenance;
    if (judgement === undefined)
        return section;
    const remarks = [
        ...rulesRemarks(judgement, comparison, provenance),
        ...judgement.reservations.flatMap(({ detail }) => (detail === undefined ? [] : [escapeText(detail, 600)])),
    ].map((remark) => `- ${remark}`);
    return {
        ...section,
        heading: qualifiedHeading(section.heading, judgement.reservations),
        remarks: [...remarks, ...section.remarks],
    };
}
/** `## ✅ …` becomes `## ⚠️ …; 1 case of the baseline not measured`. */
function qualifiedHeading(heading, reservations) {
    const reasons = reservations.map(({ short }) => `; ${escapeText(short, 120)}`).join('');
    const severe = reservations.some(({ failing }) => failing);
    const signed = reservations.length === 0
        ? heading
        : heading.replace(severe ? /^## (?:✅|⚠️)/u : /^## ✅/u, severe ? '## ❌' : '## ⚠️');
    return signed + reasons;
}
function rulesRemarks({ rules, changes, both }, comparison, provenance) {
    const kinds = [
        changeSentence('budgets', changes.filter(({ kind }) => kind === 'budget')),
        changeSentence('thresholds', changes.filter(({ kind }) => kind === 'threshold')),
        changeSentence('fail-on', changes.filter(({ kind }) => kind === 'fail-on')),
        ...changes.map((change) => change.kind === 'leak-detection'
            ? `The pull request turns leak detection off, or raises its tolerance, for ${judgement_listed(change.cases)}.`
            : ''),
    ].filter((sentence) => sentence !== '');
    const verdicts = both === undefined
        ? []
        : [
            `By the rules of ${branchWords(judgementBranch(rules))}: ${judgement_verdictWords(both.baseline)}. By those of the pull request: ${judgement_verdictWords(both.pull)}.`,
        ];
    const source = rulesSentence(rules, comparison, provenance);
    return [...(source === '' ? [] : [source]), ...kinds, ...verdicts];
}
function rulesSentence(rules, { baseline }, provenance) {
    const commit = baseline?.commit === undefined ? '' : ` (baseline of ${commitLink(baseline.commit, provenance)})`;
    switch (rules.by) {
        case 'baseline':
            return `Judged by the rules of ${branchWords(rules.branch)}${commit}.`;
        case 'stricter-pull':
            return `Judged by the rules of the pull request, which are stricter than those of ${branchWords(rules.branch)}${commit}.`;
        case 'pull':
            return '';
        case 'pull-alone':
            return `Budgets, thresholds and fail-on come from the pull request: ${rules.reason === 'no-baseline'
                ? 'there is no baseline'
                : `the baseline${commit.replace('baseline of', 'of')} carries none`}.`;
    }
}
function judgementBranch(rules) {
    return 'branch' in rules ? rules.branch : undefined;
}
function branchWords(branch) {
    return branch === undefined ? 'the default branch' : `the branch ${escapeText(branch, 100)}`;
}
function changeSentence(what, changes) {
    if (changes.length === 0)
        return '';
    const words = changes.slice(0, mostChanges).map(judgement_changeWords);
    const more = changes.length > mostChanges ? `; and ${changes.length - mostChanges} more` : '';
    return `The pull request changes ${what}: ${words.join('; ')}${more}.`;
}
function judgement_changeWords(change) {
    switch (change.kind) {
        case 'budget': {
            const { metric, baseline, now, cases } = change;
            const limit = (value) => (value === undefined ? 'none' : formatValue(metric, value));
            return `${metric} ${limit(baseline)} → ${limit(now)} (${judgement_listed(cases)})`;
        }
        case 'threshold': {
            const { metric, baseline, now, cases } = change;
            const floors = ({ absolute, relativePercent }) => `${formatValue(metric, absolute)} and ${relativePercent} %`;
            return `${metric} ${floors(baseline)} → ${floors(now)} (${judgement_listed(cases)})`;
        }
        case 'fail-on':
            return `${change.baseline.join(', ') || 'none'} → ${change.now.join(', ') || 'none'}`;
        case 'leak-detection':
            return judgement_listed(change.cases);
    }
}
function judgement_verdictWords(comparison) {
    const { verdict } = comparison;
    return verdict === 'pass' ? 'pass' : `**${runVerdictWords[verdict]}** (${escapeText(headline(comparison), 200)})`;
}
function judgement_listed(names) {
    const shown = names.slice(0, judgement_mostListed).map((name) => escapeText(name, 80));
    return [...shown, ...(names.length > judgement_mostListed ? [`and ${names.length - judgement_mostListed} more`] : [])].join(', ');
}
/** A reservation about baseline cases that were not measured now. */
function unmeasuredReservation(cases) {
    if (cases.length === 0)
        return [];
    const shown = cases.slice(0, judgement_mostListed).map((id) => id.slice(0, 80));
    const more = cases.length > judgement_mostListed ? [`and ${cases.length - judgement_mostListed} more`] : [];
    return [
        {
            short: `${format_countOf(cases.length, 'case')} of the baseline not measured`,
            detail: `Not measured, though the baseline has it: ${[...shown, ...more].join(', ')}`,
            failing: false,
        },
    ];
}
/** The section of a run that left no results; `runUrl` is GitHub's. */
function notMeasuredSection(sha, conclusion, runUrl) {
    return joinBlocks([
        `## ❌ memory-bench: ${format_formatCommit(sha)} was not measured, the run ended with ${escapeText(conclusion, 40)}`,
        'The run left no results. The verdict on an earlier commit does not hold for this one.',
        `<sub>${blocks_link('run', runUrl)}</sub>`,
    ]);
}
//# sourceMappingURL=judgement.js.map
;// CONCATENATED MODULE: ./lib/src/github/judge-finished.js



/** Maximum number of job names listed. */
const mostNames = 8;
/** Judges the results of a pull request's run. Nothing that the run claims makes this verdict better than its own. */
function judgeFinished({ results, handover, baseline, absence, branch, end }) {
    const judged = judgeUntrusted(results, baseline, handover, absence);
    const { comparison, changes, both } = judged;
    return {
        comparison,
        results: judged.results,
        judgement: {
            rules: rulesOf(judged, baseline, branch),
            changes,
            both: both !== undefined && changes.length > 0 ? { baseline: both.baseline, pull: both.run } : undefined,
            reservations: [
                ...ownVerdict(comparison, handover),
                ...missingReservation(judged, baseline),
                ...comparabilityReservations(judged, baseline),
                ...(end === undefined ? [] : [endReservation(end)]),
            ],
        },
    };
}
function rulesOf({ rulesOf: source, both }, baseline, branch) {
    if (baseline === undefined)
        return { by: 'pull-alone', reason: 'no-baseline' };
    if (both === undefined)
        return { by: 'pull-alone', reason: 'baseline-without-rules' };
    return source === 'baseline' ? { by: 'baseline', branch } : { by: 'stricter-pull', branch };
}
function ownVerdict({ fails }, { failed, findings = {} }) {
    if (failed !== true || fails)
        return [];
    const found = Object.entries(findings).filter(([, count]) => count > 0);
    const kinds = found.map(([kind, count]) => `${count} ${kind}`).join(', ');
    return [{ short: `the job itself failed${kinds === '' ? '' : `: ${kinds}`}`, detail: undefined, failing: true }];
}
function missingReservation({ comparison, unmeasured }, baseline) {
    const known = new Set(baseline?.cases.map(({ id }) => id));
    // If the verdict fails, missing cases are among its findings.
    const missing = comparison.verdict === 'fail'
        ? []
        : comparison.cases.filter(({ id, verdict }) => verdict === 'missing' && known.has(id)).map(({ id }) => id);
    return unmeasuredReservation([...missing, ...unmeasured]);
}
function comparabilityReservations({ comparison, changes }, baseline) {
    // If the baseline was unavailable, the headline says so.
    if (baseline === undefined)
        return comparison.absence?.kind === 'unavailable' ? [] : [doubt('no baseline to judge by')];
    const incomparable = comparison.cases.filter(({ verdict }) => verdict === 'incomparable').length;
    const switchedOff = changes.flatMap((change) => (change.kind === 'leak-detection' ? change.cases : []));
    const unwatched = new Set([...switchedOff, ...withoutLeakDetection(comparison, baseline)]).size;
    const fewer = comparison.cases.filter(isInconclusiveByFewSamples).length;
    return [
        ...(incomparable === 0 ? [] : [doubt(`${format_countOf(incomparable, 'case')} not comparable with the baseline`)]),
        ...(unwatched === 0 ? [] : [doubt(`leak detection off for ${format_countOf(unwatched, 'case')}`)]),
        ...(fewer === 0 ? [] : [doubt(`${format_countOf(fewer, 'case')} measured with fewer samples than the baseline`)]),
    ];
}
/** Cases measured without leak detection although the baseline used it. */
function withoutLeakDetection({ cases }, baseline) {
    const watched = new Set(baseline.cases
        .filter(({ leakVerdict, samples }) => leakVerdict !== undefined ||
        // Baselines of earlier versions.
        samples.some((sample) => sample.status === 'measured' && sample.leak !== undefined))
        .map(({ id }) => id));
    return cases
        .filter(({ id, samples, leak }) => watched.has(id) && samples > 0 && leak === undefined)
        .map(({ id }) => id);
}
/** Whether a difference is inconclusive because the run took fewer samples than its baseline. */
function isInconclusiveByFewSamples({ metrics }) {
    return metrics.some(({ role, verdict, now, baseline }) => role === 'primary' && verdict === 'inconclusive' && baseline !== undefined && now.samples < baseline.samples);
}
/** Describes a run that ended badly, and its jobs. */
function endReservation({ badConclusion, failedJobs = [] }) {
    const names = failedJobs.slice(0, mostNames).map((name) => name.slice(0, 80));
    const more = failedJobs.length > mostNames ? [`and ${failedJobs.length - mostNames} more`] : [];
    const short = badConclusion === undefined
        ? `${format_countOf(failedJobs.length, 'job')} of the run failed`
        : `the run ended with ${badConclusion}`;
    const detail = failedJobs.length === 0 ? undefined : `Jobs of the run that did not succeed: ${[...names, ...more].join(', ')}`;
    return { short, detail, failing: false };
}
function doubt(short) {
    return { short, detail: undefined, failing: false };
}
//# sourceMappingURL=judge-finished.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/src/services/tool-environment.js
var tool_environment = __webpack_require__(4205);
;// CONCATENATED MODULE: ./lib/src/results/environment.js





/** Describes the environment of results: what must be equal, what is the subject, and what is only context. */
function describeEnvironment(parts) {
    const identity = {
        os: process.platform,
        arch: process.arch,
        libc: [libc().kind, ...preloaded()].join('+'),
        cores: availableParallelism(),
        model: parts.modelId ?? 'none',
        qdrant: parts.qdrant,
        profile: parts.profile,
    };
    return {
        key: environmentKey(identity),
        identity,
        subject: { ...parts.subject },
        ...(parts.packages === undefined ? {} : { packages: parts.packages }),
        context: context(parts.qdrantOrigin),
    };
}
/** The identity as a file name, such as `linux-x64-glibc-2c-all-MiniLM-L6-v2-0123456789ab-default`. */
function environmentKey({ os, arch, libc: kind, cores, model, qdrant, profile }) {
    const parts = [os, arch, kind, `${cores}c`, model, ...(qdrant === 'own' ? [] : [`${qdrant}-qdrant`]), profile];
    return parts.join('-').replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}
/** The commit of the work tree in `folder`; undefined outside of one. Ignores files that memory-bench writes. */
function environment_currentCommit(folder) {
    try {
        const sha = git(folder, 'rev-parse', 'HEAD');
        return { sha, dirty: environment_status(folder) !== '' };
    }
    catch {
        return undefined;
    }
}
/** The files of the work tree in `folder` that differ from its commit, including untracked ones. */
function changedFiles(folder) {
    try {
        return environment_status(folder)
            .split('\n')
            .flatMap((line) => /^ ?\S{1,2} +(.+)$/.exec(line)?.[1] ?? []);
    }
    catch {
        return [];
    }
}
/** Another package's run in the same work tree may have left its results there. */
const ownFolders = ':(top,exclude,glob)**/.memory-bench/**';
function environment_status(folder) {
    return git(folder, 'status', '--porcelain', '--', ':(top)', ownFolders);
}
/** Whether git knows a file, named relative to `folder`. */
function environment_isTracked(folder, file) {
    try {
        git(folder, 'ls-files', '--error-unmatch', '--', `:(literal)${file}`);
        return true;
    }
    catch {
        return false;
    }
}
function git(folder, ...given) {
    return execFileSync('git', [...trusting(), ...given], {
        cwd: folder,
        encoding: 'utf8',
        env: toolEnvironment('git'),
        stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
}
/**
 * In a container job the checkout belongs to another user, so git refuses to read it. Programs that git may start for
 * that user are turned off. Elsewhere, git's own rule applies.
 */
function trusting() {
    return process.env.GITHUB_ACTIONS === 'true' ? ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'] : [];
}
/** Names of preloaded libraries. One may be another allocator, which makes another environment. */
function preloaded() {
    return (process.env.LD_PRELOAD ?? '')
        .split(/[\s:]+/)
        .filter(Boolean)
        .map((path) => basename(path));
}
function libc() {
    if (process.platform !== 'linux')
        return { kind: 'system', version: '' };
    const report = process.report.getReport();
    const header = typeof report === 'object' && 'header' in report ? report.header : undefined;
    const version = typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
        ? String(header.glibcVersionRuntime)
        : undefined;
    return version === undefined ? { kind: 'musl', version: '' } : { kind: 'glibc', version };
}
function context(qdrantOrigin) {
    const facts = {
        cpu: cpus()[0]?.model ?? 'unknown',
        kernel: release(),
        memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
        libc: `${libc().kind} ${libc().version}`.trim(),
    };
    if (qdrantOrigin !== undefined)
        facts['origin of Qdrant'] = qdrantOrigin;
    const hugePages = transparentHugePages();
    if (hugePages !== undefined)
        facts.transparentHugePages = hugePages;
    const runner = [process.env.ImageOS, process.env.ImageVersion].filter(Boolean).join(' ');
    if (runner !== '')
        facts.runner = runner;
    return facts;
}
/** The mode in force, such as `madvise`. It changes resident memory by megabytes. */
function transparentHugePages() {
    try {
        return /\[(\w+)\]/.exec(readFileSync('/sys/kernel/mm/transparent_hugepage/enabled', 'utf8'))?.[1];
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./lib/src/github/place.js



/**
 * Collects what is known about the measured commit and its base before the measuring starts.
 * @throws GitHubError if the default branch has to be requested and GitHub does not answer.
 */
async function questionOf(api, context, { config, baseline }) {
    const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
    const branches = baseline.branches.length === 0 ? [defaultBranch] : baseline.branches;
    return {
        context,
        // A workflow may have checked out a different commit from the one it was started for.
        measured: currentCommit(config.workingDirectory)?.sha ?? context.sha,
        defaultBranch,
        isBaselineBranch: (branch) => branches.includes(branch),
    };
}
/** Asks GitHub for the default branch. */
async function askDefaultBranch(api) {
    return (await api_ask('the repository could not be looked up', api.rest.repos.get(api.at))).default_branch;
}
/** The path of a file relative to the repository's root; undefined for a file that git does not track. */
function trackedPath(workingDirectory, file) {
    return isTracked(workingDirectory, file) ? place_repositoryPath(join(workingDirectory, file)) : undefined;
}
/** A path of the checkout relative to the repository's root, with forward slashes. */
function place_repositoryPath(path) {
    return relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), path).replaceAll('\\', '/');
}
//# sourceMappingURL=place.js.map
;// CONCATENATED MODULE: ./lib/src/github/run-jobs.js

/** Conclusions that need no warning. */
const run_jobs_harmless = ['success', 'neutral', 'skipped'];
/** Whether the run has ended. A workflow may also start for runs that have only been requested. */
function run_jobs_hasEnded({ status }) {
    return status === undefined || status === null || status === 'completed';
}
/** Maximum number of pages of jobs; a matrix has at most 256 jobs. */
const run_jobs_mostPages = 4;
const run_jobs_pageSize = 100;
/**
 * How the run and its jobs ended if one of them did not succeed; undefined if all did. It is no error if GitHub does
 * not list the jobs.
 */
async function badEndOf(api, { id, conclusion }) {
    const badConclusion = isBad(conclusion) ? conclusion : undefined;
    const failedJobs = await failedJobsOf(api, id);
    return badConclusion === undefined && (failedJobs ?? []).length === 0 ? undefined : { badConclusion, failedJobs };
}
/** Whether this many red sections explain all failed jobs. Unknown, so false, without a list of jobs. */
function isExplained({ failedJobs }, redSections) {
    return failedJobs !== undefined && redSections > 0 && redSections >= failedJobs.length;
}
async function failedJobsOf(api, id) {
    const failed = [];
    try {
        for (let page = 1; page <= run_jobs_mostPages; page += 1) {
            const request = api.rest.actions.listJobsForWorkflowRun({ ...api.at, run_id: id, per_page: run_jobs_pageSize, page });
            const { jobs } = await api_ask('the jobs of the run could not be listed', request);
            failed.push(...jobs.filter((job) => isBad(job.conclusion)).map(({ name }) => name));
            if (jobs.length < run_jobs_pageSize)
                break;
        }
        return failed;
    }
    catch (error) {
        if (!(error instanceof api_GitHubError))
            throw error;
        return undefined;
    }
}
function isBad(conclusion) {
    return typeof conclusion === 'string' && !run_jobs_harmless.includes(conclusion);
}
//# sourceMappingURL=run-jobs.js.map
;// CONCATENATED MODULE: ./lib/src/report/annotations.js




/** GitHub shows ten annotations of a kind per step. */
const most = 10;
const annotations_longestMessage = 1000;
const titles = {
    error: 'failed',
    budget: 'over budget',
    regression: 'needs more memory',
    leak: 'leaks',
    missing: 'was not measured',
    skipped: 'was not measured',
    incomplete: 'is incomplete',
    unchecked: 'is incomplete',
};
/** Kinds that are annotated only if they fail the run: a service may be missing permanently. */
const onlyFailing = (/* unused pure expression or super */ null && (['skipped', 'incomplete', 'unchecked']));
/**
 * Annotates why the run was not compared, then the findings, worst first. At most ten: the tenth counts the others.
 * `files` maps each case to the file of its scenario. `inRepository` maps a file of the working directory to its path
 * in the repository, or to undefined if the repository does not have it.
 */
function annotations_annotationsOf(comparison, files, inRepository = () => undefined) {
    const found = findingsOf(comparison)
        .filter(({ kind, failing }) => titles[kind] !== undefined && (failing || !onlyFailing.includes(kind)))
        .sort((a, b) => Number(b.failing) - Number(a.failing))
        .map((finding) => annotationOf(finding, placeOf(finding, files.get(finding.caseId), inRepository)));
    const all = [...absenceAnnotation(comparison), ...found];
    if (all.length <= most)
        return all;
    const told = all.slice(0, most - 1);
    const title = 'memory-bench: more';
    return [
        ...told,
        { level: 'notice', title, message: `${countOf(all.length - told.length, 'more finding')}: see the job summary` },
    ];
}
function absenceAnnotation({ absence, failOn }) {
    if (absence?.kind !== 'unavailable')
        return [];
    const { reason, remedy = '', expected } = absence;
    const fails = expected && failOn.includes('baseline') ? 'This fails the run, because fail-on has `baseline`.' : '';
    const message = [reason, remedy, fails].filter((line) => line !== '').join('\n');
    return [{ level: 'warning', title: 'memory-bench: not compared', message: plain(message, annotations_longestMessage) }];
}
/** The line that explains the finding, if the repository has it; else the scenario's file. */
function placeOf({ culprit }, scenario, inRepository) {
    const file = culprit && inRepository(culprit.file);
    if (culprit !== undefined && file !== undefined)
        return { file, line: culprit.line };
    return scenario === undefined ? {} : { file: scenario };
}
function annotationOf({ kind, caseId, what, detail, failing, where = [] }, place) {
    return {
        level: failing ? 'error' : 'warning',
        title: `memory-bench: ${plain(caseId, 150).replaceAll('\n', ' ')} ${titles[kind] ?? ''}`,
        message: plain([detail === '' ? what : `${what} (${detail})`, ...where].join('\n'), annotations_longestMessage),
        ...place,
    };
}
function plain(text, longest) {
    return cutText(plainText(text.slice(0, 4 * longest)), longest);
}
//# sourceMappingURL=annotations.js.map
;// CONCATENATED MODULE: ./lib/src/report/comment.js



/**
 * The section of one job, as GitHub Markdown: the verdict, the two sides compared, the changes, and everything else
 * folded. At most `maxLength` bytes in UTF-8: the least important parts are left out first, and counted.
 */
function renderSection(comparison, results, baselineResults, provenance, maxLength) {
    const section = sectionOf({ comparison, results, baselineResults, provenance });
    return length_shortened(withJudgement(section, comparison, provenance), maxLength);
}
/** Whether a comment would report more than that nothing changed. */
function comment_changedAnything({ absence, cases, baseline }, judgement) {
    if (absence?.kind === 'unavailable')
        return true;
    const doubts = judgement !== undefined && judgement.reservations.length + judgement.changes.length > 0;
    return doubts || cases.some((judged) => changed(judged, baseline !== undefined));
}
function changed(judged, hasBaseline) {
    const { verdict, expected, breaches, leak, unchecked, failedPasses } = judged;
    if (failedPasses.length > 0)
        return true;
    if (breaches.length > 0 || leak?.verdict === 'leak' || leak?.verdict === 'suspected')
        return true;
    // A ratchet, or a budget on a metric that cannot be read here, is the same in every run.
    if (unchecked.some(({ budgeted }) => !budgeted))
        return true;
    if (verdict === 'missing')
        return expected;
    if (verdict === 'new')
        return hasBaseline;
    return verdict !== 'unchanged';
}
//# sourceMappingURL=comment.js.map
;// CONCATENATED MODULE: ./lib/src/github/tell.js










/** GitHub drops a job summary of more than 1 MiB entirely. */
const longestSummary = 1_000_000;
const missingPermission = 'Give the job the permission pull-requests: write. ';
const otherHalf = 'On pull requests from forks and of Dependabot, the comment action comments.';
/** Writes the job summary. A failure is only a warning: the verdict and the comment do not depend on it. */
async function writeSummary(tale) {
    const text = render(tale, longestSummary);
    try {
        await core.summary.addRaw(text, true).write();
    }
    catch (error) {
        core.warning(`The job summary could not be written: ${messageOf(error)}`);
    }
}
/**
 * Comments on this run's pull request, if it has one and the settings ask for it. Returns the comment's URL, empty
 * without one. A read-only token is no failure: on pull requests from forks, the `comment` action writes the comment.
 * @throws GitHubError if `always` was requested and GitHub refuses.
 */
async function commentOn(api, { pull, run }, { when, key }, tale) {
    if (pull === undefined || when === 'never')
        return '';
    const job = { pull: pull.number, headSha: pull.headSha, runId: run.id, attempt: run.attempt };
    const place = { key, create: when !== 'changes' || changedAnything(tale.comparison, tale.provenance.judgement) };
    try {
        const outcome = await writeComment(api, job, place, tale);
        if (outcome.kind === 'locked' && when === 'always') {
            throw new EnvironmentError(`the comment could not be written: ${lockedWords(pull.number)}`, {
                remedy: 'Unlock the conversation, or do not set `comment: always`.',
            });
        }
        return report(outcome, pull.number);
    }
    catch (error) {
        if (!(error instanceof GitHubError) || when === 'always')
            throw error;
        if (![401, 403, 404, 422].includes(error.status ?? 0))
            core.warning(messageOf(error));
        else
            core.notice(`${messageOf(error)}. ${pull.fromFork ? '' : missingPermission}${otherHalf}`);
        return '';
    }
}
/**
 * Writes one job's section into the comment.
 * @throws GitHubError
 */
function writeComment(api, { pull, headSha: sha, runId, attempt }, place, tale) {
    const section = {
        // GitHub stores no lone surrogates, and the section has to be found again by its leg.
        leg: tale.provenance.leg.toWellFormed(),
        runId,
        attempt,
        sha,
        render: (maxLength) => render(tale, maxLength),
    };
    return upsertComment(api, { pull, section, ...place });
}
/** Logs the outcome of a comment; returns its URL, empty if there is none. */
function report(outcome, pull) {
    if (outcome.kind === 'stale')
        runner_log/* notice */.lm('A newer run has commented already; its comment stays.');
    if (outcome.kind === 'not-needed')
        runner_log/* info */.pq('nothing changed, and there is no earlier comment to correct');
    if (outcome.kind === 'kept')
        runner_log/* info */.pq('this run has commented already; its section stays as it is');
    if (outcome.kind === 'locked')
        runner_log/* notice */.lm(`No comment was written: ${lockedWords(pull)}. The job summary has the report.`);
    return 'url' in outcome ? outcome.url : '';
}
function lockedWords(pull) {
    return `the conversation of #${pull} is locked`;
}
/** Annotates the run with budget breaches, leaks, regressions and failures. */
function annotate(comparison, files, inRepository) {
    const { error, warning, notice } = core;
    const tellAs = { error, warning, notice };
    for (const { level, title, message, file, line } of annotationsOf(comparison, files, inRepository)) {
        const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { startLine: line }) };
        tellAs[level](message, { title, ...place });
    }
}
/** Repository paths of the cases' scenario files; built-in cases have none. */
function filesOfCases({ cases }, workingDirectory) {
    const own = cases.filter(({ source }) => source !== 'builtin');
    return new Map(own.map(({ id, source }) => [id, repositoryPath(join(workingDirectory, source))]));
}
/** Sets all outputs of the action except the comment's URL. */
function setOutputs({ comparison, baselineResults, provenance }, paths) {
    const { verdict, findings } = comparison;
    const outputs = {
        verdict,
        regressions: findings.regression,
        breaches: findings.budget,
        leaks: findings.leak,
        skipped: comparison.cases.filter(isSkipped).length,
        'results-path': paths.resultsPath,
        'report-path': paths.reportPath,
        'baseline-source': provenance.baseline.source,
        'baseline-sha': baselineResults?.commit?.sha ?? '',
    };
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}
function render({ comparison, results, baselineResults, provenance }, maxLength) {
    return (0,secrets/* redact */.E$)(renderSection(comparison, results, baselineResults, provenance, maxLength));
}
//# sourceMappingURL=tell.js.map
;// CONCATENATED MODULE: ./lib/src/github/usage-report.js


/** Prints how many requests the job has sent, with a warning if few are left. */
function reportUsage(api) {
    const usage = api.usage();
    runner_log/* info */.pq(usageWords(usage));
    if (fewLeft(usage))
        runner_log/* warning */.$e(fewLeftWords(usage));
}
//# sourceMappingURL=usage-report.js.map
;// CONCATENATED MODULE: ./lib/src/after-run.js






















/**
 * Runs the trusted comment action, for pull requests whose own run may not write. It reads that run's results, which
 * the sender may have forged, compares them with a baseline that it looks up itself, and renders the report itself. It
 * comments on the pull request that the run was for according to GitHub. Nothing of the pull request is checked out or
 * run.
 * @throws EnvironmentError outside of a workflow_run event; GitHubError if GitHub refuses.
 */
async function commentOnFinishedRun(config, context) {
    const { finishedRun: run } = context;
    if (run === undefined) {
        throw new errors/* EnvironmentError */.eG(`the comment action is for workflow_run events, this is ${context.event}`, {
            remedy: 'Start its workflow with `on: workflow_run`; docs/action.md of memory-bench-action has the whole file.',
        });
    }
    after_run_setOutputs('', '');
    if (context.enterpriseServer !== undefined)
        return runner_log/* warning */.$e((0,enterprise_server/* commentWarning */.qH)(context.enterpriseServer));
    if (run.event !== 'pull_request')
        return runner_log/* info */.pq(`the run was for a ${run.event} event: nothing to comment on`);
    if (!run_jobs_hasEnded(run))
        return runner_log/* notice */.lm('The run has not ended yet: start the comment workflow with `types: [completed]`.');
    const api = await openApi(context, config.token);
    try {
        await commentOnJobs(api, config, context, run);
    }
    finally {
        reportUsage(api);
    }
}
async function commentOnJobs(api, config, context, run) {
    const head = await headOfRun(api, run);
    const all = await artifactsOfRun(api, run.id);
    const jobs = newestAttempts(all, config.artifacts.prefix, run.run_attempt);
    const end = await badEndOf(api, run);
    const defaultBranch = context.defaultBranch ?? (await askDefaultBranch(api));
    const half = { config, context, api, run, head, defaultBranch, all, end };
    if (jobs.length === 0)
        return sayNothingWasMeasured(half);
    const failures = [];
    const keys = new CommentKeys();
    const failed = end === undefined ? new Set() : await jobsThatSayTheyFailed(api, jobs);
    // Failed jobs come first: only a red section in the comment explains why the run failed.
    const red = new Set();
    for (const job of [...failed, ...jobs.filter((other) => !failed.has(other))]) {
        const explained = end === undefined || isExplained(end, failed.has(job) ? failed.size : red.size);
        // An unusable artifact, for whatever reason, must not stop the others.
        const shown = await commentOnJob({ ...half, end: explained ? undefined : end }, job, keys).catch((error) => void failures.push(failureOf(error, job.artifact)));
        if (shown !== undefined && failed.has(job))
            red.add(shown);
    }
    if (failures.length > 0)
        throw new errors/* EnvironmentError */.eG(failures.join('\n'));
}
/** The error text for an unusable artifact. It is sanitized because it may quote the sender. */
function failureOf(error, { name }) {
    if (error instanceof errors/* MemoryBenchError */.kU)
        return logLines(error.message);
    return logLines(`the artifact ${name} cannot be used: internal error: ${(0,errors/* messageOf */.bD)(error)}`);
}
/** Maximum number of comments. A run with a new comment key in each artifact would flood the pull request. */
const mostComments = 4;
/** The keys of the comments that a run's artifacts go into. */
class CommentKeys {
    #keys = new Set();
    /** Whether a comment with this key is allowed. */
    allows(key) {
        if (this.#keys.size < mostComments)
            this.#keys.add(key);
        return this.#keys.has(key);
    }
}
/** Comments on one job's results. Returns an identifier of its section; undefined if the section is in no comment. */
async function commentOnJob(half, job, keys) {
    const { config, context, api, run, head, all, end } = half;
    const { artifact } = job;
    const { 'results.json': text, 'handover.json': handed } = await readArtifact(api, artifact, handedOver);
    if (text === undefined || handed === undefined)
        throw new errors/* EnvironmentError */.eG(`${logText(artifact.name)} is incomplete`);
    const measured = store_parseResults(text, logText(artifact.name), 'results');
    const handover = parseHandover(handed);
    refuseCostlyGlobs(measured, handover);
    if (!keys.allows(handover.commentKey)) {
        runner_log/* notice */.lm(`${logText(artifact.name)} is left out: a run writes at most ${mostComments} comments, and ${handover.commentKey} would be one more`);
        return undefined;
    }
    const finding = await pullOfCommit(api, head, measured.commit?.sha);
    if (finding.kind === 'none') {
        runner_log/* notice */.lm(`No comment on the results ${logText(artifact.name)}: ${finding.why}.`);
        return undefined;
    }
    const { pull } = finding;
    after_run_setOutputs('', pull.number);
    const baseline = await baselineFor(half, pull, finding.measured, measured, handover);
    const { comparison, results, judgement } = judgeFinished({
        // The results may name any commit; use the one that GitHub knows.
        results: { ...measured, commit: { sha: finding.measured, dirty: measured.commit?.dirty ?? false } },
        handover,
        baseline: baseline.results,
        absence: baseline.absence,
        branch: pull.baseRef === half.defaultBranch || baseline.provenance.source === 'file' ? undefined : pull.baseRef,
        end,
    });
    const changed = handover.comment === 'changes' || config.when === 'changes';
    const create = handover.comment !== 'never' && (!changed || comment_changedAnything(comparison, judgement));
    const place = { key: handover.commentKey, create, yields: true };
    // Profiles are linked, not read.
    const profilesName = profilesArtifact(artifact.name, config.artifacts.prefix);
    const profiles = all.find(({ name, expired }) => name === profilesName && !expired);
    const provenance = {
        leg: titleOf({ ...config.artifacts, leg: handover.leg }),
        repositoryUrl: context.repositoryUrl,
        runUrl: run.html_url,
        resultsUrl: artifactUrl(context.repositoryUrl, run.id, artifact.id),
        profilesUrl: profiles && artifactUrl(context.repositoryUrl, run.id, profiles.id),
        baseline: baseline.provenance,
        judgement,
    };
    const tale = { comparison, results, baselineResults: baseline.results, provenance };
    const outcome = await writeComment(api, commentJob(half, pull, job.attempt), place, tale);
    after_run_setOutputs(report(outcome, pull.number), pull.number);
    return 'url' in outcome ? `${handover.commentKey} ${provenance.leg}` : undefined;
}
/**
 * Updates an existing comment, so that an earlier commit's verdict is not taken for this run, which left no results.
 */
async function sayNothingWasMeasured(half) {
    const { api, run, head, end } = half;
    runner_log/* notice */.lm('The run left no results of memory-bench.');
    if (end === undefined)
        return;
    const finding = await pullOfCommit(api, head, undefined);
    if (finding.kind === 'none')
        return runner_log/* notice */.lm(`No comment: ${finding.why}.`);
    const { pull } = finding;
    const section = {
        leg: '',
        runId: run.id,
        attempt: run.run_attempt,
        sha: run.head_sha,
        render: () => notMeasuredSection(run.head_sha, end.badConclusion ?? 'failure', run.html_url),
    };
    const outcome = await upsertComment(api, { pull: pull.number, key: 'default', section, create: false, yields: true });
    after_run_setOutputs(report(outcome, pull.number), pull.number);
}
/**
 * The run and attempt that a section names. A job without results in this attempt may have failed in it, so it is
 * reported for this attempt.
 */
function commentJob({ run, end }, { number: pull }, attempt) {
    return { pull, headSha: run.head_sha, runId: run.id, attempt: end === undefined ? attempt : run.run_attempt };
}
async function baselineFor({ config, context, api, defaultBranch }, pull, measured, { environment }, { leg }) {
    const branches = config.baseline.branches.length === 0 ? [defaultBranch] : config.baseline.branches;
    const { prefix } = config.artifacts;
    const lookUp = githubBaseline(api, {
        source: config.baseline.source,
        question: {
            context: { ...context, pull },
            measured,
            defaultBranch,
            isBaselineBranch: (branch) => branches.includes(branch),
        },
        artifactOf: (environmentKey) => baselineArtifact({ prefix, environmentKey, leg }),
        branches,
        committed: (environmentKey) => committedBaseline(api, defaultBranch, config.baseline.path, fileKeys({ environmentKey, leg })),
        waitMs: 0,
        signal: new AbortController().signal,
        say: runner_log/* info */.pq,
        warn: runner_log/* warning */.$e,
    });
    return lookUp(environment.key, 'after');
}
function after_run_setOutputs(commentUrl, pull) {
    runner_log/* setOutput */.uH('comment-url', commentUrl);
    runner_log/* setOutput */.uH('pull-request', pull);
}
//# sourceMappingURL=after-run.js.map

/***/ }),

/***/ 777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ replaceWhole)
});

// UNUSED EXPORTS: writeWhole

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/errors.js + 1 modules
var errors = __webpack_require__(8093);
// EXTERNAL MODULE: ./lib/src/output/secrets.js + 1 modules
var secrets = __webpack_require__(653);
;// CONCATENATED MODULE: ./lib/src/files/make-folder.js



/** Kernel file systems. Nothing is kept there, and creating a folder can fail in ways that Node does not expect. */
const kernelFolders = ['/proc', '/sys', '/dev'];
/** The one place below them that is an ordinary file system. */
const sharedMemory = '/dev/shm';
const usualRemedy = 'Name a folder that you can write to.';
/**
 * Creates a folder and its missing parents, one `mkdir` each. Node's own recursive `mkdir` loops forever below /proc,
 * where creating a folder fails with ENOENT although its parent exists.
 * @throws EnvironmentError below /proc, /sys and /dev, and if the folder cannot be created.
 */
async function makeFolder(path, remedy = usualRemedy) {
    const full = (0,external_node_path_.resolve)(path);
    const missing = [];
    let present = full;
    while (!(await exists(present))) {
        const parent = (0,external_node_path_.dirname)(present);
        if (parent === present)
            break;
        missing.unshift(present.slice(parent.length).replace(/^[/\\]+/, ''));
        present = parent;
    }
    await refuseKernelFolder(full, present, remedy);
    try {
        for (const name of missing) {
            present = (0,external_node_path_.join)(present, name);
            await (0,promises_.mkdir)(present).catch(unlessTaken);
        }
        if (!(await (0,promises_.stat)(full)).isDirectory())
            throw new Error('it exists and is not a folder');
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`cannot create the folder ${full}: ${(0,errors/* messageOf */.bD)(cause)}`, { remedy, cause });
    }
}
/** Resolves symbolic links in the existing part of the path: one in the home folder may lead to /proc. */
async function refuseKernelFolder(wanted, present, remedy) {
    const real = await (0,promises_.realpath)(present).catch(() => present);
    const isBelow = (folder) => `${real}${external_node_path_.sep}`.startsWith(`${folder}${external_node_path_.sep}`);
    const found = kernelFolders.find(isBelow);
    if (found === undefined || isBelow(sharedMemory))
        return;
    throw new errors/* EnvironmentError */.eG(`cannot create the folder ${wanted}: ${found} belongs to the kernel`, { remedy });
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
/** Another process may create the same folder at the same time. */
function unlessTaken(error) {
    if (error.code !== 'EEXIST')
        throw error;
}
//# sourceMappingURL=make-folder.js.map
;// CONCATENATED MODULE: ./lib/src/files/write-whole.js







/** An older draft was left by a killed process. */
const staleMs = 60 * 60 * 1000;
const outRemedy = 'Free some space or name another folder with --out; what was written before is kept, and --resume goes on from it.';
const drafts = new Set();
/** Files for which this process has already removed the drafts of killed processes. */
const swept = new Set();
let removesAtExit = false;
/**
 * Writes a text file whole: first a draft beside it, then a rename, so that a reader finds the old file or the new one.
 * Several processes may write the same file at once. Known secrets are redacted.
 * @throws EnvironmentError if the disk is full or the folder is not writable; the old file stays.
 */
async function writeWhole(path, content) {
    await replaceWhole(path, async (draft) => {
        const file = await open(draft, 'wx');
        try {
            await file.writeFile(redactFile(content));
        }
        finally {
            await file.close();
        }
    });
}
/**
 * Has `write` create a draft, and renames it to `path`. An unfinished draft is removed.
 * @throws EnvironmentError for any error of `write`.
 */
async function replaceWhole(path, write, remedy = outRemedy) {
    const draft = `${path}.${process.pid}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}.tmp`;
    removeAtExit(draft);
    try {
        await makeFolder((0,external_node_path_.dirname)(path));
        await sweep(path);
        await write(draft);
        await (0,promises_.rename)(draft, path);
    }
    catch (cause) {
        await (0,promises_.rm)(draft, { force: true }).catch(() => { });
        if (cause instanceof errors/* EnvironmentError */.eG)
            throw cause;
        throw new errors/* EnvironmentError */.eG(`could not write ${path}: ${(0,errors/* messageOf */.bD)(cause)}`, { remedy, cause });
    }
    finally {
        drafts.delete(draft);
    }
}
/** Removes drafts at exit: a second interrupt ends the process in the middle of a write. */
function removeAtExit(draft) {
    drafts.add(draft);
    if (removesAtExit)
        return;
    removesAtExit = true;
    process.on('exit', () => {
        for (const path of drafts)
            (0,external_node_fs_.rmSync)(path, { force: true });
    });
}
/** Removes the drafts that killed processes left beside the file. */
async function sweep(path) {
    if (swept.has(path))
        return;
    swept.add(path);
    const folder = (0,external_node_path_.dirname)(path);
    const isDraft = (name) => name.startsWith(`${(0,external_node_path_.basename)(path)}.`) && /^\d+-[0-9a-f]{8}\.tmp$/.test(name.slice((0,external_node_path_.basename)(path).length + 1));
    for (const name of (await (0,promises_.readdir)(folder)).filter(isDraft)) {
        const found = await (0,promises_.stat)((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > staleMs)
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    }
}
//# sourceMappingURL=write-whole.js.map

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

/***/ }),

/***/ 439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   error: () => (/* binding */ error),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* unused harmony export group */
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _output_log_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4706);
/* harmony import */ var _output_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(653);



// The only module that writes to the runner. It uses the names of @actions/core and makes every text safe: a message
// may quote a scenario, a branch or a server's answer.

/** Prints a line of the log. */
function info(message) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(safe(message));
}
function notice(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(safe(message), safeProperties(properties));
}
function warning(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(safe(message), safeProperties(properties));
}
function error(message, properties = {}) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(safe(message), safeProperties(properties));
}
/** Folds the log lines of `work` under a name. */
function group(name, work) {
    return core.group(onOneLine(name), work);
}
/** Sets an output of the step. */
function setOutput(name, value) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, typeof value === 'string' ? (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(value) : value);
}
function safeProperties({ title, file, ...place }) {
    return {
        ...place,
        ...(title === undefined ? {} : { title: onOneLine(title) }),
        ...(file === undefined ? {} : { file: (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(file) }),
    };
}
function safe(message) {
    // Redact again: logText may have removed characters from inside a secret.
    return (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)((0,_output_log_text_js__WEBPACK_IMPORTED_MODULE_1__/* .logText */ .kc)((0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(message)));
}
function onOneLine(text) {
    return safe(text).replaceAll('\n', ' ');
}
//# sourceMappingURL=runner-log.js.map

/***/ }),

/***/ 4706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
/* unused harmony exports screenText, jsonText */
/* harmony import */ var _report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7793);

const esc = '\u001b';
/** Colours and dimming that memory-bench itself sets; they cannot move the cursor or hide text. */
const colours = new RegExp(`${esc}\\[(?:0|1|2|22|3[0-79])m`, 'g');
/** A private-use character that replaces ESC while other control characters are removed. */
const held = '\uf8ff';
/**
 * Text that is safe in a log and on a terminal, whatever it quotes. It has no control character except the line feed,
 * no invisible or bidirectional character, and no line that a GitHub runner takes for a command. The runner looks for
 * `::` at the start of a line and for `##[` anywhere in one, so a space is put between the two characters.
 */
function logText(text) {
    return withoutCommands((0,_report_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .w)(text));
}
/** Like logText, but keeps memory-bench's own colours. */
function screenText(text) {
    const marked = text.replaceAll(held, '').replaceAll(colours, (code) => `${held}${code.slice(1)}`);
    return logText(marked)
        .replaceAll(new RegExp(`${held}(?=\\[\\d+m)`, 'g'), esc)
        .replaceAll(held, '');
}
/** Equivalent JSON that is safe in a log: characters that logText would change are written as `\uXXXX`. */
function jsonText(json) {
    return json
        .replaceAll(/##\[/g, '#\\u0023[')
        .replaceAll(/[^\P{C}\n]|\p{Zl}|\p{Zp}/gu, (character) => [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''));
}
function withoutCommands(text) {
    return text.replaceAll(/^(\s*:)(?=:)/gm, '$1 ').replaceAll(/##(?=\[)/g, '# #');
}
//# sourceMappingURL=log-text.js.map

/***/ }),

/***/ 7793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Untrusted text, made safe for a terminal and a log. It has no escape sequence, no control character except the line
 * feed, and no invisible character that reverses or hides what follows. Every kind of line end becomes a line feed.
 */
function plainText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replaceAll(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(invisible, '');
}
/** Control and format characters, except the line feed and the signs of Arabic and Indic numbers. */
const invisible = /[[\p{Cc}\p{Cf}]--[\n\u0600-\u0605\u06dd\u08e2\u{110bd}\u{110cd}]]/gv;
//# sourceMappingURL=plain-text.js.map

/***/ }),

/***/ 4205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ toolEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5183);




/** Variables any program may need to start, find its files and print; those from SystemRoot on are for Windows. */
const basics = /^(PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_[A-Z]+|TZ|LD_LIBRARY_PATH|DYLD_[A-Z_]+|SystemRoot|windir|SystemDrive|ComSpec|PATHEXT|TEMP|TMP|USERPROFILE|USERNAME|APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles.*)$/i;
/** A proxy's address may contain a password, so only programs that use the network get it. */
const network = /^((https?|all|no|ftp)_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS)$/i;
/** All but credentials: plugins, contexts and credential helpers read variables that memory-bench cannot know. */
const docker = /./;
const needed = {
    docker: [network, docker],
    // The location of the repository and of the settings; not settings themselves, which may contain credentials.
    git: [
        /^(GIT_(DIR|WORK_TREE|COMMON_DIR|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM))|XDG_CONFIG_HOME)$/,
    ],
    // It removes containers.
    guardian: [docker],
    'model-download': [network],
    npm: [network, /^(npm_config_.+|NODE_OPTIONS|XDG_.+)$/i],
    profiler: [/^(DEBUGINFOD_.+|VALGRIND_LIB|XDG_CACHE_HOME)$/],
    tar: [],
};
/** Variables that contain a credential but are passed on, because the tool cannot work without them. */
const neededSecrets = {
    docker: /^(DOCKER_AUTH_CONFIG|SSH_AUTH_SOCK)$/,
    guardian: /^SSH_AUTH_SOCK$/,
    npm: /^npm_config_.+$/i,
};
/** The environment of a tool: only those of memory-bench's variables that it needs. */
function toolEnvironment(tool, environment = process.env) {
    const patterns = [basics, ...needed[tool]];
    const named = tool === 'npm' ? namedInNpmrc(environment) : new Set();
    const passed = Object.entries(environment).filter(([name]) => named.has(name) ||
        (patterns.some((pattern) => pattern.test(name)) &&
            (!(0,_output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecretName */ .e)(name) || neededSecrets[tool]?.test(name) === true)));
    return Object.fromEntries(passed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
/** Variables that npm's own configuration refers to, such as `${NODE_AUTH_TOKEN}` in the file of actions/setup-node. */
function namedInNpmrc(environment) {
    const given = (setting) => Object.entries(environment).find(([name]) => name.toLowerCase() === `npm_config_${setting}`)?.[1];
    const files = [given('userconfig') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.HOME ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.npmrc'), given('globalconfig')].filter((path) => path !== undefined);
    return new Set(files.flatMap((path) => [...textOf(path).matchAll(/\$\{([^}?]+)\??\}/g)].map(([, name = '']) => name)));
}
function textOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        // npm works without the file, too.
        return '';
    }
}
//# sourceMappingURL=tool-environment.js.map

/***/ })

};
