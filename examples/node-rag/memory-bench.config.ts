import { defineConfig } from 'memory-bench-action';

export default defineConfig({
  scenarios: ['bench/memory/*.memory.ts'],
  // Without them there is nothing to measure here, and a run that skips everything should not pass.
  require: ['qdrant', 'model'],
  // Samples per case: a look at a desk is quick, a pull request is judged well.
  repeats: process.env.CI ? 5 : 3,
  budgets: {
    'ingest/**': { peak_rss_mb: 700, rss_delta_mb: 20 },
    search: { peak_rss_mb: 450, rss_delta_mb: 10 },
  },
});
