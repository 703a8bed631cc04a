/** A JSON object whose fields nobody has looked at yet. */
export type Json = Record<string, unknown>;

/** True for a plain JSON object, not an array and not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Turns an OpenAPI 3.0 schema into JSON Schema: `nullable` becomes the type null, and `oneOf`, which GitHub's own answers break, `anyOf`. */
export function normalise(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(normalise);
  if (!isObject(node)) return node;
  const { nullable, oneOf, discriminator: _, ...rest } = node;
  const schema: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, normalise(value)]));
  if (oneOf !== undefined) schema.anyOf = normalise(oneOf);
  // A property that happens to be called "nullable" holds a schema, not `true`.
  if (nullable !== undefined && nullable !== true && nullable !== false) schema.nullable = normalise(nullable);
  return nullable === true ? orNull(schema) : schema;
}

function orNull(schema: Json): Json {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema.enum;
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}

/** Closes a normalised schema of a request, so that a property GitHub does not know is a violation. */
export function close(node: unknown, resolve: (reference: string) => unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => close(item, resolve));
  if (!isObject(node)) return node;
  if (typeof node.$ref === 'string') return close(resolve(node.$ref), resolve);
  const schema: Json = {};
  for (const [key, value] of Object.entries(node)) {
    schema[key] = key === 'properties' && isObject(value) ? closeEach(value, resolve) : close(value, resolve);
  }
  if (!isObject(schema.properties) || schema.additionalProperties !== undefined) return schema;
  return { ...schema, unevaluatedProperties: false, ...('anyOf' in schema ? { anyOf: opened(schema.anyOf) } : {}) };
}

function closeEach(properties: Json, resolve: (reference: string) => unknown): Json {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, close(schema, resolve)]));
}

/** Alternatives beside `properties` may not close themselves: the properties of the outer schema would be unknown to them. */
function opened(alternatives: unknown): unknown {
  if (!Array.isArray(alternatives)) return alternatives;
  return alternatives.map((alternative) => {
    if (!isObject(alternative)) return alternative;
    const { unevaluatedProperties: _, ...open } = alternative;
    return open;
  });
}
