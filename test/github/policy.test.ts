import { describe, expect, it } from 'vitest';
import { refreshes } from '../../src/github/baseline/policy.js';

const isBaselineBranch = (branch: string) => branch === 'main';

describe('the refresh of the baseline', () => {
  it.each([
    ['push', 'main', 'auto', true],
    ['schedule', 'main', 'auto', true],
    ['workflow_dispatch', 'main', 'auto', true],
    ['push', 'feature', 'auto', false],
    ['push', 'feature', 'always', true],
    ['push', 'main', 'never', false],
    ['push', undefined, 'always', false],
    ['pull_request', undefined, 'always', false],
    ['pull_request_target', 'main', 'always', false],
    ['merge_group', 'gh-readonly-queue/main/pr-1', 'always', false],
    ['workflow_run', 'main', 'always', false],
  ] as const)('of %s on %s with update-baseline %s: %s', (event, branch, update, expected) => {
    expect(refreshes({ event, branch }, update, isBaselineBranch)).toBe(expected);
  });
});
