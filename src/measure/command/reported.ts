import { httpGet } from './http-get.js';

/**
 * The sum of gauges that a program tells at an endpoint, in the text format of Prometheus (all label sets of a name added
 * up) or as JSON (a name is a path).
 * @throws where it does not answer, or lacks a name.
 */
export async function readReported(
  { url, names }: { readonly url: string; readonly names: readonly string[] },
  signal: AbortSignal,
): Promise<number> {
  const { status, text } = await httpGet(url, signal);
  if (status >= 300) throw new Error(`${url} answered ${status}`);
  const gauge = /^\s*[{[]/.test(text) ? inJson(JSON.parse(text)) : inPrometheusText(text);
  return names.reduce((sum, name) => {
    const value = gauge(name);
    if (value === undefined) throw new Error(`${url} tells no number named ${name}`);
    return sum + value;
  }, 0);
}

function inJson(document: unknown): (name: string) => number | undefined {
  return (name) => {
    const found = name
      .split('.')
      .reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null ? Object.entries(at).find(([is]) => is === key)?.[1] : undefined,
        document,
      );
    return typeof found === 'number' ? found : undefined;
  };
}

/** https://prometheus.io/docs/instrumenting/exposition_formats: `name{labels} value [timestamp]`, comments with #. */
function inPrometheusText(text: string): (name: string) => number | undefined {
  const sums = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Za-z_:][A-Za-z0-9_:]*)(?:\{.*\})?\s+(\S+)/.exec(line.trim()) ?? [];
    const number = Number(value);
    if (name !== undefined && Number.isFinite(number)) sums.set(name, (sums.get(name) ?? 0) + number);
  }
  return (name) => sums.get(name);
}
