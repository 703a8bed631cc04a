const deepest = 48;
/**
 * Returns the calls that led to the module `here`, innermost first, and a key that is equal for equal stacks. Calls in
 * `here` itself are left out, because one function it wraps may call another.
 */
export function callStack(here) {
    const { prepareStackTrace, stackTraceLimit } = Error;
    const holder = {};
    try {
        Error.stackTraceLimit = deepest;
        Error.prepareStackTrace = (_, calls) => calls.map(frameOf);
        Error.captureStackTrace(holder, callStack);
        const calls = Array.isArray(holder.stack) ? holder.stack : [];
        const stack = calls.filter(({ url }) => url !== here);
        return { key: stack.map(({ url, line, column }) => `${url}:${line}:${column}`).join('\n'), stack };
    }
    finally {
        // The scenario may have its own formatter.
        Object.assign(Error, { prepareStackTrace, stackTraceLimit });
    }
}
function frameOf(call) {
    return {
        functionName: call.getFunctionName() ?? '',
        url: call.getFileName() ?? '',
        line: call.getLineNumber() ?? 0,
        column: call.getColumnNumber() ?? 0,
    };
}
//# sourceMappingURL=call-stack.js.map