import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { ByteReader } from './byte-reader.js';
import { readHead, type SnapshotHead } from './snapshot-head.js';

/** Size limit of a snapshot file. */
const mostBytes = 2 * 1024 ** 3;
/** Bytes of a name that are read; the rest is cut. */
const longestName = 1_024;
/** Names to cache; types and edges have few of them. */
const mostTexts = 20_000;

/** The position of a function, or of the constructor of an object, in its script. Lines and columns count from 0. */
export interface Location {
  readonly scriptId: number;
  readonly line: number;
  readonly column: number;
}

/**
 * A heap snapshot as columns, which take about 18 bytes per node and 9 per edge. Names are read from the file on
 * demand, so it stays open until `close`.
 */
export class Snapshot {
  readonly nodeTypes: readonly string[];
  readonly edgeTypes: readonly string[];
  readonly nodeCount: number;
  /** Index into `nodeTypes`. */
  readonly type: Uint8Array;
  readonly name: Uint32Array;
  readonly id: Uint32Array;
  readonly size: Uint32Array;
  /** The edges of node n are those from `firstEdge[n]` up to `firstEdge[n + 1]`. */
  readonly firstEdge: Uint32Array;
  /** Index into `edgeTypes`. */
  readonly edgeType: Uint8Array;
  /** Name, or the index of an element. */
  readonly edgeName: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly #descriptor: number;
  readonly #locations = new Columns(4);
  readonly #strings = new Columns(1);
  readonly #texts = new Map<number, string>();
  #locationOf: Map<number, number> | undefined;

  /** @throws Error if the file is not a snapshot or is too large. */
  constructor(path: string) {
    this.#descriptor = openSnapshot(path);
    const reader = new ByteReader(this.#descriptor);
    const head = beginSnapshot(reader, fstatSync(this.#descriptor).size);
    const { nodeCount, edgeCount } = head;
    this.nodeTypes = head.nodeTypes;
    this.edgeTypes = head.edgeTypes;
    this.nodeCount = nodeCount;
    this.type = new Uint8Array(nodeCount);
    this.name = new Uint32Array(nodeCount);
    this.id = new Uint32Array(nodeCount);
    this.size = new Uint32Array(nodeCount);
    this.firstEdge = new Uint32Array(nodeCount + 1);
    this.edgeType = new Uint8Array(edgeCount);
    this.edgeName = new Uint32Array(edgeCount);
    this.edgeTo = new Uint32Array(edgeCount);
    this.#readSections(reader, head);
    this.#checkEdges(edgeCount);
  }

  /** The name of a node or an edge; long names are cut. */
  text(index: number): string {
    const known = this.#texts.get(index);
    if (known !== undefined) return known;
    const offset = this.#strings.at(index, 0);
    if (offset === undefined) return '';
    const bytes = Buffer.alloc(longestName);
    const length = readSync(this.#descriptor, bytes, 0, longestName, offset);
    const text = stringAtStart(bytes.toString('utf8', 0, length));
    if (this.#texts.size < mostTexts) this.#texts.set(index, text);
    return text;
  }

  /** Position of a function, or of the constructor of an object; undefined if V8 has none. */
  locationOf(node: number): Location | undefined {
    this.#locationOf ??= new Map(
      Array.from({ length: this.#locations.length }, (_, row) => [this.#locations.at(row, 0) ?? -1, row]),
    );
    const row = this.#locationOf.get(node);
    if (row === undefined) return undefined;
    const [scriptId = 0, line = 0, column = 0] = [1, 2, 3].map((field) => this.#locations.at(row, field));
    return { scriptId, line, column };
  }

  /** Calls `take` with each node that has a location. */
  forEachLocated(take: (node: number) => void): void {
    for (let row = 0; row < this.#locations.length; row += 1) take(this.#locations.at(row, 0) ?? 0);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #readSections(reader: ByteReader, head: SnapshotHead): void {
    for (;;) {
      const byte = reader.nextToken();
      if (byte === 0x7d || byte === -1) return;
      const section = sectionName(reader);
      if (section === 'nodes') this.#readNodes(reader, head);
      else if (section === 'edges') this.#readEdges(reader, head);
      else if (section === 'locations') this.#readLocations(reader, head);
      else if (section === 'strings') this.#readStrings(reader);
      else skipArray(reader);
    }
  }

  #readNodes(reader: ByteReader, { nodeFields, nodeCount }: SnapshotHead): void {
    const [type, name, id, size, edges] = indexes(nodeFields, ['type', 'name', 'id', 'self_size', 'edge_count']);
    let node = 0;
    let total = 0;
    rows(reader, nodeFields.length, nodeCount, (row) => {
      this.type[node] = row[type] ?? 0;
      this.name[node] = row[name] ?? 0;
      this.id[node] = row[id] ?? 0;
      // A single object of more than 4 GiB counts as 4 GiB.
      this.size[node] = Math.min(0xffffffff, row[size] ?? 0);
      total += row[edges] ?? 0;
      node += 1;
      this.firstEdge[node] = total;
    });
    if (node !== nodeCount || total > this.edgeTo.length) throw new Error('the snapshot has other counts than it says');
  }

  #readEdges(reader: ByteReader, { edgeFields, nodeFields }: SnapshotHead): void {
    const [type, name, to] = indexes(edgeFields, ['type', 'name_or_index', 'to_node']);
    let edge = 0;
    rows(reader, edgeFields.length, this.edgeTo.length, (row) => {
      this.edgeType[edge] = row[type] ?? 0;
      this.edgeName[edge] = row[name] ?? 0;
      this.edgeTo[edge] = (row[to] ?? 0) / nodeFields.length;
      edge += 1;
    });
  }

  #readLocations(reader: ByteReader, { locationFields, nodeFields }: SnapshotHead): void {
    const [object, script, line, column] = indexes(locationFields, ['object_index', 'script_id', 'line', 'column']);
    rows(reader, locationFields.length, this.nodeCount, (row) => {
      this.#locations.push((row[object] ?? 0) / nodeFields.length, row[script] ?? 0, row[line] ?? 0, row[column] ?? 0);
    });
  }

  #readStrings(reader: ByteReader): void {
    reader.expect('[');
    for (;;) {
      const byte = reader.nextToken();
      if (byte === 0x5d) return;
      if (byte !== 0x22) throw new Error('the snapshot has no list of strings');
      this.#strings.push(reader.offset);
      reader.skipString();
    }
  }

  #checkEdges(edgeCount: number): void {
    for (let edge = 0; edge < edgeCount; edge += 1) {
      if ((this.edgeTo[edge] ?? 0) >= this.nodeCount) throw new Error('the snapshot has an edge to no node');
    }
  }
}

/** The ids of the nodes of a snapshot, sorted. */
export function nodeIds(path: string): Uint32Array {
  const descriptor = openSnapshot(path);
  try {
    const reader = new ByteReader(descriptor);
    const { nodeFields, nodeCount } = beginSnapshot(reader, fstatSync(descriptor).size);
    const [id] = indexes(nodeFields, ['id']);
    const ids = new Uint32Array(nodeCount);
    let node = 0;
    reader.expect('"');
    if (sectionName(reader) !== 'nodes') throw new Error('the snapshot does not begin with its nodes');
    rows(reader, nodeFields.length, nodeCount, (row) => {
      ids[node] = row[id] ?? 0;
      node += 1;
    });
    return ids.sort();
  } finally {
    closeSync(descriptor);
  }
}

function openSnapshot(path: string): number {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const about = fstatSync(descriptor);
  if (about.isFile() && about.size <= mostBytes) return descriptor;
  closeSync(descriptor);
  throw new Error(
    about.isFile() ? `the snapshot is larger than ${mostBytes / 1024 ** 3} GiB` : 'it is no regular file',
  );
}

function beginSnapshot(reader: ByteReader, fileBytes: number): SnapshotHead {
  reader.expect('{');
  reader.expect('"');
  if (sectionName(reader) !== 'snapshot') throw new Error('the file is no heap snapshot');
  return readHead(reader, fileBytes);
}

/** Reads the name of a section, whose opening quote has been read, and the colon after it. */
function sectionName(reader: ByteReader): string {
  let name = '';
  for (let byte = reader.next(); byte !== 0x22; byte = reader.next()) {
    if (byte === -1 || name.length > 100) throw new Error('the snapshot has an unknown format');
    name += String.fromCharCode(byte);
  }
  reader.expect(':');
  return name;
}

/** Calls `take` with each row of a flat array; the row is reused. */
function rows(reader: ByteReader, width: number, most: number, take: (row: readonly number[]) => void): void {
  reader.expect('[');
  const row: number[] = new Array(width).fill(0);
  let field = 0;
  let count = 0;
  reader.numbers((value) => {
    row[field] = value;
    field += 1;
    if (field < width) return;
    field = 0;
    count += 1;
    if (count > most) throw new Error('the snapshot has more entries than it says');
    take(row);
  });
}

/** Skips an array of numbers, strings and arrays. */
function skipArray(reader: ByteReader): void {
  reader.expect('[');
  for (let depth = 1; depth > 0; ) {
    const byte = reader.nextToken();
    if (byte === 0x5b) depth += 1;
    else if (byte === 0x5d) depth -= 1;
    else if (byte === 0x22) reader.skipString();
    else if (byte === -1) throw new Error('the snapshot ends within an array');
  }
}

function indexes<Names extends readonly string[]>(
  fields: readonly string[],
  names: readonly [...Names],
): { [Index in keyof Names]: number } {
  return names.map((name) => fields.indexOf(name)) as { [Index in keyof Names]: number };
}

/** The string that a text begins with, without its opening quote; not decoded if its escapes are invalid. */
function stringAtStart(text: string): string {
  const [inner = ''] = /^(?:[^"\\]|\\.)*/.exec(text) ?? [];
  try {
    const decoded: unknown = JSON.parse(`"${inner}"`);
    return typeof decoded === 'string' ? decoded : '';
  } catch {
    return inner;
  }
}

/** Rows of numbers whose count is not known in advance. */
class Columns {
  readonly #width: number;
  #values = new Float64Array(1024);
  length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  push(...row: readonly number[]): void {
    const start = this.length * this.#width;
    if (start + this.#width > this.#values.length) {
      const grown = new Float64Array(2 * this.#values.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    for (const [field, value] of row.entries()) this.#values[start + field] = value;
    this.length += 1;
  }

  at(row: number, field: number): number | undefined {
    return row < this.length ? this.#values[row * this.#width + field] : undefined;
  }
}
