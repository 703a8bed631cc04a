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
      // An underscore inside a word is no formatting, and metric names stay searchable.
      .replaceAll(/[\\`*[\]#|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (mark) => `&#${mark.charCodeAt(0)};`)
      // GitHub makes mentions, references and links of bare text, after it has decoded entities: a zero-width space
      // after the sign prevents that.
      .replaceAll('@', '@\u200b')
      .replaceAll('&#35;', '&#35;\u200b')
      .replaceAll(/\bGH-(?=\d)/gi, (reference) => `${reference}\u200b`)
      // A bare commit becomes a link as well.
      .replaceAll(/(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, '$&\u200b'))
      .replaceAll(/:\/\//g, ':\u200b//')
      .replaceAll(/www\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
      .replaceAll(/[\r\n]+/g, '<br>')
  );
}

/** Text from outside as it is shown: escaped, without control characters and changes of direction, not endless. */
export function escapeText(text: string, longest = 200): string {
  return escapeCell(shownText(text, longest));
}

/** The same, not escaped: for what takes text for text. */
export function shownText(text: string, longest = 200): string {
  // Cut before the search as well: a message may have megabytes.
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

/** They would turn around the words of others behind them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
