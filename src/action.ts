import { join } from 'node:path';
import { readActionInputs } from './config/action-inputs.js';
import { withdrawInputs } from './config/inputs.js';
import { ExitCode } from './errors.js';
import { tellOnRunner } from './github/exit.js';
import { leave } from './leave.js';
import { secretsIn } from './output/environment-secrets.js';
import { keepSecret } from './output/secrets.js';
import { ownPackage } from './package-root.js';
import { requireAddressSpace } from './services/address-space.js';

// An uncaught exception must not exit with Node's status 1, which means a failed verdict.
process.on('uncaughtException', (error) => tellOnRunner(error).then(process.exit));
leave(await main().catch(tellOnRunner));

async function main(): Promise<ExitCode> {
  requireAddressSpace();
  keepSecret(...secretsIn(process.env));
  const settings = await readActionInputs(process.env);
  withdrawInputs(process.env);
  const { name, version } = ownPackage();
  process.stdout.write(`${name} ${version}: the inputs are in order\n`);
  // The GitHub client is large: load it lazily so that input errors surface first.
  const [{ checkOnRunner }, { readContext }] = await Promise.all([
    import('./on-runner.js'),
    import('./github/context.js'),
  ]);
  const ledger = join(process.env.RUNNER_TEMP ?? settings.config.out, `memory-bench-${process.pid}.ledger`);
  return (await checkOnRunner(settings, readContext(process.env), ledger)) ? ExitCode.ok : ExitCode.verdict;
}
