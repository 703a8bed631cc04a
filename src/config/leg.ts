import { createHash } from 'node:crypto';
import { messageOf, UsageError } from '../errors.js';
import { parseConfigJson } from './parse-config.js';

/** Maximum length of a leg that is shown, in characters. */
const longestLeg = 200;
/** Maximum nesting of JSON strings in JSON: more than any workflow writes by mistake. */
const mostLayers = 3;
const remedy =
  'Give plain text (`node-22`), lines or a comma list of `key=value`, or a JSON object, which toJSON(matrix) is; ' +
  'without a matrix, leave the input out.';

/**
 * The matrix leg that the input `matrix` names, for display: `{"node":22,"os":"ubuntu-24.04"}` becomes
 * `node 22, os ubuntu-24.04`. Empty without a matrix.
 * @throws UsageError if the text does not name a leg.
 */
export function legOf(input: string | undefined): string {
  return shortened(read(input ?? '', mostLayers));
}

function read(text: string, layers: number): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'null') return '';
  // A number stays as it is written: 3.10 is not 3.1.
  if (!/^["[{]/.test(trimmed)) return plain(trimmed);
  const value = parse(trimmed);
  // `toJSON(inputs.matrix)` of an input that is JSON itself.
  if (typeof value === 'string') return layers === 0 ? refuse('is nested too deeply') : read(value, layers - 1);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('is a JSON list');
  return inWords(Object.entries(value));
}

function parse(text: string): unknown {
  try {
    return parseConfigJson(text);
  } catch (cause) {
    return refuse(`begins as JSON and is not JSON: ${messageOf(cause)}`, cause);
  }
}

function plain(text: string): string {
  // Line breaks and commas only separate pairs: `node=22, os=linux`.
  const parts = text.split(/[\n\r,]+/).map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map((part) => /^([^\s=]+)\s*=\s*(.*)$/s.exec(part));
  if (pairs.every((pair) => pair !== null)) return inWords(pairs.map(([, name = '', value = '']) => [name, value]));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  if (/[\u0000-\u001f\u007f]/.test(text)) return refuse('has a line break or another control character');
  return text;
}

function inWords(entries: readonly (readonly [string, unknown])[]): string {
  return entries.map(([name, part]) => `${name} ${typeof part === 'string' ? part : JSON.stringify(part)}`).join(', ');
}

function shortened(leg: string): string {
  // Cut by characters: half a surrogate pair is not valid text.
  const characters = [...leg.toWellFormed()];
  if (characters.length <= longestLeg) return characters.join('');
  // Two legs may differ only in the part that is cut off.
  const hash = createHash('sha256').update(leg).digest('hex').slice(0, 8);
  return `${characters.slice(0, longestLeg).join('')} ${hash}`;
}

function refuse(problem: string, cause?: unknown): never {
  throw new UsageError(`the input matrix ${problem}`, { remedy, cause });
}
