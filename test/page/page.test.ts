import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase, createFailedSample, createResults } from '../builders.js';
import { createRun, large, pageSource, varied } from '../report/html/sources.js';
import { paintedPoints, startBrowser } from './browser.js';

type Browser = Awaited<ReturnType<typeof startBrowser>>;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

const rows = 'table.overview tbody tr';
const ids = `${rows} th`;

describe('a report that is opened from a file', () => {
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

describe('the overview', () => {
  it('sorts by a heading, the greatest first, and the other way round', async () => {
    const { page } = await browser.open(varied());
    const heading = page.getByRole('columnheader', { name: 'RSS change' });
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

describe.each(screens)('$colorScheme, $width pixels wide', ({ colorScheme, width }) => {
  it('fits, and axe finds no fault with it', async () => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const { page, troubles } = await browser.open(varied(), options, '#case=leak%2Fnative');
    await page.locator('details.fold[open] canvas').first().waitFor();
    for (const id of ['ingest/large', 'search/broken'])
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

it('two hundred cases of twenty samples respond', async () => {
  const { page, troubles } = await browser.open(large(200, 20));
  expect(await page.locator(rows).count()).toBe(200);
  await page.getByRole('columnheader', { name: 'peak RSS' }).getByRole('button').click();
  await page.getByLabel('Case or description').fill('case-19');
  expect(await page.locator(rows).count()).toBe(11);
  await page.locator(`${ids} a`).first().click();
  await page.locator('details.fold[open] canvas').first().waitFor();
  expect(await page.locator('canvas').count()).toBe(1);
  expect(troubles).toEqual([]);
});

it('what comes from outside is shown as it was said, and does nothing', async () => {
  const evil = `</script><img src=x onerror="alert(1)">'"><svg onload=alert(2)>`;
  const baseline = createResults({ cases: [createCase({ id: evil, samples: createRun(4) })] });
  const failed = createFailedSample({ message: evil, stack: evil, log: evil });
  const results = createResults({
    cases: [createCase({ id: evil, description: evil, samples: [...createRun(60), failed] })],
  });
  const hash = `#case=${encodeURIComponent(evil)}`;
  const { page, troubles } = await browser.open(pageSource(results, baseline), {}, hash);
  await page.locator('details.fold[open] .case').waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('details.fold .id').textContent()).toBe(evil);
  expect(await page.locator('pre').textContent()).toContain(evil);
  expect(troubles).toEqual([]);
});
