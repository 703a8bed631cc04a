import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzip } from '../../src/github/zip.js';

const limits = { entries: 10, fileBytes: 1_000 };
const names = ['a.json', 'b.json'] as const;

function unpacked(archive: Uint8Array): Record<string, string> {
  const files = unzip(archive, names, limits);
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

interface Raw {
  readonly name: string;
  readonly content: Buffer;
  readonly flags?: number;
  readonly method?: number;
  readonly bytes?: number;
  readonly crc?: number;
}

/** An archive that claims what it likes. */
function archiveOf(entries: readonly Raw[], count = entries.length): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, flags = 0, method = 0, bytes = content.length, crc = 0 } of entries) {
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt32LE(bytes, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    central.write(name, 46);
    locals.push(local, content);
    centrals.push(central);
    at += local.length + content.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('an archive', () => {
  it('gives the files that are asked for, packed or not', () => {
    const packed = zipSync({ 'a.json': strToU8('{"a": 1}'.repeat(20)), 'c.json': strToU8('no') });
    const stored = zipSync({ 'b.json': strToU8('{}') }, { level: 0 });
    expect(unpacked(packed)).toEqual({ 'a.json': '{"a": 1}'.repeat(20) });
    expect(unpacked(stored)).toEqual({ 'b.json': '{}' });
  });

  it.each<[string, Raw[], RegExp]>([
    [
      'has two files of one name',
      [
        { name: 'a.json', content: Buffer.alloc(0) },
        { name: 'a.json', content: Buffer.alloc(0) },
      ],
      /two files named a\.json/,
    ],
    ['is encrypted', [{ name: 'a.json', content: Buffer.from('x'), flags: 1 }], /encrypted/],
    [
      'claims more bytes than a file may have',
      [{ name: 'a.json', content: Buffer.from('x'), bytes: 1_001 }],
      /1001 bytes/,
    ],
    [
      'claims fewer bytes than it unpacks to',
      [{ name: 'a.json', content: deflateRawSync(Buffer.alloc(2 ** 27)), method: 8, bytes: 10 }],
      /more than the 10 bytes/,
    ],
    [
      'claims more bytes than it unpacks to',
      [{ name: 'a.json', content: deflateRawSync(Buffer.from('x')), method: 8, bytes: 10 }],
      /claims/,
    ],
    ['has a wrong checksum', [{ name: 'a.json', content: Buffer.from('x'), crc: 1 }], /checksum/],
    ['is packed by another method', [{ name: 'a.json', content: Buffer.from('x'), method: 14 }], /method 14/],
    ['needs zip64', [{ name: 'a.json', content: Buffer.from('x'), bytes: 0xffffffff }], /zip64/],
    [
      'has more files than it may',
      Array.from({ length: 11 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(0) })),
      /more than 10 files/,
    ],
  ])('that %s is refused', (_, entries, message) => {
    expect(() => unpacked(archiveOf(entries))).toThrow(message);
  });

  it('whose other files are damaged is read all the same', () => {
    const files = [
      { name: '../../etc/passwd', content: Buffer.from('x'), flags: 1 },
      { name: 'a.json', content: Buffer.alloc(0) },
    ];
    expect(unpacked(archiveOf(files))).toEqual({ 'a.json': '' });
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('no archive')],
    ['cut off', Buffer.from(zipSync({ 'a.json': strToU8('{}') })).subarray(20)],
    ['announcing more entries than it has', archiveOf([{ name: 'a.json', content: Buffer.alloc(0) }], 2)],
  ])('that is %s is refused', (_, archive) => {
    expect(() => unpacked(archive)).toThrow(/no zip archive|damaged/);
  });
});
