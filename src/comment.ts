import { readCommentInputs } from './config/action-inputs.js';
import { withdrawInputs } from './config/inputs.js';
import { ExitCode } from './errors.js';
import { tellOnRunner } from './github/exit.js';
import { leave } from './leave.js';
import { secretsIn } from './output/environment-secrets.js';
import { keepSecret } from './output/secrets.js';

process.on('uncaughtException', (error) => tellOnRunner(error).then(process.exit));
leave(await main().catch(tellOnRunner));

async function main(): Promise<ExitCode> {
  keepSecret(...secretsIn(process.env));
  const config = readCommentInputs(process.env);
  withdrawInputs(process.env);
  const [{ commentOnFinishedRun }, { readContext }] = await Promise.all([
    import('./after-run.js'),
    import('./github/context.js'),
  ]);
  await commentOnFinishedRun(config, readContext(process.env));
  return ExitCode.ok;
}
