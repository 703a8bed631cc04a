import type { SampleError } from '../../results/schema.js';

/** A failed sample of a command. The message is written for the person who reads the report. */
export class CommandFailure extends Error {
  readonly kind: SampleError['kind'];

  constructor(kind: SampleError['kind'], message: string) {
    super(message);
    this.name = 'CommandFailure';
    this.kind = kind;
  }
}
