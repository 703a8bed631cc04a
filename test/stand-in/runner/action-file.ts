import { readFileSync } from 'node:fs';
import { isObject, type Json } from '../openapi/schema.ts';

/** What a runner takes from an action.yml. */
export interface ActionFile {
  readonly using: string;
  readonly main: string;
  readonly post: string | undefined;
  /** Defaults by input; undefined for an input without one. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  readonly outputs: readonly string[];
}

/** Reads an action.yml. The parser is the caller's: `parse` of the package yaml. */
export function readAction(path: string, parse: (text: string) => unknown): ActionFile {
  const document = object(parse(readFileSync(path, 'utf8')));
  const runs = object(document.runs);
  const inputs = Object.entries(object(document.inputs ?? {}));
  return {
    using: String(runs.using),
    main: String(runs.main),
    post: runs.post === undefined ? undefined : String(runs.post),
    inputs: Object.fromEntries(inputs.map(([name, input]) => [name, defaultOf(input)])),
    outputs: Object.keys(object(document.outputs ?? {})),
  };
}

/** The `INPUT_*` variables of a step: its `with`, then the defaults, whose expressions are looked up in `contexts`. */
export function inputVariables(
  action: ActionFile,
  given: Readonly<Record<string, string>>,
  contexts: Json,
): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(action.inputs))
    variables[variableOf(name)] = evaluated(value ?? '', contexts);
  for (const [name, value] of Object.entries(given)) variables[variableOf(name)] = value;
  return variables;
}

/** Inputs a step gives that the action does not have; the runner warns about them. */
export function unexpectedInputs(action: ActionFile, given: Readonly<Record<string, string>>): string[] {
  const known = new Set(Object.keys(action.inputs).map((name) => name.toLowerCase()));
  return Object.keys(given).filter((name) => !known.has(name.toLowerCase()));
}

function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

function evaluated(text: string, contexts: Json): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const [, path = expression] = /^toJSON\((.+)\)$/i.exec(expression) ?? [];
    if (path === expression && !path.includes('.')) throw unknownExpression(expression);
    if (!/^[\w-]+(\.[\w-]+)*$/.test(path)) throw unknownExpression(expression);
    let value: unknown = contexts;
    for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
    if (path !== expression) return JSON.stringify(value ?? null, undefined, 2);
    return value === undefined || value === null ? '' : String(value);
  });
}

function unknownExpression(expression: string): Error {
  return new Error(`the runner's contract knows no expression ${expression}`);
}

function defaultOf(input: unknown): string | undefined {
  const value = isObject(input) ? input.default : undefined;
  return value === undefined ? undefined : String(value);
}

function object(value: unknown): Json {
  if (!isObject(value)) throw new Error('the action file is not shaped as one');
  return value;
}
