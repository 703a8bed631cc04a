import { createHash } from 'node:crypto';
import { UsageError } from '../errors.js';
import type { MetricName } from '../results/metrics.js';
import type { Need } from './define.js';
import type { DiscoveredScenario } from './discover.js';
import type { CompiledSource } from './original-positions.js';

/** A case, ready to be measured: everything its scenario left to defaults is filled in. */
export interface Case {
  readonly id: string;
  readonly description: string;
  /** Path of the scenario file. */
  readonly file: string;
  /** file: URL of the module to import: the file, or what it was compiled to. */
  readonly scenarioUrl: string;
  /** What the texts of its errors are translated with. */
  readonly sources: readonly CompiledSource[];
  readonly exportName: string;
  readonly caseLabel: string | undefined;
  /** The scenario's and the case's tags, and the needs. */
  readonly tags: readonly string[];
  readonly needs: readonly Need[];
  readonly iterations: number;
  readonly warmup: number;
  readonly measure: 'steady' | 'cold';
  readonly timeoutMs: number;
  /** Whether leak detection is on. Its limit stands in the budgets, on `growth_percent`. */
  readonly growthLimited: boolean;
  readonly budgets: Readonly<Partial<Record<MetricName, number>>>;
  /** Hash of parameters, iterations, measuring and workload version: what must be equal to compare. */
  readonly definitionHash: string;
}

const defaults = { iterations: 3, warmup: 2, measure: 'steady', timeoutMs: 300_000 } as const;

/** Fewer readings have no 99 % interval of the slope in either half. */
const leastGrowthIterations = 14;

/**
 * The cases of all scenarios, in order.
 * @throws UsageError where two cases have the same id.
 */
export function compileCases(scenarios: readonly DiscoveredScenario[]): Case[] {
  const cases = scenarios.flatMap(casesOf);
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

function casesOf(scenario: DiscoveredScenario): Case[] {
  if (scenario.cases === undefined) return [compileCase(scenario, undefined, { params: {} })];
  return Object.entries(scenario.cases).map(([label, definition]) => compileCase(scenario, label, definition));
}

type Definition = NonNullable<DiscoveredScenario['cases']>[string];

function compileCase(scenario: DiscoveredScenario, caseLabel: string | undefined, own: Definition): Case {
  const needs = scenario.needs ?? [];
  const growth = own.growth ?? scenario.growth;
  const id = caseLabel === undefined ? scenario.name : `${scenario.name}/${caseLabel}`;
  const measure = own.measure ?? scenario.measure ?? defaults.measure;
  const usual = measure === 'cold' ? { iterations: 1, warmup: 0 } : defaults;
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
    throw new UsageError(`the case ${id} has a growth limit but only ${measured.iterations} iterations`, {
      remedy: `A slope needs at least ${leastGrowthIterations}; 50 is a good number.`,
    });
  }
  return {
    ...measured,
    id,
    description: scenario.description,
    file: scenario.file,
    scenarioUrl: scenario.scenarioUrl,
    sources: scenario.sources,
    exportName: scenario.exportName,
    caseLabel,
    tags: [...new Set([...(scenario.tags ?? []), ...(own.tags ?? []), ...needs])],
    needs,
    timeoutMs: own.timeoutMs ?? scenario.timeoutMs ?? defaults.timeoutMs,
    budgets: {
      ...scenario.budgets,
      ...own.budgets,
      ...(growth === undefined ? {} : { growth_percent: growth.maxPercent }),
    },
    definitionHash: hashOf({ ...measured, params: own.params, version: scenario.version ?? 1 }),
  };
}

function hashOf(definition: object): string {
  return createHash('sha256').update(stableJson(definition)).digest('hex').slice(0, 16);
}

/** JSON with sorted keys: the order in which somebody wrote them is no part of a definition. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
