import { type ExitCode, reportError } from '../errors.js';
import { issuesUrl } from '../package-root.js';

/** Shows an error as an annotation and turns it into an exit status; for the entry points, once. */
export async function tellOnRunner(error: unknown): Promise<ExitCode> {
  const { error: annotate } = await import('@actions/core');
  const { message, remedy, exitCode } = reportError(error, issuesUrl(process.env));
  annotate([message, remedy].filter(Boolean).join('\n'), { title: 'memory-bench' });
  return exitCode;
}
