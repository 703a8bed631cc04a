import { InvalidArgumentError, Option } from 'commander';
import { isLimitInMinutes, minutesRemedy } from './inputs.js';
import { legalNames } from './nearest-name.js';

/** An option with a few legal values, listed in the help and in the error for any other value. */
export function choice(flag: string, description: string, legal: readonly string[]): Option {
  return new Option(flag, description).choices(legal).argParser((value) => {
    if (legal.includes(value)) return value;
    throw new InvalidArgumentError(legalNames(value, legal));
  });
}

/** A comma-separated list of legal names. */
export function listOf<T extends string>(legal: readonly T[]): (value: string) => T[] {
  return (value) =>
    value.split(',').map((part) => {
      const found = legal.find((name) => name === part.trim());
      if (found === undefined) throw new InvalidArgumentError(legalNames(part.trim(), legal));
      return found;
    });
}

/** An action reference, as workflows write it. */
export function actionReference(value: string): string {
  if (/^[\w-]+\/[\w.-]+@[\w./-]+$/.test(value)) return value;
  throw new InvalidArgumentError('Give owner/repo@ref, such as octo-org/memory-bench-action@v1.');
}

/** A whole number from 1. */
export function positiveInteger(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It has to be a whole number from 1.');
  return number;
}

/** A time limit, in minutes. */
export function minutes(value: string): number {
  if (isLimitInMinutes(Number(value))) return Number(value);
  throw new InvalidArgumentError(minutesRemedy);
}
