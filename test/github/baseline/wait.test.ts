import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterruptedError } from '../../../src/errors.js';
import { GitHubError } from '../../../src/github/api.js';
import { pausesOf, waitFor } from '../../../src/github/baseline/wait.js';

const usage = { requests: 0, notModified: 0, left: 900, limit: 1000, resetsAt: undefined };
const waiting = { waitMs: 600_000, signal: new AbortController().signal, say: () => {} };

describe('the pauses between polls', () => {
  it('are 13 in ten minutes', () => {
    expect([...pausesOf(600_000)]).toHaveLength(13);
  });

  it('grow, and end with the time that is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), (total) => {
        const pauses = [...pausesOf(total)];
        const growing = pauses.slice(0, -1);
        expect(growing).toEqual([...growing].sort((a, b) => a - b));
        expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeCloseTo(total);
        expect(Math.max(0, ...pauses)).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe('waiting for a baseline', () => {
  it('ends when the run has ended', async () => {
    expect(await waitFor({ usage: () => usage }, async () => false, waiting)).toBeUndefined();
  });

  it('ends when the time is over, and says so', async () => {
    const end = await waitFor({ usage: () => usage }, async () => true, { ...waiting, waitMs: 0 });
    expect(end).toMatch(/not waited for any longer/);
  });

  it('ends when few requests are left', async () => {
    const few = { ...usage, left: 99 };
    expect(await waitFor({ usage: () => few }, async () => true, waiting)).toMatch(/few requests left/);
  });

  it('ends when GitHub does not answer', async () => {
    const refused = async () => {
      throw new GitHubError({ doing: 'looking up run 7', permission: 'actions: read' }, { status: 403 });
    };
    const end = await waitFor({ usage: () => usage }, refused, waiting);
    expect(end).toMatch(/GitHub answered 403 when looking up run 7/);
  });

  it('is interrupted by the signal', async () => {
    const controller = new AbortController();
    const end = waitFor({ usage: () => usage }, async () => true, { ...waiting, signal: controller.signal });
    controller.abort();
    await expect(end).rejects.toThrow(InterruptedError);
  });
});
