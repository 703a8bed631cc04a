import { describe, expect, it } from 'vitest';
import { issuesUrl } from '../src/package-root.js';

describe('the address where bugs are reported', () => {
  it('is that of the repository the action runs from', () => {
    const env = { GITHUB_ACTION_REPOSITORY: 'acme/memory-bench-action', GITHUB_SERVER_URL: 'https://github.example' };
    expect(issuesUrl(env)).toBe('https://github.example/acme/memory-bench-action/issues');
  });

  it.each(['', './', 'a b/c', 'acme/x\n::error::'])('is not made of %j', (repository) => {
    expect(issuesUrl({ GITHUB_ACTION_REPOSITORY: repository })).toBe(issuesUrl({}));
  });
});
