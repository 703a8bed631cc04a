import { z } from 'zod';
import { suggestion } from './nearest-name.js';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** A mistake and its path in the value. */
interface Mistake {
  readonly message: string;
  readonly path: PropertyKey[];
}

/**
 * Describes what a schema rejected in `value`: one line per mistake, with its path. An illegal name comes with the
 * nearest legal one.
 */
export function explain(error: z.ZodError, schema: z.ZodType, value: unknown): string {
  return z.prettifyError({ issues: error.issues.flatMap((issue) => mistakesIn(issue, schema, value)) });
}

function mistakesIn(issue: Issue, schema: z.ZodType, value: unknown): Mistake[] {
  const { path, message } = issue;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const legal = fieldsAt(schema, path);
      return issue.keys.map((key) => ({ message: unknownField(key, legal), path }));
    }
    case 'invalid_value': {
      const written = valueAt(value, path);
      const names = issue.values.filter((legal) => typeof legal === 'string');
      return [{ message: `${message}${typeof written === 'string' ? suggestion(written, names) : ''}`, path }];
    }
    case 'invalid_key':
      return issue.issues.map((inKey) => ({ message: inKey.message, path }));
    case 'invalid_union': {
      const nested = issue.errors.find(isOfItsParts) ?? issue.errors.find(isNotOfItsType);
      if (nested !== undefined) {
        return nested.flatMap((inner) => mistakesIn({ ...inner, path: [...path, ...inner.path] }, schema, value));
      }
      return [{ message: issue.errors.flatMap((inner) => inner.map((each) => each.message)).join('; or '), path }];
    }
    default:
      return [{ message, path }];
  }
}

/** Whether the value has the type that this union member expects, and only its parts are wrong. */
function isOfItsParts(issues: readonly Issue[]): boolean {
  return issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys');
}

function isNotOfItsType(issues: readonly Issue[]): boolean {
  return issues.every(({ code }) => code !== 'invalid_type');
}

function unknownField(key: string, legal: readonly string[]): string {
  const near = suggestion(key, legal);
  return `unknown field ${JSON.stringify(key)}${near || `; legal are: ${legal.join(', ')}`}`;
}

/** Names of the fields that a schema has at a path. */
function fieldsAt(schema: unknown, path: Path): string[] {
  if (schema instanceof z.ZodOptional) return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsAt(option, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(step)], rest);
  }
  if (schema instanceof z.ZodRecord) {
    return step === undefined ? keysOf(schema.keyType) : fieldsAt(schema.valueType, rest);
  }
  return schema instanceof z.ZodArray ? fieldsAt(schema.element, rest) : [];
}

function keysOf(keyType: unknown): string[] {
  return keyType instanceof z.ZodEnum ? keyType.options.map(String) : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}
