// Data for the pictures of the pages: the committed baseline, and a run with changes planted by a pull request.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plantedSites } from './planted-sites.mjs';

const baselines = join(dirname(fileURLToPath(import.meta.url)), '../baselines');
const mebibyte = 1024 * 1024;

/** The committed baseline, and the results of a change that has something of everything. */
export function plantedRun() {
  const [file] = readdirSync(baselines).filter((name) => name.endsWith('.json'));
  const baseline = JSON.parse(readFileSync(join(baselines, file), 'utf8'));
  baseline.commit = { sha: '84377aa0c2f4d5e6b7a8990112233445566778fe', dirty: false };
  baseline.startedAt = '2026-03-02T08:00:00.000Z';
  baseline.environment.subject.fastembed = '2.0.0';
  addSites(baseline, 1);
  for (const { samples } of baseline.cases) settle(samples);
  const results = planted(baseline);
  addLeakSites(baseline, 0.1);
  addLeakSites(results, 4.2);
  return { baseline, results };
}

/** The baseline as it would be measured after a fastembed update that embeds in larger batches. */
function planted(baseline) {
  const results = structuredClone(baseline);
  results.commit = { sha: '3c0ffee1d2c3b4a5968778695a4b3c2d1e0f9a8b', dirty: false };
  results.environment.subject.fastembed = '2.1.0';
  change(results, 'batch-ingestion/100x10KB-batched', (sample) => {
    add(sample.metrics, { peak_rss_mb: 243, peak_delta_mb: 243, cold_peak_delta_mb: 240 });
    add(sample.metrics, { anon_peak_mb: 243, anon_peak_delta_mb: 243, cold_anon_peak_delta_mb: 240 });
    grow(sample.timeline, 243 * mebibyte);
  });
  plantLeak(
    results.cases.find(({ id }) => id === 'leak/ingestion'),
    41 * 1024,
  );
  change(results, 'connection-pool/100', (sample) =>
    add(sample.metrics, {
      ...{ peak_rss_mb: -31, peak_delta_mb: -31, rss_delta_mb: -24.5 },
      ...{ anon_peak_mb: -31, anon_peak_delta_mb: -31, anon_delta_mb: -24.5 },
    }),
  );
  addSites(results, 8);
  const batched = results.cases.find(({ id }) => id === 'batch-ingestion/100x10KB-batched');
  batched.budgets = { ...batched.budgets, peak_rss_mb: 600 };
  const hybrid = results.cases.find(({ id }) => id === 'search/hybrid');
  const error = { kind: 'run', message: 'AssertionError: expected 10 hits for query 7, got 9' };
  hybrid.samples[4] = { status: 'failed', pass: 'memory', index: 4, startedAt: results.startedAt, error };
  return results;
}

/** Adds a sites pass to the case with the larger batches. */
function addSites({ cases, startedAt }, batches) {
  const { samples } = cases.find(({ id }) => id === 'batch-ingestion/100x10KB-batched');
  const others = samples.filter(({ pass }) => pass !== 'sites');
  const said = { metrics: {}, absent: {}, unsettled: [] };
  const sample = { status: 'measured', pass: 'sites', index: 0, startedAt, ...said, sites: plantedSites(batches) };
  samples.splice(0, samples.length, ...others, sample);
}

/** Adds the worker's own readings if the committed baseline is older than them. */
function settle(samples) {
  for (const { timeline } of samples) {
    if (timeline === undefined || timeline.settled !== undefined) continue;
    const at = (name) => timeline.phases.find((phase) => phase.name === name)?.atMs;
    const last = timeline.phases.filter(({ name }) => name === 'settle').at(-1)?.atMs;
    const moments = { 'cold-before': at('cold'), 'cold-after': at('warmup'), before: at('measure'), after: last };
    timeline.settled = Object.entries(moments).flatMap(([name, atMs], index) =>
      atMs === undefined
        ? []
        : [{ name, atMs, heapBytes: (15.2 + 0.3 * index) * mebibyte, externalBytes: 8.9 * mebibyte }],
    );
  }
}

function change({ cases }, id, edit) {
  const { samples } = cases.find((result) => result.id === id);
  for (const sample of samples) if (sample.pass === 'memory') edit(sample);
}

function add(metrics, changes) {
  for (const [name, by] of Object.entries(changes)) if (metrics[name] !== undefined) metrics[name] += by;
}

/** Raises the readings above the level that loading the model reaches, the highest the most. */
function grow(timeline, bytes) {
  if (timeline === undefined) return;
  const peak = Math.max(...timeline.workerRssBytes);
  const level = 230 * mebibyte;
  timeline.workerRssBytes = timeline.workerRssBytes.map((value) =>
    value <= level ? value : value + (bytes * (value - level)) / (peak - level),
  );
}

/** The readings around an iteration that grow with a native leak. */
const leaking = ['rssBytes', 'anonBytes', 'nativeBytes', 'mallocBytes'];

/** Plants a native leak in every process of a case, and extends its follow-up to 400 iterations. */
function plantLeak({ samples }, slopeBytes) {
  const planned = samples.find(({ iterations }) => iterations !== undefined).iterations.heapBytes.length;
  for (const sample of samples) {
    if (sample.pass === 'memory') {
      const change = (planned * slopeBytes) / mebibyte;
      add(sample.metrics, { rss_delta_mb: change, anon_delta_mb: change, native_delta_mb: change });
      const after = Object.fromEntries(leaking.map((name) => [name, planned * slopeBytes]));
      if (sample.readings !== undefined) add(sample.readings.after, after);
    }
    if (sample.iterations !== undefined) {
      sample.iterations = goneOn(sample.iterations, slopeBytes, sample.pass === 'leak' ? 400 : planned);
    }
  }
}

/** Repeats the readings after each iteration up to `count`. The leaking ones grow by `slopeBytes` per iteration. */
function goneOn(iterations, slopeBytes, count) {
  const gone = ([name, series]) => {
    const perIteration = leaking.includes(name) ? slopeBytes : 0;
    return [
      name,
      Array.from({ length: count }, (_, index) => Math.round(series[index % series.length] + index * perIteration)),
    ];
  };
  return Object.fromEntries(Object.entries(iterations).map(gone));
}

/** Adds the source of the leak, as a sites pass reports it. */
function addLeakSites({ cases, startedAt }, mebibytes) {
  const place = { file: 'memory-bench/scenarios/pipeline/collection.js', line: 84, function: 'upsert' };
  const sites = { alive: [{ ...place, kind: 'buffer', bytes: Math.round(mebibytes * mebibyte) }], allocated: [] };
  const about = { status: 'measured', pass: 'sites', index: 0, startedAt, metrics: {}, absent: {}, unsettled: [] };
  cases.find(({ id }) => id === 'leak/ingestion').samples.push({ ...about, sites });
}
