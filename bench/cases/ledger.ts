import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Observation, observationSchema } from './observation.js';

const observations = z.record(z.string(), z.array(observationSchema));

const ledgerSchema = z.strictObject({
  before: observations.describe('The version before leaks were looked for in every case, with a growth limit'),
  quiet: observations.describe('Runs on a machine without other work of ours'),
  loaded: observations.describe('Runs beside two busy processes or more, and a memory hog'),
  checked: z
    .record(z.string(), z.record(z.string(), z.number()))
    .describe('Growth per iteration as plain Node has it, by series'),
});

/** All observations so far, by case name. */
export type Ledger = z.infer<typeof ledgerSchema>;
export type RunKind = 'before' | 'quiet' | 'loaded';

/** Observations that survive an interrupted run: the file is written after each one. */
export class LedgerFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** Read from the file each time: another bench may write to it between two runs. */
  get ledger(): Ledger {
    if (!existsSync(this.#path)) return { before: {}, quiet: {}, loaded: {}, checked: {} };
    return ledgerSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
  }

  add(kind: RunKind, name: string, observation: Observation): void {
    const ledger = this.ledger;
    ledger[kind][name] = [...(ledger[kind][name] ?? []), observation];
    this.#write(ledger);
  }

  /** Drops the observations of the named cases. */
  forget(kind: RunKind, names: readonly string[]): void {
    const ledger = this.ledger;
    for (const name of names) delete ledger[kind][name];
    this.#write(ledger);
  }

  check(name: string, rates: Readonly<Record<string, number>>): void {
    const ledger = this.ledger;
    ledger.checked[name] = { ...rates };
    this.#write(ledger);
  }

  #write(ledger: Ledger): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, `${JSON.stringify(ledger, null, 1)}\n`);
  }
}
