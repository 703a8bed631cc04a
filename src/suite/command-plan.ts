import { UsageError } from '../errors.js';
import type { CommandDefinition } from './command.js';
import type { DescribedScenario } from './scenario-schema.js';

/** A program, and how it is measured. */
export interface CommandPlan extends Pick<CommandDefinition<unknown>, 'command' | 'ready' | 'drive' | 'metrics'> {
  /** `whole`: from start to end; `marked`: it says when an iteration is over; `driven`: an iteration is a run of `drive`. */
  readonly kind: 'whole' | 'marked' | 'driven';
  readonly handshake: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stop: NonNullable<CommandDefinition<unknown>['stop']>;
}

/**
 * How the program of a command scenario is run; undefined where the scenario is a module.
 * @throws UsageError for a field that this kind of command would silently make no use of.
 */
export function commandPlanOf(
  scenario: DescribedScenario,
  iterations: number | undefined,
  growthLimited: boolean,
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
    warmup: kind === 'whole' && scenario.warmup !== undefined,
  };
  if (kind === 'marked' && metrics !== undefined && !handshake) {
    throw new UsageError(`the scenario ${name} reads \`metrics\` of a program that goes on meanwhile`, {
      remedy: 'Let it wait after each iteration (`handshake: true`), or start and drive it (`drive`).',
    });
  }
  const field = Object.entries(useless).find(([, is]) => is)?.[0];
  if (field !== undefined) {
    throw new UsageError(`the scenario ${name} makes no use of its \`${field}\``, {
      remedy: `${explain[kind]} Add \`drive\` or \`iterations\`, or leave \`${field}\` out.`,
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
  whole: 'Without `drive` and `iterations` a program is measured from start to end.',
  marked: 'Without `drive` a program says itself when an iteration is over.',
  driven: 'With `drive` an iteration is one run of it.',
};
