import { rm } from 'node:fs/promises';
import { casesToExtend, followUpsWanted } from './compare/sequential.js';
import { casesToExplain, leakingCases } from './compare/sites.js';
import type { Comparison } from './compare/verdict.js';
import type { Config } from './config/config.js';
import { EnvironmentError, InterruptedError } from './errors.js';
import type { ProfilerProgram } from './measure/native/profiler-program.js';
import { profiles } from './measure/profile.js';
import { Retakes } from './measure/retake.js';
import { type CaseToMeasure, casesLeft, type Effort, measureCases } from './measure/runner.js';
import type { SampleServices } from './measure/sample-request.js';
import { htmlPath, profilesFolder, reportPath, resultsPath } from './out-paths.js';
import type { Progress } from './progress.js';
import { countOf } from './report/format.js';
import { removeProfiles } from './results/profile-files.js';
import type { CaseResult, Results } from './results/schema.js';
import { suites } from './results/selection.js';
import { writeResults } from './results/store.js';
import type { Scope } from './scope.js';
import type { PreparedServices } from './services/prepare.js';
import type { Case } from './suite/cases.js';

/** The input of the measuring: cases, services and settings. */
export interface MeasuringOrder {
  readonly config: Config;
  readonly cases: readonly Case[];
  /** Document that the samples are added to. */
  readonly results: Results;
  readonly services: PreparedServices;
  readonly nodeFlags: readonly string[];
  /** Undefined if native memory is not profiled. */
  readonly profiling: Profiling | undefined;
}

/** The native memory profiling of a run. */
export interface Profiling {
  readonly program: ProfilerProgram;
  /** Ids of the profiled cases. */
  readonly caseIds: ReadonlySet<string>;
}

/** The measuring of a run: the planned samples first, then more samples of open cases. */
export class Measuring {
  readonly #order: MeasuringOrder;
  readonly #scope: Scope;
  readonly #progress: Progress;
  readonly #limit: AbortSignal | undefined;
  /** Shared by the whole run, so that a case that never settles gets no new retakes in each round of samples. */
  readonly #retakes = new Retakes();

  /** Starts the time limit of the run. */
  constructor(order: MeasuringOrder, scope: Scope, progress: Progress) {
    this.#order = order;
    this.#scope = scope;
    this.#progress = progress;
    const { timeLimitMs } = order.config;
    this.#limit = timeLimitMs === undefined ? undefined : AbortSignal.timeout(timeLimitMs);
  }

  /**
   * Takes the planned samples of every case, and writes the results document after each one.
   * @throws InterruptedError when the run is cancelled, EnvironmentError when its time is over.
   */
  async planned(): Promise<void> {
    const { config } = this.#order;
    await this.#save();
    // Remove an earlier run's report, so that it is not taken for this run's if this run ends early.
    for (const path of [reportPath(config), htmlPath(config)]) await rm(path, { force: true });
    // Remove its profiles, too, unless this run resumes it and keeps those samples.
    if (!config.resume) await removeProfiles(profilesFolder(config));
    const effort = { countAllocations: suites[config.suite].countAllocations, recordSites: false };
    try {
      await this.#measure(
        this.#entries(() => true, effort),
        effort,
      );
    } catch (error) {
      throw this.#outOfTime(error) ? outOfTime(config) : this.#interrupted(error);
    }
  }

  /**
   * Takes more samples of inconclusive cases and unconfirmed regressions, until `judge` settles each or it has
   * `maxRepeats`. Returns the last comparison. When the time is over, the samples taken so far are judged.
   * @throws InterruptedError when the run is cancelled.
   */
  async undecided(judge: () => Comparison): Promise<Comparison> {
    const { config, results } = this.#order;
    for (;;) {
      const comparison = judge();
      const open = casesToExtend(comparison, config.maxRepeats);
      if (open.length === 0) return comparison;
      this.#progress.say(
        `${countOf(open.length, 'case')} not settled: measuring ${open.length === 1 ? 'it' : 'them'} longer`,
      );
      const longer = new Map(open.map(({ caseId, extension }) => [caseId, extension]));
      for (const result of results.cases) {
        const extension = longer.get(result.id);
        if (extension !== undefined) result.extensions = [...(result.extensions ?? []), extension];
      }
      try {
        const effort = { countAllocations: false, recordSites: false };
        await this.#measure(
          this.#entries(({ id }) => longer.has(id), effort),
          effort,
        );
      } catch (error) {
        if (!this.#outOfTime(error)) throw this.#interrupted(error);
        this.#cutShort('samples', 'judged by the samples there are');
        for (const result of results.cases) dropUntaken(result);
        return judge();
      }
    }
  }

  /**
   * Follows up suspected leaks with more iterations, each in a separate process, until `judge` wants no more of them.
   * When the time is over, the verdict is based on what was measured.
   * @returns the last comparison.
   * @throws InterruptedError when the run is cancelled.
   */
  async followUps(judge: () => Comparison): Promise<Comparison> {
    for (;;) {
      const comparison = judge();
      const wanted = followUpsWanted(comparison);
      const effort = { countAllocations: false, recordSites: false };
      const entries = this.#entries(({ id }) => wanted.has(id), effort).map((entry) => ({
        ...entry,
        samples: 0,
        followUps: wanted.get(entry.case.id),
      }));
      const left = casesLeft(entries, effort);
      if (left === 0) return comparison;
      this.#progress.say(`${countOf(left, 'case')} may leak: following up with more iterations`);
      try {
        await this.#measure(entries, effort);
      } catch (error) {
        if (!this.#outOfTime(error)) throw this.#interrupted(error);
        this.#cutShort('leaks', 'suspected leaks were not followed up');
        return judge();
      }
    }
  }

  /** Stores the leak verdicts in the results, for later runs that compare with this one. */
  noteLeaks({ cases }: Comparison): void {
    const verdicts = new Map(cases.map(({ id, leak }) => [id, leak?.verdict]));
    for (const result of this.#order.results.cases) {
      const verdict = verdicts.get(result.id);
      if (verdict !== undefined) result.leakVerdict = verdict;
    }
  }

  /**
   * Records where memory comes from: for cases that are worse than they should be, or for all cases if a later run will
   * be compared with this one. Each is recorded in a separate process, after everything that is judged.
   * @returns whether there is anything new to report.
   * @throws InterruptedError when the run is cancelled.
   */
  async sites(comparison: Comparison): Promise<boolean> {
    const { sites, updateBaseline } = this.#order.config;
    if (sites === 'none') return false;
    const asked = new Set(casesToExplain(comparison, sites === 'all' || updateBaseline));
    const recordRetainers = new Set(leakingCases(comparison));
    const effort = { countAllocations: false, recordSites: true, recordRetainers };
    const entries = this.#entries(({ id }) => asked.has(id), effort);
    // Programs in other languages have no sites, and a resumed run may have recorded them before.
    const left = casesLeft(entries, effort);
    if (left === 0) return false;
    this.#progress.say(`recording where the memory of ${countOf(left, 'case')} comes from`);
    try {
      await this.#measure(entries, effort);
    } catch (error) {
      if (!this.#outOfTime(error)) throw this.#interrupted(error);
      this.#cutShort('sites', 'where memory comes from is not recorded of every case');
    }
    return true;
  }

  /**
   * Profiles the native memory of the requested cases, each in a separate process, after everything that is judged.
   * @returns whether there is anything new to report.
   * @throws InterruptedError when the run is cancelled.
   */
  async native(): Promise<boolean> {
    const { profiling } = this.#order;
    if (profiling === undefined) return false;
    const { profiler } = profiling.program;
    const effort = { countAllocations: false, recordSites: false, profiler };
    const entries = this.#entries(({ id }) => profiling.caseIds.has(id), effort);
    const left = casesLeft(entries, effort);
    if (left === 0) return false;
    this.#progress.say(`profiling the native memory of ${countOf(left, 'case')} with ${profiler}`);
    try {
      await this.#measure(entries, effort);
    } catch (error) {
      if (!this.#outOfTime(error)) throw this.#interrupted(error);
      this.#cutShort('native', 'native memory is not profiled of every case');
    }
    return true;
  }

  /** Ends the measuring and writes the results with their finish time. */
  async close(): Promise<void> {
    this.#order.results.finishedAt = new Date().toISOString();
    await this.#save();
  }

  #entries(wanted: (measured: Case) => boolean, effort: Effort): CaseToMeasure[] {
    const { config, cases, results } = this.#order;
    const explains = effort.recordSites || effort.profiler !== undefined;
    const byId = new Map(results.cases.map((result) => [result.id, result]));
    return cases.filter(wanted).flatMap((measured): CaseToMeasure[] => {
      const result = byId.get(measured.id);
      return result === undefined || result.skipped !== undefined
        ? []
        : [{ case: measured, result, samples: explains ? 0 : samplesOf(result, config) }];
    });
  }

  async #measure(entries: readonly CaseToMeasure[], effort: Effort): Promise<void> {
    try {
      await measureCases(
        entries,
        effort,
        this.#sampleServices(this.#order.services),
        {
          onSampleStart: (at) => this.#progress.sampleStarts(at),
          onRetake: (unsettled, at) => this.#progress.retakes(unsettled, at),
          onPhase: (phase) => this.#progress.phaseBegins(phase),
          onReading: (measured, qdrant) => this.#progress.reads(measured, qdrant),
          onSample: async (sample, at) => {
            this.#progress.sampleEnds(sample, at);
            await this.#save();
          },
        },
        this.#retakes,
      );
    } finally {
      this.#progress.close();
    }
  }

  #sampleServices(services: PreparedServices): SampleServices {
    const { workingDirectory, nodePath, env, profile } = this.#order.config;
    const { nodeFlags, qdrantEnv } = profiles[profile];
    return {
      ...services,
      ...this.#scope,
      signal: this.#limit === undefined ? this.#scope.signal : AbortSignal.any([this.#scope.signal, this.#limit]),
      profile: { qdrantEnv, nodeFlags: [...this.#order.nodeFlags, ...nodeFlags] },
      workingDirectory,
      profiler: this.#order.profiling?.program,
      profilesFolder: profilesFolder(this.#order.config),
      nodePath,
      env,
    };
  }

  /** Records in the results what the time limit cut short, for the reports. */
  #cutShort(part: NonNullable<Results['cutShort']>[number], consequence: string): void {
    const { results } = this.#order;
    results.cutShort = [...(results.cutShort ?? []), part];
    this.#progress.say(`the time is over: ${consequence}`);
  }

  #save(): Promise<void> {
    return writeResults(resultsPath(this.#order.config), this.#order.results);
  }

  #outOfTime(error: unknown): boolean {
    return error instanceof InterruptedError && this.#limit?.aborted === true && !this.#scope.signal.aborted;
  }

  #interrupted(error: unknown): unknown {
    if (!(error instanceof InterruptedError)) return error;
    const path = resultsPath(this.#order.config);
    return new InterruptedError(`interrupted; the finished samples are in ${path}`, {
      remedy: 'Go on with `memory-bench run --resume` and the same flags.',
    });
  }
}

/** Drops extensions without a sample: they would cost confidence and add nothing. */
function dropUntaken(result: CaseResult): void {
  const taken = result.samples.filter(({ pass }) => pass === 'memory').length;
  const extensions = result.extensions?.filter(({ after }) => after < taken) ?? [];
  if (extensions.length > 0) result.extensions = extensions;
  else delete result.extensions;
}

/** The planned number of samples of a case. */
function samplesOf({ extensions = [] }: CaseResult, { repeats, maxRepeats }: Config): number {
  const last = extensions.at(-1);
  return last === undefined ? repeats : Math.min(last.after + repeats, maxRepeats);
}

function outOfTime(config: Config): EnvironmentError {
  return new EnvironmentError(`the measuring was not done after ${(config.timeLimitMs ?? 0) / 60_000} minutes`, {
    remedy: `Raise timeout-minutes, or measure less (suite, filter, repeats); the finished samples are in ${resultsPath(config)}.`,
  });
}
