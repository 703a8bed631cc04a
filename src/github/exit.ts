import { ExitCode, MemoryBenchError, typedError } from '../errors.js';

/** Reports an error as an annotation and turns it into an exit status; for the entry points, once. */
export async function tellOnRunner(thrown: unknown): Promise<ExitCode> {
  const { error: annotate } = await import('./runner-log.js');
  const title = 'memory-bench';
  const error = typedError(thrown);
  if (!(error instanceof MemoryBenchError)) {
    const stack = error instanceof Error ? error.stack : String(error);
    annotate(`an error of its own; please report it:\n${stack}`, { title });
    return ExitCode.internal;
  }
  annotate([error.message, error.remedy].filter(Boolean).join('\n'), { title });
  return error.exitCode;
}
