import { join, resolve } from 'node:path';
import { failOnKinds } from '../compare/verdict.js';
import { messageOf, UsageError } from '../errors.js';
import { suites } from '../results/selection.js';
import type { Config } from './config.js';
import { Inputs, type StepEnvironment } from './inputs.js';
import { legOf } from './leg.js';
import { loadConfig, type Surroundings } from './load.js';
import { parseConfigYaml } from './parse-config.js';
import { profilers } from './profilers.js';
import { qdrantKinds } from './qdrant-kinds.js';
import { baselineSources, type CommentConfig, commentModes, type RunnerConfig, updateModes } from './runner-config.js';
import { siteModes } from './site-modes.js';

const namePattern = /^[A-Za-z0-9._-]{1,80}$/;
const nameRemedy = 'Use up to 80 letters, digits, dots, hyphens and underscores.';

/**
 * Reads the action's inputs and the configuration file that they override into one typed configuration.
 * @throws UsageError that names the input, and its legal values if they can be listed.
 */
export async function readActionInputs(environment: StepEnvironment): Promise<RunnerConfig> {
  const inputs = new Inputs(environment);
  const config = await loadConfig(
    {
      config: inputs.text('config'),
      suite: inputs.oneOf('suite', Object.keys(suites)),
      scenarios: inputs.lines('scenarios'),
      filter: inputs.text('filter'),
      repeats: inputs.wholeNumber('repeats', 1),
      maxRepeats: inputs.wholeNumber('max-repeats', 1),
      sites: inputs.oneOf('sites', siteModes),
      profiler: inputs.oneOf('profiler', profilers),
      qdrant: inputs.oneOf('qdrant', qdrantKinds),
      qdrantVersion: inputs.text('qdrant-version'),
      qdrantUrl: inputs.text('qdrant-url'),
      qdrantApiKey: inputs.text('qdrant-api-key'),
      model: inputs.text('model'),
      baseline: inputs.text('baseline-path'),
      failOn: inputs.listOf('fail-on', failOnKinds),
      nodePath: inputs.text('node-path'),
      timeoutMinutes: inputs.minutes('timeout-minutes'),
      env: inputs.lines('env'),
      budgets: await yamlInput(inputs, 'budgets'),
      thresholds: await yamlInput(inputs, 'thresholds'),
    },
    runnerSurroundings(environment, inputs),
  );
  return {
    config,
    leg: legOf(inputs.text('matrix')),
    baseline: {
      source: inputs.oneOf('baseline', baselineSources) ?? 'auto',
      branches: inputs.lines('baseline-branch') ?? [],
      update: inputs.oneOf('update-baseline', updateModes) ?? 'auto',
      commit: inputs.flag('baseline-commit') ?? false,
      waitMs: (inputs.wholeNumber('baseline-wait-minutes', 0) ?? 10) * 60_000,
    },
    comment: {
      when: inputs.oneOf('comment', commentModes) ?? 'auto',
      key: inputs.matching('comment-key', namePattern, nameRemedy) ?? 'default',
    },
    summary: inputs.flag('summary') ?? true,
    artifacts: {
      prefix: inputs.matching('artifact-name', namePattern, nameRemedy) ?? 'memory-bench',
      retentionDays: inputs.wholeNumber('retention-days', 1),
    },
    token: requireToken(inputs),
  };
}

/**
 * Reads the inputs of the `comment` action.
 * @throws UsageError that names the input, and its legal values if they can be listed.
 */
export function readCommentInputs(environment: StepEnvironment): CommentConfig {
  const inputs = new Inputs(environment);
  return {
    baseline: {
      source: inputs.oneOf('baseline', baselineSources) ?? 'auto',
      branches: inputs.lines('baseline-branch') ?? [],
      path: inputs.text('baseline-path') ?? 'baselines',
    },
    when: inputs.oneOf('comment', ['always', 'changes']) ?? 'always',
    artifacts: { prefix: inputs.matching('artifact-name', namePattern, nameRemedy) ?? 'memory-bench' },
    token: requireToken(inputs),
  };
}

/** Defaults on a runner: try the official Qdrant release before the embedded server, and measure setup-node's Node. */
function runnerSurroundings(environment: StepEnvironment, inputs: Inputs): Surroundings {
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
  const workingDirectory = resolve(workspace, inputs.text('working-directory') ?? '.');
  const toolCache = environment.RUNNER_TOOL_CACHE ?? environment.RUNNER_TEMP ?? join(workspace, '.memory-bench');
  return {
    workingDirectory,
    commit: environment.GITHUB_SHA,
    nodePath: 'node',
    // Replaced once the runtime is installed; nothing is resolved before that.
    packagesFolder: workingDirectory,
    cacheDir: join(toolCache, 'memory-bench'),
    timeoutMinutes: 60,
    automaticQdrant: ['release', 'embedded', 'docker'],
  };
}

async function yamlInput<Name extends 'budgets' | 'thresholds'>(
  inputs: Inputs,
  name: Name,
): Promise<Config[Name] | undefined> {
  const text = inputs.text(name);
  if (text === undefined) return undefined;
  const [{ configFileSchema }, { explain }] = await Promise.all([import('./config-file.js'), import('./explain.js')]);
  let value: unknown;
  try {
    value = await parseConfigYaml(text);
  } catch (cause) {
    throw new UsageError(`the input ${name} is not YAML: ${messageOf(cause)}`, { remedy: exampleOf(name), cause });
  }
  const schema = configFileSchema.shape[name].unwrap();
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as Config[Name];
  throw new UsageError(`the input ${name} has a mistake:\n${explain(parsed.error, schema, value)}`, {
    remedy: exampleOf(name),
  });
}

function exampleOf(name: 'budgets' | 'thresholds'): string {
  return name === 'budgets'
    ? 'Such as `"search/**": { peak_rss_mb: 320 }`, one glob a line.'
    : 'Such as `"leak/*": { rss_delta_mb: { absolute: 2, relativePercent: 10 } }`, one glob a line.';
}

function requireToken(inputs: Inputs): string {
  const token = inputs.text('github-token');
  if (token !== undefined) return token;
  throw new UsageError('the input github-token is empty', {
    remedy: 'Leave it out, which takes the token of the job, or give one that is set.',
  });
}
