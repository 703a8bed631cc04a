import { describe, expect, it } from 'vitest';
import { terminalOf } from '../src/terminal.js';

const tty = { isTTY: true, columns: 100, rows: 30 };
const utf8 = { TERM: 'xterm', LANG: 'en_US.UTF-8' };

describe('a terminal', () => {
  it('has the size the stream says', () => {
    const terminal = terminalOf(tty, utf8, 'linux');
    expect([terminal?.columns(), terminal?.rows()]).toEqual([100, 30]);
  });

  it('has the usual size where nobody has given it one', () => {
    const terminal = terminalOf({ isTTY: true, columns: 0, rows: 0 }, utf8, 'linux');
    expect([terminal?.columns(), terminal?.rows()]).toEqual([80, 24]);
  });

  it('has the size it has been given since', () => {
    const stream = { ...tty };
    const terminal = terminalOf(stream, utf8, 'linux');
    stream.columns = 40;
    expect(terminal?.columns()).toBe(40);
  });

  it.each([
    ['a pipe', {}, utf8],
    ['a terminal that can do nothing', tty, { ...utf8, TERM: 'dumb' }],
    ['CI', tty, { ...utf8, CI: 'true' }],
  ])('is not there in %s', (_, stream, environment) => {
    expect(terminalOf(stream, environment, 'linux')).toBeUndefined();
  });

  it('is there where CI is switched off', () => {
    expect(terminalOf(tty, { ...utf8, CI: 'false' }, 'linux')).toBeDefined();
  });
});

describe('more than ASCII', () => {
  it.each([
    [true, { LANG: 'C.UTF-8' }],
    [true, { LANG: 'de_DE.utf8' }],
    [false, {}],
    [false, { LANG: 'C' }],
    [false, { LC_ALL: 'C', LANG: 'en_US.UTF-8' }],
    [true, { LC_ALL: 'en_US.UTF-8', LC_CTYPE: 'C', LANG: 'C' }],
    [true, { LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }],
    [true, { LC_ALL: '', LANG: 'en_US.UTF-8' }],
  ])('is shown (%j) with %j', (expected, environment) => {
    expect(terminalOf(tty, environment, 'linux')?.unicode).toBe(expected);
  });

  it.each([
    [true, { WT_SESSION: 'x' }],
    [false, {}],
  ])('is shown (%j) on Windows with %j', (expected, environment) => {
    expect(terminalOf(tty, environment, 'win32')?.unicode).toBe(expected);
  });
});
