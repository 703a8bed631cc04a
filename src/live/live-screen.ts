import type { Terminal } from '../terminal.js';
import { widthOf } from './width.js';

/** What is written to. */
export interface Output {
  write(text: string): unknown;
}

/**
 * Lines at the bottom of a terminal that are drawn again and again in the same place. The cursor stays behind the last
 * one and is never hidden, so that a process that is killed leaves the terminal as it should be.
 */
export class LiveScreen {
  readonly #output: Output;
  readonly #terminal: Terminal;
  #drawn: readonly string[] = [];
  readonly #clear = () => this.clear();
  /** Whoever stopped us (Ctrl-Z) has written something since: what was drawn is not where it was. */
  readonly #forget = () => {
    this.#drawn = [];
  };

  constructor(output: Output, terminal: Terminal) {
    this.#output = output;
    this.#terminal = terminal;
  }

  /** Draws lines in the place of those before; none may be as wide as the terminal. */
  draw(lines: readonly string[]): void {
    if (lines.length === this.#drawn.length && lines.every((line, index) => line === this.#drawn[index])) return;
    if (this.#drawn.length === 0) this.#watch();
    this.#output.write(`${this.#erasure()}${lines.join('\n')}`);
    this.#drawn = lines;
  }

  /** Takes the lines away. */
  clear(): void {
    this.#unwatch();
    if (this.#drawn.length === 0) return;
    this.#output.write(this.#erasure());
    this.#drawn = [];
  }

  #erasure(): string {
    if (this.#drawn.length === 0) return '';
    // A terminal that has become narrower since has wrapped them.
    const columns = this.#terminal.columns();
    const rows = this.#drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
    return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}\u001b[J`;
  }

  /** An error of our own is told below the lines, and an end that nobody waits for leaves them: both come after us. */
  #watch(): void {
    this.#unwatch();
    process.on('uncaughtExceptionMonitor', this.#clear);
    process.on('exit', this.#clear);
    process.on('SIGCONT', this.#forget);
  }

  #unwatch(): void {
    process.off('uncaughtExceptionMonitor', this.#clear);
    process.off('exit', this.#clear);
    process.off('SIGCONT', this.#forget);
  }
}
