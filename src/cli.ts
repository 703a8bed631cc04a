import { styleText } from 'node:util';
import { compareResults } from './compare/compare.js';
import type { Comparison } from './compare/verdict.js';
import { parseCommandLine, type Request } from './config/command-line.js';
import type { Config } from './config/config.js';
import { examine, renderFindings } from './doctor.js';
import { ExitCode, reportError, UsageError } from './errors.js';
import { openPage, writeHtmlReport } from './html-report.js';
import { leave } from './leave.js';
import { listCases } from './list.js';
import { secretsIn } from './output/environment-secrets.js';
import { keepSecret } from './output/secrets.js';
import { guardStandardStreams, printJson, printText, sayError } from './output/standard-streams.js';
import { issuesUrl, ownPackage } from './package-root.js';
import { Progress } from './progress.js';
import { unsettledNotes } from './report/baseline-notes.js';
import { countOf } from './report/format.js';
import { plainText } from './report/plain-text.js';
import { type Painter, plain, renderTerminal } from './report/terminal.js';
import { findBaseline, type SavedBaseline } from './results/baseline.js';
import type { Results } from './results/schema.js';
import { readResults } from './results/store.js';
import { filedBaseline, rulesOf, run } from './run.js';
import { type ScopeOptions, withScope } from './scope.js';
import { measuredNodeVersion, withoutTypeScript } from './services/measured-node.js';
import { requireKnownGlobs, selectCases } from './suite/select.js';
import { terminalOf } from './terminal.js';

guardStandardStreams();
keepSecret(...secretsIn(process.env));
// An uncaught exception must not exit with Node's status 1, which means a failed verdict.
process.on('uncaughtException', (error) => process.exit(tellError(error)));
leave(await main().catch(tellError));

async function main(): Promise<ExitCode> {
  const request = await parseCommandLine(process.argv.slice(2), ownPackage().version, process.cwd());
  switch (request.kind) {
    case 'text':
      printText(request.text);
      return ExitCode.ok;
    case 'run':
      return runSuite(request);
    case 'list':
      return list(request);
    case 'compare':
      return compareFiles(request);
    case 'report':
      return report(request);
    case 'doctor':
      return doctor(request);
    case 'init':
      return setUp(request);
  }
}

async function runSuite({ config }: Extract<Request, { kind: 'run' }>): Promise<ExitCode> {
  const progress = new Progress(process.stderr, terminalOf(process.stderr));
  const outcome = await withScope((scope) => run(config, scope, progress, filedBaseline(config)), leftIn(config));
  tell(outcome, config.json);
  if (!config.json) {
    printText(`results  ${outcome.resultsPath}`);
    printText(`report   ${outcome.reportPath}`);
    printText(`charts   ${outcome.htmlPath}`);
    if (outcome.savedBaseline !== undefined) printText(describeSaved(outcome.savedBaseline));
  }
  if (outcome.savedBaseline !== undefined) {
    for (const note of unsettledNotes(outcome.savedBaseline.unsettled)) sayError(`warning: ${plainText(note)}`);
  }
  return exitCodeOf(outcome.comparison);
}

async function list({ config }: Extract<Request, { kind: 'list' }>): Promise<ExitCode> {
  const nodeFlags = withoutTypeScript(await measuredNodeVersion(config.nodePath));
  const { cases } = await withScope((scope) => selectCases(config, { ...scope, nodeFlags }), leftIn(config));
  if (config.json) printJson(cases);
  else printText(listCases(cases));
  return ExitCode.ok;
}

async function compareFiles(request: Extract<Request, { kind: 'compare' }>): Promise<ExitCode> {
  const results = await readResults(request.results, 'results');
  const baseline = await readBaseline(request.baseline, results.environment.key);
  if (!baseline.cases.some(({ id }) => results.cases.some((result) => result.id === id))) {
    throw new UsageError(`${request.baseline} and ${request.results} have no case in common`, {
      remedy: 'Check that both are of the same scenarios.',
    });
  }
  requireKnownGlobs(
    request.config,
    [...results.cases, ...baseline.cases].map(({ id }) => id),
  );
  const comparison = compareResults(results, baseline, rulesOf(request.config));
  tell({ comparison, results }, request.config.json);
  return exitCodeOf(comparison);
}

/** Renders the report without judging: a failed verdict does not fail this command. */
async function report({ config, results: path, page, open }: Extract<Request, { kind: 'report' }>): Promise<ExitCode> {
  const results = await readResults(path, 'results');
  const { results: baselineResults, absence } = await filedBaseline(config)(results.environment.key, 'after');
  const comparison = compareResults(results, baselineResults, rulesOf(config), absence);
  await writeHtmlReport(page, { comparison, results, baselineResults });
  printText(page);
  if (open) await openPage(page);
  return ExitCode.ok;
}

/** Reads a baseline file, or this environment's file in a folder. */
async function readBaseline(path: string, environmentKey: string): Promise<Results> {
  const { results } = await findBaseline({ path, required: true }, environmentKey);
  if (results === undefined) throw new UsageError(`there is no baseline at ${path}`);
  return results;
}

async function doctor({ config }: Extract<Request, { kind: 'doctor' }>): Promise<ExitCode> {
  const findings = await withScope((scope) => examine(config, scope), leftIn(config));
  printText(renderFindings(findings));
  return findings.some(({ state }) => state === 'missing') ? ExitCode.environment : ExitCode.ok;
}

async function setUp(request: Extract<Request, { kind: 'init' }>): Promise<ExitCode> {
  const { init } = await import('./init/init.js');
  printText(await init(request));
  return ExitCode.ok;
}

function tell({ comparison, results }: { comparison: Comparison; results: Results }, json: boolean): void {
  const terminal = terminalOf(process.stdout);
  const screen = terminal && { columns: terminal.columns(), unicode: terminal.unicode, results };
  if (json) printJson(comparison);
  else printText(renderTerminal(comparison, painter(), screen));
}

/** Options that report processes left behind by a run, on standard error. */
function leftIn({ workingDirectory }: Config): ScopeOptions {
  return { workingDirectory, warn: (message) => sayError(`memory-bench: warning: ${message}`) };
}

function describeSaved({ path, replaced, kept, replacedUnreadable }: SavedBaseline): string {
  const lost =
    replacedUnreadable === true ? '; the one before could not be read, its other cases and history are lost' : '';
  return `baseline ${path} (${countOf(replaced, 'case')} updated${kept === 0 ? '' : `, ${kept} kept`}${lost})`;
}

function exitCodeOf({ fails }: Comparison): ExitCode {
  return fails ? ExitCode.verdict : ExitCode.ok;
}

/** Reports an error and returns its exit status. No other function converts errors to statuses. */
function tellError(thrown: unknown): ExitCode {
  const { message, remedy, exitCode } = reportError(thrown, issuesUrl(process.env));
  sayError([`memory-bench: ${message}`, remedy].filter((part) => part !== '').join('\n'));
  return exitCode;
}

function painter(): Painter {
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  if (!coloured) return plain;
  return {
    bad: (text) => styleText('red', text),
    good: (text) => styleText('green', text),
    uncertain: (text) => styleText('yellow', text),
    dim: (text) => styleText('dim', text),
  };
}
