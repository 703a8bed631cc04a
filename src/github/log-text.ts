import { logText as withoutCommands } from '../output/log-text.js';

const longest = 200;
const mostLines = 50;

/** Text from outside, such as the name of an artifact, in one bounded line of the log, without the `::` of commands. */
export function logText(text: string): string {
  const line = withoutCommands(text.slice(0, 2 * longest).toWellFormed())
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/:(?=:)/g, ': ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The same of a message with several lines. */
export function logLines(text: string): string {
  const lines = text.slice(0, mostLines * longest).split(/\r?\n/);
  const shown = lines.slice(0, mostLines).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${logText(line).trimStart()}`);
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}
