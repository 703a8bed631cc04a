import { describe, expect, it } from 'vitest';
import type { CaseData, PageData } from '../../../src/report/html/model.js';
import { pageData } from '../../../src/report/html/page-data.js';
import {
  createCase,
  createFollowUp,
  createKeepingSample,
  createResults,
  createSample,
  createSitesSample,
  createTrees,
} from '../../builders.js';
import { createReadings, createRun, pageSource, varied } from './sources.js';

function caseOf({ cases }: PageData, id: string): CaseData {
  const found = cases.find((shown) => shown.id === id);
  if (found === undefined) throw new Error(`there is no case ${id}`);
  return found;
}

const around = (level: number) => [-2, -1, 0, 1, 2].map((noise) => level + noise / 10);

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
    expect(caseOf(data, 'ingest/large').figures[data.columns.indexOf('memory change')]?.value).toBe(60.2);
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
    expect(rise?.budget).toEqual({ value: 50, text: '50.0 MiB', exceeded: true });
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

  it('has what the worker read of itself when it had settled', () => {
    const { now } = caseOf(data, 'ingest/large').timeline ?? {};
    expect(now?.settled.at(-1)).toEqual({ seconds: 5.8, heap: 33, external: 2 });
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

it('a budget that is kept is shown as well', () => {
  const peak = caseOf(data, 'ingest/large').metrics.find(({ metric }) => metric === 'peak_rss_mb');
  expect(peak?.budget).toEqual({ value: 300, text: '300.0 MiB', exceeded: false });
});

describe('where memory comes from', () => {
  const { sites } = caseOf(data, 'ingest/large');

  it('is a list beside the baseline, the greatest difference first', () => {
    expect(sites?.compared).toBe(true);
    expect(sites?.kept.sites).toEqual([
      {
        kind: 'Buffers',
        owner: 'own',
        function: 'ingest',
        place: 'src/ingest.ts:42',
        caller: '',
        baseline: '–',
        now: '20.0 MiB',
        difference: '+20.0 MiB',
      },
      {
        kind: 'objects',
        owner: 'package',
        function: 'read',
        place: 'node_modules/undici/lib/body.js:9',
        caller: 'ingest at src/ingest.ts:40',
        baseline: '1.0 MiB',
        now: '1.0 MiB',
        difference: '0',
      },
    ]);
    expect(sites?.allocated.sites[0]?.now).toBe('30.0 MiB');
  });

  it('is told by calls, and whose code they are', () => {
    expect(sites?.kept.calls?.bytes.reduce((sum, own) => sum + own, 0)).toBe(23 * 1024 ** 2 + 1024);
    const { files = [], file = [], line } = sites?.frames ?? {};
    expect(file.map((index) => files[index]?.owner)).toEqual(['node', 'node', 'own', 'package', 'node']);
    expect(line).toEqual([0, 0, 42, 9, 0]);
  });

  it('begins with what explains the case', () => {
    expect(sites?.first).toBe('kept');
    const peaks = (level: number, mebibytes: number) => [
      ...around(level).map((peak_rss_mb, index) => createSample({ index, metrics: { peak_rss_mb } })),
      createSitesSample(mebibytes),
    ];
    const document = (level: number, mebibytes: number) =>
      createResults({ cases: [createCase({ samples: peaks(level, mebibytes) })] });
    const [shown] = pageData(pageSource(document(300, 20), document(200, 0))).cases;
    expect(shown?.sites?.first).toBe('allocated');
  });

  it('is unknown where it was not recorded', () => {
    expect(caseOf(data, 'ingest/small').sites).toBeUndefined();
  });

  it('stands below the finding that it explains', () => {
    const [told] = data.findings.filter(({ caseId }) => caseId === 'ingest/large');
    expect(told?.where).toEqual(['+20.0 MiB of Buffers kept at src/ingest.ts:42 (ingest)']);
  });

  it('has no figure that is not one, whatever a document says', () => {
    const sample = createSitesSample(1e300);
    const trees = createTrees();
    const alive = { ...trees.alive, bytes: trees.alive.bytes.map(() => 1e300) };
    const vast = { ...sample, sites: { alive: [], allocated: [], ...sample.sites, trees: { ...trees, alive } } };
    const [shown] = pageData(pageSource(createResults({ cases: [createCase({ samples: [vast] })] }))).cases;
    expect(shown?.sites?.kept.sites[0]?.now).toBe('953674316.4 MiB');
    expect(Math.max(...(shown?.sites?.kept.calls?.bytes ?? []))).toBe(1e15);
  });

  it('has a list alone where the calls were not kept', () => {
    const sample = createSitesSample(20);
    const listed = { ...sample, sites: { alive: sample.sites?.alive ?? [], allocated: [] } };
    const results = createResults({ cases: [createCase({ samples: [...createRun(4), listed] })] });
    const [shown] = pageData(pageSource(results)).cases;
    expect(shown?.sites?.kept.calls).toBeUndefined();
    expect(shown?.sites?.kept.sites[0]).toMatchObject({ now: '20.0 MiB', difference: '' });
  });
});

describe('growth', () => {
  const growth = caseOf(data, 'leak/native').growth;
  const accusing = growth?.series.find((series) => series.accusing);

  it('begins at 0, the baseline beside it', () => {
    expect(growth?.unit).toBe('MiB');
    expect(accusing?.label).toBe('native memory (malloc)');
    expect(accusing?.now.amounts[0]).toBe(0);
    expect(accusing?.now.amounts).toHaveLength(400);
    expect(accusing?.baseline?.amounts.at(-1)).toBe(0.038);
  });

  it('has the rate of the last quarter, and its line', () => {
    const { line, text } = accusing?.fit ?? {};
    expect(text).toBe('39.1 KiB per iteration');
    expect(line?.iterations).toEqual([301, 400]);
    expect(line?.amounts[1]).toBeCloseTo(accusing?.now.amounts.at(-1) ?? 0, 2);
  });

  it('names the verdict and its evidence', () => {
    expect(growth?.summary).toBe(
      'leak: native memory (malloc) grows by 39.1 KiB per iteration (6 processes, up to 400 iterations)',
    );
  });

  it('of a count is drawn alone, in its own unit', () => {
    const samples = [
      ...createRun(4).map((sample) => createKeepingSample({ descriptors: 2 }, sample)),
      createFollowUp({ descriptors: (iteration) => 2 * iteration }),
    ];
    const [shown] = pageData(pageSource(createResults({ cases: [createCase({ samples })] }))).cases;
    expect(shown?.growth?.unit).toBe('');
    expect(shown?.growth?.series.map(({ label, now }) => [label, now.amounts.at(-1)])).toEqual([
      ['file descriptors', 798],
    ]);
  });

  it('is of cases alone that have a reading after each iteration', () => {
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
