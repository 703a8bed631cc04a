import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { endingDrained } from '../../src/services/child.js';
import { channelStdio, channelVariables, PrivateChannel } from '../../src/services/private-channel.js';

interface Heard {
  readonly messages: unknown[];
  readonly faults: string[];
  ends: number;
}

/** Runs a program with a channel of 1 MiB a message and 10 levels; `token` is its first line. Resolves when it has ended. */
async function heardOf(source: string, sent: readonly object[] = []): Promise<Heard> {
  const program = `
    const { readSync, writeSync } = require('node:fs');
    const buffer = Buffer.alloc(1024);
    const token = buffer.toString('utf8', 0, readSync(3, buffer)).split('\\n')[0];
    ${source}`;
  const env = { ...process.env, ...channelVariables };
  const child = spawn(process.execPath, ['--eval', program], { env, stdio: channelStdio });
  const heard: Heard = { messages: [], faults: [], ends: 0 };
  const channel = new PrivateChannel(
    child,
    { bytes: 1024 ** 2, depth: 10, containers: 100, elements: 100, fields: 100 },
    {
      onMessage: (message) => heard.messages.push(message),
      onFault: (reason) => {
        heard.faults.push(reason);
        child.kill('SIGKILL');
      },
      onEnd: () => {
        heard.ends += 1;
      },
    },
  );
  for (const message of sent) channel.send(message);
  await endingDrained(child);
  return heard;
}

describe('a private channel', () => {
  it('takes messages with the token, in their order', async () => {
    const { messages, faults, ends } = await heardOf(
      'for (let i = 0; i < 1_000; i += 1) writeSync(3, token + " " + JSON.stringify({ i }) + "\\n")',
    );
    expect(messages).toEqual(Array.from({ length: 1_000 }, (_, i) => ({ i })));
    expect(faults).toEqual([]);
    expect(ends).toBe(1);
  });

  it('takes a message that arrives in pieces', async () => {
    const { messages } = await heardOf(`
      const line = Buffer.from(token + ' {"text":"' + 'ü'.repeat(300_000) + '"}\\n');
      for (let at = 0; at < line.length; ) at += writeSync(3, line, at, Math.min(4_095, line.length - at));`);
    expect(messages).toEqual([{ text: 'ü'.repeat(300_000) }]);
  });

  it('has nothing to do with process.send, whatever is sent there', async () => {
    const { messages, faults } = await heardOf(`
      if (!process.connected) throw new Error('there is no channel of Node');
      process.send({ type: 'done' });
      process.send('x'.repeat(16 * 1024 ** 2), () => {
        writeSync(3, token + ' "after"\\n');
        process.exit();
      });`);
    expect(messages).toEqual(['after']);
    expect(faults).toEqual([]);
  });

  it.each([
    ['a line without the token', 'writeSync(3, \'{"type":"done"}\\n\')', 'no message of memory-bench'],
    ['an empty line', "writeSync(3, '\\n')", 'no message of memory-bench'],
    ['a token that is not its own', `writeSync(3, 'x'.repeat(24) + ' {}\\n')`, 'no message of memory-bench'],
    ['no JSON', "writeSync(3, token + ' {\\n')", 'no message of memory-bench'],
    ['JSON that is nested deeper', "writeSync(3, token + ' ' + '['.repeat(11) + '\\n')", 'deeper than 10 levels'],
    ['a line without an end', "writeSync(3, token + ' {}')", 'no end'],
    ['more than its limit', 'for (;;) writeSync(3, token)', 'longer than 1 MiB'],
  ])('is broken by %s', async (_, source, reason) => {
    const { messages, faults } = await heardOf(source);
    expect(faults).toEqual([expect.stringContaining(reason)]);
    expect(messages).toEqual([]);
  });

  it('takes nothing after it was broken', async () => {
    const { messages, faults } = await heardOf("writeSync(3, 'hello\\n' + token + ' {}\\n' + 'hello\\n')");
    expect(messages).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});
