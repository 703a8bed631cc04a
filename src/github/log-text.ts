import { logText as withoutCommands } from '../output/log-text.js';

const longest = 200;
const mostLines = 50;

/** Turns untrusted text, such as the name of an artifact, into one bounded log line without the `::` of commands. */
export function logText(text: string): string {
  const line = withoutCommands(text.slice(0, 2 * longest).toWellFormed())
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/:(?=:)/g, ': ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Like `logText`, for a message of several lines. */
export function logLines(text: string): string {
  const lines = text.slice(0, mostLines * longest).split(/\r?\n/);
  const shown = lines.slice(0, mostLines).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${logText(line).trimStart()}`);
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
