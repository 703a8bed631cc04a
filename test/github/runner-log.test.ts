import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { error, group, info, notice, warning } from '../../src/github/runner-log.js';
import { keepSecret } from '../../src/output/secrets.js';

let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const hostile = 'x\n::error::planted\r\n::stop-commands::t\u2028::add-mask::m\u0085##[error]planted \u001b[2J\u202e';
const lines = () => written.split('\n').filter((line) => line !== '');

it('a line of the log begins no command, whatever it quotes', () => {
  info(hostile);
  expect(lines().filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it.each([
  ['notice', notice],
  ['warning', warning],
  ['error', error],
] as const)('a %s is one command, whatever it quotes', (name, tell) => {
  tell(hostile, { title: hostile, file: 'a\n::b' });
  expect(lines()).toHaveLength(1);
  expect(written).toMatch(new RegExp(`^::${name} `));
  expect(written).not.toContain('##[');
  expect(written).not.toContain('\u001b');
});

it('a group is one command, whatever its name', async () => {
  await group(hostile, async () => {});
  expect(lines()).toHaveLength(2);
  expect(lines()[0]).toMatch(/^::group::x : :error::planted/);
  expect(lines()[1]).toBe('::endgroup::');
});

it('known secrets are not printed', () => {
  keepSecret('ghs_0123456789abcdef');
  info('token ghs_0123456789abcdef');
  error('token ghs_0123456789abcdef', { title: 'ghs_0123456789abcdef' });
  expect(written).not.toContain('ghs_0123456789abcdef');
});

it('known secrets are not printed where control characters stood inside of them', () => {
  keepSecret('ghs_0123456789abcdef');
  info('token ghs_01234\u001b[0m56789abcdef');
  expect(written).not.toContain('ghs_0123456789abcdef');
});
