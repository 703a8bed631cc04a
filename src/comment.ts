import { readCommentInputs } from './config/action-inputs.js';
import { ExitCode } from './errors.js';
import { tellOnRunner } from './github/exit.js';
import { leave } from './leave.js';

process.on('uncaughtException', (error) => tellOnRunner(error).then(process.exit));
leave(await main().catch(tellOnRunner));

async function main(): Promise<ExitCode> {
  const config = readCommentInputs(process.env);
  const [{ commentOnFinishedRun }, { readContext }] = await Promise.all([
    import('./after-run.js'),
    import('./github/context.js'),
  ]);
  await commentOnFinishedRun(config, readContext(process.env));
  return ExitCode.ok;
}
