import type { Json } from '../openapi/schema.ts';
import type { WorkflowRun } from '../state.ts';

/** What a twirp method is called with: checked fields, and the run its runtime token belongs to. */
export interface TwirpCall {
  readonly body: Json;
  readonly run: WorkflowRun;
}

/** A method: the fields of its request message, and what it does. */
export interface TwirpMethod {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly handle: (call: TwirpCall) => Json | Promise<Json>;
}

/** A service by method name. */
export type TwirpService = Readonly<Record<string, TwirpMethod>>;

/** An error in twirp's form. */
export class TwirpError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The two ids in a runtime token, which is an unsigned JWT. */
export function backendIds(header: string | undefined): readonly [string, string] | undefined {
  const payload = /^Bearer [^.]*\.([^.]*)\./.exec(header ?? '')?.[1];
  if (payload === undefined) return undefined;
  const scopes = /"scp":"([^"]*)"/.exec(Buffer.from(payload, 'base64url').toString('utf8'))?.[1] ?? '';
  const [, run = '', job = ''] = /Actions\.Results:([^: ]+):([^: ]+)/.exec(scopes) ?? [];
  return run === '' ? undefined : [run, job];
}

/** The runtime token a runner gives to the steps of a run. */
export function runtimeToken(run: WorkflowRun): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scp = `Actions.ExampleScope Actions.Results:${run.backendId}:${run.jobBackendId}`;
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp, exp: 4_102_444_800 })}.unsigned`;
}

/** What is wrong with a request message. */
export function messageProblems(name: string, method: TwirpMethod, body: Json): string[] {
  const known = new Set([...method.required, ...method.optional]);
  return [
    ...Object.keys(body)
      .filter((field) => !known.has(field))
      .map((field) => `${name} knows no field ${field}`),
    ...method.required.filter((field) => body[field] === undefined).map((field) => `${name} needs ${field}`),
  ];
}
