import { defineScenario } from 'memory-bench-action';

/** Answers a query, from a cache where it can: what a pull request changes. */
export type Answer = (query: string, compute: () => string) => string;

const answerBytes = 256 * 1024;

/** A service whose users all ask something else, as in the worst case for a cache. */
export const cache = (answer: Answer) =>
  defineScenario<Record<string, never>, { body: string }>({
    name: 'cache',
    description: 'Answers one query that nobody has asked before, with 256 KB.',
    tags: ['smoke'],
    iterations: 14,
    warmup: 0,
    growth: { maxPercent: 100 },
    setup: ({ text }) => ({ body: JSON.stringify(text(answerBytes, 1)) }),
    run({ iteration }, { body }) {
      // A string of its own, as from a response.
      const page = answer(`query ${iteration}`, () => JSON.parse(body));
      if (page.length !== answerBytes) throw new Error(`an answer has ${page.length} bytes instead of ${answerBytes}`);
    },
  });
