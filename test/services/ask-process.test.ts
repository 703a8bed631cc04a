import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledEntry } from '../../src/package-root.js';
import { askProcess, type Reply } from '../../src/services/ask-process.js';
import { scenarioEnvironment } from '../../src/services/child-environment.js';
import { Guardian } from '../../src/services/guardian.js';
import { processEntry, temporaryFolder } from '../processes.js';

const guardian = new Guardian();
afterAll(() => guardian.close());

const plain = "export const s = { name: 'plain', run() {} };";

/** What a scenario file with such a text is described as. */
function describing(source: string, folder = temporaryFolder()): Promise<Reply> {
  const path = join(folder, 'scenario.mjs');
  writeFileSync(path, source);
  return askProcess({
    nodePath: process.execPath,
    nodeFlags: [],
    command: [compiledEntry('suite/describe-entry'), pathToFileURL(path).href],
    workingDirectory: folder,
    env: scenarioEnvironment(),
    withinMs: 30_000,
    folder,
    guardian,
    signal: new AbortController().signal,
  });
}

const described = { answer: { scenarios: [{ name: 'plain', exportName: 's', functions: ['run'] }] } };

describe('a file that is imported to be described', () => {
  it.each([
    ['sends a message as under pm2', "process.send('ready');"],
    ['sends an answer of its own', 'process.send({ scenarios: [] });'],
    ['sends 100 MB', "process.send('x'.repeat(100 * 1024 ** 2));"],
    ['hangs on its way out', "process.on('exit', () => { for (;;); });"],
  ])('is described where it %s', async (_, line) => {
    expect(await describing(`${line}\n${plain}`)).toEqual(described);
  });

  it.each([
    ['answers too much', `export const s = { name: 'x'.repeat(17 * 1024 ** 2), run() {} };`, 'longer than 16 MiB'],
    [
      'answers with parameters that are nested too deeply',
      "let params = {}; for (let i = 0; i < 1_000; i += 1) params = { params };\nexport const s = { name: 'a', params };",
      'deeper than 200 levels',
    ],
    [
      'writes to the channel',
      `import { writeSync } from 'node:fs'; writeSync(3, '{"scenarios":[]}\\n'); ${plain}`,
      'token',
    ],
    ['exits', 'process.exit(5);', 'code 5'],
    ['never ends its top level', 'await new Promise(() => {});', 'code 13'],
  ])('has no answer where it %s', async (_, source, reason) => {
    expect(await describing(source)).toEqual({ ended: expect.stringContaining(reason) });
  });

  it('has its error cut where that is 100 MB long', async () => {
    const reply = await describing("throw new Error('x'.repeat(100 * 1024 ** 2));");
    expect(reply).toEqual({ answer: { error: expect.stringContaining('xxx') } });
    expect(JSON.stringify(reply).length).toBeLessThan(30_000);
  });

  it('has what it started ended with it, though nothing ties that to it but its parent', async () => {
    const folder = temporaryFolder();
    const start = `
      import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      const child = spawn('env', ['-i', 'sleep', '9100'], { detached: true, stdio: 'ignore' });
      child.unref();
      writeFileSync('pid', String(child.pid));
      ${plain}`;
    expect(await describing(start, folder)).toEqual(described);
    expect(processEntry(Number(readFileSync(join(folder, 'pid'), 'utf8')))).toBeUndefined();
  });
});
