import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeCase } from '../../bench/cases/judge-case.js';
import { observationOf } from '../../bench/cases/observation.js';
import { type HardCase, hardCases, nameOf } from '../../bench/cases/table.js';
import { type FinishedRun, repositoryRoot, runFixtures, temporaryFolder } from '../processes.js';

/** Nine of the hard cases: `npm run bench:self -- cases` runs all of them. */
const chosen = [
  'steps/100KB-every-10',
  'bursts/seed-12345',
  'emptied/every-90',
  'slowing/root',
  'wasm-grow',
  'transferred',
  'mmap-arena',
  'worker-heap/tokens',
  'counts/descriptors',
];
const cases = hardCases.filter(({ id }) => chosen.includes(id));

const flags = ['--repeats', '3', '--max-repeats', '3', '--sites', 'none', '--json'];

function measure(given: readonly HardCase[], more: readonly string[]): Promise<FinishedRun> {
  const ids = given.map(({ id }) => id.replaceAll('.', '\\.'));
  const filter = ['--filter', `^(${ids.join('|')})$`];
  return runFixtures(join(repositoryRoot, 'bench', 'cases', 'scenarios'), [...flags, ...filter, ...more]);
}

describe('the hard cases', () => {
  const runs = new Map<HardCase['variant'], FinishedRun>();
  beforeAll(async () => {
    const baseline = ['--baseline', temporaryFolder()];
    const of = (variant: HardCase['variant']) => cases.filter((each) => each.variant === variant);
    runs.set(undefined, await measure(of(undefined), []));
    runs.set('good', await measure(of('good'), [...baseline, '--update-baseline', '--env', 'VARIANT=good']));
    runs.set('bad', await measure(of('bad'), [...baseline, '--env', 'VARIANT=bad']));
  }, 900_000);

  it.each(cases.map((each) => [sentenceOf(each), each] as const))('%s', (_sentence, hardCase) => {
    const { stdout = '' } = runs.get(hardCase.variant) ?? {};
    const observed = observationOf(stdout, hardCase.id, Object.keys(hardCase.truth.metrics ?? {}), 0);
    expect(judgeCase(hardCase, observed).mistakes).toEqual([]);
  });
});

function sentenceOf(hardCase: HardCase): string {
  const { verdicts, rates, comparison } = hardCase.truth;
  const series = rates === undefined ? '' : ` of ${Object.keys(rates).join(' or ')}`;
  const compared = comparison === undefined ? '' : ` and ${comparison}`;
  return `${nameOf(hardCase)}, which keeps ${hardCase.planted}, is ${verdicts.join(' or ')}${series}${compared}`;
}
