/**
 * A command to the guardian as one line: words separated by tabs, each percent-encoded, because the path of a folder may
 * have a tab or any kind of line end in it.
 */
export function guardianLine(words) {
    return `${words.map((word) => encodeURIComponent(String(word).toWellFormed())).join('\t')}\n`;
}
/** The words of a line; none where the line is not one that guardianLine wrote. */
export function guardianWords(line) {
    try {
        return line.split('\t').map(decodeURIComponent);
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=guardian-line.js.map