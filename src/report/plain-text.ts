import { stripVTControlCharacters } from 'node:util';

/**
 * Untrusted text, made safe for a terminal and a log. It has no escape sequence, no control character except the line
 * feed, and no invisible character that reverses or hides what follows. Every kind of line end becomes a line feed.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replaceAll(/\r\n|[\r\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '');
}

/** Control and format characters, except the line feed and the signs of Arabic and Indic numbers. */
const invisible = /[[\p{Cc}\p{Cf}]--[\n\u0600-\u0605\u06dd\u08e2\u{110bd}\u{110cd}]]/gv;
