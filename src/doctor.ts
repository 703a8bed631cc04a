import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from './config/config.js';
import type { Profiler } from './config/profilers.js';
import { MemoryBenchError, messageOf } from './errors.js';
import { findProfiler } from './measure/native/profiler-program.js';
import { profiles } from './measure/profile.js';
import { Meter } from './measure/worker/meter.js';
import { ProcStatus } from './measure/worker/proc-status.js';
import type { Scope } from './scope.js';
import { measuredNodeVersion } from './services/measured-node.js';
import { koffiPath } from './services/packages.js';
import { prepareServices } from './services/prepare.js';
import type { Need } from './suite/define.js';

/** The result of one check. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly detail: string;
  /** Additional information. */
  readonly notes?: readonly string[];
  /** How to fix it, if it is not ok. */
  readonly remedy: string | undefined;
}

/** Checks everything a run depends on, by using it. */
export async function examine(config: Config, scope: Scope): Promise<Finding[]> {
  return [
    await checkNode(config),
    await checkService('qdrant', config, scope),
    await checkService('model', config, scope),
    checkProc(),
    await checkCollection(),
    checkNativeMemory(config),
    ...(await checkDisks(config, scope)),
    await checkProfiler('heaptrack'),
    await checkProfiler('massif'),
  ];
}

/** The findings as lines of text. */
export function renderFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .map(({ name, state, detail, notes = [], remedy }) => {
      const line = `${state.padEnd(7)}  ${name.padEnd(width)}  ${detail}`;
      return [line, ...[...notes, remedy ?? []].flat().map((more) => `${' '.repeat(width + 11)}${more}`)].join('\n');
    })
    .join('\n');
}

async function checkNode({ nodePath }: Config): Promise<Finding> {
  const name = 'Node';
  try {
    const version = await measuredNodeVersion(nodePath);
    return { name, state: 'ok', detail: `${version} (${nodePath})`, remedy: undefined };
  } catch (error) {
    return missing(name, error);
  }
}

async function checkService(need: Need, config: Config, scope: Scope): Promise<Finding> {
  const name = need === 'qdrant' ? 'Qdrant' : 'model';
  try {
    // The measured Node is checked separately.
    const required = { ...config, require: [need], nodePath: process.execPath };
    const { qdrantEnv } = profiles[config.profile];
    const services = await prepareServices(required, { needs: new Set([need]), qdrantEnv, ...scope });
    const { versions, qdrantOrigin, model, notes } = services;
    const detail =
      need === 'qdrant'
        ? `${versions.qdrant} answers (${qdrantOrigin})`
        : `${model?.id}, ${model?.dimensions} dimensions, ${model?.maxLength} tokens`;
    return { name, state: 'ok', detail, notes, remedy: undefined };
  } catch (error) {
    return missing(name, error);
  }
}

function missing(name: string, error: unknown): Finding {
  const remedy = error instanceof MemoryBenchError ? error.remedy : undefined;
  return { name, state: 'missing', detail: messageOf(error), remedy };
}

function checkProc(): Finding {
  const name = '/proc';
  try {
    const status = new ProcStatus('self');
    status.resetPeak();
    status.close();
    return { name, state: 'ok', detail: 'memory is read and the high-water mark is reset', remedy: undefined };
  } catch (error) {
    return {
      name,
      state: 'limited',
      detail: `no high-water mark: ${messageOf(error)}`,
      remedy: 'Peaks are measured on Linux only; in a container /proc/self/clear_refs has to be writable.',
    };
  }
}

async function checkCollection(): Promise<Finding> {
  const name = 'garbage collection';
  try {
    await new Meter(undefined).collectGarbage();
    return { name, state: 'ok', detail: 'forced through the inspector', remedy: undefined };
  } catch (error) {
    return { name, state: 'missing', detail: messageOf(error), remedy: 'Node has to be built with its inspector.' };
  }
}

function checkNativeMemory({ packagesFolder }: Config): Finding {
  const name = 'live native bytes';
  const { nativeAbsent } = new Meter(koffiPath(packagesFolder));
  return nativeAbsent === undefined
    ? { name, state: 'ok', detail: 'mallinfo2 of glibc answers', remedy: undefined }
    : { name, state: 'limited', detail: nativeAbsent, remedy: 'native_mb and native_delta_mb will be absent.' };
}

/** Minimum free space. A run fills its temporary folder with a Qdrant server's data, and the cache with the model. */
const leastFreeBytes = 512 * 1024 ** 2;

async function checkDisks({ out, cacheDir }: Config, { folder }: Scope): Promise<Finding[]> {
  return Promise.all([
    checkDisk('temporary folder', dirname(folder), 'Free space there, or name another folder with TMPDIR.'),
    checkDisk('results folder', out, 'Free space there, or name another folder with --out.'),
    checkDisk('cache', cacheDir, 'Free space there, or name another folder with --cache-dir.'),
  ]);
}

async function checkDisk(name: string, folder: string, remedy: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(existingParent(folder));
    const free = bavail * bsize;
    const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free (${folder})`;
    return free < leastFreeBytes
      ? { name, state: 'limited', detail, remedy }
      : { name, state: 'ok', detail, remedy: undefined };
  } catch (error) {
    return { name, state: 'limited', detail: messageOf(error), remedy };
  }
}

function existingParent(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingParent(dirname(folder));
}

/** Checks a profiler. A missing one is not an error: only --profiler needs it. */
async function checkProfiler(name: Profiler): Promise<Finding> {
  try {
    await findProfiler(name);
    return { name, state: 'ok', detail: `found, for --profiler ${name}`, remedy: undefined };
  } catch (error) {
    return { ...missing(name, error), state: 'limited' };
  }
}
