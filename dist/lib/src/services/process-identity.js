import { readFileSync } from 'node:fs';
/** Start of a process, in kernel clock ticks since boot. Unique together with the pid. Linux only. */
export function processStartTicks(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
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