interface HeldColumns {
  readonly heapBytes?: readonly number[] | undefined;
  readonly externalBytes?: readonly number[] | undefined;
}

/**
 * Heap and external memory together, after each iteration; undefined where they were not read. In documents without the
 * external column the heap's includes it.
 */
export function heldBytes({ heapBytes, externalBytes }: HeldColumns): number[] | undefined {
  return heapBytes?.map((bytes, index) => bytes + (externalBytes?.[index] ?? 0));
}
