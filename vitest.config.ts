import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // forks: a service a test starts must outlive no worker thread, and memory figures must not share a heap.
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
  },
});
