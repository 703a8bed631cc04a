import { errorText, stackText } from './error-text.js';

export { errorText as messageOf, stackText } from './error-text.js';

/** Exit status of the process. Entry points turn an error into one of these, once. */
export const ExitCode = {
  /** The verdict does not fail. */
  ok: 0,
  /** The verdict fails: a breach, a leak, a failed or missing case, a missing baseline that `failOn` names. */
  verdict: 1,
  /** A flag, the configuration, a baseline or a scenario definition is wrong. */
  usage: 2,
  /** Something the run leans on is missing or broke: Qdrant, the model, the disk. */
  environment: 3,
  /** A bug of memory-bench (EX_SOFTWARE of sysexits.h), never to be mistaken for a verdict. */
  internal: 70,
  /** Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** An error whose message is written for the person at the terminal: what is wrong, and what to do about it. */
export abstract class MemoryBenchError extends Error {
  abstract readonly exitCode: ExitCode;
  /** One sentence that says what to do. Printed under the message. */
  readonly remedy: string | undefined;

  constructor(message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.remedy = options.remedy;
  }
}

/** What the user wrote (flag, config file, baseline, scenario definition) cannot be used. */
export class UsageError extends MemoryBenchError {
  override readonly exitCode = ExitCode.usage;
}

/** Something outside of us that the run needs is missing or broken. */
export class EnvironmentError extends MemoryBenchError {
  override readonly exitCode = ExitCode.environment;
}

/** The person pressed Ctrl-C, or the runner cancelled the job. */
export class InterruptedError extends MemoryBenchError {
  override readonly exitCode = ExitCode.interrupted;
}

/** The parts of an error as a person reads them. */
export interface ErrorReport {
  /** The message, with the chain of its causes. */
  readonly message: string;
  /** What to do about it; empty where there is no advice. */
  readonly remedy: string;
  readonly exitCode: ExitCode;
}

/** Describes an error for the entry points. `issuesUrl` is where bugs of memory-bench are reported; empty where unknown. */
export function reportError(error: unknown, issuesUrl: string): ErrorReport {
  if (error instanceof MemoryBenchError) {
    return { message: errorText(error), remedy: error.remedy ?? '', exitCode: error.exitCode };
  }
  const where = issuesUrl === '' ? ' to the maintainers of memory-bench-action.' : `: ${issuesUrl}`;
  return {
    message: `Internal error. Please report it${where}\n${stackText(error)}`,
    remedy: '',
    exitCode: ExitCode.internal,
  };
}
