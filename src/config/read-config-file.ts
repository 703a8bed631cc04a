import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { messageOf, UsageError } from '../errors.js';
import type { ConfigFile } from './config-file.js';
import { parseConfigJson, parseConfigYaml } from './parse-config.js';

const scripts = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
const extensions = [...scripts, '.json', '.yml', '.yaml'];

/** What the configuration file is called where it is not named, less its extension. */
export const configName = 'memory-bench.config';

/** For flags and remedies: all the names that are looked for. */
export const configNames = `${configName}.{${extensions.map((extension) => extension.slice(1)).join(',')}}`;

/** A configuration file, and what paths in it are relative to. */
export interface FoundConfig {
  readonly file: ConfigFile;
  readonly folder: string;
  /** Where it is; undefined where there is none. */
  readonly path: string | undefined;
}

/**
 * The configuration file that is named, else the one in the working directory; an empty configuration without either.
 * @throws UsageError for a file that is not there, cannot be read or has a mistake, and where there are several;
 * InterruptedError when the reading is cancelled.
 */
export async function readConfigFile(named: string | undefined, workingDirectory: string): Promise<FoundConfig> {
  const path = named === undefined ? soleConfig(workingDirectory) : resolve(workingDirectory, named);
  if (path === undefined) return { file: {}, folder: workingDirectory, path };
  if (!existsSync(path)) {
    throw new UsageError(`cannot read the configuration ${path}: there is no such file`, { remedy: 'Check --config.' });
  }
  const raw = await parsed(path, workingDirectory);
  // Schemas are loaded where there is something to check, so that the action is quick to start.
  const [{ configFileSchema }, { explain }] = await Promise.all([import('./config-file.js'), import('./explain.js')]);
  const checked = configFileSchema.safeParse(raw);
  if (checked.success) return { file: checked.data, folder: dirname(path), path };
  throw new UsageError(`the configuration ${path} has a mistake:\n${explain(checked.error, configFileSchema, raw)}`, {
    remedy: 'Its fields are in schema/config.schema.json of this package.',
  });
}

function soleConfig(folder: string): string | undefined {
  const [found, other] = extensions
    .map((extension) => join(folder, `${configName}${extension}`))
    .filter((path) => existsSync(path));
  if (found === undefined || other === undefined) return found;
  throw new UsageError(`there are two configurations: ${found} and ${other}`, {
    remedy: 'Keep one of them, or name it with --config.',
  });
}

async function parsed(path: string, workingDirectory: string): Promise<unknown> {
  const extension = extname(path);
  if (scripts.includes(extension)) return (await import('./script-config.js')).readScript(path, workingDirectory);
  if (!extensions.includes(extension)) {
    throw new UsageError(`the configuration ${path} is in no format that is known here`, {
      remedy: `Its name has to end with one of ${extensions.join(', ')}.`,
    });
  }
  try {
    const text = readFileSync(path, 'utf8');
    const value = extension === '.json' ? parseConfigJson(text) : await parseConfigYaml(text);
    // A YAML file of comments alone.
    return value === null && extension !== '.json' ? {} : value;
  } catch (cause) {
    throw new UsageError(`cannot read the configuration ${path}: ${messageOf(cause)}`, {
      remedy: `It has to be ${extension === '.json' ? 'JSON' : 'YAML'}; its fields are in schema/config.schema.json.`,
      cause,
    });
  }
}
