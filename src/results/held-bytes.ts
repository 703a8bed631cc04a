interface HeldColumns {
  readonly heapBytes?: readonly number[] | undefined;
  readonly externalBytes?: readonly number[] | undefined;
}

/**
 * Heap and external memory together, after each iteration, in bytes; undefined if they were not read. In documents
 * without the external column, the heap column includes it.
 */
export function heldBytes({ heapBytes, externalBytes }: HeldColumns): number[] | undefined {
  return heapBytes?.map((bytes, index) => bytes + (externalBytes?.[index] ?? 0));
}
