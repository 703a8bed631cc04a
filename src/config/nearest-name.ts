/**
 * Returns the name in `names` that `written` was probably meant to be. Undefined if none is near: at most a third of
 * the letters may be wrong, because a wrong suggestion is worse than none.
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

/** Longer names are not typos, and the distance costs the product of both lengths. */
const longestName = 200;

/** Returns `; did you mean "iterations"?` for the end of a message; empty if no name is near. */
export function suggestion(written: string, names: Iterable<string>): string {
  const name = nearestName(written, names);
  return name === undefined ? '' : `; did you mean ${JSON.stringify(name)}?`;
}

/** Text of a remedy: the nearest name, if any, then all legal names. */
export function legalNames(written: string, names: readonly string[], more = ''): string {
  const name = nearestName(written, names);
  return `${name === undefined ? '' : `Did you mean ${JSON.stringify(name)}? `}Legal are: ${names.join(', ')}${more}.`;
}

/**
 * Counts the letters to insert, delete, replace or swap with a neighbour to turn `a` into `b`, without editing any
 * substring twice. This is the optimal string alignment distance, after F. J. Damerau, A technique for computer
 * detection and correction of spelling errors, Communications of the ACM 7 (3), 1964.
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
