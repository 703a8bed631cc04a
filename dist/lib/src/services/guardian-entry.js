// The guardian: a separate process that briefly outlives a crash of its parent. When the pipe from the parent closes,
// it kills everything that the parent had started and not yet ended, and removes the parent's folders.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { isAbsolute, normalize, sep } from 'node:path';
import { guardianWords } from './guardian-line.js';
import { processStartTicks } from './process-identity.js';
const watched = new Map();
const folders = new Set();
const containers = new Set();
// Ctrl-C and a runner's cancel reach the whole group, but the guardian must not end before its parent.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => { });
let unfinished = '';
process.stdin
    .setEncoding('utf8')
    .on('data', (chunk) => {
    const lines = `${unfinished}${chunk}`.split('\n');
    // An unfinished line could name the wrong process or folder.
    unfinished = lines.pop() ?? '';
    lines.forEach(obey);
})
    .on('error', () => { })
    // A ledger is a file, which emits `end` but not `close`; a broken pipe emits `close` but not `end`.
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
/** On Linux, a line also has the process's start time; a line without it was cut off. */
function watch(pid, startTicks) {
    if (!Number.isSafeInteger(pid) || pid < 2 || (startTicks === undefined && process.platform === 'linux'))
        return;
    watched.set(pid, startTicks === undefined ? null : Number(startTicks));
}
/** Whether a path is a run's folder: absolute and named `memory-bench-`. A damaged line must not remove any other. */
function isRunFolder(path) {
    return isAbsolute(path) && normalize(path) === path && /[\\/]memory-bench-[^\\/]/.test(path);
}
/**
 * Kills processes of a run that are not watched: those started just before the parent died, and daemons that left the
 * group of a watched one. Only processes of the run work in its folder or have it in their environment.
 */
function killWithin(folder) {
    for (const pid of processesWithin(folder))
        killIfSame(pid, null);
}
/** Linux only; finds none elsewhere. */
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
        // It has ended, or belongs to another user.
        return false;
    }
}
function workingDirectoryOf(pid) {
    try {
        return readlinkSync(`/proc/${pid}/cwd`);
    }
    catch {
        // It has ended, or belongs to another user.
        return '';
    }
}
function removeContainer(id) {
    try {
        execFileSync('docker', ['rm', '--force', id], { stdio: 'ignore', timeout: 10_000 });
    }
    catch {
        // Already gone, or Docker is.
    }
}
function killIfSame(pid, startTicks) {
    // Another process may have the pid by now: the start time shows it.
    if (startTicks !== null && processStartTicks(pid) !== startTicks)
        return;
    // Its group first, with everything it started. A process that leads no group is killed alone.
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