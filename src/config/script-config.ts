import { z } from 'zod';
import { UsageError } from '../errors.js';
import { compiledEntry } from '../package-root.js';
import { withScope } from '../scope.js';
import { askProcess } from '../services/ask-process.js';
import { environmentWithoutSecrets } from '../services/child-environment.js';
import { withoutTypeScript } from '../services/measured-node.js';
import { ScenarioCompiler } from '../suite/compile.js';
import { inOriginalTerms } from '../suite/original-positions.js';
import { syntaxErrorIn } from '../suite/syntax-error.js';

const readWithinMs = 30_000;

/** The complete answer of the process that imports the file. */
const answerSchema = z.union([
  z.strictObject({ error: z.string() }),
  z.strictObject({ config: z.unknown().optional() }),
]);

/**
 * Returns the default export of a TypeScript or JavaScript configuration, imported in a separate process. The scope of
 * that process covers only this read, because nothing else done with a configuration needs one.
 * @throws UsageError if the file cannot be imported or exports nothing; InterruptedError when it is cancelled.
 */
export function readScript(path: string, workingDirectory: string): Promise<unknown> {
  return withScope(async ({ folder, guardian, signal }) => {
    const { url, sources } = await new ScenarioCompiler(folder).compile(path);
    const reply = await askProcess({
      // memory-bench's own Node: the configuration decides which Node is measured.
      nodePath: process.execPath,
      nodeFlags: withoutTypeScript(process.version),
      command: [compiledEntry('config/config-entry'), url],
      workingDirectory,
      // Unlike measured code, a configuration may read variables such as CI.
      env: environmentWithoutSecrets(),
      withinMs: readWithinMs,
      folder,
      guardian,
      signal,
    });
    if ('ended' in reply) {
      throw new UsageError(
        `the configuration ${path} could not be read: importing it ended the process with ${inOriginalTerms(reply.ended, sources)}`,
        { remedy: `Its top level must not exit, nor take more than ${readWithinMs / 1000} s.` },
      );
    }
    const parsed = answerSchema.safeParse(reply.answer);
    if (!parsed.success) {
      throw new UsageError(`the configuration ${path} could not be read: its export cannot be written as JSON`, {
        remedy: 'Importing it must not replace what JSON.stringify uses, such as `toJSON` of a built-in prototype.',
      });
    }
    const answer = parsed.data;
    if ('error' in answer) {
      const told = (await syntaxErrorIn(url, answer.error, process.execPath)) ?? answer.error;
      throw new UsageError(`the configuration ${path} threw on import:\n${inOriginalTerms(told, sources)}`, {
        remedy: 'Mend the file; importing it must not throw.',
      });
    }
    if (answer.config === undefined) {
      throw new UsageError(`the configuration ${path} has no default export`, {
        remedy: 'Write `export default defineConfig({ ... })`, or `module.exports = { ... }` in CommonJS.',
      });
    }
    return answer.config;
  });
}
