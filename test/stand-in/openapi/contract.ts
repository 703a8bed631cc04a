import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Operation } from './document.ts';
import { close, isObject, type Json, normalise } from './schema.ts';

/** A request as the contract sees it: parameters are of their declared type, and `problems` says what GitHub would not know. */
export interface CheckedRequest {
  readonly path: Json;
  readonly query: Json;
  readonly problems: readonly string[];
  /** True when GitHub itself would refuse: what it does not know, it ignores. */
  readonly refused: boolean;
}

/** Failures GitHub documents for no operation in particular; they carry a `basic-error`. */
const ANYWHERE = new Set([400, 401, 403, 404, 405, 409, 410, 415, 422, 429, 500, 502, 503, 504]);

const IGNORED = /must NOT have (additional|unevaluated) properties|takes no body/;

/** Holds requests and responses against GitHub's OpenAPI. Schemas are compiled when first needed. */
export class Contract {
  readonly #document: OpenApiDocument;
  readonly #bodies = ajv({ coerceTypes: false });
  readonly #parameters = ajv({ coerceTypes: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#bodies.addSchema({ $id: 'github', components: normalise(document.root.components) }, 'github');
  }

  /** The operation a request asks for, with its path parameters decoded. */
  match(method: string, pathname: string): { operation: Operation; path: Record<string, string> } | undefined {
    for (const operation of this.#document.operations) {
      if (operation.method !== method) continue;
      const found = operation.pattern.exec(pathname);
      if (found === null) continue;
      const path = Object.fromEntries(
        operation.pathNames.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
      );
      return { operation, path };
    }
    return undefined;
  }

  /** Checks path, query (unknown parameters included) and body (unknown properties included). */
  request(operation: Operation, path: Record<string, string>, query: URLSearchParams, body: unknown): CheckedRequest {
    const typedPath: Json = { ...path };
    const typedQuery: Json = Object.fromEntries(query);
    const problems = [
      ...this.#check(
        `${operation.id} path`,
        () => this.#parameterSchema(operation, 'path'),
        typedPath,
        this.#parameters,
      ),
      ...this.#check(
        `${operation.id} query`,
        () => this.#parameterSchema(operation, 'query'),
        typedQuery,
        this.#parameters,
      ),
      ...this.#bodyProblems(operation, body),
    ];
    return {
      path: typedPath,
      query: typedQuery,
      problems,
      refused: problems.some((problem) => !IGNORED.test(problem)),
    };
  }

  /** Checks what is about to be sent. */
  response(operation: Operation, status: number, body: unknown): string[] {
    const declared = operation.responses[String(status)];
    if (declared === undefined) {
      if (!ANYWHERE.has(status)) return [`${operation.id} does not answer ${status}`];
      return this.#check('basic-error', () => ({ $ref: 'github#/components/schemas/basic-error' }), body, this.#bodies);
    }
    const content = this.#document.resolve(declared).content;
    const schema = isObject(content) ? jsonSchemaOf(content) : undefined;
    if (schema === undefined) return body === undefined ? [] : [`${operation.id} answers ${status} without a body`];
    return this.#check(`${operation.id} ${status}`, () => absolute(normalise(schema)), body, this.#bodies);
  }

  #bodyProblems(operation: Operation, body: unknown): string[] {
    if (operation.requestBody === undefined) return body === undefined ? [] : [`${operation.id} takes no body`];
    if (body === undefined) return operation.requestBody.required === true ? [`${operation.id} needs a body`] : [];
    const content = operation.requestBody.content;
    const schema = isObject(content) ? jsonSchemaOf(content) : undefined;
    const resolve = (reference: string) => normalise(this.#document.resolve({ $ref: reference }));
    return this.#check(`${operation.id} body`, () => close(normalise(schema ?? {}), resolve), body, this.#bodies);
  }

  #parameterSchema(operation: Operation, place: 'path' | 'query'): Json {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [String(name), parameter(name, schema)])),
      required: parameters.filter(({ required }) => required === true).map(({ name }) => String(name)),
      additionalProperties: false,
    };
  }

  #check(name: string, schema: () => unknown, value: unknown, engine: Ajv2019): string[] {
    let validate = this.#compiled.get(name);
    if (validate === undefined) {
      const made = schema();
      validate = engine.compile(isObject(made) ? made : {});
      this.#compiled.set(name, validate);
    }
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${name}: ${described(error)}`);
  }
}

function ajv(options: { coerceTypes: boolean }): Ajv2019 {
  const engine = new Ajv2019({ ...options, strict: false, allErrors: true, logger: false, validateSchema: false });
  addFormats.default(engine);
  // GitHub's own bots have addresses such as github-actions[bot]@..., which no strict check of addresses lets through.
  engine.addFormat('email', true);
  return engine;
}

/** GitHub declares `created` a date-time, and documents search syntax for it: `>=2026-01-01`. */
function parameter(name: unknown, schema: unknown): unknown {
  return name === 'created' ? { type: 'string' } : normalise(schema);
}

function jsonSchemaOf(content: Json): unknown {
  const media = content['application/json'] ?? Object.values(content)[0];
  return isObject(media) ? media.schema : undefined;
}

/** A schema that is compiled on its own names components by the document they are in. */
function absolute(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(absolute);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, 'github#') : absolute(value),
    ]),
  );
}

function described({ instancePath, message, params }: ErrorObject): string {
  const culprit = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues;
  return `${instancePath || 'it'} ${message ?? 'is invalid'}${culprit === undefined ? '' : ` (${String(culprit)})`}`;
}
