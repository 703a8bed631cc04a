import { describe, expect, it } from 'vitest';
import type { CaseData, PageData } from '../../../src/report/html/model.js';
import { pageData } from '../../../src/report/html/page-data.js';
import { createCase, createResults, createSample } from '../../builders.js';
import { createReadings, createRun, pageSource, varied } from './sources.js';

function caseOf({ cases }: PageData, id: string): CaseData {
  const found = cases.find((shown) => shown.id === id);
  if (found === undefined) throw new Error(`there is no case ${id}`);
  return found;
}

const data = pageData(varied());

describe('the data of a page', () => {
  it('has the worst case first, and every case', () => {
    expect(data.cases.map(({ id }) => id).sort()).toEqual(
      ['ingest/large', 'ingest/small', 'leak/native', 'search/broken', 'search/changed', 'search/gone'].sort(),
    );
    expect(data.cases[0]?.tone).toBe('bad');
    expect(data.findings[0]?.tone).toBe('bad');
  });

  it('says the verdict as other reports do', () => {
    expect(data.verdict).toBe('fail');
    expect(data.headline).toContain('1 regression');
    expect(caseOf(data, 'ingest/large').verdicts).toEqual(['regression', 'over budget']);
  });

  it('has a figure, or none, for every column of the overview', () => {
    for (const { figures } of data.cases) expect(figures).toHaveLength(data.columns.length);
    expect(caseOf(data, 'ingest/large').figures[data.columns.indexOf('RSS change')]?.value).toBe(60.2);
    expect(caseOf(data, 'search/gone').figures.every((figure) => figure === null)).toBe(true);
  });

  it('has no figure that a chart could not show, whatever a document says', () => {
    const timeline = { ...createReadings(4, 2), atMs: [-1e300, 1e300], workerRssBytes: [-1e300, 1e300] };
    const samples = [createSample({ metrics: { rss_delta_mb: 1e300 }, timeline })];
    const [shown] = pageData(pageSource(createResults({ cases: [createCase({ samples })] }))).cases;
    expect(shown?.timeline?.now.seconds).toEqual([0, 1e9]);
    expect(shown?.timeline?.now.subject).toEqual([0, 1e9]);
    expect(shown?.metrics[0]?.now.values).toEqual([1e9]);
  });
});

describe('a metric', () => {
  const rise = caseOf(data, 'ingest/large').metrics.find(({ metric }) => metric === 'rss_delta_mb');

  it('has every sample of both sides, band, floor and the budget that is exceeded', () => {
    expect(rise?.now.values).toEqual([60, 60.1, 60.2, 60.3, 60.4]);
    expect(rise?.baseline?.values).toEqual([4, 4.1, 4.2, 4.3, 4.4]);
    expect(rise?.band?.lower).toBeGreaterThan(50);
    expect(rise?.floor?.value).toBeGreaterThan(0);
    expect(rise?.budget?.text).toBe('50.0 MiB');
    expect(rise?.verdict).toBe('regression');
  });

  it('has its past, oldest first, the baseline and now behind it', () => {
    expect(data.runs).toHaveLength(5);
    expect(data.runs[0]).toBe('3333333 2026-02-03');
    expect(rise?.history).toEqual([3, 4, 5, 4.2, 60.2]);
  });

  it('has no past where the case was another one', () => {
    const changed = caseOf(data, 'search/changed').metrics;
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ history, baseline }) => history.length === 0 && baseline === undefined)).toBe(true);
  });

  it('that only explains has no verdict', () => {
    const duration = caseOf(data, 'ingest/large').metrics.find(({ metric }) => metric === 'duration_ms');
    expect(duration?.verdict).toBe('');
  });
});

describe('memory over time', () => {
  it('has the baseline beside it where the two may be compared', () => {
    expect(caseOf(data, 'ingest/large').timeline?.baseline).toBeDefined();
    expect(caseOf(data, 'search/changed').timeline?.now).toBeDefined();
    expect(caseOf(data, 'search/changed').timeline?.baseline).toBeUndefined();
    expect(caseOf(data, 'search/broken').timeline).toBeUndefined();
  });

  it('has phases, and readings in MiB', () => {
    const { now, subject } = caseOf(data, 'ingest/large').timeline ?? {};
    expect(subject).toBe('worker');
    expect(now?.phases.map(({ name }) => name)).toContain('measure');
    expect(now?.subject[0]).toBe(110);
    expect(now?.qdrant[0]).toBe(80);
  });

  it('keeps its peak however long it is', () => {
    const timeline = createReadings(4, 20_000);
    timeline.workerRssBytes[7_777] = 3000 * 1024 * 1024;
    const results = createResults({ cases: [createCase({ samples: [createSample({ timeline })] })] });
    const { timeline: shown } = pageData(pageSource(results)).cases[0] ?? {};
    expect(Math.max(...(shown?.now.subject ?? []).map((value) => value ?? 0))).toBe(3000);
    expect(shown?.now.seconds.length).toBeLessThan(500);
  });

  it('of a command is that of its processes', () => {
    const sample = createSample({ metrics: { tree_peak_mb: 12 }, timeline: createReadings(4) });
    const results = createResults({ cases: [createCase({ samples: [sample] })] });
    expect(pageData(pageSource(results)).cases[0]?.timeline?.subject).toBe('processes');
  });
});

describe('growth', () => {
  const growth = caseOf(data, 'leak/native').growth;
  const accusing = growth?.series.find((series) => series.accusing);

  it('begins at 0, the baseline beside it', () => {
    expect(accusing?.label).toBe('live native bytes');
    expect(accusing?.now.mebibytes[0]).toBe(0);
    expect(accusing?.now.mebibytes).toHaveLength(50);
    expect(accusing?.baseline?.mebibytes.at(-1)).toBe(0.005);
  });

  it('has the fitted slope of the last half', () => {
    const { line, text } = accusing?.fit ?? {};
    expect(text).toBe('+39.1 KiB/iteration');
    expect(line?.iterations).toEqual([26, 50]);
    expect(line?.mebibytes[1]).toBeCloseTo(accusing?.now.mebibytes.at(-1) ?? 0, 2);
  });

  it('is of watched cases alone', () => {
    expect(caseOf(data, 'ingest/large').growth).toBeUndefined();
  });
});

describe('without a baseline', () => {
  const alone = pageData(pageSource(createResults({ cases: [createCase({ samples: createRun(4) })] })));

  it('there is nothing beside what was measured', () => {
    expect(alone.hasBaseline).toBe(false);
    expect(alone.runs).toEqual(['now']);
    const [shown] = alone.cases;
    expect(shown?.timeline?.baseline).toBeUndefined();
    expect(shown?.metrics.every(({ baseline, band, floor }) => !baseline && !band && !floor)).toBe(true);
  });
});

it('a failed sample is told with its stack', () => {
  const [error] = caseOf(data, 'search/broken').errors;
  expect(error?.what).toBe('run: it broke');
  expect(error?.more).toContain('at here');
});
