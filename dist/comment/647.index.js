export const id = 647;
export const ids = [647];
export const modules = {

/***/ 3647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readScript: () => (/* binding */ readScript)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(3798);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/package-root.js
var package_root = __webpack_require__(8963);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/services/child.js

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
function child_ending(child) {
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
    const how = await child_ending(child);
    const limit = new AbortController();
    const giveUp = (0,external_node_timers_promises_.setTimeout)(drainMs, undefined, { signal: limit.signal }).catch(() => { });
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
        onAbort = () => reject(new InterruptedError('the run was interrupted before anything was measured'));
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
;// CONCATENATED MODULE: ./lib/src/services/ask-process.js



/**
 * Starts a process that answers with one message: what throws, hangs or exits takes only that process with it.
 * @throws InterruptedError when it is cancelled.
 */
async function askProcess(question) {
    const { guardian, signal } = question;
    const child = (0,external_node_child_process_.spawn)(question.nodePath, [...question.nodeFlags, ...question.command], {
        cwd: question.workingDirectory,
        env: question.env,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // Ctrl-C reaches us alone, and we end the process.
        detached: true,
    });
    if (child.pid !== undefined)
        guardian.watch(child.pid);
    const log = new LogTail().follow(child);
    let answer;
    child.once('message', (message) => {
        answer = message;
    });
    const kill = () => killGroup(child);
    const timer = setTimeout(kill, question.withinMs);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted)
        kill();
    const how = await endingDrained(child)
        .then(describeEnding, errors/* messageOf */.bD)
        .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        if (child.pid === undefined)
            return;
        killRemains(child.pid);
        guardian.forget(child.pid);
    });
    if (signal.aborted)
        throw new errors/* InterruptedError */.p4('interrupted while files of the project were read');
    if (answer !== undefined)
        return { answer };
    return { ended: `${how}${log.text && `\n${log.text}`}` };
}
//# sourceMappingURL=ask-process.js.map
// EXTERNAL MODULE: ./lib/src/services/child-environment.js
var child_environment = __webpack_require__(3817);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/services/measured-node.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
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
        throw new EnvironmentError(`the program ${nodePath} is no Node`, { remedy });
    if (Number(major) > oldest.major || (Number(major) === oldest.major && Number(minor) >= oldest.minor))
        return said;
    throw new EnvironmentError(`the Node to be measured, ${nodePath}, is too old: ${said}`, { remedy });
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
        const options = { env: scenarioEnvironment(), timeout: answerWithinMs };
        const { stdout } = await run(nodePath, ['-p', 'process.version'], options);
        return stdout.trim();
    }
    catch (cause) {
        const [reason] = messageOf(cause).split('\n');
        throw new EnvironmentError(`the Node to be measured cannot be started: ${reason}`, { remedy, cause });
    }
}
//# sourceMappingURL=measured-node.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./node_modules/es-module-lexer/dist/lexer.js
var lexer = __webpack_require__(7960);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: ./node_modules/import-meta-resolve/index.js + 5 modules
var import_meta_resolve = __webpack_require__(9581);
;// CONCATENATED MODULE: ./lib/src/suite/resolve-import.js







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
        (0,import_meta_resolve/* resolve */.h)(name, (0,external_node_url_.pathToFileURL)(file).href);
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
    if ((0,external_node_module_.isBuiltin)(specifier))
        return { url: specifier };
    const parent = (0,external_node_url_.pathToFileURL)(file);
    if (/^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier))
        return resolvePath(new URL(specifier, parent), file);
    if (URL.canParse(specifier))
        return { url: specifier };
    try {
        return { url: (0,import_meta_resolve/* resolve */.h)(specifier, parent.href) };
    }
    catch (error) {
        if (specifier === (0,package_root/* ownPackage */.nl)().name) {
            return { url: (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(package_root/* packageRoot */.Zl, 'lib', 'src', 'index.js')).href };
        }
        return { missing: (0,errors/* messageOf */.bD)(error) };
    }
}
function resolvePath(asked, importer) {
    const path = (0,external_node_url_.fileURLToPath)(asked);
    const found = (isTypeScript(importer) ? candidates(path) : [path]).find(isFile);
    if (found === undefined)
        return { missing: `there is no ${path}`, url: asked.href };
    // As Node does: one file under two names is one module.
    return { url: `${(0,external_node_url_.pathToFileURL)((0,external_node_fs_.realpathSync)(found)).href}${asked.search}${asked.hash}` };
}
function candidates(path) {
    const extension = (0,external_node_path_.extname)(path);
    const source = sourceExtensions[extension];
    return [
        ...(source === undefined ? [] : [path.slice(0, -extension.length) + source]),
        path,
        ...guessedExtensions.map((guessed) => path + guessed),
        ...guessedExtensions.map((guessed) => (0,external_node_path_.join)(path, `index${guessed}`)),
    ];
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
//# sourceMappingURL=resolve-import.js.map
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
        if (!isTypeScript(file) && !(await lacksOwnPackage(file)))
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
        const { code, map } = isTypeScript(original) ? await stripTypes(original, source) : { code: source };
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
            const resolved = resolveImport(specifier, module.original);
            if ('missing' in resolved) {
                if (kind === 'static')
                    throw missingImport(module.original, specifier, resolved.missing);
                return resolved.url;
            }
            if (!resolved.url.startsWith('file:') || !isTypeScript((0,external_node_url_.fileURLToPath)(resolved.url)))
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
    if (!code.includes(name) || isInstalled(name, file))
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
;// CONCATENATED MODULE: ./lib/src/suite/original-positions.js


/** A text such as a stack or a log, with every compiled path and the position after it as in the original file. */
function inOriginalTerms(text, sources) {
    return sources.reduce((told, source) => 
    // The URL first: it ends like the path.
    withOriginal(withOriginal(told, source, (path) => (0,external_node_url_.pathToFileURL)(path).href), source, (path) => path), text);
}
function withOriginal(text, source, spell) {
    const [before = '', ...after] = text.split(spell(source.compiled));
    return after.reduce((told, part) => told + spell(source.original) + inOriginalLine(part, source), before);
}
/** A function that translates places in compiled modules into those that somebody wrote; others stay as they are. */
function originalPositions(sources) {
    const byPath = new Map(sources.map(({ compiled, original, map }) => [
        compiled,
        { original, map: map === undefined ? undefined : new SourceMap(JSON.parse(map)) },
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
        const entry = new external_node_module_.SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column ?? 1) - 1);
        if (!('originalLine' in entry))
            return position;
        return `:${entry.originalLine + 1}${column === undefined ? '' : `:${entry.originalColumn + 1}`}`;
    });
}
//# sourceMappingURL=original-positions.js.map
;// CONCATENATED MODULE: ./lib/src/suite/syntax-error.js




/**
 * A syntax error with its place, the line and a sign below it: importing tells only that there is one. Undefined for
 * other errors, and where the error is in another file.
 */
async function syntaxErrorIn(url, error, nodePath) {
    if (!error.startsWith('SyntaxError'))
        return undefined;
    const check = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(nodePath, ['--check', (0,external_node_url_.fileURLToPath)(url)], { env: (0,child_environment/* scenarioEnvironment */.Ss)() });
    const stderr = await check.then(() => '', (thrown) => (thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''));
    // What follows is Node's own stack.
    return stderr === '' ? undefined : stderr.split(/\n\s+at /)[0];
}
//# sourceMappingURL=syntax-error.js.map
;// CONCATENATED MODULE: ./lib/src/config/script-config.js










const readWithinMs = 30_000;
/** The whole answer of the process that imports the file. */
const answerSchema = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ error: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ config: schemas/* unknown */.L5J().optional() }),
]);
/**
 * What a configuration in TypeScript or JavaScript exports by default, imported in a process of its own. The scope of
 * that process is the reading alone: what else is done with a configuration needs none.
 * @throws UsageError for a file that cannot be imported, or exports nothing; InterruptedError when it is cancelled.
 */
function readScript(path, workingDirectory) {
    return withScope(async ({ folder, guardian, signal }) => {
        const { url, sources } = await new ScenarioCompiler(folder).compile(path);
        const reply = await askProcess({
            // Ours, and not the one to be measured: that is for the configuration to say.
            nodePath: process.execPath,
            nodeFlags: withoutTypeScript(process.version),
            command: [(0,package_root/* compiledEntry */.AK)('config/config-entry'), url],
            workingDirectory,
            // A configuration may well look at CI, unlike what is measured.
            env: (0,child_environment/* environmentWithoutKeys */.sG)(),
            withinMs: readWithinMs,
            guardian,
            signal,
        });
        if ('ended' in reply) {
            throw new errors/* UsageError */.eb(`the configuration ${path} could not be read: importing it ended the process with ${inOriginalTerms(reply.ended, sources)}`, { remedy: `Its top level must not exit, nor take more than ${readWithinMs / 1000} s.` });
        }
        const answer = answerSchema.parse(reply.answer);
        if ('error' in answer) {
            const told = (await syntaxErrorIn(url, answer.error, process.execPath)) ?? answer.error;
            throw new errors/* UsageError */.eb(`the configuration ${path} threw on import:\n${inOriginalTerms(told, sources)}`, {
                remedy: 'Mend the file; importing it must not throw.',
            });
        }
        if (answer.config === undefined) {
            throw new errors/* UsageError */.eb(`the configuration ${path} has no default export`, {
                remedy: 'Write `export default defineConfig({ ... })`, or `module.exports = { ... }` in CommonJS.',
            });
        }
        return answer.config;
    });
}
//# sourceMappingURL=script-config.js.map

/***/ })

};
