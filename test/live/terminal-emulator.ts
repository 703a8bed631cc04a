interface Row {
  text: string;
  /** Whether the terminal broke the line before it, for want of room. */
  readonly continued: boolean;
}

const escapeCode = '\u001b';
const sequence = new RegExp(`^${escapeCode}\\[([\\d;?]*)([A-Za-z])$`);
const tokens = new RegExp(`${escapeCode}\\[[\\d;?]*[A-Za-z]|[^]`, 'gu');

/**
 * What is left on a terminal by what is written to it, as much as the live view uses: line feed, carriage return, cursor
 * up, erase to the end of the screen, colours, and lines that wrap. What was scrolled away can be read, and not reached.
 */
export class TerminalEmulator {
  #columns: number;
  readonly #height: number;
  #rows: Row[] = [{ text: '', continued: false }];
  #row = 0;
  #column = 0;

  constructor(columns: number, height = 24) {
    this.#columns = columns;
    this.#height = height;
  }

  write(text: string): void {
    for (const [token] of text.matchAll(tokens)) this.#take(token);
  }

  /** Lines break anew, as in most terminals of today; the cursor is behind what was written last. */
  resize(columns: number): void {
    const lines = this.#rows.reduce<string[]>((joined, { text, continued }) => {
      if (continued) joined[joined.length - 1] += text;
      else joined.push(text);
      return joined;
    }, []);
    this.#columns = columns;
    this.#rows = lines.flatMap((line) =>
      Array.from({ length: Math.max(1, Math.ceil(line.length / columns)) }, (_, index) => ({
        text: line.slice(index * columns, (index + 1) * columns),
        continued: index > 0,
      })),
    );
    this.#row = this.#rows.length - 1;
    this.#column = this.#rows[this.#row]?.text.length ?? 0;
  }

  /** The lines, those that the terminal broke in one piece; empty ones at the end left out. */
  get lines(): string[] {
    return this.#rows
      .map(({ text }) => text.trimEnd())
      .join('\n')
      .trimEnd()
      .split('\n');
  }

  /** Where the cursor stands. */
  get cursor(): { row: number; column: number } {
    return { row: this.#row, column: this.#column };
  }

  #take(token: string): void {
    const [, count, command] = sequence.exec(token) ?? [];
    if (command === 'A') this.#row = Math.max(this.#top, this.#row - Number(count || 1));
    else if (command === 'J') this.#eraseBelow();
    else if (command === 'm') return;
    else if (command !== undefined) throw new Error(`the live view is not known to use ${JSON.stringify(token)}`);
    else if (token === '\r') this.#column = 0;
    else if (token === '\n') this.#feed(false);
    else this.#put(token);
  }

  get #top(): number {
    return Math.max(0, this.#rows.length - this.#height);
  }

  #eraseBelow(): void {
    this.#rows = this.#rows.slice(0, this.#row + 1);
    const row = this.#rows[this.#row];
    if (row !== undefined) row.text = row.text.slice(0, this.#column);
  }

  #put(character: string): void {
    if (this.#column >= this.#columns) this.#feed(true);
    const row = this.#rows[this.#row];
    if (row === undefined) throw new Error('the cursor is nowhere');
    row.text = row.text.padEnd(this.#column).slice(0, this.#column) + character + row.text.slice(this.#column + 1);
    this.#column += 1;
  }

  /** A pseudo terminal makes both of a line feed: the next line, and its beginning. */
  #feed(continued: boolean): void {
    this.#row += 1;
    this.#column = 0;
    if (this.#row === this.#rows.length) this.#rows.push({ text: '', continued });
  }
}
