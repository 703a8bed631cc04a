/** A part that is shown on a click. Both texts are Markdown or HTML of ours, or escaped. */
export function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A table of cells that are escaped; nothing where there are no rows. `right` are the columns of figures. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: (column: number) => boolean,
): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const alignment = header.map((_, column) => (right(column) ? '---:' : '---'));
  return [line(header), line(alignment), ...rows.map(line)].join('\n');
}

/** Blocks with the blank lines between them that Markdown needs, the empty ones left out. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** A link where there is an address that cannot break out of it; else the text alone. */
export function link(text: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[\w.~:/?#@!$&+,;=%-]+$/.test(url) ? `[${text}](${url})` : text;
}
