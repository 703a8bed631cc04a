import { declarationLine, linesOf, propertyLine } from './declaration.js';
import { type Growth, growthOf, oldNodes } from './growth.js';
import { childrenOf, type Holder, holdersOf } from './holders.js';
import { type Name, Names } from './naming.js';
import { type ScriptPlace, Scripts } from './scripts.js';
import { none, type ShortestPaths, shortestPaths } from './shortest-paths.js';
import { nodeIds, Snapshot } from './snapshot.js';

/** The holders of new objects in the second of two snapshots, with positions as V8 reports them. */
export interface FoundRetainers {
  readonly grownBytes: number;
  readonly grownObjects: number;
  readonly holders: readonly FoundHolder[];
}

export interface FoundHolder {
  /** The variable and properties that lead to it; empty if none do. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly objects: number;
  /** The types of objects that it holds most of. */
  readonly held: readonly { readonly type: string; readonly objects: number; readonly bytes: number }[];
  /** Where the variable, or the property, is declared. */
  readonly at: ScriptPlace | undefined;
  /** The function in a file that occurs most among the held objects. */
  readonly through: ScriptPlace | undefined;
}

/** Objects below a holder whose type is looked up, at most. */
const mostVisited = 5_000_000;
const mostTypes = 3;

/** @throws Error if the files are not snapshots or are too large. */
export function findRetainers(beforeFile: string, afterFile: string, hint: string | undefined): FoundRetainers {
  const idsBefore = nodeIds(beforeFile);
  const snapshot = new Snapshot(afterFile);
  try {
    const isOld = oldNodes(snapshot, idsBefore);
    const paths = shortestPaths(snapshot, isOld);
    const growth = growthOf(snapshot, paths, isOld);
    const names = new Names(snapshot, paths, growth);
    const scripts = new Scripts(snapshot);
    const holders = holdersOf(snapshot, paths, growth).map((holder) => ({ holder, name: names.of(holder) }));
    return {
      grownBytes: growth.bytes[0] ?? 0,
      grownObjects: growth.objects[0] ?? 0,
      holders: merged(holders).map(({ name, parts }) => {
        const content = contentOf(parts, { snapshot, paths, growth, names, scripts });
        return {
          name: name.name,
          type: names.typeOf(name.node),
          bytes: sum(parts, ({ bytes }) => bytes),
          objects: sum(parts, ({ objects }) => objects),
          held: content.types,
          at: placeOf(name, scripts, hint),
          through: content.through,
        };
      }),
    };
  } finally {
    snapshot.close();
  }
}

interface Named {
  readonly name: Name;
  readonly parts: readonly Holder[];
}

/** Merges holders of the same name: a chain is held at both ends. */
function merged(holders: readonly { readonly holder: Holder; readonly name: Name }[]): Named[] {
  const byNode = new Map<number, { name: Name; parts: Holder[] }>();
  for (const { holder, name } of holders) {
    const known = byNode.get(name.node);
    if (known === undefined) byNode.set(name.node, { name, parts: [holder] });
    else known.parts.push(holder);
  }
  const bytesOf = ({ parts }: Named) => sum(parts, ({ bytes }) => bytes);
  return [...byNode.values()].sort((a, b) => bytesOf(b) - bytesOf(a));
}

function sum(parts: readonly Holder[], amountOf: (holder: Holder) => number): number {
  return parts.reduce((total, part) => total + amountOf(part), 0);
}

interface Reading {
  readonly snapshot: Snapshot;
  readonly paths: ShortestPaths;
  readonly growth: Growth;
  readonly names: Names;
  readonly scripts: Scripts;
}

/** The new objects below holders, by type, and the user's function that occurs most. */
function contentOf(
  parts: readonly Holder[],
  { snapshot, paths, growth, names, scripts }: Reading,
): { readonly types: FoundHolder['held']; readonly through: ScriptPlace | undefined } {
  const types = new Map<string, { type: string; objects: number; bytes: number }>();
  const functions = new Map<string, { place: ScriptPlace; count: number }>();
  const open = parts.flatMap(({ node }) => [...childrenOf(snapshot, paths, node)]).filter((child) => isFresh(child));
  let visited = 0;
  for (let node = open.pop(); node !== undefined && visited < mostVisited; node = open.pop()) {
    visited += 1;
    note(node);
    for (const child of childrenOf(snapshot, paths, node)) if (isFresh(child)) open.push(child);
  }
  const most = [...types.values()].sort((a, b) => b.bytes - a.bytes).slice(0, mostTypes);
  const [through] = [...functions.values()].sort((a, b) => b.count - a.count);
  return { types: most, through: through?.place };

  function isFresh(node: number): boolean {
    return growth.isOld[node] === 0 && (growth.bytes[node] ?? 0) > 0;
  }

  function note(node: number): void {
    const kind = snapshot.nodeTypes[snapshot.type[node] ?? 0] ?? '';
    if (kind === 'array' || kind === 'hidden' || kind === 'code' || kind === 'object shape') return;
    const type = names.typeOf(node);
    const known = types.get(type) ?? { type, objects: 0, bytes: 0 };
    known.objects += 1;
    known.bytes += snapshot.size[node] ?? 0;
    if (types.size < 10_000) types.set(type, known);
    const place = kind === 'closure' ? scripts.placeOf(node) : undefined;
    if (place === undefined || !isFile(place.url)) return;
    const key = `${place.url}:${place.line}:${place.column}`;
    const counted = functions.get(key) ?? { place, count: 0 };
    counted.count += 1;
    functions.set(key, counted);
  }
}

/** Where a variable or a property of a class is declared; in the scenario if the class has no file. */
function placeOf(
  { name, context, owner, node }: Name,
  scripts: Scripts,
  hint: string | undefined,
): ScriptPlace | undefined {
  const last = name.split('.').at(-1)?.replaceAll('[]', '') ?? '';
  if (last === '') return undefined;
  if (owner !== undefined) {
    const ofClass = scripts.placeOf(owner);
    const found =
      ofClass && isFile(ofClass.url)
        ? declared(ofClass, (lines) => propertyLine(lines, last, ofClass.line))
        : undefined;
    if (found !== undefined) return found;
  }
  const variable = name.split(/[.[]/)[0] ?? '';
  const seen = context === undefined || context === none ? undefined : scripts.functionOf(context);
  if (seen !== undefined && isFile(seen.url) && !isOwn(seen.url)) {
    return declared(seen, (lines) => declarationLine(lines, variable, seen.line)) ?? seen;
  }
  if (hint === undefined || (seen !== undefined && !isOwn(seen.url))) return scripts.placeOf(node);
  return declared({ functionName: '', url: hint, line: 0, column: 1 }, (lines) => propertyLine(lines, last, 1));
}

function declared(seen: ScriptPlace, find: (lines: readonly string[]) => number | undefined): ScriptPlace | undefined {
  const lines = linesOf(seen.url);
  const line = lines && find(lines);
  return line === undefined ? undefined : { functionName: '', url: seen.url, line, column: 1 };
}

function isFile(url: string): boolean {
  return url.startsWith('file:') || url.startsWith('/') || /^[A-Za-z]:\\/.test(url);
}

/** Whether a script belongs to memory-bench, which keeps the state of the scenario. */
function isOwn(url: string): boolean {
  return url.startsWith(new URL('../worker/', import.meta.url).href);
}
