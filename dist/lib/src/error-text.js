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
export function errorText(thrown) {
    return unlessThrown(() => cut(chainText(thrown, 0), longestText), thrown);
}
/** The stack of any thrown value, with the stacks of its causes; its text if it has no stack. Never throws. */
export function stackText(thrown) {
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