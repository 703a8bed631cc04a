import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Observation, observationSchema } from './observation.js';

const observations = z.record(z.string(), z.array(observationSchema));

const ledgerSchema = z.strictObject({
  before: observations.describe('The version before leaks were looked for in every case, with a growth limit'),
  quiet: observations.describe('Runs on a machine without other work of ours'),
  loaded: observations.describe('Runs beside two busy loops and a memory hog'),
  checked: z
    .record(z.string(), z.record(z.string(), z.number()))
    .describe('Growth per iteration as plain Node has it, by series'),
});

/** Everything that was observed so far, by the names of the cases. */
export type Ledger = z.infer<typeof ledgerSchema>;
export type RunKind = 'before' | 'quiet' | 'loaded';

/** Observations that outlive an interrupted run: the file is written after each. */
export class LedgerFile {
  readonly #path: string;
  readonly ledger: Ledger;

  constructor(path: string) {
    this.#path = path;
    this.ledger = existsSync(path)
      ? ledgerSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
      : { before: {}, quiet: {}, loaded: {}, checked: {} };
  }

  add(kind: RunKind, name: string, observation: Observation): void {
    this.ledger[kind][name] = [...(this.ledger[kind][name] ?? []), observation];
    this.write();
  }

  /** Drops what was observed of the cases. */
  forget(kind: RunKind, names: readonly string[]): void {
    for (const name of names) delete this.ledger[kind][name];
    this.write();
  }

  check(name: string, rates: Readonly<Record<string, number>>): void {
    this.ledger.checked[name] = { ...rates };
    this.write();
  }

  write(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, `${JSON.stringify(this.ledger, null, 1)}\n`);
  }
}
