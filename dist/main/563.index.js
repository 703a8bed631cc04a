export const id = 563;
export const ids = [563];
export const modules = {

/***/ 29738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ unlessInterrupted),
  v: () => (/* binding */ withScope)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/package-root.js
var package_root = __webpack_require__(18963);
// EXTERNAL MODULE: ./lib/src/services/child.js
var child = __webpack_require__(54441);
;// CONCATENATED MODULE: ./lib/src/services/process-identity.js

/** When a process started, in kernel clock ticks since boot; with the pid it names a process for good. Linux only. */
function processStartTicks(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // proc(5): the command name, field 2, may hold spaces and parentheses; start time is field 22.
        const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const ticks = Number(afterName[19]);
        return Number.isFinite(ticks) ? ticks : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=process-identity.js.map
;// CONCATENATED MODULE: ./lib/src/services/guardian.js






/**
 * Sees to it that nothing we start is left behind when we end without a chance to clean up (SIGKILL, a crash).
 * One small process a run; it acts when its pipe to us closes.
 */
class Guardian {
    #process;
    #ledger;
    /** Everything the guardian is told is also appended to `ledger`, for somebody who comes after both of us. */
    constructor({ ledger } = {}) {
        this.#ledger = ledger;
        this.#process = (0,external_node_child_process_.spawn)(process.execPath, [(0,package_root/* compiledEntry */.AK)('services/guardian-entry')], {
            stdio: ['pipe', 'ignore', 'ignore'],
            detached: true,
        });
        this.#process.unref();
        // The guardian going first (somebody killed it) must not take the run down with an EPIPE.
        this.#process.stdin?.on('error', () => { });
        this.#process.on('error', () => { });
    }
    /** Kill this process if we die. */
    watch(pid) {
        const ticks = processStartTicks(pid);
        this.#tell(ticks === undefined ? `watch\t${pid}` : `watch\t${pid}\t${ticks}`);
    }
    /** The process has ended, its pid may be anybody's. */
    forget(pid) {
        this.#tell(`forget\t${pid}`);
    }
    /** Remove this folder if we die. */
    keepClean(folder) {
        this.#tell(`keep-clean\t${folder}`);
    }
    /** The folder is gone or may stay. */
    leave(folder) {
        this.#tell(`leave\t${folder}`);
    }
    /** Remove this Docker container if we die. */
    container(id) {
        this.#tell(`container\t${id}`);
    }
    /** The container has been removed. */
    forgetContainer(id) {
        this.#tell(`forget-container\t${id}`);
    }
    /** Lets the guardian go. What it still watches is killed and removed. */
    close() {
        this.#process.stdin?.end();
    }
    #tell(line) {
        if (this.#ledger !== undefined)
            (0,external_node_fs_.appendFileSync)(this.#ledger, `${line}\n`);
        if (this.#process.stdin?.writable)
            this.#process.stdin.write(`${line}\n`);
    }
}
/** Does what the guardian of a ledger would have done, should it not have come to it. Resolves when that is done. */
async function obeyLedger(ledger) {
    const lines = await open(ledger).catch(() => undefined);
    // No ledger: nothing was ever started.
    if (lines === undefined)
        return;
    try {
        const child = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
            stdio: [lines.fd, 'ignore', 'inherit'],
        });
        await ending(child);
    }
    finally {
        await lines.close();
    }
}
//# sourceMappingURL=guardian.js.map
;// CONCATENATED MODULE: ./lib/src/scope.js





const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs `work` in a scope and takes everything back afterwards, however it ends. `ledger` is a file that tells a later
 * process what is left, should this one be killed.
 */
async function withScope(work, { ledger } = {}) {
    const guardian = new Guardian({ ledger });
    const folder = await makeFolder();
    guardian.keepClean(folder);
    const abort = new AbortController();
    const onInterrupt = () => {
        // Who asks twice does not want to wait: the guardian cleans up.
        if (abort.signal.aborted)
            process.exit(errors/* ExitCode */.yU.interrupted);
        abort.abort();
    };
    for (const name of interrupts)
        process.on(name, onInterrupt);
    try {
        return await work({ folder, guardian, signal: abort.signal });
    }
    finally {
        for (const name of interrupts)
            process.off(name, onInterrupt);
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
        guardian.leave(folder);
        guardian.close();
    }
}
/**
 * What `work` comes to, or an end as soon as the run is interrupted: for work that does not look at the signal itself.
 * @throws InterruptedError
 */
async function unlessInterrupted(work, signal) {
    let onAbort = () => { };
    const interrupted = new Promise((_, reject) => {
        onAbort = () => reject(new errors/* InterruptedError */.p4('the run was interrupted before anything was measured'));
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted)
            onAbort();
    });
    try {
        return await Promise.race([work, interrupted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
async function makeFolder() {
    try {
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'memory-bench-'));
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`cannot make a temporary folder: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Free some space there, or name another place with TMPDIR.',
            cause,
        });
    }
}
//# sourceMappingURL=scope.js.map

/***/ }),

/***/ 87874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ askProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65071);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54441);



/**
 * Starts a process that answers with one message: what throws, hangs or exits takes only that process with it.
 * @throws InterruptedError when it is cancelled.
 */
async function askProcess(question) {
    const { guardian, signal } = question;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(question.nodePath, [...question.nodeFlags, ...question.command], {
        cwd: question.workingDirectory,
        env: question.env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // Ctrl-C reaches us alone, and we end the process.
        detached: true,
    });
    if (child.pid !== undefined)
        guardian.watch(child.pid);
    const log = new _child_js__WEBPACK_IMPORTED_MODULE_2__/* .LogTail */ .J3().follow(child);
    let answer;
    child.once('message', (message) => {
        answer = message;
    });
    const kill = () => (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .killGroup */ .i0)(child);
    const timer = setTimeout(kill, question.withinMs);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted)
        kill();
    const how = await (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .endingDrained */ .hq)(child)
        .then(_child_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnding */ .be, _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)
        .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        if (child.pid === undefined)
            return;
        (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .killRemains */ .ax)(child.pid);
        guardian.forget(child.pid);
    });
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InterruptedError */ .p4('interrupted while files of the project were read');
    if (answer !== undefined)
        return { answer };
    return { ended: `${how}${log.text && `\n${log.text}`}` };
}
//# sourceMappingURL=ask-process.js.map

/***/ }),

/***/ 54441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ stopChild),
/* harmony export */   J3: () => (/* binding */ LogTail),
/* harmony export */   K1: () => (/* binding */ ending),
/* harmony export */   ax: () => (/* binding */ killRemains),
/* harmony export */   be: () => (/* binding */ describeEnding),
/* harmony export */   hq: () => (/* binding */ endingDrained),
/* harmony export */   i0: () => (/* binding */ killGroup)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** The last lines a process wrote, for the error message when it fails. */
class LogTail {
    #maxBytes;
    #text = '';
    constructor(maxBytes = 4_000) {
        this.#maxBytes = maxBytes;
    }
    /** Collects standard output and standard error of a child. */
    follow(child) {
        for (const stream of [child.stdout, child.stderr]) {
            stream?.setEncoding('utf8').on('data', (chunk) => this.add(chunk));
        }
        return this;
    }
    add(chunk) {
        this.#text = (this.#text + chunk).slice(-this.#maxBytes);
    }
    get text() {
        return this.#text.trim();
    }
}
/** Resolves when the process has ended; a process that could not be started rejects. */
function ending(child) {
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code, signal) => resolve(signal === null ? { code: code ?? 0 } : { signal }));
    });
}
/** After the exit, what a child had sent may still be on its way; it is waited for this long at most. */
const drainMs = 1_000;
/**
 * Like `ending`, but resolves when the child's last messages and output have arrived as well. A grandchild that keeps
 * the pipes open delays it by a second and no more.
 */
async function endingDrained(child) {
    const closed = new Promise((resolve) => child.once('close', resolve));
    const disconnected = child.channel
        ? new Promise((resolve) => child.once('disconnect', resolve))
        : Promise.resolve(undefined);
    const how = await ending(child);
    const limit = new AbortController();
    const giveUp = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(drainMs, undefined, { signal: limit.signal }).catch(() => { });
    await Promise.race([Promise.all([closed, disconnected]), giveUp]);
    limit.abort();
    return how;
}
/** `code 3` or `signal SIGKILL`, for messages. */
function describeEnding(how) {
    return 'signal' in how ? `signal ${how.signal}` : `code ${how.code}`;
}
/** SIGKILL to a child that was started detached, and to what it started itself. */
function killGroup(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    killRemains(child.pid);
}
/** SIGKILL to what is left of the process group that a detached child led. */
function killRemains(leaderPid) {
    try {
        process.kill(-leaderPid, 'SIGKILL');
    }
    catch {
        // Nothing is left.
    }
}
/** SIGTERM, then SIGKILL for a process that has not ended after `graceMs`. Resolves when it has ended. */
async function stopChild(child, ended, graceMs) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    try {
        await ended;
    }
    finally {
        clearTimeout(timer);
    }
}
//# sourceMappingURL=child.js.map

/***/ }),

/***/ 18960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ measuredNodeVersion),
/* harmony export */   u: () => (/* binding */ withoutTypeScript)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65071);
/* harmony import */ var _child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13817);




const run = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const answerWithinMs = 30_000;
const oldest = { major: 20, minor: 19 };
const remedy = `Node ${oldest.major}.${oldest.minor} or newer is needed: name its program with node-path (--node-path), ` +
    'or on a runner put it on PATH with actions/setup-node.';
/**
 * The version of the Node program that is measured, such as `v20.20.2`, as the program itself says it.
 * @throws EnvironmentError where it cannot be started, is no Node, or is too old.
 */
async function measuredNodeVersion(nodePath) {
    const said = await askVersion(nodePath);
    const [, major, minor] = /^v(\d+)\.(\d+)\.\d+/.exec(said) ?? [];
    if (major === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(`the program ${nodePath} is no Node`, { remedy });
    if (Number(major) > oldest.major || (Number(major) === oldest.major && Number(minor) >= oldest.minor))
        return said;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(`the Node to be measured, ${nodePath}, is too old: ${said}`, { remedy });
}
/**
 * Flags that keep Node's own TypeScript loader out of a process that is measured: it would weigh more than many a
 * scenario. Where there is one, importing TypeScript is an error then, as on a Node without.
 */
function withoutTypeScript(version) {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    return major > 22 || (major === 22 && minor >= 6) ? ['--no-experimental-strip-types'] : [];
}
async function askVersion(nodePath) {
    try {
        const options = { env: (0,_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .scenarioEnvironment */ .Ss)(), timeout: answerWithinMs };
        const { stdout } = await run(nodePath, ['-p', 'process.version'], options);
        return stdout.trim();
    }
    catch (cause) {
        const [reason] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause).split('\n');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EnvironmentError */ .eG(`the Node to be measured cannot be started: ${reason}`, { remedy, cause });
    }
}
//# sourceMappingURL=measured-node.js.map

/***/ }),

/***/ 48200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ ScenarioCompiler)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./node_modules/es-module-lexer/dist/lexer.js
var lexer = __webpack_require__(77960);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(13798);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/package-root.js
var package_root = __webpack_require__(18963);
// EXTERNAL MODULE: ./lib/src/suite/resolve-import.js
var resolve_import = __webpack_require__(79695);
;// CONCATENATED MODULE: ./lib/src/suite/rewrite-imports.js



const resolveName = '__memoryBenchResolve';
const builtin = (name) => `globalThis.process.getBuiltinModule("node:${name}")`;
/**
 * The module with other imports, and with `import.meta`, `require` and `__filename` that mean the original file. Lines
 * stay: what has to come first stands at the beginning of the first one.
 */
async function rewriteImports(module, target) {
    await (0,lexer/* init */.T)();
    const { code } = module;
    const [imports] = (0,lexer/* parse */.q)(code, module.original);
    const edits = [];
    for (const found of imports) {
        if (found.type !== 'import-meta')
            edits.push(...(await editsOf(found, target)));
    }
    const usesMeta = imports.some(({ type }) => type === 'import-meta');
    const usesResolve = usesMeta || edits.some(({ text }) => text.includes(resolveName));
    return preludeOf(module, { usesMeta, usesResolve }) + applied(code, edits);
}
async function editsOf(found, target) {
    const { start, end } = found;
    if (found.type !== 'dynamic') {
        const replacement = await target(found.specifier, 'static');
        // The quotes are not within start and end here.
        return replacement === undefined ? [] : [{ start: start - 1, end: end + 1, text: JSON.stringify(replacement) }];
    }
    if (found.specifier === undefined || found.glob) {
        return [
            { start, end: start, text: `${resolveName}(` },
            { start: end, end, text: ', true)' },
        ];
    }
    const replacement = await target(found.specifier, 'dynamic');
    return replacement === undefined ? [] : [{ start, end, text: JSON.stringify(replacement) }];
}
function applied(code, edits) {
    let done = 0;
    let text = '';
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
        text += code.slice(done, edit.start) + edit.text;
        done = edit.end;
    }
    return text + code.slice(done);
}
function preludeOf({ code, original, commonJs }, { usesMeta, usesResolve }) {
    const place = { url: (0,external_node_url_.pathToFileURL)(original).href, filename: original, dirname: (0,external_node_path_.dirname)(original) };
    return [
        ...(commonJs ? [commonJsPrelude(code, place)] : []),
        ...(usesResolve ? [resolvePrelude(place.url)] : []),
        ...(usesMeta ? [`Object.assign(import.meta,${JSON.stringify(place)},{resolve:s=>${resolveName}(s)});`] : []),
    ].join('');
}
function commonJsPrelude(code, { filename, dirname: folder }) {
    // A directive counts only where nothing but comments stands before it.
    const strict = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(['"])use strict\1/.test(code) ? '"use strict";' : '';
    const required = `require=${builtin('module')}.createRequire(${JSON.stringify(filename)});`;
    return `${strict}${required}__filename=${JSON.stringify(filename)};__dirname=${JSON.stringify(folder)};`;
}
/** A function, because those are there even before the module of a cycle has begun to run. */
function resolvePrelude(url) {
    const from = JSON.stringify(url);
    return [
        `function ${resolveName}(s,lenient){s=String(s);const{URL}=globalThis,m=${builtin('module')};`,
        `if(/^(\\.{1,2}\\/|\\/)/.test(s))return new URL(s,${from}).href;`,
        'if(URL.canParse(s))return s;',
        'if(m.isBuiltin(s))return"node:"+s;',
        `try{return ${builtin('url')}.pathToFileURL(m.createRequire(${from}).resolve(s)).href}`,
        'catch(e){if(lenient)return s;throw e}}',
    ].join('');
}
//# sourceMappingURL=rewrite-imports.js.map
;// CONCATENATED MODULE: ./lib/src/suite/strip-types.js



/** What the engine throws: a plain object. Lines count from 1, columns from 0 and by four for a tab. */
const complaint = schemas/* object */.Ikc({
    code: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    startLine: schemas/* number */.aig(),
    startColumn: schemas/* number */.aig(),
});
/**
 * TypeScript without its types. Blanks take their place, so that every position stays what it was; only a file that
 * needs more (enums, namespaces, parameter properties, imported types that are not marked as types) is transformed,
 * and comes with a source map.
 * @throws UsageError with the position of a mistake.
 */
async function stripTypes(file, source) {
    const { transform } = await __webpack_require__.e(/* import() */ 366).then(__webpack_require__.t.bind(__webpack_require__, 9366, 19));
    const attempt = async (options) => {
        try {
            const { code, map } = await transform(source, { filename: file, ...options });
            return { done: { code, ...(map === undefined ? {} : { map }) } };
        }
        catch (thrown) {
            return { thrown };
        }
    };
    const stripped = await attempt({ mode: 'strip-only' });
    if ('thrown' in stripped && complaint.safeParse(stripped.thrown).data?.code !== 'UnsupportedSyntax') {
        throw mistake(file, source, stripped.thrown);
    }
    const transformed = await attempt({
        mode: 'transform',
        sourceMap: true,
        transform: {
            nativeClassProperties: true,
            noEmptyExport: true,
            importExportAssignConfig: file.endsWith('.cts') ? 'Classic' : 'NodeNext',
        },
    });
    if ('thrown' in transformed) {
        if ('done' in stripped)
            return stripped.done;
        throw mistake(file, source, transformed.thrown);
    }
    await (0,lexer/* init */.T)();
    try {
        const asStripped = 'done' in stripped && importsOf(stripped.done.code) === importsOf(transformed.done.code);
        return asStripped ? stripped.done : transformed.done;
    }
    catch (error) {
        throw mistake(file, source, error);
    }
}
/** The names that a module imports: a transform leaves out those that turn out to be types. */
function importsOf(code) {
    return (0,lexer/* parse */.q)(code)[0]
        .flatMap(({ type, importStart, importEnd }) => (type === 'static' ? [code.slice(importStart, importEnd)] : []))
        .filter((statement) => !statement.startsWith('export'))
        .map((statement) => statement.replaceAll(/[\s'"`;]/g, '').replaceAll(/,?\{,*\}|,(?=\})/g, ''))
        .filter((statement) => !statement.startsWith('importfrom'))
        .join('\n');
}
function mistake(file, source, thrown) {
    const { success, data } = complaint.safeParse(thrown);
    if (!success) {
        return new errors/* UsageError */.eb(`the TypeScript file ${file} cannot be compiled: ${(0,errors/* messageOf */.bD)(thrown)}`, {
            remedy: 'Compile it to JavaScript first, and name what comes out.',
            cause: thrown,
        });
    }
    const line = source.split('\n')[data.startLine - 1] ?? '';
    const before = partOfWidth(line, data.startColumn);
    const caret = `${before.replaceAll(/[^\t]/g, ' ')}^`;
    const place = `${file}:${data.startLine}:${before.length + 1}`;
    return new errors/* UsageError */.eb(`the TypeScript file cannot be read:\n${place}: ${data.message}\n  ${line}\n  ${caret}`, {
        remedy: data.code === 'InvalidSyntax'
            ? 'Mend the line.'
            : 'Use erasable syntax there (what is left without the types is JavaScript), or compile the file first.',
    });
}
function partOfWidth(line, width) {
    let length = 0;
    for (let column = 0; column < width && length < line.length; length++)
        column += line[length] === '\t' ? 4 : 1;
    return line.slice(0, length);
}
//# sourceMappingURL=strip-types.js.map
;// CONCATENATED MODULE: ./lib/src/suite/compile.js












const manifestSchema = schemas/* object */.Ikc({ type: schemas/* string */.YjP().optional() });
/**
 * Turns TypeScript scenario files, and the TypeScript they import, into JavaScript in a folder of the run: the measured
 * process then needs no loader, which it would measure as well. Every file is compiled once.
 */
class ScenarioCompiler {
    #folder;
    #modules = new Map();
    /** Below `folder`, which has to be there when the first file is compiled. */
    constructor(folder) {
        this.#folder = folder;
    }
    /**
     * The module to import for a scenario file.
     * @throws UsageError for a mistake in it, or an import of what is not there.
     */
    async compile(file) {
        if (!(0,resolve_import/* isTypeScript */.CV)(file) && !(await lacksOwnPackage(file)))
            return { url: (0,external_node_url_.pathToFileURL)(file).href, sources: [] };
        const unwritten = [];
        const url = await this.#urlOf(await (0,promises_.realpath)(file), unwritten);
        // Not by recursion: two modules may import each other.
        for (let module = unwritten.pop(); module !== undefined; module = unwritten.pop()) {
            await this.#write(module, unwritten);
        }
        const sources = [...this.#modules.values()].map(({ compiled, original, map }) => ({
            compiled,
            original,
            ...(map === undefined ? {} : { map }),
        }));
        return { url, sources };
    }
    async #urlOf(original, unwritten) {
        const known = this.#modules.get(original);
        const module = known ?? (await this.#load(original));
        if (known === undefined) {
            this.#modules.set(original, module);
            unwritten.push(module);
        }
        return (0,external_node_url_.pathToFileURL)(module.compiled).href;
    }
    async #load(original) {
        // Node takes a first line such as `#!/usr/bin/env node` at the very beginning only.
        const source = (await (0,promises_.readFile)(original, 'utf8')).replace(/^\uFEFF/, '').replace(/^#!/, '//');
        const { code, map } = (0,resolve_import/* isTypeScript */.CV)(original) ? await stripTypes(original, source) : { code: source };
        const commonJs = isCommonJs(original, code);
        // Node names modules in stacks by their real path.
        const folder = (0,external_node_path_.join)(await (0,promises_.realpath)(this.#folder), 'compiled');
        const hash = (0,external_node_crypto_.createHash)('sha256').update(original).digest('hex').slice(0, 8);
        const name = (0,external_node_path_.basename)(original, (0,external_node_path_.extname)(original)).replaceAll(/[^\w.-]/g, '_');
        const compiled = (0,external_node_path_.join)(folder, `${name}-${hash}${commonJs ? '.cjs' : '.mjs'}`);
        if (map === undefined)
            return { compiled, original, code, commonJs };
        // A line of its own for what has to come first: it is free where a source map counts the lines.
        return { compiled, original, code: `\n${code}`, commonJs, map: belowOneLine(map) };
    }
    async #write(module, unwritten) {
        const text = await rewriteImports(module, async (specifier, kind) => {
            const resolved = (0,resolve_import/* resolveImport */.Ui)(specifier, module.original);
            if ('missing' in resolved) {
                if (kind === 'static')
                    throw missingImport(module.original, specifier, resolved.missing);
                return resolved.url;
            }
            if (!resolved.url.startsWith('file:') || !(0,resolve_import/* isTypeScript */.CV)((0,external_node_url_.fileURLToPath)(resolved.url)))
                return resolved.url;
            const { search, hash } = new URL(resolved.url);
            return `${await this.#urlOf((0,external_node_url_.fileURLToPath)(resolved.url), unwritten)}${search}${hash}`;
        });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(module.compiled), { recursive: true });
        await (0,promises_.writeFile)(module.compiled, text);
    }
}
/** Whether a JavaScript file imports our package from where it is not installed, as a project of the action's user is. */
async function lacksOwnPackage(file) {
    const { name } = (0,package_root/* ownPackage */.nl)();
    const code = await (0,promises_.readFile)(file, 'utf8');
    if (!code.includes(name) || (0,resolve_import/* isInstalled */.j$)(name, file))
        return false;
    await (0,lexer/* init */.T)();
    try {
        return (0,lexer/* parse */.q)(code)[0].some(({ type, specifier }) => type === 'static' && specifier === name);
    }
    catch {
        // Node says it better.
        return false;
    }
}
/** As Node decides: the extension, the nearest package.json, the syntax. */
function isCommonJs(original, code) {
    const hasModuleSyntax = (0,lexer/* parse */.q)(code)[3];
    if (original.endsWith('.cts') && hasModuleSyntax) {
        throw new errors/* UsageError */.eb(`${original} is CommonJS by its name, and has import or export in it`, {
            remedy: 'Name it .mts, or write require and module.exports.',
        });
    }
    if (/\.[cm](?:t|j)s$/.test(original))
        return /\.c.s$/.test(original);
    return !hasModuleSyntax && nearestType((0,external_node_path_.dirname)(original)) !== 'module';
}
function nearestType(folder) {
    const manifest = (0,external_node_path_.join)(folder, 'package.json');
    if ((0,external_node_fs_.existsSync)(manifest))
        return typeIn(manifest);
    const parent = (0,external_node_path_.dirname)(folder);
    return parent === folder ? undefined : nearestType(parent);
}
function typeIn(manifest) {
    try {
        return manifestSchema.parse(JSON.parse((0,external_node_fs_.readFileSync)(manifest, 'utf8'))).type;
    }
    catch (cause) {
        throw new errors/* UsageError */.eb(`cannot read ${manifest}: ${(0,errors/* messageOf */.bD)(cause)}`, { remedy: 'Mend the file.', cause });
    }
}
function missingImport(file, specifier, reason) {
    return new errors/* UsageError */.eb(`${file} imports ${specifier}, which cannot be found: ${reason}`, {
        remedy: /^[./]/.test(specifier)
            ? 'Check the path.'
            : 'Install the package; `paths` of a tsconfig.json are not read, `imports` of a package.json are.',
    });
}
/** The map of a module that has got one more line at its top. */
function belowOneLine(map) {
    const parsed = JSON.parse(map);
    return JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` });
}
//# sourceMappingURL=compile.js.map

/***/ }),

/***/ 89287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ originalPositions),
/* harmony export */   e: () => (/* binding */ inOriginalTerms)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98995);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/** A text such as a stack or a log, with every compiled path and the position after it as in the original file. */
function inOriginalTerms(text, sources) {
    return sources.reduce((told, source) => 
    // The URL first: it ends like the path.
    withOriginal(withOriginal(told, source, (path) => (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(path).href), source, (path) => path), text);
}
function withOriginal(text, source, spell) {
    const [before = '', ...after] = text.split(spell(source.compiled));
    return after.reduce((told, part) => told + spell(source.original) + inOriginalLine(part, source), before);
}
/** A function that translates places in compiled modules into those that somebody wrote; others stay as they are. */
function originalPositions(sources) {
    const byPath = new Map(sources.map(({ compiled, original, map }) => [
        compiled,
        { original, map: map === undefined ? undefined : new node_module__WEBPACK_IMPORTED_MODULE_0__.SourceMap(JSON.parse(map)) },
    ]));
    return (position) => {
        const source = byPath.get(position.path);
        if (source === undefined)
            return position;
        const path = source.original;
        const entry = source.map?.findEntry(position.line - 1, position.column - 1);
        if (entry === undefined || !('originalLine' in entry))
            return { ...position, path };
        return { path, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
    };
}
function inOriginalLine(after, { map }) {
    if (map === undefined)
        return after;
    return after.replace(/^:(\d+)(?::(\d+))?/, (position, line, column) => {
        const entry = new node_module__WEBPACK_IMPORTED_MODULE_0__.SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column ?? 1) - 1);
        if (!('originalLine' in entry))
            return position;
        return `:${entry.originalLine + 1}${column === undefined ? '' : `:${entry.originalColumn + 1}`}`;
    });
}
//# sourceMappingURL=original-positions.js.map

/***/ }),

/***/ 79695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ isTypeScript),
/* harmony export */   HC: () => (/* binding */ isDeclaration),
/* harmony export */   Ui: () => (/* binding */ resolveImport),
/* harmony export */   j$: () => (/* binding */ isInstalled)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98995);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var import_meta_resolve__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99581);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65071);
/* harmony import */ var _package_root_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18963);







const sourceExtensions = { '.js': '.ts', '.mjs': '.mts', '.cjs': '.cts' };
const guessedExtensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
/** Whether a file is TypeScript that can be run once its types are gone. */
function isTypeScript(file) {
    return /\.[cm]?ts$/.test(file) && !isDeclaration(file);
}
/** Whether a file holds types alone. */
function isDeclaration(file) {
    return /\.d\.[cm]?ts$/.test(file);
}
/** Whether `import` in a file finds a package. */
function isInstalled(name, file) {
    try {
        (0,import_meta_resolve__WEBPACK_IMPORTED_MODULE_6__/* .resolve */ .h)(name, (0,node_url__WEBPACK_IMPORTED_MODULE_3__.pathToFileURL)(file).href);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * The URL that `specifier` means in `file`. In TypeScript, `./x.js` and `./x` mean `./x.ts` where there is one. Our own
 * package is found even where it is not installed.
 */
function resolveImport(specifier, file) {
    if ((0,node_module__WEBPACK_IMPORTED_MODULE_1__.isBuiltin)(specifier))
        return { url: specifier };
    const parent = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.pathToFileURL)(file);
    if (/^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier))
        return resolvePath(new URL(specifier, parent), file);
    if (URL.canParse(specifier))
        return { url: specifier };
    try {
        return { url: (0,import_meta_resolve__WEBPACK_IMPORTED_MODULE_6__/* .resolve */ .h)(specifier, parent.href) };
    }
    catch (error) {
        if (specifier === (0,_package_root_js__WEBPACK_IMPORTED_MODULE_5__/* .ownPackage */ .nl)().name) {
            return { url: (0,node_url__WEBPACK_IMPORTED_MODULE_3__.pathToFileURL)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(_package_root_js__WEBPACK_IMPORTED_MODULE_5__/* .packageRoot */ .Zl, 'lib', 'src', 'index.js')).href };
        }
        return { missing: (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error) };
    }
}
function resolvePath(asked, importer) {
    const path = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(asked);
    const found = (isTypeScript(importer) ? candidates(path) : [path]).find(isFile);
    if (found === undefined)
        return { missing: `there is no ${path}`, url: asked.href };
    // As Node does: one file under two names is one module.
    return { url: `${(0,node_url__WEBPACK_IMPORTED_MODULE_3__.pathToFileURL)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(found)).href}${asked.search}${asked.hash}` };
}
function candidates(path) {
    const extension = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(path);
    const source = sourceExtensions[extension];
    return [
        ...(source === undefined ? [] : [path.slice(0, -extension.length) + source]),
        path,
        ...guessedExtensions.map((guessed) => path + guessed),
        ...guessedExtensions.map((guessed) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, `index${guessed}`)),
    ];
}
function isFile(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
//# sourceMappingURL=resolve-import.js.map

/***/ }),

/***/ 6205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ syntaxErrorIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _services_child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13817);




/**
 * A syntax error with its place, the line and a sign below it: importing tells only that there is one. Undefined for
 * other errors, and where the error is in another file.
 */
async function syntaxErrorIn(url, error, nodePath) {
    if (!error.startsWith('SyntaxError'))
        return undefined;
    const check = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(nodePath, ['--check', (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(url)], { env: (0,_services_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .scenarioEnvironment */ .Ss)() });
    const stderr = await check.then(() => '', (thrown) => (thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''));
    // What follows is Node's own stack.
    return stderr === '' ? undefined : stderr.split(/\n\s+at /)[0];
}
//# sourceMappingURL=syntax-error.js.map

/***/ })

};
