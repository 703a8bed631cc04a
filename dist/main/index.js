import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 16346:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _config_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(47917);
/* harmony import */ var _config_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(39252);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(88093);
/* harmony import */ var _github_exit_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(94998);
/* harmony import */ var _leave_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(15569);
/* harmony import */ var _output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(35183);
/* harmony import */ var _output_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(50653);
/* harmony import */ var _package_root_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(18963);
/* harmony import */ var _services_address_space_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9432);










// An uncaught exception must not exit with Node's status 1, which means a failed verdict.
process.on('uncaughtException', (error) => (0,_github_exit_js__WEBPACK_IMPORTED_MODULE_4__/* .tellOnRunner */ .D)(error).then(process.exit));
(0,_leave_js__WEBPACK_IMPORTED_MODULE_8__/* .leave */ .q)(await main().catch(_github_exit_js__WEBPACK_IMPORTED_MODULE_4__/* .tellOnRunner */ .D));
async function main() {
    (0,_services_address_space_js__WEBPACK_IMPORTED_MODULE_7__/* .requireAddressSpace */ .c)();
    (0,_output_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .keepSecret */ .gz)(...(0,_output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .secretsIn */ .V)(process.env));
    const settings = await (0,_config_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readActionInputs */ .U)(process.env);
    (0,_config_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .withdrawInputs */ .o0)(process.env);
    const { name, version } = (0,_package_root_js__WEBPACK_IMPORTED_MODULE_6__/* .ownPackage */ .nl)();
    process.stdout.write(`${name} ${version}: the inputs are in order\n`);
    // The GitHub client is large: load it lazily so that input errors surface first.
    const [{ checkOnRunner }, { readContext }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(838), __nccwpck_require__.e(998), __nccwpck_require__.e(223), __nccwpck_require__.e(670), __nccwpck_require__.e(848), __nccwpck_require__.e(949)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83949)),
        Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(963)]).then(__nccwpck_require__.bind(__nccwpck_require__, 42963)),
    ]);
    const ledger = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(process.env.RUNNER_TEMP ?? settings.config.out, `memory-bench-${process.pid}.ledger`);
    return (await checkOnRunner(settings, readContext(process.env), ledger)) ? _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExitCode */ .yU.ok : _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ExitCode */ .yU.verdict;
}
//# sourceMappingURL=action.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 88287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ failOnKinds),
/* harmony export */   N: () => (/* binding */ defaultFailOn)
/* harmony export */ });
/**
 * Kinds of finding that can fail a run. `baseline`: the run should have had a baseline and got none. `skipped`: a
 * selected case, a pass or a metric was not measured.
 */
const failOnKinds = ['budget', 'regression', 'leak', 'error', 'missing', 'baseline', 'skipped'];
/** Kinds that fail a run unless the settings say otherwise. */
const defaultFailOn = failOnKinds.filter((kind) => kind !== 'skipped');
//# sourceMappingURL=verdict.js.map

/***/ }),

/***/ 47917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  U: () => (/* binding */ readActionInputs)
});

// UNUSED EXPORTS: readCommentInputs

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/src/compare/verdict.js
var verdict = __nccwpck_require__(88287);
// EXTERNAL MODULE: ./lib/src/errors.js + 1 modules
var errors = __nccwpck_require__(88093);
// EXTERNAL MODULE: ./lib/src/results/selection.js
var selection = __nccwpck_require__(78765);
// EXTERNAL MODULE: ./lib/src/config/inputs.js
var config_inputs = __nccwpck_require__(39252);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./lib/src/results/bounded-json.js
var bounded_json = __nccwpck_require__(65917);
;// CONCATENATED MODULE: ./lib/src/config/parse-config.js

/** Maximum length of a configuration, in characters. */
const longest = 1024 * 1024;
const jsonLimits = { bytes: 3 * longest, depth: 64, containers: 50_000, elements: 10_000, fields: 10_000 };
/**
 * Parses the JSON of a configuration.
 * @throws Error that says what is wrong.
 */
function parseConfigJson(text) {
    return (0,bounded_json/* parseBoundedJson */.R)(text, jsonLimits);
}
/**
 * Parses the YAML of a configuration. Refuses aliases that multiply. Prints no warnings, because they quote the text
 * and a log line must not begin with it.
 * @throws Error that says what is wrong.
 */
async function parseConfigYaml(text) {
    if (text.length > longest)
        throw new Error(`it has more than ${longest} characters`);
    const { parse } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38815, 19));
    return parse(text, { logLevel: 'error', maxAliasCount: 100 });
}
//# sourceMappingURL=parse-config.js.map
;// CONCATENATED MODULE: ./lib/src/config/leg.js



/** Maximum length of a leg that is shown, in characters. */
const longestLeg = 200;
/** Maximum nesting of JSON strings in JSON: more than any workflow writes by mistake. */
const mostLayers = 3;
const remedy = 'Give plain text (`node-22`), lines or a comma list of `key=value`, or a JSON object, which toJSON(matrix) is; ' +
    'without a matrix, leave the input out.';
/**
 * The matrix leg that the input `matrix` names, for display: `{"node":22,"os":"ubuntu-24.04"}` becomes
 * `node 22, os ubuntu-24.04`. Empty without a matrix.
 * @throws UsageError if the text does not name a leg.
 */
function legOf(input) {
    return shortened(read(input ?? '', mostLayers));
}
function read(text, layers) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed === 'null')
        return '';
    // A number stays as it is written: 3.10 is not 3.1.
    if (!/^["[{]/.test(trimmed))
        return plain(trimmed);
    const value = parse(trimmed);
    // `toJSON(inputs.matrix)` of an input that is JSON itself.
    if (typeof value === 'string')
        return layers === 0 ? refuse('is nested too deeply') : read(value, layers - 1);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return refuse('is a JSON list');
    return inWords(Object.entries(value));
}
function parse(text) {
    try {
        return parseConfigJson(text);
    }
    catch (cause) {
        return refuse(`begins as JSON and is not JSON: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
}
function plain(text) {
    // Line breaks and commas only separate pairs: `node=22, os=linux`.
    const parts = text.split(/[\n\r,]+/).map((part) => part.trim());
    const pairs = parts.filter((part) => part !== '').map((part) => /^([^\s=]+)\s*=\s*(.*)$/s.exec(part));
    if (pairs.every((pair) => pair !== null))
        return inWords(pairs.map(([, name = '', value = '']) => [name, value]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
    if (/[\u0000-\u001f\u007f]/.test(text))
        return refuse('has a line break or another control character');
    return text;
}
function inWords(entries) {
    return entries.map(([name, part]) => `${name} ${typeof part === 'string' ? part : JSON.stringify(part)}`).join(', ');
}
function shortened(leg) {
    // Cut by characters: half a surrogate pair is not valid text.
    const characters = [...leg.toWellFormed()];
    if (characters.length <= longestLeg)
        return characters.join('');
    // Two legs may differ only in the part that is cut off.
    const hash = (0,external_node_crypto_.createHash)('sha256').update(leg).digest('hex').slice(0, 8);
    return `${characters.slice(0, longestLeg).join('')} ${hash}`;
}
function refuse(problem, cause) {
    throw new errors/* UsageError */.eb(`the input matrix ${problem}`, { remedy, cause });
}
//# sourceMappingURL=leg.js.map
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: ./lib/src/output/environment-secrets.js
var environment_secrets = __nccwpck_require__(35183);
// EXTERNAL MODULE: ./lib/src/output/secrets.js + 1 modules
var secrets = __nccwpck_require__(50653);
// EXTERNAL MODULE: ./lib/src/package-root.js
var package_root = __nccwpck_require__(18963);
// EXTERNAL MODULE: ./lib/src/results/limits.js
var limits = __nccwpck_require__(38371);
;// CONCATENATED MODULE: ./lib/src/config/config.js
/**
 * Always github.com, even if the workflow runs on an Enterprise Server: there, `qdrant/qdrant` may belong to anyone,
 * and its owner would supply the program.
 */
const qdrantReleases = { url: 'https://api.github.com' };
//# sourceMappingURL=config.js.map
// EXTERNAL MODULE: ./lib/src/config/environment-variables.js
var environment_variables = __nccwpck_require__(29240);
// EXTERNAL MODULE: ./lib/src/config/nearest-name.js
var nearest_name = __nccwpck_require__(81663);
;// CONCATENATED MODULE: ./lib/src/config/qdrant-source.js



/** Version of the embedded server, and default version of the release or image. */
const defaultQdrantVersion = '1.16.3';
/**
 * Resolves the source of the servers. Flags that name a source replace all of the file's settings, except the version
 * and the address that the source `url` needs.
 * @throws UsageError if settings are missing, unusable or mutually exclusive.
 */
function qdrantSource(flags, file, { apiKey, order }) {
    const isNamed = (flags.source ?? flags.url ?? flags.binary) !== undefined;
    const { source: kind = 'auto', url, binary } = isNamed ? withAddress(flags, file) : file;
    if (url !== undefined && binary !== undefined) {
        throw new errors/* UsageError */.eb('a URL and a program of your own exclude each other (qdrant-url, qdrant-binary)', {
            remedy: 'Give one of them.',
        });
    }
    const version = checkVersion(flags.version ?? file.version ?? defaultQdrantVersion);
    if (kind === 'url' && url === undefined) {
        throw new errors/* UsageError */.eb('the Qdrant source url was chosen, but no URL was given', {
            remedy: 'Give it with qdrant-url, such as http://127.0.0.1:6333.',
        });
    }
    if (kind !== 'auto' && kind !== 'url' && (url ?? binary) !== undefined) {
        throw new errors/* UsageError */.eb(`the Qdrant source ${kind} and a URL or program of your own exclude each other`, {
            remedy: 'Leave one of them out.',
        });
    }
    if (binary !== undefined)
        return { kind: 'binary', path: binary };
    if (url !== undefined)
        return urlSource(url, apiKey);
    if (kind === 'auto')
        return { kind, version, order };
    if (kind === 'release' || kind === 'docker')
        return { kind, version };
    return { kind: kind === 'none' ? 'none' : 'embedded' };
}
function withAddress(flags, file) {
    return flags.source === 'url' && flags.binary === undefined ? { ...flags, url: flags.url ?? file.url } : flags;
}
function urlSource(url, apiKey) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new errors/* UsageError */.eb(`qdrant-url ${withoutPassword(url)} is no http(s) URL`, {
            remedy: 'Such as http://127.0.0.1:6333.',
        });
    }
    (0,secrets/* keepSecret */.gz)(...(0,environment_secrets/* secretsIn */.V)({ url }));
    return { kind: 'url', url, apiKey: apiKey ?? process.env.QDRANT_API_KEY };
}
/** Masks a password in an address: it may be too short for the redaction elsewhere to recognise. */
function withoutPassword(url) {
    return url.replace(/\/\/[^/]*@/, '//***@');
}
function checkVersion(version) {
    const bare = version.replace(/^v/, '');
    if (/^\d+\.\d+\.\d+$/.test(bare))
        return bare;
    throw new errors/* UsageError */.eb(`${version} is no version of Qdrant`, {
        remedy: `Give three numbers, such as ${defaultQdrantVersion}.`,
    });
}
//# sourceMappingURL=qdrant-source.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./lib/src/config/read-config-file.js




const scripts = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
const extensions = [...scripts, '.json', '.yml', '.yaml'];
/** Default name of the configuration file, without its extension. */
const configName = 'memory-bench.config';
/** All default names, for flags and remedies. */
const configNames = (/* unused pure expression or super */ null && (`${configName}.{${extensions.map((extension) => extension.slice(1)).join(',')}}`));
/**
 * Reads the named configuration file, else the one in the working directory. Returns an empty one without either.
 * @throws UsageError if the file is missing, unreadable or invalid, or if the working directory has several;
 * InterruptedError when the read is cancelled.
 */
async function readConfigFile(named, workingDirectory) {
    const path = named === undefined ? soleConfig(workingDirectory) : (0,external_node_path_.resolve)(workingDirectory, named);
    if (path === undefined)
        return { file: {}, folder: workingDirectory, path };
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new errors/* UsageError */.eb(`cannot read the configuration ${path}: there is no such file`, { remedy: 'Check --config.' });
    }
    const raw = await parsed(path, workingDirectory);
    // Load the schemas only if there is a file to check, so that the action starts quickly.
    const [{ configFileSchema }, { explain }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(670), __nccwpck_require__.e(377)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9670)), Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(482)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19482))]);
    const checked = configFileSchema.safeParse(raw);
    if (checked.success)
        return { file: checked.data, folder: (0,external_node_path_.dirname)(path), path };
    throw new errors/* UsageError */.eb(`the configuration ${path} has a mistake:\n${explain(checked.error, configFileSchema, raw)}`, {
        remedy: 'Its fields are in schema/config.schema.json of this package.',
    });
}
function soleConfig(folder) {
    const [found, other] = extensions
        .map((extension) => (0,external_node_path_.join)(folder, `${configName}${extension}`))
        .filter((path) => (0,external_node_fs_.existsSync)(path));
    if (found === undefined || other === undefined)
        return found;
    throw new errors/* UsageError */.eb(`there are two configurations: ${found} and ${other}`, {
        remedy: 'Keep one of them, or name it with --config.',
    });
}
async function parsed(path, workingDirectory) {
    const extension = (0,external_node_path_.extname)(path);
    if (scripts.includes(extension))
        return (await Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(998), __nccwpck_require__.e(848), __nccwpck_require__.e(301)]).then(__nccwpck_require__.bind(__nccwpck_require__, 81301))).readScript(path, workingDirectory);
    if (!extensions.includes(extension)) {
        throw new errors/* UsageError */.eb(`the configuration ${path} is in no format that is known here`, {
            remedy: `Its name has to end with one of ${extensions.join(', ')}.`,
        });
    }
    try {
        const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
        const value = extension === '.json' ? parseConfigJson(text) : await parseConfigYaml(text);
        // A YAML file that has only comments.
        return value === null && extension !== '.json' ? {} : value;
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`cannot read the configuration ${path}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: `It has to be ${extension === '.json' ? 'JSON' : 'YAML'}; its fields are in schema/config.schema.json.`,
            cause,
        });
    }
}
//# sourceMappingURL=read-config-file.js.map
;// CONCATENATED MODULE: ./lib/src/config/load.js














/** Defaults on a developer's machine: use what is installed before downloading anything. */
function deskSurroundings(workingDirectory) {
    return {
        workingDirectory,
        nodePath: process.execPath,
        packagesFolder: packageRoot,
        cacheDir: process.env.MEMORY_BENCH_CACHE_DIR ?? defaultCacheDir(),
        automaticQdrant: ['embedded', 'release', 'docker'],
    };
}
/**
 * Builds one typed Config from defaults, then the config file, then flags.
 * @throws UsageError that names the field or flag, and its legal values if they can be listed.
 */
async function loadConfig(flags, surroundings) {
    const { workingDirectory } = surroundings;
    (0,secrets/* keepSecret */.gz)(flags.qdrantApiKey);
    const { file, folder, path: filePath } = await readConfigFile(flags.config, workingDirectory);
    const fromFile = (path) => (0,external_node_path_.resolve)(folder, path);
    const fromHere = (path) => (0,external_node_path_.resolve)(workingDirectory, path);
    const suite = flags.suite ?? file.suite ?? 'standard';
    if (!(0,selection/* isSuiteName */.kV)(suite)) {
        throw new errors/* UsageError */.eb(`there is no suite ${suite}`, { remedy: (0,nearest_name/* legalNames */.kK)(suite, Object.keys(selection/* suites */.CW)) });
    }
    const repeats = checkRepeats('repeats', flags.repeats) ?? file.repeats ?? selection/* suites */.CW[suite].repeats;
    const timeoutMinutes = flags.timeoutMinutes ?? file.timeoutMinutes ?? surroundings.timeoutMinutes;
    const path = (inFlag, inFile) => inFlag !== undefined ? fromHere(inFlag) : inFile === undefined ? undefined : fromFile(inFile);
    const baseline = path(flags.baseline, file.baseline);
    const env = (0,environment_variables/* settableVariables */.AQ)({ ...textsOf(file.env), ...(0,environment_variables/* readVariables */.Ch)(flags.env ?? []) });
    (0,secrets/* keepSecret */.gz)(...(0,environment_secrets/* secretsIn */.V)(env));
    return {
        workingDirectory,
        commit: surroundings.commit,
        nodePath: path(flags.nodePath, file.nodePath) ?? surroundings.nodePath,
        env,
        packagesFolder: surroundings.packagesFolder,
        suite,
        ...measuredFrom(flags.scenarios?.map(builtInOr(fromHere)), {
            scenarios: file.scenarios?.map(builtInOr(fromFile)),
            commands: file.commands,
        }),
        isNarrowed: (flags.scenarios ?? []).length > 0 && (file.scenarios ?? file.commands) !== undefined,
        file: filePath,
        filter: checkPattern(flags.filter ?? file.filter),
        tags: flags.tag ?? file.tags ?? [],
        // An explicit --tag also selects cases that the file's skipTags would leave out.
        skipTags: flags.skipTag ?? (file.skipTags ?? []).filter((tag) => !flags.tag?.includes(tag)),
        repeats,
        maxRepeats: mostRepeats(checkRepeats('max-repeats', flags.maxRepeats), repeats) ??
            Math.max(file.maxRepeats ?? Math.min(extraFactor * repeats, limits/* limits */.F.repeats), repeats),
        profile: flags.profile ?? file.profile ?? 'default',
        qdrant: qdrantSource(wishOf(flags), wishIn(file, fromFile), {
            apiKey: flags.qdrantApiKey,
            order: surroundings.automaticQdrant,
        }),
        releases: qdrantReleases,
        model: flags.model ?? (file.model && modelFrom(file.model, fromFile)) ?? 'all-MiniLM-L6-v2',
        require: flags.require ?? file.require ?? [],
        baseline: baseline ?? fromHere('baselines'),
        baselineRequired: baseline !== undefined,
        updateBaseline: flags.updateBaseline ?? false,
        leaks: flags.leaks !== false && (file.leaks ?? true),
        sites: flags.sites ?? file.sites ?? 'changed',
        profiler: flags.profiler ?? file.profiler,
        out: path(flags.out, file.out) ?? fromHere('.memory-bench'),
        resume: flags.resume ?? false,
        timeLimitMs: timeoutMinutes === undefined ? undefined : Math.round(timeoutMinutes * 60_000),
        failOn: flags.failOn ?? file.failOn ?? verdict/* defaultFailOn */.N,
        json: flags.json ?? false,
        cacheDir: fromHere(flags.cacheDir ?? surroundings.cacheDir),
        budgets: laidOver('budgets', file.budgets, flags.budgets),
        thresholds: laidOver('thresholds', file.thresholds, flags.thresholds),
    };
}
/** Puts the flags' globs last, so that they win. For a glob in both, flags override only the metrics they name. */
function laidOver(name, ofFile = {}, ofFlags = {}) {
    const alone = Object.entries(ofFile).filter(([glob]) => !Object.hasOwn(ofFlags, glob));
    const over = Object.entries(ofFlags).map(([glob, limits]) => [glob, { ...ofFile[glob], ...limits }]);
    const all = [...alone, ...over];
    if (all.length > limits/* limits */.F.globs) {
        throw new errors/* UsageError */.eb(`there are ${all.length} globs in ${name}; there can be ${limits/* limits */.F.globs}`, {
            remedy: 'Let one glob stand for several cases.',
        });
    }
    return Object.fromEntries(all);
}
/** Default maximum samples of a case that stays inconclusive, as a multiple of the planned samples. */
const extraFactor = 4;
function checkRepeats(name, given) {
    if (given === undefined || given <= limits/* limits */.F.repeats)
        return given;
    throw new errors/* UsageError */.eb(`${name} is ${given}; a case can have ${limits/* limits */.F.repeats} samples`, {
        remedy: `Use ${limits/* limits */.F.repeats} or fewer.`,
    });
}
function mostRepeats(given, repeats) {
    if (given === undefined || given >= repeats)
        return given;
    throw new errors/* UsageError */.eb(`at most ${given} samples a case, but ${repeats} are planned`, {
        remedy: 'Let max-repeats be as many as repeats (then no case gets more than planned), or more.',
    });
}
function wishOf(flags) {
    return { source: flags.qdrant, version: flags.qdrantVersion, url: flags.qdrantUrl, binary: flags.qdrantBinary };
}
function wishIn({ qdrant = {} }, toPath) {
    if (typeof qdrant === 'string')
        return { source: qdrant };
    return qdrant.binary === undefined ? qdrant : { ...qdrant, binary: toPath(qdrant.binary) };
}
/** In YAML `MALLOC_ARENA_MAX: 2` is a number. */
function textsOf(variables = {}) {
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}
const builtInOr = (toPath) => (path) => path === 'builtin' ? package_root/* builtInScenarios */.$A : toPath(path);
/** A model is a name, or a directory relative to the file that names it. */
function modelFrom(model, toPath) {
    return /[/\\]/.test(model) ? toPath(model) : model;
}
/** Scenarios that a flag names are the only ones. A file can have scenarios, commands or both. */
function measuredFrom(named = [], { scenarios = [], commands = [] }) {
    if (named.length > 0)
        return { scenarios: named, commands: [] };
    return { scenarios: scenarios.length + commands.length === 0 ? [package_root/* builtInScenarios */.$A] : scenarios, commands };
}
function checkPattern(pattern) {
    if (pattern !== undefined && pattern.length > limits/* limits */.F.filter) {
        throw new errors/* UsageError */.eb(`the filter has ${pattern.length} characters; it can have ${limits/* limits */.F.filter}`, {
            remedy: 'Use tags, or a shorter regular expression.',
        });
    }
    try {
        if (pattern !== undefined)
            new RegExp(pattern);
        return pattern;
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`the filter ${pattern} is no regular expression: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Give a JavaScript regular expression on the case id, such as "^search/".',
        });
    }
}
function defaultCacheDir() {
    return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'memory-bench');
}
//# sourceMappingURL=load.js.map
// EXTERNAL MODULE: ./lib/src/config/profilers.js
var profilers = __nccwpck_require__(70459);
// EXTERNAL MODULE: ./lib/src/config/qdrant-kinds.js
var qdrant_kinds = __nccwpck_require__(3557);
// EXTERNAL MODULE: ./lib/src/config/runner-config.js
var runner_config = __nccwpck_require__(13210);
// EXTERNAL MODULE: ./lib/src/config/site-modes.js
var site_modes = __nccwpck_require__(46811);
;// CONCATENATED MODULE: ./lib/src/config/action-inputs.js












const namePattern = /^[A-Za-z0-9._-]{1,80}$/;
const nameRemedy = 'Use up to 80 letters, digits, dots, hyphens and underscores.';
/**
 * Reads the action's inputs and the configuration file that they override into one typed configuration.
 * @throws UsageError that names the input, and its legal values if they can be listed.
 */
async function readActionInputs(environment) {
    const inputs = new config_inputs/* Inputs */.G0(environment);
    const config = await loadConfig({
        config: inputs.text('config'),
        suite: inputs.oneOf('suite', Object.keys(selection/* suites */.CW)),
        scenarios: inputs.lines('scenarios'),
        filter: inputs.text('filter'),
        repeats: inputs.wholeNumber('repeats', 1),
        maxRepeats: inputs.wholeNumber('max-repeats', 1),
        sites: inputs.oneOf('sites', site_modes/* siteModes */.O),
        profiler: inputs.oneOf('profiler', profilers/* profilers */.V),
        qdrant: inputs.oneOf('qdrant', qdrant_kinds/* qdrantKinds */.w),
        qdrantVersion: inputs.text('qdrant-version'),
        qdrantUrl: inputs.text('qdrant-url'),
        qdrantApiKey: inputs.text('qdrant-api-key'),
        model: inputs.text('model'),
        baseline: inputs.text('baseline-path'),
        failOn: inputs.listOf('fail-on', verdict/* failOnKinds */.B),
        nodePath: inputs.text('node-path'),
        timeoutMinutes: inputs.minutes('timeout-minutes'),
        env: inputs.lines('env'),
        budgets: await yamlInput(inputs, 'budgets'),
        thresholds: await yamlInput(inputs, 'thresholds'),
    }, runnerSurroundings(environment, inputs));
    return {
        config,
        leg: legOf(inputs.text('matrix')),
        baseline: {
            source: inputs.oneOf('baseline', runner_config/* baselineSources */.AZ) ?? 'auto',
            branches: inputs.lines('baseline-branch') ?? [],
            update: inputs.oneOf('update-baseline', runner_config/* updateModes */.qg) ?? 'auto',
            commit: inputs.flag('baseline-commit') ?? false,
            waitMs: (inputs.wholeNumber('baseline-wait-minutes', 0) ?? 10) * 60_000,
        },
        comment: {
            when: inputs.oneOf('comment', runner_config/* commentModes */.sw) ?? 'auto',
            key: inputs.matching('comment-key', namePattern, nameRemedy) ?? 'default',
        },
        summary: inputs.flag('summary') ?? true,
        artifacts: {
            prefix: inputs.matching('artifact-name', namePattern, nameRemedy) ?? 'memory-bench',
            retentionDays: inputs.wholeNumber('retention-days', 1),
        },
        token: requireToken(inputs),
    };
}
/**
 * Reads the inputs of the `comment` action.
 * @throws UsageError that names the input, and its legal values if they can be listed.
 */
function readCommentInputs(environment) {
    const inputs = new Inputs(environment);
    return {
        baseline: {
            source: inputs.oneOf('baseline', baselineSources) ?? 'auto',
            branches: inputs.lines('baseline-branch') ?? [],
            path: inputs.text('baseline-path') ?? 'baselines',
        },
        when: inputs.oneOf('comment', ['always', 'changes']) ?? 'always',
        artifacts: { prefix: inputs.matching('artifact-name', namePattern, nameRemedy) ?? 'memory-bench' },
        token: requireToken(inputs),
    };
}
/** Defaults on a runner: try the official Qdrant release before the embedded server, and measure setup-node's Node. */
function runnerSurroundings(environment, inputs) {
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const workingDirectory = (0,external_node_path_.resolve)(workspace, inputs.text('working-directory') ?? '.');
    const toolCache = environment.RUNNER_TOOL_CACHE ?? environment.RUNNER_TEMP ?? (0,external_node_path_.join)(workspace, '.memory-bench');
    return {
        workingDirectory,
        commit: environment.GITHUB_SHA,
        nodePath: 'node',
        // Replaced once the runtime is installed; nothing is resolved before that.
        packagesFolder: workingDirectory,
        cacheDir: (0,external_node_path_.join)(toolCache, 'memory-bench'),
        timeoutMinutes: 60,
        automaticQdrant: ['release', 'embedded', 'docker'],
    };
}
async function yamlInput(inputs, name) {
    const text = inputs.text(name);
    if (text === undefined)
        return undefined;
    const [{ configFileSchema }, { explain }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(670), __nccwpck_require__.e(377)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9670)), Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(482)]).then(__nccwpck_require__.bind(__nccwpck_require__, 19482))]);
    let value;
    try {
        value = await parseConfigYaml(text);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`the input ${name} is not YAML: ${(0,errors/* messageOf */.bD)(cause)}`, { remedy: exampleOf(name), cause });
    }
    const schema = configFileSchema.shape[name].unwrap();
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new errors/* UsageError */.eb(`the input ${name} has a mistake:\n${explain(parsed.error, schema, value)}`, {
        remedy: exampleOf(name),
    });
}
function exampleOf(name) {
    return name === 'budgets'
        ? 'Such as `"search/**": { peak_rss_mb: 320 }`, one glob a line.'
        : 'Such as `"leak/*": { rss_delta_mb: { absolute: 2, relativePercent: 10 } }`, one glob a line.';
}
function requireToken(inputs) {
    const token = inputs.text('github-token');
    if (token !== undefined)
        return token;
    throw new errors/* UsageError */.eb('the input github-token is empty', {
        remedy: 'Leave it out, which takes the token of the job, or give one that is set.',
    });
}
//# sourceMappingURL=action-inputs.js.map

/***/ }),

/***/ 29240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ settableVariables),
/* harmony export */   Ch: () => (/* binding */ readVariables),
/* harmony export */   cG: () => (/* binding */ variableName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(88093);
/* harmony import */ var _services_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(13817);


/** Legal names for variables of the measured process. */
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/**
 * Parses `NAME=VALUE` lines into variables; the last value of a name wins.
 * @throws UsageError for any other line. The message shows no value, because it may be a secret.
 */
function readVariables(lines) {
    return Object.fromEntries(lines.map((line, index) => {
        const end = line.indexOf('=');
        const name = line.slice(0, end);
        if (end > 0 && variableName.test(name))
            return [name, line.slice(end + 1)];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the environment variable number ${index + 1} of env is not written as NAME=VALUE`, {
            remedy: 'Such as MALLOC_ARENA_MAX=2; a name has letters, digits and underscores.',
        });
    }));
}
/**
 * Returns the variables if all of them can be set in the measured process.
 * @throws UsageError for a variable that memory-bench sets itself, and for a value that no process can have.
 */
function settableVariables(variables) {
    for (const [name, value] of Object.entries(variables)) {
        if (_services_child_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .ownVariables */ .uk.includes(name)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the environment variable ${name} of the measured process cannot be set with env`, {
                remedy: 'memory-bench fixes TZ and LANG. It passes PATH, HOME, TMPDIR, LD_LIBRARY_PATH, LD_PRELOAD and certificate ' +
                    'settings on from its own environment: set them there.',
            });
        }
        if (value.includes('\0')) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the environment variable ${name} has a NUL character in it`, { remedy: 'Leave it out.' });
        }
    }
    return variables;
}
//# sourceMappingURL=environment-variables.js.map

/***/ }),

/***/ 39252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ Inputs),
/* harmony export */   Mp: () => (/* binding */ limitInMinutes),
/* harmony export */   o0: () => (/* binding */ withdrawInputs)
/* harmony export */ });
/* unused harmony exports isLimitInMinutes, minutesRemedy */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(88093);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(81663);


/** Range that a timer accepts, in minutes. */
const limitInMinutes = { least: 0.001, most: 30_000 };
/** Whether a timer accepts this many minutes. */
function isLimitInMinutes(minutes) {
    return minutes >= limitInMinutes.least && minutes <= limitInMinutes.most;
}
const minutesRemedy = `It has to be a number of minutes from ${limitInMinutes.least} to ${limitInMinutes.most}.`;
/** Reads inputs one by one. Errors name the input that cannot be used. */
class Inputs {
    #environment;
    constructor(environment) {
        this.#environment = environment;
    }
    /** Undefined if the input is empty or absent. */
    text(name) {
        const value = this.#environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
        return value === '' ? undefined : value;
    }
    /** The non-empty lines of an input. */
    lines(name) {
        const lines = this.text(name)
            ?.split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '');
        return lines?.length === 0 ? undefined : lines;
    }
    oneOf(name, legal) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const found = legal.find((candidate) => candidate === value);
        return found ?? this.refuse(name, value, (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .legalNames */ .kK)(value, legal));
    }
    /** A comma-separated list; `none` is the empty list. */
    listOf(name, legal) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        if (value === 'none')
            return [];
        return value.split(',').map((part) => {
            const found = legal.find((candidate) => candidate === part.trim());
            return found ?? this.refuse(name, part.trim(), (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .legalNames */ .kK)(part.trim(), legal, ', or none alone'));
        });
    }
    /** A boolean, as YAML 1.2 reads it. */
    flag(name) {
        const value = this.oneOf(name, ['true', 'True', 'TRUE', 'false', 'False', 'FALSE']);
        return value === undefined ? undefined : value.toLowerCase() === 'true';
    }
    wholeNumber(name, least) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        const number = Number(value);
        return Number.isInteger(number) && number >= least
            ? number
            : this.refuse(name, value, `It has to be a whole number from ${least}.`);
    }
    /** @see isLimitInMinutes */
    minutes(name) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        return isLimitInMinutes(Number(value)) ? Number(value) : this.refuse(name, value, minutesRemedy);
    }
    matching(name, pattern, remedy) {
        const value = this.text(name);
        return value === undefined || pattern.test(value) ? value : this.refuse(name, value, remedy);
    }
    /** @throws UsageError */
    refuse(name, value, remedy) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`the input ${name} cannot be ${JSON.stringify(value)}`, { remedy });
    }
}
/**
 * Removes the inputs from an environment after they are read. Programs that GitHub's own clients start, such as tar for
 * the cache, inherit the whole environment.
 */
function withdrawInputs(environment) {
    for (const name of Object.keys(environment)) {
        if (name.startsWith('INPUT_'))
            delete environment[name];
    }
}
//# sourceMappingURL=inputs.js.map

/***/ }),

/***/ 81663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   kK: () => (/* binding */ legalNames)
/* harmony export */ });
/* unused harmony exports nearestName, editDistance */
/**
 * Returns the name in `names` that `written` was probably meant to be. Undefined if none is near: at most a third of
 * the letters may be wrong, because a wrong suggestion is worse than none.
 */
function nearestName(written, names) {
    if (written.length > longestName)
        return undefined;
    let nearest;
    for (const name of names) {
        const distance = editDistance(written.toLowerCase(), name.toLowerCase());
        const limit = Math.floor(Math.max(written.length, name.length) / 3);
        if (distance <= limit && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
            nearest = { name, distance };
    }
    return nearest?.name;
}
/** Longer names are not typos, and the distance costs the product of both lengths. */
const longestName = 200;
/** Returns `; did you mean "iterations"?` for the end of a message; empty if no name is near. */
function suggestion(written, names) {
    const name = nearestName(written, names);
    return name === undefined ? '' : `; did you mean ${JSON.stringify(name)}?`;
}
/** Text of a remedy: the nearest name, if any, then all legal names. */
function legalNames(written, names, more = '') {
    const name = nearestName(written, names);
    return `${name === undefined ? '' : `Did you mean ${JSON.stringify(name)}? `}Legal are: ${names.join(', ')}${more}.`;
}
/**
 * Counts the letters to insert, delete, replace or swap with a neighbour to turn `a` into `b`, without editing any
 * substring twice. This is the optimal string alignment distance, after F. J. Damerau, A technique for computer
 * detection and correction of spelling errors, Communications of the ACM 7 (3), 1964.
 */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY));
        }
        [beforeLast, last] = [last, current];
    }
    return at(last, b.length);
}
function at(distances, column) {
    return distances[column] ?? Number.POSITIVE_INFINITY;
}
//# sourceMappingURL=nearest-name.js.map

/***/ }),

/***/ 70459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ profilers)
/* harmony export */ });
/** Profilers of native memory: `heaptrack` tracks malloc, `massif` tracks held memory, by page or by block. */
const profilers = ['heaptrack', 'massif'];
//# sourceMappingURL=profilers.js.map

/***/ }),

/***/ 3557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ qdrantKinds)
/* harmony export */ });
/** Sources of Qdrant servers. `auto` tries the kinds in `QdrantSource.order` one by one. */
const qdrantKinds = ['auto', 'embedded', 'release', 'docker', 'url', 'none'];
//# sourceMappingURL=qdrant-kinds.js.map

/***/ }),

/***/ 13210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ baselineSources),
/* harmony export */   qg: () => (/* binding */ updateModes),
/* harmony export */   sw: () => (/* binding */ commentModes)
/* harmony export */ });
const baselineSources = ['auto', 'artifact', 'file', 'none'];
const updateModes = ['auto', 'always', 'never'];
const commentModes = ['auto', 'always', 'changes', 'never'];
//# sourceMappingURL=runner-config.js.map

/***/ }),

/***/ 46811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ siteModes)
/* harmony export */ });
/** Cases for which to record where their memory comes from; `changed`: regressions, leaks and breaches. */
const siteModes = ['changed', 'all', 'none'];
//# sourceMappingURL=site-modes.js.map

/***/ }),

/***/ 88093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eG: () => (/* binding */ EnvironmentError),
  yU: () => (/* binding */ ExitCode),
  p4: () => (/* binding */ InterruptedError),
  kU: () => (/* binding */ MemoryBenchError),
  eb: () => (/* binding */ UsageError),
  fU: () => (/* binding */ addressSpaceRemedy),
  bD: () => (/* reexport */ errorText),
  N7: () => (/* binding */ reportError)
});

// UNUSED EXPORTS: stackText, typedError

;// CONCATENATED MODULE: ./lib/src/error-text.js
/** Longest text of an error, in characters. */
const longestText = 10_000;
const longestStack = 20_000;
/** Maximum number of causes followed. */
const mostCauses = 8;
/** Maximum number of errors shown for an AggregateError. */
const mostErrors = 5;
/** Maximum nesting of AggregateErrors. */
const deepest = 3;
/**
 * The text of any thrown value, with the chain of its causes: `fetch failed: connect ECONNREFUSED 127.0.0.1:1`. The
 * errors of an AggregateError are joined by `; `. A reason that the text already contains is not repeated. Never
 * throws.
 */
function errorText(thrown) {
    return unlessThrown(() => cut(chainText(thrown, 0), longestText), thrown);
}
/** The stack of any thrown value, with the stacks of its causes; its text if it has no stack. Never throws. */
function stackText(thrown) {
    return unlessThrown(() => {
        const [first, ...causes] = causesOf(thrown).map((error) => stackOf(error) ?? chainText(error, deepest));
        return cut([first, ...causes.map((stack) => `Caused by: ${stack}`)].join('\n'), longestStack);
    }, thrown);
}
/** Returns the text, or a fallback if that throws: the value may be a proxy that throws on every access. */
function unlessThrown(describe, thrown) {
    try {
        return describe();
    }
    catch {
        // A scenario may also have replaced functions that `describe` uses; the plain message needs none of them.
        const message = read(thrown, 'message');
        return typeof message === 'string' && message.length <= longestText ? message : unshown(thrown);
    }
}
function unshown(value) {
    return `a value that cannot be shown (${typeof value})`;
}
function chainText(thrown, depth) {
    const parts = causesOf(thrown)
        .map((error) => ownText(error, depth).trim())
        .filter((part) => part !== '');
    const text = parts.reduce((known, part, index) => {
        if (known === '')
            return part;
        if (isSaid(part, known) || part.endsWith(known))
            return known;
        // A wrapper that already names a deeper reason has left this one out.
        return parts.slice(index + 1).some((deeper) => isSaid(deeper, known)) ? known : `${known}: ${part}`;
    }, '');
    return text === '' ? nameOf(thrown) : text;
}
/** Whether a text contains the first line of a reason, or all lines below it. */
function isSaid(reason, text) {
    const [firstLine = '', ...others] = reason.trim().split('\n');
    // A failed command's reason is the command, followed by its output on the lines below.
    const output = others.join('\n').trim();
    return (firstLine !== '' && text.includes(firstLine)) || (output !== '' && text.includes(output));
}
/** An error and its causes, outermost first; stops at an error that is already in the chain. */
function causesOf(thrown) {
    const chain = [thrown];
    while (chain.length <= mostCauses) {
        const cause = read(chain.at(-1), 'cause');
        if (cause === undefined || cause === null || chain.includes(cause))
            break;
        chain.push(cause);
    }
    return chain;
}
/** The message of an error without its causes, with the errors of an AggregateError. */
function ownText(thrown, depth) {
    if (typeof thrown !== 'object' || thrown === null)
        return cut(asText(thrown), longestText);
    const message = read(thrown, 'message');
    const own = cut(typeof message === 'string' ? message : message === undefined ? '' : asText(message), longestText);
    const errors = read(thrown, 'errors');
    if (!Array.isArray(errors) || depth >= deepest) {
        return message === undefined ? cut(asText(thrown), longestText) : own;
    }
    const texts = [...new Set(errors.slice(0, mostErrors).map((error) => chainText(error, depth + 1)))];
    const missing = texts.filter((text) => text !== '' && !own.includes(text));
    const more = errors.length > mostErrors ? [`and ${errors.length - mostErrors} more`] : [];
    return cut([own, [...missing, ...more].join('; ')].filter((part) => part !== '').join(': '), longestText);
}
/** The code of an error without a message, or else its name. */
function nameOf(thrown) {
    const [code, name] = [read(thrown, 'code'), read(thrown, 'name')];
    return typeof code === 'string' ? code : typeof name === 'string' ? name : '';
}
function stackOf(thrown) {
    const stack = read(thrown, 'stack');
    if (typeof stack !== 'string' || stack === '')
        return undefined;
    const message = read(thrown, 'message');
    // A stack begins with the message. A long message must not displace the calls below it.
    const at = typeof message === 'string' && message.length > longestText ? stack.indexOf(message) : -1;
    if (typeof message !== 'string' || at < 0)
        return stack.slice(0, longestStack);
    return (stack.slice(0, at) + cut(message, longestText) + stack.slice(at + message.length)).slice(0, longestStack);
}
/** A property; undefined if reading it throws. */
function read(object, name) {
    if (typeof object !== 'object' || object === null)
        return undefined;
    try {
        return Reflect.get(object, name);
    }
    catch {
        return undefined;
    }
}
function asText(value) {
    try {
        const text = String(value);
        if (text !== '[object Object]')
            return text;
    }
    catch {
        // Its `toString` throws, or it has none.
    }
    try {
        const json = JSON.stringify(value);
        return json === undefined || json === '{}' ? unshown(value) : json;
    }
    catch {
        return unshown(value);
    }
}
function cut(text, longest) {
    return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
//# sourceMappingURL=error-text.js.map
;// CONCATENATED MODULE: ./lib/src/errors.js


/** Exit statuses of the process. Entry points convert an error into one of these, once. */
const ExitCode = {
    /** The verdict does not fail. */
    ok: 0,
    /** The verdict fails: a breach, a leak, a failed or missing case, a missing baseline that `failOn` names. */
    verdict: 1,
    /** A flag, the configuration, a baseline or a scenario definition is wrong. */
    usage: 2,
    /** Something the run depends on is missing or broken: Qdrant, the model, the disk. */
    environment: 3,
    /** A bug in memory-bench (EX_SOFTWARE in sysexits.h), distinct from a verdict. */
    internal: 70,
    /** Ctrl-C (128 + SIGINT). */
    interrupted: 130,
};
/** An error whose message is written for the user: the problem, and how to fix it. */
class MemoryBenchError extends Error {
    /** One sentence that says what to do. Printed under the message. */
    remedy;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = new.target.name;
        this.remedy = options.remedy;
    }
}
/** The user's input (flag, config file, baseline, scenario definition) cannot be used. */
class UsageError extends MemoryBenchError {
    exitCode = ExitCode.usage;
}
/** Something outside of memory-bench that the run needs is missing or broken. */
class EnvironmentError extends MemoryBenchError {
    exitCode = ExitCode.environment;
}
/** The user pressed Ctrl-C, or the runner cancelled the job. */
class InterruptedError extends MemoryBenchError {
    exitCode = ExitCode.interrupted;
}
/** Describes an error for the entry points. `issuesUrl` is where bugs are reported; empty if unknown. */
function reportError(thrown, issuesUrl) {
    const error = typedError(thrown);
    if (error instanceof MemoryBenchError) {
        return { message: errorText(error), remedy: error.remedy ?? '', exitCode: error.exitCode };
    }
    const where = issuesUrl === '' ? ' to the maintainers of memory-bench-action.' : `: ${issuesUrl}`;
    return {
        message: `Internal error. Please report it${where}\n${stackText(error)}`,
        remedy: '',
        exitCode: ExitCode.internal,
    };
}
/** Remedies by system error code, for problems outside of memory-bench. */
const systemRemedies = {
    ENOSPC: 'Free some space on the disk.',
    EDQUOT: 'Free some space: the disk quota is used up.',
    EROFS: 'Name a folder that you can write to.',
    EACCES: 'Check who may read and write it.',
    EPERM: 'Check who may read and write it.',
    ENOENT: 'Check that nothing removes files while memory-bench runs.',
    ENOTDIR: 'Check that nothing changes files while memory-bench runs.',
    EISDIR: 'Check the path.',
    ELOOP: 'Check the symbolic links on the path.',
    ENAMETOOLONG: 'Use a shorter path.',
    EMFILE: 'Raise the limit on open files (`ulimit -n`).',
    ENFILE: 'Close other programs: the system has no open files left.',
    ENOMEM: 'Free some memory, or raise its limit (`ulimit -v`).',
    EAGAIN: 'Raise the limit on processes (`ulimit -u`), or close other programs.',
    EIO: 'Check the disk.',
};
/** The remedy for a limit on address space. */
const addressSpaceRemedy = 'Raise or remove the limit on address space (`ulimit -v`): Node reserves far more of it than it uses.';
/**
 * The error that the entry point reports: the thrown value itself, or an EnvironmentError if the cause is the system (a
 * full disk, a limit, a deleted file) and not memory-bench.
 */
function typedError(thrown) {
    if (thrown instanceof MemoryBenchError)
        return thrown;
    for (const error of errors_causesOf(thrown)) {
        if (isOutOfAddressSpace(error))
            return new EnvironmentError(error.message, { remedy: addressSpaceRemedy, cause: thrown });
        const remedy = 'code' in error && 'syscall' in error ? systemRemedies[String(error.code)] : undefined;
        if (remedy !== undefined)
            return new EnvironmentError(`the system refused: ${error.message}`, { remedy, cause: thrown });
    }
    return thrown;
}
function isOutOfAddressSpace({ name, message }) {
    if (name !== 'RangeError' && name !== 'CompileError')
        return false;
    return /could not allocate memory|out of memory|array buffer allocation failed/i.test(message);
}
function errors_causesOf(thrown, most = 5) {
    return thrown instanceof Error && most > 0 ? [thrown, ...errors_causesOf(thrown.cause, most - 1)] : [];
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 94998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ tellOnRunner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(88093);
/* harmony import */ var _package_root_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(18963);


/** Reports an error as an annotation and returns its exit status. Entry points call it once. */
async function tellOnRunner(thrown) {
    const { error: annotate } = await Promise.all(/* import() */[__nccwpck_require__.e(838), __nccwpck_require__.e(439)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30439));
    const { message, remedy, exitCode } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .reportError */ .N7)(thrown, (0,_package_root_js__WEBPACK_IMPORTED_MODULE_1__/* .issuesUrl */ .Ag)(process.env));
    annotate([message, remedy].filter(Boolean).join('\n'), { title: 'memory-bench' });
    return exitCode;
}
//# sourceMappingURL=exit.js.map

/***/ }),

/***/ 15569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ leave)
/* harmony export */ });
/**
 * Ends the process once its output is written, for the entry points. An open stream or timer must not keep a finished
 * run alive.
 */
function leave(code) {
    process.exitCode = code;
    // A failed write calls back before its stream emits the error, which decides the exit status.
    process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit(code))));
}
//# sourceMappingURL=leave.js.map

/***/ }),

/***/ 35183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ secretsIn),
/* harmony export */   e: () => (/* binding */ isSecretName)
/* harmony export */ });
/** Names whose values are credentials by convention. `CACHE_KEY` does not match: `key` alone is too vague. */
const secretName = /(^|[_.:-])(api_?key|access_?key|private_?key|signing_?key|encryption_?key|pat|auth|credentials?|bearer)s?$|[_.:-]pwd$/i;
const wordInName = /(token|secret|passw(or)?d|passphrase|api_?key|access_?key|private_?key|_auth(?=$|_|token))/i;
const secretInput = /[-_](token|api[-_]key|password|secret)$/i;
/** Names whose values are paths, addresses or names. */
const harmlessName = /^(SSH_AUTH_SOCK|XAUTHORITY|TOKENIZERS_PARALLELISM|.*_(FILE|PATH|DIR|HOME|SOCK|PARALLELISM))$/i;
/** Whether a variable of that name may contain a credential. */
function isSecretName(name) {
    if (/^(INPUT_|ACTIONS_)/i.test(name))
        return true;
    return !harmlessName.test(name) && (secretName.test(name) || wordInName.test(name));
}
/**
 * The credentials in an environment: values of variables with such a name, everything a runner passes to an action as
 * `ACTIONS_*` except plain addresses and switches, and passwords in addresses such as that of a proxy.
 */
function secretsIn(environment) {
    return Object.entries(environment).flatMap(([name, value = '']) => {
        // Programs also accept the address of a proxy without a scheme.
        const inAddress = passwordsIn(/_proxy$/i.test(name) && !value.includes('://') ? `http://${value}` : value);
        if (/^ACTIONS_/i.test(name))
            return isPlainSetting(value) ? inAddress : [value.trim(), ...inAddress];
        // A comment key is an input too, but not a credential.
        const found = /^INPUT_/i.test(name) ? secretInput.test(name) : isSecretName(name);
        return found && !isPath(value) ? [value.trim(), ...inAddress] : inAddress;
    });
}
function isPlainSetting(value) {
    if (/^[\w.-]{0,15}$/.test(value) || isPath(value))
        return true;
    if (!URL.canParse(value))
        return false;
    const { search, username, password, hash } = new URL(value);
    return `${search}${username}${password}${hash}` === '';
}
function isPath(value) {
    return /^(\/|[A-Za-z]:[\\/])[^\s]*$/.test(value) && !/[+=]/.test(value);
}
/** Passwords in addresses, as written and decoded. */
function passwordsIn(value) {
    if (!value.includes('@') || !value.includes('://'))
        return [];
    return value.split(/[\s,;]+/).flatMap((part) => {
        if (!URL.canParse(part))
            return [];
        const { password, username } = new URL(part);
        const secret = password === '' ? (username.length >= 20 ? username : '') : password;
        return secret === '' ? [] : [secret, decoded(secret)];
    });
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
//# sourceMappingURL=environment-secrets.js.map

/***/ }),

/***/ 50653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j9: () => (/* binding */ keepGeneratedSecret),
  gz: () => (/* binding */ keepSecret),
  E$: () => (/* binding */ redact),
  Uh: () => (/* binding */ redactCut),
  KL: () => (/* binding */ redactDeep),
  it: () => (/* binding */ redactFile)
});

// UNUSED EXPORTS: Secrets, shortestSecret

;// CONCATENATED MODULE: ./lib/src/output/secret-forms.js
/** Characters of the shortest line that is searched for separately in a multi-line secret, such as a private key. */
const shortestLine = 16;
/** The forms of a secret when it is quoted, encoded or printed, longest first. */
function formsOf(secret) {
    const lines = secret.split(/[\r\n]+/).filter((line) => line.length >= shortestLine && line !== secret);
    const forms = [secret, ...lines].flatMap(encodingsOf);
    return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
function encodingsOf(text) {
    const percent = encodeURIComponent(text.toWellFormed());
    return [
        text,
        JSON.stringify(text).slice(1, -1),
        percent,
        percent.replaceAll(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
        percent.replaceAll('%20', '+'),
        htmlOf(text),
        Buffer.from(text).toString('hex'),
        Buffer.from(text).toString('hex').toUpperCase(),
        ...[0, 1, 2].flatMap((offset) => base64At(text, offset)),
    ];
}
function htmlOf(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
/**
 * The characters of a secret in the Base64 of a longer text, such as `user:secret`. They depend on how many bytes
 * precede it. Characters that it shares with its neighbours are left out.
 */
function base64At(text, offset) {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const encoded = bytes.toString('base64').replace(/=+$/, '');
    const own = encoded.slice(Math.ceil((offset * 4) / 3), bytes.length % 3 === 0 ? undefined : -1);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}
//# sourceMappingURL=secret-forms.js.map
;// CONCATENATED MODULE: ./lib/src/output/secrets.js

/** Shorter values are not redacted: they would occur in ordinary words. */
const shortestSecret = 8;
/** Generated keys that are remembered. Each lives as long as one sample, so no later text contains older ones. */
const generatedKept = 32;
const replacement = '***';
const ellipsis = '…';
/** Values that must not be stored or printed. */
class Secrets {
    #lasting = new Set();
    #generated = [];
    #patterns;
    #forms = [];
    /** Remembers a value for the rest of the process. Undefined and short values are ignored. */
    keep(...values) {
        for (const value of values) {
            if (value === undefined || value.trim().length < shortestSecret || this.#lasting.has(value))
                continue;
            this.#lasting.add(value);
            this.#rebuild();
        }
    }
    /** Remembers a key that was generated for one server. Only the last 32 are kept. */
    keepGenerated(value) {
        this.#generated = [...this.#generated, value].slice(-generatedKept);
        this.#rebuild();
    }
    /** The text with `***` in place of every secret, plain or encoded. */
    redact(text) {
        return this.#patterns === undefined ? text : this.#withoutCut(text.replaceAll(this.#patterns.all, replacement));
    }
    /** Like redact, for a whole file. Numeric secrets stay, because replacing them would change figures. */
    redactFile(text) {
        const pattern = this.#patterns?.notNumbers;
        return pattern === undefined ? text : text.replaceAll(pattern, replacement);
    }
    /** Like redact, for a truncated text: parts of a secret at its ends are replaced too. */
    redactCut(text) {
        let whole = this.redact(text);
        for (const form of this.#forms)
            whole = withoutParts(whole, form);
        return whole;
    }
    /** Like redact, for every string in a value. Numbers, keys and the shape stay. */
    redactDeep(value) {
        return this.#patterns === undefined ? value : this.#deep(value);
    }
    /** Redacts the start of a secret before `…`, where memory-bench may have truncated it. */
    #withoutCut(text) {
        if (!text.includes(ellipsis))
            return text;
        const [last = '', ...others] = text.split(ellipsis).reverse();
        return [...others.reverse().map((part) => this.#forms.reduce(withoutBeginning, part)), last].join(ellipsis);
    }
    #deep(value) {
        if (typeof value === 'string')
            return value.length < shortestSecret ? value : this.redact(value);
        if (typeof value !== 'object' || value === null)
            return value;
        if (Array.isArray(value))
            return value.map((item) => this.#deep(item));
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#deep(member)]));
    }
    #rebuild() {
        const forms = [...this.#lasting, ...this.#generated].flatMap(formsOf).sort((a, b) => b.length - a.length);
        const words = forms.filter((form) => !/^[\d.+-]+$/.test(form));
        this.#forms = forms;
        this.#patterns = { all: anyOf(forms), notNumbers: words.length === 0 ? undefined : anyOf(words) };
    }
}
/** The secrets of this process. */
const ours = new Secrets();
/** @see Secrets.keep */
function keepSecret(...values) {
    ours.keep(...values);
}
/** @see Secrets.keepGenerated */
function keepGeneratedSecret(value) {
    ours.keepGenerated(value);
}
/** @see Secrets.redact */
function redact(text) {
    return ours.redact(text);
}
/** @see Secrets.redactFile */
function redactFile(text) {
    return ours.redactFile(text);
}
/** @see Secrets.redactCut */
function redactCut(text) {
    return ours.redactCut(text);
}
/** @see Secrets.redactDeep */
function redactDeep(value) {
    return ours.redactDeep(value);
}
function anyOf(texts) {
    return new RegExp(texts.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
/** Replaces the end of a secret at the start of a text, and its start at the end. */
function withoutParts(text, secret) {
    for (let length = Math.min(secret.length, text.length) - 1; length >= shortestPart; length -= 1) {
        if (text.startsWith(secret.slice(-length)))
            return withoutParts(`${replacement}${text.slice(length)}`, secret);
        if (text.endsWith(secret.slice(0, length)))
            return withoutParts(`${text.slice(0, -length)}${replacement}`, secret);
    }
    return text;
}
/** Replaces the start of a secret at the end of a text. */
function withoutBeginning(text, secret) {
    for (let length = Math.min(secret.length, text.length); length >= shortestPart; length -= 1) {
        if (text.endsWith(secret.slice(0, length)))
            return `${text.slice(0, -length)}${replacement}`;
    }
    return text;
}
/** Shorter parts of a secret reveal little and occur by chance. */
const shortestPart = 6;
//# sourceMappingURL=secrets.js.map

/***/ }),

/***/ 18963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ builtInScenarios),
/* harmony export */   AK: () => (/* binding */ compiledEntry),
/* harmony export */   Ag: () => (/* binding */ issuesUrl),
/* harmony export */   Zl: () => (/* binding */ packageRoot),
/* harmony export */   nl: () => (/* binding */ ownPackage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73136);



/** The folder of this package: the nearest one upward whose package.json has a name and a version. */
const packageRoot = findPackageRoot((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)));
/** The folder of the built-in scenarios. */
const builtInScenarios = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageRoot, 'lib', 'scenarios');
/** Path of a compiled module that runs in a separate process, such as `services/guardian-entry`. */
function compiledEntry(module) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageRoot, 'lib', 'src', `${module}.js`);
}
/** Name and version of this package, from its package.json. */
function ownPackage() {
    const manifest = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageRoot, 'package.json'), 'utf8'));
    if (!isManifest(manifest))
        throw new Error(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageRoot, 'package.json')} has no name and version`);
    return { name: manifest.name, version: manifest.version };
}
/**
 * URL of this package's issues: of the repository the action runs from, else the one in package.json; empty if neither
 * names one.
 */
function issuesUrl(env) {
    const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = env;
    if (/^[\w.-]+\/[\w.-]+$/.test(repository))
        return `${server}/${repository}/issues`;
    const manifest = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(packageRoot, 'package.json'), 'utf8'));
    const bugs = typeof manifest === 'object' && manifest !== null && 'bugs' in manifest ? manifest.bugs : undefined;
    return typeof bugs === 'string' ? bugs : '';
}
function isManifest(value) {
    return typeof value === 'object' && value !== null && 'name' in value && 'version' in value;
}
function findPackageRoot(folder) {
    // A bundle has its own, nameless package.json beside it.
    const manifest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'package.json');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(manifest) && isManifest(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(manifest, 'utf8'))))
        return folder;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (parent === folder)
        throw new Error('memory-bench was moved out of its package: no package.json above it');
    return findPackageRoot(parent);
}
//# sourceMappingURL=package-root.js.map

/***/ }),

/***/ 65917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseBoundedJson)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38371);

/** For a results document, a baseline or a handover. A call tree is at level 9, and contains the most. */
const documentLimits = {
    bytes: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.documentBytes,
    depth: 32,
    containers: 2_000_000,
    elements: _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.series,
    fields: 2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.entries,
};
/**
 * Parses untrusted JSON: 60 MB of `[` take JSON.parse 2.4 GB. The limits are checked on the text, in one pass and
 * without recursion.
 * @throws Error that names the exceeded limit or the mistake in the JSON.
 */
function parseBoundedJson(text, most = documentLimits) {
    // A character of a string takes up to 3 bytes in UTF-8, so a short text needs no exact count.
    if (text.length > most.bytes || (text.length > most.bytes / 3 && Buffer.byteLength(text) > most.bytes)) {
        throw new Error(`it has more than ${most.bytes} bytes`);
    }
    checkStructure(text, most);
    return JSON.parse(text);
}
function checkStructure(text, most) {
    /** Elements or fields so far of each open array or object, and whether it is an object. */
    const counts = [];
    const kinds = [];
    let containers = 0;
    for (let at = 0; at < text.length; at += 1) {
        switch (text.charCodeAt(at)) {
            case quote:
                at = endOfString(text, at);
                break;
            case openBracket:
            case openBrace:
                containers += 1;
                if (containers > most.containers)
                    throw new Error(`it has more than ${most.containers} arrays and objects`);
                if (counts.length >= most.depth)
                    throw new Error(`it is nested deeper than ${most.depth} levels`);
                counts.push(1);
                kinds.push(text.charCodeAt(at) === openBrace);
                break;
            case closeBracket:
            case closeBrace:
                counts.pop();
                kinds.pop();
                break;
            case comma: {
                const innermost = counts.length - 1;
                const count = (counts[innermost] ?? 0) + 1;
                counts[innermost] = count;
                const isObject = kinds[innermost] === true;
                if (count > (isObject ? most.fields : most.elements)) {
                    throw new Error(isObject
                        ? `an object has more than ${most.fields} fields`
                        : `an array has more than ${most.elements} elements`);
                }
                break;
            }
        }
    }
}
const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
/** End of the string that begins at `start`; the end of the text if the string is not closed. */
function endOfString(text, start) {
    for (let at = start + 1; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === quote)
            return at;
        if (code === backslash)
            at += 1;
    }
    return text.length;
}
//# sourceMappingURL=bounded-json.js.map

/***/ }),

/***/ 97425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aS: () => (/* binding */ globSyntax),
/* harmony export */   fF: () => (/* binding */ globMistake),
/* harmony export */   kt: () => (/* binding */ matchesGlob)
/* harmony export */ });
/* unused harmony exports longestGlob, stepsOfGlob */
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38371);

/** Maximum characters in a glob. */
const longestGlob = 300;
/** Maximum stars in a glob. */
const mostStars = 20;
/** Maximum alternatives that the braces of a glob expand to. */
const mostAlternatives = 32;
/** Supported glob syntax, for messages. */
const globSyntax = '`*` (within one part), `**` (across parts), `?`, `[abc]`, `[a-z]`, `[^a]` and `{a,b}`';
/** Codes of places that are not a character: `?` or a class, `*`, `**` as a whole part; and the end of a text. */
const one = -1;
const many = -2;
const parts = -3;
const none = -4;
const slash = 0x2f;
const dot = 0x2e;
/**
 * Why a glob cannot be used; undefined if it can. Patterns that need backtracking (`*(a|b)`, `!(a)`) are not supported,
 * because globs also come from configurations of untrusted pull requests.
 */
function globMistake(glob) {
    try {
        compiled(glob);
        return undefined;
    }
    catch (error) {
        if (error instanceof GlobMistake)
            return error.message;
        throw error;
    }
}
/**
 * Whether a glob matches a case id or a path with forward slashes. Takes at most `length of glob x length of text`
 * steps for each alternative of its braces. A glob that cannot be used matches only itself.
 */
function matchesGlob(glob, text) {
    if (glob === text)
        return true;
    if (!hasWildcard(glob))
        return false;
    let alternatives;
    try {
        alternatives = compiled(glob);
    }
    catch (error) {
        if (error instanceof GlobMistake)
            return false;
        throw error;
    }
    return alternatives.some((program) => matchesProgram(program, text));
}
/** Maximum steps to match a glob, per character of a text; 0 if it is compared as text. */
function stepsOfGlob(glob) {
    if (!hasWildcard(glob))
        return 0;
    try {
        return compiled(glob).reduce((sum, { codes }) => sum + codes.length, 0);
    }
    catch (error) {
        if (error instanceof GlobMistake)
            return 0;
        throw error;
    }
}
function hasWildcard(glob) {
    return /[*?[{\\]/.test(glob);
}
class GlobMistake extends Error {
}
/** A cache of recent globs: a run matches each of them against many cases. */
const known = new Map();
const mostKnown = 2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.globs;
/** Maximum characters and wildcards in all expansions of a glob. */
const mostPlaces = 2_000;
function compiled(glob) {
    const found = known.get(glob);
    if (found !== undefined)
        return found;
    if (glob.length > longestGlob)
        throw new GlobMistake(`it has more than ${longestGlob} characters`);
    if (/^!/.test(glob))
        throw new GlobMistake('a glob cannot begin with `!`');
    if (glob.split(/\*+/).length - 1 > mostStars)
        throw new GlobMistake(`it has more than ${mostStars} stars`);
    const alternatives = expanded(glob).map((alternative) => programOf(withoutRepeats(alternative)));
    if (alternatives.reduce((sum, { codes }) => sum + codes.length, 0) > mostPlaces) {
        throw new GlobMistake(`what its braces stand for has more than ${mostPlaces} characters`);
    }
    if (known.size >= mostKnown)
        known.clear();
    known.set(glob, alternatives);
    return alternatives;
}
/** Drops a repeated `**`, which matches nothing more. */
function withoutRepeats(glob) {
    return glob.replaceAll(/(?<=^|\/)\*\*\/(?=\*\*(?:\/|$))/g, '');
}
/** The globs that braces expand to; braces without a comma are a mistake. */
function expanded(glob) {
    const found = firstBraces(glob);
    if (found === undefined)
        return [glob];
    const { start, end, parts } = found;
    const rests = expanded(glob.slice(end + 1));
    const firsts = parts.flatMap(expanded);
    if (firsts.length * rests.length > mostAlternatives) {
        throw new GlobMistake(`its braces stand for more than ${mostAlternatives} globs`);
    }
    return firsts.flatMap((first) => rests.map((rest) => glob.slice(0, start) + first + rest));
}
function firstBraces(glob) {
    let start = -1;
    let depth = 0;
    let partStart = 0;
    let parts = [];
    for (let at = 0; at < glob.length; at += 1) {
        const character = glob[at];
        if (character === '\\')
            at += 1;
        else if (character === '{') {
            if (depth === 0)
                [start, partStart, parts] = [at, at + 1, []];
            depth += 1;
        }
        else if (character === ',' && depth === 1) {
            parts.push(glob.slice(partStart, at));
            partStart = at + 1;
        }
        else if (character === '}' && depth > 0) {
            depth -= 1;
            if (depth === 0) {
                if (parts.length === 0)
                    throw new GlobMistake('braces need a comma, as in `{a,b}`');
                return { start, end: at, parts: [...parts, glob.slice(partStart, at)] };
            }
        }
    }
    if (depth > 0)
        throw new GlobMistake('a brace is not closed');
    return undefined;
}
function programOf(glob) {
    const codes = [];
    const classes = {};
    let at = 0;
    while (at < glob.length) {
        const character = glob[at] ?? '';
        if (character === '(' || character === ')' || character === '|') {
            throw new GlobMistake(`\`${character}\` has no meaning in a glob; write \\${character} for the character itself`);
        }
        if (character === '\\' && at + 1 < glob.length) {
            codes.push(glob.charCodeAt(at + 1));
            at += 2;
        }
        else if (character === '*') {
            const length = starsAt(glob, at);
            const after = glob[at + length];
            const isWholePart = length === 2 && (at === 0 || glob[at - 1] === '/') && (after === undefined || after === '/');
            codes.push(isWholePart ? parts : many);
            at += length;
        }
        else if (character === '[') {
            const found = classAt(glob, at);
            classes[codes.length] = found.characters;
            codes.push(one);
            at = found.end;
        }
        else {
            codes.push(character === '?' ? one : glob.charCodeAt(at));
            at += 1;
        }
    }
    return { codes: Int32Array.from(codes), classes };
}
function starsAt(glob, start) {
    let end = start;
    while (glob[end] === '*')
        end += 1;
    return end - start;
}
function classAt(glob, start) {
    let at = start + 1;
    if (glob[at] === '!')
        throw new GlobMistake('write `[^a]` for any character but `a`');
    const negated = glob[at] === '^';
    if (negated)
        at += 1;
    const ranges = [];
    for (let isFirst = true; isFirst || glob[at] !== ']'; isFirst = false) {
        if (glob[at] === '\\')
            at += 1;
        const from = glob[at];
        if (from === undefined || from === '/')
            throw new GlobMistake('a bracket is not closed');
        const to = glob[at + 1] === '-' && glob[at + 2] !== ']' ? glob[at + 2] : undefined;
        ranges.push([from.charCodeAt(0), (to ?? from).charCodeAt(0)]);
        at += to === undefined ? 1 : 3;
    }
    return { characters: { ranges, negated }, end: at + 1 };
}
/** Follows all places in the glob that the text read so far can reach, each only once. */
function matchesProgram({ codes, classes }, text) {
    const end = codes.length;
    let reached = new Uint8Array(end + 3);
    let next = new Uint8Array(end + 3);
    reached[0] = 1;
    for (let at = 0; at <= text.length; at += 1) {
        const character = at < text.length ? text.charCodeAt(at) : none;
        const atStartOfPart = at === 0 || text.charCodeAt(at - 1) === slash;
        const isHidden = atStartOfPart && character === dot;
        // Places that `*` and `**` reach by matching nothing come later, so one pass is enough.
        for (let place = 0; place < end; place += 1) {
            if (reached[place] === 0)
                continue;
            const code = codes[place] ?? none;
            if (code === many || code === parts) {
                reached[place + 1] = 1;
                // `**/b` matches `b`.
                if (code === parts && atStartOfPart && codes[place + 1] === slash)
                    reached[place + 2] = 1;
                if (!isHidden && character !== none && (code === parts || character !== slash))
                    next[place] = 1;
            }
            else if (code === slash) {
                // `a/**` matches `a`; `*/**` needs a slash, as in other matchers.
                if (codes[place + 1] === parts && place + 2 === end && codes[place - 1] !== many)
                    reached[end] = 1;
                if (character === slash)
                    next[place + 1] = 1;
            }
            else if (code === character || (code < 0 && !isHidden && takesOne(classes[place], character))) {
                next[place + 1] = 1;
            }
        }
        if (at === text.length)
            return reached[end] === 1;
        // Most globs fail at the first characters of a text.
        if (!next.includes(1))
            return false;
        [reached, next] = [next, reached];
        next.fill(0);
    }
    return false;
}
/** Whether `?` or a character class matches a character. Neither matches a slash. */
function takesOne(range, character) {
    if (character === slash || character === none)
        return false;
    if (range === undefined)
        return true;
    return range.ranges.some(([from, to]) => from <= character && character <= to) !== range.negated;
}
//# sourceMappingURL=glob.js.map

/***/ }),

/***/ 38371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits)
/* harmony export */ });
/**
 * Limits of a results document. A run with a write token reads results of a fork, so every part has a limit. Each is
 * far above what an honest run needs, and `fit.ts` keeps memory-bench's own documents below it.
 */
const limits = {
    /** Bytes of a document. */
    documentBytes: 64 * 1024 * 1024,
    /** Cases of a document. */
    cases: 2_000,
    /** Samples of a case, all passes together. */
    samples: 500,
    /** Samples of a case in the memory pass that a configuration can ask for. */
    repeats: 400,
    /** Iterations of a case, excluding those of a follow-up. */
    iterations: 10_000,
    /** Iterations of a case with a `growth` budget, whose slope takes quadratic time, and of a leak follow-up. */
    growthIterations: 1_000,
    /** Values of a series over iterations, including those of a follow-up. */
    series: 10_000,
    /** Readings of a timeline. */
    readings: 1_000,
    /** Phases of a timeline. */
    phases: 200,
    /** Characters of a case id. */
    id: 300,
    /** Characters of a name: of a suite, a version, a metric, a reading. */
    name: 300,
    /** Characters of a path or a glob of scenario files. */
    path: 4_096,
    /** Characters of a regular expression on case ids. */
    filter: 500,
    /** Characters of a description or a reason. */
    text: 2_000,
    /** Characters of an error message. */
    message: 10_000,
    /** Characters of a stack trace, or of the end of a log. */
    log: 20_000,
    /** Globs of budgets, or of thresholds. */
    globs: 500,
    /** Entries of a list or a record that is none of the above: tags, versions, differences. */
    entries: 2_000,
    /** Absolute value of a number: 2^53 bytes are 8 PiB. */
    number: 2 ** 53,
};
//# sourceMappingURL=limits.js.map

/***/ }),

/***/ 78765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ suites),
/* harmony export */   kV: () => (/* binding */ isSuiteName),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(97425);

/** The named suites: the rule of each, its samples per case, and whether allocations are counted as well. */
const suites = {
    smoke: { rule: 'cases tagged `smoke`', repeats: 3, countAllocations: false },
    standard: { rule: 'every case but those tagged `slow`', repeats: 5, countAllocations: true },
    full: { rule: 'every case', repeats: 5, countAllocations: true },
};
function isSuiteName(name) {
    return Object.hasOwn(suites, name);
}
/** Whether a selection includes a case. A baseline case that is selected but was not measured is missing. */
function selects(selection, candidate) {
    const { suite, filter, tags, skipTags } = selection;
    return (isFrom(selection.scenarios, candidate.source) &&
        inSuite(suite, candidate.tags) &&
        (filter === undefined || new RegExp(filter).test(candidate.id)) &&
        (tags.length === 0 || tags.some((tag) => candidate.tags.includes(tag))) &&
        !skipTags.some((tag) => candidate.tags.includes(tag)));
}
function isFrom(scenarios, source) {
    const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
    return scenarios.some((path) => path === source || (source !== 'builtin' && (path === folder || (path !== '' && (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesGlob */ .kt)(path, source)))));
}
function inSuite(suite, tags) {
    if (suite === 'smoke')
        return tags.includes('smoke');
    if (suite === 'standard')
        return !tags.includes('slow');
    return true;
}
//# sourceMappingURL=selection.js.map

/***/ }),

/***/ 9432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ requireAddressSpace),
/* harmony export */   r: () => (/* binding */ lackedAddressSpace)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(88093);


/** With less, Node aborts when it compiles or collects garbage, which no program can catch. */
const leastBytes = 2 * 1024 ** 3;
/**
 * Checks the limit on the address space of this process (`ulimit -v`), which its children inherit. `limits` is in the
 * format of proc(5) `/proc/self/limits`; other systems have none.
 * @throws EnvironmentError if the limit is below 2 GiB.
 */
function requireAddressSpace(limits = ownLimits()) {
    const soft = /^Max address space +(\d+) /m.exec(limits ?? '')?.[1];
    if (soft === undefined || Number(soft) >= leastBytes)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EnvironmentError */ .eG(`the address space is limited to ${Math.floor(Number(soft) / 1024 ** 2)} MiB`, {
        remedy: _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .addressSpaceRemedy */ .fU,
    });
}
/** Whether the output of a Node process shows that it could not reserve address space. */
function lackedAddressSpace(said) {
    return /Fatal process OOM|Failed to reserve virtual memory|std::bad_alloc|WebAssembly.*Out of memory/.test(said);
}
function ownLimits() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/limits', 'utf8');
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=address-space.js.map

/***/ }),

/***/ 13817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ss: () => (/* binding */ scenarioEnvironment),
/* harmony export */   n6: () => (/* binding */ runMark),
/* harmony export */   tL: () => (/* binding */ environmentWithoutSecrets),
/* harmony export */   uk: () => (/* binding */ ownVariables)
/* harmony export */ });
/* harmony import */ var _output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(35183);

/** Variables of memory-bench's environment that reach scenario code; any other could change what it does. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'LD_PRELOAD', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];
/** The same everywhere, so that dates and texts are the same, too. */
const fixed = { TZ: 'UTC', LANG: 'C.UTF-8' };
const runMarkName = 'MEMORY_BENCH_RUN';
/**
 * The variable that identifies the processes of a run, even after they have left their session. Its value is a folder
 * of the run.
 */
function runMark(folder) {
    return [runMarkName, folder];
}
/** Variables of scenario code that only memory-bench sets: fixed, passed on, or for Node's channel to a child. */
const ownVariables = [
    ...Object.keys(fixed),
    ...passedOn,
    'NODE_CHANNEL_FD',
    'NODE_CHANNEL_SERIALIZATION_MODE',
    'NODE_UNIQUE_ID',
    runMarkName,
];
/**
 * The environment in which scenario files are imported, both to describe and to measure them: a few variables of
 * memory-bench's own, and those that the configuration adds.
 */
function scenarioEnvironment(added = {}) {
    const environment = { ...fixed };
    for (const name of passedOn) {
        const value = process.env[name];
        if (value !== undefined)
            environment[name] = value;
    }
    return { ...environment, ...added };
}
/**
 * memory-bench's environment without credentials, for programs that may read any other variable. It has no inputs of
 * the action, no keys to artifacts and cache, and no variable named like a token, key or password.
 */
function environmentWithoutSecrets() {
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !(0,_output_environment_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .e)(name)));
}
//# sourceMappingURL=child-environment.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(16346);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
