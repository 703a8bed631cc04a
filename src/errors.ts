import { errorText, stackText } from './error-text.js';

export { errorText as messageOf, stackText } from './error-text.js';

/** Exit statuses of the process. Entry points convert an error into one of these, once. */
export const ExitCode = {
  /** The verdict does not fail. */
  ok: 0,
  /** The verdict fails: a breach, a leak, a failed or missing case, a missing baseline that `failOn` names. */
  verdict: 1,
  /** A flag, the configuration, a baseline or a scenario definition is wrong. */
  usage: 2,
  /** Something the run depends on is missing or broken: Qdrant, the model, the disk. */
  environment: 3,
  /** A bug in memory-bench (EX_SOFTWARE in sysexits.h), distinct from a verdict. */
  internal: 70,
  /** Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** An error whose message is written for the user: the problem, and how to fix it. */
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

/** The user's input (flag, config file, baseline, scenario definition) cannot be used. */
export class UsageError extends MemoryBenchError {
  override readonly exitCode = ExitCode.usage;
}

/** Something outside of memory-bench that the run needs is missing or broken. */
export class EnvironmentError extends MemoryBenchError {
  override readonly exitCode = ExitCode.environment;
}

/** The user pressed Ctrl-C, or the runner cancelled the job. */
export class InterruptedError extends MemoryBenchError {
  override readonly exitCode = ExitCode.interrupted;
}

/** The parts of an error, as shown to the user. */
export interface ErrorReport {
  /** The message, with the chain of its causes. */
  readonly message: string;
  /** How to fix it; empty if there is no advice. */
  readonly remedy: string;
  readonly exitCode: ExitCode;
}

/** Describes an error for the entry points. `issuesUrl` is where bugs are reported; empty if unknown. */
export function reportError(thrown: unknown, issuesUrl: string): ErrorReport {
  const error = typedError(thrown);
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

/** Remedies by system error code, for problems outside of memory-bench. */
const systemRemedies: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on the disk.',
  EDQUOT: 'Free some space: the disk quota is used up.',
  EROFS: 'Name a folder that you can write to.',
  EACCES: 'Check who may read and write it.',
  EPERM: 'Check who may read and write it.',
  ENOENT: 'Check that nothing removes files while memory-bench runs.',
  ENOTDIR: 'Check that nothing changes files while memory-bench runs.',
  EISDIR: 'Check the path.',
  ELOOP: 'Check the symbolic links on the path.',
  ENAMETOOLONG: 'Use a shorter path.',
  EMFILE: 'Raise the limit on open files (`ulimit -n`).',
  ENFILE: 'Close other programs: the system has no open files left.',
  ENOMEM: 'Free some memory, or raise its limit (`ulimit -v`).',
  EAGAIN: 'Raise the limit on processes (`ulimit -u`), or close other programs.',
  EIO: 'Check the disk.',
};

/** The remedy for a limit on address space. */
export const addressSpaceRemedy =
  'Raise or remove the limit on address space (`ulimit -v`): Node reserves far more of it than it uses.';

/**
 * The error that the entry point reports: the thrown value itself, or an EnvironmentError if the cause is the system (a
 * full disk, a limit, a deleted file) and not memory-bench.
 */
export function typedError(thrown: unknown): unknown {
  if (thrown instanceof MemoryBenchError) return thrown;
  for (const error of causesOf(thrown)) {
    if (isOutOfAddressSpace(error))
      return new EnvironmentError(error.message, { remedy: addressSpaceRemedy, cause: thrown });
    const remedy = 'code' in error && 'syscall' in error ? systemRemedies[String(error.code)] : undefined;
    if (remedy !== undefined)
      return new EnvironmentError(`the system refused: ${error.message}`, { remedy, cause: thrown });
  }
  return thrown;
}

function isOutOfAddressSpace({ name, message }: Error): boolean {
  if (name !== 'RangeError' && name !== 'CompileError') return false;
  return /could not allocate memory|out of memory|array buffer allocation failed/i.test(message);
}

function causesOf(thrown: unknown, most = 5): Error[] {
  return thrown instanceof Error && most > 0 ? [thrown, ...causesOf(thrown.cause, most - 1)] : [];
}
