import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GitHubError } from '../../src/github/api.js';
import { readFailure } from '../../src/github/failure.js';

const listing = { doing: 'listing artifacts', permission: 'actions: read' };

/** What octokit throws for an answer. */
function answered(status: number, message: string, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

describe('an error of GitHub', () => {
  it('names status, operation and permission', () => {
    const error = new GitHubError(listing, answered(403, 'Resource not accessible by integration'));
    expect(error.message).toBe('GitHub answered 403 when listing artifacts: Resource not accessible by integration');
    expect(error).toMatchObject({ status: 403, reason: 'GitHub answered 403 when listing artifacts' });
    expect(error.remedy).toBe('Give the job the permission `actions: read`.');
  });

  it('says until when the rate limit is exhausted', () => {
    const reset = String(Date.UTC(2026, 10, 27, 12, 40) / 1000);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-limit': '1000', 'x-ratelimit-reset': reset };
    const error = new GitHubError(listing, answered(403, 'API rate limit exceeded', headers));
    expect(error.remedy).toBe(
      'The rate limit of 1,000 requests an hour is exhausted until 12:40 UTC. Rerun the job later.',
    );
    expect(error.isRateLimit).toBe(true);
  });

  it('does not take a secondary limit for a missing permission', () => {
    const error = new GitHubError(listing, answered(403, 'You have exceeded a secondary rate limit.'));
    expect(error.remedy).toMatch(/fewer requests/);
  });

  it('has no status where no answer came, which octokit calls 500', () => {
    const error = new GitHubError(listing, Object.assign(new Error('connect ECONNREFUSED'), { status: 500 }));
    expect(error.status).toBeUndefined();
    expect(error.message).toBe('GitHub did not answer when listing artifacts: connect ECONNREFUSED');
  });

  it('is read whatever is in it', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (status, response) => {
        const failure = readFailure(Object.assign(new Error('odd'), { status, response }));
        expect(['undefined', 'number']).toContain(typeof failure.status);
      }),
    );
  });
});
