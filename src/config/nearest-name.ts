/**
 * The one of `names` that `written` was probably meant to be. Undefined where none is near: no more than a third of its
 * letters may be wrong, and a wrong suggestion is worse than none.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  if (written.length > longestName) return undefined;
  let nearest: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    const limit = Math.floor(Math.max(written.length, name.length) / 3);
    if (distance <= limit && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY)) nearest = { name, distance };
  }
  return nearest?.name;
}

/** A name that long is no typo, and the distance takes the product of the lengths. */
const longestName = 200;

/** `; did you mean "iterations"?` for the end of a message; empty where no name is near. */
export function suggestion(written: string, names: Iterable<string>): string {
  const name = nearestName(written, names);
  return name === undefined ? '' : `; did you mean ${JSON.stringify(name)}?`;
}

/** What a remedy says: the nearest name, where there is one, before all that are legal. */
export function legalNames(written: string, names: readonly string[], more = ''): string {
  const name = nearestName(written, names);
  return `${name === undefined ? '' : `Did you mean ${JSON.stringify(name)}? `}Legal are: ${names.join(', ')}${more}.`;
}

/**
 * Letters to insert, delete, replace or swap with their neighbour to make `b` of `a`, no piece of text edited twice: the
 * optimal string alignment distance, after F. J. Damerau, A technique for computer detection and correction of spelling
 * errors, Communications of the ACM 7 (3), 1964.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(distances: readonly number[], column: number): number {
  return distances[column] ?? Number.POSITIVE_INFINITY;
}
