import { parseBoundedJson } from '../../results/bounded-json.js';
import { limits } from '../../results/limits.js';
import { httpGet } from './http-get.js';

/**
 * The sum of gauges that a program reports at an endpoint, in the text format of Prometheus (all label sets of a name
 * added up) or as JSON (a name is a path).
 * @throws if it does not answer, the answer is too large, or a name is missing.
 */
export async function readReported(
  { url, names }: { readonly url: string; readonly names: readonly string[] },
  signal: AbortSignal,
): Promise<number> {
  const { status, text } = await httpGet(url, signal);
  if (status >= 300) throw new Error(`${url} answered ${status}`);
  return sumOfGauges(text, names, url);
}

/**
 * The sum of gauges in the text of an endpoint, which is part of the measured program.
 * @throws Error if a name is missing, or the sum is not a number of bytes.
 */
export function sumOfGauges(text: string, names: readonly string[], url: string): number {
  const gauge = /^\s*[{[]/.test(text) ? inJson(parseBoundedJson(text, metricsLimits)) : inPrometheusText(text, names);
  const sum = names.reduce((total, name) => {
    const value = gauge(name);
    if (value === undefined) throw new Error(`${url} has no number named ${name}`);
    return total + value;
  }, 0);
  if (sum >= 0 && sum <= limits.number) return sum;
  throw new Error(`${url} reports ${sum} bytes for ${names.join(', ')}`);
}

/** Far more than the metrics of a program need. */
const metricsLimits = { bytes: 16 * 1024 * 1024, depth: 64, containers: 200_000, elements: 100_000, fields: 100_000 };

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
