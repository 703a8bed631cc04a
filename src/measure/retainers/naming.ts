import type { Growth } from './growth.js';
import type { Holder } from './holders.js';
import { none, type ShortestPaths } from './shortest-paths.js';
import type { Snapshot } from './snapshot.js';

/** The name of an object, from the variable and the properties that lead to it. */
export interface Name {
  /** The named object. */
  readonly node: number;
  /** Such as `recent` or `store.items`; empty if no variable leads to the object. */
  readonly name: string;
  /** The context of the variable; undefined if the name does not begin with a variable. */
  readonly context: number | undefined;
  /** The object that has the last property of the name; undefined if that is a variable. */
  readonly owner: number | undefined;
}

/** Parts of a name, at most; the first ones are left out of a longer name. */
const mostParts = 4;
/** Steps upwards in search of a name, at most; a chain of promises may be long. */
const mostSteps = 1_000_000;

/** Finds the name of a holder: searches upwards for the nearest property, and from there for the variable. */
export class Names {
  readonly #snapshot: Snapshot;
  readonly #paths: ShortestPaths;
  readonly #growth: Growth;
  /** Names of exported variables, by node. */
  #exports: Map<number, string> | undefined;

  constructor(snapshot: Snapshot, paths: ShortestPaths, growth: Growth) {
    this.#growth = growth;
    this.#snapshot = snapshot;
    this.#paths = paths;
  }

  of(holder: Holder): Name {
    const named = this.#nearestNamed(this.#heldBy(holder));
    if (named === undefined)
      return { node: this.#visible(holder.node), name: '', context: undefined, owner: undefined };
    const parts: string[] = [];
    let context: number | undefined;
    for (let node = named, steps = 0; steps < mostSteps; steps += 1) {
      const edge = this.#paths.edge[node] ?? none;
      const parent = this.#paths.parent[node] ?? none;
      if (parent === none) break;
      const part = this.#part(node, edge, parent);
      // One element of a linked list is enough.
      if (part !== undefined && !(this.#isAlike(node, parent) && parts[0] === part.text)) parts.unshift(part.text);
      if (part?.isVariable === true) {
        context = parent;
        break;
      }
      if (this.#isRoot(parent)) break;
      node = parent;
    }
    const owner = this.#ownerOf(named);
    return { node: named, name: joined(parts.slice(-mostParts)), context, owner };
  }

  /** The type of an object as a person knows it. */
  typeOf(node: number): string {
    const kind = this.#kind(node);
    if (kind.includes('string')) return 'string';
    const name = this.#snapshot.text(this.#snapshot.name[node] ?? 0);
    if (kind === 'closure') return name === '' ? 'function' : `function ${name}`;
    if (name === 'system / Context') return 'variables of a function';
    if (name === 'system / JSArrayBufferData') return 'ArrayBuffer data';
    return kind === 'object' || kind === 'native' || kind === 'regexp' ? name : kind;
  }

  /** The largest new object of a scope, if it has most of the held bytes; otherwise the holder itself. */
  #heldBy({ node, bytes, children: [greatest] }: Holder): number {
    if (greatest === undefined || !this.#isContext(node)) return node;
    return (this.#growth.bytes[greatest] ?? 0) > bytes / 2 ? greatest : node;
  }

  #nearestNamed(start: number): number | undefined {
    let node = start;
    let inChain = false;
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const edge = this.#paths.edge[node] ?? none;
      const parent = this.#paths.parent[node] ?? none;
      if (parent === none || this.#isRoot(parent)) return undefined;
      const part = this.#part(node, edge, parent);
      const isAlike = this.#isAlike(node, parent);
      // In a chain, name the object that has all of it: its variable, or the owner of its first element.
      if (part !== undefined && !isAlike && this.#isVisible(node) && (!inChain || part.isVariable)) return node;
      inChain = isAlike;
      node = parent;
    }
    return undefined;
  }

  #part(node: number, edge: number, parent: number): { text: string; isVariable: boolean } | undefined {
    const kind = this.#snapshot.edgeTypes[this.#snapshot.edgeType[edge] ?? 0];
    const name = this.#snapshot.edgeName[edge] ?? 0;
    if (this.#isCell(parent)) {
      this.#exports ??= exportedCells(this.#snapshot);
      const exported = this.#exports.get(parent);
      return exported === undefined ? undefined : { text: exported, isVariable: true };
    }
    if (kind === 'context') return { text: this.#snapshot.text(name), isVariable: true };
    if (kind === 'element') return this.#isVisible(node) ? { text: '[]', isVariable: false } : undefined;
    if (kind !== 'property') return undefined;
    const text = this.#snapshot.text(name);
    return text === '__proto__' || text === 'constructor' ? undefined : { text, isVariable: false };
  }

  #ownerOf(node: number): number | undefined {
    const edge = this.#paths.edge[node] ?? none;
    const kind = this.#snapshot.edgeTypes[this.#snapshot.edgeType[edge] ?? 0];
    return kind === 'property' ? this.#paths.parent[node] : undefined;
  }

  /** The nearest object upwards that a person knows. */
  #visible(start: number): number {
    let node = start;
    for (let steps = 0; steps < 10 && !this.#isVisible(node); steps += 1) {
      const parent = this.#paths.parent[node] ?? none;
      if (parent === none || this.#isRoot(parent)) return start;
      node = parent;
    }
    return node;
  }

  #isVisible(node: number): boolean {
    const kind = this.#kind(node);
    if (kind === 'closure' || kind === 'native' || kind === 'regexp') return true;
    return kind === 'object' && !this.#snapshot.text(this.#snapshot.name[node] ?? 0).startsWith('system / ');
  }

  #isAlike(node: number, parent: number): boolean {
    return this.#snapshot.name[node] === this.#snapshot.name[parent];
  }

  #isRoot(node: number): boolean {
    return this.#kind(node) === 'synthetic';
  }

  #isContext(node: number): boolean {
    return this.#snapshot.text(this.#snapshot.name[node] ?? 0).startsWith('system / Context');
  }

  #isCell(node: number): boolean {
    return this.#kind(node) !== 'object' && this.#snapshot.text(this.#snapshot.name[node] ?? 0) === 'system / Cell';
  }

  #kind(node: number): string {
    return this.#snapshot.nodeTypes[this.#snapshot.type[node] ?? 0] ?? '';
  }
}

function joined(parts: readonly string[]): string {
  return parts.reduce((name, part) => (part === '[]' || name === '' ? `${name}${part}` : `${name}.${part}`), '');
}

/** Exported variables are in cells. A module keeps a table in which the name precedes the cell. */
function exportedCells(snapshot: Snapshot): Map<number, string> {
  const found = new Map<number, string>();
  const isString = snapshot.nodeTypes.map((name) => name === 'string');
  const isArray = snapshot.nodeTypes.map((name) => name === 'array' || name === 'hidden');
  const cells = new Set<number>();
  for (let node = 0; node < snapshot.nodeCount; node += 1) {
    if (isArray[snapshot.type[node] ?? 0] && snapshot.text(snapshot.name[node] ?? 0) === 'system / Cell')
      cells.add(node);
  }
  for (let node = 0; node < snapshot.nodeCount; node += 1) {
    if (!isArray[snapshot.type[node] ?? 0]) continue;
    const end = snapshot.firstEdge[node + 1] ?? 0;
    for (let edge = (snapshot.firstEdge[node] ?? 0) + 1; edge < end; edge += 1) {
      const cell = snapshot.edgeTo[edge] ?? none;
      const before = snapshot.edgeTo[edge - 1] ?? none;
      if (cells.has(cell) && isString[snapshot.type[before] ?? 0])
        found.set(cell, snapshot.text(snapshot.name[before] ?? 0));
    }
  }
  return found;
}
