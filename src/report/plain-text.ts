import { stripVTControlCharacters } from 'node:util';

/** Text from outside, made safe for a terminal: no escape sequence and no control character but the line feed. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}--\n]/gv, '');
}
