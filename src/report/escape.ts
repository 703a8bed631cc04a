import { plainText } from './plain-text.js';

/**
 * Text from scenarios, results or names, made safe inside a Markdown table cell: no HTML, mention, link, image,
 * formatting or cell break gets through, and it stays readable.
 */
export function escapeCell(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // An underscore inside a word formats nothing. Keeping it leaves metric names searchable.
      .replaceAll(/[\\`*[\]#|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (mark) => `&#${mark.charCodeAt(0)};`)
      // GitHub turns bare text into mentions, references and links after decoding entities. A zero-width space after
      // the sign prevents that.
      .replaceAll('@', '@\u200b')
      .replaceAll('&#35;', '&#35;\u200b')
      .replaceAll(/\bGH-(?=\d)/gi, (reference) => `${reference}\u200b`)
      // GitHub links bare commit hashes too.
      .replaceAll(/(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, '$&\u200b'))
      .replaceAll(/:\/\//g, ':\u200b//')
      .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
      .replaceAll(/[\r\n]+/g, '<br>')
  );
}

/** Untrusted text for display: escaped, limited in length, without control characters or direction marks. */
export function escapeText(text: string, longest = 200): string {
  return escapeCell(shownText(text, longest));
}

/** Like escapeText, but not escaped, for output that does not interpret text. */
export function shownText(text: string, longest = 200): string {
  // Cut before the replacements too: a message may have megabytes.
  const plain = plainText(text.slice(0, 4 * longest))
    .toWellFormed()
    .replaceAll(directionMarks, '')
    .replaceAll(/[\u2028\u2029]/g, '\n');
  return cutText(plain.trim(), longest);
}

/** The first characters of a text, with an ellipsis where there are more. */
export function cutText(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** They would reverse the direction of the text after them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
