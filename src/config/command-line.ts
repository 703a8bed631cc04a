import { dirname, join, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { defaultFailOn, failOnKinds } from '../compare/verdict.js';
import { UsageError } from '../errors.js';
import { profileNames } from '../measure/profile.js';
import { suites } from '../results/selection.js';
import type { Config } from './config.js';
import { actionReference, choice, listOf, minutes, positiveInteger } from './flag-values.js';
import { deskSurroundings, type Flags, loadConfig } from './load.js';
import { profilers } from './profilers.js';
import { qdrantKinds } from './qdrant-kinds.js';
import { configNames } from './read-config-file.js';
import { siteModes } from './site-modes.js';

/** The parsed command line. */
export type Request =
  | { readonly kind: 'run'; readonly config: Config }
  | { readonly kind: 'list'; readonly config: Config }
  | { readonly kind: 'doctor'; readonly config: Config }
  | { readonly kind: 'compare'; readonly config: Config; readonly baseline: string; readonly results: string }
  | ReportRequest
  | InitRequest
  /** Help or version text, printed as is. */
  | { readonly kind: 'text'; readonly text: string };

/** A results document to write as an HTML page with charts. */
export interface ReportRequest {
  readonly kind: 'report';
  readonly config: Config;
  readonly results: string;
  /** Path of the HTML page. */
  readonly page: string;
  /** Also open the page in the browser. */
  readonly open: boolean;
}

/** A project to set up. */
export interface InitRequest {
  readonly kind: 'init';
  readonly workingDirectory: string;
  /** Overwrite existing files. */
  readonly force: boolean;
  /** Show what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** The action that the workflows use, as `owner/repo@ref`; undefined for a placeholder. */
  readonly action: string | undefined;
}

const examples = `
Examples:
  memory-bench init                                   a configuration, a first scenario and both workflows
  memory-bench run                                    the standard suite, compared with baselines/
  memory-bench run --suite smoke --repeats 3          a first look, one to five minutes
  memory-bench run --filter '^search/' --json         some cases, the verdict as JSON
  memory-bench run --update-baseline                  what is measured becomes the baseline
  memory-bench run --scenarios bench/memory           your own scenarios
  memory-bench compare main.json .memory-bench/results.json
  memory-bench report --open                          the last run in pictures, in the browser
  memory-bench doctor                                 what is in place, and how to mend what is not

Exit status: 0 fine, 1 the verdict fails (see --fail-on), 2 usage or configuration, 3 the environment, 70 a bug of ours,
130 interrupted.`;

/**
 * Parses the arguments after the program's name.
 * @throws UsageError for an unknown command or flag, or an illegal value; it names the legal ones.
 */
export async function parseCommandLine(
  given: readonly string[],
  version: string,
  workingDirectory: string,
): Promise<Request> {
  let request: Request | undefined;
  let text = '';
  const program = new Command('memory-bench')
    .description('Measures, compares and judges the memory of a retrieval pipeline.')
    .version(version)
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (chunk) => {
        text += chunk;
      },
      writeErr: () => {},
    });
  const configOf = (flags: Flags) => loadConfig(flags, deskSurroundings(workingDirectory));
  selectionFlags(subcommand(program, 'run', 'Measure a suite, compare with the baseline, report.'))
    .option('--repeats <number>', 'samples per case (default: 5; 3 for smoke)', positiveInteger)
    .option(
      '--max-repeats <number>',
      'most samples of a case that those did not settle (default: 4 times as many)',
      positiveInteger,
    )
    .addOption(profileOption())
    .addOption(serviceOption())
    .addOption(qdrantOption())
    .option('--qdrant-version <version>', 'version of the release or image (default: 1.16.3)')
    .option('--qdrant-url <url>', 'a server that is already there')
    .option('--qdrant-api-key <key>', 'its API key (or QDRANT_API_KEY)')
    .option('--qdrant-binary <path>', 'a qdrant program to start')
    .option('--node-path <path>', 'the Node program to measure (default: the one memory-bench runs on)')
    .addOption(envOption())
    .option('--timeout-minutes <number>', 'end the measuring after so many minutes (default: no limit)', minutes)
    .option(
      '--model <name|directory>',
      'all-MiniLM-L6-v2 (default), a fastembed model, or a directory with an ONNX model',
    )
    .option('--baseline <path>', 'baseline file, or folder of them (default: baselines/)')
    .option('--update-baseline', 'make the results the baseline of this environment')
    .option('--no-leaks', 'turn leak detection off, which saves the extra iterations of suspicious cases')
    .addOption(sitesOption())
    .addOption(profilerOption())
    .option('--out <folder>', 'where results.json, report.md, report.html and profiles/ go (default: .memory-bench)')
    .option('--resume', 'go on with an interrupted run')
    .addOption(failOnOption())
    .option('--json', 'print the comparison as JSON instead of the table')
    .option('--cache-dir <folder>', 'where models are kept (or MEMORY_BENCH_CACHE_DIR; default: ~/.cache/memory-bench)')
    .action(async (flags: Flags) => {
      request = { kind: 'run', config: await configOf(flags) };
    });
  selectionFlags(subcommand(program, 'list', 'List the cases that would be measured, with their tags and budgets.'))
    .option('--node-path <path>', 'the Node program that would be measured')
    .addOption(envOption())
    .option('--json', 'as JSON')
    .action(async (flags: Flags) => {
      request = { kind: 'list', config: await configOf(flags) };
    });
  subcommand(program, 'compare', 'Compare two results documents and judge the second.')
    .argument('<baseline>', 'results document or baseline to compare with')
    .argument('<results>', 'results document to judge')
    .addOption(configOption())
    .addOption(failOnOption())
    .option('--json', 'print the comparison as JSON instead of the table')
    .action(async (baseline: string, results: string, flags: Flags) => {
      request = { kind: 'compare', config: await configOf(flags), baseline, results };
    });
  subcommand(program, 'report', 'Write a results document as one HTML file with charts of every case.')
    .argument('[results]', 'results document to show (default: the last run’s)')
    .option('--baseline <path>', 'baseline file, or folder of them (default: baselines/)')
    .option('--out <file>', 'the HTML file (default: report.html beside the results)')
    .option('--open', 'open it in the browser')
    .addOption(configOption())
    .addOption(failOnOption())
    .action(async (given: string | undefined, { out, open = false, ...flags }: Flags & { readonly open?: boolean }) => {
      const config = await configOf(flags);
      const results = given === undefined ? join(config.out, 'results.json') : resolve(workingDirectory, given);
      const page = out === undefined ? join(dirname(results), 'report.html') : resolve(workingDirectory, out);
      request = { kind: 'report', config, results, page, open };
    });
  subcommand(program, 'doctor', 'Say what of Qdrant, the model, /proc and garbage collection is in place.')
    .addOption(configOption())
    .addOption(qdrantOption())
    .option('--qdrant-version <version>', 'version of the release or image (default: 1.16.3)')
    .option('--qdrant-url <url>', 'a server that is already there')
    .option('--qdrant-api-key <key>', 'its API key (or QDRANT_API_KEY)')
    .option('--qdrant-binary <path>', 'a qdrant program to start')
    .option('--model <name|directory>', 'the embedding model')
    .option('--cache-dir <folder>', 'where models are kept')
    .action(async (flags: Flags) => {
      request = { kind: 'doctor', config: await configOf(flags) };
    });
  subcommand(program, 'init', 'Write a configuration, a first scenario and both workflows into this project.')
    .option('--force', 'overwrite what is there already')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--action <owner/repo@ref>', 'the action that the workflows use', actionReference)
    .action(({ force = false, dryRun = false, action }: Partial<InitRequest>) => {
      request = { kind: 'init', workingDirectory, force, dryRun, action };
    });
  try {
    await program.parseAsync([...given], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text };
    if (error.code === 'commander.help') return { kind: 'text', text: program.helpInformation() + examples };
    throw new UsageError(error.message.replace(/^error: /, ''), { remedy: 'See `memory-bench --help`.', cause: error });
  }
  return request ?? { kind: 'text', text: program.helpInformation() + examples };
}

function subcommand(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).allowExcessArguments(false);
}

function selectionFlags(command: Command): Command {
  return command
    .addOption(
      choice(
        '--suite <name>',
        `suite: ${Object.entries(suites)
          .map(([name, { rule }]) => `${name} = ${rule}`)
          .join('; ')} (default: standard)`,
        Object.keys(suites),
      ),
    )
    .option('--filter <regex>', 'only cases whose id matches')
    .option('--tag <name...>', 'only cases with one of these tags, also where the configuration skips it')
    .option('--skip-tag <name...>', 'no cases with any of these tags')
    .option(
      '--scenarios <path...>',
      'scenario files, folders or globs instead of the built-in ones (`builtin` adds those)',
    )
    .addOption(configOption());
}

function configOption(): Option {
  return new Option('--config <file>', `configuration (default: ${configNames}, where there is one)`);
}

function envOption(): Option {
  return new Option('--env <NAME=VALUE...>', 'environment variables of the measured process');
}

function qdrantOption(): Option {
  return choice('--qdrant <source>', 'where servers come from (default: auto)', qdrantKinds);
}

function profileOption(): Option {
  const option = choice('--profile <name>', 'measuring profile (default: default)', profileNames);
  const { parseArg: read } = option;
  return option.argParser((value, before) => {
    if (profilers.some((name) => name === value)) {
      throw new InvalidArgumentError(`${value} is a profiler, and no measuring profile: use --profiler ${value}.`);
    }
    return read?.(value, before);
  });
}

function profilerOption(): Option {
  return choice(
    '--profiler <name>',
    'also profile native memory, each case in a separate process: heaptrack (Node, commands) or massif (Qdrant, commands)',
    profilers,
  );
}

function serviceOption(): Option {
  return new Option(
    '--require <services>',
    'comma list of qdrant, model: an error, not a skip, where it is missing',
  ).argParser(listOf(['qdrant', 'model']));
}

function sitesOption(): Option {
  return choice(
    '--sites [which]',
    'of which cases to record where their memory comes from: all (also those of --update-baseline), none, or changed: regressions, leaks and breaches (default: changed)',
    siteModes,
  ).preset('all');
}

function failOnOption(): Option {
  return new Option(
    '--fail-on <kinds>',
    `comma list of ${failOnKinds.join(', ')}, or none (default: ${defaultFailOn.join(',')})`,
  ).argParser((value) => (value === 'none' ? [] : listOf(failOnKinds)(value)));
}
