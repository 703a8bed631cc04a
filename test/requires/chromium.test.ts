import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../../scripts/chromium.mjs';
import { repositoryRoot, temporaryFolder } from '../processes.js';
import { needs } from './needs.js';

const installed = join(temporaryFolder(), 'chromium');
writeFileSync(installed, '');

describe('Chromium', () => {
  it('is the one that CHROMIUM names, whatever is installed', () => {
    expect(findChromium({ CHROMIUM: '/opt/chrome' }, [installed])).toEqual({ path: '/opt/chrome' });
  });

  it.each([undefined, ''])('is the one of the system where CHROMIUM is %j', (CHROMIUM) => {
    expect(findChromium({ CHROMIUM }, ['/nowhere/chromium', installed])).toEqual({ path: installed });
  });

  it('comes from a package where the system has none', () => {
    const carrier = join(repositoryRoot, 'node_modules', '@sparticuz', 'chromium');
    expect(findChromium({}, ['/nowhere/chromium'])).toEqual({ carrier });
  });

  it('opens several contexts and has a language that Intl knows', needs('chromium'), async () => {
    const browser = await launchChromium();
    try {
      for (const context of [await browser.newContext(), await browser.newContext()]) {
        const page = await context.newPage();
        expect(await page.evaluate<string>('new Intl.NumberFormat(navigator.language).format(1)')).toBe('1');
      }
    } finally {
      await browser.close();
    }
  });
});
