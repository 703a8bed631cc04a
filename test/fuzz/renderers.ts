import fc from 'fast-check';
import { compareResults, type Rules } from '../../src/compare/compare.js';
import { failOnKinds } from '../../src/compare/verdict.js';
import { parseHandover } from '../../src/github/handover.js';
import { logLines, logText } from '../../src/github/log-text.js';
import { liveLines } from '../../src/live/view.js';
import { annotationsOf } from '../../src/report/annotations.js';
import { chartOf } from '../../src/report/chart.js';
import { renderSection } from '../../src/report/comment.js';
import { escapeText, shownText } from '../../src/report/escape.js';
import { renderHtml } from '../../src/report/html/render.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { plainText } from '../../src/report/plain-text.js';
import type { Provenance } from '../../src/report/provenance.js';
import { longestComment, mergeSection, parseSticky, renderSticky } from '../../src/report/sticky.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { Results } from '../../src/results/schema.js';
import { parseResults } from '../../src/results/store.js';
import { hostileTold, tagsOf } from '../report/hostile.js';
import { createProvenance } from '../report/told.js';
import { baseline, documents, handovers } from './documents.js';
import { anyNumber, anyText, mutated, mutatedJson, mutatedText } from './hostile-inputs.js';
import {
  injectionsInComment,
  injectionsInHtml,
  injectionsInLog,
  injectionsInMarkdown,
  injectionsInTerminal,
} from './oracle.js';
import { defineTarget, type Target, type Verdict } from './target.js';

const rules: Rules = { budgets: {}, thresholds: {}, failOn: failOnKinds };

/** Results as a fork can send them: whatever passes the schema. */
const readable = mutated(documents).map((document) => JSON.stringify(document));

function compared(text: string): { now: Results; comparison: ReturnType<typeof compareResults> } {
  const now = parseResults(text, 'results.json', 'results');
  return { now, comparison: compareResults(now, baseline, rules) };
}

/** All that the comment action does with an artifact, between the download and the request that writes. */
function commentOf(resultsText: string, handoverText: string, existing: string | undefined): Verdict {
  const now = parseResults(resultsText, 'results.json', 'results');
  const handover = parseHandover(handoverText);
  const comparison = compareResults(now, baseline, handover);
  const provenance = createProvenance({ leg: handover.leg });
  const section = (maxLength: number) => renderSection(comparison, now, baseline, provenance, maxLength);
  const about = { leg: handover.leg, runId: 7, attempt: 1, sha: 'a'.repeat(40) };
  const merged = mergeSection(existing, handover.commentKey, { ...about, render: section });
  if (merged.kind !== 'write') return [];
  const { sections } = parseSticky(merged.body);
  return [
    ...injectionsInComment(merged.body, sections.length),
    ...injectionsInMarkdown(section(longestComment)),
    ...(sections.some(({ leg, runId }) => leg === about.leg && runId === 7) ? [] : ['the section is not found again']),
  ];
}

function annotationInjections(text: string): Verdict {
  return annotationsOf(compared(text).comparison, new Map()).flatMap(({ title, message }) => [
    ...injectionsInTerminal(title),
    ...injectionsInTerminal(message),
    ...(/\n/.test(title) ? ['a line break in a title'] : []),
  ]);
}

const sections = fc.array(
  fc.record({ leg: anyText, runId: fc.nat(9), attempt: fc.nat(3), sha: anyText, body: anyText }),
  { maxLength: 4 },
);

const progress = { pass: 'memory', sample: 1, samplesPerCase: 3, step: 1, steps: 9 } as const;

export const renderers: readonly Target[] = [
  defineTarget({
    name: 'artifact of a fork -> comment',
    weight: 1,
    inputs: fc.tuple(
      readable,
      fc.oneof(fc.constant(JSON.stringify(handovers[0])), mutatedJson(handovers)),
      fc.option(
        sections.map((drawn) => renderSticky('default', drawn)),
        { nil: undefined },
      ),
    ),
    run: ([results, handover, existing]) => commentOf(results, handover, existing),
  }),
  defineTarget({
    name: 'report in Markdown',
    weight: 0.6,
    inputs: hostileTold,
    run: ({ comparison, results, baselineResults }) => {
      const text = renderMarkdown(comparison, results, baselineResults);
      return [...injectionsInMarkdown(text), ...(tagsOf(text).some((tag) => tag.startsWith('<a')) ? ['a link'] : [])];
    },
  }),
  defineTarget({
    name: 'section of a comment',
    weight: 0.6,
    inputs: fc.tuple(hostileTold, fc.integer({ min: 0, max: 70_000 })),
    run: ([{ comparison, results, baselineResults, provenance }, most]) =>
      injectionsInMarkdown(renderSection(comparison, results, baselineResults, provenance, most)),
  }),
  defineTarget({
    name: 'job summary of any readable results',
    weight: 0.6,
    inputs: fc.tuple(readable, anyText, anyText),
    run: ([text, leg, note]) => {
      const { now, comparison } = compared(text);
      const provenance: Provenance = createProvenance({
        leg,
        baseline: { source: 'ancestor', commitsBehind: 1, notes: [note] },
      });
      return injectionsInMarkdown(renderSection(comparison, now, baseline, provenance, 1_000_000));
    },
  }),
  defineTarget({
    name: 'report in HTML',
    weight: 0.6,
    inputs: readable,
    run: (text) => {
      const { now, comparison } = compared(text);
      return injectionsInHtml(renderHtml({ comparison, results: now, baselineResults: baseline }));
    },
  }),
  defineTarget({
    name: 'report in the terminal',
    inputs: readable,
    run: (text) => {
      const { now, comparison } = compared(text);
      return injectionsInTerminal(renderTerminal(comparison, undefined, { columns: 80, unicode: true, results: now }));
    },
  }),
  defineTarget({ name: 'annotations', inputs: readable, run: annotationInjections }),
  defineTarget({
    name: 'chart',
    inputs: readable,
    run: (text) => {
      const { now, comparison } = compared(text);
      const chart = chartOf(comparison, now, baseline)?.text;
      return chart === undefined ? [] : injectionsInMarkdown(`## chart\n\n${chart}`);
    },
  }),
  defineTarget({
    name: 'sections that share a comment',
    weight: 2,
    inputs: fc.tuple(
      mutatedText([renderSticky('default', [{ leg: 'a', runId: 1, attempt: 1, sha: 'b', body: '## ✅ c' }])]),
      anyText,
      anyText,
    ),
    run: ([existing, text, body]) => {
      // No leg is longer: the handover and the matrix have their limits.
      const leg = text.slice(0, 600);
      const merged = mergeSection(existing, 'default', {
        leg,
        runId: 9,
        attempt: 1,
        sha: 'a'.repeat(40),
        render: () => body,
      });
      if (merged.kind !== 'write') return [];
      return injectionsInComment(merged.body, parseSticky(merged.body).sections.length);
    },
  }),
  defineTarget({
    name: 'text in a table',
    weight: 3,
    inputs: anyText,
    run: (text) => injectionsInMarkdown(`## a\n\n| a | b |\n| --- | --- |\n| ${escapeText(text)} | b |`),
  }),
  defineTarget({
    name: 'text in a terminal',
    weight: 3,
    inputs: anyText,
    run: (text) => [...injectionsInTerminal(plainText(text)), ...injectionsInTerminal(shownText(text))],
  }),
  defineTarget({
    name: 'text in the log of a runner',
    weight: 3,
    inputs: anyText,
    run: (text) => [
      ...injectionsInLog(logText(text)),
      ...injectionsInLog(logLines(text)),
      ...(/\n/.test(logText(text)) ? ['a line break'] : []),
    ],
  }),
  defineTarget({
    name: 'live view',
    inputs: fc.record({
      caseId: anyText,
      taken: fc.array(anyText, { maxLength: 3 }),
      bytes: fc.array(anyNumber, { maxLength: 60 }),
      columns: fc.nat(200),
      rows: fc.nat(40),
      unicode: fc.boolean(),
    }),
    run: ({ caseId, taken, bytes, ...size }) =>
      liveLines(
        {
          at: { ...progress, caseId },
          phase: 'measure',
          measuredBytes: bytes,
          qdrantBytes: bytes,
          elapsedMs: 1,
          remainingMs: 1,
          taken,
        },
        size,
      ).flatMap((line) => [...injectionsInTerminal(line), ...(/\n/.test(line) ? ['a line break'] : [])]),
  }),
];
