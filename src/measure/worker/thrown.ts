import { inspect } from 'node:util';
import { isNativeError } from 'node:util/types';

/** Longest message and stack of an error that a worker reports, in UTF-16 units; the rest is cut off and counted. */
export const longestMessage = 8_000;
export const longestStack = 16_000;

/** What a worker reports of something that the scenario has thrown, which may be anything. */
export interface Thrown {
  readonly message: string;
  readonly stack: string | undefined;
}

/** Never throws: getters, proxies and `toString` of the scenario may. */
export function describeThrown(thrown: unknown): Thrown {
  if (!isError(thrown)) return { message: cut(textOf(thrown), longestMessage), stack: undefined };
  const message = textOf(fieldOf(thrown, 'message'));
  const stack = fieldOf(thrown, 'stack');
  return {
    message: cut(message, longestMessage),
    stack: typeof stack === 'string' ? cut(withShortMessage(stack, message), longestStack) : undefined,
  };
}

/** A stack begins with the message, and the calls below it say more. */
function withShortMessage(stack: string, message: string): string {
  const at = message.length > longestMessage ? stack.indexOf(message) : -1;
  return at < 0 ? stack : stack.slice(0, at) + cut(message, longestMessage) + stack.slice(at + message.length);
}

/** The first characters of a text, and how many are left out. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character would be no text.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

function isError(thrown: unknown): thrown is object {
  try {
    return isNativeError(thrown) || thrown instanceof Error;
  } catch {
    return false;
  }
}

function fieldOf(thrown: object, name: 'message' | 'stack'): unknown {
  try {
    return Reflect.get(thrown, name);
  } catch (error) {
    return name === 'message' ? `(reading the message of the error threw ${kindOf(error)})` : undefined;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    // A proxy or a getter of the scenario is not run.
    return inspect(value, { depth: 1, customInspect: false, maxArrayLength: 20, maxStringLength: longestMessage });
  } catch (error) {
    return `(a value that cannot be shown: ${kindOf(error)})`;
  }
}

function kindOf(value: unknown): string {
  return isNativeError(value) ? 'an error' : typeof value;
}
