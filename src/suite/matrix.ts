/** One combination of a matrix. */
export type MatrixParams = Readonly<Record<string, string | number | boolean>>;

/** Every combination of the values, the last parameter varying fastest, with a label such as `size=1KB,batch=8`. */
export function combinationsOf(
  matrix: Readonly<Record<string, readonly MatrixParams[string][]>>,
): { label: string; params: MatrixParams }[] {
  const combinations = Object.entries(matrix).reduce<MatrixParams[]>(
    (before, [name, values]) => before.flatMap((params) => values.map((value) => ({ ...params, [name]: value }))),
    [{}],
  );
  return combinations.map((params) => ({ label: labelOf(params), params }));
}

function labelOf(params: MatrixParams): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}
