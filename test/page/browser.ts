import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.mjs';
import type { PageSource } from '../../src/report/html/page-data.js';
import { renderHtml } from '../../src/report/html/render.js';

/** A page in the browser, and what went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  /** Messages of the console, errors that nobody caught, requests that left the file, and dialogs. */
  readonly troubles: string[];
}

/** Chromium with pages from files, as whoever downloads a report opens it. */
export async function startBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'memory-bench-page-'));
  const browser = await launchChromium();
  let files = 0;
  return {
    async open(source: PageSource, options: BrowserContextOptions = {}, hash = ''): Promise<OpenPage> {
      files += 1;
      const path = join(folder, `report-${files}.html`);
      writeFileSync(path, renderHtml(source));
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('console', (message) => troubles.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        troubles.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) troubles.push(`request: ${request.url()}`);
      });
      await page.goto(pathToFileURL(path).href + hash);
      return { page, troubles };
    },
    async close(): Promise<void> {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many points of a canvas have been painted. */
export function paintedPoints(page: Page, canvas: number): Promise<number> {
  return page.evaluate<number>(`{
    const canvas = document.querySelectorAll('canvas')[${canvas}];
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) painted += data[at] > 0 ? 1 : 0;
    painted;
  }`);
}
