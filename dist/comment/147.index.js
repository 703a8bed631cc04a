export const id = 147;
export const ids = [147];
export const modules = {

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readScript: () => (/* binding */ readScript)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(3798);
// EXTERNAL MODULE: ./lib/src/errors.js + 1 modules
var errors = __webpack_require__(8093);
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
// EXTERNAL MODULE: ./lib/src/output/secrets.js + 1 modules
var secrets = __webpack_require__(653);
;// CONCATENATED MODULE: ./lib/src/services/child.js


/** The last lines a process wrote, for the error message when it fails. Known secrets are redacted. */
class LogTail {
    #maxBytes;
    #raw = '';
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
        this.#raw = (this.#raw + chunk).slice(-2 * this.#maxBytes);
    }
    get text() {
        // Cut after redacting: half a secret would not be recognised.
        return (0,secrets/* redactCut */.Uh)(this.#raw).slice(-this.#maxBytes).trim();
    }
    /** Whether the output includes a text, even if that is a secret. */
    includes(text) {
        return this.#raw.includes(text);
    }
}
/** Resolves when the process has ended; rejects if it could not be started. */
function child_ending(child) {
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code, signal) => resolve(signal === null ? { code: code ?? 0 } : { signal }));
    });
}
/** Maximum wait after the exit for messages and output of the child that are still in transit. */
const drainMs = 1_000;
/**
 * Like `ending`, but also waits for the child's last messages and output. A grandchild that keeps the pipes open delays
 * it by at most a second. The pipes are then closed, because they would keep this process from ending.
 */
async function endingDrained(child) {
    const closed = new Promise((resolve) => child.once('close', resolve));
    const disconnected = child.channel
        ? new Promise((resolve) => child.once('disconnect', resolve))
        : Promise.resolve(undefined);
    const limit = new AbortController();
    try {
        const how = await child_ending(child);
        const giveUp = (0,external_node_timers_promises_.setTimeout)(drainMs, undefined, { signal: limit.signal }).catch(() => { });
        await Promise.race([Promise.all([closed, disconnected]), giveUp]);
        return how;
    }
    finally {
        limit.abort();
        releaseStreams(child);
    }
}
/** Closes every stream to a child, even if other processes have inherited the other end. */
function releaseStreams(child) {
    for (const stream of child.stdio)
        stream?.destroy();
    if (child.connected)
        child.disconnect();
}
/** `code 3` or `signal SIGKILL`, for messages. */
function describeEnding(how) {
    return 'signal' in how ? `signal ${how.signal}` : `code ${how.code}`;
}
/** Sends SIGKILL to a child that was started detached, and to its process group. */
function killGroup(child) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
        return;
    killRemains(child.pid);
}
/** Sends SIGKILL to what is left of the process group that a detached child led. */
function killRemains(leaderPid) {
    try {
        process.kill(-leaderPid, 'SIGKILL');
    }
    catch {
        // Nothing is left.
    }
}
/** Sends SIGTERM, then SIGKILL if the process has not ended after `graceMs`. Resolves when it has ended. */
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
;// CONCATENATED MODULE: ./lib/src/services/guardian-line.js
/**
 * A command to the guardian as one line: words separated by tabs, each percent-encoded, because the path of a folder
 * may contain tabs and line breaks of any kind.
 */
function guardianLine(words) {
    return `${words.map((word) => encodeURIComponent(String(word).toWellFormed())).join('\t')}\n`;
}
/** The words of a line; empty if guardianLine did not write it. */
function guardian_line_guardianWords(line) {
    try {
        return line.split('\t').map(decodeURIComponent);
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=guardian-line.js.map
// EXTERNAL MODULE: ./lib/src/services/child-environment.js
var child_environment = __webpack_require__(3817);
;// CONCATENATED MODULE: ./lib/src/services/process-identity.js

/** Start of a process, in kernel clock ticks since boot. Unique together with the pid. Linux only. */
function processStartTicks(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // proc(5): the command name, field 2, may contain spaces and parentheses; start time is field 22.
        const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const ticks = Number(afterName[19]);
        return Number.isFinite(ticks) ? ticks : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=process-identity.js.map
;// CONCATENATED MODULE: ./lib/src/services/process-list.js

/** All processes; those that end while they are listed are left out. Linux only. */
function listProcesses() {
    return (0,external_node_fs_.readdirSync)('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []));
}
/** One process; undefined if it has ended. */
function readStat(pid) {
    try {
        return parseStat((0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/** Parses a line of `/proc/<pid>/stat`, proc(5). */
function parseStat(line) {
    // The command name, field 2, may contain spaces and parentheses.
    const [state, parentPid, , sessionId, ...later] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return {
        pid: Number.parseInt(line, 10),
        parentPid: Number(parentPid),
        sessionId: Number(sessionId),
        // Field 22; `later` begins with field 7.
        startTicks: Number(later[15]),
        stackStart: later[21] ?? '0',
        isZombie: state === 'Z' || state === 'X',
    };
}
/** The processes for which `isMember` is true, and all their descendants; none that has ended. */
function treeOf(processes, isMember) {
    const children = groupByParent(processes);
    const members = new Map();
    const waiting = processes.filter(isMember);
    // Without recursion: a chain of processes may be as long as the process table.
    for (let found = waiting.pop(); found !== undefined; found = waiting.pop()) {
        if (members.has(found.pid))
            continue;
        members.set(found.pid, found);
        waiting.push(...(children.get(found.pid) ?? []));
    }
    return [...members.values()].filter(({ isZombie }) => !isZombie);
}
function groupByParent(processes) {
    const children = new Map();
    for (const found of processes) {
        const siblings = children.get(found.parentPid);
        if (siblings === undefined)
            children.set(found.parentPid, [found]);
        else
            siblings.push(found);
    }
    return children;
}
/** Ends a process that may have ended already. */
function killIfThere(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended, or runs as another user.
    }
}
/** The environment that a process was started with, as `NAME=value`; empty if it cannot be read. */
function variablesOf(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, 'utf8').split('\0');
    }
    catch {
        return [];
    }
}
/** Whether `NAME=value` is in the environment that a process was started with; false if it cannot be read. */
function hasVariable(pid, variable) {
    return variablesOf(pid).includes(variable);
}
/** The command line of a process, at most 200 characters and without control characters; empty if it has ended. */
function commandLineOf(pid) {
    try {
        const words = (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8')
            .slice(0, longestCommandLine * 2)
            .replace(/\0+$/, '');
        return words.replaceAll(/[\p{C}\u2028\u2029]+/gu, ' ').slice(0, longestCommandLine);
    }
    catch {
        return '';
    }
}
const longestCommandLine = 200;
//# sourceMappingURL=process-list.js.map
;// CONCATENATED MODULE: ./lib/src/services/process-family.js




/** How long killed processes may take to end: freeing gigabytes takes time. */
const endWithinMs = 2_000;
const lookAgainMs = 20;
/** Standard input, output and error: the descriptors that a child inherits. */
const inherited = [0, 1, 2];
/**
 * A process and everything it starts, even after it has ended: its descendants, the session it leads, processes that
 * have one of its streams open, and processes with a variable in their environment. Linux only; empty elsewhere.
 */
class ProcessFamily {
    #pid;
    #mark;
    #startTicks;
    #streams;
    /** Start times of the relatives seen so far, by pid. */
    #known = new Map();
    /** The process was just started, with its own pipes; `mark` is a variable of its environment, as `NAME=value`. */
    constructor(pid, mark) {
        this.#pid = pid;
        this.#mark = mark;
        this.#startTicks = processStartTicks(pid);
        // The number of a pipe or socket is unique in the system, and only relatives have memory-bench's.
        this.#streams = new Set(inherited.map((fd) => streamOf(pid, fd)).filter((name) => name !== undefined));
    }
    /** Notes relatives while their parents live. Later, one without the mark could not be recognized. */
    note() {
        this.#relatives();
    }
    /** Ends every relative with SIGKILL. Resolves with those that are alive after two seconds. */
    end() {
        return process_family_endAll(() => this.#relatives());
    }
    #relatives() {
        const since = this.#startTicks;
        if (since === undefined)
            return [];
        // Nothing older can be a relative; memory-bench itself never is.
        const listed = processesOrNone().filter(({ pid, startTicks }) => startTicks >= since && pid !== process.pid);
        // Another process may have the pid by now, and lead another session.
        const isReused = listed.some(({ pid, startTicks }) => pid === this.#pid && startTicks !== since);
        const inSession = ({ sessionId }) => sessionId === this.#pid && !isReused;
        const relatives = treeOf(listed, (found) => this.#isRoot(found) || inSession(found) || this.#isRelative(found));
        for (const { pid, startTicks } of relatives)
            this.#known.set(pid, startTicks);
        return relatives.filter((found) => !this.#isRoot(found));
    }
    #isRoot({ pid, startTicks }) {
        return pid === this.#pid && startTicks === this.#startTicks;
    }
    #isRelative({ pid, startTicks }) {
        return (this.#known.get(pid) === startTicks ||
            hasVariable(pid, this.#mark) ||
            inherited.some((fd) => this.#streams.has(streamOf(pid, fd) ?? '')));
    }
}
/** Sends SIGKILL to what `find` finds, until it finds nothing. Resolves with what is alive after two seconds. */
async function process_family_endAll(find) {
    const deadline = performance.now() + endWithinMs;
    for (;;) {
        const alive = find();
        if (alive.length === 0 || performance.now() > deadline)
            return alive;
        for (const { pid } of alive)
            killIfThere(pid);
        await (0,external_node_timers_promises_.setTimeout)(lookAgainMs);
    }
}
function processesOrNone() {
    try {
        return listProcesses();
    }
    catch {
        return [];
    }
}
/** The pipe or socket behind a descriptor, such as `socket:[4711]`; undefined for anything else. */
function streamOf(pid, fd) {
    try {
        const target = (0,external_node_fs_.readlinkSync)(`/proc/${pid}/fd/${fd}`);
        return /^(?:socket|pipe):/.test(target) ? target : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=process-family.js.map
;// CONCATENATED MODULE: ./lib/src/services/left-processes.js










function leftProcess({ pid, startTicks }, origin) {
    // Redact it here: the post step also prints it, and does not know the keys that this process generated.
    return { pid, startTicks, command: (0,secrets/* redactCut */.Uh)(commandLineOf(pid)), origin };
}
/**
 * Ends every process that has a folder of the run in its environment, even if it has left the session and its parents
 * are gone. Resolves with those that are alive after two seconds. Linux only; finds none elsewhere.
 */
function endMarkedBy(runFolder) {
    const [name] = (0,child_environment/* runMark */.n6)(runFolder);
    const mark = `${name}=${runFolder}`;
    const isMarked = (pid) => variablesOf(pid).some((each) => `${each}${external_node_path_.sep}`.startsWith(`${mark}${external_node_path_.sep}`));
    return process_family_endAll(() => listed().filter(({ pid, isZombie }) => pid !== process.pid && !isZombie && isMarked(pid)));
}
/**
 * Daemons that started after this process, in a folder or with a cleared environment. Nothing ties them to the run:
 * they have closed its streams and left its session. Another program of the user can look the same.
 */
function suspectedDaemons(workingDirectory) {
    const since = processStartTicks(process.pid);
    const all = listed();
    const own = all.find(({ pid }) => pid === process.pid);
    if (since === undefined || own === undefined)
        return [];
    return all
        .filter(({ startTicks, isZombie, sessionId }) => startTicks >= since && !isZombie && sessionId !== own.sessionId)
        .filter(({ parentPid }) => parentPid === 1 || nameOf(parentPid) === 'systemd')
        .filter(({ pid }) => isOfThisUser(pid) && !hasTerminal(pid))
        .filter(({ pid }) => worksIn(workingDirectory, pid) || hasClearedEnvironment(pid));
}
const recordedLine = schemas/* strictObject */.rej({
    pid: schemas/* int */.Whr().positive(),
    startTicks: schemas/* int */.Whr().nonnegative(),
    command: schemas/* string */.YjP().max(1_000),
    origin: schemas/* enum */.k5n(['started', 'suspected']),
});
const verb = 'left';
/** The words of a ledger's line for a process that was left behind. */
function wordsOf(left) {
    return [verb, JSON.stringify(left)];
}
/** The left-behind processes in a ledger that are still alive, after killing those that the run started. */
async function lookAgain(ledger) {
    const lines = await readFile(ledger, 'utf8').catch(() => '');
    const recorded = lines.split('\n').flatMap((line) => recordedIn(line) ?? []);
    const isRecorded = ({ pid, startTicks }, origin) => recorded.some((left) => left.pid === pid && left.startTicks === startTicks && left.origin === origin);
    const alive = (origin) => listed().filter((found) => !found.isZombie && isRecorded(found, origin));
    const started = await endAll(() => alive('started'));
    return [
        ...started.map((found) => leftProcess(found, 'started')),
        ...alive('suspected').map((found) => leftProcess(found, 'suspected')),
    ];
}
function recordedIn(line) {
    const [word, left = ''] = guardianWords(line);
    if (word !== verb)
        return undefined;
    try {
        return recordedLine.parse(JSON.parse(left));
    }
    catch {
        return undefined;
    }
}
/** Message for the user about one process. */
function describeLeft({ pid, command, origin }) {
    const what = `process ${pid}${command === '' ? '' : ` (${command})`}`;
    return origin === 'started'
        ? `${what} was started by this run and could not be ended; it may run as another user`
        : `${what} may be a daemon that this run left behind; it was not ended, because nothing shows that it is of this run`;
}
function listed() {
    try {
        return listProcesses();
    }
    catch {
        return [];
    }
}
function nameOf(pid) {
    return contentOf(pid, 'comm').trim();
}
/** Field 7 of proc(5) is the terminal; 0 for none. */
function hasTerminal(pid) {
    const stat = contentOf(pid, 'stat');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[4] !== '0';
}
function contentOf(pid, name) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/${name}`, 'utf8');
    }
    catch {
        return '';
    }
}
function isOfThisUser(pid) {
    try {
        return (0,external_node_fs_.statSync)(`/proc/${pid}`).uid === process.getuid?.();
    }
    catch {
        return false;
    }
}
/** Daemons change to `/`. Logins and cron set HOME, and systemd INVOCATION_ID. */
function hasClearedEnvironment(pid) {
    const variables = variablesOf(pid);
    return variables.length > 0 && !variables.some((each) => /^(?:HOME|INVOCATION_ID)=/.test(each));
}
function worksIn(folder, pid) {
    try {
        return `${(0,external_node_fs_.readlinkSync)(`/proc/${pid}/cwd`)}${external_node_path_.sep}`.startsWith(`${folder}${external_node_path_.sep}`);
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=left-processes.js.map
// EXTERNAL MODULE: ./lib/src/services/tool-environment.js
var tool_environment = __webpack_require__(4205);
;// CONCATENATED MODULE: ./lib/src/services/guardian.js










/**
 * Ensures that memory-bench leaves nothing behind if it ends without a chance to clean up (SIGKILL, a crash).
 * It is one small process per run, which acts when its pipe to memory-bench closes.
 */
class Guardian {
    #process;
    #ledger;
    #left = [];
    /** Every command to the guardian is also appended to `ledger`, for a post step that runs after both processes. */
    constructor({ ledger } = {}) {
        this.#ledger = ledger;
        this.#process = (0,external_node_child_process_.spawn)(process.execPath, [(0,package_root/* compiledEntry */.AK)('services/guardian-entry')], {
            env: (0,tool_environment/* toolEnvironment */.u)('guardian'),
            stdio: ['pipe', 'ignore', 'ignore'],
            detached: true,
        });
        this.#process.unref();
        // If the guardian is killed first, the run must not fail with an EPIPE.
        this.#process.stdin?.on('error', () => { });
        this.#process.on('error', () => { });
    }
    /** Kill this process if memory-bench dies. */
    watch(pid) {
        const ticks = processStartTicks(pid);
        this.#tell('watch', pid, ...(ticks === undefined ? [] : [ticks]));
    }
    /** The process has ended; another may get its pid. */
    forget(pid) {
        this.#tell('forget', pid);
    }
    /** Remove this folder if memory-bench dies. */
    keepClean(folder) {
        this.#tell('keep-clean', folder);
    }
    /** The folder is gone or may stay. */
    leave(folder) {
        this.#tell('leave', folder);
    }
    /** Remove this Docker container if memory-bench dies. */
    container(id) {
        this.#tell('container', id);
    }
    /** The container has been removed. */
    forgetContainer(id) {
        this.#tell('forget-container', id);
    }
    /** Records processes that could not be ended, for the end of the run and, in the ledger, for the post step. */
    leaveBehind(processes = [], origin = 'started') {
        for (const found of processes) {
            const left = leftProcess(found, origin);
            this.#left.push(left);
            this.#tell(...wordsOf(left));
        }
    }
    get left() {
        return this.#left;
    }
    /** Ends the guardian, which first kills and removes everything it still watches. */
    close() {
        this.#process.stdin?.end();
    }
    #tell(...words) {
        const line = guardianLine(words);
        // The guardian first: it must also work if the ledger cannot be written.
        if (this.#process.stdin?.writable)
            this.#process.stdin.write(line);
        if (this.#ledger !== undefined)
            appendToLedger(this.#ledger, line);
    }
}
/** @throws EnvironmentError if the disk is full or the folder is gone. */
function appendToLedger(ledger, line) {
    try {
        (0,external_node_fs_.appendFileSync)(ledger, line);
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`cannot write ${ledger}: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Free some space in the temporary folder of the runner.',
            cause,
        });
    }
}
/** Does the cleanup that a ledger's guardian may not have done. Resolves when it is done. */
async function obeyLedger(ledger) {
    const lines = await open(ledger).catch(() => undefined);
    // No ledger: nothing was ever started.
    if (lines === undefined)
        return;
    try {
        const child = spawn(process.execPath, [compiledEntry('services/guardian-entry')], {
            env: toolEnvironment('guardian'),
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
/** Runs `work` in a scope and cleans up afterwards, however it ends. */
async function withScope(work, { ledger, workingDirectory, warn } = {}) {
    const guardian = new Guardian({ ledger });
    const folder = await makeFolder();
    guardian.keepClean(folder);
    const abort = new AbortController();
    const onInterrupt = () => {
        // A second interrupt exits at once: the guardian cleans up.
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
        guardian.leaveBehind(await endMarkedBy(folder));
        if (workingDirectory !== undefined)
            guardian.leaveBehind(suspectedDaemons(workingDirectory), 'suspected');
        for (const left of guardian.left)
            warn?.(describeLeft(left));
        await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 5 });
        guardian.leave(folder);
        guardian.close();
    }
}
/**
 * The result of `work`, or an error as soon as the run is interrupted. For work that does not check the signal itself.
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
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.resolve)((0,external_node_os_.tmpdir)()), 'memory-bench-'));
    }
    catch (cause) {
        throw new errors/* EnvironmentError */.eG(`cannot make a temporary folder: ${(0,errors/* messageOf */.bD)(cause)}`, {
            remedy: 'Free some space there, or name another place with TMPDIR.',
            cause,
        });
    }
}
//# sourceMappingURL=scope.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/src/results/bounded-json.js
var bounded_json = __webpack_require__(5917);
;// CONCATENATED MODULE: ./lib/src/services/private-channel.js




/** Descriptor of the channel in the child; `measure/worker/channel.ts` and `answer.ts` also define it. */
const channelDescriptor = 3;
/** Descriptor of the IPC channel that `process.send` of the child writes to. */
const sinkDescriptor = 4;
/** Streams of a child with a private channel: no stdin, stdout and stderr as pipes, and the two channels. */
const channelStdio = ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'];
/**
 * Variables of a child with a private channel. They give user code a working `process.send`, as under a process
 * manager. Its messages are discarded.
 */
const channelVariables = {
    NODE_CHANNEL_FD: String(sinkDescriptor),
    NODE_CHANNEL_SERIALIZATION_MODE: 'json',
};
/**
 * Messages to and from memory-bench's own code in a child that also runs user code. They are lines of JSON on a
 * descriptor that is not Node's IPC. The first line gives the child a random token. Every line of the child begins with
 * it, so that accidental writes of user code are detected. Limits apply before anything is parsed.
 */
class PrivateChannel {
    #stream;
    #token = (0,external_node_crypto_.randomBytes)(18).toString('base64url');
    #limits;
    #events;
    #chunks = [];
    #length = 0;
    #isClosed = false;
    constructor(child, limits, events) {
        this.#limits = limits;
        this.#events = events;
        this.#stream = streamAt(child, channelDescriptor);
        this.#stream
            ?.on('data', (chunk) => this.#read(chunk))
            // If the child has just ended, its exit is reported instead.
            .on('error', () => { })
            .on('close', () => this.#end());
        streamAt(child, sinkDescriptor)
            ?.on('error', () => { })
            .resume();
        this.#write(this.#token);
    }
    send(message) {
        this.#write(JSON.stringify(message));
    }
    /** Lets a child exit after it has answered. */
    acknowledge() {
        this.#write('');
    }
    #write(line) {
        if (this.#stream?.writable)
            this.#stream.write(`${line}\n`);
    }
    #read(chunk) {
        let start = 0;
        for (let end = chunk.indexOf('\n'); end >= 0 && !this.#isClosed; end = chunk.indexOf('\n', start)) {
            this.#add(chunk.subarray(start, end));
            start = end + 1;
            if (!this.#isClosed)
                this.#take();
        }
        if (!this.#isClosed)
            this.#add(chunk.subarray(start));
    }
    #add(part) {
        if (part.length === 0)
            return;
        this.#chunks.push(part);
        this.#length += part.length;
        const most = this.#limits.bytes;
        if (this.#length > most)
            this.#fault(`a message is longer than ${most / 1024 ** 2} MiB`);
    }
    #take() {
        const line = Buffer.concat(this.#chunks).toString('utf8');
        this.#chunks = [];
        this.#length = 0;
        const head = `${this.#token} `;
        let message;
        try {
            if (!line.startsWith(head))
                throw new Error('it does not begin with the token');
            message = (0,bounded_json/* parseBoundedJson */.R)(line.slice(head.length), this.#limits);
        }
        catch (error) {
            this.#fault(`a line is no message of memory-bench (${(0,errors/* messageOf */.bD)(error)})`);
            return;
        }
        this.#events.onMessage(message);
    }
    #end() {
        if (this.#isClosed)
            return;
        if (this.#length > 0)
            this.#fault('the last line has no end');
        else {
            this.#isClosed = true;
            this.#events.onEnd();
        }
    }
    #fault(reason) {
        this.#isClosed = true;
        this.#chunks = [];
        this.#stream?.destroy();
        this.#events.onFault(reason);
    }
}
function streamAt({ stdio }, descriptor) {
    const stream = stdio[descriptor];
    return stream instanceof external_node_stream_.Duplex ? stream : undefined;
}
//# sourceMappingURL=private-channel.js.map
;// CONCATENATED MODULE: ./lib/src/services/ask-process.js







/** A configuration or the scenarios of a file are a few kilobytes. */
const answerLimits = {
    bytes: 16 * 1024 ** 2,
    depth: 200,
    containers: 200_000,
    elements: 100_000,
    fields: 100_000,
};
/** How long exit handlers of the user may take after the answer. */
const exitGraceMs = 2_000;
/**
 * Starts a process that answers with one message. A file that throws, hangs or exits takes down only that process.
 * @throws InterruptedError when it is cancelled.
 */
async function askProcess(question) {
    const { guardian, signal } = question;
    const [markName, markValue] = (0,child_environment/* runMark */.n6)((0,external_node_path_.join)(question.folder, 'question'));
    const child = (0,external_node_child_process_.spawn)(question.nodePath, [...question.nodeFlags, ...question.command], {
        cwd: question.workingDirectory,
        env: { ...question.env, ...channelVariables, [markName]: markValue },
        stdio: channelStdio,
        // Ctrl-C reaches only memory-bench, which ends the process.
        detached: true,
    });
    const family = child.pid === undefined ? undefined : new ProcessFamily(child.pid, `${markName}=${markValue}`);
    if (child.pid !== undefined)
        guardian.watch(child.pid);
    const log = new LogTail().follow(child);
    const kill = () => {
        family?.note();
        killGroup(child);
    };
    let reply;
    const channel = new PrivateChannel(child, answerLimits, {
        onMessage: (answer) => {
            if (reply !== undefined)
                return;
            reply = { answer };
            family?.note();
            channel.acknowledge();
            setTimeout(kill, exitGraceMs).unref();
        },
        onFault: (reason) => {
            reply ??= { ended: `an answer that cannot be read: ${reason}` };
            kill();
        },
        onEnd: () => { },
    });
    const timer = setTimeout(kill, question.withinMs);
    signal.addEventListener('abort', kill, { once: true });
    if (signal.aborted)
        kill();
    const how = await endingDrained(child)
        .then(describeEnding, errors/* messageOf */.bD)
        .finally(async () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        if (child.pid === undefined)
            return;
        killRemains(child.pid);
        guardian.leaveBehind(await family?.end());
        guardian.forget(child.pid);
    });
    if (signal.aborted)
        throw new errors/* InterruptedError */.p4('interrupted while files of the project were read');
    return reply ?? { ended: `${how}${log.text && `\n${log.text}`}` };
}
//# sourceMappingURL=ask-process.js.map
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/src/services/address-space.js


/** With less, Node aborts when it compiles or collects garbage, which no program can catch. */
const leastBytes = (/* unused pure expression or super */ null && (2 * 1024 ** 3));
/**
 * Checks the limit on the address space of this process (`ulimit -v`), which its children inherit. `limits` is in the
 * format of proc(5) `/proc/self/limits`; other systems have none.
 * @throws EnvironmentError if the limit is below 2 GiB.
 */
function requireAddressSpace(limits = ownLimits()) {
    const soft = /^Max address space +(\d+) /m.exec(limits ?? '')?.[1];
    if (soft === undefined || Number(soft) >= leastBytes)
        return;
    throw new EnvironmentError(`the address space is limited to ${Math.floor(Number(soft) / 1024 ** 2)} MiB`, {
        remedy: addressSpaceRemedy,
    });
}
/** Whether the output of a Node process shows that it could not reserve address space. */
function address_space_lackedAddressSpace(said) {
    return /Fatal process OOM|Failed to reserve virtual memory|std::bad_alloc|WebAssembly.*Out of memory/.test(said);
}
function ownLimits() {
    try {
        return readFileSync('/proc/self/limits', 'utf8');
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=address-space.js.map
;// CONCATENATED MODULE: ./lib/src/services/measured-node.js





const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const answerWithinMs = 30_000;
const oldest = { major: 20, minor: 19 };
const remedy = `Node ${oldest.major}.${oldest.minor} or newer is needed: name its program with node-path (--node-path), ` +
    'or on a runner put it on PATH with actions/setup-node.';
/**
 * Asks the measured Node program for its version, such as `v20.20.2`.
 * @throws EnvironmentError if it cannot be started, is not Node, or is too old.
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
 * Flags that keep Node's own TypeScript loader out of a measured process, because it takes more memory than many
 * scenarios. Importing TypeScript is then an error, as on a Node without the loader.
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
        const message = messageOf(cause);
        const [reason] = message.split('\n');
        throw new EnvironmentError(`the Node to be measured cannot be started: ${reason}`, {
            remedy: lackedAddressSpace(message) ? addressSpaceRemedy : remedy,
            cause,
        });
    }
}
//# sourceMappingURL=measured-node.js.map
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./node_modules/es-module-lexer/dist/lexer.js
var lexer = __webpack_require__(7960);
// EXTERNAL MODULE: ./lib/src/files/write-whole.js + 1 modules
var write_whole = __webpack_require__(777);
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
/** Whether a file contains only types. */
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
 * The URL that `specifier` means in `file`. In TypeScript, `./x.js` and `./x` mean `./x.ts` if that exists.
 * memory-bench's own package is found even if it is not installed.
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
 * The module with replaced imports, and with `import.meta`, `require` and `__filename` that mean the original file.
 * Lines stay in place: the prelude is at the beginning of the first one.
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
        // Here `start` and `end` exclude the quotes.
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
/** Whether a script begins with a directive `use strict`: only comments and blanks can precede it. */
function beginsStrict(code) {
    // A comment must match in only one way. Otherwise, a file that begins with thirty of them takes hours.
    const before = /^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/.exec(code)?.[0] ?? '';
    return /^(['"])use strict\1/.test(code.slice(before.length, before.length + 12));
}
function commonJsPrelude(code, { filename, dirname: folder }) {
    const strict = beginsStrict(code) ? '"use strict";' : '';
    const required = `require=${builtin('module')}.createRequire(${JSON.stringify(filename)});`;
    return `${strict}${required}__filename=${JSON.stringify(filename)};__dirname=${JSON.stringify(folder)};`;
}
/** A function, because functions exist even before a module in an import cycle starts to run. */
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



/** The plain object that the engine throws. Lines count from 1, columns from 0, with four for a tab. */
const complaint = schemas/* object */.Ikc({
    code: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP(),
    startLine: schemas/* number */.aig(),
    startColumn: schemas/* number */.aig(),
});
/**
 * TypeScript without its types. Blanks replace them, so that every position stays the same. Only a file that needs more
 * (enums, namespaces, parameter properties, imported types not marked as types) is transformed, and gets a source map.
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
/** The names that a module imports. A transform drops those that are only types. */
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













const temporaryRemedy = 'Free some space there, or name another place with TMPDIR.';
const manifestSchema = schemas/* object */.Ikc({ type: schemas/* string */.YjP().optional() });
/**
 * Compiles TypeScript scenario files, and the TypeScript they import, to JavaScript in a folder of the run. The
 * measured process then needs no loader, which would be measured as well. Every file is compiled once.
 */
class ScenarioCompiler {
    #folder;
    #modules = new Map();
    /** Compiles below `folder`, which must exist when the first file is compiled. */
    constructor(folder) {
        this.#folder = folder;
    }
    /**
     * The module to import for a scenario file.
     * @throws UsageError for a mistake in it, or an import that cannot be found.
     */
    async compile(file) {
        if (!isTypeScript(file) && !(await lacksOwnPackage(file)))
            return { url: (0,external_node_url_.pathToFileURL)(file).href, sources: [] };
        const unwritten = [];
        const url = await this.#urlOf(await (0,promises_.realpath)(file), unwritten);
        // Not recursive, because two modules may import each other.
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
        // Node accepts a first line such as `#!/usr/bin/env node` only at the very beginning.
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
        // An extra first line for the prelude. The source map accounts for it.
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
        await (0,write_whole/* replaceWhole */.e)(module.compiled, (draft) => (0,promises_.writeFile)(draft, text), temporaryRemedy);
    }
}
/** Whether a JavaScript file imports memory-bench without having it installed, as in projects that use the action. */
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
        // Node's own error is clearer.
        return false;
    }
}
/** Decides as Node does: by the extension, the nearest package.json, the syntax. */
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
/** The source map of a module with one more line at its top. */
function belowOneLine(map) {
    const parsed = JSON.parse(map);
    return JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` });
}
//# sourceMappingURL=compile.js.map
;// CONCATENATED MODULE: ./lib/src/suite/original-positions.js


/**
 * A text such as a stack or a log, with compiled paths and the positions after them translated to the original files.
 */
function inOriginalTerms(text, sources) {
    return sources.reduce((told, source) => 
    // The URL first, because it ends with the path.
    withOriginal(withOriginal(told, source, (path) => (0,external_node_url_.pathToFileURL)(path).href), source, (path) => path), text);
}
function withOriginal(text, source, spell) {
    const [before = '', ...after] = text.split(spell(source.compiled));
    return after.reduce((told, part) => told + spell(source.original) + inOriginalLine(part, source), before);
}
/** A function that translates positions in compiled modules to the original files. Other positions stay as they are. */
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
 * A syntax error with its position, the line and a marker below it; importing reports only that there is one. Undefined
 * for other errors, and if the error is in another file.
 */
async function syntaxErrorIn(url, error, nodePath) {
    if (!error.startsWith('SyntaxError'))
        return undefined;
    const check = (0,external_node_util_.promisify)(external_node_child_process_.execFile)(nodePath, ['--check', (0,external_node_url_.fileURLToPath)(url)], { env: (0,child_environment/* scenarioEnvironment */.Ss)() });
    const stderr = await check.then(() => '', (thrown) => (thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''));
    // The rest is Node's own stack.
    return stderr === '' ? undefined : stderr.split(/\n\s+at /)[0];
}
//# sourceMappingURL=syntax-error.js.map
;// CONCATENATED MODULE: ./lib/src/config/script-config.js










const readWithinMs = 30_000;
/** The complete answer of the process that imports the file. */
const answerSchema = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ error: schemas/* string */.YjP() }),
    schemas/* strictObject */.rej({ config: schemas/* unknown */.L5J().optional() }),
]);
/**
 * Returns the default export of a TypeScript or JavaScript configuration, imported in a separate process. The scope of
 * that process covers only this read, because nothing else done with a configuration needs one.
 * @throws UsageError if the file cannot be imported or exports nothing; InterruptedError when it is cancelled.
 */
function readScript(path, workingDirectory) {
    return withScope(async ({ folder, guardian, signal }) => {
        const { url, sources } = await new ScenarioCompiler(folder).compile(path);
        const reply = await askProcess({
            // memory-bench's own Node: the configuration decides which Node is measured.
            nodePath: process.execPath,
            nodeFlags: withoutTypeScript(process.version),
            command: [(0,package_root/* compiledEntry */.AK)('config/config-entry'), url],
            workingDirectory,
            // Unlike measured code, a configuration may read variables such as CI.
            env: (0,child_environment/* environmentWithoutSecrets */.tL)(),
            withinMs: readWithinMs,
            folder,
            guardian,
            signal,
        });
        if ('ended' in reply) {
            throw new errors/* UsageError */.eb(`the configuration ${path} could not be read: importing it ended the process with ${inOriginalTerms(reply.ended, sources)}`, { remedy: `Its top level must not exit, nor take more than ${readWithinMs / 1000} s.` });
        }
        const parsed = answerSchema.safeParse(reply.answer);
        if (!parsed.success) {
            throw new errors/* UsageError */.eb(`the configuration ${path} could not be read: its export cannot be written as JSON`, {
                remedy: 'Importing it must not replace what JSON.stringify uses, such as `toJSON` of a built-in prototype.',
            });
        }
        const answer = parsed.data;
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
