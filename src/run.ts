import { compareResults, type Rules } from './compare/compare.js';
import type { Comparison } from './compare/verdict.js';
import type { Config } from './config/config.js';
import { EnvironmentError, UsageError } from './errors.js';
import { reserveFolder } from './files/folder-lock.js';
import { writeWhole } from './files/write-whole.js';
import { writeHtmlReport } from './html-report.js';
import { findProfiler, type ProfilerProgram } from './measure/native/profiler-program.js';
import { nativeSubject } from './measure/native/subject.js';
import { profiles } from './measure/profile.js';
import { Measuring, type Profiling } from './measuring.js';
import { htmlPath, reportPath, resultsPath } from './out-paths.js';
import { redact, redactDeep } from './output/secrets.js';
import { ownPackage } from './package-root.js';
import type { Progress } from './progress.js';
import { countOf, formatCommit, namedIds } from './report/format.js';
import { dirtyWords } from './report/headline.js';
import { renderMarkdown } from './report/markdown.js';
import {
  type BaselinePlace,
  type BaselineSource,
  type FoundBaseline,
  findBaseline,
  type SavedBaseline,
  saveBaseline,
} from './results/baseline.js';
import { beginResults, type CaseHead, type ResumedResults, resumeResults } from './results/begin.js';
import { currentCommit, describeEnvironment } from './results/environment.js';
import type { Results, StoredRules } from './results/schema.js';
import { shownVariables } from './results/shown-variables.js';
import { type Scope, unlessInterrupted } from './scope.js';
import { installedPackages } from './services/installed-packages.js';
import { measuredNodeVersion, withoutTypeScript } from './services/measured-node.js';
import { type PreparedServices, prepareServices } from './services/prepare.js';
import type { Case } from './suite/cases.js';
import type { Need } from './suite/define.js';
import { packagesImportedBy } from './suite/scenario-packages.js';
import { type SelectedCase, type SelectedCases, selectCases, selectionOf } from './suite/select.js';

/** The outcome of a run, for its entry point to print. */
export interface RunOutcome<Found extends FoundBaseline> {
  readonly comparison: Comparison;
  readonly results: Results;
  readonly baseline: Found;
  readonly resultsPath: string;
  readonly reportPath: string;
  readonly htmlPath: string;
  /** The baseline that was written, if any. */
  readonly savedBaseline: SavedBaseline | undefined;
}

/**
 * Runs a suite: selects the cases, prepares the services, measures (writing the results after every sample), compares
 * with the baseline, records where memory comes from, profiles native memory, reports, and refreshes the baseline if
 * requested.
 */
export async function run<Found extends FoundBaseline>(
  config: Config,
  scope: Scope,
  progress: Progress,
  baselineOf: BaselineSource<Found>,
): Promise<RunOutcome<Found>> {
  const plan = await planRun(config, scope, progress);
  const release = await reserveFolder(config.out);
  try {
    return await runIn(config, plan, scope, progress, baselineOf);
  } finally {
    release();
  }
}

/** Everything a run needs before it writes anything. */
interface RunPlan {
  readonly selected: SelectedCases;
  readonly services: PreparedServices;
  readonly nodeFlags: readonly string[];
  readonly profiling: Profiling | undefined;
}

async function planRun(config: Config, scope: Scope, progress: Progress): Promise<RunPlan> {
  const profiler = config.profiler && (await findProfiler(config.profiler));
  // Needed first: from the next step on, scenario files are loaded by this Node.
  const node = await unlessInterrupted(measuredNodeVersion(config.nodePath), scope.signal);
  const nodeFlags = withoutTypeScript(node);
  const selected = await selectCases(config, { ...scope, nodeFlags });
  const services = await unlessInterrupted(openServices(config, selected, scope), scope.signal);
  const profiling = profiler && planProfiling(profiler, selected.cases, services, progress);
  return { selected, services, nodeFlags, profiling };
}

/** The run itself, in a folder that no other run uses. */
async function runIn<Found extends FoundBaseline>(
  config: Config,
  { selected, services, nodeFlags, profiling }: RunPlan,
  scope: Scope,
  progress: Progress,
  baselineOf: BaselineSource<Found>,
): Promise<RunOutcome<Found>> {
  const { cases, unusedGlobs } = selected;
  const { results, dropped } = await openResults(config, selected, services);
  const early = await baselineOf(results.environment.key, 'before');
  progress.say(opening(cases, config, services, early, results.commit));
  const kept = results.cases.reduce((sum, { samples }) => sum + samples.length, 0);
  if (unusedGlobs.length > 0) {
    progress.say(
      `not applied, because these scenarios have no such case: budgets and thresholds of ${unusedGlobs.join(', ')}`,
    );
  }
  if (config.resume) progress.say(resumed(kept, dropped));

  const measuring = new Measuring({ config, cases, results, services, nodeFlags, profiling }, scope, progress);
  await measuring.planned();
  const baseline = early.pending ? await baselineOf(results.environment.key, 'after') : early;
  const judge = () => compareResults(results, baseline.results, rulesOf(config), baseline.absence);
  await measuring.undecided(judge);
  const judged = await measuring.followUps(judge);
  measuring.noteLeaks(judged);
  const explained = [await measuring.sites(judged), await measuring.native()];
  const comparison = explained.includes(true) ? judge() : judged;
  await measuring.close();

  await writeWhole(reportPath(config), renderMarkdown(comparison, results, baseline.results));
  await writeHtmlReport(htmlPath(config), { comparison, results, baselineResults: baseline.results });
  const savedBaseline = config.updateBaseline ? await saveBaseline(placeOf(config), results) : undefined;
  return {
    comparison,
    results,
    baseline,
    resultsPath: resultsPath(config),
    reportPath: reportPath(config),
    htmlPath: htmlPath(config),
    savedBaseline,
  };
}

/**
 * Selects the cases whose native memory can be profiled, and prints why the others are not.
 * @throws UsageError if there are none.
 */
function planProfiling(
  program: ProfilerProgram,
  cases: readonly Case[],
  services: PreparedServices,
  progress: Progress,
): Profiling {
  const skipped = new Map<string, string[]>();
  const caseIds = new Set<string>();
  for (const measured of cases) {
    if (skipReason(measured, services) !== undefined) continue;
    const subject = nativeSubject(measured, program.profiler, services.qdrantOrigin);
    if ('process' in subject) caseIds.add(measured.id);
    else skipped.set(subject.skipped, [...(skipped.get(subject.skipped) ?? []), measured.id]);
  }
  if (caseIds.size === 0) {
    const missing = cases.flatMap((measured) => skipReason(measured, services) ?? []);
    const why = [...new Set([...missing, ...skipped.keys()])].join('; ');
    throw new UsageError(`${program.profiler} can profile none of the cases: ${why}`, {
      remedy: 'Choose other cases (--filter), or leave --profiler out.',
    });
  }
  for (const [why, ids] of skipped) progress.say(`not profiled: ${why} (${ids.join(', ')})`);
  return { program, caseIds };
}

/** The baseline of a local run: the file that the configuration names. */
export function filedBaseline(config: Config): BaselineSource {
  return (environmentKey) => findBaseline(placeOf(config), environmentKey);
}

function placeOf({ baseline, baselineRequired, updateBaseline }: Config): BaselinePlace {
  return { path: baseline, required: baselineRequired && !updateBaseline, replaceable: updateBaseline };
}

/** The rules a configuration judges by. */
export function rulesOf({ thresholds, budgets, failOn }: Config): Rules {
  return { thresholds, budgets, failOn };
}

/** The same rules, as stored in the results document. */
function storedRules({ thresholds, budgets, failOn }: Config): StoredRules {
  return { budgets, thresholds, failOn: [...failOn] };
}

function opening(
  cases: readonly Case[],
  config: Config,
  services: PreparedServices,
  { results, absence, place, pending }: FoundBaseline,
  commit: Results['commit'],
): string {
  const skipped = cases.filter((measured) => skipReason(measured, services) !== undefined);
  const baseline =
    results !== undefined ? `baseline ${place}` : pending ? `baseline ${place}, later` : absenceWords(absence);
  return [
    ...services.notes,
    `measuring ${countOf(cases.length - skipped.length, 'case')}, ${countOf(config.repeats, 'sample')} each; ${baseline}`,
    ...(commit?.dirty ? [`${formatCommit(commit.sha)} is measured${dirtyWords(commit)}`] : []),
    ...idleGrowthLimits(cases),
    ...Object.entries(services.absent).map(([need, why]) => `skipping the cases that need ${need}: ${why}`),
    ...(services.absent.model === undefined
      ? []
      : [`the environment key still names ${services.modelId}, so the other cases stay comparable with its baseline`]),
  ].join('\n');
}

/** A growth limit of this many percent is never reached: it was set only to switch leak detection on. */
const idlePercent = 1_000;

/** A hint for old configurations, in which a growth limit switched leak detection on. */
function idleGrowthLimits(cases: readonly Case[]): string[] {
  const idle = cases.filter(({ budgets }) => (budgets.growth_percent ?? 0) >= idlePercent).map(({ id }) => id);
  if (idle.length === 0) return [];
  return [
    `growth.maxPercent is only a budget now, and leaks are looked for without it; a limit of ${idlePercent} % or more can be removed: ${namedIds(idle)}`,
  ];
}

function absenceWords(absence: FoundBaseline['absence']): string {
  switch (absence?.kind) {
    case 'unavailable':
      return `not compared: ${absence.reason}`;
    case 'not-requested':
      return 'compared with no baseline';
    default:
      return 'no baseline yet';
  }
}

function resumed(kept: number, dropped: number): string {
  const left =
    dropped === 0
      ? ''
      : `; ${dropped} not used: failed, of cases that changed or are not selected, or beyond --repeats`;
  return `${countOf(kept, 'sample')} kept from the run before${left}`;
}

async function openServices(
  config: Config,
  { cases, needs: all }: SelectedCases,
  scope: Scope,
): Promise<PreparedServices> {
  const needs = new Set(cases.flatMap((measured) => measured.needs));
  // The model is part of the environment key, even for cases that do not use it.
  if (all.has('model')) needs.add('model');
  const { qdrantEnv } = profiles[config.profile];
  const services = await prepareServices(config, { needs, qdrantEnv, ...scope });
  if (cases.every((measured) => skipReason(measured, services) !== undefined)) {
    throw new EnvironmentError(`nothing can be measured here: ${Object.values(services.absent).join('; ')}`, {
      remedy:
        config.qdrant.kind === 'none'
          ? 'Allow a Qdrant server, or choose cases that need none.'
          : 'Run `memory-bench doctor`, which shows what is missing and how to fix it.',
    });
  }
  return services;
}

async function openResults(
  config: Config,
  { cases, files }: SelectedCases,
  services: PreparedServices,
): Promise<ResumedResults> {
  const commit = currentCommit(config.workingDirectory) ?? (config.commit && { sha: config.commit, dirty: false });
  const head = {
    tool: ownPackage(),
    ...(commit ? { commit } : {}),
    selection: selectionOf(config),
    rules: storedRules(config),
    environment: describeEnvironment({
      modelId: services.modelId,
      qdrant: config.qdrant.kind === 'url' ? 'external' : 'own',
      profile: config.profile,
      subject: { ...services.versions, ...shownVariables(config.env) },
      // A package version may be a URL that contains a token.
      packages: redactDeep(installedPackages(config.workingDirectory, packagesImportedBy(files))),
      qdrantOrigin: services.qdrantOrigin,
    }),
  };
  const fresh = beginResults(
    head,
    cases.map((measured) => headOf(measured, services)),
  );
  return config.resume ? resumeResults(fresh, resultsPath(config)) : { results: fresh, dropped: 0 };
}

function headOf(measured: SelectedCase, services: PreparedServices): CaseHead {
  const { id, source, description, tags, definitionHash, budgets, thresholds, growthLimited, leaks } = measured;
  const lacks = missingNeed(measured, services);
  const skipped = skipReason(measured, services);
  const own = Object.keys(thresholds).length === 0 ? {} : { thresholds };
  const head = { id, source, description, tags: [...tags], definitionHash, budgets, ...own, growthLimited, leaks };
  return skipped === undefined
    ? head
    : { ...head, skipped: redact(skipped), ...(lacks === undefined ? {} : { lacks }) };
}

function skipReason(measured: Case, services: PreparedServices): string | undefined {
  const need = missingNeed(measured, services);
  return need && `needs ${need}: ${services.absent[need]}`;
}

function missingNeed({ needs }: Case, { absent }: PreparedServices): Need | undefined {
  return needs.find((name) => absent[name] !== undefined);
}
