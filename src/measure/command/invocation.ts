import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { runMark, scenarioEnvironment } from '../../services/child-environment.js';
import { freePorts } from '../../services/free-ports.js';
import type { ModelHandle } from '../../services/model/model-handle.js';
import type { MetricsEndpoint, Ready } from '../../suite/command.js';
import type { CommandPlan } from '../../suite/command-plan.js';
import type { MatrixParams } from '../../suite/matrix.js';
import { asEnvironment, fillIn, type Placeholders } from '../../suite/placeholders.js';
import type { SamplePlace, SampleServices } from '../sample-request.js';
import { treeMarkName } from './process-table.js';
import type { ProgramOptions } from './program.js';

/** A plan with the values of its placeholders for one sample. */
export class Invocation {
  readonly ready: Ready | undefined;
  readonly metrics: MetricsEndpoint | undefined;
  /** Is in the environment of the program and of all processes that it starts. */
  readonly mark = randomUUID();
  /** The same for `drive`, which is not part of the tree. */
  readonly driveMark = randomUUID();
  readonly #plan: CommandPlan;
  readonly #placeholders: Placeholders;
  readonly #services: SampleServices;
  readonly #cwd: string;
  readonly #folder: string;

  private constructor(plan: CommandPlan, placeholders: Placeholders, services: SampleServices, folder: string) {
    const { workingDirectory } = services;
    this.#plan = plan;
    this.#placeholders = placeholders;
    this.#services = services;
    this.#folder = folder;
    this.#cwd = resolve(workingDirectory, fillIn(plan.cwd, placeholders));
    const { ready, metrics } = plan;
    this.ready = ready && readyOf(ready, placeholders);
    this.metrics = metrics && { ...metrics, url: httpUrl(metrics.url, placeholders) };
  }

  /** @throws UsageError for a placeholder without a value. */
  static async of(
    plan: CommandPlan,
    params: MatrixParams,
    services: SampleServices,
    { server, folder, collectionPrefix }: SamplePlace,
  ): Promise<Invocation> {
    const [port] = await freePorts(1);
    const placeholders: Placeholders = {
      port,
      tempDir: join(folder, 'temp'),
      qdrantUrl: server?.url,
      qdrantApiKey: server?.apiKey,
      collectionPrefix: server && collectionPrefix,
      modelDir: services.model && modelFolder(services.model),
      ...params,
    };
    return new Invocation(plan, placeholders, services, folder);
  }

  /** The program itself. */
  command(): ProgramOptions {
    const { command, handshake } = this.#plan;
    return { ...this.#options(command, this.#placeholders, this.mark), answered: handshake };
  }

  /** The load of one iteration. */
  drive(iteration: number): ProgramOptions {
    return this.#options(this.#plan.drive ?? [], { ...this.#placeholders, iteration }, this.driveMark);
  }

  #options(words: readonly string[], placeholders: Placeholders, mark: string): ProgramOptions {
    const [runMarkName, runFolder] = runMark(this.#folder);
    const own = Object.entries(this.#plan.env).map(([name, value]) => [name, fillIn(value, placeholders)]);
    return {
      words: words.map((word) => fillIn(word, placeholders)),
      shown: words,
      cwd: this.#cwd,
      env: {
        ...scenarioEnvironment(),
        // The line that marks the end of an iteration must not wait in a buffer.
        PYTHONUNBUFFERED: '1',
        ...asEnvironment(placeholders),
        ...Object.fromEntries(own),
        // The configuration and flags take precedence over the scenario.
        ...this.#services.env,
        [treeMarkName]: mark,
        [runMarkName]: runFolder,
      },
      answered: false,
      guardian: this.#services.guardian,
    };
  }
}

function readyOf(ready: Ready, placeholders: Placeholders): Ready {
  if ('line' in ready) return { line: fillIn(ready.line, placeholders) };
  return 'url' in ready ? { url: httpUrl(ready.url, placeholders) } : { port: fillIn(ready.port, placeholders) };
}

/** @throws UsageError for anything but the address of an HTTP server. */
function httpUrl(template: string, placeholders: Placeholders): string {
  const url = fillIn(template, placeholders);
  if (URL.canParse(url) && new URL(url).protocol === 'http:') return url;
  throw new UsageError(`${template} is no address of an HTTP server`, {
    remedy: 'Such as http://127.0.0.1:{port}/metrics.',
  });
}

function modelFolder(model: ModelHandle): string {
  return model.kind === 'custom' ? model.directory : model.cacheDir;
}
