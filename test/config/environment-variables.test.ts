import { describe, expect, it } from 'vitest';
import { readVariables, settableVariables } from '../../src/config/environment-variables.js';

describe('lines NAME=VALUE', () => {
  it('are variables, the value all that follows the first sign of equality', () => {
    expect(readVariables(['A=1', 'NODE_OPTIONS=--max-old-space-size=512', '_b2='])).toEqual({
      A: '1',
      NODE_OPTIONS: '--max-old-space-size=512',
      _b2: '',
    });
  });

  it('let the last of one name count', () => {
    expect(readVariables(['A=1', 'A=2'])).toEqual({ A: '2' });
  });

  it.each(['A', '=1', '2A=1', 'A B=1', 'A-B=hunter2', ''])('are refused written as %j, without its text', (line) => {
    expect(() => readVariables(['A=1', line])).toThrow(
      /^the environment variable number 2 of env is not written as NAME=VALUE$/,
    );
  });
});

describe('the variables of the measured process', () => {
  it.each(['TZ', 'LANG', 'PATH', 'HOME', 'TMPDIR', 'LD_PRELOAD', 'NODE_CHANNEL_FD'])('leave %s to us', (name) => {
    expect(() => settableVariables({ [name]: 'x' })).toThrow(
      `the environment variable ${name} of the measured process`,
    );
  });

  it('have no NUL character in them', () => {
    expect(() => settableVariables({ A: 'a\0b' })).toThrow('NUL');
  });

  it('may be any others', () => {
    expect(settableVariables({ MALLOC_ARENA_MAX: '2' })).toEqual({ MALLOC_ARENA_MAX: '2' });
  });
});
