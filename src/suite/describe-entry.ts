// A separate process that imports one scenario file and reports its exports. A file that throws, hangs or exits ends
// only this process, and whatever it loads stays out of memory-bench's.
import { stackText } from '../error-text.js';
import { answerWith, receiveToken } from '../services/answer.js';

const [, , scenarioUrl = ''] = process.argv;
const token = receiveToken();

try {
  const module: Record<string, unknown> = await import(scenarioUrl);
  // Newer versions of Node export the value of a CommonJS module under this name as well as `default`.
  const { 'module.exports': _, ...exported } = module;
  const scenarios = Object.entries(exported).flatMap(([exportName, value]) =>
    looksLikeScenario(value) ? [{ ...value, exportName, functions: functionsOf(value) }] : [],
  );
  answer({ scenarios });
} catch (error) {
  answer({ error: stackText(error) });
}

function looksLikeScenario(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || !('name' in value)) return false;
  return ['run', 'cases', 'params', 'command'].some((field) => field in value);
}

function functionsOf(value: object): string[] {
  return Object.entries(value).flatMap(([key, member]) => (typeof member === 'function' ? [key] : []));
}

function answer(message: object): void {
  // JSON drops the functions; the engine only needs to know that they are there.
  answerWith(token, JSON.stringify(message));
}
