import { defineConfig } from 'vitest/config';

const common = {
  // forks: a service a test starts must outlive no worker thread, and memory figures must not share a heap.
  pool: 'forks',
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;
const journeys = 'test/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'desk',
          include: ['test/**/*.test.ts'],
          exclude: [journeys],
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      // Jobs of the built action: what they plant is large, and two at a time do not disturb each other.
      {
        test: {
          ...common,
          testTimeout: 240_000,
          name: 'journeys',
          include: [journeys],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
