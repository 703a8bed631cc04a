/** A day in milliseconds. */
export const DAY = 86_400_000;

/** A moment as GitHub writes it: UTC, in whole seconds. */
export function seconds(moment: number | string): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}

/** GitHub's clock: the real time, and what a test has let pass. */
export class Clock {
  #passed = 0;

  /** Now. */
  now(): string {
    return this.inDays(0);
  }

  /** A moment some days from now. */
  inDays(days: number): string {
    return seconds(Date.now() + this.#passed + days * DAY);
  }

  /** Lets days pass: artifacts expire. */
  passDays(days: number): void {
    this.#passed += days * DAY;
  }
}
