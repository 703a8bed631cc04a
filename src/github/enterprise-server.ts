import type { BaselinePolicy } from '../config/runner-config.js';
import { UsageError } from '../errors.js';

/** Servers with artifacts of version 4, the only version that the artifact client creates. */
const withArtifacts = /^(?:github\.com|.+\.ghe\.com|.+\.localhost)$/i;

/**
 * Host of the Enterprise Server that a workflow runs on; undefined on github.com and ghe.com. Follows the artifact
 * client, which refuses to work on an Enterprise Server.
 */
export function enterpriseServerOf(serverUrl: string): string | undefined {
  if (!URL.canParse(serverUrl)) return undefined;
  const { hostname } = new URL(serverUrl);
  return withArtifacts.test(hostname) ? undefined : hostname;
}

/** The baseline source to use on a server without artifacts. */
export function sourceWithoutArtifacts(source: BaselinePolicy['source']): BaselinePolicy['source'] {
  if (source === 'auto') return 'file';
  return source === 'artifact' ? 'none' : source;
}

/**
 * Refuses a run that would have nothing to compare with on every pull request.
 * @throws UsageError if the input asks for baseline artifacts only.
 */
export function refuseArtifactSource(source: BaselinePolicy['source']): void {
  if (source !== 'artifact') return;
  throw new UsageError('the input baseline is artifact, and a GitHub Enterprise Server has no artifacts of version 4', {
    remedy: 'Set baseline: file and baseline-commit: true.',
  });
}

/** Note in the report that explains the missing baseline artifact. */
export const noArtifactsNote = 'artifacts of version 4 do not exist on GitHub Enterprise Server';

const place = 'docs/action.md of memory-bench-action describes the set-up under "GitHub Enterprise Server".';

/** The warning of the measuring action. */
export function measuringWarning(host: string): string {
  return (
    `${host} is a GitHub Enterprise Server, which has no artifacts of version 4. Measuring, budgets, the job summary ` +
    'and the comment work. Results are not uploaded, and baselines are kept only as files of the repository: set ' +
    `baseline-commit: true. ${place}`
  );
}

/** The warning of the comment action. */
export function commentWarning(host: string): string {
  return (
    `${host} is a GitHub Enterprise Server, which has no artifacts of version 4: the comment action has no results to ` +
    `comment on. ${place}`
  );
}
