import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scenarioEnvironment } from '../services/child-environment.js';

/**
 * A syntax error with its position, the line and a marker below it; importing reports only that there is one. Undefined
 * for other errors, and if the error is in another file.
 */
export async function syntaxErrorIn(url: string, error: string, nodePath: string): Promise<string | undefined> {
  if (!error.startsWith('SyntaxError')) return undefined;
  const check = promisify(execFile)(nodePath, ['--check', fileURLToPath(url)], { env: scenarioEnvironment() });
  const stderr = await check.then(
    () => '',
    (thrown: unknown) => (thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''),
  );
  // The rest is Node's own stack.
  return stderr === '' ? undefined : stderr.split(/\n\s+at /)[0];
}
