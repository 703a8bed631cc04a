import { crc32, inflateRawSync } from 'node:zlib';

/** Limits of an untrusted archive. */
export interface ZipLimits {
  /** Maximum number of entries. */
  readonly entries: number;
  /** Maximum unpacked size of a file, in bytes. */
  readonly fileBytes: number;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly localAt: number;
}

/**
 * Unpacks the named files of a zip archive (APPNOTE 6.3.10) and nothing else. No name may occur twice, and every file
 * must have the size and the checksum that the archive claims.
 * @throws Error for an archive that is damaged, exceeds a limit, is encrypted, or needs zip64.
 */
export function unzip<Name extends string>(
  archive: Uint8Array,
  names: readonly Name[],
  limits: ZipLimits,
): Partial<Record<Name, Uint8Array>> {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: Partial<Record<Name, Uint8Array>> = {};
  for (const entry of entriesOf(buffer, limits)) {
    const name = names.find((wanted) => wanted === entry.name);
    if (name === undefined) continue;
    if (files[name] !== undefined) throw new Error(`it has two files named ${name}`);
    files[name] = contentOf(buffer, entry, limits);
  }
  return files;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const centralBytes = 46;
const localBytes = 30;
const longestComment = 0xffff;
const needsZip64 = 0xffffffff;

function entriesOf(buffer: Buffer, limits: ZipLimits): Entry[] {
  const end = endOf(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > limits.entries) throw new Error(`it has more than ${limits.entries} files`);
  const entries: Entry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + centralBytes > end || buffer.readUInt32LE(at) !== centralSignature) throw damaged();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    const nameEnd = at + centralBytes + (nameBytes ?? 0);
    const next = nameEnd + (extraBytes ?? 0) + (commentBytes ?? 0);
    if (next > end) throw damaged();
    entries.push({
      name: buffer.toString('utf8', at + centralBytes, nameEnd),
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packedBytes: buffer.readUInt32LE(at + 20),
      bytes: buffer.readUInt32LE(at + 24),
      localAt: buffer.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** Offset of the end record, which is followed only by the comment that it announces. */
function endOf(buffer: Buffer): number {
  const least = Math.max(0, buffer.length - endBytes - longestComment);
  for (let at = buffer.length - endBytes; at >= least; at -= 1) {
    const isEnd = buffer.readUInt32LE(at) === endSignature;
    if (isEnd && at + endBytes + buffer.readUInt16LE(at + 20) === buffer.length) return at;
  }
  throw new Error('it is no zip archive');
}

function contentOf(buffer: Buffer, entry: Entry, limits: ZipLimits): Uint8Array {
  const { name, flags, method, crc, packedBytes, bytes, localAt } = entry;
  if ((flags & 1) !== 0) throw new Error(`${name} is encrypted`);
  if ([packedBytes, bytes, localAt].includes(needsZip64)) throw new Error(`${name} needs zip64`);
  if (bytes > limits.fileBytes) throw new Error(`${name} has ${bytes} bytes`);
  if (localAt + localBytes > buffer.length || buffer.readUInt32LE(localAt) !== localSignature) throw damaged();
  const start = localAt + localBytes + buffer.readUInt16LE(localAt + 26) + buffer.readUInt16LE(localAt + 28);
  if (start + packedBytes > buffer.length) throw damaged();
  const content = unpacked(buffer.subarray(start, start + packedBytes), method, bytes, name);
  if (content.length !== bytes) throw new Error(`${name} has not the ${bytes} bytes that the archive claims`);
  if (crc32(content) !== crc) throw new Error(`the checksum of ${name} is wrong`);
  return content;
}

function unpacked(packed: Buffer, method: number, bytes: number, name: string): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`${name} is packed by method ${method}, which is not supported`);
  // One byte more than claimed is enough to detect a wrong claim; the rest is not unpacked.
  try {
    return inflateRawSync(packed, { maxOutputLength: bytes + 1 });
  } catch (cause) {
    throw new Error(`${name} is damaged, or has more than the ${bytes} bytes that the archive claims`, { cause });
  }
}

function damaged(): Error {
  return new Error('it is a damaged zip archive');
}
