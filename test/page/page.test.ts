import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAllocator,
  createCase,
  createFailedSample,
  createResults,
  createSample,
  createSite,
  createSitesSample,
} from '../builders.js';
import { createRun, large, pageSource, varied } from '../report/html/sources.js';
import { needs } from '../requires/needs.js';
import { paintedPoints, startBrowser } from './browser.js';

type Browser = Awaited<ReturnType<typeof startBrowser>>;

const chromium = needs('chromium');

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

const rows = 'table.overview tbody tr';
const ids = `${rows} th`;

describe('a report that is opened from a file', chromium, () => {
  it('draws the charts of the case that its address names, without a complaint', async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=leak%2Fnative');
    await page.locator('details.fold[open] canvas').nth(1).waitFor();
    expect(await page.locator('details.fold[open]').count()).toBe(1);
    for (const canvas of [0, 1]) await expect.poll(() => paintedPoints(page, canvas)).toBeGreaterThan(500);
    expect(troubles).toEqual([]);
  });

  it('draws nothing before it is asked to', async () => {
    const { page } = await browser.open(varied());
    expect(await page.locator('canvas, svg').count()).toBe(0);
    await page.locator('.findings a').first().click();
    await page.locator('details.fold[open] .case').waitFor();
  });

  it('may load nothing', async () => {
    const { page } = await browser.open(varied());
    const answer = await page.evaluate<string>(`fetch('https://example.org/').then(() => 'loaded', String)`);
    expect(answer).toContain('TypeError');
  });

  it('shows the budgets that are kept as well', async () => {
    const { page } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const fold = page.locator('details.fold[open]');
    await fold.getByText('budget 300.0 MiB kept').waitFor();
    expect(await fold.locator('line.budget.exceeded').count()).toBe(1);
    expect(await fold.locator('line.budget.kept').count()).toBe(1);
  });

  it('shows every sample, every metric, and the past', async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const fold = page.locator('details.fold[open]');
    const strip = fold.locator('svg').nth(1);
    expect(await strip.locator('circle').count()).toBe(10);
    expect(await strip.getAttribute('aria-label')).toMatch(/^RSS change: now 60.2 MiB \(5 samples.*regression$/);
    expect(await fold.getByLabel('Metric', { exact: true }).inputValue()).toBe('rss_delta_mb');
    await fold.getByText('History in figures').click();
    expect(await fold.locator('details table tbody tr').count()).toBe(5);
    expect(troubles).toEqual([]);
  });

  it('shows what explains a case: Qdrant’s allocator, what memory is made of, who allocates', async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const fold = page.locator('details.fold[open]');
    const allocator = fold.getByLabel('Qdrant’s allocator in figures').locator('tbody tr').first();
    expect(await allocator.locator('th, td').allTextContents()).toEqual([
      'allocated',
      '10.0 MiB',
      '60.0 MiB',
      '60.0 MiB',
      'what Qdrant has asked for and not freed',
    ]);
    const bars = fold.locator('svg.parts');
    expect(await bars.count()).toBe(4);
    expect(await bars.first().getAttribute('aria-label')).toBe(
      'Memory of ingest/large, worker: anonymous 60.0 MiB, files 30.0 MiB, shared memory 1.0 MiB, swapped 0.0 MiB',
    );
    const functions = fold.getByLabel('Most allocations by function').locator('tbody tr');
    expect(await functions.first().locator('th, td').allTextContents()).toEqual([
      'src/store.ts:6 (load)',
      '900',
      '1.0 MiB',
      '400',
      '+500',
    ]);
    expect(troubles).toEqual([]);
  });

  it('shows what a profiler of native memory found', async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const fold = page.locator('details.fold[open]');
    await fold.getByRole('heading', { name: 'Native memory' }).waitFor();
    const rowsOf = fold.getByRole('group', { name: 'Stacks by heaptrack' }).locator('tbody tr');
    expect(await rowsOf.allTextContents()).toEqual([
      'at the peak9.5 MiBkeep (keeps.c:6)< main (keeps.c:16)',
      'not freed9.5 MiBkeep (keeps.c:6)< main (keeps.c:16)',
      'most calls1,000 callskeep (keeps.c:6)< main (keeps.c:16)',
    ]);
    expect(await fold.getByText('2,002 calls by the program').count()).toBe(1);
    expect(await fold.getByText('profiles/keeps.heaptrack.gz').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('is read by the arrow keys', async () => {
    const { page } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const chart = page.locator('details.fold[open] .chart').first();
    await chart.locator('canvas').waitFor();
    await chart.focus();
    await page.keyboard.press('End');
    const readout = page.locator('details.fold[open] .readout').first();
    await expect.poll(() => readout.textContent()).toMatch(/^5\.9 s: .*worker 270 MiB/);
  });
});

describe('a flame graph', chromium, () => {
  const open = async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=ingest%2Flarge');
    const bars = page.locator('details.fold[open] .flame .bar');
    await bars.first().waitFor();
    const widthOf = async (name: string) => (await page.getByRole('button', { name }).last().boundingBox())?.width ?? 0;
    const readout = page.locator('.flame-view + .readout');
    return { page, troubles, bars, widthOf, readout };
  };

  it('is as wide as the bytes that came about below each call', async () => {
    const { bars, widthOf, troubles } = await open();
    expect(await bars.allTextContents()).toEqual([
      'all that was kept: 23.0 MiB',
      'objects on the heap: 3.0 MiB',
      'ingest',
      'read',
      'slice',
      'Buffers and ArrayBuffers: 20.0 MiB',
      'ingest',
    ]);
    const share = (await widthOf('Buffers and ArrayBuffers')) / (await widthOf('all that was kept'));
    expect(share).toBeCloseTo(20 / 23, 2);
    expect(troubles).toEqual([]);
  });

  it('is walked, zoomed into and left by keyboard, and says what it is at', async () => {
    const { page, bars, widthOf, readout } = await open();
    const whole = await widthOf('all that was kept');
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await readout.textContent()).toBe(
      'read at node_modules/undici/lib/body.js:9; package; 3.0 MiB of objects on the heap, 13.0 % of all; 2.0 MiB by itself',
    );
    await page.keyboard.press('Enter');
    expect(await widthOf('read: 3.0 MiB')).toBeCloseTo(whole, 0);
    expect((await widthOf('slice: 1.0 MiB')) / whole).toBeCloseTo(1 / 3, 2);
    expect(await bars.count()).toBe(5);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('read');
    await page.keyboard.press('Escape');
    expect(await bars.count()).toBe(7);
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('all that was kept: 23.0 MiB');
  });

  it('is one stop of the Tab key', async () => {
    const { bars } = await open();
    const stops = await bars.evaluateAll((all: { tabIndex: number }[]) => all.filter((bar) => bar.tabIndex === 0));
    expect(stops).toHaveLength(1);
  });

  it('zooms by a click, and out by the button', async () => {
    const { page, bars, widthOf } = await open();
    const out = page.getByRole('button', { name: 'Zoom out' });
    expect(await out.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Buffers and ArrayBuffers' }).click();
    expect(await widthOf('Buffers and ArrayBuffers')).toBeCloseTo(await widthOf('all that was kept'), 0);
    await out.click();
    expect(await bars.count()).toBe(7);
  });

  it('shows what was allocated where that is asked for, the table below it as well', async () => {
    const { page, bars } = await open();
    await page.getByRole('button', { name: 'Allocated during the iterations' }).click();
    expect(await bars.first().textContent()).toBe('all that was allocated: 30.0 MiB');
    expect(await page.locator('table.sites tbody tr').allTextContents()).toEqual([
      'ingest–30.0 MiB+30.0 MiBBufferssrc/ingest.ts:42–',
    ]);
  });
});

describe('a flame graph of native memory', chromium, () => {
  const open = async () => {
    const { page, troubles } = await browser.open(varied(), {}, '#case=ingest%2Fsmall');
    const bars = page.locator('details.fold[open] .flame .bar');
    await bars.first().waitFor();
    return { page, troubles, bars, readout: page.locator('.flame-view + .readout') };
  };

  it('has the calls at the peak, in the colours of the program, libraries and the system', async () => {
    const { page, bars, troubles } = await open();
    expect(await bars.allTextContents()).toEqual(['all at the peak: 13.4 MiB', 'main', 'keep', 'SSL_new', '_dl_init']);
    const classes = await bars.evaluateAll((all: { className: string }[]) => all.map((bar) => bar.className));
    expect(classes).toEqual(['bar whole', 'bar own', 'bar own', 'bar package', 'bar node']);
    const words = page.locator('.flame-view').locator('..').locator('.legend');
    expect(await words.textContent()).toBe('the programlibrariessystemall of it');
    const [whole, keep] = [await bars.first().boundingBox(), await bars.nth(2).boundingBox()];
    expect((keep?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(10 / 14, 2);
    expect(troubles).toEqual([]);
  });

  it('is walked by keyboard, and says what it is at', async () => {
    const { page, bars, readout } = await open();
    await bars.first().focus();
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await readout.textContent()).toBe('keep at keeps.c:6; the program; 9.5 MiB, 71.4 % of all');
    await page.keyboard.press('ArrowRight');
    expect(await readout.textContent()).toBe('SSL_new at libssl.so.3; libraries; 2.9 MiB, 21.4 % of all');
    await page.keyboard.press('Enter');
    expect(await bars.count()).toBe(3);
    await page.keyboard.press('Escape');
    expect(await bars.count()).toBe(5);
  });

  it('shows what was not freed where that is asked for, and what was too small to be told', async () => {
    const { page, bars, readout } = await open();
    const chosen = page.getByRole('button', { name: 'Not freed', exact: true });
    expect(await chosen.getAttribute('aria-pressed')).toBe('false');
    await chosen.click();
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    expect(await bars.allTextContents()).toEqual(['all that was not freed: 9.5 MiB', 'main', 'keep']);
    await bars.first().focus();
    expect(await readout.textContent()).toContain('500 bytes of calls too small to be told');
  });
});

it('says of a baseline that knows no sites that it does not', chromium, async () => {
  const results = createResults({
    cases: [createCase({ id: 'a', samples: [...createRun(4), createSitesSample(20)] })],
  });
  const words = 'The baseline does not know where its memory came from.';
  const beside = createResults({ cases: [createCase({ id: 'a', samples: createRun(4) })] });
  const { page } = await browser.open(pageSource(results, beside), {}, '#case=a');
  await page.getByText(words).waitFor();
  const { page: alone } = await browser.open(pageSource(results), {}, '#case=a');
  await alone.locator('table.sites').waitFor();
  expect(await alone.getByText(words).count()).toBe(0);
});

it('folds all but the functions with the most allocations', chromium, async () => {
  const allocations = Array.from({ length: 10 }, (_, at) => createAllocator({ line: at + 1, count: 100 - at }));
  const counted = createSample({ pass: 'allocations', metrics: { allocation_count: 2_000 }, allocations });
  const results = createResults({ cases: [createCase({ id: 'a', samples: [...createRun(4), counted] })] });
  const { page } = await browser.open(pageSource(results), {}, '#case=a');
  const seen = page.getByLabel('Most allocations by function').locator('tbody tr');
  await seen.first().waitFor();
  expect(await seen.count()).toBe(8);
  const rest = page.getByLabel('Further allocations by function').locator('tbody tr');
  expect(await rest.first().isVisible()).toBe(false);
  await page.getByText('2 more').click();
  expect(await rest.locator('td:nth-child(2)').allTextContents()).toEqual(['92', '91']);
});

describe('the overview', chromium, () => {
  it('sorts by a heading, the greatest first, and the other way round', async () => {
    const { page } = await browser.open(varied());
    const heading = page.getByRole('columnheader', { name: 'memory change' });
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await page.locator(ids).first().textContent()).toBe('ingest/large');
    await heading.getByRole('button').press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await page.locator(ids).allTextContents();
    // What has no figure comes last either way.
    expect(ascending.slice(-2).sort()).toEqual(['search/broken', 'search/gone']);
    expect(ascending[3]).toBe('ingest/large');
  });

  it('filters by verdict and by text, the cases below it as well', async () => {
    const { page } = await browser.open(varied());
    await page.getByLabel('Verdict').selectOption('leak');
    expect(await page.locator(ids).allTextContents()).toEqual(['leak/native']);
    expect(await page.locator('details.fold').count()).toBe(1);
    await page.getByLabel('Verdict').selectOption('');
    await page.getByLabel('Case or description').fill('INGEST/');
    expect((await page.locator(ids).allTextContents()).sort()).toEqual(['ingest/large', 'ingest/small']);
    expect(await page.getByRole('status').textContent()).toBe('2 of 6 cases');
    await page.getByLabel('Case or description').fill('nothing like it');
    expect(await page.getByText('No case is like that.').isVisible()).toBe(true);
  });
});

const screens = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [375, 1440].map((width) => ({ colorScheme, width })),
);

describe.each(screens)('$colorScheme, $width pixels wide', chromium, ({ colorScheme, width }) => {
  it('fits, and axe finds no fault with it', async () => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const { page, troubles } = await browser.open(varied(), options, '#case=leak%2Fnative');
    await page.locator('details.fold[open] canvas').first().waitFor();
    for (const id of ['ingest/large', 'ingest/small', 'search/broken'])
      await page.locator('details.fold summary', { hasText: id }).click();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const background = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'dark' ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)');
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const faults = await page.evaluate<unknown>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
    expect(faults).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

it('two hundred cases of twenty samples respond', chromium, async () => {
  const { page, troubles } = await browser.open(large(200, 20));
  expect(await page.locator(rows).count()).toBe(200);
  await page.getByRole('columnheader', { name: 'peak memory' }).getByRole('button').click();
  await page.getByLabel('Case or description').fill('case-19');
  expect(await page.locator(rows).count()).toBe(11);
  await page.locator(`${ids} a`).first().click();
  await page.locator('details.fold[open] canvas').first().waitFor();
  expect(await page.locator('canvas').count()).toBe(1);
  expect(troubles).toEqual([]);
});

it('what comes from outside is shown as it was said, and does nothing', chromium, async () => {
  const evil = `</script><img src=x onerror="alert(1)">'"><svg onload=alert(2)>`;
  const baseline = createResults({ cases: [createCase({ id: evil, samples: createRun(4) })] });
  const failed = createFailedSample({ message: evil, stack: evil, log: evil });
  const place = { file: evil, line: 1, function: evil };
  const tree = { depth: [0, 1], frame: [0, 0], bytes: [0, 1024 ** 2] };
  const alive = [createSite({ ...place, caller: place })];
  const sites = { alive, allocated: [], trees: { frames: [place], alive: tree, allocated: tree } };
  const traced = createSample({ pass: 'sites', sites });
  const results = createResults({
    cases: [createCase({ id: evil, description: evil, samples: [...createRun(60), failed, traced] })],
  });
  const hash = `#case=${encodeURIComponent(evil)}`;
  const { page, troubles } = await browser.open(pageSource(results, baseline), {}, hash);
  await page.locator('details.fold[open] .case').waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('details.fold .id').textContent()).toBe(evil);
  expect(await page.locator('pre').textContent()).toContain(evil);
  expect(await page.locator('.flame .bar').last().textContent()).toBe(evil);
  await page.locator('.flame .bar').last().hover();
  expect(await page.locator('.flame-view + .readout').textContent()).toContain(`${evil} at ${evil}:1`);
  expect(await page.locator('table.sites tbody').textContent()).toContain(evil);
  expect(troubles).toEqual([]);
});
