import { parseBoundedJson } from '../results/bounded-json.js';

/** Maximum length of a configuration, in characters. */
const longest = 1024 * 1024;
const jsonLimits = { bytes: 3 * longest, depth: 64, containers: 50_000, elements: 10_000, fields: 10_000 };

/**
 * Parses the JSON of a configuration.
 * @throws Error that says what is wrong.
 */
export function parseConfigJson(text: string): unknown {
  return parseBoundedJson(text, jsonLimits);
}

/**
 * Parses the YAML of a configuration. Refuses aliases that multiply. Prints no warnings, because they quote the text
 * and a log line must not begin with it.
 * @throws Error that says what is wrong.
 */
export async function parseConfigYaml(text: string): Promise<unknown> {
  if (text.length > longest) throw new Error(`it has more than ${longest} characters`);
  const { parse } = await import('yaml');
  return parse(text, { logLevel: 'error', maxAliasCount: 100 });
}
