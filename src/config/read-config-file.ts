import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { messageOf, UsageError } from '../errors.js';
import type { ConfigFile } from './config-file.js';
import { parseConfigJson, parseConfigYaml } from './parse-config.js';

const scripts = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
const extensions = [...scripts, '.json', '.yml', '.yaml'];

/** Default name of the configuration file, without its extension. */
export const configName = 'memory-bench.config';

/** All default names, for flags and remedies. */
export const configNames = `${configName}.{${extensions.map((extension) => extension.slice(1)).join(',')}}`;

/** A configuration file, and the folder that its paths are relative to. */
export interface FoundConfig {
  readonly file: ConfigFile;
  readonly folder: string;
  /** Path of the file; undefined without one. */
  readonly path: string | undefined;
}

/**
 * Reads the named configuration file, else the one in the working directory. Returns an empty one without either.
 * @throws UsageError if the file is missing, unreadable or invalid, or if the working directory has several;
 * InterruptedError when the read is cancelled.
 */
export async function readConfigFile(named: string | undefined, workingDirectory: string): Promise<FoundConfig> {
  const path = named === undefined ? soleConfig(workingDirectory) : resolve(workingDirectory, named);
  if (path === undefined) return { file: {}, folder: workingDirectory, path };
  if (!existsSync(path)) {
    throw new UsageError(`cannot read the configuration ${path}: there is no such file`, { remedy: 'Check --config.' });
  }
  const raw = await parsed(path, workingDirectory);
  // Load the schemas only if there is a file to check, so that the action starts quickly.
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
    // A YAML file that has only comments.
    return value === null && extension !== '.json' ? {} : value;
  } catch (cause) {
    throw new UsageError(`cannot read the configuration ${path}: ${messageOf(cause)}`, {
      remedy: `It has to be ${extension === '.json' ? 'JSON' : 'YAML'}; its fields are in schema/config.schema.json.`,
      cause,
    });
  }
}
