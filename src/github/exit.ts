import { ExitCode, MemoryBenchError } from '../errors.js';

/** Tells an error as an annotation and turns it into an exit status; for the doors, once. */
export async function tellOnRunner(error: unknown): Promise<ExitCode> {
  const { error: annotate } = await import('@actions/core');
  const title = 'memory-bench';
  if (!(error instanceof MemoryBenchError)) {
    const stack = error instanceof Error ? error.stack : String(error);
    annotate(`an error of its own; please report it:\n${stack}`, { title });
    return ExitCode.internal;
  }
  annotate([error.message, error.remedy].filter(Boolean).join('\n'), { title });
  return error.exitCode;
}
