import { readFileSync } from 'node:fs';
import { isObject, type Json } from './schema.ts';

/** One operation of GitHub's API, and how to recognise a request for it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly pathNames: readonly string[];
  readonly parameters: readonly Json[];
  readonly requestBody: Json | undefined;
  readonly responses: Json;
  readonly example: unknown;
}

/** Parameters that may hold slashes, encoded or not. */
const WITH_SLASHES = new Set(['path', 'ref', 'basehead', 'branch', 'tag']);

/** GitHub's OpenAPI document, cut down by `scripts/trim-openapi.mjs`. */
export class OpenApiDocument {
  readonly root: Json;
  readonly operations: readonly Operation[];

  constructor(file: URL = new URL('github.json', import.meta.url)) {
    this.root = asObject(JSON.parse(readFileSync(file, 'utf8')));
    this.operations = Object.entries(asObject(this.root.paths))
      .flatMap(([path, item]) =>
        Object.entries(asObject(item)).map(([method, raw]) => this.#operation(path, method, asObject(raw))),
      )
      // The more literal path wins: /releases/latest is not release number "latest".
      .sort((a, b) => literals(b.pattern) - literals(a.pattern));
  }

  /** Follows `$ref`s until there is none. */
  resolve(node: unknown): Json {
    if (!isObject(node)) throw new Error('not an object in the OpenAPI document');
    const reference = node.$ref;
    if (typeof reference !== 'string') return node;
    let at: unknown = this.root;
    for (const key of reference.slice('#/'.length).split('/')) at = asObject(at)[key.replaceAll('~1', '/')];
    return this.resolve(at);
  }

  /** The answer GitHub's own documentation gives as an example, a fresh copy. */
  example(id: string): Json {
    const operation = this.operations.find((candidate) => candidate.id === id);
    if (operation?.example === undefined)
      throw new Error(`no example of ${id}: add it to TEMPLATES in trim-openapi.mjs`);
    return asObject(structuredClone(operation.example));
  }

  #operation(path: string, method: string, raw: Json): Operation {
    const pathNames: string[] = [];
    const pattern = path.replaceAll('.', '\\.').replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
      pathNames.push(name);
      return WITH_SLASHES.has(name) ? '(.+)' : '([^/]+)';
    });
    return {
      id: String(raw.operationId),
      method: method.toUpperCase(),
      pattern: new RegExp(`^${pattern}$`),
      pathNames,
      parameters: (Array.isArray(raw.parameters) ? raw.parameters : []).map((each) => this.resolve(each)),
      requestBody: raw.requestBody === undefined ? undefined : this.resolve(raw.requestBody),
      responses: asObject(raw.responses),
      example: raw['x-example'],
    };
  }
}

function literals(pattern: RegExp): number {
  return pattern.source.replaceAll(/\(.*?\)/g, '').length;
}

function asObject(value: unknown): Json {
  if (!isObject(value)) throw new Error('the OpenAPI document is not shaped as expected');
  return value;
}
