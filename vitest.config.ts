import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { reportSkips } from './test/requires/skip-reporter.js';

const common = {
  // forks: a service a test starts must outlive no worker thread, and memory figures must not share a heap.
  pool: 'forks',
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;
const journeys = 'test/journeys/**/*.test.ts';
/** Nothing in them is measured. */
const pure = [
  'test/{bench,compare,config,fuzz,init,live,output,report,requires,results,suite,workflows}/**/*.test.ts',
  'test/{error-text,errors,package-root,progress,terminal}.test.ts',
];
/**
 * What they plant is large, or what they assert is no figure: some at a time do not disturb each other. Three on two cores,
 * because each waits a third of its time for memory to settle, or for a server.
 */
const sturdy = [
  'test/e2e/{bad-input,cases,comparing,examples,growth,holders,init,interruption,live-view,native,output,regressions,rust-example,services,sites,surroundings,versions}.test.ts',
  'test/measure/native/**/*.test.ts',
  'test/{comment,page}/**/*.test.ts',
  'test/{files,services}/**/*.test.ts',
  'test/stand-in/**/*.test.ts',
];

/** They take minutes: one that begins last would run alone in the end. */
const longest =
  /\/test\/(?:e2e\/(?:regressions|cases|growth|sites|init)|journeys\/(?:trouble|pull-request))\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const plugins = [reportSkips()];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins,
        test: {
          ...common,
          name: 'desk',
          include: ['test/**/*.test.ts'],
          exclude: [journeys, ...pure, ...sturdy],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      { plugins, test: { ...common, name: 'pure', include: pure, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        plugins,
        test: {
          ...common,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          name: 'sturdy',
          include: sturdy,
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      // Jobs of the built action: as sturdy as those.
      {
        plugins,
        test: {
          ...common,
          testTimeout: 240_000,
          name: 'journeys',
          include: [journeys],
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
