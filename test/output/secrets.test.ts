import { describe, expect, it } from 'vitest';
import { formsOf } from '../../src/output/secret-forms.js';
import { Secrets } from '../../src/output/secrets.js';

const token = 'ghs_16C7e42F292c6912E7/710c+838347Ae="178B4a';

function knowing(...values: string[]): Secrets {
  const secrets = new Secrets();
  secrets.keep(...values);
  return secrets;
}

describe('a known secret', () => {
  it.each([
    ['as it is', token],
    ['in JSON', JSON.stringify({ token }).slice(1, -1)],
    ['in an address', encodeURIComponent(token)],
    ['in an address, in lower case', encodeURIComponent(token).replaceAll(/%../g, (byte) => byte.toLowerCase())],
    ['in HTML', token.replaceAll('"', '&quot;')],
    ['in hexadecimal', Buffer.from(token).toString('hex')],
    ['in hexadecimal, in upper case', Buffer.from(token).toString('hex').toUpperCase()],
    ['in Base64', Buffer.from(token).toString('base64')],
    ['in the Base64 of user and password', Buffer.from(`x-access-token:${token}`).toString('base64')],
    ['in Base64 behind one byte', Buffer.from(`u${token}!`).toString('base64')],
    ['in Base64 behind two bytes', Buffer.from(`uu${token}!`).toString('base64')],
    ['in the Base64 of addresses', Buffer.from(token).toString('base64url')],
  ])('is left out %s', (_, text) => {
    const redacted = knowing(token).redact(`before ${text} after`);
    expect(redacted).toMatch(/^before .*\*\*\*.* after$/);
    expect(formsOf(token).filter((form) => redacted.includes(form))).toEqual([]);
  });

  it('is left out line by line where it has several', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\nAASCBKcwggSjAgEAAoIBAQC7VJTU\n-----END KEY-----';
    expect(knowing(key).redact('read MIIEvQIBADANBgkqhkiG9w0BAQEF')).toBe('read ***');
  });

  it('is left out whole where another one is a part of it', () => {
    expect(knowing('abcdefgh', 'abcdefgh-ijkl').redact('abcdefgh-ijkl')).toBe('***');
  });

  it('is left out of every text of a value, and of nothing else', () => {
    const value = { message: `x ${token}`, list: [1, 2, { log: [token, 7] }], size: 3, none: null };
    expect(knowing(token).redactDeep(value)).toEqual({
      message: 'x ***',
      list: [1, 2, { log: ['***', 7] }],
      size: 3,
      none: null,
    });
  });

  it('is left out of a cut text where half of it is left', () => {
    const secrets = knowing(token);
    expect(secrets.redactCut(`${token.slice(10)} said`)).toBe('*** said');
    expect(secrets.redactCut(`said ${token.slice(0, 12)}`)).toBe('said ***');
  });

  it('is left out where memory-bench has cut it in a longer text', () => {
    const secrets = knowing(token);
    const cut = (text: string) => `Error: ${text}…\n    at run`;
    expect(secrets.redact(cut(`said ${token.slice(0, 12)}`))).toBe(cut('said ***'));
    expect(secrets.redact(cut(`said ${token.slice(0, -1)}`))).toBe(cut('said ***'));
    expect(secrets.redactDeep({ log: cut('said gh') })).toEqual({ log: cut('said gh') });
  });

  it('stays in figures of a file where it is a number, so that JSON stays JSON', () => {
    const secrets = knowing('12345678');
    const text = JSON.stringify({ bytes: 12345678 });
    expect(secrets.redactFile(text)).toBe(text);
    expect(secrets.redactDeep({ bytes: 12345678, log: 'pin 12345678' })).toEqual({ bytes: 12345678, log: 'pin ***' });
  });

  it('is not looked for where it is shorter than eight characters', () => {
    expect(knowing('key', '', 'seven77').redact('a key, seven77')).toBe('a key, seven77');
  });

  it('may have signs that mean something in a pattern', () => {
    expect(knowing('a.*[b](c)|d').redact('a.*[b](c)|d, axxbc')).toBe('***, axxbc');
  });
});

it('the last 32 generated keys are known, however many there were', () => {
  const secrets = new Secrets();
  const keys = Array.from({ length: 100 }, (_, index) => `generated-key-${1000 + index}`);
  for (const key of keys) secrets.keepGenerated(key);
  expect(secrets.redact(keys[99] ?? '')).toBe('***');
  expect(secrets.redact(keys[68] ?? '')).toBe('***');
  expect(secrets.redact(keys[67] ?? '')).toBe(keys[67]);
});
