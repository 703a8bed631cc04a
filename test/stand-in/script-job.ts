import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GitHub } from './github.ts';
import { readAction } from './runner/action-file.ts';
import { pushTrigger } from './runner/triggers.ts';
import { Job, type JobOptions, type StepResult } from './runner.ts';
import type { WorkflowRun } from './state.ts';

const ACTION_PATH = fileURLToPath(new URL('fixtures/script-action', import.meta.url));

/** What a script's job may have otherwise. */
export type ScriptOptions = Partial<Omit<JobOptions, 'github' | 'action' | 'actionPath'>>;

/** A job whose one action runs a script with the real toolkit, in a Node 24 process of its own. */
export async function scriptJob(github: GitHub, script: string, options: ScriptOptions = {}): Promise<Job> {
  const run: WorkflowRun = options.run ?? (await github.startRun({ event: 'push' }));
  return new Job({
    github,
    run,
    trigger: options.trigger ?? (await pushTrigger(github)),
    action: readAction(join(ACTION_PATH, 'action.json'), JSON.parse),
    actionPath: ACTION_PATH,
    ...options,
    inputs: { script, ...options.inputs },
  });
}

/** Runs a script as a whole job. */
export async function runScript(github: GitHub, script: string, options: ScriptOptions = {}): Promise<StepResult> {
  const job = await scriptJob(github, script, options);
  try {
    return await job.main();
  } finally {
    await job.end();
  }
}

/** What a script returned; the log is in the failure when it did not. */
export function returned(result: StepResult): unknown {
  if (result.outcome !== 'success') throw new Error(`the script failed: ${result.log}`);
  return JSON.parse(result.outputs.result ?? 'null');
}
