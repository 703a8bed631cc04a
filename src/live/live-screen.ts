import type { Terminal } from '../terminal.js';
import { widthOf } from './width.js';

/** The stream to write to. */
export interface Output {
  write(text: string): unknown;
}

/**
 * Lines at the bottom of a terminal that are redrawn in place. The cursor stays after the last one and is never hidden,
 * so that a killed process leaves the terminal intact.
 */
export class LiveScreen {
  readonly #output: Output;
  readonly #terminal: Terminal;
  #drawn: readonly string[] = [];
  readonly #clear = () => this.clear();
  /** The shell wrote to the terminal while the process was stopped (Ctrl-Z), so the lines have moved. */
  readonly #forget = () => {
    this.#drawn = [];
  };

  constructor(output: Output, terminal: Terminal) {
    this.#output = output;
    this.#terminal = terminal;
  }

  /** Replaces the drawn lines. Each must be narrower than the terminal. */
  draw(lines: readonly string[]): void {
    if (lines.length === this.#drawn.length && lines.every((line, index) => line === this.#drawn[index])) return;
    if (this.#drawn.length === 0) this.#watch();
    this.#output.write(`${this.#erasure()}${lines.join('\n')}`);
    this.#drawn = lines;
  }

  /** Erases the lines. */
  clear(): void {
    this.#unwatch();
    if (this.#drawn.length === 0) return;
    this.#output.write(this.#erasure());
    this.#drawn = [];
  }

  #erasure(): string {
    if (this.#drawn.length === 0) return '';
    // A terminal that became narrower has wrapped the lines.
    const columns = this.#terminal.columns();
    const rows = this.#drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
    return `\r${rows > 1 ? `\u001b[${rows - 1}A` : ''}\u001b[J`;
  }

  /** Erases the lines before an uncaught error is printed and when the process exits without `clear`. */
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
