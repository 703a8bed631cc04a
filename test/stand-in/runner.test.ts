import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHub } from './github.ts';
import { parseValues } from './runner/command-files.ts';
import type { Grace } from './runner/step-process.ts';
import {
  dispatchTrigger,
  mergeGroupTrigger,
  pullRequestTrigger,
  pushTrigger,
  scheduleTrigger,
  workflowRunTrigger,
} from './runner/triggers.ts';
import { returned, runScript, scriptJob } from './script-job.ts';

let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.commit({ branch: 'feature', files: { 'a.txt': 'a' } });
});

afterAll(() => github.close());

describe('a step', () => {
  it('runs under Node 24', async () => {
    expect(returned(await runScript(github, 'return process.versions.node;'))).toMatch(/^24\./);
  });

  it('sees nothing of the environment of the test', async () => {
    process.env.LEAKED = 'yes';
    expect(returned(await runScript(github, 'return process.env.LEAKED ?? null;'))).toBeNull();
  });

  it('gets an input’s default from the action file, with the name changed as the runner does', async () => {
    expect(returned(await runScript(github, "return process.env['INPUT_WITH_SPACES'];"))).toBe('from the action file');
  });

  it('keeps the hyphens of an input’s name', async () => {
    const options = { inputs: { 'post-script': 'return 1;' } };
    expect(returned(await runScript(github, "return process.env['INPUT_POST-SCRIPT'];", options))).toBe('return 1;');
  });

  it('gets its token where the default says so', async () => {
    const token = github.token();
    expect(returned(await runScript(github, "return process.env['INPUT_GITHUB-TOKEN'].length;", { token }))).toBe(
      token.value.length,
    );
  });

  it('is warned about an input the action does not have', async () => {
    const { annotations } = await runScript(github, '', { inputs: { shards: '2' } });
    expect(annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining("'shards'") }]);
  });

  it('hands over outputs of many lines', async () => {
    const { outputs } = await runScript(github, "core.setOutput('report', 'one\\ntwo=2\\n\\nthree');");
    expect(outputs.report).toBe('one\ntwo=2\n\nthree');
  });

  it('hands over its job summary', async () => {
    const { summary } = await runScript(
      github,
      "await core.summary.addHeading('Memory').addTable([[{ data: 'case', header: true }], ['a']]).write();",
    );
    expect(summary).toContain('<h1>Memory</h1>');
  });

  it('loses a job summary longer than GitHub takes, with an error', async () => {
    const { summary, annotations } = await runScript(
      github,
      "await core.summary.addRaw('x'.repeat(2 ** 20 + 1)).write();",
    );
    expect(summary).toBe('');
    expect(annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('upload aborted') }]);
  });

  it('annotates with properties that had to be escaped', async () => {
    const script =
      "core.warning('100 % more\\nthan before', { title: 'a: b, c', file: 'src/a.js', startLine: 3, endLine: 4 });";
    const { annotations } = await runScript(github, script);
    const places = { title: 'a: b, c', file: 'src/a.js', line: 3, endLine: 4 };
    expect(annotations).toEqual([{ level: 'warning', message: '100 % more\nthan before', ...places }]);
  });

  it('hides what it masks, and its token, from the log', async () => {
    const token = github.token();
    const script = "core.setSecret('hunter2'); console.log('pass', 'hunter2', 'and', core.getInput('github-token'));";
    const { log, masks } = await runScript(github, script, { token });
    expect(masks).toContain('hunter2');
    expect(log).toContain('pass *** and ***');
  });

  it('folds its log into groups', async () => {
    const { groups } = await runScript(github, "await core.group('Measure', async () => core.info('case')); ");
    expect(groups).toEqual(['Measure']);
  });

  it('fails when its process fails', async () => {
    const { outcome, exitCode, annotations } = await runScript(github, "throw new Error('no such model');");
    expect([outcome, exitCode, annotations]).toEqual([
      'failure',
      1,
      [{ level: 'error', message: 'Error: no such model' }],
    ]);
  });

  it('gives its state, its variables and its path to the post step', async () => {
    const script = "core.saveState('pid', '42'); core.exportVariable('MODEL', 'mini'); core.addPath('/opt/qdrant');";
    const post = "return [core.getState('pid'), process.env.MODEL, process.env.PATH.split(':')[0]];";
    const job = await scriptJob(github, script, { inputs: { 'post-script': post } });
    await job.main();
    expect(returned(await job.post())).toEqual(['42', 'mini', '/opt/qdrant']);
    await job.end();
  });
});

describe('a cancelled step', () => {
  const waiting = (onSignal: string) =>
    `${onSignal} console.log('ready'); await new Promise((resolve) => setTimeout(resolve, 600_000));`;

  async function cancelled(onSignal: string, grace?: Grace) {
    const job = await scriptJob(github, waiting(onSignal), grace === undefined ? {} : { grace });
    const step = job.start('main');
    await step.line(/^ready$/);
    step.cancel();
    const result = await step.result;
    await job.end();
    return result;
  }

  it('is told by SIGINT first', async () => {
    const { outcome, exitCode } = await cancelled("process.on('SIGINT', () => process.exit(130));");
    expect([outcome, exitCode]).toEqual(['cancelled', 130]);
  });

  it('is told by SIGTERM when it does not listen', async () => {
    const { exitCode } = await cancelled(
      "process.on('SIGINT', () => {}); process.on('SIGTERM', () => process.exit(143));",
      { interrupt: 10, terminate: 60_000 },
    );
    expect(exitCode).toBe(143);
  });

  it('is killed when it never listens', async () => {
    const { signal } = await cancelled("process.on('SIGINT', () => {}); process.on('SIGTERM', () => {});", {
      interrupt: 10,
      terminate: 10,
    });
    expect(signal).toBe('SIGKILL');
  });

  it('leaves processes that the end of the job finds', async () => {
    const script = `const { spawn } = await load('node:child_process');
      const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
      child.unref();
      return child.pid;`;
    const job = await scriptJob(github, script);
    const pid = returned(await job.main());
    expect(await job.end()).toEqual([pid]);
  });
});

describe('a trigger', () => {
  const LOOK = `const { eventName, sha, ref, payload } = await context();
    return { eventName, sha, ref, action: payload.action, number: payload.pull_request?.number };`;

  it('starts a pull request’s run on the test merge', async () => {
    const pull = await github.openPull({ head: 'feature' });
    const run = await github.startRun({ event: 'pull_request', pull });
    const seen = returned(await runScript(github, LOOK, { run, trigger: await pullRequestTrigger(github, pull) }));
    const ref = `refs/pull/${pull.number}/merge`;
    expect(seen).toEqual({
      eventName: 'pull_request',
      sha: pull.mergeCommitSha,
      ref,
      action: 'synchronize',
      number: pull.number,
    });
  });

  it('starts a push’s run on the pushed commit', async () => {
    const trigger = await pushTrigger(github);
    expect(returned(await runScript(github, LOOK, { trigger }))).toMatchObject({
      eventName: 'push',
      sha: trigger.payload.after,
    });
  });

  it('starts the other half on the default branch, with the run of the fork in its payload', async () => {
    const fork = await github.fork('mallory');
    const sha = await github.commit({ repository: fork, branch: 'patch', files: { 'b.txt': 'b' } });
    const pull = await github.openPull({ head: 'patch', fork });
    const run = await github.startRun({ event: 'pull_request', pull });
    github.finishRun(run);
    const { payload, ref } = await workflowRunTrigger(github, run);
    expect(ref).toBe('refs/heads/main');
    expect(payload.workflow_run).toMatchObject({ id: run.id, head_sha: sha, conclusion: 'success', pull_requests: [] });
  });

  it('starts a merge group’s run on the queue’s own branch', async () => {
    const pull = await github.openPull({ head: 'feature' });
    const { ref, sha } = await mergeGroupTrigger(github, pull);
    expect([ref.startsWith('refs/heads/gh-readonly-queue/main/pr-'), sha]).toEqual([true, pull.mergeCommitSha]);
  });

  it('starts scheduled and manual runs on a branch’s head', async () => {
    const triggers = [await scheduleTrigger(github), await dispatchTrigger(github)];
    const head = await github.repository.git.ref('heads/main');
    expect(triggers.map(({ sha }) => sha)).toEqual([head, head]);
  });
});

describe('a command file', () => {
  it('is refused when a heredoc does not end', () => {
    expect(() => parseValues('a<<END\nvalue\n')).toThrow("Matching delimiter not found 'END'");
  });
});
