import { type ExitCode, reportError } from '../errors.js';
import { issuesUrl } from '../package-root.js';

/** Reports an error as an annotation and returns its exit status. Entry points call it once. */
export async function tellOnRunner(thrown: unknown): Promise<ExitCode> {
  const { error: annotate } = await import('./runner-log.js');
  const { message, remedy, exitCode } = reportError(thrown, issuesUrl(process.env));
  annotate([message, remedy].filter(Boolean).join('\n'), { title: 'memory-bench' });
  return exitCode;
}
