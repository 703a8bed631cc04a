/** One MiB. "mb" in a published metric name means this, as in the suite this project grew from. */
export const bytesPerMebibyte = 1024 * 1024;

/** Bytes as the MiB of a published metric. */
export function mebibytes(bytes: number): number {
  return bytes / bytesPerMebibyte;
}
