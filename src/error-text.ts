/** Longest text of an error, in characters. */
const longestText = 10_000;
const longestStack = 20_000;
/** Causes that are followed. */
const mostCauses = 8;
/** Errors of an AggregateError that are named. */
const mostErrors = 5;
/** AggregateErrors inside each other. */
const deepest = 3;

/**
 * The text of anything that can be thrown, with the chain of its causes: `fetch failed: connect ECONNREFUSED 127.0.0.1:1`.
 * The errors of an AggregateError are joined by `; `. A reason that the text already has is not repeated. Never throws.
 */
export function errorText(thrown: unknown): string {
  return cut(chainText(thrown, 0), longestText);
}

/** The stack of anything that can be thrown, with the stacks of its causes; its text where it has none. Never throws. */
export function stackText(thrown: unknown): string {
  const [first, ...causes] = causesOf(thrown).map((error) => stackOf(error) ?? chainText(error, deepest));
  return cut([first, ...causes.map((stack) => `Caused by: ${stack}`)].join('\n'), longestStack);
}

function chainText(thrown: unknown, depth: number): string {
  const parts = causesOf(thrown)
    .map((error) => ownText(error, depth).trim())
    .filter((part) => part !== '');
  const text = parts.reduce((known, part, index) => {
    if (known === '') return part;
    if (isSaid(part, known) || part.endsWith(known)) return known;
    // A wrapper that names a deeper reason has left this one out.
    return parts.slice(index + 1).some((deeper) => isSaid(deeper, known)) ? known : `${known}: ${part}`;
  }, '');
  return text === '' ? nameOf(thrown) : text;
}

/** Whether a text has the first line of a reason, or all lines below it. */
function isSaid(reason: string, text: string): boolean {
  const [firstLine = '', ...others] = reason.trim().split('\n');
  // The reason of a command that failed is the command, and below it what the command wrote.
  const output = others.join('\n').trim();
  return (firstLine !== '' && text.includes(firstLine)) || (output !== '' && text.includes(output));
}

/** An error and its causes, outermost first; ends where it comes back to an error it has. */
function causesOf(thrown: unknown): unknown[] {
  const chain = [thrown];
  while (chain.length <= mostCauses) {
    const cause = read(chain.at(-1), 'cause');
    if (cause === undefined || cause === null || chain.includes(cause)) break;
    chain.push(cause);
  }
  return chain;
}

/** The message of an error without its causes, with the errors of an AggregateError. */
function ownText(thrown: unknown, depth: number): string {
  if (typeof thrown !== 'object' || thrown === null) return cut(asText(thrown), longestText);
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

/** The code of an error without a message, or its class. */
function nameOf(thrown: unknown): string {
  const [code, name] = [read(thrown, 'code'), read(thrown, 'name')];
  return typeof code === 'string' ? code : typeof name === 'string' ? name : '';
}

function stackOf(thrown: unknown): string | undefined {
  const stack = read(thrown, 'stack');
  return typeof stack === 'string' && stack !== '' ? stack.slice(0, longestStack) : undefined;
}

/** A property, undefined where reading it throws. */
function read(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  try {
    return Reflect.get(object, name);
  } catch {
    return undefined;
  }
}

function asText(value: unknown): string {
  try {
    const text = String(value);
    return text === '[object Object]' ? (JSON.stringify(value) ?? text) : text;
  } catch {
    return typeof value;
  }
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
