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
      .replaceAll(/:\/\//g, ':\u200b//')
      .replaceAll(/(?<![A-Za-z0-9])www\./gi, (www) => `${www.slice(0, -1)}\u200b.`)
      .replaceAll(/[\r\n]+/g, '<br>')
  );
}
