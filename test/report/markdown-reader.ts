/** The text a browser shows for the entities of the report. */
export function decodeEntities(html: string): string {
  return html
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The tables of a Markdown document: rows of cells, as GitHub splits them at pipes without a backslash. */
export function tablesOf(markdown: string): string[][][] {
  const blocks = markdown.split(/\n\n+/).filter((block) => block.startsWith('|'));
  return blocks.map((block) =>
    block.split('\n').map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  );
}
