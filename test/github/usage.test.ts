import { describe, expect, it } from 'vitest';
import { fewLeft, fewLeftWords, RequestCount, usageWords } from '../../src/github/usage.js';

const headers = (left: number, resource = 'core') => ({
  'x-ratelimit-resource': resource,
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-limit': '1000',
  'x-ratelimit-reset': String(Date.UTC(2026, 10, 27, 12, 40) / 1000),
});

function counted(...answers: readonly (readonly [number, ReturnType<typeof headers>])[]): RequestCount {
  const count = new RequestCount();
  for (const [status, of] of answers) {
    count.sent();
    count.answered(status, of);
  }
  return count;
}

describe('the count of requests', () => {
  it('has those that were not modified, and what is left of the limit', () => {
    const { usage } = counted([200, headers(943)], [304, headers(943)], [404, headers(942)]);
    expect(usageWords(usage)).toBe('GitHub: 3 requests, 1 of them not modified, 942 left this hour');
  });

  it('has requests without an answer', () => {
    const count = new RequestCount();
    count.sent();
    expect(usageWords(count.usage)).toBe('GitHub: 1 request');
  });

  it('does not take the limit of GraphQL for the one of the repository', () => {
    const { usage } = counted([200, headers(900)], [200, headers(4, 'graphql')]);
    expect(usage.left).toBe(900);
  });

  it('warns where less than a tenth is left', () => {
    expect(fewLeft(counted([200, headers(100)]).usage)).toBe(false);
    const { usage } = counted([200, headers(99)]);
    expect(fewLeft(usage)).toBe(true);
    expect(fewLeftWords(usage)).toMatch(/^GitHub: only 99 of 1,000 requests are left until 12:40 UTC\. /);
  });

  it('reads no limit from headers that are none', () => {
    const odd = { 'x-ratelimit-remaining': 'many', 'x-ratelimit-limit': '-1', 'x-ratelimit-reset': '9e99' };
    const count = new RequestCount();
    count.answered(200, odd);
    expect(count.usage.left).toBeUndefined();
    expect(fewLeft(count.usage)).toBe(false);
  });
});
