// Imports a configuration file in a separate process and reports its default export. A file that throws, hangs or exits
// takes down only this process.
import { stackText } from '../error-text.js';
import { answerWith, receiveToken } from '../services/answer.js';

const [, , url = ''] = process.argv;
const token = receiveToken();

try {
  const { default: exported }: { default?: unknown } = await import(url);
  answer({ config: await withoutInterop(exported) });
} catch (error) {
  answer({ error: stackText(error) });
}

/** Unwraps the object that compilers emit for `export default` in CommonJS. */
function withoutInterop(exported: unknown): unknown {
  const isCompiled = typeof exported === 'object' && exported !== null && '__esModule' in exported;
  return isCompiled && 'default' in exported ? exported.default : exported;
}

function answer(message: object): void {
  answerWith(token, JSON.stringify(message, dataAlone));
}

/** Refuses functions: JSON would drop them, and the setting they were meant to decide. */
function dataAlone(key: string, value: unknown): unknown {
  if (typeof value === 'function') throw new TypeError(`${key} is a function: a configuration holds data alone`);
  return value;
}
