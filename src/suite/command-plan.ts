import { UsageError } from '../errors.js';
import type { CommandDefinition } from './command.js';
import type { MatrixParams } from './matrix.js';
import { fillIn, type Placeholders, reservedNames } from './placeholders.js';
import type { Need } from './scenario-head.js';
import type { DescribedScenario } from './scenario-schema.js';

/** A program, and how it is measured. */
export interface CommandPlan extends Pick<CommandDefinition<unknown>, 'command' | 'ready' | 'drive' | 'metrics'> {
  /**
   * `whole`: from start to end; `marked`: it reports the end of an iteration; `driven`: an iteration is a run of
   * `drive`.
   */
  readonly kind: 'whole' | 'marked' | 'driven';
  readonly handshake: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stop: NonNullable<CommandDefinition<unknown>['stop']>;
}

/** The fields of a case that decide how its program is measured. */
export interface CaseExtent {
  readonly iterations: number | undefined;
  readonly warmup: number | undefined;
  readonly growthLimited: boolean;
  /** Whether options of leak detection are set. */
  readonly leaksTuned: boolean;
}

/**
 * How the program of a command scenario is run; undefined if the scenario is a module.
 * @throws UsageError for a field that this kind of command would silently ignore.
 */
export function commandPlanOf(
  scenario: DescribedScenario,
  { iterations, warmup, growthLimited, leaksTuned }: CaseExtent,
): CommandPlan | undefined {
  if (!('command' in scenario)) return undefined;
  const { name, command, drive, ready, metrics, handshake = false, env = {}, cwd = '.', stop = 'SIGTERM' } = scenario;
  const kind = drive !== undefined ? 'driven' : iterations !== undefined ? 'marked' : 'whole';
  const useless = {
    ready: kind !== 'driven' && ready !== undefined,
    stop: kind !== 'driven' && scenario.stop !== undefined,
    handshake: kind !== 'marked' && handshake,
    metrics: kind === 'whole' && metrics !== undefined,
    growth: kind === 'whole' && growthLimited,
    leaks: kind === 'whole' && leaksTuned,
    warmup: kind === 'whole' && warmup !== undefined,
  };
  if (kind === 'marked' && metrics !== undefined && !handshake) {
    throw new UsageError(`the scenario ${name} reads \`metrics\` of a program that goes on meanwhile`, {
      remedy: 'Let it wait after each iteration (`handshake: true`), or start and drive it (`drive`).',
    });
  }
  const field = Object.entries(useless).find(([, is]) => is)?.[0];
  if (field !== undefined) {
    throw new UsageError(`the scenario ${name} makes no use of its \`${field}\``, {
      remedy: `${explain[kind]} Leave \`${field}\` out.`,
    });
  }
  return {
    kind,
    command,
    handshake,
    env,
    cwd,
    stop,
    ...(drive && { drive }),
    ...(ready && { ready }),
    ...(metrics && { metrics }),
  };
}

const explain = {
  whole: 'Without `drive` and `iterations` a program is measured from start to end; add one of them, or:',
  marked: 'Without `drive` a program starts at once, says itself when an iteration is over, and ends by itself.',
  driven: 'With `drive` an iteration is one run of it, and the program is not spoken to.',
};

/**
 * Checks that every placeholder of a plan has a value, before anything is measured.
 * @throws UsageError
 */
export function checkPlaceholders(
  id: string,
  { command, drive = [], ready, metrics, env, cwd }: CommandPlan,
  params: MatrixParams,
  needs: readonly Need[],
): void {
  const taken = reservedNames.find((name) => Object.hasOwn(params, name));
  if (taken !== undefined) {
    throw new UsageError(`the case ${id} has a parameter named ${taken}, which {${taken}} does not stand for`, {
      remedy: 'Give the parameter another name.',
    });
  }
  const placeholders = { ...params, port: '', tempDir: '', ...standIns(needs) };
  const texts = [...command, ...Object.values(ready ?? {}), ...Object.values(env), cwd];
  for (const text of [...texts, ...(metrics === undefined ? [] : [metrics.url])]) fillIn(text, placeholders);
  for (const text of drive) fillIn(text, { ...placeholders, iteration: '' });
}

function standIns(needs: readonly Need[]): Placeholders {
  return {
    ...(needs.includes('qdrant') ? { qdrantUrl: '', qdrantApiKey: '', collectionPrefix: '' } : {}),
    ...(needs.includes('model') ? { modelDir: '' } : {}),
  };
}
