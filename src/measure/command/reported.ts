import { parseBoundedJson } from '../../services/bounded-json.js';
import { httpGet } from './http-get.js';

/** A path of names is as deep as a program's metrics are. */
const mostDepth = 200;

/**
 * The sum of gauges that a program reports at an endpoint, in the text format of Prometheus (all label sets of a name
 * added up) or as JSON (a name is a path).
 * @throws where it does not answer, answers with too much, or lacks a name.
 */
export async function readReported(
  { url, names }: { readonly url: string; readonly names: readonly string[] },
  signal: AbortSignal,
): Promise<number> {
  const { status, text } = await httpGet(url, signal);
  if (status >= 300) throw new Error(`${url} answered ${status}`);
  const gauge = /^\s*[{[]/.test(text) ? inJson(parseBoundedJson(text, mostDepth)) : inPrometheusText(text, names);
  return names.reduce((sum, name) => {
    const value = gauge(name);
    if (value === undefined) throw new Error(`${url} tells no number named ${name}`);
    if (Math.abs(sum + value) > Number.MAX_SAFE_INTEGER)
      throw new Error(`${url} tells ${value}, which is no number of bytes`);
    return sum + value;
  }, 0);
}

function inJson(document: unknown): (name: string) => number | undefined {
  return (name) => {
    const found = name
      .split('.')
      .reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined,
        document,
      );
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
  };
}

/** https://prometheus.io/docs/instrumenting/exposition_formats: `name{labels} value [timestamp]`, comments with #. */
function inPrometheusText(text: string, names: readonly string[]): (name: string) => number | undefined {
  const sums = new Map<string, number>();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const [, name, value] = gaugeLine.exec(text.slice(start, end).trim()) ?? [];
    const number = Number(value);
    if (name !== undefined && names.includes(name) && Number.isFinite(number)) {
      sums.set(name, (sums.get(name) ?? 0) + number);
    }
    start = end + 1;
  }
  return (name) => sums.get(name);
}

const gaugeLine = /^([A-Za-z_:][A-Za-z0-9_:]*)(?:\{.*\})?\s+(\S+)/;
