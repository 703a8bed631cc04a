import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journey, once, type Visit } from './journey.ts';

const sleeper = 'sleep 7106';
/** Without environment, session, streams or parent, nothing shows whose it is. */
const scenario = `import { spawnSync } from 'node:child_process';
import { defineScenario } from 'memory-bench-action';
const silently = '</dev/null >/dev/null 2>&1 &';
export const index = defineScenario({
  name: 'index', description: 'Leaves two daemons.', tags: ['smoke'], warmup: 0, iterations: 1, measure: 'cold',
  run() {
    spawnSync('sh', ['-c', 'env -i setsid ${sleeper} ' + silently + ' setsid sleep 7107 ' + silently]);
  },
});
`;

let journey: Journey;

beforeEach(async () => {
  journey = await Journey.start();
});

afterEach(() => journey.end());

function warningsIn(visit: Visit['step'] | undefined): string[] {
  return (visit?.annotations ?? []).filter(({ level }) => level === 'warning').map(({ message }) => message);
}

describe('a daemon that a scenario leaves and that nothing ties to the run', () => {
  it('is named by the step, which ends, and once more by the post step', async () => {
    const pull = await journey.openPull();
    const { step, post } = await journey.check(pull, { inputs: once, files: { 'bench/index.mjs': scenario } });
    const [first] = warningsIn(step);
    const pid = Number(/^process (\d+) /.exec(first ?? '')?.[1]);
    try {
      expect(step.outcome, step.log).toBe('success');
      expect(first).toContain(`(${sleeper}) may be a daemon that this run left behind`);
      expect(post?.outcome, post?.log).toBe('success');
      expect(warningsIn(post)).toEqual(warningsIn(step));
      // The other one has the mark of the run in its environment, and was ended.
      expect(warningsIn(step).join()).not.toContain('7107');
    } finally {
      if (pid > 0) process.kill(pid, 'SIGKILL');
    }
  });
});
