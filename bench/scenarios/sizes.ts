const units = { KB: 1024, MB: 1024 ** 2 } as const;

/** Bytes of a size such as `64KB`, 1024 to the KB. */
export function bytesOf(size: string): number {
  const [, amount, unit] = /^(\d+)(KB|MB)$/.exec(size) ?? [];
  if (unit !== 'KB' && unit !== 'MB') throw new RangeError(`${size} is no size such as 64KB`);
  return Number(amount) * units[unit];
}

/** JavaScript objects of `bytes` bytes in total, within a few percent. */
export function heapObjects(bytes: number): unknown[] {
  const numbersEach = 122;
  return Array.from({ length: Math.round(bytes / 1024) }, (_, index) => new Array<number>(numbersEach).fill(index));
}
