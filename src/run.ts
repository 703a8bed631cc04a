import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareResults, type Rules } from './compare/compare.js';
import type { Comparison } from './compare/verdict.js';
import type { Config } from './config/config.js';
import { EnvironmentError, InterruptedError } from './errors.js';
import { profiles } from './measure/profile.js';
import { type CaseToMeasure, measureCases } from './measure/runner.js';
import { ownPackage } from './package-root.js';
import type { Progress } from './progress.js';
import { countOf } from './report/format.js';
import { renderMarkdown } from './report/markdown.js';
import { findBaseline, type SavedBaseline, saveBaseline } from './results/baseline.js';
import { beginResults, type CaseHead, resumeResults } from './results/begin.js';
import { currentCommit, describeEnvironment } from './results/environment.js';
import type { Results } from './results/schema.js';
import { suites } from './results/selection.js';
import { writeResults, writeWhole } from './results/store.js';
import { type Scope, unlessInterrupted } from './scope.js';
import { type PreparedServices, prepareServices } from './services/prepare.js';
import type { Case } from './suite/cases.js';
import { type SelectedCase, type SelectedCases, selectCases, selectionOf } from './suite/select.js';

/** What a run leaves behind for its door to print. */
export interface RunOutcome {
  readonly comparison: Comparison;
  readonly resultsPath: string;
  readonly reportPath: string;
  /** The baseline that was written, where one was. */
  readonly savedBaseline: SavedBaseline | undefined;
}

/**
 * The story: select the cases, make the services ready, measure (writing the results after every sample), compare with
 * the baseline, report, and refresh the baseline where that was asked for.
 */
export async function run(config: Config, scope: Scope, progress: Progress): Promise<RunOutcome> {
  const selected = await selectCases(config, scope);
  const { cases } = selected;
  const services = await unlessInterrupted(openServices(config, selected, scope), scope.signal);
  const results = await openResults(config, cases, services);
  const baselinePlace = {
    path: config.baseline,
    required: config.baselineRequired && !config.updateBaseline,
    replaceable: config.updateBaseline,
  };
  const baseline = await findBaseline(baselinePlace, results.environment.key);
  progress.say(opening(cases, config, services, baseline.results && baseline.path));
  const kept = results.cases.reduce((sum, { samples }) => sum + samples.length, 0);
  if (kept > 0) progress.say(`${countOf(kept, 'sample')} kept from the run before`);

  await measure(config, cases, results, services, scope, progress);

  const comparison = compareResults(results, baseline.results, rulesOf(config));
  await writeWhole(reportPath(config), renderMarkdown(comparison));
  const savedBaseline = config.updateBaseline ? await saveBaseline(baselinePlace, results) : undefined;
  return { comparison, resultsPath: resultsPath(config), reportPath: reportPath(config), savedBaseline };
}

/** The rules a configuration judges by. */
export function rulesOf({ thresholds, budgets, failOn }: Config): Rules {
  return { thresholds, budgets, failOn };
}

function opening(
  cases: readonly Case[],
  config: Config,
  services: PreparedServices,
  baseline: string | undefined,
): string {
  const skipped = cases.filter((measured) => skipReason(measured, services) !== undefined);
  return [
    `measuring ${countOf(cases.length - skipped.length, 'case')}, ${countOf(config.repeats, 'sample')} each; ${baseline ? `baseline ${baseline}` : 'no baseline yet'}`,
    ...Object.entries(services.absent).map(([need, why]) => `skipping the cases that need ${need}: ${why}`),
  ].join('\n');
}

async function openServices(
  config: Config,
  { cases, needs: all }: SelectedCases,
  scope: Scope,
): Promise<PreparedServices> {
  const needs = new Set(cases.flatMap((measured) => measured.needs));
  // The model names the environment, also for the cases that do without it.
  if (all.has('model')) needs.add('model');
  const { qdrantEnv } = profiles[config.profile];
  const services = await prepareServices(config, { needs, qdrantEnv, ...scope });
  if (cases.every((measured) => skipReason(measured, services) !== undefined)) {
    throw new EnvironmentError(`nothing can be measured here: ${Object.values(services.absent).join('; ')}`, {
      remedy: 'Run `memory-bench doctor`: it says what is missing and how to mend it.',
    });
  }
  return services;
}

async function openResults(
  config: Config,
  cases: readonly SelectedCase[],
  services: PreparedServices,
): Promise<Results> {
  const commit = currentCommit(config.workingDirectory);
  const subject = { node: process.version, ...services.versions };
  const head = {
    tool: ownPackage(),
    ...(commit === undefined ? {} : { commit }),
    selection: selectionOf(config),
    environment: describeEnvironment({
      modelId: services.model?.id,
      qdrant: config.qdrant.kind === 'url' ? 'external' : 'own',
      profile: config.profile,
      subject,
    }),
  };
  const fresh = beginResults(
    head,
    cases.map((measured) => headOf(measured, services)),
  );
  return config.resume ? resumeResults(fresh, resultsPath(config)) : fresh;
}

function headOf(measured: SelectedCase, services: PreparedServices): CaseHead {
  const { id, source, description, tags, definitionHash, budgets, growthLimited } = measured;
  const skipped = skipReason(measured, services);
  const head = { id, source, description, tags: [...tags], definitionHash, budgets, growthLimited };
  return skipped === undefined ? head : { ...head, skipped };
}

function skipReason(measured: Case, { absent }: PreparedServices): string | undefined {
  const need = measured.needs.find((name) => absent[name] !== undefined);
  return need && `needs ${need}: ${absent[need]}`;
}

async function measure(
  config: Config,
  cases: readonly Case[],
  results: Results,
  services: PreparedServices,
  scope: Scope,
  progress: Progress,
): Promise<void> {
  const byId = new Map(results.cases.map((result) => [result.id, result]));
  const entries = cases.flatMap((measured): CaseToMeasure[] => {
    const result = byId.get(measured.id);
    return result === undefined || result.skipped !== undefined ? [] : [{ case: measured, result }];
  });
  const { workingDirectory, repeats, suite } = config;
  const { countAllocations } = suites[suite];
  const profile = profiles[config.profile];
  const sampleServices = { ...services, ...scope, profile, workingDirectory, nodePath: process.execPath };
  const save = () => writeResults(resultsPath(config), results);
  try {
    await save();
    // A report of an earlier run must not be taken for this one's, should this one not get that far.
    await rm(reportPath(config), { force: true });
    await measureCases(entries, { repeats, countAllocations }, sampleServices, {
      onSampleStart: (at) => progress.sampleStarts(at),
      onSample: async (sample, at) => {
        progress.sampleEnds(sample, at);
        await save();
      },
    });
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    throw new InterruptedError(`interrupted; the finished samples are in ${resultsPath(config)}`, {
      remedy: 'Go on with `memory-bench run --resume` and the same flags.',
    });
  } finally {
    progress.close();
  }
  results.finishedAt = new Date().toISOString();
  await save();
}

function resultsPath({ out }: Config): string {
  return join(out, 'results.json');
}

function reportPath({ out }: Config): string {
  return join(out, 'report.md');
}
