import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { packageRoot } from '../../src/package-root.js';
import { ScenarioCompiler } from '../../src/suite/compile.js';
import type { HardCase } from './table.js';

const rates = z.record(z.string(), z.number());
const child = fileURLToPath(new URL('./check-child.js', import.meta.url));

/**
 * Measures the growth per iteration of a case in plain Node, by series. It calls `run` in a loop, with a collection
 * after each call, and reads memory without any code of memory-bench.
 */
export async function checkCase({ file, id, variant = 'good' }: HardCase): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'memory-bench-check-'));
  try {
    const compiler = new ScenarioCompiler(folder);
    const { url } = await compiler.compile(join(packageRoot, 'bench', 'cases', 'scenarios', file));
    const stdout = await ended([url, id, folder], { PATH: process.env.PATH, VARIANT: variant });
    return rates.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ended(given: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--expose-gc', child, ...given], { env }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}
