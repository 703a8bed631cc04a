import { describe, expect, it } from 'vitest';
import { jsonText, logText, screenText } from '../../src/output/log-text.js';

/** As the runner reads a line: `::` after leading white space, `##[` anywhere. */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[');
const lineEnds = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f'];
const hidden = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u2066', '\u061c', '\u{e0041}', '\u0000', '\u009b'];

describe('text for a log', () => {
  it.each(['::error::x', '  ::stop-commands::x', '\t::add-mask::x', ':::error::x', 'a\n::error::x'])(
    'has no line that begins a command of a runner: %j',
    (text) => {
      expect(logText(text).split('\n').filter(isCommand)).toEqual([]);
    },
  );

  it.each(['##[error]x', 'a ##[group]b', '###[add-mask]x', '####[error]##[error]'])(
    'has no command of a runner within a line: %j',
    (text) => {
      expect(logText(text).split('\n').filter(isCommand)).toEqual([]);
    },
  );

  it.each(lineEnds)('has no line that begins a command after the line end %j', (end) => {
    const text = logText(`a${end}::error::x${end}##[error]y`);
    expect(text).toBe('a\n: :error::x\n# #[error]y');
  });

  it.each(hidden)('has no command behind the invisible character %j', (character) => {
    expect(logText(`${character}::error::x`)).toBe(': :error::x');
    expect(logText(`#${character}#[error]x`)).toBe('# #[error]x');
    expect(logText(`#${character}${character}#${character}[error]x`)).toBe('# #[error]x');
  });

  it('has no escape sequence, nor what is left of one', () => {
    expect(logText('a\u001b[2Jb\u001b]0;title\u0007c\u009b1;1Hd\u001bce')).not.toMatch(/\p{Cc}/u);
  });

  it('has no half of a character', () => {
    expect(logText('a\ud800b')).toBe('a\ufffdb');
  });

  it('keeps what people write', () => {
    const text = 'std::vector: 99 % of “größte” 数値 # [x] — e\u0301\nsecond line';
    expect(logText(text)).toBe(text);
  });

  it('is not changed by a second time', () => {
    const once = logText(lineEnds.map((end) => `${end} ::error::${end}##[error]`).join(hidden.join('')));
    expect(logText(once)).toBe(once);
  });
});

describe('text for a terminal', () => {
  it('keeps the colours of the report', () => {
    expect(screenText('\u001b[31mFAIL\u001b[39m \u001b[2mdim\u001b[22m')).toBe(
      '\u001b[31mFAIL\u001b[39m \u001b[2mdim\u001b[22m',
    );
  });

  it.each([
    '\u001b[2J',
    '\u001b[1;31m',
    '\u001b[8m',
    '\u001b[5m',
    '\u001b[40m',
    '\u001b]8;;http://x\u0007',
    '\u009b31m',
  ])('drops the sequence %j', (sequence) => {
    expect(screenText(`a${sequence}b`)).toBe('ab');
  });

  it('makes no sequence of the character that stands for the escape character', () => {
    expect(screenText('\uf8ff[31mx')).toBe('[31mx');
  });

  it('has no command of a runner', () => {
    expect(screenText('##[error]\n::error::')).toBe('# #[error]\n: :error::');
  });
});

describe('JSON for a log', () => {
  const value = {
    text: `##[error] ###[x] ${hidden.join('')}${lineEnds.join('::error::')}\u001b[2J😀größte`,
    list: ['##[', 1, null],
  };

  it('says the same', () => {
    expect(JSON.parse(jsonText(JSON.stringify(value, undefined, 2)))).toEqual(value);
  });

  it('has no command, control or invisible character', () => {
    const text = jsonText(JSON.stringify(value, undefined, 2));
    expect(text.split('\n').filter(isCommand)).toEqual([]);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});
