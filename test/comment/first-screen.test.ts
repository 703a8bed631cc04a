import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/chromium.mjs';
import { commentPage } from '../../scripts/comment-page.mjs';
import { plantedRun } from '../../scripts/planted-run.mjs';
import { compareResults } from '../../src/compare/compare.js';
import { type Comparison, failOnKinds } from '../../src/compare/verdict.js';
import { renderSection } from '../../src/report/comment.js';
import type { Provenance } from '../../src/report/provenance.js';
import type { Results } from '../../src/results/schema.js';
import {
  createBreach,
  createCase,
  createCaseComparison,
  createComparison,
  createFindings,
  createLeakFinding,
  createMetricComparison,
  createResults,
  createSample,
  createSiteDifference,
  createSitesComparison,
  createSpread,
} from '../builders.js';
import { createProvenance, createTimeline } from '../report/told.js';
import { needs } from '../requires/needs.js';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'memory-bench-comment-'));
  browser = await launchChromium(['--allow-file-access-from-files']);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  readonly comparison: Comparison;
  readonly results?: Results;
  readonly baseline?: Results;
  readonly provenance?: Partial<Provenance>;
}

/** What is seen of a comment on a screen 1280 pixels wide: where its first fold begins, and what stands above it. */
async function firstScreenOf({ comparison, results, baseline, provenance }: Shown) {
  const nothing = createResults({ cases: [] });
  const markdown = renderSection(comparison, results ?? nothing, baseline, createProvenance(provenance), 65_000);
  const file = join(folder, `${Math.random()}.html`);
  writeFileSync(file, commentPage(markdown, { theme: 'light', width: 1280 }));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.locator('body[data-drawn]').waitFor();
  const seen = await page.evaluate<{ fold: number; rows: number; charts: number; text: string }>(
    `{
    const fold = document.querySelector('details');
    const above = (selector) => [...document.querySelectorAll(selector)].filter(
      (element) => element.compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    ({
      fold: fold.getBoundingClientRect().top,
      rows: above('tbody tr, .markdown-body > ul > li').length,
      charts: above('.mermaid svg[aria-roledescription="xychart"]').length,
      text: above('.markdown-body > *').map((element) => element.textContent).join('\\n'),
    })`.concat(';}'),
  );
  await page.close();
  return seen;
}

const longId = (index: number) =>
  `ingestion-of-scanned-documents/tenant-with-large-collections-${index}, quantization=scalar-int8, batch=${index}`;
const longPath = (index: number) => `packages/retrieval-pipeline/src/ingestion/embedding/batched-embedding-${index}.ts`;

const regression = (metric: 'peak_rss_mb' | 'rss_delta_mb') =>
  createMetricComparison({
    metric,
    verdict: 'regression',
    difference: 243.12,
    differencePercent: 230,
    now: createSpread(1_480.34),
    baseline: createSpread(1_237.22),
    shift: { shift: 243, lower: 239.51, upper: 247.33, confidence: 0.992 },
  });

/** Twelve cases that are worse in everything, with long names of everything, and much that was changed. */
function worst(): Shown {
  const site = (index: number) =>
    createSiteDifference({
      file: longPath(index),
      line: 1234,
      function: 'embedDocumentsInBatches',
      caller: { file: longPath(index + 1), line: 321, function: 'ingestCollectionOfTenant' },
    });
  const cases = Array.from({ length: 12 }, (_, index) =>
    createCaseComparison({
      id: longId(index),
      verdict: 'regression',
      metrics: [regression('peak_rss_mb'), regression('rss_delta_mb')],
      breaches: [createBreach({ metric: 'peak_rss_mb', value: 1_480.34 })],
      leak: createLeakFinding(),
      errors: [{ kind: 'run', message: `AssertionError: ${'expected 10 hits for query 7, got 9; '.repeat(20)}` }],
      extensions: [{ after: 5, reason: 'decide', about: ['peak_rss_mb', 'rss_delta_mb'] }],
      sites: createSitesComparison({ kept: [site(1), site(2), site(3)] }),
    }),
  );
  const samples = [createSample({ timeline: createTimeline([1, 5, 9, 4]) })];
  const results = createResults({ cases: cases.map(({ id }) => createCase({ id, samples })) });
  const notes = Array.from({ length: 8 }, (_, index) => `the artifact of commit 123456${index} has expired`);
  return {
    comparison: createComparison({
      cases,
      verdict: 'fail',
      findings: createFindings({ budget: 12, regression: 12, leak: 12, error: 12, missing: 0 }),
      differences: [
        { kind: 'subject', name: '@qdrant/js-client-rest', baseline: '1.16.0', now: '1.17.0' },
        { kind: 'context', name: 'cpu', baseline: 'AMD EPYC 7763 64-Core Processor', now: 'Intel(R) Xeon(R) 8370C' },
      ],
      packages: Array.from({ length: 20 }, (_, index) => ({
        name: `@acme/retrieval-package-${index}`,
        direct: true,
        baseline: '12.34.56',
        now: '12.35.0-canary.7',
      })),
    }),
    results,
    baseline: results,
    provenance: { leg: 'node 22, os ubuntu-24.04', baseline: { source: 'ancestor', commitsBehind: 3, notes } },
  };
}

describe('what a comment shows before anything is opened', needs('chromium'), () => {
  it('of a run with something of everything fits on a screen, chart and source lines included', async () => {
    const { baseline, results } = plantedRun();
    const rules = { budgets: {}, thresholds: {}, failOn: failOnKinds };
    const seen = await firstScreenOf({ comparison: compareResults(results, baseline, rules), results, baseline });
    expect(seen.fold).toBeLessThanOrEqual(900);
    expect(seen.charts).toBe(1);
    expect(seen.text).toContain('Where the memory of batch-ingestion/100x10KB-batched comes from');
    expect(seen.rows).toBeGreaterThanOrEqual(4);
  });

  it('of the worst run fits on a screen, and has what is worst', async () => {
    const shown = worst();
    const seen = await firstScreenOf(shown);
    expect(seen.fold).toBeLessThanOrEqual(900);
    expect(seen.text).toContain('failed · ');
    expect(seen.text).toContain(longId(0));
  });

  it('of many regressions and nothing else fits on a screen, and uses it', async () => {
    const cases = Array.from({ length: 30 }, (_, index) =>
      createCaseComparison({ id: `search/${index}`, metrics: [regression('peak_rss_mb')] }),
    );
    const seen = await firstScreenOf({ comparison: createComparison({ cases }) });
    expect(seen.fold).toBeLessThanOrEqual(900);
    expect(seen.fold).toBeGreaterThan(600);
  });

  it.each([1, 2, 3, 4, 5])(
    'of %i regressions in cases of long names fits on a screen, with the chart',
    async (count) => {
      const cases = Array.from({ length: count }, (_, index) =>
        createCaseComparison({ id: longId(index), metrics: [regression('rss_delta_mb')] }),
      );
      const samples = [createSample({ timeline: createTimeline([1, 5, 9, 4]) })];
      const results = createResults({ cases: cases.map(({ id }) => createCase({ id, samples })) });
      const seen = await firstScreenOf({ comparison: createComparison({ cases }), results, baseline: results });
      expect(seen.fold).toBeLessThanOrEqual(900);
      expect(seen.charts).toBe(1);
    },
  );

  it('of a run in which nothing changed is two sentences', async () => {
    const seen = await firstScreenOf({ comparison: createComparison() });
    expect(seen.fold).toBeLessThanOrEqual(300);
    expect(seen.rows).toBe(0);
  });
});
