import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../stand-in/runner.ts';
import type { Pull } from '../stand-in/state.ts';
import { Journey, once, type VisitOptions } from './journey.ts';

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

const push = (options: VisitOptions = {}) => journey.push({ ...options, inputs: once });
const check = (pull: Pull, options: VisitOptions = {}) => journey.check(pull, { ...options, inputs: once });

/** What a job prints of its requests. */
function printed({ log }: StepResult): { readonly requests: number; readonly notModified: number } {
  const [line, requests, notModified = 0] = /GitHub: (\d+) requests?(?:, (\d+) of them not modified)?/.exec(log) ?? [];
  if (line === undefined) throw new Error(`the job printed no count:\n${log}`);
  return { requests: Number(requests), notModified: Number(notModified) };
}

/** Requests of a job that GitHub's API saw; results are uploaded elsewhere. */
function seen(before: number): number {
  return journey.github
    .requests()
    .slice(before)
    .filter(({ path }) => path.startsWith('/repos/') || path === '/graphql').length;
}

describe('the requests of a job', () => {
  it('are counted and printed', async () => {
    await push();
    const pull = await journey.openPull();
    const before = journey.github.requests().length;
    const { step } = await check(pull);
    expect(printed(step).requests).toBe(seen(before));
    expect(step.log).toMatch(/GitHub: \d+ requests.*, 9\d\d left this hour/);
  });

  it('are below 40 in a pull request, its second commit, and one with a far ancestor', async () => {
    await push();
    for (let index = 0; index < 45; index += 1) await journey.commit('main');
    const pull = await journey.openPull();
    const first = await check(pull);
    expect(first.step.outputs['baseline-source']).toBe('ancestor');
    await journey.commit('feature');
    const second = await check(pull);
    const [one, two] = [printed(first.step).requests, printed(second.step).requests];
    console.log(`requests with a far ancestor: ${one}, and with a comment to update: ${two}`);
    expect(Math.max(one, two)).toBeLessThan(40);
  });

  it('are below 40 in a leg that waits for the run of the base commit', async () => {
    const pull = await journey.openPull();
    await journey.commit('main');
    const basis = await journey.github.startRun({ event: 'push' });
    const matrix = { size: 'small' };
    const checking = check(pull, { matrix });
    await journey.push({ run: basis, commit: false, matrix, inputs: once });
    const { step } = await checking;
    expect(step.outputs['baseline-source']).toBe('merge-base');
    const { requests, notModified } = printed(step);
    console.log(`requests with a base run that was waited for: ${requests}, ${notModified} of them not modified`);
    expect(requests).toBeLessThan(40);
    expect(notModified).toBeGreaterThan(0);
  });

  it('are warned of where few are left for other jobs', async () => {
    await push();
    const pull = await journey.openPull();
    journey.github.leaveRequests(60);
    const { step } = await check(pull);
    expect(step.outputs['baseline-source']).toBe('merge-base');
    expect(step.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/only \d+ of 1,000 requests are left/),
      }),
    );
  });

  it('end at once where none are left, and the report says until when', async () => {
    await push();
    const pull = await journey.openPull();
    journey.github.leaveRequests(0, new Date(Date.UTC(2100, 0, 1, 12, 40)));
    const { step } = await check(pull);
    expect(step.outputs['baseline-source']).toBe('none');
    expect(printed(step).requests).toBeLessThan(8);
    expect(step.summary).toMatch(/GitHub answered 403 when looking up the merge base/);
  });
});
