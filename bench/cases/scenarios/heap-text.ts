/** A string of `bytes` bytes on the JavaScript heap. */
export function heapText(bytes: number): string {
  return Buffer.alloc(bytes, 97).toString('latin1');
}
