/**
 * A command to the guardian as one line: words separated by tabs, each percent-encoded, because the path of a folder
 * may contain tabs and line breaks of any kind.
 */
export function guardianLine(words: readonly (string | number)[]): string {
  return `${words.map((word) => encodeURIComponent(String(word).toWellFormed())).join('\t')}\n`;
}

/** The words of a line; empty if guardianLine did not write it. */
export function guardianWords(line: string): string[] {
  try {
    return line.split('\t').map(decodeURIComponent);
  } catch {
    return [];
  }
}
