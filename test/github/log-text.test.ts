import { describe, expect, it } from 'vitest';
import { logLines, logText } from '../../src/github/log-text.js';

describe('text from outside in the log', () => {
  it.each([
    ['::error::no', ': :error: :no'],
    ['##[error]no', '# #[error]no'],
    ['a\n::set-output name=a::b', 'a : :set-output name=a: :b'],
    ['a\r\u2028b\u001b[31mc', 'a bc'],
    [':::a', ': : :a'],
    ['a\ud800', 'a\ufffd'],
    ['a'.repeat(300), `${'a'.repeat(199)}…`],
  ])('%j is %j', (text, shown) => {
    expect(logText(text)).toBe(shown);
  });

  it('keeps the lines of a message, none of which is a command', () => {
    expect(logLines('a mistake:\n  → at cases\n::add-mask::a')).toBe('a mistake:\n  → at cases\n: :add-mask: :a');
  });

  it('shows the first lines of a long message', () => {
    expect(logLines('a\n'.repeat(1_000)).split('\n')).toHaveLength(51);
  });
});
