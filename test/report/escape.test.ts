import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, escapeCell, escapeText } from '../../src/report/escape.js';
import { decodeEntities } from './markdown-reader.js';

/** Texts rich in what Markdown and GitHub give a meaning to. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '@team',
        '<b>',
        '|',
        '#1',
        'GH-1',
        'http://a.b',
        'www.a.b',
        '_',
        'a_',
        '![a](b)',
        '`',
        '\n',
        '\\|',
        '&lt;',
        '$$',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('an escaped text', () => {
  it.each([
    ['plain words stay', 'plain words stay'],
    ['<script>', '&lt;script&gt;'],
    ['a & b', 'a &amp; b'],
    ['a|b', 'a&#124;b'],
    ['one\ntwo', 'one<br>two'],
    ['one\r\n\r\ntwo', 'one<br>two'],
    ['@somebody', '@\u200bsomebody'],
    ['https://example.org', 'https:\u200b//example.org'],
    ['WWW.example.org', 'WWW\u200b.example.org'],
    ['#12', '&#35;\u200b12'],
    ['GH-12', 'GH-\u200b12'],
    ['gh-12', 'gh-\u200b12'],
    ['GH-pages', 'GH-pages'],
    ['rss_delta_mb', 'rss_delta_mb'],
    ['_emphasis_ and __init__', '&#95;emphasis&#95; and &#95;&#95;init&#95;&#95;'],
    // GitHub links bare addresses after an underscore as well.
    ['a_www.example.org', 'a_www\u200b.example.org'],
    ['0123456', '012345\u200b6'],
    ['0123456789abcdef', '012345\u200b6789ab\u200bcdef'],
    ['012345', '012345'],
    ['a-b (c) + {d} !', 'a-b (c) + {d} !'],
  ])('%j is %j', (text, escaped) => {
    expect(escapeCell(text)).toBe(escaped);
  });

  it('has no HTML but the line breaks we put there', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeCell(text).replaceAll('<br>', '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('breaks neither cell nor line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeCell(text)).not.toMatch(/[|\r\n\\]/);
      }),
    );
  });

  it('has no sign that Markdown formats by', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = escapeCell(text).replaceAll(/&#\d+;/g, ' ');
        expect(written).not.toMatch(/[\\`*[\]#|~$]/);
        // Inside a word an underscore is one.
        expect(written).not.toMatch(/(?<![a-z0-9])_|_(?![a-z0-9])/i);
      }),
    );
  });

  it('mentions nobody', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decodeEntities(escapeCell(text))).not.toMatch(/@[a-z0-9]/i);
      }),
    );
  });

  // GitHub looks for these after it has decoded entities: `&#35;1` still links (github/cmark-gfm#181).
  it('refers to no issue', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decodeEntities(escapeCell(text))).not.toMatch(/#\d|\bGH-\d/i);
      }),
    );
  });

  it('names no commit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF -_.'), maxLength: 60 }), (text) => {
        expect(escapeCell(text)).not.toMatch(/[0-9a-f]{7}/i);
      }),
    );
  });

  it('links nowhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(decodeEntities(escapeCell(text))).not.toMatch(/:\/\/|(?<![a-z0-9])www\./i);
      }),
    );
  });

  it('says to a reader what it said before', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = decodeEntities(escapeCell(text)).replaceAll('\u200b', '').replaceAll('<br>', '\n');
        const said = text.replaceAll('\u200b', '').replaceAll('<br>', '\n');
        expect(read.replaceAll(/[\r\n]+/g, '\n')).toBe(said.replaceAll(/[\r\n]+/g, '\n'));
      }),
    );
  });
});

describe('a text that is shown', () => {
  it.each([
    ['colours', '\u001b[31mred\u001b[39m', 'red'],
    ['a change of direction', 'a\u202eb', 'ab'],
    ['space around it', '    code', 'code'],
    ['control characters', 'a\u0000b', 'ab'],
  ])('is without %s', (_, text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });

  it('is cut before it is escaped', () => {
    expect(escapeText('<'.repeat(300), 3)).toBe('&lt;&lt;…');
  });
});

describe('a text that is cut', () => {
  it('keeps its length where it fits', () => {
    expect(cutText('abc', 3)).toBe('abc');
  });

  it('has no half of a character', () => {
    expect(cutText('a😀b', 3)).toBe('a…');
  });
});
