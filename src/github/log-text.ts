import { plainText } from '../report/plain-text.js';

const longest = 200;

/**
 * Text from outside, such as the name of an artifact, in one line of the log: the runner takes `::` and `##[` for
 * commands, and acts on them.
 */
export function logText(text: string): string {
  const line = plainText(text.slice(0, 2 * longest))
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/:(?=:)/g, ':\u200b')
    .replaceAll(/##(?=\[)/g, '##\u200b');
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The same of a message with several lines, each of which could begin a command. */
export function logLines(text: string): string {
  const lines = text.slice(0, mostLines * longest).split(/\r?\n/);
  const shown = lines.slice(0, mostLines).map((line) => `${/^ */.exec(line)?.[0] ?? ''}${logText(line).trimStart()}`);
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
}

const mostLines = 50;
