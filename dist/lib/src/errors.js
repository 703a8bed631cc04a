/** What the process ends with. Doors turn an error into one of these, once. */
export const ExitCode = {
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
export class MemoryBenchError extends Error {
    /** One sentence that says what to do. Printed under the message. */
    remedy;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = new.target.name;
        this.remedy = options.remedy;
    }
}
/** What the user wrote (flag, config file, baseline, scenario definition) cannot be used. */
export class UsageError extends MemoryBenchError {
    exitCode = ExitCode.usage;
}
/** Something outside of us that the run needs is missing or broken. */
export class EnvironmentError extends MemoryBenchError {
    exitCode = ExitCode.environment;
}
/** The person pressed Ctrl-C, or the runner cancelled the job. */
export class InterruptedError extends MemoryBenchError {
    exitCode = ExitCode.interrupted;
}
/** The text of anything that can be thrown. */
export function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
//# sourceMappingURL=errors.js.map