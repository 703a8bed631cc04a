import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedJson, escapeHtml, renderHtml } from '../../../src/report/html/render.js';
import { hostileText, hostileTold } from '../hostile.js';
import { large, varied } from './sources.js';

const page = renderHtml(varied());

/** What stands between the tags of the element, which must be closed where it is ours to close it. */
function contentOf(html: string, opening: string): string {
  const start = html.indexOf(opening) + opening.length;
  return html.slice(start, html.indexOf('</', start));
}

const dataTag = '<script type="application/json" id="report-data">';

describe('the page', () => {
  it('names nothing that would have to be loaded', () => {
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]*\bsrc=|@import|url\(/i);
  });

  it('allows its own script and style, by their hashes, and no network', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hashOf(contentOf(page, '<script>'))}`);
    expect(policy).toContain(`style-src ${hashOf(contentOf(page, '<style>'))}`);
    expect(policy).not.toContain('unsafe');
  });

  it('carries the licence of the chart library', () => {
    expect(page).toMatch(/uPlot [\d.]+, MIT/);
    expect(page).toContain('Copyright (c) 2022 Leon Sorokin');
  });

  it('of sixteen cases with five samples is far below 1.5 MB', () => {
    expect(Buffer.byteLength(renderHtml(large(16, 5, { sites: false })))).toBeLessThan(500_000);
  });

  it('of sixteen cases with five samples, and as many calls as there may be, is far below 1.5 MB', () => {
    expect(Buffer.byteLength(renderHtml(large(16, 5)))).toBeLessThan(1_000_000);
  });
});

describe('what comes from outside', () => {
  it('never ends the element it stands in', () => {
    const told = '</script><script>alert(1)</script><!--';
    expect(embeddedJson({ told })).not.toContain('<');
    expect(JSON.parse(embeddedJson({ told }))).toEqual({ told });
  });

  it('is text in the title', () => {
    expect(escapeHtml('a "<b>" & c')).toBe('a &quot;&lt;b&gt;&quot; &amp; c');
  });

  it('survives as it was said', () => {
    fc.assert(
      fc.property(hostileText, (told) => {
        expect(JSON.parse(embeddedJson({ told }))).toEqual({ told });
      }),
    );
  });

  it('makes no tag of its own, whatever it says', () => {
    const tagsOf = (html: string) => [...html.matchAll(/<[^>]*>/g)].length;
    const shell = (html: string) => html.replace(contentOf(html, dataTag), '').replace(contentOf(html, '<script>'), '');
    const tags = tagsOf(shell(page));
    fc.assert(
      fc.property(hostileTold, (told) => {
        const html = renderHtml(told);
        expect(contentOf(html, dataTag)).not.toContain('<');
        expect(tagsOf(shell(html))).toBe(tags);
      }),
      { numRuns: 50 },
    );
  });
});
