import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../src/errors.js';
import { installRuntime, type KeptRuntime } from '../../src/services/runtime.js';
import { repositoryRoot, temporaryFolder } from '../processes.js';

const source = join(repositoryRoot, 'runtime');
afterEach(() => vi.unstubAllEnvs());

/** Keeps nothing, and remembers what it was asked. */
function forgetful(): KeptRuntime & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async restore(folder, key) {
      asked.push(`restore ${basename(folder)} ${key}`);
      return false;
    },
    async save(folder, key) {
      asked.push(`save ${basename(folder)} ${key}`);
    },
  };
}

function install(cacheDir: string, kept: KeptRuntime = forgetful(), said: string[] = []): Promise<string> {
  return installRuntime({ source, cacheDir, kept, say: (line) => said.push(line) });
}

/** No npm, and no other program. */
function withoutPath(): void {
  vi.stubEnv('PATH', temporaryFolder());
}

async function refusal(cacheDir: string, kept?: KeptRuntime): Promise<EnvironmentError> {
  const failure = await install(cacheDir, kept).catch((thrown: unknown) => thrown);
  if (failure instanceof EnvironmentError) return failure;
  throw new Error(`no EnvironmentError but ${String(failure)}`);
}

/** Runs a program that finds its packages in the runtime, under the given Node. */
function runIn(folder: string, program: string): string {
  const own = `const require = process.getBuiltinModule('node:module').createRequire(process.argv[1]);`;
  const given = ['--input-type=module', '--eval', `${own}${program}`, join(folder, 'noop.js')];
  return execFileSync(process.execPath, given, { cwd: temporaryFolder(), encoding: 'utf8' }).trim();
}

describe('the installed runtime', () => {
  let cacheDir: string;
  let folder: string;
  const kept = forgetful();
  beforeAll(async () => {
    cacheDir = temporaryFolder();
    folder = await install(cacheDir, kept);
  });

  it('lies in a folder that names the platform and the lock file', () => {
    expect(folder).toMatch(new RegExp(`/runtime/${process.platform}-${process.arch}-[0-9a-f]{12}$`));
    expect(readdirSync(dirname(folder))).toEqual([basename(folder)]);
  });

  it('was asked of what is kept first, and then given to it', () => {
    const name = basename(folder);
    expect(kept.asked).toEqual([
      `restore ${name} memory-bench-runtime-${name}`,
      `save ${name} memory-bench-runtime-${name}`,
    ]);
  });

  it('has a koffi that works', () => {
    const program = `console.log(require('koffi').load('libc.so.6').func('int getppid()')());`;
    expect(runIn(folder, program)).toBe(String(process.pid));
  });

  it('has a fastembed that works', () => {
    const program = `console.log(typeof require('fastembed').FlagEmbedding.init);`;
    expect(runIn(folder, program)).toBe('function');
  });

  it('has a client of Qdrant that works', () => {
    const program = `console.log(typeof require('@qdrant/js-client-rest').QdrantClient);`;
    expect(runIn(folder, program)).toBe('function');
  });

  it('has the programs of onnxruntime for this platform only', () => {
    const bin = join(folder, 'node_modules', 'onnxruntime-node', 'bin', 'napi-v3');
    expect(readdirSync(bin)).toEqual([process.platform]);
    expect(readdirSync(join(bin, process.platform))).toEqual([process.arch]);
  });

  it('has no compiler', () => {
    expect(existsSync(join(folder, 'node_modules', 'typescript'))).toBe(false);
  });

  it('is used the second time without npm and without what is kept', async () => {
    withoutPath();
    const [asked, said] = [forgetful(), [] as string[]];
    expect(await install(cacheDir, asked, said)).toBe(folder);
    expect([asked.asked, said]).toEqual([[], []]);
  });

  /** A kept runtime: a copy of the installed one, after `damage`. */
  function keeping(damage: (copy: string) => void = () => {}): KeptRuntime {
    return {
      async restore(to) {
        cpSync(folder, to, { recursive: true, verbatimSymlinks: true });
        damage(to);
        return true;
      },
      async save() {
        throw new Error('what was restored is not saved');
      },
    };
  }

  it('is taken from what is kept, without npm', async () => {
    withoutPath();
    const said: string[] = [];
    const restored = await install(temporaryFolder(), keeping(), said);
    expect(existsSync(join(restored, 'node_modules', 'koffi', 'package.json'))).toBe(true);
    expect(said).toEqual(['the runtime was taken from the cache']);
  });

  it('is not taken from what is kept where a file of it is missing', async () => {
    withoutPath();
    const damage = (copy: string) => rmSync(join(copy, 'node_modules', 'koffi', 'package.json'));
    expect((await refusal(temporaryFolder(), keeping(damage))).message).toContain('there is no npm on PATH');
  });

  it('is installed by two at the same time, and both end with the same one', async () => {
    const both = temporaryFolder();
    const [first, second] = await Promise.all([install(both), install(both)]);
    expect(first).toBe(second);
    expect(readdirSync(join(both, 'runtime'))).toEqual([basename(first)]);
    expect(runIn(first, `console.log(typeof require('koffi').load);`)).toBe('function');
  });
});

describe('a runtime that cannot be installed', () => {
  it('for want of npm is an error that says so', async () => {
    withoutPath();
    const { message, remedy } = await refusal(temporaryFolder());
    expect(message).toContain('there is no npm on PATH');
    expect(remedy).toContain('actions/setup-node');
  });

  it('for want of a registry is an error with the last words of npm, and nothing is left behind', async () => {
    const cacheDir = temporaryFolder();
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9');
    vi.stubEnv('npm_config_fetch_retries', '0');
    vi.stubEnv('npm_config_cache', temporaryFolder());
    const { message, remedy } = await refusal(cacheDir);
    expect(message).toMatch(/ECONNREFUSED/);
    expect(remedy).toContain('npm_config_registry');
    expect(readdirSync(join(cacheDir, 'runtime'))).toEqual([]);
  });

  it('because the installation is incomplete is an error that says so', async () => {
    const options = { source: temporaryFolder(), cacheDir: temporaryFolder(), kept: forgetful(), say: () => {} };
    await expect(installRuntime(options)).rejects.toThrow('the installation of memory-bench is incomplete');
  });
});

describe('the lock file of the runtime', () => {
  interface Locked {
    readonly version: string;
    readonly integrity?: string;
    readonly resolved?: string;
  }
  const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8'));
  const lockedIn = (path: string) => read(path).packages as Record<string, Locked>;
  const { '': _, ...packages } = lockedIn('runtime/package-lock.json');

  it('has a hash of every package, and no address', () => {
    const odd = Object.entries(packages).filter(([, { integrity, resolved }]) => !integrity || resolved !== undefined);
    expect(odd).toEqual([]);
  });

  it('has the packages of other platforms as well', () => {
    expect(Object.keys(packages)).toEqual(
      expect.arrayContaining([
        'node_modules/@koromix/koffi-win32-x64',
        'node_modules/@koromix/koffi-darwin-arm64',
        'node_modules/@anush008/tokenizers-darwin-universal',
      ]),
    );
  });

  it('has the versions that a desk has', () => {
    const desk = lockedIn('package-lock.json');
    const { dependencies, optionalDependencies } = read('runtime/package.json');
    const names = Object.keys({ ...(dependencies as object), ...(optionalDependencies as object) });
    const versionsIn = (lock: Record<string, Locked>) =>
      names.map((name) => `${name}@${lock[`node_modules/${name}`]?.version}`);
    expect(versionsIn(packages)).toEqual(versionsIn(desk));
  });
});
