import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../processes.js';

const inputs = 4_000;

async function fuzz(...given: string[]): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ['scripts/fuzz.mjs', ...given], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { status: Number(status), output };
}

describe('hostile inputs', () => {
  // A hang is ended by the fuzzer itself; the limit is for a machine that is busy with other things.
  it('crash no parser and get through no renderer', { timeout: 600_000 }, async () => {
    const { output } = await fuzz('--runs', String(inputs), '--seed', '1');
    const rows = output
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const bad = rows.filter(([, , , , crashes, , injections]) => crashes !== '0' || injections !== '0');
    expect(bad, output).toEqual([]);
    expect(output).not.toContain(' hangs: ');
    expect(rows.length).toBeGreaterThan(40);
  });

  it('are asked for with a mistake', async () => {
    expect((await fuzz('--runs', 'many')).status).toBe(2);
  });
});
