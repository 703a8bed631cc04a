import type { GitHubApi } from './api.js';
import * as core from './runner-log.js';
import { fewLeft, fewLeftWords, usageWords } from './usage.js';

/** Prints how many requests the job has sent, with a warning if few are left. */
export function reportUsage(api: Pick<GitHubApi, 'usage'>): void {
  const usage = api.usage();
  core.info(usageWords(usage));
  if (fewLeft(usage)) core.warning(fewLeftWords(usage));
}
