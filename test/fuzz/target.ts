import fc from 'fast-check';
import { MemoryBenchError } from '../../src/errors.js';

/** The injections that an oracle found in what came out. */
export type Verdict = readonly string[];

/** What a target made of one input. */
export type Outcome = { readonly refused: boolean; readonly injections: Verdict };

/** One input, ready to be tried, and its text for a report. */
export interface Trial {
  readonly run: () => Promise<Outcome>;
  readonly shown: () => string;
}

/** A parser or renderer that outside text reaches. */
export interface Target {
  readonly name: string;
  /** Share of the inputs it gets, beside those of the others. */
  readonly weight: number;
  readonly draw: (seed: number, count: number) => Trial[];
}

interface TargetOptions<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** @returns the injections in what came out; nothing for a parser. */
  readonly run: (input: Input) => Verdict | undefined | Promise<Verdict | undefined>;
  readonly weight?: number;
  /** Whether a plain Error with a message is how it refuses; its caller wraps it. */
  readonly throwsPlainErrors?: boolean;
}

/** A target of the fuzzer. Every error that is not a refusal is a crash. */
export function defineTarget<Input>({
  name,
  inputs,
  run,
  weight = 1,
  throwsPlainErrors = false,
}: TargetOptions<Input>): Target {
  const isRefusal = (error: unknown) =>
    error instanceof MemoryBenchError ||
    (throwsPlainErrors &&
      error instanceof Error &&
      !(error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError));
  const trial = async (input: Input): Promise<Outcome> => {
    try {
      return { refused: false, injections: (await run(input)) ?? [] };
    } catch (error) {
      if (isRefusal(error)) return { refused: true, injections: [] };
      throw error;
    }
  };
  return {
    name,
    weight,
    draw: (seed, count) =>
      fc.sample(inputs, { seed, numRuns: count }).map((input) => ({
        run: () => trial(input),
        shown: () => fc.stringify(input).slice(0, 2_000),
      })),
  };
}
