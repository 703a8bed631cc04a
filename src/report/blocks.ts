/** A part that is shown on a click. Both texts must be memory-bench's own Markdown or HTML, or escaped. */
export function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A table of escaped cells; empty without rows. `right` selects the numeric columns. */
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

/** Joins the non-empty blocks with the blank lines that Markdown needs. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** A link if there is an address that cannot break out of it; else the text alone. */
export function link(text: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[\w.~:/?#@!$&+,;=%-]+$/.test(url) ? `[${text}](${url})` : text;
}
