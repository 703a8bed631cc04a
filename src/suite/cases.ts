import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UsageError } from '../errors.js';
import { limits } from '../results/limits.js';
import type { MetricName } from '../results/metrics.js';
import type { CaseResult } from '../results/schema.js';
import { type CommandPlan, checkPlaceholders, commandPlanOf } from './command-plan.js';
import type { Need } from './define.js';
import type { DiscoveredScenario } from './discover.js';
import { combinationsOf, type MatrixParams } from './matrix.js';
import type { CompiledSource } from './original-positions.js';

/** A case, ready to be measured, with its scenario's defaults filled in. */
export interface Case {
  readonly id: string;
  readonly description: string;
  /** Path of the scenario file. */
  readonly file: string;
  /** file: URL of the module to import: the file itself, or its compiled form. */
  readonly scenarioUrl: string;
  /** Sources that translate its error texts back to the original files. */
  readonly sources: readonly CompiledSource[];
  readonly exportName: string;
  readonly caseLabel: string | undefined;
  /** Parameters of a case from a matrix. Others are looked up by the label, and may be anything. */
  readonly params: MatrixParams | undefined;
  /** The scenario's and the case's tags, and the needs. */
  readonly tags: readonly string[];
  readonly needs: readonly Need[];
  readonly iterations: number;
  readonly warmup: number;
  readonly measure: 'steady' | 'cold';
  readonly timeoutMs: number;
  /** How the program of a command scenario is run; undefined if the scenario is a module. */
  readonly command: CommandPlan | undefined;
  /** Whether memory is read after every iteration for a budget on `growth_percent`. */
  readonly growthLimited: boolean;
  /** Options of leak detection; `false`: off. */
  readonly leaks: NonNullable<CaseResult['leaks']>;
  readonly budgets: Readonly<Partial<Record<MetricName, number>>>;
  /** Floors that the scenario sets. */
  readonly thresholds: NonNullable<CaseResult['thresholds']>;
  /** Hash of parameters, iterations, measuring and workload version. Only cases with equal hashes are compared. */
  readonly definitionHash: string;
}

const defaults = { iterations: 3, warmup: 2, measure: 'steady', timeoutMs: 300_000 } as const;

/** Growth needs a first and a last reading. */
const leastGrowthIterations = 2;

/**
 * The cases of all scenarios, in order.
 * @throws UsageError if two cases have the same id, or there are too many.
 */
export function compileCases(scenarios: readonly DiscoveredScenario[]): Case[] {
  const cases = scenarios.flatMap(casesOf);
  requireFewCases(cases.length);
  const files = new Map<string, string>();
  for (const { id, file } of cases) {
    const other = files.get(id);
    if (other !== undefined) {
      throw new UsageError(`two cases have the id ${id}: one in ${other}, one in ${file}`, {
        remedy: 'Give one of the scenarios another name.',
      });
    }
    files.set(id, file);
  }
  return cases;
}

/** @throws UsageError */
function requireFewCases(count: number): void {
  if (count <= limits.cases) return;
  throw new UsageError(`there are ${count} cases; a run can have ${limits.cases}`, {
    remedy: 'Use fewer values in `params`, or name fewer scenarios.',
  });
}

function casesOf(scenario: DiscoveredScenario): Case[] {
  const { name, cases, params } = scenario;
  if (cases !== undefined && params !== undefined) {
    throw new UsageError(`the scenario ${name} has both cases and params`, {
      remedy: 'List its `cases`, or let `params` combine them.',
    });
  }
  if (cases !== undefined) {
    return Object.entries(cases).map(([label, definition]) => compileCase(scenario, { label }, definition));
  }
  if (params !== undefined) {
    requireFewCases(Object.values(params).reduce((product, { length }) => product * length, 1));
    return combinationsOf(params).map(({ label, params: own }) =>
      compileCase(scenario, { label, params: own }, { params: own }),
    );
  }
  return [compileCase(scenario, {}, { params: {} })];
}

type Definition = NonNullable<DiscoveredScenario['cases']>[string];

/** Undefined for a command: a program has no first call that could be measured alone. */
function measureOf(plan: object & { readonly measure?: 'steady' | 'cold' | undefined }): 'steady' | 'cold' | undefined {
  return plan.measure;
}

function compileCase(
  scenario: DiscoveredScenario,
  { label, params }: { label?: string; params?: MatrixParams },
  own: Definition,
): Case {
  const needs = scenario.needs ?? [];
  const growth = own.growth ?? scenario.growth;
  const leaks = own.leaks ?? scenario.leaks;
  const id = label === undefined ? scenario.name : `${scenario.name}/${label}`;
  if (id.length > limits.id) {
    throw new UsageError(`the id of the case ${id.slice(0, 80)}… has more than ${limits.id} characters`, {
      remedy: 'Shorten the name of the scenario, the label of the case, or the names and values in `params`.',
    });
  }
  const command = commandPlanOf(scenario, {
    iterations: own.iterations ?? scenario.iterations,
    warmup: own.warmup ?? scenario.warmup,
    growthLimited: growth !== undefined,
    leaksTuned: typeof leaks === 'object',
  });
  const measure = measureOf(own) ?? measureOf(scenario) ?? defaults.measure;
  const usual = measure === 'cold' || command?.kind === 'whole' ? { iterations: 1, warmup: 0 } : defaults;
  const measured = {
    iterations: own.iterations ?? scenario.iterations ?? usual.iterations,
    warmup: own.warmup ?? scenario.warmup ?? usual.warmup,
    measure,
    growthLimited: growth !== undefined,
  };
  if (measure === 'cold' && (measured.iterations !== 1 || measured.warmup !== 0 || measured.growthLimited)) {
    throw new UsageError(`the case ${id} measures its cold call, and there is only one of those`, {
      remedy: "Leave `iterations`, `warmup` and `growth` out where `measure` is 'cold'.",
    });
  }
  if (growth !== undefined && measured.iterations < leastGrowthIterations) {
    throw new UsageError(`the case ${id} has a growth limit but only one iteration`, {
      remedy: `Growth needs at least ${leastGrowthIterations}; 50 is a good number.`,
    });
  }
  if (growth !== undefined && measured.iterations > limits.growthIterations) {
    throw new UsageError(`the case ${id} has a growth limit and ${measured.iterations} iterations`, {
      remedy: `A growth limit allows up to ${limits.growthIterations} iterations; 50 is a good number.`,
    });
  }
  const ofCommand = command && argumentsOf(id, own.params);
  if (command !== undefined && ofCommand !== undefined) checkPlaceholders(id, command, ofCommand, needs);
  return {
    ...measured,
    // A single call, or a program measured from start to end, has no growth per iteration.
    leaks: measure === 'cold' || command?.kind === 'whole' ? false : (leaks ?? {}),
    id,
    description: scenario.description,
    file: scenario.file,
    scenarioUrl: scenario.scenarioUrl,
    sources: scenario.sources,
    command,
    exportName: scenario.exportName,
    caseLabel: params === undefined ? label : undefined,
    params: params ?? ofCommand,
    tags: [...new Set([...(scenario.tags ?? []), ...(own.tags ?? []), ...needs])],
    needs,
    timeoutMs: own.timeoutMs ?? scenario.timeoutMs ?? defaults.timeoutMs,
    budgets: {
      ...scenario.budgets,
      ...own.budgets,
      ...(growth === undefined ? {} : { growth_percent: growth.maxPercent }),
    },
    thresholds: { ...scenario.thresholds, ...own.thresholds },
    definitionHash: hashOf({
      ...measured,
      params: own.params,
      version: scenario.version ?? 1,
      // A pull request may change how a command is run, but not how it is measured.
      ...(command && { command: command.kind, handshake: command.handshake }),
    }),
  };
}

const argumentsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** The parameters of a command, which fill in its arguments. */
function argumentsOf(id: string, params: unknown): MatrixParams {
  const parsed = argumentsSchema.safeParse(params ?? {});
  if (parsed.success) return parsed.data;
  throw new UsageError(`the case ${id} has parameters that cannot stand in an argument`, {
    remedy: 'Parameters of a command are texts, numbers, true and false.',
  });
}

function hashOf(definition: object): string {
  return createHash('sha256').update(stableJson(definition)).digest('hex').slice(0, 16);
}

/** JSON with sorted keys: their order in the file is not part of a definition. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
