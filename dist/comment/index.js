import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9499:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2254);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5071);
/* harmony import */ var _github_exit_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4998);



process.on('uncaughtException', (error) => (0,_github_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .tellOnRunner */ .D)(error).then(process.exit));
process.exitCode = await main().catch(_github_exit_js__WEBPACK_IMPORTED_MODULE_2__/* .tellOnRunner */ .D);
async function main() {
    const config = (0,_config_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readCommentInputs */ .J)(process.env);
    const [{ commentOnFinishedRun }, { readContext }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(421), __nccwpck_require__.e(41), __nccwpck_require__.e(483)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3483)),
        Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(963)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2963)),
    ]);
    await commentOnFinishedRun(config, readContext(process.env));
    return _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ExitCode */ .yU.ok;
}
//# sourceMappingURL=comment.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readCommentInputs)
});

// UNUSED EXPORTS: readActionInputs

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__(5071);
// EXTERNAL MODULE: ./lib/src/results/selection.js
var selection = __nccwpck_require__(8765);
;// CONCATENATED MODULE: ./lib/src/config/inputs.js

/** Whether a timer takes so many minutes. */
function isLimitInMinutes(minutes) {
    return minutes >= 0.001 && minutes <= 30_000;
}
const minutesRemedy = 'It has to be a number of minutes from 0.001 to 30000.';
/** Reads one input after the other, and names it where it cannot be used. */
class inputs_Inputs {
    #environment;
    constructor(environment) {
        this.#environment = environment;
    }
    /** Undefined where it is empty or absent. */
    text(name) {
        const value = this.#environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
        return value === '' ? undefined : value;
    }
    /** The lines of an input that are not empty. */
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
        return found ?? this.refuse(name, value, `Legal are: ${legal.join(', ')}.`);
    }
    /** A comma list; `none` is the empty one. */
    listOf(name, legal) {
        const value = this.text(name);
        if (value === undefined)
            return undefined;
        if (value === 'none')
            return [];
        return value.split(',').map((part) => {
            const found = legal.find((candidate) => candidate === part.trim());
            return found ?? this.refuse(name, part.trim(), `Legal are: ${legal.join(', ')}, or none alone.`);
        });
    }
    /** As YAML 1.2 reads booleans. */
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
        throw new errors/* UsageError */.eb(`the input ${name} cannot be ${JSON.stringify(value)}`, { remedy });
    }
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./lib/src/package-root.js



/** The folder of this package: the nearest one upward whose package.json has a name and a version. */
const package_root_packageRoot = findPackageRoot((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)));
/** The folder of the built-in scenarios. */
const package_root_builtInScenarios = (0,external_node_path_.join)(package_root_packageRoot, 'lib', 'scenarios');
/** Path of a compiled module that is started as a process of its own, such as `services/guardian-entry`. */
function compiledEntry(module) {
    return join(package_root_packageRoot, 'lib', 'src', `${module}.js`);
}
/** Name and version of this package, as its package.json has them. */
function ownPackage() {
    const manifest = JSON.parse(readFileSync(join(package_root_packageRoot, 'package.json'), 'utf8'));
    if (!isManifest(manifest))
        throw new Error(`${join(package_root_packageRoot, 'package.json')} has no name and version`);
    return { name: manifest.name, version: manifest.version };
}
function isManifest(value) {
    return typeof value === 'object' && value !== null && 'name' in value && 'version' in value;
}
function findPackageRoot(folder) {
    // A bundle has a nameless package.json of its own beside it.
    const manifest = (0,external_node_path_.join)(folder, 'package.json');
    if ((0,external_node_fs_.existsSync)(manifest) && isManifest(JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8'))))
        return folder;
    const parent = (0,external_node_path_.dirname)(folder);
    if (parent === folder)
        throw new Error('memory-bench was moved out of its package: no package.json above it');
    return findPackageRoot(parent);
}
//# sourceMappingURL=package-root.js.map
;// CONCATENATED MODULE: ./lib/src/config/load.js






const configFileName = 'memory-bench.config.json';
/** At a desk: what is installed is used before anything is downloaded. */
function deskSurroundings(workingDirectory) {
    return {
        workingDirectory,
        nodePath: process.execPath,
        packagesFolder: packageRoot,
        cacheDir: process.env.MEMORY_BENCH_CACHE_DIR ?? defaultCacheDir(),
        automaticQdrant: ['embedded', 'release', 'docker'],
        releases: { url: process.env.GITHUB_API_URL ?? 'https://api.github.com', token: process.env.GITHUB_TOKEN },
    };
}
/**
 * One typed Config: defaults, then the config file, then flags.
 * @throws UsageError that names the field or flag, and the legal values where they can be listed.
 */
async function load_loadConfig(flags, surroundings) {
    const { workingDirectory } = surroundings;
    const { file, folder } = await readConfigFile(flags.config, workingDirectory);
    const fromFile = (path) => resolve(folder, path);
    const fromHere = (path) => resolve(workingDirectory, path);
    const suite = flags.suite ?? file.suite ?? 'standard';
    if (!isSuiteName(suite)) {
        throw new UsageError(`there is no suite ${suite}`, { remedy: `Suites: ${Object.keys(suites).join(', ')}.` });
    }
    const repeats = flags.repeats ?? file.repeats ?? suites[suite].repeats;
    const baseline = flags.baseline !== undefined ? fromHere(flags.baseline) : file.baseline && fromFile(file.baseline);
    return {
        workingDirectory,
        commit: surroundings.commit,
        nodePath: flags.nodePath === undefined ? surroundings.nodePath : fromHere(flags.nodePath),
        packagesFolder: surroundings.packagesFolder,
        suite,
        scenarios: scenarioPaths(flags.scenarios?.map(builtInOr(fromHere)) ?? file.scenarios?.map(builtInOr(fromFile))),
        filter: checkPattern(flags.filter ?? file.filter),
        tags: flags.tag ?? [],
        skipTags: flags.skipTag ?? [],
        repeats,
        maxRepeats: mostRepeats(flags.maxRepeats, repeats) ?? Math.max(file.maxRepeats ?? extraFactor * repeats, repeats),
        profile: flags.profile ?? file.profile ?? 'default',
        qdrant: qdrantSource(flags, surroundings),
        releases: surroundings.releases,
        model: flags.model ?? (file.model && modelFrom(file.model, fromFile)) ?? 'all-MiniLM-L6-v2',
        require: flags.require ?? file.require ?? [],
        baseline: baseline ?? fromHere('baselines'),
        baselineRequired: baseline !== undefined,
        updateBaseline: flags.updateBaseline ?? false,
        out: fromHere(flags.out ?? '.memory-bench'),
        resume: flags.resume ?? false,
        timeLimitMs: flags.timeoutMinutes === undefined ? undefined : Math.round(flags.timeoutMinutes * 60_000),
        failOn: flags.failOn ?? file.failOn ?? ['budget', 'regression', 'leak', 'error', 'missing'],
        json: flags.json ?? false,
        cacheDir: fromHere(flags.cacheDir ?? surroundings.cacheDir),
        budgets: { ...file.budgets, ...flags.budgets },
        thresholds: { ...file.thresholds, ...flags.thresholds },
    };
}
/** How many times the planned samples a case may get that is not settled by them. */
const extraFactor = 4;
function mostRepeats(given, repeats) {
    if (given === undefined || given >= repeats)
        return given;
    throw new UsageError(`at most ${given} samples a case, but ${repeats} are planned`, {
        remedy: 'Let max-repeats be as many as repeats (then no case gets more than planned), or more.',
    });
}
async function readConfigFile(named, workingDirectory) {
    const path = resolve(workingDirectory, named ?? configFileName);
    if (named === undefined && !existsSync(path))
        return { file: {}, folder: workingDirectory };
    let raw;
    try {
        raw = JSON.parse(readFileSync(path, 'utf8'));
    }
    catch (cause) {
        throw new UsageError(`cannot read the configuration ${path}: ${messageOf(cause)}`, {
            remedy: 'It has to be a JSON file; its fields are in schema/config.schema.json.',
            cause,
        });
    }
    // Schemas are loaded where there is something to check, so that the action is quick to start.
    const { configFileSchema, explain } = await Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(478)]).then(__nccwpck_require__.bind(__nccwpck_require__, 478));
    const parsed = configFileSchema.safeParse(raw);
    if (parsed.success)
        return { file: parsed.data, folder: dirname(path) };
    throw new UsageError(`the configuration ${path} has a mistake:\n${explain(parsed.error)}`, {
        remedy: 'Its fields are in schema/config.schema.json of this package.',
    });
}
const builtInOr = (toPath) => (path) => path === 'builtin' ? builtInScenarios : toPath(path);
/** A model is a name, or a directory relative to the file that names it. */
function modelFrom(model, toPath) {
    return /[/\\]/.test(model) ? toPath(model) : model;
}
function scenarioPaths(paths) {
    return paths === undefined || paths.length === 0 ? [builtInScenarios] : paths;
}
function checkPattern(pattern) {
    try {
        if (pattern !== undefined)
            new RegExp(pattern);
        return pattern;
    }
    catch (cause) {
        throw new UsageError(`the filter ${pattern} is no regular expression: ${messageOf(cause)}`, {
            remedy: 'Give a JavaScript regular expression on the case id, such as "^search/".',
        });
    }
}
/** The server that is embedded, and the release or image of the same version. */
const defaultQdrantVersion = '1.16.3';
function qdrantSource({ qdrant, qdrantUrl, qdrantApiKey, qdrantBinary, qdrantVersion }, { automaticQdrant: order }) {
    if (qdrantUrl !== undefined && qdrantBinary !== undefined) {
        throw new UsageError('--qdrant-url and --qdrant-binary exclude each other', { remedy: 'Give one of them.' });
    }
    const version = checkVersion(qdrantVersion ?? defaultQdrantVersion);
    const kind = qdrant ?? 'auto';
    if (kind === 'url' && qdrantUrl === undefined) {
        throw new UsageError('the Qdrant source url was chosen, but no URL was given', {
            remedy: 'Give it with qdrant-url, such as http://127.0.0.1:6333.',
        });
    }
    if (kind !== 'auto' && kind !== 'url' && (qdrantUrl ?? qdrantBinary) !== undefined) {
        throw new UsageError(`the Qdrant source ${kind} and a URL or program of your own exclude each other`, {
            remedy: 'Leave one of them out.',
        });
    }
    if (qdrantBinary !== undefined)
        return { kind: 'binary', path: qdrantBinary };
    if (qdrantUrl !== undefined)
        return urlSource(qdrantUrl, qdrantApiKey);
    if (kind === 'auto')
        return { kind, version, order };
    if (kind === 'release' || kind === 'docker')
        return { kind, version };
    return { kind: kind === 'none' ? 'none' : 'embedded' };
}
function urlSource(url, apiKey) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new UsageError(`qdrant-url ${url} is no http(s) URL`, { remedy: 'Such as http://127.0.0.1:6333.' });
    }
    return { kind: 'url', url, apiKey: apiKey ?? process.env.QDRANT_API_KEY };
}
function checkVersion(version) {
    const bare = version.replace(/^v/, '');
    if (/^\d+\.\d+\.\d+$/.test(bare))
        return bare;
    throw new UsageError(`${version} is no version of Qdrant`, {
        remedy: `Give three numbers, such as ${defaultQdrantVersion}.`,
    });
}
function defaultCacheDir() {
    return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'memory-bench');
}
//# sourceMappingURL=load.js.map
// EXTERNAL MODULE: ./lib/src/config/runner-config.js
var runner_config = __nccwpck_require__(3210);
;// CONCATENATED MODULE: ./lib/src/config/action-inputs.js









const namePattern = /^[A-Za-z0-9._-]{1,80}$/;
/** Characters of a matrix leg that are shown. */
const longestLeg = 200;
const nameRemedy = 'Use up to 80 letters, digits, dots, hyphens and underscores.';
/**
 * The inputs of the action, and the configuration file they lie over, as one typed configuration.
 * @throws UsageError that names the input, and the legal values where they can be listed.
 */
async function readActionInputs(environment) {
    const inputs = new Inputs(environment);
    const config = await loadConfig({
        config: inputs.text('config'),
        suite: inputs.oneOf('suite', Object.keys(suites)),
        scenarios: inputs.lines('scenarios'),
        filter: inputs.text('filter'),
        repeats: inputs.wholeNumber('repeats', 1),
        maxRepeats: inputs.wholeNumber('max-repeats', 1),
        qdrant: inputs.oneOf('qdrant', qdrantKinds),
        qdrantVersion: inputs.text('qdrant-version'),
        qdrantUrl: inputs.text('qdrant-url'),
        qdrantApiKey: inputs.text('qdrant-api-key'),
        model: inputs.text('model'),
        baseline: inputs.text('baseline-path'),
        failOn: inputs.listOf('fail-on', failOnKinds),
        nodePath: inputs.text('node-path'),
        timeoutMinutes: inputs.minutes('timeout-minutes'),
        budgets: await yamlInput(inputs, 'budgets'),
        thresholds: await yamlInput(inputs, 'thresholds'),
    }, runnerSurroundings(environment, inputs));
    return {
        config,
        leg: legOf(inputs.text('matrix')),
        baseline: {
            source: inputs.oneOf('baseline', baselineSources) ?? 'auto',
            branches: inputs.lines('baseline-branch') ?? [],
            update: inputs.oneOf('update-baseline', updateModes) ?? 'auto',
            commit: inputs.flag('baseline-commit') ?? false,
            waitMs: (inputs.wholeNumber('baseline-wait-minutes', 0) ?? 10) * 60_000,
        },
        comment: {
            when: inputs.oneOf('comment', commentModes) ?? 'auto',
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
 * The inputs of the `comment` action.
 * @throws UsageError that names the input, and the legal values where they can be listed.
 */
function readCommentInputs(environment) {
    const inputs = new inputs_Inputs(environment);
    return {
        baseline: {
            source: inputs.oneOf('baseline', runner_config/* baselineSources */.AZ) ?? 'auto',
            branches: inputs.lines('baseline-branch') ?? [],
            path: inputs.text('baseline-path') ?? 'baselines',
        },
        when: inputs.oneOf('comment', ['always', 'changes']) ?? 'always',
        artifacts: { prefix: inputs.matching('artifact-name', namePattern, nameRemedy) ?? 'memory-bench' },
        token: requireToken(inputs),
    };
}
/** On a runner: the official release before what comes along; the measured Node is the one of setup-node. */
function runnerSurroundings(environment, inputs) {
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const workingDirectory = resolve(workspace, inputs.text('working-directory') ?? '.');
    const toolCache = environment.RUNNER_TOOL_CACHE ?? environment.RUNNER_TEMP ?? join(workspace, '.memory-bench');
    return {
        workingDirectory,
        commit: environment.GITHUB_SHA,
        nodePath: 'node',
        // Known when the runtime has been installed; until then nothing is resolved.
        packagesFolder: workingDirectory,
        cacheDir: join(toolCache, 'memory-bench'),
        automaticQdrant: ['release', 'embedded', 'docker'],
        releases: { url: environment.GITHUB_API_URL ?? 'https://api.github.com', token: inputs.text('github-token') },
    };
}
async function yamlInput(inputs, name) {
    const text = inputs.text(name);
    if (text === undefined)
        return undefined;
    const [{ parse }, { configFileSchema, explain }] = await Promise.all([__nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19)), Promise.all(/* import() */[__nccwpck_require__.e(798), __nccwpck_require__.e(478)]).then(__nccwpck_require__.bind(__nccwpck_require__, 478))]);
    let value;
    try {
        value = parse(text);
    }
    catch (cause) {
        throw new UsageError(`the input ${name} is not YAML: ${messageOf(cause)}`, { remedy: exampleOf(name), cause });
    }
    const parsed = configFileSchema.shape[name].unwrap().safeParse(value);
    if (parsed.success)
        return parsed.data;
    throw new UsageError(`the input ${name} has a mistake:\n${explain(parsed.error)}`, {
        remedy: exampleOf(name),
    });
}
function exampleOf(name) {
    return name === 'budgets'
        ? 'Such as `"search/**": { peak_rss_mb: 320 }`, one glob a line.'
        : 'Such as `"leak/*": { rss_delta_mb: { absolute: 2, relativePercent: 10 } }`, one glob a line.';
}
/** `{"node":22,"os":"ubuntu-24.04"}` as `node 22, os ubuntu-24.04`. */
function legOf(matrix) {
    let value;
    try {
        value = JSON.parse(matrix ?? 'null');
    }
    catch (cause) {
        throw new UsageError('the input matrix is not JSON', { remedy: 'Leave it out.', cause });
    }
    if (typeof value !== 'object' || value === null)
        return '';
    const leg = Object.entries(value)
        .map(([name, part]) => `${name} ${typeof part === 'string' ? part : JSON.stringify(part)}`)
        .join(', ');
    if (leg.length <= longestLeg)
        return leg;
    // What is cut off may be all that differs.
    return `${leg.slice(0, longestLeg)} ${createHash('sha256').update(leg).digest('hex').slice(0, 8)}`;
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

/***/ 3210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ baselineSources),
/* harmony export */   sw: () => (/* binding */ commentModes)
/* harmony export */ });
/* unused harmony export updateModes */
const baselineSources = ['auto', 'artifact', 'file', 'none'];
const updateModes = (/* unused pure expression or super */ null && (['auto', 'always', 'never']));
const commentModes = ['auto', 'always', 'changes', 'never'];
//# sourceMappingURL=runner-config.js.map

/***/ }),

/***/ 5071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eG: () => (/* binding */ EnvironmentError),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   kU: () => (/* binding */ MemoryBenchError),
/* harmony export */   p4: () => (/* binding */ InterruptedError),
/* harmony export */   yU: () => (/* binding */ ExitCode)
/* harmony export */ });
/** What the process ends with. Doors turn an error into one of these, once. */
const ExitCode = {
    /** Nothing broke a limit. */
    ok: 0,
    /** The verdict fails: a breach, a leak, a failed or missing case that `failOn` names. */
    verdict: 1,
    /** A flag, the configuration, a baseline or a scenario definition is wrong. */
    usage: 2,
    /** Something the run leans on is missing or broke: Qdrant, the model, the disk. */
    environment: 3,
    /** A bug of ours (EX_SOFTWARE of sysexits.h): never to be taken for a verdict. */
    internal: 70,
    /** Ctrl-C (128 + SIGINT). */
    interrupted: 130,
};
/** An error whose message is written for the person at the terminal: what is wrong, and what to do about it. */
class MemoryBenchError extends Error {
    /** One sentence that says what to do. Printed under the message. */
    remedy;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = new.target.name;
        this.remedy = options.remedy;
    }
}
/** What the user wrote (flag, config file, baseline, scenario definition) cannot be used. */
class UsageError extends MemoryBenchError {
    exitCode = ExitCode.usage;
}
/** Something outside of us that the run needs is missing or broken. */
class EnvironmentError extends MemoryBenchError {
    exitCode = ExitCode.environment;
}
/** The person pressed Ctrl-C, or the runner cancelled the job. */
class InterruptedError extends MemoryBenchError {
    exitCode = ExitCode.interrupted;
}
/** The text of anything that can be thrown. */
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 4998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ tellOnRunner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5071);

/** Tells an error as an annotation and turns it into an exit status; for the doors, once. */
async function tellOnRunner(error) {
    const { error: annotate } = await __nccwpck_require__.e(/* import() */ 421).then(__nccwpck_require__.bind(__nccwpck_require__, 6421));
    const title = 'memory-bench';
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MemoryBenchError */ .kU)) {
        const stack = error instanceof Error ? error.stack : String(error);
        annotate(`an error of its own; please report it:\n${stack}`, { title });
        return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExitCode */ .yU.internal;
    }
    annotate([error.message, error.remedy].filter(Boolean).join('\n'), { title });
    return error.exitCode;
}
//# sourceMappingURL=exit.js.map

/***/ }),

/***/ 8765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ suites),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
/* unused harmony export isSuiteName */
/** The named suites: the rule each stands for, its samples per case, and whether allocations are counted as well. */
const suites = {
    smoke: { rule: 'cases tagged `smoke`', repeats: 3, countAllocations: false },
    standard: { rule: 'every case but those tagged `slow`', repeats: 5, countAllocations: true },
    full: { rule: 'every case', repeats: 5, countAllocations: true },
};
function isSuiteName(name) {
    return Object.hasOwn(suites, name);
}
/** Whether a selection asks for a case. A baseline's case that is selected and was not measured is missing. */
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
    return scenarios.some((path) => path === source || (path === folder && source !== 'builtin'));
}
function inSuite(suite, tags) {
    if (suite === 'smoke')
        return tags.includes('smoke');
    if (suite === 'standard')
        return !tags.includes('slow');
    return true;
}
//# sourceMappingURL=selection.js.map

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
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
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
/******/ var __webpack_exports__ = __nccwpck_require__(9499);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
