// A process of its own that outlives a crash of its parent by a moment: when the pipe from the parent closes, whatever
// the parent had started and not yet taken back is killed, and its folders are removed.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { isAbsolute, normalize, sep } from 'node:path';
import { guardianWords } from './guardian-line.js';
import { processStartTicks } from './process-identity.js';
const watched = new Map();
const folders = new Set();
const containers = new Set();
// Ctrl-C and a runner's cancel reach the whole group; the guardian goes when its parent has gone, not before.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => { });
let unfinished = '';
process.stdin
    .setEncoding('utf8')
    .on('data', (chunk) => {
    const lines = `${unfinished}${chunk}`.split('\n');
    // A line that its writer did not finish names another process or folder than was meant.
    unfinished = lines.pop() ?? '';
    lines.forEach(obey);
})
    .on('error', () => { })
    // A ledger, which is a file, ends and is not closed; a pipe that breaks is closed and does not end.
    .once('end', cleanUp)
    .once('close', cleanUp);
let isClean = false;
function cleanUp() {
    if (isClean)
        return;
    isClean = true;
    for (const [pid, startTicks] of watched)
        killIfSame(pid, startTicks);
    for (const id of containers)
        removeContainer(id);
    for (const folder of folders)
        killWithin(folder);
    for (const folder of folders)
        rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
function obey(line) {
    const [verb, argument = '', startTicks] = guardianWords(line);
    if (verb === 'watch')
        watch(Number(argument), startTicks);
    else if (verb === 'forget')
        watched.delete(Number(argument));
    else if (verb === 'keep-clean' && isRunFolder(argument))
        folders.add(argument);
    else if (verb === 'leave')
        folders.delete(argument);
    else if (verb === 'container')
        containers.add(argument);
    else if (verb === 'forget-container')
        containers.delete(argument);
}
/** On Linux a process is named by its start time as well; a line without it was cut off. */
function watch(pid, startTicks) {
    if (!Number.isSafeInteger(pid) || pid < 2 || (startTicks === undefined && process.platform === 'linux'))
        return;
    watched.set(pid, startTicks === undefined ? null : Number(startTicks));
}
/** Nothing else is removed, whatever a damaged line says: the folder of a run is absolute and named `memory-bench-`. */
function isRunFolder(path) {
    return isAbsolute(path) && normalize(path) === path && /[\\/]memory-bench-[^\\/]/.test(path);
}
/**
 * Who was started an instant before its parent died is not watched yet, and a daemon has left the group of who was. In a
 * folder of ours works nobody else, and nobody else is told of it.
 */
function killWithin(folder) {
    for (const pid of processesWithin(folder))
        killIfSame(pid, null);
}
/** Linux; elsewhere nobody is found. */
function processesWithin(folder) {
    try {
        return readdirSync('/proc')
            .map(Number)
            .filter((pid) => pid > 0 && (worksIn(folder, pid) || isToldOf(folder, pid)));
    }
    catch {
        return [];
    }
}
function worksIn(folder, pid) {
    return `${workingDirectoryOf(pid)}${sep}`.startsWith(`${folder}${sep}`);
}
function isToldOf(folder, pid) {
    try {
        const variables = Buffer.concat([Buffer.alloc(1), readFileSync(`/proc/${pid}/environ`)]);
        return ['MEMORY_BENCH_RUN', 'MEMORY_BENCH_TEMP_DIR'].some((name) => variables.includes(`\0${name}=${folder}${sep}`));
    }
    catch {
        // Gone, or somebody else's.
        return false;
    }
}
function workingDirectoryOf(pid) {
    try {
        return readlinkSync(`/proc/${pid}/cwd`);
    }
    catch {
        // Gone, or somebody else's.
        return '';
    }
}
function removeContainer(id) {
    try {
        execFileSync('docker', ['rm', '--force', id], { stdio: 'ignore', timeout: 10_000 });
    }
    catch {
        // Already gone, or Docker with it.
    }
}
function killIfSame(pid, startTicks) {
    // A pid may have been given to somebody else's process since: its start time tells.
    if (startTicks !== null && processStartTicks(pid) !== startTicks)
        return;
    // Its group first: what it started goes with it. A process that leads none is killed by itself.
    for (const target of [-pid, pid]) {
        try {
            process.kill(target, 'SIGKILL');
        }
        catch {
            // Already gone, or no group.
        }
    }
}
//# sourceMappingURL=guardian-entry.js.map