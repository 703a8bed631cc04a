import { none } from './shortest-paths.js';
import type { Snapshot } from './snapshot.js';

/** A function in its script, as V8 names it. Line and column count from 1. */
export interface ScriptPlace {
  readonly functionName: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** Enclosing scopes that are searched for a function, at most. */
const mostScopes = 20;

/** Finds the scripts that functions, variables and objects of a snapshot come from. */
export class Scripts {
  readonly #snapshot: Snapshot;
  /** For each context, a function that has it as its own, or nearest, scope. */
  readonly #functions = new Map<number, number>();
  /** URLs by script id. */
  readonly #urls = new Map<number, string>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    snapshot.forEachLocated((node) => {
      if (!this.#isClosure(node)) return;
      const context = this.#internal(node, 'context');
      if (context !== undefined && !this.#functions.has(context)) this.#functions.set(context, node);
      const id = snapshot.locationOf(node)?.scriptId;
      if (id !== undefined && !this.#urls.has(id)) this.#urls.set(id, this.#urlOf(node));
    });
  }

  /** The start of a function, or of the class of an object. */
  placeOf(node: number): ScriptPlace | undefined {
    const location = this.#snapshot.locationOf(node);
    const url = location && this.#urls.get(location.scriptId);
    if (location === undefined || url === undefined || url === '') return undefined;
    const functionName = this.#snapshot.text(this.#snapshot.name[node] ?? 0);
    return { functionName, url, line: location.line + 1, column: location.column + 1 };
  }

  /** A function that sees the variables of a context. */
  functionOf(context: number): ScriptPlace | undefined {
    const own = this.#functions.get(context);
    if (own !== undefined) return this.placeOf(own);
    // Only functions in nested scopes are left.
    for (const [inner, node] of this.#functions) {
      let scope: number | undefined = inner;
      for (let steps = 0; scope !== undefined && steps < mostScopes; steps += 1) {
        if (scope === context) return this.placeOf(node);
        scope = this.#internal(scope, 'previous');
      }
    }
    return undefined;
  }

  #urlOf(closure: number): string {
    const shared = this.#internal(closure, 'shared');
    const script = shared && (this.#internal(shared, 'script_or_debug_info') ?? this.#internal(shared, 'script'));
    return script === undefined ? '' : this.#snapshot.text(this.#snapshot.name[script] ?? 0);
  }

  #isClosure(node: number): boolean {
    return this.#snapshot.nodeTypes[this.#snapshot.type[node] ?? 0] === 'closure';
  }

  #internal(node: number, name: string): number | undefined {
    const { firstEdge, edgeType, edgeTypes, edgeName, edgeTo } = this.#snapshot;
    const end = firstEdge[node + 1] ?? 0;
    for (let edge = firstEdge[node] ?? 0; edge < end; edge += 1) {
      if (edgeTypes[edgeType[edge] ?? 0] !== 'internal') continue;
      if (this.#snapshot.text(edgeName[edge] ?? 0) === name) return edgeTo[edge] ?? none;
    }
    return undefined;
  }
}
