import { UsageError } from '../errors.js';
import { legalNames } from './nearest-name.js';

/** The environment a runner gives a step: its inputs are in it as `INPUT_<NAME>`. */
export type StepEnvironment = Readonly<Record<string, string | undefined>>;

/** Range that a timer accepts, in minutes. */
export const limitInMinutes = { least: 0.001, most: 30_000 } as const;

/** Whether a timer accepts this many minutes. */
export function isLimitInMinutes(minutes: number): boolean {
  return minutes >= limitInMinutes.least && minutes <= limitInMinutes.most;
}

export const minutesRemedy = `It has to be a number of minutes from ${limitInMinutes.least} to ${limitInMinutes.most}.`;

/** Reads inputs one by one. Errors name the input that cannot be used. */
export class Inputs {
  readonly #environment: StepEnvironment;

  constructor(environment: StepEnvironment) {
    this.#environment = environment;
  }

  /** Undefined if the input is empty or absent. */
  text(name: string): string | undefined {
    const value = this.#environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
    return value === '' ? undefined : value;
  }

  /** The non-empty lines of an input. */
  lines(name: string): readonly string[] | undefined {
    const lines = this.text(name)
      ?.split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines?.length === 0 ? undefined : lines;
  }

  oneOf<T extends string>(name: string, legal: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = legal.find((candidate) => candidate === value);
    return found ?? this.refuse(name, value, legalNames(value, legal));
  }

  /** A comma-separated list; `none` is the empty list. */
  listOf<T extends string>(name: string, legal: readonly T[]): readonly T[] | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value === 'none') return [];
    return value.split(',').map((part) => {
      const found = legal.find((candidate) => candidate === part.trim());
      return found ?? this.refuse(name, part.trim(), legalNames(part.trim(), legal, ', or none alone'));
    });
  }

  /** A boolean, as YAML 1.2 reads it. */
  flag(name: string): boolean | undefined {
    const value = this.oneOf(name, ['true', 'True', 'TRUE', 'false', 'False', 'FALSE']);
    return value === undefined ? undefined : value.toLowerCase() === 'true';
  }

  wholeNumber(name: string, least: number): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    return Number.isInteger(number) && number >= least
      ? number
      : this.refuse(name, value, `It has to be a whole number from ${least}.`);
  }

  /** @see isLimitInMinutes */
  minutes(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    return isLimitInMinutes(Number(value)) ? Number(value) : this.refuse(name, value, minutesRemedy);
  }

  matching(name: string, pattern: RegExp, remedy: string): string | undefined {
    const value = this.text(name);
    return value === undefined || pattern.test(value) ? value : this.refuse(name, value, remedy);
  }

  /** @throws UsageError */
  refuse(name: string, value: string, remedy: string): never {
    throw new UsageError(`the input ${name} cannot be ${JSON.stringify(value)}`, { remedy });
  }
}

/**
 * Removes the inputs from an environment after they are read. Programs that GitHub's own clients start, such as tar for
 * the cache, inherit the whole environment.
 */
export function withdrawInputs(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('INPUT_')) delete environment[name];
  }
}
