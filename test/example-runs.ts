import { join } from 'node:path';
import type { Comparison } from '../src/compare/verdict.js';
import type { Results } from '../src/results/schema.js';
import { readResults } from '../src/results/store.js';
import { memoryBench, repositoryRoot, temporaryFolder } from './processes.js';

/** A run of an example, judged. */
export interface JudgedRun {
  readonly code: number | null;
  readonly comparison: Comparison;
  readonly results: Results;
}

/** Folder of an example. */
export const folderOf = (example: string) => join(repositoryRoot, 'examples', example);

/** `memory-bench run` as the owner of the example types it, with fewer samples. */
export async function measure(example: string, repeats: number, ...flags: readonly string[]): Promise<JudgedRun> {
  const out = temporaryFolder();
  const samples = ['--repeats', `${repeats}`, '--max-repeats', `${repeats}`];
  const given = ['run', '--json', '--out', out, ...samples, ...flags];
  const { code, stdout, stderr } = await memoryBench(given, { cwd: folderOf(example) });
  if (stdout === '') throw new Error(`the run ended with ${code} and no comparison:\n${stderr}`);
  return { code, comparison: JSON.parse(stdout), results: await readResults(join(out, 'results.json'), 'results') };
}

/** Errors of the samples that failed, with the end of their logs. */
export const errorsIn = ({ comparison }: JudgedRun) => comparison.cases.flatMap(({ errors }) => errors);

/** Ids of the cases that were judged. */
export const idsIn = ({ comparison }: JudgedRun) => comparison.cases.map(({ id }) => id);
