import { readSync } from 'node:fs';

const chunkBytes = 1024 ** 2;
const [zero, nine, comma, closeBracket, quote, backslash] = [0x30, 0x39, 0x2c, 0x5d, 0x22, 0x5c];

/** Reads a file of any size byte by byte, one chunk in memory at a time. */
export class ByteReader {
  readonly #descriptor: number;
  readonly #chunk = Buffer.allocUnsafe(chunkBytes);
  #length = 0;
  #at = 0;
  /** Offset of the chunk in the file. */
  #start = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Offset in the file of the next byte. */
  get offset(): number {
    return this.#start + this.#at;
  }

  /** The next byte; -1 at the end. */
  next(): number {
    if (this.#at === this.#length && !this.#fill()) return -1;
    const byte = this.#chunk[this.#at] ?? -1;
    this.#at += 1;
    return byte;
  }

  /** The next byte that is neither white space nor a comma. */
  nextToken(): number {
    for (;;) {
      const byte = this.next();
      if (byte > 0x20 && byte !== comma) return byte;
      if (byte === -1) return -1;
    }
  }

  /** @throws Error if another byte comes next. */
  expect(character: string): void {
    const byte = this.nextToken();
    if (byte !== character.charCodeAt(0)) throw new Error(`the snapshot has no ${character} at ${this.offset}`);
  }

  /** Calls `take` with each number of a flat array, whose opening bracket has been read. */
  numbers(take: (value: number) => void): void {
    let value = -1;
    for (;;) {
      const byte = this.next();
      if (byte >= zero && byte <= nine) value = (value === -1 ? 0 : value * 10) + byte - zero;
      else if (byte === comma || byte === closeBracket || byte <= 0x20) {
        if (value !== -1) take(value);
        value = -1;
        if (byte === closeBracket) return;
        if (byte === -1) throw new Error('the snapshot ends within an array');
      } else throw new Error(`the snapshot has no number at ${this.offset}`);
    }
  }

  /** Skips a string whose opening quote has been read. */
  skipString(): void {
    for (;;) {
      const byte = this.next();
      if (byte === quote) return;
      if (byte === -1) throw new Error('the snapshot ends within a string');
      if (byte === backslash) this.next();
    }
  }

  #fill(): boolean {
    this.#start += this.#length;
    this.#at = 0;
    this.#length = readSync(this.#descriptor, this.#chunk, 0, chunkBytes, this.#start);
    return this.#length > 0;
  }
}
